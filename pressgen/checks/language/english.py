"""English left in Chinese: words that have a Chinese form, titles and places, whole sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import groupby

from pressgen.checks.language.foreign import Foreign, common_names, foreign_of, languages
from pressgen.checks.language.words import Run, Word, runs
from pressgen.dictionary import frequency
from pressgen.house import House
from pressgen.regex import regex

Found = tuple[int, int, str]
"""A stretch of a text left in English, and its Chinese where that is known."""

_EXPLAINED = regex(
    r"(?:英文|英语|英译|意为|意思是|译为|译作|译名|缩写|全称|又称|也称|叫作|称作|所谓|单词|一词|拼写|外文|名为|题为|口号|标语|域名"
    r"|命令|输入|代码|按钮|主题词为|主题为)[是为：:“\"\s]{0,3}$"
)
_NAMED = regex(
    r"\s?(?:为主题|为题|为口号|一词|这个词|的缩写|的意思|字样|按钮|按键|选项|菜单|命令|函数|字段|标签|品牌|牌|系列"
    r"|乐队|杯|款|型|管理工具|命令行|软件包|套件|指令|协议)"
)
_ON_WORDS = regex(r"单词|词语|一词|词根|词源|拼写|音译|英文缩写|英语[里中]")
_BRAND = regex(r"(?:品牌|旗下|乐队|组合|歌手|车型|型号|产品|名叫|取名|代号)\s?$")
_IN_PLACE = regex(r"(?:市|县|省|州|港|镇|岛|河|湖|机场|大学|车站|产区|地区)(?![^\W\d_]*(?:公司|品牌))")
"""What makes a place or a school of the name in front."""
_SPEECH = regex(r"“([^“”]{20,500}[.!?,])”")
_RANKS = ("Vice", "Deputy", "Executive", "Assistant", "Associate", "Senior", "Acting", "Former", "Honorary")
_COMMON = 300
"""How often a word stands in the dictionary's texts from which it is no name."""
_LONG, _WELL_KNOWN = 6, 800
"""Letters, and how often it is written, of a single word that the English text does not have."""
_LISTED = ("place", "body", "event", "title", "term", "industry")


