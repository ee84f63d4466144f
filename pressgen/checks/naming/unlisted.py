"""Names that no table lists: towns, villages, roads and firms, by the sound of their Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import product

from pressgen.checks.naming import rules
from pressgen.checks.naming.lexicon import Mention, mentions
from pressgen.checks.naming.nearness import distance
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.persons import Named
from pressgen.checks.naming.sounds import letters, sounded, spelt
from pressgen.checks.naming.tables import behind_chinese, behind_english
from pressgen.checks.naming.transliteration import SIGNS
from pressgen.checks.naming.transliteration import distance as off
from pressgen.dictionary import is_word
from pressgen.findings import Finding, Fix
from pressgen.glossary.pinyin import SYLLABLES, is_pinyin
from pressgen.regex import regex

_WORD = regex(r"(?<![\w’'@/.-])[A-Z][a-z]{3,}(?:['’][a-z]+)?(?![\w@/-])")
_HAN = regex("[\u4e00-\u9fff]+")
_BEHIND = regex(
    r" (?:([A-Z][a-z]+)|(?:and [A-Z][a-z]+ )?"
    r"(town|township|village|road|river|subdistrict|lake|street|bridge|reservoir|park|community|temple|island)s?\b)"
)
"""What stands behind a name and says what it names; of one or of two (Xixing and Changhe subdistricts)."""
_AHEAD = regex(r"\b(Mount|Lake|Port) $")
_KINDS = {"Mount": "山|峰|岭", "Lake": "湖|泊|池|错", "Port": "港"}
"""What stands in front of a name and says what it names, as the Chinese says it behind."""
_JAPAN = regex("日本|日籍|[访赴驻对]日")
"""Names of Japan may look like pinyin and are not read as their characters are: 福山, Fukuyama."""
_SCHOOL = regex(r" (?:[A-Z][a-z]+ )?(?:University|College|Institute|School)\b")
_ABROAD = regex(f"([{SIGNS}]{{2,4}})(?=应用|理工|科技|技术|工业|大学|学院)")
_AS_WRITTEN = 0.1
"""So near are a foreign school's name and the characters it is written with: 汉斯, Hanze."""
_SHORTEST = 2
"""Characters of the names that most places have."""
_LEAST = 5
"""A shorter word may be read as too many things; one of four letters not, where its kind is said."""
_PLACE_BEFORE = regex("(?:在|到|经|抵|达|赴|于|至|从|往|自|向|入|出|离|过|和|与|来|回|及)")
_PLACE_BEHIND = regex(
    "[^\u4e00-\u9fff]|$|[至到和与及等站区段上]|一带|附近|商圈|沿线|举行|举办|开|设|落户|亮相|发车|出发|施工"
)
"""What stands beside a place that no suffix marks: 途经西单。"""


def check(
    passage: Passage,
    lacking: Callable[[], Sequence[Mention]],
    strange: Sequence[Mention],
    named: Sequence[Named],
) -> Iterator[Finding]:
    """A word of pinyin that nothing in the Chinese sounds like, and the name there that it was meant to be.

    ``lacking`` gives the listed places that only the Chinese names, ``strange`` are those that only the
    English names: 新桥镇 may be written as one of them.
    """
    meant: dict[tuple[str, str], tuple[int, int, str] | None] = {}
    known = {mention.start for mention in mentions(passage.en, "en")} - {mention.start for mention in strange}
    for match in _WORD.finditer(passage.en):
        word = letters(match.group())
        if not is_pinyin(word) or match.start() in known:
            continue
        behind = _BEHIND.match(passage.en, match.end())
        ahead = _AHEAD.search(passage.en, max(0, match.start() - len("Mount ")), match.start())
        kind = behind_english().get((behind[1] or behind[2]).lower(), "") if behind else ""
        kind = kind or (_KINDS[ahead[1]] if ahead else "")
        if len(word) < _LEAST - bool(kind):
            continue
        taken = (name for name in named if name.window or not kind)
        if any(name.start <= match.start() < name.end for name in taken) or sounded(word, passage.zh_around):
            continue
        if _SCHOOL.match(passage.en, match.end()) and _is_abroad(word, passage.zh):
            continue
        if (word, kind) not in meant:
            meant[word, kind] = _meant(word, kind, passage, lacking())
        found = meant[word, kind]
        if found and not is_word(word) and not _JAPAN.search(passage.zh_around):
            start, end, name = found
            zh = passage.zh[start:end]
            related = (passage.zh_span(start, end),)
            yield rules.OTHER.at(
                passage.en_span(*match.span()), Fix(name), related, text=match.group(), zh=zh, name=name
            )


def _is_abroad(word: str, zh: str) -> bool:
    """Whether a school that the Chinese writes by sound may be called so, though it looks like pinyin."""
    return any(
        off(found[1][first:], word) <= _AS_WRITTEN
        for found in _ABROAD.finditer(zh)
        for first in range(len(found[1]) - 1)
    )


