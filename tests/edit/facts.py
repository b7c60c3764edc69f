"""What an operation changed, written so that a test can say it in a line."""

from __future__ import annotations

from typing import Any

import pytest

from stdtree import edit
from stdtree.errors import EditError
from stdtree.model.category import Category, Retired, Successor
from stdtree.model.taxonomy import Taxonomy
from tests.trees import category, sample


def system() -> Taxonomy:
    """The sample with a draft, and a category that brokers succeeded."""
    retired = Retired(release="1.0", succeeded_by=(Successor(id="brokers"),))
    return sample().with_(
        category("data", None, "fields", status="draft"),
        category("agents", "B12", "transfer", status="retired", retired=retired),
    )


def facts(found: Category) -> str:
    """Code, parent, status, lineage and rows of a category in one line."""
    parts = [found.code or "-", "<", found.parent or "."]
    if found.status != "active":
        parts.append(found.status)
    if found.retired:
        heirs = (
            f"{s.id}{'*' if s.extent == 'partial' else ''}" for s in found.retired.succeeded_by
        )
        parts.append(f"{found.retired.release}({' '.join(heirs)})")
    if found.split_from:
        parts.append(f"from({' '.join(found.split_from)})")
    if found.standards:
        parts.append(f"[{' '.join(sorted(row.id for row in found.standards))}]")
    return " ".join(parts)


def changes(before: Taxonomy, after: Taxonomy) -> list[str]:
    """`id: facts → facts` for each category whose facts differ, by id."""
    ids = sorted(before.categories.keys() | after.categories.keys())
    sides = [(one, before.get(one), after.get(one)) for one in ids]
    written = [(one, facts(a) if a else "", facts(b) if b else "") for one, a, b in sides]
    return [f"{one}: {a} → {b}".replace(":  ", ": ").strip() for one, a, b in written if a != b]


def applied(operation_id: str, before: Taxonomy | None = None, **fields: Any) -> Taxonomy:
    """The sample system, or `before`, after one operation."""
    return edit.decode(operation_id, fields).apply(before or system())


def refused(operation_id: str, before: Taxonomy | None = None, **fields: Any) -> str:
    """What the operation says when it refuses: message and hint in English."""
    with pytest.raises(EditError) as caught:
        applied(operation_id, before, **fields)
    error = caught.value
    assert error.hint is not None
    assert error.message.zh
    assert error.hint.zh
    for said in (error.message.zh, error.message.en, error.hint.zh, error.hint.en):
        assert not said.endswith((".", "。")), said
    return f"{error.message.en}. {error.hint.en}"
