"""Chinese dashes, ellipses and range signs."""

from __future__ import annotations

from collections.abc import Iterator

from pressgen.checks.typography.habit import GB15834, GB15835, WIDE, Edit, Habit, every, replaced, rule, when
from pressgen.errors import Wording
from pressgen.regex import regex
from pressgen.text import HAN

_BY = f"[{HAN}”’》）]"
_CITIES = (
    "北京|天津|上海|重庆|香港|澳门|广州|深圳|佛山|东莞|珠海|成都|武汉|南京|杭州|苏州|西安|长沙|郑州|合肥|济南|青岛|大连|沈阳|"
    "哈尔滨|长春|昆明|贵阳|南宁|海口|厦门|福州|宁波|兰州|银川|西宁|拉萨|喀什|乌鲁木齐|呼和浩特|石家庄|太原|南昌|三亚|汕头|湛江|"
    "莫斯科|东京|首尔|新加坡|曼谷|河内|万象|杜伊斯堡|汉堡|巴黎|伦敦|纽约"
)
_ROUTE = regex(f"{_CITIES}|[省市县区镇站港桥]$")
_NAMED = regex(f"{_CITIES}|中国|美国|东盟|欧盟|俄罗斯|日本|韩国|非洲|阿拉伯|中亚|欧洲|亚洲")
_LINE = regex("高铁|铁路|高速|航线|专线|公路|班列|城际|线路?|航班|走廊|段|至|经济带|直飞|客运")
_SINGLE = regex(f"(?<=[{HAN}”])(?<![年月日号时期岁])[—–─](?=[{HAN}“])")
_LINKED = regex(f"(?<=[{HAN}])[-－–~～](?=[{HAN}])")
_ROAD = regex(
    f"(?<![{HAN}])(?:[{HAN}]{{0,6}}?)[{HAN}]{{2,3}}([-－–~～])(?=[{HAN}]{{2,4}}(?:高铁|铁路|高速|航线|城际|班列|公路|专线))"
)
_WAY = regex(f"[-－–~～]{WIDE}{{2,4}}(?:高铁|铁路|高速|航线|城际|班列|公路|专线)")
_REMARK = regex(
    f"这|那|也就是|即|就是|尤其|特别是|包括|不仅|而是|记[者录]?(?=[{HAN}]{{3}})|访(?!问)|写在|来自|献给|一[个座家条项场]|[{HAN}]{{1,7}}的[{HAN}]|[{HAN}]{{1,4}}之[{HAN}]{{1,2}}(?![{HAN}])"
)
"""How what a dash brings in begins, or goes on: a remark; what merely links two names is no dash."""

_NAMES_IT = regex(f"[是为][{HAN}]{{0,12}}的[{HAN}]{{1,6}}$")
"""What a name answers after a dash: 这里是全省最早的茶港——梅溪。"""
_TO_THE_END = regex(f"[{HAN}]{{2,6}}(?=[，。！]|$)")


def _is_route(text: str, at: int) -> bool:
    before, after = text[max(0, at - 4) : at], text[at + 1 : at + 5]
    return bool(_ROUTE.search(before) and (_ROUTE.search(after) or _LINE.search(text[at + 1 : at + 8])))


def _names_place(text: str, at: int) -> bool:
    before, after = text[max(0, at - 4) : at], text[at + 1 : at + 8]
    return bool(_NAMED.search(before) or _NAMED.match(after))


def _single_dash(text: str) -> Iterator[Edit]:
    """One em where two belong, before a remark; between two places or partners it is a line, and right."""
    for match in _SINGLE.finditer(text):
        remark = _REMARK.match(text, match.end()) or (
            _TO_THE_END.match(text, match.end()) and _NAMES_IT.search(text, 0, match.start())
        )
        if remark and not _names_place(text, match.start()):
            yield Edit(match.start(), match.end(), "——", safe=False)


def _routes(text: str) -> Iterator[Edit]:
    for match in _LINKED.finditer(text):
        if _is_route(text, match.start()):
            yield Edit(match.start(), match.end(), "—")
    for match in _ROAD.finditer(text) if _WAY.search(text) else ():
        if not _is_route(text, match.start(1)):
            yield Edit(match.start(1), match.end(1), "—", safe=False)


_NUMBER = r"\d+(?:\.\d+)?"
_WHOLE = r"(?<![\d.\-~～—–－A-Za-z])"
_DIGITS_END = r"(?![\d\-~～—–－])"
_HALF_SIGN = "(?:[-~－–]| [-~－–] )"
_YEARS = rf"{_WHOLE}((?:19|20)\d\d年?){_HALF_SIGN}((?:19|20)?\d\d年)"
_DAYS = rf"(?<![\d.])(\d{{1,2}}[月日]?(?:\d{{1,2}}日)?){_HALF_SIGN}(\d{{1,2}}(?:月\d{{1,2}}日|月|日))"
_TIMES = rf"(?<![\d:：])(\d{{1,2}}[:：]\d\d){_HALF_SIGN}(\d{{1,2}}[:：]\d\d)(?![\d:：])"
_MEASURE = "(?:[个家人名项次天年倍岁米吨元亩周层辆台套度℃批场]|公里|千米|公斤|分钟|小时|月(?!\\d))"
_ONE_UNIT = regex(rf"{_WHOLE}({_NUMBER})([-~～—–－])({_NUMBER})(%|％|‰|[百千]?(?:万亿|万|亿))")


