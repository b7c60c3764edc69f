"""An id that had been given to one thing is given to another."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.finding import Severity, Subject
from stdtree.model.standard_number import read
from stdtree.model.taxonomy import Taxonomy
from stdtree.rules import Context, Found, Reach, Rule


def check(context: Context) -> Iterator[Found]:
    """Against the previous release; what is reinstated under its old title is no offence."""
    if context.previous is not None:
        yield from _categories(context, context.previous)
        yield from _standards(context, context.previous)


def _categories(context: Context, previous: Taxonomy) -> Iterator[Found]:
    language = context.taxonomy.system.languages[0]
    for new in context.categories:
        category_id, old = new.id, previous.categories.get(new.id)
        if old is None or old.is_live or not new.is_live:
            continue
        if new.title.get(language) == old.title.get(language):
            continue
        was, is_now = names.quoted_category(old), names.quoted_category(new)
        yield Found(
            subject=Subject("category", category_id),
            message=Label(
                f"已废止类目 {was.zh} 的标识 {category_id} 被用于 {is_now.zh}",
                f"the id {category_id} of the retired category {was.en} is used for {is_now.en}",
            ),
            hint=_NEW_ID,
            field=("id",),
        )


def _standards(context: Context, previous: Taxonomy) -> Iterator[Found]:
    now = context.taxonomy.standards
    for standard_id in {row.id for home in context.categories for row in home.standards}:
        placed, was_placed = now[standard_id], previous.standards.get(standard_id)
        if was_placed is None or was_placed.standard.number == placed.standard.number:
            continue
        old = was_placed.standard
        before = read(old.number) if old.number else None
        after = read(placed.standard.number) if placed.standard.number else None
        if before is None or after is None or before.base == after.base:
            continue
        was, is_now = names.quoted_standard(old), names.quoted_standard(placed.standard)
        yield Found(
            subject=Subject("standard", standard_id),
            message=Label(
                f"标准 {was.zh} 的标识 {standard_id} 被用于 {is_now.zh}",
                f"the id {standard_id} of the standard {was.en} is used for {is_now.en}",
            ),
            hint=_NEW_ID,
            field=("id",),
        )


_NEW_ID = Label(
    "给新的一项取新的标识，原有的一项照原样恢复",
    "give the new one an id of its own, and bring the old one back as it was",
)
RULE = Rule(
    severity=Severity.ERROR,
    title=Label("标识挪用", "Reused id"),
    why=Label(
        "标识是永久的：旧版本、对照表和链接都凭它认出同一事物。挪作他用，"
        "不同的事物就被当成同一个。同名恢复的类目、同一标准补上编号，不算挪用。",
        "Ids are permanent: releases, correspondences and links know a thing by its id. Given to"
        " another, two things pass for one. A category reinstated under its title and a planned"
        " standard that gets its number are no offence.",
    ),
    fix=Label("给新的一项取新的标识。", "Give the new one an id of its own."),
    bad="""\
previous:
  categories:
    - {id: services, code: H, title: {zh: 会展服务}, status: retired, retired: {release: "1.0"}}
categories:
  - {id: services, code: B, title: {zh: 科技服务}}
""",
    good="""\
previous:
  categories:
    - {id: services, code: H, title: {zh: 会展服务}, status: retired, retired: {release: "1.0"}}
categories:
  - {id: services, code: H, title: {zh: 会展服务}, status: retired, retired: {release: "1.0"}}
  - {id: technology-services, code: B, title: {zh: 科技服务}}
""",
    check=check,
    reach=Reach.ITSELF,
)
