"""A release: its number and date, what it still waits for, and notes for its readers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from textual.containers import Horizontal
from textual.widget import Widget

from stdtree.errors import StdtreeError
from stdtree.label import Label, Language, same
from stdtree.tui.dialogs.choose import MOVES
from stdtree.tui.dialogs.dialog import CANCEL
from stdtree.tui.dialogs.entering import EnteringDialog
from stdtree.tui.present.checklist import LED, Point, checklist_rows
from stdtree.tui.widgets.entry import Area, Entry
from stdtree.tui.widgets.lines import Lines
from stdtree.tui.widgets.said import Said
from stdtree.workspace.checklist import Topic

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

TITLE = Label("发布版本", "Make a release")
FIELDS = {
    "name": Label("版本号", "Number"),
    "date": Label("发布日期", "Date of issue"),
    "reason": Label("版本号偏小的理由", "Why not larger"),
    "notes": Label("版本说明", "Notes"),
}
CHECKLIST = Label("发布前检查", "Before the release")
CHECKING = Label("正在检查…", "checking…")
RELEASE = Label("发布", "Release")
WARNING = Label(
    "Ctrl+S 发布（先预演，再确认）· Tab 到检查表，⏎ 处理所在项 · Esc 取消",
    "Ctrl+S release (shown first, then confirmed) · Tab to the list, ⏎ sees to a point · Esc",
)
WAITS = Label("✗ 检查表还有未完成的项", "✗ the checklist is not done yet")
NO_DATE = Label("✗ 日期写作 2027-03-01", "✗ write the date as 2027-03-01")
SETTLED = 0.4
"""Seconds without a key after which the checklist is gone through again."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A release as entered."""

    name: str
    date: str
    notes: Mapping[str, str]
    reason: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Refused:
    """A point that stands for all others: the number cannot be that of a release."""

    label: Label
    hint: Label | None
    done: bool = False
    topic: Topic = "number"


@dataclass(frozen=True, slots=True)
class Todo:
    """A point of the checklist to see to first, and what was entered until then."""

    topic: Topic
    planned: Planned


