"""Lists, one entry a line: new titles, notes, codes, categories, standards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from textual.widget import Widget

from stdtree.label import Label
from stdtree.tui import entries
from stdtree.tui.widgets.entry import Area
from stdtree.tui.widgets.fields.field import Field

if TYPE_CHECKING:
    from textual import events

    from stdtree.edit import FieldKind

_HELP = {
    "titles": Label("每行一个：{languages}", "one a line: {languages}"),
    "notes": Label(
        "每行一条：{languages} → 所归类目的编号",
        "one a line: {languages} → code of the category it goes to",
    ),
    "codes": Label("每行一个编号", "one code a line"),
    "categories": Label("每行一个编号；F2 选择", "one code a line; F2 to choose"),
    "standards": Label("每行一项标准；F2 选择", "one standard a line; F2 to choose"),
}


class ListField(Field):
    """A text area with one entry a line."""

    def editors(self) -> Iterator[Widget]:
        """The entries as text."""
        yield Area(self._print(self.field.initial or ()))

    @property
    def value(self) -> Any:
        """The entries. Raises EntryError for one that cannot be read."""
        text, taxonomy = self.query_one(Area).text, self.context.taxonomy
        kind = self.field.ask.kind
        if kind == "titles":
            return entries.parse_titles(text, taxonomy.system.languages)
        if kind == "notes":
            return entries.parse_notes(text, taxonomy)
        if kind == "categories":
            return entries.parse_categories(text, taxonomy)
        if kind == "standards":
            return entries.parse_standards(text, taxonomy)
        return entries.parse_codes(text)

    def help_label(self) -> Label:
        """The operation's help, then how entries are written."""
        languages = " | ".join(self.context.taxonomy.system.languages)
        helps, shape = super().help_label(), _HELP[self.field.ask.kind]
        return Label(
            f"{helps.zh} {shape.zh.format(languages=languages)}".strip(),
            f"{helps.en} {shape.en.format(languages=languages)}".strip(),
        )

    def on_key(self, event: events.Key) -> None:
        """F2 chooses an entry and adds it as a line."""
        kind = self.field.ask.kind
        if event.key == "f2" and kind in {"categories", "standards"}:
            event.stop()
            one: FieldKind = "category" if kind == "categories" else "standard"
            dialog = self.context.picker.dialog(one, self.field.ask.label, self.context.language)
            self.app.push_screen(dialog, self._add)

    def _add(self, chosen: str | None) -> None:
        if chosen is None:
            return
        area = self.query_one(Area)
        added = self._print((chosen,))
        area.text = f"{area.text.rstrip()}\n{added}".lstrip("\n")
        area.move_cursor(area.document.end)

    def _print(self, value: Any) -> str:
        taxonomy, language = self.context.taxonomy, self.context.language
        kind = self.field.ask.kind
        if kind == "titles":
            return entries.print_titles(value, taxonomy.system.languages)
        if kind == "notes":
            return entries.print_notes(value, taxonomy)
        if kind == "categories":
            return entries.print_categories(value, taxonomy, language)
        if kind == "standards":
            return entries.print_standards(value, taxonomy, language)
        return "\n".join(value)
