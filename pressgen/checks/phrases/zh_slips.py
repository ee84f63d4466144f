"""Chinese words that do not go together: 约300多家, 截止5月底, 招聘启示, 目前现状, 三、四十人."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pressgen.checks.phrases import rules
from pressgen.checks.phrases.slip import Found, Slip, Slips

_ABOUT = (
    "大约|大概|(?<![签节合制特条预相邀大纽公和契履违租失解续缔毁守简爽盟])约莫?|将近|接近(?=\\d)|(?<![附接临靠贴新最亲将邻远])近|超过"
    "|(?<![赶反出高港英中])超(?!过)|逾|不低于|不少于|至少|最少"
)
_NUMBER = r"(?:\d[\d.,]{0,15}|[一二三四五六七八九十两百千万]{1,5})[百千万亿]{0,3}"
_DIGITS = "一二三四五六七八九"
_NEXT = "|".join(f"{low}、{high}" for low, high in pairwise(_DIGITS))
_NEXT_DIGITS = "|".join(f"{low}、{low + 1}" for low in range(1, 9))
_OF = (
    "(?:个(?![百千万]?[月系])|人|名|家|次(?!产)|位|天|岁|里|米|公里|小时|分钟|年(?!级)|万|亿|元|吨|"
    "亩|台|辆|倍|成)"
)
_COUNTED = f"[十百千万]{_OF}?|{_OF}"


def _in_words(match: re.Match[str]) -> str:
    """3、4天 is 三四天, 2、3天 is 两三天."""
    words = "".join(_DIGITS[int(digit) - 1] for digit in match.group() if digit.isdigit())
    return words.replace("二三", "两三")


_SLIPS = Slips(
    # 概数 · numbers vague twice
    Slip(rules.HEDGED, "多|余", rf"(?:{_ABOUT})(?P<rest>{_NUMBER}[多余](?!年|个月|天|分))", r"\g<rest>"),
    Slip(
        rules.HEDGED,
        "多|余",
        rf"(?:大约|大概|将近|超过|逾)(?P<rest>{_NUMBER}[多余](?=年|个月|天))",
        r"\g<rest>",
    ),
    Slip(rules.HEDGED, "来", rf"(?:{_ABOUT})(?P<rest>[几二两三四五六七八九]?十来{_OF})", r"\g<rest>"),
    Slip(
        rules.HEDGED,
        "余多|多余",
        rf"(?P<n>{_NUMBER})(?:(?P<of>余)多|(?P<more>多)余)(?=[个人名家位项种次户])",
        r"\g<n>\g<of>\g<more>",
    ),
    Slip(
        rules.HEDGED,
        "左右|上下",
        rf"约(?P<rest>[占合为][^，。；、\d]{{0,8}}{_NUMBER}%?[\u4e00-\u9fff]{{0,4}}?(?:左右|上下))",
        r"\g<rest>",
    ),
    Slip(
        rules.HEDGED,
        "左右|上下",
        rf"(?P<rest>(?:不到|不足|未满){_NUMBER}%?[\u4e00-\u9fff]{{0,3}}?)(?:左右|上下)",
        r"\g<rest>",
    ),
    Slip(
        rules.HEDGED,
        "不超过|不少于|不低于|不高于",
        "(?:最多|至多|最高)(?P<less>不超过|不高于)|(?:最少|至少|最低)(?P<more>不少于|不低于)",
        r"\g<less>\g<more>",
    ),
    Slip(
        rules.HEDGED,
        "左右|上下|以上",
        rf"(?:{_ABOUT})(?P<rest>{_NUMBER}%?[\u4e00-\u9fff]{{0,4}}?(?:左右|上下|以上))",
        r"\g<rest>",
    ),
    Slip(
        rules.HEDGED,
        "以内|以下|之内",
        rf"(?:不超过|最多|至多|不到|不足|低于)(?P<rest>{_NUMBER}%?[\u4e00-\u9fff]{{0,3}}?(?:以内|以下|之内))",
        r"\g<rest>",
    ),
    Slip(
        rules.HEDGED,
        "近|约|超|概",
        rf"(?:大约|大概|(?<![签节合制特条预相邀大纽公和契履违租失解续缔毁守简爽盟])约)(?P<rest>(?:将近|接近|近|超过|逾){_NUMBER})",
        r"\g<rest>",
    ),
    Slip(
        rules.HEDGED,
        "左右|上下",
        r"(?P<n>\d[\d.]{0,8}[百千万亿]?)[多余](?P<of>[个人名家元吨亩]{1,2})(?:左右|上下)",
        r"\g<n>多\g<of>",
    ),
    Slip(
        rules.HEDGED,
        "多|余",
        "(?P<n>(?<![人总户件次年岁基参字指倍个台车])数[十百千]|几[十百千])[多余](?=[个人名家位项种次])",
        r"\g<n>",
    ),
    Slip(
        rules.CONFUSED,
        "、",
        rf"(?<![第{_DIGITS}十百、周])(?<!星期)(?:{_NEXT})(?={_COUNTED})",
        lambda found: found.group().replace("、", ""),
    ),
    Slip(
        rules.CONFUSED,
        "、",
        rf"(?<![\d、.第年月图表件号周项条款])(?<!星期)(?:{_NEXT_DIGITS})(?={_COUNTED})",
        _in_words,
    ),
    # 音近形近 · words taken for one another
    Slip(
        rules.CONFUSED,
        "截止",
        r"(?<!报名)(?<!申报)(?<!投稿)(?<!征集)(?<!投票)(?<!申请)(?<!时间)(?<!日期)截止(?:到|至)?(?=(?:\d{1,4}年|\d{1,2}月|今年|去年|当前|昨[日天]|今[日天]|本月|上月|发稿|记者发稿|"
        r"[一二三四五六七八九十]{1,2}月|年底|月底|上半年|三季度|\d{1,2}日))",
        "截至",
    ),
    Slip(rules.CONFUSED, "启示", "(?<=招聘|寻人|招领|征文|征稿|遗失|招生|招租|寻物|招标|更正)启示", "启事"),
    Slip(rules.CONFUSED, "启事", "(?<=得到|获得|带来|重要|深刻|有益)(?:的)?启事(?!栏)", "启示"),
    Slip(
        rules.CONFUSED,
        "一分",
        "(?<![百千万之统第唯])一分(?=报告|文件|合同|协议|礼物|答卷|材料|名单|问卷|清单|声明)",
        "一份",
    ),
    Slip(
        rules.CONFUSED,
        "做为",
        "(?<![当看叫称])做为(?=一[个名位家座项种]|全[国省市]|我[国省市]|代表|重点|重要|主要|首[个家批]|其中)",
        "作为",
    ),
    Slip(rules.CONFUSED, "既使", "既使(?![^。；]{0,40}[又也])|既使(?=[^。；]{0,20}也)", "即使"),
    Slip(rules.CONFUSED, "象", "(?<=[就更最真不好])象(?=是?[这那一]|家一样|往[常年])", "像"),
    Slip(
        rules.CONFUSED,
        "的",
        "(?<=[取获赢])的(?=了)",
        "得",
    ),
    Slip(
        rules.CONFUSED,
        "值的|显的|变的",
        "(?<=[更最不很])(?P<of>值)的(?=一提|注意|关注|期待|借鉴|肯定|信赖|学习|推广|一看)|(?<![明凸彰浅])(?P<show>显)的(?=更|格外|尤为|十分|非常)|(?<![改演转蜕病质裂渐事政])(?P<turn>变)的(?=更加?|越来越|十分|非常)",
        r"\g<of>\g<show>\g<turn>得",
    ),
    Slip(rules.CONFUSED, "不的", "(?<=舍不|免不|恨不|由不|巴不|顾不)的(?=[不了上我])", "得"),
    Slip(
        rules.CONFUSED,
        "在次",
        "(?<!存)在次(?=强调|获|当选|证明|提出|来到|刷新|荣获|感谢|启动|重申|夺冠)",
        "再次",
    ),
    Slip(rules.CONFUSED, "正再", "(?<![修公改更纠校矫]正)(?<=正)再(?=[进建推加开筹])", "在"),
    Slip(
        rules.CONFUSED,
        "反应",
        "反应(?=(?:了(?!解)|出(?!现|来|自|错|问))[^。，]{0,12}(?:意见|诉求|心声|民意|面貌|水平|趋势|实力|情况|问题))",
        "反映",
    ),
    Slip(
        rules.CONFUSED,
        "权利",
        "(?<=行政|公共|国家|监督)权利(?=机关|清单|运行|下放|寻租)|(?<=行政)权利",
        "权力",
    ),
    Slip(
        rules.CONFUSED,
        "权力",
        "(?:(?<=公民|诉讼)|(?<=消费者|劳动者))(?P<of>的?)权力(?=[，。、和与及不受]|$|义务|人)",
        r"\g<of>权利",
    ),
    Slip(
        rules.CONFUSED,
        "以经|己经|巳经",
        "(?<![可得所加予难足])以经(?=[在是完成达])|(?<![自知利克])己经(?=[在是有完成开建签投达])",
        "已经",
    ),
    Slip(rules.CONFUSED, "百分之", r"百分之(?P<n>\d[\d.]{0,8})(?![\d分%])", r"\g<n>%"),
    Slip(rules.CONFUSED, "%个百分点|％个百分点", r"[%％](?=个百分点)", ""),
    Slip(
        rules.CONFUSED,
        "倍",
        r"(?:减少|降低|下降|缩小|缩短)了?(?:约|近|超过)?(?:\d[\d.]{0,6}|[一二三四五六七八九十两几]{1,3})多?倍",
        None,
    ),
    # 重复累赘 · said twice
    Slip(rules.WORDY, "凯旋", "胜利凯旋(?:归来|而归)?|凯旋(?:归来|而归)", "凯旋"),
    Slip(rules.WORDY, "于", "(?P<word>付诸|诉诸|见诸|公诸|有利於)于(?=[行实武法报端世])", r"\g<word>"),
    Slip(rules.WORDY, "涉及到|波及到", "(?P<word>涉及|波及)到(?![期位底处达])", r"\g<word>"),
    Slip(
        rules.WORDY,
        "不",
        "(?P<word>防止|避免|以防|以免)不(?P<again>再?)(?=发生|出现|重演)",
        r"\g<word>\g<again>",
    ),
    Slip(rules.WORDY, "切忌|切勿", "(?P<word>切忌|切勿)(?:不要|不能|别|勿)", r"\g<word>"),
    Slip(rules.WORDY, "等", "等等等(?!等)", "等"),
    Slip(
        rules.WORDY,
        "原因",
        "(?:其|主要)?原因是(?:因为|由于)",
        lambda found: re.sub("因为|由于", "", found.group()),
    ),
    Slip(
        rules.WORDY,
        "下午|晚上|傍晚|晚间",
        r"(?:下午|晚上|傍晚|晚间)(?=(?:1[3-9]|2[0-3])(?:[:：]\d\d|[时点]))",
        "",
    ),
    Slip(rules.WORDY, "时|点", r"(?<=[0-2\d]:[0-5]\d)[时点](?=[，。、；至到开前后）]|$)", ""),
)


def slips(text: str) -> Iterator[Found]:
    """Each slip in a Chinese text; of those that overlap, the first listed."""
    return _SLIPS.find(text)
