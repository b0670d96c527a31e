"""Definitions: what the library says about a block and its parameters, frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from procos_studio.model.names import PREFIXES, clark

STANDARD = "standard"
"""The family of plain BPMN: its blocks leave no stamp in the file."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a choice, and what it is called."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Binding:
    """Where a value stands in the file.

    `type` is one of the element templates' bindings (`property`, `camunda:inputParameter` …) or one of ours
    (`procos:timer` …), see `library/bindings`. `name` and `source` mean what element templates mean by them; `more` is
    what else some of theirs have, such as the `target` of a `camunda:in`.
    """

    type: str
    name: str = ""
    source: str = ""
    script_format: str = ""
    more: tuple[tuple[str, str], ...] = ()

    def said(self, key: str) -> str:
        """One of the `more`; `""` where it is not said."""
        return dict(self.more).get(key, "")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value of a block that a person sets.

    `type` is one of `TYPES`. `default` is written when the block is placed; `absent` is what the file means where it
    says nothing (a boundary event without `cancelActivity` interrupts). `visible_if` names other parameters and the
    values of each at which this one counts. `minimum` and `maximum` are in `unit`. `since` is the version of the block
    that brought the parameter, `formerly` the name under which older versions bound it, `former_default` what their
    default was. `typed` numbers and flags stay what they are on their way through a file, in which every text is one.
    """

    id: str
    label: str
    binding: Binding
    type: str = "string"
    default: str = ""
    required: bool = False
    group: str = ""
    description: str = ""
    placeholder: str = ""
    choices: tuple[Choice, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    unit: str = ""
    language: str = ""
    pattern: str = ""
    pattern_hint: str = ""
    min_length: int = 0
    max_length: int | None = None
    absent: str = ""
    visible_if: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    since: int = 1
    formerly: str = ""
    former_default: str = ""
    typed: bool = False


TYPES = frozenset(
    {
        "string",  # one line, may mix text and ${}
        "text",  # several lines, the same
        "expression",  # a ${}
        "choice",
        "flag",  # true or false
        "number",
        "duration",  # ISO 8601
        "date",  # ISO 8601
        "cycle",  # ISO 8601 repeat, or cron as Camunda reads it
        "retries",  # as failedJobRetryTimeCycle
        "variable",  # the name of a variable
        "secret",  # an expression that names a secret
        "list",  # JSON list
        "map",  # JSON object
        "code",  # never evaluated as an expression
        "fields",  # JSON list of the fields of a form
    }
)
"""The parameter types. A value is always a text; lists, maps and fields are JSON text, `""` stands for none."""


@dataclass(frozen=True, slots=True)
class BlockDefinition:
    """One kind of block: a folder of the library.

    `element` is the local tag of the BPMN element that carries it, `event` the kind of its event definition
    (`timer`, `compensate` …) or `""`. `fixed` are the values that every such block has and nobody edits.
    `palette` ranks it in the short palette of its family, from 1; 0 leaves it to the search. `placeable` is false for
    what is drawn rather than placed (a flow), `describes` for a variant of another block of the same element.
    `face` are the ids of the parameters to show on the block, `size` its width and height on the diagram. `version` 0
    is a template without versions. `inside` is the BPMN file of a composite block, a sub-process that is placed with
    all that it holds; `file` the `block.json`. A block that stands in no folder has neither.
    """

    id: str
    name: str
    family: str
    version: int
    element: str
    description: str = ""
    documentation: str = ""
    keywords: tuple[str, ...] = ()
    icon: str = "mdi6.cube-outline"
    hue: str = STANDARD
    event: str = ""
    properties: tuple[Parameter, ...] = ()
    fixed: tuple[Parameter, ...] = ()
    pde_kind: str = ""
    face: tuple[str, ...] = ()
    size: tuple[float, float] = (100, 80)
    palette: int = 0
    placeable: bool = True
    describes: bool = True
    inside: Path | None = None
    file: Path | None = None

    @property
    def is_standard(self) -> bool:
        """Whether this is plain BPMN, which needs no stamp."""
        return self.family == STANDARD

    @property
    def attributes(self) -> Mapping[str, str]:
        """The attributes that every such element has, by Clark name."""
        fixed = (item for item in self.fixed if item.binding.type == "property")
        return {qualified(item.binding.name): item.default for item in fixed}

    @property
    def topic(self) -> str:
        """The topic that a placed block asks for at first, or `""`."""
        bound = Binding("property", "camunda:topic")
        return next((item.default for item in (*self.fixed, *self.properties) if item.binding == bound), "")

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of this id."""
        return next((item for item in self.properties if item.id == name), None)


def qualified(name: str) -> str:
    """The Clark name of an attribute as templates spell it: `camunda:topic`, or a name of BPMN's own."""
    prefix, colon, local = name.partition(":")
    return clark(PREFIXES[prefix], local) if colon and prefix in PREFIXES and prefix != "bpmn" else local or prefix
