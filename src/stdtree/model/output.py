"""What stdtree tells machines: what `--format json` prints, and the source of its schemas.

Never translated: words for people stand in them in every language at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, Struct, UnsetType
from msgspec.structs import asdict

from stdtree.label import Label
from stdtree.model.balance import Step
from stdtree.model.bump import Bump, BumpPolicy
from stdtree.model.change import Change, ChangedEntity
from stdtree.model.entries import Entry
from stdtree.model.event_kind import BaseKind, EventKind
from stdtree.model.evidence import Evidence, Likeness
from stdtree.model.finding import FieldPath, Fix, Severity, Subject
from stdtree.model.ids import Date, Digest, Id, Text
from stdtree.model.release import Count, Verdict

Fingerprint = Annotated[str, Meta(pattern="^[0-9a-f]{12}$")]
Position = Annotated[int, Meta(ge=1)]
_FROM = {"from_": "from"}


# -- findings -------------------------------------------------------------------------------------


class FilePlace(Struct, frozen=True):
    """A position in a file. 文件中的位置。"""

    file: str
    """Path from the repository's root. 自仓库根目录起的路径。"""
    line: Position = 1
    """Line, from 1. 行号。"""
    column: Position = 1
    """Column, from 1. 列号。"""


class FindingsSummary(Struct, frozen=True, omit_defaults=True):
    """How much was checked and what was found. 汇总。"""

    files: Count
    """Files read. 文件数。"""
    categories: Count
    """Categories in them. 类目数。"""
    standards: Count
    """Standards in them. 标准数。"""
    error: Count
    """Errors. 错误数。"""
    warning: Count
    """Warnings. 警告数。"""
    note: Count
    """Notes. 提示数。"""
    omitted: Count = 0
    """Of these, how many are not listed; `check --all` lists them. 未列出的问题数。"""
    since: str | None = None
    """Commit, release or INDEX: only what changed since then, or is staged, is told of. 范围。"""
    elsewhere: Count = 0
    """Findings outside that range, not counted above. 范围以外的问题数。"""


class FindingEntry(Struct, frozen=True, omit_defaults=True):
    """One finding. 一个问题。"""

    rule: Id
    """Rule that objects. 校验规则。"""
    severity: Severity
    """error, warning or note. 严重程度。"""
    subject: Subject
    """What it speaks of. 问题对象。"""
    message: Label
    """What is wrong and where, in words. 说明。"""
    hint: Label
    """The way out. 建议。"""
    fingerprint: Fingerprint
    """Rule, subject, field and related ids; survives rewording and moved lines. 指纹。"""
    field: FieldPath = ()
    """Path inside the subject; absent for the subject itself. 字段路径。"""
    related: tuple[str, ...] = ()
    """Ids of the others involved. 相关对象的标识。"""
    place: FilePlace | None = None
    """Where it stands, if it stands in a file. 所在位置。"""
    fix: Fix | None = None
    """The edit that certainly mends it; absent where a person has to decide. 可自动执行的改正。"""


class FindingsDocument(Struct, frozen=True):
    """Result of a check. 校验结果。"""

    format: Literal["stdtree-findings/1"]
    """Shape and version of this document. 格式。"""
    summary: FindingsSummary
    """Totals. 汇总。"""
    findings: tuple[FindingEntry, ...]
    """All findings, by place. 问题清单。"""


# -- a difference ---------------------------------------------------------------------------------


class DifferenceEnd(Struct, frozen=True):
    """One side of a difference. 差异的一端。"""

    release: str
    """Release or revision, as asked for. 版本或 git 修订。"""
    digest: Digest
    """Digest of its canonical content. 规范化内容的摘要。"""
    categories: Count
    """Active categories. 有效类目数。"""
    standards: Count
    """Standards in being. 现有标准数。"""


class LevelCount(Struct, frozen=True, omit_defaults=True, rename=_FROM):
    """Active categories of one level on both sides. 某一层级的类目数。"""

    level: Id | None
    """Level; null for what is too deep or hangs from no root. 层级。"""
    from_: Count
    """Before. 变更前。"""
    to: Count
    """After. 变更后。"""
    steps: Mapping[Step, Count] = {}
    """How many came (added, reinstated, activated, moved-in) or went (removed, retired, drafted,
    moved-out): `from` and what came, less what went, is `to`. 增减明细。
    """


class BumpSummary(Struct, frozen=True):
    """What the changes do to the release number. 版本号升级。"""

    required: Bump
    """The highest that any change calls for. 变更所要求的升级。"""
    declared: Bump | None
    """Which number grew; null where a side is no release, or the number went down. 实际升级。"""
    policy: BumpPolicy
    """Policy of the system. 升级策略。"""
    verdict: Verdict | None
    """How the two agree; null where a side is no release. 结论。"""


class DifferenceSummary(Struct, frozen=True):
    """Totals of a difference. 汇总。"""

    changes: Mapping[BaseKind, Count]
    """Base changes by kind. 各类变更数。"""
    entities: Mapping[ChangedEntity, Mapping[BaseKind, Count]]
    """The same by what changed; they add up to it. 按变更对象的种类分列。"""
    consequences: Count
    """How many of them only follow from another. 其中连带变更数。"""
    events: Mapping[EventKind, Count]
    """Events by kind. 各类事件数。"""
    levels: tuple[LevelCount, ...]
    """Active categories by level. 各层级类目数。"""
    bump: BumpSummary
    """What it does to the release number. 版本号升级。"""


