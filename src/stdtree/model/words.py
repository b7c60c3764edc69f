"""What the values of the model are called: one word per concept, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from stdtree.label import Label, same
from stdtree.model.bump import Bump
from stdtree.model.category import Extent, Status
from stdtree.model.change import ChangedEntity
from stdtree.model.consultation import Channel, CommentType, Disposition, Vote
from stdtree.model.correspondence import Basis
from stdtree.model.finding import Severity
from stdtree.model.organization import OrganizationKind, Role
from stdtree.model.standard import (
    DocumentStatus,
    PlanStage,
    Priority,
    StandardKind,
    StandardLevel,
)

STATUS: Mapping[Status, Label] = {
    "draft": Label("草案", "draft"),
    "active": Label("有效", "active"),
    "retired": Label("废止", "retired"),
}
DOCUMENT_STATUS: Mapping[DocumentStatus, Label] = {
    "in-force": Label("现行", "in force"),
    "upcoming": Label("即将实施", "upcoming"),
    "replaced": Label("被代替", "replaced"),
    "withdrawn": Label("废止", "withdrawn"),
}
PLAN_STAGE: Mapping[PlanStage, Label] = {
    "none": Label("无", "none"),
    "to-draft": Label("拟制定", "to be drafted"),
    "in-preparation": Label("制定中", "in preparation"),
    "to-revise": Label("拟修订", "to be revised"),
    "in-revision": Label("修订中", "in revision"),
    "to-withdraw": Label("拟废止", "to be withdrawn"),
}
STANDARD_LEVEL: Mapping[StandardLevel, Label] = {
    "national": Label("国家标准", "national"),
    "industry": Label("行业标准", "industry"),
    "group": Label("团体标准", "group"),
    "local": Label("地方标准", "local"),
    "enterprise": Label("企业标准", "enterprise"),
    "international": Label("国际标准", "international"),
}
"""In the order of the statistics table."""
STANDARD_KIND: Mapping[StandardKind, Label] = {
    "basic": Label("基础标准", "basic"),
    "method": Label("方法标准", "method"),
    "service": Label("产品、过程、服务标准", "product, process, service"),
    "safety": Label("安全、卫生、环保标准", "safety, health, environment"),
    "other": Label("其他", "other"),
}
"""In the order of the statistics table."""
PRIORITY: Mapping[Priority, Label] = {
    "high": Label("高", "high"),
    "medium": Label("中", "medium"),
    "low": Label("低", "low"),
}
ORGANIZATION_KIND: Mapping[OrganizationKind, Label] = {
    "authority": Label("主管部门", "authority"),
    "committee": Label("标委会", "committee"),
    "alliance": Label("联盟", "alliance"),
    "institute": Label("机构", "institute"),
    "enterprise": Label("企业", "enterprise"),
    "working-group": Label("工作组", "working group"),
    "other": Label("其他", "other"),
}
ROLE: Mapping[Role, Label] = {
    "issuing": Label("发布", "issuing"),
    "lead": Label("牵头", "lead"),
    "drafting": Label("起草", "drafting"),
    "reviewing": Label("审查", "reviewing"),
    "consulted": Label("征求意见对象", "consulted"),
}
DISPOSITION: Mapping[Disposition, Label] = {
    "open": Label("待处理", "open"),
    "accepted": Label("采纳", "accepted"),
    "accepted-in-part": Label("部分采纳", "accepted in part"),
    "rejected": Label("不采纳", "rejected"),
    "noted": Label("已说明", "noted"),
    "duplicate": Label("重复", "duplicate"),
}
VOTE: Mapping[Vote, Label] = {
    "approved": Label("同意", "approved"),
    "rejected": Label("不同意", "rejected"),
    "abstained": Label("弃权", "abstained"),
}
CHANNEL: Mapping[Channel, Label] = {
    "email": Label("电子邮箱", "email"),
    "letter": Label("信件", "letter"),
    "phone": Label("电话", "phone"),
    "meeting": Label("会议", "meeting"),
    "web": Label("网络", "web"),
}
COMMENT_TYPE: Mapping[CommentType, Label] = {
    "ge": Label("一般性", "general"),
    "te": Label("技术性", "technical"),
    "ed": Label("编辑性", "editorial"),
}
EXTENT: Mapping[Extent, Label] = {
    "complete": Label("全部", "complete"),
    "partial": Label("部分", "partial"),
}
BASIS: Mapping[Basis, Label] = {
    "identity": Label("同一类目", "identity"),
    "lineage": Label("沿革", "lineage"),
    "manual": Label("人工", "manual"),
    "inferred": Label("推断", "inferred"),
}
MEANING: Mapping[str, Label] = {
    "": Label("未判定", "not judged"),
    "real": Label("实质变更", "real change"),
    "virtual": Label("形式变更", "virtual change"),
}
"""Whether a change alters the meaning, as a person judges it."""
BUMP: Mapping[Bump, Label] = {
    "none": Label("无需升级", "none"),
    "patch": Label("修订号", "patch"),
    "minor": Label("次版本号", "minor"),
    "major": Label("主版本号", "major"),
}
SEVERITY: Mapping[Severity, Label] = {
    Severity.ERROR: Label("错误", "error"),
    Severity.WARNING: Label("警告", "warning"),
    Severity.NOTE: Label("提示", "note"),
    Severity.OFF: Label("关闭", "off"),
}
ENTITY: Mapping[ChangedEntity, Label] = {
    "category": Label("类目", "category"),
    "standard": Label("标准", "standard"),
    "organization": Label("组织机构", "organization"),
    "facet": Label("分面", "facet"),
    "target": Label("目标", "target"),
    "system": Label("体系", "system"),
    "consultation": Label("征求意见", "consultation"),
}
FIELD: Mapping[str, Label] = {
    "id": Label("标识", "id"),
    "code": Label("体系编号", "code"),
    "title": Label("名称", "title"),
    "name": Label("名称", "name"),
    "parent": Label("上级类目", "parent"),
    "status": Label("状态", "status"),
    "definition": Label("定义", "definition"),
    "includes": Label("包括", "includes"),
    "includes_also": Label("还包括", "includes also"),
    "excludes": Label("不包括", "excludes"),
    "owner": Label("责任单位", "owner"),
    "facets": Label("分面", "facets"),
    "maps": Label("与其他分类的对应", "places in other classifications"),
    "related": Label("相关类目", "related to"),
    "split_from": Label("析出自", "split off from"),
    "change_notes": Label("变更说明", "change notes"),
    "retired": Label("废止记录", "retirement"),
    "standards": Label("标准明细表", "table of standards"),
    "number": Label("标准编号", "standard number"),
    "kind": Label("类别", "kind"),
    "plan": Label("制修订计划", "plan"),
    "plan.stage": Label("计划阶段", "stage of the plan"),
    "plan.level": Label("宜定级别", "intended level"),
    "plan.year": Label("计划年度", "year of the plan"),
    "plan.priority": Label("优先级", "priority"),
    "plan.lead": Label("牵头单位", "lead"),
    "plan.number": Label("计划项目号", "project number"),
    "published": Label("发布日期", "date of publication"),
    "in_force": Label("实施日期", "in force from"),
    "status_as_of": Label("状态核查日期", "status as of"),
    "replaces": Label("代替标准", "replaces"),
    "adopts": Label("采标", "adopts"),
    "also_in": Label("同时列入", "also in"),
    "committee": Label("归口部门", "committee"),
    "source": Label("资料来源", "source"),
    "remark": Label("备注", "remark"),
    "notice": Label("声明", "notice"),
    "languages": Label("语言", "languages"),
    "levels": Label("层级", "levels"),
    "targets": Label("目标", "targets"),
    "rules": Label("校验规则", "rules"),
    "accepted": Label("已接受的问题", "accepted findings"),
    "bump": Label("版本号升级策略", "bump policy"),
    "aliases": Label("别名", "aliases"),
    "domains": Label("所属领域", "fields"),
    "roles": Label("角色", "roles"),
    "values": Label("取值", "values"),
    "extends_parent": Label("编号以上级编号开头", "codes begin with the parent's"),
    "pattern": Label("编号格式", "pattern of the code"),
    "rule": Label("校验规则", "rule"),
    "subject": Label("对象", "subject"),
    "reason": Label("理由", "reason"),
    "until": Label("有效期至", "until"),
    "release": Label("版本", "release"),
    "standard": Label("标准", "standard"),
    "category": Label("类目", "category"),
    "real": Label("实质变更", "real change"),
    "succeeded_by": Label("承接类目", "succeeded by"),
    "extent": Label("范围", "extent"),
    "scheme": Label("分类", "scheme"),
    "degree": Label("一致性程度", "degree"),
    "year": Label("年份", "year"),
    "metric": Label("指标", "metric"),
    "op": Label("比较方式", "comparison"),
    "value": Label("目标值", "figure"),
    "unit": Label("单位", "unit"),
    "qualifier": Label("限定词", "qualifier"),
    "policy": Label("升级策略", "policy"),
    "kinds": Label("各类变更", "by kind"),
    "branches": Label("各分支", "by branch"),
    "opens": Label("开始日期", "opens"),
    "closes": Label("截止日期", "closes"),
    "channels": Label("渠道", "channels"),
    "consulted": Label("征求意见对象", "consulted"),
    "comments": Label("意见", "comments"),
    "comment": Label("意见内容", "comment"),
    "by": Label("提出单位", "by"),
    "type": Label("意见类型", "type"),
    "proposed_change": Label("建议修改内容", "proposed change"),
    "received": Label("收到日期", "received"),
    "disposition": Label("处理意见", "disposition"),
    "duplicate_of": Label("重复的意见", "duplicate of"),
    "sign_offs": Label("审批记录", "sign-offs"),
    "vote": Label("结论", "vote"),
    "date": Label("日期", "date"),
    "tier": Label("审批层级", "tier"),
    "see": Label("见", "see"),
    "format": Label("文件格式版本", "version of the file format"),
    "associations.source": Label("原类目", "source"),
    "associations.target": Label("新类目", "target"),
}


def field_word(field: str) -> Label:
    """The word for a field, dotted below its entity: 定义(zh), 计划阶段, facets (chain)."""
    if field in FIELD:
        return FIELD[field]
    head, _, rest = field.partition(".")
    word = FIELD.get(head, same(head))
    return word + Label(f"（{rest}）", f" ({rest})") if rest else word
