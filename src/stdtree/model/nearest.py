"""What was probably meant by a code, id or name that is not there."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from stdtree.label import Label, same
from stdtree.model.names import listed

_ALIKE = 65
"""From which likeness (0 to 100) a suggestion helps more than it irritates."""
_BEGINNING = 3
"""From how many letters on the beginning of a name stands for it."""
_BEHIND = 15
"""How much less alike than the likest a further suggestion may be."""


def nearest(wrong: str, known: Iterable[str], *, limit: int = 3) -> tuple[str, ...]:
    """Those of `known` that look like `wrong`, the likest first; often none.

    Letters count (`incubatoin` is incubation), and so do whole words and beginnings: `gb/t 34670`
    is GB/T 34670-2017, `transfer` is technology-transfer, `dupl` is duplicate-code.
    """
    from rapidfuzz import fuzz, process, utils

    names = list(known)
    likeness: dict[str, float] = {}
    for scorer in (fuzz.ratio, fuzz.token_set_ratio):
        for name, score, _ in process.extract(
            wrong,
            names,
            scorer=scorer,
            processor=utils.default_process,
            score_cutoff=_ALIKE,
            limit=None,
        ):
            likeness[name] = max(score, likeness.get(name, 0))
    if len(wrong) >= _BEGINNING:
        start = wrong.casefold()
        likeness |= {name: 100 for name in names if name.casefold().startswith(start)}
    enough = max(likeness.values(), default=0) - _BEHIND
    found = sorted(
        (name for name, score in likeness.items() if score >= enough),
        key=lambda name: (-likeness[name], name),
    )
    return tuple(found[:limit])


def did_you_mean(
    wrong: str, known: Iterable[str], show: Callable[[str], Label] = same
) -> Label | None:
    """A hint that asks for the nearest ones, each as `show` shows it; None if nothing is near."""
    near = dict.fromkeys(show(name) for name in nearest(wrong, known))
    return Label("是不是：", "did you mean: ") + listed(near) + Label("？", "?") if near else None


class Guesses:
    """What is meant by many wrong names, each looked for once, and only by so many.

    Every guess looks at all names that there are: a file gone wrong in a large system would take
    minutes, for hints that nobody reads any more.
    """

    MOST = 100

    def __init__(self, otherwise: Label) -> None:
        self._otherwise = otherwise
        """The hint where nothing is near, or enough was guessed."""
        self._made: dict[tuple[str, str], Label] = {}

    def hint(self, wrong: str, known: Iterable[str], *, kind: str = "") -> Label:
        """The hint for a name that is not among `known`, all of one kind."""
        found = self._made.get((kind, wrong))
        if found is None:
            guess = did_you_mean(wrong, known) if len(self._made) < self.MOST else None
            found = self._made[kind, wrong] = guess or self._otherwise
        return found
