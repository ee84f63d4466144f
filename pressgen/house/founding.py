"""A newsroom's own folder, in the name of its own city and office."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pressgen import outbox
from pressgen.errors import UI, UsageError
from pressgen.glossary import Entry, Glossary, Term, tables
from pressgen.glossary.divisions import every_name
from pressgen.glossary.gazetteer import Gazetteer, patterns
from pressgen.glossary.merge import free_id
from pressgen.house.elsewhere import Whose, rename
from pressgen.house.newsroom import SETTINGS, shipped_data
from pressgen.regex import regex
from pressgen.source import nearest
from pressgen.text import han

SAMPLE = "foshan.csv"
"""Names of one newsroom, that of the samples; a newsroom of another city does not get them."""
OWN = "names.csv"
_SAMPLE_HOUSES, _SHARED = ("foshan-news", "hitech-zone"), "base"
_PHONE = regex(r"\+?[0-9(（][0-9 ()（）+-]{5,}[0-9](?: ?(?:转|ext\.? ?|x)[0-9]{1,6})?", re.IGNORECASE)
_HOME = regex(r"[(（]?0(?!0)([1-9][0-9]{1,2})[)）]?[- ]?(.*)|(1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4})(.*)")
"""A number as it is called at home: an area code with its nought, or a mobile; not 400-820-8820."""
EXAMPLE = "+86-575-8512-0000"
_SETTINGS = """\
# 本单位的设置 · the newsroom's own settings
house = "{house}"            # 默认样式 · the house drafts are written in
{mark}ui = "{ui}"                  # 提示语言 · language of messages
# rates = "rates.csv"        # 本单位汇率表 · the office's own rate table
# glossaries = ["names.csv"] # 另加的术语表 · glossaries besides glossary/*.csv
"""
_HOUSE = """\
# 本单位的样式：只写与 ../base/house.yaml 不同之处，那里列出了全部设置
# The house of our own: only what differs from ../base/house.yaml, which shows everything there is.
extends: base
title: {title}

dateline:
  zh: "{{dateline}}　{{published:y年M月d日}}"
  en: "{{dateline}}, {{published:MMMM d, y}}"
{order}
# 正文多长：写了，超出时提示压缩哪几段、可删哪几条
# How long a body is; over it a note names what to shorten and what could go.
# length: {{zh: {{least: 300, most: 550}}, en: {{least: 150, most: 300}}}}

# 每篇稿件都有的内容；事实文件里写了的，以事实文件为准
# What every release says; an event's own field comes first.
standing:
  dateline: {city}
"""
_ORDER = """\
order: [headline, dateline, updated, body, credits, contact, end]
"""
_CONTACT = """\
  contact:
    - name: {{zh: 办公室, en: Press office}}     # 或联系人的姓名 · or a person's name
      org: {office}
      phone: {phone}
