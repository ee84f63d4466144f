"""A month told as a running total or a quarter, or the other way: 9月, “from January to September”."""

from __future__ import annotations

from pressgen.checks.figures.placed import PlacedFigure
from pressgen.checks.found import figures_of
from pressgen.document import Block
from pressgen.figures import Figure
from pressgen.regex import regex

_RUNNING = regex(
    r"\bfirst [\w-]+ months|\bto date\b|\bso far\b|\b(?:to|through|until|ended|ending|by|since|as of)\b"
)
_IN_IT = regex(r"\b(?:in|for|during)\s+(?:the month of\s+)?$")
_ALONE = regex("当月|单月|这一个?月|一个月")


def of_one_month(zh: PlacedFigure, en: PlacedFigure) -> bool:
    """Whether a running total (前11个月) is told as that of its last month (in November), or the other way.

    The English must say “in” that month and of no running total; the Chinese that the month is meant alone.
    A month that the Chinese has besides is told by itself (3月……，一季度累计……).
    """
    if _months(zh.figure) > 1 and _months(en.figure) == 1:
        text, at = en.block.text, en.figure.start
        if _times(en.figure, zh.block) and (
            _times(en.figure, zh.block) == _times(en.figure, en.block)
            or _LAST_YEAR.match(text, en.figure.end)
        ):
            return False
        return bool(_IN_IT.search(text, max(0, at - _NEAR), at)) and not _RUNNING.search(text)
    if _months(zh.figure) == 1 and _months(en.figure) > 1:
        return bool(_ALONE.match(zh.block.text, zh.figure.end)) or _is_of_itself(zh, en)
    return False


def _is_of_itself(zh: PlacedFigure, en: PlacedFigure) -> bool:
    """Whether a Chinese month opens what it tells and nothing there runs on: 8月，全市进口……."""
    text = zh.block.text
    return (
        bool(_OPENS.search(text, 0, zh.figure.start) and not _RUNS_ON.search(text))
        and not any(_months(other) > 1 for other in figures_of(zh.block))
        and not _times(zh.figure, en.block)
    )


_OPENS = regex(r"(?:^|[，。；：“]|(?:今|去|本|当|20\d\d)年)$")
_RUNS_ON = regex("累计|以来|截[至止]|[个头]月|季度|半年|全年|同期|年初|总计|合计")


_LAST_YEAR = regex(r",? (?:of )?(?:last year|the (?:previous|same) year|a year)")


def _times(month: Figure, block: Block) -> int:
    """How often a text names a month."""
    return sum(other.value == month.value for other in figures_of(block))


def _months(figure: Figure) -> int:
    """How many months of a year a figure is, from January or of a quarter; 0 for anything else."""
    first, _, last = str(figure.value).partition("/")
    months = [value[5:7] for value in (first, last) if len(value) == _MONTH_LONG]
    if figure.kind == "date" and len(months) == 1:
        return 1
    if figure.kind != "period" or len(months) != _ENDS:
        return 0
    count = int(months[1]) - int(months[0]) + 1
    return count if months[0] == "01" or count == _QUARTER else 0


_MONTH_LONG, _ENDS, _NEAR, _QUARTER = len("2024-11"), 2, 20, 3
