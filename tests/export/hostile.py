"""Titles that somebody made to deceive readers or their programs."""

from __future__ import annotations

from msgspec.structs import replace

from stdtree.export._office.cells import shown
from stdtree.model.difference import Difference, End
from tests.differences import newer, small

HOSTILE = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    '=HYPERLINK("file:///etc/passwd","x")',
    "=cmd|'/c calc'!A0",
    "<r><t>x</t></r>",
    "<b>&amp;</b>",
    "_x0041_",
    "https://example.org/",
    "mailto:somebody@example.org",
    "1e5",
    "a\x00b\x07",
    "abc\u202edef",
    "a\ufffeb\uffff",
    "\ud800",
    "  spaces  ",
    "&P &N &[Date]",
)


def hostile(text: str) -> Difference:
    """The small difference in which the title of a category became `text`."""
    difference = small()
    after = newer()
    category = replace(after.categories["transfer"], title={"zh": text, "en": text})
    changes = tuple(
        replace(change, to=text) if change.kind == "renamed" else change
        for change in difference.changes
    )
    tree = after.with_(category)
    return Difference(
        difference.before,
        End("1.1", tree, difference.after.digest),
        changes,
        difference.events,
        difference.correspondence,
        difference.required,
    )


def is_shown_of(cell: str, text: str) -> bool:
    """Whether a cell has the text, with what hides made visible; a space may follow."""
    return cell.rstrip(" ") == shown(text).rstrip(" ")
