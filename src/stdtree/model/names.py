"""What things are called: code and title as people know them, in both languages."""

from __future__ import annotations

from collections.abc import Iterable

from stdtree.label import Label, same
from stdtree.model.category import Category
from stdtree.model.change import ChangedEntity
from stdtree.model.ids import Text
from stdtree.model.standard import Standard
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.text import text_in

NOTHING = Label("（无）", "(none)")


def text(written: Text | None) -> Label:
    """A drafter's text as a label, each language as near as there is one."""
    return Label(text_in(written, "zh"), text_in(written, "en"))


def coded(code: str | None, title: Text) -> Label:
    """Code and title; a draft or planned standard has only a title."""
    return same(f"{code} ") + text(title) if code is not None else text(title)


def of_category(category: Category) -> Label:
    """What a category is called, also one that no taxonomy holds: BB 技术转移转化服务."""
    return coded(category.code, category.title)


def of_standard(standard: Standard) -> Label:
    """What a standard is called: GB/T 34670-2017 技术转移服务规范."""
    return coded(standard.number, standard.title)


def quoted(title: Text, otherwise: str) -> Label:
    """A title in quotation marks, for the middle of a sentence; `otherwise` if there is none."""
    return same("“") + text(title) + same("”") if title else same(otherwise)


def quoted_category(category: Category) -> Label:
    """A category in a sentence: BB “技术转移转化服务”."""
    title = quoted(category.title, category.id)
    return same(f"{category.code} ") + title if category.code is not None else title


def quoted_standard(standard: Standard) -> Label:
    """A standard in a sentence: GB/T 34670-2017, or the title of a planned one."""
    return same(standard.number) if standard.number else quoted(standard.title, standard.id)


def with_id(identifier: str, name: Label) -> Label:
    """What to type, and what it is called: incubation（B2 企业孵化）."""
    return same(identifier) + Label("（", " (") + name + Label("）", ")")


def category(taxonomy: Taxonomy, category_id: str | None) -> Label:
    """`A4 检验检测`; the id where there is no such category, "the root" for none."""
    if category_id is None:
        return Label("（根）", "(root)")
    found = taxonomy.get(category_id)
    return of_category(found) if found else same(category_id)


def standard(taxonomy: Taxonomy, standard_id: str) -> Label:
    """`GB/T 34670-2017 技术转移服务规范`; the id where there is no such standard."""
    found = taxonomy.standard(standard_id)
    return of_standard(found.standard) if found else same(standard_id)


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
    if entity == "system":
        return text(taxonomy.system.title)
    facet = taxonomy.system.facets.get(entity_id) if entity == "facet" else None
    consultation = taxonomy.consultations.get(entity_id) if entity == "consultation" else None
    thing = facet or consultation
    return text(thing.title) if thing else same(entity_id)


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


def several(count: int, one: str, more: str = "") -> str:
    """An English count: 1 change, 2 changes; 1 category, 2 categories."""
    return f"{count} {one if count == 1 else more or f'{one}s'}"
