"""What a fact can be besides a figure: words in one or two languages, a name, a pinned rate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from pressgen.figures.figure import Figure
from pressgen.regex import regex

REFERENCE = regex(r"\{\s*([A-Za-z_][\w.]*)\s*\}")
"""A fact named in a text: ``{investment.total}``."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words of the writer's own in Chinese, English or both; what is missing is empty."""

    zh: str = ""
    en: str = ""

    def of(self, lang: str) -> str:
        """The words in one language, or nothing."""
        return self.en if lang == "en" else self.zh


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it was written: ``text`` where the glossary is to be asked, else ``zh`` and ``en``.

    ``open``: how its Chinese is read has still to be asked for, so its English may be another.

    >>> Name(text="苏州").of("en"), Name(zh="金鸡湖", en="Jinji Lake").of("en")
    ('', 'Jinji Lake')
    """

    text: str = ""
    zh: str = ""
    en: str = ""
    open: bool = False

    def of(self, lang: str) -> str:
        """What the event itself gives in one language, or nothing."""
        return self.en if lang == "en" else self.zh

    @property
    def written(self) -> str:
        """The name in the first form there is."""
        return self.text or self.zh or self.en


@dataclass(frozen=True, slots=True)
class Pin:
    """The rate a release converts at: that of the day ``on`` (ISO 8601), or yuan a unit of a currency.

    ``never``: no sum of this release is converted, whatever its house does.
    """

    on: str = ""
    prices: Mapping[str, Decimal] | None = None
    never: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """Another fact, by the path somebody wrote: ``signed.projects``."""

    path: str

    @property
    def written(self) -> str:
        """The reference as a text has it."""
        return f"{{{self.path}}}"


Value = Figure | Text | Name | Pin | Reference | Path | str
"""The value of a fact; a word, a choice and a moment (``2023-07-18T16:17``) are ``str``."""
