"""The GitLab template: its own script lines, with the variables that GitLab sets."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from tests.ci.forge import TOKEN, Forge
from tests.ci.hosting import Host, break_it, checked_out
from tests.gates.files import ROOT
from tests.shell import Ended, Shell

TEMPLATE: dict[str, Any] = yaml.safe_load(
    (ROOT / "ci/gitlab/stdtree.gitlab-ci.yml").read_text(encoding="utf-8")
)
JOB = TEMPLATE["stdtree"]
MARK = "<!-- stdtree: . -->"
NOWHERE = "0" * 40
Pipeline = Callable[..., Ended]


@pytest.fixture
def clone(host: Host, tmp_path: Path) -> Shell:
    """What GitLab checks out for a merged results pipeline."""
    return checked_out(host, host.merge, tmp_path / "clone")


@pytest.fixture
def pipeline(clone: Shell, tmp_path: Path, forge: Forge) -> Pipeline:
    """Runs the script lines of the job; the installation is replaced by the tests' own."""
    home = tmp_path / "stdtree-home"
    home.mkdir()
    (home / "source").symlink_to(ROOT)
    told = {
        **TEMPLATE["variables"],
        "STDTREE_HOME": str(home),
        "STDTREE_BIN": str(Path(sys.executable).parent),
        "CI_API_V4_URL": forge.url,
        "CI_JOB_URL": "https://gitlab.example/group/system/-/jobs/9",
        "CI_PROJECT_DIR": str(clone.folder),
        "CI_PROJECT_ID": "3",
        "CI_COMMIT_BEFORE_SHA": NOWHERE,
    }

    def run(**variables: str) -> Ended:
        shell = replace(clone, extra={**told, "STDTREE_LANG": "en", **variables})
        return shell.run("sh", "-ec", "\n".join(JOB["script"]))

    return run


def requested(host: Host, **more: str) -> dict[str, str]:
    """The variables of a merge request pipeline."""
    return {
        "CI_PIPELINE_SOURCE": "merge_request_event",
        "CI_MERGE_REQUEST_IID": "7",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": host.began,
        **more,
    }


def report(clone: Shell, name: str) -> Path:
    """A file among the artifacts."""
    return clone.folder / "stdtree-reports" / name


def test_a_merge_request_is_compared_and_reported(
    host: Host, pipeline: Pipeline, clone: Shell
) -> None:
    """Merged results: against the target branch; the reports are where the job says."""
    ended = pipeline(**requested(host, CI_MERGE_REQUEST_TARGET_BRANCH_SHA=host.base))

    assert ended.code == 0, ended
    told = report(clone, "review.md").read_text(encoding="utf-8")
    assert "企业孵化和加速服务" in told
    assert "另一个定义" not in told
    for path in JOB["artifacts"]["reports"].values():
        assert (clone.folder / path).is_file()
    assert JOB["artifacts"]["when"] == "always"


def test_a_head_is_compared_with_where_it_began(
    host: Host, pipeline: Pipeline, clone: Shell
) -> None:
    """Other pipelines have only the base of the diff."""
    clone.git("fetch", "--quiet", "--depth=1", "origin", host.head)
    clone.git("checkout", "--quiet", host.head)

    assert pipeline(**requested(host)).code == 0
    assert "企业孵化和加速服务" in report(clone, "review.md").read_text(encoding="utf-8")


def test_errors_fail_the_job(host: Host, pipeline: Pipeline, clone: Shell) -> None:
    """They are in the log, in the widget of the merge request, and among the tests."""
    break_it(clone)

    ended = pipeline(**requested(host))

    assert ended.code == 1
    assert "dangling-parent" in ended.out
    quality = json.loads(report(clone, "gl-code-quality-report.json").read_text("utf-8"))
    assert "dangling-parent" in {entry["check_name"] for entry in quality}
    failed = ET.parse(report(clone, "junit.xml")).findall(".//failure")  # noqa: S314 -- our own file
    assert failed
    assert pipeline(**requested(host), STDTREE_FAIL_ON="never").code == 0


def test_a_push_is_compared_with_what_was_there(
    host: Host, pipeline: Pipeline, clone: Shell, forge: Forge
) -> None:
    """On a branch; without a merge request there is no note."""
    ended = pipeline(CI_COMMIT_BEFORE_SHA=host.base, STDTREE_TOKEN=TOKEN)

    assert (ended.code, forge.asked) == (0, [])
    assert host.base[:7] in report(clone, "review.md").read_text(encoding="utf-8")


def test_the_note_is_kept_up_to_date(host: Host, pipeline: Pipeline, forge: Forge) -> None:
    """With a token; ours is told from another's by who wrote it."""
    forge.page_size = 1
    forge.add(f"{MARK}\nanother's")
    variables = requested(host, STDTREE_TOKEN=TOKEN)

    assert pipeline(**variables).out.endswith("note: created\n")
    assert pipeline(**variables).out.endswith("note: unchanged\n")
    forge.comments[1]["body"] = f"{MARK}\nold"
    assert pipeline(**variables).out.endswith("note: updated\n")

    assert forge.writes == ["POST", "PUT"]
    assert forge.asked[-1][1].startswith("/projects/3/merge_requests/7/notes/")
    assert "jobs/9" in forge.bodies[1]


def test_a_token_that_may_not_write_fails_nothing(
    host: Host, pipeline: Pipeline, forge: Forge
) -> None:
    """The artifacts have it all."""
    ended = pipeline(**requested(host, STDTREE_TOKEN=TOKEN[:2]))

    assert (ended.code, forge.bodies) == (0, [])
    assert "401 Unauthorized" in ended.out


def test_the_installation_is_the_scripts_own() -> None:
    """The lines before are a pinned clone and the installer that the action uses, too."""
    lines = JOB["before_script"]

    assert [line.split("=$(")[0].split(" ")[0] for line in lines] == [
        "STDTREE_HOME",
        "git",
        "STDTREE_BIN",
    ]
    assert '--branch "$STDTREE_REF"' in lines[1]
    assert "ci/install.sh" in lines[2]
