from __future__ import annotations

from datetime import UTC, datetime

import pytest

from procos_studio.compiler.timing import Due, first, next_after
from procos_studio.expressions import ExpressionError

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC).timestamp()


def moment(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()


@pytest.mark.parametrize(
    ("form", "text", "at"),
    [
        ("date", "2027-01-31T06:00:00Z", "2027-01-31T06:00:00+00:00"),
        ("date", "2027-01-31T06:00:00+02:00", "2027-01-31T06:00:00+02:00"),
        ("date", "2027-01-31T06:00:00", "2027-01-31T06:00:00"),
        ("date", "2027-01-31T06:00:00.1234567Z", "2027-01-31T06:00:00.123456+00:00"),
        ("duration", "PT15M", "2026-01-31T12:15:00+00:00"),
        ("duration", "P1DT1H", "2026-02-01T13:00:00+00:00"),
        ("duration", "PT0.5S", "2026-01-31T12:00:00.500000+00:00"),
        ("duration", "P1M", "2026-02-28T12:00:00+00:00"),
        ("duration", "P1Y1M", "2027-02-28T12:00:00+00:00"),
        ("duration", "P2W", "2026-02-14T12:00:00+00:00"),
        ("date", "PT15M", "2026-01-31T12:15:00+00:00"),
        ("duration", "2027-01-31T06:00:00Z", "2027-01-31T06:00:00+00:00"),
        ("cycle", "R3/PT10S", "2026-01-31T12:00:10+00:00"),
        ("cycle", "R/2026-02-01T00:00:00Z/PT1H", "2026-02-01T00:00:00+00:00"),
        ("cycle", "PT10S", "2026-01-31T12:00:10+00:00"),
    ],
)
def test_iso_times_are_read(form: str, text: str, at: str) -> None:
    # given a text, when it is read at noon of the last of January, then it is that moment
    assert first(form, text, NOW).at == moment(at)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("date", "tomorrow"),
        ("duration", "P"),
        ("duration", "PT"),
        ("duration", "5 minutes"),
        ("duration", "-PT999999999999H"),
        ("duration", "P999999Y"),
        ("cycle", "R3"),
        ("cycle", "R3/PT0S"),
        ("cycle", "0 0 25 * * ?"),
        ("cycle", "* * *"),
        ("cycle", ""),
    ],
)
def test_what_is_no_time_is_refused(form: str, text: str) -> None:
    # given a text that says no time, when it is read, then it says so
    with pytest.raises(ExpressionError, match="no time"):
        first(form, text, NOW)


def test_a_cycle_repeats_as_often_as_it_says() -> None:
    # given a repeat of three
    due: Due | None = first("cycle", "R3/PT10S", NOW)
    found = []
    # when it is followed to its end
    while due is not None:
        found.append(due.at - NOW)
        due = next_after(due, due.at)
    # then it came three times
    assert found == [10, 20, 30]
    # and one without a number does not end
    endless = first("cycle", "R/PT10S", NOW)
    assert next_after(endless, endless.at) == Due(NOW + 20, -1, "PT10S")


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("0 0/5 * * * ?", "2026-01-31T12:05:00"),
        ("0 30 9 ? * MON-FRI", "2026-02-02T09:30:00"),
        ("0 0 0 1 1 ? 2030", "2030-01-01T00:00:00"),
        ("15,45 * * * * ?", "2026-01-31T12:00:15"),
        ("0 0 22 ? * FRI-MON", "2026-01-31T22:00:00"),
        ("0 0 8 ? * 1", "2026-02-02T08:00:00"),
        ("0 0 8 ? * 7", "2026-02-01T08:00:00"),
        ("0 0 8 L * ?", "2026-02-28T08:00:00"),
        ("0 0 8 L-3 * ?", "2026-02-25T08:00:00"),
        ("0 0 8 LW * ?", "2026-02-27T08:00:00"),
        ("0 0 8 15W * ?", "2026-02-16T08:00:00"),
        ("0 0 8 1W 8 ?", "2026-08-03T08:00:00"),
        ("0 0 8 ? * 5L", "2026-02-27T08:00:00"),
        ("0 0 8 ? * FRI#3", "2026-02-20T08:00:00"),
        ("@daily", "2026-02-01T00:00:00"),
    ],
)
def test_cron_lines_are_read_in_local_time(line: str, at: str) -> None:
    # given a cron line, when it is read at noon, then it is the next such moment
    noon = datetime(2026, 1, 31, 12).timestamp()
    due = first("cycle", line, noon)
    assert datetime.fromtimestamp(due.at) == datetime.fromisoformat(at)
    # and it goes on from there
    again = next_after(due, due.at)
    assert again is None or again.at > due.at


def test_a_cycle_ends_at_its_last_date() -> None:
    # given a repeat every ten seconds until second 1,050
    due = first("cycle", "R/PT10S/1970-01-01T00:17:30Z", 1_000)
    # when it fires again and again
    times = [due.at]
    while (again := next_after(due, due.at)) is not None:
        due = again
        times.append(due.at)
    # then not after that
    assert times == [1_010, 1_020, 1_030, 1_040, 1_050]


@pytest.mark.parametrize(
    ("text", "later", "at", "left"),
    [
        ("R/PT10S", 10_005, 10_010, -1),
        ("R/PT10S", 10_010, 10_020, -1),
        ("R2000/PT10S", 10_005, 10_010, 999),
        ("R/PT0.001S", 86_400, 86_400.001, -1),
        ("R/P1M", 86_400 * 365, 86_400 * 365 + 86_400 * 28, -1),
        ("R5/PT10S", 45, 50, 0),
        ("0/10 * * * * ?", 10_005, 10_010, -1),
    ],
)
def test_the_times_that_a_cycle_has_missed_have_passed(text: str, later: float, at: float, left: int) -> None:
    # given a cycle that began at noon of the last of January, when nobody looks for a while
    found = next_after(first("cycle", text, NOW), NOW + later)
    # then it comes next at its next time, and those in between count
    assert found is not None
    assert (round(found.at - NOW, 3), found.left) == (at, left)


@pytest.mark.parametrize("text", ["R3/PT10S", "R/PT10S/2026-01-31T12:01:00Z", "PT10S"])
def test_a_cycle_that_has_missed_its_last_time_has_ended(text: str) -> None:
    assert next_after(first("cycle", text, NOW), NOW + 1_000) is None


@pytest.mark.parametrize("cycle", ["PT0S", "P0M", "-PT1S", "P", "PT0.00000001S"])
def test_a_forged_cycle_that_never_moves_on_ends(cycle: str) -> None:
    assert next_after(Due(NOW, -1, cycle), NOW + 1_000) is None
