"""Bodies, schools, museums and the like by their heads: another one of the same sort, listed or not.

A name in English that ends in Museum, Federation or Court answers a Chinese one that ends in 博物馆, 联合会
or 法院 (``heads.csv``). Where none of its own words is in the Chinese in any form (by sound, by a table, by
CC-CEDICT), and the Chinese has one of the same sort with words that the English lacks, the one stands for
the other. Of the words there, plain ones tell no two names apart, wide ones only where there are no others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

from pressgen.checks import cedict
from pressgen.checks.naming import rules, transliteration
from pressgen.checks.naming.headwords import by_sort, plain, wide
from pressgen.checks.naming.lexicon import Mention, homes, mentions, short_forms
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.sounds import letters, sounded, spelt
from pressgen.dictionary import frequency
from pressgen.findings import Finding
from pressgen.glossary.pinyin import is_pinyin
from pressgen.regex import regex

LONG = 1200
"""Characters of a passage beyond which the words of either text may be about anything."""
WORD = r"[A-Z][\w’'-]*"
_BEFORE = regex(rf"(?:{WORD}(?:,? (?:and|of the|of|for|for the|&) | ))*$")
_BEHIND = regex(rf"(?: (?:of|for)(?: the)? {WORD}(?:(?:,? and|,| of(?: the)?)? {WORD})*)?")
_CUT = regex(
    "[^\u4e00-\u9fff]|[的在由与和及是对向为等将从到至赴据了]|[次位处落邻]于|[首一两二三四五六七八九十几数多每][家所座个间]"
    "|(?<![\u4e00-\u9fff])(?:经(?![济贸典纬营])|[据按凭])"
)
_WRITTEN = regex(f"[{transliteration.SIGNS}]{{4,}}")
"""Characters that hardly stand side by side but in a name written by sound."""
_USUAL = 100
"""A word met so often in English is no foreign name written in letters."""
_FAMILY = 4
"""Letters of a root that tell a family of words."""
_LONGEST_NAME = 14
_SPELT = 3
"""Characters at most of a name that no dictionary has, which is spelt in English."""


@dataclass(frozen=True)
class Name:
    """A name at a place (code points); ``ask`` finds those of its words that the other text lacks.

    It also says whether a listed place is one of them.
    """

    start: int
    end: int
    text: str
    ask: Callable[[], tuple[tuple[str, ...], bool]] = field(compare=False)

    @cached_property
    def _asked(self) -> tuple[tuple[str, ...], bool]:
        return self.ask()

    @property
    def unsaid(self) -> tuple[str, ...]:
        """Those words, looked for when they are asked for: that takes a dictionary."""
        return self._asked[0]

    @property
    def place(self) -> bool:
        """Whether a listed place is one of them."""
        return self._asked[1]


def check(passage: Passage) -> Iterator[Finding]:
    """A name of the English for one of the same sort in the Chinese, where each has words the other lacks."""
    if max(len(passage.zh), len(passage.en)) > LONG:
        return
    for sort, (zh_heads, en_heads) in by_sort().items():
        if not (zh_heads.search(passage.zh) and en_heads.search(passage.en)):
            continue
        if repeated := _repeated(passage, zh_heads, en_heads):
            yield repeated
            continue
        strange = [name for name in english(passage, en_heads) if name.unsaid]
        if not strange:
            continue
        lacking = [name for name in chinese(passage, zh_heads) if name.unsaid]
        if any(name.place for name in strange) and not all(name.place for name in lacking):
            continue
        if len(strange) == 1 and len({name.text for name in lacking}) == 1 and not _in_field(sort, passage):
            yield found(passage, strange[0], lacking[0])


def _repeated(passage: Passage, zh_heads: re.Pattern[str], en_heads: re.Pattern[str]) -> Finding | None:
    """A name in pinyin once too often, where another one of its sort in the Chinese is not spelt at all."""
    zh, en = list(chinese(passage, zh_heads)), list(english(passage, en_heads))
    counts = Counter(word for name in en for word in re.findall(WORD, name.text) if is_pinyin(letters(word)))
    often = [word for word, count in counts.items() if count > 1]
    if len(zh) != len(en) or len(often) != 1 or len({name.text for name in zh}) != len(zh):
        return None
    small = letters(passage.en_around)
    unspelt = [name for name in zh if not _spelt_in(name.text[:2], small)]
    named = [name for name in zh if sounded(letters(often[0]), name.text)]
    if len(named) != 1 or len(unspelt) != 1 or unspelt[0] is named[0] or not unspelt[0].unsaid:
        return None
    place = zh.index(unspelt[0]) / len(zh)
    same = [name for name in en if often[0] in name.text]
    return found(passage, min(same, key=lambda name: abs(en.index(name) / len(en) - place)), unspelt[0])


def _in_field(sort: str, passage: Passage) -> bool:
    """Bodies of a listed field are compared by their fields and levels."""
    fields = [mention for mention in mentions(passage.en, "en") if mention.kind in ("field", "body")]
    return sort == "body" and bool(fields)


def found(passage: Passage, en: Name, zh: Name) -> Finding:
    """That a name of the English stands for another one in the Chinese."""
    places = list(mentions(zh.text, "zh"))
    name = places[0].name if places else ", ".join(zh.unsaid)
    related = (passage.zh_span(zh.start, zh.end),)
    return rules.OTHER.at(
        passage.en_span(en.start, en.end), None, related, text=en.text, zh=zh.text, name=name
    )


def english(passage: Passage, heads: re.Pattern[str]) -> Iterator[Name]:
    """The names of a sort in the English, with what nothing in the Chinese answers."""
    text, past = passage.en, 0
    for head in heads.finditer(text):
        before = _BEFORE.search(text, past, head.start())
        start = before.start() if before else head.start()
        behind = _BEHIND.match(text, head.end())
        inner = heads.search(behind[0]) if behind else None
        reach = len(behind[0]) if behind else 0
        past = head.end() + (max(0, behind[0].rfind(" of", 0, inner.start())) if behind and inner else reach)
        yield Name(start, past, text[start:past], partial(_unanswered, passage, heads, start, past))


def _unanswered(
    passage: Passage, heads: re.Pattern[str], start: int, past: int
) -> tuple[tuple[str, ...], bool]:
    """The words of an English name, where nothing in the Chinese answers any of them or one is a place."""
    every = [match for match in re.finditer(WORD, passage.en[start:past]) if not heads.fullmatch(match[0])]
    general = [match for match in every if match[0].lower() in wide()]
    own = [match for match in every if match not in general and _bare(match[0]) not in plain()] or general
    unsaid = tuple(match[0] for match in own if not _in_chinese(passage, start + match.start(), match[0]))
    place = any(mention.codes for word in unsaid for mention in mentions(word, "en"))
    whole = bool(own) and len(unsaid) == len(own)
    return unsaid if whole or place else (), place and not whole


def _bare(word: str) -> str:
    return word.lower().removesuffix("’s").removesuffix("'s")


def _in_chinese(passage: Passage, at: int, word: str) -> bool:
    """Whether the Chinese says an English word: by its sound, by what a table calls it, by its meaning."""
    if general := wide().get(word.lower()):
        return bool(re.search(general, passage.zh_around))
    if word in passage.zh_around or sounded(letters(word), passage.zh_around):
        return True
    held = {mention.key for mention in mentions(passage.zh_around, "zh")}
    for mention in mentions(passage.en, "en"):
        known = (
            mention.key in held or homes().get(mention.key) in held or _shortened(mention, passage.zh_around)
        )
        if mention.start <= at < mention.end and known:
            return True
    root = cedict.root(word)
    if not root or any(_alike(root, meant) for meant in cedict.meant(passage.zh_around)):
        return True
    if _is_listed(passage.en, at) or is_pinyin(letters(word)) or frequency(word.lower()) >= _USUAL:
        return False
    written = _WRITTEN.findall(passage.zh_around)
    return not written or any(transliteration.is_sounded(run, (word,)) for run in written)


def _is_listed(text: str, at: int) -> bool:
    return any(mention.start <= at < mention.end for mention in mentions(text, "en"))


def _alike(word: str, other: str) -> bool:
    """Whether two roots are of one family: child, childhood."""
    short, long = sorted((word, other), key=len)
    return word == other or (len(short) >= _FAMILY and long.startswith(short))


def _shortened(mention: Mention, zh: str) -> bool:
    return any(short in zh for short in short_forms().get(mention.key, ()))


def chinese(passage: Passage, heads: re.Pattern[str]) -> Iterator[Name]:
    """The names of a sort in the Chinese, with their words that nothing in the English answers."""
    text, past = passage.zh, 0
    for head in heads.finditer(text):
        first = max(0, head.start() - _LONGEST_NAME)
        cuts = [
            match.end()
            for match in _CUT.finditer(text, first, head.start())
            if not any(held.start < match.start() < held.end for held in mentions(text, "zh"))
        ]
        start = max(cuts[-1] if cuts else first, past)
        past = head.end() if len(head[0]) > 1 else past
        own = text[start : head.start()]
        if own and not (head[0] == "会" and _EVENT.search(own)):
            asked = partial(_lacking, own, passage.en_around)
            yield Name(start, head.end(), text[start : head.end()], asked)


_EVENT = regex(
    "(?:发布|座谈|推介|运动|博览|交易|研讨|音乐|听证|家长|董事|监事|股东|代表|说明|[酒晚年例大社机庙灯峰聚展])$"
)
"""What makes a 会 that ends a name no body."""


def _lacking(own: str, en: str) -> tuple[tuple[str, ...], bool]:
    """The words of a Chinese name that an English text lacks, and whether one is a place."""
    said = cedict.said(en)
    held = {key for mention in mentions(en, "en") for key in (mention.key, homes().get(mention.key, ""))}
    capitals = re.findall(WORD, en)
    unsaid = tuple(_unsaid(own, said, letters(en), held, capitals)) or tuple(_alone(own, en))
    return unsaid, any(mention.codes for word in unsaid for mention in mentions(word, "zh"))


def _unsaid(
    own: str, said: frozenset[str], small: str, held: set[str], words: Sequence[str]
) -> Iterator[str]:
    """Words of a Chinese name, listed or in the dictionary, that the English has in no form."""
    places = mentions(own, "zh")
    for mention in places:
        if mention.key not in held and not _spelt_in(mention.text.rstrip("省市县区"), small):
            yield mention.text
    taken = {at for mention in places for at in range(mention.start, mention.end)}
    inside = cedict.places(own)
    words_end = (end for start, end in inside if end - start > 1)
    rest = own[max((*words_end, *(mention.end for mention in places)), default=0) :]
    if 1 < len(rest) <= _SPELT and not (_spelt_in(rest, small) or transliteration.is_sounded(rest, words)):
        yield rest
    for start, end in inside:
        word = own[start:end]
        if (
            len(word) < 2
            or word in plain()
            or word in wide()
            or taken & set(range(start, end))
            or _spelt_in(word, small)
        ):
            continue
        meanings = cedict.meanings(word)
        if meanings and not any(
            _alike(root, other) for roots in meanings for root in roots for other in said
        ):
            yield word
    yield from (run for run in _WRITTEN.findall(own) if not transliteration.is_sounded(run, words))


def _alone(own: str, en: str) -> Iterator[str]:
    """国家 and the like, where a name has no other words and the English has none for it."""
    if own in wide() and not re.search(wide()[own], en, re.IGNORECASE):
        yield own


def _spelt_in(word: str, small: str) -> bool:
    """Whether letters have the pinyin of some characters."""
    forms = [""]
    for character in word:
        forms = [form + spelling for form in forms for spelling in spelt(character)][:16]
    return any(form and form in small for form in forms)
