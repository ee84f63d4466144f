"""Chinese signs: as wide as a character, and digits and letters as wide as themselves."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pressgen.checks.typography.habit import (
    GB15834,
    GB15835,
    WIDE,
    Edit,
    Finder,
    Habit,
    every,
    lazy,
    replaced,
    rule,
    when,
)
from pressgen.errors import Wording
from pressgen.regex import regex
from pressgen.text import HAN

CJK = f"{HAN}，。、；：？！”’》〉）〕」』…—％“‘《〈（〔「『"
"""What stands in Chinese text and nowhere else, for use inside brackets."""
_BEFORE = f"(?<=[{HAN}”’》〉）〕」』％])"
_AFTER = f"(?=[{HAN}“‘《〈（〔「『])"
_SPACE = "[ \u00a0]*"
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}


def _widened(pattern: str, *, safe: bool = True) -> Finder:
    compiled = lazy(pattern)

    def find(text: str) -> Iterator[Edit]:
        for match in compiled().finditer(text):
            signs = match.group().strip(" \u00a0")
            yield Edit(match.start(), match.end(), "".join(_WIDE[sign] for sign in signs), safe)

    return find


_NUMBERED = r"(?<!^[一二三四五六七八九十])(?<!\n[一二三四五六七八九十])"
_COMMA = every(
    _widened(f"{_BEFORE}{_SPACE}[,;](?!-?[)DPp(]){_SPACE}"),
    _widened(f"(?:(?<=[{HAN}]\")|(?<=[{HAN}]'))[,;]{_SPACE}(?=[{HAN}])"),
    _widened(rf"(?<=[A-Za-z0-9%℃)]){_SPACE}[,;]{_SPACE}{_AFTER}"),
)
_COLON = every(
    _widened(rf"{_BEFORE}{_SPACE}:(?!//|-?[)DPp(]){_SPACE}"),
    _widened(rf"(?<=[A-Za-z]):{_SPACE}{_AFTER}"),
)
_SENTENCES = regex(rf"(?<=[{HAN}，]{{8}})\.(?=[{HAN}]{{4}})")


def _sentences(text: str) -> Iterator[Edit]:
    """A half-width stop between two Chinese clauses; between short words it may be anything."""
    return (Edit(match.start(), match.end(), "。", safe=False) for match in _SENTENCES.finditer(text))


_STOP = every(
    when(
        "[?!]",
        every(
            _widened(rf"{_BEFORE}{_SPACE}[?!]+(?![{HAN}])"),
            _widened(rf"{_BEFORE}[?!](?=[{HAN}])", safe=False),
            _widened(rf"(?<=[A-Za-z0-9%])[?!]+(?=\s*$|{_SPACE}[{HAN}“])"),
        ),
    ),
    when(rf"{WIDE}\.", _widened(rf"{_BEFORE}{_NUMBERED}\.(?![.\w]){_SPACE}")),
    _widened(r"(?<=[0-9%])\.(?=\s*$)", safe=False),
    when(rf"{WIDE}\.{WIDE}", _sentences),
    when("．", replaced(f"(?<=[{HAN}])．(?=\\s*$)", "。", safe=False)),
)
_CLOCK = regex(r"(?<![\d：:图表第])([01]?\d|2[0-4])：([0-5]\d)(?![\d：:家个人项年月日名万亿%多余次])")
_SCORE = regex(r"(?<=[比为以])(\d{1,4})：(\d{1,4})(?![\d：])")
_THOUSANDS = regex(r"(?<![\d，、])([1-9]\d{0,2})(?:，\d{3})+(?=[元人万亿吨家台套个公])")


def _narrow_signs(text: str) -> Iterator[Edit]:
    """Full-width signs inside a number: 9：30, 以3：1, 12，000人, 3。5%."""
    for pattern, wide, narrow in ((_CLOCK, "：", ":"), (_SCORE, "：", ":"), (_THOUSANDS, "，", ",")):
        for match in pattern.finditer(text):
            for at in range(match.start(), match.end()):
                if text[at] == wide:
                    yield Edit(at, at + 1, narrow, safe=False)
    for match in re.finditer(r"(?<=\d)。(?=\d+[%％万亿])", text):
        yield Edit(match.start(), match.end(), ".", safe=False)


_DOT = (
    rf"(?<=[{HAN}A-Z])[•・‧∙●•](?=[{HAN}A-Z])"
    rf"|(?<=[马卡约安查詹威罗亚弗阿尔斯特])\.(?=[克斯史马卡约安查波威布罗弗阿][{HAN}])"
)
_NUMBERS = every(
    when(
        r"(?:^|\n)\d{1,2}、",
        replaced(
            rf"(?:(?<=^)|(?<=\n))(\d{{1,2}})、(?=[{HAN}“《])(?![{HAN}]{{0,2}}[、和])", r"\1.", safe=False
        ),
    ),
    when(
        "^[一二三四五六七八九十]{1,3}[,.．]",
        replaced(rf"^([一二三四五六七八九十]{{1,3}})[,.．](?=[{HAN}])", r"\1、", safe=False),
    ),
    replaced(r"(?:(?<=^（[一二三四五六七八九十\d]）)|(?<=^（[一二三四五六七八九十\d]{2}）))、"),
    replaced(r"(?<=^[①②③④⑤⑥⑦⑧⑨⑩])、"),
    replaced(
        r"(?:(?<=^第[一二三四五六七八九])|(?<=^首先|^其次|^再次|^最后)|(?<=[。；：]第[一二三四五六七八九])|(?<=[。；：]首先)"
        r"|(?<=[。；：]其次)|(?<=[。；：]再次)|(?<=[。；：]最后))、(?![一二三四五六七八九第])",
        "，",
        safe=False,
    ),
)
_BRACKETED = regex(r"([(（])([^()（）\n]*)([)）])")
_IS_CJK = regex(f"[{CJK}]")
_HAS_HAN = regex(f"[{HAN}]")


def _brackets(text: str) -> Iterator[Edit]:
    """Half-width brackets in Chinese company: around Han, right behind it, or before it in a list."""
    for match in _BRACKETED.finditer(text):
        before = text[match.start() - 1 : match.start()].strip() or text[match.end() : match.end() + 1]
        if _HAS_HAN.search(match[2]) or _IS_CJK.search(before):
            for at, sign in ((match.start(), match[1]), (match.end() - 1, match[3])):
                if sign in _WIDE:
                    yield Edit(at, at + 1, _WIDE[sign])


_WIDE_LATIN = regex("[０-９Ａ-Ｚａ-ｚ％＋＄](?:[０-９Ａ-Ｚａ-ｚ％＋．＄]*[０-９Ａ-Ｚａ-ｚ％＋])?")


def _narrowed(text: str) -> Iterator[Edit]:
    for match in _WIDE_LATIN.finditer(text):
        yield Edit(match.start(), match.end(), unicodedata.normalize("NFKC", match.group()))


HABITS = (
    Habit(
        rule(
            "wide-in-number",
            "note",
            "数字里的“{text}”应为半角“{fixed}”",
            "{text} inside a number is half-width: {fixed}",
            GB15835,
        ),
        when(r"\d[：，。]\d", _narrow_signs),
    ),
    Habit(
        rule(
            "name-dot",
            "note",
            "外国人名用间隔号“·”，不用“{text}”",
            "the parts of a foreign name are joined by ·, not {text}",
            GB15834,
        ),
        when(rf"[•・‧∙●•]|{WIDE}\.{WIDE}", replaced(_DOT, "·", safe=False)),
    ),
    Habit(
        rule(
            "list-number",
            "note",
            "序次语后的标点：“{text}”应为“{fixed}”",
            "after the number of an item stands {fixed}, not {text}",
            Wording("GB/T 15834—2011 4.5.3.4、附录B.3", "GB/T 15834-2011 4.5.3.4 and B.3"),
        ),
        when(
            "^[\\d一二三四五六七八九十（①-⑩第首其再最]|[。；：](?:第.|首先|其次|再次|最后)、|\n\\d", _NUMBERS
        ),
    ),
    Habit(
        rule(
            "half-width-comma",
            "note",
            "“{text}”应为全角“{fixed}”",
            "{text} is full-width {fixed} in Chinese",
            GB15834,
        ),
        when(rf"{WIDE}{_SPACE}[\"']?[,;]|[,;]{_SPACE}{WIDE}", _COMMA),
    ),
    Habit(
        rule(
            "half-width-colon",
            "note",
            "“{text}”应为全角“{fixed}”",
            "{text} is full-width {fixed} in Chinese",
            GB15834,
        ),
        when(f"{WIDE}{_SPACE}:|:{_SPACE}{WIDE}", _COLON),
    ),
    Habit(
        rule(
            "half-width-stop",
            "note",
            "“{text}”应为全角“{fixed}”",
            "{text} is full-width {fixed} in Chinese",
            GB15834,
        ),
        when(rf"[?!．]|{WIDE}\.|\.\s*$", _STOP),
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
            "one mark too many: {text} should be {fixed}",
            GB15834,
        ),
        when(
            "[，、；：。,]{2}|…|。”|[！？]”。|、[等以]|([！？])\\1\\1|元元|%%|％％",
            every(
                replaced("([，、；：])\\1+", r"\1"),
                replaced("(?<!。)。。(?!。)", "。"),
                replaced("(?<![，、；：])[，、；：]+。", "。", safe=False),
                replaced("。[，、；,]+", "。", safe=False),
                replaced("、，|，、", "，", safe=False),
                replaced("(?<=[。！？])”。", "”"),
                replaced("(?<=……)[。，、]|(?<![，、])[，、](?=……)", safe=False),
                replaced("……等等?(?=[。，；）”]|$)", "等", safe=False),
                replaced(r"、(?=等(?:等|[。，；）”]|$|\d|多))|(?<!和)、(?=以及)", safe=False),
                replaced(r"([！？])\1{2,}", r"\1", safe=False),
                replaced(r"(?<=[万亿])(元)元(?!旦)|(?<=\d)(%)%", r"\1\2", safe=False),
            ),
        ),
    ),
)
