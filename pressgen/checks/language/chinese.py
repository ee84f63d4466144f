"""Chinese left in English: characters, words and sentences that are neither quoted nor explained."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pressgen.checks.language.words import stretches
from pressgen.regex import compiled, regex
from pressgen.text import HAN, han

_BEFORE = regex(
    r"(?:\b(?:characters?|Chinese(?: (?:name|title|text|form))?|Mandarin|Cantonese|pinyin|idiom|saying"
    r"|proverb|surname|radical|written|spel[lt]{1,2}(?:ed)?|pronounced|reads?|called|hashtag|WeChat|Weibo|Douyin"
    r"|Xiaohongshu|account|ID|search(?:ing)?(?: for)?|the words?|the terms?|means)"
    r"(?: (?:is|as|are|account|on|for))?[ :,]*"
    r"|(?:Photos?|Text|Reporters?|Editors?|Revisors?|Video|Source|Credit|Address)(?: by)? ?[|｜丨:：/] ?"
    r"|Photos? by |Add\.?: ?|#|\b(?:mini[- ]program|applet|app) "
    r"|\b(?:characters?|idiom|proverb|Chinese (?:word|term|phrase|saying))\b[^.;]{0,40})$",
    re.IGNORECASE,
)
_AFTER = regex(
    r"[”\"’']?(?:\s*[（(]\s*[A-Za-z\u00c0-\u024f]"
    r"|-(?:shaped|style|type)\b"
    r"|,? (?:which )?(?:means?|meaning|literally|is pronounced|in Chinese|stands for)\b)"
)
_NEIGHBOURS = regex(r"[A-Za-z\u00c0-\u024f'’ -]{0,60}$"), compiled(r"[A-Za-z\u00c0-\u024f'’ -]{0,60}")
_SPEECH = regex('[“"]([^“”"]{6,300})[”"]')
_LATIN_WORD = regex(r"\b[a-z]+\b")
_ENGLISH_SPEECH = 5
"""Words in small letters that make speech English, and not a Chinese name with its English."""
_MARKED = regex(r"[(（‘'《「\[][^)）’'》」\]“\"]{0,12}$")
_OPENED = 13
"""Characters that are looked back on for a sign that opened: the sign, and what stands behind it."""
_KANA = regex("[\u3040-\u30ff\uac00-\ud7a3]")
_LEAST_SPEECH = 6
"""Han characters; fewer are a word that is quoted."""


def find(text: str, written: str) -> Iterator[tuple[int, int]]:
    """Chinese in a text whose quotes, brackets and addresses are blank; ``written`` is it with them."""
    for start, end in stretches(text):
        around = written[max(0, start - 3) : end + 3]
        if not (_is_explained(written, start, end) or _KANA.search(around) or _is_spelt(written, start, end)):
            yield start, end


def speeches(text: str, beside: str) -> Iterator[tuple[int, int]]:
    """What somebody says in Chinese in an English text, word for word as in the Chinese text beside it.

    In English speech also the words that were left in Chinese.
    """
    for found in _SPEECH.finditer(text):
        said = han(found[1]) >= _LEAST_SPEECH and found[1] in beside
        if said and not _is_explained(text, *found.span(1)):
            yield found.span(1)
        elif len(_LATIN_WORD.findall(found[1])) >= _ENGLISH_SPEECH:
            yield from _within_speech(text, *found.span(1))


def _within_speech(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Chinese in a stretch of English speech, neither quoted or in brackets there nor explained."""
    for first, past in stretches(text[start:end]):
        at, stop = start + first, start + past
        marked = _MARKED.search(text, max(0, at - _OPENED), at) or _is_explained(text, at, stop)
        if not (marked or _is_spelt(text, at, stop) or _KANA.search(text, max(0, at - 3), stop + 3)):
            yield at, stop


def _is_explained(text: str, start: int, end: int) -> bool:
    return bool(_BEFORE.search(text, max(0, start - 70), start) or _AFTER.match(text, end))


def _is_spelt(text: str, start: int, end: int) -> bool:
    """Whether the pinyin of the characters stands beside them: a name in both scripts."""
    han = re.sub(f"[^{HAN}]", "", text[start:end])
    if not 1 < len(han) <= 12 or not any(_letters(side) for side in _beside(text, start, end)):
        return False
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415  # only where Chinese stands in English

    spelt = "".join(lazy_pinyin(han, style=Style.NORMAL)).replace("ü", "v")
    before, after = (_letters(side) for side in _beside(text, start, end))
    return before.endswith(spelt) or after.startswith(spelt)


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    before = _NEIGHBOURS[0].search(text[max(0, start - 60) : start].rstrip(" ,("))
    after = _NEIGHBOURS[1].match(text[end : end + 60].lstrip(" ,("))
    return before.group() if before else "", after.group() if after else ""


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in plain if letter.isascii() and letter.isalpha())
