"""Editors: which field edits which type of parameter."""

from __future__ import annotations

from procos_studio.app.forms.choices import ChoiceField, FlagField
from procos_studio.app.forms.code.field import CodeField
from procos_studio.app.forms.fields import Field
from procos_studio.app.forms.lines import DurationField, LineField, NumberField, SecretField
from procos_studio.app.forms.mapping import map_in_window
from procos_studio.app.forms.questions import QuestionsField
from procos_studio.app.forms.tables import TableField
from procos_studio.app.forms.texts import TextField
from procos_studio.library import Parameter

_FIELDS: dict[str, type[Field]] = {
    "text": TextField,
    "code": CodeField,
    "choice": ChoiceField,
    "flag": FlagField,
    "number": NumberField,
    "duration": DurationField,
    "secret": SecretField,
    "map": TableField,
    "list": TableField,
    "fields": QuestionsField,
}
"""By parameter type; every other type is one line."""


def field_for(parameter: Parameter) -> Field:
    """The editor of a parameter."""
    field = _FIELDS.get(parameter.type, LineField)(parameter)
    if isinstance(field, TableField):
        field.enlarging.connect(lambda: map_in_window(field))
    return field
