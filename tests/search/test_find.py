"""Finding: what is found, and in which order."""

from __future__ import annotations

import pytest

from stdtree.model.category import Retired, SchemeMap
from stdtree.model.standard import Adoption
from stdtree.search import find
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
            standard(
                "planned",
                None,
                title={"zh": "经纪人能力评价"},
                adopts=Adoption(number="ISO 9001:2015", degree="IDT"),
                committee="STI 工作组",
            ),
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
    category(
        "assets",
        "C",
        title={"zh": "资产B1", "en": "Straße"},
        maps=(SchemeMap(scheme="GB/T 4754-2017", code="7530"),),
    ),
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
    ("jishu", ["transfer", "gbt-34670-2017", "brokers", "old"]),
    ("gbt34670", ["gbt-34670-2017"]),
    ("gbt 34670", ["gbt-34670-2017"]),
    ("34670—2017", ["gbt-34670-2017"]),
    ("ＧＢ／Ｔ 34670", ["gbt-34670-2017"]),
    ("服务 技术", ["gbt-34670-2017", "brokers"]),
    ("jszy services", []),
    ("transfer 转移", ["transfer"]),
    ('"technology transfer"', ["transfer"]),
    ('"transfer technology"', []),
    ("“居间促成”", ["brokers"]),
    ("7530", ["assets"]),
    ("sti", ["planned"]),
    ("ISO 9001:2015", ["planned"]),
    ("under:B1", ["transfer", "brokers"]),
    ("under:B1 jszy", ["transfer", "gbt-34670-2017"]),
    ("位于：B1 -code:B1", ["brokers"]),
    ("status:retired", ["old"]),
    ("状态:现行", ["gbt-34670-2017"]),
    ("plan:to-draft", ["planned"]),
    ("number:GB/T*", ["gbt-34670-2017"]),
    ("text:居间", ["brokers"]),
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
