"""What a company no list has a short name for is called once it was told in full: without its legal form."""

from __future__ import annotations

from collections import Counter

from pressgen.events.model import Event
from pressgen.events.values import Name
from pressgen.figures import Language
from pressgen.regex import regex
from pressgen.text import han

_LEGAL = {
    "zh": regex("(?:股份)?有限(?:责任)?公司$"),
    "en": regex(
        r",? (?:Co\.?,? ?Ltd\.?|Company Limited|Limited|Ltd\.?|Inc\.?|LLC|PLC|plc|AG|SE|"
        r"GmbH(?: & Co\. KG)?|S\.p\.A\.|S\.A\.|"
        r"A/S|ASA?|ApS|AB|Oyj?|B\.?V\.?|N\.V\.|KG|K\.K\.|S\.r\.l\.|Sdn\.? Bhd\.?|Pty\.? Ltd\.?|Corp\.?)$"
    ),
}
"""The legal form, which no later mention needs."""
_SEAT = {"zh": regex("（[^（）]{2,8}）$"), "en": regex(r" \([A-Z][\w’' -]+\)$")}
_TYPED = ".short"
_LEAST = 4
"""Characters of a Chinese name that say by themselves who it is."""


def short(words: str, lang: Language) -> str:
    """A company's name without its legal form, and the place in front of that; any other name as it is.

    >>> short("衡泰硬材（长沙）有限公司", "zh"), short("Hengtai Materials (Changsha) Co., Ltd.", "en")
    ('衡泰硬材', 'Hengtai Materials')
    >>> short("海纳会展集团有限公司", "zh"), short("北仓粮食集团股份有限公司", "zh")
    ('海纳会展集团', '北仓粮食集团')
    >>> short("商务局", "zh"), short("海宇有限公司", "zh"), short("Weller GmbH", "en")
    ('商务局', '海宇有限公司', 'Weller')
    >>> short("Holm Plant A/S", "en"), short("Salo Market Oyj", "en"), short("Tan Park Sdn Bhd", "en")
    ('Holm Plant', 'Salo Market', 'Tan Park')
    """
    bare = _LEGAL[lang].sub("", words)
    if bare == words:
        return words
    bare = _SEAT[lang].sub("", bare).strip()
    return words if lang == "zh" and han(bare) < _LEAST else bare


def is_firm(name: str) -> bool:
    """Whether an English name ends in a company's legal form, and so has no article."""
    return bool(_LEGAL["en"].search(name))


def short_forms(event: Event, lang: Language) -> dict[str, str]:
    """What each company of an event is called later, by its full name; two of one short form stay whole.

    What the event itself says that they are called comes first, of whatever bears the name.
    """
    names = {fact.value.of(lang) for fact in event.facts.values() if isinstance(fact.value, Name)}
    forms = {name: short(name, lang) for name in names if name}
    shared = Counter(forms.values())
    own = {name: form for name, form in forms.items() if form != name and shared[form] == 1}
    return {**own, **typed_forms(event, lang)}


def typed_forms(event: Event, lang: Language) -> dict[str, str]:
    """The short names that an event gives (``short_names``), by the full ones."""
    places = (path.removesuffix(_TYPED) for path in event.facts if path.startswith("short_names."))
    pairs = (
        (event.value(f"{place}.name"), event.value(f"{place}{_TYPED}")) for place in dict.fromkeys(places)
    )
    named = ((a, b) for a, b in pairs if isinstance(a, Name) and isinstance(b, Name))
    return {full.of(lang) or full.text: short.of(lang) or short.text for full, short in named}
