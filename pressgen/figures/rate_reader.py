"""From cells to rates that can be believed: header, days, order, plausibility, every fault at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from pressgen.errors import Place, PressgenError, RateError, raise_all
from pressgen.figures import ecb, plausible
from pressgen.figures.rate import Rate, believable, currency, positive
from pressgen.figures.rate_rows import Cell, Rows
from pressgen.regex import regex

REQUIRED = ("date", "base", "quote", "rate")
HEADER = (*REQUIRED, "source", "per")
MOST_FAULTS = 20
_NEARLY = Decimal("0.2")

_DAY = regex(r"([0-9]{4})([-/])([0-9]{1,2})\2([0-9]{1,2})")
_DATES = frozenset(("日期", "date"))
_PAIR = regex(r"(100|1)? ?([A-Z]{3}|[\u4e00-\u9fff]{2,12}) ?/ ?([A-Z]{3}|[\u4e00-\u9fff]{2,12})")
_CHINESE = {
    head: name
    for name, heads in (
        ("date", "日期|交易日|公布日期"),
        ("base", "基准货币|基础货币|货币|币种|外币|外币名称"),
        ("quote", "计价货币|报价货币|标价货币|本币"),
        ("rate", "汇率|中间价|汇率中间价|人民币汇率中间价"),
        ("source", "来源|数据来源|出处"),
        ("per", "单位|单位数|每|外币单位"),
    )
    for head in heads.split("|")
}
"""What Chinese tables call the columns."""


class Pair(NamedTuple):
    """What a column of a wide table holds: units of ``quote`` for ``per`` units of ``base``."""

    base: str
    quote: str
    per: int


@dataclass(frozen=True, slots=True)
class Row:
    """One rate of a table, for one unit of its base, and where it stands."""

    rate: Rate
    at: Place

    def slipped(self, other: Row) -> bool:
        """Whether one is about ten or a hundred times the other."""
        times = max(self.rate.value / other.rate.value, other.rate.value / self.rate.value)
        return any(abs(times / far - 1) < _NEARLY for far in (10, 100))


def rows(sheet: Rows, source: str) -> list[Row]:
    """The sheet's rates; ``source`` where a row names none.

    One rate a row below ``date,base,quote,rate``, or one a column below 日期, 美元/人民币, 100日元/人民币.
    Raises RateError or, where several rows are at fault, Faults with the first MOST_FAULTS of them.
    """
    pairs = _pairs(sheet)
    reader = _Reader({} if pairs else _columns(sheet), source, pairs)
    found: list[Row] = []
    faults: list[PressgenError] = []
    for cells in sheet.rows[1:]:
        try:
            found += reader.wide(cells) if pairs else [reader.row(cells)]
        except PressgenError as error:
            faults.append(error)
    if pairs:
        found.sort(key=lambda row: row.rate.day)
    faults += [*_disorder(found), *_slips(found)]
    raise_all(faults[:MOST_FAULTS])
    if not found:
        raise RateError(
            "只有表头，没有汇率；请从下一行写起",
            "there is a header but no rate; write one below it",
            sheet.at,
        )
    return found


def _pairs(sheet: Rows) -> list[Pair]:
    """The pairs of a table with one column a pair; none where it is no such table. Raises RateError."""
    if not sheet.rows or sheet.rows[0][0].text.lower() not in _DATES:
        return []
    heads = [cell for cell in sheet.rows[0][1:] if cell.text]
    matches = [_PAIR.fullmatch(cell.text.replace("／", "/")) for cell in heads]
    if not any(matches):
        return []
    found = []
    for cell, match in zip(heads, matches, strict=True):
        if match is None:
            raise RateError(
                "表头“{text}”不是货币对；请写作 美元/人民币",
                "the heading “{text}” is no pair of currencies; write USD/CNY",
                cell.at,
                text=cell.text,
            )
        found.append(Pair(currency(match[2], cell.at), currency(match[3], cell.at), int(match[1] or 1)))
    return found


def _columns(sheet: Rows) -> dict[str, int]:
    heads = ",".join(cell.text.lower() for cell in sheet.rows[0]).rstrip(",").split(",") if sheet.rows else []
    names = [_CHINESE.get(head, head) for head in heads]
    if set(REQUIRED) <= set(names) <= set(HEADER) and len(set(names)) == len(names):
        return {name: column for column, name in enumerate(names)}
    raise RateError(
        "表头是“{header}”；应为date,base,quote,rate（日期,货币,计价货币,汇率），可加source和per，用逗号分隔",
        "the header is “{header}”; it should be date,base,quote,rate and may have source and per, "
        "parted by commas",
        sheet.at,
        header=",".join(heads)[:80],
    )


class _Reader:
    """Reads the rows below one header."""

    def __init__(self, columns: dict[str, int], source: str, pairs: list[Pair]) -> None:
        self.columns = columns
        self.source = source
        self.pairs = pairs

    @cached_property
    def history(self) -> ecb.History | None:
        """The ECB's rates to compare with, where there are any."""
        try:
            return ecb.history()
        except PressgenError:
            return None

    def row(self, cells: list[Cell]) -> Row:
        """One row's rate. Raises RateError at the cell that is wrong."""
        _refuse_ragged(cells, len(self.columns))
        named = {name: cells[column] for name, column in self.columns.items()}
        day = _day(named["date"])
        base, quote = (currency(named[name].text, named[name].at) for name in ("base", "quote"))
        if base == quote:
            raise RateError(
                "base与quote相同；请写两种货币",
                "base and quote are the same; write two currencies",
                named["quote"].at,
            )
        value = positive(named["rate"].text, named["rate"].at) / _per(named.get("per"))
        source = named["source"].text if "source" in named else ""
        rate = Rate(base, quote, value, day, source or self.source, day)
        return Row(self._checked(rate, named["rate"].at), named["date"].at)

    def wide(self, cells: list[Cell]) -> list[Row]:
        """One day's rates, a column each; a line of text below the table holds none. Raises RateError."""
        filled = [cell for cell in cells if cell.text]
        if len(filled) == 1 and not _DAY.fullmatch(filled[0].text):
            return []
        _refuse_ragged(
            cells + [Cell("", cells[0].at)] * (len(self.pairs) + 1 - len(cells)), len(self.pairs) + 1
        )
        day, found = _day(cells[0]), []
        for pair, cell in zip(self.pairs, cells[1:], strict=False):
            if cell.text.strip("-—") and cell.text != "N/A":
                value = positive(cell.text, cell.at) / pair.per
                rate = Rate(pair.base, pair.quote, value, day, self.source, day)
                found.append(Row(self._checked(rate, cell.at), cell.at))
        return found

    def _checked(self, rate: Rate, at: Place) -> Rate:
        believable(rate, plausible.band(rate.base, rate.quote), at)
        return believable(rate, self._near_the_ecbs(rate), at)

    def _near_the_ecbs(self, rate: Rate) -> tuple[Decimal, Decimal] | None:
        """What the ECB's rate of the day admits: the only way to see HKD and CNY written upside down."""
        if self.history is None or not self.history.quotes(rate.base, rate.quote):
            return None
        value = self.history.of_day(rate.base, rate.quote, rate.day.isoformat())
        return plausible.near(value) if value else None


