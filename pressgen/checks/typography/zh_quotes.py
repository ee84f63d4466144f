"""Chinese quotes and title marks: the right ones, in pairs, nested right, none for what is no work."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from pressgen.checks.typography.habit import GB15834, Edit, Habit, every, replaced, rule, when
from pressgen.errors import Wording
from pressgen.regex import compiled, regex
from pressgen.text import HAN

_STRAIGHT = regex(r'"')
_MEASURED = regex(r'\d"')
_IN_HAN = regex(f"[{HAN}]")
_SINGLE = regex(r"(?<![A-Za-z\d])'|'(?![A-Za-z\d])")
_LONE = regex(f"‘[^‘’“”]{{0,40}}[{HAN}][^‘’“”]{{0,40}}’")


def _straight(text: str) -> Iterator[Edit]:
    """Straight quotes in pairs around Han; an odd number is not for a machine to part."""
    places = [match.start() for match in _STRAIGHT.finditer(text)]
    if not len(places) % 2 and not any(_MEASURED.match(text, at - 1) for at in places[::2] if at):
        yield from _paired(text, places, "“”")
    singles = [match.start() for match in _SINGLE.finditer(text)]
    if not len(singles) % 2:
        inside = bool(places) or "“" in text
        yield from _paired(text, singles, "‘’" if inside else "“”", safe=False)


def _paired(text: str, places: list[int], signs: str, *, safe: bool = True) -> Iterator[Edit]:
    for first, last in zip(places[::2], places[1::2], strict=True):
        around = text[max(0, first - 1) : first] + text[first:last] + text[last + 1 : last + 2]
        if _IN_HAN.search(around):
            yield Edit(first, first + 1, signs[0], safe)
            yield Edit(last, last + 1, signs[1], safe)


_CORNERS = {"「": "“", "」": "”", "『": "‘", "』": "’", "〝": "“", "〞": "”"}
_ALONE = _CORNERS | {"『": "“", "』": "”"}


def _corners(text: str) -> Iterator[Edit]:
    """「 and 『 as “ and ‘; where no 「 stands, 『 is the outer quote."""
    curly = _CORNERS if "「" in text or "“" in text else _ALONE
    return (
        Edit(match.start(), match.end(), curly[match.group()])
        for match in re.finditer("[「」『』〝〞]", text)
    )


def _outer(text: str) -> Iterator[Edit]:
    """Single quotes that are the outer ones: a quotation has double ones first."""
    if "“" in text or "”" in text or '"' in text:
        return
    for match in _LONE.finditer(text):
        yield Edit(match.start(), match.start() + 1, "“", safe=False)
        yield Edit(match.end() - 1, match.end(), "”", safe=False)


def _nested(opening: str, closing: str) -> re.Pattern[str]:
    inside = f"[^{opening}{closing}]*"
    return compiled(f"{opening}{inside}({opening}){inside}({closing}){inside}{closing}")


_NESTED = ((_nested("“", "”"), "‘", "’"), (_nested("《", "》"), "〈", "〉"))


def _inner(text: str) -> Iterator[Edit]:
    for pattern, opening, closing in _NESTED:
        for match in pattern.finditer(text):
            yield Edit(match.start(1), match.end(1), opening, safe=False)
            yield Edit(match.start(2), match.end(2), closing, safe=False)


_SHORT = regex("[^“”，。；：！？ ]{1,20}“")


def _turned(text: str) -> Iterator[Edit]:
    """A closing quote that opens, with an opening one that closes."""
    depth = 0
    waiting = -1
    for match in re.finditer("[“”]", text):
        if match.group() == "“" and waiting >= 0:
            yield Edit(waiting, waiting + 1, "“", safe=False)
            yield Edit(match.start(), match.end(), "”", safe=False)
            waiting = -1
        elif match.group() == "”" and not depth and _SHORT.match(text, match.end()):
            waiting = match.start()
        else:
            depth = max(0, depth + (1 if match.group() == "“" else -1))


def _same(text: str) -> Iterator[Edit]:
    """A short name between two quotes that both open, or both close, where all others are in pairs."""
    signs = list(re.finditer("[“”]", text))
    more = sum(1 if match.group() == "“" else -1 for match in signs)
    alike = [pair for pair in itertools.pairwise(signs) if pair[0].group() == pair[1].group()]
    if (
        abs(more) != 2
        or len(alike) != 1
        or not _NAMED.fullmatch(text, alike[0][0].end(), alike[0][1].start())
    ):
        return
    wrong = alike[0][1 if more > 0 else 0]
    yield Edit(wrong.start(), wrong.end(), "”" if more > 0 else "“", safe=False)


_NAMED = regex("[^“”，。；：！？ ]{1,20}")
_WIDE = {"(": "（", ")": "）"}
_PAIRS = {"《": "》", "（": "）", "〔": "〕"}
_CLOSERS = {closing: opening for opening, closing in _PAIRS.items()}


def _unpaired(text: str) -> Iterator[Edit]:
    """Title marks and brackets whose other half is missing in the paragraph."""
    open_at: list[tuple[str, int]] = []
    for match in re.finditer("(?<![;:])(?<![;:]-)[《》（）()〔〕]", text):
        sign = _WIDE.get(match.group(), match.group())
        if sign in _PAIRS:
            open_at.append((sign, match.start()))
        elif open_at and open_at[-1][0] == _CLOSERS[sign]:
            open_at.pop()
        elif not _is_list_mark(text, match.start()):
            yield Edit(match.start(), match.end(), None)
    for _, at in open_at:
        yield Edit(at, at + 1, None)


def _is_list_mark(text: str, at: int) -> bool:
    """``1）`` and ``一）`` number a list and have no other half."""
    return bool(
        re.search(r"(?:^|[\s。；：，、])[\da-z一二三四五六七八九十]{1,2}$", text[max(0, at - 3) : at])
    )


_NO_WORK = (
    "倡议|战略|工程|专项行动|行动|品牌|商标|奖项?|大会|峰会|博览会|论坛|展览会|活动|课题|证书|营业执照|"
    "称号|课程|大赛|运动会|讲座|沙龙|年会|计划(?!书)|理念|概念|口号|标语"
)
_TITLES = every(
    replaced("《(一带一路|双碳|双一流|双创|三农|五位一体|四个全面|放管服|专精特新|百千万工程)》", r"“\1”"),
    replaced(f"《([^《》]{{2,12}})》(?={_NO_WORK})", r"“\1”", safe=False),
)

HABITS = (
    Habit(
        rule(
            "title-marks",
            "warning",
            "书名号只用于作品：“{text}”应为“{fixed}”",
            "《》 are for works only: {text} should be {fixed}",
            Wording(
                "GB/T 15834—2011 4.15.3.1：课程、奖项、会议、活动等不用书名号",
                "GB/T 15834-2011 4.15.3.1: no title marks for courses, awards, meetings, campaigns",
            ),
        ),
        _TITLES,
    ),
    Habit(
        rule(
            "comma-between-marks",
            "note",
            "并列的引号或书名号之间不用顿号",
            "no 、 between quotes or titles that stand side by side",
            Wording("GB/T 15834—2011 4.5.3.5", "GB/T 15834-2011 4.5.3.5"),
        ),
        replaced("(?<=》)、(?=《)|(?<=”)、(?=“)"),
    ),
    Habit(
        rule(
            "straight-quote",
            "warning",
            "“{text}”应为中文引号“{fixed}”",
            "{text} is {fixed} in Chinese",
            GB15834,
        ),
        when("[\"']", _straight),
    ),
    Habit(
        rule(
            "corner-quote",
            "note",
            "“{text}”应为“{fixed}”：简体横排用弯引号",
            "{text} should be {fixed} in simplified Chinese",
            GB15834,
        ),
        when("[「」『』〝〞]", _corners),
    ),
    Habit(
        rule(
            "turned-quote",
            "warning",
            "引号方向反了：“{text}”应为“{fixed}”",
            "a quotation mark faces the wrong way: {text} should be {fixed}",
            GB15834,
        ),
        every(_turned, _same),
    ),
    Habit(
        rule("nested-quote", "warning", "引号里面的引号应为“{fixed}”", "the inner mark is {fixed}", GB15834),
        _inner,
    ),
    Habit(
        rule(
            "outer-quote",
            "note",
            "引文先用双引号“{fixed}”",
            "a quotation has double quotes first: {fixed}",
            Wording("GB/T 15834—2011 4.8.3.3", "GB/T 15834-2011 4.8.3.3"),
        ),
        when("‘", _outer),
    ),
    Habit(
        rule("unpaired", "warning", "“{text}”没有配对", "{text} is never closed or opened", GB15834),
        _unpaired,
    ),
)
