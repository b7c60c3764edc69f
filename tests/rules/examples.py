"""The examples of the rules, as values or files that a rule can look at.

An example is a YAML mapping. `system` holds fields over those of SYSTEM; `categories`,
`organizations`, `consultations`, `releases` and `correspondences` hold rows whose obvious fields
are filled in;
`previous` is what the release before held, `issued` what was found of releases, `today` the day of
checking. `files` holds raw texts by path instead, for the rules whose offences are found while
loading.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import yaml

from stdtree.model.category import Category
from stdtree.model.consultation import Consultation
from stdtree.model.correspondence import Correspondence
from stdtree.model.organization import Organization
from stdtree.model.release import Release
from stdtree.model.system import System
from stdtree.model.taxonomy import Taxonomy
from stdtree.rules import Context, Issued

SYSTEM: dict[str, Any] = {
    "id": "demo",
    "title": {"zh": "示例标准体系", "en": "Demo standards system"},
    "format": 1,
    "languages": ["zh", "en"],
    "levels": [
        {"id": "part", "title": {"zh": "部分", "en": "Part"}, "pattern": "[A-Z]"},
        {
            "id": "domain",
            "title": {"zh": "领域", "en": "Domain"},
            "pattern": "[A-Z]{2}",
            "extends_parent": True,
        },
    ],
}
PREVIOUS = "1.0"
"""Name of the previous release in examples that have one."""


def context_of(example: str | dict[str, Any]) -> Context:
    """What the rules look at in an example without files."""
    plain = yaml.safe_load(example) if isinstance(example, str) else example
    before = plain.get("previous")
    return Context(
        taxonomy=_taxonomy(plain),
        previous=None
        if before is None
        else _taxonomy({"system": plain.get("system", {}), **before}),
        previous_name="" if before is None else PREVIOUS,
        issued=msgspec.convert(plain.get("issued", []), tuple[Issued, ...]),
        today=plain.get("today", ""),
    )


def has_files(example: str) -> bool:
    """Whether the example is one of files."""
    return "files" in yaml.safe_load(example)


def write_files(example: str, folder: Path) -> None:
    """The example's files, beside a system.yaml that is in order."""
    texts: Mapping[str, str] = yaml.safe_load(example)["files"]
    system = yaml.safe_dump(SYSTEM, allow_unicode=True)
    for path, text in {"taxonomy/system.yaml": system, **texts}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())


def _taxonomy(plain: dict[str, Any]) -> Taxonomy:
    return Taxonomy(
        msgspec.convert(SYSTEM | plain.get("system", {}), System),
        [_category(row) for row in plain.get("categories", ())],
        organizations=msgspec.convert(plain.get("organizations", []), tuple[Organization, ...]),
        consultations=msgspec.convert(plain.get("consultations", []), tuple[Consultation, ...]),
        releases=msgspec.convert(plain.get("releases", []), tuple[Release, ...]),
        correspondences=msgspec.convert(
            plain.get("correspondences", []), tuple[Correspondence, ...]
        ),
    )


def _category(row: dict[str, Any]) -> Category:
    obvious = {
        "title": {"zh": row["id"], "en": row["id"]},
        "definition": {"zh": f"{row['id']} 的定义。"},
    }
    return msgspec.convert(obvious | row, Category)
