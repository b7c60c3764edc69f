"""`check` in the formats of code hosts, several in one run."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.cli.conftest import Run


def test_several_in_one_run(run: Run, system: Path) -> None:
    """One on stdout, the others beside it, all of the same findings."""
    file = system / "taxonomy/categories/new.yaml"
    file.write_text("id: new\nparent: nowhere\ncode: AB\ntitle: {zh: 新, en: New}\n", "utf-8")
    names = {
        "sarif": "out.sarif",
        "gitlab": "quality.json",
        "junit": "tests.xml",
        "json": "all.json",
    }
    outputs = [part for fmt, name in names.items() for part in ("--output", f"{fmt}={name}")]
    ended = run("check", "--format", "github", *outputs)
    assert ended.code == 1
    assert all(line.startswith("::") for line in ended.out.splitlines())
    found = {
        finding["fingerprint"] for finding in json.loads(Path("all.json").read_text())["findings"]
    }
    (log,) = json.loads(Path("out.sarif").read_text())["runs"]
    told = {result["partialFingerprints"]["stdtree/v1"] for result in log["results"]}
    assert told == {entry["fingerprint"] for entry in json.loads(Path("quality.json").read_text())}
    assert told == found
    assert len(ET.parse("tests.xml").findall(".//testcase")) == len(found)  # noqa: S314 -- our own file
    assert all("help" in rule for rule in log["tool"]["driver"]["rules"])


def test_messages_are_in_the_users_language(run: Run, system: Path) -> None:
    """--lang decides what hosts are told."""
    (system / "taxonomy/categories/new.yaml").write_text("id: new\nparent: nowhere\ncode: A9\n")
    assert (
        run("--lang", "zh", "check", "--format", "gitlab").out
        != run("check", "--format", "gitlab").out
    )
