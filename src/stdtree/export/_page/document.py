"""The one file: markup from the template, scripts and style by their hashes, data as JSON."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import Any

import msgspec

from stdtree.export._page import __name__ as package
from stdtree.export._page.events import corresponds, happened
from stdtree.export._page.figures import figures
from stdtree.export._page.rows import Rows
from stdtree.export._page.told import told
from stdtree.label import Label
from stdtree.model import names, words
from stdtree.model.change import BASE_KINDS, EVENT_KINDS
from stdtree.model.difference import Difference
from stdtree.model.event_kind import EventKind
from stdtree.model.grouped_events import RESTATED
from stdtree.safe import safe

_SCRIPTS = ("words", "model", "state", "tree", "details", "lists", "print", "page")
"""In this order they become one script: each uses what those before it hold."""
_STYLES = ("colours", "page", "figures", "filters", "tree", "paper")
_STRUCTURAL: tuple[EventKind, ...] = (
    "merger", "take-over", "breakdown", "split-off", "replacement", "regrouping", "transfer",
    "code-reused",
)  # fmt: skip
"""Kinds that a reviewer has to know of first."""
_IN_A_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""What could end the script element that holds the data."""
PLAIN_ROWS = 300
"""So many rows are there for readers without scripts."""


def page(difference: Difference) -> str:
    """The whole page."""
    from jinja2 import Environment, StrictUndefined

    rows = Rows(difference)
    script = "\n".join(_text(f"{name}.js") for name in _SCRIPTS)
    script = f'"use strict";\n(() => {{\n{script}}})();\n'
    style = "".join(_text(f"{name}.css") for name in _STYLES)
    template = Environment(
        autoescape=True,
        finalize=_finally,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    ).from_string(_text("page.html.jinja"))
    system = difference.after.taxonomy.system
    return template.render(
        title=names.text(system.title),
        notice=names.text(system.notice) if system.notice else None,
        before=difference.before.name,
        after=difference.after.name,
        digests=(difference.before.digest, difference.after.digest),
        warnings=difference.warnings,
        figures=figures(difference),
        kinds=BASE_KINDS,
        plain=[row for row in rows.rows if row.entries][:PLAIN_ROWS],
        left=max(0, sum(bool(row.entries) for row in rows.rows) - PLAIN_ROWS),
        both=_both,
        script=script,
        style=style,
        script_hash=_hash(script),
        style_hash=_hash(style),
        data=_data(difference, rows),
    )


def _data(difference: Difference, rows: Rows) -> str:
    """What the scripts work from."""
    before, after = difference.before.taxonomy, difference.after.taxonomy
    associations, stayed = corresponds(difference, rows.at)
    owners = {row.owner for row in rows.rows if row.owner}
    named = {**before.organizations, **after.organizations}
    value: dict[str, Any] = {
        "before": safe(difference.before.name),
        "after": safe(difference.after.name),
        "levels": {
            level.id: told(names.text(level.title))
            for level in {
                level.id: level for end in (after, before) for level in end.system.levels
            }.values()
        },
        "owners": {
            key: told(names.text(named[key].name)) if key in named else key
            for key in sorted(owners)
        },
        "words": {
            "kinds": {kind: told(label) for kind, label in BASE_KINDS.items()},
            "events": {kind: told(label) for kind, label in EVENT_KINDS.items()},
            "entities": {kind: told(label) for kind, label in words.ENTITY.items()},
            "other": told(Label("其他", "other")),
            "structural": _STRUCTURAL,
            "restated": sorted(RESTATED),
        },
        "rows": rows.rows,
        "events": happened(difference, rows.at),
        "associations": associations,
        "stayed": stayed,
    }
    return msgspec.json.encode(value).decode().translate(_IN_A_SCRIPT)


def _finally(value: Any) -> Any:
    """What the template says, with what hides or deceives made visible; not its own markup."""
    return safe(value, newlines=True) if type(value) is str else value


def _both(value: Any) -> Label:
    """What the page holds once for both languages, as a label."""
    return Label(value, value) if isinstance(value, str) else Label(*value)


def _text(name: str) -> str:
    return files(package).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
