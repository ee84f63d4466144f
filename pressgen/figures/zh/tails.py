"""What stands behind a Chinese number: currencies, units, measure words, 成, 倍, 个百分点."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from pressgen.figures.currencies import CODES, CURRENCIES, coins
from pressgen.figures.reading import Tail
from pressgen.figures.units import MEASURES, UNITS
from pressgen.figures.zh.pattern import even
from pressgen.regex import regex

_SPACES = frozenset(" \u3000")
_SHARES = (
    Tail("%", "percent", "%"),
    Tail("‰", "percent", "%", Decimal("0.1")),
    Tail("个百分点", "points", "pp"),
    Tail("百分点", "points", "pp"),
    Tail("个基点", "points", "pp", Decimal("0.01")),
    Tail("基点", "points", "pp", Decimal("0.01")),
    Tail("个BP", "points", "pp", Decimal("0.01")),
    Tail("bp", "points", "pp", Decimal("0.01")),
    Tail("bps", "points", "pp", Decimal("0.01")),
    Tail("成半", "percent", "%", Decimal(10)),
    Tail("成", "percent", "%", Decimal(10)),
    Tail("折", "percent", "%", Decimal(10)),
    Tail("倍", "multiple", ""),
    Tail("打", "number", "", Decimal(12)),
    Tail("个世纪", "quantity", "year", Decimal(100)),
)
_POINT = Tail("个百分点", "points", "pp")
_POINTED = frozenset("百 ")
_POINTS = regex("个 {0,2}百 {0,2}分 {0,2}点")
_CHANGE = (
    Tail("分钱", "money", "CNY", Decimal("0.01")),
    Tail("毛钱", "money", "CNY", Decimal("0.1")),
    Tail("角钱", "money", "CNY", Decimal("0.1")),
    Tail("角", "money", "CNY", Decimal("0.1")),
)
_WITH_FEN = regex("[0-9一二三四五六七八九]分(?!之)")
"""角 is money where 分 follow, 两角五分, but not 三角形."""
_HOURLY = regex(
    r"(?:时速|每个?小时|(?:限速|车速|航速)(?=$|[为至到由从降提达]))"
    r"(?:[^，。；、0-9]{0,6}[0-9.]{1,6}(?:公里|千米))?[^，。；、0-9]{0,8}$"
)
"""The hour that stands in front of a speed: 时速350公里, 每小时161公里, 限速40公里."""
_A_SECOND = regex("(?:秒速|每秒钟?)(?:[^，。；、0-9]{0,6}[0-9.]{1,6}米)?[^，。；、0-9]{0,8}$")
SPEEDS = {"km": ("km/h", _HOURLY), "mi": ("mph", _HOURLY), "m": ("m/s", _A_SECOND)}
"""What a distance is the speed of, and what stands in front of it then."""
_STOPS = regex("[，。；、！？,;!?]|$")
_PRICED = regex(
    r"元[^。！？]{0,30}[涨降跌贵宜多少加减补让升落]了?(?:整整|近|约)?[0-9一二两三四五六七八九]{1,2}$"
)
"""每斤4.6元，涨了5角: jiao where yuan stand before, and behind the number its clause ends."""
_BEHIND_HOURS = regex("(?:小时|钟头)零?[0-9一二三四五六七八九十]{1,3} ?$")
DOUBTFUL = frozenset(("m", "分", "角"))
_WITH_SECONDS = regex("[0-9]{1,2}秒")
"""1分32秒."""
NOT_BEFORE = {
    "两": "天个年句步口人名家只次位件样种条三百千万亿国岸会地边侧端级省市县区校院者面手眼月日项军队方届部场",
    "尺": "寸度码子",
    "成": "为立功长员本交果就绩熟品都效分不语型",
    "折": "扣合旧叠射腾算返线",
    "元": "旦素月件首帅老宵气宇培",
    "欧元": "区",
    "元欧元": "区",
    "日": "元圆本",
    "打": "开击造算印破通压工响扮听断磨包牌球架下出入到过电车赢败白黑假动扰印卡字法官仗针猎",
    "块": "状石木布蛋地田板砖冰玻肥空牌匾金银奖腕手香毛骨巨大小屏显芯电拼土草绿新老旧场农稻菜试宅用区招碑"
    "糖饼豆玉料瓷展表墓",
    "台": "山州湾阶风",
    "米": "粉饭面线酒其",
    "克": "服隆拉强",
    "天": "然津空堂安河门府台",
    "晚": "会报宴餐间上稻霞期年婚点高班自辈清唐育市秋春冬夏熟造归于到达秀课场六",
    "夜": "间市晚里班景宵空色场校总大行跑游经话曲生来莺之",
    "周": "边围岁末一二三四五六日年转刊恩",
    "年": "代轻级",
    "升": "级至到值温高",
    "家": "具庭长园乡居属",
    "部": "分署长队",
    "位": "于置列居数",
    "名": "称单列义",
    "门": "口",
    "点": "",
    "圆": "满桌",
    "人": "民才大工",
    "个": "人性体别股税",
    "条": "件例约款",
    "区": "域",
    "国": "家务",
    "股": "权份东票市",
    "代": "表",
    "盾": "构",
    "镑": "",
    "铢": "",
    "里": "面程",
    "场": "景馆所",
    "次": "日级",
    "类": "型似",
    "层": "面次",
    "级": "别",
    "本": "地次报科",
    "只": "有是要能",
    "件": "",
    "起": "来草",
    "对": "于外接",
    "把": "",
    "样": "",
    "道": "路",
    "组": "织",
    "群": "众",
    "科": "技学",
    "点 ": "",
    "省": "级内会",
    "市": "场民",
    "县": "级",
    "院": "士",
    "校": "",
    "单": "位",
}
"""A word of the table followed by one of these is the beginning of another word."""


@cache
def table() -> dict[str, tuple[list[int], dict[str, Tail]]]:
    """By their first sign, with how long they are, the longest first; of two of one name the later counts."""
    tails = [*(Tail(word, "number", "") for word in MEASURES), *_units(), *_money(), *_CHANGE, *_SHARES]
    named = {tail.word: tail for tail in tails}
    table: dict[str, dict[str, Tail]] = {}
    for word, tail in named.items():
        table.setdefault(word[0], {})[word] = tail
    return {
        sign: (sorted({len(word) for word in words}, reverse=True), words) for sign, words in table.items()
    }


def _money() -> list[Tail]:
    names = [
        Tail(even(name), "money", currency.code) for currency in CURRENCIES for name in currency.zh.split("|")
    ]
    codes = [Tail(code.lower(), "money", code) for code in CODES] + [Tail("rmb", "money", "CNY")]
    small = [Tail(even(name), "money", code, Decimal(size)) for name, code, size in coins("zh")]
    abroad = [Tail(f"元{name}", "money", code) for name, code in _ABROAD]
    return names + abroad + small + codes


_ABROAD = (
    ("美元", "USD"),
    ("美金", "USD"),
    ("欧元", "EUR"),
    ("英镑", "GBP"),
    ("日元", "JPY"),
    ("澳元", "AUD"),
)
"""1200万元美金."""


def _units() -> list[Tail]:
    named = [Tail(even(name), "quantity", unit.key) for unit in UNITS for name in unit.zh.split("|") if name]
    return [*named, Tail("m", "quantity", "m"), Tail("分", "quantity", "minute")]


def at(plain: str, end: int) -> tuple[Tail, int] | None:
    """What a number counts by the word behind it, and where that word ends."""
    start, sign = end, plain[end : end + 1]
    while sign in _SPACES and start < end + 4:
        start += 1
        sign = plain[start : start + 1]
    latin = sign.isascii()
    found = table().get(sign.lower() if latin else sign)
    if found is None:
        return None
    sizes, words = found
    if sign == "个" and plain[start + 1 : start + 2] in _POINTED and (loose := _POINTS.match(plain, start)):
        return _POINT, loose.end()
    rest = plain[start : start + sizes[0]]
    rest = rest.lower() if latin else rest
    for size in sizes:
        tail = words.get(rest[:size])
        if tail is not None and size <= len(rest):
            stop = start + size
            if _ends(tail.word, plain[stop : stop + 1]) and _meant(tail.word, plain, start, stop):
                return tail, stop
    return None


def _ends(word: str, sign: str) -> bool:
    if not sign:
        return True
    if word[-1].isascii() and word[-1].isalpha():
        return not (sign.isascii() and sign.isalnum())
    return sign not in NOT_BEFORE.get(word, "")


def _meant(word: str, plain: str, start: int, stop: int) -> bool:
    """250m are metres, 250M are not; two jiao are money only with their fen."""
    if word not in DOUBTFUL:
        return True
    if word == "m":
        return plain[start] == "m"
    if word == "分":
        hours = _BEHIND_HOURS.search(plain, max(0, start - 8), start)
        return hours is not None or _WITH_SECONDS.match(plain, stop) is not None
    return bool(_WITH_FEN.match(plain, stop)) or bool(
        _STOPS.match(plain, stop) and _PRICED.search(plain, max(0, start - 40), start)
    )


NAME_ENDS = frozenset(even(name)[-1] for money in CURRENCIES for name in money.zh.split("|"))
_FRONT = regex(r"(?:人民币|[A-Za-z.]{0,3} ?[$¥￥£€₩₽฿]|[A-Za-z.]{2,5})[ \u3000]{0,2}$")


def in_front(plain: str, start: int, floor: int) -> tuple[str, int] | None:
    """The currency that stands in front of a number, not before the floor, and where it starts."""
    before = plain[start - 1 : start]
    if not before or start <= floor:
        return None
    if before in NAME_ENDS or before in _SPACES:
        named = named_in_front(plain, start, floor)
        if named is not None or before not in _SPACES:
            return named
    if not before.isascii() and before not in "¥￥£€₩₽฿\u3000":
        return None
    match = _FRONT.search(plain, max(floor, start - 9), start)
    word = match.group().strip() if match else ""
    if match is None or not word:
        return None
    code = _front_names().get(word.upper()) or _front_names().get(word[-1])
    if code is None:
        return None
    whole = word.upper() in _front_names()
    place = match.start() if whole else plain.rindex(word[-1], 0, start)
    before = plain[place - 1 : place]
    return None if whole and before.isascii() and before.isalnum() and word[0].isalpha() else (code, place)


def may_be_named(before: str) -> bool:
    """Whether one of these signs can end a currency's Chinese name."""
    return not NAME_ENDS.isdisjoint(before)


