"""What a person most likely did where YAML cannot be read: a tab, a full-width colon, an open quote."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from pressgen.errors import FileError, Place
from pressgen.regex import regex

_KEY = r"[ \t]*(?:- +)*[A-Za-z_][\w.-]*"
_TAB = regex(r"^ *\t+[ \t]*(?=\S)")
_WIDE_COLON = regex(rf"^{_KEY}[ 　]*(：)")
_WIDE_BLANK = regex(r"^[ \t]*(?:- *)?(　+)|^[ ]*[A-Za-z_][\w.-]*:(　+)")
_NO_BLANK = regex(r"^[ ]*(?:- +)*[A-Za-z_][\w.-]*(:)(?![ \n/]|$)[^:]*$")
_WIDE_INSIDE = regex(r"\{ *[A-Za-z_]\w*(：)|\{[^}\"]*?(，) ?[A-Za-z_]\w* ?[:：]")
_WIDE_NAME = regex(r"　+[A-Za-z_]|[A-Za-z_][\w.-]*[ 　]*：|[A-Za-z_][\w.-]*　")
_COLON = (
    "字段名后面是全角冒号“：”；请写半角冒号加空格“: ”",
    "a full-width colon (：) follows the field's name; write ': '",
)
_BLANK = ("这里是全角空格；请改用半角空格", "there is a full-width space here; use plain ones")
_SIGN = regex(r"(?:^|[:,\[{-])[ ]+([%@`])|[\[{]([%@`])|(?<=: )([*&!])(?=\S)")

_BRACKETS = regex(
    r"""(?<=[:,\[{-] )"(?:\\.|[^"\\])*"|(?<=[:,\[{-] )'(?:''|[^'])*'|(?:^|[ \t])#[^\n]*|[][{}]""",
    re.MULTILINE,
)
"""Brackets, and before them quoted text and comments, whose brackets mean nothing."""

_COMMENTED = regex(r"[{,\[] *(?:[A-Za-z_][\w.-]*: *)?[^\"'#]*?(?:^|(?<=[\s,:{\[]))(#)")
"""A number sign in a line's braces, which begins a comment: {color: #C00000}."""
_APOSTROPHE = regex(r"(?:^|[:\[{,]|- ) *'[^'\n]*[A-Za-z](')[A-Za-z]")
"""An apostrophe within a text in single quotes, which ends it: 'Xi'an signs'."""

_DEEPEST = 32


class _Look(NamedTuple):
    """A usual fault: its pattern, what to say, and where it is looked for.

    That is in every line read, near the line where the parser stopped (it may stop a line later), or in that
    alone.
    """

    pattern: re.Pattern[str]
    where: Literal["all", "near", "line"]
    zh: str
    en: str


_LOOKS = (
    _Look(
        _TAB,
        "all",
        "这一行用制表符（Tab）缩进；请改用空格",
        "this line is indented with a tab; indent with spaces",
    ),
    _Look(_WIDE_COLON, "all", *_COLON),
    _Look(_WIDE_BLANK, "all", *_BLANK),
    _Look(
        _APOSTROPHE,
        "near",
        '单引号里的撇号使引号提前结束；请把整段放进双引号，如"Xi\'an signs"',
        'the apostrophe ends the single quotes; put the text in double quotes, such as "Xi\'an signs"',
    ),
    _Look(
        _SIGN,
        "near",
        "以%、@、`、*、&、!开头的内容请加引号",
        "put a value that begins with %, @, `, *, & or ! in quotes",
    ),
    _Look(
        _NO_BLANK,
        "near",
        "冒号后面少了一个空格；请写“字段: 值”",
        "a space is missing after the colon; write 'name: value'",
    ),
    _Look(
        _WIDE_INSIDE,
        "line",
        "花括号里用了全角标点；请写成{{zh: …, en: …}}，文字本身有标点时加引号",
        "full-width punctuation stands between braces; write {{zh: …, en: …}}, quote text that has commas",
    ),
)
_COMMENT = _Look(
    _COMMENTED,
    "line",
    '空格加#会使后面的内容成为注释，括号就没有关上；请加引号，如"#C00000"',
    "a space and # make a comment of the rest, so the bracket is never closed; "
    'put it in quotes, such as "#C00000"',
)
"""Looked for only where a bracket was left open."""

CUT = (
    "空格加#会使后面的内容成为注释；文字里有#请给整段加引号，是注释请在#后面空一格",
    "a blank and # make a comment of what follows; quote text that holds #, "
    "and put a space after the # of a comment",
)
_FIELD = regex(r"\s*(?:- )?[A-Za-z_]\w*:(?:\s|$)")
_GLUED = regex(r"[ \t]+#(?=[^\s#])")
_NUMBERED = regex(r"[ \t]+#(?=[0-9]|[^\s#]+#)")


def cut(value: str, rest: str) -> int:
    """Where in the rest of a value's line a number sign stands that may belong to the text; 0 for none.

    >>> cut("Foshan opens project", " #1 in Suzhou"), cut("苏州", "  # 待核实"), cut("2023-07-14", " #签约日")
    (1, 0, 0)
    """
    if "#" not in rest:
        return 0
    wordy = any(map(str.isalpha, value))
    found = (_GLUED if wordy else _NUMBERED).match(rest)
    return found.end() - 1 if found else 0


