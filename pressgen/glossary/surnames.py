"""Chinese surnames: how they are read as surnames, which are two characters, which leave a question open.

After GB/T 28039-2011 and the readings dictionaries give for surnames. Only a surname that stands in
``USUAL`` or ``READINGS`` lets a spelling be sure: another first character may be no surname at all
(巴特尔 is one Mongolian name).
"""

from __future__ import annotations

USUAL = frozenset(
    "萧肖濮萨吉喇滕鄞晋逯昝戈栗苌"
    "丁万丛严丰习于仇代仲任伍伏何佘余佟侯保俞候倪傅储党全兰关冀冉农冯冷冼凌刁刘利劳包匡华卓卞占卢卫原古史"
    "叶司向吕吴周唐商喻夏奚姚姜娄孔孙孟季宁安宋宗官宫封尤尹屈屠岑岳崔左巩巫常幸庄应庚庞康廉廖张强彭徐成戚"
    "戴房支敖敬文方施时昌易晁晏景曹曾朱李杜杨林柯柳柴栾桂桑桓梁梅植楚楼樊欧步武段殷毋毕毛水江池汤汪汲沈沙"
    "洪涂温游湛滕潘焦熊牛牟狄王班甄甘田申白盘瞿石祁祝禹秦程窦章童竺符简管米纪练缪罗翁翟耿聂胡胥臧舒舟艾花"
    "苍苏苑苗苟范茅茹荆荣莘莫葛董蒋蒙蓝蓬蔡蔺薛虞衡袁裴褚詹计许诸谈谢谭谷费贺贾赖赵路车辛辜连迟邓邝邢邬邰"
    "邱邵邹郁郎郑郝郦郭鄢金钟钱门闫闵闻阎阮阳陆陈隗雍雷霍靳鞠韩项顾颜饶马骆高魏鲁鲍鹿麦黄黎齐龙龚"
)
"""Surnames that leave no doubt that a name begins with one, with the reading a dictionary gives first."""

READINGS = {
    "曾": "zeng", "单": "shan", "任": "ren", "华": "hua", "区": "ou", "仇": "qiu", "查": "zha",
    "解": "xie", "翟": "zhai", "薄": "bo", "朴": "piao", "尹": "yin", "牟": "mou", "俞": "yu", "瞿": "qu",
    "缪": "miao", "宁": "ning", "葛": "ge", "卜": "bu", "覃": "qin", "谌": "chen", "乐": "yue",
    "祭": "zhai", "种": "chong", "逄": "pang", "郗": "xi", "盖": "ge", "折": "she", "繁": "po",
    "员": "yun", "洗": "xian", "冼": "xian", "黑": "he", "秘": "bi", "召": "shao", "尉": "wei",
    "訾": "zi", "万": "wan", "石": "shi", "车": "che", "曲": "qu", "沈": "shen", "盛": "sheng",
    "纪": "ji", "应": "ying", "过": "guo", "那": "na", "重": "chong", "贾": "jia", "柏": "bai",
    "逯": "lu", "郇": "xun", "晟": "cheng", "适": "kuo", "阚": "kan", "隗": "kui", "洪": "hong",
    "哈": "ha", "强": "qiang", "仉": "zhang", "丁": "ding", "么": "yao", "幺": "yao", "乜": "nie",
    "宓": "fu", "庹": "tuo", "句": "gou", "郝": "hao", "燕": "yan", "令": "ling", "妫": "gui", "撒": "sa",
    "褚": "chu", "臧": "zang", "冯": "feng", "鲍": "bao", "涂": "tu", "祝": "zhu", "占": "zhan",
    "景": "jing", "余": "yu", "费": "fei", "都": "du", "岑": "cen", "佴": "nai", "亓": "qi", "行": "xing",
    "相": "xiang", "将": "jiang", "蕃": "pi", "郄": "qie", "侴": "chou", "阮": "ruan", "鲜": "xian",
    "谷": "gu", "邢": "xing", "敖": "ao", "藏": "zang", "参": "shen", "长": "chang", "朝": "chao",
    "於": "yu", "呙": "guo", "眭": "sui", "俱": "ju", "干": "gan", "苫": "shan", "黎": "li", "南": "nan",
    "宿": "su", "钭": "tou", "能": "nai", "斗": "dou", "仝": "tong", "芮": "rui", "晁": "chao",
    "厍": "she", "谯": "qiao", "缑": "gou", "揭": "jie", "邸": "di", "禚": "zhuo", "吕": "lyu",
    "闾": "lyu", "柘": "zhe", "叶": "ye", "戴": "dai", "麦": "mai", "阎": "yan", "塔": "ta",
}  # fmt: skip
"""Surnames whose reading is not, or not surely, what the character has in common words."""

