"""The pass that remembers: tokens become names in full or short, sums with or without dollars.

It goes once through the paragraphs of one language in the house's order. A name stands in full at
its first mention and is short afterwards; a sum has its dollars once. Headlines and captions are
quiet: they use the short forms and are not remembered.
"""

from __future__ import annotations

import re

from pressgen.document import Mark
from pressgen.drafting import dollars, sentences
from pressgen.drafting.amounts import Amounts
from pressgen.drafting.speech import spoken
from pressgen.drafting.token import Token, pieces
from pressgen.drafting.told import Told
from pressgen.events.model import Event, Fact
from pressgen.events.values import Name, Text
from pressgen.figures import Figure, Language
from pressgen.glossary import Entry
from pressgen.house import House
from pressgen.text import han, script

_COMMON_NOUN = re.compile(r"[a-z]+(?:[ ,-]|$)")
"""A name that is none: industrial output, e-commerce."""

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

    def tell(self, text: str, *, quiet: bool = False) -> Told:
        """A rendered line as it will be printed. An English sentence begins with a capital."""
        told = Told()
        parts = list(pieces(text))
        for part in parts:
            if isinstance(part, Token):
                told.append(self.fact(part, quiet=quiet))
            else:
                told.add(part)
        starts_with_name = bool(parts) and isinstance(parts[0], Token) and self._is_name(parts[0])
        kept = starts_with_name and not _COMMON_NOUN.match(told.text)
        return told if self.lang == "zh" or kept else _spelled(told.capitalized())

    def _is_name(self, token: Token) -> bool:
        """Whether it begins with a name, which is written as it is: iFlytek, eBay."""
        return isinstance(self.event.facts[token.path].value, Name) and token.step("the") is None

    def fact(self, token: Token, *, quiet: bool) -> Told:
        """One fact as its filters and the house want it."""
        fact = self.event.facts[token.path]
        value = fact.value
        if token.step("person") is not None:
            return self._person(fact, quiet)
        if isinstance(value, Name):
            return self._name(fact, value, token, quiet)
        if isinstance(value, Figure):
            return self._figure(fact, value, token, quiet)
        told = Told()
        if isinstance(value, Text):
            self._text(told, value, quiet)
            told.facts.append(Mark(0, len(told.text), "text", fact.path))
            if (closing := token.step("spoken")) is not None:
                told = spoken(told, self.lang, *closing)
        else:
            told.state(str(value), fact.field.kind, fact.path)
        return told

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

    def _name(self, fact: Fact, value: Name, token: Token, quiet: bool) -> Told:
        entry = self._entry(value)
        key = entry.id if entry else value.written
        short = token.step("full") is None and (quiet or token.step("short") is not None or key in self.named)
        if not quiet:
            self.named.add(key)
        words = self._called(value, entry, short=short)
        kind = entry.kind if entry else ""
        told = Told()
        if token.step("the") is not None and self.lang == "en":
            words = sentences.the(words, kind)
        if token.step("a") is not None and self.lang == "en":
            told.add(f"{sentences.article(words)} ")
        told.state(words, "name", fact.path)
        return told

    def _entry(self, value: Name) -> Entry | None:
        names = (value.text, value.zh, value.en)
        return next((e for name in names if name and (e := self.house.glossary.named(name))), None)

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

    def _person(self, fact: Fact, quiet: bool) -> Told:
        """A person with titles at first mention; afterwards the name, in English the family name."""
        assert isinstance(fact.value, Name)  # noqa: S101  # fields.yaml declares a person's name so
        name = self._called(fact.value, self._entry(fact.value), short=False)
        met = f"person {fact.value.written}"
        if met in self.named:
            told = Told()
            told.state(_family_name(name, fact.value) if self.lang == "en" else name, "name", fact.path)
            return told
        if not quiet:
            self.named.add(met)
        return self._introduced(name, fact, quiet)

    def _introduced(self, name: str, fact: Fact, quiet: bool) -> Told:
        prefix = fact.path.removesuffix("name")
        titles = [f for path, f in self.event.facts.items() if path.startswith(f"{prefix}titles.")]
        org = self.event.facts.get(f"{prefix}org")
        told = Told()
        if self.lang == "zh":
            for part in ([org] if org else []) + titles:
                if told.text and part is not org and part is not titles[0]:
                    told.add("、")
                told.append(self.fact(Token(part.path), quiet=quiet))
            told.state(name, "name", fact.path)
            return told
        told.state(name, "name", fact.path)
        for index, title in enumerate(titles):
            told.add(", " if index == 0 else " and " if index == len(titles) - 1 else ", ")
            told.append(self.fact(Token(title.path), quiet=quiet))
        if org:
            told.add(" of " if titles else ", ")
            told.append(self.fact(Token(org.path).then("the"), quiet=quiet))
        if titles or org:
            told.add(",")
        return told

    def _figure(self, fact: Fact, figure: Figure, token: Token, quiet: bool) -> Told:
        told = Told()
        words = self.amounts.written(fact, figure, token)
        if token.step("a") is not None and self.lang == "en":
            told.add(f"{sentences.article(words)} ")
        verb = token.step("verb")
        if verb is not None:
            told.add(verb[0] if figure.value == 1 and not figure.modifier else verb[-1])
            return told
        told.state(words, figure.kind, fact.path)
        if until := (token.step("until") or ("",))[0]:
            told.facts.append(Mark(len(told.text) - len(words), len(told.text), figure.kind, until))
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


def _spelled(told: Told) -> Told:
    """An English sentence that would begin with a digit begins with its word: One company."""
    found = _DIGIT.match(told.text)
    if found is None:
        return told
    word = _NUMBERS[int(found[0]) - 1]
    longer = len(word) - 1
    marks = [Mark(m.start + longer * (m.start > 0), m.end + longer, m.kind, m.target) for m in told.facts]
    return Told(word + told.text[1:], marks)


def _family_name(name: str, value: Name) -> str:
    """Kuang of Kuang Dongming, Schmidt of Karl Schmidt: Chinese names begin with it."""
    words = name.split()
    chinese = 2 <= han(value.zh or value.text) == len(value.zh or value.text) <= 4
    return words[0] if chinese else words[-1]
