"""Words that say a number without writing one, and days that have names."""

from __future__ import annotations

_EN = """
1: one a an single once sole only per each every new first annual yearly annually monthly weekly daily hourly
1: two both twice double doubled
2: two second both pair couple twin dual double doubles doubled doubling twice twofold bilateral either half
2: triple tripled tripling threefold fortnight
3: three third triple tripled tripling trio threefold thrice quadruple quadrupled fourfold quarter quarters
4: four fourth quadruple quadrupled fourfold quartet quarter quarters
5: five fifth
6: six sixth half
7: seven seventh week weekly weeks
8: eight eighth
9: nine ninth
10: ten tenth decade decades tens dozen dozens billion billions
11: eleven eleventh
12: twelve twelfth dozen dozens noon midday midnight
13: thirteen thirteenth
14: fourteen fourteenth fortnight
15: fifteen fifteenth quarter
16: sixteen sixteenth
17: seventeen seventeenth
18: eighteen eighteenth
19: nineteen nineteenth
20: twenty twentieth score
24: midnight
25: quarter quarters
30: thirty thirtieth thirties
40: forty forties
50: fifty fifties half halves halved majority
60: sixty sixties
70: seventy seventies
80: eighty eighties
90: ninety nineties
100: hundred hundreds century centuries centenary centennial all entire fully million millions double doubled
100: doubling twice twofold
200: triple tripled tripling threefold double doubled
300: quadruple quadrupled fourfold triple tripled
0: zero no none nil midnight
0.5: half halves halved majority
0.25: quarter quarters
1000: thousand thousands millennium
1000000: million millions
1000000000: billion billions
1000000000000: trillion trillions
"""
_ZH = """
0: 凌晨 零
0.5: 半
1: 首 单 唯一 每 元旦 一
2: 双 俩 两 对 翻番 翻一番 翻倍 倍增
3: 季度
4: 五四
6: 半年
7: 周
11: 双十一
12: 中午 正午 全年
14: 两周
50: 一半 对半 半 多数 过半 荣枯线 荣枯分界 临界点 五旬 半百
60: 六旬 花甲
70: 七旬 古稀
80: 八旬 耄耋
90: 九旬
100: 期颐 全部 世纪 百 翻番 翻一番 翻倍 倍增
1000: 千
10000: 万
1000000: 百万
10000000: 千万
100000000: 亿
"""
_DAYS = """
01-01: new year, 元旦
02-14: valentine, 情人节
03-08: women's day, 妇女节
03-15: consumer rights day, 315
04-05: qingming, tomb-sweeping, 清明
05-01: may day, labor day, labour day, 五一, 劳动节
05-04: youth day, 五四, 青年节
06-01: children's day, 六一, 儿童节
06-18: 618
07-01: 七一
08-01: army day, 八一, 建军节
09-10: teachers' day, 教师节
09-11: 9/11, 911
10-01: national day, 国庆, 十一
10-31: halloween, 万圣
11-11: singles, double 11, double eleven, 双11, 双十一
12-12: double 12, 双12, 双十二
12-24: christmas eve, 平安夜
12-25: christmas, 圣诞
"""
_CURRENCIES = """
USD: 美元
HKD: 港元 港币
AUD: 澳元
SGD: 新元 新币
EUR: 欧元
GBP: 英镑
JPY: 日元
CAD: 加元
TWD: 新台币
MYR: 令吉
"""


def _rows(table: str, between: str | None = None) -> list[tuple[str, list[str]]]:
    lines = (line.partition(": ") for line in table.strip().splitlines())
    return [(key, [word.strip() for word in rest.split(between)]) for key, _, rest in lines]


def _by_word(table: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for value, words in _rows(table):
        for word in words:
            found[word] = (*found.get(word, ()), value)
    return found


SAID_EN = _by_word(_EN)
"""What an English word may say, as plain decimal text: double is 2, or 100 percent more."""

SAID_ZH = _by_word(_ZH)
"""The same for Chinese."""

NAMED_DAYS = {day: tuple(names) for day, names in _rows(_DAYS, ",")}
"""Days that have names, by month and day; the names in small letters."""

TENS = frozenset(str(tens) for tens in range(20, 100, 10))

SHARED_CURRENCIES = {code: tuple(names) for code, names in _rows(_CURRENCIES)}
"""What 单位：… or …，下同 calls a currency that 元 then means."""
