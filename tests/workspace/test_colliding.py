"""What another program did to what we edit: shown, decided, and nothing lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdtree.errors import OutsideChange, StdtreeError
from stdtree.store.patch_file import decode_patch
from stdtree.workspace import Workspace, applying
from stdtree.workspace.colliding import collisions, settle, write_patch
from tests.repos import Repo
from tests.workspace.systems import BROKERS, Opened, define, rename, replace


@pytest.fixture
def ours(system: Repo, opened: Opened) -> Workspace:
    """Two categories edited and not saved; of one, another program changed title and definition."""
    workspace = opened()
    workspace.apply(rename("brokers", "我的"))
    workspace.apply(rename("transfer", "旁的"))
    replace(system.root, BROKERS, "类目brokers", "他的")
    replace(system.root, BROKERS, "brokers的定义。", "他的定义。")
    return workspace


def title(workspace: Workspace, category: str = "brokers") -> str:
    """As it is now."""
    return workspace.taxonomy.categories[category].title["zh"]


def definition(workspace: Workspace) -> str:
    """As it is now."""
    return (workspace.taxonomy.categories["brokers"].definition or {})["zh"]


def test_both_sides_are_told(ours: Workspace) -> None:
    """By field, as it was, ours and theirs; what only we changed elsewhere is not in it."""
    (found,) = collisions(ours)

    assert found.key == "brokers"
    told = {
        field.name.zh: (field.base, field.mine, field.theirs, field.both) for field in found.fields
    }
    assert set(told) == {"名称（zh）", "定义（zh）"}
    base, mine, theirs, both = told["名称（zh）"]
    assert base is not None
    assert mine is not None
    assert theirs is not None
    assert (base.zh, mine.zh, theirs.zh, both) == ("类目brokers", "我的", "他的", True)
    assert told["定义（zh）"][3] is False
    assert title(ours) == "我的"


def test_ours_again(ours: Workspace, system: Repo) -> None:
    """Our field replaces theirs, their other one stays; the file has both after a save."""
    with pytest.raises(OutsideChange):
        ours.save()

    settle(ours, "again")

    assert (title(ours), definition(ours), title(ours, "transfer")) == (
        "我的",
        "他的定义。",
        "旁的",
    )
    assert len(ours.save()) == 2
    again = Workspace.open(system.root)
    assert (title(again), definition(again), title(again, "transfer")) == (
        "我的",
        "他的定义。",
        "旁的",
    )
    assert again.unsaved == 0


def test_theirs(ours: Workspace, system: Repo) -> None:
    """It stays as the file has it; what we edited elsewhere is still there."""
    settle(ours, "theirs")

    assert (title(ours), title(ours, "transfer")) == ("他的", "旁的")
    ours.save()
    again = Workspace.open(system.root)
    assert (title(again), definition(again), title(again, "transfer")) == (
        "他的",
        "他的定义。",
        "旁的",
    )
    assert again.unsaved == 0


def test_undo_never_rolls_back_what_others_did(ours: Workspace) -> None:
    """One step back is theirs; further back is refused for that category, and said."""
    settle(ours, "again")
    ours.save()
    ours.undo()
    assert (title(ours), definition(ours)) == ("他的", "他的定义。")

    ours.undo()  # of the other category
    with pytest.raises(StdtreeError, match="have changed since"):
        ours.undo()

    assert (title(ours), definition(ours)) == ("他的", "他的定义。")


def test_a_crash_after_the_decision_loses_nothing(ours: Workspace, system: Repo) -> None:
    """The files are as the other program left them; the edits are in the journal, to be decided."""
    settle(ours, "again")

    again = Workspace.open(system.root)

    assert again.unsaved == 2
    with pytest.raises(OutsideChange):
        again.recover()
    settle(again, "again")
    assert (title(again), definition(again), title(again, "transfer")) == (
        "我的",
        "他的定义。",
        "旁的",
    )


def test_the_patch_takes_them_up_again(ours: Workspace, system: Repo, tmp_path: Path) -> None:
    """Written beside the system, with a name that is free; it applies where they were made."""
    (system.root / "stdtree-edits.json").write_text("somebody's own")
    name = write_patch(ours)
    assert name == "stdtree-edits2.json"
    copy = tmp_path / "copy"
    system.git("clone", "--quiet", str(system.root), str(copy))
    workspace = Workspace.open(copy)

    patch = decode_patch((system.root / name).read_bytes(), name)
    applying.apply(workspace, applying.attempt(workspace, patch))

    assert (title(workspace), title(workspace, "transfer")) == ("我的", "旁的")


def test_a_file_that_is_gone(system: Repo, opened: Opened) -> None:
    """Ours brings it back whole; theirs leaves it away."""
    for choice, there in (("again", True), ("theirs", False)):
        workspace = opened()
        workspace.apply(define("promotion", f"我的定义{choice}"))
        file = system.root / "taxonomy/categories/promotion.yaml"
        text = file.read_text(encoding="utf-8")
        file.unlink()
        (found,) = collisions(workspace)
        assert all(field.theirs is None for field in found.fields)

        settle(workspace, choice)  # type: ignore[arg-type]
        workspace.save()

        assert file.exists() == there
        file.write_text(text, encoding="utf-8")
        if not there:
            assert opened().unsaved == 0


def test_rows_of_a_table_are_fields_of_their_own(system: Repo, opened: Opened) -> None:
    """A row changed by us and another one by them: both stay."""
    workspace = opened()
    category = next(one for one in workspace.taxonomy.categories.values() if len(one.standards) > 1)
    first, second, *_ = category.standards
    from stdtree.edit.edit_standard import EditStandard

    workspace.apply(EditStandard(id=first.id, name={"zh": "我的标准"}))
    path = f"taxonomy/categories/{category.id}.yaml"
    replace(system.root, path, second.title["zh"], "他的标准")

    settle(workspace, "again")

    titles = [row.title["zh"] for row in workspace.taxonomy.categories[category.id].standards[:2]]
    assert titles == ["我的标准", "他的标准"]
