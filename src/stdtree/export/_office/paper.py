"""Documents as Chinese standards bodies set them: A4, 宋体 and 黑体, numbered pages, headings."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from stdtree.export._office import markup
from stdtree.export._office.archive import moment, settled
from stdtree.export._office.cells import Value, shown
from stdtree.label import Language

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

_WESTERN = "Times New Roman"
_FONTS: Mapping[str, tuple[str, float]] = {
    "Normal": ("宋体", 10.5),
    "Title": ("黑体", 22),
    "Subtitle": ("黑体", 14),
    "Heading 1": ("黑体", 14),
    "Heading 2": ("黑体", 12),
    "List Bullet": ("宋体", 10.5),
    "Caption": ("黑体", 9),
    "Header": ("宋体", 9),
    "Footer": ("宋体", 9),
    markup.CELL_STYLE: ("宋体", 9),
}
"""By style: its Chinese font, and its size in points."""
_TABLES = ("TableNormal", "TableGrid")
_WIDTH = 9354
"""Twentieths of a point between the margins."""
_PAGES: Mapping[Language, tuple[str, str, str]] = {
    "zh": ("第 ", " 页 共 ", " 页"),
    "en": ("Page ", " of ", ""),
}


class Paper:
    """A document in the making, from its first page to its last."""

    def __init__(self, language: Language, *, title: str, date: str) -> None:
        from docx import Document

        self._document = Document()
        self._parts: list[str] = []
        _without_spares(self._document)
        _set_styles(self._document)
        _set_page(self._document, shown(title), _PAGES[language])
        about = self._document.core_properties
        about.title, about.author, about.comments = shown(title)[:255], "stdtree", ""
        about.language = "zh-CN" if language == "zh" else "en-GB"
        about.created = about.modified = moment(date)

    def say(self, text: str, style: str = "Normal") -> None:
        """A paragraph; `style` is the name of a style of Word's."""
        self._parts.append(markup.paragraph(text, style))

    def heading(self, text: str, level: int = 1, *, on_new_page: bool = False) -> None:
        """A heading of the outline; 0 is the title."""
        style = f"Heading {level}" if level else "Title"
        self._parts.append(markup.paragraph(text, style, markup.NEW_PAGE * on_new_page))

    def notice(self, text: str) -> None:
        """A paragraph in a frame that nobody overlooks."""
        self._parts.append(markup.paragraph(text, "Normal", markup.FRAME))

    def table(
        self, columns: Sequence[str], rows: Iterable[Sequence[Value]], widths: Sequence[float]
    ) -> None:
        """A table across the page, its head repeated on each; `widths` in any unit."""
        whole = sum(widths)
        taken = [round(_WIDTH * width / whole) for width in widths]
        self._parts.extend(markup.table(columns, rows, taken))
        self.say("", markup.CELL_STYLE)

    def data(self) -> bytes:
        """The file."""
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls

        made: Any = parse_xml(f"<w:body {nsdecls('w')}>{''.join(self._parts)}</w:body>")
        root: Any = self._document.element
        made.append(root.body.sectPr)
        root.replace(root.body, made)  # at once: block by block takes a minute for ten thousand
        out = io.BytesIO()
        self._document.save(out)
        return settled(out.getvalue())


def _without_spares(document: Document) -> None:
    """The library's template brings a picture of itself and styles of tables that nobody uses."""
    from docx.oxml.ns import qn

    for owner in (document.part.package, document.part):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.endswith(("/thumbnail", "/stylesWithEffects", "/customXml")):
                del owner.rels[key]
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in _TABLES:
            styles.remove(style)


def _set_styles(document: Document) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    styles: Any = document.styles
    styles.add_style(markup.CELL_STYLE, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    for name, (font, size) in _FONTS.items():
        style = styles[name]
        style.font.size, style.font.bold, style.font.italic = Pt(size), False, False
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_after = Pt(0 if name == markup.CELL_STYLE else 4)
        _use_font(style, font)
    styles["Normal"].paragraph_format.line_spacing = 1.25
    styles["Caption"].paragraph_format.keep_with_next = True
    for name in ("Title", "Subtitle"):
        styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        properties = styles[name].element.get_or_add_pPr()
        for line in properties.findall(qn("w:pBdr")):
            properties.remove(line)


def _use_font(style: ParagraphStyle, chinese: str) -> None:
    """Fonts by name for both scripts; those of the theme would win over them."""
    from docx.oxml.ns import qn

    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), _WESTERN)
    fonts.set(qn("w:eastAsia"), chinese)


def _set_page(document: Document, title: str, pages: tuple[str, str, str]) -> None:
    """A4, the title on top of each page and its number below."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22.5)
    section.top_margin = section.bottom_margin = Mm(25)
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    header.text = title
    header.alignment = footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for said, field in zip(pages, ("PAGE", "NUMPAGES", ""), strict=True):
        footer.add_run(said)
        if field:
            shown_first = "<w:r><w:t>1</w:t></w:r>"
            made = f'<w:fldSimple {nsdecls("w")} w:instr="{field}">{shown_first}</w:fldSimple>'
            footer._p.append(parse_xml(made))  # noqa: SLF001  # there is no public way
