"""CI checks what others push: fresh, shallow and tagless copies, good and bad trees."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import jsonschema
import pytest

from tests.gates.files import ROOT
from tests.shell import TODAY, Shell

CATEGORY = Path("taxonomy/categories/technology-transfer/technology-transfer.yaml")
LINE = re.compile(
    r"^(?P<path>[^:\s]+):(?P<line>\d+):(?P<column>\d+): (?P<severity>\w+) (?P<rule>[a-z-]+) "
)


def clone(shell: Shell, *options: str) -> Shell:
    """A copy as CI makes it."""
    folder = shell.folder.parent / "ci"
    shell.git("clone", "--quiet", *options, shell.folder.as_uri(), str(folder))
    return shell.at(folder)


def broken(shell: Shell) -> Shell:
    """The tree with a parent that is not there, and a title missing."""
    path = shell.folder / CATEGORY
    text = path.read_text("utf-8").replace("parent: key-domains", "parent: key-domain")
    path.write_text(text, "utf-8")
    return shell


@pytest.mark.parametrize(
    "options", [(), ("--no-tags",), ("--depth", "1"), ("--depth", "1", "--no-tags")]
)
def test_fresh_clones(shell: Shell, options: tuple[str, ...]) -> None:
    """Check and the difference of two releases work in any clone, without tags and history, too."""
    ci = clone(shell, *options)

    assert ci.stdtree("check", "--strict", "--date", TODAY).code == 0
    assert ci.stdtree("diff", "1.0", "1.1").out == shell.stdtree("diff", "1.0", "1.1").out
    assert ci.stdtree("export", "1.1", "--check") == (0, "", "")


def test_a_download_without_git(shell: Shell) -> None:
    """What a forge packs as a zip has no .git; checking and comparing releases need none."""
    shutil.rmtree(shell.folder / ".git")

    assert shell.stdtree("check", "--strict", "--date", TODAY).code == 0
    assert shell.stdtree("diff", "1.0", "1.1").code == 0
    assert shell.stdtree("diff", "HEAD").code == 2


def test_a_revision_that_a_shallow_clone_lacks(shell: Shell) -> None:
    """Exit 2 with the command that fetches the rest."""
    ended = clone(shell, "--depth", "1").stdtree("diff", "HEAD~1")

    assert (ended.code, ended.out) == (2, "")
    assert "git fetch --unshallow" in ended.err


@pytest.mark.parametrize(("language", "word"), [("zh", "不存在"), ("en", "does not exist")])
def test_findings_stand_on_lines_that_editors_understand(
    shell: Shell, language: str, word: str
) -> None:
    """`path:line:col: severity rule message`, exit 1, nothing on stderr."""
    ended = broken(shell).speaking(language).stdtree("check")
    lines = filter(None, map(LINE.match, ended.out.splitlines()))
    (found,) = (line for line in lines if line["severity"] == "error")

    assert (ended.code, ended.err) == (1, "")
    assert found.group("path", "rule") == (CATEGORY.as_posix(), "dangling-parent")
    line = (shell.folder / CATEGORY).read_text("utf-8").splitlines()[int(found["line"]) - 1]
    assert line[int(found["column"]) - 1 :].startswith(("parent: key-domain", "key-domain"))
    assert word in ended.out


def test_machine_formats_fit_their_schemas(shell: Shell) -> None:
    """JSON is what schemas/ promises, the same in both languages, beside any other format."""
    broken(shell)
    findings = shell.stdtree("check", "--format", "json")
    english = shell.speaking("en").stdtree(
        "check", "--format", "json", "--output", "markdown=found.md"
    )
    difference = shell.stdtree("diff", "1.0", "WORK", "--format", "json")

    assert (findings.code, findings.out) == (1, english.out)
    assert "dangling-parent" in (shell.folder / "found.md").read_text("utf-8")
    for name, ended in (("findings", findings), ("difference", difference)):
        schema = json.loads((ROOT / f"schemas/{name}.schema.json").read_text("utf-8"))
        jsonschema.Draft202012Validator(schema).validate(json.loads(ended.out))


def test_warnings_count_when_asked(shell: Shell) -> None:
    """Exit 0 with warnings, 1 with --strict."""
    path = shell.folder / CATEGORY
    path.write_text(re.sub(r"\ndefinition:\n(?:  .*\n)+", "\n", path.read_text("utf-8")), "utf-8")

    day = ("--date", TODAY)
    loose, strict = shell.stdtree("check", *day), shell.stdtree("check", "--strict", *day)

    assert (loose.code, strict.code, loose.out) == (0, 1, strict.out)
    assert " missing-definition " in loose.out


def test_plans_are_judged_by_the_day(shell: Shell) -> None:
    """A plan for 2027 is overdue in 2028, and no build breaks at New Year; a day is a day."""
    overdue, wrong = (
        shell.stdtree("check", "--strict", "--date", date) for date in ("2028-01-01", "2028")
    )

    assert (overdue.code, wrong.code) == (0, 2)
    assert "note overdue-plan " in overdue.out
    assert "--date 2027-03-01" in wrong.err


def test_a_file_that_cannot_be_read(shell: Shell) -> None:
    """It is a finding, and all the other files are still checked."""
    broken(shell)
    other = next((shell.folder / "taxonomy/categories/technology-promotion").glob("*.yaml"))
    other.write_text("id: [\n", "utf-8")

    ended = shell.stdtree("check")

    assert ended.code == 1
    assert {"unreadable-file", "dangling-parent"} <= set(
        re.findall(r" error ([a-z-]+) ", ended.out)
    )


def test_everything_published_is_checked_at_once(shell: Shell) -> None:
    """Without a name: all releases, and each with the one before it."""
    assert shell.stdtree("export", "--check") == (0, "", "")
    page = shell.folder / "exports/1.0..1.1/changes.html"
    page.unlink()

    stale = shell.stdtree("export", "--check")
    written = shell.stdtree("export")
    alone = shell.stdtree("export", "--against", "1.0")

    assert (stale.code, stale.out) == (1, "exports/1.0..1.1/changes.html\n")
    assert written.code == 0
    assert "exports/1.0/taxonomy.json\n" in written.out
    assert shell.stdtree("export", "--check").code == 0
    assert alone.code == 2
    assert "stdtree export 1.1 …" in alone.err


def test_products_are_fresh_or_named(shell: Shell) -> None:
    """`export --check` ends with 1 and names what is stale or missing; it writes nothing."""
    table, statistics = (
        shell.folder / f"exports/1.1/{name}.zh.csv" for name in ("standards", "statistics")
    )
    table.write_bytes(table.read_bytes() + b"\n")
    statistics.unlink()

    ended = shell.stdtree("export", "1.1", "--check")

    assert ended == (1, "exports/1.1/standards.zh.csv\nexports/1.1/statistics.zh.csv\n", "")
    assert not statistics.exists()


def test_a_release_that_was_changed(shell: Shell) -> None:
    """Its digest is computed again: `check` finds it, and `diff` does not go on."""
    snapshot = shell.folder / "exports/1.0/taxonomy.json"
    snapshot.write_text(snapshot.read_text("utf-8").replace("技术", "科技", 1), "utf-8")

    checked, compared = shell.stdtree("check"), shell.stdtree("diff", "1.0", "1.1")

    assert (checked.code, " error changed-release " in checked.out) == (1, True)
    assert (compared.code, compared.out) == (2, "")
    assert "git checkout taxonomy/1.0" in compared.err


def test_a_merge_that_is_clean_and_wrong(shell: Shell) -> None:
    """Two branches take one code: git merges without a conflict, and the check finds it."""
    for branch, title in (("one", "Contract registration"), ("two", "Patent brokerage")):
        shell.git("switch", "-qc", branch, "main")
        named = ("--name", f"zh=类目{branch}", "--name", f"en={title}")
        texts = ("--definition", "zh=定义。", "--definition", "en=A definition.")
        shell.stdtree("edit", "add-category", "BB", *named, *texts)
        assert shell.stdtree("commit").code == 0
        assert shell.stdtree("check", "--strict", "--date", TODAY).code == 0
    shell.git("merge", "--quiet", "--no-edit", "one")

    ended = shell.stdtree("check")

    assert shell.git("status", "--short") == ""
    assert ended.code == 1
    assert re.findall(r" error ([a-z-]+) ", ended.out) == ["duplicate-code"]


def test_there_is_no_system(shell: Shell) -> None:
    """Exit 2, which CI tells from findings."""
    ended = shell.at(shell.home).stdtree("check")

    assert (ended.code, ended.out) == (2, "")
    assert "stdtree init" in ended.err
