"""The block library: definitions read from folders, the masks made of them, and how they reach an element."""

from procos_studio.library.catalogue import Library
from procos_studio.library.definition import Binding, BlockDefinition, Choice, Parameter
from procos_studio.library.loading import load

__all__ = ["Binding", "BlockDefinition", "Choice", "Library", "Parameter", "load"]
