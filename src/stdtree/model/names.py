"""What things are called: code and title as people know them, in both languages."""

from __future__ import annotations

from collections.abc import Iterable

from stdtree.label import Label, same
from stdtree.model.change import ChangedEntity
from stdtree.model.ids import Text
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.text import text_in

NOTHING = Label("（无）", "(none)")


def text(written: Text | None) -> Label:
    """A drafter's text as a label, each language as near as there is one."""
    return Label(text_in(written, "zh"), text_in(written, "en"))


def coded(code: str | None, title: Text) -> Label:
    """Code and title; a draft or planned standard has only a title."""
    return same(f"{code} ") + text(title) if code is not None else text(title)


def category(taxonomy: Taxonomy, category_id: str | None) -> Label:
    """`A4 检验检测`; the id where there is no such category, "the root" for none."""
    if category_id is None:
        return Label("（根）", "(root)")
    found = taxonomy.get(category_id)
    return coded(found.code, found.title) if found else same(category_id)


def standard(taxonomy: Taxonomy, standard_id: str) -> Label:
    """`GB/T 34670-2017 技术转移服务规范`; the id where there is no such standard."""
    found = taxonomy.standard(standard_id)
    return coded(found.standard.number, found.standard.title) if found else same(standard_id)


def organization(taxonomy: Taxonomy, organization_id: str) -> Label:
    """A body by its name; the id where there is no such body."""
    found = taxonomy.organizations.get(organization_id)
    return text(found.name) if found else same(organization_id)


def named(taxonomy: Taxonomy, entity: ChangedEntity, entity_id: str) -> Label:
    """Anything that changes, by its name, else by its id."""
    if entity == "category":
        return category(taxonomy, entity_id)
    if entity == "standard":
        return standard(taxonomy, entity_id)
    if entity == "organization":
        return organization(taxonomy, entity_id)
    if entity == "facet" and entity_id in taxonomy.system.facets:
        return text(taxonomy.system.facets[entity_id].title)
    if entity == "system":
        return text(taxonomy.system.title)
    return same(entity_id)


def listed(labels: Iterable[Label]) -> Label:
    """Several names in one line."""
    known = tuple(labels)
    return Label("、".join(name.zh for name in known), ", ".join(name.en for name in known))


def arrow(before: Label, after: Label) -> Label:
    """Before and after."""
    return before + same(" → ") + after


def titled(word: Label, value: Label) -> Label:
    """A word and what it says: `定义:…`, `definition: …`."""
    return word + Label("：", ": ") + value
