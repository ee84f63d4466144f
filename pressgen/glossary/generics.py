"""Generic parts of place names, the longest first: 市 City, 自治州 Autonomous Prefecture, 湖 Lake."""

from __future__ import annotations

import re

from pressgen.regex import regex

_ONE = {
    "市": "City", "区": "District", "县": "County", "镇": "Town", "乡": "Township", "村": "Village",
    "省": "Province", "盟": "League", "旗": "Banner", "湖": "Lake", "江": "River", "河": "River",
    "山": "Mountain", "岛": "Island", "湾": "Bay", "路": "Road", "街": "Street", "巷": "Lane",
    "桥": "Bridge", "港": "Port", "站": "Station", "寺": "Temple", "塔": "Pagoda", "峡": "Gorge",
    "涌": "Creek",
}  # fmt: skip
_MORE = {
    "街道": "Subdistrict", "新区": "New Area", "新城": "New Town", "自治区": "Autonomous Region",
    "大道": "Avenue", "自治州": "Autonomous Prefecture", "自治县": "Autonomous County",
    "自治旗": "Autonomous Banner", "社区": "Community", "工业园区": "Industrial Park",
    "产业园区": "Industrial Park", "园区": "Park", "开发区": "Development Zone", "高新区": "Hi-tech Zone",
    "经济开发区": "Economic Development Zone",
    "经济技术开发区": "Economic and Technological Development Zone", "工业园": "Industrial Park",
    "高新技术产业开发区": "Hi-tech Industrial Development Zone", "产业园": "Industrial Park",
    "工业区": "Industrial Zone", "科技园": "Science Park", "公园": "Park", "广场": "Square",
    "机场": "Airport", "大桥": "Bridge", "水库": "Reservoir", "火车站": "Railway Station",
    "半岛": "Peninsula", "群岛": "Islands", "盆地": "Basin", "平原": "Plain", "高原": "Plateau",
    "沙漠": "Desert", "草原": "Grassland", "海峡": "Strait", "大学": "University", "体育馆": "Gymnasium",
    "体育中心": "Sports Center", "博物馆": "Museum", "特别行政区": "Special Administrative Region",
    "地区": "Prefecture", "左翼前旗": "Left Front Banner", "右翼前旗": "Right Front Banner",
    "左翼中旗": "Left Middle Banner", "右翼中旗": "Right Middle Banner", "左翼后旗": "Left Rear Banner",
    "右翼后旗": "Right Rear Banner", "左旗": "Left Banner", "右旗": "Right Banner", "前旗": "Front Banner",
    "后旗": "Rear Banner", "中旗": "Middle Banner", "示范区": "Demonstration Zone",
    "合作区": "Cooperation Zone", "保税区": "Bonded Zone", "综合保税区": "Comprehensive Bonded Zone",
    "风景区": "Scenic Area", "度假区": "Resort",
    "国家高新技术产业开发区": "National Hi-tech Industrial Development Zone",
    "国家高新区": "National Hi-tech Zone",
    "国家经济技术开发区": "National Economic and Technological Development Zone",
    "古镇": "Ancient Town", "古城": "Ancient City", "古村": "Ancient Village", "老街": "Old Street",
    "高铁站": "High-speed Railway Station", "地铁站": "Metro Station", "汽车站": "Bus Station",
    "客运站": "Bus Station", "古村落": "Ancient Village", "体育场": "Stadium",
    "族自治县": "Autonomous County", "族自治旗": "Autonomous Banner",
    "各族自治县": "Various Nationalities Autonomous County",
    "国际机场": "International Airport", "湿地公园": "Wetland Park", "森林公园": "Forest Park",
}  # fmt: skip
GENERICS = dict(sorted((_ONE | _MORE).items(), key=lambda pair: -len(pair[0])))
"""What a generic part is in English."""

