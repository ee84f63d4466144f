"""Two measures of one thing in one sentence name it once: tea output rose 3%, and sales rose 4%."""

from __future__ import annotations

import re

from pressgen.drafting.prose import Prose
from pressgen.english import MONTHS
from pressgen.regex import regex

_ZH_MEASURE = (
    "(?:产量|总产量|产值|总产值|产销量|销量|销售量|销售额|销售收入|营业收入|出口|出口额|出口量|进口|进口额|进口量|进出口|"
    "库存|面积|播种面积|种植面积|单产|价格|均价|交付量|订单|投资|存款余额|贷款余额|吞吐量|保有量|"
    "车站|站点|泊位|床位|运营里程|里程)"
)
_ZH = regex(
    rf"(?:^|(?<=[。；，：]))(?P<what>[\u4e00-\u9fff]{{2,10}}?){_ZH_MEASURE}(?=[为达由]?[0-9]|同比|比|增长|下降|[与是])"
    rf"[^。；：]*?[；，](?P<again>(?P=what))(?={_ZH_MEASURE}(?:[为达]?[0-9]|同比|比|增长|下降|[与是]))"
)
_EN_MEASURE = (
    "(?:output|production|output value|sales|sales volume|sales revenue|revenue|exports|imports|deliveries|"
    "orders|stocks|inventories|area|acreage|yield|prices|investment|throughput)"
)
_PART_ZH = regex(
    "(?:^|(?<=[。；，]))(?P<name>[\u4e00-\u9fff]{1,8}?(?P<what>[\u4e00-\u9fff]{2,8}))占(?P<again>(?P=what)的)(?=约?[0-9])"
)
_PART_EN = regex(
    r"(?:^|(?<=\. ))(?P<kind>[A-Z][a-z-]+ed) (?P<what>[a-z][a-z -]{2,30}s) (?P<verb>account(?:ed)?) for "
    r"(?P<share>(?:[a-z]+ )*[\d.]+%)(?P<again> of (?:the )?(?P=what))\b"
)
"""A part named by the same word as its whole: trained nurses account for 72% of nurses."""
_AMONG = (
    regex("居(?P<among>[^，。；第]{2,14})第[0-9]+位[^。]{0,60}?居(?P<again>(?P=among))(?=第)"),
    regex(
        r"\b(?:ranked|remained) [\w-]+(?P<among> (?:among|in) (?:[^,.;]){2,60}?) (?:in|by) "
        r"(?:[^.]|\.\d){2,90}? (?:ranked |remained )?[\w-]+(?P<again>(?P=among))(?= (?:in|by) )"
    ),
)
"""Where both of two places are taken: third among the 14 cities in size, and sixth in growth."""
_LINKS_ZH = regex(
    "(?P<from>[\u4e00-\u9fff]{2,6})至(?P<to>[\u4e00-\u9fff]{2,8}?)的?[^。至]{1,24}(?:。[^。，]{0,12}|，)"
    "(?P<again>连接(?P=from)和(?P=to)，)"
)
_LINKS_EN = regex(
    r"\b[Tt]he (?P<what>route|line|flight|service|ferry) to (?P<to>[A-Z][\w’' -]{2,30}?)(?:, [^.,]{2,30},)? "
    r"(?:opened|will open|went into|will go into|began)\b[^.]{0,60}\. "
    r"(?P<again>The (?P=what) links (?P<from>[^,.]{2,40}?) and (?P=to), and a trip)"
    r"(?= takes [^.]{2,40}\.(?! It\b))"
)
"""Where a route goes that was just named by it: the route to Lima opened; it links Ningbo and Lima."""
_SIDES_ZH = regex(
    "(?:^|(?<=[。，；]))(?P<who>[^，。；、和]{2,20}和[^，。；、和]{2,20}?)签订[^。]{2,120}。"
    "(?:根据|按照)[^，。；]{2,12}，(?P<again>(?P=who))(?=将|拟)"
)
"""Those who signed something, and what they will do under it: 双方."""
_SIDES_EN = regex(
    r"(?:^|(?<=\. )|(?<=, ))(?P<who>[A-Z][^,.;]{2,60}? and [^,.;]{2,60}?) signed [^.]{3,200}\. "
    r"Under [^.]{3,80}?, (?P<again>(?P=who))(?= will| intend)"
)
_PEAK = regex(
    r"(?:^|(?<=\. ))(?P<what>[A-Z][a-z]+s)\b(?: (?:to|at|by|of|in) [^.]{2,40}?)? (?:came to|rose|fell) "
    r"(?:[^.;“]|\.\d)*?(?P<stop>\. )(?P<again>(?P=what)(?: in a (?:single )?day)? came to )[\d.,]+"
    r"(?: million)? on [A-Z][a-z]+ \d{1,2}"
    r"(?P<record>, (?:a record for a single day|the highest on record))(?=\.)"
)
"""The most on one day of several: visits came to 90,000, with a single-day record of 20,000 on May 2."""
_VISITED = regex(
    r"(?:^|(?<=\. ))They (?:visited|toured) (?:[^.“”]|\.\d)+\. "
    rf"They(?P<again> )(?=(?:visited|toured) )(?![^.]* (?:{MONTHS}) \d)"
)
"""Those who went to one place and then to another, where no day says when."""
_VISITED_ZH = regex("；随后[^。；“]+；(?P<again>随后)(?=[到参前])")
_TOTAL = regex(r"\bA total of [^“”]*?(?<=[.] )(?P<again>A total of)(?= )")
_AIMS_ZH = regex("力争[^“”]*力争[^“”]*?[^，。；](?P<again>力争达到)(?=[约超近]?[0-9])")
"""The third aim of a paragraph."""
_OTHERWISE = (
    (_SIDES_ZH, "双方"),
    (_SIDES_EN, "they"),
    (_VISITED_ZH, "再"),
    (_AIMS_ZH, "目标为"),
    (_VISITED, " then "),
    (_TOTAL, "In all,"),
)
"""What is said again, and what stands there instead."""
_MOVED = r"(?:rose|fell|was|were|came|doubled)\b"
_BETWEEN = r"(?:[^.;]|\.\d)*?(?:, and |; and |; |, but )(?:the )?"
_BEGIN = r"(?:^|(?<=\. ))"
_EN = (
    regex(
        rf"{_BEGIN}{_EN_MEASURE} of (?P<what>[^,.;]{{3,60}}?) {_MOVED}"
        rf"{_BETWEEN}{_EN_MEASURE}(?P<again> of (?P=what))(?= )",
        re.IGNORECASE,
    ),
    regex(
        rf"{_BEGIN}(?:The )?(?P<what>[a-z][\w-]*(?: [a-z][\w-]*){{0,3}}?) {_EN_MEASURE} {_MOVED}"
        rf"{_BETWEEN}(?P<again>(?P=what) )(?={_EN_MEASURE} {_MOVED})",
        re.IGNORECASE,
    ),
    regex(
        r" came to (?:(?!\b(?:rose|fell|was|were|is|are|stood|numbered|had|has|will)\b)(?:[^.;“”]|\.\d))*?"
        r", and (?:[^.;“”]|\.\d)+?(?P<again> came)(?= to )"
    ),
)


