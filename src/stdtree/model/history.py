"""The history (历史) of a category or a standard: commits, what each left of it, what each did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from msgspec import Struct

from stdtree.model.difference import Difference
from stdtree.model.ids import Id, ReleaseName, StandardId
from stdtree.model.lineage import Relative
from stdtree.model.taxonomy import Taxonomy

Followed = Literal["category", "standard"]


class Commit(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A commit of the repository. 提交。"""

    id: str
    """Full commit id. 完整的提交标识。"""
    short: str
    """Shortest unambiguous form of it. 简短的提交标识。"""
    date: str
    """Date and time of the commit, ISO 8601. 提交时间。"""
    author: str
    """Name of the author. 作者。"""
    subject: str
    """First line of the message. 提交说明的首行。"""
    release: ReleaseName | None = None
    """First release that has it; absent while there is none. 首次包含它的版本。"""
    is_oldest_known: bool = False
    """A shallow clone ends here: what the commit holds may be older. 浅克隆止于此。"""


@dataclass(frozen=True, eq=False)
class Version:
    """What a commit left of a category or standard, and the versions that this one came from."""

    commit: Commit | None
    """None for what is there now and not committed."""
    taxonomy: Taxonomy
    """A small one, which holds what is followed and nothing else."""
    parents: tuple[Version, ...] = ()
    """One for each side of a merge; none for the first."""
    is_readable: bool = True
    """If not, `taxonomy` is what the first parent had."""


@dataclass(frozen=True)
class Step:
    """What one commit did to a category or standard."""

    commit: Commit | None
    """None for what is not committed yet."""
    difference: Difference
    """Without any change where the commit could not be read, or nothing older is known."""
    is_readable: bool = True


@dataclass(frozen=True)
class History:
    """What commits did to a category or standard, newest first, and to whom to turn from there."""

    entity: Followed
    id: Id
    taxonomy: Taxonomy
    """Where it and its relatives are looked up."""
    steps: tuple[Step, ...]
    came_from: tuple[Relative, ...] = ()
    went_to: tuple[Relative, ...] = ()


class Origin(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Since which commit a field has its value. 字段取值的由来。"""

    field: str
    """Field, dotted below the category or standard. 字段。"""
    standard: StandardId | None = None
    """Row of the table of standards that the field belongs to. 所属的标准。"""
    value: Any
    """Value that it has. 现值。"""
    commit: Commit | None
    """Commit that last changed it; null if not committed yet. 最后改动它的提交。"""


@dataclass(frozen=True)
class Blame:
    """Where everything that a category or standard says comes from, in the order of its fields."""

    entity: Followed
    id: Id
    taxonomy: Taxonomy
    """Where it is looked up."""
    origins: tuple[Origin, ...]
