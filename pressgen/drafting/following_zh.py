"""What a Chinese sentence says of the one before, behind a comma: ，其中……占三成；，增速居……."""

from __future__ import annotations

import re

from pressgen.drafting.gapped import behind
from pressgen.drafting.prose import Prose
from pressgen.regex import regex

_SHARE = regex(
    "(?:其中，?)?[^，。；：“”]{1,18}?占(?P<whole>[^，。；：占]{1,14}?的)(?=[约近超]?[0-9])[^。；：]*。"
)
_PROPORTION = regex("(?P<part>[\u4e00-\u9fff]{3,10})占比(?:约|近|超)?[^，。；：约近超“”]{2,8}。")
_AMONG = regex("(?P<among>(?:这些)?(?P<whole>[^，。；：0-9“”]{1,12})中，)[^。；：]+。")
_RANKED = regex("(?:增速|增幅|降幅|涨幅|总量|规模|占比)(?:均|分别)?(?:居|列|排|位列|位居)[^。；：]+。")
_FASTER = regex("(?:增速|增幅|降幅)(?:高于|低于|比)[^。；：]+。")
_GREW = regex("^(?:(?!增长|下降|环比).)*，(?:同比)?(?:增长|下降)[0-9.]+%。$")
"""How one figure changed, behind which its growth may be compared: 同比增长3%，增速高于全省平均."""
_OF_IT = regex("其中(?P<stop>，?)[^。；：]+。")
_CAME = regex("[^，。；：]{1,20}[0-9][^，。；：]{1,12}(?:参加|参与|参赛|到场|观看)。")
_HELD = regex("举办|举行|开展|组织|推出|开设")
_BESIDE = regex(
    "同比|环比|比|较|增|减|下降|上升|提高|持平|与|居|列|创|多|少|高|低|是|此前|主要因|因|约?占|由|上年|去年|分别"
)
"""What is said beside a figure, and counts nothing else."""
_UNIT = regex("[0-9][余多]?[万亿]?[余多]?([^0-9.余多万亿，。%])")
_FORMER = regex("上年|去年|上届|上期|此前|[0-9]{4}年")
_FIGURE = regex("(?:总数|总量|数量|共|为|达)?(?:约|近|超|逾)?[0-9]")
_COUNTED = regex("[0-9][余多]?[万亿]?[余多]?[^0-9，]{1,2}$")
_MEASURE = regex("(?:总|建筑|占地|营业)?面积|(?:总)?库容|容量|(?:总)?长度?|床位|座位|客流量?|泊位|停车位")
"""What else is told of things that were counted: their area, their beds."""
_CHANGED = regex(
    "[^，。；：“”]{2,24}?(?P<sure>将?)由[^，。；]{1,20}(?:提高到|提高至|增至|延长至|缩短至|降至|调整为)[^，。；]{1,16}。"
)
_BUILT = regex("(?:建设|建成|新建|投建)[^，。；、0-9]{2,30}。$")
_WHEN = regex(
    "(?:到|截至)?(?:目前|去年|今年|[0-9]{4}年|(?=[0-9年]))(?:年?底|[0-9]{1,2}月(?:底|[0-9]{1,2}日)?)?，"
)

_OWN_DAY = regex(
    "(?P<day>(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?)，其中(?P<part>[^，。；：“”]*?[0-9.]+[万亿]?"
    "(?P<unit>[^0-9.，。；：“”将]{1,2}))(?P<sure>将)?(?P<did>[\u4e00-\u9fff]{2,8})。"
)
_REST = regex("(?:其余|其他|另外)(?:的)?[0-9][^。；：“”]*。")
_TOOK_PART = regex(
    "(?P<count>[0-9]+(?P<unit>[支家个名位所]))(?P<who>[^，。；：0-9]{2,10}?)(?:参加|参赛|参会|参展)(?P<from>，来自[^。；：]+)?。"
)
_TAKING = regex(
    "(?:^|、)(?P<count>[0-9]+)(?P<unit>[支家个名位所])(?P<who>[^，。；：、0-9]{1,8})(?=、|参)[^，。；：]*?(?:参加|参赛|参会|参展)。"
)


