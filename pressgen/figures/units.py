"""Units of measure and measure words, with what they are called in Chinese and English.

A unit's key is what ``Figure.unit`` carries, the same for both languages.
"""

from __future__ import annotations

from typing import NamedTuple


class Unit(NamedTuple):
    """Names are parted by ``|``; the first of each language is the one written."""

    key: str
    zh: str
    en: str


UNITS = (
    Unit("mu", "亩", "mu"),
    Unit("hm2", "公顷", "hectares|hectare|ha"),
    Unit(
        "m2",
        "平方米|平米|㎡|平方公尺|m²",
        "square meters|square metres|square meter|square metre|sq m|sqm|sq. m|m²|㎡|m2|sq. meters",
    ),
    Unit(
        "km2",
        "平方公里|平方千米|km²",
        "square kilometers|square kilometres|square kilometer|square kilometre|sq km|km²|km2|sq. km",
    ),
    Unit("m3", "立方米|m³", "cubic meters|cubic metres|cubic meter|cubic metre|m³|m3"),
    Unit("km", "公里|千米|km", "kilometers|kilometres|kilometer|kilometre|km|kms"),
    Unit("m", "米|公尺", "meters|metres|meter|metre"),
    Unit("cm", "厘米|公分|cm", "centimeters|centimetres|centimeter|centimetre|cm"),
    Unit("mm", "毫米|mm", "millimeters|millimetres|millimeter|millimetre|mm"),
    Unit("nm", "纳米|nm", "nanometers|nanometres|nanometer|nanometre|nm"),
    Unit("um", "微米", "micrometers|micrometres|microns|micron"),
    Unit("nmi", "海里", "nautical miles|nautical mile"),
    Unit("mi", "英里", "miles|mile"),
    Unit("ft", "英尺", "feet|foot|ft"),
    Unit("in", "英寸", "inches|inch"),
    Unit("li", "华里", "li"),
    Unit("yd", "码", "yards|yard|yds"),
    Unit("ft2", "平方英尺|平方呎", "square feet|square foot|square-foot|sq ft|sq. ft|sqft|ft²"),
    Unit("yd2", "平方码", "square yards|square yard|sq yd"),
    Unit("in2", "平方英寸", "square inches|square inch"),
    Unit("mi2", "平方英里", "square miles|square mile|sq mi|sq. mi"),
    Unit("ft3", "立方英尺|立方呎", "cubic feet|cubic foot|cu ft"),
    Unit("kn", "节航速", "knots"),
    Unit("acre", "英亩", "acres|acre"),
    Unit("t", "吨|公吨", "tonnes|tons|metric tons|tonne|ton|metric ton|mt"),
    Unit("kg", "公斤|千克|kg", "kilograms|kilogrammes|kilogram|kilogramme|kilos|kg|kgs"),
    Unit("g", "克", "grams|grammes|gram|gramme"),
    Unit("mg", "毫克|mg", "milligrams|milligram|mg"),
    Unit("mg/L", "毫克/升|毫克每升|mg/l", "mg/L|milligrams per liter|milligrams per litre|mg/l"),
    Unit(
        "ug/m3",
        "微克/立方米|微克每立方米|μg/m³|μg/m3",
        "micrograms per cubic meter|micrograms per cubic metre|μg/m³|μg/m3",
    ),
    Unit("dB", "分贝|db", "decibels|decibel|db"),
    Unit(
        "km/h",
        "公里/小时|公里每小时|千米/小时|km/h",
        "kilometers per hour|kilometres per hour|kilometers an hour|kilometres an hour|km/h|kph",
    ),
    Unit("mph", "英里/小时|英里每小时|mph", "miles per hour|miles an hour|mph"),
    Unit(
        "m/s",
        "米/秒|米每秒|m/s",
        "meters per second|metres per second|meters a second|metres a second|meter per second|m/s",
    ),
    Unit("hPa", "百帕|百帕斯卡|hpa", "hPa|hectopascals|hectopascal|millibars|millibar|mbar"),
    Unit("kPa", "千帕|kpa", "kPa|kilopascals|kilopascal"),
    Unit("MPa", "兆帕|mpa", "MPa|megapascals|megapascal"),
    Unit("jin", "斤", "jin"),
    Unit("liang", "两", "liang|taels|tael"),
    Unit("chi", "尺", "chi"),
    Unit("lb", "磅", "lbs|lb"),
    Unit("oz", "盎司", "ounces|ounce|oz"),
    Unit("ct", "克拉", "carats|carat"),
    Unit("L", "升|公升", "liters|litres|liter|litre"),
    Unit("mL", "毫升|ml", "milliliters|millilitres|milliliter|millilitre|ml"),
    Unit("gal", "加仑", "gallons|gallon"),
    Unit("pt", "品脱", "pints|pint"),
    Unit("bu", "蒲式耳", "bushels|bushel"),
    Unit("bbl", "桶", "barrels|barrel"),
    Unit("kWh", "千瓦时|度电|kwh", "kilowatt-hours|kilowatt hours|kilowatt-hour|kilowatt hour|kwh"),
    Unit("MWh", "兆瓦时|mwh", "megawatt-hours|megawatt hours|megawatt-hour|mwh"),
    Unit("GWh", "吉瓦时|gwh", "gigawatt-hours|gigawatt hours|gigawatt-hour|gwh"),
    Unit("kW", "千瓦|kw", "kilowatts|kilowatt|kw"),
    Unit("MW", "兆瓦|mw", "megawatts|megawatt|mw"),
    Unit("GW", "吉瓦|gw", "gigawatts|gigawatt|gw"),
    Unit("W", "瓦", "watts|watt"),
    Unit("V", "伏", "volts|volt"),
    Unit("kV", "千伏|kv", "kilovolts|kv"),
    Unit("Hz", "赫兹|hz", "hertz|hz"),
    Unit("MHz", "兆赫|mhz", "megahertz|mhz"),
    Unit("GHz", "吉赫|ghz", "gigahertz|ghz"),
    Unit("GB", "gb", "gigabytes|gb"),
    Unit("TB", "tb", "terabytes|tb"),
    Unit("MB", "mb", "megabytes|mb"),
    Unit(
        "degC", "摄氏度|℃|°c", "degrees celsius|degrees centigrade|degree celsius|℃|°c|c degrees|degrees c|c"
    ),
    Unit("degF", "华氏度|℉|°f", "degrees fahrenheit|degree fahrenheit|℉|°f"),
    Unit(
        "TEU",
        "标箱|标准箱|个标箱|个标准箱|teu",
        "TEUs|twenty-foot equivalent units|teu|standard containers",
    ),
    Unit("year", "年|周年|个年头|载|整年", "years|year|yrs"),
    Unit("month", "个月|个多月|月度", "months|month"),
    Unit("week", "周|星期|个星期|礼拜|个礼拜", "weeks|week"),
    Unit("night", "晚|夜|个晚上", "nights|night"),
    Unit("day", "天|日|昼夜", "days|day"),
    Unit("hour", "小时|个小时|钟头|个钟头", "hours|hour|hrs"),
    Unit("minute", "分钟", "minutes|minute|mins"),
    Unit("second", "秒|秒钟", "seconds|second|secs"),
    Unit("age", "岁|周岁", "years old|year old|years of age|year-olds|year-old"),
)

