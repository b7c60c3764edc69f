"""The sample's story in miniature: from one release to the next, by nearly every kind of event."""

from __future__ import annotations

from msgspec.structs import replace

from stdtree import diff
from stdtree.model.change import EVENT_KINDS
from stdtree.model.standard import Plan
from stdtree.model.taxonomy import Taxonomy
from tests.diff.pairs import between, ended, values
from tests.diff.test_events import told
from tests.trees import category, standard, taxonomy

SERVICE_2009 = standard("gbt-24421-2-2009", "GB/T 24421.2-2009")
SERVICE_2023 = standard("gbt-24421-2-2023", "GB/T 24421.2-2023", replaces=("gbt-24421-2-2009",))
PLANNED = standard("planned-incubation")
TRANSFER = standard("gbt-34670-2017", "GB/T 34670-2017")


def older() -> Taxonomy:
    """Eight parts along the chain of an industry."""
    return taxonomy(
        category("basics", "A", standards=(SERVICE_2009,)),
        category("evaluation", "A4", "basics"),
        category("research", "B"),
        category("commercialization", "C", standards=(TRANSFER,)),
        category("operation", "D"),
        category("consulting-management", "D1", "operation"),
        category("market-survey", "D2", "operation"),
        category("environment", "E", standards=(PLANNED,)),
        category("testing", "F"),
        category("calibration", "F3", "testing"),
        category("finance-and-ip", "G"),
        category("exhibition", "H"),
    )


def newer() -> Taxonomy:
    """Aligned with the national guide: fields below B, assurance in C."""
    split = {"reason": {"zh": "两领域分设"}}
    return taxonomy(
        category("basics", "A", standards=(replace(SERVICE_2009, status="replaced"), SERVICE_2023)),
        category("fields", "B"),
        category("research", "BA", "fields", title={"zh": "研究开发服务", "en": "R&D services"}),
        category("commercialization", "C", **ended("technology-transfer", "promotion")),
        category("technology-transfer", "BB", "fields", standards=(TRANSFER,)),
        category("promotion", "BD", "fields"),
        category("incubation", "BC", "fields", split_from=("environment",)),
        category("testing", "BE", "fields"),
        category("calibration", "F3", "testing", **ended("testing")),
        category("evaluation", "BE1", "testing"),
        category("information", "BF", "fields"),
        category("operation", "BG", "fields", definition={"zh": "工程技术服务。"}),
        category("design", "BG1", "operation", split_from=("operation",)),
        category("consulting-management", "D1", "operation", **ended("consulting")),
        category("market-survey", "D2", "operation", **ended("consulting")),
        category("consulting", "BJ", "fields"),
        category("finance-and-ip", "G", **ended("finance", "ip", **split)),
        category("finance", "BH", "fields"),
        category("ip", "BI", "fields"),
        category("assurance", "C"),
        category(
            "environment", "C1", "assurance",
            standards=(replace(PLANNED, plan=Plan("in-preparation")),),
        ),
        category("exhibition", "H", **ended(reason={"zh": "不在十个重点领域"})),
    )  # fmt: skip


def test_the_events_of_the_story() -> None:
    """What happened, in the words of the typology."""
    difference = between(older(), newer())

    assert [told(event) for event in difference.events] == [
        "creation: – → assurance",
        "creation: – → fields",
        "creation: – → information",
        "deletion: exhibition → –",
        "merger: consulting-management market-survey → consulting",
        "take-over: calibration → testing*",
        "breakdown: commercialization → promotion technology-transfer",
        "breakdown: finance-and-ip → finance ip",
        "split-off: environment* → incubation",
        "split-off: operation* → design",
        "transfer: basics* → testing*",
        "code-change: environment* → environment*",
        "code-change: evaluation* → evaluation*",
        "code-change: operation* → operation*",
        "code-change: research* → research*",
        "code-change: testing* → testing*",
        "name-change: research* → research*",
        "redefinition: operation* → operation*",
        "code-reused: commercialization → assurance C",
        "code-reused: research* → fields B",
        "new-edition: gbt-24421-2-2009* → gbt-24421-2-2023",
        "status-change: gbt-24421-2-2009* → gbt-24421-2-2009*",
        "status-change: planned-incubation* → planned-incubation*",
        "re-homed: gbt-34670-2017* → gbt-34670-2017*",
    ]
    assert not difference.warnings
    assert set(EVENT_KINDS) - {event.kind for event in difference.events} == {
        "replacement", "regrouping",
    }  # fmt: skip


def test_the_story_told_as_changes_leads_there_and_back() -> None:
    """The patch of the whole story."""
    before, after = older(), newer()
    changes = between(before, after).changes

    assert values(diff.apply(changes, before)) == values(after)
    assert values(diff.apply(diff.mirror(changes), after)) == values(before)


def test_the_correspondence_of_the_story() -> None:
    """All twelve categories of the older side are found again or said to be gone."""
    rows = between(older(), newer()).correspondence

    assert [(row.source, row.target, row.cardinality) for row in rows if row.source] == [
        ("basics", "basics", "1:1"),
        ("evaluation", "evaluation", "1:1"),
        ("research", "research", "1:1"),
        ("commercialization", "technology-transfer", "1:n"),
        ("commercialization", "promotion", "1:n"),
        ("operation", "operation", "1:n"),
        ("operation", "design", "1:n"),
        ("consulting-management", "consulting", "n:1"),
        ("market-survey", "consulting", "n:1"),
        ("environment", "incubation", "1:n"),
        ("environment", "environment", "1:n"),
        ("testing", "testing", "n:1"),
        ("calibration", "testing", "n:1"),
        ("finance-and-ip", "finance", "1:n"),
        ("finance-and-ip", "ip", "1:n"),
        ("exhibition", None, "1:0"),
    ]
    assert [row.source for row in rows if row.code_reused] == [
        "research", "commercialization", "commercialization",
    ]  # fmt: skip


def test_the_bump_the_story_calls_for() -> None:
    """Under the default policy a major number is for the issuing body to decide."""
    assert between(older(), newer()).required == "minor"
