"""Every paragraph's language against the one its place says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from pressgen.checks.language import rules
from pressgen.checks.language.detect import language_of, unquoted
from pressgen.document import Block, Lang, Release
from pressgen.errors import Wording
from pressgen.findings import Finding
from pressgen.house import House
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
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]{1,64}@[\w.-]{1,64}", re.ASCII)
_SENTENCE_EN = re.compile(r"[A-Za-z][A-Za-z0-9 ,;:’'%$.&/\-]*[A-Za-z]")
_SENTENCE_ZH = re.compile(f"[{HAN}][{HAN}0-9，、；：]*[{HAN}]")
_FUNCTION = re.compile(r"\b(?:the|of|and|to|for|with|is|are|was|were|has|have|that|will|from|by|at|on)\b")


def check(release: Release, house: House) -> Iterator[Finding]:
    """Findings on paragraphs in another language than their place says, and sentences left untranslated."""
    places = _places(release)
    for block in release.blocks:
        if block.role in _TEXT and block.text.strip():
            wanted = block.lang if block.lang != "und" else places.get(block.at.file, "und")
            yield from _in(block, _place(block, places, wanted, release), house)


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
            if count >= 3 and others <= max(1, count // 10):
                found[file] = lang
    return found


def _place(block: Block, places: Mapping[str, Lang], own: Lang, release: Release) -> Lang:
    """What the block's file says where that is clear; beside its translation a headline says itself."""
    if block.role == "headline" and any(
        other.role == "headline"
        and other.lang == places.get(block.at.file)
        and other.at.file == block.at.file
        for other in release.blocks
    ):
        return own
    return own if block.role in ("note", "cell") else places.get(block.at.file, own)


def _says_enough(text: str) -> bool:
    return latin(text) >= 25 or han(text) >= 8


def _in(block: Block, wanted: Lang, house: House) -> Iterator[Finding]:
    text = unquoted(_masked(block.text))
    if wanted == "und" or not _says_enough(text):
        return
    found = _found(text, wanted, house)
    if found in ("zh", "en") and found != wanted:
        whole = block.span(0, len(block.text))
        yield rules.OTHER.at(whole, wanted=_NAMES[wanted], found=_NAMES[found])
    elif found != wanted:
        whole = block.span(0, len(block.text))
        yield rules.THIRD.at(whole, wanted=_NAMES[wanted], found=_NAMES[found])
    else:
        yield from _left_over(block, text, wanted)


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


def _masked(text: str) -> str:
    """The text with what speaks no language, or rightly another one, as blanks of the same length."""
    for mark in todos(text):
        text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    return _ADDRESS.sub(lambda match: " " * len(match.group()), text)


def _left_over(block: Block, text: str, wanted: Lang) -> Iterator[Finding]:
    """Sentences of the other language outside quotes and brackets."""
    found: Lang = "en" if wanted == "zh" else "zh"
    for match in (_SENTENCE_EN if wanted == "zh" else _SENTENCE_ZH).finditer(text):
        if _is_sentence(match.group(), found):
            span = block.span(match.start(), match.end())
            yield rules.UNTRANSLATED.at(span, wanted=_NAMES[wanted], found=_NAMES[found])


def _is_sentence(text: str, lang: Lang) -> bool:
    """Eight words with two that join others, or a dozen Han characters: longer than a name."""
    if lang == "zh":
        return han(text) >= 12
    return len(text.split()) >= 8 and len(_FUNCTION.findall(text)) >= 2
