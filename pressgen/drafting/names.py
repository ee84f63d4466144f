"""Names in one language: what something is called in full and in short, and how English inflects it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from pressgen.drafting import adverbials, articles, companies
from pressgen.drafting.families import LATIN
from pressgen.drafting.token import Token
from pressgen.english import plural
from pressgen.events.model import Event, Fact
from pressgen.events.values import Name, Text
from pressgen.figures import Language
from pressgen.glossary import Entry
from pressgen.glossary.divisions import called, division
from pressgen.house import House
from pressgen.regex import regex
from pressgen.text import han, script

_CITIES = ("city", "dateline", "area", "promoter")
"""Fields that hold the name of a city and nothing else."""


_AND = regex(
    r"[\u4e00-\u9fff]{2,}(?<![呼颐雍])[和与及][\u4e00-\u9fff]{2,}(?:局|委|委员会|厅|部|中心|署|办公室|(?<!有限)公司|协会|研究院|学院)$"
)
_LOCATED = regex(r"[A-Za-z][\w’' -]*(?:, (?!Ltd|Inc|LLC|Limited)(?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+)*)+")


_DIVISIONS = ("区", "县", "市", "旗", "州", "盟")
"""What divisions of China end in, the order of ``_IN_ENGLISH``."""
_IN_ENGLISH = ("district", "county", "city", "banner", "prefecture", "league")
_IN_CHINESE = {
    "区县": "区县",
    "区市": "市、区",
    "县市": "县（市）",
    "区县市": "县（市、区）",
    "区县旗": "旗县区",
    "市州": "市州",
}
"""How several sorts are named together, where they are not called simply 各地."""


def divisions(names: Iterable[Name], lang: Language) -> str:
    """What places are, as a table of them is headed: 各区, 各县（市、区）; by district, county and city."""
    endings = {_ending(name) for name in names}
    listed = [ending for ending in _DIVISIONS if ending in endings]
    if not listed or not endings <= {*_DIVISIONS}:
        return "地" if lang == "zh" else "area"
    if lang == "zh":
        return listed[0] if len(listed) == 1 else _IN_CHINESE.get("".join(listed), "地")
    *words, last = (_IN_ENGLISH[_DIVISIONS.index(ending)] for ending in listed)
    return f"{', '.join(words)} and {last}" if words else last


def _ending(name: Name) -> str:
    """The last character of a place's name in full: 诸暨 is 诸暨市."""
    text = name.zh or name.text or name.en
    found = division(text) or called(text)
    return (found.generic if found else text)[-1:]


def joined(facts: Mapping[str, Fact], item: str) -> bool:
    """Whether what is listed holds an "and" of its own: 市发展和改革局, 旸和; it is to be parted by 、."""
    token = Token.whole(item)
    name = facts[token.path].value if token and token.path in facts else None
    words = name.zh or name.text if isinstance(name, Name) else ""
    return words.endswith("和") or bool(_AND.search(words))


def located(words: str) -> bool:
    """Whether an English name ends with where it is, behind which a second comma belongs.

    >>> [located(words) for words in ("Tampere, Finland", "the Tax Office, Guiyang", "Heng Co., Ltd.")]
    [True, True, False]
    """
    return bool(_LOCATED.fullmatch(words))


