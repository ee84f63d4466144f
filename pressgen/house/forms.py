"""What a house recognises in any draft: the lines it writes itself, and those every press office writes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pressgen.house.pattern import Pattern
from pressgen.house.style import Style
from pressgen.regex import regex
from pressgen.text import LANGUAGES, Pair
from pressgen.todo import Around, Marks

_CREDIT = regex(r"[^|｜丨\n。，、；：！？.,;:!?]{1,24}?\s?[|｜丨]\s?[^\s|｜丨][^|｜丨\n]{0,200}")
_DATED = regex(r"\d{4}\s?[-年/.]\s?\d{1,2}|[A-Z][a-z]{2,8}\.? \d{1,2}, ?\d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}")
_UPDATED = regex(
    r"[（(]?(?:(?:最后|最近)?更新|修订|修改)(?:时间|日期|于)?[ ：:]?|[（(]?(?:last )?updated\b", re.IGNORECASE
)
_NOTICE = regex(
    r"for (?:immediate release\b|release[: ](?=.*\d)).{0,80}"
    r"|(?:strictly )?(?:under )?embargo(?:ed)? ?(?:until\b|till\b|:).{0,120}"
    r"|[（(【]?供?即时发布[）)】]?|(?:本稿|稿件).{0,60}解禁.{0,20}"
    r"|.{0,40}[0-9].{0,30}前(?:不得|禁止|请勿)(?:发布|发表|刊播|刊登|使用).{0,30}",
    re.IGNORECASE,
)
_END = regex(r"(?:#[ ]?){3,5}|[-–—][ ]?30[ ]?[-–—]|[（(]\s*(?:完|end|ends)\s*[）)]|ends?", re.IGNORECASE)
_ENDED = regex(r"[。！？；.!?;”」]\s*$")
_LONGEST = 80
"""A dateline is no longer."""


@dataclass(frozen=True, eq=False)
class Forms:
    """The lines around a story, told from the story itself; ``style`` None knows no house's own."""

    style: Style | None = None

    @cached_property
    def marks(self) -> Marks:
        """What is still to be translated, or a reading to be asked for."""
        style = self.style
        return Marks(tuple(_around(style.todo)), tuple(_around(style.reading))) if style else Marks()

    def is_credit(self, text: str) -> bool:
        """Whether a line names who did what: as the house writes it, else ``校对｜李琳``."""
        own = self.style is not None and any(self.style.credits.parse(text, lang) for lang in LANGUAGES)
        return own or _CREDIT.fullmatch(text) is not None

    def is_dateline(self, text: str) -> bool:
        """Whether a short line under a headline says when, and is no sentence.

        >>> GENERAL.is_dateline("Foshan China 2023-07-18 16:17"), GENERAL.is_dateline("更新：2021年1月15日")
        (True, True)
        >>> GENERAL.is_dateline("在2023年7月14日举行的推介会上，项目集中签约。")
        False
        """
        if len(text) > _LONGEST:
            return False
        own = self.style is not None and any(
            _written(pair, text) for pair in (self.style.dateline, self.style.updated)
        )
        return own or (_DATED.search(text) is not None and _ENDED.search(text) is None)

    def is_updated(self, text: str) -> bool:
        """Whether a dateline says when a release was changed, not when it was published.

        >>> GENERAL.is_updated("更新时间：2023年7月19日"), GENERAL.is_updated("(Updated July 19, 2023)")
        (True, True)
        >>> GENERAL.is_updated("Foshan China 2023-07-18 16:17"), GENERAL.is_updated("更新设备86台")
        (False, False)
        """
        own = self.style is not None and _written(self.style.updated, text)
        return self.is_dateline(text) and (own or _UPDATED.match(text) is not None)

    def is_notice(self, text: str) -> bool:
        """Whether a line says from when a release may be used.

        >>> GENERAL.is_notice("FOR IMMEDIATE RELEASE"), GENERAL.is_notice("北京时间2023年7月18日前不得发布")
        (True, True)
        >>> GENERAL.is_notice("For release of water, a new gate"), GENERAL.is_notice("Embargo on rice lifted")
        (False, False)
        >>> GENERAL.is_notice("珠江禁渔8月16日解禁"), GENERAL.is_notice("未经审核不得发布广告")
        (False, False)
        """
        if self.style is not None and any(
            _written(pair, text) for pair in (self.style.notice.immediate, self.style.notice.embargo)
        ):
            return True
        return _NOTICE.fullmatch(text) is not None and _ENDED.search(text) is None

    def is_end(self, text: str) -> bool:
        """Whether a line says that there is no more: ``###``, ``-30-``, ``（完）``, or as the house ends."""
        own = self.style is not None and text and text in (self.style.end.zh, self.style.end.en)
        return bool(own) or _END.fullmatch(text) is not None


GENERAL = Forms()
"""What is recognised where no house is known."""


def _written(pair: Pair[Pattern], text: str) -> bool:
    """Whether a pattern of either language wrote a text; slots alone say nothing."""
    return any(
        pattern.parse(text) is not None for lang in LANGUAGES if (pattern := pair.of(lang)) and pattern.says
    )


def _around(marks: Pair[Pattern]) -> Iterator[Around]:
    for lang in LANGUAGES:
        before, after = marks.of(lang).around("text")
        if before:
            yield before, after
