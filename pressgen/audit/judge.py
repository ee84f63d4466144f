"""One item checked: its texts read, judged as ``check`` judges them, and every finding made a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from pressgen.audit.item import Answer, Item, ItemText, Said, answer
from pressgen.checks.coverage import Coverage, coverage
from pressgen.checks.found import day_of, figures_of
from pressgen.checks.judge import judge
from pressgen.checks.structure.credits import credited
from pressgen.document import Release, Span, passages
from pressgen.errors import FileError, Place, PressgenError, Wording
from pressgen.figures.day import day
from pressgen.findings import Finding
from pressgen.formats import joined, read_bytes
from pressgen.house import House
from pressgen.house.accepted import Acceptance, listed
from pressgen.regex import regex
from pressgen.reports.console import ordered
from pressgen.reports.excerpt import Texts, excerpt, texts
from pressgen.source import decode
from pressgen.source import parse as parse_source
from pressgen.source.file import unreadable
from pressgen.text import LANGUAGES

_MONTH = regex(r"(?<!\d)((?:19|20)\d\d)(?:[-_./年]?)(0[1-9]|1[0-2]|[1-9](?=[-_./月]))")
"""A year and a month in a name: 2023-07, 202307, 2023/7/, 2023年7月."""
_MOMENT = regex(r"^(\d{4}-\d\d-\d\d)[T ].*$", re.DOTALL)
_DAY = regex(r"\d{4}-\d\d-\d\d")
_FIRST = 4
"""So many paragraphs may say the day of a text."""


def judged(item: Item, house: House) -> Answer:
    """The findings of an item; whatever goes wrong with it is said in its answer, nothing is raised."""
    try:
        return _judged(item, house)
    except PressgenError as fault:
        return answer(item, "unread", [Said.of(fault)])
    except _HouseUnreadError as error:
        return _of_this_run(answer(item, "unread", [Said.of(error.fault)]))
    except OSError as error:
        return _of_this_run(
            answer(item, "unread", [Said.of(unreadable(error, None if error.filename else Path(item.key)))])
        )
    except Exception as fault:  # noqa: BLE001  # one document among a million does not stop the others
        return left_out(item, type(fault).__name__)


def _of_this_run(found: Answer) -> Answer:
    """The same for no bytes at all: the next run asks again, the item has done nothing wrong."""
    return replace(found, hash="")


class _HouseUnreadError(Exception):
    """Something of the house could not be read while an item was judged."""

    def __init__(self, fault: PressgenError) -> None:
        super().__init__(str(fault))
        self.fault = fault


def prepare(house: House) -> None:
    """Read all that checks read of a house: what is wrong with it is said once, not of every document.

    Raises HouseError, GlossaryError, RateError, FileError.
    """
    judge(passages("佛山增长5%。", "Foshan rose 5%."), house, ())


def left_out(item: Item, why: str) -> Answer:
    """The answer for a document that a check could not end: ``killed``, ``overtime``, or an error's name."""
    zh, en = _WHY.get(why, (f"检查中出现内部错误（{why}），已略过", f"an internal error ({why}); left out"))
    return answer(item, "left-out", [Said(f"{item.key}: {zh}", f"{item.key}: {en}")])


_WHY = {
    "killed": ("检查它的进程每次都中止，已略过", "whatever process checks it dies; left out"),
    "overtime": (
        "检查超过时限，已略过（--time-limit）",
        "took longer than the time limit; left out (--time-limit)",
    ),
}


def _judged(item: Item, house: House) -> Answer:
    faults: list[Said] = []
    releases = dict(_read(item, house, faults))
    if not releases:
        return answer(item, "unread", faults)
    dated = house.on_day(_day(item, house))
    beside = list(_accepted(item))
    rows: list[dict[str, Any]] = []
    reached = Coverage()
    for release in _groups(list(releases.values())):
        try:
            found = ordered(judge(release, dated, beside).findings)
            reached += coverage(release, dated)
        except PressgenError as fault:
            raise _HouseUnreadError(fault) from None
        rows += _rows(found, texts(release))
    facts = {
        **_about(item, joined(list(releases.values())), dated),
        "paragraphs": reached.paragraphs,
        "figures": reached.figures,
        "compared": not reached.alone,
    }
    return answer(item, "checked", faults, rows, **facts)


def _read(item: Item, house: House, faults: list[Said]) -> Iterator[tuple[int, Release]]:
    """What of the item can be read; why not stands among the faults."""
    for number, text in enumerate(item.texts):
        if text.fault:
            faults.append(text.fault)
            continue
        try:
            release = _words_of(text, house)
            _refuse_wordless(release, text)
        except PressgenError as fault:
            faults.append(Said.of(fault))
        else:
            yield number, release


