"""What the words of a row share is said once: from 50 to 180 yuan, at the park and the museum.

The output of the east district rose 3%, and the output of the west district rose 2%.
The output rose 3% in the east district and 2% in the west district.
"""

from __future__ import annotations

import re

from pressgen.drafting import offices, repeated, same_year, spans, wording
from pressgen.drafting.articles import several
from pressgen.drafting.prose import Prose
from pressgen.drafting.timed import timed
from pressgen.regex import regex

_RANGE = regex(
    r"\b\d[\d,.]*( [A-Za-zµ/]+)[–—]\d[\d,.]*\1\b|"
    r"(?<!hour and )(?<!hours and )\b\d[\d,.]*( [a-z]+(?<!illion)(?: (?!to )[a-z]+)?) to \d[\d,.]*\2\b"
    r"(?! or (?:less|fewer|more)\b)|"
    r"\b\d[\d,.]* (?:m|b|tr)illion( (?!yuan)[A-Za-z-]+) to \d[\d,.]* (?:m|b|tr)illion\3\b|"
    r"\d[\d.]*([\u4e00-\u9fff]+/[\u4e00-\u9fff]+)—\d[\d.]*\4"
)
_PLACES = regex(r" at (?:the )?[A-Z0-9][\w’' -]* and (at )(?:the )?[A-Z]")
_SPELT = "two|three|four|five|six|seven|eight|nine"
_SPELT_RANGE = regex(
    rf"(?<!hour and )(?<!hours and )\b(?:{_SPELT}|\d[\d,.]*)( [a-z]+(?<!illion)) "
    rf"to (?:{_SPELT}|\d[\d,.]*)\1\b(?! or (?:less|fewer|more)\b)"
)
_HEAD = regex(
    r"\b([Tt]he ((?!first |second |third |other |rest |end )(?:[A-Z]{2,}|[a-z]+(?: [a-z]+){0,3})) of)\b"
    r"(?:[^.]|\.\d){8,160}?(?:; and |; |, and )(the \2 of)\b"
)
"""A head noun that the next of a row has, too: the value added of farming rose, and that of industry fell."""
_ENDING = "(?:局|委|委员会|办公室|政府|中心|厅|学院|联合会|协会)"
_BODY = rf"市?(?:(?:城市|市场|[^，。；：、“”《》市]){{2,16}}?{_ENDING}|总工会|妇联|残联)"
_BODIES = regex(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=[由经与和向为对]))(?P<city>[\u4e00-\u9fff]{{2,4}})市(?:{_BODY}(?:、|和|与))+(?P<again>(?P=city))市(?={_BODY})"
)
"""Bodies of one city in a row, whose name stands before the first: 烟台市财政局、市教育局."""
_BODY_AGAIN = regex(
    rf"(?<=[由经与和])(?:市{_BODY}(?:、|和|与)){{1,4}}(?P<again>[\u4e00-\u9fff]{{2,4}})市(?={_BODY})"
)
"""The same behind one that has no name any more: 由市财政局、烟台市教育局."""
_SPACE = regex(r"square meters of floor space[^.]*?\d( square meters)(?= (?:of it|underground))")
_ABOUT = regex("(?<![约近])(占[^，。；：占的]{1,16}的)(约)(?=[0-9])")
_IN_ALL = regex("(?:累计|合计|总共|总计)[^，。；：、0-9]{0,8}(共)(?=[0-9])")
"""What is summed up already: 累计投资3.07亿美元."""
_A_YEAR = regex("(?<![0-9])年(?![度底末初来前后内间])[^，。；：、0-9]{0,12}?(每年)(?=[超近约逾]?[0-9])")
"""What is of a year already: 年产能合计8.4万台, 每年运送旅客30万人次."""
_STOOD = regex(r" stood at (?:[^.;]|\.\d)+?, and [^,;.]{3,60}?( stood) at ")
"""A balance that stands behind another: deposits stood at …, and loans at …."""
_PLACED = (
    r"(?:the )?(?:[\w’'-]+ ){0,4}?"
    r"(?:District|County|City|Town|Province|Prefecture|Zone|industry|sector|residents|households)"
)
"""Where something changes: a place, a part of the economy, those who live there."""
_REST = r"(?:[^,;.]|[.,]\d)+"
_FIRST = regex(
    r"\b(?P<head>[Tt]he (?!number|share|proportion|population)(?:[A-Z]+|[a-z]+(?: [a-z]+){0,3})|[Tt]hat) of "
    rf"(?P<of>{_PLACED}) (?P<verb>rose|fell) (?P<rest>{_REST})(?=; |, and )"
)
"""What changed somewhere: the value added of the primary industry rose 3%."""
_NEXT = regex(rf"(?:; and |; |, and )that of (?P<of>{_PLACED}) (?P<verb>rose|fell) (?P<rest>{_REST})")
_RECEIVE = regex(
    r"\b(?P<who>[A-Z][a-z]+s (?:of|with|in|that|who|under|above|aged) )(?:[^.]|\.\d){3,90}? "
    r"(?:will )?receive (?P<what>an? [a-z-]+(?: [a-z-]+)? of )?(?:[^.]|\.\d)+(?P<stop>\. )(?P<again>(?P=who))"
    r"(?:[^.]|\.\d){3,90}?(?P<verb> (?:will )?receive )(?P<same>(?P=what))?(?=\d)"
)
"""Those of one kind and those of another, who receive something each."""
_RECORD = regex("(?P<span>单[日月季])[^。；]{2,60}?创(?P<again>(?P=span))历史新高")
"""The most on a single day says so once: 单日接待游客9万人次，创历史新高."""
_FOR = regex(
    r" for (?:an? |the |its )?(?:[a-z][\w-]* ){1,4}(?P<cost>for) "
    r"(?=(?:about |nearly |more than |at least )?\d[\d.,]*(?: [mb]illion)? (?:yuan|euros|dollars))"
)
"""What something is for, and what it costs: a pump for the base at a cost of 9 million yuan."""
_MINUS = regex(r" -(?=\d[\d.]* degrees? )")
"""Below zero in words: at minus 40 degrees."""
_CITY_AGAIN = regex(
    r"\b[Tt]he (?P<city>[A-Z][\w’'-]+) Municipal [^,.;]{3,60}?(?:, | and )"
    r"the (?P<again>(?P=city) )(?=municipal bureaus? of)"
)
"""Bodies of one city in a row: the Weihai Municipal Sports Bureau and the municipal bureaus of …."""
_REWORDED: tuple[tuple[re.Pattern[str], str | int, str], ...] = (
    (_FOR, "cost", "at a cost of"),
    (_MINUS, 0, " minus "),
    (_RECORD, "again", ""),
    (_CITY_AGAIN, "again", ""),
)
"""Patterns, the part of each that other words stand for, and these words."""
_TERMS = regex(r" in (?:real|nominal) terms\b")


