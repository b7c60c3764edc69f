"""What stands at a place, told by lines and indents, against what a YAML parser sees."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from stdtree.lsp.spots import spot_at
from stdtree.store.yaml_outline import Node, outline

STYLES = """\
a: x
b :
"c":
- d: y
  e:
  - z
  - {f: u, g: [v, w]}
- - h: nested
  # a comment: with a colon
  i: |
    text: in a block
j: [p, q]
k:
      l: deep
m: t
"""


def _values(node: Node, names: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Node]]:
    """Every value that is a word, with the keys around it."""
    for key, entry in (node.entries or {}).items():
        yield from _values(entry.value, (*names, key))
    for item in node.items or ():
        yield from _values(item, names)
    if node.entries is None and node.items is None:
        yield names, node


def _same(text: str) -> int:
    """How many words there are, at the beginning and end of which both see the same keys."""
    root = outline(text)
    assert root
    lines, count = text.split("\n"), 0
    for names, node in _values(root, ()):
        written = text[node.start : node.end]
        if not written or written[0] in "|>\"'" or " " in written:
            continue
        for offset in (0, len(written)):
            spot = spot_at(lines, node.line - 1, node.column - 1 + offset)
            assert spot
            assert (spot.names, spot.word) == (names, written)
        count += 1
    return count


def test_as_the_parser_sees_it(sample_repository: Path) -> None:
    """In every file of the sample."""
    files = sorted((sample_repository / "taxonomy").rglob("*.yaml"))
    count = sum(_same(path.read_text(encoding="utf-8")) for path in files)

    assert count > 1000


def test_in_other_styles() -> None:
    """Flow style, rows at the indent of their key, quoted keys, blocks."""
    text = STYLES.replace("b :\n", "").replace("- - h: nested\n  #", "- h: one\n  #")

    assert _same(text) == 11


def test_keys() -> None:
    """On a key the spot is the key, and the names end with it."""
    lines = STYLES.split("\n")
    spot = spot_at(lines, 3, 2)

    assert spot
    assert (spot.names, spot.word, spot.is_key) == (("c", "d"), "d", True)


def test_where_nothing_is_yet() -> None:
    """The indent of an empty line, or the end of the text, says where it will belong."""
    lines = ["a:", "  b: x", "  ", "", "c: "]

    found = [spot_at(lines, line, column) for line, column in ((2, 2), (3, 0), (4, 3), (9, 0))]
    assert [spot.names if spot else None for spot in found] == [("a",), (), ("c",), ()]


def test_comments_hold_nothing() -> None:
    """Whatever is written there."""
    assert spot_at(["# parent: basics"], 0, 12) is None
