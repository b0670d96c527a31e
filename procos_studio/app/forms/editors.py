"""Editors: which field edits which type of parameter."""

from __future__ import annotations

from procos_studio.app.forms.fields import ChoiceField, Field, FlagField, LineField, TextField
from procos_studio.app.forms.questions import FormEditor
from procos_studio.app.forms.tables import TableField
from procos_studio.library import Parameter

_FIELDS: dict[str, type[Field]] = {
    "text": TextField,
    "code": TextField,
    "choice": ChoiceField,
    "flag": FlagField,
    "map": TableField,
    "list": TableField,
    "fields": FormEditor,
}
"""By parameter type; every other type is one line."""


def field_for(parameter: Parameter) -> Field:
    """The editor of a parameter."""
    return _FIELDS.get(parameter.type, LineField)(parameter)
