"""What is known of the characters of names: how they are read, and which end a title or a body.

A character with several readings in the Unicode data is mostly read in one way today. What is left open
in given names stands in ``OPEN``, after the tables of reviewed readings (普通话异读词审音表) and usage.
"""

from __future__ import annotations

OPEN = frozenset(
    "凹食员说衰适术契皋冒"
    "丧乐乾了亟亲什仔会伽佛倔假六切别削劲勒单卜卡厦参只召吁吐吓呢咽哈啰喷囡圈圩坷垌塞处夹宓宿射尉尺差巷"
    "帖弄弹得徵扁扇扎折拓择提撇攒数旋晕晟曝曲曾朝朴柏查栎校核椎模没泊洗浚涨漂漏潦瀑炅煞爪牟率珲甚畜番症盖"
    "省祭种秘称笼粘系累纤约纪给绿缪翘胖脏膀舍色芥茄茜茸莘莞落著蔓蔚蕃薄藏血行要觉角解调贾车轧辟迦那都重"
    "钻铺长阿陇降隽靓颉馗驼魄"
)
"""Characters whose reading in a given name only its bearer knows."""

OPEN_IN_PLACES = frozenset(
    "埔堡铺乐六行解单盖阿蚌浒洞峙繁铅涡泌浚棱镐邪番重调泊藏祭柏参什查尉蔚莎芍勒圩塞著落薄折蛤召校句扎卜适秘曾朴"
    "侗虹泷浈陂覃龟弹冒率提荥筠犍濞歙枞冠屯挝崴"
)
"""Characters with another reading in some place names than elsewhere (洪洞 Hongtong, 铅山 Yanshan)."""

KNOWN = {
    "曾": "zeng", "佛": "fo", "娜": "na", "琢": "zhuo", "秘": "mi", "翟": "zhai", "薄": "bo", "石": "shi",
    "厦": "xia", "什": "shi", "阿": "a", "重": "chong", "朝": "chao", "长": "chang", "乐": "le",
    "行": "xing", "晟": "sheng", "炅": "jiong", "台": "tai", "会": "hui", "省": "sheng", "单": "shan",
    "莘": "xin", "茜": "qian", "尉": "wei", "蔚": "wei", "传": "chuan", "藏": "cang", "参": "shen",
    "都": "du", "校": "xiao", "荥": "xing", "调": "tiao", "宿": "su", "种": "zhong", "盛": "sheng",
    "祭": "ji", "牟": "mou", "缪": "miao", "柏": "bai", "隽": "jun", "觉": "jue", "解": "jie",
    "降": "jiang", "召": "zhao", "率": "shuai", "模": "mo", "弹": "tan", "圩": "wei", "泊": "bo",
    "浚": "jun", "辟": "pi", "卜": "bu", "婷": "ting", "凹": "wa", "桧": "hui", "适": "shi", "珩": "heng",
    "绿": "lyu", "宓": "mi", "与": "yu", "蕃": "fan", "露": "lu", "大": "da", "六": "liu",
    "焘": "tao", "蹊": "xi",
}  # fmt: skip
"""The likelier reading where a dictionary's first one is not what names have."""

SETTLED = frozenset(
    "姣婕昕栩棣槿澍濂焱珩皓矜稷筠荃倩雉焘圳鄱洮暨汶沱淦湟溱佗郓茭濠嵊婺漯潼濡儋阚昵玟泓涓筱芮苓菀"
)
"""Less frequent characters that a dictionary gives several readings and given names one."""

OF_MINORITIES = (
    "卓玛", "央金", "扎西", "多吉", "次仁", "次旦", "旺姆", "旺堆", "白玛", "尼玛", "达瓦", "普布",
    "边巴", "巴桑", "平措", "顿珠", "格桑", "罗桑", "洛桑", "仁青", "仁增", "才让", "才旦", "拉姆",
    "丹增", "索朗", "旦增", "强巴", "向巴", "嘉措", "热地", "多杰", "南杰", "晋美", "桑杰", "巴特尔",
    "巴图", "格日", "图雅", "其其格", "高娃", "高勒", "那顺", "苏和", "宝音", "呼和", "布赫", "布和",
    "乌兰", "乌云", "斯琴", "斯日", "通拉嘎", "买提", "古丽", "热依", "依明", "艾力", "吾尔", "木江",
    "阿依", "克热", "帕提", "玛依", "塔依", "娜扎", "热巴", "哈孜", "努尔", "巴依", "吐尔", "阿不",
    "阿卜", "司马义", "库尔", "玉素", "艾山", "腾格尔", "朝鲁", "哈斯", "德德玛", "莫德格", "图门",
    "满都", "苏日", "额尔", "孟和", "毕力格", "敖登", "特木尔",
)  # fmt: skip
"""Parts that show a Tibetan, Mongolian, Uygur or Kazak name, spelt by its own language's rules."""

ELSEWHERE = frozenset(
    "嘉颖咏绮慧仪珊雯琪敏怡淑惠美玲婷佩欣家志伟俊杰豪宏荣锦耀炳泽兆鸿灿焯铿钧棠燊德辉国华明雄健强永昌仁义礼信贤文"
    "英芬芳娟秀珍珠凤莲菊兰桂香月娥贞秋卿如茹芝芷蕙薇丽姗韵诗琳瑶瑜玮琦盈彤菁茵莹雅静思心怀景裕启冠彦宗翰哲维圣"
    "逸朗乔添财福禄寿发达利金水土火木根旺成坤乾亨贵富基业勋勤俭廉正平安泰康宁庆喜乐"
)
"""Characters of given names that are as usual in Hong Kong, Taiwan and South-East Asia."""


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
