"""The details of a category: every field in words, then its table of standards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stdtree.label import Label, Language, same
from stdtree.model import names, words
from stdtree.model.category import Category
from stdtree.model.finding import FieldPath, Finding, Severity, Subject
from stdtree.model.ids import CategoryId, Note, Text, see_of, texts_of
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.text import text_in
from stdtree.safe import safe
from stdtree.tui.present.cells import pad, wrap
from stdtree.tui.present.findings import MARK, STYLE
from stdtree.tui.present.hint import hint_shown
from stdtree.tui.present.line import Line, Piece, Style, line
from stdtree.tui.present.standards import table
from stdtree.tui.present.translations import STALE, STALE_MARK, Stale, stale
from stdtree.tui.present.tree import NO_CODE, name_of

INHERITED = Label("（承自上级）", " (inherited)")
_SHORT = {
    "maps": Label("对应分类", "maps to"),
    "retired": Label("废止", "retired"),
    "succeeded_by": Label("承接类目", "succeeded by"),
    "reason": Label("理由", "reason"),
}
"""Names that would not fit the margin, and parts of fields."""
GONE = Label("（找不到）", " (not found)")


def details(
    taxonomy: Taxonomy,
    category: Category,
    *,
    language: Language,
    width: int,
    findings: tuple[Finding, ...] = (),
) -> tuple[Line, ...]:
    """All there is to say about one category, wrapped to `width` cells; mere notes stand last."""
    page = _Page(taxonomy, language, width)
    page.stale = stale(findings, Subject("category", category.id))
    notes = tuple(finding for finding in findings if finding.severity is Severity.NOTE)
    return (
        *page.findings(finding for finding in findings if finding not in notes),
        *page.head(category),
        *page.texts(category),
        *page.places(category),
        *page.lineage(category),
        *page.notice(category),
        *table(taxonomy, category, language=language, width=width),
        *page.findings(notes),
    )


class _Page:
    """What stays the same for all lines of one page."""

    def __init__(self, taxonomy: Taxonomy, language: Language, width: int) -> None:
        self.taxonomy, self.language, self.width = taxonomy, language, width
        self.margin = 10 if language == "zh" else 15
        self.stale: Stale = frozenset()
        """Texts that were not translated anew."""

    def field(
        self,
        name: str,
        text: str,
        *,
        style: Style = "plain",
        target: Subject | None = None,
        about: FieldPath = (),
    ) -> Iterator[Line]:
        """A named field; its text wraps beside the name. Nothing for an empty text."""
        label = (_SHORT.get(name) or words.FIELD[name]).in_(self.language) if name else ""
        for number, part in enumerate(
            wrap(safe(text, newlines=True), max(self.width - self.margin, 12)) if text else ()
        ):
            name_piece = Piece(pad(label if number == 0 else "", self.margin), "dim")
            shown = about or ((name,) if name else ())
            yield line(name_piece, Piece(part, style), target=target, about=shown)

    def category(self, name: str, category_id: CategoryId, after: str = "") -> Iterator[Line]:
        """A field that refers to another category; Enter goes there."""
        found = self.taxonomy.get(category_id)
        called = name_of(found, self.language) if found else category_id + GONE.in_(self.language)
        yield from self.field(
            name,
            called + after,
            style="code" if found else "bad",
            target=Subject("category", category_id) if found else None,
        )

    def findings(self, findings: Iterable[Finding]) -> Iterator[Line]:
        for finding in findings:
            mark = MARK[finding.severity]
            hint = hint_shown(finding.hint, self.language)
            text = f"{finding.message.in_(self.language)} → {hint}"
            for number, part in enumerate(wrap(safe(text), self.width - 2)):
                lead = f"{mark} " if number == 0 else "  "
                yield line(Piece(lead + part, STYLE[finding.severity]), target=finding.subject)

    def head(self, category: Category) -> Iterator[Line]:
        code = category.code or NO_CODE
        status = words.STATUS[category.status].in_(self.language)
        yield from self.field("code", code, style="code")
        yield from self.translated("title", category.title, style="strong")
        yield from self.field("id", category.id)
        yield from self.field("status", status)
        if category.parent:
            yield from self.category("parent", category.parent)
        owner = self.taxonomy.owner_of(category.id)
        if owner:
            body = self.taxonomy.organizations.get(owner)
            name = text_in(body.name, self.language) if body else owner + GONE.in_(self.language)
            inherited = "" if category.owner else INHERITED.in_(self.language)
            yield from self.field("owner", name + inherited)

    def texts(self, category: Category) -> Iterator[Line]:
        yield from self.translated("definition", category.definition)
        for name, notes in (
            ("includes", category.includes),
            ("includes_also", category.includes_also),
            ("excludes", category.excludes),
        ):
            for number, note in enumerate(notes):
                yield from self.note(name, note, number)

    def translated(self, name: str, text: Text | None, *, style: Style = "plain") -> Iterator[Line]:
        """The text in the language of the interface, then dimmed in the others."""
        first = text_in(text, self.language)
        marked = {written: written + self.mark(name, tag) for tag, written in (text or {}).items()}
        tags = {written: tag for tag, written in (text or {}).items()}
        here = (name, tags[first]) if first in tags else (name,)
        yield from self.field(name, marked.get(first, first), style=style, about=here)
        for other, shown in marked.items():
            if other != first:
                yield from self.field("", shown, style="dim", about=(name, tags[other]))

    def mark(self, name: str, tag: str, index: int = 0) -> str:
        """What is said beside a translation that may be stale."""
        if (name, index, tag) not in self.stale:
            return ""
        return f" {STALE_MARK} {STALE.in_(self.language)}"

    def note(self, field: str, note: Note, number: int) -> Iterator[Line]:
        name, about = field if number == 0 else "", (field, number)
        yield from self.field(name, text_in(texts_of(note), self.language), about=about)
        goes_to = see_of(note)
        if goes_to:
            found = self.taxonomy.get(goes_to)
            called = name_of(found, self.language) if found else goes_to + GONE.in_(self.language)
            target = Subject("category", goes_to) if found else None
            yield from self.field(
                "" if texts_of(note) else name,
                f"→ {called}",
                style="code",
                target=target,
                about=(*about, "see"),
            )

    def places(self, category: Category) -> Iterator[Line]:
        facets = self.taxonomy.system.facets
        for number, (facet_id, values) in enumerate(category.facets.items()):
            facet = facets.get(facet_id)
            known = {value.id: value.title for value in facet.values} if facet else {}
            shown = "、".join(text_in(known.get(value), self.language) or value for value in values)
            title = text_in(facet.title, self.language) if facet else facet_id
            told = names.titled(same(title), same(shown)).in_(self.language)
            yield from self.field("facets" if number == 0 else "", told)
        for number, place in enumerate(category.maps):
            part = (
                ""
                if place.extent == "complete"
                else f" ({words.EXTENT['partial'].in_(self.language)})"
            )
            yield from self.field(
                "maps" if number == 0 else "", f"{place.scheme}  {place.code}{part}"
            )

        for number, other in enumerate(self.taxonomy.related.get(category.id, ())):
            yield from self.category("related" if number == 0 else "", other)

    def notice(self, category: Category) -> Iterator[Line]:
        """What the system says of itself, with its topmost categories."""
        if category.parent is None:
            yield from self.field(
                "notice", text_in(self.taxonomy.system.notice, self.language), style="dim"
            )

    def lineage(self, category: Category) -> Iterator[Line]:
        for number, source in enumerate(category.split_from):
            yield from self.category("split_from" if number == 0 else "", source)
        if category.retired:
            since = Label("自版本 {} 起", "since release {}").in_(self.language)
            yield from self.field("retired", since.format(category.retired.release))
            for number, successor in enumerate(category.retired.succeeded_by):
                extent = f" ({words.EXTENT[successor.extent].in_(self.language)})"
                yield from self.category(
                    "succeeded_by" if number == 0 else "", successor.id, extent
                )
            yield from self.translated("reason", category.retired.reason)
