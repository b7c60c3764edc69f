"""Every way a run may end: words and exit codes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from stdtree import __version__
from stdtree.cli.session import Session

if TYPE_CHECKING:
    from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("arguments", "error", "hint"),
    [
        (("statu",), "there is no command “statu”", "did you mean: status?"),
        (
            ("check", "--strickt"),
            "stdtree check has no option --strickt",
            "did you mean: --strict?",
        ),
        (
            ("check", "--format", "xml"),
            "--format takes one of: text, json, markdown, github, gitlab, sarif, junit",
            "type stdtree check --help for its usage",
        ),
        (
            ("check", "--format"),
            "the option --format needs a value",
            "type stdtree check --help for its usage",
        ),
        (
            ("check", "--strict=1"),
            "the option --strict takes no value",
            "type stdtree check --help for its usage",
        ),
        (("find",), "stdtree find needs TEXT", "type stdtree find --help for its usage"),
        (
            ("find", "a", "--limit", "x"),
            "--limit takes a whole number from 1 on",
            "type stdtree find --help for its usage",
        ),
        (
            ("find", "a", "--limit", "0"),
            "--limit takes a whole number from 1 on",
            "type stdtree find --help for its usage",
        ),
        (("edit", "mov"), "there is no command “mov”", "did you mean: move-category"),
        (("explain", "dupl"), "there is no rule “dupl”", "did you mean: duplicate-code"),
        (
            ("edit", "mov-category"),
            "there is no command “mov-category”",
            "did you mean: move-category",
        ),
        (
            ("explain", "duplicate-cod"),
            "there is no rule “duplicate-cod”",
            "did you mean: duplicate-code",
        ),
        (("schema", "categry"), "there is no JSON Schema for “categry”", "did you mean: category?"),
    ],
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...], error: str, hint: str) -> None:
    """Exit 2, what was wrong and what to type on stderr, nothing on stdout."""
    ended = run(*arguments)

    first, second = ended.err.splitlines()
    assert (2, "", f"Error: {error}") == (ended.code, ended.out, first)
    assert second.startswith(f"Hint: {hint}")


def test_wrong_usage_in_chinese(run: Run) -> None:
    """Errors speak the chosen language."""
    assert run("statu", "--lang", "zh") == (
        2,
        "",
        "错误：没有命令“statu”\n提示：是不是：status？\n",
    )


def test_surplus_arguments(run: Run) -> None:
    """What a command cannot use is refused, not ignored."""
    ended = run("rules", "extra", "--lang", "zh")

    assert (ended.code, ended.err) == (
        2,
        "错误：stdtree rules 多出参数：extra\n提示：输入 stdtree rules --help 查看用法\n",
    )


def test_without_a_command_the_help_is_on_stderr(run: Run) -> None:
    """Nothing was asked for, so nothing is a result."""
    ended = run()

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("Usage: stdtree")


def test_version(run: Run) -> None:
    """The version of the software."""
    assert (0, f"stdtree {__version__}\n", "") == run("--version")


def test_no_system_here(run: Run, tmp_path: Path) -> None:
    """Exit 2, with the command that makes a system."""
    ended = run("-C", str(tmp_path), "check")

    assert (ended.code, ended.out) == (2, "")
    assert "stdtree init" in ended.err


def test_a_bug_goes_to_a_log_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 70; the traceback is in the file whose path is printed, not on the screen."""
    monkeypatch.setattr(Session, "workspace", lambda _: 1 / 0)

    ended = run("check")

    path = Path(ended.err.split("together with ")[1].strip())
    assert (ended.code, ended.out, "Traceback" not in ended.err) == (70, "", True)
    assert "ZeroDivisionError" in path.read_text(encoding="utf-8")


def test_a_bug_without_a_place_for_the_log(
    run: Run, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    """When the log cannot be written, the traceback is on stderr after all."""
    (home / "xdg_state_home").write_text("a file where the folder should be")
    monkeypatch.setattr(Session, "workspace", lambda _: 1 / 0)

    ended = run("check")

    assert (ended.code, "ZeroDivisionError" in ended.err) == (70, True)


def test_interrupted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with 130 and a word, no traceback."""

    def interrupt(_: Session) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Session, "workspace", interrupt)

    ended = run("check", "--lang", "zh")

    assert (ended.code, ended.out, ended.err.endswith("已中断\n")) == (130, "", True)


def test_what_the_system_refuses_is_no_bug(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permissions and the like: exit 2, where it was, and how to look at it."""

    def refuse(_: Session) -> None:
        raise PermissionError(13, "Permission denied", "/srv/a b")

    monkeypatch.setattr(Session, "workspace", refuse)

    ended = run("check")

    assert (ended.code, ended.out) == (2, "")
    assert "access to /srv/a b: Permission denied" in ended.err
    assert ended.err.endswith("ls -ld '/srv/a b'\n")


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("rules > /dev/full", 2, "No space left on device"),
        ("rules >&-", 0, ""),
        ("rules 2>&- >&-", 0, ""),
        ("-C . check", 2, "the current folder is gone"),
    ],
)
def test_a_place_that_takes_nothing(tmp_path: Path, line: str, code: int, said: str) -> None:
    """A full disk, closed streams, a folder that was removed: words or nothing, no traceback."""
    gone = tmp_path / "gone"
    gone.mkdir()
    script = f"cd {gone} && rmdir {gone} && {sys.executable} -m stdtree {line}"
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=False)

    assert (done.returncode, "Traceback" in done.stderr) == (code, False)
    assert said in done.stderr


def test_whoever_reads_may_leave() -> None:
    """A closed pipe ends with 141 and without a traceback."""
    command = [sys.executable, "-m", "stdtree", "rules", "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        err = process.stderr.read()

    assert (process.returncode, err) == (141, b"")


def test_data_cannot_steer_the_terminal(run: Run) -> None:
    """Control characters of the command line are shown, not sent."""
    ended = run("explain", "\x1b[31mred")

    assert "\x1b" not in ended.err
    assert "␛[31mred" in ended.err


def test_a_stream_that_lacks_chinese(tmp_path: Path) -> None:
    """On a terminal without UTF-8 what cannot be shown is escaped; nothing crashes."""
    done = subprocess.run(
        [sys.executable, "-m", "stdtree", "--lang", "zh", "-C", str(tmp_path), "check"],
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii", "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        check=False,
    )

    assert (done.returncode, rb"\u9519\u8bef" in done.stderr) == (2, True)


def test_the_shell_completes_commands(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shell asks through the environment and gets the names that fit."""
    monkeypatch.setenv("_STDTREE_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "stdtree sta")
    monkeypatch.setenv("COMP_CWORD", "1")

    assert run() == (0, "plain,status\n", "")


def test_a_bare_repository_is_no_place_for_a_new_system(run: Run, tmp_path: Path) -> None:
    """Its files are in its history: a clone of it has them, as the hint says."""
    bare = tmp_path / "it's bare.git"
    subprocess.run(["git", "init", "--quiet", "--bare", str(bare)], check=True)
    ended = run("-C", str(bare), "check", "main")
    assert ended.code == 2
    assert "is a bare repository" in ended.err
    assert "stdtree init" not in ended.err
    typed = ended.err.rpartition("a work tree: ")[2]
    subprocess.run(["sh", "-c", f"{typed.strip()} clone"], cwd=tmp_path, check=True)
