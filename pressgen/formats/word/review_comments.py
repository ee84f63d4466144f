"""What a comment in Word's margin says: the fault, what to write, its counterpart, the rule and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from pressgen.document import Span
from pressgen.errors import UI, Wording
from pressgen.findings import Finding
from pressgen.formats.word.ooxml import DECLARED, attribute, legal, w
from pressgen.formats.word.runs import run
from pressgen.formats.word.styles import Styles

if TYPE_CHECKING:
    from pressgen.archive import Element

_SEVERITY = {
    "error": Wording("错误", "Error"),
    "warning": Wording("警告", "Warning"),
    "note": Wording("提示", "Note"),
}
_SAID = Wording("{severity}：{message}", "{severity}: {message}")
_ABOUT = Wording("所指文字：“{text}”", "About: “{text}”")
_OTHER = Wording("对照{place}：“{text}”", "Against {place}: “{text}”")
_PARAGRAPH = Wording("第{n}段", "paragraph {n}")
_WHY = Wording("依据：{why}（{rule}）", "Why: {why} ({rule})")
_LONGEST = 200
_MOST = 5
"""So many letters of a quotation, and so many places elsewhere, tell a revisor what is meant."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding as it concerns one span of a file; ``others`` are its spans elsewhere."""

    finding: Finding
    span: Span
    others: tuple[Span, ...]

    @property
    def is_at_fault(self) -> bool:
        """Whether the fault is here, rather than what it was held against."""
        return self.span is self.finding.span


def remarks(findings: list[Finding], name: str) -> Iterator[Remark]:
    """What is to be said in one file: faults in it, and what faults elsewhere were held against."""
    for finding in findings:
        spans = (finding.span, *(span for span in finding.related if _is_elsewhere(span, finding.span)))
        for span in spans:
            if span.file == name:
                others = tuple(other for other in (finding.span, *finding.related) if other != span)
                yield Remark(finding, span, others)


def _is_elsewhere(span: Span, fault: Span) -> bool:
    return span.file != fault.file or span.lang != fault.lang


def lines(remark: Remark, ui: UI, *, exact: bool) -> list[str]:
    """A comment's paragraphs. ``exact``: whether the mark in the text holds just the words meant."""
    finding, span = remark.finding, remark.span
    severity = _SEVERITY[finding.severity].say(ui)
    said = [_SAID.say(ui, severity=severity, message=finding.message(ui))]
    if span.text and not exact:
        said.append(_ABOUT.say(ui, text=_short(span.text)))
    if finding.fix and remark.is_at_fault:
        wanted = finding.fix.say(ui)
        said.append(wanted[:1].upper() + wanted[1:])
    others = [other for other in remark.others if other.text][:_MOST]
    said += [_OTHER.say(ui, place=_place(other, span, ui), text=_short(other.text)) for other in others]
    return [*said, _WHY.say(ui, why=finding.rule.why.say(ui), rule=finding.rule.id)]


def comment(key: int, said: list[str], ui: UI, styles: Styles, stamp: dict[str, str]) -> Element:
    """A comment as Word keeps it; ``stamp`` are its author and date."""
    look = _look(styles.named("annotation text", "paragraph"), "pStyle", "pPr")
    mark = _look(styles.named("annotation reference", "character"), "rStyle", "rPr")
    first = f"<w:r>{mark}<w:annotationRef/></w:r>"
    body = "".join(
        f"<w:p>{look}{first * (index == 0)}{run(legal(line), ui)}</w:p>" for index, line in enumerate(said)
    )
    root = etree.fromstring(f"<w:comments {DECLARED}><w:comment>{body}</w:comment></w:comments>")
    made = root[0]
    initials = stamp[w("author")][:1].upper()
    for name, value in {w("id"): str(key), **stamp, w("initials"): initials}.items():
        made.set(name, value)
    return made


def anchor(key: int, first: Element, last: Element, styles: Styles) -> None:
    """Mark what a comment is about: from before ``first`` to behind ``last``."""
    mark = _look(styles.named("annotation reference", "character"), "rStyle", "rPr")
    xml = (
        f'<w:commentRangeStart w:id="{key}"/><w:commentRangeEnd w:id="{key}"/>'
        f'<w:r>{mark}<w:commentReference w:id="{key}"/></w:r>'
    )
    start, end, reference = etree.fromstring(f"<w:p {DECLARED}>{xml}</w:p>")
    first.addprevious(start)
    last.addnext(end)
    end.addnext(reference)


def _look(style: str, tag: str, around: str) -> str:
    return f'<w:{around}><w:{tag} w:val="{attribute(style)}"/></w:{around}>' if style else ""


def _place(span: Span, here: Span, ui: UI) -> str:
    file = "" if span.file == here.file else span.file.replace("\\", "/").rsplit("/", 1)[-1]
    if span.line is not None:
        return f"{file}:{span.line}"
    number = _PARAGRAPH.say(ui, n=span.block + 1) if span.block is not None else ""
    return " ".join(part for part in (file, number) if part)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
