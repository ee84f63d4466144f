"""Chinese surnames: how they are read as surnames, which are two characters, which leave a question open.

After GB/T 28039-2011 and the readings dictionaries give for surnames. Only a surname that stands in
``USUAL`` or ``READINGS`` lets a spelling be sure: another first character may be no surname at all
(巴特尔 is one Mongolian name).
"""

from __future__ import annotations

_BY_SOUND = """
ai 艾 an 安 ao 敖 bai 白 ban 班 bao 保包鲍 bi 毕 bian 卞 bu 步 cai 蔡 cang 苍 cao 曹 cen 岑
chai 柴 chang 苌常昌 chao 晁 che 车 chen 陈 cheng 成程 chi 池迟 chu 储楚褚 cong 丛 cui 崔
dai 代戴 dang 党 deng 邓 di 狄 diao 刁 ding 丁 dong 董 dou 窦 du 杜 duan 段 fan 樊范 fang 房方
fei 费 feng 丰冯封 fu 伏傅符 gan 甘 gao 高 ge 戈葛 geng 庚耿 gong 宫巩龚 gou 苟 gu 古谷辜顾
guan 关官管 gui 桂 guo 郭 han 韩 hao 郝 he 何贺 heng 衡 hong 洪 hou 侯候 hu 胡 hua 华花 huan 桓
huang 黄 huo 霍 ji 吉冀季汲纪计 jia 贾 jian 简 jiang 姜江蒋 jiao 焦 jin 晋金靳 jing 敬景荆
ju 鞠 kang 康 ke 柯 kong 孔 kuang 匡邝 kui 隗 la 喇 lai 赖 lan 兰蓝 lang 郎 lao 劳 lei 雷
leng 冷 li 栗利李郦黎 lian 廉练连 liang 梁 liao 廖 lin 林蔺 ling 凌 liu 刘柳 long 龙 lou 娄楼
lu 逯卢路陆鲁鹿 luan 栾 luo 罗骆 lyu 吕 ma 马 mai 麦 mao 毛茅 mei 梅 men 门 meng 孟蒙 mi 米
miao 缪苗 min 闵 mo 莫 mou 牟 ni 倪 nie 聂 ning 宁 niu 牛 nong 农 ou 欧 pan 潘盘 pang 庞 pei 裴
peng 彭蓬 pu 濮 qi 戚祁齐 qian 钱 qiang 强 qin 秦 qiu 仇邱 qu 屈瞿 quan 全 ran 冉 rao 饶 ren 任
rong 荣 ru 茹 ruan 阮 sa 萨 sang 桑 sha 沙 shang 商 shao 邵 she 佘 shen 沈申 shi 史施时石
shu 舒 shui 水 si 司 song 宋 su 苏 sun 孙 tai 邰 tan 谈谭 tang 唐汤 teng 滕 tian 田 tong 佟童
tu 屠涂 wan 万 wang 汪王 wei 卫魏 wen 文温闻 weng 翁 wu 伍吴巫武毋邬 xi 习奚 xia 夏 xian 冼
xiang 向项 xiao 萧肖 xie 谢 xin 莘辛 xing 幸邢 xiong 熊 xu 徐胥许 xue 薛 yan 严晏鄢闫阎颜
yang 杨阳 yao 姚 ye 叶 yi 易 yin 鄞尹殷 ying 应 yong 雍 you 尤游 yu 于余俞喻禹虞郁 yuan 原苑袁
yue 岳 zan 昝 zang 臧 zeng 曾 zhai 翟 zhan 占湛詹 zhang 张章 zhao 赵 zhen 甄 zheng 郑 zhi 支植
zhong 仲钟 zhou 周舟 zhu 朱祝竺诸 zhuang 庄 zhuo 卓 zong 宗 zou 邹 zuo 左
"""

SOUNDS = {
    word: sound
    for sound, alike in zip(_BY_SOUND.split()[::2], _BY_SOUND.split()[1::2], strict=True)
    for word in alike
}
"""Usual surnames, each with the reading a dictionary gives first; looking here loads no dictionary."""

USUAL = frozenset(SOUNDS)
"""Surnames that leave no doubt that a name begins with one."""

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
    "么乐乜令俱南参句召员哈塔宓将尉干折揭撒斗於晟朝柏水洗海班盖相祭种秘繁能蕃藏行覃訾谌过适那郄郗都重长"
    "门阿隗黑"
)
"""Surnames read in two ways by their bearers (覃 is Qin or Tan), or that may be no surname."""

JAPANESE = {
    "田": "ta da", "山": "yama", "川": "kawa gawa", "河": "kawa", "木": "ki gi", "村": "mura", "本": "moto",
    "野": "no", "原": "hara bara wara", "井": "i", "口": "guchi kuchi", "崎": "saki zaki", "岛": "shima jima",
    "藤": "to do fuji", "桥": "hashi bashi", "泽": "sawa zawa", "林": "hayashi bayashi", "森": "mori",
    "谷": "tani ya", "内": "uchi", "部": "be", "尾": "o", "石": "ishi", "仓": "kura", "坂": "saka zaka",
    "冈": "oka", "松": "matsu", "浦": "ura", "津": "tsu", "边": "be", "池": "ike", "场": "ba", "宫": "miya",
    "濑": "se", "根": "ne", "塚": "tsuka zuka", "竹": "take", "中": "naka", "下": "shita", "上": "ue kami",
}  # fmt: skip
"""How the second character of many Japanese surnames is read at their end (usage)."""

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

RARE = frozenset(
    "喻云韦奚昌苗凤花柳酆薛贺皮齐元平和穆湛禹贝明计伏成茅舒季麻强娄危童颜刁骆虞支柯昝管经裘干应宣贲郁单杭包诸左崔吉钮"
    "嵇滑荀羊惠曲家封芮羿储靳汲邴糜松井富乌焦巴弓牧山谷全郗班仰秋仲伊栾暴甘厉戎祖武符刘束幸司韶郜蓟印宿怀蒲从索咸籍卓"
    "蔺屠乔阴胥双闻党翟贡劳姬扶堵冉宰郦郤璩桑桂濮寿通边扈燕郏浦尚农别庄晏柴瞿充慕连茹习宦艾鱼容向古易慎戈庾终居衡步耿满"
    "弘匡国寇广禄阙东殳沃利越夔隆师巩聂勾融冷辛阚简饶空沙养须丰巢关蒯荆红游竺权益桓公付仝代佟植招岳帅盘初隋楚刚苟敬卿"
    "海来巨鲜母操英衣矫宝虎丛宛火闪信冶户邸禚税贠覃青才修官战撒甯练卫由粟兰银辇线续回开门闭伞"
)
"""Other surnames (after the Hundred Family Surnames and the census), which are common words as well."""

COMPOUND_OPEN = frozenset(
    (
        "东门", "乐正", "亓官", "公良", "南门", "即墨", "夹谷", "子车", "宗政", "宰父", "左丘", "张廖",
        "微生", "斛律", "梁丘", "段干", "百里", "穀梁", "第五", "纳兰", "羊舌", "耶律", "范姜", "西野",
        "谷梁", "贺兰", "钟离", "长鱼", "闾丘",
    )
)  # fmt: skip
"""Compound surnames that are rare, so that a single surname and a given name may be meant."""
