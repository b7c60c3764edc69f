"""The page of a difference as a file: what is in it, and what can never become markup."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import msgspec
import pytest

from stdtree.export._page.document import page
from stdtree.model.change import Change
from stdtree.model.difference import Difference, End
from stdtree.safe import safe
from tests.differences import small
from tests.hostile import HOSTILE, everywhere
from tests.trees import sample


class Elements(HTMLParser):
    """The elements of a page, and the text of its scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.names: Counter[str] = Counter()
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: dict[str, str] = {}
        self._in = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count it; remember what a script or style is for."""
        self.names[tag] += 1
        self.attributes += attrs
        self._in = dict(attrs).get("id") or tag if tag in {"script", "style"} else ""

    def handle_endtag(self, _tag: str) -> None:
        """What follows is not in a script any more."""
        self._in = ""

    def handle_data(self, data: str) -> None:
        """The text of a script or style."""
        if self._in:
            self.texts[self._in] = self.texts.get(self._in, "") + data


def data_of(html: str) -> Any:
    """The data that the scripts work from."""
    return json.loads(Elements(html).texts["data"])


def test_every_change_is_in_the_tree_once() -> None:
    """The figures on top, the kinds and the rows of the tree add up to the difference."""
    difference = small()
    html = page(difference)
    entries = [entry for row in data_of(html)["rows"] for entry in row.get("entries", ())]

    assert sorted(entry["n"] for entry in entries) == list(range(1, len(difference.changes) + 1))
    assert Counter(entry["kind"] for entry in entries) == Counter(
        change.kind for change in difference.changes
    )
    assert f"<dd>{len(difference.changes)}</dd>" in html


def test_rows_stand_below_what_is_above_them() -> None:
    """Parents come first, so that one pass draws the tree."""
    rows = data_of(page(small()))["rows"]

    assert all(row.get("up", -1) < place for place, row in enumerate(rows))
    names = [row["id"] for row in rows]
    assert rows[names.index("brokers")]["up"] == names.index("transfer")
    assert rows[names.index("gbt-34670-2025")]["up"] == names.index("transfer")


def test_texts_are_compared_word_by_word() -> None:
    """A reworded definition has what stayed, what went and what came."""
    rows = data_of(page(small()))["rows"]
    parts = [p for row in rows for entry in row.get("entries", ()) for p in entry["parts"]]
    ((line,),) = (lines for word, lines in parts if "定义（zh）" in word and len(lines[0]) > 1)

    assert {piece[0] for piece in line} == {"=", "-", "+"}
    before = "".join(piece[1:] for piece in line if piece[0] != "+")
    assert before == "transfer的定义。"


def test_only_its_own_script_and_style_may_run() -> None:
    """The policy in the page names both by their hashes, and allows nothing else."""
    html = page(small())
    found = Elements(html)
    contents = [value or "" for name, value in found.attributes if name == "content"]

    def hashed(text: str) -> str:
        return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

    (policy,) = (content for content in contents if "src" in content)
    assert policy.split("; ") == [
        "default-src 'none'",
        f"script-src 'sha256-{hashed(found.texts['script'])}'",
        f"style-src 'sha256-{hashed(found.texts['style'])}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_it_asks_for_nothing_else() -> None:
    """No address but those inside the page."""
    found = Elements(page(small()))
    targets = [value for name, value in found.attributes if name in {"src", "href", "action"}]

    assert all(value and value.startswith("#") for value in targets)
    assert not re.search(r"url\(|@import|https?:", found.texts["style"] + found.texts["script"])


def test_hostile_titles_are_text() -> None:
    """Whatever a drafter writes, the page has the same elements, and no hidden character."""
    html = page(everywhere())
    plain = Elements(page(everywhere("x")))
    found = Elements(html)

    assert found.names == plain.names
    assert {name for name, _ in found.attributes} == {name for name, _ in plain.attributes}
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", html)
    told = json.dumps(data_of(html), ensure_ascii=False)
    for text in HOSTILE:
        assert json.dumps(safe(text, newlines=True), ensure_ascii=False)[1:-1] in told


def test_nothing_differs() -> None:
    """A page all the same, which says so with a zero."""
    end = End("1.0", sample(), small().before.digest)
    html = page(Difference(end, end, (), (), (), "none"))

    assert data_of(html)["rows"] == []
    assert "<dd>0</dd>" in html


def test_broken_trees_are_told() -> None:
    """What hangs in a loop or on nothing stands in the tree, too."""
    tree = sample()
    table = tree.categories
    looped = tree.with_(
        msgspec.structs.replace(table["fields"], parent="brokers"),
        msgspec.structs.replace(table["terms"], parent="nowhere"),
    )
    changes = (
        Change("moved", "category", "fields", from_=None, to="brokers"),
        Change("moved", "category", "terms", from_="basics", to="nowhere"),
    )
    difference = replace(small(), after=End("1.1", looped, ""), changes=changes, events=())
    rows = data_of(page(replace(difference, bumps={}, causes={})))["rows"]

    assert {"fields", "terms"} <= {row["id"] for row in rows}


@pytest.mark.parametrize("environment", [("0", "C", "UTC"), ("7", "zh_CN.UTF-8", "Asia/Shanghai")])
def test_same_bytes_everywhere(environment: tuple[str, str, str]) -> None:
    """Neither hash seed nor locale nor time zone leaves a trace."""
    code = (
        "import hashlib\nfrom stdtree.export._page.document import page\n"
        "from tests.differences import small\n"
        "print(hashlib.sha256(page(small()).encode()).hexdigest())"
    )
    seed, locale, zone = environment
    varied = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone}
    done = subprocess.run(
        [sys.executable, "-c", code], env=varied, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == hashlib.sha256(page(small()).encode()).hexdigest()


def test_without_scripts_it_can_be_read() -> None:
    """Figures, statistics and what changed are in the markup itself."""
    html = page(small())
    markup = re.sub(r"<(script|style).*?</\1>", "", html, flags=re.DOTALL)

    assert "B4" in markup
    assert "类目transfer" in markup
