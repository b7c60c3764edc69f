"""Texts in all languages, and the operations that edits of them become."""

from __future__ import annotations

from dataclasses import replace

from stdtree.model.category import ChangeNote
from stdtree.model.finding import Subject
from stdtree.model.taxonomy import Taxonomy
from stdtree.tui import sheet
from stdtree.tui.present.translations import MISSING, STALE
from stdtree.tui.sheet import Part
from stdtree.workspace.together import after_all
from tests.trees import category, sample, taxonomy

TRANSFER = Subject("category", "transfer")


def edited(
    tree: Taxonomy, subject: Subject, parts: tuple[Part, ...], **changes: Part
) -> tuple[list[str], Taxonomy]:
    """The operations and what comes of them, with the part at each `p<number>` replaced."""
    after = [changes.get(f"p{number}", part) for number, part in enumerate(parts)]
    made = sheet.operations(subject, parts, after)
    return [one.operation_id() for one in made], after_all(tree, made)


def test_nothing_changed_is_nothing_to_do() -> None:
    """Empty parts at the ends of lists included."""
    for one in sample().categories.values():
        parts = sheet.of_category(sample(), one)
        assert sheet.operations(Subject("category", one.id), parts, parts) == []


def test_texts_of_a_category_are_one_edit() -> None:
    """Definition and notes together; an emptied note goes, a new one comes with its target."""
    tree = sample()
    parts = sheet.of_category(tree, tree.categories["transfer"])
    at = {(part.name, part.index): number for number, part in enumerate(parts)}
    definition, gone, new = at["definition", 0], at["excludes", 0], at["includes", 0]
    operations, after = edited(
        tree,
        TRANSFER,
        parts,
        **{
            f"p{definition}": sheet.written(parts[definition], {"zh": "新", "en": "New"}, None),
            f"p{gone}": sheet.written(parts[gone], {"zh": " ", "en": ""}, "incubation"),
            f"p{new}": sheet.written(parts[new], {"zh": "经纪", "en": ""}, None),
        },
    )
    assert operations == ["edit-texts"]
    found = after.categories["transfer"]
    assert found.definition == {"zh": "新", "en": "New"}
    assert found.excludes == ()
    assert found.includes == ({"zh": "经纪"},)


def test_another_target_alone_is_an_edit() -> None:
    """The words stay."""
    tree = sample()
    parts = sheet.of_category(tree, tree.categories["transfer"])
    at = next(n for n, part in enumerate(parts) if part.see)
    operations, after = edited(
        tree, TRANSFER, parts, **{f"p{at}": replace(parts[at], see="promotion")}
    )
    assert operations == ["edit-texts"]
    assert after.categories["transfer"].excludes == ({"zh": "孵化", "see": "promotion"},)


def test_a_standard_is_edited_as_one() -> None:
    """Title in another language, and a remark."""
    tree = sample()
    placed = tree.standard("gbt-1-2020")
    assert placed is not None
    title, remark = parts = sheet.of_standard(placed.standard)
    operations, after = edited(
        tree,
        Subject("standard", "gbt-1-2020"),
        parts,
        p0=sheet.written(title, {"zh": title.texts["zh"], "en": "Directives"}, None),
        p1=sheet.written(remark, {"zh": "备注"}, None),
    )
    assert operations == ["edit-standard"]
    found = after.standard("gbt-1-2020")
    assert found is not None
    assert found.standard.title["en"] == "Directives"
    assert found.standard.remark == {"zh": "备注"}


def test_change_notes_of_coming_releases() -> None:
    """A reason in another language is explained anew."""
    note = ChangeNote("1.1", "redefinition", {"zh": "职责调整"})
    tree = taxonomy(category("one", "A", change_notes=(note,)))
    subject = Subject("category", "one")
    parts = sheet.of_category(tree, tree.categories["one"])
    reason = parts[-1]
    assert reason.name == "change_notes"
    both = {"zh": "职责调整", "en": "New duties"}
    operations, after = edited(
        tree, subject, parts, **{f"p{len(parts) - 1}": sheet.written(reason, both, None)}
    )
    assert operations == ["explain-change"]
    assert after.categories["one"].change_notes[0].reason == both


def test_marks() -> None:
    """Missing; stale by a finding; stale since the first language was reworded just now."""
    old = Part("definition", texts={"zh": "旧", "en": "Old"})
    nothing: frozenset[tuple[str, int, str]] = frozenset()
    known = frozenset({("definition", 0, "en")})

    def marked(new: Part, findings: frozenset[tuple[str, int, str]] = nothing) -> object:
        return sheet.mark("en", old, new, first="zh", known=findings)

    assert marked(old) is None
    assert marked(old, known) == STALE
    assert marked(replace(old, texts={"zh": "新", "en": "Old"})) == STALE
    assert marked(replace(old, texts={"zh": "新", "en": "New"}), known) is None
    assert marked(replace(old, texts={"zh": "新", "en": " "})) == MISSING
    assert sheet.mark("zh", old, old, first="zh", known=known) is None
