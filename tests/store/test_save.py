"""Load → save: nothing but what changed is written, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree.errors import OutsideChange, StoreError
from stdtree.model.category import Category
from stdtree.model.correspondence import Correspondence, ManualAssociation
from stdtree.model.release import Counts, Release
from stdtree.model.system import System
from stdtree.model.taxonomy import Taxonomy
from stdtree.store.load import Loaded
from stdtree.store.save import save
from tests.effort import one_in
from tests.store import files
from tests.store.styles import Style, categories, edited, styled, styles
from tests.trees import category, sample, standard


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with the sample system, in canonical style."""
    files.write(tmp_path / "root", files.of(sample()))
    return tmp_path / "root"


def saved(
    root: Path, taxonomy: Taxonomy, *, loaded: Loaded | None = None
) -> tuple[Loaded, tuple[str, ...]]:
    """Saves a taxonomy over what a folder holds."""
    private = root.parent / "private"
    return save(loaded or files.opened(root), taxonomy, root=root, private=private)


def changed(root: Path, category_id: str, **fields: object) -> Taxonomy:
    """What a folder holds, with fields of one category changed."""
    taxonomy = files.opened(root).taxonomy
    return taxonomy.with_(msgspec.structs.replace(taxonomy.categories[category_id], **fields))


def test_load_save_writes_nothing(root: Path) -> None:
    """The same taxonomy, and one whose rows stand in another order, touch no file."""
    before = {path: (root / path).stat().st_mtime_ns for path in files.read(root)}
    found = files.opened(root)
    rows = found.taxonomy.categories["transfer"].standards

    for taxonomy in (found.taxonomy, sample(), changed(root, "transfer", standards=rows[::-1])):
        assert saved(root, taxonomy)[1] == ()

    assert {path: (root / path).stat().st_mtime_ns for path in files.read(root)} == before


def test_files_come_change_and_go(root: Path) -> None:
    """One category is new, one changes, one goes: three files, and no other."""
    before = files.read(root)
    found = files.opened(root)
    after = changed(root, "terms", code="A9").with_(
        category("fresh", "B4", "fields"), without=["brokers"]
    )

    loaded, paths = saved(root, after)

    assert set(paths) == {files.path("terms"), files.path("fresh"), files.path("brokers")}
    now = files.read(root)
    assert now.keys() == (before.keys() | {files.path("fresh")}) - {files.path("brokers")}
    assert all(now[path] == data for path, data in before.items() if path not in paths)
    assert now[files.path("terms")] == before[files.path("terms")].replace(
        b"code: A1\n", b"code: A9\n"
    )
    assert files.opened(root).taxonomy == after == loaded.taxonomy
    assert saved(root, found.taxonomy, loaded=loaded)[1]
    assert files.read(root) == before


def test_a_new_file_lies_beside_its_parent(tmp_path: Path) -> None:
    """Folders below categories/ are free; a new category joins its relatives."""
    root = tmp_path / "root"
    made = files.of(sample())
    made["taxonomy/categories/组/fields.yaml"] = made.pop(files.path("fields"))
    files.write(root, made)

    _, paths = saved(
        root, files.opened(root).taxonomy.with_(category("fresh", parent="fields"), category("top"))
    )

    assert set(paths) == {"taxonomy/categories/组/fresh.yaml", files.path("top")}


def test_everything_has_a_file(root: Path) -> None:
    """System, organizations, releases and correspondences are saved like categories."""
    taxonomy = files.opened(root).taxonomy
    counts = Counts(categories=1, standards=0)
    release = Release(release="1.0", date="2026", digest="sha256:" + "0" * 64, counts=counts)
    manual = Correspondence("1.0", "1.1", (ManualAssociation("terms"),))
    system: System = msgspec.structs.replace(taxonomy.system, bump="semver")
    after = taxonomy.with_(
        system=system,
        organizations=list(taxonomy.organizations.values())[:1],
        releases=[release],
        correspondences=[manual],
    )

    _, paths = saved(root, after)

    assert set(paths) == {
        "taxonomy/system.yaml",
        "taxonomy/organizations.yaml",
        "taxonomy/releases/1.0.yaml",
        "taxonomy/correspondences/1.0..1.1.yaml",
    }
    assert files.opened(root).taxonomy == after


@pytest.mark.parametrize("harm", ["change", "remove", "link", "folder"])
def test_an_outside_change_is_not_overwritten(root: Path, harm: str) -> None:
    """Somebody touched a file after it was loaded: nothing at all is written."""
    found = files.opened(root)
    file = root / files.path("terms")
    if harm == "change":
        file.write_bytes(file.read_bytes() + b"# mine\n")
    else:
        file.rename(root / "copy")
    if harm == "link":
        file.symlink_to(root / "copy")
    elif harm == "folder":
        file.mkdir()
    before = files.read(root)
    terms, methods = (found.taxonomy.categories[key] for key in ("terms", "methods"))
    after = found.taxonomy.with_(
        msgspec.structs.replace(terms, code="A8"), msgspec.structs.replace(methods, code="A9")
    )

    with pytest.raises(OutsideChange, match="terms"):
        saved(root, after, loaded=found)

    assert files.read(root) == before


