"""Questions: what the block author asks of a block and of each of its parameters; a mask for masks."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from procos_studio.canvas.translating import called
from procos_studio.library import Binding, BlockDefinition, Choice, Parameter
from procos_studio.library.describing import WORDED

translate = QCoreApplication.translate

_NOWHERE = Binding("property")


def _question(
    id: str,
    label: str,
    type: str = "string",
    group: str = "",
    description: str = "",
    *,
    required: bool = False,
    choices: Mapping[str, str] = MappingProxyType({}),
    only: tuple[str, ...] = (),
) -> Parameter:
    """A question; `choices` are values with what they are called, `only` the types of parameters that it is about."""
    return Parameter(
        id,
        label,
        _NOWHERE,
        type,
        required=required,
        group=group,
        description=description,
        choices=tuple(Choice(name, value) for value, name in choices.items()),
        visible_if={"type": only} if only else {},
    )


def of_block(families: tuple[str, ...]) -> tuple[Parameter, ...]:
    """What is asked of the block itself."""
    known = ", ".join(called(family) for family in families)
    return (
        _question("name", translate("Questions", "Name"), required=True),
        _question(
            "family",
            translate("Questions", "Family"),
            description=translate("Questions", "Where the palette lists it, such as {known}; or a new one.").format(
                known=known
            ),
            required=True,
        ),
        _question(
            "description",
            translate("Questions", "In one sentence"),
            description=translate("Questions", "The tip in the palette, and the head of the help."),
        ),
        _question(
            "keywords",
            translate("Questions", "Found by"),
            "list",
            description=translate("Questions", "Words that people type when they look for it."),
        ),
        _question(
            "icon",
            translate("Questions", "Icon"),
            description=translate(
                "Questions", "A glyph by its name, such as mdi6.email-outline, mdi6.cash or mdi6.truck."
            ),
        ),
        _question(
            "hue",
            translate("Questions", "Colour"),
            "choice",
            description=translate("Questions", "The stripe at the left of the block."),
            choices={name: called(name) for name in families} | _colours(),
        ),
        _question(
            "documentation",
            translate("Questions", "Help"),
            "text",
            description=translate("Questions", "What F1 says beside the parameters: what it does, and an example."),
        ),
    )


def of_parameter(block: BlockDefinition, parameter: Parameter) -> tuple[Parameter, ...]:
    """What is asked of one of its parameters."""
    others = {item.id: item.label for item in block.properties if item.id != parameter.id}
    return (
        _question("label", translate("Questions", "Label"), required=True),
        _question(
            "id",
            translate("Questions", "Variable inside"),
            "variable",
            description=translate(
                "Questions", "The variable inside of the block that has the value of this parameter."
            ),
            required=True,
        ),
        *_of_value(parameter),
        *_of_place(others),
    )


def _of_value(parameter: Parameter) -> tuple[Parameter, ...]:
    """Which values it may have."""
    result = parameter.binding.type == "camunda:outputParameter"
    types = {"variable": translate("Questions", "name of a variable")} if result else _types()
    value = translate("Questions", "Value")
    return (
        _question("type", translate("Questions", "Type"), "choice", value, choices=types),
        _question(
            "choices",
            translate("Questions", "Choices"),
            "map",
            value,
            translate("Questions", "Each value, and what it is called."),
            only=("choice",),
        ),
        _question("minimum", translate("Questions", "At least"), "number", value, only=("number",)),
        _question("maximum", translate("Questions", "At most"), "number", value, only=("number",)),
        _question("unit", translate("Questions", "Unit"), group=value, only=("number",)),
        _question(
            "language",
            translate("Questions", "Language"),
            "choice",
            value,
            choices={"python": "Python", "json": "JSON"},
            only=("code",),
        ),
        _question("default", translate("Questions", "Default"), _kind(parameter), value),
        _question("required", translate("Questions", "Must be filled in"), "flag", value),
        _question("min_length", translate("Questions", "Fewest characters"), "number", value, only=WORDED),
        _question("max_length", translate("Questions", "Most characters"), "number", value, only=WORDED),
        _question(
            "pattern",
            translate("Questions", "Pattern"),
            group=value,
            description=translate(
                "Questions", "A regular expression that has to match the whole text, such as [A-Z]{2}[0-9]+."
            ),
            only=WORDED,
        ),
        _question(
            "pattern_hint",
            translate("Questions", "What to say where it does not match"),
            group=value,
            description=translate("Questions", "How to write it right, such as: two letters, then digits."),
            only=WORDED,
        ),
    )


def _of_place(others: dict[str, str]) -> tuple[Parameter, ...]:
    """Where it stands on the form, and when; `others` are the labels of the other parameters by their id."""
    looks, more = translate("Questions", "On the form"), translate("Questions", "Depends on")
    return (
        _question("group", translate("Questions", "Section"), group=looks),
        _question("description", translate("Questions", "Help below the field"), "text", looks),
        _question("placeholder", translate("Questions", "Example in the empty field"), group=looks),
        _question("face", translate("Questions", "Show on the block"), "flag", looks),
        _question(
            "when",
            translate("Questions", "Only if"),
            "choice",
            more,
            choices={"": translate("Questions", "always")} | others,
        ),
        _question(
            "wanted",
            translate("Questions", "is one of"),
            "list",
            more,
            translate("Questions", "The values of the other parameter at which this one shows."),
        ),
    )


def _kind(parameter: Parameter) -> str:
    """Of which type the default is: it is written on one line where one line does."""
    return "text" if parameter.type in ("text", "code", "list", "map", "fields") else "string"


def _colours() -> dict[str, str]:
    return {
        "blue": translate("Questions", "blue"),
        "violet": translate("Questions", "violet"),
        "teal": translate("Questions", "teal"),
        "green": translate("Questions", "green"),
        "amber": translate("Questions", "amber"),
        "orange": translate("Questions", "orange"),
        "rose": translate("Questions", "rose"),
        "red": translate("Questions", "red"),
        "slate": translate("Questions", "slate"),
    }


def _types() -> dict[str, str]:
    return {
        "string": translate("Questions", "one line of text"),
        "text": translate("Questions", "several lines of text"),
        "number": translate("Questions", "number"),
        "flag": translate("Questions", "yes or no"),
        "choice": translate("Questions", "one of several"),
        "duration": translate("Questions", "duration"),
        "date": translate("Questions", "date and time"),
        "expression": translate("Questions", "expression"),
        "variable": translate("Questions", "name of a variable"),
        "secret": translate("Questions", "secret"),
        "list": translate("Questions", "list"),
        "map": translate("Questions", "names and values"),
        "code": translate("Questions", "code"),
    }
