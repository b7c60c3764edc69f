"""The record of a release gives other counts than its content has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stdtree.label import Label
from stdtree.model.finding import FieldPath, Severity, Subject
from stdtree.model.release import Counts, release_key
from stdtree.rules import Context, Found, Rule

FIGURES: Mapping[str, Label] = {
    "categories": Label("类目", "categories"),
    "standards": Label("现有标准", "existing standards"),
    "planned": Label("拟制定标准", "planned standards"),
}


def check(context: Context) -> Iterator[Found]:
    """Records against what was issued under their digest; what was altered is told elsewhere."""
    records = {release_key(name): record for name, record in context.taxonomy.releases.items()}
    told: set[tuple[str, FieldPath]] = set()
    for issued in context.issued:
        record = records.get(release_key(issued.release))
        if record is None or record.digest != issued.digest or issued.counts is None:
            continue
        for field, word, declared, counted in _differences(record.counts, issued.counts):
            if (record.release, field) not in told:
                told.add((record.release, field))
                yield Found(
                    subject=Subject("release", record.release),
                    message=Label(
                        f"版本 {record.release} 的记录写有{word.zh} {declared} 个，"
                        f"内容中是 {counted} 个",
                        f"the record of the release {record.release} counts {declared} {word.en},"
                        f" its content has {counted}",
                    ),
                    hint=Label(
                        f"改为 {counted}；版本的内容不可更改", f"write {counted}; the content stays"
                    ),
                    field=field,
                )


def _differences(declared: Counts, counted: Counts) -> Iterator[tuple[FieldPath, Label, int, int]]:
    for name, word in FIGURES.items():
        figure, found = getattr(declared, name), getattr(counted, name)
        if figure != found:
            yield ("counts", name), word, figure, found
    for level in sorted({*declared.levels, *counted.levels}):
        figure, found = declared.levels.get(level, 0), counted.levels.get(level, 0)
        if figure != found:
            word = Label(f"层级 {level} 的类目", f"categories of the level {level}")
            yield ("counts", "levels", level), word, figure, found


RULE = Rule(
    severity=Severity.ERROR,
    title=Label("数量不符", "Count mismatch"),
    why=Label(
        "编制说明和公告引用版本记录中的数量；数量与内容不符，发布的数字就是错的。",
        "Announcements and explanatory notes quote the counts of the record; if the content has"
        " others, the published figures are wrong.",
    ),
    fix=Label("把记录中的数量改成内容中的数量。", "Write the counts of the content."),
    bad="""\
releases:
  - release: "1.0"
    date: "2022-11-30"
    digest: "sha256:1111111111111111111111111111111111111111111111111111111111111111"
    counts: {categories: 26, standards: 0}
issued:
  - release: "1.0"
    where: exports/1.0/taxonomy.json
    digest: "sha256:1111111111111111111111111111111111111111111111111111111111111111"
    counts: {categories: 27, standards: 0}
""",
    good="""\
releases:
  - release: "1.0"
    date: "2022-11-30"
    digest: "sha256:1111111111111111111111111111111111111111111111111111111111111111"
    counts: {categories: 27, standards: 0}
issued:
  - release: "1.0"
    where: exports/1.0/taxonomy.json
    digest: "sha256:1111111111111111111111111111111111111111111111111111111111111111"
    counts: {categories: 27, standards: 0}
""",
    check=check,
)
