"""Standard numbers: what is read, what is mended, how they sort."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stdtree.model.standard_number import (
    StandardNumber,
    kind_of,
    level_of,
    normalise,
    parse,
    read,
    sort_key,
)
from stdtree.model.standard_number_shapes import SHAPES
from stdtree.model.standard_prefixes import is_industry, is_local

READ = [
    ("GB/T 13016-2018", ("national", "GB/T", "13016", "2018", "")),
    ("GB/T 13017-2018", ("national", "GB/T", "13017", "2018", "")),
    ("GB/T 30226-2013", ("national", "GB/T", "30226", "2013", "")),
    ("GB/T 24421.2-2023", ("national", "GB/T", "24421.2", "2023", "")),
    ("GB/T 4754-2017", ("national", "GB/T", "4754", "2017", "")),
    ("GB/T 34670-2017", ("national", "GB/T", "34670", "2017", "")),
    ("GB/T 42776-2023", ("national", "GB/T", "42776", "2023", "")),
    ("GB 19855-2005", ("national", "GB", "19855", "2005", "")),
    ("GB/T 20223.1-2006", ("national", "GB/T", "20223.1", "2006", "")),
    ("GB/T 4754-2017/XG1-2019", ("national", "GB/T", "4754", "2017", "/XG1-2019")),
    ("GB/T 13016", ("national", "GB/T", "13016", "", "")),
    ("JB/T 13368-2018", ("industry", "JB/T", "13368", "2018", "")),
    ("RB/T 214-2017", ("industry", "RB/T", "214", "2017", "")),
    ("JGJ/T 14-2004", ("industry", "JGJ/T", "14", "2004", "")),
    ("CJJ 1-2008", ("industry", "CJJ", "1", "2008", "")),
    ("NB/T 10001-2018", ("industry", "NB/T", "10001", "2018", "")),
    ("DB 12-2020", ("industry", "DB", "12", "2020", "")),
    ("DB11/Z 610-2008", ("local", "DB11/Z", "610", "2008", "")),
    ("DB3206/T 1088-2024", ("local", "DB3206/T", "1088", "2024", "")),
    ("DB3211/T 1061-2023", ("local", "DB3211/T", "1061", "2023", "")),
    ("DB51/T 2698-2020", ("local", "DB51/T", "2698", "2020", "")),
    ("DB61/T 1732-2023", ("local", "DB61/T", "1732", "2023", "")),
    ("DB37/T 4922-2025", ("local", "DB37/T", "4922", "2025", "")),
    ("T/GZAEPI 001-2018", ("group", "T/GZAEPI", "001", "2018", "")),
    ("T/TMAC 021-2020", ("group", "T/TMAC", "021", "2020", "")),
    ("T/ZS 0467-2023", ("group", "T/ZS", "0467", "2023", "")),
    ("T/CAS 290-2017", ("group", "T/CAS", "290", "2017", "")),
    ("Q/CT 300-2022.V02", ("enterprise", "Q/CT", "300", "2022", ".V02")),
    ("Q/CT 311-2022.V02", ("enterprise", "Q/CT", "311", "2022", ".V02")),
    ("ISO 80000-2:2019", ("iso", "ISO", "80000-2", "2019", "")),
    ("ISO/IEC 27001:2019", ("iso", "ISO/IEC", "27001", "2019", "")),
    ("ISO 17301-1:2016/Amd 1", ("iso", "ISO", "17301-1", "2016", "/Amd 1")),
    ("ISO 9001:2015", ("iso", "ISO", "9001", "2015", "")),
    ("ISO/IEC TR 20547-1:2020", ("iso", "ISO/IEC TR", "20547-1", "2020", "")),
    ("IEC 61508-1:2010", ("iso", "IEC", "61508-1", "2010", "")),
    ("ISO/IEC 27001:2022/Amd 1:2024", ("iso", "ISO/IEC", "27001", "2022", "/Amd 1:2024")),
    ("ITU-T Y.3172 (06/2019)", ("itu", "ITU-T", "Y.3172", "06/2019", "")),
    ("ITU-T X.509 (10/2019)", ("itu", "ITU-T", "X.509", "10/2019", "")),
    ("ITU-T Y.3172", ("itu", "ITU-T", "Y.3172", "", "")),
    ("IEEE 1012-2016", ("ieee", "IEEE", "1012", "2016", "")),
    ("IEEE 802.11-2020", ("ieee", "IEEE", "802.11", "2020", "")),
    ("IEEE Std 830-1998", ("ieee", "IEEE Std", "830", "1998", "")),
    ("GB 50016-2014(2018年版)", ("national", "GB", "50016", "2014", "(2018年版)")),
    (
        "GB 4943.1-2011/XG1-2012/XG2-2014",
        ("national", "GB", "4943.1", "2011", "/XG1-2012/XG2-2014"),
    ),
    ("T/CAS 290-2017/XG1-2019", ("group", "T/CAS", "290", "2017", "/XG1-2019")),
    ("ISO 105-E01:1987", ("iso", "ISO", "105-E01", "1987", "")),
    ("ISO/R 105-1:1959", ("iso", "ISO/R", "105-1", "1959", "")),
    ("ISO/IEC CD 23264-2.2", ("iso", "ISO/IEC CD", "23264-2.2", "", "")),
    ("ISO 15002:2008/DAM 2:2020(F)", ("iso", "ISO", "15002", "2008", "/DAM 2:2020(F)")),
    ("ISO 3166-1:2013(en,fr)", ("iso", "ISO", "3166-1", "2013", "(en,fr)")),
    ("CD IWA 37-1", ("iso", "CD IWA", "37-1", "", "")),
    ("JIS Z 9001:2018", ("jis", "JIS Z", "9001", "2018", "")),
    ("ГОСТ Р 34.12-2015", ("gost", "ГОСТ Р", "34.12", "2015", "")),
    ("ГОСТ 31425.5-2025/ISO 9902-5:2001", ("gost", "ГОСТ", "31425.5", "2025", "/ISO 9902-5:2001")),
    ("20030435-T-424", ("project", "", "20030435-T-424", "", "")),
    ("20201234-T-469", ("project", "", "20201234-T-469", "", "")),
]
"""Numbers seen on covers and in catalogues, taken apart."""

NOT_READ = [
    "GB/T13016", "GBT-2018", "T/ZSA 1", "DB110/T 12-2020", "K/T 12-2020", "ISO9001",
    "2020123-T-469", "20201234-X-469", "", "GB/T 13016-2018\n", "GB/T １３０１６-2018",
]  # fmt: skip
"""Near misses: a space, a year or a letter short, or one too many."""

MENDED = [
    ("GB/T 42776—2023", "GB/T 42776-2023"),
    ("GB/T\u200240148-2021", "GB/T 40148-2021"),
    ("ＧＢ／Ｔ　３４６７０－２０１７", "GB/T 34670-2017"),
    ("GB/T 42776一2023", "GB/T 42776-2023"),
    ("GB/T 1.1--2020", "GB/T 1.1-2020"),
    ("GB/T 1.1 - 2020", "GB/T 1.1-2020"),
    ("GBT20001.5-2017", "GB/T 20001.5-2017"),
    ("GB-T 15224.2-2004", "GB/T 15224.2-2004"),
    ("GB/T40148-2021", "GB/T 40148-2021"),
    ("gb/t 34670-2017", "GB/T 34670-2017"),
    ("JBT13368-2018", "JB/T 13368-2018"),
    ("JGJT14-2004", "JGJ/T 14-2004"),
    ("SZ/T 12—2015", "SZ/T 12-2015"),
    ("DB61/T1732-2023", "DB61/T 1732-2023"),
    ("DB 61/T 1732", "DB61/T 1732"),
    ("DB61-T 1732-2023", "DB61/T 1732-2023"),
    ("DB11/ 945-2012", "DB11 945-2012"),
    ("T/TMAC021—2020", "T/TMAC 021-2020"),
    ("T-TMAC 021-2020", "T/TMAC 021-2020"),
    ("GB/T 12345-201×-××", "GB/T 12345"),
    ("GB/T 12345-20XX", "GB/T 12345"),
    ("GB/T 4754-2017第1号修改单", "GB/T 4754-2017 第1号修改单"),
    ("ISO9001：2015", "ISO 9001:2015"),
    ("ITU-T Rec. Y.3172", "ITU-T Y.3172"),
    ("ISO 1247:1974/Amd.1:1982(fr)", "ISO 1247:1974/Amd 1:1982(fr)"),
    ("GB 50016-2014（2018 年版）", "GB 50016-2014(2018年版)"),
]
"""What people paste, scan and type, and the number that they mean."""


@pytest.mark.parametrize(("text", "parts"), READ)
def test_number_is_taken_apart(text: str, parts: tuple[str, ...]) -> None:
    """Kind, prefix, number, year and supplement come out, and go together again."""
    found = parse(text)
    assert found is not None
    assert (found.kind, found.prefix, found.number, found.year, found.supplement) == parts
    assert str(found) == text
    assert normalise(text) == text


@pytest.mark.parametrize("text", NOT_READ)
def test_near_miss_is_not_read(text: str) -> None:
    """Nothing but the one spelling is read."""
    assert parse(text) is None


@pytest.mark.parametrize(("text", "meant"), MENDED)
def test_spelling_is_mended(text: str, meant: str) -> None:
    """Known dirt goes; the result is readable and stays as it is."""
    assert normalise(text) == meant
    assert normalise(meant) == meant
    assert read(text) == parse(meant) is not None


@pytest.mark.parametrize(
    ("body", "share"), [("iso", 0.997), ("jis", 1.0), ("gost", 0.97)], ids=lambda value: value
)
def test_numbers_of_other_bodies(body: str, share: float) -> None:
    """What other bodies print is read and written as it stands; the rest is left as it is."""
    path = Path(__file__).parent / "data" / f"{body}.txt"
    numbers = path.read_text(encoding="utf-8").splitlines()
    found = [number for number in numbers if str(parse(number)) == number]
    assert len(found) >= share * len(numbers) > 0
    assert all(kind_of(number) == body for number in found)
    assert all(normalise(number) == number for number in found)


@pytest.mark.parametrize(
    "text",
    [
        "GBT-2018",
        "T/ZSA 1",
        "DB110/T 12-2020",
        "K/T 12-2020",
        "科技服务",
        "ansi/tia—942 - a",
        "EN  1:2000",
    ],
)
def test_what_cannot_be_mended_stays_as_it_is(text: str) -> None:
    """Mending never makes up a number, and leaves alone what it does not know."""
    assert read(text) is None
    assert normalise(f" {text} ") == text


spellings = st.one_of([st.from_regex(shape, fullmatch=True) for shape in SHAPES.values()])


@given(spellings)
@example("Q/CT 300-2022")
@example("DB 12-2020")
def test_reading_and_writing_are_inverse(text: str) -> None:
    """parse(str(number)) is the number, str(parse(text)) the text."""
    found = parse(text)
    assert found is not None
    assert str(found) == text
    assert parse(str(found)) == found
    first = next(kind for kind, shape in SHAPES.items() if re.fullmatch(shape, text))
    assert found.kind == first == kind_of(text)


@given(st.text(alphabet="GBTZJDQIS/Oadm ./:-—一×X0123456789第号修改单", max_size=24))
def test_mending_twice_is_mending_once(text: str) -> None:
    """A mended number needs no more mending; a readable one none at all."""
    assert normalise(normalise(text)) == normalise(text)
    if parse(text) is not None:
        assert normalise(text) == text


def test_numbers_sort_as_people_sort_them() -> None:
    """Level, prefix, number and part by value, year (98 is of the last century); dirt last."""
    in_order = [
        "GB 19855-2005",
        "GB/T 985-88",
        "GB/T 985—2008",
        "GB/T 4754-2017",
        "GB/T 4754-2017/XG2-2019",
        "GB/T 4754-2017/XG10-2019",
        "GB/T 24421.2",
        "GB/T 24421.2-2023",
        "GB/T 24421.10-2023",
        "GB/Z 1-2020",
        "RB/T 214-2017",
        "DB11/T 9-2020",
        "T/TMAC 021-2020",
        "Q/CT 300-2022.V02",
        "ISO 2846:2016-05",
        "ISO 2846:2016-10",
        "ISO 9001:2015/Amd 1:2024",
        "ITU-T Y.3172 (06/2019)",
        "ITU-T Y.3172 (10/2019)",
        "JIS Z 9001:2018",
        "",
        "科技服务",
    ]
    assert sorted(in_order[1::2] + in_order[::2], key=sort_key) == in_order


@pytest.mark.parametrize(
    ("number", "level"),
    [
        ("GB/T 34670—2017", "national"),
        ("RB/T 214-2017", "industry"),
        ("DB51/T 2698-2020", "local"),
        ("T/TMAC 021-2020", "group"),
        ("Q/CT 300-2022.V02", "enterprise"),
        ("ISO 9001:2015", "international"),
        ("ITU-T Y.3172", "international"),
        ("IEEE 1012-2016", None),
        ("20030435-T-424", None),
        ("科技服务", None),
        (None, None),
    ],
)
def test_level_follows_from_the_number(number: str | None, level: str | None) -> None:
    """The level of a standard is read off its number."""
    assert level_of(number) == level


def test_base_is_what_editions_share() -> None:
    """Year and nature do not count, the part does."""

    def base(text: str) -> str:
        found = parse(text)
        assert isinstance(found, StandardNumber)
        return found.base

    assert base("GB 34670-2008") == base("GB/T 34670-2017")
    assert base("GB/T 24421.2-2023") != base("GB/T 24421.4-2023")
    assert base("T/TMAC 021-2020") == "T/TMAC 021"


def test_registers_know_industries_and_places() -> None:
    """Industries with and without the J of construction; provinces and prefectures."""
    assert is_industry("JB")
    assert is_industry("JGJ")
    assert not is_industry("SZ")
    assert not is_industry("KJ")
    assert is_local("11")
    assert is_local("3206")
    assert not is_local("10")
    assert not is_local("3299")
    assert not is_local("9906")
