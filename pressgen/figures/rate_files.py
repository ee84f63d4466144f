"""Rates that come to stay: the ECB's file fetched anew, an office's table put where the newsroom looks.

Nothing is replaced by what has not been read and checked first; a file is there whole or not at all.
"""

from __future__ import annotations

import csv
import time
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from http.client import HTTPException
from io import StringIO
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pressgen import outbox
from pressgen.errors import FileError, PressgenError, RateError, UsageError
from pressgen.figures import ecb, rate_reader, rate_rows, rate_tables, successor
from pressgen.figures.rate_reader import HEADER, Row
from pressgen.source import listed

URL = "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip"
PATIENCE = 20.0
"""Seconds without a byte; three times that for the whole file."""


def update(url: str = URL, folder: Path | None = None, today: date | None = None) -> ecb.History:
    """Fetch the ECB's history into the folder (the user's own) and return it, read and checked.

    The file that was there stays unless the new one reaches as far and holds the same. ``today``: of the
    computer's clock unless given. Raises RateError, FileError, UsageError.
    """
    folder = folder or ecb.user_folder()
    data = _fetched(url)
    history = successor.checked(ecb.parse(data, url), _held(folder), url, today or clock())
    old = folder / ecb.FILE
    if old.is_file() and _last(old) > history.days[0]:
        raise _older(url, history.days[0], _last(old))
    outbox.put(old, data)
    return ecb.read(old)


def import_table(path: Path, folder: Path, today: date | None = None) -> Path:
    """Copy a table, checked, as UTF-8 CSV into the newsroom's folder of rates; return where it stands.

    A table of the same name is replaced unless it has days that the new one has not; a table is refused
    that contradicts another of the folder or has rates of days to come. Raises RateError, FileError, Faults.
    """
    rows = rate_reader.rows(rate_rows.read(path), path.stem)
    target = folder / f"{path.stem}.csv"
    _refuse_future(rows, today or clock())
    _refuse_shorter(rows, target)
    others = [other for other in listed(folder, ".csv") if other.name != target.name]
    kept = [row for other in others for row in rate_reader.rows(rate_rows.read(other), other.stem)]
    rate_tables.joined([*kept, *rows])
    outbox.put(target, _as_csv(rows).encode())
    return target


def clock() -> date:
    """Today where the computer stands."""
    return datetime.now().astimezone().date()


def _held(folder: Path) -> ecb.History | None:
    """The newest history there is, if one can be read."""
    found = [path for path in (folder / ecb.FILE, ecb.packaged_file()) if path and path.is_file()]
    newest = max(found, key=_last, default=None)
    try:
        return ecb.read(newest) if newest else None
    except PressgenError:
        return None


def _refuse_future(rows: list[Row], today: date) -> None:
    for row in rows:
        if row.rate.day > today + successor.AHEAD:
            raise successor.future(row.rate.day.isoformat(), today, row.at)


def _refuse_shorter(rows: list[Row], target: Path) -> None:
    """Rates that would be lost with the table of this name."""
    held: list[Row] = []
    with suppress(PressgenError):  # a damaged table may be replaced by any
        held = rate_reader.rows(rate_rows.read(target), target.stem) if target.is_file() else []
    if lost := set(map(_quoted, held)) - set(map(_quoted, rows)):
        raise RateError(
            "同名的{table}有{lost}个汇率是这个文件没有的，替换就会丢失；请把文件改名，或把两表合在一起",
            "the {table} there is has {lost} rates that this file lacks, and they would be lost; "
            "give the file another name, or put both tables together",
            rows[0].at,
            table=target.name,
            lost=len(lost),
        )


def _quoted(row: Row) -> tuple[date, str, str]:
    return row.rate.day, row.rate.base, row.rate.quote


def _fetched(url: str) -> bytes:
    from urllib.request import HTTPRedirectHandler, build_opener  # noqa: PLC0415  # one command alone asks

    class Redirects(HTTPRedirectHandler):
        """Refuses an address before anybody asks it for anything."""

        def redirect_request(self, *given: Any) -> Any:
            _refuse_plain(given[-1])
            return super().redirect_request(*given)

    _refuse_plain(url)
    deadline = time.monotonic() + 3 * PATIENCE
    data = bytearray()
    try:
        with build_opener(Redirects).open(url, timeout=PATIENCE) as response:
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
    raise UsageError(
        "{url}不是https网址；请写https://开头的", "{url} is no https address; write one", url=url
    )


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
