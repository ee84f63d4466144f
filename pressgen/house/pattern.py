"""Words with slots, as a house writes them: what a pattern writes it also recognises.

``pattern.parse(pattern.write(values)) == values`` for values that do not hold the pattern's own signs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar, NamedTuple, Self

from pressgen.errors import Place, series
from pressgen.house.dates import DateForm
from pressgen.regex import compiled, regex
from pressgen.source import Unfit, nearest

_SLOT = regex(r"\{([A-Za-z_][\w.]*)(?::([^{}]*))?\}")
UPPER = "upper"
"""The form of a slot whose words stand in capitals."""


class Slot(NamedTuple):
    """A place for a value: its name, and how it is written (a date form, ``upper``, or as it is)."""

    name: str
    form: str = ""

    def __str__(self) -> str:
        return f"{{{self.name}:{self.form}}}" if self.form else f"{{{self.name}}}"


@dataclass(frozen=True)
class Pattern:
    """Words with ``{slots}``. A class names the slots it has and those it cannot do without.

    ``SLOTS`` is None where slots name facts of an event, which the newsroom's types declare. Raises
    ``Unfit`` for a text that cannot be written. ``at`` is its place in ``house.yaml``.
    """

    text: str = ""
    at: Place | None = field(default=None, compare=False)

    SLOTS: ClassVar[tuple[str, ...] | None] = None
    NEEDED: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def bound(cls, text: str, at: Place) -> Self:
        """The pattern of a text at its place. Raises Unfit."""
        return cls(text, at)

    def __post_init__(self) -> None:
        """Judge the slots."""
        self._refuse_braces()
        for slot in self.slots:
            self.judge(slot)
        named = [slot.name for slot in self.slots]
        wrong = [name for name in self.NEEDED if self.text and named.count(name) != 1]
        if wrong:
            raise Unfit(
                "“{text}”里{slot}要写一次，它由具体内容代替",
                "'{text}' should have {slot} once: it stands for what is printed",
                text=self.text,
                slot=f"{{{wrong[0]}}}",
            )

    def __bool__(self) -> bool:
        """Whether anything is printed."""
        return bool(self.text)

    def _refuse_braces(self) -> None:
        rest = _SLOT.sub("", self.text)
        if "{" in rest or "}" in rest:
            raise Unfit(
                "“{text}”里花括号不成对，或括号里不是名称；写成{{city}}这样",
                "the braces of '{text}' hold no slot; write them like {{city}}", text=self.text,
            )  # fmt: skip

    def judge(self, slot: Slot) -> None:
        """Refuse a slot the pattern has not, and a form no slot has. Raises Unfit."""
        if self.SLOTS is not None and slot.name not in self.SLOTS:
            raise unknown(slot, self.SLOTS)
        if slot.form and self.SLOTS is not None:
            raise Unfit("{slot}里冒号后的写法用不上；请删去", "nothing belongs after the colon of {slot}",
                        slot=slot)  # fmt: skip
        if slot.form and slot.form != UPPER:
            try:
                DateForm(slot.form)
            except Unfit:
                if not nearest(slot.form.lower(), [UPPER], 0.7):
                    raise
                raise Unfit("{slot}：是否为{{{name}:upper}}？", "{slot}: did you mean {{{name}:upper}}?",
                            slot=slot, name=slot.name) from None  # fmt: skip

    @cached_property
    def pieces(self) -> tuple[str | Slot, ...]:
        """Literal words and slots, in order."""
        found: list[str | Slot] = []
        last = 0
        for match in _SLOT.finditer(self.text):
            found += [self.text[last : match.start()], Slot(match[1], match[2] or "")]
            last = match.end()
        return tuple(piece for piece in [*found, self.text[last:]] if piece)

    @property
    def slots(self) -> list[Slot]:
        """The slots, in order."""
        return [piece for piece in self.pieces if isinstance(piece, Slot)]

    @property
    def says(self) -> bool:
        """Whether it is more than slots whose words may be any: it has words of its own, or a date."""
        return any(
            any(map(str.isalnum, piece)) if isinstance(piece, str) else piece.form not in ("", UPPER)
            for piece in self.pieces
        )

    def around(self, name: str) -> tuple[str, str]:
        """The words before and behind a slot, where there is no other; nothing where it has not that slot."""
        before, found, after = self.text.partition(f"{{{name}}}")
        return (before, after) if found else ("", "")

    def write(self, **values: str) -> str:
        """The words with a value in each slot."""
        return "".join(
            piece if isinstance(piece, str) else values[piece.name.replace(".", "_")] for piece in self.pieces
        )

    def parse(self, text: str) -> Mapping[str, str] | None:
        """The value of each slot in a text that the pattern wrote, or None for any other text.

        >>> Pattern("{city}{published:M月d日}讯").parse("绍兴7月4日讯")
        {'city': '绍兴', 'published': '7月4日'}
        """
        found = self._written.fullmatch(text.strip()) if self.text else None
        return {key.replace("__", "."): value for key, value in found.groupdict().items()} if found else None

    def opening(self, text: str) -> str:
        """What the pattern wrote at the beginning of a text, such as a dateline run into a lead, or nothing.

        >>> Pattern("{city}{published:M月d日}讯").opening("绍兴7月4日讯　古镇本月开放。")
        '绍兴7月4日讯'
        """
        found = self._written.match(text) if self.text else None
        return found[0] if found else ""

    @cached_property
    def _written(self) -> re.Pattern[str]:
        """What the pattern writes: dates have their form, anything else is as short as can be."""
        named: set[str] = set()
        whole = type(self)(self.text.strip()) if self.text != self.text.strip() else self
        return compiled("".join(_source(piece, named) for piece in whole.pieces))


def _source(piece: str | Slot, named: set[str]) -> str:
    if isinstance(piece, str):
        return re.escape(piece)
    inner = DateForm(piece.form).source if piece.form not in ("", UPPER) else r"[^\n]{1,200}?"
    if piece.name in named:
        return f"(?:{inner})"
    named.add(piece.name)
    return f"(?P<{piece.name.replace('.', '__')}>{inner})"


def unknown(slot: Slot, known: tuple[str, ...]) -> Unfit:
    """What is said of a slot there is not."""
    meant = nearest(slot.name, known)
    if meant:
        return Unfit("没有{slot}；是否为{{{meant}}}？", "there is no {slot}; did you mean {{{meant}}}?",
                     slot=slot, meant=meant)  # fmt: skip
    return Unfit("没有{slot}；可用：{known}", "there is no {slot}; there are {known}",
                 slot=slot, known=series(f"{{{name}}}" for name in known))  # fmt: skip
