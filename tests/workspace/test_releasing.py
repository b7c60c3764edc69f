"""Releases: what is written, what they wait for, and what they never leave half done."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from stdtree.errors import StoreError, UsageError
from stdtree.model.consultation import Comment, Consultation, SignOff
from stdtree.store.save import canonical_text
from tests.repos import Repo
from tests.workspace.systems import (
    BROKERS,
    Opened,
    add,
    contents,
    define,
    release,
    rename,
    replace,
    revise,
    serious,
)

ROUND = Consultation(
    id="round-1",
    title={"zh": "征求意见稿", "en": "Draft"},
    release="1.0",
    opens="2026-01-01",
    closes="2026-02-01",
    comments=(Comment(id="c1", by="lab", comment="不同意"),),
)


def consult(repo: Repo, **fields: object) -> None:
    """Writes and commits a round of consultation."""
    path = "taxonomy/consultations/round-1.yaml"
    made = {name: getattr(ROUND, name) for name in ROUND.__struct_fields__} | fields
    repo.write(path, canonical_text(path, Consultation(**made)))
    repo.commit_all("consultation")


def refs(repo: Repo) -> str:
    """All branches and tags, with where they are, and what is staged."""
    return repo.git("for-each-ref") + repo.git("diff --cached --name-only")


def test_the_first_release(system: Repo, opened: Opened) -> None:
    """The record, the products, one commit of exactly these files, an annotated tag."""
    workspace = opened()
    written = workspace.release("1.0", date="2027-03-01", notes={"zh": "首版"})

    record = workspace.taxonomy.releases["1.0"]
    assert (record.date, record.notes, record.previous, record.bump) == (
        "2027-03-01", {"zh": "首版"}, None, None,
    )  # fmt: skip
    assert record.counts.categories == 8
    snapshot = json.loads((system.root / "exports/1.0/taxonomy.json").read_bytes())
    assert snapshot["digest"] == record.digest == workspace.edition("WORK").digest
    assert {"taxonomy/releases/1.0.yaml", "exports/1.0/taxonomy.json"} <= set(written)
    assert system.git("show --name-only --format= HEAD").splitlines() == sorted(written)
    assert system.git("cat-file -t taxonomy/1.0") == "tag"
    assert system.git("rev-parse taxonomy/1.0^{commit}") == system.git("rev-parse HEAD")
    assert system.git("status --porcelain") == ""
    assert serious(workspace) == []


def test_a_second_release(system: Repo, opened: Opened) -> None:
    """It knows the one before, and exports what changed since."""
    release(system, "1.0")
    revise(system)
    release(system, "1.1")

    workspace = opened()
    record = workspace.taxonomy.releases["1.1"]
    assert (record.previous, record.bump) == ("1.0", "minor")
    assert list((system.root / "exports/1.0..1.1").iterdir())
    assert not workspace.compare("1.1", "WORK")
    assert serious(workspace) == []


def test_drafts_stay_out(system: Repo, opened: Opened) -> None:
    """Drafts show while drafting and are in no release."""
    workspace = opened()
    workspace.apply(add("酝酿中", "fields", "idea", status="draft"))
    workspace.save()
    workspace.commit("a draft")
    release(system, "1.0")

    snapshot = json.loads((system.root / "exports/1.0/taxonomy.json").read_bytes())
    assert "idea" not in {category["id"] for category in snapshot["categories"]}
    assert "idea" in opened().taxonomy.categories


def uncommitted(repo: Repo) -> None:
    """A file changed by hand."""
    replace(repo.root, BROKERS, "类目brokers", "手改")


def with_a_warning(repo: Repo) -> None:
    """A finding, committed."""
    replace(repo.root, BROKERS, "code: B11", "code: B2")
    repo.commit_all()


def with_an_open_comment(repo: Repo) -> None:
    """A comment without disposition."""
    consult(repo, sign_offs=(SignOff(by="board", vote="approved"),))


def without_sign_off(repo: Repo) -> None:
    """A round that nobody signed."""
    consult(repo, comments=())


def with_a_rejection(repo: Repo) -> None:
    """A round that somebody rejected."""
    votes = (SignOff(by="lab", vote="approved"), SignOff(by="board", vote="rejected"))
    consult(repo, comments=(), sign_offs=votes)


def detached(repo: Repo) -> None:
    """No branch."""
    repo.git("checkout --quiet --detach")


def merging(repo: Repo) -> None:
    """A merge under way."""
    (repo.root / ".git/MERGE_HEAD").write_text(repo.git("rev-parse HEAD"), encoding="utf-8")


def nobody(repo: Repo) -> None:
    """A git that does not know who commits."""
    repo.git("config", "user.name", "")
    repo.git("config", "user.email", "")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (uncommitted, "1 file not committed"),
        (with_a_warning, "errors or warnings"),
        (with_an_open_comment, "1 comments are open (c1)"),
        (without_sign_off, "nobody has signed off"),
        (with_a_rejection, "not signed off by Sample board"),
        (detached, "no branch is checked out"),
        (merging, "a merge is under way"),
        (nobody, "git does not know yet who you are"),
    ],
)
def test_each_point_alone_stops_a_release(
    system: Repo, opened: Opened, spoil: Callable[[Repo], None], said: str
) -> None:
    """One thing is missing: the checklist and the refusal name it, and nothing is written."""
    spoil(system)
    before = contents(system.root), refs(system)

    workspace = opened()
    missing = [point for point in workspace.release_checklist("1.0") if not point.done]
    assert [said in point.label.en for point in missing] == [True]
    assert missing[0].hint
    with pytest.raises(StoreError) as told:
        workspace.release("1.0", date="2027-03-01")

    assert said in told.value.message.en
    assert (contents(system.root), refs(system)) == before
    assert workspace.names() == ("WORK",)


def test_unsaved_edits_stop_a_release(opened: Opened) -> None:
    """Those that an earlier session left, too."""
    opened().apply(rename("brokers", "甲"))
    with pytest.raises(StoreError, match="1 category not saved"):
        opened().release("1.0", date="2027-03-01")


def test_without_git_there_is_no_release(system: Repo, opened: Opened) -> None:
    """A release is a commit and a tag."""
    (system.root / ".git").rename(system.root.parent / "gone")
    (first, *_) = opened().release_checklist("1.0")
    assert not first.done
    with pytest.raises(StoreError, match="no git repository"):
        opened().release("1.0", date="2027-03-01")


def test_a_consultation_that_was_answered(system: Repo, opened: Opened) -> None:
    """Its sign-offs go into the record."""
    votes = (SignOff(by="board", vote="approved"), SignOff(by="lab", vote="abstained"))
    consult(system, release="1.0.0", comments=(), sign_offs=votes)
    release(system, "1.0")
    assert opened().taxonomy.releases["1.0"].sign_offs == votes


def test_a_number_too_small_needs_a_reason(system: Repo, opened: Opened) -> None:
    """The changes call for a minor number; a patch is refused unless told why."""
    release(system, "1.0")
    revise(system)
    with pytest.raises(StoreError, match=r"call for a new .* number; 1\.0\.1 has"):
        release(system, "1.0.1")

    release(system, "1.0.1", reason={"zh": "只作勘误"})
    assert opened().taxonomy.releases["1.0.1"].reason == {"zh": "只作勘误"}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("v1.1", "cannot be the number of a release"),
        ("1", "cannot be the number of a release"),
        ("1.0", "exists and cannot be changed"),
        ("1.0.0", "exists and cannot be changed"),
        ("0.9", "is smaller than the release 1.0"),
    ],
)
def test_names_that_cannot_be_released(system: Repo, opened: Opened, name: str, said: str) -> None:
    """A release is immutable, and releases only go up."""
    release(system, "1.0")
    before = contents(system.root), refs(system)
    with pytest.raises(UsageError) as told:
        opened().release(name, date="2027-03-01")
    assert said in told.value.message.en
    assert (contents(system.root), refs(system)) == before


@pytest.mark.parametrize("given", [{"date": "soon"}, {"date": "2027-03-01", "notes": {"zh": ""}}])
def test_a_record_that_could_not_be_read_again(
    system: Repo, opened: Opened, given: dict[str, str]
) -> None:
    """Refused before anything is written."""
    before = contents(system.root), refs(system)
    with pytest.raises(UsageError):
        opened().release("1.0", **given)  # type: ignore[arg-type]
    assert (contents(system.root), refs(system)) == before


def refuse_commit(repo: Repo) -> None:
    """A hook that refuses every commit."""
    hook = repo.write(".git/hooks/pre-commit", "#!/bin/sh\necho no >&2\nexit 1\n")
    hook.chmod(0o755)


def refuse_tag(repo: Repo) -> None:
    """A signing program that always fails."""
    program = repo.write(".git/sign", "#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    repo.git("config", "--global", "gpg.program", str(program))


@pytest.mark.parametrize(
    ("spoil", "options"), [(refuse_commit, {"trusted": True}), (refuse_tag, {"sign": True})]
)
def test_what_git_refuses_leaves_nothing_behind(
    system: Repo, opened: Opened, spoil: Callable[[Repo], None], options: dict[str, bool]
) -> None:
    """The commit or the tag fails at last: the files, the branch and the index are as before."""
    release(system, "1.0")
    revise(system)
    spoil(system)
    workspace = opened()
    with pytest.raises(StoreError, match="nothing was released"):
        workspace.release("1.1", date="2027-03-01", **options)  # type: ignore[arg-type]
    assert not (system.root / "exports/1.1").exists()

    product = min(path.name for path in (system.root / "exports/1.0").glob("*.csv"))
    system.write(f"exports/1.1/{product}", "made by hand\n")
    system.write("exports/notes.txt", "staged by the user\n")
    system.git("add", "exports/notes.txt")
    before = contents(system.root), refs(system)
    with pytest.raises(StoreError, match="nothing was released"):
        workspace.release("1.1", date="2027-03-01", **options)  # type: ignore[arg-type]

    assert (contents(system.root), refs(system)) == before
    assert opened().names() == ("1.0", "WORK")
    workspace.release("1.1", date="2027-03-01")
    assert system.git("diff --cached --name-only") == "exports/notes.txt"


def test_a_release_cut_short_by_a_crash(system: Repo, opened: Opened) -> None:
    """Its files are there, not committed: the refusal says how to begin again."""
    release(system, "1.0")
    system.git("reset --quiet --mixed HEAD~1")
    system.git("tag --delete taxonomy/1.0")

    with pytest.raises(UsageError, match="was cut short") as told:
        opened().release("1.0", date="2027-03-01")
    assert told.value.hint
    assert "rm -r taxonomy/releases/1.0.yaml exports/1.0" in told.value.hint.en


def test_a_definition_is_real_only_if_somebody_says_so(system: Repo, opened: Opened) -> None:
    """Wording alone calls for a patch."""
    release(system, "1.0")
    workspace = opened()
    workspace.apply(define("brokers", "经纪服务的定义。"))
    workspace.save()
    workspace.commit("wording")
    release(system, "1.0.1")
    assert opened().names() == ("1.0", "1.0.1", "WORK")
