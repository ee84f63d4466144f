"""The patterns Chinese figures are scanned with, and the even ground they are laid on first."""

from __future__ import annotations

import re
from functools import cache

from pressgen.figures.powers import SIGNS
from pressgen.regex import compiled, regex

_UNEVEN = (
    "０１２３４５６７８９．％﹪￥＄＋－−／～：（）〇○ｋＫ\xa0\u2009\u202f\u2007"
    "萬億兩個點幾數餘圓負電倆壹贰叁肆伍陆柒捌玖拾佰仟貳參陸後達過約級項臺標準雙對"
    "時間號紀從內於將長漲擴幣歐鎊韓盧銖紐門錢塊噸畝頃輛條張隻場戶棟節層頁組隊業國縣區鎮歲週鐘鍾"
    "類種處顆頭筆樣單線職員學農簽預違續"
)
_EVENED = (
    "0123456789.%%¥$+--/~:()零零kK    "
    "万亿两个点几数余圆负电俩一二三四五六七八九十百千二三六后达过约级项台标准双对"
    "时间号纪从内于将长涨扩币欧镑韩卢铢纽门钱块吨亩顷辆条张只场户栋节层页组队业国县区镇岁周钟钟"
    "类种处颗头笔样单线职员学农签预违续"
)
_EVEN = dict(zip(_UNEVEN, _EVENED, strict=True))
_ODD = regex(f"[{re.escape(_UNEVEN)}]")
_IN_WORDS = {"伍": "入退队落行军", "陆": "登着大内水海", "拾": "收捡"}
"""Capital numerals, and what stands before them where they are half a word: 入伍十四年, 登陆十小时."""
_IN_NAMES = {"伍": "家", "陆": "家丰河川良路上军空续", "柒": "牌"}
"""What stands behind them in names: 伍家岗区, 陆家嘴, 陆丰市."""
_CAPITAL_COMMA = regex(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")

SPACE = r"[ \u3000\xa0]{0,2}"
_HAN = "零一二三四五六七八九两十百千万亿兆廿卅卌"
_LOW = "零一二三四五六七八九两十万亿廿卅卌"
_SPACED = (
    r"(?=[0-9]{1,3} [0-9])(?<![0-9.,图表注第件])(?<![0-9.,图表注第件] )"
    r"(?:[0-9]{1,3}(?: [0-9]{3})+(?=\.[0-9]+(?![0-9.]|[ ,][0-9]))"
    r"|(?:[0-9]{1,3}(?: [0-9]{3})+|[0-9](?: [0-9])+(?= ?[十百千万亿%]))(?![0-9]|[ ,.][0-9]))"
)
"""1 200万, 1 0亿: digits that spaces part."""
_FOURS = r"(?!(?:(?:19|20)[0-9]{2},)+(?:19|20)[0-9]{2}(?!,?[0-9]))[0-9]{1,4}(?:,[0-9]{4})+(?!,?[0-9])"
"""2,3456,7890: grouped as Chinese counts; 2019,2020 are years."""
_SIGN = f"[{''.join(SIGNS)}]"
_GROUPED = r"[0-9]{1,3}(?:,[0-9]{3})+(?!,?[0-9])"
_ARABIC = rf"(?:(?:{_GROUPED}|{_FOURS}|{_SPACED}|[0-9]+)(?:\.[0-9]+|{_SIGN})?|\.[0-9]+|{_SIGN})"
_KILO = "千(?![瓦克伏卡赫帕])"
_MEGA = "兆(?![瓦赫宽光带网字比节欧帕焦伏/])"
_METRES = "千(?![瓦克伏卡赫帕米])"
_HUNDRED = "百(?!慕大|帕)"
_SCALE = rf"(?:[多余几]?(?:[十万亿]|{_HUNDRED}|{_METRES}|{_MEGA})|个[多余来]?亿(?!元)|个[多余]亿)"
_SCALED = rf"(?:{SPACE}{_SCALE}(?:[万亿]|{_HUNDRED}|{_METRES}|[多余几](?=[万亿]))*)"
_NOT_MORE = r"(?![0-9.,:%\-—~/A-Za-z年月日号时点])"
_LAST = rf"(?:(?<=[十百千万亿])零?[0-9]|(?<=百)0[1-9]|(?<=千)0[0-9]{{1,2}}|(?<=万)[0-9]{{4}}){_NOT_MORE}"
_MORE = rf"(?:{SPACE}零?[0-9]{{1,4}}{SPACE}[十百千万亿]+)*(?:{_LAST})?"
_FIRST = rf"(?:{_MEGA}|(?!兆)[{_HAN}]|[几数上](?=[十百千万亿](?!分)))"
_NEXT = (
    rf"(?:[{_LOW}]|{_HUNDRED}|{_KILO}|{_MEGA}|[多余几来](?=[十百千万亿])|个(?=亿(?!元)|[多余]亿)"
    r"|(?<=[十百千万零])几)"
)
_POINT = "(?:点[零一二三四五六七八九]+[十百千万亿]*)"
_HALF_OF = "半(?=[折成]|个?(?:小时|百分点|世纪)|公里|公斤|斤|吨|亩)"
NUMBER = rf"(?:{_ARABIC}(?:{_SCALED}{_MORE})?|{_FIRST}{_NEXT}*{_POINT}?|半百|{_HALF_OF})"
"""A numeral, Arabic, Chinese or mixed; what it is worth is for ``numerals`` to say."""

_BLANK = "[ \u3000]{1,2}"
_LOOSE = (
    rf"[一二三四五六七八九]{_BLANK}[一二三四五六七八九](?= ?折)|(?:[{_HAN}]+|[0-9]+(?={_BLANK}[十百千万亿]))"
    rf"(?:(?:(?<=[十百千万亿多余]){_BLANK}(?=[{_HAN}几多余])|{_BLANK}(?=[十百千万亿])|{_BLANK}(?=[多余](?:{_BLANK})?[十百千万亿])|"
    rf"(?:{_BLANK})?(?=点(?:{_BLANK})?[零一二三四五六七八九])|(?<=点){_BLANK}|(?<=点)|{_BLANK}(?=几[万亿]))"
    rf"(?:[{_LOW}百千兆多余点]|几(?=[十百千万亿]))+)+"
)
"""三 百 五, 四点 五: Chinese numerals set with blanks, where a scale or a point holds them together."""

TO = rf"{SPACE}(?:—{{1,2}}|–|-{{1,2}}|~|至|到){SPACE}"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:[12][0-9]|3[01]|0?[1-9]|二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])"
_OF_MONTHS = (
    "月(?<![目此之先以日当提眼空]前.月)(?<![目此之先以日当提眼空]前..月)"
    "(?<![一二两三四五六七八九十几多][年天]前.月)(?<![一二两三四五六七八九十几多][年天]前..月)"
    "(?![份初中末底上下]|[ 0-9])"
)
"""前10月, as the press says 前10个月; in 目前10月 and 三年前10月 it is October."""
_PART = rf"""(?:
    (?P<from>{_MONTH}){SPACE}(?:月份?)?{TO}(?P<to>{_MONTH}){SPACE}月份?(?!{SPACE}{_DAY}{SPACE}[日号])
    |(?<!农历)(?P<month>{_MONTH}){SPACE}月(?!初[一二三四五六七八九十]|廿)(?:份(?!额))?
        (?:{SPACE}(?P<day>{_DAY}){SPACE}[日号]
            (?:{TO}(?:(?P<month2>{_MONTH}){SPACE}月)?{SPACE}(?P<day2>{_DAY}){SPACE}[日号])?
        |{SPACE}(?P<day5>{_DAY})(?=[、和与及]{_DAY}|[、和与及]{_MONTH}月)
        |{SPACE}(?P<day3>{_DAY}){TO}(?P<day4>{_DAY}){SPACE}[日号])?
    |(?P<half>[上下])半年
    |第?(?P<quarter>[一二三四1-4])季度
    |(?<!提)前(?P<quarters>[一二两三四1-4])个?季度
    |(?<!提)前(?P<months>1[0-2]|[2-9]|十[一二]?|[二两三四五六七八九])(?:个月|{_OF_MONTHS})
)"""
_NOT_HOUR = "[间代期候常速评效尚空髦区线米个数半刻多钟]"
_HOUR = "(?:[01]?[0-9]|2[0-4])"
_HAN_HOUR = "(?:二?十[一二三四]?|[一二两三四五六七八九])"
_PART_OF_DAY = "(?:(?<=[午晚晨早夜号日])|(?<=[早晚]上)|(?<=[夜晚]间)|(?<=[午晚晨早夜号日间上] ))"
_QUARTER = "(?:半(?![径圆个])|[一三]刻(?![度画板]))"
_NOT_YEN = (
    "(?!元(?![旦宵])|圆|"
    "本(?![报刊台网次届轮场站省县区院校期周月年地赛季案项批]|社(?!会)|市(?!场))|[内游均]|年化)"
)
"""20日元宵节, 8日本报讯: the day ends before another word; 20日元, 8日本人 are no days."""
_LASTING = "拘留|为期|历时|限期|连续|长达|整顿|隔离|期限|持续|停业|禁言"
"""What is measured in days: 行政拘留5日, 为期10日."""
_DATED = rf"""
    (?P<iso>[0-9]{{4}}(?P<sep>[-/.])(?:1[0-2]|0?[1-9])(?P=sep)(?:[12][0-9]|3[01]|0?[1-9])(?![0-9%万亿元]))
    |(?P<hour>[01]?[0-9]|2[0-4])(?::(?P<minute>[0-5][0-9])(?::[0-5][0-9])?(?![0-9:.])|{SPACE}[时点]{SPACE}(?P<minute2>[0-5]?[0-9]){SPACE}分(?![之钟]))
    |(?P<hour4>{_HAN_HOUR})[时点](?P<minute4>[二三四五]?十[一二三四五六七八九]?)分(?![之钟])
    |(?P<hour6>{_HOUR}|{_HAN_HOUR}){SPACE}[时点]{SPACE}(?P<quarter6>{_QUARTER})
    |(?<=[日午晚晨早号夜间上 ])(?P<hour3>{_HOUR}){SPACE}[时点](?!{_NOT_HOUR}|[0-9])整?
    |(?P<hour5>{_HOUR}){SPACE}(?:时(?=[许整]|左右|前后)整?|点钟(?!方向))
    |{_PART_OF_DAY}(?P<hour7>{_HAN_HOUR})[时点](?:钟|(?!{_NOT_HOUR}|[0-9零二三四五六七八九十]|一(?![直般律度]))整?)
    |(?P<named>(?:1[0-2]|[1-9])[·•・](?:[12][0-9]|3[01]|[1-9]))(?![0-9·%万亿元])
    |(?P<year1>[0-9]{{4}}){SPACE}年?{TO}(?P<year2>[0-9]{{4}}){SPACE}年(?!代)(?:度)?
    |(?P<years>(?:19|20)[0-9]{{2}}[-—–](?:19|20)[0-9]{{2}})(?![0-9.%万亿元-])
    |(?P<season1>(?:19|20)[0-9]{{2}})[-—–/](?P<season2>[0-9]{{2}})(?={SPACE}(?:赛季|学年|财年|财政年度|年度|雪季|榨季|航季|产季|采收季|采暖季|供暖季|取暖季|音乐季|演出季))
    |(?:(?:(?P<century>[1-9][0-9]|二十|十九|上个?)世纪)?(?P<decade>[1-9]0|[二三四五六七八九]十){SPACE}年代)
    |(?P<decade4>(?:1[89]|20)[0-9]0){SPACE}年代
    |(?<!{_LASTING})(?P<lone>[12][0-9]|3[01]|0?[1-9]|二?十[一二三四五六七八九]|二十|三十一?){SPACE}日(?:{TO}(?P<lone2>{_DAY}){SPACE}日)?{_NOT_YEN}
    |(?P<lone3>[12][0-9]|3[01]|[1-9]){TO}(?P<lone4>[12][0-9]|3[01]|[1-9]){SPACE}日{_NOT_YEN}
    |(?P<listed>[12][0-9]|3[01]|[1-9])(?=(?:[、和与及](?:[12][0-9]|3[01]|[1-9])){{0,3}}[、和与及](?:[12][0-9]|3[01]|[1-9]){SPACE}日{_NOT_YEN})
    |(?:(?P<year>[0-9]{{4}}|[零一二三四五六七八九]{{4}}){SPACE}年(?!代|的历史|历史)(?:度(?!假))?)?(?:{SPACE}{_PART})?
"""
FIRST = f"[0-9{_HAN}翻.几数上下前第半成{''.join(SIGNS)}]"
"""One class of signs stands first, so that the search runs over everything else without trying."""
BEGINS = rf"""
    (?<=[0-9{_HAN}翻{"".join(SIGNS)}])
    |(?<=\.)(?<![0-9]\.)(?=[0-9])
    |(?<=[几数])(?<!位.)(?=[十百千万亿](?!分))
    |(?<=上)(?=[百千万亿]|半年|个?世纪)
    |(?<=下)半年
    |(?<=前)(?<!提前)[一二两三四五六七八九十0-9]{{1,2}}个?[季月]
    |(?<=第)[一二三四1-4]季
    |(?<=半)[百数折成]
    |(?<=半)(?:个?(?:小时|百分点|世纪)|公里|公斤|斤|吨|亩)
    |(?<=第)(?=[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩIVX]{{1,4}}(?:[期届次批阶章卷部编轮]|(?:标|合同)?段))
    |(?<=成)(?:千上万|百上千)
    |(?<=数)以(?:十万|百万|千万|[百千万亿])计
"""
"""Which of the first signs begin a figure, by what stands around them."""