class Names:
    """What things are called in one language of a house on a day (ISO)."""

    def __init__(self, house: House, lang: Language, event: Event) -> None:
        self.house = house
        self.lang: Language = lang
        self.day = event.published[:10]
        self.companies = companies.short_forms(event, lang)
        self.known: dict[str, Entry | None] = {}  # what each name stands for, looked up once
        self.cities = {fact.text for name in _CITIES if (fact := event.facts.get(name))}

    def checked(self, value: Name, words: str) -> str:
        """A name as it is called, marked where nobody knows yet how it is read."""
        pattern = self.house.style.reading.of(self.lang)
        waits = self.house.marks.find(words)
        return pattern.write(text=words) if value.open and pattern and not waits else words

    def full(self, value: Name) -> str:
        """A person's name in full."""
        return self.called(value, self.entry(value, self.house.glossary.named), short=False)

    def later(self, words: str) -> str:
        """What a company is called that was told in full; anything else as it is."""
        return self.companies.get(words, words)

    def worded(self, value: Text, named: Collection[str]) -> str:
        """A writer's own words; a company alone that was told in full is called as it is later."""
        words = value.of(self.lang) or self._listed(value.of("zh" if self.lang == "en" else "en"))
        return self.later(words) if f"name {value.zh}" in named else words

    def _listed(self, words: str) -> str:
        """Words of the other language that are a listed name and nothing else, in this one: 烟台, Yantai."""
        if not words:
            return ""
        found = self.house.names_in(words, "zh" if self.lang == "en" else "en")
        whole = [entry for start, end, entry in found if (start, end) == (0, len(words))]
        return whole[0].name(self.lang) if len(found) == len(whole) == 1 else ""

    def finder(self, path: str) -> Callable[[str], Entry | None]:
        """What knows the names that a fact can bear; in credits 周宁 is a person, elsewhere a county."""
        if path.startswith("credits."):
            return self.house.glossary.named
        if path.rpartition(".")[2] in _CITIES:
            return self.house.city
        return self._known

    def _known(self, text: str) -> Entry | None:
        if text not in self.known:
            find = self.house.city if text in self.cities else self.house.entry_of
            self.known[text] = find(text)
        return self.known[text]

    @staticmethod
    def entry(value: Name, find: Callable[[str], Entry | None]) -> Entry | None:
        """What ``find`` has by this name: of a name in two languages both."""
        if value.text:
            return find(value.text)
        given = {lang: name for lang in ("zh", "en") if (name := value.of(lang))}
        entries = (find(name) for name in given.values())
        return next((entry for entry in entries if entry and _bears(entry, given)), None)

    def glossed(self, words: str) -> str:
        """Words of the other language with the proper names the glossary knows already in this one.

        What is a word and no name (开工, private enterprise) is left to who translates the sentence.
        """
        other = "zh" if self.lang == "en" else "en"
        for start, end, entry in reversed(self.house.names_in(words, other)):
            name, after = entry.name(self.lang), words[end:]
            gap = " " * (self.lang == "en" and after[:1].isascii() and after[:1].isalnum())
            words = words[:start] + name + gap + after if any(map(str.isupper, name)) else words
        return words

    @staticmethod
    def is_district(entry: Entry | None) -> bool:
        """Whether it is a district, which beside other parties keeps its 区, its District."""
        found = division(entry.name("zh")) if entry and entry.kind == "place" else None
        return found is not None and found.generic == "区"

    @staticmethod
    def is_short(value: Name, entry: Entry | None, lang: Language) -> bool:
        """Whether it was typed in a short form, and not in this language besides."""
        terms = entry.terms if entry and not value.of(lang) else ()
        return any(term.text == value.text and term.form == "short" for term in terms)

    def called(self, value: Name, entry: Entry | None, *, short: bool) -> str:
        """What it is called: as it was typed, else as the glossary has it, else marked to translate."""
        given = value.of(self.lang) or self._in_full(value, entry)
        if given and not (short and entry and entry.name(self.lang, "short") != entry.name(self.lang)):
            return given
        listed = entry.name(self.lang, "short" if short else "full", self.day) if entry else ""
        if entry and self.lang == "en" and entry.kind == "place" and entry.name("zh").endswith("市"):
            listed = listed.removesuffix(" City")  # a city's vice mayor is one of Rizhao
        if listed or given:
            return listed or given
        if script(value.written) in (self.lang, "und"):
            return value.written
        return self.house.style.todo.of(self.lang).write(text=value.written)

    def _in_full(self, value: Name, entry: Entry | None) -> str:
        """The name as it was typed, where it was typed in full in this language: no other replaces it."""
        term = (
            next((each for each in entry.of(self.lang) if each.text == value.text), None) if entry else None
        )
        return value.text if term and term.form == "full" else ""


def inflected(words: str, kind: str, token: Token) -> str:
    """An English name as the sentence around it wants it."""
    if token.step("its") is not None:
        return articles.its(words)
    if token.step("the") is not None:
        return articles.the(words, kind)
    return plural(words) if token.step("plural") is not None and not words.startswith("[") else words


def without_tail(words: str, other: str) -> str:
    """A name without what stands behind the other, too.

    >>> without_tail("deputy directors of the center", "director of the center")
    'deputy directors'
    >>> without_tail("荷兰瓦赫宁根市", "瓦赫宁根市")
    '荷兰'
    """
    if words != other and words.endswith(other) and han(words):
        return words.removesuffix(other)
    head, of, tail = words.partition(" of ")
    return head if of and other.endswith(of + tail) else words


def before(words: str, token: Token) -> str:
    """What stands in front of an English name: an article, a preposition of place, or nothing."""
    if token.step("at") is not None:
        preposition = adverbials.place(words)
        return f"{preposition} {'the ' if articles.is_venue(words) else ''}" if preposition else ""
    return articles.indefinite(words) if token.step("a") is not None else ""


def _bears(entry: Entry, names: Mapping[str, str]) -> bool:
    """会长 and president are no entry because a president of a company is 总裁."""
    return all(name in {term.text for term in entry.of(lang)} for lang, name in names.items())


def bare(name: Name) -> str:
    """Who it is, whether the Chinese has the Latin name in brackets or not."""
    return LATIN.sub("", name.zh) or name.text or name.en


def person(name: Name) -> str:
    """The key of somebody who has been met, with their titles."""
    return f"person {bare(name)}"


def mentioned(name: Name) -> str:
    """The key of somebody whose name alone has been told."""
    return f"name {bare(name)}"
