"""People in protocol order: who they are at first mention, what they are called afterwards.

The order given is the order of rank and is never changed. Chinese puts organisation and title in front
of the name (佛山市商务局局长王芳、副局长李华), English behind it (Wang Fang, director, and Li Hua, deputy
director, of the Foshan Bureau of Commerce). What neighbours share is said once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import Protocol

from pressgen.document import Mark
from pressgen.drafting import adverbials, seats, wording
from pressgen.drafting.families import family_name, last_part
from pressgen.drafting.names import Names, mentioned, person
from pressgen.drafting.prose import Prose, joined, series
from pressgen.drafting.token import Token
from pressgen.english import plural
from pressgen.events.model import Event, Fact
from pressgen.events.values import Name
from pressgen.figures import Figure, Language
from pressgen.regex import regex

_PLACE = regex(r"\.?places\.\d+\.name$")


class Tells(Protocol):
    """What a teller lends: its event, its language, what it has named, and how it tells one fact."""

    event: Event
    lang: Language
    named: set[str]
    names: Names

    def fact(self, token: Token, *, brief: bool) -> Prose:
        """One fact as the house writes it."""
        ...


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody as the event gives them; ``met`` before, so that no title is needed."""

    name: Fact
    called: str
    met: bool
    titles: tuple[Fact, ...] = ()
    org: Fact | None = None
    age: Fact | None = None
    home: Fact | None = None

    @property
    def office(self) -> tuple[str, ...]:
        """The titles as they were written."""
        return tuple(title.text for title in self.titles)

    @property
    def house(self) -> str:
        """The organisation as it was written."""
        return self.org.text if self.org else ""


