"""`log`, `blame` and `show ID@EDITION`, as they are typed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from stdtree.store.schema import schema_text
from tests.shell import Shell


def test_the_past_of_a_category(shell: Shell) -> None:
    """By its code of today, by that of another release, and what came before it."""
    now = shell.stdtree("log", "BB", "--lineage")
    then = shell.stdtree("log", "C@1.0")
    since = shell.stdtree("blame", "BB")

    assert (now.code, now.err, then.code, since.code) == (0, "", 0, 0)
    assert "[technology-transfer]" in now.out
    assert "[transfer-services]" in now.out
    assert "承接自 C 科技成果转化 stdtree log transfer-services" in now.out
    assert then.out.startswith("C 科技成果转化 [transfer-services]\n版本 1.0\n")
    assert re.search(r"^体系编号 +BB .* 1\.1$", since.out, re.MULTILINE)


def test_what_is_shown_of_another_edition(shell: Shell) -> None:
    """Categories, standards and the whole tree; `--at` says the same, but not twice."""
    assert shell.stdtree("show", "C@1.0").out == shell.stdtree("show", "C", "--at", "1.0").out
    assert "科技成果转化" in shell.stdtree("show", "C@1.0").out
    assert "C 科技成果转化" in shell.stdtree("show", "GB/T 34670-2017@1.0").out
    assert shell.stdtree("show", "@1.0").out == shell.stdtree("show", "--at", "1.0").out
    assert "C 科技成果转化" not in shell.stdtree("show", "@HEAD").out
    twice = shell.stdtree("show", "C@1.0", "--at", "1.1")
    assert (twice.code, "stdtree show C@1.1" in twice.err) == (2, True)
    assert shell.stdtree("show", "BB@1.0").code == 2


@pytest.mark.parametrize("command", ["log", "blame"])
def test_json_fits_its_schema(shell: Shell, command: str) -> None:
    """In both languages alike, for categories and standards."""
    schema: dict[str, Any] = json.loads(schema_text(command))

    for name in ("BB", "transfer-services", "GB/T 34670-2017"):
        told = shell.stdtree(command, name, "--format", "json").out
        assert told == shell.speaking("en").stdtree(command, name, "--format", "json").out
        jsonschema.validate(json.loads(told), schema)


def test_a_shallow_clone_and_none(shell: Shell, tmp_path: Path) -> None:
    """The first says where it ends, the second that there is no history."""
    shell.git("clone", "-q", "--depth", "1", shell.folder.as_uri(), str(tmp_path / "shallow"))
    (tmp_path / "plain").mkdir()
    shell.run("cp", "-r", "taxonomy", str(tmp_path / "plain"))

    shallow = shell.at(tmp_path / "shallow").stdtree("log", "BB")
    plain = shell.at(tmp_path / "plain").stdtree("log", "BB")

    assert (shallow.code, "git fetch --unshallow" in shallow.out) == (0, True)
    assert (plain.code, plain.out, "git init" in plain.err) == (2, "", True)


def test_the_two_logs_point_to_each_other(shell: Shell) -> None:
    """Commits and steps of editing are not taken for one another."""
    assert "stdtree edit log" in shell.stdtree("log", "--help").out
    assert "stdtree log" in shell.stdtree("edit", "log", "--help").out
