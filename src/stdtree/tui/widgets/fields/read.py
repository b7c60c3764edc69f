"""Fields of one line that are read while they are typed: standard numbers, adoptions, dates."""

from __future__ import annotations

from datetime import date
from typing import Any

from stdtree.label import Label, same
from stdtree.model.adoption import adoption_of, noted
from stdtree.model.standard_number import normalise
from stdtree.tui.dates import parse_date, stepped
from stdtree.tui.present.number_told import adoption_told, number_told
from stdtree.tui.widgets.entry import Entry
from stdtree.tui.widgets.fields.plain import LineField, StepField

_WEEKDAYS = (
    *(Label("周一", "Monday"), Label("周二", "Tuesday"), Label("周三", "Wednesday")),
    *(Label("周四", "Thursday"), Label("周五", "Friday"), Label("周六", "Saturday")),
    Label("周日", "Sunday"),
)
_NO_DATE = Label(
    "不是日期：如 2027、2027-6、2027年6月30日、今天",
    "no date: such as 2027, 2027-6, 2027-6-30, today",
)
_FULL = len("2027-06-30")


class ReadField(LineField):
    """A line with one way to write it: what is typed is read so, and written so on leaving."""

    def normal(self, text: str) -> str:
        """The one way to write it; `text` itself where it has none."""
        raise NotImplementedError

    @property
    def value(self) -> Any:
        """The normal form; what nobody touched stays as it was."""
        text = self.typed
        return text if text == (self.field.initial or "") else self.normal(text)

    def on_descendant_blur(self) -> None:
        """Show the form that is kept."""
        entry, value = self.query_one(Entry), self.value
        if entry.value != value:
            entry.value = value


class NumberField(ReadField):
    """A standard number, and what it says."""

    def normal(self, text: str) -> str:
        """The one spelling."""
        return normalise(text)

    def meaning(self) -> Label:
        """Issuer, nature, year."""
        return number_told(self.typed)


class AdoptionField(ReadField):
    """An adopted international standard with its degree."""

    def normal(self, text: str) -> str:
        """Number, degree."""
        return noted(adoption_of(text)) or text

    def meaning(self) -> Label:
        """The degree in words."""
        return adoption_told(self.typed)


class DateField(ReadField, StepField):
    """A date in any usual form; arrows step by its last part."""

    def normal(self, text: str) -> str:
        """YYYY, YYYY-MM or YYYY-MM-DD."""
        kept = parse_date(text, self.context.today)
        return text if kept is None else kept

    def stepped(self, steps: int) -> str:
        """Days, months or years on."""
        return stepped(self.typed, steps, self.context.today)

    def meaning(self) -> Label:
        """How it is kept, and the day of the week; or that it is no date."""
        kept = parse_date(self.typed, self.context.today)
        if kept is None:
            return _NO_DATE
        told = same("" if kept == self.typed else f"{kept} ")
        return told + _WEEKDAYS[date.fromisoformat(kept).weekday()] if len(kept) == _FULL else told
