"""A drafter (起草人) works on the next release: reads, edits, takes back, commits, releases."""

from __future__ import annotations

import re
import sys

from tests.shell import TODAY, Shell

NEW = "technology-contract-registration"
FILE = f"taxonomy/categories/technology-transfer/{NEW}.yaml"
ADD = (
    *("edit", "add-category", "BB"),
    *("--name", "zh=技术合同登记服务", "--name", "en=Technology contract registration"),
    *("--definition", "zh=为技术合同认定登记提供的服务。"),
    *("--definition", "en=Services for the registration of technology contracts."),
)


def done(shell: Shell, *arguments: str) -> str:
    """What stdtree prints; the test fails if it refuses or complains."""
    ended = shell.stdtree(*arguments)
    assert (ended.code, ended.err) == (0, "")
    return ended.out


def test_reading(shell: Shell) -> None:
    """The tree says what it is; a category by code, by id and by number; search by pinyin."""
    tree = done(shell, "show")
    by_code, by_id = done(shell, "show", "BB"), done(shell, "show", "technology-transfer")

    assert "样例" in tree.splitlines()[0]
    assert re.search(r"^B 重点领域", tree, re.MULTILINE)
    assert by_code == by_id
    assert "GB/T 34670-2017" in by_code
    assert "技术转移服务规范" in done(shell, "show", "gb/t34670—2017")
    assert "BI 知识产权服务" in done(shell, "find", "zscq")
    assert "没有" in shell.stdtree("find", "查无此类").err


def test_editing_and_taking_back(shell: Shell) -> None:
    """Each edit is saved to its file alone; undo puts it back byte by byte; redo repeats it."""
    before = shell.git("rev-parse", "HEAD")

    said = done(shell, *ADD)
    code = re.search(r"^code: (BB\d)$", (shell.folder / FILE).read_text("utf-8"), re.MULTILINE)
    assert code is not None
    done(shell, "edit", "rename-category", code[1], "--name", "zh=技术合同认定登记服务")
    renamed = (shell.folder / FILE).read_bytes()
    undone = done(shell, "edit", "undo")
    back = (shell.folder / FILE).read_text("utf-8")
    done(shell, "edit", "redo")

    assert f"已写入 {FILE}" in said
    assert "已撤销" in undone
    assert "技术合同登记服务" in back
    assert (shell.folder / FILE).read_bytes() == renamed
    assert shell.git("status", "--short") == f"?? {FILE}"
    assert shell.git("rev-parse", "HEAD") == before


def test_an_edit_changes_its_lines_and_no_others(shell: Shell) -> None:
    """Comments and spacing of the rest of the file stay."""
    path = shell.folder / "taxonomy/categories/technology-transfer/technology-transfer.yaml"
    commented = path.read_text("utf-8").replace("\nparent:", "   # 与国家指南一致\nparent:")
    path.write_text(commented, "utf-8")
    shell.git("commit", "-qam", "a comment")

    done(shell, "edit", "rename-category", "BB", "--name", "zh=技术转移服务")

    changed = shell.git("diff", "--unified=0", "--", "taxonomy").splitlines()
    assert [line for line in changed if re.match(r"[-+] ", line)] == [
        "-  zh: 技术转移转化服务",
        "+  zh: 技术转移服务",
    ]


def test_moving_and_retiring(shell: Shell) -> None:
    """A branch moves with its codes; a retired category keeps its file and names its successor."""
    move = ("edit", "move-category", "BB1", "--to", "BD", "--recode")
    rehearsed = shell.stdtree(*move, "--dry-run")
    untouched = shell.git("status", "--short")
    done(shell, *move)
    reason = ("--reason", "zh=业务合并。", "--reason", "en=They are one.")
    into = ("--release", "1.2", "--successors", "BD4.2")
    homeless = shell.stdtree("edit", "retire-category", "BD4.1", *into, *reason)
    done(shell, "edit", "retire-category", "BD4.1", *into, *reason, "--standards-to", "BD4.2")

    told = done(shell, "diff")
    assert (rehearsed.code, "BB1.1 技术合同服务" in rehearsed.out, untouched) == (0, True, "")
    assert (homeless.code, "标准" in homeless.err) == (2, True)
    assert "2 个类目改码" in told
    assert "并入 (1)" in told
    assert "业务合并。" in told
    assert "废止" in done(shell, "show", "technology-contracts")