class ReleaseDialog(EnteringDialog[Planned | Todo]):
    """Gives back a release whose checklist is done, or a point of it that somebody sees to."""

    def __init__(
        self,
        proposed: Planned,
        check: Callable[[Planned], Sequence[Point]],
        *,
        languages: Sequence[str],
        language: Language,
    ) -> None:
        super().__init__(TITLE, language)
        self._proposed, self._check, self._languages = proposed, check, tuple(languages)
        self._points: Sequence[Point] | None = None
        """None while they are gone through."""
        self._rows: Sequence[Point] = ()
        """The point of each line."""
        self._settling: Any = None
        self._asked: tuple[object, ...] | None = None
        """What the checklist was last gone through for."""

    def body(self) -> ComposeResult:
        """Number, date, reason, notes; the checklist; buttons."""
        yield self._row("name", Entry(self._proposed.name, widget_id="name"))
        yield self._row("date", Entry(self._proposed.date, widget_id="date"))
        reason = "".join(self._proposed.reason.values())
        yield self._row("reason", Entry(reason, widget_id="reason"))
        for tag in self._languages:
            notes = Area(self._proposed.notes.get(tag, ""), widget_id=f"notes-{tag}")
            yield self._row("notes", notes, f" {tag}")
        yield self.said(CHECKLIST, "checklist-title")
        yield Lines(widget_id="checklist")
        with Horizontal(id="buttons"):
            yield self.button(RELEASE, "ok")
            yield self.button(CANCEL, "cancel")
            yield self.said(WARNING, "hint")

    def _row(self, name: str, editor: Widget, after: str = "") -> Widget:
        title = self.said(FIELDS[name] + same(after), classes="field-name")
        return Horizontal(title, editor, classes="field-row")

    def on_mount(self) -> None:
        """Go through the checklist at once."""
        self.query_one("#name").focus()
        self._go_through()

    def on_input_changed(self) -> None:
        """Another number, date or reason: go through the checklist again.

        Fields also say that they changed when they are first shown; that changes nothing.
        """
        if _decides(self._entered()) == self._asked:
            return
        self._asked = None
        self._points = None
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(SETTLED, self._go_through)

    def on_resize(self) -> None:
        """Points wrap anew."""
        self.call_after_refresh(self._show)

    def has_words(self) -> bool:
        """Whether there are notes or a reason."""
        entered = self._entered()
        return bool(entered.notes or entered.reason)

    def _entered(self) -> Planned:
        values = {
            name: self.query_one(f"#{name}", Entry).value.strip() for name in ("name", "date")
        }
        reason = self.query_one("#reason", Entry).value.strip()
        notes = {tag: self.query_one(f"#notes-{tag}", Area).text.strip() for tag in self._languages}
        return Planned(
            **values,
            notes={tag: text for tag, text in notes.items() if text},
            reason={self._languages[0]: reason} if reason else {},
        )

    def _go_through(self) -> None:
        self._points = None
        self._show()
        planned = self._entered()
        self._asked = _decides(planned)
        self.run_worker(lambda: self._work(planned), thread=True, exclusive=True)

    def _work(self, planned: Planned) -> None:
        """In a thread: the checklist checks the whole system."""
        points: Sequence[Point]
        try:
            points = self._check(planned)
        except StdtreeError as error:
            points = (Refused(error.message, error.hint),)
        self.app.call_from_thread(self._checked, planned, points)

    def _checked(self, planned: Planned, points: Sequence[Point]) -> None:
        if not self.is_attached:
            return
        if _decides(planned) != _decides(self._entered()):
            return
        self._points = points
        self._show()

    def speak(self, language: Language) -> None:
        """The checklist in another language, too."""
        super().speak(language)
        self._show()

    def _show(self) -> None:
        if not self.is_attached:
            return
        hint = CHECKING if self._points is None else WARNING
        self.query_one("#hint", Said).tell(hint)
        if self._points is None:
            return  # what was found last stays in sight, and the cursor where it is
        pane = self.query_one("#checklist", Lines)
        width = max(pane.scrollable_content_region.width, 20)
        rows = checklist_rows(self._points, FIELDS, self.language, width)
        self._rows = [point for _, point in rows]
        pane.show([line for line, _ in rows], cursor=pane.cursor)

    def takes(self, event: events.Key) -> bool:
        """On the checklist arrows move, and Enter sees to the point under the cursor."""
        if isinstance(self.focused, Lines) and event.key in MOVES:
            getattr(self.focused, MOVES[event.key])()
            return True
        if isinstance(self.focused, Lines) and event.key == "enter":
            self._see_to()
            return True
        return super().takes(event)

    def on_lines_chosen(self) -> None:
        """So does a double click."""
        self._see_to()

    def _see_to(self) -> None:
        cursor = self.query_one("#checklist", Lines).cursor
        point = self._rows[cursor] if cursor < len(self._rows) else None
        if self._points is None or point is None or point.done:
            return
        if point.topic == "number":
            self.query_one("#name").focus()
        elif point.topic in LED:
            self.dismiss(Todo(point.topic, self._entered()))
        elif point.hint:
            self.query_one("#hint", Said).tell(point.hint)

    def accept(self) -> None:
        """Release, if the date is one and the checklist is done."""
        entered = self._entered()
        hint = None
        if not _is_date(entered.date):
            hint = NO_DATE
        elif self._points is None or not all(point.done for point in self._points):
            hint = CHECKING if self._points is None else WAITS
        if hint is None:
            self.dismiss(entered)
        else:
            self.query_one("#hint", Said).tell(hint)


def _decides(planned: Planned) -> tuple[object, ...]:
    """What of a release the checklist depends on."""
    return planned.name, planned.date, planned.reason


def _is_date(text: str) -> bool:
    with suppress(ValueError):
        return date.fromisoformat(text).isoformat() == text
    return False
