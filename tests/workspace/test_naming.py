"""What users call categories and standards."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdtree.errors import UsageError
from stdtree.workspace import Workspace
from tests.workspace.systems import BROKERS, replace


@pytest.mark.parametrize("name", ["transfer", "B1", "b1"])
def test_a_category(folder: Path, name: str) -> None:
    """By id or code, in any case."""
    assert Workspace.open(folder).category(name).id == "transfer"


@pytest.mark.parametrize("name", ["gbt-34670-2017", "GB/T 34670-2017", "gb/t34670—2017"])
def test_a_standard(folder: Path, name: str) -> None:
    """By id or number, however it is written."""
    placed = Workspace.open(folder).standard(name)
    assert (placed.home, placed.standard.id) == ("transfer", "gbt-34670-2017")


def test_a_code_of_a_retired_category(folder: Path) -> None:
    """A live category wins; else the retired one is meant."""
    replace(folder, BROKERS, "code: B11", "status: retired\ncode: B1")
    assert Workspace.open(folder).category("B1").id == "transfer"
    replace(folder, BROKERS, "code: B1", "code: B19")
    assert Workspace.open(folder).category("B19").id == "brokers"


def test_two_of_one_name(folder: Path) -> None:
    """Neither is guessed."""
    replace(folder, BROKERS, "code: B11", "code: B2")
    replace(folder, BROKERS, "number: T/TMAC 021-2020", "number: GB/T 1-2020")
    workspace = Workspace.open(folder)
    with pytest.raises(UsageError, match="2 categories have the code B2: brokers, incubation"):
        workspace.category("B2")
    with pytest.raises(UsageError, match="2 standards have the number GB/T 1-2020"):
        workspace.standard("GB/T 1-2020")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("incubatoin", "did you mean: incubation (B2 Category incubation)?"),
        ("zzz", "search by title: stdtree find WORDS"),
    ],
)
def test_an_unknown_category(folder: Path, name: str, hint: str) -> None:
    """The nearest one, or how to search."""
    with pytest.raises(UsageError) as told:
        Workspace.open(folder).category(name)
    assert told.value.hint
    assert told.value.hint.en == hint


def test_an_unknown_standard(folder: Path) -> None:
    """A number without its year."""
    with pytest.raises(UsageError) as told:
        Workspace.open(folder).standard("GB/T 34670")
    assert told.value.hint
    assert told.value.hint.zh == "是不是：gbt-34670-2017（GB/T 34670-2017 标准gbt-34670-2017）？"
