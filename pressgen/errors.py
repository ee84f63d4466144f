"""Everything that can go wrong with what pressgen is given, each error knowing its place.

PressgenError                 the one to catch
├── UsageError                the command line asks for what there is not
├── FileError                 a file that cannot be read or written as what it is
├── EventError                a fact that is missing, misspelt, impossible or ambiguous
├── HouseError                a house, a release type or a newsroom's folder that cannot be used
├── TemplateError             a template that does not say what it should
├── GlossaryError             a glossary that contradicts itself or its form
├── FigureError               text that is no figure, or a figure that cannot be written
├── RateError                 no exchange rate, or one that cannot be true
└── Faults                    several of the above at once, in the order of the file
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

UI = Literal["zh", "en"]
"""The language a person is spoken to in; it has nothing to do with the language of a release."""


class Place(NamedTuple):
    """Where in a file something stands: ``event.yaml:12:3``, or ``glossary.xlsx!C7``.

    Lines and columns count from 1, columns in code points.
    """

    file: str
    line: int | None = None
    column: int | None = None
    cell: str = ""

    def __str__(self) -> str:
        """The place as editors and terminals link to it."""
        if self.cell:
            return f"{self.file}!{self.cell}"
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


@dataclass(frozen=True, slots=True)
class Wording:
    """One message in the two languages of the people who read it, with ``{fields}`` left open.

    >>> Wording("{who}已发", "{who} is out").say("en", who=Wording("中文稿", "the Chinese draft"))
    'the Chinese draft is out'
    """

    zh: str
    en: str

    def say(self, ui: UI, **fields: object) -> str:
        """The message in one language; a field that is itself a wording or an error speaks it too."""
        spoken = {
            name: value.say(ui) if isinstance(value, Wording | PressgenError) else value
            for name, value in fields.items()
        }
        return (self.zh if ui == "zh" else self.en).format(**spoken)


def series(names: Iterable[object]) -> Wording:
    """Things as messages name them one after the other.

    >>> series(["zh", "en"]).say("zh"), series(["zh", "en"]).say("en")
    ('zh、en', 'zh, en')
    """
    texts = [str(name).replace("{", "{{").replace("}", "}}") for name in names]
    return Wording("、".join(texts), ", ".join(texts))


class PressgenError(Exception):
    """Something pressgen was given cannot be used; says where, what is wrong and what to do.

    The wording is a pair (Chinese, English) with ``{fields}``, so that one error speaks either
    language. ``str(error)`` is English.
    """

    def __init__(self, zh: str, en: str, at: Place | None = None, **fields: object) -> None:
        self.wording = Wording(zh, en)
        self.at = at
        self.fields = fields
        super().__init__(zh, en)

    def say(self, ui: UI = "en") -> str:
        """One line: ``file:line:column: what is wrong; what to do``."""
        message = " ".join(self.wording.say(ui, **self.fields).split())
        return f"{self.at}: {message}" if self.at else message

    def __str__(self) -> str:
        return self.say("en")


class UsageError(PressgenError):
    """The command line asks for what there is not."""


class FileError(PressgenError):
    """A file that cannot be read or written as what it is."""


class EventError(PressgenError):
    """A fact that is missing, misspelt, impossible or ambiguous."""


class HouseError(PressgenError):
    """A house, a release type or a newsroom's folder that cannot be used."""


class TemplateError(PressgenError):
    """A template that does not say what it should."""


class GlossaryError(PressgenError):
    """A glossary that contradicts itself or its form."""


class FigureError(PressgenError):
    """Text that is no figure, or a figure that cannot be written."""


class RateError(PressgenError):
    """No exchange rate, or one that cannot be true."""


class Faults(PressgenError):  # noqa: N818  # a list of errors is not an error more
    """Several errors at once, so that a file is mended in one go."""

    def __init__(self, errors: Iterable[PressgenError]) -> None:
        self.errors: Sequence[PressgenError] = tuple(errors)
        super().__init__("", "")

    def say(self, ui: UI = "en") -> str:
        """One line an error."""
        return "\n".join(error.say(ui) for error in self.errors)


def raise_all(errors: Sequence[PressgenError]) -> None:
    """Raise nothing, the one error, or all of them together, what is said twice once."""
    different = list({str(error): error for error in errors}.values())
    if len(different) == 1:
        raise different[0]
    if different:
        raise Faults(different)
