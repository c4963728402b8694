"""Days, weeks, months and years as closed intervals, and the arithmetic that time words ask for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from dragoman.records import When

Precision = Literal["day", "month", "year"]
MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FIRST, _LAST = date(1800, 1, 1), date(2199, 12, 31)


@dataclass(frozen=True, slots=True)
class Interval:
    """From `start` to `end`, both included; `precision` says how much of them was meant."""

    start: date
    end: date
    precision: Precision = "day"

    def when(self, text: str | None, span: tuple[int, int] | None, basis: Literal["stated", "inferred"]) -> When:
        """The interval as the record writes it, both ends at one precision."""
        width = {"day": 10, "month": 7, "year": 4}[self.precision]
        return When(self.start.isoformat()[:width], self.end.isoformat()[:width], text, span, basis)

    def join(self, other: Interval) -> Interval:
        """The interval that holds both, at the coarser precision."""
        order: tuple[Precision, ...] = ("day", "month", "year")
        coarser = max(self.precision, other.precision, key=order.index)
        return Interval(min(self.start, other.start), max(self.end, other.end), coarser)


def day(when: date) -> Interval:
    return Interval(when, when)


def days(start: date, end: date) -> Interval:
    return Interval(start, end) if start <= end else Interval(end, start)


def month(year: int, number: int) -> Interval:
    """A whole month; `number` may run under 1 or over 12 into other years."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    year = min(max(year, _FIRST.year), _LAST.year)
    following = date(year + number // 12, number % 12 + 1, 1)
    return Interval(date(year, number, 1), following - timedelta(1), "month")


def year(number: int) -> Interval:
    number = min(max(number, _FIRST.year), _LAST.year)
    return Interval(date(number, 1, 1), date(number, 12, 31), "year")


def shift(when: date, by_days: int) -> date:
    """`when` moved by some days, kept within 1800 to 2199."""
    by_days = min(max(by_days, -100_000), 100_000)
    return min(max(when + timedelta(by_days), _FIRST), _LAST)


def week(when: date, offset: int = 0) -> Interval:
    """Monday to Sunday of the week `offset` weeks from that of `when`."""
    monday = shift(when, -when.weekday() + 7 * offset)
    return Interval(monday, shift(monday, 6))


def real_date(year_number: int, month_number: int, day_number: int) -> date | None:
    try:
        found = date(year_number, month_number, day_number)
    except ValueError:
        return None
    return found if _FIRST <= found <= _LAST else None


def nearest_day(anchor: date, month_number: int, day_number: int, future: bool | None, near: int = 35) -> date | None:
    """A month and day without a year, seen from `anchor`.

    Within `near` days the nearest is meant whatever the tense; beyond, the past unless told as to come.
    """
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    found = [d for y in years if (d := real_date(y, month_number, day_number))]
    if not found:
        return None
    nearest = min(found, key=lambda d: abs((d - anchor).days))
    if abs((nearest - anchor).days) <= near or future is None:
        return nearest
    side = [d for d in found if (d >= anchor) == future]
    return min(side, key=lambda d: abs((d - anchor).days)) if side else nearest


def nearest_month(anchor: date, number: int, future: bool | None) -> Interval:
    """A month without a year: this month if it is this one, else the last one past, or the next to come."""
    if number == anchor.month:
        return month(anchor.year, number)
    if future:
        return month(anchor.year + (number < anchor.month), number)
    if future is None and 0 < number - anchor.month <= 2:
        return month(anchor.year, number)
    return month(anchor.year - (number > anchor.month), number)


def last_month_named(anchor: date, number: int) -> Interval:
    """ "Last October": never the month just past, which is "last month", unless the year turned between."""
    return month(anchor.year - (number >= anchor.month - 1), number)


def weekday(anchor: date, number: int, future: bool | None) -> date:
    """A bare weekday: the day of publication if it is that, else the last one past, or the next to come."""
    back = (anchor.weekday() - number) % 7
    if back == 0:
        return anchor
    return shift(anchor, 7 - back if future else -back)
