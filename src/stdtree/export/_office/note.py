"""The change note (修订说明): what a body that issues a new edition says about it, and signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from stdtree.export import Source
from stdtree.export._office.cells import Value, Worded
from stdtree.export._office.figures import Figures, Table
from stdtree.export._office.happened import Happened
from stdtree.export._office.paper import Paper
from stdtree.export._office.rows import ChangeRow, Rows
from stdtree.export._office.values import in_one
from stdtree.label import Label, Language
from stdtree.model import correspondence_table, names, words
from stdtree.model.change import EVENT_KINDS, Event
from stdtree.model.difference import Difference
from stdtree.model.event_kind import EventKind
from stdtree.model.folding import TOLD_AS_REASONS
from stdtree.model.grouped_events import grouped
from stdtree.model.wording import Piece

_CATEGORIES = (
    Label("原编号", "Old code"), Label("新编号", "New code"), Label("名称", "Title"),
    Label("变更内容", "What changed"),
)  # fmt: skip
_STANDARDS = (
    Label("标准编号", "Number"), Label("标准名称", "Title"), Label("所属类目", "Category"),
    Label("变更内容", "What changed"),
)  # fmt: skip
_OTHERS = (Label("对象", "What"), Label("名称", "Name"), Label("变更内容", "What changed"))
_TOLD = frozenset(
    ("definition", "includes", "excludes", "status", "plan", "replaces", "adopts", "succeeded_by")
)
"""What is told of a category or standard that came or went; the workbook tells all."""
_COUNTED: tuple[EventKind, ...] = ("code-change", "name-change")
"""Kinds of events of which only the number is told: the tables show each."""
_PLAIN = ("added", "removed", "retired", "reinstated")
"""Kinds of which all is new or gone, which marking each word would not make clearer."""
_OTHER_ENTITIES = tuple(one for one in words.ENTITY if one not in ("category", "standard"))
_SIGNERS = (Label("编制", "Drafted"), Label("审核", "Reviewed"), Label("批准", "Approved"))


def note(source: Source, language: Language) -> bytes:
    """The file."""
    return _Note(source.changes(), language).data()


class _Note:
    """The note of one difference, chapter by chapter."""

    def __init__(self, difference: Difference, language: Language) -> None:
        self._difference = difference
        self._language: Language = language
        self._rows = Rows(difference, language, only=_TOLD)
        self._figures = Figures(difference, language)
        self._happened = Happened(difference, language)
        self._chapter = 0
        system = names.text(difference.after.taxonomy.system.title)
        self._title = self._in(system + Label(" 修订说明", ": change note"))
        self._paper = Paper(language, title=self._title, date=difference.after.date)

    def data(self) -> bytes:
        self._front()
        self._scope()
        self._summary()
        self._events()
        self._categories()
        self._standards()
        self._others()
        self._signatures()
        self._annexes()
        return self._paper.data()

    def _front(self) -> None:
        ends = f"{self._difference.before.name} → {self._difference.after.name}"
        self._paper.heading(self._title, 0)
        self._paper.say(ends, "Subtitle")
        notice = self._difference.after.taxonomy.system.notice
        if notice:
            self._paper.notice(self._in(names.text(notice)))

    def _scope(self) -> None:
        self._headed(Label("范围", "Scope"))
        before, after = self._difference.before, self._difference.after
        system = names.text(after.taxonomy.system.title)
        self._say(
            Label(
                f"本说明列出《{system.zh}》由{before.name}版修订为{after.name}版的全部变更及其理由，"
                f"由两个版本的内容比较得出。",
                f"This note lists all that changed in “{system.en}” from {before.name} to"
                f" {after.name}, and why. It follows from comparing the contents of the two.",
            )
        )
        self._figure(self._figures.ends())
        for line in (*self._figures.digests(), *self._difference.warnings):
            self._say(line)

    def _summary(self) -> None:
        self._headed(Label("变更概况", "Summary"))
        changes, events = len(self._difference.changes), len(self._difference.events)
        following = len(self._difference.causes)
        self._say(
            Label(
                f"共{changes}项变更，归为{events}个事件。其中{following}项由其他变更连带产生，"
                f"在起因处计数，逐项见变更一览（工作簿）。",
                f"{names.several(changes, 'change')} that amount to"
                f" {names.several(events, 'event')}. {following} of the changes only follow from"
                " others: they are counted with those, and listed in the workbook.",
            )
        )
        self._say(self._figures.bump())
        for table in (self._figures.levels(), self._figures.kinds(), self._figures.events()):
            self._figure(table)

    def _events(self) -> None:
        """Each event in a sentence with its reason; what only restates a change is counted."""
        told = [event for event in self._difference.events if event.kind not in _COUNTED]
        if not self._difference.events:
            return
        self._headed(Label("主要变化及理由", "What happened, and why"))
        for kind, events in grouped(told, self._difference):
            count = Label(f"（{len(events)}）", f" ({len(events)})")
            self._paper.heading(self._in(_capital(EVENT_KINDS[kind]) + count), 2)
            for event in events:
                self._paper.say(self._sentence(event), "List Bullet")
        left = len(self._difference.events) - len(told)
        if left:
            self._say(
                Label(
                    f"另有{left}个事件只改代码或名称，见类目变更和附录A。",
                    f"{names.several(left, 'more event')} of codes or titles only:"
                    " see the changed categories and Annex A.",
                )
            )

    def _sentence(self, event: Event) -> str:
        said, reason = self._happened.sentence(event), self._happened.reason(event)
        if event.kind == "redefinition":
            said += (
                self._in(Label("（", " ("))
                + self._happened.real(event)
                + self._in(Label("）", ")"))
            )
        if not reason:
            return said + self._in(Label("。", "."))
        stop = "" if reason.endswith(("。", ".", "！", "？")) else self._in(Label("。", "."))
        return said + self._in(Label("。理由：", ". Reason: ")) + reason + stop

    def _categories(self) -> None:
        rows = [row for row in self._shown("category") if row.change.field != TOLD_AS_REASONS]
        if not rows:
            return
        self._headed(Label("类目变更", "Changed categories"))
        for branch, found in groupby(rows, key=lambda row: row.branch):
            self._paper.heading(branch, 2)
            cells = ((*same[0].codes, same[0].name, self._what(same)) for same in _by_thing(found))
            self._table(_CATEGORIES, cells, (9, 9, 22, 60))

    def _standards(self) -> None:
        rows = list(self._shown("standard"))
        if not rows:
            return
        self._headed(Label("标准变更", "Changed standards"))
        cells = (
            (first.codes[1] or first.codes[0], first.name, first.home, self._what(same))
            for same in _by_thing(rows)
            for first in same[:1]
        )
        self._table(_STANDARDS, cells, (18, 26, 18, 38))

    def _others(self) -> None:
        rows = [row for entity in _OTHER_ENTITIES for row in self._shown(entity)]
        if not rows:
            return
        self._headed(Label("其他变更", "Other changes"))
        cells = (
            (self._in(words.ENTITY[same[0].change.entity]), same[0].name, self._what(same))
            for same in _by_thing(rows)
        )
        self._table(_OTHERS, cells, (12, 26, 62))

    def _signatures(self) -> None:
        self._headed(Label("签署", "Signatures"))
        columns = (
            Label("事项", "What"), Label("单位", "Body"), Label("签名", "Signature"),
            Label("日期", "Date"),
        )  # fmt: skip
        rows = [(self._in(signer), "\n\n", "", "") for signer in _SIGNERS]
        self._table(columns, rows, (12, 40, 28, 20))

    def _annexes(self) -> None:
        annex = Label("附录A 对照表", "Annex A: correspondence table")
        self._paper.heading(self._in(annex), on_new_page=True)
        before, after = self._difference.before.taxonomy, self._difference.after.taxonomy
        rows = [
            row
            for row in self._difference.correspondence
            if not correspondence_table.stays(row, before, after)
        ]
        stayed = len(self._difference.correspondence) - len(rows)
        self._say(
            Label(
                f"下表列出编号、名称或对应关系有变化的类目；其余{stayed}个类目编号和名称不变，未列出。",
                f"Categories whose code, title or relation changed; the other {stayed} kept their"
                " code and title and are left out.",
            )
        )
        shown = (0, 2, 3, 5, 6, 7, 8)
        self._table(
            [correspondence_table.COLUMNS[place] for place in shown],
            (
                [self._in(cells[place]) for place in shown]
                for cells in (correspondence_table.cells(row, before, after) for row in rows)
            ),
            (11, 25, 11, 25, 9, 10, 9),
        )
        self._paper.heading(self._in(Label("附录B 统计表", "Annex B: statistics")))
        for table in self._figures.standards():
            self._figure(table)

    def _shown(self, entity: str) -> Iterator[ChangeRow]:
        """Causes; their consequences are counted with them."""
        return (row for row in self._rows.of(lambda one: one == entity) if not row.folded)

    def _what(self, rows: Sequence[ChangeRow]) -> Worded:
        """All changes of one thing, a line each."""
        pieces: list[Piece] = []
        for row in rows:
            word = row.kind if row.change.kind not in ("field", "renamed") else row.field
            if row.change.kind == "renamed":
                word = f"{row.kind} ({row.change.lang})"
            said = in_one(row.lines).pieces
            if row.change.kind in _PLAIN:
                said = (Piece("same", str(Worded(said))),) if said else ()
            colon = self._in(Label("：", ": ")) if said else ""
            pieces.append(Piece("same", "\n" * bool(pieces) + word + colon))
            pieces.extend(said)
            if row.following:
                several = names.several(row.following, "consequence")
                count = Label(f"（连带{row.following}项）", f" ({several})")
                pieces.append(Piece("same", self._in(count)))
        return Worded(tuple(pieces))

    def _headed(self, title: Label) -> None:
        self._chapter += 1
        self._paper.heading(f"{self._chapter}  {self._in(title)}")

    def _figure(self, table: Table) -> None:
        if table.rows:
            self._paper.say(table.title, "Caption")
            others = len(table.columns) - 1
            self._paper.table(table.columns, table.rows, (24, *[76 / others] * others))

    def _table(
        self, columns: Sequence[Label], rows: Iterable[Sequence[Value]], widths: Sequence[int]
    ) -> None:
        self._paper.table([self._in(column) for column in columns], rows, widths)

    def _say(self, label: Label) -> None:
        self._paper.say(self._in(label))

    def _in(self, label: Label) -> str:
        return label.in_(self._language)


def _by_thing(rows: Iterable[ChangeRow]) -> Iterator[list[ChangeRow]]:
    """Rows of one thing together; they follow each other."""
    for _, same in groupby(rows, key=lambda row: (row.change.entity, row.change.id)):
        yield list(same)


def _capital(label: Label) -> Label:
    return Label(label.zh, label.en.capitalize())
