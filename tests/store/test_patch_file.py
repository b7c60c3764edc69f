"""Patches from strangers: what is read, and in which words the rest is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from stdtree.errors import UsageError
from stdtree.model.change import Change
from stdtree.model.output_patch import PatchChange, PatchDocument, PatchEnd
from stdtree.store.patch_file import decode_patch, encode_patch

END = {"release": "1.0", "digest": "sha256:" + "0" * 64}
RECODED = {"kind": "recoded", "entity": "category", "id": "terms", "from": "A1", "to": None}


def patch(*changes: Any, **rest: Any) -> bytes:
    """A patch of these changes; any key can be given."""
    made = {"format": "stdtree-patch/1", "from": END, "to": END, "changes": list(changes)}
    return json.dumps(made | rest).encode()


def refused(data: bytes) -> str:
    """The message and hint with which a file is refused."""
    with pytest.raises(UsageError) as caught:
        decode_patch(data, "p.json")
    assert "p.json" in caught.value.message.zh
    return f"{caught.value.message.en} | {caught.value.hint.en if caught.value.hint else ''}"


def test_what_is_written_is_read() -> None:
    """Null and nothing stay apart; what could steer a terminal is escaped in the file."""
    ends = PatchEnd("1.0", END["digest"]), PatchEnd("WORK", END["digest"], END["digest"])
    changes = (
        PatchChange("recoded", "category", "terms", from_="A1", to=None),
        PatchChange(
            "field", "category", "terms", field="owner", op="unset", from_="\u202e\x1b[31m"
        ),
    )
    made = PatchDocument("stdtree-patch/1", *ends, changes)

    text = encode_patch(made)

    assert "\x1b" not in text
    assert "\u202e" not in text
    assert decode_patch(text.encode(), "p.json") == made
    assert decode_patch(b"\xef\xbb\xbf" + text.encode(), "p.json") == made
    assert [one.change.fingerprint for one in made.changes] == [
        Change("recoded", "category", "terms", from_="A1", to=None).fingerprint,
        changes[1].change.fingerprint,
    ]


def test_the_json_of_a_difference_is_a_patch() -> None:
    """What stands in it for readers is passed over."""
    change = {**RECODED, "n": 1, "title": {"zh": "术语"}, "bump": "minor"}

    found = decode_patch(patch(change, format="stdtree-difference/1", summary={}), "-")

    assert [one.change for one in found.changes] == [
        Change("recoded", "category", "terms", from_="A1", to=None)
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfe", "it is not UTF-8 text"),
        (b"[1,\n2", "line 2 is not JSON"),
        (b'{"a": NaN}', "is not JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b"[]", "it is no patch of stdtree"),
        (b'{"format": 7}', "it is no patch of stdtree"),
        (b'{"format": "stdtree-patch/2"}', "this stdtree knows stdtree-patch/1 | install a newer"),
        (patch(to=None), "to: should be"),
        (patch(changes={}), "changes: should be a list"),
        (patch(RECODED, {**RECODED, "id": 7}), "changes[2].id: should be a text, not 7"),
        (patch({**RECODED, "kind": "shuffled"}), "changes[1].kind: "),
        (patch(7), "changes[1]: should be"),
        (patch(RECODED, RECODED), "a change stands twice: recoded category terms"),
    ],
)
def test_what_is_wrong_with_it(data: bytes, said: str) -> None:
    """Which part of it, and how it should be."""
    assert said in refused(data)


def test_no_bottom() -> None:
    """Values nest no deeper than anything in a file may."""
    deep: Any = "x"
    for _ in range(80):
        deep = [deep]

    assert "nested too deeply" in refused(patch({**RECODED, "to": deep}))


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's memory fills up."""
    monkeypatch.setattr("stdtree.store.patch_file.LARGEST", 10)

    assert "the file is too large" in refused(patch())
