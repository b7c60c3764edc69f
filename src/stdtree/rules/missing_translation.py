"""A title is written in the first language but not in another of the system."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.finding import FieldPath, Severity, Subject
from stdtree.model.ids import Text
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.words import field_word
from stdtree.rules import Context, Found, Reach, Rule

Titled = tuple[Subject, FieldPath, Text, tuple[str, ...]]
"""What has a title, where, the title, and the id of what has no subject of its own."""


def check(context: Context) -> Iterator[Found]:
    """Live categories and their standards; bodies and system.yaml, if all is in focus."""
    first, *others = context.taxonomy.system.languages
    for language in others:
        for category in context.categories:
            if not category.is_live:
                continue
            if language not in category.title and first in category.title:
                subject = Subject("category", category.id)
                yield _missing((subject, ("title",), category.title, ()), language)
            for row in category.standards:
                if language not in row.title and first in row.title:
                    subject = Subject("standard", row.id)
                    yield _missing((subject, ("title",), row.title, ()), language)
        if context.focus is None:
            for titled in _of_the_rest(context.taxonomy):
                if language not in titled[2] and first in titled[2]:
                    yield _missing(titled, language)


def _of_the_rest(taxonomy: Taxonomy) -> Iterator[Titled]:
    for body in taxonomy.organizations.values():
        yield Subject("organization", body.id), ("name",), body.name, ()
    system = taxonomy.system
    me = Subject("system", system.id)
    yield me, ("title",), system.title, ()
    for index, level in enumerate(system.levels):
        yield me, ("levels", index, "title"), level.title, (level.id,)
    for facet_id, facet in system.facets.items():
        yield Subject("facet", facet_id), ("title",), facet.title, ()
        for index, value in enumerate(facet.values):
            where = ("values", index, "title")
            yield Subject("facet", facet_id), where, value.title, (value.id,)


def _missing(titled: Titled, language: str) -> Found:
    subject, field, title, part = titled
    word, shown = field_word(str(field[-1])), names.text(title)
    return Found(
        subject=subject,
        message=Label(
            f"{word.zh}“{shown.zh}”没有 {language} 译文",
            f"the {word.en} “{shown.en}” is not translated into {language}",
        ),
        hint=Label(f"补上 {language}: …", f"add {language}: … beside it"),
        field=(*field, language),
        related=part,
    )


RULE = Rule(
    severity=Severity.NOTE,
    title=Label("缺少译文", "Missing translation"),
    why=Label(
        "图和表按 system.yaml 的 languages 以各种语言发布，缺译名处只能用另一种语言顶替。"
        "只检查名称；定义和说明可以只用一种语言。",
        "Charts and tables are published in all of the languages in system.yaml; where a title is"
        " missing, another language stands in. Only titles are looked at: definitions and notes"
        " may be in one language.",
    ),
    fix=Label(
        "补上译名；不发布该语言时，从 languages 中删去。",
        "Add the title, or take out of `languages` what is not published.",
    ),
    bad="""\
categories:
  - {id: incubation, code: B, title: {zh: 企业孵化服务}}
""",
    good="""\
categories:
  - {id: incubation, code: B, title: {zh: 企业孵化服务, en: Business incubation services}}
""",
    check=check,
    reach=Reach.ITSELF,
)
