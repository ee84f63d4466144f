"""Whether a fetched history can take the place of the one there is: as long, of days past, without leaps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from pressgen.errors import Place, RateError
from pressgen.figures import plausible
from pressgen.figures.ecb import History
from pressgen.figures.rate import Rate, believable

LOST = 20
"""So many days may be missing from a history that were in the one before; the ECB takes none back."""
LEAP = Decimal(3)
"""How many times a rate may grow from one quotation to the next; 2.32 was seen, over ten years of none."""
AHEAD = timedelta(days=2)
"""A day is over earlier in Frankfurt than on a computer whose clock is a little slow."""


def checked(new: History, old: History | None, url: str, today: date) -> History:
    """The new history, once it is known to be one. Raises RateError naming what cannot be."""
    at = Place(url)
    if not _newest_first(new.days) or not new.quotes("USD", "CNY"):
        raise RateError(
            "不像欧洲央行的汇率文件；未替换", "this does not look like the ECB's file; it was not used", at
        )
    if date.fromisoformat(new.days[0]) > today + AHEAD:
        raise future(new.days[0], today, at)
    usual = plausible.band("USD", "CNY")
    for day in new.days:
        value = new.of_day("USD", "CNY", day)
        if value is not None:
            on = date.fromisoformat(day)
            believable(Rate("USD", "CNY", value, on, new.name, on), usual, at)
    _refuse_leaps(new, at)
    if old is not None:
        _refuse_losses(new, old, at)
    return new


def future(day: str, today: date, at: Place) -> RateError:
    """The error for rates of a day that has not come."""
    return RateError(
        "{day}还没有到（今天是{today}），不可能有汇率；未替换。请核对文件和电脑的日期",
        "{day} has not come yet (today is {today}), so it has no rates; nothing was replaced. "
        "Check the file and the computer's clock",
        at,
        day=day,
        today=today,
    )


def _newest_first(texts: tuple[str, ...]) -> bool:
    try:
        days = [date.fromisoformat(text) for text in texts]
    except ValueError:
        return False
    return all(later > day for later, day in pairwise(days))


def _refuse_leaps(new: History, at: Place) -> None:
    for currency in new.columns:
        for (day, value), (before, earlier) in pairwise(_quoted(new, currency)):
            if not 1 / LEAP < value / earlier < LEAP:
                raise _unlike(f"EUR/{currency}", value, day, earlier, before, at)


def _quoted(history: History, currency: str) -> Iterator[tuple[str, Decimal]]:
    for day in history.days:
        value = history.per_euro(currency, day)
        if value is not None:
            yield day, value


def _refuse_losses(new: History, old: History, at: Place) -> None:
    """Days or currencies that are gone, and rates that the one before has otherwise."""
    lost = [day for day in old.days if day not in new.rows]
    if len(lost) > LOST or not old.columns.keys() <= new.columns.keys():
        raise RateError(
            "比已有的少{lost}天（已有{held}天）、{columns}种货币；未替换",
            "it lacks {lost} days of the {held} there are, and {columns} currencies; nothing was replaced",
            at,
            lost=len(lost),
            held=len(old.days),
            columns=len(old.columns.keys() - new.columns.keys()),
        )
    for day in old.days:
        if day in new.rows and new.rows[day] != old.rows[day]:
            _compare(new, old, day, at)


def _compare(new: History, old: History, day: str, at: Place) -> None:
    for currency in old.columns:
        value, held = new.per_euro(currency, day), old.per_euro(currency, day)
        if value and held and plausible.fault(value, plausible.near(held)):
            raise _unlike(f"EUR/{currency}", value, day, held, day, at)


def _unlike(pair: str, value: Decimal, day: str, held: Decimal, before: str, at: Place) -> RateError:
    return RateError(
        "{day}的{pair}是{value}，{before}却是{held}，不可能差这么多；未替换",
        "{pair} is {value} on {day} but {held} on {before}, which cannot be; nothing was replaced",
        at,
        pair=pair,
        value=value,
        day=day,
        held=held,
        before=before,
    )
