"""The action, as GitHub's runner carries it out: real repositories, recorded events, real HTTP."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.ci.forge import Forge
from tests.ci.hosting import Host, break_it, checked_out, rename
from tests.ci.runner import ACTION, Runner
from tests.gates.files import ROOT

EVENTS = Path(__file__).parent / "events"
MARK = "<!-- stdtree: . -->"
BOT = {"login": "github-actions[bot]", "type": "Bot"}
Job = Callable[..., Runner]


@pytest.fixture
def job(host: Host, forge: Forge, tmp_path: Path) -> Job:
    """Starts a job for a recorded event, with a commit checked out."""

    def started(name: str, commit: str, *, depth: int = 1, of: Host = host) -> Runner:
        text = (EVENTS / f"{name}.json").read_text(encoding="utf-8")
        for key in ("base", "head", "merge"):
            text = text.replace(f"@{key}@", getattr(of, key))
        clone = checked_out(of, commit, tmp_path / "clone", depth=depth)
        return Runner(clone, tmp_path / "temp", json.loads(text), forge.url)

    return started


# -- what is compared -----------------------------------------------------------------------------


def test_the_merge_of_a_pull_request_is_compared_with_its_base(host: Host, job: Job) -> None:
    """A clone of one commit: only the base is fetched; what others did is not told."""
    ran = job("pull_request", host.merge).run(language="en")

    assert ran.check.code == 0, ran.check
    assert ran.outputs["base"] == host.base
    assert (ran.outputs["changes"], ran.outputs["bump"]) == ("1", "patch")
    assert "企业孵化和加速服务" in ran.summary
    assert "另一个定义" not in ran.summary


def test_a_bare_head_is_compared_with_where_its_branch_began(host: Host, job: Job) -> None:
    """With the head checked out: main's own commit does not look like taken back."""
    made = job("pull_request", host.head)

    ran = made.run()

    began = host.began
    assert (ran.check.code, ran.outputs["base"], ran.outputs["changes"]) == (0, began, "1")


def test_a_clone_that_has_everything_stays_whole(host: Host, job: Job) -> None:
    """Nothing is fetched that is there, and no clone is made shallow."""
    made = job("pull_request", host.merge, depth=0)
    made.shell.git("remote", "set-url", "origin", "file:///nowhere")

    ran = made.run(comment="false")

    assert (ran.check.code, ran.outputs["changes"]) == (0, "1")
    assert made.shell.git("rev-parse", "--is-shallow-repository") == "false"


@pytest.mark.parametrize("name", ["push", "merge_group"])
def test_other_events_say_what_they_come_from(host: Host, job: Job, name: str) -> None:
    """The state before a push; the branch on which a queue builds. Nothing to comment on."""
    ran = job(name, host.merge).run()

    assert (ran.check.code, ran.outputs["base"], ran.outputs["changes"]) == (0, host.base, "1")
    assert ran.comment == (0, "", "")


@pytest.mark.parametrize("name", ["push_of_new_branch", "workflow_dispatch"])
def test_without_a_base_it_is_the_last_release(host: Host, job: Job, name: str) -> None:
    """Compared by its snapshot: neither history nor tags are needed."""
    ran = job(name, host.head).run(language="en")

    assert (ran.check.code, ran.outputs["base"]) == (0, "")
    assert "1.1 → WORK" in ran.summary


def test_a_base_by_name(host: Host, job: Job) -> None:
    """The input wins over the event."""
    ran = job("push", host.merge).run(base="1.0")

    assert ran.outputs["base"] == "1.0"
    assert int(ran.outputs["changes"]) > 200


def test_a_base_that_cannot_be_had_is_told(host: Host, job: Job) -> None:
    """The check is made all the same, against the last release."""
    made = job("push", host.merge)
    made.shell.git("remote", "set-url", "origin", "file:///nowhere")

    ran = made.run(language="en")

    assert ran.check.code == 0
    assert "::notice title=stdtree::the commit to compare with cannot be fetched" in ran.check.out
    assert "1.1 → WORK" in ran.summary


# -- what is found --------------------------------------------------------------------------------


def test_errors_fail_and_are_annotated(host: Host, job: Job, forge: Forge) -> None:
    """At their place in the file; in the SARIF, the summary and the comment, too."""
    made = job("pull_request", host.merge)
    break_it(made.shell)

    ran = made.run(language="en")

    assert ran.check.code == 1
    assert "::error file=taxonomy/categories/incubation/incubation.yaml,line=" in ran.check.out
    assert int(ran.outputs["errors"]) > 0
    assert "dangling-parent" in Path(ran.outputs["sarif"]).read_text(encoding="utf-8")
    assert "dangling-parent" in ran.summary
    assert f"**errors: {ran.outputs['errors']}**" in forge.bodies[0]


def test_a_system_in_a_folder(host: Host, job: Job) -> None:
    """Annotations name files from the repository's root, as GitHub wants them."""
    made = job("workflow_dispatch", host.merge)
    (made.shell.folder / "docs").mkdir()
    break_it(made.shell)
    for name in ("taxonomy", "exports", "schemas"):
        (made.shell.folder / name).rename(made.shell.folder / "docs" / name)

    ran = made.run(path="docs")

    assert ran.check.code == 1
    assert "::error file=docs/taxonomy/categories/incubation/incubation.yaml," in ran.check.out


def test_whether_findings_fail_is_chosen(host: Host, job: Job) -> None:
    """never: told and passed."""
    made = job("push", host.merge)
    break_it(made.shell)

    assert [made.run(fail_on=when).check.code for when in ("error", "never")] == [1, 0]


