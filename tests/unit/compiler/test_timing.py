from __future__ import annotations

from datetime import UTC, datetime

import pytest

from procos_studio.compiler.timing import Due, first, following
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
        due = following(due)
    # then it came three times
    assert found == [10, 20, 30]
    # and one without a number does not end
    endless = first("cycle", "R/PT10S", NOW)
    assert following(endless) == Due(NOW + 20, -1, "PT10S")


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
    again = following(due)
    assert again is None or again.at > due.at


def test_a_cycle_ends_at_its_last_date() -> None:
    # given a repeat every ten seconds until second 1,050
    due = first("cycle", "R/PT10S/1970-01-01T00:17:30Z", 1_000)
    # when it fires again and again
    times = [due.at]
    while (again := following(due)) is not None:
        due = again
        times.append(due.at)
    # then not after that
    assert times == [1_010, 1_020, 1_030, 1_040, 1_050]
