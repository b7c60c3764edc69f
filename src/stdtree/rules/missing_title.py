"""Something lacks its title in the language that is required everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model.finding import FieldPath, Severity, Subject
from stdtree.model.ids import Text
from stdtree.model.system import System
from stdtree.rules import Context, Found, Reach, Rule

Titled = tuple[Subject, FieldPath, Text]


def check(context: Context) -> Iterator[Found]:
    """Categories, standards, organizations, and the system with its levels and facets."""
    language = context.taxonomy.system.languages[0]
    for subject, field, title in _titles(context, language):
        shown = next(iter(title.values()), subject.id)
        yield Found(
            subject=subject,
            message=Label(
                f"“{shown}”没有必备语言 {language} 的名称",
                f"“{shown}” has no title in {language}, the required language",
            ),
            hint=Label(f"在名称中补上 {language}: …", f"add {language}: … to its titles"),
            field=field,
        )


def _titles(context: Context, language: str) -> Iterator[Titled]:
    """Those that lack `language`."""
    taxonomy = context.taxonomy
    for category in context.categories:
        if language not in category.title:
            yield Subject("category", category.id), ("title",), category.title
        for standard in category.standards:
            if language not in standard.title:
                yield Subject("standard", standard.id), ("title",), standard.title
    for body in taxonomy.organizations.values():
        if language not in body.name:
            yield Subject("organization", body.id), ("name",), body.name
    for subject, field, title in _of_system(taxonomy.system):
        if language not in title:
            yield subject, field, title


def _of_system(system: System) -> Iterator[Titled]:
    me = Subject("system", system.id)
    yield me, ("title",), system.title
    for index, level in enumerate(system.levels):
        yield me, ("levels", index, "title"), level.title
    for facet_id, facet in system.facets.items():
        yield Subject("facet", facet_id), ("title",), facet.title
        for index, value in enumerate(facet.values):
            yield Subject("facet", facet_id), ("values", index, "title"), value.title


RULE = Rule(
    severity=Severity.ERROR,
    title=Label("缺少名称", "Missing title"),
    why=Label(
        "system.yaml 的 languages 中第一种语言处处必备：结构图和明细表用它排版，缺了就是空格。",
        "The first of `languages` in system.yaml is required everywhere: charts and tables are set"
        " in it, and a missing title leaves a hole.",
    ),
    fix=Label("补上该语言的名称。", "Add the title in that language."),
    bad="""\
categories:
  - {id: technology-transfer, code: B, title: {en: Technology transfer services}}
""",
    good="""\
categories:
  - id: technology-transfer
    code: B
    title: {zh: 技术转移转化服务, en: Technology transfer services}
""",
    check=check,
    reach=Reach.ITSELF,
)
