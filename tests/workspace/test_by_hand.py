"""A category as text, and back as operations."""

from __future__ import annotations

import pytest

from stdtree.label import Language
from stdtree.model.category import Category
from stdtree.model.taxonomy import Taxonomy
from stdtree.workspace import Workspace
from stdtree.workspace.by_hand import ByHand, read, text_of
from stdtree.workspace.together import after_all, apply_together
from tests.repos import Repo, repo
from tests.trees import sample
from tests.tui.files import opened

__all__ = ["repo"]


def rewritten(old: str, new: str, about: str = "transfer") -> tuple[Taxonomy, Category, ByHand]:
    """What comes of replacing something in the text of a category."""
    taxonomy = sample()
    category = taxonomy.categories[about]
    text = text_of(category, "zh")
    assert old in text, text
    return taxonomy, category, read(text.replace(old, new), taxonomy, category)


@pytest.mark.parametrize("about", [*sample().categories])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_untouched_text_is_no_operation(about: str, language: Language) -> None:
    """Whatever a category holds."""
    taxonomy = sample()
    category = taxonomy.categories[about]
    found = read(text_of(category, language), taxonomy, category)
    assert found.operations == ()
    assert found.troubles == ()


@pytest.mark.parametrize(
    ("old", "new", "about", "operation"),
    [
        ("zh: 类目transfer", "zh: 技术转移", "transfer", "rename-category"),
        ("  en: Category transfer\n", "", "transfer", "rename-category"),
        ("zh: transfer的定义。", "zh: 新定义", "transfer", "edit-texts"),
        ("see: incubation", "see: promotion", "transfer", "edit-texts"),
        ("code: B1", "code: B7", "transfer", "recode-category"),
        ("parent: basics\n", "parent: fields\n", "methods", "move-category"),
        ("owner: lab", "owner: board", "methods", "set-owner"),
        ("owner: lab\n", "", "methods", "set-owner"),
        ("[transfer]", "[research, transfer]", "promotion", "set-facets"),
        ('code: "7540"', 'code: "7541"', "incubation", "map-category"),
        ("status: in-force", "status: withdrawn", "transfer", "edit-standard"),
        ("also_in: [terms]", "also_in: [methods]", "transfer", "edit-standard"),
        ("year: 2027", "year: 2028", "transfer", "edit-standard"),
    ],
)
def test_each_field_has_its_operation(old: str, new: str, about: str, operation: str) -> None:
    """And the operations make of the category what was written."""
    if operation == "move-category":
        new += "code: B9\n"
        old = f"code: A2\n{old}"
    taxonomy, category, found = rewritten(old, new, about)
    assert found.troubles == ()
    assert {one.operation_id() for one in found.operations} == {operation}
    after = after_all(taxonomy, found.operations)
    again = read(text_of(category, "zh").replace(old, new), after, after.categories[category.id])
    assert again.operations == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("zh: 类目transfer", 'zh: ""', 'zh: ""', ""),
        ("code: B1", "code: B2", "code: B2", "B2"),
        ("code: B1", "colour: red\ncode: B1", "colour: red", "colour"),
        ("code: B1\n", "", "parent: fields", "编号"),
        ("code: B1", "status: retired\ncode: B1", "status: retired", "状态"),
        ("see: incubation", "see: nowhere", "excludes:", "nowhere"),
        ("id: planned-one", "id: other", "- id: other", "other"),
        ("status: in-force", "status: so-so", "status: so-so", "so-so"),
        ("year: 2027", "year: 27", "year: 27", ""),
        ("code: B1", "code: [", "title:", ""),
    ],
)
def test_what_cannot_be_taken_is_said_with_its_line(
    old: str, new: str, line: str, said: str
) -> None:
    """The line that has to be changed, or the nearest there is."""
    _, category, found = rewritten(old, new)
    text = text_of(category, "zh").replace(old, new)
    assert found.operations == ()
    first = found.troubles[0]
    assert line in text.splitlines()[first.line - 1]
    assert said in first.message.zh
    assert first.hint.zh


def test_several_operations_are_one_step(repo: Repo) -> None:
    """Undone together."""
    workspace: Workspace = opened(repo, sample())
    before = workspace.taxonomy
    category = before.categories["transfer"]
    text = text_of(category, "zh").replace("code: B1", "code: B9").replace("孵化", "企业孵化")
    found = read(text, before, category)
    assert len(found.operations) > 1
    apply_together(workspace, found.operations, found.label)
    assert workspace.taxonomy.categories["transfer"].code == "B9"
    (step,) = workspace.steps()
    assert step.operation == "several"
    assert "体系编号" in step.label.zh
    workspace.undo()
    assert workspace.taxonomy == before
    workspace.redo()
    workspace.save()
    assert Workspace.open(repo.root).taxonomy.categories["transfer"].code == "B9"
