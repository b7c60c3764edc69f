"""Bodies that own, draft, review or are consulted (organizations.yaml)."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from stdtree.model.ids import OrganizationId, Text

OrganizationKind = Literal[
    "authority", "committee", "alliance", "institute", "enterprise", "working-group", "other"
]
Role = Literal["issuing", "lead", "drafting", "reviewing", "consulted"]


class Organization(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A body that takes part in the system. 组织机构。"""

    id: OrganizationId
    """Permanent identifier. 永久标识。"""
    name: Text
    """Name. 名称。"""
    kind: OrganizationKind
    """authority 主管部门, committee 标委会, alliance 联盟, institute 机构, enterprise 企业,
    working-group 工作组, other 其他.
    """
    aliases: tuple[Annotated[str, Meta(examples=["服务标委会"])], ...] = ()
    """Other names by which texts call it. 别名。"""
    domains: tuple[Annotated[str, Meta(examples=["技术转移"])], ...] = ()
    """Fields in which it is at home; a list, never split out of one text. 所属领域。"""
    roles: tuple[Role, ...] = ()
    """issuing 发布, lead 牵头, drafting 起草, reviewing 审查, consulted 征求意见对象. 角色。"""


class Organizations(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The file organizations.yaml. 组织机构名录。"""

    organizations: tuple[Organization, ...]
    """All bodies. 全部组织机构。"""