def test_refusals_say_what_to_type(shell: Shell) -> None:
    """What cannot be done changes nothing and names the way out."""
    for arguments, expected in (
        (("edit", "move-category", "B", "--to", "BB"), "BB"),
        (("edit", "recode-category", "BB", "--code", "BC"), "BC"),
        (("edit", "rename-category", "BBB", "--name", "zh=无"), "BB"),
        (("show", "技术转移"), "stdtree find"),
    ):
        ended = shell.stdtree(*arguments)
        assert (ended.code, ended.out) == (2, "")
        assert re.search(r"^提示：", ended.err, re.MULTILINE)
        assert expected in ended.err
    assert shell.git("status", "--short") == ""


def test_commit_takes_what_it_should(shell: Shell) -> None:
    """Files under taxonomy/ and nothing else, with a message in words; what is staged stays so."""
    (shell.folder / "notes.txt").write_text("mine")
    (shell.folder / "staged.txt").write_text("mine too")
    shell.git("add", "staged.txt")
    done(shell, *ADD)

    done(shell, "commit")

    assert shell.git("show", "--name-only", "--format=%s").splitlines() == [
        "在 BB 技术转移转化服务 之下新增类目 技术合同登记服务",
        "",
        FILE,
    ]
    assert shell.git("status", "--short").splitlines() == ["A  staged.txt", "?? notes.txt"]


def test_from_an_edit_to_a_release(shell: Shell) -> None:
    """Refused while uncommitted and while the number is too small; then made, whole."""
    done(shell, *ADD)
    uncommitted = shell.stdtree("release", "1.2", "--date", "2027-03-01")
    done(shell, "commit")
    rehearsed = shell.stdtree("release", "1.1.1", "--date", "2027-03-01", "--dry-run")
    too_small = shell.stdtree("release", "1.1.1", "--date", "2027-03-01")
    untouched = shell.git("status", "--short")

    released = done(shell, "release", "1.2", "--date", "2027-03-01", "--notes", "增设一个类目")

    assert (uncommitted.code, "未提交" in uncommitted.err) == (2, True)
    assert (rehearsed.code, "✗" in rehearsed.out) == (1, True)
    assert (too_small.code, "次版本号" in too_small.err) == (2, True)
    assert untouched == ""
    assert "已发布 1.2（2027-03-01）" in released
    assert shell.git("cat-file", "-t", "taxonomy/1.2") == "tag"
    assert shell.git("status", "--short") == ""
    assert shell.stdtree("check", "--strict", "--date", TODAY).code == 0
    assert shell.stdtree("export", "1.2", "--check") == (0, "", "")
    assert shell.stdtree("export", "1.2", "--against", "1.1", "--check") == (0, "", "")
    assert "技术合同登记服务" in done(shell, "diff", "1.1", "1.2")
    assert shell.stdtree("release", "1.2", "--date", "2027-03-02").code == 2


def test_an_edit_survives_kill_9(shell: Shell) -> None:
    """Killed before it could save: the next session refuses to go on until one has chosen."""
    edit_and_die = (
        "import os, signal, stdtree\n"
        "from stdtree.edit.rename_category import RenameCategory\n"
        "name = {'zh': '技术转移服务'}\n"
        "stdtree.open().apply(RenameCategory(id='technology-transfer', name=name))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    killed = shell.run(sys.executable, "-c", edit_and_die)
    unsaved = shell.git("status", "--short")
    refused = shell.stdtree("edit", "rename-category", "BC", "--name", "zh=孵化")

    recovered = done(shell, "edit", "recover")

    assert (killed.code, unsaved) == (-9, "")
    assert (refused.code, "stdtree edit recover" in refused.err) == (2, True)
    assert "技术转移服务" in recovered
    assert "技术转移服务" in done(shell, "show", "BB")
    assert shell.git("status", "--short").endswith("technology-transfer.yaml")


def test_starting_from_nothing(shell: Shell) -> None:
    """An empty system, filled and released by the same commands."""
    new = shell.folder.parent / "new"
    done(shell, "init", str(new), "--title", "zh=示例标准体系", "--title", "en=Example")
    at = shell.at(new)

    done(at, "edit", "edit-texts", "A", "--definition", "zh=各领域共用的标准。")
    done(at, "edit", "activate-draft", "A")
    number = ("--number", "GB/T 13016-2018", "--status", "in-force", "--published", "2018-02-06")
    done(at, "edit", "add-standard", "A", "--name", "zh=标准体系构建原则和要求", *number)
    done(at, "commit", "-m", "起草")
    done(at, "release", "1.0", "--date", "2027-01-01")

    assert at.git("tag") == "taxonomy/1.0"
    assert "GB/T 13016-2018" in (new / "exports/1.0/standards.zh.csv").read_text("utf-8-sig")
    assert at.stdtree("check", "--strict", "--date", TODAY).code == 0
