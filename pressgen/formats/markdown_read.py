"""Anyone's Markdown as blocks that know their line; what has no place in a release is listed as lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pressgen.document import Block, Lang, Loss, Mark, Release, Role, Span
from pressgen.errors import FileError, Place
from pressgen.formats.address import is_safe, to_file
from pressgen.formats.markdown_front import Front, read_front
from pressgen.formats.plain import received
from pressgen.formats.roles import WRAPPED, Shape, infer, lang_in, shape_of
from pressgen.grid import Counter as Cells
from pressgen.house.forms import GENERAL, Forms
from pressgen.text import han

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


_KINDS = {"strong": "strong", "em": "emphasis", "link": "link"}


@dataclass(frozen=True, slots=True)
class Passage:
    """What a paragraph says, with its marks."""

    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def unwrapped(self) -> tuple[Mark, ...]:
        """The marks without the one that is the paragraph's own emphasis."""
        marks = list(self.marks)
        marks.remove(Mark(0, len(self.text), "emphasis"))
        return tuple(marks)


def passage(tokens: Sequence[Token], losses: Counter[str]) -> Passage:
    """A paragraph's tokens as text and marks; what is dropped is counted in ``losses``."""
    builder = _Builder(losses)
    for index, token in enumerate(tokens):
        builder.add(token, tokens[index + 1].content[:1] if index + 1 < len(tokens) else "")
    return Passage("".join(builder.parts), tuple(builder.marks))


