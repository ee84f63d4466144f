"""The pass that remembers: tokens become names in full or short, sums with or without dollars.

It goes once through the paragraphs of one language in the house's order. A name stands in full at
its first mention and is short afterwards; a sum has its dollars once. Headlines and captions are
brief: they use the short forms and are not remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from pressgen.document import Mark
from pressgen.drafting import articles, dollars, sentences, spelling
from pressgen.drafting.amounts import Amounts, apiece
from pressgen.drafting.bases import Bases, plain
from pressgen.drafting.designed import designed
from pressgen.drafting.filters import accompanied
from pressgen.drafting.names import Names, before, inflected, located, mentioned, person, without_tail
from pressgen.drafting.offices import Offices
from pressgen.drafting.people import People
from pressgen.drafting.prose import Prose, Subject
from pressgen.drafting.reworded import one_of, reworded
from pressgen.drafting.sandbox import Absent
from pressgen.drafting.speech import parted, spoken
from pressgen.drafting.story import surroundings
from pressgen.drafting.template import phrases
from pressgen.drafting.token import SUBJECT, Token, pieces
from pressgen.events.model import PERSON, Event, Fact
from pressgen.events.values import REFERENCE, Name, Text
from pressgen.figures import Figure, Language
from pressgen.house import House
from pressgen.regex import regex

_DATED = regex(r"\d, \d{4}$")
_DAY = regex(r"\d{4}-\d\d-\d\d(?:/|$)")
_WITHIN = regex(r"\b(?:in|at|on|of) (?:the )?[A-Z][\w’' -]*, (?!.* and )[A-Z][\w’' -]*$")
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
        self.names = Names(house, lang, event)
        self.people = People(self)
        self.offices = Offices(lang, self.names.cities)
        self.unsaid: dict[str, Prose] = {}  # the rest of words of which the first sentence was told
        self.bases = Bases()
        self.companies: dict[str, str] = {}  # the short form of each told in full, by the full one

    def paragraph(self, lines: Sequence[str] = ()) -> None:
        """A new paragraph begins: what day it is and what figures are compared with has to be said again."""
        self.amounts.paragraph(lines)
        self.bases.paragraph()

    def tell(self, text: str, *, brief: bool = False) -> Prose:
        """A rendered line as it will be printed. An English sentence begins with a capital."""
        prose = Prose()
        about = found[1] if (found := _ABOUT.search(text)) else ""
        begun = 0
        parts = list(pieces(self.bases.compared(text, self.known_as, brief=brief)))
        for part in parts:
            if isinstance(part, Token):
                fact = self.fact(part, brief=brief)
                prose.add(spelling.between(prose.text, fact.text, self.lang))
                prose.append(fact)
                if not isinstance(self.event.facts[part.path].value, Name):  # the rules of 2022 are no year
                    self.amounts.years.hear("" if brief else fact.text)
                continue
            self.amounts.years.hear("" if brief else part)
            for words in _SUBJECT.split(part):
                if words == SUBJECT[0]:
                    begun = len(prose.text)
                elif words == SUBJECT[1]:
                    prose.subject = prose.subject or self._subject(prose, begun, about)
                else:
                    prose.add(spelling.between(prose.text, words, self.lang) + words)
        head = prose.text.split(" ", 1)[0]
        first = next((each for each in parts if isinstance(each, Token) or each.strip("".join(SUBJECT))), "")
        as_written = isinstance(first, Token) and self._is_name(first)
        unchanged = self.lang == "zh" or (as_written and any(letter.isupper() for letter in head[1:]))
        if unchanged:
            return prose
        return prose.capitalized() if brief else spelling.opened(prose.capitalized())

    def _subject(self, prose: Prose, begun: int, about: str) -> Subject:
        words = prose.text[begun:]
        return Subject(begun, len(prose.text), self.known_as(about), articles.several(words))

    def known_as(self, words: str) -> str:
        """Rendered words as a key: names that are one by their entry or spelling, whether full or short."""
        facts = self.event.facts
        named = (
            part if isinstance(part, str) else self._key(facts[part.path].value) for part in pieces(words)
        )
        return "".join(named).strip().lower().removeprefix("the ")

    def _key(self, value: object) -> str:
        words = value.of(self.lang) if isinstance(value, Text | Name) else str(value)
        find = self.house.entry_of
        entry = self.names.entry(value, find) if isinstance(value, Name) else find(words)
        return entry.id if entry else words

    def _is_name(self, token: Token) -> bool:
        """Whether it begins with a name, which is written as it is: iFlytek."""
        value = self.event.facts[token.path].value
        if isinstance(value, Text) and (first := REFERENCE.match(value.of(self.lang))):
            return self._is_name(Token(self.event.referred(first[1])))
        return isinstance(value, Name) and all(
            token.step(name) is None for name in ("a", "at", "the", "person")
        )

    def fact(self, token: Token, *, brief: bool) -> Prose:
        """One fact as its filters and the house want it; facts that say the same are told with it."""
        prose = reworded(self._printed(token, brief), token, self.lang)
        prose.facts += [Mark(0, len(prose.text), "same", path) for path in token.step("also") or ()]
        return prose

    def _printed(self, token: Token, brief: bool) -> Prose:
        fact = self.event.facts[token.path]
        value = fact.value
        if token.step("silent") is not None:
            prose = Prose()
            prose.state("", fact.field.kind, fact.path)
            return prose
        if (others := token.step("person")) is not None:
            return self.people.tell([fact.path, *others], token, brief=brief)
        if isinstance(value, Name):
            return self._name(fact, value, token, brief)
        if isinstance(value, Figure):
            return self._figure(fact, value, token, brief)
        if isinstance(value, Text):
            return self._words(fact, value, token, brief)
        prose = Prose()
        is_phone = fact.field.kind == "phone"
        said = str(value)
        words = sentences.called(said, self.lang) if is_phone else self.amounts.moment(fact, said, token)
        prose.state(words, fact.field.kind, fact.path)
        return prose

    def _words(self, fact: Fact, value: Text, token: Token, brief: bool) -> Prose:
        prose = Prose()
        self._text(prose, value, brief)
        if token.step("by") is not None and self.lang == "en":
            prose = Prose(sentences.achieved(prose.text))
        if (counted := token.step("things")) and self.lang == "en":
            prose = one_of(prose, self.event.value(counted[0]))
        if token.step("a") is not None and self.lang == "en":
            prose = Prose(articles.indefinite(prose.text) + prose.text)
        if token.step("definite") is not None and self.lang == "en":
            prose = Prose(articles.definite(prose.text))
        prose.facts.append(Mark(0, len(prose.text), "text", fact.path))
        prose.comma = self.lang == "en" and bool(_WITHIN.search(prose.text))
        closing, *part = token.step("spoken") or ("",)
        if part == ["first"]:
            prose, self.unsaid[fact.path] = parted(prose)
        elif part == ["rest"]:
            prose = self.unsaid.pop(fact.path, prose)
        return prose if token.step("spoken") is None else spoken(prose, self.lang, closing)

    def _text(self, prose: Prose, value: Text, brief: bool) -> None:
        words = self.names.worded(value, () if brief else self.named)
        if words:
            prose.append(self._referring(words, brief))
            self._overhear(words, brief)
            return
        inner = self._referring(self.names.glossed(value.of("zh" if self.lang == "en" else "en")), brief)
        before, after = self.house.style.todo.of(self.lang).around("text")
        prose.add(before)
        prose.append(inner)
        prose.add(after)

    def _referring(self, words: str, brief: bool) -> Prose:
        prose = Prose()
        referring = REFERENCE.sub(lambda found: self._named(found[1]), words)
        for part in pieces(plain(referring)):
            if isinstance(part, str):
                prose.add(part)
            else:
                prose.append(self._opening(prose, part, self.fact(part, brief=brief)))
        return prose

    def _opening(self, before: Prose, token: Token, fact: Prose) -> Prose:
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
        return phrases(self.house, surroundings(self.event, self.lang))

    def _overhear(self, words: str, brief: bool) -> None:
        """A name in the writer's own words has been mentioned, too."""
        if not brief:
            self.named.update(match.entry.id for match in self.house.glossary.matches(words, self.lang))

    def _name(self, fact: Fact, value: Name, token: Token, brief: bool) -> Prose:
        if fact.path in self.people.names:
            return self.people.mention(fact.path)
        entry = self.names.entry(value, self.names.finder(fact.path))
        key = entry.id if entry else value.written
        short = token.step("full") is None and (brief or token.step("short") is not None or key in self.named)
        if token.step("party") == () and self.names.is_district(entry):
            short = False
        elif token.step("typed") is not None:
            short = self.names.is_short(value, entry, self.lang)
        again = mentioned(value) in self.named and not brief and entry is None
        if not brief:
            self.named.update((key, mentioned(value)))
        words = self.names.called(value, entry, short=short)
        if entry and entry.kind == "body" and not brief:
            words = self.offices.called(words, token, again=short)
        words = words if short else self.names.checked(value, words)
        words = self.people.families.get(person(value)) or self.names.later(words) if again else words
        kind = entry.kind if entry else ""
        if entry and kind == "company" and not (short or brief):
            self.companies.setdefault(words, entry.name(self.lang, "short"))
        prose = Prose()
        if self.lang == "en":
            words = inflected(words, kind, token)
        words = self._beside(words, token) if token.step("designed") is None else designed(words, self.lang)
        prose.add(before(words, token) if self.lang == "en" else "")
        prose.state(words, "name", fact.path)
        prose.comma = self.lang == "en" and ", " in words and (kind == "place" or located(words))
        return prose

    def _beside(self, words: str, token: Token) -> str:
        path, *_ = token.step("beside") or ("",)
        other = self.event.facts[path].value if path else None
        return without_tail(words, self.names.full(other)) if isinstance(other, Name) else words

    def _figure(self, fact: Fact, figure: Figure, token: Token, brief: bool) -> Prose:
        prose = Prose()
        words = self.amounts.written(fact, figure, token, brief=brief)
        if token.step("a") is not None and self.lang == "en":
            prose.add(articles.indefinite(words))
        verb = token.step("verb")
        if _DAY.match(day := str(figure.value)):
            self.amounts.day = "" if "/" in day else day  # behind several days none is that day
        if verb is not None:
            prose.add(verb[0] if figure.value == 1 and not figure.modifier else verb[-1])
            return prose
        prose.state(words, figure.kind, fact.path)
        if until := (token.step("until") or ("",))[0]:
            prose.facts.append(Mark(len(prose.text) - len(words), len(prose.text), figure.kind, until))
        prose.comma = self.lang == "en" and bool(_DATED.search(words))
        if token.step("plain") is None and not brief:
            self._add_conversion(prose, fact, figure)
        return (
            prose
            if brief or "per" not in fact.companions
            else apiece(prose, fact.companions["per"], token, self.lang)
        )

    def _add_conversion(self, prose: Prose, fact: Fact, figure: Figure) -> None:
        """What a sum comes to in the house's currency: the office's own conversion before the day's rate."""
        given = fact.companions.get("converted")
        if given is None and not dollars.wanted(fact, self.event, self.house, readings=self.amounts.readings):
            return
        key = (figure.value, figure.low, figure.high, figure.unit)
        if key in self.summed and self.house.style.money.convert != "every":
            return
        self.summed.add(key)
        sum_ = self._given(given) if given else self.amounts.converted(figure)
        if sum_:
            before, after = self.house.style.money.sum.of(self.lang).around("sum")
            prose.add(before + (self.amounts.roughly(given.value) if given else ""))
            prose.state(sum_, "conversion", given.path if given else fact.path)
            prose.add(after)

    def _given(self, conversion: Fact) -> str:
        value = conversion.value
        written = self.amounts.written
        return written(conversion, value, Token(conversion.path)) if isinstance(value, Figure) else ""
