"""What somebody meant to fill in: ``[ADD QUOTE]``, TBD, XX月, （待补）, ``{{ title }}``, ``#REF!``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressgen.checks.structure import rules
from pressgen.document import Block
from pressgen.findings import Finding
from pressgen.regex import regex
from pressgen.text import HAN, SPREADSHEET_ERRORS
from pressgen.todo import todos

_MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_NOUN = "年月日元万亿%％个家人名"
_BODY = "公司|集团|单位|部门|先生|女士|同志|市|县|区|省|项目"
_COUNTED = "percent|per cent|million|billion|trillion|yuan|people|companies|[a-z]+s"
_THING = "quote|name|title|date|number|figure|photo|picture|caption|logo|link|headline|text|contact"
_OPEN, _CLOSE = r"[（(【\[［〔]", r"[）)】\]］〕]"
_TO_FILL = "待(?:补充?|填写?|插入|添加|更新|完善)"
_PLACEHOLDER = regex(
    "|".join(
        (
            r"\{\{.{0,80}?\}\}|\{%.{0,80}?%\}|\$\{\w{1,40}\}",  # a template's
            SPREADSHEET_ERRORS,
            r"[\[<](?i:add|insert|enter|fill in|placeholder|your|tk|tb[cda]|xx+)\b[^\[\]<>]{0,60}[\]>]",
            r"\[(?i:(?:(?:company|contact|spokesperson|first|last|full|product|city) )?"
            r"(?:name|title|date|quote|number|photo))\]",
            rf"\[(?i:[^\[\]]{{0,60}}\b(?:{_THING})\b[^\[\]]{{0,50}} (?:here|to come|to follow))\]",
            rf"\((?i:(?:add|insert) (?:(?:the|a|an|your|another) )?(?:{_THING})[^()]{{0,40}})\)",
            r"(?i:\bclick (?:or tap )?(?:here )?to (?:add|enter|edit) (?:text|title|notes|a date)\b)",
            r"(?<![A-Za-z0-9])(?:(?:TB[DCA]|TKTK|FIXME)(?![A-Za-z0-9])|TODO(?=:))|^TODO\b",
            r"(?i:\blorem ipsum\b)",
            rf"{_OPEN}(?:此处|这里)?(?:{_TO_FILL}|待(?:定|确认|核实?)|暂缺|插入|填写|补充)"
            rf"[{HAN}：:，、]{{0,16}}{_CLOSE}",
            rf"{_OPEN}[{HAN}]{{1,8}}{_TO_FILL}{_CLOSE}",
            rf"(?:^|(?<=[：:|｜])|(?<=[：:|｜] )){_TO_FILL}(?=[。；]?\s*$)",
            r"请?(?:[单点]击|在)此处(?:添加|输入|编辑)(?:您的)?(?:标题|副标题|文本|文字|正文|内容|图片|日期|姓名)",
            rf"(?<![A-Za-z])[Xx×]{{2,}}(?=[{_NOUN}]|{_BODY})",
            r"(?:(?<=[：:|｜])|(?<=[：:|｜] ))[Xx×]{2,}(?:-[Xx×]+)*(?=\s*(?:$|[，。；、,;)）]))",
            rf"(?<=[a-z] )XX+(?= (?:{_COUNTED})\b|%)|\$XX+(?=\b)",
            rf"\bXX+(?=,? (?:{_MONTH})\b)|(?:(?<=\s)|^)(?:{_MONTH})\.? XX+\b",
            rf"(?<![?？\w])[?？]{{2,}}(?=\s?(?:%|[亿万千百]{{0,2}}[{_NOUN}]|(?:{_COUNTED})\b))",
            r"(?<![A-Za-z0-9_])_{3,}(?![A-Za-z0-9_])|＿{2,}|○{2,}(?=[年月日元个家])",
        )
    )
)
_SIGN = regex(
    r"[\[<{#$]|[Xx×?？]{2}|___|＿＿|○○|待|暂缺|插入|填写|补充|此处|\((?i:add|insert)|(?i:click|lorem)|TB[DCA]|TKTK|FIXME|TODO"
)
"""Without one of these there is nothing to be filled in."""
_CALLED = regex(r" [A-Z]|[-&/]\w|(?:银行|集团|公司|酒店|大厦|中心|品牌|股份|科技|资本|系列|[型版])")
"""Behind letters that are the name of something: TBC Bank, TBD-7, TBC银行."""
_ROMAN = regex(r"\b[A-Z][A-Za-z]+ $")
"""In front of a Roman number: Super Bowl XXX."""


def check(block: Block) -> Iterator[Finding]:
    """Findings on what is still to be filled in; marks for the translator have a rule of their own."""
    if not _SIGN.search(block.text):
        return
    waiting = todos(block)
    for found in _PLACEHOLDER.finditer(block.text):
        if not _is_name(found, block.text) and not any(
            mark.start <= found.start() < mark.end for mark in waiting
        ):
            yield rules.PLACEHOLDER.at(block.span(*found.span()), text=found.group())


def _is_name(found: re.Match[str], text: str) -> bool:
    """Whether the same letters are a name here, or the short form of one, or a Roman number."""
    word = found.group()
    if re.fullmatch("TB[DCA]", word):
        spelt = rf"\bT\w+(?: \w+)? B\w+(?: \w+)? {word[2]}\w+"
        return bool(_CALLED.match(text, found.end()) or re.search(spelt, text))
    return set(word) == {"X"} and bool(_ROMAN.search(text, 0, found.start()))
