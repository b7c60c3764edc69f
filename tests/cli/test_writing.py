"""Commands that write: init, edit, commit, release, export."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def git(*arguments: str) -> str:
    """What git says in the current folder."""
    done = subprocess.run(["git", *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def files() -> dict[Path, bytes]:
    """Everything under taxonomy/."""
    return {path: path.read_bytes() for path in Path("taxonomy").rglob("*.yaml")}


def test_init_asks_for_one_of_two_things(run: Run, tmp_path: Path) -> None:
    """A title or the sample; neither or both is refused and nothing is made."""
    folder = str(tmp_path / "new")

    assert run("init", folder).code == 2
    assert run("init", folder, "--sample", "--title", "zh=示例").code == 2
    assert not Path(folder).exists()


def test_init_says_what_comes_next(run: Run, tmp_path: Path) -> None:
    """The last line is the next thing to type; a second init refuses."""
    folder = str(tmp_path / "new")

    made, again = (
        run("init", folder, "--title", "zh=示例"),
        run("init", folder, "--title", "zh=示例"),
    )

    assert (made.code, made.out.endswith(f"cd {folder} && stdtree check\n")) == (0, True)
    assert (again.code, again.out) == (2, "")


@pytest.mark.usefixtures("system")
def test_edit_says_what_it_did_and_wrote(run: Run) -> None:
    """The operation in words, and the file."""
    ended = run("edit", "rename-category", "AA", "--name", "zh=术语标准", "--lang", "zh")

    assert (ended.code, ended.err) == (0, "")
    said, written = ended.out.splitlines()
    assert "AA 术语" in said
    assert written.startswith("  已写入 taxonomy/categories/")
    assert "术语标准" in run("show", "--lang", "zh").out


@pytest.mark.usefixtures("system")
def test_edit_undo_redo_and_log(run: Run) -> None:
    """Undo puts the files back as they were; redo takes the edit again; the log knows."""
    before = files()
    run("edit", "rename-category", "AA", "--name", "术语标准")
    renamed = files()

    undone = run("edit", "undo")
    back = files()
    redone = run("edit", "redo")

    assert (undone.code, redone.code) == (0, 0)
    assert (before, renamed) == (back, files())
    assert run("edit", "log").out.splitlines()[-1].endswith("saved")


@pytest.mark.usefixtures("system")
def test_dry_run_shows_and_writes_nothing(run: Run) -> None:
    """The difference is told; files and journal stay."""
    before, log = files(), run("edit", "log")

    ended = run("edit", "rename-category", "AA", "--name", "术语标准", "--dry-run")

    assert (ended.code, "术语标准" in ended.out) == (0, True)
    assert (before, log) == (files(), run("edit", "log"))


@pytest.mark.usefixtures("system")
def test_edit_tells_of_findings_that_it_causes(run: Run) -> None:
    """A new category without a definition is pointed out at once; older findings are not."""
    ended = run("edit", "add-category", "A", "--name", "zh=新类目", "--status", "active")

    assert ended.code == 0
    assert "findings that this operation caused" in ended.err
    assert ended.out.count("missing-definition") == 1


@pytest.mark.usefixtures("system")
@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("move-category", "AX", "--to", "A"), "AX"),
        (("move-category", "AA"), "needs --to"),
        (("move-category", "AA", "--to", "AA"), "AA"),
        (("retire-category", "AA", "--release", "next"), "next"),
        (("add-category", "A", "--name", "zh=新", "--status", "done"), "--status takes one of"),
    ],
)
def test_edit_refuses_and_changes_nothing(
    run: Run, arguments: tuple[str, ...], expected: str
) -> None:
    """Exit 2 with the reason; files stay."""
    before = files()

    ended = run("edit", *arguments)

    assert (2, "", before) == (ended.code, ended.out, files())
    assert expected in ended.err
    assert "Hint: " in ended.err


@pytest.mark.usefixtures("system")
def test_commit_uses_the_message(run: Run) -> None:
    """The given message, and only files under taxonomy/."""
    Path("elsewhere.txt").write_text("mine")

    ended = run("commit", "-m", "起草", "--lang", "zh")

    assert (ended.code, ended.err) == (0, "")
    assert git("log", "-1", "--format=%s") == "起草"
    assert "?? elsewhere.txt" in git("status", "--short")
    assert run("commit", "-m", "nothing").code == 2


@pytest.mark.usefixtures("system")
def test_hooks_run_once_the_repository_is_trusted(run: Run) -> None:
    """Left out and named at first; after --trust they run, now and later."""
    hook = Path(".git/hooks/pre-commit")
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho ran >> hook-ran\n")
    hook.chmod(0o755)

    untrusted = run("commit", "-m", "一")
    ran_untrusted = Path("hook-ran").exists()
    run("edit", "rename-category", "AA", "--name", "二")
    run("commit", "-m", "二", "--trust")
    run("edit", "undo")
    run("commit", "-m", "三")

    assert (untrusted.code, "--trust" in untrusted.err, ran_untrusted) == (0, True, False)
    assert Path("hook-ran").read_text() == "ran\nran\n"


@pytest.mark.usefixtures("system")
def test_commit_without_a_user_name(run: Run, home: Path) -> None:
    """Exit 2 with the command that sets the name."""
    (home / ".gitconfig").write_text("[user]\n\tuseConfigOnly = true\n")

    ended = run("commit", "-m", "起草")

    assert (ended.code, ended.out) == (2, "")
    assert "git config" in ended.err


@pytest.mark.usefixtures("system")
def test_from_draft_to_the_second_release(run: Run) -> None:
    """Checklist, release, difference, products, correspondence."""
    run("edit", "edit-texts", "A", "--definition", "基础。")
    run("edit", "activate-draft", "A")
    waiting = run("release", "1.0", "--date", "2026-01-01", "--dry-run")
    run("commit", "-m", "起草")
    released = run("release", "1.0", "--date", "2026-01-01", "--notes", "首个版本")

    assert (waiting.code, "✗" in waiting.out) == (1, True)
    assert (released.code, released.err) == (0, "")
    assert git("tag") == "taxonomy/1.0"
    assert run("export", "1.0", "--check").code == 0
    assert run("diff", "--exit-code").code == 0

    run("edit", "rename-category", "AA", "--name", "术语标准")
    changed = run("diff", "--exit-code", "--lang", "zh")

    assert (changed.code, "术语标准" in changed.out) == (1, True)
    assert run("diff", "1.0", "WORK", "--lang", "zh").out == changed.out
    assert "术语标准" in run("diff", "1.0", "--correspondence", "--lang", "zh").out
    assert "术语标准" not in run("show", "--at", "1.0", "--lang", "zh").out
    assert run("check", "1.0").code == 0


@pytest.mark.usefixtures("system")
@pytest.mark.parametrize("arguments", [(), ("--today", "--date", "2026-01-01")])
def test_a_release_has_one_date(run: Run, arguments: tuple[str, ...]) -> None:
    """Never taken from the clock silently."""
    ended = run("release", "1.0", *arguments)

    assert (ended.code, "--today" in ended.err) == (2, True)


@pytest.mark.usefixtures("system")
def test_a_date_is_a_date(run: Run) -> None:
    """Anything else is refused before anything is written."""
    ended = run("release", "1.0", "--date", "2026-13-01", "--lang", "zh")

    assert (ended.code, ended.err.splitlines()[0]) == (2, "错误：“2026-13-01”不是日期")


@pytest.mark.usefixtures("system")
def test_unknown_release(run: Run) -> None:
    """Exit 2 with the names that there are."""
    for command in (("diff", "9.9"), ("check", "9.9"), ("export", "9.9"), ("show", "--at", "9.9")):
        ended = run(*command)

        assert (ended.code, ended.out, "WORK" in ended.err) == (2, "", True)


@pytest.mark.usefixtures("system")
def test_diff_before_the_first_release(run: Run) -> None:
    """There is nothing to compare with, and the hint says what can be."""
    ended = run("diff")

    assert (ended.code, "stdtree show" in ended.err) == (2, True)

    run("commit", "-m", "x")
    assert "stdtree diff HEAD" in run("diff").err


@pytest.mark.usefixtures("system")
def test_export_names_stale_products(run: Run, tmp_path: Path) -> None:
    """--check names what is missing or differs, exit 1, and writes nothing."""
    folder = tmp_path / "out"

    missing = run("export", "WORK", "--into", str(folder), "--check")
    written = run("export", "WORK", "--into", str(folder))
    fresh = run("export", "WORK", "--into", str(folder), "--check")

    assert (missing.code, written.code, fresh.code) == (1, 0, 0)
    assert (missing.out, "") == (written.out, fresh.out)
