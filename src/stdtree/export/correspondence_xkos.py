"""对照表 as linked data: xkos:Correspondence and xkos:ConceptAssociation, in Turtle.

Names are `urn:stdtree:SYSTEM:1.1` for a release and `urn:stdtree:SYSTEM:1.1:incubation` for a
category in it: new ones with each revision, as the XKOS best practices advise.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from stdtree.export import Exporter, Source
from stdtree.export._turtle import Statement, document, literal, literals
from stdtree.label import Label, Language
from stdtree.model.category import Category
from stdtree.model.correspondence import Association
from stdtree.model.difference import Difference, End

_PREFIXES = {
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xkos": "http://rdf-vocabulary.ddialliance.org/xkos#",
    "dcterms": "http://purl.org/dc/terms/",
}
_Node = tuple[str, Iterator[Statement]]


def _render(source: Source, _: Language) -> bytes:
    return document(_PREFIXES, _nodes(source.changes())).encode()


def _nodes(difference: Difference) -> Iterator[_Node]:
    ends = (difference.before, difference.after)
    rows = difference.correspondence
    names = [_both(ends, str(number)) for number in range(1, len(rows) + 1)]
    yield _both(ends), _of_all(ends, names)
    for name, row in zip(names, rows, strict=True):
        yield name, _of_row(row, ends)
    for end in ends:
        yield _name(end), _of_scheme(end)
        for _, category in end.taxonomy.walk():
            if category.is_live:
                yield _name(end, category.id), _of_category(end, category)


def _of_all(ends: tuple[End, End], rows: list[str]) -> Iterator[Statement]:
    yield "a", ["xkos:Correspondence"]
    yield "xkos:compares", [_name(end) for end in ends]
    yield "rdfs:comment", literals(ends[1].taxonomy.system.notice or {})
    yield "xkos:madeOf", rows


def _of_row(row: Association, ends: tuple[End, End]) -> Iterator[Statement]:
    yield "a", ["xkos:ConceptAssociation"]
    yield "xkos:sourceConcept", [_name(ends[0], row.source)] if row.source else []
    yield "xkos:targetConcept", [_name(ends[1], row.target)] if row.target else []
    doubt = "; ambiguous" if row.ambiguous else ""
    yield "rdfs:comment", [literal(f"{row.cardinality}; {row.extent}; {row.basis}{doubt}", "en")]
    yield "skos:editorialNote", [one for text in row.reasons for one in literals(text)]


def _of_scheme(end: End) -> Iterator[Statement]:
    yield "a", ["skos:ConceptScheme"]
    yield "skos:prefLabel", literals(end.taxonomy.system.title)
    yield "dcterms:identifier", [literal(end.name)]


def _of_category(end: End, category: Category) -> Iterator[Statement]:
    yield "a", ["skos:Concept"]
    yield "skos:inScheme", [_name(end)]
    yield "skos:notation", [literal(category.code)] if category.code else []
    yield "skos:prefLabel", literals(category.title)


def _name(end: End, *inside: str) -> str:
    return _urn(end.taxonomy.system.id, end.name, *inside)


def _both(ends: tuple[End, End], *inside: str) -> str:
    return _urn(ends[1].taxonomy.system.id, "..".join(end.name for end in ends), *inside)


def _urn(*parts: str) -> str:
    """A name in which nothing of a git revision or an id is taken for anything else."""
    return f"<urn:stdtree:{':'.join(quote(part, safe='') for part in parts)}>"


EXPORTER = Exporter(
    of="difference",
    title=Label("对照表（XKOS）", "Correspondence (XKOS)"),
    file="correspondence.ttl",
    render=_render,
)
