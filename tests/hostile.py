"""Texts that drafters could write, and that break out of formats which forget to quote them."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle

from msgspec import structs

from stdtree.label import Label
from stdtree.model.change import Change
from stdtree.model.difference import Difference
from tests.differences import small

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "'\"><svg onload=alert(3)>",
    "]]><!-- <b>粗</b> &lt;b&gt; &amp;",
    "{{ 7*7 }}{% raw %}${alert(4)}`",
    "javascript:alert(5)",
    "\x1b[31m红\x00\x07\u2028\u202eabc\u2066\ud800",
    "=1+1\t@user closes #1",
)


def everywhere(text: str | None = None) -> Difference:
    """The small difference with such texts wherever a drafter writes; with `text`, that one."""
    texts = cycle([text] if text is not None else HOSTILE)
    difference = small()
    before, after = difference.before.taxonomy, difference.after.taxonomy
    titled = [
        structs.replace(
            category,
            code=next(texts),
            title={"zh": next(texts), "en": next(texts)},
            definition={"zh": next(texts)},
        )
        for category in after.categories.values()
    ]
    system = structs.replace(
        after.system, title={"zh": next(texts), "en": next(texts)}, notice={"zh": next(texts)}
    )
    bodies = [
        structs.replace(body, name={"zh": next(texts)}) for body in after.organizations.values()
    ]
    return replace(
        difference,
        before=replace(difference.before, taxonomy=before.with_(system=system)),
        after=replace(
            difference.after,
            name=next(texts),
            taxonomy=after.with_(*titled, system=system, organizations=bodies),
        ),
        changes=tuple(_with(change, next(texts), next(texts)) for change in difference.changes),
        events=tuple(
            structs.replace(event, reason={"zh": next(texts)}, code=next(texts))
            for event in difference.events
        ),
        warnings=(Label(next(texts), next(texts)),),
    )


def _with(change: Change, before: str, after: str) -> Change:
    """The change with these texts in it, where it holds texts."""
    if change.kind in {"renamed", "recoded"} or change.field == "definition.zh":
        return structs.replace(change, from_=before, to=after)
    if change.kind in {"added", "removed"} and isinstance(change.value, dict):
        return structs.replace(change, value={**change.value, "title": {"zh": before}})
    return change
