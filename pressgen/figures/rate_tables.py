"""The office's own table of rates, such as the central parity: one file or a folder, asked by day."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from pressgen.errors import RateError, Wording, raise_all, series
from pressgen.figures import rate_reader, rate_rows
from pressgen.figures.rate import HOLIDAY_REACH, Rate, out_of_reach, unknown_pair
from pressgen.figures.rate_reader import Row
from pressgen.source import listed


class Table:
    """Rates by pair and day. Both directions of a pair may stand in it; a missing one is the inverse."""

    def __init__(self, rows: Iterable[Row], name: str, notes: tuple[Wording, ...] = ()) -> None:
        self.name = name
        self.notes = notes
        self.pairs: dict[tuple[str, str], list[Rate]] = defaultdict(list)
        for row in rows:
            self.pairs[row.rate.base, row.rate.quote].append(row.rate)

    def __repr__(self) -> str:
        return f"Table({self.name!r}, {dict(self.pairs)!r})"

    def quotes(self, base: str, quote: str) -> bool:
        """Whether the pair stands in the table, in either direction."""
        return (base, quote) in self.pairs or (quote, base) in self.pairs

    def rate(self, base: str, quote: str, on: date) -> Rate:
        """The last rate on or before the day, at most HOLIDAY_REACH days back. Raises RateError."""
        if not self.quotes(base, quote):
            pairs = series(f"{of}–{to}" for of, to in self.pairs)
            raise unknown_pair(base, quote, self.name, pairs)
        if (base, quote) in self.pairs:
            return self._last(base, quote, on)
        return self._last(quote, base, on).inverse()

    def _last(self, base: str, quote: str, on: date) -> Rate:
        rates = self.pairs[base, quote]
        after = bisect_right(rates, on, key=lambda rate: rate.day)
        rate = rates[after - 1] if after else None
        if rate is None or (on - rate.day).days > HOLIDAY_REACH:
            span = f"{rates[0].day}–{rates[-1].day}"
            raise out_of_reach(rate, on, span, self.name, f"{base}–{quote}", HOLIDAY_REACH)
        return Rate(base, quote, rate.value, rate.day, rate.source, on)


def read(path: Path) -> Table:
    """A checked table. Raises RateError, FileError, or Faults where several rows are at fault."""
    sheet = rate_rows.read(path)
    return Table(rate_reader.rows(sheet, path.stem), path.name, sheet.notes)


def read_folder(folder: Path) -> Table:
    """Every CSV of a folder as one table; two files may repeat a rate but not contradict each other.

    Raises RateError, FileError, Faults.
    """
    rows = [
        row for path in listed(folder, ".csv") for row in rate_reader.rows(rate_rows.read(path), path.stem)
    ]
    return Table(joined(rows), folder.name)


def joined(rows: Iterable[Row]) -> list[Row]:
    """Rows of several tables, oldest first, each pair and day once. Raises RateError, Faults."""
    kept: dict[tuple[date, str, str], Row] = {}
    faults: list[RateError] = []
    for row in rows:
        first = kept.setdefault((row.rate.day, row.rate.base, row.rate.quote), row)
        if first.rate.value != row.rate.value:
            faults.append(_contradiction(first, row))
    raise_all(faults)
    return [kept[key] for key in sorted(kept)]


def _contradiction(first: Row, row: Row) -> RateError:
    return RateError(
        "这里写1 {base} = {value} {quote}，{first}写的是{other}；请留下一个",
        "1 {base} = {value} {quote} here, but {other} at {first}; keep one of them",
        row.at,
        base=row.rate.base,
        quote=row.rate.quote,
        value=row.rate.shown,
        first=first.at,
        other=first.rate.shown,
    )
