"""Pools of PDEs: lowest free number first, waiting in line, nothing lost by a cancellation."""

import asyncio

from procos_studio.runtime.pde.pools import Pool, pools
from procos_studio.runtime.settings import PdeKind


def test_so_many_at_once_and_the_rest_stand_in_line() -> None:
    async def scene() -> tuple[list[str], int, int]:
        pool, names = Pool(PdeKind.AI, 2), []
        go = asyncio.Event()

        async def task() -> None:
            async with pool.one() as name:
                names.append(name)
                await go.wait()

        tasks = [asyncio.create_task(task()) for _ in range(3)]
        await asyncio.sleep(0)
        busy, waiting = pool.busy, pool.waiting
        go.set()
        await asyncio.gather(*tasks)
        assert (pool.busy, pool.waiting) == (0, 0)
        return names, busy, waiting

    assert asyncio.run(scene()) == (["ai 1", "ai 2", "ai 1"], 2, 1)


def test_cancelling_a_waiter_or_a_holder_gives_the_pde_back() -> None:
    async def scene() -> str:
        pool = Pool(PdeKind.GENERAL, 1)

        async def hold() -> None:
            async with pool.one():
                await asyncio.sleep(3600)

        holder, waiter, winner = (asyncio.create_task(hold()) for _ in range(3))
        await asyncio.sleep(0)
        waiter.cancel()
        holder.cancel()
        await asyncio.gather(holder, waiter, return_exceptions=True)
        winner.cancel()
        await asyncio.gather(winner, return_exceptions=True)
        async with pool.one() as name:
            return name

    assert asyncio.run(scene()) == "general 1"


def test_every_kind_has_a_pool() -> None:
    assert {kind: pool.size for kind, pool in pools({PdeKind.AI: 4}).items()} == dict.fromkeys(PdeKind, 1) | {
        PdeKind.AI: 4
    }
