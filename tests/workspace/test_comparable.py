"""Broken files on either side: the rest is compared, and what cannot be is said, not guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdtree.edit.combine_categories import CombineCategories
from stdtree.workspace import Workspace
from stdtree.workspace.editions import skipped
from tests.repos import Repo
from tests.workspace.systems import BROKERS, TRANSFER, Opened, define, release, replace, revise

BROKEN = "id: [\n"


def _told(workspace: Workspace, before: str, after: str) -> list[str]:
    found = workspace.compare(before, after)
    return [f"{c.kind} {c.entity} {c.id} {c.field or c.lang or ''}".strip() for c in found.changes]


def _combined(ids: tuple[str, ...], made: str, *, release: str) -> CombineCategories:
    return CombineCategories(
        ids=ids,
        name={"zh": f"类目{made}", "en": made},
        new_id=made,
        release=release,
        reason={"zh": "内容重叠。"},
    )


@pytest.mark.parametrize(
    "path",
    [BROKERS, TRANSFER, "taxonomy/organizations.yaml", "taxonomy/system.yaml"],
)
def test_what_cannot_be_read_did_not_go(system: Repo, opened: Opened, path: str) -> None:
    """Neither there nor back; the other change is told, and a warning names the file."""
    replace(system.root, "taxonomy/categories/terms.yaml", "类目terms", "术语")
    system.write(path, BROKEN)

    workspace = opened()

    assert _told(workspace, "rev:HEAD", "WORK") == ["renamed category terms zh"]
    assert _told(workspace, "WORK", "rev:HEAD") == ["renamed category terms zh"]
    warnings = workspace.compare("rev:HEAD", "WORK").warnings
    assert any(path in warning.en for warning in warnings)


def test_what_both_sides_cannot_read(system: Repo, opened: Opened) -> None:
    """Nothing is known of it on either side, so nothing is said of it."""
    system.write(BROKERS, BROKEN)
    system.commit_all("broken")
    system.write(BROKERS, BROKEN + "\n")

    assert _told(opened(), "rev:HEAD", "WORK") == []


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (BROKERS, "parent: transfer", "parent: Transfer Services"),
        (BROKERS, "code: B11", "code: [B11]"),
        (BROKERS, "id: t-tmac-021-2020", "id: T/TMAC"),
        (TRANSFER, "see: incubation", "see: [incubation]"),
    ],
)
def test_a_field_that_does_not_fit_did_not_go(
    system: Repo, opened: Opened, path: str, old: str, new: str
) -> None:
    """The rest of its category is compared."""
    replace(system.root, path, old, new)
    stem = Path(path).stem
    replace(system.root, path, f"zh: 类目{stem}", f"zh: 新{stem}")

    assert _told(opened(), "rev:HEAD", "WORK") == [f"renamed category {stem} zh"]


def test_a_copy_with_a_taken_id_is_no_change(system: Repo, opened: Opened) -> None:
    """The first of two files counts, and a warning names the other."""
    text = (system.root / BROKERS).read_text(encoding="utf-8")
    system.write("taxonomy/categories/copy/brokers.yaml", text.replace("类目brokers", "别的"))

    workspace = opened()

    found = workspace.compare("rev:HEAD", "WORK")
    assert not [c for c in found.changes if c.kind in ("added", "removed")]
    assert any("brokers" in warning.en for warning in found.warnings)


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        (("1.0", "1.1.1"), ["1.1"]),
        (("1.0", "WORK"), ["1.1", "1.1.1"]),
        (("1.1", "1.1.1"), []),
        (("1.1.1", "1.0"), []),
        (("rev:HEAD", "WORK"), []),
    ],
)
def test_releases_that_a_comparison_skips(
    system: Repo, opened: Opened, ends: tuple[str, str], expected: list[str]
) -> None:
    """Those between two releases, or between one and the files now; asked for lineage."""
    release(system, "1.0")
    revise(system)
    release(system, "1.1")
    release(system, "1.1.1", reason={"zh": "无变更"})

    assert [one.name for one in skipped(opened(), *ends)] == expected


def test_an_event_over_a_skipped_release(system: Repo, opened: Opened) -> None:
    """Two became one in 1.1, and that one another in 1.2: from 1.0 to 1.2 two became the other."""
    release(system, "1.0")
    steps = ("1.1", ("incubation", "promotion"), "x"), ("1.2", ("x", "brokers"), "y")
    for name, ids, made in steps:
        workspace = opened()
        workspace.apply(_combined(ids, made, release=name))
        workspace.apply(define(made, "合并而成的类目。"))
        workspace.save()
        workspace.commit(name)
        release(system, name)

    (event,) = (e for e in opened().compare("1.0", "1.2").events if e.kind == "merger")

    assert (event.from_ids, event.to_ids) == (("brokers", "incubation", "promotion"), ("y",))
