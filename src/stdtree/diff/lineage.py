"""Lineage newly declared between two sides, and the groups of categories it ties together.

Declared are `retired.succeeded_by` on the old and `split_from` on the new; never guessed. What the
older side already declares is history. A source has to be live in the older side and a target in
the newer one; other declarations are left out with a warning, unless they are steps on the way from
the one to the other through categories that lived only between the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from stdtree.diff.sides import Sides
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Extent
from stdtree.model.ids import CategoryId
from stdtree.model.taxonomy import Taxonomy

Link = tuple[CategoryId, CategoryId]
"""Source and target of a declaration."""
Node = tuple[bool, CategoryId]
"""A category on one side; True for the newer."""


@dataclass(frozen=True)
class Component:
    """Categories tied together by lineage and by living on, as many as hang together."""

    links: Mapping[Link, Extent]
    """What was declared."""
    older: tuple[CategoryId, ...]
    """Members live in the older side."""
    newer: tuple[CategoryId, ...]
    """Members live in the newer side; a survivor is in both."""

    @property
    def survivors(self) -> tuple[CategoryId, ...]:
        """Members that live on."""
        newer = set(self.newer)
        return tuple(member for member in self.older if member in newer)


def links(sides: Sides) -> tuple[dict[Link, Extent], tuple[Label, ...]]:
    """Newly declared lineage that holds, and a warning for each declaration that does not.

    What came and went between the two sides is passed through: who follows a category that lived
    only in a release between them follows whom it had followed.
    """
    declared = {
        link: extent
        for link, extent in sorted(_newly_declared(sides).items())
        if link[0] != link[1] and link not in _declared(sides.before, link)
    }
    steps: dict[CategoryId, list[Link]] = {}
    for link in declared:
        steps.setdefault(link[0], []).append(link)
    found: dict[Link, Extent] = {}
    reached: set[CategoryId] = set()
    lost: list[Link] = []
    for link in declared:
        if sides.lived(link[0]):
            ways = _followed(link, steps, declared, sides=sides)
            reached.update(ways)
            ends = {(link[0], end): way for end, way in ways.items() if sides.lives(end)}
            lost.extend([] if ends else [link])
            found |= {one: _least(found.get(one, way), way) for one, way in ends.items()}
    early = [one for one in declared if not sides.lived(one[0]) and one[0] not in reached]
    warnings = {one: _left_out(sides, one) + _NOT_NEWER for one in lost}
    warnings |= {one: _left_out(sides, one) + _NOT_OLDER for one in early}
    return found, tuple(warnings[link] for link in sorted(warnings))


def _newly_declared(sides: Sides) -> dict[Link, Extent]:
    """What the newer side declares; of categories it no longer has, what was declared last."""
    found: dict[Link, Extent] = {}
    for earlier in sides.between:
        gone = [one for one in earlier.categories if one not in sides.after.categories]
        found |= _declared(earlier, gone)
    return found | _declared(sides.after, sides.touched)


def _followed(
    link: Link,
    steps: Mapping[CategoryId, list[Link]],
    extents: Mapping[Link, Extent],
    *,
    sides: Sides,
) -> dict[CategoryId, Extent]:
    """Where a declaration leads: its target and, where that is no member of both sides, on."""
    source, target = link
    ways: dict[CategoryId, Extent] = {target: extents[link]}
    for at in (waiting := [target]):  # grows while it is walked
        if sides.lives_on(at):
            continue
        for step in steps.get(at, ()):
            if step[1] not in ways and step[1] != source:
                ways[step[1]] = _least(ways[at], extents[step])
                waiting.append(step[1])
    return ways


def _least(one: Extent, other: Extent) -> Extent:
    return "complete" if one == other == "complete" else "partial"


def components(sides: Sides, declared: Mapping[Link, Extent]) -> tuple[Component, ...]:
    """The connected components of lineage, identity included where a member lives on."""
    tied: dict[Node, list[Node]] = {}
    for source, target in declared:
        _tie(tied, (False, source), (True, target))
    for member in {category_id for link in declared for category_id in link}:
        if sides.lives_on(member):
            _tie(tied, (False, member), (True, member))
    groups: list[list[Node]] = []
    group_of: dict[Node, int] = {}
    for start in tied:
        if start not in group_of:
            groups.append(_reach(tied, start, group_of=group_of, number=len(groups)))
    parts: list[dict[Link, Extent]] = [{} for _ in groups]
    for link, extent in declared.items():
        parts[group_of[(False, link[0])]][link] = extent
    return tuple(_component(group, part) for group, part in zip(groups, parts, strict=True))


_NOT_OLDER = Label("前者在旧的一侧不是存续的类目", "the former is not live in the older side")
_NOT_NEWER = Label("后者在新的一侧不是存续的类目", "the latter is not live in the newer side")


def _declared(taxonomy: Taxonomy, members: Iterable[CategoryId]) -> dict[Link, Extent]:
    """The lineage that these categories declare."""
    found: dict[Link, Extent] = {}
    for category in filter(None, map(taxonomy.get, members)):
        for source in category.split_from:
            found.setdefault((source, category.id), "partial")
        if category.retired is not None and not category.is_live:
            for successor in category.retired.succeeded_by:
                found[(category.id, successor.id)] = successor.extent
    return found


def _left_out(sides: Sides, link: Link) -> Label:
    source, target = (
        names.category(sides.after if member in sides.after.categories else sides.before, member)
        for member in link
    )
    told = names.arrow(source, target)
    return Label(f"承接关系“{told.zh}”未计入：", f"Lineage {told.en} is left out: ")


def _tie(tied: dict[Node, list[Node]], one: Node, other: Node) -> None:
    tied.setdefault(one, []).append(other)
    tied.setdefault(other, []).append(one)


def _reach(
    tied: Mapping[Node, list[Node]], start: Node, *, group_of: dict[Node, int], number: int
) -> list[Node]:
    group_of[start] = number
    reached = [start]
    for node in reached:  # grows while it is walked
        for neighbour in tied[node]:
            if neighbour not in group_of:
                group_of[neighbour] = number
                reached.append(neighbour)
    return reached


def _component(group: list[Node], declared: Mapping[Link, Extent]) -> Component:
    return Component(
        links=declared,
        older=tuple(sorted(member for newer, member in group if not newer)),
        newer=tuple(sorted(member for newer, member in group if newer)),
    )
