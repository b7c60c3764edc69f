"""A difference as reviewers and machines are told it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from stdtree.label import Language
from stdtree.model.bump import Bump
from stdtree.model.difference import Difference, End
from stdtree.model.finding import Place
from stdtree.report import Look, render
from stdtree.report.of_difference import of_difference
from tests.differences import small
from tests.golden import assert_golden
from tests.trees import SYSTEM, sample

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("fmt", "ending"), [("text", "txt"), ("markdown", "md")])
def test_golden(language: Language, fmt: str, ending: str) -> None:
    """Both formats for people, in both languages."""
    text = render(of_difference(small()), fmt, Look(language, width=100))
    assert_golden(GOLDEN / f"difference.{language}.{ending}", text)


def test_json() -> None:
    """The whole patch for machines."""
    assert_golden(GOLDEN / "difference.json", render(of_difference(small()), "json", Look()))


def test_every_change_is_told() -> None:
    """Unfolded, the report names each thing that changed: nothing is lost on the way."""
    difference = small()
    told = render(of_difference(difference), "text", Look("en", unfold=True))
    for name in ("C Services", "C1 Category advice", "DB11/T 1-2025", "B41 Category brokers",
                 "T/TMAC 021-2020", "示例研究院", "A2 → C2", "in force → replaced"):  # fmt: skip
        assert name in told


def test_consequences_are_folded() -> None:
    """A renumbered box and what is below it take one line until opened."""
    told = render(of_difference(small()), "text", Look("en"))
    assert "1 consequence: 1 category recoded" in told
    assert "B11 → B41" not in told.split("Correspondence")[0]


def test_consequence_without_a_cause_is_told() -> None:
    """A cascade whose root is not in the difference still appears."""
    difference = small()
    kept = tuple(c for c in difference.changes if c.kind != "recoded" or c.cascade)
    alone = replace(difference, changes=kept, events=(), bumps={}, causes={})
    told = render(of_difference(alone), "text", Look("en"))
    assert "~ B11 → B41 Category brokers · recoded" in told


def test_no_differences() -> None:
    """Equal sides are one line, and an empty patch."""
    end = End("1.0", sample(), "sha256:" + 64 * "0")
    none = Difference(end, end, changes=(), events=(), correspondence=(), required="none")
    report = of_difference(none)
    assert render(report, "text", Look("en")) == "1.0 → 1.0: No differences.\n"
    assert not msgspec.to_builtins(report.data)["changes"]


@pytest.mark.parametrize(
    ("older", "newer", "required", "verdict"),
    [
        ("1.0", "1.1", "minor", "as called for"),
        ("1.0", "1.0.1", "minor", "too small"),
        ("1.0", "1.0", "patch", "did not grow"),
        ("1.1", "1.0", "patch", "went down"),
        ("1.0", "2.0", "minor", "larger than needed"),
    ],
)
def test_verdict(older: str, newer: str, required: Bump, verdict: str) -> None:
    """The reader learns whether the release number follows the changes."""
    difference = small()
    named = replace(
        difference,
        before=replace(difference.before, name=older),
        after=replace(difference.after, name=newer),
        required=required,
    )
    assert verdict in render(of_difference(named), "text", Look("en"))


def test_revisions_have_no_verdict() -> None:
    """A side that is no release has no number to judge."""
    difference = small()
    now = replace(difference, after=replace(difference.after, name="WORK"))
    bump = msgspec.to_builtins(of_difference(now).data)["summary"]["bump"]
    assert bump == {"required": "minor", "declared": None, "policy": "edition", "verdict": None}


def test_places_come_from_the_caller() -> None:
    """The caller knows the files; the document says where each change stands."""
    place = Place("taxonomy/categories/services.yaml", 4)
    data = of_difference(small(), locate=lambda _: place).data
    assert msgspec.to_builtins(data)["changes"][0]["place"]["file"] == place.path


def test_notice_comes_first() -> None:
    """A draft says so before anything else."""
    noted = msgspec.structs.replace(SYSTEM, notice={"zh": "征求意见稿", "en": "Draft for comment"})
    difference = small()
    after = replace(difference.after, taxonomy=difference.after.taxonomy.with_(system=noted))
    told = render(of_difference(replace(difference, after=after)), "markdown", Look("zh"))
    assert told.splitlines()[2] == "征求意见稿"
