"""The pass that remembers: tokens become names in full or short, sums with or without dollars.

It goes once through the paragraphs of one language in the house's order. A name stands in full at
its first mention and is short afterwards; a sum has its dollars once. Headlines and captions are
quiet: they use the short forms and are not remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from pressgen.document import Mark
from pressgen.drafting import articles, dollars, sentences, spelling
from pressgen.drafting.amounts import Amounts, apiece, one_of
from pressgen.drafting.filters import FACTS, LANG, accompanied
from pressgen.drafting.names import Names, abroad, before, inflected, without_tail
from pressgen.drafting.paragraphs import Bases, plain
from pressgen.drafting.people import People, mentioned, person
from pressgen.drafting.sandbox import Absent
from pressgen.drafting.speech import parted, spoken
from pressgen.drafting.template import phrases
from pressgen.drafting.token import SUBJECT, Token, pieces
from pressgen.drafting.told import Subject, Told
from pressgen.events.model import PERSON, Event, Fact
from pressgen.events.values import REFERENCE, Name, Text
from pressgen.figures import Figure, Language
from pressgen.house import House
from pressgen.regex import regex

_DATED = regex(r"\d, \d{4}$")
_CREDITS = "credits."
"""Facts that name persons: 周宁 is a county as well."""
_DAY = regex(r"\d{4}-\d\d-\d\d$")
_WITHIN = regex(r"\b(?:in|at|on|of) (?:the )?[A-Z][\w’' -]*, [A-Z][\w’' -]*$")
"""A place within another, behind which a comma belongs: in Leping Town, Sanshui District."""
_ENDED = regex(r"[.?!][’”\")]* $")
_SUBJECT = regex(f"([{''.join(SUBJECT)}])")
_ABOUT = regex("{}(.*?){}".format(*SUBJECT))


class Teller:
    """Tells the facts of one event in one language of one house."""

    def __init__(self, event: Event, house: House, lang: Language) -> None:
        self.event = event
        self.house = house
        self.lang = lang
        self.amounts = Amounts(event, house, lang)
        self.named: set[str] = set()
        self.summed: set[tuple[object, ...]] = set()
        self.names = Names(house, lang, event.published[:10])
        self.people = People(self)
        self.unsaid: dict[str, Told] = {}  # the rest of words of which the first sentence was told
        self.bases = Bases()

    def paragraph(self) -> None:
        """A new paragraph begins: what day it is and what figures are compared with has to be said again."""
        self.amounts.day = ""
        self.amounts.years.paragraph()
        self.bases.paragraph()

    def tell(self, text: str, *, quiet: bool = False) -> Told:
        """A rendered line as it will be printed. An English sentence begins with a capital."""
        told = Told()
        about = found[1] if (found := _ABOUT.search(text)) else ""
        begun = 0
        parts = list(pieces(self.bases.compared(text, self._known_as, quiet=quiet)))
        for part in parts:
            if isinstance(part, Token):
                said = self.fact(part, quiet=quiet)
                told.add(" " * spelling.meet(told.text, said.text, self.lang))
                told.append(said)
                if not isinstance(self.event.facts[part.path].value, Name):  # the rules of 2022 are no year
                    self.amounts.years.hear("" if quiet else said.text)
                continue
            self.amounts.years.hear("" if quiet else part)
            for words in _SUBJECT.split(part):
                if words == SUBJECT[0]:
                    begun = len(told.text)
                elif words == SUBJECT[1]:
                    told.subject = told.subject or self._subject(told, begun, about)
                else:
                    told.add(words)
        head = told.text.split(" ", 1)[0]
        first = next((each for each in parts if isinstance(each, Token) or each.strip("".join(SUBJECT))), "")
        as_written = isinstance(first, Token) and self._is_name(first)
        kept = self.lang == "zh" or (as_written and any(letter.isupper() for letter in head[1:]))
        if kept:
            return told
        return told.capitalized() if quiet else spelling.opened(told.capitalized())

    def _subject(self, told: Told, begun: int, about: str) -> Subject:
        words = told.text[begun:]
        return Subject(begun, len(told.text), self._known_as(about), articles.several(words))

    def _known_as(self, words: str) -> str:
        """Words as a key: names that are one by their entry or spelling, whether full or short."""
        facts = self.event.facts
        named = (
            part if isinstance(part, str) else self._key(facts[part.path].value) for part in pieces(words)
        )
        return "".join(named).strip().lower().removeprefix("the ")

    def _key(self, value: object) -> str:
        words = value.of(self.lang) if isinstance(value, Text | Name) else str(value)
        known = self.house.known
        entry = self.names.entry(value, known) if isinstance(value, Name) else known(words)
        return entry.id if entry else words

    def _is_name(self, token: Token) -> bool:
        """Whether it begins with a name, which is written as it is: iFlytek."""
        value = self.event.facts[token.path].value
        if isinstance(value, Text) and (first := REFERENCE.match(value.of(self.lang))):
            return self._is_name(Token(self.event.referred(first[1])))
        return isinstance(value, Name) and all(
            token.step(name) is None for name in ("a", "at", "the", "person")
        )

    def fact(self, token: Token, *, quiet: bool) -> Told:
        """One fact as its filters and the house want it; facts that say the same are told with it."""
        told = self._one(token, quiet)
        told.facts += [Mark(0, len(told.text), "same", path) for path in token.step("also") or ()]
        return told

    def _one(self, token: Token, quiet: bool) -> Told:
        fact = self.event.facts[token.path]
        value = fact.value
        if token.step("silent") is not None:
            told = Told()
            told.state("", fact.field.kind, fact.path)
            return told
        if (others := token.step("person")) is not None:
            return self.people.tell([fact.path, *others], quiet=quiet)
        if isinstance(value, Name):
            return self._name(fact, value, token, quiet)
        if isinstance(value, Figure):
            return self._figure(fact, value, token, quiet)
        if isinstance(value, Text):
            return self._words(fact, value, token, quiet)
        told = Told()
        told.state(self.amounts.moment(fact, str(value), token), fact.field.kind, fact.path)
        return told

    def _words(self, fact: Fact, value: Text, token: Token, quiet: bool) -> Told:
        told = Told()
        self._text(told, value, quiet)
        if token.step("by") is not None and self.lang == "en":
            told = Told(sentences.achieved(told.text))
        if (counted := token.step("things")) and self.lang == "en":
            told = one_of(told, self.event.value(counted[0]))
        if token.step("a") is not None and self.lang == "en":
            told = Told(articles.indefinite(told.text) + told.text)
        if token.step("definite") is not None and self.lang == "en":
            told = Told(articles.definite(told.text))
        told.facts.append(Mark(0, len(told.text), "text", fact.path))
        told.comma = self.lang == "en" and bool(_WITHIN.search(told.text))
        closing, *part = token.step("spoken") or ("",)
        if part == ["first"]:
            told, self.unsaid[fact.path] = parted(told)
        elif part == ["rest"]:
            told = self.unsaid.pop(fact.path, told)
        return told if token.step("spoken") is None else spoken(told, self.lang, closing)

    def _text(self, told: Told, value: Text, quiet: bool) -> None:
        words = value.of(self.lang)
        if words:
            told.append(self._referring(words, quiet))
            self._overhear(words, quiet)
            return
        inner = self._referring(self._glossed(value.of("zh" if self.lang == "en" else "en")), quiet)
        before, after = self.house.style.todo.of(self.lang).around("text")
        told.add(before)
        told.append(inner)
        told.add(after)

    def _referring(self, words: str, quiet: bool) -> Told:
        told = Told()
        said = REFERENCE.sub(lambda found: self._named(found[1]), words)
        for part in pieces(plain(said)):
            if isinstance(part, str):
                told.add(part)
            else:
                told.append(self._opening(told, part, self.fact(part, quiet=quiet)))
        return told

    def _opening(self, before: Told, token: Token, fact: Told) -> Told:
        """A fact as it stands behind what was told: where an English sentence begins, with a capital."""
        opens = self.lang == "en" and (not before.text or _ENDED.search(before.text))
        return spelling.opened(fact.capitalized()) if opens and not self._is_name(token) else fact

    def _named(self, path: str) -> str:
        """What a reference stands for: a companion with its words around it, any other fact by itself."""
        if path.endswith(PERSON):
            return str(Token(self.event.referred(path)).then("person"))
        path = self.event.referred(path)
        of, _, name = path.rpartition(".")
        figure = self.event.facts.get(of)
        phrase = self.phrases.get(name) if figure and name in figure.companions else None
        return (
            phrase(accompanied(figure, lambda absent: Absent(name=absent)))
            if phrase and figure
            else str(Token(path))
        )

    @cached_property
    def phrases(self) -> Mapping[str, Callable[..., str]]:
        """How this language says what stands beside a figure, by the companion's name."""
        return phrases(self.house, {LANG: self.lang, FACTS: self.event.facts})

    def _overhear(self, words: str, quiet: bool) -> None:
        """A name in the writer's own words has been mentioned, too."""
        if not quiet:
            self.named.update(match.entry.id for match in self.house.glossary.matches(words, self.lang))

    def _glossed(self, words: str) -> str:
        """Words of the other language with the names the glossary knows already in this one."""
        other = "zh" if self.lang == "en" else "en"
        for start, end, entry in reversed(self.house.names_in(words, other)):
            name, after = entry.name(self.lang), words[end:]
            gap = " " * (self.lang == "en" and after[:1].isascii() and after[:1].isalnum())
            words = words[:start] + name + gap + after if name else words
        return words

    def _name(self, fact: Fact, value: Name, token: Token, quiet: bool) -> Told:
        if fact.path in self.people.names:
            return self.people.mention(fact.path)
        known = self.house.glossary.named if fact.path.startswith(_CREDITS) else self.house.known
        entry = self.names.entry(value, known)
        key = entry.id if entry else value.written
        short = token.step("full") is None and (quiet or token.step("short") is not None or key in self.named)
        if token.step("typed") is not None:
            short = self.names.is_short(value, entry, self.lang)
        again = mentioned(value) in self.named and not quiet and entry is None
        if not quiet:
            self.named.update((key, mentioned(value)))
        words = self.names.called(value, entry, short=short)
        words = words if short else self.names.checked(value, words)
        words = self.people.families.get(person(value), words) if again else words
        kind = entry.kind if entry else ""
        told = Told()
        if self.lang == "en":
            words = inflected(words, kind, token)
        words = self._beside(words, token)
        told.add(before(words, token) if self.lang == "en" else "")
        told.state(words, "name", fact.path)
        told.comma = self.lang == "en" and ", " in words and (kind == "place" or abroad(words))
        return told

    def _beside(self, words: str, token: Token) -> str:
        path, *_ = token.step("beside") or ("",)
        other = self.event.facts[path].value if path else None
        return without_tail(words, self.names.full(other)) if isinstance(other, Name) else words

    def _figure(self, fact: Fact, figure: Figure, token: Token, quiet: bool) -> Told:
        told = Told()
        words = self.amounts.written(fact, figure, token, quiet=quiet)
        if token.step("a") is not None and self.lang == "en":
            told.add(articles.indefinite(words))
        verb = token.step("verb")
        if _DAY.match(str(figure.value)):
            self.amounts.day = str(figure.value)
        if verb is not None:
            told.add(verb[0] if figure.value == 1 and not figure.modifier else verb[-1])
            return told
        told.state(words, figure.kind, fact.path)
        if until := (token.step("until") or ("",))[0]:
            told.facts.append(Mark(len(told.text) - len(words), len(told.text), figure.kind, until))
        told.comma = self.lang == "en" and bool(_DATED.search(words))
        if token.step("plain") is None and not quiet:
            self._add_conversion(told, fact, figure)
        return (
            told
            if quiet or "per" not in fact.companions
            else apiece(told, fact.companions["per"], token, self.lang)
        )

    def _add_conversion(self, told: Told, fact: Fact, figure: Figure) -> None:
        """What a sum comes to in the house's currency: the office's own conversion before the day's rate."""
        given = fact.companions.get("converted")
        if given is None and not dollars.wanted(fact, self.house):
            return
        key = (figure.value, figure.low, figure.high, figure.unit)
        if key in self.summed and self.house.style.money.convert != "every":
            return
        self.summed.add(key)
        sum_ = self._given(given) if given else self.amounts.converted(figure)
        if sum_:
            before, after = self.house.style.money.sum.of(self.lang).around("sum")
            told.add(before)
            told.state(sum_, "conversion", given.path if given else fact.path)
            told.add(after)

    def _given(self, conversion: Fact) -> str:
        value = conversion.value
        written = self.amounts.written
        return written(conversion, value, Token(conversion.path)) if isinstance(value, Figure) else ""
