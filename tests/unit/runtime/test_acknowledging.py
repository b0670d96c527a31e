"""What was asked for is told once it is stored, and fails where nothing will be stored any more."""

from __future__ import annotations

import asyncio

import pytest

from procos_studio.runtime.acknowledging import Acknowledging, keep


def test_an_answer_is_told_once_what_it_led_to_is_stored() -> None:
    async def act() -> None:
        acknowledging = Acknowledging(is_stored=True)
        answer = acknowledging.of_answer("w")
        # given a turn that was stored before the answer reached the engine
        keep(acknowledging.take())
        assert not answer.done()
        # when it has, and the turn after it is stored
        acknowledging.answered("w")
        keep(acknowledging.take())
        await asyncio.wait_for(answer, 1)

    asyncio.run(act())


def test_all_that_waits_fails_with_the_store() -> None:
    async def act() -> None:
        acknowledging = Acknowledging(is_stored=True)
        waiting = [acknowledging.of("i1"), acknowledging.of_answer("w"), acknowledging.gate()]
        # when nothing will be stored any more
        acknowledging.failed(OSError("the disk is full"))
        # then everybody is told, also who answered and was not heard yet
        for future in waiting:
            assert future is not None
            with pytest.raises(OSError, match="full"):
                await asyncio.wait_for(future, 1)

    asyncio.run(act())


def test_each_turn_has_a_gate_of_its_own() -> None:
    async def act() -> None:
        acknowledging = Acknowledging(is_stored=True)
        first = acknowledging.gate()
        assert acknowledging.gate() is first
        keep(acknowledging.take())
        second = acknowledging.gate()
        assert second is not None
        assert (second is first, second.done()) == (False, False)

    asyncio.run(act())
