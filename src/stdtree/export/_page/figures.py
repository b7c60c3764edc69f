"""What a difference adds up to: the figures on top of the page and its tables of statistics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stdtree.label import Label
from stdtree.model import balance, names
from stdtree.model.balance import KindCount
from stdtree.model.bump_told import bump_summary, bump_told, is_fitting
from stdtree.model.change import ChangedEntity
from stdtree.model.counts import counts
from stdtree.model.difference import Difference
from stdtree.model.statistics import TOTAL, compared


@dataclass(frozen=True)
class Compared:
    """A line of a table: how many before, how many after."""

    word: Label
    before: int
    after: int

    @property
    def by(self) -> str:
        """The step between them, with its sign."""
        step = self.after - self.before
        return f"{step:+d}".replace("-", "−") if step else "0"


@dataclass(frozen=True)
class Statistic:
    """A line of the statistics table: how many standards there should be and how many there are."""

    word: Label
    needed: Compared
    existing: Compared


@dataclass(frozen=True)
class Figures:
    """All figures of the page."""

    changes: int
    consequences: int
    events: int
    holds: tuple[Compared, ...]
    """Categories, existing and planned standards on both sides."""
    kinds: tuple[KindCount, ...]
    levels: tuple[Compared, ...]
    """Active categories by level; the last line is the total."""
    statistics: tuple[tuple[Label, tuple[Statistic, ...]], ...]
    """By what is counted; the last line of each is the total."""
    bump: Label
    is_fitting: bool
    """False where the release number did not grow as the changes call for."""

    def total(self, entity: ChangedEntity) -> int:
        """How many changes of all kinds are of this entity."""
        return sum(row.entities.get(entity, 0) for row in self.kinds)


_NO_LEVEL = Label("不在任何层级", "on no level")


def figures(difference: Difference) -> Figures:
    """Everything that is counted."""
    before, after = counts(difference.before.taxonomy), counts(difference.after.taxonomy)
    bump = bump_summary(difference)
    return Figures(
        changes=len(difference.changes),
        consequences=len(difference.causes),
        events=len(difference.events),
        holds=(
            Compared(Label("类目", "Categories"), before.categories, after.categories),
            Compared(Label("现有标准", "Existing standards"), before.standards, after.standards),
            Compared(Label("拟制定标准", "Planned standards"), before.planned, after.planned),
        ),
        kinds=balance.kinds(difference),
        levels=tuple(_levels(difference)),
        statistics=tuple(_statistics(difference)),
        bump=bump_told(bump),
        is_fitting=is_fitting(bump),
    )


def _levels(difference: Difference) -> Iterator[Compared]:
    ends = difference.before.taxonomy, difference.after.taxonomy
    titles = {level.id: level.title for end in ends for level in end.system.levels}
    found = balance.levels(difference)
    for row in found:
        word = names.text(titles[row.level]) if row.level else _NO_LEVEL
        yield Compared(word, row.from_, row.to)
    yield Compared(TOTAL, sum(row.from_ for row in found), sum(row.to for row in found))


def _statistics(difference: Difference) -> Iterator[tuple[Label, tuple[Statistic, ...]]]:
    for by, pairs in compared(difference):
        yield (
            by,
            tuple(
                Statistic(
                    pair.after.word,
                    Compared(pair.after.word, pair.before.needed, pair.after.needed),
                    Compared(pair.after.word, pair.before.existing, pair.after.existing),
                )
                for pair in pairs
            ),
        )
