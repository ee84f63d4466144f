"""Columns of a glossary table: their names in both languages, and the words their cells may hold."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from pressgen.errors import UI
from pressgen.glossary.entry import KINDS

LONG = (
    "id", "field", "kind", "lang", "term", "status", "form", "case", "pos",
    "note", "source", "since", "until", "definition", "loose",
)  # fmt: skip
"""The columns of a table with one row a term, in the order they are written."""
NEEDED = ("id", "lang", "term")
WIDE = ("zh", "en")
WIDE_TOO = ("id", "field", "kind", "note", "source", "definition", "loose")
"""What a table with one row a concept may have beside ``zh`` and ``en``."""
OF_ENTRY = ("field", "kind", "definition", "loose")
"""Columns that speak of the concept: written on its first row, blank on the others."""

AS_WRITTEN = ("pos", "note", "source")
OF_TERM = ("status", "form", "case")
DAYS = ("since", "until")

_ALIASES = {
    "编号": "id", "序号": "id", "领域": "field", "类别": "kind", "种类": "kind", "语言": "lang",
    "语种": "lang", "术语": "term", "名称": "term", "状态": "status", "词形": "form", "大小写": "case",
    "词性": "pos", "备注": "note", "说明": "note", "来源": "source", "出处": "source", "起": "since",
    "起始日期": "since", "止": "until", "终止日期": "until", "定义": "definition", "宽松": "loose",
    "中文": "zh", "汉语": "zh", "简体中文": "zh", "chinese": "zh", "zh-cn": "zh", "zh_cn": "zh",
    "zh-hans": "zh", "英文": "en", "英语": "en", "english": "en", "en-us": "en", "en_us": "en",
    "en-gb": "en", "language": "lang", "subject": "field", "domain": "field", "concept": "id",
    "notes": "note",
}  # fmt: skip

_LANG = {"zh": "zh", "zho": "zh", "chi": "zh", "cn": "zh", "中文": "zh", "汉语": "zh",
         "en": "en", "eng": "en", "英文": "en", "英语": "en"}  # fmt: skip
_STATUS = {
    "": "preferred", "preferred": "preferred", "approved": "preferred", "首选": "preferred",
    "推荐": "preferred", "admitted": "admitted", "allowed": "admitted", "可用": "admitted",
    "允许": "admitted", "deprecated": "deprecated", "forbidden": "deprecated", "obsolete": "deprecated",
    "superseded": "deprecated", "禁用": "deprecated", "停用": "deprecated",
}  # fmt: skip
_FORM = {
    "": "full", "full": "full", "全称": "full", "short": "short", "简称": "short",
    "abbreviation": "abbreviation", "acronym": "abbreviation", "缩写": "abbreviation",
}  # fmt: skip
_CASE = {"": "", "exact": "exact", "first": "first", "any": "any",
         "严格": "exact", "首字母": "first", "不限": "any"}  # fmt: skip
_LOOSE = {"": "", "no": "", "false": "", "0": "", "否": "",
          "yes": "yes", "true": "yes", "1": "yes", "是": "yes"}  # fmt: skip
_KIND = {"": ""} | {kind: kind for kind in KINDS} | {
    "人名": "person", "地名": "place", "机构": "body", "职务": "title", "活动": "event", "企业": "company",
    "行业": "industry", "术语": "term",
}  # fmt: skip

WORDS: Mapping[str, Mapping[str, str]] = {
    "lang": _LANG, "status": _STATUS, "form": _FORM, "case": _CASE, "loose": _LOOSE, "kind": _KIND,
}  # fmt: skip
"""Columns whose cells are one of a few words, in either language, and what each word means."""


def name(header: str) -> str:
    """A column's own name for what a person wrote above it.

    >>> name(" 中文 "), name("English"), name("remark")
    ('zh', 'en', 'remark')
    """
    plain = header.strip().lower()
    return _ALIASES.get(plain, plain)


@lru_cache(maxsize=1000)
def word(column: str, cell: str) -> str | None:
    """What a cell of such a column means; None for a word that is not known.

    >>> word("status", "禁用"), word("lang", "zh-Hans"), word("lang", "fr")
    ('deprecated', 'zh', None)
    """
    plain = cell.strip().lower()
    if column == "lang" and plain not in ("zh-tw", "zh-hk", "zh-hant"):
        plain = plain.replace("_", "-").split("-")[0]
    return WORDS[column].get(plain)


def said(column: str, word: str, ui: UI) -> str:
    """A word of such a column as a person reads it, in Chinese by the first name there is.

    >>> said("status", "deprecated", "zh"), said("kind", "body", "en")
    ('禁用', 'body')
    """
    named = (name for name, means in WORDS[column].items() if means == word and not name.isascii())
    return next(named, word) if ui == "zh" and word else word


def choices(column: str) -> str:
    """The words a column takes, for a message."""
    return ", ".join(dict.fromkeys(filter(None, WORDS[column].values())))