def _meant(word: str, kind: str, passage: Passage, lacking: Sequence[Mention]) -> tuple[int, int, str] | None:
    """A listed place the English lacks, else characters that share a syllable, else the one of its kind."""
    for mention in lacking:
        if distance(word, letters(mention.name), 2) <= 2 or touches(word, mention.text):
            return mention.start, mention.end, mention.name
    sizes = _sizes(word)
    every = _unsaid(passage.zh, passage.en)
    unsaid = [place for place in every if place[1] - place[0] in sizes]
    alike = [place for place in unsaid if touches(word, passage.zh[place[0] : place[1]])]
    same = [place for place in unsaid if kind and re.match(kind, passage.zh[place[1] :])]
    if alike or not kind:
        both = [place for place in alike if place in same]
        return next(iter(both or alike), None) or _echoed(word, passage)
    if kind in _KINDS.values() and not same:
        short = [place for place in every if place[1] - place[0] == _SHORTEST]
        same = [place for place in short if re.match(kind, passage.zh[place[1] :])]
    return same[-1] if len({passage.zh[end - 1] for _, end, _ in same}) == 1 else None


def _echoed(word: str, passage: Passage) -> tuple[int, int, str] | None:
    """A place that no suffix marks and that differs in one syllable: 西单 for Dongdan."""
    said = _said(passage.en)
    found: dict[str, tuple[int, int, str]] = {}
    for start, end in _unmarked(passage.zh, frozenset(_sizes(word) & {2, 3})):
        text = passage.zh[start:end]
        forms = _all([spelt(sign) for sign in text])
        if _but_one(word, text) and not any(form in said for form in forms):
            found[text] = (start, end, forms[0].capitalize())
    return next(iter(found.values())) if len(found) == 1 else None


@lru_cache(maxsize=4)
def _unmarked(text: str, sizes: frozenset[int]) -> tuple[tuple[int, int], ...]:
    """Stretches of so many characters that stand where a place may stand; asked for with each word."""
    return tuple(
        (start, start + size)
        for run in _HAN.finditer(text)
        for size in sorted(sizes)
        for start in range(run.start() + 1, run.end() - size + 1)
        if _PLACE_BEFORE.match(text[start - 1]) and _PLACE_BEHIND.match(text, start + size)
    )


@lru_cache(maxsize=2)
def _said(text: str) -> str:
    """The letters of a text; asked for with each of its words."""
    return letters(text)


def _but_one(word: str, text: str) -> bool:
    """Whether a word is read like characters but for one, in whose stead another syllable stands."""
    forms = [spelt(sign) or ("",) for sign in text]
    return any(
        word.startswith(head) and word.endswith(tail) and word[len(head) : len(word) - len(tail)] in SYLLABLES
        for gap in range(len(text))
        for head in _all(forms[:gap])
        for tail in _all(forms[gap + 1 :])
        if len(head) + len(tail) < len(word)
    )


def _sizes(word: str) -> set[int]:
    """How many syllables a word of pinyin may have."""
    reached: list[set[int]] = [{0}, *(set() for _ in word)]
    for at in range(len(word)):
        for past in range(at + 1, min(at + 6, len(word)) + 1):
            if word[at:past] in SYLLABLES:
                reached[past] |= {size + 1 for size in reached[at]}
    return reached[-1]


def touches(word: str, zh: str) -> bool:
    """Whether a word begins or ends as the characters do."""
    return any(word.startswith(spelling) for spelling in spelt(zh[0]) if len(spelling) > 1) or any(
        word.endswith(spelling) for spelling in spelt(zh[-1]) if len(spelling) > 1
    )


_NO_FIRST = frozenset("的了在由与和对是家下为将向从被把让给及至到该本其此座条个")
"""What stands in front of a name rather than at its beginning."""


@lru_cache(maxsize=2)
def _unsaid(zh: str, en: str) -> tuple[tuple[int, int, str], ...]:
    """Names before 镇, 路, 公司 and the like that the English has less often; asked for with each word."""
    return tuple(_each_unsaid(zh, _said(en)))


def _each_unsaid(zh: str, said: str) -> Iterator[tuple[int, int, str]]:
    for run in _HAN.finditer(zh):
        for end in range(run.start() + 2, run.end()):
            if not behind_chinese().match(zh, end):
                continue
            for size in (3, 2):
                text = zh[max(run.start(), end - size) : end]
                spellings = _all([spelt(sign) for sign in text]) if len(text) == size else []
                if size == 3 and text[0] in _NO_FIRST:
                    continue
                if spellings and not any(said.count(spelling) >= zh.count(text) for spelling in spellings):
                    yield end - size, end, spellings[0].capitalize()


def _all(forms: Sequence[Sequence[str]]) -> list[str]:
    return ["".join(syllables) for syllables in product(*forms)]
