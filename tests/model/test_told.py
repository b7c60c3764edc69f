"""Values of fields in words, never as keys."""

from __future__ import annotations

import pytest

from stdtree.model.told import field_named, told
from tests.trees import sample


@pytest.mark.parametrize(
    ("field", "value", "zh", "en"),
    [
        ("parent", None, "（根）", "(root)"),
        ("parent", "fields", "B 类目fields", "B Category fields"),
        ("owner", "lab", "示例实验室", "Sample lab"),
        ("status", "in-force", "现行", "in force"),
        ("plan.stage", "to-draft", "拟制定", "to be drafted"),
        ("definition", None, "（无）", "(none)"),
        ("rules.depth", "off", "关闭", "off"),
        ("facets.chain", ["transfer"], "转化", "Transfer"),
        ("facets.chain", ["unknown"], "unknown", "unknown"),
        ("related", ["transfer", "terms"], "B1 类目transfer、A1 类目terms",
         "B1 Category transfer, A1 Category terms"),
        ("succeeded_by", [{"id": "terms", "extent": "partial"}], "A1 类目terms（部分）",
         "A1 Category terms (partial)"),
        ("maps", [{"scheme": "GB/T 4754-2017", "code": "75"}], "GB/T 4754-2017 75",
         "GB/T 4754-2017 75"),
        ("excludes", [{"zh": "孵化", "en": "Incubation", "see": "terms"}],
         "孵化 → A1 类目terms", "Incubation → A1 Category terms"),
        ("bump", {"policy": "semver", "kinds": {"moved": "patch"}},
         "升级策略：semver、各类变更：移动：修订号", "policy: semver, by kind: moved: patch"),
    ],
)  # fmt: skip
def test_values(field: str, value: object, zh: str, en: str) -> None:
    """References by their names, statuses by their words, nothing as data."""
    label = told(value, field, sample())
    assert (label.zh, label.en) == (zh, en)


def test_parts_have_words_for_keys() -> None:
    """A level of the system: its name, and in brackets what else it says."""
    level = {"id": "part", "title": {"zh": "部分"}, "pattern": "[A-Z]", "extends_parent": True}
    label = told([level], "levels", sample())
    assert label.zh == "部分（标识：part、编号格式：[A-Z]、编号以上级编号开头：是）"
    assert (
        label.en
        == "部分 (id: part, pattern of the code: [A-Z], codes begin with the parent's: yes)"
    )


def test_fields_are_called_as_people_call_them() -> None:
    """A facet by its title, a text with its language, else the word for the field."""
    assert field_named("facets.chain", sample()).zh == "产业链环节"
    assert field_named("facets.gone", sample()).zh == "分面（gone）"
    assert field_named("definition.zh", sample()).zh == "定义（zh）"
