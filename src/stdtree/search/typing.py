"""Help for somebody who types a search: what may follow, and what to try when nothing fits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.choices import choices, fitting
from stdtree.model.nearest import did_you_mean
from stdtree.model.query import KEYS, Term, parse, terms
from stdtree.model.taxonomy import Taxonomy

MOST = 8
"""How many values are offered."""
SHORTEST = 2
"""From how many letters on a word may be the beginning of a condition."""


class Offer(NamedTuple):
    """One way to go on."""

    text: str
    """The whole search, with it."""
    says: Label
    """What it is called."""


def offers(typed: str, taxonomy: Taxonomy) -> tuple[Offer, ...]:
    """How the last word or condition can be completed, the likeliest first."""
    asked = terms(typed)
    if not asked or typed[-1:].isspace() or asked[-1].quoted:
        return ()
    last = asked[-1]
    before = typed[: len(typed) - len(last.text)]
    found = _values(last, taxonomy) if last.name else _keys(last.value)
    return tuple(Offer(before + text, says) for text, says in found)[:MOST]


def _keys(begun: str) -> Iterable[tuple[str, Label]]:
    minus = "-" if begun.startswith("-") else ""
    wanted = begun.removeprefix("-").casefold()
    for key in KEYS.values():
        if (len(wanted) >= SHORTEST and key.id.startswith(wanted)) or (
            wanted and key.zh.startswith(wanted)
        ):
            name = key.id if wanted.isascii() else key.zh
            yield f"{minus}{name}:", same(f"{name}: ") + key.says


def _values(term: Term, taxonomy: Taxonomy) -> Iterable[tuple[str, Label]]:
    known = choices(term, taxonomy)
    if not known or (not term.values):
        return
    *kept, begun = term.values
    head = ("-" if term.negated else "") + f"{term.name}:" + "".join(f"{one}," for one in kept)
    for one in fitting(begun, known):
        if one != begun:
            yield (
                head + one,
                names.with_id(one, known[one]) if known[one] != same(one) else same(one),
            )


def hint(typed: str, taxonomy: Taxonomy) -> Label:
    """What may be typed next, in one line; empty where there is nothing to say."""
    offered = offers(typed, taxonomy)
    if offered:
        return Label("Tab：", "Tab: ") + names.listed(offer.says for offer in offered)
    asked = terms(typed)
    if asked and asked[-1].key and not asked[-1].value:
        return asked[-1].key.says
    return same("")


def to_try(typed: str) -> Label:
    """What may help where nothing fits."""
    query = parse(typed)
    for term in terms(typed):
        near = did_you_mean(term.name, KEYS, lambda one: same(f"{one}:")) if term.name else None
        if term.key is None and near:
            return near
    if len(query.conditions) > bool(not query.words):
        return Label("去掉一个条件试试", "try with a condition less")
    if any(word.quoted for word in query.words):
        return Label("去掉引号试试", "try without the quotation marks")
    if len(query.words) > 1:
        return Label("少写一个词试试", "try with a word less")
    return Label(
        "试试更短的词、拼音首字母（jszy）或编号",
        "try a shorter word, pinyin initials (jszy) or a code",
    )