def _unit_once(text: str) -> Iterator[Edit]:
    """A unit of both ends that stands at the last only: 5-8% for 5%～8%."""
    for match in _ONE_UNIT.finditer(text):
        if float(match[1]) < float(match[3]):
            sign = match[2] if match[2] in "—～" else "～"
            yield Edit(
                match.start(), match.end(), f"{match[1]}{match[4]}{sign}{match[3]}{match[4]}", safe=False
            )


_RANGES = every(
    replaced(_YEARS, r"\1—\2"),
    replaced(_DAYS, r"\1—\2"),
    replaced(_TIMES, r"\1—\2"),
    replaced(
        rf"{_WHOLE}({_NUMBER}(?:%|％|万|亿|℃)[元人]?){_HALF_SIGN}({_NUMBER}(?:%|％|万|亿|℃))", r"\1～\2"
    ),
    replaced(rf"{_WHOLE}({_NUMBER}{_MEASURE}?){_HALF_SIGN}({_NUMBER}{_MEASURE})", r"\1～\2"),
    replaced(r"(?<=\d)~(?=\d)", "～"),
    replaced(r"(?<=[\d%％万亿年月日]) ?([～—]) (?=\d)|(?<=[\d%％万亿年月日]) ([～—])(?=\d)", r"\1\2"),
    replaced(r"(周[一二三四五六])[-~～－–](?=周?[二三四五六日])", r"\1—", safe=False),
    replaced(r"(\d{1,2}[时点](?:\d\d分)?)[-~～－–](?=\d{1,2}[时点])", r"\1—", safe=False),
    replaced(r"(?<=第)(\d{1,3})[-~～－–](?=\d{1,3}(?:[章节条届期批页集]|季度))", r"\1—", safe=False),
    when(f"{WIDE}[-－–~～]{WIDE}", _routes),
)
_ELLIPSES = every(
    replaced("(?<=等)(?:…+|\\.{3,}|。{3,}|·{3,})(?=$|[。，；）”]|\\s*$)", safe=False),
    replaced("。{3,}", "……"),
    replaced(f"(?<={_BY})\\.{{3,}}|(?<=[0-9A-Za-z，、])\\.{{3,}}(?=[{HAN}”])", "……"),
    replaced(r"…(?: ?…)*\.*|[·・]{3,}|\.{6}", "……"),
)
_DASHES = every(
    when(
        "--|－－|──|––|———|―",
        replaced(
            f"(?<={_BY})[ ]*(?:--+|－－+|──+|–{{2,}}|—{{3,}}|―{{1,2}})[ ]*(?=[{HAN}“‘《（A-Za-z0-9])", "——"
        ),
    ),
    when(" ——|—— ", replaced(f"(?<={_BY})(?: +——+ *|——+ +)(?=[{HAN}“‘《A-Za-z0-9])", "——")),
    when(r"[^\x00-\x7f—–─][—–─][^\x00-\x7f—–─]", _single_dash),
)

HABITS = (
    Habit(
        rule(
            "ellipsis",
            "note",
            "省略号应为“……”，“等”后不用：“{text}”",
            "an ellipsis is ……, and none follows 等: {text}",
            GB15834,
        ),
        when(r"…|\.{3}|。{3}|[·・]{3}", _ELLIPSES),
    ),
    Habit(
        rule(
            "dash",
            "note",
            "破折号占两个字：“{text}”应为“{fixed}”",
            "a dash is two ems long: {text} should be {fixed}",
            GB15834,
        ),
        when("[-－─–—―]", _DASHES),
    ),
    Habit(
        rule(
            "range-unit",
            "note",
            "范围两端都要写单位：“{text}”应为“{fixed}”",
            "both ends of a range bear the unit: {text} should be {fixed}",
            Wording(
                "GB/T 15835—2011 5.1.3：前后两个数值的百分号、万、亿都不能省",
                "GB/T 15835-2011 5.1.3: neither end goes without its %, 万 or 亿",
            ),
        ),
        when(r"[-~～—–－]", _unit_once),
    ),
    Habit(
        rule(
            "range-sign",
            "note",
            "“{text}”应为“{fixed}”：数值范围用“～”，时间和地点的起止用“—”",
            "{text} should be {fixed}: ～ between quantities, — between times and places",
            Wording("GB/T 15834—2011 4.13；" + GB15835.zh, "GB/T 15834-2011 4.13"),
        ),
        when("[-~～－–—]", _RANGES),
        ("dateline",),
    ),
)
