"""What the pictures are drawn from: the sample, its releases and what changed between them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import stdtree
from stdtree.label import Language
from stdtree.model.category import Category
from stdtree.model.difference import Difference
from stdtree.model.taxonomy import Taxonomy

ROOT = Path(__file__).parents[2]


@cache
def release(name: str) -> Taxonomy:
    """The content of a release."""
    return stdtree.load(name, folder=ROOT).taxonomy


@cache
def difference() -> Difference:
    """What changed from 1.0 to 1.1."""
    return stdtree.compare("1.0", "1.1", folder=ROOT)


def called(category: Category, language: Language) -> str:
    """Code and title."""
    return f"{category.code} {category.title.get(language) or category.title['zh']}"
