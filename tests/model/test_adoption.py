"""Adoption as covers note it: read from every form, written in one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree.model.adoption import adoption_of, divided, noted
from stdtree.model.standard import Adoption
from stdtree.model.standard_number import parse

ISO = st.builds(
    "{} {}:{}".format,
    st.sampled_from(["ISO", "IEC", "ISO/IEC TR", "ISO/IEC/IEEE"]),
    st.integers(1, 99999),
    st.integers(1950, 2030),
)


@pytest.mark.parametrize(
    ("written", "number", "adopted", "degree"),
    [
        ("GB/T 19001-2016/ISO 9001:2015", "GB/T 19001-2016", "ISO 9001:2015", "IDT"),
        ("GB/T 19001-2016 (ISO 9001:2015, IDT)", "GB/T 19001-2016", "ISO 9001:2015", "IDT"),
        ("GB/T 19001—2016（ISO 9001：2015，IDT）", "GB/T 19001—2016", "ISO 9001:2015", "IDT"),
        ("GB/T 19001-2008 idt ISO 9001:2008", "GB/T 19001-2008", "ISO 9001:2008", "IDT"),
        ("GB/T 1-2000≡ISO 1:1999", None, None, None),
        ("GB/T 1-2000 ≡ISO 1:1999", "GB/T 1-2000", "ISO 1:1999", "IDT"),
        ("GB/T 5-2009(IEC 61508-1:2010,MOD)", "GB/T 5-2009", "IEC 61508-1:2010", "MOD"),
        ("GB 4943.1-2011 (IEC 60950-1:2005, MOD)", "GB 4943.1-2011", "IEC 60950-1:2005", "MOD"),
        (
            "YD/T 1-2020 (ITU-T Y.3172 (06/2019), NEQ)",
            "YD/T 1-2020",
            "ITU-T Y.3172 (06/2019)",
            "NEQ",
        ),
        ("GB/T 1-2000 (eqv ISO 1:1999)", None, None, None),
        ("GB/T 4754-2017/XG1-2019", None, None, None),
        ("GB 50016-2014(2018年版)", None, None, None),
        ("GB/T 1-2000 (ISO 1:1999)", None, None, None),
        ("GB/T 1-2000/ISO", None, None, None),
        ("科技服务 (ISO 1:1999, IDT)", None, None, None),
        ("ISO 17301-1:2016", None, None, None),
        ("", None, None, None),
    ],
)
def test_number_and_adoption(
    written: str, number: str | None, adopted: str | None, degree: str | None
) -> None:
    """Both come out; what is no adoption stays with the number, as it is written."""
    found, adoption = divided(written)
    if number is None:
        assert (found, adoption) == (written, None)
    else:
        assert adoption is not None
        assert (found, adoption.number, adoption.degree) == (number, adopted, degree)


@given(ISO, st.sampled_from(["IDT", "MOD", "NEQ"]))
def test_reading_and_writing_are_inverse(number: str, degree: str) -> None:
    """What is written is read again, alone and beside a number."""
    adoption = Adoption(number, degree)  # type: ignore[arg-type]  # drawn from the literal's values
    assert parse(number) is not None
    assert adoption_of(noted(adoption)) == adoption
    assert divided(f"GB/T 1-2020 ({noted(adoption)})") == ("GB/T 1-2020", adoption)


@given(st.text(alphabet="GB/TISO 1:2-0(),，IDTidt≡", max_size=30))
def test_nothing_is_made_up(text: str) -> None:
    """Whatever is written, either a number and an adoption come out, or the text itself."""
    number, adoption = divided(text)
    if adoption is None:
        assert number == text
    else:
        assert parse(adoption.number) is not None
        assert number in text