def _last_item(text: str) -> tuple[str, str]:
    """The last thing that a Chinese sentence counts, and the part of the sentence that it stands in."""
    part = re.split("[。；]", text.rstrip("。"))[-1]
    clauses = part.split("，")
    if _FORMER.match(clauses[-1]):
        return "", part
    clause = next((each for each in reversed(clauses) if not _BESIDE.match(each)), clauses[-1])
    return clause.rpartition("、")[2], part


def _is_last(text: str, whole: str) -> bool:
    """Whether what a Chinese sentence counted last is this."""
    item, part = _last_item(text)
    if "其中" in part or "：" in part:
        return False
    place = item.rfind(whole)
    if place < 0:
        return False
    end = place + len(whole)
    return bool(_FIGURE.match(item, end) or (end == len(item) and _COUNTED.search(item[:place])))


def _part(first: Prose, line: Prose) -> Prose | None:
    found = _SHARE.fullmatch(line.text)
    if not found or not _is_last(first.text, found["whole"][:-1]):
        return None
    words = "" if line.text.startswith("其中") else "其中"
    return behind(first, line.with_words(found.start("whole"), found.end("whole"), ""), f"，{words}")


def _proportion(first: Prose, line: Prose) -> Prose | None:
    """A part by its proportion alone: 开出货车90列，同比增长3%，其中夜间货车占比六成."""
    found = _PROPORTION.fullmatch(line.text)
    if not found or not _typed(line):
        return None
    wholes = (found["part"][place:] for place in range(1, len(found["part"]) - 1))  # 夜间货车: 货车
    return behind(first, line, "，其中") if any(_is_last(first.text, whole) for whole in wholes) else None


def _among(first: Prose, line: Prose) -> Prose | None:
    found = _AMONG.fullmatch(line.text)
    if not found:
        return None
    item, part = _last_item(first.text)
    whole = found["whole"].removeprefix("这些").rpartition("的")[2]
    now = item.startswith(("现有", "共有", "年末共有")) and whole in part and "其中" not in part
    if not now and not _is_last(first.text, whole):
        return None
    return behind(first, line.with_words(found.start("among"), found.end("among"), ""), "，其中")


def _ranked(first: Prose, line: Prose) -> Prose | None:
    faster = _FASTER.fullmatch(line.text) and _GREW.search(first.text)
    fits = (faster or _RANKED.fullmatch(line.text)) and _typed(line) and re.search("[0-9]", first.text)
    return behind(first, line, "，") if fits else None


def _of_it(first: Prose, line: Prose) -> Prose | None:
    found = _OF_IT.fullmatch(line.text)
    item, part = _last_item(first.text)
    counted = _UNIT.findall(item)
    if not found or not counted or not _typed(line) or "其中" in part or "：" in part:
        return None
    clause = line.text[found.end("stop") :].split("，")[0]
    if found["stop"] and _UNIT.findall(clause)[-1:] != counted[-1:]:  # of another figure than the last
        return None
    return behind(first, line.with_words(found.start("stop"), found.end("stop"), ""), "，")


def _typed(line: Prose) -> bool:
    """Whether it is a statement's sentence, and not the writer's own words."""
    return any(mark.kind not in ("text", "name") or mark.target.count(".") > 2 for mark in line.facts)


def _came(first: Prose, line: Prose) -> Prose | None:
    fits = _CAME.fullmatch(line.text) and _HELD.search(first.text) and first.text.count("，") <= 1
    return behind(first, line, "，") if fits else None


def built(first: Prose, line: Prose) -> Prose | None:
    """Who builds something, and what is said of it: 将建设水厂。水厂计划投资…… as one."""
    subject = line.subject
    if not subject or subject.start or not 1 < subject.end < len(line.text):
        return None
    called = line.text[: subject.end]
    built = called == "项目" and _BUILT.search(first.text)
    if not (built or first.text.endswith(f"{called}。")) or "；" in first.text:
        return None
    if re.search(f"[0-9][余多万]*[^0-9，]?{re.escape(called)}。$", first.text):  # 有460张床位
        return None
    return behind(first, line.with_words(0, subject.end, ""), "，")


