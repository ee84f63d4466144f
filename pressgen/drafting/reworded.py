"""A fact's words as the filters want them: what stands behind others, what is to come."""

from __future__ import annotations

from pressgen.drafting import duties, wording
from pressgen.drafting.prose import Prose
from pressgen.drafting.token import Token
from pressgen.english import singular
from pressgen.events.things import several
from pressgen.figures import Figure, Language
from pressgen.regex import regex

_TOLD = regex("[将拟会]|计划|预计|力争|争取|有望|即将|准备|打算|年内|开始")
"""What says already that something is to come."""
_BEGINS = regex(
    "(?:全面|全线|正式|整体|同步|陆续|首次|再次|分批|主体)?"
    "(?:建成|完工|竣工|开工|动工|封顶|通车|通航|通水|通电|开通|贯通|开放|开馆|开诊|开业|开学|开园|开幕|开播|启用|启动|启航|投用|投产|投运|"
    "试运行|运营|实施|施行|生效|发布|公布|交付|交货|发车|首飞|首航|举行|举办|召开|上线|搬迁|入驻|关闭|停用|停运|恢复)(?:运营|使用|生产|入驻)?$"
)
"""What ends a clause of something that opens, starts or ends."""

_BRACKETED = regex("[^（）]+（[^（）]+）")
"""Chinese words with an aside behind them, in front of which a count stands: 新开4条（最远到钱凯）."""
_FROM_TO = regex(r"from .+?( to ).+")
_TWICE = regex(r"an? (\w+(?: \w+)?) an? (day|week|month|quarter|year)")
"""One for each in a span: a company a year."""


def reworded(prose: Prose, token: Token, lang: Language) -> Prose:
    """The same prose as ``behind``, ``before``, ``both``, ``coming``, ``banned`` and others want it."""
    if lang == "zh":
        return _reworded_zh(prose, token)
    if token.step("doing") == ():
        prose = prose.with_words(0, len(prose.text), duties.doing(prose.text))
    (front,) = token.step("behind") or ("",)
    if front and prose.text.lower().startswith(front):
        prose = prose.with_words(0, len(front), "")
    (tail,) = token.step("before") or ("",)
    if tail and prose.text.endswith(tail):
        prose = prose.with_words(len(prose.text) - len(tail), len(prose.text), "")
    if token.step("both") == () and (days := _FROM_TO.fullmatch(prose.text)):
        prose = prose.with_words(days.start(1), days.end(1), " and ").with_words(0, len("from"), "on")
    if token.step("apiece") == () and (twice := _TWICE.fullmatch(prose.text)):
        prose = prose.with_words(0, len(prose.text), f"per {twice[1]} per {twice[2]}")
    if token.step("investors") == ():
        prose = prose.with_words(0, len(prose.text) - len(wording.investors(prose.text)), "")
    return prose


def _reworded_zh(prose: Prose, token: Token) -> Prose:
    text = prose.text
    if token.step("banned") == ():
        return duties.banned(prose)
    aside = text.find("（") if bracketed(text) else len(text)
    head = text.rfind("的") + 1
    for name, start, end in (
        ("modifier", head, len(text)),
        ("head", 0, head),
        ("outside", aside, len(text)),
        ("aside", 0, aside),
    ):
        if token.step(name) == ():
            return prose.with_words(start, end, "")
    place = coming(text) if token.step("coming") == () else 0
    return prose.with_words(place, place, "将") if place else prose


def bracketed(words: str) -> bool:
    """Whether an aside in brackets ends Chinese words."""
    return bool(_BRACKETED.fullmatch(words))


def coming(words: str) -> int:
    """Where in a Chinese clause of what is to come 将 stands; 0 where its words say so, or no verb ends it.

    >>> coming("4号线二期开通"), coming("新校区全面启用")
    (5, 3)
    >>> [coming(words) for words in ("新馆计划开放", "小汽车半价", "开通")]
    [0, 0, 0]
    """
    found = None if _TOLD.search(words) else _BEGINS.search(words)
    return found.start() if found else 0


def one_of(prose: Prose, count: object) -> Prose:
    """Words for things as words for one where one was counted, and for several where there are more."""
    if prose.facts or not isinstance(count, Figure):
        return prose
    if count.value == 1 and not count.modifier and count.high is None:
        return Prose(singular(prose.text))
    return Prose(several(prose.text)) if count.kind == "number" else prose
