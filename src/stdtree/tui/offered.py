"""What the palette offers for what was typed: commands, operations, places in the tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from stdtree.edit import operation_ids, operation_type
from stdtree.label import Label, Language
from stdtree.model.finding import Subject
from stdtree.search.pinyin import initials
from stdtree.store.preferences import Choice, prefer, preference
from stdtree.tui.command import Command
from stdtree.tui.commands import every
from stdtree.tui.dialogs.choose import Option
from stdtree.tui.flows.operate import usual_first
from stdtree.tui.keys import shown
from stdtree.tui.picking import Picker, matches, plain
from stdtree.tui.present.line import Line, Piece

Chosen: TypeAlias = Command | str | Subject
"""A command, the id of an operation, or where to go."""

ONLY = ">"
"""What is typed before the name of a command where no categories are wanted."""
PLACES = 20
"""How many categories and standards are offered beside the commands."""
FEW = 3
"""Letters that are enough to be mistyped."""
LIKENESS = 75
"""How like, of 100, a name has to be that nothing typed is in."""
_RECENT = "recent_commands"
_KEPT = 8


@dataclass(frozen=True, slots=True)
class Offer:
    """A command or operation by its names."""

    value: Command | str
    label: Label
    key: str
    why_not: Label | None = None

    @property
    def id(self) -> str:
        """Its name in the list of those used last."""
        return self.value if isinstance(self.value, str) else self.value.id

    def option(self, language: Language) -> Option[Chosen]:
        """As the list shows it."""
        other = self.label.en if language == "zh" else self.label.zh
        left = (Piece(self.label.in_(language)), Piece(f"  {other}", "dim"))
        right = (Piece(f" {self.key}", "code"),) if self.key else ()
        return Option(Line(left, right), self.value, self.why_not)


def offers_of(
    commands: Iterable[Command], why_not: Callable[[Command], Label | None], *, operations: bool
) -> list[Offer]:
    """What can be chosen from; the operations of the tree first, if they apply."""
    found = usual_first(operation_ids()) if operations else []
    return [
        *(Offer(one, operation_type(one).title, _key_of(one)) for one in found),
        *(
            Offer(command, command.label, shown(command.keys[0]), why_not(command))
            for command in commands
            if not (operations and command.operation)
        ),
    ]


def options(
    offers: Sequence[Offer], typed: str, language: Language, *, picker: Picker | None = None
) -> list[Option[Chosen]]:
    """What fits, best first, and of equals what was used last; then the places of that name."""
    words = plain(typed).strip()
    wanted = words.removeprefix(ONLY).strip()
    ranked = _fitting(offers, wanted) or _like(offers, wanted)
    found: list[Option[Chosen]] = [one.option(language) for one in ranked]
    if picker is None or not words or words.startswith(ONLY):
        return found
    places = picker.everything(typed, language)[:PLACES]
    found.extend(Option(one.line, one.value) for one in places)
    return found


def used(value: Command | str) -> None:
    """Remember what was chosen: it stands first the next time."""
    chosen = value if isinstance(value, str) else value.id
    kept = [one for one in _recent() if one != chosen]
    recent: list[Choice] = [chosen, *kept[: _KEPT - 1]]
    prefer(_RECENT, recent)


def _fitting(offers: Sequence[Offer], wanted: str) -> list[Offer]:
    recent = _recent()

    def rank(offer: Offer) -> tuple[bool, int]:
        names = (plain(offer.label.zh), initials(offer.label.zh), plain(offer.label.en))
        begins = any(name.startswith(wanted) for name in names)
        return not begins, recent.index(offer.id) if offer.id in recent else _KEPT

    fitting = (one for one in offers if matches(wanted, (one.id, one.label.zh, one.label.en)))
    return sorted(fitting, key=rank)


def _like(offers: Sequence[Offer], wanted: str) -> list[Offer]:
    """What is called almost as was typed."""
    if len(wanted) < FEW:
        return []
    from rapidfuzz import fuzz, process  # only when somebody mistyped

    names = [f"{plain(one.label.zh)} {plain(one.label.en)}" for one in offers]
    found = process.extract(
        wanted, names, scorer=fuzz.partial_ratio, score_cutoff=LIKENESS, limit=FEW
    )
    return [offers[index] for _, _, index in found]


def _recent() -> list[str]:
    kept = preference(_RECENT)
    return [one for one in kept if isinstance(one, str)] if isinstance(kept, list) else []


def _key_of(operation: str) -> str:
    """The key that opens the form of an operation, if there is one."""
    found = (shown(command.keys[0]) for command in every() if command.operation == operation)
    return next(found, "")
