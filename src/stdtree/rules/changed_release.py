"""What was issued as a release is not what its record says."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model.finding import Severity, Subject
from stdtree.model.release import release_key
from stdtree.rules import Context, Found, Rule


def check(context: Context) -> Iterator[Found]:
    """Issued releases against their records; a record alone is fine (a shallow clone)."""
    records = {release_key(name): record for name, record in context.taxonomy.releases.items()}
    altered: dict[str, list[str]] = {}
    unrecorded: dict[str, list[str]] = {}
    for issued in context.issued:
        record = records.get(release_key(issued.release))
        if record is None and issued.release in context.unreadable:
            continue
        if record is None:
            unrecorded.setdefault(issued.release, []).append(issued.where)
        elif record.digest != issued.digest:
            altered.setdefault(record.release, []).append(issued.where)
    for release, places in altered.items():
        yield _altered(release, ", ".join(sorted(places)))
    for release, places in unrecorded.items():
        yield _unrecorded(release, ", ".join(sorted(places)))


def _altered(release: str, where: str) -> Found:
    history = f"git log -- taxonomy/releases/{release}.yaml"
    return Found(
        subject=Subject("release", release),
        message=Label(
            f"版本 {release} 的内容与发布时的摘要不符：{where}",
            f"the release {release} is not what its record says: {where}",
        ),
        hint=Label(
            f"恢复原样；要改动就发布新版本：{history}",
            f"bring it back as it was, and issue changes as a new release: {history}",
        ),
        field=("digest",),
    )


def _unrecorded(release: str, where: str) -> Found:
    restore = f"git checkout taxonomy/{release} -- taxonomy/releases/{release}.yaml"
    return Found(
        subject=Subject("release", release),
        message=Label(
            f"版本 {release} 已发布（{where}），却没有版本记录",
            f"the release {release} was issued ({where}) but has no record",
        ),
        hint=Label(f"恢复：{restore}", f"bring it back: {restore}"),
    )


RULE = Rule(
    severity=Severity.ERROR,
    title=Label("版本被改动", "Changed release"),
    why=Label(
        "已发布的版本不可更改：别人已经照它行事。校验由快照重新计算摘要，与版本记录比对。",
        "A release is immutable: others act on it. The digest is computed afresh from each snapshot"
        " and held against the record.",
    ),
    fix=Label("恢复原样；要改动就发布新版本。", "Bring it back as it was; issue a new release."),
    bad="""\
categories:
  - {id: services, code: B}
releases:
  - release: "1.0"
    date: "2022-11-30"
    digest: "sha256:1111111111111111111111111111111111111111111111111111111111111111"
    counts: {categories: 1, standards: 0}
issued:
  - release: "1.0"
    where: exports/1.0/taxonomy.json
    digest: "sha256:2222222222222222222222222222222222222222222222222222222222222222"
""",
    good="""\
categories:
  - {id: services, code: B}
releases:
  - release: "1.0"
    date: "2022-11-30"
    digest: "sha256:1111111111111111111111111111111111111111111111111111111111111111"
    counts: {categories: 1, standards: 0}
issued:
  - release: "1.0"
    where: exports/1.0/taxonomy.json
    digest: "sha256:1111111111111111111111111111111111111111111111111111111111111111"
""",
    check=check,
)
