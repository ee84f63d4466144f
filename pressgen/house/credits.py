"""Credit lines: who wrote, revised and took the pictures, as a house writes them and finds them again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from pressgen.regex import compiled, regex
from pressgen.text import LANGUAGES, Language, Pair

_PIPES, _COLONS = "|｜丨", ":："
_BLANK = r"[ \t\u3000]*"
_BETWEEN = regex(r"[,，、;；/]|\s{2,}|\band\b|\s*&\s*")
_STRANGE_LABEL = regex(rf"\s\S{{1,14}}{_BLANK}[{_PIPES}{_COLONS}]")
_ENDED = regex(r"[。！？；!?;”」]\s*$|[a-z]\.\s*$")
_LONGEST = {"zh": 16, "en": 60}
"""What stands behind a label and a colon or blank is a name where it is no longer than so many characters."""
_JOINTS = frozenset(("and", "of", "for", "the", "de", "van", "von", "bin", "al"))

Place = Literal["credits", "byline"]


@dataclass(frozen=True, slots=True)
class Credit:
    """One credit: its label in both languages, and whether a release may go without it.

    A language without a label does not print it. ``behind`` stands behind its names. ``place`` is the part
    of the release it stands in.
    """

    zh: str = ""
    en: str = ""
    required: bool = False
    behind: Pair[str] = Pair("", "")
    place: Place = "credits"

    def label(self, lang: str) -> str:
        """The label in one language."""
        return self.en if lang == "en" else self.zh


@dataclass(frozen=True, slots=True)
class Credited:
    """One credit in a text: its role, label, names, and where its label and the sign behind it stand."""

    role: str
    label: str
    names: tuple[str, ...]
    start: int
    sign: tuple[int, int]

    @property
    def people(self) -> list[str]:
        """The names one by one, whatever sign a colleague put between them."""
        parted = (part.strip() for name in self.names for part in _BETWEEN.split(name))
        return [name for name in parted if name]


@dataclass(frozen=True)
class Credits:
    """The credit lines in their order; a house's ``separator`` stands behind a label.

    ``between`` joins names, ``last`` joins the last of several where it is another. ``join`` parts credits
    that share one line; without it each has its own. ``order`` is that of a language where it is another.
    ``four_eyes``: the reporter may not be the revisor.
    """

    lines: dict[str, Credit] = field(default_factory=dict)
    separator: Pair[str] = Pair(" | ", " | ")
    between: Pair[str] = Pair("、", ", ")
    last: Pair[str] = Pair("", "")
    join: Pair[str] = Pair("", "")
    order: Pair[tuple[str, ...]] = Pair((), ())
    four_eyes: bool = True

    def roles(self, lang: str) -> list[str]:
        """The roles that a language credits, in its order."""
        first = self.order.of(lang)
        return [role for role in dict.fromkeys([*first, *self.lines]) if self.lines[role].label(lang)]

    def joint(self, lang: str, index: int, count: int) -> str:
        """What stands in front of the name number ``index`` of so many."""
        last = self.last.of(lang) if index == count - 1 else ""
        return (last or self.between.of(lang)) if index else ""

    def write(self, role: str, names: Sequence[str], lang: Language) -> str:
        """One credit.

        >>> Credits({"reporter": Credit("撰文")}, Pair("：", " ")).write("reporter", ["李琳"], "zh")
        '撰文：李琳'
        """
        line = self.lines[role]
        joined = "".join(self.joint(lang, i, len(names)) + name for i, name in enumerate(names))
        return line.label(lang) + self.separator.of(lang) + joined + line.behind.of(lang)

    def parse(self, text: str, lang: Language) -> list[Credited]:
        """The credits of a line that holds nothing else, in their order; those of other roles end one.

        Look-alikes of the separator are read, too: ``记者｜李琳`` where the house writes ``记者 | 李琳``.
        """
        if not self._labels[lang] or not self._label[lang].match(text.lstrip()):
            return []
        found = list(self._credit[lang].finditer(text))
        ends = [match.start() for match in found[1:]] + [len(text)]
        credits_ = [self._read(text, match, end, lang) for match, end in zip(found, ends, strict=True)]
        sure = all(any(pipe in match[2] for pipe in _PIPES) for match in found)
        return credits_ if sure or _are_names(text, credits_, lang) else []

    def _read(self, text: str, match: re.Match[str], end: int, lang: Language) -> Credited:
        role = self._labels[lang][match[1].casefold()]
        named = _STRANGE_LABEL.split(text[match.end() : end])[0].strip()
        named = named.removesuffix(self.join.of(lang).strip()).strip()
        named = named.removesuffix(self.lines[role].behind.of(lang).strip()).strip()
        between = self.between.of(lang)
        if self.last.of(lang):
            named = named.replace(self.last.of(lang), between)
        names = tuple(name.strip() for name in (named.split(between) if between else [named]) if name.strip())
        return Credited(role, match[1], names, match.start(), match.span(2))

    @cached_property
    def _labels(self) -> Mapping[Language, Mapping[str, str]]:
        """Which role a label names, in each language."""
        return {
            lang: {self.lines[role].label(lang).casefold(): role for role in self.roles(lang)}
            for lang in LANGUAGES
        }

    @cached_property
    def _label(self) -> Mapping[Language, re.Pattern[str]]:
        """A label and the house's sign behind it, or what looks like that sign."""
        return {lang: compiled(self._source(lang), re.IGNORECASE) for lang in LANGUAGES}

    @cached_property
    def _credit(self) -> Mapping[Language, re.Pattern[str]]:
        """The same wherever a credit may begin."""
        return {
            lang: compiled(rf"(?:^|(?<=[\s;；/，,、])){self._source(lang)}", re.IGNORECASE | re.MULTILINE)
            for lang in LANGUAGES
        }

    def _source(self, lang: Language) -> str:
        labels = "|".join(sorted(map(re.escape, self._labels[lang]), key=len, reverse=True))
        own = re.escape(self.separator.of(lang))
        return rf"({labels})({_BLANK}[{_PIPES}{_COLONS}]{_BLANK}|{own})"


def _are_names(text: str, found: Sequence[Credited], lang: Language) -> bool:
    """Whether what stands behind labels with a colon or a blank are names, and the line no sentence."""
    names = [name for each in found for name in each.people]
    return bool(names) and not _ENDED.search(text) and all(_is_name(name, lang) for name in names)


def _is_name(text: str, lang: Language) -> bool:
    words = [word for word in text.split() if word not in _JOINTS]
    return len(text) <= _LONGEST[lang] and all(not word.islower() or not word.isascii() for word in words)