class _Builder:
    def __init__(self, losses: Counter[str]) -> None:
        self.losses = losses
        self.parts: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []
        self.waiting: list[tuple[int, str]] = []

    def add(self, token: Token, following: str) -> None:
        if token.type == "image":
            self.image(token)
        elif token.type == "softbreak":
            self.say(_joint(self.parts[-1][-1:] if self.parts else "", following))
        elif token.type == "hardbreak":
            self.say("\n")
        elif token.nesting:
            self.sign(token)
        else:
            self.say(token.content)

    def say(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.length += len(text)

    def sign(self, token: Token) -> None:
        kind = _KINDS.get(token.type.rsplit("_", 1)[0], "")
        if token.nesting > 0:
            if not kind:
                self.losses["strikethrough"] += 1
            self.waiting.append((self.length, str(token.attrGet("href") or "")))
            return
        start, target = self.waiting.pop()
        if kind:
            self.mark(start, kind, target)

    def image(self, token: Token) -> None:
        start = self.length
        alt = passage(token.children or [], Counter())
        self.say(alt.text)
        target = str(token.attrGet("src") or "")
        if is_safe(target):
            self.marks.append(Mark(start, self.length, "image", to_file(target)))
        else:
            self.losses["unsafe picture"] += 1

    def mark(self, start: int, kind: str, target: str) -> None:
        if not is_safe(target):
            self.losses["unsafe link"] += 1
        elif self.length > start:
            self.marks.append(Mark(start, self.length, kind, target))


def _joint(before: str, after: str) -> str:
    """What a line's end in the middle of a paragraph is: nothing between Chinese characters, else a blank."""
    return "" if han(before + after) == 2 or _is_wide(before) or _is_wide(after) else " "


def _is_wide(character: str) -> bool:
    return bool(character) and character in "，。、；：？！“”‘’（）《》〈〉【】—…"


MAX_BRACKETS = 50_000
"""More opening brackets than any release has."""

_CONTAINERS: dict[str, Shape] = {"blockquote": "quote", "th": "cell", "td": "cell"}
_STEPS = {
    "table_open": Cells.open_table, "table_close": Cells.close_table, "tr_open": Cells.open_row,
    "th_open": Cells.open_cell, "td_open": Cells.open_cell,
}  # fmt: skip
"""What the beginnings and ends of a table mean for the place of its cells."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph as the parser found it: how it looks, what it says, its first line (from 1), its cell."""

    shape: Shape
    said: Passage
    line: int
    cell: str = ""

    @property
    def holds_place(self) -> bool:
        """Whether it counts even without text: an empty cell, a picture without alternative text."""
        return self.shape == "cell" or any(mark.kind == "image" for mark in self.said.marks)


def read(data: bytes, name: str, forms: Forms = GENERAL) -> Release:
    """A Markdown file's blocks. Raises FileError where it is too large, not UTF-8 or holds controls."""
    text = received(data, name)
    front = read_front(text, name)
    lines = text.split("\n")
    body = "\n" * front.lines + "\n".join(lines[front.lines :])
    _refuse_brackets(body, name)
    losses: Counter[str] = Counter()
    found = _paragraphs(_parser().parse(body), losses)
    paragraphs = [paragraph for paragraph in found if paragraph.said.text or paragraph.holds_place]
    roles = infer(((paragraph.shape, paragraph.said.text) for paragraph in paragraphs), forms)
    blocks = (forms.marks.marked(block) for block in _blocks(paragraphs, roles, front, name, lines))
    return Release(
        tuple(blocks),
        published=front.published,
        losses=tuple(Loss(what, count) for what, count in sorted((+losses).items())),
    )


def _refuse_brackets(text: str, name: str) -> None:
    """Brackets cost the parser the square of their number: what nobody writes is not parsed."""
    if text.count("[") > MAX_BRACKETS:
        raise FileError(
            "方括号“[”超过{most}个；请检查文件是否损坏",
            "the file holds more than {most} brackets '['; check whether it is damaged",
            Place(name),
            most=f"{MAX_BRACKETS:,}",
        )


@cache
def _parser() -> MarkdownIt:
    """CommonMark with tables; HTML is text, and every address is left for us to judge."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  # 40 ms, and many commands read no Markdown

    parser = MarkdownIt("js-default")
    setattr(parser, "normalizeLink", str)  # noqa: B010  # mypy takes no method for a variable
    setattr(parser, "validateLink", bool)  # noqa: B010
    return parser


def _paragraphs(tokens: Sequence[Token], losses: Counter[str]) -> Iterator[_Paragraph]:
    inside: list[Token] = []
    cells = Cells()
    for token in tokens:
        if step := _STEPS.get(token.type):
            step(cells)
        if token.nesting > 0:
            inside.append(token)
            losses["list number"] += token.type == "list_item_open" and token.info != ""
        elif token.nesting < 0:
            inside.pop()
        elif token.type == "inline":
            yield from _said(token, _shape(inside), losses, cells.name)
        elif token.type in ("fence", "code_block"):
            said = Passage(token.content.rstrip("\n"))
            yield _Paragraph("text", said, _line(token) + (token.type == "fence"))


def _shape(inside: Sequence[Token]) -> Shape:
    found = (_CONTAINERS.get(token.type.removesuffix("_open")) for token in reversed(inside))
    shape: Shape = next(filter(None, found), "text")
    if shape == "text" and inside[-1].type == "heading_open":
        return "heading" if inside[-1].tag == "h1" else "subheading"
    return shape


def _said(token: Token, shape: Shape, losses: Counter[str], cell: str) -> Iterator[_Paragraph]:
    """One paragraph; or one a line, where every line is a credit or the first ones are pictures."""
    for number, tokens in _lines(token, shape):
        said = passage(tokens, losses)
        own = shape_of(said.text, said.marks) if shape == "text" else shape
        yield _Paragraph(own, said, _line(token) + number, cell)


def _lines(token: Token, shape: Shape) -> Iterator[tuple[int, Sequence[Token]]]:
    lines = [line.strip() for line in token.content.split("\n")]
    tokens = token.children or []
    number = 0
    if shape == "text" and len(lines) > 1 and all(map(GENERAL.is_credit, lines)):
        yield from ((at, _parser().parseInline(line)[0].children or []) for at, line in enumerate(lines))
        return
    while shape == "text" and [token.type for token in tokens[:2]] == ["image", "softbreak"]:
        yield number, tokens[:1]
        tokens, number = tokens[2:], number + 1
    yield number, tokens


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


def _blocks(
    paragraphs: Sequence[_Paragraph], roles: Sequence[Role], front: Front, name: str, lines: Sequence[str]
) -> Iterator[Block]:
    column = _Columns(lines)
    for index, (paragraph, inferred) in enumerate(zip(paragraphs, roles, strict=True)):
        said, text = paragraph.said, paragraph.said.text
        lang: Lang = lang_in(front.lang, text, cell=bool(paragraph.cell))
        role, lang = front.of(index + 1, inferred, lang, len(paragraphs))
        marks = said.unwrapped if role in WRAPPED and paragraph.shape == "emphasis" else said.marks
        at = Span(name, index, 0, len(text), text, lang, paragraph.line, column.of(paragraph.line, text))
        yield Block(role, text, lang, tuple(marks), name=paragraph.cell, at=at)


class _Columns:
    """Where on its line a block's text begins, behind the signs; each cell of a row after the one before."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.line, self.past = 0, 0

    def of(self, line: int, text: str) -> int:
        """The column, from 1; that of the line's first sign where the text stands escaped."""
        past = self.past if line == self.line else 0
        source = self.lines[line - 1]
        first = text.split("\n", 1)[0]
        tries = (source.find(first[:length], past) for length in (8, 3, 1) if first)
        at = next((found for found in tries if found >= 0), past)
        self.line, self.past = line, at + len(first)
        return at + 1
