"""Triples as Turtle (RDF 1.1), in the order in which they are given: same input, same bytes.

A dozen shapes of triples need no RDF library, and those write in an order of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from stdtree.model.ids import Text

_ESCAPED = {
    "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f",
}  # fmt: skip
_LAST_CONTROL = 0x1F
_DELETE = 0x7F
_SURROGATES = range(0xD800, 0xE000)

Statement = tuple[str, Iterable[str]]
"""A predicate and its objects, each as it stands in the file."""


def literal(text: str, language: str | None = None) -> str:
    """A string of any content."""
    written = '"' + "".join(map(_character, text)) + '"'
    return f"{written}@{language}" if language else written


def literals(texts: Text) -> list[str]:
    """A text in each of its languages."""
    return [literal(texts[language], language) for language in sorted(texts)]


def document(prefixes: Mapping[str, str], nodes: Iterable[tuple[str, Iterable[Statement]]]) -> str:
    """A whole file: prefixes, then each node with its statements; those without objects go."""
    lines = [f"@prefix {prefix}: <{address}> ." for prefix, address in prefixes.items()]
    for node, statements in nodes:
        said = [(name, list(objects)) for name, objects in statements]
        told = [f"    {name} {', '.join(objects)}" for name, objects in said if objects]
        lines += ["", node, " ;\n".join(told) + " ."]
    return "\n".join(lines) + "\n"


def _character(char: str) -> str:
    if char in _ESCAPED:
        return _ESCAPED[char]
    code = ord(char)
    if code in _SURROGATES:
        return "\ufffd"  # half a pair is no character: RDF cannot say it
    return f"\\u{code:04X}" if code <= _LAST_CONTROL or code == _DELETE else char
