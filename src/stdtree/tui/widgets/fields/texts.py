"""Fields in every language of the system: titles on one line, definitions on several."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textual.containers import Horizontal
from textual.widget import Widget

from stdtree.tui.widgets.entry import Area, Entry
from stdtree.tui.widgets.fields.field import Field
from stdtree.tui.widgets.prose import Prose


class TextField(Field):
    """A line for each language."""

    def editors(self) -> Iterator[Widget]:
        """The lines, each after its language."""
        for language in self._languages():
            with Horizontal(classes="language-row"):
                yield Prose(language, classes="language")
                yield self.editor((self.field.initial or {}).get(language, ""), f"in-{language}")

    def editor(self, text: str, editor_id: str) -> Widget:
        """What one language is edited with."""
        return Entry(text, widget_id=editor_id)

    def text_of(self, editor_id: str) -> str:
        """What is entered in one language."""
        return self.query_one(f"#{editor_id}", Entry).value

    @property
    def value(self) -> Any:
        """Texts by language. An empty one counts where it empties what was there."""
        before = self.field.initial or {}
        entered = {tag: self.text_of(f"in-{tag}").strip() for tag in self._languages()}
        return {tag: text for tag, text in entered.items() if text or tag in before}

    def _languages(self) -> tuple[str, ...]:
        known = tuple(self.context.taxonomy.system.languages)
        return (*known, *(tag for tag in self.field.initial or {} if tag not in known))


class ProseField(TextField):
    """Several lines for each language."""

    def editor(self, text: str, editor_id: str) -> Widget:
        """A small text area."""
        return Area(text, widget_id=editor_id)

    def text_of(self, editor_id: str) -> str:
        """What is entered in one language."""
        return self.query_one(f"#{editor_id}", Area).text