def shortened(prose: Prose) -> Prose:
    """A unit or a preposition that two share, said once: from 50 to 180 yuan, at the park and the museum."""
    prose = offices.twins(offices.in_one(prose))
    for pattern in (_PLACES, _SPACE, _STOOD, _IN_ALL, _A_YEAR):
        while found := pattern.search(prose.text):
            prose = prose.with_words(found.start(1), found.end(1), "")
    while found := _BODIES.search(prose.text) or _BODY_AGAIN.search(prose.text):
        prose = prose.with_words(found.start("again"), found.end("again"), "")
    while found := _HEAD.search(prose.text):
        prose = prose.with_words(found.start(3), found.end(3), "those of" if several(found[2]) else "that of")
    while found := _ABOUT.search(prose.text):
        hedge, front = found.start(2), found.start(1)
        prose = prose.with_words(hedge, hedge + 1, "").with_words(front, front, "约")
    while found := _RANGE.search(prose.text) or _SPELT_RANGE.search(prose.text):
        unit = found.lastindex or 0
        prose = prose.with_words(found.start(unit), found.end(unit), "")
    while (found := _RECEIVE.search(prose.text)) and bool(found["what"]) == bool(found["same"]):
        prose = _of_one_kind(prose, found)
    for pattern, group, words in _REWORDED:
        while found := pattern.search(prose.text):
            prose = prose.with_words(found.start(group), found.end(group), words)
    prose = timed(same_year.named_once(prose))
    return _in_row(spans.same_period(spans.in_months(spans.named_once(repeated.named_once(prose)))))


def _of_one_kind(prose: Prose, found: re.Match[str]) -> Prose:
    """Owners of old lifts will receive a grant of 8 yuan, and those of new ones one of 2 yuan."""
    what = " one of " if found["same"] else " "
    prose = prose.with_words(
        found.start("verb"), found.end("same") if found["same"] else found.end("verb"), what
    )
    kind = found["who"].partition(" ")[2]
    return prose.with_words(found.start("stop"), found.end("again"), f", and those {kind}")


def _in_row(prose: Prose) -> Prose:
    """What changed in several places the same way, with its verb once; any other text as it is."""
    for first in _FIRST.finditer(prose.text):
        items = _row(prose.text, first)
        if len(items) > 1:
            return _made_one(prose, items)
    return prose


def _row(text: str, first: re.Match[str]) -> list[re.Match[str]]:
    """What stands in a row with the first; nothing besides it where one goes the other way."""
    items, end = [first], first.end()
    while (item := _NEXT.match(text, end)) and item["verb"] == first["verb"]:
        items.append(item)
        end = item.end()
    return [first] if _NEXT.match(text, end) else items


def _made_one(prose: Prose, items: list[re.Match[str]]) -> Prose:
    first = items[0]
    row = prose.until(first.start())
    row.add(_head(first["head"]))
    row.add(f" {first['verb']}")
    terms = _TERMS.search(first["rest"])
    for number, item in enumerate(items):
        row.add(("" if number == 0 else " and" if number == len(items) - 1 else ",") + " ")
        rest = prose.until(item.end("rest")).since(item.start("rest"))
        again = number and terms and rest.text.find(terms[0])
        row.append(
            rest.with_words(again, again + len(terms[0]), "") if terms and again and again > 0 else rest
        )
        row.add(" for " if wording.persons(item["of"]) or item["of"].endswith("households") else " in ")
        row.append(prose.until(item.end("of")).since(item.start("of")))
    row.append(_in_row(prose.since(items[-1].end())))
    row.subject = prose.subject
    return row


def _head(words: str) -> str:
    """What changed, without the places: GDP has no article then, and that of somebody is it."""
    if words.lower() == "that":
        return "It" if words[0].isupper() else "it"
    noun = words.partition(" ")[2]
    bare = noun.isupper() or noun == "value added"
    return (noun[0].upper() if words[0].isupper() else noun[0]) + noun[1:] if bare else words
