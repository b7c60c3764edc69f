"""XKOS: read back by an RDF library, it says what the correspondence says."""

from __future__ import annotations

import pyoxigraph
import pytest
from msgspec.structs import replace as changed

from stdtree.export import Source
from stdtree.export._turtle import literal
from stdtree.export.correspondence_xkos import EXPORTER
from stdtree.model.correspondence import Association
from stdtree.model.difference import Difference, End
from tests.differences import small
from tests.trees import category, taxonomy

XKOS = "http://rdf-vocabulary.ddialliance.org/xkos#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
HOSTILE = '=1+1 @user closes #1 """ \\ \' <b>\n\r\t\x00\x1b\u202e \ud800 𝄞 <urn:x> ^^ @en .'


def triples(difference: Difference) -> set[tuple[str, str, str]]:
    """All triples, as their terms' values."""
    newer = difference.after
    source = Source(newer.name, newer.taxonomy, difference=difference)
    data = EXPORTER.render(source, "zh")
    parsed = pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.TURTLE)
    return {(each.subject.value, each.predicate.value, each.object.value) for each in parsed}


def test_every_row_is_an_association() -> None:
    """With its source and target, as far as it has them; and none beside."""
    difference = small()

    found = triples(difference)

    rows = {each[2] for each in found if each[1] == f"{XKOS}madeOf"}
    assert rows == {f"urn:stdtree:demo:1.0..1.1:{n}" for n in range(1, 11)}
    told = {
        (
            next((o for s, p, o in found if s == row and p == f"{XKOS}sourceConcept"), None),
            next((o for s, p, o in found if s == row and p == f"{XKOS}targetConcept"), None),
        )
        for row in rows
    }
    assert told == {
        (
            row.source and f"urn:stdtree:demo:1.0:{row.source}",
            row.target and f"urn:stdtree:demo:1.1:{row.target}",
        )
        for row in difference.correspondence
    }
    named = {s for s, p, o in found if p == f"{SKOS}prefLabel"}
    assert {one for pair in told for one in pair if one} <= named


@pytest.mark.parametrize("text", [HOSTILE, "", "术语", '"', "\\", "a\u2028b"])
def test_any_text_is_a_literal(text: str) -> None:
    """It comes back as it was, but for halves of pairs, which are no characters."""
    (found,) = pyoxigraph.parse(
        f"<urn:a> <urn:b> {literal(text, 'zh')} .".encode(), format=pyoxigraph.RdfFormat.TURTLE
    )

    assert found.object.value == text.replace("\ud800", "\ufffd")
    assert found.object.language == "zh"


def test_hostile_titles_and_names() -> None:
    """Titles, codes, reasons and revisions from anybody stay what they are."""
    one = category("terms", HOSTILE, title={"zh": HOSTILE})
    before, after = taxonomy(one), taxonomy(changed(one, code="A"))
    rows = (Association("terms", "terms", "1:1", "manual", reasons=({"zh": HOSTILE},)),)
    name = "feature/<x> y:z"
    ends = End(name, before, "sha256:0"), End("1.1", after, "sha256:0")

    found = triples(Difference(*ends, (), (), rows, "none"))

    shown = HOSTILE.replace("\ud800", "\ufffd")
    urn = "urn:stdtree:demo:feature%2F%3Cx%3E%20y%3Az"
    assert (f"{urn}:terms", f"{SKOS}notation", shown) in found
    assert (f"{urn}..1.1:1".replace("..", ".."), f"{SKOS}editorialNote", shown) in found
