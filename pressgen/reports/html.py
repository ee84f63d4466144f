"""Findings as a revisor's page: both texts side by side, every fault marked and numbered, then the list."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from pressgen.checks.coverage import Coverage
from pressgen.document import Block, Release, Span
from pressgen.errors import UI, Wording
from pressgen.findings import Finding, Severity
from pressgen.reports.console import SEVERITIES, nothing, ordered, place, summary
from pressgen.reports.excerpt import Texts, excerpt
from pressgen.reports.html_rows import Row, SideBySide, side_by_side
from pressgen.reports.scope import said
from pressgen.text import visible

STYLE = """\
@page { margin: 14mm; }
* { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #1a1a1a;
 max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #ccc; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: 2rem 0 1.5rem; }
th { text-align: left; font-size: .85rem; color: #595959; border-bottom: 2px solid #888; }
th, td { padding: .3rem .8rem; vertical-align: top; overflow-wrap: anywhere; }
td { border-bottom: 1px solid #ddd; } .columns2 td + td { border-left: 1px solid #ddd; }
tr { break-inside: avoid; } td p { white-space: pre-wrap; line-height: 1.9; }
.headline { font-weight: 700; font-size: 1.15em; } .subhead { font-weight: 700; }
.caption, .credits, .photo { font-size: .9em; color: #444; }
section { border-left: 4px solid #999; padding: .1rem 0 .1rem .8rem; margin: .9rem 0; break-inside: avoid;
 overflow-wrap: anywhere; }
section.error { border-color: #b3261e; } section.warning { border-color: #b26a00; }
section.note { border-color: #6b6b00; } section:target, sup:target { outline: 2px solid #2a6a8e; }
p { margin: .2rem 0; } .where, code { color: #595959; font-size: .9em; } .fix { font-weight: 600; }
blockquote { margin: .3rem 0; padding: .2rem .6rem; background: #f6f6f4; }
mark { color: inherit; background: #ffd9d4; }
.warning mark { background: #ffe3b8; } .note mark { background: #f4f1b4; }
ins { text-decoration: none; background: #d9f0d6; white-space: pre-wrap; }
td mark { border-bottom: 2px solid #b3261e; }
td mark.warning { background: #ffe3b8; border-bottom: 2px dashed #b26a00; }
td mark.note { background: #f4f1b4; border-bottom: 2px dotted #6b6b00; }
td mark.related { background: #d8eafd; border-bottom: 3px double #2a6a8e; }
td mark.shared { box-shadow: inset 0 0 0 1px #1a1a1a; }
section .related mark { background: #d8eafd; }
sup { font-size: .7em; line-height: 0; font-weight: 700; padding: 0 .15em; }
sup::before { content: "\\2060"; }
sup a, .number a { color: inherit; text-decoration: none; }
sup.error { color: #b3261e; } sup.warning { color: #8f5500; } sup.note { color: #5c5c00; }
sup.related { color: #2a6a8e; }
@media print { body { font-size: 10.5pt; margin: 0; padding: 0; max-width: none; } h1 { margin-top: 0; } }"""


_TITLE = Wording("稿件检查结果", "Findings")
_ELSEWHERE = Wording("以下问题在文中没有标出", "Not marked in the text")
_TAGS = {"zh": "zh-CN", "en": "en", "und": ""}
_Key = tuple[str, int | None]
_KINDS = ("error", "warning", "note", "related")
"""The first that covers a character gives it its colour."""
_CARET = "‸"
"""What is marked where something is missing between two characters."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A stretch of a text (code points, half-open), the number of its finding, and what it is to it."""

    start: int
    end: int
    number: int
    kind: Severity | Literal["related"]


_Marks = Mapping[_Key, Sequence[Numbered]]


def report(
    findings: Sequence[Finding],
    release: Release | None = None,
    ui: UI = "en",
    coverage: Coverage | None = None,
) -> str:
    """One page of HTML, everything escaped, nothing loaded; ``release`` is what was checked.

    Findings are numbered as they are met when the texts are read row by row.
    """
    title = _TITLE.say(ui)
    counted = [summary(findings, ui)] if findings else nothing(coverage, ui)
    lines = [*counted, *(said(coverage, ui) if coverage else ())]
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    head = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
    return "\n".join(
        [
            f'<!DOCTYPE html>\n<html lang="{_TAGS[ui]}">\n<head>{head}',
            f"<title>{title}</title>\n<style>\n{STYLE}\n</style>\n</head>\n<body>",
            f"<h1>{title}</h1>",
            *(f"<p>{escape(line)}</p>" for line in lines),
            *_body(findings, release or Release(()), ui),
            "</body>\n</html>\n",
        ]
    )


def _body(findings: Sequence[Finding], release: Release, ui: UI) -> Iterator[str]:
    tables = list(side_by_side(release, findings))
    paragraphs = {_key(block.at): block.text for table in tables for block in _blocks(table)}
    waiting = defaultdict(list)
    for finding in ordered(findings):
        waiting[_key(finding.span) if _stands(finding.span, paragraphs) else None].append(finding)
    lists = [
        [finding for block in _blocks(table) for finding in waiting.pop(_key(block.at), [])]
        for table in tables
    ]
    rest = [finding for group in waiting.values() for finding in group]
    numbered = list(enumerate((finding for group in (*lists, rest) for finding in group), 1))
    marks = _marks(numbered, paragraphs)
    start = 0
    for table, group in zip(tables, lists, strict=True):
        yield from _table(table, marks)
        yield from (
            _finding(number, finding, paragraphs, ui)
            for number, finding in numbered[start : start + len(group)]
        )
        start += len(group)
    yield from [f"<h2>{_ELSEWHERE.say(ui)}</h2>"] * bool(rest and tables)
    yield from (_finding(number, finding, paragraphs, ui) for number, finding in numbered[start:])


def _key(span: Span) -> _Key:
    return span.file, span.block


def _stands(span: Span, paragraphs: Texts) -> bool:
    """Whether a span's own text stands where it says."""
    text = paragraphs.get(_key(span))
    return (
        text is not None
        and 0 <= span.start <= span.end <= len(text)
        and text[span.start : span.end] == (span.text or text[span.start : span.end])
    )


def _blocks(table: SideBySide) -> Iterator[Block]:
    return (block for row in table.rows for cell in row for block in cell)


def _marks(numbered: Sequence[tuple[int, Finding]], paragraphs: Texts) -> _Marks:
    marks = defaultdict(list)
    for number, finding in numbered:
        if _stands(finding.span, paragraphs):
            span = finding.span
            marks[_key(span)].append(Numbered(span.start, span.end, number, finding.severity))
        for span in finding.related:
            if _stands(span, paragraphs):
                marks[_key(span)].append(Numbered(span.start, span.end, number, "related"))
    return marks


def _table(table: SideBySide, marks: _Marks) -> Iterator[str]:
    names = [escape(visible(", ".join(filter(None, files)))) for files in table.files]
    yield f'<table class="columns{len(names)}">'
    if any(names):
        yield "<thead><tr>" + "".join(f'<th scope="col">{name}</th>' for name in names) + "</tr></thead>"
    yield "<tbody>"
    yield from (_row(row, table, marks) for row in table.rows)
    yield "</tbody>\n</table>"


def _row(row: Row, table: SideBySide, marks: _Marks) -> str:
    cells = (
        f'<td lang="{_TAGS[lang]}">{"".join(_paragraph(block, marks) for block in cell)}</td>'
        for lang, cell in zip(table.langs, row, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"


def _paragraph(block: Block, marks: _Marks) -> str:
    return f'<p class="{block.role}">{marked(block.text, marks.get(_key(block.at), ()))}</p>'


def _finding(number: int, finding: Finding, paragraphs: Texts, ui: UI) -> str:
    lines = "\n".join(_lines(number, finding, paragraphs, ui))
    return f'<section class="{finding.severity}" id="f{number}">\n{lines}\n</section>'


def _lines(number: int, finding: Finding, paragraphs: Texts, ui: UI) -> Iterator[str]:
    severity = SEVERITIES[finding.severity].say(ui)
    said = f'<a href="#m{number}">{number}</a>' if _stands(finding.span, paragraphs) else str(number)
    where = escape(_where(finding.span, ui))
    yield f'<p><b class="number">{said}</b> <b>{severity}</b> <code>{escape(finding.rule.id)}</code>'
    yield f'<span class="where">{where}</span></p>'
    yield f"<p>{escape(visible(finding.message(ui)))}</p>"
    yield _quoted(finding.span, paragraphs)
    for span in finding.related:
        where = escape(_where(span, ui))
        quote = "" if _stands(span, paragraphs) else _quoted(span, paragraphs)
        yield f'<div class="related"><p class="where">→ {where}</p>{quote}</div>'
    if finding.fix:
        text = escape(visible(finding.fix.text))
        yield f'<p class="fix">{finding.fix.say(ui, f"<ins>{text}</ins>")}</p>'


def _where(span: Span, ui: UI) -> str:
    return " ".join(filter(None, [visible(span.file), place(span, ui)]))


def _quoted(span: Span, paragraphs: Texts) -> str:
    quote = excerpt(span, paragraphs)
    if not (quote.before or quote.fault or quote.after):
        return ""
    said = f"{escape(quote.before)}<mark>{escape(quote.fault)}</mark>{escape(quote.after)}"
    return f'<blockquote lang="{_TAGS[span.lang]}">{said}</blockquote>'


def marked(text: str, marks: Sequence[Numbered]) -> str:
    """The text, escaped; each mark's number stands behind its last character and leads to ``#f`` number.

    >>> marked("a < b", [Numbered(2, 3, 1, "error")])
    'a <mark class="error">&lt;</mark><sup class="error" id="m1"><a href="#f1">1</a></sup> b'
    """
    return "".join(_pieces(text, marks))


def _pieces(text: str, marks: Sequence[Numbered]) -> Iterator[str]:
    opening, closing = defaultdict(list), defaultdict(list)
    for mark in marks:
        opening[mark.start].append(mark)
        closing[mark.end].append(mark)
    active: Counter[str] = Counter()
    last = 0
    for at in sorted({*opening, *closing}):
        yield _stretch(text[last:at], active)
        active.subtract(mark.kind for mark in closing[at] if mark.start < mark.end)
        yield from _numbers(closing[at])
        active.update(mark.kind for mark in opening[at] if mark.start < mark.end)
        last = at
    yield _stretch(text[last:], active)


def _stretch(text: str, active: Counter[str]) -> str:
    said = escape("\n".join(visible(line) for line in text.split("\n")))
    kind = next((kind for kind in _KINDS if active[kind] > 0), "")
    if not kind or not said:
        return said
    shared = " shared" if active.total() > 1 else ""
    return f'<mark class="{kind}{shared}">{said}</mark>'


def _numbers(closing: Sequence[Numbered]) -> Iterator[str]:
    for mark in sorted(closing, key=lambda mark: mark.number):
        if mark.start == mark.end:
            yield f'<mark class="{mark.kind}">{_CARET}</mark>'
        name = "" if mark.kind == "related" else f' id="m{mark.number}"'
        yield f'<sup class="{mark.kind}"{name}><a href="#f{mark.number}">{mark.number}</a></sup>'
