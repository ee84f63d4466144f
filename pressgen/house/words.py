"""The patterns of a house, each with the slots it has."""

from __future__ import annotations

from pressgen.house.pattern import Pattern
from pressgen.source import Unfit


class Line(Pattern):
    """A line with facts of an event: a dateline, a notice, a heading, a line of a contact."""


class TodoMark(Pattern):
    """What stands around words that wait for somebody, found again in any text: ``【待译：{text}】``."""

    SLOTS = NEEDED = ("text",)

    def __post_init__(self) -> None:
        """Judge the mark: words before and behind that no other text has."""
        super().__post_init__()
        if not self.text:
            return
        before, after = (part.strip() for part in self.text.split("{text}", 1))
        if len(before) < 2 or not after:
            raise Unfit(
                "“{mark}”与正文分不清；前面要有两个以上的字符，后面要收尾，写成【待译：{{text}}】这样",
                "'{mark}' cannot be told from the text; write two characters or more before it and one "
                "after it, such as [To translate: {{text}}]",
                mark=self.text,
            )  # fmt: skip


class Conversion(Pattern):
    """What stands behind a sum in another currency: ``（约合{sum}）``."""

    SLOTS = NEEDED = ("sum",)

    def behind(self, source: str, sum_: str) -> str:
        """A sum with its conversion."""
        return source + self.write(sum=sum_)

    def parted(self, text: str) -> tuple[str, str] | None:
        """A sum and its conversion, where a text is both and nothing else.

        >>> Conversion("（约合{sum}）").parted("60亿元（约合8.5亿美元）")
        ('60亿元', '8.5亿美元')
        """
        before, after = self.around("sum")
        head, found, rest = text.removesuffix(after).rpartition(before)
        return (head, rest) if found and head and rest and text.endswith(after) else None


class PhotoCredit(Pattern):
    """How a photo is credited behind its caption: ``（{credit}供图）``; empty where it is not."""

    SLOTS = NEEDED = ("credit",)


class PhotoNumber(Pattern):
    """How photos are counted in front of their captions: ``图{number}：``; empty where they are not."""

    SLOTS = NEEDED = ("number",)


class PageNumber(Pattern):
    """The foot of a page: ``— {page} —``; without a slot the same on every page."""

    SLOTS = ("page",)
