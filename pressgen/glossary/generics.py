"""Generic parts of place names, the longest first: 市 City, 自治州 Autonomous Prefecture, 湖 Lake."""

from __future__ import annotations

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
    "自治旗": "Autonomous Banner", "社区": "Community", "回族自治州": "Hui Autonomous Prefecture",
    "回族自治县": "Hui Autonomous County", "工业园区": "Industrial Park", "产业园区": "Industrial Park",
    "园区": "Park", "藏族自治州": "Tibetan Autonomous Prefecture",
    "藏族自治县": "Tibetan Autonomous County", "彝族自治州": "Yi Autonomous Prefecture",
    "彝族自治县": "Yi Autonomous County", "傣族自治州": "Dai Autonomous Prefecture",
    "白族自治州": "Bai Autonomous Prefecture", "蒙古自治州": "Mongol Autonomous Prefecture",
    "满族自治县": "Manchu Autonomous County", "瑶族自治县": "Yao Autonomous County",
    "苗族自治县": "Miao Autonomous County", "侗族自治县": "Dong Autonomous County",
    "壮族自治县": "Zhuang Autonomous County", "土家族自治县": "Tujia Autonomous County",
    "畲族自治县": "She Autonomous County", "黎族自治县": "Li Autonomous County",
    "朝鲜族自治州": "Korean Autonomous Prefecture",
    "壮族苗族自治州": "Zhuang and Miao Autonomous Prefecture",
    "苗族侗族自治州": "Miao and Dong Autonomous Prefecture",
    "布依族苗族自治州": "Bouyei and Miao Autonomous Prefecture",
    "哈尼族彝族自治州": "Hani and Yi Autonomous Prefecture",
    "土家族苗族自治州": "Tujia and Miao Autonomous Prefecture",
    "藏族羌族自治州": "Tibetan and Qiang Autonomous Prefecture", "开发区": "Development Zone",
    "高新区": "Hi-tech Zone", "经济开发区": "Economic Development Zone",
    "经济技术开发区": "Economic and Technological Development Zone", "工业园": "Industrial Park",
    "高新技术产业开发区": "Hi-tech Industrial Development Zone", "产业园": "Industrial Park",
    "工业区": "Industrial Zone", "科技园": "Science Park", "公园": "Park", "广场": "Square",
    "机场": "Airport", "大桥": "Bridge", "水库": "Reservoir", "火车站": "Railway Station",
    "半岛": "Peninsula", "群岛": "Islands", "盆地": "Basin", "平原": "Plain", "高原": "Plateau",
    "沙漠": "Desert", "草原": "Grassland", "海峡": "Strait", "大学": "University", "体育馆": "Gymnasium",
    "体育中心": "Sports Center", "博物馆": "Museum", "特别行政区": "Special Administrative Region",
    "国际机场": "International Airport", "湿地公园": "Wetland Park", "森林公园": "Forest Park",
}  # fmt: skip
GENERICS = dict(sorted((_ONE | _MORE).items(), key=lambda pair: -len(pair[0])))
"""What a generic part is in English."""

STREETS = frozenset("路街巷桥站")
"""Generic parts whose specific is seldom the place of that name: 九龙路 need not be in Kowloon."""

NATURAL = frozenset("湖江河山岛湾港寺塔峡涌村")
"""Generic parts that may be part of a town's name: 九龙湖 is a lake, 秦皇岛 a city."""

SINGLE = "县"
"""The generic part that is spelt as well after a one-syllable specific: 涉县 Shexian County."""
