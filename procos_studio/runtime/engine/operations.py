"""Operations: what can lie on an instance's stack of ready things, besides tokens that arrive at a node."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from procos_studio.runtime.engine.compensating import drained
from procos_studio.runtime.events import EventKind

if TYPE_CHECKING:
    from procos_studio.runtime.engine.execution import Execution, Scope

Emit = Callable[[EventKind, str, str, str, dict[str, Any]], None]


class Operation(Protocol):
    """Something that can be done with an execution; nodes are operations too: a token arrives in a scope."""

    def arrive(self, execution: Any, argument: Any, /) -> None:
        """Do it."""
        ...


Ready = tuple[Operation, "Execution", Any]
"""What to do, with which execution (a scope for a token), and an argument (the flow that a token came over)."""


class Begin:
    """Begin one more instance of a loop's activity; the argument are its local variables."""

    def arrive(self, execution: Scope, argument: Any) -> None:
        """Let the body's node begin."""
        execution.node.begin(execution, argument)


class Drain:
    """The last token of a scope has gone: the scope ends, unless something came in the meantime."""

    def arrive(self, execution: Scope, argument: Any) -> None:
        """Let the scope's node end it."""
        if not execution.is_open or execution.live:
            return
        if execution.role in ("compensation", "undo"):
            drained(execution)
        else:
            execution.node.drained(execution)


class Return:
    """A called instance has ended; the argument are its variables."""

    def arrive(self, execution: Execution, argument: Any) -> None:
        """Let the call activity go on."""
        if execution.is_open:
            execution.node.returned(execution, argument)


class Leave:
    """Try again to leave a node from which no flow could be taken."""

    def arrive(self, execution: Execution, argument: Any) -> None:
        """The argument is the node."""
        argument.leave(execution)


class Finish:
    """Try again to finish an activity whose results could not be mapped."""

    def arrive(self, execution: Execution, argument: Any) -> None:
        """Let the node finish."""
        execution.node.finish(execution)


class Perform:
    """Try again to do what an execution is there for."""

    def arrive(self, execution: Execution, argument: Any) -> None:
        """Let the node perform."""
        execution.node.perform(execution)


BEGIN, DRAIN, RETURN, LEAVE, FINISH, PERFORM = Begin(), Drain(), Return(), Leave(), Finish(), Perform()
