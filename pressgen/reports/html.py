"""Findings as one page a revisor can open, print or send on: every sentence with its fault marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from pressgen.document import Release, Span
from pressgen.errors import UI, Wording
from pressgen.findings import Finding
from pressgen.reports.console import CUT, FIX, NOTHING, SEVERITIES, ordered, place, summary
from pressgen.reports.excerpt import Texts, excerpt, texts, visible

_TITLE = Wording("稿件检查结果", "Findings")
_STYLE = """\
body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #1a1a1a;
 max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h2 { font-size: 1rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #ccc; overflow-wrap: anywhere; }
section { border-left: 4px solid #999; padding: .1rem 0 .1rem .8rem; margin: 1rem 0; break-inside: avoid; }
section.error { border-color: #b3261e; } section.warning { border-color: #b26a00; }
section.note { border-color: #2a6a8e; }
p { margin: .2rem 0; } .where, code { color: #595959; } .fix { font-weight: 600; }
blockquote { margin: .3rem 0; padding: .2rem .6rem; background: #f6f6f4; overflow-wrap: anywhere; }
mark { background: #ffd9d4; padding: 0 .1em; } .related mark { background: #d8eafd; }"""


def report(findings: Sequence[Finding], release: Release | None = None, ui: UI = "en") -> str:
    """One page of HTML, everything escaped, nothing loaded; ``release`` is what was checked."""
    title = _TITLE.say(ui)
    known = texts(release)
    body = [f"<h1>{title}</h1>", f"<p>{escape(summary(findings, ui) if findings else NOTHING.say(ui))}</p>"]
    for file, group in groupby(ordered(findings), lambda finding: finding.span.file):
        body += [f"<h2>{escape(visible(file))}</h2>"] if file else []
        body += [_finding(finding, known, ui) for finding in group]
    lang = "zh-CN" if ui == "zh" else "en"
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    head = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
    return "\n".join(
        [
            f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>{head}',
            f"<title>{title}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>",
            *body,
            "</body>\n</html>\n",
        ]
    )


def _finding(finding: Finding, known: Texts, ui: UI) -> str:
    return "\n".join([f'<section class="{finding.severity}">', *_lines(finding, known, ui), "</section>"])


def _lines(finding: Finding, known: Texts, ui: UI) -> Iterator[str]:
    severity = SEVERITIES[finding.severity].say(ui)
    rule = escape(finding.rule.id)
    yield f'<p><span class="where">{place(finding.span, ui)}</span> <b>{severity}</b> <code>{rule}</code></p>'
    yield f"<p>{escape(visible(finding.message(ui)))}</p>"
    yield _quoted(finding.span, known)
    for span in finding.related:
        where = " ".join(filter(None, [visible(span.file), place(span, ui)]))
        yield f'<div class="related"><p class="where">→ {escape(where)}</p>{_quoted(span, known)}</div>'
    if finding.fix:
        said = FIX.say(ui, text=visible(finding.fix.text)) if finding.fix.text else CUT.say(ui)
        yield f'<p class="fix">{escape(said)}</p>'


def _quoted(span: Span, known: Texts) -> str:
    quote = excerpt(span, known)
    if not (quote.before or quote.fault or quote.after):
        return ""
    tag = {"zh": "zh-CN", "en": "en", "und": ""}[span.lang]
    said = f"{escape(quote.before)}<mark>{escape(quote.fault)}</mark>{escape(quote.after)}"
    return f'<blockquote lang="{tag}">{said}</blockquote>'
