"""What standard numbers and adoption notes say."""

from __future__ import annotations

import pytest

from stdtree.tui.present.number_told import NO_ADOPTION, UNKNOWN, adoption_told, number_told


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ("GB/T 1.1—2020", "GB/T 1.1-2020  推荐性国家标准 · 2020 年", "recommended national"),
        ("GB 1-98", "强制性国家标准 · 98 年", "mandatory national standard · 98"),
        ("JR/T 0124-2014", "推荐性行业标准（金融） · 2014 年", "recommended industry"),
        ("DB11/T 123-2020", "推荐性地方标准（北京市） · 2020 年", "recommended local"),
        ("T/TMAC 021-2020", "团体标准（TMAC） · 2020 年", "group standard (TMAC)"),
        ("QQ/T 12-2019", "推荐性行业标准（代号未登记） · 2019 年", "prefix not registered"),
        ("JJF 1001-2011", "国家计量技术规范 · 2011 年", "metrology"),
        ("GB/T 1.1", "推荐性国家标准 · 不注日期", "undated"),
        ("20201234-T-469", "计划项目号，尚不是标准", "not yet a standard"),
        ("", "", ""),
    ],
)
def test_what_a_number_says(typed: str, zh: str, en: str) -> None:
    """Normal form where it differs, issuer, nature, year."""
    told = number_told(typed)
    assert told.zh == zh
    assert en in told.en


def test_unknown_shapes_are_kept_and_said() -> None:
    """Nothing is guessed about them."""
    assert number_told("随便写的") == UNKNOWN


def test_adoption_by_degree() -> None:
    """Spelled as it is kept, with the degree in words; what is no note is said."""
    assert adoption_told("iso 9001") == NO_ADOPTION
    assert adoption_told("ISO 9001:2015, idt").zh == "ISO 9001:2015, IDT  等同采用"
    assert adoption_told("").en == ""
