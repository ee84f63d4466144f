"""Names with one letter or one character off: Foshan Bureau of Comerce, Shnude, 佛山市商务菊."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressgen.checks import cedict
from pressgen.checks.found import names_of
from pressgen.checks.terminology import rules
from pressgen.checks.terminology.likeness import GENERIC, SMALL
from pressgen.checks.terminology.places import Placed, closed_in
from pressgen.dictionary import is_another
from pressgen.document import Block, Document
from pressgen.findings import Finding, Fix
from pressgen.glossary.entry import Glossary
from pressgen.glossary.pinyin import is_pinyin, with_tones
from pressgen.glossary.slips import Slip, Word, words

_LEAST_ONE = 5
"""A shorter word is one letter from too many others, unless more of the name stands around it."""
_LEAST_NAME = 6
_LEAST_WORD = 8
_SAFE = 3
"""A name of three words or more, all right but for one letter, can be no other."""
_BEFORE_NAMES = """
a an the in at on from to for of by with and but or as into near via through across around between both
after before during since until while when where if today this that these those its their our
all many most some such
"""
_FUNCTION = frozenset(_BEFORE_NAMES.split())
"""What may stand with a capital before a name because a sentence begins."""
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两")
_LEAD = 2
"""A name's first two characters tell whose it is: 苏州 and 宿州 sound alike."""


def english(
    document: Document, glossary: Glossary, zh: Sequence[Placed], en: Sequence[Placed]
) -> Iterator[Finding]:
    """A finding on each English name that is a listed one but for a slip in one word."""
    judge = _Judge(glossary, {place.match.entry.id for place in zh} - {place.match.entry.id for place in en})
    for block in document.blocks:
        if block.lang == "en":
            yield from _finding(
                block, [slip for slip in _open(block, glossary) if judge.believes(slip, block)]
            )


def _open(block: Block, glossary: Glossary) -> list[Slip]:
    found = list(glossary.english_slips.find(block.text))
    closed = closed_in(block) if found else []
    return [slip for slip in found if not any(start < slip.end and slip.start < end for start, end in closed)]


def _finding(block: Block, slips: list[Slip]) -> Iterator[Finding]:
    """The longest name first; a stretch of text is told once."""
    taken: list[tuple[int, int]] = []
    for slip in sorted(slips, key=lambda slip: (slip.start - slip.end, slip.start)):
        if any(start < slip.end and slip.start < end for start, end in taken):
            continue
        taken.append((slip.start, slip.end))
        text, fix = block.text[slip.start : slip.end], Fix(slip.name, safe=slip.name.count(" ") >= _SAFE - 1)
        yield rules.MISSPELT.at(block.span(slip.start, slip.end), fix, text=text, preferred=slip.name)


@dataclass(frozen=True, slots=True)
class _Judge:
    """Tells a slip of the pen from another name; ``lacking`` are names only the Chinese has."""

    glossary: Glossary
    lacking: set[str]

    def believes(self, slip: Slip, block: Block) -> bool:
        """Whether nothing but a listed name can be meant."""
        if is_pinyin(slip.written):
            return False
        enough = self._alone if len(words(slip.term.text)) == 1 else self._among
        return enough(slip, block) and not is_another(slip.written, slip.right)

    def _among(self, slip: Slip, block: Block) -> bool:
        """Another word of the name tells which one it is."""
        others = {word.text for word in words(block.text[slip.start : slip.end])} - {slip.written}
        if len(slip.right) < _LEAST_ONE and (len(others) < _SAFE - 1 or slip.kind == "changed"):
            return False
        return bool(others - SMALL - GENERIC) or slip.entry.id in self.lacking

    def _alone(self, slip: Slip, block: Block) -> bool:
        """A name of one word: pinyin that is none any more, or one the English lacks and the Chinese has."""
        capital = block.text[slip.start].isupper()
        if capital != slip.term.text[0].isupper() or len(slip.right) < _LEAST_ONE:
            return False
        if not capital:
            return len(slip.right) >= _LEAST_WORD and slip.kind != "changed"
        if slip.entry.id in self.lacking:
            return True
        likely = is_pinyin(slip.right) and len(slip.right) >= _LEAST_NAME and slip.kind != "changed"
        return likely and not self._is_a_name(slip, block)

    def _is_a_name(self, slip: Slip, block: Block) -> bool:
        """Whether the word is somebody's: it stands there twice, or beside other words of a name."""
        found = words(block.text)
        at = [number for number, word in enumerate(found) if word.text == slip.written]
        beside = [found[number] for number in (at[0] - 1, at[0] + 1) if 0 <= number < len(found)]
        return len(at) > 1 or any(self._is_stranger(word, slip, block) for word in beside)

    def _is_stranger(self, word: Word, slip: Slip, block: Block) -> bool:
        """Whether a word is joined to the slip by a blank and has a capital that nothing explains."""
        between = block.text[min(word.end, slip.end) : max(word.start, slip.start)]
        if between != " " or not block.text[word.start].isupper():
            return False
        return word.text not in _FUNCTION and not self.glossary.english_slips.knows(word.text)


def chinese(document: Document, glossary: Glossary) -> Iterator[Finding]:
    """A finding on each long Chinese name with one character doubled, swapped or of the same sound."""
    for block in document.blocks:
        if block.lang == "zh":
            slips = set(glossary.chinese_slips.find(block.text))
            listed = [(match.start, match.end) for match in names_of(block, glossary)] if slips else []
            strange = [
                slip
                for slip in slips
                if not (_is_listed(slip, listed) or _begins_a_word(block.text, slip.start))
            ]
            yield from _finding(block, [slip for slip in strange if _is_meant(slip)])


def _begins_a_word(text: str, at: int) -> bool:
    """Whether the character before belongs to what begins here: 营口港集装箱 is no 口港集装箱."""
    return bool(at) and cedict.is_word(text[at - 1 : at + 1])


def _is_meant(slip: Slip) -> bool:
    if slip.kind == "doubled":
        return not slip.written.startswith(slip.right) and not slip.written.endswith(slip.right)
    if slip.kind == "swapped":
        return True
    at = next(at for at, word in enumerate(slip.right) if slip.written[at] != word)
    written, right = slip.written[at], slip.right[at]
    return at >= _LEAD and not {written, right} & _NUMERALS and bool(_sounds(written) & _sounds(right))


def _is_listed(slip: Slip, listed: list[tuple[int, int]]) -> bool:
    """Whether the wrong character belongs to another listed name, or stands beside a shorter one."""
    short = len(slip.right) - 1
    if any(slip.start <= start and end <= slip.end and end - start == short for start, end in listed):
        return True
    same = zip(slip.written, slip.right, strict=False)
    first = next((at for at, (word, other) in enumerate(same) if word != other), short)
    at = slip.start + first
    return any(start <= at < end for start, end in listed)


def _sounds(character: str) -> set[str]:
    return set(with_tones(character))
