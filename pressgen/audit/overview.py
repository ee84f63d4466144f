"""The overview of an audit: one page in both languages, charts, tables, and the passages they lead to.

One file without scripts, loading nothing. What counts is in ``Tally``; what a passage shows is in the
rows of ``outputs``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Any

from pressgen.audit.item import Said
from pressgen.audit.overview_style import STYLE
from pressgen.audit.tally import GROUPS, Group, Tally
from pressgen.errors import Wording
from pressgen.text import visible

COLORS = {"error": "#b3261e", "warning": "#d98a1f", "note": "#b9b04a"}
"""The colours of the revisor's page."""
_FEW = 10
_FONT = "system-ui, 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"


def bars(name: str, rows: Sequence[tuple[str, str, Group]], *, lying: bool) -> str:
    """Stacked bars, lying or standing, in the order of the rows: label, target of its link, counts.

    The same rows make the same bytes: dates, comments and scripts of the library are taken out.
    """
    import pygal  # noqa: PLC0415  # only where there is a page to draw
    from lxml import etree  # noqa: PLC0415
    from pygal.style import Style  # noqa: PLC0415

    for finder in [finder for finder in sys.meta_path if isinstance(finder, pygal.PluginImportFixer)]:
        sys.meta_path.remove(finder)  # for maps, which are not used; it would look at every later import
    style = Style(
        background="transparent",
        plot_background="transparent",
        font_family=_FONT,
        colors=tuple(COLORS.values()),
        opacity="1",
        opacity_hover=".8",
        label_font_size=13,
        major_label_font_size=13,
        legend_font_size=13,
    )
    config = pygal.Config(
        js=[], style=style, width=960, legend_at_bottom=True, legend_at_bottom_columns=3, truncate_label=60
    )
    config.height = 130 + 30 * len(rows) if lying else 340
    chart = (pygal.HorizontalStackedBar if lying else pygal.StackedBar)(config)
    chart.uuid = name
    shown = rows[::-1] if lying else rows
    chart.x_labels = [label for label, _, _ in shown]
    chart.x_label_rotation = 0 if lying or len(rows) < 10 else 45
    for severity, title in (("error", "错误 errors"), ("warning", "警告 warnings"), ("note", "提示 notes")):
        chart.add(title, [_bar(group.counts[severity], target) for _, target, group in shown])
    most = max(group.counts.total() for _, _, group in rows)
    if most < _FEW:
        chart.y_labels = range(most + 1)  # of few findings there are no halves
    root = chart.render_tree()
    etree.strip_elements(root, "{*}script", etree.Comment, with_tail=False)
    return str(etree.tostring(root, encoding="unicode"))


def _bar(count: int, target: str) -> dict[str, object]:
    return {"value": count, "xlink": {"href": f"#{target}", "target": "_self"}}


_TITLE = Wording("稿件库检查总览", "Audit of an archive")
_HEADS = {
    "rule": Wording("按规则", "By rule"),
    "month": Wording("按月份", "By month"),
    "office": Wording("按单位", "By office"),
    "author": Wording("按作者", "By author"),
}
_PASSAGES = Wording("原文", "passages")
_WORST = Wording("问题最多的稿件", "The worst documents")
_LEFT = Wording("未能检查或读取", "Not checked or not read")
_SUGGESTED = Wording("建议：", "suggestion: ")
_EMPTY = Wording("稿件库里没有可以检查的稿件。", "There are no texts in this archive that can be checked.")
_FOUND_NOTHING = Wording("没有发现问题。", "Nothing was found.")
_NOT_SAID = Wording("（未注明）", "(not said)")
_COLUMNS = (
    Wording("稿件", "documents"),
    Wording("有错误的稿件", "with errors"),
    Wording("错误", "errors"),
    Wording("警告", "warnings"),
    Wording("提示", "notes"),
)
_DRAWN = {"rule": 15, "month": 36, "office": 12, "author": 12}
"""So many bars of a chart; months are the last ones."""
_LISTED = 50
"""So many rows of a table; the others are in the Parquet files."""