def _never_closed(rows: list[str], opened: Place, line: int) -> FileError | None:
    """The fault of a brace behind which the next field begins, no further in, before it was closed."""
    first, last = rows[(opened.line or 1) - 1], rows[line - 1] if line <= len(rows) else ""
    if line <= (opened.line or 0) or not _FIELD.match(last) or _indent(last) > _indent(first):
        return None
    return FileError(
        "这个花括号没有关上；请在这一行补上 }}",
        "this brace is never closed; close it on its line with }}",
        opened,
    )


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())


def explained(text: str, name: str, line: int, context: str, opened: Place | None) -> FileError | None:
    """The fault a person made, or None where it is none of the usual ones.

    ``line`` is that of the parser's own message (from 1), ``context`` what it was reading, ``opened`` where
    that began. Tabs and wide signs are looked for from the top down to just below it.
    """
    rows = text.splitlines()[: line + 1]
    if "quoted scalar" in context and opened:
        return FileError(
            "这个引号没有配对的另一半；请补上，文字里的引号用“ ”",
            "this quotation mark is never closed; close it, or use “ ” inside the text",
            opened,
        )
    if context == "while parsing a flow sequence" and opened:
        return FileError(
            "这个方括号没有配对的另一半，或少了逗号；文字本身有[ ]或逗号时请加引号",
            "this bracket is never closed, or a comma is missing; quote text that holds [ ] or commas",
            opened,
        )
    usual = next(filter(None, (_fault(look, rows, name, line) for look in _LOOKS)), None)
    if usual is None and context == "while parsing a flow mapping" and opened and opened.line:
        usual = _fault(_COMMENT, rows, name, opened.line)  # the parser read on behind the comment
        usual = usual or _never_closed(rows, opened, line)
    return usual or (_unclosed(text, name) if line >= len(text.splitlines()) else None)


def _unclosed(text: str, name: str) -> FileError | None:
    """The last bracket that nothing closes, where the parser read on to the end for it."""
    still_open: list[re.Match[str]] = []
    for found in _BRACKETS.finditer(text):
        if found[0] in ("[", "{"):
            still_open.append(found)
        elif found[0] in ("]", "}") and still_open:
            still_open.pop()
    if not 0 < len(still_open) <= _DEEPEST:
        return None  # a file nested without end is called that
    start = still_open[-1].start()
    line = text.count("\n", 0, start) + 1
    if commented := _fault(_COMMENT, text.splitlines(), name, line):
        return commented
    return FileError(
        "这个括号“{sign}”没有配对的另一半；请补上",
        "this '{sign}' is never closed; close it",
        Place(name, line, start - text.rfind("\n", 0, start)),
        sign=text[start],
    )


def wide_name(name: str, at: Place) -> FileError | None:
    """The fault of a field's name that YAML took a full-width blank or colon into, if there is one."""
    if not _WIDE_NAME.match(name):
        return None
    return FileError(*(_COLON if "：" in name else _BLANK), at)


def _fault(look: _Look, rows: list[str], name: str, line: int) -> FileError | None:
    """The first place of a usual fault among the rows where it is looked for."""
    first, last = {"all": (1, len(rows)), "near": (max(1, line - 1), len(rows)), "line": (line, line)}[
        look.where
    ]
    for number, row in enumerate(rows[first - 1 : last], first):
        if found := look.pattern.search(row):
            return FileError(look.zh, look.en, Place(name, number, found.start(found.lastindex or 0) + 1))
    return None


def syntax(problem: str, at: Place) -> FileError:
    """The parser's own complaint in words, where no usual fault is found."""
    zh, en = next(((zh, en) for start, zh, en in _PROBLEMS if start in problem), _OTHERWISE)
    return FileError(zh, en, at, problem=problem)


_INDENT = (
    "缩进与上面的字段不一致；同一层的字段请左边对齐，下一层多缩进两格",
    "the indentation does not match the lines above; align fields of one level, indent deeper ones by two",
)
_PROBLEMS = (
    (
        "mapping values are not allowed",
        "此处的冒号无法理解；文字中有“: ”时请把整段加引号，字段前多了空格时请与上面对齐",
        "this colon cannot be understood; put text that holds ': ' in quotes, "
        "or align the field with those above",
    ),
    (
        "':'",
        "这一行不是“字段: 值”；请补上冒号和空格，长文字接在上一行时要多缩进",
        "this line is not 'name: value'; add a colon and a space, or indent text that goes on from above",
    ),
    (
        "',' or '}'",
        "花括号里少了逗号；文字本身有 {{ }} 或逗号时请加引号",
        "a comma is missing inside {{ }}; put text that holds braces or commas in quotes",
    ),
    ("expected key", *_INDENT),
    ("'-' indicator", *_INDENT),
    ("block sequence entries are not allowed", *_INDENT),
    ("<document start>", *_INDENT),
    (
        "cannot start any token",
        "这个符号不能开头；请把整段加引号",
        "no text may begin with this character; put it in quotes",
    ),
    (
        "escape",
        "双引号里的反斜杠后面写错了；请改用单引号，或写成\\\\",
        "a backslash in double quotes is followed by a wrong character; use single quotes, or write \\\\",
    ),
    (
        "end of stream",
        "内容没有写完；请核对引号和括号",
        "the file ends too early; look at its quotes",
    ),
)
"""What the parser says, and what to do."""
_OTHERWISE = (
    "这里的YAML写法有误；请核对缩进、冒号和引号",
    "not valid YAML ({problem}); look at indentation, colons and quotes",
)
