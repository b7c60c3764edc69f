"""A difference and a release number as notices of GitHub."""

from __future__ import annotations

import re
from dataclasses import replace

from msgspec import structs

from stdtree.label import Label
from stdtree.model.difference import Difference
from stdtree.model.finding import Place
from stdtree.model.taxonomy import Taxonomy
from stdtree.report import Look, Report, render
from stdtree.report.notices import SHOWN
from stdtree.report.of_bump import of_bump
from stdtree.report.of_difference import of_difference
from tests.diff.pairs import between, ended
from tests.report.found import HOSTILE
from tests.trees import category, sample

LINE = re.compile(r"::(notice|warning|error) ((?:[a-z]+=[^,:]*,?)+)::(.*)")


def notices(report: Report) -> list[tuple[str, str, str]]:
    """Kind, properties and message of each line, which must be a command."""
    lines = render(report, "github", Look("en")).splitlines()
    found = [LINE.fullmatch(line) for line in lines]
    assert all(found), lines
    return [(each[1], each[2], each[3]) for each in found if each]


def many() -> Difference:
    """One category retired, and more new ones than there may be notices."""
    before = sample()
    gone = structs.replace(before.categories["promotion"], **ended("incubation"))
    new = [category(f"new{number}", f"A{number}", "basics") for number in range(3, 3 + SHOWN)]
    return between(before, before.with_(gone, *new))


def test_it_adds_up_first() -> None:
    """Both ends, how much there is, the verdict, and how much is not shown."""
    (first, *others) = notices(of_difference(many()))
    assert first[:2] == ("notice", "title=stdtree diff")
    assert first[2].startswith("old → new: ")
    assert "%0ARelease number: the changes call for a minor one." in first[2]
    assert f"%0A{len(many().events) - SHOWN} more without an annotation" in first[2]
    assert len(others) == SHOWN


def test_what_is_real_comes_before_what_is_not() -> None:
    """What became of what, by name."""
    before = sample()
    renamed = structs.replace(before.categories["terms"], title={"zh": "词", "en": "Words"})
    gone = structs.replace(before.categories["promotion"], **ended("incubation"))
    told = notices(of_difference(between(before, before.with_(renamed, gone))))
    assert [each[1] for each in told[1:]] == ["title=take-over", "title=name change"]
    assert told[1][2] == "B3 Category promotion → incubation"


def test_events_stand_at_their_files() -> None:
    """Where a change has a place; the message repeats it, since the log shows no properties."""
    place = Place("docs/std/taxonomy/categories/promotion.yaml", 3, 9)
    told = notices(of_difference(many(), locate=lambda _: place))
    assert told[1][1].startswith(f"file={place.path},line=3,col=9,title=")
    assert told[1][2].startswith(f"{place} ")


def test_a_change_that_no_event_tells() -> None:
    """It is told by its kind, after the events."""
    orphan = structs.replace(sample().categories["terms"], parent="nowhere")
    told = notices(of_difference(between(sample(), sample().with_(orphan))))
    assert told[-1] == ("notice", "title=moved", "A1 Category terms")


def test_titles_steer_nothing() -> None:
    """Each line is a command of ours."""
    hostile = category("hostile", "A3", "basics", title={"zh": HOSTILE, "en": HOSTILE})
    (_, (kind, _, message)) = notices(of_difference(between(sample(), sample().with_(hostile))))
    assert kind == "notice"
    assert "%25" in message


def test_nothing_changed() -> None:
    """One notice that says so; with warnings, one each before it."""
    same: Taxonomy = sample()
    difference = between(same, same)
    assert [each[2] for each in notices(of_difference(difference))] == [
        "old → new: 0 changes, 0 events.%0ARelease number: the changes call for nothing."
    ]
    warned = replace(difference, warnings=(Label("甲", "not readable"),))
    assert notices(of_difference(warned))[0] == ("warning", "title=stdtree diff", "not readable")


def test_a_number_that_does_not_suit_is_an_error() -> None:
    """Of `stdtree bump`; of a difference, a warning."""
    ends = many()
    named = replace(
        ends, before=replace(ends.before, name="1.0"), after=replace(ends.after, name="1.0.1")
    )
    ((kind, title, message),) = notices(of_bump(named))
    assert (kind, title) == ("error", "title=stdtree bump")
    assert message.endswith("too small.%0AA number that suits: 1.1")
    assert notices(of_difference(named))[0][0] == "warning"
    ((kind, _, _),) = notices(of_bump(ends))
    assert kind == "notice"