class Page:
    """The page being made: every passage stands in it once, with a number that tables lead to."""

    def __init__(self, tally: Tally, faults: Iterable[Said], left_out: int) -> None:
        self._tally = tally
        self._faults = list(faults)
        self._missing = left_out
        self._numbers: dict[tuple[str, int], int] = {}
        self._passages: list[dict[str, Any]] = []

    def html(self) -> str:
        """The whole page."""
        policy = "default-src 'none'; style-src 'unsafe-inline'"
        worst = list(self._tally.worst())
        own = [self._worst_row(number, *document) for number, document in enumerate(worst, 1)]
        groups = [part for by in GROUPS for part in self._group(by)]
        return "\n".join(
            [
                f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head><meta charset="utf-8">'
                f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
                '<meta name="viewport" content="width=device-width">',
                f"<title>{_TITLE.zh} · {_TITLE.en}</title>\n<style>\n{STYLE}\n</style>\n</head>\n<body>",
                *_choice(),
                f"<main>\n<h1>{_both(_TITLE)}</h1>",
                *self._cards(),
                *self._nothing(),
                *groups,
                *_table_of_worst(own),
                *self._listed(),
                *self._left_out(),
                "</main>\n</body>\n</html>\n",
            ]
        )

    def _cards(self) -> Iterator[str]:
        tally = self._tally
        checked = tally.statuses["checked"]
        bad = "error" if tally.counts["error"] else ""
        share = f"{100 * tally.faulty / checked:.1f}%" if checked else "–"
        cards: tuple[tuple[str, str, Wording], ...] = (
            ("", f"{tally.statuses.total():,}", Wording("稿件（对）", "documents and pairs")),
            ("", f"{tally.compared:,}", Wording("已中英对照", "compared in both languages")),
            ("", f"{tally.figures:,}", Wording("已对照的数字", "figures compared")),
            (bad, f"{tally.faulty:,} ({share})", Wording("有错误的稿件", "documents with errors")),
            (bad, f"{tally.counts['error']:,}", Wording("错误", "errors")),
            ("", f"{tally.counts['warning']:,}", Wording("警告", "warnings")),
            ("", f"{tally.counts['note']:,}", Wording("提示", "notes")),
            (
                "",
                f"{tally.copies:,}",
                Wording("内容与别的稿件完全相同", "the same as another, word for word"),
            ),
            (
                "",
                f"{tally.statuses.total() - checked + self._missing:,}",
                Wording("未能检查", "could not be checked"),
            ),
        )
        yield '<ul class="cards">'
        yield from (f'<li class="{kind}"><b>{count}</b>{_both(name)}</li>' for kind, count, name in cards)
        yield "</ul>"

    def _nothing(self) -> Iterator[str]:
        """Why a page says no more: there was nothing to check, or nothing was found."""
        if not self._tally.statuses:
            yield f"<p>{_both(_EMPTY)}</p>"
        elif not self._tally.counts:
            yield f"<p>{_both(_FOUND_NOTHING)}</p>"

    def _group(self, by: str) -> Iterator[str]:
        """A chart and a table of one kind; each row leads to passages."""
        ranked = self._tally.ranked(by)
        if not ranked or (by != "rule" and [name for name, _ in ranked] == [""]):
            return
        drawn = [pair for pair in ranked if pair[1].counts]
        drawn = drawn[-_DRAWN[by] :] if by == "month" else drawn[: _DRAWN[by]]
        yield f'<h2 id="{by}">{_both(_HEADS[by])}</h2>'
        if drawn:
            place = {name: number for number, (name, _) in enumerate(ranked)}
            rows = [(name or _NOT_SAID.zh, f"{by}-{place[name]}", group) for name, group in drawn]
            yield bars(by, rows, lying=by != "month")
        listed = ranked[-_LISTED:] if by == "month" else ranked[:_LISTED]
        yield from self._table(by, listed, len(ranked) - len(listed))

    def _table(self, by: str, ranked: Sequence[tuple[str, Group]], more: int) -> Iterator[str]:
        columns = [column for number, column in enumerate(_COLUMNS) if by != "rule" or number != 1]
        heads = "".join(f"<th>{_both(column)}</th>" for column in columns)
        first, last = _both(_HEADS[by]), _both(_PASSAGES)
        yield f"<table><thead><tr><th>{first}</th>{heads}<th>{last}</th></tr></thead><tbody>"
        start = more if by == "month" else 0
        for number, (name, group) in enumerate(ranked, start):
            counts = [group.documents, *([] if by == "rule" else [group.faulty]), *group.weight]
            cells = "".join(f"<td>{count:,}</td>" for count in counts)
            said = escape(visible(name)) if name else _both(_NOT_SAID)
            said = f"<code>{said}</code>" if by == "rule" else said
            yield f'<tr id="{by}-{number}"><td>{said}</td>{cells}<td>{self._links(group.passages)}</td></tr>'
        yield "</tbody></table>"
        if more > 0:
            zh, en = f"另有{more:,}项，见documents.parquet", f"{more:,} more: see documents.parquet"
            yield f"<p>{_both(Wording(zh, en))}</p>"

    def _links(self, passages: Iterable[dict[str, Any]]) -> str:
        return " ".join(f'<a class="n" href="#p{n}">{n}</a>' for n in map(self._number, passages)) or "–"

    def _number(self, row: dict[str, Any]) -> int:
        """The number of a passage, which stands in the page from now on."""
        key = row["document"], row["number"]
        if key not in self._numbers:
            self._passages.append(row)
            self._numbers[key] = len(self._passages)
        return self._numbers[key]

    def _worst_row(self, number: int, document: dict[str, Any], findings: Sequence[dict[str, Any]]) -> str:
        counts = "".join(f"<td>{document[level]:,}</td>" for level in ("errors", "warnings", "notes"))
        about = " · ".join(
            escape(visible(document[by])) for by in ("day", "office", "author") if document[by]
        )
        named = f'{number}. {escape(visible(document["document"]))}<br><span class="where">{about}</span>'
        return f"<tr><td>{named}</td>{counts}<td>{self._links(findings)}</td></tr>"

    def _listed(self) -> Iterator[str]:
        """Every passage that something leads to, under its number."""
        if self._passages:
            yield f'<h2 id="passages">{_both(Wording("原文", "Passages"))}</h2>'
        for number, row in enumerate(self._passages, 1):
            yield f'<section class="{row["severity"]}" id="p{number}">'
            yield f"<p><b>{number}</b> <code>{escape(row['rule'])}</code> {_where(row, '')}</p>"
            yield f"<p>{_both(Wording(visible(row['message_zh']), visible(row['message_en'])))}</p>"
            yield _quoted(row, "")
            if row["other_text"] is not None:
                yield f"<p>→ {_where(row, 'other_')}</p>{_quoted(row, 'other_')}"
            if row["fix"]:
                yield f"<p>{_both(_SUGGESTED)}<ins>{escape(visible(row['fix']))}</ins></p>"
            yield "</section>"

    def _left_out(self) -> Iterator[str]:
        """What could not be checked, a line each."""
        if self._faults:
            yield f'<h2 id="faults">{_both(_LEFT)}</h2><ul class="faults">'
            said = (Wording(visible(document.zh), visible(document.en)) for document in self._faults)
            yield from (f"<li>{_both(wording)}</li>" for wording in said)
            yield "</ul>"


