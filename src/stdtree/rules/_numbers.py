"""The numbers of standards that rules have to look at one by one: most fit at first sight."""

from __future__ import annotations

from stdtree.model.standard import Standard
from stdtree.model.standard_number import not_national
from stdtree.rules import Context
from stdtree.rules._once import once


@once
def odd_numbers(context: Context) -> frozenset[str]:
    """Those that are not the number of a national standard in its usual spelling."""
    return not_national(
        [
            row.number
            for category in context.categories
            for row in category.standards
            if row.number is not None
        ]
    )


@once
def odd_rows(context: Context) -> tuple[tuple[Standard, str], ...]:
    """The standards that have such a number, with it."""
    odd = odd_numbers(context)
    return tuple(
        (row, row.number)
        for category in (context.categories if odd else ())
        for row in category.standards
        if row.number is not None and row.number in odd
    )