def _refuse_ragged(cells: list[Cell], columns: int) -> None:
    if len(cells) < columns or any(cell.text for cell in cells[columns:]):
        raise RateError(
            "此行有{cells}格，表头有{columns}格；小数点请用“.”，文字中有逗号时请加引号",
            "this row has {cells} cells, the header {columns}; "
            "write decimals with a point and quote text that holds a comma",
            cells[0].at,
            cells=len(cells),
            columns=columns,
        )


def _day(cell: Cell) -> date:
    found = _DAY.fullmatch(cell.text)
    with suppress(ValueError):
        if found:
            return date(int(found[1]), int(found[3]), int(found[4]))
    raise RateError(
        "“{text}”不是日期；请写成2023-07-14",
        "“{text}” is no day; write it as 2023-07-14",
        cell.at,
        text=cell.text,
    )


def _per(cell: Cell | None) -> int:
    if cell is None or cell.text in ("", "1"):
        return 1
    if cell.text == "100":
        return 100
    raise RateError("per是“{text}”；请写1或100", "per is “{text}”; write 1 or 100", cell.at, text=cell.text)


def _disorder(rows: list[Row]) -> list[RateError]:
    """Days that stand twice, or before an earlier row of the same pair."""
    faults: list[RateError] = []
    last: dict[tuple[str, str], Row] = {}
    for row in rows:
        pair = (row.rate.base, row.rate.quote)
        before = last.get(pair)
        if before and before.rate.day >= row.rate.day:
            faults.append(_out_of_order(before, row))
        else:
            last[pair] = row
    return faults


def _slips(rows: list[Row]) -> Iterator[RateError]:
    """Rates ten or a hundred times those of the days beside them: a decimal point that slipped."""
    by_pair: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        by_pair.setdefault((row.rate.base, row.rate.quote), []).append(row)
    for listed in by_pair.values():
        for place, row in enumerate(listed):
            beside = listed[max(0, place - 1) : place] + listed[place + 1 : place + 2]
            if beside and all(map(row.slipped, beside)) and not _blames_the_next(listed, place):
                yield RateError(
                    "{value}是{day}汇率{other}的十倍或百倍（或几分之一）；请核对小数点",
                    "{value} is ten or a hundred times the {other} of {day}, or as small a part of it; "
                    "check the decimal point",
                    row.at,
                    value=row.rate.value,
                    other=beside[0].rate.value,
                    day=beside[0].rate.day,
                )


def _blames_the_next(listed: list[Row], place: int) -> bool:
    """Whether a row at an end differs only because the one beside it slipped."""
    at_end = {0: listed[1:3], len(listed) - 1: listed[-2:-4:-1]}.get(place, [])
    return len(at_end) == 2 and at_end[0].slipped(at_end[1])


def _out_of_order(before: Row, row: Row) -> RateError:
    if before.rate.day == row.rate.day:
        zh = "{day}的{pair}汇率重复，{first}已有；请删去一个"
        en = "{day} has a {pair} rate already, at {first}; delete one of them"
    else:
        zh = "{day}排在{first}的{earlier}之后；请按日期从早到晚排列"
        en = "{day} stands after {earlier} ({first}); order the rows by day, the oldest first"
    return RateError(
        zh,
        en,
        row.at,
        day=row.rate.day,
        pair=f"{row.rate.base}–{row.rate.quote}",
        first=before.at,
        earlier=before.rate.day,
    )
