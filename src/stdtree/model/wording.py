"""How a text was reworded: word by word, in Chinese character by character, never by lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from msgspec import Struct

Op = Literal["same", "removed", "added"]

ISLAND = 2
"""So few tokens that stay between two changes only hinder reading: they count as changed, too."""


class Piece(Struct, frozen=True):
    """A stretch of text that stayed, went, or came."""

    op: Op
    text: str


def reworded(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces in reading order; of a place that changed, what went stands before what came.

    The pieces that are not `added` make `before`, those that are not `removed` make `after`. The
    longest common subsequence of tokens stays, but for islands too short to help a reader.
    """
    if before == after:
        return (Piece("same", before),) if before else ()
    from rapidfuzz.distance import LCSseq

    old, new = _tokens(before), _tokens(after)
    spans: list[tuple[bool, list[str], list[str]]] = []
    for step in LCSseq.opcodes(old, new):
        stays = step.tag == "equal"
        spans.append(
            (stays, old[step.src_start : step.src_end], new[step.dest_start : step.dest_end])
        )
    return tuple(_joined(_pieces(spans)))


def _tokens(text: str) -> list[str]:
    """A word, number or code of Western letters; a stretch of space; any other character alone."""
    words = r"[0-9A-Za-z\u00c0-\u024f]+(?:[-'’.][0-9A-Za-z\u00c0-\u024f]+)*"
    return re.findall(rf"(?s){words}|\s+|.", text)  # compiled by the few who need it


def _pieces(spans: list[tuple[bool, list[str], list[str]]]) -> Iterator[Piece]:
    last = len(spans) - 1
    settled = [
        (stays and not (0 < at < last and _is_island(kept)), kept, came)
        for at, (stays, kept, came) in enumerate(spans)
    ]
    for stays, group in groupby(settled, key=lambda span: span[0]):
        members = list(group)
        went = [token for _, tokens, _ in members for token in tokens]
        if stays:
            yield Piece("same", "".join(went))
            continue
        came = [token for _, _, tokens in members for token in tokens]
        start = _common(went, came)
        end = _common(went[start:][::-1], came[start:][::-1])
        parts: tuple[tuple[Op, list[str]], ...] = (
            ("same", went[:start]),
            ("removed", went[start : len(went) - end]),
            ("added", came[start : len(came) - end]),
            ("same", went[len(went) - end :]),
        )
        yield from (Piece(op, "".join(tokens)) for op, tokens in parts if tokens)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces with those that stay and stand side by side made one."""
    for op, group in groupby(pieces, key=lambda piece: piece.op):
        yield Piece(op, "".join(piece.text for piece in group))


def _common(one: list[str], other: list[str]) -> int:
    """How many tokens both begin with."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _is_island(tokens: list[str]) -> bool:
    """Whether it is short, and no word in it is long enough to orient a reader."""
    return len(tokens) <= ISLAND and sum(map(len, tokens)) <= ISLAND
