"""Every paragraph's language against the one its place says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from pressgen.checks.language import chinese, left_out, listed, omitted, rules
from pressgen.checks.language.detect import language_of, unquoted
from pressgen.checks.language.english import English
from pressgen.checks.language.words import runs
from pressgen.document import Block, Lang, Release, Span
from pressgen.errors import Wording
from pressgen.findings import Finding, Fix
from pressgen.house import House
from pressgen.regex import regex
from pressgen.text import HAN, han, latin, script
from pressgen.todo import todos

_NAMES = {
    "zh": rules.CHINESE,
    "en": rules.ENGLISH,
    "ja": Wording("日文", "Japanese"),
    "ko": Wording("韩文", "Korean"),
    "ru": Wording("俄文", "Cyrillic script"),
    "ar": Wording("阿拉伯文", "Arabic"),
    "th": Wording("泰文", "Thai"),
    "el": Wording("希腊文", "Greek"),
    "de": Wording("德文", "German"),
    "fr": Wording("法文", "French"),
    "es": Wording("西班牙文", "Spanish"),
    "it": Wording("意大利文", "Italian"),
    "pt": Wording("葡萄牙文", "Portuguese"),
    "nl": Wording("荷兰文", "Dutch"),
    "id": Wording("印尼文", "Indonesian"),
    "vi": Wording("越南文", "Vietnamese"),
    "pl": Wording("波兰文", "Polish"),
    "tr": Wording("土耳其文", "Turkish"),
    "sv": Wording("瑞典文", "Swedish"),
}
_TEXT = ("headline", "subhead", "lead", "body", "quote", "caption", "note", "cell")
_ADDRESS = regex(r"(?:(?:https?|ftp)://|www\.)[!-~]+|[\w.+-]{1,64}@[\w.-]{1,64}", re.ASCII)
_OF_ADDRESSES = regex(r"://|www\.|@")
_CODE = regex(r"(?:^|\s)--?[a-z]|[{}=$<>|\\]|;(?! )|;.*;|\w_\w|\w\(\)|(?:^|\s)[./~]+\w+/|^[$#>] ")
"""Signs of what is typed into a computer."""
_LATIN = regex("[A-Za-z]{3}")
_OFFICE = regex(rf"[{HAN}]{{5,}}")
"""Longer than a person's name."""
_SMALL = regex(r"\b[a-z]+\b")
_FEW = 2
"""Fewer words in small letters than this are a name or a slogan."""
_SHOWN = 60
"""So many signs of what was left over are repeated in the message."""


def check(release: Release, house: House) -> Iterator[Finding]:
    """Findings on paragraphs in another language than their place says, and sentences left untranslated."""
    places = _places(release)
    headed = {block.at.file for block in release.blocks if _heads(block, places)}
    beside = _Beside(release, house)
    for block in release.blocks:
        if block.role in _TEXT and block.text.strip():
            wanted = block.lang if block.lang != "und" else places.get(block.at.file, "und")
            yield from _in(block, _place(block, places, wanted, headed), house, beside)
        elif block.role == "credits" and places.get(block.at.file, block.lang) == "en":
            yield from _credited(block)
    yield from omitted.check(release)
    yield from left_out.check(release, house)
    yield from listed.check(release, house.glossary)


def _credited(block: Block) -> Iterator[Finding]:
    """Findings on an office that stands in Chinese in English credits; a person may."""
    for match in _OFFICE.finditer(unquoted(_masked(block))):
        yield _untranslated(block.span(*match.span()), "en", "")


