"""How operations put sentences together."""

from __future__ import annotations

from stdtree.label import Label, same


def say(zh: str, en: str, **parts: Label | str) -> Label:
    """A sentence with `{name}` replaced by what is called so, each language by its own."""
    labels = {name: same(part) if isinstance(part, str) else part for name, part in parts.items()}
    return Label(
        zh.format(**{name: label.zh for name, label in labels.items()}),
        en.format(**{name: label.en for name, label in labels.items()}),
    )
