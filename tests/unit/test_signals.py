from __future__ import annotations

import pytest

from procos_studio.signals import Signal


def test_listeners_hear_in_the_order_in_which_they_came() -> None:
    signal, heard = Signal[int](), list[str]()
    signal.connect(lambda value: heard.append(f"first {value}"))
    signal.connect(lambda value: heard.append(f"second {value}"))
    signal.emit(7)
    assert heard == ["first 7", "second 7"]


def test_a_listener_that_left_hears_nothing_and_may_leave_twice() -> None:
    signal, heard = Signal[int](), list[int]()
    leave = signal.connect(heard.append)
    leave()
    leave()
    signal.emit(7)
    assert heard == []


def test_listeners_that_come_or_go_meanwhile_do_not_disturb() -> None:
    signal, heard = Signal[int](), list[str]()

    def once(value: int) -> None:
        heard.append(f"once {value}")
        leave()
        signal.connect(lambda later: heard.append(f"new {later}"))

    leave = signal.connect(once)
    signal.connect(lambda value: heard.append(f"other {value}"))
    signal.emit(1)
    signal.emit(2)
    assert heard == ["once 1", "other 1", "other 2", "new 2"]


def test_the_first_failure_reaches_the_emitter_after_all_were_called() -> None:
    signal, heard = Signal[int](), list[int]()

    def fail(failure: Exception) -> None:
        raise failure

    signal.connect(lambda _: fail(KeyError("first")))
    signal.connect(heard.append)
    signal.connect(lambda _: fail(ValueError("second")))
    with pytest.raises(KeyError, match="first"):
        signal.emit(7)
    assert heard == [7]