def _places(release: Release) -> Mapping[str, Lang]:
    """The language of each file that is in one: nine of ten of its paragraphs, or all but one."""
    found: dict[str, Lang] = {}
    for file in {block.at.file for block in release.blocks if block.at.block is not None and not block.name}:
        own = [
            block
            for block in release.blocks
            if block.at.file == file and block.role in ("lead", "body", "quote")
        ]
        langs = Counter(block.lang for block in own if block.lang != "und" and _says_enough(block.text))
        for lang, count in langs.most_common(1):
            others = sum(langs.values()) - count
            if not others or (count >= 3 and others <= max(1, count // 10)):
                found[file] = lang
    return found


def _heads(block: Block, places: Mapping[str, Lang]) -> bool:
    """Whether a headline is in the language of its file."""
    return block.role == "headline" and block.lang == places.get(block.at.file)


def _place(block: Block, places: Mapping[str, Lang], own: Lang, headed: Collection[str]) -> Lang:
    """What the block's file says where that is clear; beside its translation a headline says itself."""
    if block.role == "headline" and block.at.file in headed:
        return own
    return own if block.role in ("note", "cell") else places.get(block.at.file, own)


def _says_enough(text: str) -> bool:
    return latin(text) >= 25 or han(text) >= (8 if latin(text) else 5)


def _in(block: Block, wanted: Lang, house: House, beside: _Beside) -> Iterator[Finding]:
    text = unquoted(_masked(block))
    if wanted == "und":
        return
    found = _found(text, wanted, house) if _says_enough(text) else wanted
    if found in ("zh", "en") and found != wanted:
        if found == "en" and block.role != "headline" and _is_slogan(text):
            return
        whole = block.span(0, len(block.text))
        yield rules.OTHER.at(whole, wanted=_NAMES[wanted], found=_NAMES[found])
    elif found != wanted:
        whole = block.span(0, len(block.text))
        if not _CODE.search(block.text):
            yield rules.THIRD.at(whole, wanted=_NAMES[wanted], found=_NAMES[found])
    else:
        yield from beside.left_over(block, text, wanted)


def _is_slogan(text: str) -> bool:
    """Whether hardly a word is small but those that join: a name, or a title with all its capitals."""
    words = (word for run in runs(text) for word in run)
    return sum(word.lower and not word.joins for word in words) < _FEW


def _found(text: str, wanted: Lang, house: House) -> str:
    """The paragraph's language; the glossary is asked for names only where statistics are."""
    first = language_of(text, default=wanted)
    if first in ("zh", "en"):
        return first if first == wanted or not _share(text, wanted) else wanted
    if first == wanted or script(text) != "en":
        return first
    names = {text[match.start : match.end] for match in house.glossary.matches(text, "en")}
    return language_of(text, names, default=wanted)


def _share(text: str, lang: Lang) -> bool:
    """Whether a good part of the text, one letter in seven, is in the script of the language."""
    hans, letters = han(text) * 2.5, latin(text)
    return (hans if lang == "zh" else letters) > 0.15 * (hans + letters)


def _masked(block: Block) -> str:
    """The text with what speaks no language, or rightly another one, as blanks of the same length."""
    text = block.text
    for mark in todos(block):
        text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    if not _OF_ADDRESSES.search(text):
        return text
    return _ADDRESS.sub(lambda match: " " * len(match.group()), text)


class _Beside:
    """A release's texts of each language, to see what one left over of the other."""

    def __init__(self, release: Release, house: House) -> None:
        self._release, self._house = release, house

    @cached_property
    def _chinese(self) -> str:
        return "\n".join(block.text for block in self._release.blocks if block.lang == "zh")

    @cached_property
    def _english(self) -> English:
        beside = "\n".join(block.text for block in self._release.blocks if block.lang == "en")
        return English(self._chinese, beside, self._house)

    def left_over(self, block: Block, text: str, wanted: Lang) -> Iterator[Finding]:
        """Words and sentences of the other language outside quotes, brackets and addresses."""
        table = block.role in ("cell", "note")
        if wanted == "zh" and _LATIN.search(block.text):
            found = [*self._english.find(text, whole=table), *self._english.speeches(block.text)]
            for start, end, translation in sorted(found):
                yield _untranslated(block.span(start, end), wanted, translation)
        elif wanted == "en" and len(_SMALL.findall(text)) >= (5 if table else 1) and han(block.text):
            stretches = [*chinese.find(text, block.text), *chinese.speeches(block.text, self._chinese)]
            for start, end in sorted(stretches):
                yield _untranslated(block.span(start, end), wanted, self._english_of(block.text[start:end]))

    def _english_of(self, text: str) -> str:
        entry = self._house.glossary.named(text, "zh")
        return entry.name("en") if entry else ""


def _untranslated(span: Span, wanted: Lang, fixed: str) -> Finding:
    found: Lang = "en" if wanted == "zh" else "zh"
    text = span.text if len(span.text) <= _SHOWN else f"{span.text[:_SHOWN]}…"
    fix = Fix(fixed) if fixed else None
    return rules.UNTRANSLATED.at(span, fix, text=text, wanted=_NAMES[wanted], found=_NAMES[found])
