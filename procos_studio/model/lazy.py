"""Lazy: a property that is worked out once for each object, without the lock that Python 3.11 takes for that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")


class lazy(Generic[T]):
    """As `functools.cached_property`: the value stands in the object's `__dict__`, which hides this from then on.

    Two threads that ask at once may both work it out; records are frozen, so that they find the same.
    """

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type[Any]) -> T: ...
    def __get__(self, instance: object | None, owner: type[Any]) -> Self | T:
        """The value; the descriptor itself where it is asked of the class."""
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._work(instance)
        return value