class CodePair(Struct, frozen=True, rename=_FROM):
    """Code of a category or number of a standard on both sides. 变更前后的编号。"""

    from_: str | None
    """Before; null where there was none. 变更前。"""
    to: str | None
    """After; null where there is none. 变更后。"""


class ChangeEntry(Struct, frozen=True, omit_defaults=True, rename=_FROM):
    """One base change; which keys it has depends on its kind. 一项变更。"""

    n: Position
    """Number of the change; events refer to it. 序号。"""
    kind: BaseKind
    """Kind of change. 变更类型。"""
    entity: ChangedEntity
    """What changed. 变更对象的种类。"""
    id: str
    """Its identifier. 变更对象的标识。"""
    lang: str | None = None
    """renamed: language of the title. 名称的语言。"""
    field: str | None = None
    """field: name of the field, dotted below the entity. 字段。"""
    op: Literal["set", "unset", "change"] | None = None
    """field: whether it came, went or changed. 字段的增、删、改。"""
    from_: Any | UnsetType = UNSET
    """Value before. 变更前的值。"""
    to: Any | UnsetType = UNSET
    """Value after. 变更后的值。"""
    parent: str | None = None
    """added, removed: parent, or home of a standard. 上级类目或所属类目。"""
    value: Any | UnsetType = UNSET
    """added, removed: the whole item. 完整内容。"""
    cascade: bool = False
    """A consequence that the patch itself shows: of its parent's coming, going or new code.
    是否为上级变更的连带变更。
    """
    cause: Position | None = None
    """Number of the change that brought it about, if it is a consequence. 引起本项的变更的序号。"""
    entries: tuple[Entry, ...] = ()
    """Of a list: what came, went and changed, for readers. 列表中各项的变化。"""
    bump: Bump = "none"
    """What it alone calls for. 所要求的升级。"""
    fingerprint: str = ""
    """12 hex digits over kind, keys, from and to. 指纹。"""
    code: CodePair | None = None
    """Code or standard number on both sides, for readers. 变更前后的编号。"""
    title: Text | None = None
    """Title, for readers. 名称。"""
    place: FilePlace | None = None
    """Where it stands in the newer files. 所在位置。"""

    @property
    def change(self) -> Change:
        """The base change itself, without what is there for readers."""
        kept = {name: value for name, value in asdict(self).items() if name in _CHANGE_FIELDS}
        return Change(**kept)


_CHANGE_FIELDS = frozenset(Change.__struct_fields__)


class EventEntry(Struct, frozen=True, kw_only=True, omit_defaults=True, rename=_FROM):
    """What a group of base changes means. 事件。"""

    kind: EventKind
    """Kind of event, after GSIM. 事件类型。"""
    entity: ChangedEntity
    """What it is about. 对象的种类。"""
    from_: tuple[str, ...]
    """Members in the older side. 变更前的成员。"""
    to: tuple[str, ...]
    """Members in the newer side. 变更后的成员。"""
    survivors: tuple[str, ...]
    """Members that live on. 存续的成员。"""
    real: bool | None
    """Alters meaning; null where a person has to say. 是否为实质变更。"""
    judged: bool = False
    """A person judged that (a change note says so). 是否为人工判定。"""
    inferred: bool
    """Suggested by evidence, not declared. 是否为推断。"""
    evidence: tuple[Evidence, ...] = ()
    """What a proposal or suggestion rests on. 依据。"""
    score: Likeness | None = None
    """inferred: all evidence in one number. 综合得分。"""
    reason: Text | None = None
    """The declared reason. 理由。"""
    changes: tuple[Position, ...]
    """Numbers of the base changes it rests on. 所依据的变更。"""
    bump: Bump
    """What it alone calls for. 所要求的升级。"""
    code: str | None = None
    """code-reused: the code. 被复用的编号。"""


class AcceptedChange(Struct, frozen=True):
    """A change accepted with a reason. 已接受的变更。"""

    fingerprint: Fingerprint
    """Fingerprint of the change. 指纹。"""
    reason: str
    """Why. 理由。"""
    until: Date | None = None
    """Last day on which it is accepted. 有效期至。"""


class DifferenceDocument(Struct, frozen=True, omit_defaults=True, rename=_FROM):
    """Everything that differs between two releases; also the patch. 差异。"""

    format: Literal["stdtree-difference/1"]
    """Shape and version of this document. 格式。"""
    from_: DifferenceEnd
    """The older side. 变更前。"""
    to: DifferenceEnd
    """The newer side. 变更后。"""
    summary: DifferenceSummary
    """Totals. 汇总。"""
    changes: tuple[ChangeEntry, ...]
    """Base changes: lossless, invertible. 变更。"""
    events: tuple[EventEntry, ...]
    """What they mean. 事件。"""
    suggestions: tuple[EventEntry, ...] = ()
    """What evidence suggests and nobody declared, if asked for. 推断的事件。"""
    accepted: tuple[AcceptedChange, ...] = ()
    """Changes accepted with a reason. 已接受的变更。"""
    warnings: tuple[Label, ...] = ()
    """What could not be compared or understood. 警告。"""
