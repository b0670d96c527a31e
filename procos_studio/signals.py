"""A small typed signal without Qt: listeners are called in the order in which they connected."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Signal(Generic[T]):
    """Carries one value to every listener.

    An exception of a listener reaches the emitter after all listeners were called; the first one wins.
    """

    def __init__(self) -> None:
        self._listeners: list[Callable[[T], object]] = []

    def connect(self, listener: Callable[[T], object]) -> Callable[[], None]:
        """Call `listener` at every emit; the returned function disconnects it and may be called twice."""
        self._listeners.append(listener)

        def disconnect() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return disconnect

    def emit(self, value: T) -> None:
        """Hand `value` to the listeners connected at this moment."""
        failure: Exception | None = None
        for listener in tuple(self._listeners):
            try:
                listener(value)
            except Exception as exc:
                failure = failure or exc
        if failure is not None:
            raise failure