def _of_the_whole(prose: Prose, found: re.Match[str]) -> Prose:
    """What part of a whole is so: Of the nurses, 72% are trained."""
    kind = found["kind"].lower()
    be = "were" if found["verb"].endswith("ed") else "are"
    prose = prose.with_words(found.end("share"), found.end("again"), f" {be} {kind}")
    return prose.with_words(found.start("kind"), found.start("share"), f"Of the {found['what']}, ")


def named_once(prose: Prose) -> Prose:
    """The same prose, what two measures are of named with the first alone, and a whole with its part.

    >>> named_once(Prose("Trained nurses account for 72% of nurses, up 3%.")).text
    'Of the nurses, 72% are trained, up 3%.'
    >>> named_once(Prose("New energy vehicles account for 72% of vehicles.")).text
    'New energy vehicles account for 72% of vehicles.'
    >>> named_once(Prose("Visits came to 9. Visits came to 2 on May 3, a record for a single day.")).text
    'Visits came to 9, with a single-day record of 2 on May 3.'
    >>> rose = "Visits rose to 9 in May."
    >>> named_once(Prose(f"{rose} Visits in a day came to 2 on May 3, the highest on record.")).text
    'Visits rose to 9 in May, with a single-day record of 2 on May 3.'
    >>> opened = "The route to Lima opened."
    >>> named_once(Prose(f"{opened} The route links Ningbo and Lima, and a trip takes a day.")).text
    'The route to Lima opened. A trip from Ningbo takes a day.'
    >>> named_once(Prose("宁波至利马航线开通。航线连接宁波和利马，单程约1天。")).text
    '宁波至利马航线开通。航线单程约1天。'
    >>> named_once(Prose("甲市和乙市签订备忘录。根据备忘录，甲市和乙市将互派6人。")).text
    '甲市和乙市签订备忘录。根据备忘录，双方将互派6人。'
    >>> named_once(Prose("Wuxi and Luan signed a pact. Under the pact, Wuxi and Luan will meet.")).text
    'Wuxi and Luan signed a pact. Under the pact, they will meet.'
    >>> named_once(Prose("有轨电车车站由9座增至12座，有轨电车运营里程8公里。")).text
    '有轨电车车站由9座增至12座，运营里程8公里。'
    >>> named_once(Prose("水塘力争达到9处。长椅力争达到80张。凉亭力争达到3座。")).text
    '水塘力争达到9处。长椅力争达到80张。凉亭目标为3座。'
    >>> named_once(Prose("持证护士占护士的72%。")).text
    '护士中，持证护士占72%。'
    >>> named_once(Prose("Rainfall came to 146.2 mm, and the most, in Leizhou, came to 388.6 mm.")).text
    'Rainfall came to 146.2 mm, and the most, in Leizhou, to 388.6 mm.'
    >>> named_once(Prose("A total of 312 were hurt. A total of 200 are still in shelters.")).text
    'A total of 312 were hurt. In all, 200 are still in shelters.'
    >>> named_once(Prose("一行到夜校听课；随后到河堤察看；随后到粮库座谈。")).text
    '一行到夜校听课；随后到河堤察看；再到粮库座谈。'
    >>> named_once(Prose("The guests visited a school. They visited a mill. They visited a dike.")).text
    'The guests visited a school. They visited a mill. They then visited a dike.'
    """
    while found := _PART_ZH.search(prose.text):
        whole = f"{found['what']}中，"
        prose = prose.with_words(found.start("again"), found.end("again"), "")
        prose = prose.with_words(found.start("name"), found.start("name"), whole)
    if found := _LINKS_ZH.search(prose.text):
        prose = prose.with_words(found.start("again"), found.end("again"), "")
    if found := _LINKS_EN.search(prose.text):
        prose = prose.with_words(found.end("from"), found.end("again"), "")
        prose = prose.with_words(found.start("again"), found.start("from"), "A trip from ")
    if found := _PEAK.search(prose.text):
        prose = prose.with_words(found.start("record"), found.end("record"), "")
        prose = prose.with_words(found.start("stop"), found.end("again"), ", with a single-day record of ")
    while found := _PART_EN.search(prose.text):
        prose = _of_the_whole(prose, found)
    for pattern, words in _OTHERWISE:
        while found := pattern.search(prose.text):
            prose = prose.with_words(found.start("again"), found.end("again"), words)
    for pattern in (*_AMONG, _ZH, *_EN):
        while found := pattern.search(prose.text):
            prose = prose.with_words(found.start("again"), found.end("again"), "")
    return prose
