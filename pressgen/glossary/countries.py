"""Countries in both languages, which no glossary need list: 丹麦, Denmark.

``countries.csv`` has the names of Unicode's CLDR, in English with the article they have.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pressgen import packaged
from pressgen.glossary.entry import Entry, Term

_OTHERWISE = frozenset(("Georgia", "Jordan", "Chad"))
"""English names that are a state's or a person's as well, and so are no country by themselves."""


def country(name: str) -> Entry | None:
    """The country of exactly this name in either language.

    >>> country("丹麦").name("en"), country("Denmark").name("zh"), country("Netherlands").name("zh")
    ('Denmark', '丹麦', '荷兰')
    >>> country("格鲁吉亚").name("en"), country("Georgia"), country("台湾")
    ('Georgia', None, None)
    """
    return _countries().get(name.replace("'", "’"))


@cache
def _countries() -> Mapping[str, Entry]:
    known: dict[str, Entry] = {}
    for row in packaged.rows(__file__, "countries.csv"):
        zh, en = row["zh"], row["en"]
        entry = Entry(zh, (Term(zh, "zh"), Term(en, "en")), kind="place", loose=True)
        known[zh] = entry
        for name in {en, en.removeprefix("the ")} - _OTHERWISE:
            known.setdefault(name, entry)
    return known
