"""What holds for every operation, whatever it does and wherever it is applied."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stdtree import edit
from stdtree.edit.remove_standard import RemoveStandard
from stdtree.edit.restore_category import RestoreCategory
from stdtree.errors import EditError
from stdtree.model.taxonomy import Taxonomy
from tests.edit.facts import system
from tests.edit.strategies import drawers, operations, sequences
from tests.effort import one_in
from tests.trees import plain, taxonomies

# a tree, and then operations on what it holds, cost more than Hypothesis expects of one value
SLOW = settings(
    one_in(2),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
STARTS = taxonomies | st.builds(system)


def everything(taxonomy: Taxonomy) -> bytes:
    """The whole content as bytes, drafts included."""
    return msgspec.json.encode([plain(c) for c in taxonomy.categories.values()])


def in_rings(taxonomy: Taxonomy) -> set[str]:
    """Categories that are their own ancestors."""
    found = set()
    for one in taxonomy.categories.values():
        line = [one.id, *(above.id for above in taxonomy.ancestors(one.id))]
        last = taxonomy.categories[line[-1]].parent
        if last in line:
            found.add(one.id)
    return found


def steps_of(
    start: Taxonomy, steps: list[edit.Operation]
) -> list[tuple[Taxonomy, edit.Operation, Taxonomy]]:
    """Each accepted operation between the taxonomy before and after it."""
    found = []
    for step in steps:
        after, refusal = attempt(step, start)
        if refusal is None:
            found.append((start, step, after))
            start = after
    return found


def attempt(step: edit.Operation, taxonomy: Taxonomy) -> tuple[Taxonomy, EditError | None]:
    """The taxonomy after the step, or the one before it and the refusal."""
    try:
        return step.apply(taxonomy), None
    except EditError as refusal:
        return taxonomy, refusal


@SLOW
@given(sequences(STARTS))
def test_apply_leaves_what_it_is_given_alone(drawn: tuple[Taxonomy, list[edit.Operation]]) -> None:
    """The taxonomy before is byte for byte what it was, whether accepted or refused."""
    taxonomy, steps = drawn
    for step in steps:
        before = everything(taxonomy)
        after, refusal = attempt(step, taxonomy)
        assert refusal is None or all((refusal.message.zh, refusal.message.en, refusal.hint)), step
        assert everything(taxonomy) == before
        taxonomy = after


@SLOW
@given(sequences(STARTS))
def test_nothing_is_lost(drawn: tuple[Taxonomy, list[edit.Operation]]) -> None:
    """Only a standard that is removed and has no number may go; only a draft; one home each."""
    for before, step, after in steps_of(*drawn):
        lost = before.standards.keys() - after.standards.keys()
        assert bool(lost) == isinstance(step, RemoveStandard), step
        assert all(before.standards[one].standard.number is None for one in lost), step
        rows = [row.id for one in after.categories.values() for row in one.standards]
        assert len(rows) == len(set(rows)), step
        for gone in before.categories.keys() - after.categories.keys():
            assert before.categories[gone].status == "draft", step


@SLOW
@given(sequences(STARTS))
def test_what_ends_keeps_its_lineage(drawn: tuple[Taxonomy, list[edit.Operation]]) -> None:
    """A retired category has a record with living successors, no live children, no standards."""
    for before, step, after in steps_of(*drawn):
        for one in after.categories.values():
            was = before.get(one.id)
            if isinstance(step, RestoreCategory) and was and not was.is_live and one.is_live:
                assert (one.status, one.retired) == ("active", None), step
                continue
            if one.is_live or (was and not was.is_live):
                assert was is None or was.is_live or was.retired == one.retired, step
                continue
            assert one.retired is not None, step
            assert all(after.categories[s.id].is_live for s in one.retired.succeeded_by), step
            assert not one.standards, step
            assert not [child for child in after.children(one.id) if child.is_live], step


@SLOW
@given(sequences(STARTS))
def test_relations_are_kept_once(drawn: tuple[Taxonomy, list[edit.Operation]]) -> None:
    """With the smaller id, in order, between two that live."""
    for _, step, after in steps_of(*drawn):
        for one in after.categories.values():
            assert one.related == tuple(sorted(set(one.related))), step
            for other in one.related:
                assert one.id < other, step
                assert one.is_live, step
                assert after.categories[other].is_live, step


@SLOW
@given(sequences(STARTS))
def test_no_loop_and_no_orphan_is_made(drawn: tuple[Taxonomy, list[edit.Operation]]) -> None:
    """Every parent exists, and no category is its own ancestor."""
    for before, step, after in steps_of(*drawn):
        assert not in_rings(after) - in_rings(before), step
        assert all(
            c.parent is None or c.parent in after.categories for c in after.categories.values()
        )


@SLOW
@given(sequences(STARTS))
def test_no_code_is_taken_twice_by_an_operation(
    drawn: tuple[Taxonomy, list[edit.Operation]],
) -> None:
    """A code that one live category had is not given to a second."""
    for before, step, after in steps_of(*drawn):
        twice = {code for code, found in after.by_code.items() if len(found) > 1}
        already = {code for code, found in before.by_code.items() if len(found) > 1}
        assert twice <= already, step


@SLOW
@given(sequences(STARTS))
def test_the_journal_can_keep_every_operation(drawn: tuple[Taxonomy, list[edit.Operation]]) -> None:
    """decode(encode(operation)) is the operation, through JSON too, and does the same."""
    for before, step, after in steps_of(*drawn):
        written = msgspec.json.decode(msgspec.json.encode(edit.encode(step)))
        again = edit.decode(step.operation_id(), written)
        assert again == step
        assert again.apply(before) == after


@SLOW
@given(STARTS.flatmap(lambda one: st.tuples(st.just(one), operations(one))))
def test_every_operation_says_what_it_does(drawn: tuple[Taxonomy, edit.Operation]) -> None:
    """In both languages, also about what is not there."""
    taxonomy, operation = drawn
    for about in (taxonomy, taxonomy.with_(without=list(taxonomy.categories))):
        label = operation.describe(about)
        assert label.zh
        assert label.en


@SLOW
@given(STARTS, st.data())
def test_forms_open_with_values_the_operation_takes(
    taxonomy: Taxonomy, data: st.DataObject
) -> None:
    """Whatever is prefilled for any subject are fields of the operation."""
    subjects = [None, *taxonomy.categories, *taxonomy.standards]
    subject = data.draw(st.sampled_from(subjects))
    for operation_id in edit.operation_ids():
        kind = edit.operation_type(operation_id)
        assert kind.prefilled(taxonomy, subject).keys() <= kind.model_fields.keys(), operation_id


@pytest.mark.parametrize("operation_id", edit.operation_ids())
def test_every_operation_can_be_asked_for(operation_id: str) -> None:
    """Title, summary, docstring, and how to ask for each field, with names for all choices."""
    kind = edit.operation_type(operation_id)
    assert kind.operation_id() == operation_id
    assert all((kind.title.zh, kind.title.en, kind.summary.zh, kind.summary.en, kind.__doc__))
    asks = kind.asks()
    assert asks.keys() == kind.model_fields.keys()
    assert kind.subject in asks
    for name, ask in asks.items():
        assert all((ask.label.zh, ask.label.en)), name
        choices = set(_enumerated(kind.model_json_schema()["properties"][name]))
        assert choices == set(ask.choices or ()), name


def test_the_laws_know_every_operation() -> None:
    """An operation that no strategy draws would be held by none of them."""
    assert set(drawers(system())) == set(edit.operation_ids())


def _enumerated(schema: dict[str, Any]) -> list[object]:
    found: list[object] = [
        *schema.get("enum", ()),
        *([schema["const"]] if "const" in schema else ()),
    ]
    for branch in schema.get("anyOf", ()):
        found += _enumerated(branch)
    return found