def _more(first: Prose, line: Prose) -> Prose | None:
    """What was counted, and how many there were of it at another time: 有长椅60张，今年新增8张."""
    about, subject, when = first.subject, line.subject, _WHEN.match(line.text)
    if not about or not subject or not when or about.key != subject.key or about.start:
        return None
    again = any(mark.start == mark.end and mark.target.endswith(".what") for mark in line.facts)
    if not again or subject.start != when.end() or "：" in first.text:
        return None
    rest = line.with_words(subject.start, subject.end, "")
    between = "；" if "其中" in first.text else "，"
    return behind(first, rest.with_words(when.end() - 1, when.end(), ""), between)


def _changed(first: Prose, line: Prose) -> Prose | None:
    """Two changes, neither with a time of its own: 补贴将由1元提高到2元，期限由1年延长至2年."""
    former, latter = _CHANGED.fullmatch(first.text), _CHANGED.fullmatch(line.text)
    if not former or not latter or former["sure"] != latter["sure"]:
        return None
    return behind(first, line.with_words(latter.start("sure"), latter.end("sure"), ""), "，")


def _measured(first: Prose, line: Prose) -> Prose | None:
    """What was counted and how large it is: 仓库41个。仓库面积86万平方米 as one."""
    about, subject = first.subject, line.subject
    if not about or not subject or subject.start or "其中" in first.text:
        return None
    name, longer = first.text[about.start : about.end], line.text[: subject.end]
    if not longer.startswith(name) or not _MEASURE.fullmatch(longer[len(name) :]):
        return None
    return behind(first, line.with_words(0, len(name), ""), "，")


def _own_day(first: Prose, line: Prose) -> Prose | None:
    """A part with a day of its own: 全长9公里，其中3公里于6月28日通车."""
    found = _OWN_DAY.fullmatch(line.text)
    if (
        not found
        or "其中" in first.text
        or not re.search(f"[0-9]{re.escape(found['unit'])}(?=[，。])", first.text)
    ):
        return None
    day = line.until(found.end("day")).since(found.start("day"))
    rest = line.until(found.end("part")).since(found.end("day") + 1)
    rest.add(f"{found['sure'] or ''}于")
    rest.append(day)
    rest.append(line.since(found.start("did")))
    return behind(first, rest, "，")


def _rest(first: Prose, line: Prose) -> Prose | None:
    """What is left beside a part: 其中3公里通车，其余6公里将于10月通车."""
    part = first.text.rpartition("，其中")[2]
    fits = "，其中" in first.text and "，" not in part and "；" not in part and _REST.fullmatch(line.text)
    return behind(first, line, "，") if fits else None


def _took_part(first: Prose, line: Prose) -> Prose | None:
    """Some of those who took part: 52支队伍参赛，其中境外队11支，来自8个国家和地区."""
    found = _TOOK_PART.fullmatch(line.text)
    wholes = _TAKING.finditer(first.text)
    whole = next((each for each in wholes if found and each["unit"] == found["unit"]), None)
    if not found or not whole or not _fewer(found, whole) or not _alike(found["who"], whole["who"]):
        return None
    rest = line.until(found.end("who")).since(found.start("who"))
    rest.append(line.until(found.end("count")).since(found.start("count")))
    rest.append(line.since(found.end("from") - len(found["from"]) if found["from"] else len(line.text) - 1))
    return behind(first, rest, "，其中")


def _fewer(part: re.Match[str], whole: re.Match[str]) -> bool:
    return int(part["count"].rstrip(part["unit"])) < int(whole["count"])


def _alike(part: str, whole: str) -> bool:
    """Whether some of several are called so: 境外队, of 队伍; 外地企业, of 企业."""
    return part.endswith((whole, whole[0])) and part != whole


WAYS = (
    _part,
    _proportion,
    _among,
    _ranked,
    _of_it,
    _came,
    _measured,
    _more,
    _changed,
    _own_day,
    _rest,
    _took_part,
)
"""What may be told with the sentence before, each way by itself."""
