"""Files were changed by another program where we have edits: both sides, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widgets import Button

from stdtree.label import Label, Language
from stdtree.tui.dialogs.dialog import Dialog
from stdtree.tui.present.collision import collision_lines
from stdtree.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from stdtree.workspace.colliding import Collision

TITLE = Label("他人也改动了这些类目", "Others have changed the same categories")
TEXT = Label(
    "没有覆盖任何文件。标 ! 的字段双方都改了；其余字段互不影响。",
    "Nothing was overwritten. Fields marked ! were changed by both; the others get on together.",
)
ANSWERS = {
    "again": Label("重做我的修改", "Apply mine again"),
    "theirs": Label("保留他人的", "Keep theirs"),
    "patch": Label("我的写成补丁", "Mine to a patch"),
    "later": Label("以后再说", "Later"),
}
HINT = Label(
    "重做：标 ! 的字段取我的，其余取他人的，保存前可撤销；写成补丁：以后可重新应用",
    "Again: mine where marked !, theirs elsewhere; it can be undone. A patch can be applied later",
)


class OutsideDialog(Dialog[str]):
    """Gives back one of `ANSWERS`."""

    def __init__(self, collisions: Sequence[Collision], *, language: Language) -> None:
        super().__init__(TITLE, language)
        self._collisions = collisions

    def body(self) -> ComposeResult:
        """What happened, both sides, answers."""
        yield self.said(TEXT, "text")
        yield Lines(widget_id="collisions")
        yield self.said(HINT, "hint")
        with Horizontal(id="buttons"):
            for answer, label in ANSWERS.items():
                yield self.button(label, answer)

    def on_mount(self) -> None:
        """The first answer is one key away; Tab leads to the list."""
        self.query(Button).first().focus()
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        """Columns wrap anew."""
        self.call_after_refresh(self._show)

    def speak(self, language: Language) -> None:
        """The fields in another language, too."""
        super().speak(language)
        self._show()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer."""
        self.dismiss(event.button.id)

    def _show(self) -> None:
        pane = self.query_one("#collisions", Lines)
        width = max(pane.scrollable_content_region.width, 20)
        pane.show(collision_lines(self._collisions, self.language, width))
