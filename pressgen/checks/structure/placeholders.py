"""What somebody meant to fill in: ``[ADD QUOTE]``, TBD, XX月, （待补）, ``{{ title }}``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressgen.checks.structure import rules
from pressgen.document import Block
from pressgen.findings import Finding
from pressgen.text import HAN
from pressgen.todo import todos

_NOUN = "年月日元万亿%％个家人名"
_COUNTED = "percent|per cent|million|billion|yuan|[a-z]+s"
_PLACEHOLDER = re.compile(
    "|".join(
        (
            r"\{\{.{0,80}?\}\}|\{%.{0,80}?%\}|\$\{\w{1,40}\}",  # a template's
            r"[\[<](?i:add|insert|enter|fill in|placeholder|your|tk|tb[cda]|xx+)\b[^\[\]<>]{0,60}[\]>]",
            r"\[(?i:(?:(?:company|contact|spokesperson|first|last|full|product|city) )?"
            r"(?:name|title|date|quote|number|photo))\]",
            r"\b(?:TBD|TBC|TKTK|FIXME|TODO)\b|(?i:\blorem ipsum\b)",
            r"[（(【\[](?:此处|这里)?(?:待(?:补|填|定|确认|核|插入|更新|完善)|暂缺|插入|填写|补充)"
            rf"[{HAN}：:，、]{{0,16}}[）)】\]]",
            rf"(?<![A-Za-z])[Xx×]{{2,}}(?=[{_NOUN}]|公司|集团|单位|部门|先生|女士|同志|市|县|区|省|项目)",
            rf"(?:\$|(?<=[a-z] ))XX+(?= (?:{_COUNTED})\b|%)",
            r"(?<!\w)_{3,}(?!\w)|○{2,}(?=[年月日元个家])",
        )
    )
)


def check(block: Block) -> Iterator[Finding]:
    """Findings on what is still to be filled in; marks for the translator have a rule of their own."""
    waiting = todos(block)
    for found in _PLACEHOLDER.finditer(block.text):
        if not any(mark.start <= found.start() < mark.end for mark in waiting):
            yield rules.PLACEHOLDER.at(block.span(*found.span()), text=found.group())
