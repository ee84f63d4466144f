"""The shipped examples, which are Foshan's, in the name of another newsroom's city and office.

Streets, districts and parks of Foshan become neutral ones that any city may have; ``elsewhere.csv`` says what
becomes of each name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pressgen import packaged
from pressgen.glossary import Entry
from pressgen.glossary.divisions import Division, division, province
from pressgen.glossary.gazetteer import Gazetteer
from pressgen.outbox import put

_PREFECTURE = 4
"""Digits in the code of a city that has districts; what is smaller has streets."""
_NO_PHONE = ("000-", "+86-000-0000-0000")
_NAMED = re.compile(r"\{zh: ([^{},]+), en: (the )?([^{},\n]+)\}")
_ALONE = r"(?:(?<!zh: )(?<=: )|(?<=\[)|(?<=, ))({})(?=\s*(?:[,\]}}]|$))"
_WHOLE = (("自治区", "全区", "regional"), ("市", "全市", "municipal"), ("", "全省", "provincial"))
"""What the whole of a province is called, by the end of its name."""
_HOUSE = re.compile(r"\b(?:foshan-news|hitech-zone)$", re.MULTILINE)


class Whose(NamedTuple):
    """City and office of the newsroom, its house, and its telephone, as far as they are known."""

    city: Entry
    office: tuple[str, str]
    phone: str
    house: str


def rename(folder: Path, whose: Whose, gazetteer: Gazetteer) -> None:
    """Every example and case below a newsroom's templates in the newsroom's own name. Raises OSError."""
    names = _names(whose)
    found = _pattern(tuple(names))
    bare = {zh: en for zh, en in _pairs(names) if not gazetteer.entry(zh)}
    alone = re.compile(_ALONE.format("|".join(map(re.escape, bare))), re.MULTILINE) if bare else None

    def own(text: str) -> str:
        text = found.sub(lambda each: names[re.sub(r"\s+", " ", each[0])], _HOUSE.sub(whose.house, text))
        text = _NAMED.sub(lambda each: _as_listed(each, gazetteer), text)
        return alone.sub(lambda each: f"{{zh: {each[1]}, en: {bare[each[1]]}}}", text) if alone else text

    kinds = (kind for each in folder.iterdir() if each.is_dir() for kind in each.iterdir())
    files = (kind / name for kind in kinds for name in ("example.yaml", "fields.yaml", "cases.md"))
    for path in filter(Path.is_file, files):
        put(path, own(path.read_text(encoding="utf-8")).encode())


def _names(whose: Whose) -> Mapping[str, str]:
    """What each name of Foshan becomes, in both languages."""
    slots = _slots(whose)
    names = {}
    for row in packaged.rows(__file__, "elsewhere.csv"):
        names[row["zh"]] = row["there"].format_map(slots)
        names[row["en"]] = row["there_en"].format_map(slots)
    names.pop("", None)
    return names


def _pairs(names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The new names in both languages."""
    return (
        (names[row["zh"]], names[row["en"]])
        for row in packaged.rows(__file__, "elsewhere.csv")
        if row["zh"] and row["en"]
    )


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """The names, the longest first; a long one may stand on two lines."""
    ordered = sorted(names, key=len, reverse=True)
    return re.compile("|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered))


def _slots(whose: Whose) -> Mapping[str, str]:
    zh, en = whose.city.id, whose.city.name("en")
    place = division(zh) or division(f"{zh}市") or Division(zh, "", en, "", alone=True)
    above = province(place)
    large = place.generic == "市" and len(place.code) <= _PREFECTURE
    media = (
        whose.office
        if all(whose.office)
        else (f"{place.zh}新闻传媒中心", f"{place.en} News and Media Center")
    )
    whole, whole_en = next(each for end, *each in _WHOLE if (above.zh if above else "省").endswith(end))
    area, phone = (f"{whose.phone.split('-')[1]}-" if whose.phone.count("-") > 1 else "", whose.phone)
    level = place.generic[-1:] or "市"
    return {
        "city": place.specific, "full": place.zh, "city_en": place.en,
        "owning": place.owning("Municipal") or place.english,
        "province": above.zh if above else "省", "province_short": _bare(above) if above else "外地",
        "level": level,
        "vice": "vice mayor" if level == "市" else "deputy head",
        "head": "mayor" if level == "市" else "head",
        "whole": whole, "whole_en": whole_en,
        "province_en": above.en if above else "the province", "media": media[0], "media_en": media[1],
        "part": "区" if large else "街道", "part_en": "District" if large else "Subdistrict",
        "slug": re.sub("[^a-z]+", "-", place.en.lower()), "area": f"0{area}" if area else _NO_PHONE[0],
        "phone": phone or _NO_PHONE[1],
    }  # fmt: skip


def _bare(place: Division) -> str:
    return place.specific if place.generic in ("省", "市") else place.zh


def _as_listed(named: re.Match[str], gazetteer: Gazetteer) -> str:
    """A regular body as all of them are called: Shaoxing Municipal Bureau of Transport."""
    body = gazetteer.body(named[1])
    english = body.name("en") if body else ""
    return f"{{zh: {named[1]}, en: {named[2] or ''}{english}}}" if english else named[0]
