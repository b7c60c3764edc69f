"""Two live categories under one parent have one title."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.finding import Severity, Subject
from stdtree.rules import Context, Found, Reach, Rule
from stdtree.rules._sharing import sharing_parents

Key = tuple[str | None, str, str]
"""Parent, language, and the title as readers see it: width and capitals do not count."""


def check(context: Context) -> Iterator[Found]:
    """Of the siblings that share a title, all but the first by id; each language by itself."""
    if context.focus is None and not _some_may_share(context.categories):
        return
    first: dict[Key, Category] = {}
    shared: dict[Key, list[Category]] = {}
    for category in sharing_parents(context):
        for language, title in category.title.items() if category.is_live else ():
            key = (category.parent, language, _as_seen(title))
            if first.setdefault(key, category) is not category:
                shared.setdefault(key, [first[key]]).append(category)
    for (_, language, _), siblings in shared.items():
        kept, *others = sorted(siblings, key=lambda category: category.id)
        for category in others:
            yield _shared(category, kept, language)


def _as_seen(title: str) -> str:
    plain = title if title.isascii() else unicodedata.normalize("NFKC", title)
    return plain.casefold().strip()


def _some_may_share(categories: Iterable[Category]) -> bool:
    """Whether any siblings share a title, by hashes: quick, and seldom wrong, if ever."""
    hashes = [
        hash((category.parent, language)) ^ hash(_as_seen(title))
        for category in categories
        if category.status != "retired"
        for language, title in category.title.items()
    ]
    return len(set(hashes)) < len(hashes)


def _shared(category: Category, kept: Category, language: str) -> Found:
    one, other = names.quoted_category(category), names.quoted_category(kept)
    return Found(
        subject=Subject("category", category.id),
        message=Label(
            f"同级类目 {one.zh} 与 {other.zh} 的 {language} 名称相同",
            f"the siblings {one.en} and {other.en} have the same title in {language}",
        ),
        hint=Label(
            f"改名（stdtree edit rename-category {category.id}），或将两者合并",
            f"rename one (stdtree edit rename-category {category.id}), or combine them",
        ),
        field=("title", language),
        related=(kept.id,),
    )


RULE = Rule(
    severity=Severity.WARNING,
    title=Label("同级类目同名", "Duplicate title among siblings"),
    why=Label(
        "同一上级之下的同名类目，多半是两个人各加了一次；全角半角和大小写之差不算不同。",
        "Siblings of one title were mostly added twice by two people. Width and capitals do not"
        " make a difference.",
    ),
    fix=Label("改名以示区别，或把两者合并。", "Rename one, or combine the two."),
    bad="""\
categories:
  - {id: fields, code: B}
  - {id: incubation, code: BA, parent: fields, title: {zh: 企业孵化服务, en: Incubation}}
  - {id: incubators, code: BB, parent: fields, title: {zh: 企业孵化服务, en: Incubators}}
""",
    good="""\
categories:
  - {id: fields, code: B}
  - {id: incubation, code: BA, parent: fields, title: {zh: 企业孵化服务, en: Incubation}}
  - {id: incubators, code: BB, parent: fields, title: {zh: 孵化载体, en: Incubators}}
""",
    check=check,
    reach=Reach.FAMILY,
)