def _words_of(text: ItemText, house: House) -> Release:
    """A file as its format says; a row as a passage, of several lines as a paragraph a line."""
    if text.lang == "und" or b"\n" in text.data.strip():
        return read_bytes(text.data, text.name, text.suffix or ".txt", house.forms)
    words = text.data.decode()
    return passages(words, "", text.name) if text.lang == "zh" else passages("", words, text.name)


def _refuse_wordless(release: Release, text: ItemText) -> None:
    if not any(block.text.strip() for block in release.blocks):
        raise FileError("没有文字", "there are no words in it", Place(text.name))


def _groups(releases: Sequence[Release]) -> Iterator[Release]:
    """Texts in different languages together; two of one language are no pair, and stand alone."""
    if len({_language(release) for release in releases}) == len(releases):
        yield joined(releases)
    else:
        yield from releases


def _language(release: Release) -> str:
    return max(("zh", "en"), key=lambda lang: sum(len(b.text) for b in release.blocks if b.lang == lang))


def _day(item: Item, house: House) -> date | None:
    """The day the archive says, of a moment its day; else that of the whole run. Raises UsageError."""
    written = _MOMENT.sub(r"\1", item.about.day)
    return day(written, Place(item.key)) if written else house.on


def _accepted(item: Item) -> Iterator[Acceptance]:
    for folder, data in item.accepted:
        name = f"{folder}/pressgen.accepted.yaml".lstrip("/")
        yield from listed(parse_source(decode(data, name), name), Path(folder))


def _about(item: Item, release: Release, house: House) -> dict[str, str]:
    """What the archive does not say, as the text itself does.

    The month is that of the day; of a text without one that in its name, else of the first day it writes of.
    """
    on = day_of(release, house)
    written = on.isoformat() if on else ""
    return {
        "day": written,
        "month": written[:7] or _month_in(item.key) or _month_of(release),
        "office": item.about.office,
        "author": item.about.author or _reporters(release, house),
    }


def _month_in(name: str) -> str:
    found = _MONTH.search(name)
    return f"{found[1]}-{int(found[2]):02}" if found else ""


def _month_of(release: Release) -> str:
    """The month of the first whole date among the first paragraphs."""
    for block in release.blocks[:_FIRST]:
        for figure in figures_of(block):
            if figure.kind == "date" and _DAY.fullmatch(str(figure.value)):
                return str(figure.value)[:7]
    return ""


def _reporters(release: Release, house: House) -> str:
    """Who wrote it as the credit lines say: of the Chinese text where there is one."""
    for lang in LANGUAGES:
        found = credited(release, house.style.credits, lang)
        names = [name for each in found if each.credit.role == "reporter" for name in each.credit.people]
        if names:
            return "、".join(names) if lang == "zh" else ", ".join(names)
    return ""


def _rows(findings: Sequence[Finding], paragraphs: Texts) -> Iterator[dict[str, Any]]:
    for number, finding in enumerate(findings, 1):
        span = finding.span
        yield {
            "number": number,
            "rule": finding.rule.id,
            "severity": finding.severity,
            **_place(span),
            **_words("", span, paragraphs),
            **_other(finding, paragraphs),
            "values": {name: _plain(value) for name, value in finding.fields.items()},
            "message_zh": finding.message("zh"),
            "message_en": finding.message("en"),
            "fix": finding.fix.text if finding.fix else None,
            "fix_safe": finding.fix.safe if finding.fix else None,
        }


def _plain(value: object) -> str:
    """A field of a message as text; what speaks two languages speaks English here."""
    return value.say("en") if isinstance(value, Wording | PressgenError) else str(value)


def _place(span: Span) -> dict[str, Any]:
    return {
        "file": span.file,
        "lang": span.lang,
        "block": span.block,
        "start": span.start,
        "end": span.end,
        "line": span.line,
        "column": span.column,
        "cell": span.cell or None,
    }


def _words(prefix: str, span: Span | None, paragraphs: Texts) -> dict[str, str | None]:
    """The sentence a span stands in: before it, the span itself, behind it."""
    names = (f"{prefix}before", f"{prefix}text", f"{prefix}after")
    if span is None:
        return dict.fromkeys(names)
    quote = excerpt(span, paragraphs)
    return dict(zip(names, (quote.before, quote.fault, quote.after), strict=True))


def _other(finding: Finding, paragraphs: Texts) -> dict[str, Any]:
    """The place in the other text, where the finding names one."""
    span = finding.related[0] if finding.related else None
    place = {
        f"other_{name}": getattr(span, name, None) for name in ("file", "lang", "block", "line", "column")
    }
    return place | _words("other_", span, paragraphs)


def office_of(name: str) -> str:
    """The folder an archive keeps a file in, at its first level: that of an office, mostly."""
    parts = PurePosixPath(name).parts
    return parts[0] if len(parts) > 1 else ""
