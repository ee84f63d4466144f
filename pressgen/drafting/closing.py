"""The number to call stands at the end of its paragraph: behind the fares that follow it in the story."""

from __future__ import annotations

from pressgen.drafting.prose import Prose, is_typed
from pressgen.regex import regex

_ZH = regex("(?:^|(?<=。))(?P<call>市民可拨打[^。；“]+(?:咨询|投诉|预约)。)(?=(?!市民可拨打)[^。])")
_EN = regex(
    r"(?:^|(?<=\. ))(?P<call>(?:For questions|To book|To complain or report a problem), call "
    r"(?:ext\. |[^.“])+(?<!ext)\.) (?=(?!For questions|To book|To complain)\S)"
)


def called_last(prose: Prose) -> Prose:
    """The same prose, a sentence that says what to call behind all others.

    >>> called_last(Prose("For questions, call 0757-83330000 ext. 8. The ferry is free until May 1.")).text
    'The ferry is free until May 1. For questions, call 0757-83330000 ext. 8.'
    >>> called_last(Prose("票价2元。市民可拨打12345热线咨询。学生免费。")).text
    '票价2元。学生免费。市民可拨打12345热线咨询。'
    >>> called_last(Prose("To book, call 12345.")).text
    'To book, call 12345.'
    """
    if ", call " not in prose.text and "市民可拨打" not in prose.text:
        return prose
    for pattern, between in ((_EN, " "), (_ZH, "")):
        for found in pattern.finditer(prose.text):
            if not is_typed(prose, *found.span("call")):
                return called_last(_behind(prose, found.start(), found.end("call"), found.end(), between))
    return prose


def _behind(prose: Prose, start: int, end: int, after: int, between: str) -> Prose:
    sentence = prose.until(end).since(start)
    moved = prose.until(start)
    moved.append(prose.since(after))
    moved.add(between)
    moved.append(sentence)
    return moved
