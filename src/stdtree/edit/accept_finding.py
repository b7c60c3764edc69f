"""Accept a finding with a reason: it is right as it is."""

from typing import Annotated

from msgspec.structs import replace
from pydantic import Field

from stdtree.edit import Ask, Operation
from stdtree.edit._acceptance import RuleId, SubjectId, refuse_rule, subject_of
from stdtree.edit._fields import Reason
from stdtree.edit._given import refuse_unchanged
from stdtree.edit._shapes import DateShape
from stdtree.edit._texts import patched
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model.subjects import called
from stdtree.model.system import Accepted
from stdtree.model.taxonomy import Taxonomy

_REASON = Label("理由", "reason")


class AcceptFinding(Operation):
    """An entry of `accepted` in system.yaml; given again, its reason or last day changes."""

    title = Label("接受问题", "Accept finding")
    summary = Label(
        "写明理由，接受一个对象的一种问题；可设有效期。",
        "Accept what a rule finds in something, with a reason and perhaps a last day.",
    )
    subject = "id"

    id: SubjectId
    rule: RuleId
    reason: Reason = Field(default_factory=dict)
    until: Annotated[
        DateShape | None,
        Ask(
            "date",
            Label("有效期至", "Until"),
            Label(
                "此日之后重新列出；清空则长期有效。", "Told again after that day; empty: for good."
            ),
        ),
    ] = None

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses what reading a file found, an unknown subject, and an entry without a reason."""
        refuse_rule(self.rule)
        about = subject_of(taxonomy, self.id, rule=self.rule)
        old = taxonomy.system.acceptance(self.rule, about)
        reason = patched(taxonomy, old.reason if old else None, self.reason, called=_REASON)
        if reason is None:
            raise EditError(
                Label("接受问题须写明理由", "A finding is accepted with a reason"),
                Label("请说明为什么这样是对的（--reason）", "Say why it is right (--reason)"),
            )
        until = (old.until if old else None) if self.until is None else self.until or None
        new = Accepted(rule=self.rule, subject=about, reason=reason, until=until)
        refuse_unchanged(
            say("对 {rule} 的接受", "the acceptance of {rule}", rule=self.rule), changed=new != old
        )
        entries = taxonomy.system.accepted
        kept = tuple(new if one == old else one for one in entries) if old else (*entries, new)
        return taxonomy.with_(system=replace(taxonomy.system, accepted=kept))

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Accept unknown-prefix of SZT 12-2015 科技服务规范 until 2027-12-31."""
        said = say(
            "接受 {what} 的问题 {rule}",
            "Accept {rule} of {what}",
            what=called(taxonomy, self.id),
            rule=self.rule,
        )
        return said + Label(f"，至 {self.until}", f" until {self.until}") if self.until else said
