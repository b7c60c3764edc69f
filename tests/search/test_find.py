"""Finding: what is found, and in which order."""

from __future__ import annotations

import pytest

from stdtree.model.category import Retired
from stdtree.search import find
from stdtree.search.pinyin import initials
from tests.trees import category, standard, taxonomy

TREE = taxonomy(
    category("services", "B", title={"zh": "科技服务", "en": "Services"}),
    category(
        "transfer",
        "B1",
        "services",
        title={"zh": "技术转移", "en": "Technology transfer"},
        standards=(
            standard("gbt-34670-2017", "GB/T 34670-2017", title={"zh": "技术转移服务规范"}),
            standard("planned", None, title={"zh": "经纪人能力评价"}),
        ),
    ),
    category(
        "brokers",
        "B11",
        "transfer",
        title={"zh": "技术经纪", "en": "Brokers"},
        definition={"zh": "居间促成技术转移的服务。"},
    ),
    category(
        "old",
        "B9",
        "services",
        status="retired",
        retired=Retired(release="1.1"),
        title={"zh": "技术", "en": "Transfer"},
    ),
    category("transfer-funds", "B2", "services", title={"zh": "科技金融", "en": "Finance"}),
    category("assets", "C", title={"zh": "资产B1", "en": "Straße"}),
)
FOUND = [
    ("B1", ["transfer", "brokers", "assets"]),
    ("b11", ["brokers"]),
    ("transfer", ["transfer", "transfer-funds", "old"]),
    ("  TECHNOLOGY ", ["transfer"]),
    ("技术", ["transfer", "gbt-34670-2017", "brokers", "old"]),
    ("转移", ["transfer", "gbt-34670-2017", "brokers"]),
    ("GB/T 34670-2017", ["gbt-34670-2017"]),
    ("gb/t34670", ["gbt-34670-2017"]),
    ("34670", ["gbt-34670-2017"]),
    ("jszy", ["transfer", "gbt-34670-2017"]),
    ("JSJJ", ["brokers"]),
    ("kjfw", ["services"]),
    ("居间", ["brokers"]),
    ("strasse", ["assets"]),
    ("xyz", []),
    ("", []),
    ("   ", []),
]


@pytest.mark.parametrize(("text", "ids"), FOUND)
def test_finds_the_best_first(text: str, ids: list[str]) -> None:
    """Exact, beginning, inside, initials, definition; then tree order; retired ones last."""
    assert [found for _, found in find(TREE, text)] == ids


def test_says_what_was_found() -> None:
    """Categories and standards are told apart, since ids of both may be equal."""
    assert find(TREE, "技术转移") == (
        ("category", "transfer"),
        ("standard", "gbt-34670-2017"),
        ("category", "brokers"),
    )


def test_ends_at_the_limit_with_the_best() -> None:
    """A limit cuts off the worst."""
    assert [found for _, found in find(TREE, "技术", limit=2)] == ["transfer", "gbt-34670-2017"]


@pytest.mark.parametrize(
    ("text", "letters"),
    [("技术转移", "jszy"), ("GB/T 技术 2", "gbtjs2"), ("，。（）é", ""), ("", "")],
)
def test_initials(text: str, letters: str) -> None:
    """One letter for each Chinese character; Latin letters and digits stay."""
    assert initials(text) == letters
