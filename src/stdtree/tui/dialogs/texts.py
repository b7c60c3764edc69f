"""Texts side by side: one column for each language, with what is missing or may be stale."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.worker import get_current_worker

from stdtree.errors import EditError, StdtreeError
from stdtree.label import Label, Language, same
from stdtree.model.finding import Finding, Subject
from stdtree.tui import sheet
from stdtree.tui.dialogs.dialog import CANCEL, OK
from stdtree.tui.dialogs.entering import EnteringDialog
from stdtree.tui.hints import in_form_words
from stdtree.tui.present.effects import effects
from stdtree.tui.present.translations import STALE_MARK, stale
from stdtree.tui.sheet import Part
from stdtree.tui.widgets.entry import Area
from stdtree.tui.widgets.fields import Context
from stdtree.tui.widgets.fields.slots import EMPTY, TO_PICK, Slot
from stdtree.tui.widgets.said import SILENT, Said, Speaking
from stdtree.workspace.together import after_all

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.timer import Timer

    from stdtree.edit import Operation

TITLE = Label("各语言的文字：", "Texts in each language: ")
KEYS = Label(
    "Tab 下一项 · F4 外部编辑器 · Ctrl+S 保存 · Esc 取消",
    "Tab next · F4 own editor · Ctrl+S save · Esc cancel",
)
CHECKED_KEY = Label("F7 译文已核对 · ", "F7 translations checked · ")
IS_CHECKED = Label("✓ 保存时记下：译文已核对", "✓ saving also says: translations checked")
NOTHING = Label("没有改动", "nothing was changed")
SEE = Label("见：", "see: ")
SETTLED = 0.15
"""Seconds without a key after which the dialog looks at what was entered."""


class Side(Vertical, Speaking):
    """One text in one language."""

    def __init__(self, tag: str, text: str, language: Language) -> None:
        super().__init__(classes="side")
        self.tag = tag
        self._text, self._language = text, language

    def compose(self) -> ComposeResult:
        """Language and mark over the text."""
        yield Said(same(self.tag), self._language, classes="side-head")
        yield Area(self._text)

    @property
    def text(self) -> str:
        """What is written."""
        found = self.query(Area)
        return found.first().text if found else self._text

    def tell(self, mark: Label | None) -> None:
        """Say what is missing or stale."""
        head = same(self.tag) + (same(f"  {STALE_MARK} ") + mark if mark else SILENT)
        self.query_one(Said).tell(head)

    def speak(self, language: Language) -> None:
        """Nothing of its own: the head speaks for itself."""
        self._language = language


class Pair(Vertical, Speaking):
    """One part in all languages, and for a note where it sends the reader."""

    class Changed(Message):
        """Something was entered."""

    def __init__(self, part: Part, tags: Sequence[str], context: Context) -> None:
        super().__init__(classes="part")
        self.part, self._tags, self.context = part, tags, context
        self._language = context.language
        self._see = part.see

    def compose(self) -> ComposeResult:
        """Head, texts, target."""
        yield Said(self.part.called, self._language, classes="part-head")
        with Horizontal(classes="pair"):
            for tag in self._tags:
                yield Side(tag, self.part.texts.get(tag, ""), self._language)
        if self.part.name == "excludes" or self._see:
            yield Slot(self._shown(), TO_PICK.in_(self._language))

    @property
    def written(self) -> Part:
        """The part as it is entered now."""
        texts = {side.tag: side.text for side in self.query(Side)}
        return sheet.written(self.part, texts or self.part.texts, self._see)

    def on_text_area_changed(self) -> None:
        """A text changed."""
        self.post_message(self.Changed())

    def on_slot_pressed(self, event: Slot.Pressed) -> None:
        """Choose where the matter goes; Delete takes it away."""
        if event.key in {"delete", "backspace"}:
            self._chosen("")
            return
        dialog = self.context.picker.dialog(
            "category", SEE + self.part.called, self._language, typed=event.typed
        )
        self.app.push_screen(dialog, self._chosen)

    def _chosen(self, chosen: str | None) -> None:
        if chosen is not None:
            self._see = chosen or None
            self.query_one(Slot).show(self._shown())
            self.post_message(self.Changed())

    def _shown(self) -> str:
        called = self.context.picker.called
        target = called("category", self._see, self._language) if self._see else None
        return SEE.in_(self._language) + (target or EMPTY.in_(self._language))

    def speak(self, language: Language) -> None:
        """The target by its other name."""
        self._language = language
        for slot in self.query(Slot):
            slot.show(self._shown(), TO_PICK.in_(language))


class TextsDialog(EnteringDialog[Label]):
    """Saves all that was written as one step; a refusal leaves everything as it is."""

    DEFAULT_CSS = """
    TextsDialog #parts { height: 1fr; scrollbar-size-vertical: 1; }
    TextsDialog .part { height: auto; margin-bottom: 1; }
    TextsDialog .part-head { text-style: bold; }
    TextsDialog .pair { height: auto; }
    TextsDialog .side { height: auto; width: 1fr; margin-right: 1; }
    TextsDialog .side-head { color: $text-muted; }
    TextsDialog .side Area { height: auto; min-height: 2; max-height: 8; }
    TextsDialog .side Area:focus { background: $primary-muted; }
    TextsDialog #outcome { color: $text-accent; min-height: 2; }
    TextsDialog #buttons { margin: 0; }
    TextsDialog.-narrow .pair, TextsDialog.-tiny .pair { layout: vertical; }
    TextsDialog.-narrow .side, TextsDialog.-tiny .side { width: 100%; }
    """

    def __init__(
        self,
        subject: Subject,
        parts: Sequence[Part],
        context: Context,
        *,
        findings: Sequence[Finding],
        do: Callable[[Sequence[Operation]], Label],
    ) -> None:
        super().__init__(TITLE + sheet.called(context.taxonomy, subject), context.language)
        self.subject, self.parts, self.context = subject, tuple(parts), context
        self._stale = stale(findings, subject)
        self._checked = False
        self._do = do
        self._settling: Timer | None = None

    def body(self) -> ComposeResult:
        """Parts, what saving does, buttons."""
        known = tuple(self.context.taxonomy.system.languages)
        more = dict.fromkeys(t for part in self.parts for t in part.texts if t not in known)
        with VerticalScroll(id="parts", can_focus=False):
            for part in self.parts:
                yield Pair(part, (*known, *more), self.context)
        yield self.said(SILENT, "outcome")
        with Horizontal(id="buttons"):
            yield self.button(OK, "ok")
            yield self.button(CANCEL, "cancel")
            yield self.said(CHECKED_KEY + KEYS if self._stale else KEYS, "hint")

    def on_mount(self) -> None:
        """The first text that a finding calls stale has the focus, else the first of all."""
        self._mark()
        pairs = list(self.query(Pair))
        wanted = (
            side
            for pair in pairs
            for side in pair.query(Side)
            if (pair.part.name, pair.part.index, side.tag) in self._stale
        )
        first = next(wanted, None) or pairs[0].query(Side).first()
        first.query_one(Area).focus()

    def on_pair_changed(self) -> None:
        """Look at what was entered once the typing pauses."""
        self._mark()
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(SETTLED, self._look)

    def has_words(self) -> bool:
        """Whether something would be saved."""
        return bool(self._operations())

    def takes(self, event: object) -> bool:
        """F7 says that the translations still fit."""
        if getattr(event, "key", "") == "f7" and self._stale:
            self._checked = not self._checked
            self._look()
            return True
        return super().takes(event)  # type: ignore[arg-type]  # a key

    def accept(self) -> None:
        """Save, or say why not."""
        self.workers.cancel_group(self, "trial")
        operations = self._operations()
        if not operations:
            self.query_one("#outcome", Said).tell(NOTHING)
            return
        try:
            self.dismiss(self._do(operations))
        except StdtreeError as error:
            self.query_one("#outcome", Said).tell(_refusal(error))

    def _operations(self) -> list[Operation]:
        written = [pair.written for pair in self.query(Pair)]
        made = sheet.operations(self.subject, self.parts, written)
        return [*made, sheet.checked(self.subject)] if self._checked else made

    def _mark(self) -> None:
        first = self.context.taxonomy.system.languages[0]
        for pair in self.query(Pair):
            written = pair.written
            for side in pair.query(Side):
                side.tell(sheet.mark(side.tag, pair.part, written, first=first, known=self._stale))

    def _look(self) -> None:
        """Find out in a thread what saving would do."""
        if self.is_attached:
            operations = self._operations()
            self.run_worker(
                lambda: self._try(operations), thread=True, exclusive=True, group="trial"
            )

    def _try(self, operations: Sequence[Operation]) -> None:
        worker, before = get_current_worker(), self.context.taxonomy
        told = SILENT
        if operations:
            try:
                told = same("→ ") + effects(before, after_all(before, operations))
            except EditError as error:
                told = _refusal(error)
        if self._checked:
            told += same("\n" if operations else "") + IS_CHECKED
        if not worker.is_cancelled:
            self.app.call_from_thread(self._tell, told)

    def _tell(self, told: Label) -> None:
        for outcome in self.query("#outcome").results(Said):  # none once the dialog is closing
            outcome.tell(told)


def _refusal(error: StdtreeError) -> Label:
    hint = same(" → ") + in_form_words(error.hint) if error.hint else SILENT
    return same("✗ ") + error.message + hint
