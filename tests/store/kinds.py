"""One file of each kind as plain data, with every field in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_TEXT = {"zh": "甲", "en": "A", "zh-Hant": "乙"}
_STANDARD = {
    "id": "gbt-1-2020",
    "number": "GB/T 1-2020",
    "title": _TEXT,
    "status": "in-force",
    "kind": "method",
    "plan": {
        "stage": "to-revise",
        "level": "national",
        "year": 2027,
        "priority": "high",
        "lead": "lab",
        "number": "1",
    },
    "published": "2020-01-01",
    "in_force": "2020-07",
    "status_as_of": "2026",
    "replaces": ["gbt-1-2009"],
    "adopts": {"number": "ISO 1:2019", "degree": "IDT"},
    "also_in": ["other"],
    "committee": "TC 1",
    "source": "公告",
    "remark": _TEXT,
}
_SIGN_OFF = {"by": "lab", "vote": "approved", "date": "2026-01-01", "tier": _TEXT}
PLAIN: dict[str, dict[str, Any]] = {
    "system": {
        "id": "demo",
        "title": _TEXT,
        "format": 1,
        "languages": ["zh", "en"],
        "levels": [
            {"id": "part", "title": _TEXT, "pattern": "[A-Z]"},
            {"id": "domain", "title": _TEXT, "pattern": "[A-Z]{2}", "extends_parent": True},
        ],
        "notice": _TEXT,
        "definition": _TEXT,
        "facets": {
            "chain": {
                "title": _TEXT,
                "values": [{"id": "research", "title": _TEXT, "definition": _TEXT}],
                "source": _TEXT,
            }
        },
        "targets": [
            {
                "id": "t2027",
                "year": 2027,
                "metric": "new-standards",
                "op": ">=",
                "value": 40,
                "title": _TEXT,
                "unit": "项",
                "qualifier": "以上",
                "source": "规划",
            }
        ],
        "rules": {"missing-translation": "note"},
        "accepted": [
            {
                "rule": "unknown-prefix",
                "subject": "szt-12-2015",
                "reason": _TEXT,
                "until": "2027-12-31",
            }
        ],
        "bump": "semver",
    },
    "organizations": {
        "organizations": [
            {
                "id": "lab",
                "name": _TEXT,
                "kind": "institute",
                "aliases": ["L"],
                "domains": ["x"],
                "roles": ["lead"],
            }
        ]
    },
    "category": {
        "id": "it",
        "code": "BB",
        "parent": "key-domains",
        "title": _TEXT,
        "status": "retired",
        "definition": _TEXT,
        "includes": [_TEXT],
        "includes_also": [{"zh": "丙"}],
        "excludes": [{"zh": "丁", "see": "other"}],
        "owner": "lab",
        "facets": {"chain": ["research"]},
        "maps": [{"scheme": "GB/T 4754-2017", "code": "7530", "extent": "partial"}],
        "related": ["other"],
        "split_from": ["other"],
        "retired": {
            "release": "1.1",
            "succeeded_by": [{"id": "other", "extent": "partial"}],
            "reason": _TEXT,
        },
        "change_notes": [
            {"release": "1.1", "kind": "merger", "reason": _TEXT, "standard": "gbt-1-2020"}
        ],
        "standards": [_STANDARD, {"id": "planned", "title": {"zh": "戊"}}],
    },
    "consultation": {
        "id": "round-1",
        "title": _TEXT,
        "release": "1.1",
        "opens": "2026-01-01",
        "closes": "2026-02-01",
        "channels": ["email", "letter"],
        "consulted": ["lab"],
        "comments": [
            {
                "id": "c1",
                "by": "lab",
                "comment": "x",
                "category": "it",
                "standard": "gbt-1-2020",
                "type": "te",
                "proposed_change": "y",
                "received": "2026-01-02",
                "disposition": "duplicate",
                "reason": "z",
                "duplicate_of": "c0",
            }
        ],
        "sign_offs": [_SIGN_OFF],
    },
    "release": {
        "release": "1.1",
        "date": "2026-03-01",
        "digest": "sha256:" + "0a" * 32,
        "counts": {"categories": 3, "standards": 2, "planned": 1, "levels": {"part": 1}},
        "previous": "1.0",
        "bump": "minor",
        "reason": _TEXT,
        "notes": _TEXT,
        "sign_offs": [_SIGN_OFF],
    },
    "correspondence": {
        "from": "1.0",
        "to": "1.1",
        "associations": [
            {"source": "it", "target": "other", "extent": "partial", "reason": _TEXT},
            {"source": "gone"},
        ],
    },
}
"""By kind. `system` of the demo, the rest made up; no value is a default."""


def at(plain: Any, path: Sequence[str | int]) -> Any:
    """What stands at a path. Raises KeyError, IndexError or TypeError if nothing does."""
    for part in path:
        plain = plain[part]
    return plain
