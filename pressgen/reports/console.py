"""Findings for a person at a terminal: by file, each with its sentence and the fault underlined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pressgen.checks.coverage import Coverage
from pressgen.document import Release, Span
from pressgen.errors import UI, Wording
from pressgen.findings import Finding, Severity
from pressgen.reports.excerpt import Excerpt, Texts, excerpt, texts, width
from pressgen.reports.scope import said
from pressgen.text import visible

SEVERITIES = {
    "error": Wording("错误", "error"),
    "warning": Wording("警告", "warning"),
    "note": Wording("提示", "note"),
}
_COUNTED: dict[Severity, tuple[Wording, Wording]] = {
    "error": (Wording("{n}处错误", "{n} error"), Wording("{n}处错误", "{n} errors")),
    "warning": (Wording("{n}处警告", "{n} warning"), Wording("{n}处警告", "{n} warnings")),
    "note": (Wording("{n}处提示", "{n} note"), Wording("{n}处提示", "{n} notes")),
}
_COLORS = {"error": "1;31", "warning": "1;33", "note": "1;36", "file": "1", "faint": "2"}
_PARAGRAPH = Wording("第{n}段", "paragraph {n}")
NOTHING = Wording("没有发现问题", "no findings")
NOTHING_READ = Wording("读到的部分没有发现问题", "no findings in what could be read")
MORE = Wording("另有{n}处提示属{rule}（--all全部列出）", "{n} more notes of {rule} (--all lists them)")
ONE_MORE = Wording("另有1处提示属{rule}（--all全部列出）", "1 more note of {rule} (--all lists it)")
_INDENT = "    "
_NOTES = 2
"""So many notes of a rule show a habit; the rest of them would only hide what matters."""


def report(
    findings: Sequence[Finding],
    release: Release | None = None,
    ui: UI = "en",
    *,
    color: bool = False,
    everything: bool = False,
    coverage: Coverage | None = None,
) -> str:
    """Findings as lines of text, without a last line end: of a file's notes under one rule the first two.

    ``release`` is what was checked, for the sentences; ``color`` is for terminals only; ``everything``
    lists all notes. ``coverage`` is what was compared: it is said in the end.
    """
    scope = said(coverage, ui) if coverage else []
    if not findings:
        return "\n".join([*nothing(coverage, ui), *scope])
    paint = _Paint(color)
    paragraphs = texts(release)
    lines: list[str] = []
    for file, group in groupby(ordered(findings), lambda finding: finding.span.file):
        lines += [paint(visible(file), "file")] if file else []
        own = list(group)
        shown, more = (own, Counter[str]()) if everything else _limited(own)
        for finding in shown:
            lines += _finding(finding, paragraphs, ui, paint)
        lines += [f"  {paint(_more(rule, count, ui), 'faint')}" for rule, count in more.items()]
        lines.append("")
    return "\n".join([*lines, summary(findings, ui), *scope])


def nothing(coverage: Coverage | None, ui: UI) -> list[str]:
    """That nothing was found, as far as anything was read."""
    unread = coverage.unread if coverage else ()
    if not unread:
        return [NOTHING.say(ui)]
    return [NOTHING_READ.say(ui)] if coverage and (coverage.paragraphs or coverage.alone) else []


def _limited(findings: Iterable[Finding]) -> tuple[list[Finding], Counter[str]]:
    """What is listed, and of which rules how many notes more there are."""
    shown: list[Finding] = []
    counts: Counter[str] = Counter()
    more: Counter[str] = Counter()
    for finding in findings:
        counts[finding.rule.id] += 1
        if finding.severity == "note" and counts[finding.rule.id] > _NOTES:
            more[finding.rule.id] += 1
        else:
            shown.append(finding)
    return shown, more


def _more(rule: str, count: int, ui: UI) -> str:
    return (MORE if count > 1 else ONE_MORE).say(ui, n=count, rule=rule)


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by file, in the order the files came, and by place in each."""
    findings = list(findings)
    files = {file: rank for rank, file in enumerate(dict.fromkeys(f.span.file for f in findings))}
    return sorted(findings, key=lambda f: (files[f.span.file], f.span.block or 0, f.span.start, f.rule.id))


def summary(findings: Sequence[Finding], ui: UI) -> str:
    """How many findings there are of each severity: ``2 errors, 1 warning``."""
    counts = Counter(finding.severity for finding in findings)
    said = [
        _COUNTED[level][counts[level] > 1].say(ui, n=counts[level]) for level in _COUNTED if counts[level]
    ]
    return ("，" if ui == "zh" else ", ").join(said)


def place(span: Span, ui: UI) -> str:
    """Where in its file a span is: cell, line and column, or the paragraph where a file has no lines."""
    if span.cell:
        return span.cell
    if span.line is not None:
        return f"{span.line}:{span.column or 1}"
    return "" if span.block is None else _PARAGRAPH.say(ui, n=span.block + 1)


class _Paint:
    """Text in a terminal's colours, or as it is."""

    def __init__(self, color: bool) -> None:
        self.color = color

    def __call__(self, text: str, kind: str) -> str:
        return f"\x1b[{_COLORS[kind]}m{text}\x1b[0m" if self.color and text else text


def _finding(finding: Finding, paragraphs: Texts, ui: UI, paint: _Paint) -> Iterator[str]:
    severity = paint(SEVERITIES[finding.severity].say(ui), finding.severity)
    where = paint(place(finding.span, ui), "faint")
    message = visible(finding.message(ui))
    yield "  " + "  ".join(filter(None, (where, severity, finding.rule.id, message)))
    yield from _quoted(excerpt(finding.span, paragraphs), finding.severity, paint)
    for span in finding.related:
        yield from _related(span, finding.span.file, paragraphs, ui, paint)
    if finding.fix:
        yield _INDENT + finding.fix.say(ui, visible(finding.fix.text))


def _related(span: Span, file: str, paragraphs: Texts, ui: UI, paint: _Paint) -> Iterator[str]:
    parts = ("" if span.file == file else visible(span.file), place(span, ui))
    yield _INDENT + paint("→ " + ":".join(part for part in parts if part), "faint")
    yield from _quoted(excerpt(span, paragraphs), "note", paint)


def _quoted(quote: Excerpt, kind: str, paint: _Paint) -> Iterator[str]:
    """The sentence, and below it carets under the fault; nothing where neither is known."""
    line = quote.before + quote.fault + quote.after
    if line:
        yield _INDENT + quote.before + paint(quote.fault, kind) + quote.after
        under = "^" * max(1, width(quote.fault))
        yield _INDENT + " " * width(quote.before) + paint(under, kind)
