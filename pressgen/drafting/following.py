"""What a sentence says of the one before it is told with it: a part, its rank, who took part.

Nouns and counts are known by the facts that stand there; nothing is guessed from a noun alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pressgen.document import Mark
from pressgen.drafting.gapped import stop
from pressgen.drafting.prose import Prose
from pressgen.figures import Language
from pressgen.regex import regex
from pressgen.text import han

_CHARACTERS, _WORDS = 90, 45
"""How long a sentence may become that says a part of the one before."""

_SHARE = regex(
    "(?:其中，?)?[^，。；：“”]{1,18}?占(?P<whole>[^，。；：占]{1,14}?的)(?=[约近超]?[0-9])[^。；：]*。"
)
_AMONG = regex("(?P<among>(?:这些)?(?P<whole>[^，。；：0-9“”]{1,12})中，)[^。；：]+。")
_RANKED = regex("(?:增速|增幅|降幅|涨幅|总量|规模|占比)(?:均|分别)?(?:居|列|排|位列|位居)[^。；：]+。")
_OF_IT = regex("其中(?!，)[^。；：]+。")
_CAME = regex("[^，。；：]{1,20}[0-9][^，。；：]{1,12}(?:参加|参与|参赛|到场|观看)。")
_HELD = regex("举办|举行|开展|组织|推出|开设")
_BESIDE = regex(
    "同比|环比|比|较|增|减|下降|上升|提高|持平|与|居|列|创|多|少|高|低|是|此前|主要因|因|约?占|由|上年|去年|分别"
)
"""What is said beside a figure, and counts nothing else."""
_FIGURE = regex("(?:总数|总量|数量|共|为|达)?(?:约|近|超|逾)?[0-9]")
_COUNTED = regex("[0-9][余多]?[万亿]?[余多]?[^0-9，]{1,2}$")
_MEASURE = regex("(?:总|建筑|占地|营业)?面积|(?:总)?库容|容量|(?:总)?长度?|床位|座位|客流量?|泊位|停车位")
"""What else is told of things that were counted: their area, their beds."""

_CHANGED = regex(
    "[^，。；：“”]{2,24}?(?P<sure>将?)由[^，。；]{1,20}(?:提高到|提高至|增至|延长至|缩短至|降至|调整为)[^，。；]{1,16}。"
)
_BUILT = regex("(?:建设|建成|新建|投建)[^，。；、0-9]{2,30}。$")
_WHEN = regex("(?:今年|目前|去年|[0-9]{4}年|[0-9]{1,2}月|[0-9]{1,2}月[0-9]{1,2}日)，")

_ACCOUNTED = regex(
    r"(?P<part>[A-Z][^,.;:“”]*?) account(?P<tense>s|ed)? for (?P<share>[^,;:]*?\d[^,;:]*?) "
    r"of (?P<whole>(?:the )?[a-z][^,.;:]*?)(?=,|\.$)"
)
_STARTS = ("", "the ", "the number of ")
_OTHERS = regex(r"\d [a-z]+s\b")
_PAST = regex(r" (?:came to|rose|fell|stood at|numbered|grew|had|received|dealt with|handled) ")
_RANKING = regex(r"It (?P<verb>ranked) [^;:]+ (?:in|by) (?:growth|pace|share|size|volume)\.")
_BUILDS = regex(r"\b(?:build|building|builds|built) an? (?P<thing>[^,.;:]{3,80})")
_DUE = regex(r" (?:is|are) (?=(?:due|expected|planned|scheduled) to [^;:]+\.$)")
_TOOK_PART = regex(
    r"(?:A total of )?(?P<who>(?:[^,.;:“”]|[.,]\d){3,60}?) (?P<verb>took part|competed|attended)\."
)
_TAKING = {"took part": "taking part", "competed": "competing", "attended": "attending"}
_HELD_EN = regex(r" (?:held|staged|organized|ran|offered|put on) ")
_NUMBER_FIRST = regex(r"[A-Z][a-z]+(?= (?:[a-z]+ ){0,2}[\d.,]+)")


def told_with(first: Prose, line: Prose, lang: Language) -> Prose | None:
    """Both as one sentence, where the second tells something of what the first told; None elsewhere."""
    if "“" in first.text + line.text or first.text[-1:] not in ("。", "."):
        return None
    for way in _WAYS[lang]:
        if (together := way(first, line)) is not None and _is_short(together.text, lang):
            together.subject = first.subject
            return together
    return None


def built_once(sentences: Sequence[Prose], lang: Language) -> list[Prose]:
    """Chinese sentences, what is told of a thing (水厂) behind who builds it: 将建设水厂，计划投资9亿元."""
    made: list[Prose] = []
    for line in sentences:
        together = _object(made[-1], line) if lang == "zh" and made else None
        if together and _is_short(together.text, lang):
            made[-1] = together
        else:
            made.append(line)
    return made


def without_noun(before: Prose, line: Prose, lang: Language) -> Prose:
    """A sentence without the noun of its only count, where the one before has counted the same alone.

    >>> counted = [Mark(13, 15, "number", "a.count"), Mark(16, 21, "text", "a.what")]
    >>> piers = Prose("The city has 60 piers.", counted)
    >>> more = Prose("It plans 8 piers.", [Mark(9, 10, "number", "b.to"), Mark(11, 16, "text", "b.what")])
    >>> without_noun(piers, more, "en").text
    'It plans 8.'
    """
    noun, again = _counted(before, lang), _counted(line, lang)
    if noun is None or again is None or noun[0] != again[0] or not (noun[1] or lang == "en"):
        return line
    if noun[1] != again[1]:
        return line
    mark = again[2]
    start = mark.start - 1 if lang == "en" and line.text[mark.start - 1] == " " else mark.start
    short = line.with_words(start, mark.end, "")
    short.subject = line.subject if line.subject is None or line.subject.end <= start else None
    return short if short.subject or line.subject is None else line


def shorter(before: Prose, line: Prose, lang: Language) -> Prose:
    """An English share of what the sentence before counted: of them, in its tense."""
    found = _ACCOUNTED.match(line.text) if lang == "en" else None
    whole = found["whole"].removeprefix("the ") if found else ""
    if not found or found["part"].endswith(whole) or not _counts(before.text, whole):
        return line
    short = line.with_words(found.start("whole"), found.end("whole"), "them")
    if found["tense"] != "ed" and _PAST.search(before.text):
        end = found.end("part") + len(" account")
        short = short.with_words(end, end + len(found["tense"] or ""), "ed")
    short.subject = line.subject
    return short


def _is_short(text: str, lang: Language) -> bool:
    return han(text) <= _CHARACTERS if lang == "zh" else len(text.split()) <= _WORDS


def _counted(prose: Prose, lang: Language) -> tuple[str, str, Mark] | None:
    """The one noun that a sentence counts, its measure word, and where it stands."""
    nouns = [mark for mark in prose.facts if mark.target.endswith(".what") and mark.end > mark.start]
    if len(nouns) != 1:
        return None
    noun = nouns[0]
    near = (
        m for m in prose.facts if m.kind == "number" and 0 <= max(m.start - noun.end, noun.start - m.end) <= 1
    )
    count = next(near, None)
    if count is None or (
        lang == "en" and (count.end > noun.start or not prose.text[count.end - 1].isdigit())
    ):
        return None
    unit = prose.text[count.end - 1] if lang == "zh" else ""
    return prose.text[noun.start : noun.end], "" if unit.isdigit() else unit, noun


def _last_item(text: str) -> tuple[str, str]:
    """The last thing that a Chinese sentence counts, and the part of the sentence that it stands in."""
    part = re.split("[。；]", text.rstrip("。"))[-1]
    clauses = part.split("，")
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


def _counts(text: str, whole: str) -> bool:
    """Whether an English sentence is about things, or counts nothing else."""
    if not whole.endswith("s") or " of " in whole:
        return False
    place = text.find(f" {whole}")
    counted = place > 0 and text[place - 1].isdigit() and not _OTHERS.search(text, place + len(whole))
    return counted or text.lower().startswith(tuple(f"{start}{whole} " for start in _STARTS))


def _part(first: Prose, line: Prose) -> Prose | None:
    found = _SHARE.fullmatch(line.text)
    if not found or not _is_last(first.text, found["whole"][:-1]):
        return None
    words = "" if line.text.startswith("其中") else "其中"
    return _behind(first, line.with_words(found.start("whole"), found.end("whole"), ""), f"，{words}")


def _among(first: Prose, line: Prose) -> Prose | None:
    found = _AMONG.fullmatch(line.text)
    if not found:
        return None
    item, part = _last_item(first.text)
    whole = found["whole"].removeprefix("这些").rpartition("的")[2]
    now = item.startswith(("现有", "共有", "年末共有")) and whole in part and "其中" not in part
    if not now and not _is_last(first.text, whole):
        return None
    return _behind(first, line.with_words(found.start("among"), found.end("among"), ""), "，其中")


def _after(pattern: re.Pattern[str], other: str = "") -> Callable[[Prose, Prose], Prose | None]:
    """What goes on behind a comma as it is, where the first does not say the other already."""

    def way(first: Prose, line: Prose) -> Prose | None:
        fits = pattern.fullmatch(line.text) and _typed(line) and not (other and other in first.text)
        return _behind(first, line, "，") if fits and re.search("[0-9]", first.text) else None

    return way


def _typed(line: Prose) -> bool:
    """Whether it is a statement's sentence, and not the writer's own words."""
    return any(mark.kind not in ("text", "name") or mark.target.count(".") > 2 for mark in line.facts)


def _came(first: Prose, line: Prose) -> Prose | None:
    fits = _CAME.fullmatch(line.text) and _HELD.search(first.text) and first.text.count("，") <= 1
    return _behind(first, line, "，") if fits else None


def _object(first: Prose, line: Prose) -> Prose | None:
    """Who builds something, and what is said of it: 将建设水厂。水厂计划投资…… as one."""
    subject = line.subject
    if not subject or subject.start or not 1 < subject.end < len(line.text):
        return None
    called = line.text[: subject.end]
    built = called == "项目" and _BUILT.search(first.text)
    if not (built or first.text.endswith(f"{called}。")) or "；" in first.text:
        return None
    return _behind(first, line.with_words(0, subject.end, ""), "，")


def _more(first: Prose, line: Prose) -> Prose | None:
    """What was counted, and how many there were of it at another time: 有长椅60张，今年新增8张."""
    about, subject, when = first.subject, line.subject, _WHEN.match(line.text)
    if not about or not subject or not when or about.key != subject.key or about.start:
        return None
    again = any(mark.start == mark.end and mark.target.endswith(".what") for mark in line.facts)
    if not again or subject.start != when.end() or "，" in first.text:
        return None
    rest = line.with_words(subject.start, subject.end, "")
    return _behind(first, rest.with_words(when.end() - 1, when.end(), ""), "，")


def _changed(first: Prose, line: Prose) -> Prose | None:
    """Two changes, neither with a time of its own: 补贴将由1元提高到2元，期限由1年延长至2年."""
    former, latter = _CHANGED.fullmatch(first.text), _CHANGED.fullmatch(line.text)
    if not former or not latter or former["sure"] != latter["sure"]:
        return None
    return _behind(first, line.with_words(latter.start("sure"), latter.end("sure"), ""), "，")


def _measured(first: Prose, line: Prose) -> Prose | None:
    """What was counted and how large it is: 仓库41个。仓库面积86万平方米 as one."""
    about, subject = first.subject, line.subject
    if not about or not subject or subject.start or "其中" in first.text:
        return None
    name, longer = first.text[about.start : about.end], line.text[: subject.end]
    if not longer.startswith(name) or not _MEASURE.fullmatch(longer[len(name) :]):
        return None
    return _behind(first, line.with_words(0, len(name), ""), "，")


def _behind(first: Prose, rest: Prose, between: str) -> Prose:
    together = first.until(stop(first.text))
    together.add(between)
    together.append(rest)
    return together


def _ranking(first: Prose, line: Prose) -> Prose | None:
    found = _RANKING.fullmatch(line.text)
    if not found or ", ranking" in first.text or not re.search(r"\d", first.text):
        return None
    rest = line.with_words(found.start("verb"), found.end("verb"), "ranking")
    return _behind(first, rest.with_words(0, found.start("verb"), ""), ", ")


def _due(first: Prose, line: Prose) -> Prose | None:
    """Who builds something, and when it is due: …, due to be finished in May."""
    subject, built = line.subject, _BUILDS.search(first.text)
    if not subject or subject.start or not built:
        return None
    thing = line.text[: subject.end].removeprefix("The ")
    due = _DUE.match(line.text, subject.end)
    if not due or f" {thing} " not in f" {built['thing']} " or " and is " in line.text:
        return None
    return _behind(first, line.with_words(0, due.end(), ""), ", ")


def _took_part(first: Prose, line: Prose) -> Prose | None:
    found = _TOOK_PART.fullmatch(line.text)
    if (
        not found
        or not _HELD_EN.search(first.text)
        or ", " in first.text
        or not re.search(r"\d", found["who"])
    ):
        return None
    rest = line.with_words(found.start("verb"), found.end("verb"), _TAKING[found["verb"]])
    rest = rest.with_words(0, found.start("who"), "")
    if _NUMBER_FIRST.match(rest.text):
        rest = rest.with_words(0, 1, rest.text[0].lower())
    return _behind(first, rest, ", with ")


_WAYS: dict[Language, tuple[Callable[[Prose, Prose], Prose | None], ...]] = {
    "zh": (_part, _among, _after(_RANKED), _after(_OF_IT, "其中"), _came, _measured, _more, _changed),
    "en": (_ranking, _due, _took_part),
}
