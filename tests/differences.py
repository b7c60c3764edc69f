"""A small difference made by hand: a little of everything that can change."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from stdtree.model.canonical import digest
from stdtree.model.category import Retired, Successor
from stdtree.model.change import BASE_KINDS, Change, Event
from stdtree.model.correspondence import Association
from stdtree.model.difference import Difference, End
from stdtree.model.taxonomy import Taxonomy
from tests.trees import category, plain, sample, standard

NEW_EDITION = standard("gbt-34670-2025", "GB/T 34670-2025", replaces=("gbt-34670-2017",))
ADVICE_ROW = standard("db11-t-1-2025", "DB11/T 1-2025")
OLD_DEFINITION = "transfer的定义。"
NEW_DEFINITION = (
    "为技术转移转化提供的各类服务，包括技术评价、交易撮合、中试熟化与知识产权运营，不含企业孵化。"
)
REASON = {"zh": "孵化与推广合并管理。", "en": "Incubation and promotion are run together."}
RETIRED = Retired(release="1.1", succeeded_by=(Successor(id="promotion"),), reason=REASON)


def small() -> Difference:
    """1.0 → 1.1 of the sample: every base kind but `reinstated`, and events on top."""
    before, after = sample(), newer()
    changes = _changes(after)
    return Difference(
        before=End("1.0", before, digest(before)),
        after=End("1.1", after, digest(after)),
        changes=changes,
        events=_events(changes),
        correspondence=CORRESPONDENCE,
        required="minor",
        bumps={number: "minor" for number, c in enumerate(changes, start=1) if c.kind != "renamed"},
        causes=_causes(changes),
    )


def newer() -> Taxonomy:
    """The sample after the changes."""
    old = sample()
    known = old.categories
    planned = known["transfer"].standards[1]
    return old.with_(
        category("services", "C", title={"zh": "服务", "en": "Services"}),
        category("advice", "C1", "services", standards=(ADVICE_ROW,)),
        replace(known["methods"], parent="services", code="C2"),
        replace(known["terms"], standards=(*known["terms"].standards, planned)),
        replace(
            known["transfer"],
            code="B4",
            title={"zh": "类目transfer", "en": "Technology transfer"},
            definition={"zh": NEW_DEFINITION},
            standards=(replace(known["transfer"].standards[0], status="replaced"), NEW_EDITION),
        ),
        replace(known["brokers"], code="B41", standards=()),
        replace(known["incubation"], status="retired", retired=RETIRED),
        replace(known["promotion"], code="B2"),
        organizations=(
            replace(old.organizations["lab"], name={"zh": "示例研究院", "en": "Sample institute"}),
            old.organizations["board"],
        ),
    )


def _changes(after: Taxonomy) -> tuple[Change, ...]:
    advice = after.categories["advice"]
    tmac = sample().standards["t-tmac-021-2020"].standard
    made = (
        _came("category", "services", None, value=plain(after.categories["services"])),
        _came("category", "advice", "services", value=plain(advice), cascade=True),
        _came("standard", ADVICE_ROW.id, "advice", value=plain(ADVICE_ROW), cascade=True),
        _came("standard", NEW_EDITION.id, "transfer", value=plain(NEW_EDITION)),
        Change("removed", "standard", tmac.id, parent="brokers", value=plain(tmac)),
        Change("retired", "category", "incubation", from_=None, to=plain(RETIRED)),
        Change("moved", "category", "methods", from_="basics", to="services"),
        Change("moved", "standard", "planned-one", from_="transfer", to="terms"),
        Change("recoded", "category", "methods", from_="A2", to="C2"),
        Change("recoded", "category", "transfer", from_="B1", to="B4"),
        Change("recoded", "category", "brokers", from_="B11", to="B41", cascade=True),
        Change("recoded", "category", "promotion", from_="B3", to="B2"),
        Change(
            "renamed", "category", "transfer",
            lang="en", from_="Category transfer", to="Technology transfer",
        ),
        _field(
            "category", "transfer", "definition.zh", before=OLD_DEFINITION, after=NEW_DEFINITION
        ),
        _field("standard", "gbt-34670-2017", "status", before="in-force", after="replaced"),
        _field("organization", "lab", "name.zh", before="示例实验室", after="示例研究院"),
    )  # fmt: skip
    order = list(BASE_KINDS)
    return tuple(
        sorted(
            made, key=lambda c: (order.index(c.kind), c.entity, c.id, c.lang or "", c.field or "")
        )
    )


def _came(entity: Any, entity_id: str, parent: str | None, **rest: Any) -> Change:
    return Change("added", entity, entity_id, parent=parent, **rest)


def _field(entity: Any, entity_id: str, field: str, *, before: str, after: str) -> Change:
    return Change("field", entity, entity_id, field=field, op="change", from_=before, to=after)


def _events(changes: tuple[Change, ...]) -> tuple[Event, ...]:
    def numbers(*keys: tuple[str, str]) -> tuple[int, ...]:
        return tuple(n for n, c in enumerate(changes, start=1) if (c.kind, c.id) in keys)

    def event(kind: Any, entity: Any, before: str, after: str, **rest: Any) -> Event:
        return Event(kind, entity, tuple(before.split()), tuple(after.split()), **rest)

    old, new, row = "gbt-34670-2017", NEW_EDITION.id, "planned-one"
    return (
        event("creation", "category", "", "services", changes=numbers(("added", "services"))),
        event(
            "take-over", "category", "incubation promotion", "promotion",
            survivors=("promotion",), real=True, reason=REASON, bump="minor",
            changes=numbers(("retired", "incubation")),
        ),
        event(
            "transfer", "category", "basics", "services",
            real=True, changes=numbers(("moved", "methods")),
        ),
        event(
            "code-change", "category", "transfer", "transfer",
            real=False, changes=numbers(("recoded", "transfer")),
        ),
        event(
            "redefinition", "category", "transfer", "transfer",
            changes=numbers(("field", "transfer")),
        ),
        event(
            "code-reused", "category", "incubation", "promotion",
            code="B2", real=True, bump="minor",
        ),
        event("new-edition", "standard", old, new, real=True, changes=numbers(("added", new))),
        event("status-change", "standard", old, old, changes=numbers(("field", old))),
        event("re-homed", "standard", row, row, changes=numbers(("moved", row))),
    )  # fmt: skip


def _causes(changes: tuple[Change, ...]) -> dict[int, int]:
    """What came below a new category, and codes that follow another code or a move."""
    number = {(change.kind, change.id): n for n, change in enumerate(changes, start=1)}
    return {
        number["added", "advice"]: number["added", "services"],
        number["added", ADVICE_ROW.id]: number["added", "services"],
        number["recoded", "methods"]: number["moved", "methods"],
        number["recoded", "brokers"]: number["recoded", "transfer"],
    }


CORRESPONDENCE = (
    Association("basics", "basics", "1:1", "identity"),
    Association("brokers", "brokers", "1:1", "identity"),
    Association("fields", "fields", "1:1", "identity"),
    Association("incubation", "promotion", "n:1", "lineage", code_reused=True),
    Association("methods", "methods", "1:1", "identity"),
    Association("promotion", "promotion", "n:1", "identity"),
    Association("terms", "terms", "1:1", "identity"),
    Association("transfer", "transfer", "1:1", "identity"),
    Association(None, "advice", "0:1", "identity"),
    Association(None, "services", "0:1", "identity"),
)