def _choice() -> Iterator[str]:
    """Which language to read."""
    for name, label, checked in (
        ("both", "中文 · English", " checked"),
        ("zh", "中文", ""),
        ("en", "English", ""),
    ):
        yield f'<input type="radio" name="ui" id="{name}"{checked}><label for="{name}">{label}</label>'


def _table_of_worst(rows: Sequence[str]) -> Iterator[str]:
    if rows:
        yield f'<h2 id="worst">{_both(_WORST)}</h2><table><thead><tr>'
        heads = (Wording("稿件", "document"), *_COLUMNS[2:], _PASSAGES)
        yield "".join(f"<th>{_both(head)}</th>" for head in heads) + "</tr></thead><tbody>"
        yield from rows
        yield "</tbody></table>"


def _both(said: Wording) -> str:
    """Words in both languages; the page shows what its reader chose."""
    return "".join(
        f'<span class="s" lang="{lang}">{escape(words)}</span>'
        for lang, words in (("zh", said.zh), ("en", said.en))
    )


def _where(row: dict[str, Any], prefix: str) -> str:
    line, block = row[f"{prefix}line"], row[f"{prefix}block"]
    place = (
        f":{line}:{row[f'{prefix}column'] or 1}" if line else f" ¶{block + 1}" if block is not None else ""
    )
    return f'<span class="where">{escape(visible(row[f"{prefix}file"] or ""))}{place}</span>'


def _quoted(row: dict[str, Any], prefix: str) -> str:
    before, text, after = (escape(row[f"{prefix}{part}"] or "") for part in ("before", "text", "after"))
    if not (before or text or after):
        return ""
    kind = ' class="other"' if prefix else ""
    return f"<blockquote{kind}>{before}<mark>{text}</mark>{after}</blockquote>"
