"""Changes as rows: each with what it changed, why, and what it follows from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from stdtree.export._office.values import Both, Values, field_of
from stdtree.label import Label, Language, same
from stdtree.model import names, words
from stdtree.model.balance import level_of
from stdtree.model.change import BASE_KINDS, Change, ChangedEntity
from stdtree.model.changed_tree import ChangedTree, changed_tree
from stdtree.model.difference import Difference
from stdtree.model.folding import Real, meanings
from stdtree.model.ids import Text
from stdtree.model.taxonomy import Taxonomy

REAL: Mapping[Real, Label] = {
    True: Label("实质", "real"),
    False: Label("形式", "virtual"),
    None: Label("待定", "undecided"),
}


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change in words."""

    number: int
    change: Change
    codes: tuple[str, str]
    """Code or standard number before and after."""
    name: str
    branch: str
    """The root below which it stands."""
    level: str
    owner: str
    home: str
    """The category that a standard is of."""
    kind: str
    field: str
    lines: tuple[Both, ...]
    """Before and after, part by part."""
    real: str
    reason: str
    bump: str
    cause: int | None
    """Number of the change that it only follows from."""
    following: int
    """How many rows below it only follow from it."""
    folded: bool
    """Whether it stands below its cause."""


class Rows:
    """The changes of one difference as rows in one language."""

    def __init__(
        self, difference: Difference, language: Language, *, only: frozenset[str] | None = None
    ) -> None:
        """With `only`, of items that came or went just these fields are told."""
        self.difference = difference
        self.language: Language = language
        self._values = Values(difference, language, only=only)
        self._real = meanings(difference)
        self._reasons = _reasons(difference)

    def of(self, is_wanted: Callable[[ChangedEntity], bool]) -> Iterator[ChangeRow]:
        """The changes of these entities in the order of the tree, consequences below causes."""
        numbers = [n for n, c in enumerate(self.difference.changes, 1) if is_wanted(c.entity)]
        tree = changed_tree(self.difference, only=numbers)
        for shown, branch in _in_order(tree):
            below = tree.folded.get(shown, ())
            yield self._row(shown, self._in(branch), following=len(below))
            yield from (self._row(number, self._in(branch), folded=True) for number in below)

    def _row(
        self, number: int, branch: str, *, following: int = 0, folded: bool = False
    ) -> ChangeRow:
        change = self.difference.changes[number - 1]
        codes, name = self._called(change)
        side, place = self._place(change)
        owner = side.owner_of(place) if place else None
        level = level_of(side, place) if place else None
        reasons = [names.text(reason) for reason in self._reasons.get(number, ())]
        titles = {level.id: names.text(level.title) for level in side.system.levels}
        return ChangeRow(
            number=number,
            change=change,
            codes=codes,
            name=name,
            branch=branch,
            level=self._in(titles[level]) if level else "",
            owner=self._in(names.organization(side, owner)) if owner else "",
            home=self._in(names.category(side, place)) if change.entity == "standard" else "",
            kind=self._in(BASE_KINDS[change.kind]),
            field=self._in(field_of(change, self.difference.after.taxonomy)),
            lines=self._values.lines(change),
            real=self._in(REAL[self._real[number - 1]]),
            reason="\n".join(reason.in_(self.language) for reason in dict.fromkeys(reasons)),
            bump=self._in(words.BUMP[self.difference.bumps.get(number, "none")]),
            cause=self.difference.causes.get(number),
            following=following,
            folded=folded,
        )

    def _called(self, change: Change) -> tuple[tuple[str, str], str]:
        """Codes on both sides, and the newer title."""
        sides = (self.difference.before.taxonomy, self.difference.after.taxonomy)
        if change.entity == "category":
            found = [side.get(change.id) for side in sides]
            known = found[1] or found[0]
            codes = [(one.code or "") if one else "" for one in found]
            title = names.text(known.title) if known else same(change.id)
        elif change.entity == "standard":
            placed = [side.standard(change.id) for side in sides]
            row = placed[1] or placed[0]
            codes = [(one.standard.number or "") if one else "" for one in placed]
            title = names.text(row.standard.title) if row else same(change.id)
        else:
            codes, newer = ["", ""], names.named(sides[1], change.entity, change.id)
            gone = change.kind == "removed"
            title = names.named(sides[0], change.entity, change.id) if gone else newer
        return (codes[0], codes[1]), self._in(title)

    def _place(self, change: Change) -> tuple[Taxonomy, str | None]:
        """Where in which tree it stands: a category itself, a standard's home."""
        after, before = self.difference.after.taxonomy, self.difference.before.taxonomy
        if change.entity == "category":
            return (after if change.id in after.categories else before), change.id
        if change.entity == "standard":
            for side in (after, before):
                if placed := side.standard(change.id):
                    return side, placed.home
        return after, None

    def _in(self, label: Label) -> str:
        return label.in_(self.language)


def _in_order(tree: ChangedTree) -> Iterator[tuple[int, Label]]:
    """Numbers of changes as the tree has them, each with the root below which it stands."""
    roots: list[Label] = []
    for line in tree.lines:
        roots.append(names.of_category(line.category) if line.up < 0 else roots[line.up])
        yield from ((number, roots[-1]) for number in line.changes)
        yield from ((number, roots[-1]) for row in line.rows for number in row.changes)
    yield from ((number, same("")) for thing in tree.things for number in thing.changes)


def _reasons(difference: Difference) -> Mapping[int, list[Text]]:
    """What was declared of each change: with its events, or with a retirement."""
    found: dict[int, list[Text]] = defaultdict(list)
    for event in difference.events:
        if event.reason:
            for number in event.changes:
                found[number].append(event.reason)
    for number, change in enumerate(difference.changes, 1):
        if change.kind == "retired" and isinstance(change.to, Mapping) and change.to.get("reason"):
            found[number].append(change.to["reason"])
    return found