class English:
    """Looks for English in the paragraphs of a Chinese text; the English one is empty where there is none."""

    def __init__(self, chinese: str, beside: str, house: House) -> None:
        self._house = house
        self._chinese = chinese
        self._beside = beside
        self._has_pair = bool(beside)
        self._words = frozenset(re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", beside))
        self._small = frozenset(word for word in self._words if word.islower())

    @cached_property
    def _foreign(self) -> Foreign:
        return foreign_of(self._house)

    @cached_property
    def _is_technical(self) -> bool:
        """Whether the text is for people who work with computers, and leave single words in English."""
        small = {word.text for run in runs(self._chinese) for word in run if word.lower and not word.joins}
        return sum(word in self._foreign.technical or not _is_word(word) for word in small) >= 2

    def find(self, text: str, *, whole: bool = False) -> Iterator[Found]:
        """What is left of English in a text, whose quotes, brackets and addresses are blank.

        ``whole``: sentences alone.
        """
        whole = whole or bool(_ON_WORDS.search(text))
        for run in runs(text):
            if not _is_explained(text, run):
                yield from self._in(text, run, whole=whole)

    def speeches(self, text: str) -> Iterator[Found]:
        """What somebody says in English in a Chinese text, word for word as in the English text beside it."""
        for found in _SPEECH.finditer(text):
            if found[1].rstrip(",.!?") in self._beside and any(map(_is_sentence, runs(found[1]))):
                yield *found.span(1), ""

    def _in(self, text: str, run: Run, *, whole: bool) -> Iterator[Found]:
        if _is_sentence(run):
            end = run[-1].end
            yield run[0].start, end + (text[end : end + 1] in tuple(".!?")), ""
        elif not whole:
            start = 0
            for lower, group in groupby(run, key=lambda word: word.lower):
                words = list(group)
                yield from self._small_words(run, start, words) if lower else self._names(text, run, words)
                start += len(words)

    def _small_words(self, run: Run, start: int, words: list[Word]) -> Iterator[Found]:
        """Ordinary words in small letters; between words with a capital they are part of a name."""
        named_before = start > 0 and not run[start - 1].joins and not run[start - 1].text.isupper()
        named_behind = start + len(words) < len(run)
        while words and words[0].joins:
            words = words[1:]
        while words and words[-1].joins:
            words = words[:-1]
        if not words or (named_before and (named_behind or len(words) == 1)):
            return
        if self._is_ordinary(words):
            yield words[0].start, words[-1].end, ""

    def _is_ordinary(self, words: list[Word]) -> bool:
        content = [word.text for word in words if not word.joins]
        as_is = self._foreign.as_is
        if " ".join(word.text for word in words) in as_is or all(word in as_is for word in content):
            return False
        if len(content) == 1 and self._is_technical:
            return False
        if self._has_pair and any(not self._is_beside(word) for word in content):
            if len(content) == 1:  # a brand may be written small
                known = len(content[0]) >= _LONG and frequency(content[0]) >= _WELL_KNOWN
                name = content[0].capitalize()
                return known and self._words.isdisjoint((name, f"{name}'s", f"{name}’s"))
            return all(_is_common(word) or _is_compound(word) for word in content)
        if len(content) == 1 and not self._has_pair:
            return len(content[0]) >= 5 and _is_common(content[0])
        return all(len(word) >= 3 and _is_word(word) for word in content)

    def _is_beside(self, word: str) -> bool:
        """Whether the English text has the word, in this or another form."""
        stem = word[: max(4, len(word) - 2)]
        return word in self._small or any(other.startswith(stem) for other in self._small)

    def _names(self, text: str, run: Run, words: list[Word]) -> Iterator[Found]:
        """Words with a capital: a title, a listed name, a country, a ministry, what English writes small."""
        said = " ".join(word.text for word in words)
        title = self._title([word.text for word in words])
        if title:
            size, chinese = title
            yield words[0].start, words[size - 1].end, chinese
        elif self._is_body(run):
            if words[0] is run[0]:
                yield run[0].start, run[-1].end, self._listed(" ".join(word.text for word in run))
        elif len(words) == len(run) and not said.isupper() and not _is_brand(text, run):
            chinese = self._listed(said) or self._place(said)
            if (
                chinese
                or self._is_nation(said)
                or _IN_PLACE.match(text, run[-1].end)
                or self._is_small_beside(words)
            ):
                yield words[0].start, words[-1].end, chinese

    def _title(self, words: list[str]) -> tuple[int, str] | None:
        """How many of the first words are a title, and its Chinese where just these are listed."""
        titles = self._foreign.titles
        for size in range(min(3, len(words)), 0, -1):
            listed = titles.get(" ".join(words[:size]))
            if listed:
                return size, listed
        rank = len(words) > 1 and words[0] in _RANKS and words[1] in titles
        return (2, "") if rank else None

    def _place(self, said: str) -> str:
        foreign = self._foreign
        return foreign.places.get(said) or ("" if said in foreign.names else common_names().get(said, ""))

    def _is_nation(self, said: str) -> bool:
        return said in self._words and said not in self._foreign.names and said in languages()

    def _is_body(self, run: Run) -> bool:
        """Whether words name a public body in plain English, which the English text has, too."""
        names = [word.text for word in run if not word.joins]
        return (
            len(names) > 1
            and not self._foreign.heads.isdisjoint(names)
            and all(name in self._words and self._is_plain(name) for name in names)
        )

    def _listed(self, said: str) -> str:
        """The Chinese of a listed name that is no company's, no person's and no abbreviation."""
        entry = self._house.glossary.named(said, "en")
        if said.isupper() or not entry or entry.kind not in _LISTED:
            return ""
        ordinary = entry.kind == "place" or all(map(self._is_plain, said.split()))
        return entry.name("zh") if ordinary else ""

    def _is_plain(self, word: str) -> bool:
        """Whether a word is English, or a place: Automechanika is neither."""
        place = self._house.glossary.named(word, "en")
        return bool(_is_word(word.lower()) or (place and place.kind == "place") or self._place(word))

    def _is_small_beside(self, words: list[Word]) -> bool:
        """Whether English writes these very words small: no name then."""
        return all(
            len(word.text) >= 4
            and word.text.istitle()
            and word.text.lower() not in self._foreign.as_is
            and word.text not in self._words
            and self._is_beside(word.text.lower())
            and _is_word(word.text.lower())
            for word in words
        )


def _is_explained(text: str, run: Run) -> bool:
    before = text[max(0, run[0].start - 12) : run[0].start]
    return bool(_EXPLAINED.search(before) or _NAMED.match(text, run[-1].end))


def _is_brand(text: str, run: Run) -> bool:
    return bool(_BRAND.search(text, max(0, run[0].start - 8), run[0].start))


def _is_sentence(run: Run) -> bool:
    """Most words small, three of them more than joints: no name and no title of a work."""
    small = [word for word in run if word.lower]
    content = [word for word in small if not word.joins]
    joints = len(small) - len(content)
    return len(content) >= 2 and joints >= 1 and len(small) * 5 >= len(run) * 3 and len(run) >= 4


def _is_word(word: str) -> bool:
    parts = [part for part in re.split(r"[-'’]", word) if part]
    return all(frequency(part) > 0 or _is_compound(part) or _is_plural(part) for part in parts)


def _is_plural(word: str) -> bool:
    """Whether the dictionary has a word in the singular alone: hatchlings."""
    return word.endswith("s") and len(word) > _LONG and frequency(word[:-1]) > 0


def _is_compound(word: str) -> bool:
    """Whether two usual words make one that is too young for the dictionary: blockchain, livestreamed."""
    splits = ((word[:at], word[at:]) for at in range(4, len(word) - 3))
    return any(min(frequency(head), frequency(tail)) >= _COMMON for head, tail in splits)


def _is_common(word: str) -> bool:
    return all(frequency(part) >= _COMMON for part in re.split(r"[-'’]", word) if part)