class People:
    """Tells the people of one event in one language."""

    def __init__(self, teller: Tells) -> None:
        self.teller = teller

    @cached_property
    def names(self) -> dict[str, Name]:
        """The name of everybody who may have a title, by the path of the fact."""
        event = self.teller.event
        places = {
            path: event.fields.find(path.rpartition(".")[0]) for path in event.facts if path.endswith(".name")
        }
        titled = (path for path, above in places.items() if above and "titles" in above.fields)
        return {path: value for path in titled if isinstance(value := event.facts[path].value, Name)}

    def tell(self, paths: Sequence[str], token: Token, *, brief: bool) -> Prose:
        """The people whose names stand at these paths, with titles where they are met first.

        A headline or a caption (``brief``) names them without titles, and they have not been met. A token
        that is ``titled`` has a short title in front, and no organisation; ``plain`` has no titles.
        """
        plain = token.step("plain") is not None
        people = [self._person(path, brief, plain=plain) for path in paths]
        if not brief:
            self.teller.named.update(person(self.names[path]) for path in paths)
        if self.teller.lang == "zh":
            return self._chinese(people)
        return self._titled_en(people) if token.step("titled") is not None else self._english(people)

    def mention(self, path: str) -> Prose:
        """A name in the writer's own words: without titles, and nobody is met by it."""
        prose = Prose()
        prose.state(self._called(path, met=person(self.names[path]) in self.teller.named), "name", path)
        return prose

    def _person(self, path: str, brief: bool, *, plain: bool) -> _Person:
        facts = self.teller.event.facts
        met = person(self.names[path]) in self.teller.named
        heard_of = met or mentioned(self.names[path]) in self.teller.named
        called = self._called(path, met=heard_of and not brief)
        if met or brief or plain:
            return _Person(facts[path], called, met=True)
        prefix = self._titled(path).removesuffix("name")
        titles = tuple(fact for each, fact in facts.items() if each.startswith(f"{prefix}titles."))
        age, home = (facts.get(path.removesuffix("name") + each) for each in ("age", "home"))
        org = facts.get(f"{prefix}org")
        return _Person(facts[path], called, met=False, titles=titles, org=org, age=age, home=home)

    def _titled(self, path: str) -> str:
        """Where this person's titles are given: here, or where they are named elsewhere in the event."""
        facts = self.teller.event.facts
        key = person(self.names[path])
        places = [path, *(each for each, name in self.names.items() if person(name) == key)]
        return next((each for each in places if each.removesuffix("name") + "titles.0" in facts), path)

    def _called(self, path: str, *, met: bool) -> str:
        """The name in full, or the family name of somebody met before."""
        full = self.teller.names.full(self.names[path])
        if met:
            return self.families.get(person(self.names[path]), full)
        return self.teller.names.checked(self.names[path], full)

    @cached_property
    def families(self) -> dict[str, str]:
        """What everybody is called once met: two of one family name, and a name to translate, stay whole.

        In Chinese a transliterated name alone becomes shorter (卡尔·韦伯: 韦伯).
        """
        names = [*self.names.values(), *self._athletes()]
        people = {person(name): (self.teller.names.full(name), name.zh or name.text) for name in names}
        families = {
            key: last_part(full) if self.teller.lang == "zh" else family_name(full, zh)
            for key, (full, zh) in people.items()
            if not self.teller.names.house.marks.find(full)
        }
        shared = [
            name for key, name in families.items() if name != people[key][0]
        ]  # de Vries is Jan de Vries
        return {key: name if shared.count(name) < 2 else people[key][0] for key, name in families.items()}

    def _athletes(self) -> Iterator[Name]:
        """Those of a result who are no team: their Chinese names are transliterated."""
        for path, fact in self.teller.event.facts.items():
            value = fact.value
            if _PLACE.search(path) and isinstance(value, Name) and "·" in (value.zh or value.text):
                yield value

    def _chinese(self, people: list[_Person]) -> Prose:
        several = any(len(person.titles) > 1 for person in people)
        runs = [list(run) for _, run in groupby(people, _together)]
        between = "，" if several or any(len(run) > 1 and run[0].org for run in runs) else "、"
        inner = "，" if several else "、"
        return joined(seats.one_city([joined(list(self._run_zh(run)), inner) for run in runs]), between)

    def _run_zh(self, run: list[_Person]) -> Iterator[Prose]:
        """Each office of one organisation with those who hold it; the organisation in front of the first."""
        for number, peers in enumerate(_peers(run)):
            prose = Prose()
            first = peers[0]
            if first.age:
                prose.state(f"{_years(first.age)}岁", "number", first.age.path)
                prose.add("的")
                if first.home and first.titles:
                    prose.append(self.teller.fact(Token(first.home.path), brief=False))
            if first.org and number == 0:
                prose.append(self._shared([person.org for person in run], "the"))
            titles = joined([self._title(peers, each) for each in range(len(first.titles))], "、")
            prose = seats.without_seat(prose, titles.text)
            prose.append(titles)
            prose.append(joined([_named(person, self.teller.lang) for person in peers], "、"))
            yield prose

    def _english(self, people: list[_Person]) -> Prose:
        runs = [list(run) for _, run in groupby(people, _together)]
        groups = [self._run_en(run) for run in runs]
        long = len(runs) > 2 or (len(runs) == 2 and any(len(_peers(run)) > 1 for run in runs))
        if long and people[0].met and not people[1].met:
            # somebody met before needs no title: no "Li; Wang, …"
            return joined([groups[0], self._english(people[len(runs[0]) :])], ", along with ")
        if long and any("," in group.text for group in groups):
            return series(groups, "; ", "; and ")
        return series(groups, ", ", " and ")

    def _titled_en(self, people: list[_Person]) -> Prose:
        """Those whose organisation was named just before: Deputy Mayor Aino Korhonen."""
        if len({person.house for person in people}) > 1:
            return self._english(people)
        prose = self._short_titled(people) or self._english([replace(person, org=None) for person in people])
        prose.facts += [Mark(0, 0, "name", person.org.path) for person in people if person.org]
        return prose

    def _short_titled(self, people: list[_Person]) -> Prose | None:
        """One person of one short title, which stands in front of the name."""
        first, *others = people
        if others or first.age or len(first.titles) != 1:
            return None
        prose = self._title(people, 0)
        if prose.text.count(" ") > 2 or not prose.text.islower() or " of " in prose.text:
            return None
        prose = prose.with_words(0, len(prose.text), prose.text.title())
        prose.add(" ")
        prose.append(_named(first, "en"))
        return prose

    def _run_en(self, run: list[_Person]) -> Prose:
        """Those of one organisation: Wang Fang, director, and Li Hua, deputy director, of the bureau,."""
        parts = _peers(run)
        if run[0].org and len(run) == len(run[0].titles) == 1 and (whose := self._of_its_own(run[0])):
            return whose
        prose = series([self._peers_en(peers, last=len(parts) == 1) for peers in parts], ", ", " and ")
        if run[0].org:
            org = self._shared([person.org for person in run], "the")
            if prose.text.endswith(
                own := f" of the {org.text.rsplit(' ', 1)[-1].lower()}"
            ):  # of the district
                prose = prose.with_words(len(prose.text) - len(own), len(prose.text), "")
            at = wording.staff(prose.text) or adverbials.inside(prose.text, org.text)
            prose.add(" at " if at else " of ")
            prose.append(org)
        if any(person.titles for person in run):
            prose.add(",")
        return prose

    def _of_its_own(self, person: _Person) -> Prose | None:
        """Somebody whose title says for what: Karl Weller, Nordwerk’s general manager for China,."""
        title = self._title([person], 0)
        if " for " not in title.text or title.text.startswith("["):
            return None
        org = self._shared([person.org], "the")
        prose = _named(person, "en")
        prose.add(", ")
        prose.append(org)
        prose.add("’ " if org.text.endswith("s") else "’s ")
        prose.append(title)
        prose.add(",")
        return prose

    def _peers_en(self, peers: list[_Person], *, last: bool) -> Prose:
        """Those who hold one office: Li Hua and Zhao Min, deputy directors."""
        prose = series([_named(person, self.teller.lang) for person in peers], ", ", " and ")
        titles = [self._title(peers, number) for number in range(len(peers[0].titles))]
        if titles:
            alone = len(peers) == len(titles) == 1
            prose.add(f", {seats.role(titles[0].text, inside=bool(peers[0].org)) if alone else ''}")
            prose.append(series(titles, ", ", " and "))
            prose.add("" if last else ",")
        return prose

    def _title(self, peers: list[_Person], number: int) -> Prose:
        """One title of several people who hold the same: in English as many as they are."""
        prose = self._shared([person.titles[number] for person in peers], "full")
        if self.teller.lang == "en" and len(peers) > 1 and not prose.text.startswith("["):
            words = plural(prose.text)
            return Prose(words, [replace(mark, end=len(words)) for mark in prose.facts])
        return prose

    def _shared(self, facts: Sequence[Fact | None], step: str) -> Prose:
        """A fact that several people share, told once and used by all."""
        first, *others = [fact for fact in facts if fact]
        token = Token(first.path)
        prose = self.teller.fact(token.then(step), brief=False)
        return Prose(
            prose.text, [*prose.facts, *(Mark(0, len(prose.text), "name", fact.path) for fact in others)]
        )


def _named(person: _Person, lang: Language) -> Prose:
    prose = Prose()
    prose.state(person.called, "name", person.name.path)
    if person.age and lang == "en":
        prose.add(", ")
        prose.state(_years(person.age), "number", person.age.path)
        prose.add("" if person.titles else ",")
    return prose


def _years(age: Fact) -> str:
    return str(age.value.value if isinstance(age.value, Figure) else age.value)


def _together(person: _Person) -> tuple[object, ...]:
    """What neighbours share who are told together: the organisation, or else the titles."""
    if person.met:
        return ("met", person.name.path)
    if person.org:
        return ("org", person.house)
    return ("office", *person.office) if person.titles else ("name", person.name.path)


def _peers(run: list[_Person]) -> list[list[_Person]]:
    """The neighbours who hold the same office."""
    office: Callable[[_Person], object] = lambda person: person.office  # noqa: E731  # a key, typed
    return [list(peers) for _, peers in groupby(run, office)]
