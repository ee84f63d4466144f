"""A release type that prints figures and nothing else, for cases about how they are written."""

from functools import cache
from pathlib import Path

from pressgen import api
from pressgen.house import open_newsroom

_FIELDS = """\
label: {zh: 数, en: Figures}
fields:
  total: {kind: money, label: {zh: 总额, en: Total}, help: {zh: 额, en: Sum}}
  limit: {kind: money, convert: false, label: {zh: 门槛, en: Limit}, help: {zh: 额, en: Sum}}
  firms: {kind: count, noun: {measure: 家, zh: 企业, en: company, plural: companies}, label: {zh: 企业, en: Companies}, help: {zh: 数, en: Number}}
  deals: {kind: count, noun: {measure: 个, zh: 项目, en: project}, label: {zh: 项目, en: Projects}, help: {zh: 数, en: Number}}
  visits: {kind: count, noun: {measure: 人次, zh: 游客, en: visit}, label: {zh: 游客, en: Visits}, help: {zh: 数, en: Number}}
  crowd: {kind: count, noun: {measure: 人, zh: 观众, en: spectator}, label: {zh: 观众, en: Crowd}, help: {zh: 数, en: Number}}
  output: {kind: number, label: {zh: 产量, en: Output}, help: {zh: 数, en: Number}}
  rate: {kind: percent, label: {zh: 比率, en: Rate}, help: {zh: 率, en: Rate}}
  change: {kind: change, label: {zh: 变化, en: Change}, help: {zh: 变化, en: Change}}
  gap: {kind: points, label: {zh: 差, en: Gap}, help: {zh: 差, en: Gap}}
  place: {kind: ordinal, label: {zh: 位次, en: Place}, help: {zh: 位次, en: Place}}
  mark: {kind: mark, label: {zh: 成绩, en: Mark}, help: {zh: 成绩, en: Mark}}
  name: {kind: name, label: {zh: 名称, en: Name}, help: {zh: 名称, en: Name}}
  when: {kind: period, label: {zh: 时段, en: Period}, help: {zh: 时段, en: Period}}
  period: {kind: period, label: {zh: 统计时段, en: Period}, help: {zh: 时段, en: Period}}
"""
_NAMES = ("total", "limit", "firms", "deals", "visits", "crowd", "output", "rate", "change", "gap", "place")
_SAID = (
    *(f"{{{{ {name} }}}}{{{{ companions({name}) }}}}" for name in _NAMES),
    "{{ mark }}",
    "{{ name }}",
    "{{ when | during }}",
)
_HEADS = {"zh": "为", "en": "It is "}
_TEMPLATE = '{{% extends "releases/base/{lang}.j2" %}}\n{{% block lead %}}\n{lines}\n{{% endblock %}}\n'
FRAME = """\
release: probe
published: 2023-07-18 16:17
headline: {zh: 题, en: Headline}
date: 2023-07-14
credits: {reporter: Eleanor, revisor: Linn}
"""


def newsroom(folder):
    """A newsroom with the type ``probe`` beside the shipped ones."""
    home = folder / "templates" / "releases" / "probe"
    home.mkdir(parents=True)
    (folder / "pressgen.toml").write_text("", encoding="utf-8")
    (home / "fields.yaml").write_text(_FIELDS, encoding="utf-8")
    (home / "example.yaml").write_text(FRAME, encoding="utf-8")
    for lang in ("zh", "en"):
        text = _TEMPLATE.format(lang=lang, lines="\n".join(_HEADS[lang] + said for said in _SAID))
        (home / f"{lang}.j2").write_text(text, encoding="utf-8")
    return open_newsroom(folder)


def load(newsroom, *lines: str):
    """An event of the probe from lines of YAML."""
    path = Path(newsroom.folders[0]) / "probe.yaml"
    path.write_text("\n".join([FRAME, *lines]), encoding="utf-8")
    return api.load(path, newsroom, _types(newsroom))


@cache
def _types(newsroom):
    """The types of a newsroom of probes, which do not change."""
    return api.types(newsroom)


def told(event, house) -> tuple[str, str]:
    """What the probe prints of an event, in Chinese and in English."""
    return said(api.draft(event, house).release)


def said(release) -> tuple[str, str]:
    """What the probe prints in a release."""
    blocks = [block for block in release.blocks if block.role in ("lead", "body")]
    zh, en = (" ".join(block.text for block in blocks if block.lang == lang) for lang in ("zh", "en"))
    return zh.removeprefix(_HEADS["zh"]), en.removeprefix(_HEADS["en"])
