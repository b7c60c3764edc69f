"""What things are called in messages."""

from __future__ import annotations

from stdtree.label import Label, same
from stdtree.model import names
from tests import trees


def test_categories_and_standards() -> None:
    """Code or number, then the title in the reader's language or the next best one."""
    sample = trees.sample()
    assert names.category(sample, "transfer") == Label("B1 类目transfer", "B1 Category transfer")
    assert names.category(sample, "gone") == same("gone")
    assert names.category(sample, None) == Label("（根）", "(root)")
    assert names.standard(sample, "planned-one") == same("标准planned-one")
    assert names.standard(sample, "gone") == same("gone")
    draft = trees.category("idea", None, title={"zh": "设想"})
    assert names.of_category(draft) == same("设想")


def test_quoted() -> None:
    """In the middle of a sentence titles stand in quotation marks; numbers need none."""
    category = trees.category("transfer", "B1")
    assert names.quoted_category(category) == Label("B1 “类目transfer”", "B1 “Category transfer”")
    assert names.quoted_category(trees.category("x", None, title={})) == same("x")
    assert names.quoted_standard(trees.standard("s", "GB/T 1-2020")) == same("GB/T 1-2020")
    assert names.quoted_standard(trees.standard("s")) == same("“标准s”")


def test_named() -> None:
    """Everything that changes has a name, and an id where the name is unknown."""
    sample = trees.sample()
    assert names.named(sample, "organization", "lab") == Label("示例实验室", "Sample lab")
    assert names.named(sample, "facet", "chain") == Label("产业链环节", "Chain link")
    assert names.named(sample, "system", "") == Label("示例标准体系", "Demo standards system")
    assert names.named(sample, "target", "t1") == same("t1")
    assert names.named(sample, "category", "terms") == names.category(sample, "terms")
    assert names.named(sample, "standard", "gbt-1-2020").zh.startswith("GB/T 1-2020 ")


def test_put_together() -> None:
    """Lists, arrows and what follows a word, each in the punctuation of its language."""
    one, other = Label("甲", "a"), Label("乙", "b")
    assert names.listed([one, other]) == Label("甲、乙", "a, b")
    assert names.arrow(one, other) == Label("甲 → 乙", "a → b")
    assert names.titled(one, other) == Label("甲：乙", "a: b")
    assert names.with_id("x", one) == Label("x（甲）", "x (a)")
