"""Fields that several operations share: type, kind and what they are called, in one place."""

from __future__ import annotations

from typing import Annotated, Literal

from stdtree.edit import Ask
from stdtree.edit._shapes import CodeShape, IdShape, ReleaseShape, TextShape, TitleShape
from stdtree.label import Label
from stdtree.model.category import Extent
from stdtree.model.words import EXTENT, STATUS

OneCategory = Annotated[str, Ask("category", Label("类目", "Category"))]
"""The category that the operation is about."""

NewTitle = Annotated[
    TitleShape,
    Ask(
        "text",
        Label("名称", "Title"),
        Label("首种语言必填。", "The system's first language is required."),
    ),
]
"""Title of something new."""

NewCode = Annotated[
    CodeShape | None,
    Ask(
        "code",
        Label("体系编号", "Code"),
        Label("留空则取下一个可用编号。", "Empty: the next free code."),
    ),
]
"""Code of a new category; None proposes the next free one."""

NewId = Annotated[
    IdShape,
    Ask(
        "id",
        Label("标识", "Id"),
        Label("永久不变；留空由名称生成。", "Permanent; empty: made from the title."),
    ),
]
"""Permanent id of something new; '' makes one."""

NewDefinition = Annotated[TextShape, Ask("prose", Label("定义", "Definition"))]
"""Definition of a new category."""

Under = Annotated[
    str | None,
    Ask(
        "category",
        Label("上级类目", "Under"),
        Label("留空则与原类目同级。", "Empty: beside the category it comes from."),
    ),
]
"""Where a category that comes from others goes; None = beside the first of them."""

EndRelease = Annotated[
    ReleaseShape,
    Ask(
        "release",
        Label("自版本", "Release"),
        Label("首个不再含有该类目的版本。", "The first release without the category."),
    ),
]
"""The first release in which a category is retired."""

Reason = Annotated[TextShape, Ask("prose", Label("理由", "Reason"))]
"""Why a category ends."""

ToExtent = Annotated[
    Extent,
    Ask(
        "choice",
        Label("承接程度", "Extent"),
        choices=EXTENT,
    ),
]
"""How much of the contents a successor takes over."""

CategoryStatus = Annotated[
    Literal["active", "draft"],
    Ask(
        "choice",
        Label("状态", "Status"),
        Label("草案不进入发布版本。", "Drafts are absent from releases."),
        choices={"active": STATUS["active"], "draft": STATUS["draft"]},
    ),
]
"""Status with which a category begins."""

ChildrenAlong = Annotated[
    tuple[str, ...], Ask("categories", Label("随同的下级类目", "Children taken along"))
]
"""Children of the source that go to the new category."""

StandardsAlong = Annotated[
    tuple[str, ...], Ask("standards", Label("随同的标准", "Standards taken along"))
]
"""Standards of the source that go to the new category."""

Remove = Annotated[
    bool,
    Ask("flag", Label("移除", "Remove"), Label("移除而不是添加。", "Take it away, not add it.")),
]
"""Whether an entry goes instead of coming."""

Matter = Annotated[TextShape, Ask("prose", Label("内容", "Matter"))]
"""What a note speaks of."""
