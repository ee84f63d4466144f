"""Exchange rates from wherever the newsroom takes them: the ECB, the office's own table, a pinned rate.

A day without a rate takes the last earlier one, at most seven days back (twelve in an office's own
table), and says so; anything else is an error that names the ways out. The following day's rate is
never used: nobody could have known it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Protocol

from pressgen.errors import Place, Wording, series
from pressgen.figures import ecb, plausible, rate_tables
from pressgen.figures.rate import REACH, Rate, believable, currency, positive, unknown_pair

__all__ = ["REACH", "Rate", "Rates"]


class Source(Protocol):
    """What rates come from."""

    @property
    def name(self) -> str:
        """Who says so, as it is printed beside a rate."""

    def quotes(self, base: str, quote: str) -> bool:
        """Whether the pair is known on any day."""

    def rate(self, base: str, quote: str, on: date) -> Rate:
        """The last rate on or before the day. Raises RateError."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Sources in the order they are asked; a later one only for pairs the earlier ones do not quote.

    >>> from datetime import date
    >>> rates = Rates.pinned("USD", "6.536") | Rates.ecb()
    >>> print(rates.rate("USD", "CNY", date(2020, 12, 8)))
    1 USD = 6.536 CNY (event, 2020-12-08)
    >>> print(rates.rate("EUR", "CNY", date(2020, 12, 8)))
    1 EUR = 7.9115 CNY (ECB, 2020-12-08)
    """

    sources: tuple[Source, ...]

    @classmethod
    def ecb(cls) -> Rates:
        """The newest ECB history there is, fetched or packaged. Raises RateError, FileError."""
        return cls((ecb.history(),))

    @classmethod
    def pinned(
        cls,
        base: str,
        value: Decimal | int | str,
        quote: str = "CNY",
        source: str = "event",
        at: Place | None = None,
    ) -> Rates:
        """One rate for every day: ``value`` units of ``quote`` for one ``base``. Raises RateError."""
        return cls(
            (Pinned(currency(base, at), currency(quote, at), positive(str(value), at), source).checked(at),)
        )

    @classmethod
    def table(cls, path: Path) -> Rates:
        """The office's own table, CSV or XLSX, or a folder of CSVs: ``date,base,quote,rate,source,per``.

        ``rate`` is units of ``quote`` for ``per`` (1 or 100) units of ``base``, the oldest day first;
        ``source`` and ``per`` may be left out. The trade system's own table (日期, 美元/人民币 …) is read as
        it is downloaded. Raises RateError, FileError, Faults.
        """
        return cls((rate_tables.read_folder(path) if path.is_dir() else rate_tables.read(path),))

    @property
    def notes(self) -> tuple[Wording, ...]:
        """What a reader of the sources should know, such as a table read as GB18030."""
        return tuple(note for source in self.sources for note in getattr(source, "notes", ()))

    def __or__(self, other: Rates) -> Rates:
        return Rates(self.sources + other.sources)

    def rate(self, base: str, quote: str, on: date) -> Rate:
        """``quote`` for one ``base`` on the last day on or before ``on``, within the source's reach.

        Raises RateError, which says what there is and the ways out.
        """
        if base == quote:
            return Rate(base, quote, Decimal(1), on, self.sources[0].name, on)
        for source in self.sources:
            if source.quotes(base, quote):
                return source.rate(base, quote, on)
        return self.sources[-1].rate(base, quote, on)


@dataclass(frozen=True, slots=True)
class Pinned:
    """A rate an event, a house or ``--rate`` fixed, whatever the day."""

    base: str
    quote: str
    value: Decimal
    name: str

    def checked(self, at: Place | None) -> Pinned:
        """Itself, if such a rate can be. Raises RateError."""
        believable(self.rate(self.base, self.quote, date.min), plausible.band(self.base, self.quote), at)
        return self

    def quotes(self, base: str, quote: str) -> bool:
        """Whether this is the pair, in either direction."""
        return {base, quote} == {self.base, self.quote}

    def rate(self, base: str, quote: str, on: date) -> Rate:
        """The pinned rate or its inverse. Raises RateError for any other pair."""
        if not self.quotes(base, quote):
            raise unknown_pair(base, quote, self.name, series([f"{self.base}–{self.quote}"]))
        rate = Rate(self.base, self.quote, self.value, on, self.name, on)
        return rate if base == self.base else rate.inverse()
