"""Door: how one kind of binding reads a parameter from the document and writes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from procos_studio.library.definition import Parameter
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import CAMUNDA, OPERATON, clark, local_name, namespace_of
from procos_studio.model.transaction import Transaction
from procos_studio.model.xml import Xml
from procos_studio.problems import Refused, error

Read = Callable[[Diagram, Element, Parameter], str | None]
"""The value of an element's parameter; None where the file says nothing."""

Write = Callable[[Diagram, Transaction, Element, Parameter, str], None]
"""Puts a value into the document; `""` takes it out. Raises Refused where the file cannot hold it."""


@dataclass(frozen=True, slots=True)
class Door:
    """A binding's two directions. `evaluated` says whether an engine evaluates `${}` that stands there."""

    read: Read
    write: Write
    evaluated: bool = True


def dialect(element: Element) -> str:
    """The namespace for extensions of an element: Operaton's where it speaks that already, else Camunda's.

    Operaton drops what is spelled `camunda:` beside its own namespace, so the two never mix on one element.
    """
    names = (*element.attributes, *(item.tag for item in element.extensions))
    return OPERATON if any(namespace_of(name) == OPERATON for name in names) else CAMUNDA


def is_extension(tag: str, local: str) -> bool:
    """Whether a tag or attribute is Camunda's or Operaton's `local`."""
    return local_name(tag) == local and namespace_of(tag) in (CAMUNDA, OPERATON)


def extension(element: Element, local: str) -> Xml | None:
    """The first extension element `local` of either namespace."""
    return next((item for item in element.extensions if is_extension(item.tag, local)), None)


def spelled(element: Element, name: str) -> str:
    """The Clark name of an attribute `camunda:x` in the element's dialect; other names as they are."""
    return clark(dialect(element), local_name(name)) if namespace_of(name) == CAMUNDA else name


def refuse(parameter: Parameter, reason: str, hint: str) -> Refused:
    """What a Write raises where the file cannot hold a value."""
    return Refused(error("block.value", f"“{parameter.label}” {reason}", parameter.id, hint=hint))