def named_in_front(plain: str, start: int, floor: int) -> tuple[str, int] | None:
    """The currency whose Chinese name ends where a number starts: 港币1200万元."""
    end = start
    while end > floor and start - end < 2 and plain[end - 1] in _SPACES:
        end -= 1
    for name, code in _names_by_end().get(plain[end - 1 : end], ()):
        if plain.endswith(name, floor, end):
            return code, end - len(name)
    return None


def bracketed(plain: str, stop: int) -> tuple[str, int] | None:
    """The currency in brackets behind a sum, and where the bracket ends: 1200万元（港币）."""
    close = plain.find(")", stop + 1, stop + 9)
    found = named_in_front(plain, close, stop + 1) if close > 0 else None
    return (found[0], close + 1) if found and found[1] == stop + 1 else None


@cache
def _front_names() -> dict[str, str]:
    names = {sign.upper(): money.code for money in CURRENCIES for sign in money.signs.split("|") if sign}
    return names | {code: code for code in CODES} | {"RMB": "CNY", "¥": "CNY", "￥": "CNY"}


@cache
def _names_by_end() -> dict[str, list[tuple[str, str]]]:
    """Chinese names by their last sign, the longest first; 元 and what several countries share are none."""
    table: dict[str, list[tuple[str, str]]] = {}
    for money in CURRENCIES:
        for name in map(even, money.zh.split("|")) if money.code else ():
            if len(name) > 1 and name[0] not in "元枚个" and name not in _NOT_IN_FRONT:
                table.setdefault(name[-1], []).append((name, money.code))
    return {end: sorted(names, key=lambda entry: -len(entry[0])) for end, names in table.items()}


_NOT_IN_FRONT = frozenset(("块钱", "比特币"))
