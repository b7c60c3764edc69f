"""A validation rule told: why it is there, what to do, a bad and a good example."""

from __future__ import annotations

from typing import Protocol

from stdtree.label import Label, same
from stdtree.report import Explained, Heading, Paragraph, Report


class Told(Explained, Protocol):
    """All that a validation rule says about itself."""

    @property
    def id(self) -> str:
        """What it is called in system.yaml."""

    @property
    def bad(self) -> str:
        """What it objects to."""

    @property
    def good(self) -> str:
        """The same, mended."""


def of_rule(rule: Told) -> Report:
    """A rule told to people and machines."""
    name = same(f"{rule.id}: ") + rule.title
    sections = {
        Label("为什么", "Why"): rule.why,
        Label("怎么办", "Fix"): rule.fix,
        Label("反例", "Bad"): same(rule.bad.strip("\n")),
        Label("正例", "Good"): same(rule.good.strip("\n")),
    }
    blocks = [
        block
        for heading, text in sections.items()
        for block in (Heading(heading, 3), Paragraph(text))
    ]
    data = {
        name: getattr(rule, name)
        for name in ("id", "severity", "title", "why", "fix", "bad", "good")
    }
    return Report(name, (Heading(name, 2), *blocks), data)
