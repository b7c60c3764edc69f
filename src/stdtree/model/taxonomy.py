"""The whole tree as one immutable value, indexed once, tolerant of every broken tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from stdtree.model.category import Category
from stdtree.model.code import natural_key
from stdtree.model.consultation import Consultation
from stdtree.model.ids import CategoryId, OrganizationId, StandardId
from stdtree.model.organization import Organization
from stdtree.model.release import Release
from stdtree.model.standard import Standard
from stdtree.model.system import System


class Placed(NamedTuple):
    """A standard and the category in whose file it stands, its home."""

    home: CategoryId
    standard: Standard


class Taxonomy:
    """A standards system: its header, bodies, categories, consultations and releases.

    Immutable. Its only invariant is that category ids are unique; loops, orphans and duplicate
    codes are representable, so that rules can report them. Building is linear in the number of
    categories; `with_` costs one copy of the id table and shares the rest.
    """

    def __init__(
        self,
        system: System,
        categories: Iterable[Category] = (),
        *,
        organizations: Iterable[Organization] = (),
        consultations: Iterable[Consultation] = (),
        releases: Iterable[Release] = (),
    ) -> None:
        self.system = system
        self.categories: Mapping[CategoryId, Category] = {c.id: c for c in categories}
        self.organizations: Mapping[OrganizationId, Organization] = {o.id: o for o in organizations}
        self.consultations: Mapping[str, Consultation] = {c.id: c for c in consultations}
        self.releases: Mapping[str, Release] = {r.release: r for r in releases}

    def __eq__(self, other: object) -> bool:
        """Equal content; the order of rows in a table of standards is presentation."""
        if not isinstance(other, Taxonomy):
            return NotImplemented
        return (
            self.system == other.system
            and self.organizations == other.organizations
            and self.consultations == other.consultations
            and self.releases == other.releases
            and self.categories.keys() == other.categories.keys()
            and all(
                mine is other.categories[key]
                or _unordered(mine) == _unordered(other.categories[key])
                for key, mine in self.categories.items()
            )
        )

    __hash__ = None  # type: ignore[assignment]  # compares by value and holds mappings

    def __repr__(self) -> str:
        return f"<Taxonomy {self.system.id}: {len(self.categories)} categories>"

    # -- looking up ---------------------------------------------------------------------------

    def get(self, category_id: CategoryId | None) -> Category | None:
        """The category with this id, if there is one."""
        return self.categories.get(category_id) if category_id is not None else None

    def standard(self, standard_id: StandardId) -> Placed | None:
        """The standard with this id and its home, if there is one."""
        return self.standards.get(standard_id)

    @cached_property
    def standards(self) -> Mapping[StandardId, Placed]:
        """All standards by id; of two with one id the first in order of homes counts."""
        table: dict[StandardId, Placed] = {}
        for category in self.categories.values():
            for standard in category.standards:
                table.setdefault(standard.id, Placed(category.id, standard))
        return table

    @cached_property
    def listed(self) -> Mapping[CategoryId, tuple[Placed, ...]]:
        """Standards that a category lists from other homes (`also_in`)."""
        table: dict[CategoryId, list[Placed]] = {}
        for category in self.categories.values():
            for standard in category.standards:
                for place in standard.also_in:
                    table.setdefault(place, []).append(Placed(category.id, standard))
        return {place: tuple(rows) for place, rows in table.items()}

    @cached_property
    def by_code(self) -> Mapping[str, tuple[Category, ...]]:
        """Live categories by code; more than one means that the code is taken twice."""
        table: dict[str, list[Category]] = {}
        for category in self.categories.values():
            if category.code is not None and category.is_live:
                table.setdefault(category.code, []).append(category)
        return {code: tuple(found) for code, found in table.items()}

    # -- the tree -----------------------------------------------------------------------------

    @cached_property
    def _children(self) -> Mapping[CategoryId | None, tuple[Category, ...]]:
        table: dict[CategoryId | None, list[Category]] = {}
        for category in self.categories.values():
            table.setdefault(category.parent, []).append(category)
        return {parent: tuple(sorted(found, key=sibling_key)) for parent, found in table.items()}

    def children(self, parent: CategoryId | None) -> tuple[Category, ...]:
        """Children in the natural order of their codes, retired ones too; None gives the roots."""
        return self._children.get(parent, ())

    def walk(self, root: CategoryId | None = None) -> Iterator[tuple[int, Category]]:
        """Depth and category, parents first. Without `root`, every category exactly once.

        What cannot be reached from a root follows at depth 0: first children of parents that do
        not exist, then loops, each opened at its smallest id.
        """
        seen: set[CategoryId] = set()
        if root is not None:
            start = self.get(root)
            yield from self._descend((start,) if start else (), seen)
            return
        yield from self._descend(self.children(None), seen)
        if len(seen) == len(self.categories):
            return
        orphans = (c for c in self.categories.values() if c.parent not in self.categories)
        yield from self._descend(
            sorted((c for c in orphans if c.id not in seen), key=sibling_key), seen
        )
        for category_id in sorted(self.categories.keys() - seen):
            if category_id not in seen:
                yield from self._descend((self.categories[category_id],), seen)

    def _descend(
        self, starts: Iterable[Category], seen: set[CategoryId]
    ) -> Iterator[tuple[int, Category]]:
        stack = [(0, category) for category in reversed(tuple(starts))]
        while stack:
            depth, category = stack.pop()
            if category.id in seen:
                continue
            seen.add(category.id)
            yield depth, category
            stack.extend((depth + 1, child) for child in reversed(self.children(category.id)))

    def ancestors(self, category_id: CategoryId) -> tuple[Category, ...]:
        """From the parent up to the root; ends where a parent is missing or a loop closes."""
        found: list[Category] = []
        seen = {category_id}
        current = self.get(category_id)
        while current is not None and current.parent not in seen:
            parent = self.get(current.parent)
            if parent is None:
                break
            found.append(parent)
            seen.add(parent.id)
            current = parent
        return tuple(found)

    def depth(self, category_id: CategoryId) -> int:
        """How many ancestors it has; 0 for a root."""
        return len(self.ancestors(category_id))

    def descendants(self, category_id: CategoryId) -> tuple[Category, ...]:
        """Everything below a category, itself left out."""
        return tuple(c for _, c in self.walk(category_id) if c.id != category_id)

    def owner_of(self, category_id: CategoryId) -> OrganizationId | None:
        """Its owner, its own or inherited from the nearest ancestor."""
        category = self.get(category_id)
        line = (category, *self.ancestors(category_id)) if category else ()
        return next((c.owner for c in line if c.owner is not None), None)

    # -- changing -----------------------------------------------------------------------------

    def with_(
        self,
        *changed: Category,
        without: Iterable[CategoryId] = (),
        system: System | None = None,
        organizations: Iterable[Organization] | None = None,
        consultations: Iterable[Consultation] | None = None,
        releases: Iterable[Release] | None = None,
    ) -> Taxonomy:
        """The same system with these categories added or replaced, and those in `without` gone."""
        made = Taxonomy.__new__(Taxonomy)
        made.system = system or self.system
        made.organizations = (
            self.organizations if organizations is None else {o.id: o for o in organizations}
        )
        made.consultations = (
            self.consultations if consultations is None else {c.id: c for c in consultations}
        )
        made.releases = self.releases if releases is None else {r.release: r for r in releases}
        table = dict(self.categories)
        for category_id in without:
            table.pop(category_id, None)
        table.update((category.id, category) for category in changed)
        made.categories = table
        return made

    def released(self) -> Taxonomy:
        """What a release holds: no drafts, and nothing of the drafting itself."""
        drafts = [c.id for c in self.categories.values() if c.status == "draft"]
        return self.with_(without=drafts, consultations=(), releases=())


def sibling_key(category: Category) -> tuple[bool, tuple[tuple[int, int, str], ...], str, str]:
    """Siblings sort by code in natural order; those without a code come last, by title."""
    first_title = next(iter(category.title.values()), "")
    return (
        category.code is None,
        natural_key(category.code) if category.code is not None else (),
        first_title,
        category.id,
    )


def _unordered(category: Category) -> tuple[object, ...]:
    """A category's fields with its table of standards by id."""
    fields = [getattr(category, name) for name in category.__struct_fields__]
    index = category.__struct_fields__.index("standards")
    fields[index] = sorted(category.standards, key=lambda standard: standard.id)
    return tuple(fields)
