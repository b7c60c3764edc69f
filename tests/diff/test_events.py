"""Events: every kind, each as one line of a table."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from stdtree.model.category import Category
from stdtree.model.change import EVENT_KINDS, Event
from stdtree.model.standard import Plan
from tests.diff.pairs import between, ended
from tests.trees import category, standard, taxonomy

OLD = standard("old", "GB/T 1-2009")


def told(event: Event) -> str:
    """An event in one line; who lives on is starred, a code stands last."""
    ends = (
        " ".join(f"{one}*" if one in event.survivors else one for one in side) or "–"
        for side in (event.from_ids, event.to_ids)
    )
    return " ".join(filter(None, [f"{event.kind}:", " → ".join(ends), event.code]))


def items(*ids: str, **fields: Any) -> list[Category]:
    """Categories without codes, so that codes tell nothing."""
    return [category(one, **fields) for one in ids]


TABLE: dict[str, tuple[list[Category], list[Category], list[str]]] = {
    "creation": (items("a"), items("a", "b"), ["creation: – → b"]),
    "creation by reinstating": (
        items("a", **ended()), items("a"), ["creation: – → a"]
    ),
    "deletion by removing": (items("a", "b"), items("a"), ["deletion: b → –"]),
    "deletion by retiring": (items("a"), items("a", **ended()), ["deletion: a → –"]),
    "merger": (
        items("a", "b"), [*items("a", "b", **ended("c")), *items("c")], ["merger: a b → c"]
    ),
    "take-over": (
        items("a", "b"), [*items("a", **ended("b")), *items("b")], ["take-over: a → b*"]
    ),
    "take-over of several": (
        items("a", "b", "c"),
        [*items("a", "b", **ended("c")), *items("c")],
        ["take-over: a b → c*"],
    ),
    "breakdown": (
        items("a"), [*items("a", **ended("b", "c")), *items("b", "c")], ["breakdown: a → b c"]
    ),
    "split-off": (
        items("a"), [*items("a"), *items("b", split_from=("a",))], ["split-off: a* → b"]
    ),
    "split-off of several": (
        items("a"), [*items("a"), *items("b", "c", split_from=("a",))], ["split-off: a* → b c"]
    ),
    "replacement": (items("a"), [*items("a", **ended("b")), *items("b")], ["replacement: a → b"]),
    "regrouping": (
        items("a", "b"),
        [*items("a", "b", **ended("c", "d")), *items("c", "d")],
        ["regrouping: a b → c d"],
    ),
    "regrouping with one that lives on": (
        items("a", "b"),
        [*items("a", **ended("b", "c")), *items("b", "c")],
        ["regrouping: a → b* c"],
    ),
    "a chain of two hangs together": (
        items("a", "b"),
        [*items("a", **ended("b")), *items("b"), *items("c", split_from=("b",))],
        ["regrouping: a b* → b* c"],
    ),
    "transfer between the living by declaration": (
        items("a", "b"),
        [*items("a"), *items("b", split_from=("a",))],
        ["transfer: a* → b*"],
    ),
    "transfer of children": (
        [*items("a", "b"), *items("x", "y", parent="a"), *items("z", parent="x")],
        [*items("a", "b"), *items("x", "y", parent="b"), *items("z", parent="x")],
        ["transfer: a* → b*"],
    ),
    "no transfer to or from the root": (
        [*items("a"), *items("x", parent="a")], items("a", "x"), []
    ),
    "no transfer out of what ends": (
        [*items("a", "b"), *items("x", parent="a")],
        [*items("a", **ended("b")), *items("b"), *items("x", parent="b")],
        ["take-over: a → b*"],
    ),
    "code change with its consequences": (
        [category("a", "A"), category("b", "A1", "a"), category("c", "A11", "b")],
        [category("a", "B"), category("b", "B1", "a"), category("c", "B11", "b")],
        ["code-change: a* → a*"],
    ),
    "code change below a code change": (
        [category("a", "A"), category("b", "A1", "a"), category("c", "A11", "b")],
        [category("a", "B"), category("b", "B2", "a"), category("c", "B21", "b")],
        ["code-change: a* → a*", "code-change: b* → b*"],
    ),
    "name change": (
        items("a"), items("a", title={"zh": "新", "en": "New"}), ["name-change: a* → a*"]
    ),
    "a new language is no name change": (
        items("a", title={"zh": "新"}), items("a", title={"zh": "新", "en": "New"}), []
    ),
    "redefinition": (
        items("a"), items("a", definition={"zh": "别的"}), ["redefinition: a* → a*"]
    ),
    "redefinition by an exclusion": (
        items("a"), items("a", excludes=({"zh": "孵化"},)), ["redefinition: a* → a*"]
    ),
    "a first definition": (
        items("a", definition=None), items("a"), ["redefinition: a* → a*"]
    ),
    "a translation is no redefinition": (
        items("a"), items("a", definition={"zh": "a的定义。", "en": "About a."}), []
    ),
    "code reused": (
        [category("a", "A"), category("b", "B")],
        [category("a", "C"), category("b", "A")],
        ["code-change: a* → a*", "code-change: b* → b*", "code-reused: a* → b* A"],
    ),
    "code reused after an end": (
        [category("a", "A")],
        [category("a", "A", **ended()), category("b", "A")],
        ["creation: – → b", "deletion: a → –", "code-reused: a → b A"],
    ),
    "a code taken twice is not reused": (
        [category("a", "A")],
        [category("a", "A"), category("b", "A")],
        ["creation: – → b"],
    ),
    "new edition": (
        items("a", standards=(OLD,)),
        items("a", standards=(OLD, standard("new", "GB/T 1-2023", replaces=("old",)))),
        ["new-edition: old* → new"],
    ),
    "an edition that came with the one it replaces": (
        items("a"),
        items("a", standards=(OLD, standard("new", "GB/T 1-2023", replaces=("old",)))),
        [],
    ),
    "status change of the document and of the plan": (
        items("a", standards=(OLD, standard("new"))),
        items("a", standards=(
            replace(OLD, status="replaced"),
            standard("new", plan=Plan("in-preparation")),
        )),
        ["status-change: new* → new*", "status-change: old* → old*"],
    ),
    "re-homed": (
        [*items("a", standards=(OLD,)), *items("b")],
        [*items("a"), *items("b", standards=(OLD,))],
        ["re-homed: old* → old*"],
    ),
    "no lineage, no guess": (
        items("a", title={"zh": "同名"}),
        items("b", title={"zh": "同名"}),
        ["creation: – → b", "deletion: a → –"],
    ),
    "split off before is history": (
        [*items("a"), *items("b", split_from=("a",))],
        [*items("a"), *items("b", split_from=("a",), title={"zh": "新"})],
        ["name-change: b* → b*"],
    ),
    "declared before is history": (
        [*items("a", **ended("b")), *items("b")],
        [*items("a", **ended("b")), *items("b", title={"zh": "新"})],
        ["name-change: b* → b*"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TABLE)
def test_events(case: str) -> None:
    """Before and after amount to these events and no others."""
    before, after, expected = TABLE[case]

    difference = between(taxonomy(*before), taxonomy(*after))

    assert [told(event) for event in difference.events] == expected
    assert not difference.warnings


def test_the_table_has_every_kind() -> None:
    """A kind that is added has to be added to the table."""
    found = {line.split(":")[0] for _, _, lines in TABLE.values() for line in lines}

    assert found == set(EVENT_KINDS)


def test_what_is_real() -> None:
    """Real changes alter meaning, virtual ones code or name; nobody has judged any of them."""
    found: dict[str, set[bool | None]] = {}
    for before, after, _ in TABLE.values():
        for event in between(taxonomy(*before), taxonomy(*after)).events:
            found.setdefault(event.kind, set()).add(event.real)

    virtual = [
        "code-change",
        "name-change",
        "code-reused",
        "new-edition",
        "status-change",
        "re-homed",
    ]
    assert found == {kind: {kind not in virtual} for kind in EVENT_KINDS}


def test_an_event_rests_on_its_changes_and_carries_the_reason() -> None:
    """The numbers are those of the changes by which its members came and went."""
    why = {"zh": "分设"}
    before = [*items("a"), *items("z", parent="a")]
    after = [
        *items("a", **ended("b", "c", reason=why)),
        *items("b", "c"),
        *items("z", parent="b"),
    ]

    difference = between(taxonomy(*before), taxonomy(*after))

    (event,) = difference.events
    assert event.reason == why
    rests_on = [difference.changes[number - 1] for number in event.changes]
    assert [(change.kind, change.id) for change in rests_on] == [
        ("added", "b"), ("added", "c"), ("retired", "a"),
    ]  # fmt: skip


def test_a_code_change_folds_what_follows_from_it() -> None:
    """One box renumbered with forty below is one event that rests on forty-one changes."""
    below = [category(f"b{n}", f"A{n}", "a") for n in range(40)]
    moved = [replace(one, code=f"B{one.code[1:]}") for one in below if one.code]

    difference = between(taxonomy(category("a", "A"), *below), taxonomy(category("a", "B"), *moved))

    (event,) = difference.events
    assert event.changes == tuple(range(1, 42))
    assert [change.id for change in difference.changes if not change.cascade] == ["a"]


@pytest.mark.parametrize(
    ("before", "after", "warning"),
    [
        (
            items("b"),
            [*items("a", **ended("b")), *items("b")],
            "Lineage Category a → Category b is left out: the former is not live in the older side",
        ),
        (
            items("a", "b"),
            [*items("a", **ended("b")), *items("b", **ended())],
            "Lineage Category a → Category b is left out: the latter is not live in the newer side",
        ),
        (
            items("a"),
            [*items("a"), *items("b", split_from=("gone",))],
            "Lineage gone → Category b is left out: the former is not live in the older side",
        ),
    ],
)
def test_lineage_that_does_not_hold_is_said(
    before: list[Category], after: list[Category], warning: str
) -> None:
    """A source has to be live in the older side, a target in the newer."""
    difference = between(taxonomy(*before), taxonomy(*after))

    assert [label.en for label in difference.warnings] == [warning]
    assert {event.kind for event in difference.events} <= {"creation", "deletion"}
