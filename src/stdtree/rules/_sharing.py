"""What a rule that compares categories looks at: those in focus and those they may be like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from stdtree.model.category import Category
from stdtree.model.standard_number import not_national
from stdtree.model.stock import live_numbers, usual_number
from stdtree.rules import Context
from stdtree.rules._numbers import odd_numbers


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


def repeated_numbers(context: Context, live: Iterable[Category]) -> set[str]:
    """Numbers that several rows of these have, each in its usual spelling."""
    numbers = [row.number for each in live for row in each.standards if row.number is not None]
    odd = odd_numbers(context) if context.focus is None else not_national(numbers)
    if odd:
        numbers = [usual_number(number) if number in odd else number for number in numbers]
    if len(set(numbers)) == len(numbers):  # as mostly
        return set()
    return {number for number, times in Counter(numbers).items() if times > 1}
