"""Patterns of modules, compiled when they are first used: a command needs few of those it imports.

What ``re`` makes of a pattern is numbers, and making them takes fifty times as long as taking them from
``memory``; ``_sre`` examines them as if it had made them itself. Where Python's own parts are not what they
were, patterns are compiled as ever.
"""

from __future__ import annotations

import importlib
import re
import sys
from array import array
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, AnyStr, Generic, cast

from pressgen import memory

_Row = tuple[int, int, dict[str, int], bytes]
"""What ``re`` makes of a pattern: its flags, its groups and their names, its numbers as bytes."""


_ALIKE = 2
"""Letters that words begin with and are tried by."""


class _Regex(Generic[AnyStr]):
    """Compiles at the first call of a method, and from then on has those of the compiled pattern."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        made = compiled(self.pattern, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(made, method))
        return getattr(made, name)


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern that compiles at the first call of one of its methods: a range of Han alone takes 0.5 ms.

    It is not the ``re`` of its matches: where that is compared, ``compiled`` is called.

    >>> regex("[0-9]+").findall("7月18日")
    ['7', '18']
    """
    return cast("re.Pattern[AnyStr]", _Regex(pattern, flags))


def compiled(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern compiled, from what an earlier process made of it where that is known.

    For patterns of the program; one made of a text or of somebody's data is for ``re.compile``, else what is
    known grows with every text.

    >>> compiled("(?P<day>[0-9]+)日").search("7月18日")["day"]
    '18'
    """
    if isinstance(pattern, bytes):
        return re.compile(pattern, flags)
    try:
        row: _Row | None = memory.row(f"{int(flags)} {pattern}", lambda: _made(pattern, int(flags)))
        if row is None:
            return re.compile(pattern, flags)
        known, groups, names, numbers = row
        places: list[str | None] = [None] * (groups + 1)
        for name, place in names.items():
            places[place] = name
        codes = array("I", numbers).tolist()
        made: re.Pattern[AnyStr] = _python()["compile"](pattern, known, codes, groups, names, tuple(places))
    except (ImportError, AttributeError, LookupError, TypeError, ValueError, RuntimeError, OverflowError):
        made = re.compile(pattern, flags)
    return made


def either(words: Iterable[str], escaped: Callable[[str], str] = re.escape) -> str:
    """A pattern for any of these words, the longest first; those that begin alike are tried together.

    Of words one after the other ``re`` tries each at each place of a text.

    >>> either(["mayor", "mother", "major", "mayors"])
    'ma(?:yors|jor|yor)|mo(?:ther)'
    """
    begun: dict[str, list[str]] = {}
    for word in sorted(sorted(words), key=len, reverse=True):
        begun.setdefault(word[:_ALIKE], []).append(escaped(word[_ALIKE:]))
    return "|".join(f"{escaped(each)}(?:{'|'.join(rest)})" for each, rest in begun.items())


def _made(pattern: str, flags: int) -> _Row:
    """What ``re`` makes of a pattern, as ``re.compile`` does it, before the numbers become a pattern."""
    python = _python()
    parsed = python["parse"](pattern, flags)
    numbers = array("I", python["code"](parsed, flags)).tobytes()
    state = parsed.state
    return flags | state.flags, state.groups - 1, dict(state.groupdict), numbers


def remember_written() -> None:
    """From now on in this process ``re`` takes patterns written in code from ``memory``, whosever code it is.

    One that code makes may be made of a text, or in another order each time, and compiles as ever. To be
    asked again changes nothing.
    """
    compiler: Any = importlib.import_module("re._compiler")
    if compiler.compile.__module__ == __name__:
        return
    plain: Callable[[Any, int], re.Pattern[Any]] = compiler.compile

    def compile_written(pattern: Any, flags: int) -> re.Pattern[Any]:
        asking = sys._getframe(3).f_code  # noqa: SLF001  # behind ``re.search`` and the like
        written = any(pattern is each for each in asking.co_consts)
        return compiled(pattern, flags) if written else plain(pattern, flags)

    compiler.compile = compile_written


@cache
def _python() -> dict[str, Any]:
    """Python's own parts that ``re.compile`` is made of."""
    machine: Any = importlib.import_module("_sre")
    compiler: Any = importlib.import_module("re._compiler")
    parser: Any = importlib.import_module("re._parser")
    return {"compile": machine.compile, "code": compiler._code, "parse": parser.parse}  # noqa: SLF001  # nothing public gives the numbers
