"""What an edit does, counted: for forms and for the question before a destructive operation."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from stdtree.label import Label
from stdtree.model.category import Category
from stdtree.model.ids import CategoryId, see_of
from stdtree.model.taxonomy import Taxonomy


def effects(before: Taxonomy, after: Taxonomy) -> Label:
    """How many categories and standards come, change and go, and what refers to those that go."""
    old, new = before.categories, after.categories
    changed = [
        key for key, now in new.items() if key in old and old[key] is not now and old[key] != now
    ]
    ended = {key for key in changed if old[key].is_live and not new[key].is_live}
    ended |= old.keys() - new.keys()
    homes_before = {key: placed.home for key, placed in before.standards.items()}
    homes_after = {key: placed.home for key, placed in after.standards.items()}
    moved = sum(
        homes_before[key] != home for key, home in homes_after.items() if key in homes_before
    )
    counted = (
        (len(new.keys() - old.keys()), Label("新增 {} 个类目", "{} categories added")),
        (len(set(changed) - ended), Label("改动 {} 个类目", "{} categories changed")),
        (len(ended), Label("{} 个类目不再有效", "{} categories end")),
        (
            len(homes_after.keys() - homes_before.keys()),
            Label("新增 {} 项标准", "{} standards added"),
        ),
        (moved, Label("移动 {} 项标准", "{} standards moved")),
        (
            len(homes_before.keys() - homes_after.keys()),
            Label("删除 {} 项标准", "{} standards removed"),
        ),
        (_references(after, ended), Label("{} 处仍引用已失效的类目", "{} references to what ends")),
    )
    told = [Label(w.zh.format(n), w.en.format(n)) for n, w in counted if n]
    if not told:
        return Label("没有变化", "nothing changes")
    return Label("、".join(one.zh for one in told), ", ".join(one.en for one in told))


def _references(taxonomy: Taxonomy, ended: Collection[CategoryId]) -> int:
    """How often live categories and standards still refer to what ended."""
    if not ended:
        return 0
    live = (category for category in taxonomy.categories.values() if category.is_live)
    return sum(one in ended for category in live for one in _referred(category))


def _referred(category: Category) -> Iterator[CategoryId]:
    if category.parent:
        yield category.parent
    for note in (*category.includes, *category.includes_also, *category.excludes):
        goes_to = see_of(note)
        if goes_to:
            yield goes_to
    for standard in category.standards:
        yield from standard.also_in
