"""A round of consultation (征求意见): window, channels, comments with dispositions, sign-offs.

The columns of a comment follow the ISO commenting template; dispositions are those of the
意见汇总处理表.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from stdtree.model.ids import (
    CategoryId,
    Date,
    Id,
    OrganizationId,
    ReleaseName,
    StandardId,
    Text,
)

Channel = Literal["email", "letter", "phone", "meeting", "web"]
CommentType = Literal["ge", "te", "ed"]
Disposition = Literal["open", "accepted", "accepted-in-part", "rejected", "noted", "duplicate"]
Vote = Literal["approved", "rejected", "abstained"]


class Comment(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One comment and what became of it. 意见。"""

    id: Annotated[Id, Meta(examples=["c001"])]
    """Identifier within the round. 意见标识。"""
    by: OrganizationId
    """Body that commented. 提出单位。"""
    comment: Annotated[str, Meta(min_length=1, examples=["建议增加技术经理人培训。"])]
    """What it says. 意见内容。"""
    category: CategoryId | None = None
    """Category it speaks of. 所指类目。"""
    standard: StandardId | None = None
    """Standard it speaks of. 所指标准。"""
    type: CommentType = "ge"
    """ge general 一般性, te technical 技术性, ed editorial 编辑性 (ISO). 意见类型。"""
    proposed_change: Annotated[str, Meta(examples=["增列“技术经理人培训”类目"])] | None = None
    """Wording that the body proposes. 建议修改内容。"""
    received: Date | None = None
    """Date of receipt. 收到日期。"""
    disposition: Disposition = "open"
    """open 待处理, accepted 采纳, accepted-in-part 部分采纳, rejected 不采纳, noted 已说明,
    duplicate 重复. 处理意见。
    """
    reason: Annotated[str, Meta(examples=["已包括在 BB1 之中。"])] | None = None
    """Reason for the disposition; required when rejected. 处理理由。"""
    duplicate_of: Annotated[Id, Meta(examples=["c001"])] | None = None
    """Comment that it repeats. 重复的意见。"""


class SignOff(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One body's sign-off. 审批。"""

    by: OrganizationId
    """Body that signs. 审批单位。"""
    vote: Vote
    """approved 同意, rejected 不同意, abstained 弃权. 结论。"""
    date: Date | None = None
    """Date of the sign-off. 日期。"""
    tier: Text | None = None
    """Tier at which it signs. 审批层级。"""


class Consultation(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A round of consultation. 征求意见。"""

    id: Annotated[Id, Meta(examples=["draft-1-1"])]
    """Identifier of the round; also the file's name. 轮次标识。"""
    title: Text
    """Title of the round. 名称。"""
    release: ReleaseName
    """Release it prepares. 所针对的版本。"""
    opens: Date
    """First day. 开始日期。"""
    closes: Date
    """Last day. 截止日期。"""
    channels: tuple[Channel, ...] = ()
    """How comments arrive: email 电子邮箱, letter 信件, phone 电话, meeting 会议, web 网络.
    渠道。
    """
    consulted: tuple[OrganizationId, ...] = ()
    """Bodies that were asked. 征求意见对象。"""
    comments: tuple[Comment, ...] = ()
    """Comments with their dispositions. 意见汇总处理表。"""
    sign_offs: tuple[SignOff, ...] = ()
    """Sign-offs. 审批记录。"""
