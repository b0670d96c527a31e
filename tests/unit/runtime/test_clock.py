"""Virtual time: it jumps only when nobody is at work, in a fixed order."""

import asyncio

from procos_studio.runtime.clock import VIRTUAL_START, VirtualClock, WallClock


def test_sleepers_wake_in_order_of_their_moment_and_then_of_lying_down() -> None:
    woken: list[tuple[str, float]] = []

    async def sleeper(clock: VirtualClock, name: str, seconds: float) -> None:
        clock.enter()
        await clock.sleep_until(VIRTUAL_START + seconds)
        woken.append((name, clock.now() - VIRTUAL_START))
        clock.leave()

    async def scene() -> None:
        clock = VirtualClock()
        names = [("late", 86_400.0), ("b", 60.0), ("c", 60.0), ("early", 1.0), ("past", -5.0)]
        await asyncio.gather(*(sleeper(clock, name, seconds) for name, seconds in names))

    asyncio.run(scene())
    assert woken == [("past", 0.0), ("early", 1.0), ("b", 60.0), ("c", 60.0), ("late", 86_400.0)]


def test_time_stands_still_while_somebody_works() -> None:
    async def scene() -> list[float]:
        clock = VirtualClock()
        seen: list[float] = []

        async def sleeper() -> None:
            clock.enter()
            await clock.sleep_until(VIRTUAL_START + 10)
            seen.append(clock.now() - VIRTUAL_START)
            clock.leave()

        clock.enter()  # given one at work
        task = asyncio.create_task(sleeper())
        for _ in range(5):
            await asyncio.sleep(0)
        seen.append(clock.now() - VIRTUAL_START)
        clock.leave()  # when the work is done
        await task
        return seen

    assert asyncio.run(scene()) == [0.0, 10.0]


def test_a_cancelled_sleeper_is_at_work_again_and_time_stays() -> None:
    async def scene() -> tuple[float, float]:
        clock = VirtualClock()
        clock.enter()
        clock.enter()
        task = asyncio.create_task(clock.sleep_until(VIRTUAL_START + 10))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        clock.leave()
        before = clock.now()
        await asyncio.sleep(0)
        return before, clock.now()

    assert asyncio.run(scene()) == (VIRTUAL_START, VIRTUAL_START)


def test_wall_time_passes_a_moment_of_the_past_at_once() -> None:
    async def scene() -> float:
        clock = WallClock()
        await clock.sleep_until(0.0)
        return clock.now()

    assert asyncio.run(scene()) > VIRTUAL_START / 2
