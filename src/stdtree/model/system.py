"""The standards system itself: languages, levels, facets, targets, settings (system.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct

from stdtree.model.bump import BumpPolicy, BumpRules
from stdtree.model.ids import Date, Id, LanguageTag, Text

_ATOM = r"(?:[A-Za-z0-9_-]|\\[.]|\[[A-Za-z0-9_.-]+\])"
_FIXED = rf"{_ATOM}(?:\{{[0-9]{{1,2}}\}})?"
_VARIABLE = rf"{_ATOM}(?:\{{[0-9]{{1,2}},[0-9]{{0,2}}\}}|[?*+])"
PLAIN_PATTERN = rf"^(?=.)(?:{_FIXED})*(?:{_VARIABLE}(?:{_FIXED})*){{0,3}}$(?!\n)"
"""Regular expressions without groups and with at most three varying repetitions: none can hang."""

SeverityName = Literal["error", "warning", "note", "off"]


class Level(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One level of the tree, from the root down. 层级。"""

    id: Annotated[Id, Meta(examples=["domain"])]
    """Identifier of the level. 层级标识。"""
    title: Text
    """Name of the level in each language. 层级名称。"""
    pattern: Annotated[
        str, Meta(pattern=PLAIN_PATTERN, max_length=200, examples=["[A-Z]{2}", "[0-9]{1,2}"])
    ]
    """What the whole code matches: letters, digits, `\\.` and classes such as `[A-Z]`, repeated by
    `{2}` or `{1,2}`. 体系编号须整体匹配的格式。
    """
    extends_parent: bool = False
    """Whether a code begins with its parent's code. 编号是否以上级编号开头。"""


class FacetValue(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One value of a facet. 分面取值。"""

    id: Annotated[Id, Meta(examples=["research"])]
    """Identifier of the value. 取值标识。"""
    title: Text
    """Name of the value. 取值名称。"""
    definition: Text | None = None
    """What belongs under the value. 取值定义。"""


class Facet(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A second way to sort categories, beside the tree. 分面。"""

    title: Text
    """Name of the facet. 分面名称。"""
    values: tuple[FacetValue, ...]
    """The values, in the order in which they are shown. 取值列表。"""
    source: Text | None = None
    """Where the values come from. 取值依据。"""


class Target(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What the system is to reach by a year. 目标。"""

    id: Annotated[Id, Meta(examples=["t2027"])]
    """Identifier of the target. 目标标识。"""
    year: Annotated[int, Meta(ge=1900, le=2999, examples=[2027])]
    """Year by which it is due. 目标年份。"""
    metric: Annotated[Id, Meta(examples=["new-standards"])]
    """What is counted. 指标。"""
    op: Literal[">=", ">", "=", "<", "<="]
    """How the value binds. 比较方式。"""
    value: Annotated[int, Meta(ge=0, le=9007199254740991, examples=[40])]
    """The figure. 目标值。"""
    title: Text | None = None
    """The metric in words. 指标名称。"""
    unit: Annotated[str, Meta(examples=["项"])] | None = None
    """Unit of the figure. 单位。"""
    qualifier: Annotated[str, Meta(examples=["以上"])] | None = None
    """The source's own qualifier (以上, 左右, 力争), kept because it decides how to compare.
    限定词。
    """
    source: Annotated[str, Meta(examples=["国家标准化发展纲要"])] | None = None
    """Document that sets the target. 出处。"""


class Accepted(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A finding that the drafters accept, and why. 已接受的问题。"""

    rule: Annotated[Id, Meta(examples=["unknown-prefix"])]
    """Rule of the finding. 校验规则。"""
    subject: Annotated[Id, Meta(examples=["technology-transfer", "gbt-34670-2017"])]
    """Id of the category, standard or organization it speaks of. 问题对象的标识。"""
    reason: Text
    """Why it is accepted. 接受理由。"""
    until: Date | None = None
    """Last day on which it is accepted. 有效期至。"""

    def holds(self, today: str) -> bool:
        """Whether it is in force on a day, YYYY-MM-DD; when no day is given, it is."""
        return self.until is None or today[: len(self.until)] <= self.until


class System(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A standards system: what holds for all its categories. 标准体系。"""

    id: Annotated[Id, Meta(examples=["sts"])]
    """Identifier of the system. 体系标识。"""
    title: Text
    """Name of the system. 体系名称。"""
    format: Literal[1]
    """Version of the file format. 文件格式版本。"""
    languages: Annotated[tuple[LanguageTag, ...], Meta(min_length=1)]
    """Languages of the texts; the first is required everywhere. 语言;第一种为必备语言。"""
    levels: Annotated[tuple[Level, ...], Meta(min_length=1)]
    """Levels from the root down. 自上而下的层级。"""
    notice: Text | None = None
    """Shown with every view and export: draft for comment, sample, … 随所有成果显示的声明。"""
    definition: Text | None = None
    """What the system covers. 体系的范围与定义。"""
    facets: Mapping[Id, Facet] = {}
    """Facets by id. 分面。"""
    targets: tuple[Target, ...] = ()
    """Targets by year. 目标。"""
    rules: Annotated[
        Mapping[Id, SeverityName], Meta(examples=[{"missing-translation": "off"}])
    ] = {}
    """Severity by rule, where it differs from the rule's own. 各规则的严重程度。"""
    accepted: tuple[Accepted, ...] = ()
    """Findings accepted with a reason. 已接受的问题。"""
    bump: BumpPolicy | BumpRules = "edition"
    """How changes decide the next release number: a profile (edition, semver, sdmx), or a profile
    and what differs from it. 版本号升级策略。
    """

    def acceptance(self, rule: str, subject: str) -> Accepted | None:
        """The entry that accepts what this rule finds in this subject, in force or not."""
        found = (one for one in self.accepted if (one.rule, one.subject) == (rule, subject))
        return next(found, None)