"""


@dataclass(frozen=True, slots=True)
class Office:
    """Whose newsroom it is: city and office in both languages, and the telephone."""

    city: Entry | None = None
    zh: str = ""
    en: str = ""
    phone: str = ""


def found(folder: Path, whose: Office, ui: UI, *, sample: bool = False) -> None:
    """A newsroom in a folder that is not there or empty, whole or not at all. Raises FileError."""
    outbox.make(folder, lambda made: furnish(made, whose, ui, sample=sample))


def office_of(city: str, city_en: str, office: str, office_en: str, phone: str) -> Office:
    """What was given, each name with its other language. Raises UsageError for what cannot be."""
    if phone and not _PHONE.fullmatch(phone):
        raise UsageError(
            "“{phone}”不是电话号码；请写成{example}这样",
            "'{phone}' is no telephone number; write it like {example}",
            phone=phone,
            example=EXAMPLE,
        )
    if home := _HOME.fullmatch(phone):
        raise UsageError(
            "“{phone}”没有国家代码，国外打不通；请写成{with_code}",
            "'{phone}' has no country code and cannot be called from abroad; write {with_code}",
            phone=phone,
            with_code="-".join(filter(None, ("+86", *home.groups()))),
        )
    if city and not han(city):
        raise UsageError(
            "--city写中文名称，英文写在--city-en", "--city is in Chinese; its English is --city-en"
        )
    if (office_en or phone) and not office:
        raise UsageError(
            "请用--office写出单位的中文名称；--phone是它的电话，作为媒体联系印在每篇稿件上",
            "name the office in Chinese with --office; --phone is its telephone, "
            "printed as the media contact of every release",
        )
    if office and not han(office):
        raise UsageError(
            "--office写中文名称，英文写在--office-en", "--office is in Chinese; its English is --office-en"
        )
    return Office(_city(city, city_en), office, office_en or composed(office), phone)


def composed(office: str) -> str:
    """The English of an office as such offices are called, or nothing where that is not known."""
    body = _gazetteer().body(office) if office else None
    return body.name("en") if body else ""


def _city(zh: str, en: str) -> Entry | None:
    if not zh:
        return None
    found = _gazetteer().place(zh) or _gazetteer().city(zh)
    if en:
        return Entry(zh, (Term(zh, "zh"), Term(en, "en")), kind="place")
    if found is None:
        likely = nearest(zh, every_name(), cutoff=0.5)
        raise UsageError(
            "没有“{city}”这个城市、区县；"
            + ("是否为{likely}？不是就" if likely else "请核对，或")
            + "用--city-en写出英文",
            "'{city}' is no division of China; "
            + ("did you mean {likely}? If not, " if likely else "put it right, or ")
            + "give its English with --city-en",
            city=zh,
            likely=likely,
        )
    return found


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer(patterns(shipped_data() / "glossary" / "patterns" / "bodies.csv"))


def furnish(folder: Path, whose: Office, ui: UI, *, sample: bool = False) -> None:
    """Put into a folder what a new newsroom has: its copy of templates and glossary, its settings, its house.

    ``sample``: the sample newsroom of Foshan. Raises OSError.
    """
    for name in ("templates", "glossary"):
        outbox.copied(shipped_data() / name, folder / name, leave_out="*.lock")
    house = _SAMPLE_HOUSES[0] if sample else _SHARED
    if not sample:
        (folder / "glossary" / SAMPLE).unlink()
        for other in _SAMPLE_HOUSES:
            outbox.remove(folder / "templates" / "houses" / other)
    if names := _names(whose):
        tables.write(names, folder / "glossary" / OWN)
    if whose.city or whose.zh:
        house = _own_house(folder / "templates" / "houses", whose)
    if not sample and (city := whose.city or _city_of(whose.zh)):
        rename(folder / "templates", Whose(city, (whose.zh, whose.en), whose.phone, house), _gazetteer())
    settings = _SETTINGS.format(house=house, ui=ui, mark="" if ui == "zh" else "# ")
    outbox.put(folder / SETTINGS, settings.encode())


def _city_of(office: str) -> Entry | None:
    """The place that an office's name begins with."""
    heads = (office[:end] for end in range(len(office), 1, -1))
    return next((place for head in heads if (place := _gazetteer().place(head))), None)


def _names(whose: Office) -> Glossary:
    """The names that are the office's own, and its city's where it is none of the gazetteer's."""
    entries = []
    if whose.city and not _gazetteer().place(whose.city.id):
        entries.append(whose.city)
    if whose.zh and whose.en:
        terms = Term(whose.zh, "zh"), Term(whose.en, "en")
        entries.append(Entry(free_id(whose.en, Glossary()), terms, kind="body"))
    return Glossary(entries)


def _own_house(houses: Path, whose: Office) -> str:
    """The house of the city or office, written beside the others; its name."""
    city_zh, city_en = (whose.city.name(lang) if whose.city else "" for lang in ("zh", "en"))
    wanted = (city_en or whose.en or "our-house").replace("'", "")
    name = re.sub("[^a-z0-9]+", "-", wanted.lower()).strip("-") or "our-house"
    if (houses / name).exists():
        name += "-press"
    zh, en = (whose.zh, whose.en) if whose.zh else (city_zh, city_en)
    title = f"{{zh: {_quoted(zh)}, en: {_quoted(en or f'[To translate: {zh}]')}}}"
    text = _HOUSE.format(title=title, order=_ORDER if whose.phone else "", city=city_zh)
    if not whose.city:
        text = text.replace("{dateline}　", "").replace("{dateline}, ", "").replace("  dateline: \n", "")
        text = text if whose.phone else text[: text.index("# 每篇稿件")]
    if whose.phone:
        office = title if en else _quoted(zh)  # a name in one language is to be translated in each draft
        text += _CONTACT.format(office=office, phone=_quoted(whose.phone))
    outbox.put(houses / name / "house.yaml", text.encode())
    return name


def _quoted(text: str) -> str:
    """Text as YAML reads it whatever signs it holds."""
    return json.dumps(text, ensure_ascii=False)
