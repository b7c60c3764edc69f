"""Which changes a reader of a comparison wants to see, and how that is told in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from stdtree.label import Label, Language
from stdtree.model import names
from stdtree.model.change import BASE_KINDS
from stdtree.model.difference import Difference
from stdtree.model.event_kind import BaseKind
from stdtree.model.ids import CategoryId, OrganizationId
from stdtree.model.selection import Selection, selected
from stdtree.tui.present.line import Line, Piece

KINDS: tuple[BaseKind, ...] = tuple(BASE_KINDS)
"""In the order of the digits that switch them."""
REAL: dict[bool | None, Label] = {
    None: Label("实质与形式变更", "real and virtual changes"),
    True: Label("只看实质变更（含待判定）", "only real changes, and undecided ones"),
    False: Label("只看形式变更", "only virtual changes"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is shown."""

    without: frozenset[BaseKind] = frozenset()
    """Kinds that are switched off."""
    real: bool | None = None
    under: CategoryId | None = None
    owner: OrganizationId | None = None

    def only(self, difference: Difference) -> frozenset[int] | None:
        """The numbers of the changes to show; None for all."""
        if self == Wanted():
            return None
        if self.without.issuperset(KINDS):
            return frozenset()
        chosen = Selection(
            kinds=frozenset(KINDS) - self.without if self.without else frozenset(),
            owners=frozenset({self.owner} if self.owner else ()),
            under=frozenset({self.under} if self.under else ()),
            real=self.real,
        )
        return selected(difference, chosen)


def filter_line(wanted: Wanted, difference: Difference, language: Language) -> Line:
    """Each kind that occurs with its digit, its count and whether it is shown; then the rest."""
    counts = Counter(change.kind for change in difference.changes)
    left = [Piece(" ")]
    for digit, kind in enumerate(KINDS, 1):
        if counts[kind]:
            mark = " " if kind in wanted.without else "x"
            shown = f"[{mark}]{BASE_KINDS[kind].in_(language)} {counts[kind]}  "
            left += [Piece(str(digit), "code"), Piece(shown)]
    told = [label.in_(language) for label in _rest(wanted, difference)]
    return Line(tuple(left), (Piece(f" {' · '.join(told)} ", "strong"),) if told else ())


def _rest(wanted: Wanted, difference: Difference) -> Iterator[Label]:
    after, before = difference.after.taxonomy, difference.before.taxonomy
    if wanted.real is not None:
        yield REAL[wanted.real]
    if wanted.owner is not None:
        side = after if wanted.owner in after.organizations else before
        yield names.organization(side, wanted.owner)
    if wanted.under is not None:
        side = after if wanted.under in after.categories else before
        yield Label("分支 ", "branch of ") + names.category(side, wanted.under)
