"""What a release is going to do, and its number typed once more: it can never be changed."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.containers import Horizontal

from stdtree.label import Label, Language
from stdtree.tui.dialogs.dialog import CANCEL
from stdtree.tui.dialogs.entering import EnteringDialog
from stdtree.tui.dialogs.release import RELEASE, TITLE
from stdtree.tui.present.line import Line, Piece, line
from stdtree.tui.widgets.entry import Entry
from stdtree.tui.widgets.lines import Lines
from stdtree.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

STEPS = Label("将执行（还没有写入任何文件）：", "What will be done (nothing is written yet):")
FILES = Label("写入 {} 个文件：", "write {} files:")
COMMIT = Label(
    "提交到分支 {}，说明“taxonomy: release {}”", 'commit to {}, saying "taxonomy: release {}"'
)
TAG = Label("加标签 taxonomy/{}", "make the tag taxonomy/{}")
STAYS = Label("不推送：推送之前大家看不到它", "nothing is pushed: others see it once you push")
ASKED = Label(
    "版本一经发布不再改动。输入版本号 {} 确认：", "A release never changes. Type {} to confirm:"
)
WRONG = Label("✗ 请输入 {}", "✗ type {}")


class ConfirmRelease(EnteringDialog[bool]):
    """Gives back True if the number was typed."""

    def __init__(self, name: str, files: Sequence[str], *, branch: str, language: Language) -> None:
        super().__init__(TITLE, language)
        self._name, self._files, self._branch = name, files, branch

    def body(self) -> ComposeResult:
        """Steps, the number, buttons."""
        yield self.said(STEPS)
        yield Lines(self._steps(), widget_id="what")
        yield self.said(_filled(ASKED, self._name))
        yield Entry(widget_id="name")
        with Horizontal(id="buttons"):
            yield self.button(RELEASE, "ok")
            yield self.button(CANCEL, "cancel")
            yield self.said(Label("", ""), "hint")

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one("#name").focus()

    def speak(self, language: Language) -> None:
        """The steps in another language, too."""
        super().speak(language)
        self.query_one("#what", Lines).show(self._steps())

    def entered(self) -> None:
        """Enter confirms."""
        self.accept()

    def has_words(self) -> bool:
        """A number that was typed is no loss."""
        return False

    def accept(self) -> None:
        """Go on if the number is the one of the release; an input method may widen it."""
        typed = unicodedata.normalize("NFKC", self.query_one("#name", Entry).value)
        if typed.replace("。", ".").strip() == self._name:
            self.dismiss(True)  # noqa: FBT003 -- Textual's
        else:
            self.query_one("#hint", Said).tell(_filled(WRONG, self._name))

    def _steps(self) -> list[Line]:
        heads = (
            _filled(FILES, len(self._files)),
            _filled(COMMIT, self._branch, self._name),
            _filled(TAG, self._name),
            STAYS,
        )
        first, *rest = (line(Piece(f" · {self.say(head)}")) for head in heads)
        files = [line(Piece(f"     {path}", "dim")) for path in self._files]
        return [*rest, first, *files]


def _filled(label: Label, *values: object) -> Label:
    return Label(label.zh.format(*values), label.en.format(*values))
