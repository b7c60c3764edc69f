"""JSON for machines: the report's data, never translated, the same bytes for the same values."""

from __future__ import annotations

import re

import msgspec

from stdtree.report import Look, Report
from stdtree.safe import HIDDEN


def render(report: Report, look: Look) -> str:
    """Keys in their documented order, indented by two; what could steer a terminal is escaped."""
    del look  # machines are told the same in every language and at every width
    encoded = msgspec.json.encode(report.data, order="deterministic")
    return HIDDEN.sub(_escaped, msgspec.json.format(encoded, indent=2).decode()) + "\n"


def _escaped(found: re.Match[str]) -> str:
    return "\n" if found[0] == "\n" else f"\\u{ord(found[0]):04x}"
