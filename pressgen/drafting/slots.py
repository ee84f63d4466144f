"""The house's patterns, filled: ``{published:MMMM d, y}``, ``{city:upper}``, ``{phone}``."""

from __future__ import annotations

from pressgen.drafting.prose import Prose
from pressgen.drafting.teller import Teller
from pressgen.drafting.token import Token
from pressgen.errors import EventError, Place, Wording
from pressgen.events.model import Event, Fact
from pressgen.events.values import Name, Text
from pressgen.figures import Figure
from pressgen.glossary import Entry
from pressgen.house.dates import DateForm
from pressgen.house.pattern import UPPER
from pressgen.house.words import Line
from pressgen.regex import regex

_DATED = ("date", "datetime")
_HOMES = (
    "promoter",
    "area",
    "delegation",
    "delegation.to",
    "city",
    "announcement.issuer",
    "institution.name",
    "issuers.0",
)
_OF_A_CITY = regex("[\u4e00-\u9fff]{2,6}?市")
"""Facts that say whose news it is; the first that is given decides."""
_ELSE = {"updated": "published", "dateline": "city"}
"""An event that was not updated is of its publication; a release is issued where the event was."""


def filled(pattern: Line, teller: Teller, prefix: str = "") -> Prose:
    """A pattern with its facts; ``prefix`` is the path of the item whose fields it names.

    Raises EventError for a fact that was not given, and where a minute is printed but not given.
    """
    prose = Prose()
    for piece in pattern.pieces:
        if isinstance(piece, str):
            prose.add(piece)
        else:
            prose.append(_slot(teller, piece.name, piece.form, prefix))
    return prose


def is_given(pattern: Line, teller: Teller, prefix: str) -> bool:
    """Whether every fact that a pattern names was given."""
    return all(prefix + slot.name in teller.event.facts for slot in pattern.slots)


def byline(teller: Teller, path: str) -> Prose:
    """A person's name as it was written, if its letters are Latin: the same in both languages."""
    value = teller.event.facts[path].value
    if isinstance(value, Name) and value.text and value.text.isascii():
        prose = Prose()
        prose.state(value.text, "name", path)
        return prose
    return teller.fact(Token(path).then("full"), brief=True)


def _slot(teller: Teller, name: str, form: str, prefix: str) -> Prose:
    fact = _fact(teller.event, prefix, name)
    if fact is None:
        raise EventError(
            "{house}要印{name}，请填写",
            "{house} prints {name}; write it",
            Place(str(teller.event.file)),
            house=Wording(teller.house.style.title.zh, teller.house.name),
            name=_called(teller.event, prefix + name),
        )
    if fact.field.kind in _DATED:
        return _date(teller, fact, form)
    prose = _home(teller, fact) if name == "dateline" else _words(teller, fact)
    return Prose(prose.text.upper(), prose.facts) if form == UPPER else prose


def _called(event: Event, path: str) -> Wording:
    """A field as forms call it, and as the event file has it: 电头地点（dateline）."""
    field = event.fields.find(path)
    return Wording(f"{field.label.zh}（{path}）" if field else path, path)


def _fact(event: Event, prefix: str, name: str) -> Fact | None:
    """A fact; where it was not given, what stands for it."""
    return event.facts.get(prefix + name) or event.facts.get(_ELSE.get(name, ""))


def _home(teller: Teller, dateline: Fact) -> Prose:
    """Where a release is issued: the house's own city gives way to another whose news it is.

    That is who promotes itself, is counted or announces, else where it takes place; a city of China, since
    elsewhere nobody issues what a house of China writes.
    """
    event = teller.event
    home = next((event.facts[path] for path in _HOMES if path in event.facts), None)
    own, other = (_city(teller, fact) for fact in (dateline, home))
    if dateline.at.file == str(event.file) or own is None or other is None or other.id == own.id:
        return teller.fact(Token(dateline.path).then("full"), brief=True)
    prose = Prose()
    prose.state(other.name(teller.lang), "name", dateline.path)
    return prose


def _city(teller: Teller, fact: Fact | None) -> Entry | None:
    """The city that a name is, or whose body it is: 九江 of 九江市卫生健康委员会."""
    written = (fact.value.text or fact.value.zh) if fact and isinstance(fact.value, Name) else ""
    body = _OF_A_CITY.match(written)
    known = teller.house.gazetteer
    entry = known.entry(body[0]) if body else known.entry(written) or known.city(written)
    return entry if entry and entry.id.endswith("市") else None


def _words(teller: Teller, fact: Fact) -> Prose:
    if isinstance(fact.value, Name) and fact.path.endswith(".name"):
        return byline(teller, fact.path)
    return teller.fact(Token(fact.path), brief=not isinstance(fact.value, Text))


def _date(teller: Teller, fact: Fact, form: str) -> Prose:
    value = str(fact.value.value if isinstance(fact.value, Figure) else fact.value)
    dates = teller.house.style.dates
    written = DateForm(form) if form else dates.full.of(teller.lang)
    if written.has_clock and "T" not in value:
        raise EventError(
            "{house}把{name}写到分钟，请写成{day} 16:17这样",
            "{house} gives the minute of {name}; write it, such as {day} 16:17",
            fact.at,
            house=teller.house.name,
            name=fact.path,
            day=value,
        )
    prose = Prose()
    prose.state(dates.written(written, value, teller.lang), "date", fact.path)
    return prose