def even(text: str) -> str:
    """The text in half width and simplified numerals, character for character."""
    if _ODD.search(text) is None:
        return text
    if "，" in text:
        text = _CAPITAL_COMMA.sub(",", text)
    return _ODD.sub(_evened, text)


def _evened(match: re.Match[str]) -> str:
    sign = match.group()
    if sign in _IN_WORDS and match.string[match.start() - 1 : match.start()] in tuple(_IN_WORDS[sign]):
        return sign
    if sign in _IN_NAMES and match.string[match.end() : match.end() + 1] in tuple(_IN_NAMES[sign]):
        return sign
    return _EVEN[sign]


@cache
def dated() -> re.Pattern[str]:
    """Dates, parts of years, decades and times of day."""
    return compiled(_DATED, re.VERBOSE)


@cache
def number() -> re.Pattern[str]:
    """One numeral."""
    return compiled(NUMBER)


@cache
def loose() -> re.Pattern[str]:
    """A Chinese numeral with blanks between its signs."""
    return compiled(_LOOSE)


@cache
def between() -> re.Pattern[str]:
    """What joins the ends of a range, with the numeral behind it."""
    return compiled(rf"{TO}({NUMBER})")


@cache
def fraction() -> re.Pattern[str]:
    """X分之Y, behind the X."""
    return compiled(rf"{SPACE}分{SPACE}之{SPACE}([负-]?)({NUMBER})")


@cache
def mixed() -> re.Pattern[str]:
    """又Y分之, behind a whole number."""
    return compiled(rf"{SPACE}又{SPACE}({NUMBER})(?={SPACE}分{SPACE}之)")


@cache
def coins() -> re.Pattern[str]:
    """The smaller coins behind a sum: 三角五分."""
    return compiled(
        rf"{SPACE}又?{SPACE}({NUMBER})(角|毛|分|美分|港仙|仙|欧分|便士|日本銭|日本钱|钱)钱?(?!之)"
    )
