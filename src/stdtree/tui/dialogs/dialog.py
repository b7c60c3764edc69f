"""What all dialogs share: a frame with a title; Escape gives no answer, F12 switches language."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button

from stdtree.label import Label, Language
from stdtree.safe import safe
from stdtree.tui.widgets.said import Answer as AnswerButton
from stdtree.tui.widgets.said import Said, Speaking

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

Answer = TypeVar("Answer")

OK = Label("确定", "OK")
CANCEL = Label("取消", "Cancel")
HELP = Label("对话框中的按键", "Keys in dialogs")
KEYS_HERE = Label(
    "Tab、Shift+Tab  下一项、上一项\n"
    "Ctrl+S、F10     确定（输入法开着也可用）\n"
    "Esc             取消；填写过内容时先询问\n"
    "← →、空格       更改所选的值\n"
    "⏎ 或字母        打开列表，输入编号、名称或拼音首字母筛选\n"
    "F2              为多行的一项选取\n"
    "F4              用外部编辑器写长文字\n"
    "F12             切换中文/英文",
    "Tab, Shift+Tab  next, previous field\n"
    "Ctrl+S, F10     OK (with an input method on, too)\n"
    "Esc             cancel; asks first if something was entered\n"
    "← →, Space      change the value chosen\n"
    "Enter, letters  open the list: code, title or pinyin initials filter it\n"
    "F2              choose for a field of several lines\n"
    "F4              write a long text in an editor of your own\n"
    "F12             switch Chinese/English",
)
ACCEPT = frozenset(("ctrl+s", "f10"))
"""Keys that mean OK where Enter means something else."""


class Dialog(ModalScreen[Answer | None]):
    """A framed question over the screen. Dismisses with the answer, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("tab", "app.focus_next", ""),
        ("shift+tab", "app.focus_previous", ""),
    ]
    AUTO_FOCUS = None

    def __init__(self, title: Label, language: Language) -> None:
        super().__init__()
        self.heading = title
        self.language: Language = language

    def compose(self) -> ComposeResult:
        """The frame with its body."""
        with Vertical(id="frame") as frame:
            frame.border_title = Content(safe(self.say(self.heading)))
            yield from self.body()

    def body(self) -> ComposeResult:
        """What stands inside the frame."""
        raise NotImplementedError

    def takes(self, event: events.Key) -> bool:
        """Do what a key means in this dialog; False if it means nothing here.

        Subclasses override this and not `on_key`: Textual calls the handlers of all base classes.
        """
        del event
        return False

    def say(self, label: Label) -> str:
        """The label in the language of the interface."""
        return label.in_(self.language)

    def said(
        self, label: Label, widget_id: str | None = None, *, classes: str | None = None
    ) -> Said:
        """Running text that follows the language of the interface."""
        return Said(label, self.language, widget_id=widget_id, classes=classes)

    def button(self, label: Label, answer: str) -> Button:
        """A button; its id is the answer it stands for."""
        return AnswerButton(label, self.language, answer=answer)

    def speak(self, language: Language) -> None:
        """Go on in another language; what was entered stays. Subclasses add what is their own."""
        self.language = language
        self.query_one("#frame").border_title = Content(safe(self.say(self.heading)))
        for widget in self.query("*"):
            if isinstance(widget, Speaking):
                widget.speak(language)

    def switch_language(self) -> None:
        """Chinese or English, here and on the screens below."""
        language: Language = "en" if self.language == "zh" else "zh"
        for screen in self.app.screen_stack:
            if isinstance(screen, Dialog):
                screen.speak(language)
            elif getattr(screen, "language", language) != language:
                screen.do_language()  # type: ignore[attr-defined]  # those that have a language

    def help(self) -> None:
        """What the keys do in dialogs; once more closes it."""
        if self.heading is HELP:
            self.dismiss(None)
            return
        from stdtree.tui.dialogs.question import Question  # a dialog, too

        keys = {"ok": OK}
        self.app.push_screen(Question(HELP, KEYS_HERE, keys, language=self.language))

    def on_key(self, event: events.Key) -> None:
        """The dialog's own keys; Escape gives no answer; arrows go from button to button."""
        if self.takes(event):
            event.stop()
            event.prevent_default()
        elif event.key == "escape":
            event.stop()
            self.dismiss(None)
        elif event.key == "f12":
            event.stop()
            self.switch_language()
        elif event.key == "f1":
            event.stop()
            self.help()
        elif isinstance(self.focused, Button) and event.key in {"left", "up"}:
            self.focus_previous()
        elif isinstance(self.focused, Button) and event.key in {"right", "down"}:
            self.focus_next()
