"""What a rule that compares categories looks at: those in focus and those they may be like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from stdtree.model.category import Category
from stdtree.model.stock import live_numbers
from stdtree.rules import Context


def sharing_parents(context: Context) -> Iterable[Category]:
    """The categories in focus and their siblings."""
    if context.focus is None:
        return context.categories
    parents = {category.parent for category in context.categories}
    return [sibling for parent in parents for sibling in context.taxonomy.under(parent)]


def sharing_numbers(context: Context) -> Iterable[Category]:
    """The categories in focus, and those that have a number in common with one of them."""
    if context.focus is None:
        return context.categories
    chosen = {category.id: category for category in context.categories}
    for category in context.categories:
        for number in live_numbers(category):
            chosen.update((holder.id, holder) for holder in context.taxonomy.numbered[number])
    return chosen.values()


def repeated_numbers(categories: Iterable[Category]) -> set[str]:
    """Numbers that several rows of live categories have, each in its usual spelling."""
    numbers = [number for category in categories for number in live_numbers(category)]
    if len(set(numbers)) == len(numbers):  # as mostly
        return set()
    return {number for number, times in Counter(numbers).items() if times > 1}
