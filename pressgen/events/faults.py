"""What is suspicious in an event though every fact of it can be read: a list of findings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from pressgen import text as characters
from pressgen.document import Span
from pressgen.errors import Wording
from pressgen.events import rules, totals
from pressgen.events.model import Event, Fact, span
from pressgen.events.values import Name, Text
from pressgen.figures.figure import Figure, plain
from pressgen.findings import Finding
from pressgen.regex import regex
from pressgen.text import Language

_SEVERAL = regex(r"\s*[、，,;；/]\s*")
_YEAR = 366
_FAR = 21
"""So many days between an embargo and its dateline are no more usual."""
_SHORT = 9
"""No more letters than these may be an abbreviation or a brand in a Chinese text."""
_COMMON = regex(
    r"(?<=[ -])[a-z]{3,}\b|^the |\b(?:Road|Street|Avenue|Square|Hotel|Park|Bridge|Station|Terminal|Airport"
    r"|Port|Museum|Library|Hospital|University|College|School|Stadium|Gymnasium|Theat(?:er|re)|Hall"
    r"|Cent(?:er|re)|District|County|Province|Prefecture|Town|Township|Village|Subdistrict|Bureau"
    r"|Department|Government|Committee|Commission|Administration|Association|Federation|Institute"
    r"|Troupe|Conference|Exhibition|Festival|Marathon)$"
)
"""What no brand has: small letters behind the first word, or a last word that says what it is."""
_LANGUAGES = {"zh": Wording("中文", "Chinese"), "en": Wording("英文", "English")}
_SAID = ("growth", "points", "times")


def faults(event: Event) -> list[Finding]:
    """Every finding about the facts alone, in the order of the file."""
    found = [finding for look in _LOOKS for finding in look(event)]
    return sorted(found, key=lambda finding: (finding.span.line or 0, finding.span.column or 0))


def _hidden(event: Event) -> Iterator[Finding]:
    for fact in event.facts.values():
        for written in _written(fact):
            found = characters.invisible(written)
            if found:
                position, character = found
                place = span(fact, position, position + 1, written)
                yield rules.HIDDEN.at(place, path=fact.path, position=position + 1, character=character)


def _written(fact: Fact) -> list[str]:
    value = fact.value
    if isinstance(value, (Text, Name)):
        parts = {getattr(value, "text", ""), value.zh, value.en}
        return sorted(part for part in parts if part)
    return [fact.text]


def _mixed(event: Event) -> Iterator[Finding]:
    """Bare fractions among percentages: 0.2548 beside 21.36%."""
    growths = [fact for fact in event.facts.values() if fact.field.kind in ("percent", "change")]
    signed = [fact for fact in growths if not _bare(fact)]
    for fact in growths:
        if signed and _fraction(fact) and isinstance(fact.value, Figure):
            sister, value = signed[0], fact.value.value
            yield rules.MIXED.at(
                span(fact),
                related=(span(sister),),
                path=fact.path,
                written=fact.text,
                read=f"{plain(value)}%",
                sister=sister.path,
                other=sister.text,
                meant=f"{_hundredfold(fact.value)}%",
            )


def _bare(fact: Fact) -> bool:
    return fact.text.strip("+-−. 0123456789") == ""


def _fraction(fact: Fact) -> bool:
    value = fact.value.value if isinstance(fact.value, Figure) else ""
    return _bare(fact) and not isinstance(value, str) and 0 < abs(value) < 1


def _hundredfold(figure: Figure) -> str:
    return "" if isinstance(figure.value, str) else plain(figure.value * 100)


def _one_person(event: Event) -> Iterator[Finding]:
    reporters = {fact.text.casefold(): fact for fact in event.under("credits.reporter")}
    for fact in event.under("credits.revisor"):
        reporter = reporters.get(fact.text.casefold())
        if reporter:
            yield rules.ONE_PERSON.at(span(fact), related=(span(reporter),), name=fact.text)


def _names_in_one(event: Event) -> Iterator[Finding]:
    """Credits only: names of bodies and industries may hold a comma."""
    for fact in event.facts.values():
        parts = _SEVERAL.split(fact.text) if fact.path.startswith("credits.") else []
        if len(parts) > 1 and all(parts):
            yield rules.ONE_NAME.at(span(fact), path=fact.path, written=fact.text, list=", ".join(parts))


def _swapped(event: Event) -> Iterator[Finding]:
    for fact in event.facts.values():
        if not isinstance(fact.value, Text | Name):
            continue
        zh, en = fact.value.zh, fact.value.en
        if _is_english(fact, zh):
            yield rules.SWAPPED.at(span(fact, text=zh), path=fact.path, lang="zh", written=zh)
        elif characters.script(en) == "zh":
            yield rules.SWAPPED.at(span(fact, text=en), path=fact.path, lang="en", written=en)


def _is_english(fact: Fact, words: str) -> bool:
    """Whether words typed as Chinese are English; brands and names of persons may stay in Latin letters."""
    if characters.han(words):
        return False
    if isinstance(fact.value, Text):
        return characters.latin(words) > _SHORT
    return not fact.path.startswith("credits.") and bool(_COMMON.search(words))


def _long_ago(event: Event) -> Iterator[Finding]:
    published = date.fromisoformat(event.published[:10])
    for path in ("date", "end"):
        fact = event.facts.get(path)
        if fact is None or not isinstance(fact.value, Figure):
            continue
        if (published - date.fromisoformat(str(fact.value.value))).days > _YEAR:
            yield rules.LONG_AGO.at(span(fact), path=path, written=fact.text)


def _far_embargo(event: Event) -> Iterator[Finding]:
    embargo = event.facts.get("embargo")
    if embargo is None:
        return
    ends, published = (date.fromisoformat(moment[:10]) for moment in (str(embargo.value), event.published))
    days = abs((ends - published).days)
    if days > _FAR:
        yield rules.FAR_EMBARGO.at(
            span(embargo), embargo=embargo.text.replace("T", " "), published=event.published[:10], days=days
        )


def _left_out(event: Event) -> Iterator[Finding]:
    for at in event.left_out:
        place = Span(at.file, None, 0, len(at.cell), at.cell, cell=at.cell)
        yield rules.LEFT_OUT.at(place, sheet=at.cell)


def _back_translated(event: Event) -> Iterator[Finding]:
    for said in event.facts.values():
        quote, _, name = said.path.rpartition(".")
        words = event.facts.get(f"{quote}.text")
        if name == "original" and words and isinstance(words.value, Text) and not words.value.of(_lang(said)):
            yield rules.BACK_TRANSLATED.at(
                span(words), name=event.facts[f"{quote}.name"].text, spoken=_LANGUAGES[_lang(said)]
            )


def _lang(fact: Fact) -> Language:
    return "zh" if fact.value == "zh" else "en"


def _disagreeing(event: Event) -> Iterator[Finding]:
    """Changes that do not lead from what a figure was to what it is."""
    for fact in event.facts.values():
        before = fact.companions.get("from")
        for name in _SAID:
            change = fact.companions.get(name)
            if before and change and _comparable(fact) and (right := _differs(fact, before, change)):
                yield rules.CHANGE.at(
                    span(change),
                    related=(span(fact), span(before)),
                    path=change.path,
                    written=change.text,
                    before=before.text,
                    after=fact.text,
                    right=right,
                )


def _two_bases(event: Event) -> Iterator[Finding]:
    """A change told beside a record, and the day of the record so far: the change would be from that day."""
    for fact in event.facts.values():
        given = fact.companions
        changes = [given[name] for name in _SAID if name in given]
        if changes and {"than", "record", "from"} <= given.keys() and "set" not in given:
            than = given["than"]
            yield rules.TWO_BASES.at(
                span(than), related=(span(changes[0]),), path=than.path, change=changes[0].path
            )


def _comparable(fact: Fact) -> bool:
    """A change in real terms is none of these two sums; beside a record stands the one before it."""
    basis = fact.companions.get("basis")
    return (basis is None or basis.value == "nominal") and "record" not in fact.companions


def _differs(fact: Fact, before: Fact, change: Fact) -> str:
    """What the change comes to, if the one that was written cannot be it."""
    ends, starts, said = _range(fact), _range(before), _range(change)
    if not ends or not starts or not said or starts[0] <= 0 or not isinstance(change.value, Figure):
        return ""
    of = {"percent": _growth, "multiple": _ratio}.get(change.value.kind, _difference)
    if of is _difference and (not isinstance(fact.value, Figure) or fact.value.kind != "percent"):
        return ""
    results = [of(end, start) for end in ends for start in starts]
    if max(results) >= said[0] and min(results) <= said[1]:
        return ""
    middle = of((ends[0] + ends[1]) / 2, (starts[0] + starts[1]) / 2)
    unit = {"percent": "%", "multiple": "倍"}.get(change.value.kind, "个百分点")
    return f"{plain(round(middle, 2))}{unit}"


def _growth(after: Decimal, before: Decimal) -> Decimal:
    return (after / before - 1) * 100


def _ratio(after: Decimal, before: Decimal) -> Decimal:
    return after / before


def _difference(after: Decimal, before: Decimal) -> Decimal:
    return after - before


def _range(fact: Fact) -> tuple[Decimal, Decimal] | None:
    """What a figure may be, as exactly as it is written; None where it is hedged."""
    figure = fact.value
    if not isinstance(figure, Figure) or isinstance(figure.value, str) or figure.modifier or figure.high:
        return None
    half = (figure.precision or abs(figure.value) / 100) / 2
    return figure.value - half, figure.value + half


_LOOKS = (
    _left_out,
    totals.faults,
    _disagreeing,
    _two_bases,
    _back_translated,
    _mixed,
    _hidden,
    _one_person,
    _names_in_one,
    _swapped,
    _long_ago,
    _far_embargo,
)
