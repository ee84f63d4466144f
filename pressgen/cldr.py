"""What Babel says of days, months and lists, asked once: its tables take longer to read than a page to write.

What it said is taken from ``memory`` by later commands, as long as the same Babel is there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import TypeVar

from pressgen import memory
from pressgen.cache import coming_with
from pressgen.text import Language

T = TypeVar("T")
_DAYS = {"en": "en_US", "zh": "zh_CN"}
"""Where a day is written as both languages are to have it."""
_LISTS = {"en": "en_GB", "zh": "zh_CN"}
"""*A, B and C*: a British list has no comma before *and*."""
_MONDAY = 3
"""A day of January 2000."""
_ONE = "\0"
"""Where a thing of a list stands."""


def asked(what: str, make: Callable[[], T]) -> T:
    """What ``make`` has Babel say: strings, numbers, tuples, lists, dictionaries, sets of them.

    ``what`` names it, and stands for nothing else.
    """
    found: T | None = memory.row(f"babel {_edition()} {what}", make)
    return make() if found is None else found


@cache
def _edition() -> str:
    """Which Babel is there; it is not opened for it."""
    state = coming_with("babel", "__init__.py").stat()
    return f"{state.st_size} {state.st_mtime_ns}"


def field(name: str, when: datetime, lang: Language) -> str:
    """A field of a date or a time, CLDR's letters.

    >>> [field(name, datetime(2023, 7, 4, 16, 5), "en") for name in ("MMM", "EEEE", "h", "mm", "a", "yy")]
    ['Jul', 'Tuesday', '4', '05', 'PM', '23']
    """
    if name[0] == "y":
        return f"{when.year:04}"[-2:] if name == "yy" else f"{when.year:0{len(name)}}"
    at, every = _EVERY[name[0]]
    return _fields(name, lang, every)[at(when)]


_EVERY: dict[str, tuple[Callable[[datetime], int], str]] = {
    "M": (lambda when: when.month - 1, "month"),
    "d": (lambda when: when.day - 1, "day"),
    "E": (lambda when: when.weekday(), "weekday"),
    "H": (lambda when: when.hour, "hour"),
    "h": (lambda when: when.hour, "hour"),
    "a": (lambda when: when.hour, "hour"),
    "m": (lambda when: when.minute, "minute"),
}
"""Which of all it is by its letter, and of what."""


def _on(month: int = 1, day: int = 1, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2000, month, day, hour, minute, tzinfo=UTC)


_ALL = {
    "month": [_on(month=month) for month in range(1, 13)],
    "day": [_on(day=day) for day in range(1, 32)],
    "weekday": [_on(day=_MONDAY + day) for day in range(7)],
    "hour": [_on(hour=hour) for hour in range(24)],
    "minute": [_on(minute=minute) for minute in range(60)],
}


def month(number: int) -> str:
    """A month in English.

    >>> month(7)
    'July'
    """
    return _fields("MMMM", "en", "month")[number - 1]


@cache
def _fields(name: str, lang: Language, every: str) -> list[str]:
    """A field of all months, days, hours or minutes."""

    def made() -> list[str]:
        from babel.dates import format_datetime  # noqa: PLC0415  # 20 ms

        return [format_datetime(when, name, locale=_DAYS[lang]) for when in _ALL[every]]

    return asked(f"{name} {lang}", made)


def listed(items: Sequence[str], lang: Language) -> str:
    """Things in a row: ``A, B and C``, ``A、B和C``.

    >>> listed(["A", "B", "C"], "en"), listed(["A", "B", "C"], "zh"), listed(["A"], "en"), listed([], "en")
    ('A, B and C', 'A、B和C', 'A', '')
    """
    first, *others = _between(len(items), lang)
    return first + "".join(f"{item}{after}" for item, after in zip(items, others, strict=True))


@cache
def _between(count: int, lang: Language) -> list[str]:
    """What stands before, between and behind so many things."""

    def made() -> list[str]:
        from babel.lists import format_list  # noqa: PLC0415  # as above

        return format_list([_ONE] * count, locale=_LISTS[lang]).split(_ONE)

    return asked(f"list {count} {lang}", made)


@cache
def countries() -> Mapping[str, str]:
    """Countries and territories by their Chinese names, with the English."""

    def made() -> dict[str, str]:
        from babel import Locale  # noqa: PLC0415  # as above

        english = Locale("en").territories
        return {name: english[code] for code, name in Locale("zh").territories.items() if code.isalpha()}

    return asked("countries", made)