PEOPLES = {
    "藏": "Tibetan", "羌": "Qiang", "彝": "Yi", "傣": "Dai", "白": "Bai", "蒙古": "Mongol", "满": "Manchu",
    "瑶": "Yao", "苗": "Miao", "侗": "Dong", "壮": "Zhuang", "土家": "Tujia", "畲": "She", "黎": "Li",
    "朝鲜": "Korean", "布依": "Bouyei", "哈尼": "Hani", "回": "Hui", "景颇": "Jingpo", "傈僳": "Lisu",
    "哈萨克": "Kazak", "柯尔克孜": "Kirgiz", "维吾尔": "Uygur", "锡伯": "Xibe", "塔吉克": "Tajik",
    "纳西": "Naxi", "独龙": "Derung", "怒": "Nu", "普米": "Pumi", "佤": "Va", "拉祜": "Lahu",
    "布朗": "Blang", "仡佬": "Gelao", "水": "Shui", "毛南": "Maonan", "仫佬": "Mulao", "达斡尔": "Daur",
    "鄂温克": "Ewenki", "土": "Tu", "撒拉": "Salar", "保安": "Bonan", "东乡": "Dongxiang",
    "裕固": "Yugur",
}  # fmt: skip
"""The peoples autonomous places are named after (GB/T 3304)."""

_ONE_PEOPLE = "|".join(sorted(sorted(PEOPLES), key=len, reverse=True))
_AUTONOMOUS = regex(
    f"(?P<peoples>(?:(?:{_ONE_PEOPLE})族)+|蒙古|哈萨克|柯尔克孜|维吾尔|锡伯|塔吉克|达斡尔族|东乡族)"
    "(?P<kind>自治[州县旗区]|(?<=族)区)$"
)


def split(zh: str) -> tuple[str, str, str]:
    """A place name's specific part, its generic part and what this is in English; "" where there is none.

    >>> split("红河哈尼族彝族自治州"), split("佛山市")
    (('红河', '哈尼族彝族自治州', 'Hani and Yi Autonomous Prefecture'), ('佛山', '市', 'City'))
    """
    named = _AUTONOMOUS.search(zh)
    if named and named.start():
        peoples = [PEOPLES[people] for people in re.findall(_ONE_PEOPLE, named["peoples"])]
        english = ", ".join(peoples[:-1]) + " and " * (len(peoples) > 1) + peoples[-1]
        return zh[: named.start()], named.group(), f"{english} {GENERICS[named['kind']]}"
    generic = next((word for word in GENERICS if zh.endswith(word) and len(zh) > len(word)), "")
    return zh.removesuffix(generic), generic, GENERICS.get(generic, "")


OF_DIVISIONS = {"林区": "Forestry District", "特区": "Special District", "矿区": "Mining District"}
"""Generic parts that mean something else where they end no division's name (经济特区)."""

STREETS = frozenset("路街巷桥站")
"""Generic parts whose specific is seldom the place of that name: 九龙路 need not be in Kowloon."""

CLOSED = frozenset(("省", "自治区", "特别行政区"))
"""Generic parts of which there is a full list: 东北三省 is no province."""

NATURAL = frozenset("湖江河山岛湾港寺塔峡涌村")
"""Generic parts that may be part of a town's name: 九龙湖 is a lake, 秦皇岛 a city."""

SINGLE = "县"
"""The generic part that is spelt as well after a one-syllable specific: 涉县 Shexian County."""

OF_A_PLACE = regex(
    r" (?:City|Municipal(?:ity)?|Metropolitan|Province|Provincial|Prefecture|District|Subdistrict"
    r"|Government|People[’']s|Bureau|Commission|Intermediate|Daily|Evening|Metro|Subway|Airport"
    r"|High-[Ss]peed|Hi-tech|High-[Tt]ech|Economic)\b"
)
"""What stands behind a place in a name made of it today: no person is called so, nor what keeps an old
spelling (Peking University, Canton Road)."""
