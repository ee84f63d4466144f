"""What stands at the end of names that are no name of a person: titles, offices, bodies."""

from __future__ import annotations

TITLES = (
    "先生", "女士", "夫人", "公主", "皇后", "太后", "皇帝", "将军", "大师",
    "道人", "上人", "居士", "太祖", "太宗", "高祖",
)  # fmt: skip
"""What a person is called by, behind the name."""

BODIES = (
    "主任", "书记", "局长", "市长", "区长", "县长", "镇长", "部长", "厅长",
    "处长", "总监", "经理", "委员会", "管委会", "政府", "公司", "集团", "中心",
    "协会", "学会", "商会", "研究院", "实验室", "医院", "法院", "领事", "大使",
    "秘书长", "主席", "董事长", "办公室", "联合会", "基金会", "研究所", "出版社", "电视台",
    "检察院", "海关", "使馆", "领事馆", "大学", "学院", "中学", "小学", "幼儿园",
    "银行", "支队", "分局", "总局", "党委", "党组", "工会", "联盟", "促进会",
    "总会", "分会", "厅局", "报社", "广播电台", "博物馆", "图书馆", "体育局", "工商联",
    "纪委", "政协", "人大",
)  # fmt: skip
"""Offices and bodies, which are translated and not spelt."""

BODIES_OF_ONE = (
    "局",
    "厅",
    "部",
    "委",
    "署",
    "办",
    "院",
    "校",
    "会",
    "所",
    "司",
    "处",
    "科",
    "社",
    "厂",
    "店",
    "馆",
    "站",
)
"""The same of one character, where more than three stand before it."""

NEVER_GIVEN = frozenset("局厅署厂馆店校院所队部处办委团社")
"""Characters with which no given name ends, but many a body's short name does: 商务局, 文工团."""

SELDOM_GIVEN = frozenset("节宫街村镇乡")
"""Characters with which a given name seldom ends: 白酒节 is no Mr Bai."""

DIVISIONS = frozenset("市区县")
"""Generic parts of divisions that are one word each."""
