"""A whole category as YAML in an editor: write, look at what it does, take it or go back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.errors import StdtreeError
from stdtree.label import Label, same
from stdtree.model import names
from stdtree.tui.dialogs.long_text import LongText
from stdtree.tui.dialogs.question import Question
from stdtree.tui.outside import written_outside
from stdtree.tui.present.effects import effects
from stdtree.tui.present.line import Piece, line
from stdtree.workspace import by_hand
from stdtree.workspace.together import after_all, apply_together

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stdtree.model.category import Category
    from stdtree.tui.screens.workbench import Workbench

TITLE = Label("编辑整个类目", "Edit the whole category")
UNCHANGED = Label("没有改动", "nothing was changed")
RETIRED = Label("已废止的类目不能编辑", "a retired category is not edited")
REFUSED = Label("有 {} 处不能采用：", "This cannot be taken ({}):")
REFUSED_ANSWERS = {
    "again": Label("返回编辑", "Back to the text"),
    "discard": Label("放弃所写", "Throw it away"),
}
DO = Label("采用", "Take it")
TAKE_ANSWERS = {"take": DO, **REFUSED_ANSWERS}
_LINE = Label("第 {} 行", "line {}")


async def edit(desk: Workbench) -> None:
    """Until what is written can be taken, or is thrown away; what was typed is there each time."""
    taxonomy = desk.workspace.taxonomy
    subject = desk.subject
    placed = taxonomy.standard(subject.id) if subject else None
    category = taxonomy.get(placed.home if placed else subject.id) if subject else None
    if category is None:
        return
    if not category.is_live:
        desk.say(RETIRED)
        return
    original = text = by_hand.text_of(category, desk.language)
    while True:
        written = await _written(desk, category, text, original=original)
        if written is None or not written.strip() or written == original:
            desk.say(UNCHANGED)
            return
        text = written
        found = by_hand.read(text, taxonomy, category)
        if found.troubles:
            answer = await _refused(desk, category, found.troubles)
        elif not found.operations:
            desk.say(UNCHANGED)
            return
        else:
            told = effects(taxonomy, after_all(taxonomy, found.operations))
            answer = await desk.ask(
                Question(TITLE, found.label, TAKE_ANSWERS, language=desk.language, hint=told)
            )
        if answer == "take":
            done = apply_together(desk.workspace, found.operations, found.label)
            desk.renew()
            desk.say(done)
            return
        if answer == "discard":
            desk.say(UNCHANGED)
            return


async def _written(desk: Workbench, category: Category, text: str, *, original: str) -> str | None:
    """The text after somebody has written in it; None if they gave up."""
    try:
        written = written_outside(desk.app, text, name=f"{category.id}.yaml")
    except StdtreeError as error:
        desk.tell(error)
        return None
    if written is not None:
        return written
    title = TITLE + same(" ") + names.of_category(category)
    return await desk.ask(LongText(title, text, original=original, language=desk.language))


async def _refused(
    desk: Workbench, category: Category, troubles: Sequence[by_hand.Trouble]
) -> str | None:
    """Say where the text cannot be taken, and what to do about it."""
    language = desk.language
    listed = [
        line(
            Piece(f"{_LINE.in_(language).format(one.line)}  ", "code"),
            Piece(one.message.in_(language), "bad"),
            Piece(f" → {one.hint.in_(language)}", "dim"),
        )
        for one in troubles
    ]
    count = len(troubles)
    text = Label(REFUSED.zh.format(count), REFUSED.en.format(count))
    title = TITLE + same(" ") + names.of_category(category)
    question = Question(title, text, REFUSED_ANSWERS, language=language, lines=listed)
    return await desk.ask(question) or "again"