_DAY = 24 * 3600
SPANS = {
    "year": 365 * _DAY,
    "month": 30 * _DAY,
    "week": 7 * _DAY,
    "night": _DAY,
    "day": _DAY,
    "hour": 3600,
    "minute": 60,
    "second": 1,
    "age": 365 * _DAY,
}
"""Units of time, and how many seconds each comes to; one year is a year, no figure."""

_MEASURES = (
    "个 家 项 名 位 人 件 台 套 辆 架 艘 座 条 支 只 枚 张 片 份 本 册 部 场 次 届 批 类 种 款 "
    "宗 起 例 幅 间 栋 幢 户 所 处 站 颗 粒 株 棵 头 匹 箱 包 瓶 杯 袋 章 篇 首 句 字 页 层 级 "
    "门 组 队 对 双 群 科 尊 顶 把 根 块 列 节 轮 伙 店 笔 样 道 档 班 股 单 村 镇 县 市 省 区 "
    "国 校 院 州 盟 端 屏 榜 路 线 人次 人份 台次 家次 辆次 架次 班次 台套 台(套) 部门 企业 "
    "学生 职工 工人 职位 城市 国家 省份 公司 学校 医院 农户 村民 居民 旅客 游客 观众 用户 客户 "
    "成员 代表 岗位 项目 网点 门店 床位 学位 车位 泊位 员工 院士 专家 选手 运动员 队员 乘客 "
    "企业家"
)
MEASURES = tuple(_MEASURES.split())
"""Chinese measure words, and nouns that are counted without one; after a Chinese digit they make a figure."""
