"""Chinese signs: as wide as a character, and digits and letters as wide as themselves."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pressgen.checks.typography.habit import GB15834, GB15835, Edit, Finder, Habit, every, replaced, rule
from pressgen.text import HAN

CJK = f"{HAN}，。、；：？！”’》〉）〕」』…—％“‘《〈（〔「『"
"""What stands in Chinese text and nowhere else, for use inside brackets."""
_BEFORE = f"(?<=[{HAN}”’》〉）〕」』％])"
_AFTER = f"(?=[{HAN}“‘《〈（〔「『])"
_SPACE = "[ \u00a0]*"
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}


def _widened(pattern: str, *, safe: bool = True) -> Finder:
    compiled = re.compile(pattern)

    def find(text: str) -> Iterator[Edit]:
        for match in compiled.finditer(text):
            signs = match.group().strip(" \u00a0")
            yield Edit(match.start(), match.end(), "".join(_WIDE[sign] for sign in signs), safe)

    return find


_NUMBERED = r"(?<!^[一二三四五六七八九十])(?<!\n[一二三四五六七八九十])"
_COMMA = every(
    _widened(f"{_BEFORE}{_SPACE}[,;]{_SPACE}"),
    _widened(rf"(?<=[A-Za-z0-9%℃)]){_SPACE}[,;]{_SPACE}{_AFTER}"),
)
_COLON = every(
    _widened(rf"{_BEFORE}{_SPACE}:{_SPACE}(?!//)"),
    _widened(rf"(?<=[A-Za-z]):{_SPACE}{_AFTER}"),
)
_STOP = every(
    _widened(rf"{_BEFORE}{_SPACE}[?!]+(?![{HAN}])"),
    _widened(rf"{_BEFORE}[?!](?=[{HAN}])", safe=False),
    _widened(rf"(?<=[A-Za-z0-9%])[?!]+(?=\s*$|{_SPACE}[{HAN}“])"),
    _widened(rf"{_BEFORE}{_NUMBERED}\.(?![.\w]){_SPACE}"),
    _widened(r"(?<=[0-9%])\.(?=\s*$)", safe=False),
)
_BRACKETED = re.compile(r"([(（])([^()（）\n]*)([)）])")
_IS_CJK = re.compile(f"[{CJK}]")
_HAS_HAN = re.compile(f"[{HAN}]")


def _brackets(text: str) -> Iterator[Edit]:
    """Half-width brackets in Chinese company: around Han, right behind it, or before it in a list."""
    for match in _BRACKETED.finditer(text):
        before = text[match.start() - 1 : match.start()].strip() or text[match.end() : match.end() + 1]
        if _HAS_HAN.search(match[2]) or _IS_CJK.search(before):
            for at, sign in ((match.start(), match[1]), (match.end() - 1, match[3])):
                if sign in _WIDE:
                    yield Edit(at, at + 1, _WIDE[sign])


_WIDE_LATIN = re.compile("[０-９Ａ-Ｚａ-ｚ％＋＄](?:[０-９Ａ-Ｚａ-ｚ％＋．＄]*[０-９Ａ-Ｚａ-ｚ％＋])?")


def _narrowed(text: str) -> Iterator[Edit]:
    for match in _WIDE_LATIN.finditer(text):
        yield Edit(match.start(), match.end(), unicodedata.normalize("NFKC", match.group()))


HABITS = (
    Habit(
        rule(
            "half-width-comma",
            "note",
            "“{text}”应为全角“{fixed}”",
            "{text} is full-width {fixed} in Chinese",
            GB15834,
        ),
        _COMMA,
    ),
    Habit(
        rule(
            "half-width-colon",
            "note",
            "“{text}”应为全角“{fixed}”",
            "{text} is full-width {fixed} in Chinese",
            GB15834,
        ),
        _COLON,
    ),
    Habit(
        rule(
            "half-width-stop",
            "note",
            "“{text}”应为全角“{fixed}”",
            "{text} is full-width {fixed} in Chinese",
            GB15834,
        ),
        _STOP,
    ),
    Habit(
        rule(
            "half-width-bracket",
            "note",
            "“{text}”应为全角“{fixed}”",
            "{text} is full-width {fixed} in Chinese",
            GB15834,
        ),
        _brackets,
    ),
    Habit(
        rule(
            "full-width-digit",
            "note",
            "“{text}”应为半角“{fixed}”",
            "{text} is half-width {fixed} in press style",
            GB15835,
        ),
        _narrowed,
    ),
    Habit(
        rule(
            "doubled-sign",
            "warning",
            "标点重复：“{text}”应为“{fixed}”",
            "a sign too many: {text} should be {fixed}",
            GB15834,
        ),
        every(
            replaced("([，、；：])\\1+", r"\1"),
            replaced("(?<!。)。。(?!。)", "。"),
            replaced("[，、；：]+。", "。", safe=False),
        ),
    ),
)
