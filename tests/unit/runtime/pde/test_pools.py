"""Pools of PDEs: lowest free number first, waiting in line, nothing lost by a cancellation."""

import asyncio

from procos_studio.runtime.pde.pools import Pool, pools
from procos_studio.runtime.settings import PdeKind


def test_so_many_at_once_and_the_rest_stand_in_line() -> None:
    async def scene() -> list[object]:
        pool = Pool(PdeKind.AI, 2)
        taken = [pool.take(), pool.take(), pool.take()]
        # given two in line
        first, second = (asyncio.create_task(pool.wait_in_line()) for _ in range(2))
        await asyncio.sleep(0)
        busy, waiting = pool.busy, pool.waiting
        # when both PDEs come free, the later number first
        pool.give_back(2)
        pool.give_back(1)
        served = [await first, await second]
        assert (pool.busy, pool.waiting) == (2, 0)
        return [taken, busy, waiting, served]

    assert asyncio.run(scene()) == [[1, 2, None], 2, 2, [2, 1]]


def test_cancelling_a_waiter_gives_the_pde_back() -> None:
    async def scene() -> tuple[int | None, int]:
        pool = Pool(PdeKind.GENERAL, 1)
        pool.take()
        waiter, winner = (asyncio.create_task(pool.wait_in_line()) for _ in range(2))
        await asyncio.sleep(0)
        # when one goes before its turn, and one in the moment of its turn
        waiter.cancel()
        pool.give_back(1)
        winner.cancel()
        await asyncio.gather(waiter, winner, return_exceptions=True)
        return pool.take(), pool.waiting

    assert asyncio.run(scene()) == (1, 0)


def test_every_kind_has_a_pool_and_a_pde_a_name() -> None:
    made = pools({PdeKind.AI: 4})
    assert {kind: pool.size for kind, pool in made.items()} == dict.fromkeys(PdeKind, 1) | {PdeKind.AI: 4}
    assert made[PdeKind.AI].name(3) == "ai 3"


def test_one_that_comes_free_before_anybody_stands_in_line_is_not_lost() -> None:
    async def scene() -> int:
        pool = Pool(PdeKind.GENERAL, 1)
        number = pool.take()
        assert number == 1
        waiting = pool.wait_in_line()
        # given somebody who was told to wait, and has not begun to
        pool.give_back(number)
        return await asyncio.wait_for(waiting, 1)

    assert asyncio.run(scene()) == 1
