"""Ending a category: what it leaves behind, and to whom its contents go."""

from __future__ import annotations

from msgspec.structs import replace

from stdtree.edit import _find
from stdtree.edit._relations import passed_on
from stdtree.edit._rows import listed_at
from stdtree.edit._texts import patched
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category, Retired
from stdtree.model.ids import CategoryId
from stdtree.model.release import release_key
from stdtree.model.taxonomy import Taxonomy


def retirable(taxonomy: Taxonomy, category_id: CategoryId, *, release: str) -> Category:
    """The category, if it may end with `release`. Raises EditError if not, with the way out."""
    category = _find.live(taxonomy, category_id)
    if category.status == "draft":
        raise EditError(
            say(
                "类目 {what} 是草案，从未发布，不必废止",
                "The category {what} is a draft: it was never released and cannot be retired",
                what=names.of_category(category),
            ),
            Label(
                "请移走其内容后删除草案（remove-draft），或先启用（activate-draft）",
                "Move its contents and remove it (remove-draft), or activate it first "
                "(activate-draft)",
            ),
        )
    refuse_released(taxonomy, release)
    return category


def refuse_released(taxonomy: Taxonomy, release: str) -> None:
    """Raises EditError if nothing can change in `release` any more."""
    latest = max(taxonomy.releases, key=release_key, default=None)
    if latest is None or release_key(release) > release_key(latest):
        return
    raise EditError(
        say(
            "版本 {latest} 已经发布，{release} 中不能再有变更",
            "Release {latest} is out already: nothing can change in {release}",
            latest=latest,
            release=release,
        ),
        say(
            "请填写下一个版本，例如 {next}（--release）",
            "Name the coming release, such as {next} (--release)",
            next=coming_release(taxonomy),
        ),
    )


def ended(taxonomy: Taxonomy, category_id: CategoryId, record: Retired) -> Taxonomy:
    """The taxonomy with a category retired; children and standards have been moved before.

    Its relations go to the first successor; without one, they end.
    """
    reason = patched(taxonomy, None, record.reason or {}, called=Label("废止理由", "reason"))
    heir = record.succeeded_by[0].id if record.succeeded_by else None
    taxonomy = passed_on(taxonomy, category_id, to=heir)
    category = taxonomy.categories[category_id]
    return taxonomy.with_(
        replace(category, status="retired", retired=replace(record, reason=reason))
    )


def coming_release(taxonomy: Taxonomy) -> str:
    """A name for the next release: the minor number after the latest; 1.0 when there is none."""
    latest = max(taxonomy.releases, key=release_key, default=None)
    if latest is None:
        return "1.0"
    major, minor, _ = release_key(latest)
    return f"{major}.{minor + 1}"


def refuse_children(category: Category, children: tuple[Category, ...]) -> None:
    """Raises EditError if live children would be left without their parent."""
    if not children:
        return
    raise EditError(
        say(
            "类目 {what} 还有 {count} 个下级类目（如 {first}）",
            "The category {what} still has children ({count}, such as {first})",
            what=names.of_category(category),
            count=str(len(children)),
            first=names.of_category(children[0]),
        ),
        Label(
            "请先移走（move-category）或废止它们；也可用合并（combine-categories）或"
            "拆分（split-category）一并处理",
            "Move (move-category) or retire them first, or use combine-categories or "
            "split-category, which take them along",
        ),
    )


def refuse_standards(taxonomy: Taxonomy, category: Category, *, way_out: Label) -> None:
    """Raises EditError if standards stand in, or are listed by, a category that is to go."""
    count = len(category.standards) + len(listed_at(taxonomy, category.id))
    if count:
        raise EditError(
            say(
                "类目 {what} 的标准明细表还有 {count} 项标准",
                "The category {what} still has standards in its table ({count})",
                what=names.of_category(category),
                count=str(count),
            ),
            way_out,
        )
