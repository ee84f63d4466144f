"""The pass that remembers: tokens become names in full or short, sums with or without dollars.

It goes once through the paragraphs of one language in the house's order. A name stands in full at
its first mention and is short afterwards; a sum has its dollars once. Headlines and captions are
quiet: they use the short forms and are not remembered.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pressgen.document import Mark
from pressgen.drafting import articles, dollars, sentences
from pressgen.drafting.amounts import Amounts
from pressgen.drafting.people import People
from pressgen.drafting.speech import spoken
from pressgen.drafting.token import Token, pieces
from pressgen.drafting.told import Told
from pressgen.events.model import Event, Fact
from pressgen.events.values import Name, Text
from pressgen.figures import Figure, Language
from pressgen.glossary import Entry
from pressgen.house import House
from pressgen.text import script

_DATED = re.compile(r"\d, \d{4}$")
_DIGIT = re.compile(r"[1-9](?= [a-z])(?! (?:[mbtr]+illion|yuan|mu)\b)")
_NUMBERS = ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"]
_REFERENCE = re.compile(r"\{([a-z][a-z0-9_.]*)\}")


class Teller:
    """Tells the facts of one event in one language of one house."""

    def __init__(self, event: Event, house: House, lang: Language) -> None:
        self.event = event
        self.house = house
        self.lang = lang
        self.amounts = Amounts(event, house, lang)
        self.named: set[str] = set()
        self.summed: set[tuple[object, ...]] = set()
        self.people = People(self)
        self.day = ""

    def paragraph(self) -> None:
        """A new paragraph begins: what day it is has to be said again."""
        self.day = ""

    def tell(self, text: str, *, quiet: bool = False) -> Told:
        """A rendered line as it will be printed. An English sentence begins with a capital."""
        told = Told()
        parts = list(pieces(text))
        for part in parts:
            if isinstance(part, Token):
                told.append(self.fact(part, quiet=quiet))
            else:
                told.add(part)
        head = told.text.split(" ", 1)[0]
        as_written = bool(parts) and isinstance(parts[0], Token) and self._is_name(parts[0])
        kept = self.lang == "zh" or (as_written and any(letter.isupper() for letter in head[1:]))
        return told if kept else _spelled(told.capitalized())

    def _is_name(self, token: Token) -> bool:
        """Whether it begins with a name, which is written as it is: iFlytek."""
        value = self.event.facts[token.path].value
        return isinstance(value, Name) and all(
            token.step(name) is None for name in ("a", "at", "the", "person")
        )

    def fact(self, token: Token, *, quiet: bool) -> Told:
        """One fact as its filters and the house want it."""
        fact = self.event.facts[token.path]
        value = fact.value
        if (others := token.step("person")) is not None:
            return self.people.tell([fact.path, *others], quiet=quiet)
        if isinstance(value, Name):
            return self._name(fact, value, token, quiet)
        if isinstance(value, Figure):
            return self._figure(fact, value, token, quiet)
        if isinstance(value, Text):
            return self._words(fact, value, token, quiet)
        told = Told()
        told.state(self._moment(fact, str(value), token), fact.field.kind, fact.path)
        return told

    def _words(self, fact: Fact, value: Text, token: Token, quiet: bool) -> Told:
        told = Told()
        self._text(told, value, quiet)
        if token.step("by") is not None and self.lang == "en":
            told = Told(sentences.achieved(told.text))
        told.facts.append(Mark(0, len(told.text), "text", fact.path))
        closing = token.step("spoken")
        return told if closing is None else spoken(told, self.lang, *closing)

    def _moment(self, fact: Fact, value: str, token: Token) -> str:
        """A day or a minute in words, anything else as it was written."""
        if fact.field.kind != "datetime":
            return value
        again, self.day = value.partition("T")[0] == self.day, value.partition("T")[0]
        preposition, words = sentences.minute(
            value, self.amounts.year, self.house.style.dates, self.lang, again=again
        )
        during = token.step("during") is not None and preposition
        return f"{preposition} {words}" if during else words

    def _text(self, told: Told, value: Text, quiet: bool) -> None:
        words = value.of(self.lang)
        if words:
            told.append(self._referring(words, quiet))
            self._overhear(words, quiet)
            return
        inner = self._referring(self._glossed(value.of("zh" if self.lang == "en" else "en")), quiet)
        before, after = self.house.style.todo.of(self.lang).split("{text}")
        told.add(before)
        told.append(inner)
        told.add(after)

    def _referring(self, words: str, quiet: bool) -> Told:
        told = Told()
        for part in pieces(_REFERENCE.sub(lambda found: str(Token(found[1])), words)):
            if isinstance(part, str):
                told.add(part)
            else:
                told.append(self.fact(part, quiet=quiet))
        return told

    def _overhear(self, words: str, quiet: bool) -> None:
        """A name in the writer's own words has been mentioned, too."""
        if not quiet:
            self.named.update(match.entry.id for match in self.house.glossary.matches(words, self.lang))

    def _glossed(self, words: str) -> str:
        """Words of the other language with the names the glossary knows already in this one."""
        other = "zh" if self.lang == "en" else "en"
        for match in reversed(self.house.glossary.matches(words, other)):
            name, after = match.entry.name(self.lang), words[match.end :]
            gap = " " * (self.lang == "en" and after[:1].isascii() and after[:1].isalnum())
            words = words[: match.start] + name + gap + after if name else words
        return words

    def called(self, value: Name) -> str:
        """A name in full, in the teller's language."""
        return self._called(value, self._entry(value), short=False)

    def _name(self, fact: Fact, value: Name, token: Token, quiet: bool) -> Told:
        if fact.path in self.people.names:
            return self.people.mention(fact.path)
        entry = self._entry(value)
        key = entry.id if entry else value.written
        short = token.step("full") is None and (quiet or token.step("short") is not None or key in self.named)
        if not quiet:
            self.named.add(key)
        words = self._called(value, entry, short=short)
        kind = entry.kind if entry else ""
        told = Told()
        if token.step("the") is not None and self.lang == "en":
            words = articles.the(words, kind)
        if self.lang == "en":
            told.add(_before(words, token))
        told.state(words, "name", fact.path)
        return told

    def _entry(self, value: Name) -> Entry | None:
        """What the glossary knows by this name: of a name in two languages it must know both."""
        if value.text:
            return self.house.glossary.named(value.text)
        given = {lang: name for lang in ("zh", "en") if (name := value.of(lang))}
        known = (self.house.glossary.named(name) for name in given.values())
        return next((entry for entry in known if entry and _bears(entry, given)), None)

    def _called(self, value: Name, entry: Entry | None, *, short: bool) -> str:
        given = value.of(self.lang)
        if given and not (short and entry and entry.name(self.lang, "short") != entry.name(self.lang)):
            return given
        known = (
            entry.name(self.lang, "short" if short else "full", self.event.published[:10]) if entry else ""
        )
        if known or given:
            return known or given
        if script(value.written) in (self.lang, "und"):
            return value.written
        return self.house.style.todo.of(self.lang).format(text=value.written)

    def _figure(self, fact: Fact, figure: Figure, token: Token, quiet: bool) -> Told:
        told = Told()
        words = self.amounts.written(fact, figure, token)
        if token.step("a") is not None and self.lang == "en":
            told.add(f"{articles.article(words)} ")
        verb = token.step("verb")
        if verb is not None:
            told.add(verb[0] if figure.value == 1 and not figure.modifier else verb[-1])
            return told
        told.state(words, figure.kind, fact.path)
        if until := (token.step("until") or ("",))[0]:
            told.facts.append(Mark(len(told.text) - len(words), len(told.text), figure.kind, until))
        if self.lang == "en" and _DATED.search(words) and token.steps:
            told.add(",")
        if token.step("plain") is None and not quiet and dollars.wanted(fact, self.house):
            self._add_dollars(told, fact, figure)
        return told

    def _add_dollars(self, told: Told, fact: Fact, figure: Figure) -> None:
        key = (figure.value, figure.low, figure.high, figure.unit)
        if key in self.summed and self.house.style.money.convert == "first":
            return
        self.summed.add(key)
        sum_ = self.amounts.converted(figure)
        if sum_:
            before, after = self.house.style.money.sum.of(self.lang).split("{sum}")
            told.add(before)
            told.state(sum_, "conversion", fact.path)
            told.add(after)


def _before(words: str, token: Token) -> str:
    """What stands in front of an English name: an article, a preposition of place, or nothing."""
    if token.step("at") is not None:
        return f"{articles.place(words)} "
    return f"{articles.article(words)} " if token.step("a") is not None else ""


def _bears(entry: Entry, names: Mapping[str, str]) -> bool:
    """会长 and president are no entry because a president of a company is 总裁."""
    return all(name in {term.text for term in entry.of(lang)} for lang, name in names.items())


def _spelled(told: Told) -> Told:
    """An English sentence that would begin with a digit begins with its word: One company."""
    found = _DIGIT.match(told.text)
    if found is None:
        return told
    word = _NUMBERS[int(found[0]) - 1]
    longer = len(word) - 1
    marks = [Mark(m.start + longer * (m.start > 0), m.end + longer, m.kind, m.target) for m in told.facts]
    return Told(word + told.text[1:], marks)
