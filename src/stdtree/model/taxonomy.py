"""The whole tree as one immutable value, indexed once, tolerant of every broken tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from weakref import ref

from stdtree.model.category import Category, ordered
from stdtree.model.code import NaturalKey, natural_key
from stdtree.model.consultation import Consultation
from stdtree.model.correspondence import Correspondence
from stdtree.model.depths import depths
from stdtree.model.grouping import differing, grouped, live_code, parent_of
from stdtree.model.ids import CategoryId, OrganizationId, StandardId
from stdtree.model.mending import mended
from stdtree.model.organization import Organization
from stdtree.model.references import named_by
from stdtree.model.release import Release
from stdtree.model.stock import Placed, listed, live_numbers, row_ids, stocked
from stdtree.model.system import System

__all__ = ["Placed", "Taxonomy", "sibling_key"]

_REMEMBERED = 4
"""Of so many taxonomies from which one was made it knows what has changed since."""


class Taxonomy:
    """A standards system: its header, bodies, categories, and what surrounds their releases.

    Immutable. Its only invariant is that category ids are unique; loops, orphans and duplicate
    codes are representable, so that rules can report them. Indices are made when they are first
    asked for, siblings sorted parent by parent; `with_` copies tables and mends what is touched.
    """

    _made_from: tuple[tuple[ref[Taxonomy], frozenset[CategoryId]], ...] = ()
    """Earlier ones, the latest first, with the categories that may differ from theirs."""

    def __init__(  # noqa: PLR0913 -- a system has this many parts
        self,
        system: System,
        categories: Iterable[Category] = (),
        *,
        organizations: Iterable[Organization] = (),
        consultations: Iterable[Consultation] = (),
        releases: Iterable[Release] = (),
        correspondences: Iterable[Correspondence] = (),
    ) -> None:
        self.system = system
        self.categories: Mapping[CategoryId, Category] = {c.id: c for c in categories}
        self.organizations: Mapping[OrganizationId, Organization] = {o.id: o for o in organizations}
        self.consultations: Mapping[str, Consultation] = {c.id: c for c in consultations}
        self.releases: Mapping[str, Release] = {r.release: r for r in releases}
        self.correspondences: Mapping[str, Correspondence] = {c.name: c for c in correspondences}

    def __eq__(self, other: object) -> bool:
        """Equal content; the order of rows in a table of standards is presentation."""
        if not isinstance(other, Taxonomy):
            return NotImplemented
        return (
            self.system == other.system
            and self.organizations == other.organizations
            and self.consultations == other.consultations
            and self.releases == other.releases
            and self.correspondences == other.correspondences
            and self.categories.keys() == other.categories.keys()
            and (
                self.categories == other.categories
                or all(
                    mine is other.categories[key] or ordered(mine) == ordered(other.categories[key])
                    for key, mine in self.categories.items()
                )
            )
        )

    __hash__ = None  # type: ignore[assignment]  # compares by value and holds mappings

    def __repr__(self) -> str:
        """For debugging: which system, and how large."""
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
        """All standards by id; of two with one id, that of the home with the smaller id counts."""
        return stocked(self.categories.values())

    @cached_property
    def homes(self) -> Mapping[StandardId, tuple[Category, ...]]:
        """Categories by the ids of their standards; more than one: the id is taken twice."""
        return grouped(row_ids, self.categories.values())

    @cached_property
    def numbered(self) -> Mapping[str, tuple[Category, ...]]:
        """Live categories by the numbers of their standards, each in its usual spelling."""
        return grouped(live_numbers, self.categories.values())

    @cached_property
    def listed(self) -> Mapping[CategoryId, tuple[Placed, ...]]:
        """Standards that a category lists from other homes (`also_in`), by home and id."""
        return listed(self.categories.values())

    @cached_property
    def referrers(self) -> Mapping[str, tuple[Category, ...]]:
        """Categories by the ids of categories and standards that they or their standards name."""
        return grouped(named_by, self.categories.values())

    @cached_property
    def related(self) -> Mapping[CategoryId, tuple[CategoryId, ...]]:
        """Related categories of each that has any, by id, whichever of the two files says so."""
        table: dict[CategoryId, set[CategoryId]] = {}
        for category in self.categories.values():
            for other in category.related:
                table.setdefault(category.id, set()).add(other)
                table.setdefault(other, set()).add(category.id)
        return {category_id: tuple(sorted(others)) for category_id, others in table.items()}

    @cached_property
    def by_code(self) -> Mapping[str, tuple[Category, ...]]:
        """Live categories by code; more than one (by id) means that the code is taken twice."""
        return grouped(live_code, self.categories.values())

    # -- the tree -----------------------------------------------------------------------------

    @cached_property
    def _below(self) -> Mapping[CategoryId | None, tuple[Category, ...]]:
        return grouped(parent_of, self.categories.values())

    @cached_property
    def _in_order(self) -> dict[CategoryId | None, tuple[Category, ...]]:
        """Of `_below`, what somebody has asked for, sorted."""
        return {}

    def children(self, parent: CategoryId | None) -> tuple[Category, ...]:
        """Children in the natural order of their codes, retired ones too; None gives the roots."""
        found = self._in_order.get(parent)
        if found is None:
            unsorted = self._below.get(parent)
            if unsorted is None:
                return ()
            found = self._in_order[parent] = tuple(sorted(unsorted, key=sibling_key))
        return found

    def under(self, parent: CategoryId | None) -> tuple[Category, ...]:
        """Children by id: for those who do not mind the order, which has to be sorted out."""
        return self._below.get(parent, ())

    @cached_property
    def depths(self) -> Mapping[CategoryId | None, int]:
        """How deep each category hangs from a root (0); negative in a loop or on nothing."""
        return depths(self.categories, self.categories.values())

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

    def with_(  # noqa: PLR0913 -- and each of them changes
        self,
        *changed: Category,
        without: Iterable[CategoryId] = (),
        system: System | None = None,
        organizations: Iterable[Organization] | None = None,
        consultations: Iterable[Consultation] | None = None,
        releases: Iterable[Release] | None = None,
        correspondences: Iterable[Correspondence] | None = None,
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
        made.correspondences = self.correspondences
        if correspondences is not None:
            made.correspondences = {c.name: c for c in correspondences}
        touched = set(without)
        table = dict(self.categories)
        for category_id in touched:
            table.pop(category_id, None)
        table.update((category.id, category) for category in changed)
        made.categories = table
        touched.update(category.id for category in changed)
        if 2 * len(touched) <= len(self.categories):  # else making them anew is as fast
            made.__dict__.update(mended(self.categories, table, touched, self.__dict__))
            earlier = ((then, others | touched) for then, others in self._made_from if then())
            steps = ((ref(self), frozenset(touched)), *earlier)
            made.__dict__["_made_from"] = steps[:_REMEMBERED]
        return made

    def changed_since(self, before: Taxonomy) -> frozenset[CategoryId]:
        """The categories that came, went, or are another object than in `before`."""
        older, newer = before.categories, self.categories
        for then, touched in self._made_from:
            if then() is before:
                return frozenset(key for key in touched if older.get(key) is not newer.get(key))
        return differing(older, newer)

    def released(self) -> Taxonomy:
        """What a release holds: no drafts, and nothing of the drafting itself."""
        drafts = [c.id for c in self.categories.values() if c.status == "draft"]
        return self.with_(without=drafts, consultations=(), releases=(), correspondences=())


def sibling_key(category: Category) -> tuple[bool, NaturalKey, str, str]:
    """Siblings sort by code in natural order; those without a code come last, by title."""
    first_title = next(iter(category.title.values()), "")
    return (
        category.code is None,
        natural_key(category.code) if category.code is not None else (),
        first_title,
        category.id,
    )
