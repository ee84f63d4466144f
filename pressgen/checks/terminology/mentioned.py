"""Whether a Chinese text names a thing, if only in short: 市商务局, 该区, 英 for 英国, 陈 for a Ms Chen."""

from __future__ import annotations

import re
from functools import cache

from pressgen.glossary.entry import Entry
from pressgen.regex import regex

_NEAR = "[该本其此这那我贵全两各]"
_POINTING = regex(f"{_NEAR}|他|她|它|前者|后者|当地|双方|三方")
_OWN_LAND = regex("(?:[该本此这我全两各外]|为)国|国[内产家人民]|华|内地|当地|境[内外]")
_LEAST = 2
_GENERIC = "省市区县镇乡村国州盟旗"


def named_in(entry: Entry, text: str, around: str) -> bool:
    """Whether Chinese says what an entry is about: by a listed name anywhere, or shortened close by.

    ``around`` is the paragraph that answers and its neighbours. What may be the name counts as the name.

    >>> from pressgen.glossary.entry import Term
    >>> bureau = Entry("bureau", (Term("佛山市商务局", "zh"),), kind="body")
    >>> [named_in(bureau, "", text) for text in ("市商务局表示", "市教育局表示", "该局表示")]
    [True, False, True]
    """
    names = [term.text for term in entry.of("zh")]
    if any(name in text for name in names):
        return True
    if entry.kind in ("place", ""):
        return any(_is_place(name, around) for name in names)
    if _POINTING.search(around):
        return True
    if entry.kind == "person":
        return any(name[0] in around for name in names)
    return any(_shortened(name).search(around) for name in names)


def _is_place(name: str, around: str) -> bool:
    """A place by its first character (英 for 英国, 中美), its name without the generic part, or as 该区."""
    if name[0] in around or (len(name) > _LEAST and name.rstrip(_GENERIC)[-1:] in around):
        return True
    if name[-1] not in _GENERIC:
        return bool(_OWN_LAND.search(around)) or "当地" in around
    own = _OWN_LAND.search(around) if name[-1] == "国" else None
    return bool(own or re.search(f"{_NEAR}{name[-1]}|{name[-1]}[内里中]", around))


@cache
def _shortened(name: str) -> re.Pattern[str]:
    """The last character of a name with one or more of those before it, in their order: 市商务局."""
    before = "".join(f"{re.escape(word)}?" for word in name[:-1])
    any_before = f"(?=[{re.escape(name[:-1])}])" if len(name) > 1 else ""
    return re.compile(f"{any_before}{before}(?<=[{re.escape(name[:-1])}]){re.escape(name[-1])}")