def test_a_new_category_overwrites_no_file(root: Path) -> None:
    """Not even one that could not be read."""
    files.write(root, {files.path("fresh"): b"a: [\n"})

    with pytest.raises(OutsideChange, match="fresh"):
        saved(root, files.opened(root).taxonomy.with_(category("fresh")))

    assert (root / files.path("fresh")).read_bytes() == b"a: [\n"


@one_in(4)
@given(st.data(), categories, styles)
def test_what_is_saved_is_what_is_loaded(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, before: Category, style: Style
) -> None:
    """Whatever the style and the edit; BOM and CRLF stay until somebody runs fmt."""
    root = tmp_path_factory.mktemp("case") / "root"
    mark = data.draw(st.sampled_from([b"", b"\xef\xbb\xbf"]))
    files.write(
        root,
        {files.SYSTEM_PATH: files.SYSTEM, files.path("it"): mark + styled(before, style).encode()},
    )
    found = files.opened(root)
    after = found.taxonomy.with_(data.draw(edited(found.taxonomy.categories["it"])))

    loaded, paths = saved(root, after)

    again = files.opened(root)
    assert again.taxonomy == after
    assert loaded.findings == again.findings
    assert loaded.sources == again.sources
    assert (root / files.path("it")).read_bytes().startswith(mark)
    assert (paths == ()) == (after == found.taxonomy)


BAD = """\
id: it
title: {zh: 甲}
statsu: activ   # typo
parent: [a]
standards:
  - id: s-a
    title: {zh: 乙}
    stauts: in-force
  - id: s-b
  - number: GB/T 9-2020
    title: {zh: 丙}
"""
MEANT = [
    ({"code": "B"}, "id: it\n", "id: it\ncode: B\n"),
    ({"parent": "b"}, "parent: [a]", "parent: b"),
    (
        {"standards": (standard("s-a", "GB/T 1-2020", title={"zh": "乙"}),)},
        "    title: {zh: 乙}\n",
        "    number: GB/T 1-2020\n    title: {zh: 乙}\n    status: in-force\n",
    ),
    (
        {
            "standards": (
                standard("s-a", title={"zh": "乙"}, plan=None),
                standard("s-c", title={"zh": "丁"}, plan=None),
            )
        },
        "    title: {zh: 丙}\n",
        "    title: {zh: 丙}\n  - id: s-c\n    title:\n      zh: 丁\n",
    ),
]


@pytest.mark.parametrize(("change", "was", "becomes"), MEANT)
def test_what_could_not_be_understood_keeps_its_bytes(
    tmp_path: Path, change: dict[str, object], was: str, becomes: str
) -> None:
    """A category with mistakes can be edited; the mistakes stay for a person to mend."""
    root = tmp_path / "root"
    files.write(root, {files.SYSTEM_PATH: files.SYSTEM, files.path("it"): BAD.encode()})

    loaded, _ = saved(root, changed(root, "it", **change))

    text = (root / files.path("it")).read_text(encoding="utf-8")
    assert text == BAD.replace(was, becomes)
    assert loaded.findings == files.opened(root).findings


LOSSES = [
    (
        "standards: [{id: s-a, title: {zh: x}}, {id: s-b}]",
        {"standards": (standard("s-a", "GB/T 2-2020"),)},
    ),
    ("standards:\n  - id: s-a\n    title: {zh: x}\n  - id: s-b\n", {"standards": ()}),
    ("standards:\n  - id: s-b\n", {"standards": (standard("s-a"),)}),
    ("includes:\n  - zh: x\n  - y z\n", {"includes": ({"zh": "y"},)}),
]


@pytest.mark.parametrize(("field", "change"), LOSSES)
def test_what_could_not_be_understood_is_never_dropped(
    tmp_path: Path, field: str, change: dict[str, object]
) -> None:
    """Where an edit would drop a row that nobody saw, it is refused, with the way out."""
    root = tmp_path / "root"
    files.write(
        root,
        {
            files.SYSTEM_PATH: files.SYSTEM,
            files.path("it"): f"id: it\ntitle: {{zh: x}}\n{field}".encode(),
        },
    )
    before = files.read(root)

    with pytest.raises(StoreError) as error:
        saved(root, changed(root, "it", **change))

    assert files.path("it") in error.value.message.zh
    assert files.read(root) == before


def test_a_flow_style_file_with_a_mistake_is_not_rewritten(tmp_path: Path) -> None:
    """Rewriting it would lose the field that nobody understood."""
    root = tmp_path / "root"
    text = b"{id: it, title: {zh: x}, statsu: active}\n"
    files.write(root, {files.SYSTEM_PATH: files.SYSTEM, files.path("it"): text})

    with pytest.raises(StoreError):
        saved(root, changed(root, "it", code="A"))

    assert (root / files.path("it")).read_bytes() == text