def test_only_what_changed(host: Host, job: Job) -> None:
    """Notes about what nobody touched are left out."""
    made = job("push", host.merge)

    found = [int(made.run(findings=which).outputs["notes"]) for which in ("all", "changed")]

    assert found[1] < found[0]


def test_what_the_baseline_knows_is_left_out(host: Host, job: Job) -> None:
    """Its path is from the repository's root."""
    made = job("push", host.merge)
    break_it(made.shell)
    assert made.shell.stdtree("baseline", "create").code == 0

    ran = made.run(baseline=".stdtree-baseline.json", fail_on="warning")

    assert (ran.check.code, ran.outputs["errors"]) == (0, "0")


def test_no_system_is_an_error_in_words(host: Host, job: Job, forge: Forge) -> None:
    """The step fails with the hint, and the comment says why."""
    ran = job("pull_request", host.merge).run(path="..", language="en")

    assert ran.check.code == 2
    assert ran.check.out.count("::error title=stdtree::Error: there is no taxonomy/") == 1
    assert forge.bodies[0].count("there is no taxonomy/") == 1
    assert ran.outputs["sarif"] == ""


def test_the_repository_brings_no_code(host: Host, job: Job) -> None:
    """Modules in the folder that is checked are not those that run."""
    made = job("push", host.merge)
    for name in ("stdtree.py", "json.py", "sitecustomize.py"):
        (made.shell.folder / name).write_text("raise SystemExit(99)\n")

    assert made.run().check.code == 0


# -- the comment ----------------------------------------------------------------------------------


def test_the_comment_is_written_once_and_then_kept_up_to_date(
    host: Host, job: Job, forge: Forge
) -> None:
    """Found on the third page, replaced in place; the same text is not written again."""
    forge.page_size = 2
    for number in range(5):
        forge.add(f"comment {number}")
    made = job("pull_request", host.merge)
    assert (ran := made.run()).comment == (0, "comment: created\n", ""), ran
    forge.add("later")
    assert made.run().comment == (0, "comment: unchanged\n", "")
    rename(made.shell, "又一个名称")

    assert made.run().comment == (0, "comment: updated\n", "")

    assert forge.writes == ["POST", "PATCH"]
    assert len(forge.comments) == 7
    assert forge.bodies[5].startswith(f"{MARK}\n")
    assert "又一个名称" in forge.bodies[5]
    assert "https://github.com/drafters/system/actions/runs/42" in forge.bodies[5]


def test_a_fork_may_not_write(host: Host, job: Job, forge: Forge) -> None:
    """That is a notice, no failure; the summary has it all."""
    forge.may_write = False

    ran = job("pull_request_from_fork", host.merge).run(language="en")

    assert ran.check.code == 0
    assert ran.comment is not None
    assert (ran.comment.code, forge.bodies) == (0, [])
    assert "::notice title=stdtree::no comment was written" in ran.comment.out
    assert "403 Forbidden" in ran.comment.out
    assert "企业孵化和加速服务" in ran.summary


def test_a_host_that_is_down_fails_nothing(host: Host, job: Job) -> None:
    """Nobody listens at the address."""
    made = job("pull_request", host.merge)
    made.api = "http://127.0.0.1:9"
    ran = made.run()

    assert ran.comment is not None
    assert (ran.comment.code, "::notice" in ran.comment.out) == (0, True)


def test_without_news_there_is_no_comment(host: Host, job: Job, forge: Forge) -> None:
    """A pull request that changes nothing of the system; but an old comment is corrected."""
    idle = replace(host, head=host.base, merge=host.base)
    made = job("pull_request", host.base, of=idle)

    assert made.run().comment == (0, "comment: none\n", "")
    forge.add(f"{MARK}\nold", author=BOT)
    assert made.run().comment == (0, "comment: updated\n", "")
    assert "old" not in forge.bodies[0]


def test_a_strangers_comment_is_not_taken_for_ours(host: Host, job: Job, forge: Forge) -> None:
    """Whoever writes our mark first would have our words under their name."""
    forge.add(f"{MARK}\nmine")

    job("pull_request", host.merge).run()

    assert forge.bodies[0] == f"{MARK}\nmine"
    assert forge.writes == ["POST"]


def test_two_systems_have_two_comments(host: Host, job: Job, forge: Forge) -> None:
    """The mark names the folder."""
    made = job("pull_request", host.merge)
    made.run()
    made.run(path="taxonomy")

    assert [body.partition("\n")[0] for body in forge.bodies] == [
        MARK,
        "<!-- stdtree: taxonomy -->",
    ]


# -- the file itself ------------------------------------------------------------------------------


def test_nothing_from_outside_becomes_a_command() -> None:
    """Expressions reach scripts as variables; actions that are used are pinned by commit."""
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
        assert step.get("shell", "bash") == "bash"
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step.get("uses", "a/b@" + "0" * 40))


def test_every_input_is_used_and_every_output_is_made(host: Host, job: Job) -> None:
    """What action.yml promises is what the scripts know."""
    text = json.dumps(ACTION["runs"])
    made = job("workflow_dispatch", host.head).run().outputs

    assert [name for name in ACTION["inputs"] if f"inputs.{name}" not in text] == []
    assert ACTION["outputs"].keys() <= made.keys()


@pytest.mark.parametrize("page", ["docs/ci.md", "docs/ci.en.md"])
def test_the_documents_name_every_input_and_output(page: str) -> None:
    """What the documents tell of the action is what there is."""
    text = (ROOT / page).read_text(encoding="utf-8")
    github = text.partition("## GitHub")[2].partition("## GitLab")[0]
    inputs = re.findall(r"^\| `([\w-]+)` \|", github, re.MULTILINE)

    assert inputs == list(ACTION["inputs"])
    assert [name for name in ACTION["outputs"] if f"`{name}`" not in github] == []
