"""The form of an operation: fields, what is wrong beside them, and what it will do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.containers import Horizontal, VerticalScroll
from textual.worker import get_current_worker

from stdtree.edit import Operation
from stdtree.errors import EditError, StdtreeError
from stdtree.label import Label, Language, same
from stdtree.model.finding import Finding
from stdtree.model.taxonomy import Taxonomy
from stdtree.tui import waiting
from stdtree.tui.dialogs.dialog import CANCEL, OK
from stdtree.tui.dialogs.entering import EnteringDialog
from stdtree.tui.dialogs.question import BACK, Question
from stdtree.tui.entries import EntryError
from stdtree.tui.form import Form
from stdtree.tui.hints import fields_of, in_form_words
from stdtree.tui.present.cells import wrap
from stdtree.tui.present.effects import effects, findings_told
from stdtree.tui.widgets.fields import Context, Field, field_for
from stdtree.tui.widgets.said import SILENT, Said

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer
    from textual.widget import Widget

Trial = Callable[[Taxonomy, Taxonomy], tuple[tuple[Finding, ...], tuple[Finding, ...]] | None]
"""From a tree to another: the findings that come and those that go, where that is known."""

SETTLED = 0.12
"""Seconds without a key after which the form looks at what was entered."""
AROUND = 9
"""Lines that the form needs beside its fields."""
USUAL = 3
"""Lines that what it will do, or a refusal, usually has."""
KEYS = Label("Tab 下一项 · Ctrl+S 确定 · Esc 取消", "Tab next field · Ctrl+S OK · Esc cancel")
TRYING = Label("正在试算会改动什么…", "finding out what it will change…")
DOING = Label("正在修改…", "doing it…")
UNDOABLE = Label("确定后为一步操作，可以撤销。", "It is one step, and can be undone.")


class FormDialog(EnteringDialog[Label]):
    """Does what was entered and gives back what was done; a refusal leaves the form as it is."""

    def __init__(
        self,
        form: Form,
        context: Context,
        *,
        do: Callable[[Operation], Label],
        trial: Trial | None = None,
    ) -> None:
        super().__init__(form.operation.title, context.language)
        self.form = form
        self.context = context
        self._do, self._trial = do, trial
        self._touched: set[str] = set()
        self._at_first: dict[str, Any] = {}
        self._settling: Timer | None = None

    def body(self) -> ComposeResult:
        """Summary, fields, what it does, buttons."""
        yield self.said(self.form.operation.summary, "summary")
        with VerticalScroll(id="fields", can_focus=False):
            for field in self.form.fields:
                yield field_for(field, self.context)
        yield self.said(SILENT, "outcome")
        with Horizontal(id="buttons"):
            yield self.button(OK, "ok")
            yield self.button(CANCEL, "cancel")
            yield self.said(KEYS, "hint")

    def on_mount(self) -> None:
        """What most needs filling in has the focus."""
        self._first_editor().focus()
        self._tell_fields()
        self._at_first = self._entered()
        self._look()

    def _first_editor(self) -> Widget:
        """What is required and empty, or a text before it; else the first text, else anything."""
        fields = list(self.query(Field))
        empty = [field for field in fields if field.field.required and not field.field.initial]
        asked = fields[: fields.index(empty[0]) + 1] if empty else fields
        texts = [field for field in asked if field.query("Entry, Area")]
        field = (*texts, *empty, *fields)[0]
        return next(widget for widget in field.query("*") if widget.can_focus)

    def on_resize(self, event: events.Resize) -> None:
        """Other room."""
        self._make_room(event.size.height)

    def _make_room(self, height: int) -> None:
        """Fields scroll where there is no room for all; what it will do stays in sight."""
        outcome = self.query_one("#outcome", Said)
        more = max(len(wrap(outcome.text, outcome.size.width)) - USUAL, 0)
        self.query_one("#fields").styles.max_height = max(height - AROUND - more, 3)

    def speak(self, language: Language) -> None:
        """Other words need other room."""
        super().speak(language)
        self.call_after_refresh(lambda: self._make_room(self.size.height))

    def on_field_changed(self, event: Field.Changed) -> None:
        """Look at the entered values once the typing pauses."""
        self._tell_fields()
        # fields also speak up when they are filled for the first time
        if self._entered().get(event.name) != self._at_first.get(event.name):
            self._touched.add(event.name)
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(SETTLED, self._look)

    def _tell_fields(self) -> None:
        entered = self._entered()
        for field in self.query(Field):
            field.others_changed(entered)

    def read(self) -> Operation | dict[str, Label]:
        """The operation as entered, or by field what is wrong."""
        entered = self._entered()
        problems = {name: value for name, value in entered.items() if isinstance(value, Label)}
        return problems or self.form.build(entered)

    def _entered(self) -> dict[str, Any]:
        """By field its value, or what is wrong with it."""
        entered: dict[str, Any] = {}
        for field in self.query(Field):
            try:
                entered[field.field.name] = field.value
            except EntryError as problem:
                entered[field.field.name] = problem.label
        return entered

    def has_words(self) -> bool:
        """Whether a field holds something else than at first."""
        return self._entered() != self._at_first

    def _look(self) -> None:
        """Show what is wrong with the fields touched so far, or find out what would happen."""
        if not self.is_attached:
            return
        read = self.read()
        if isinstance(read, dict):
            self.workers.cancel_group(self, "trial")
            shown = {name: label for name, label in read.items() if name in self._touched}
            self._show(shown, SILENT)
        else:
            self.run_worker(lambda: self._try(read), thread=True, exclusive=True, group="trial")

    def _try(self, operation: Operation) -> None:
        """In a thread: what the operation would do; then, as far as known, to the findings."""
        before, worker = self.form.taxonomy, get_current_worker()

        def tell(outcome: Label) -> None:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._show, {}, outcome)

        try:
            after = operation.apply(before)
        except EditError as error:
            tell(self._refusal(error) if self._touched else SILENT)
            return
        outcome = same("→ ") + operation.describe(before) + same("\n") + effects(before, after)
        if operation.destructive:
            outcome += same("\n") + UNDOABLE
        tell(outcome)
        found = self._trial(before, after) if self._trial and not worker.is_cancelled else None
        findings = findings_told(*found) if found else SILENT
        if findings.zh:
            tell(outcome + same("\n") + findings)

    def accept(self) -> None:
        """Apply what is entered, or say what is wrong with it."""
        read = self.read()
        self._touched.update(field.name for field in self.form.fields)
        self.workers.cancel_group(self, "trial")
        if isinstance(read, dict):
            self._show(read, SILENT)
            first = next(iter(self.query(Field).filter(f"#field-{next(iter(read))}")), None)
            if first is not None:
                next(iter(w for w in first.query("*") if w.can_focus)).focus()
            return
        self.run_worker(self._accepted(read), group="accept")

    async def _accepted(self, operation: Operation) -> None:
        """Do it; who is refused finds everything as it was entered."""
        try:
            if self.form.operation.destructive and not await self._is_meant(operation):
                return
            done = await waiting.done(
                self, self.form.operation.title, DOING, work=lambda: self._do(operation)
            )
        except StdtreeError as error:
            self._show({}, self._refusal(error))
        else:
            self.dismiss(done)

    async def _is_meant(self, operation: Operation) -> bool:
        """Say first what will be gone."""
        before, title = self.form.taxonomy, self.form.operation.title
        told = await waiting.given(
            self, title, TRYING, work=lambda: effects(before, operation.apply(before))
        )
        if told is None:
            return False
        question = Question(
            title,
            operation.describe(before),
            {"yes": title, "no": BACK},
            language=self.language,
            hint=told + same("\n") + UNDOABLE,
        )
        return await self.app.push_screen_wait(question) == "yes"

    def _refusal(self, error: StdtreeError) -> Label:
        refused = same("✗ ") + error.message
        if error.hint is None:
            return refused
        return refused + same("\n→ ") + in_form_words(error.hint, fields_of(self.form.operation))

    def _show(self, problems: dict[str, Label], outcome: Label) -> None:
        if not self.query("#outcome"):  # the dialog is closing
            return
        for field in self.query(Field):
            field.show_problem(problems.get(field.field.name))
        self.query_one("#outcome", Said).tell(outcome)
        self._make_room(self.size.height)
