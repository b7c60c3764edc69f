"""JSON for machines."""

from __future__ import annotations

import json

import msgspec

from stdtree.label import same
from stdtree.model.canonical import canonical
from stdtree.model.output import DifferenceDocument
from stdtree.report import Look, Report, render
from stdtree.report.of_difference import of_difference
from tests.differences import small


def test_document_reads_back() -> None:
    """The document decodes into its Structs, and the patch in it is the changes themselves."""
    difference = small()
    text = render(of_difference(difference), "json", Look())
    document = msgspec.json.decode(text, type=DifferenceDocument)
    read = [canonical(entry.change) for entry in document.changes]
    assert read == [canonical(change) for change in difference.changes]
    assert [entry.fingerprint for entry in document.changes] == [
        change.fingerprint for change in difference.changes
    ]


def test_language_and_width_do_not_matter() -> None:
    """Machines are told the same whatever people are told."""
    report = of_difference(small())
    assert render(report, "json", Look("zh", 40)) == render(
        report, "json", Look("en", 200, color=True)
    )


def test_steering_characters_are_escaped_without_loss() -> None:
    """What could steer a terminal is written as an escape of JSON; the value stays."""
    value = {"t": "\x1b[31m\x9b\u202e\u2028红\n"}
    text = render(Report(same(""), (), value), "json", Look())
    assert text == '{\n  "t": "\\u001b[31m\\u009b\\u202e\\u2028红\\n"\n}\n'
    assert json.loads(text) == value
