"""Rates that come to stay: the ECB's file fetched anew, an office's table put where the newsroom looks.

Nothing is replaced by what has not been read and checked first; a file is there whole or not at all.
"""

from __future__ import annotations

import csv
import tempfile
import time
from datetime import date
from decimal import Decimal
from http.client import HTTPException
from io import StringIO
from ipaddress import ip_address
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

from pressgen import outbox
from pressgen.errors import FileError, Place, RateError, UsageError
from pressgen.figures import ecb, plausible, rate_reader, rate_rows, rate_tables
from pressgen.figures.rate import Rate, believable
from pressgen.figures.rate_reader import HEADER, Row

URL = "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip"
PATIENCE = 20.0
"""Seconds without a byte; three times that for the whole file."""


def update(url: str = URL, folder: Path | None = None) -> ecb.History:
    """Fetch the ECB's history into the folder (the user's own) and return it, read and checked.

    The file that was there stays unless the new one reaches as far. Raises RateError, FileError, UsageError.
    """
    folder = folder or ecb.user_folder()
    data = _fetched(url)
    with tempfile.TemporaryDirectory() as spare:
        fetched = Path(spare) / ecb.FILE
        fetched.write_bytes(data)
        history = _checked(ecb.read(fetched), url)
    old = folder / ecb.FILE
    if old.is_file() and _last(old) > history.days[0]:
        raise _older(url, history.days[0], _last(old))
    outbox.put(old, data)
    return ecb.read(old)


def import_table(path: Path, folder: Path) -> Path:
    """Copy a table, checked, as UTF-8 CSV into the newsroom's folder of rates; return where it stands.

    A table of the same name is replaced; one that contradicts another of the folder is refused.
    Raises RateError, FileError, Faults.
    """
    rows = rate_reader.rows(rate_rows.read(path), path.stem)
    target = folder / f"{path.stem}.csv"
    others = [other for other in sorted(folder.glob("*.csv")) if other.name != target.name]
    kept = [row for other in others for row in rate_reader.rows(rate_rows.read(other), other.stem)]
    rate_tables.joined([*kept, *rows])
    outbox.put(target, _as_csv(rows).encode())
    return target


def _fetched(url: str) -> bytes:
    from urllib.request import urlopen  # noqa: PLC0415  # the one command that uses the network

    _refuse_plain(url)
    deadline = time.monotonic() + 3 * PATIENCE
    data = bytearray()
    try:
        with urlopen(url, timeout=PATIENCE) as response:  # noqa: S310  # only https gets here
            _refuse_plain(response.url)
            while chunk := response.read1(65_536):
                data += chunk
                if len(data) > ecb.MAX_ZIP or time.monotonic() > deadline:
                    raise _unfetched(url, "too large or too slow")
    except (OSError, HTTPException) as error:
        raise _unfetched(url, str(getattr(error, "reason", "") or error)) from None
    return bytes(data)


def _refuse_plain(url: str) -> None:
    """Rates come over https; from this very machine plain http will do."""
    parts = urlsplit(url)
    if parts.scheme == "https" or (parts.scheme == "http" and _is_here(parts.hostname or "")):
        return
    raise UsageError("{url}不是https网址", "{url} is no https address", url=url)


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _unfetched(url: str, reason: str) -> RateError:
    return RateError(
        "无法取得{url}（{reason}）；请检查网络后重试；原有汇率未动",
        "{url} cannot be fetched ({reason}); check the network and try again; nothing was replaced",
        url=url,
        reason=reason,
    )


def _older(url: str, new: str, old: str) -> RateError:
    return RateError(
        "{url}只到{new}，已有的到{old}；未替换",
        "{url} ends on {new}, what there is on {old}; it was not replaced",
        url=url,
        new=new,
        old=old,
    )


def _checked(history: ecb.History, url: str) -> ecb.History:
    """Days that are days, newest first, and dollars in yuan that can be. Raises RateError."""
    at = Place(url)
    if not _newest_first(history.days) or not history.quotes("USD", "CNY"):
        raise RateError(
            "不像欧洲央行的汇率文件；未替换", "this does not look like the ECB's file; it was not used", at
        )
    usual = plausible.band("USD", "CNY")
    for day in history.days:
        value = history.of_day("USD", "CNY", day)
        if value is not None:
            on = date.fromisoformat(day)
            believable(Rate("USD", "CNY", value, on, history.name, on), usual, at)
    return history


def _newest_first(texts: tuple[str, ...]) -> bool:
    try:
        days = [date.fromisoformat(text) for text in texts]
    except ValueError:
        return False
    return all(later > day for later, day in pairwise(days))


def _last(path: Path) -> str:
    """The last day of a file that may be damaged, and then counts for nothing."""
    try:
        return ecb.newest_day(path)
    except (RateError, FileError):
        return ""


def _as_csv(rows: list[Row]) -> str:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER[:-1])
    for row in rows:
        rate = row.rate
        writer.writerow([rate.day, rate.base, rate.quote, f"{Decimal(rate.value):f}", rate.source])
    return text.getvalue()
