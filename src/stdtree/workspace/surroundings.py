"""What the changes of one thing mention, so that they can be told by names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from stdtree.model.history import Followed, Step
from stdtree.model.taxonomy import Taxonomy

if TYPE_CHECKING:
    from stdtree.model.difference import End


def with_surroundings(step: Step, entity: Followed, today: Taxonomy) -> Step:
    """The step, its two ends with the categories and standards that its changes mention.

    Their names are those of `today`: old ones would have to be looked for in every old commit.
    """
    ids = {
        text for change in step.difference.changes for text in _texts(msgspec.to_builtins(change))
    }
    homes = [today.standards[one].home for one in ids & today.standards.keys()]
    nearby = [today.categories[one] for one in (*ids, *homes) if one in today.categories]

    def around(end: End) -> End:
        itself = end.taxonomy.categories.values() if entity == "category" else ()
        bodies = today.organizations.values()
        return replace(
            end, taxonomy=Taxonomy(today.system, [*nearby, *itself], organizations=bodies)
        )

    before, after = around(step.difference.before), around(step.difference.after)
    return replace(step, difference=replace(step.difference, before=before, after=after))


def _texts(value: object) -> Iterator[str]:
    """All strings in plain data; those that are ids are among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _texts(part)