OPEN = frozenset(
    "么乐乜令俱南参句召员哈塔宓将尉干折揭撒斗於晟朝朴柏水洗海班盖相祭种秘繁能蕃藏行覃訾谌过适那郄郗都重长"
    "门阿隗黑"
)
"""Surnames read in two ways by their bearers (覃 is Qin or Tan), or that may be no surname."""

COMPOUND = {
    "欧阳": "ouyang", "上官": "shangguan", "司马": "sima", "司徒": "situ", "司空": "sikong",
    "司寇": "sikou", "诸葛": "zhuge", "皇甫": "huangfu", "慕容": "murong", "公孙": "gongsun",
    "东方": "dongfang", "令狐": "linghu", "端木": "duanmu", "申屠": "shentu", "闻人": "wenren",
    "西门": "ximen", "尉迟": "yuchi", "长孙": "zhangsun", "宇文": "yuwen", "澹台": "tantai",
    "夏侯": "xiahou", "淳于": "chunyu", "太叔": "taishu", "濮阳": "puyang", "轩辕": "xuanyuan",
    "钟离": "zhongli", "鲜于": "xianyu", "闾丘": "lyuqiu", "万俟": "moqi", "赫连": "helian",
    "呼延": "huyan", "南宫": "nangong", "独孤": "dugu", "拓跋": "tuoba", "拓拔": "tuoba",
    "完颜": "wanyan", "纳兰": "nalan", "贺兰": "helan", "公冶": "gongye", "公羊": "gongyang",
    "公良": "gongliang", "公西": "gongxi", "公仪": "gongyi", "宗政": "zongzheng", "仲孙": "zhongsun",
    "单于": "chanyu", "乐正": "yuezheng", "亓官": "qiguan", "宰父": "zaifu", "谷梁": "guliang",
    "穀梁": "guliang", "漆雕": "qidiao", "壤驷": "rangsi", "颛孙": "zhuansun", "巫马": "wuma",
    "梁丘": "liangqiu", "左丘": "zuoqiu", "东郭": "dongguo", "南门": "nanmen", "东门": "dongmen",
    "羊舌": "yangshe", "微生": "weisheng", "百里": "baili", "子车": "ziju", "第五": "diwu",
    "夹谷": "jiagu", "段干": "duangan", "屈突": "qutu", "耶律": "yelu", "叱干": "chigan",
    "长鱼": "zhangyu", "即墨": "jimo", "沮渠": "juqu", "哥舒": "geshu", "斛律": "hulyu", "太史": "taishi",
    "叔孙": "shusun", "主父": "zhufu", "贺若": "heruo", "毌丘": "guanqiu", "宿勤": "suqin",
    "范姜": "fanjiang", "公输": "gongshu", "张廖": "zhangliao", "西野": "xiye", "欧侯": "ouhou",
}  # fmt: skip
"""Surnames of two characters, written in one word."""

COMPOUND_OPEN = frozenset(
    (
        "东门", "乐正", "亓官", "公良", "南门", "即墨", "夹谷", "子车", "宗政", "宰父", "左丘", "张廖",
        "微生", "斛律", "梁丘", "段干", "百里", "穀梁", "第五", "纳兰", "羊舌", "耶律", "范姜", "西野",
        "谷梁", "贺兰", "钟离", "长鱼", "闾丘",
    )
)  # fmt: skip
"""Compound surnames that are rare, so that a single surname and a given name may be meant."""
