"""Withdraw the acceptance of a finding: it is told again."""

from msgspec.structs import replace

from stdtree.edit import Operation
from stdtree.edit._acceptance import RuleId, SubjectId, subject_of
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model.nearest import did_you_mean
from stdtree.model.subjects import called
from stdtree.model.taxonomy import Taxonomy


class WithdrawAcceptance(Operation):
    """An entry of `accepted` in system.yaml goes."""

    title = Label("撤回接受", "Withdraw acceptance")
    summary = Label(
        "撤回对一个问题的接受，此后重新列出。",
        "Accept a finding no longer: it is told again.",
    )
    subject = "id"

    id: SubjectId
    rule: RuleId

    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """Refuses an entry that is not there; what it speaks of may be gone."""
        entries = taxonomy.system.accepted
        about = self.id
        if all(one.subject != about for one in entries):
            about = subject_of(taxonomy, about, rule=self.rule)
        old = taxonomy.system.acceptance(self.rule, about)
        if old is None:
            raise EditError(
                say(
                    "没有接受过 {what} 的问题 {rule}",
                    "{rule} of {what} is not accepted",
                    rule=self.rule,
                    what=called(taxonomy, about),
                ),
                did_you_mean(self.rule, [one.rule for one in entries if one.subject == about])
                or Label(
                    "已接受的问题一览：stdtree accept", "All that is accepted: stdtree accept"
                ),
            )
        kept = tuple(one for one in entries if one is not old)
        return taxonomy.with_(system=replace(taxonomy.system, accepted=kept))

    def describe(self, taxonomy: Taxonomy) -> Label:
        """Accept unknown-prefix of SZT 12-2015 科技服务规范 no longer."""
        return say(
            "不再接受 {what} 的问题 {rule}",
            "Accept {rule} of {what} no longer",
            rule=self.rule,
            what=called(taxonomy, self.id),
        )
