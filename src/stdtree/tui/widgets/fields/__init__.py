"""The fields of a form: one widget per group of kinds. Each shows a value and reads it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.tui.widgets.fields.field import Context, Field
from stdtree.tui.widgets.fields.lists import ListField
from stdtree.tui.widgets.fields.plain import LineField, ReleaseField, YearField
from stdtree.tui.widgets.fields.read import AdoptionField, DateField, NumberField
from stdtree.tui.widgets.fields.slots import ChoiceField, FlagField, PickField
from stdtree.tui.widgets.fields.texts import ProseField, TextField
from stdtree.tui.widgets.fields.ticks import FacetField, FacetValuesField

if TYPE_CHECKING:
    from stdtree.edit import FieldKind
    from stdtree.tui.form import FormField

KINDS: dict[FieldKind, type[Field]] = {
    "category": PickField,
    "parent": PickField,
    "standard": PickField,
    "organization": PickField,
    "categories": ListField,
    "standards": ListField,
    "codes": ListField,
    "titles": ListField,
    "notes": ListField,
    "id": LineField,
    "code": LineField,
    "line": LineField,
    "query": LineField,
    "number": NumberField,
    "adoption": AdoptionField,
    "date": DateField,
    "release": ReleaseField,
    "year": YearField,
    "text": TextField,
    "prose": ProseField,
    "facet": FacetField,
    "facet-values": FacetValuesField,
    "choice": ChoiceField,
    "flag": FlagField,
}
"""The widget of each kind; a test holds the table complete."""


def field_for(field: FormField, context: Context) -> Field:
    """The widget for a field."""
    return KINDS[field.ask.kind](field, context)


__all__ = ["KINDS", "Context", "Field", "field_for"]
