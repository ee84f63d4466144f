"""Regular expressions compiled once for all runs: compiling them took a third of a short command's time.

Python keeps no compiled pattern beyond a process. Here what its compiler makes of one lies in the
user's cache folder, in one file for one Python; deleting it costs one slower run. A file of another Python, a
damaged one, or one that others may write, is not used, and what is read from it is still checked by the
interpreter itself before it runs. ``PRESSGEN_CACHE=off`` leaves the folder alone.
"""

from __future__ import annotations

import atexit
import importlib
import json
import os
import re
import stat
import sys
import time
import zlib
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, NamedTuple

_MOST = 8_000_000
"""Bytes; a larger file is begun anew."""
_WORTH = 0.02
"""Seconds of compiling that are worth writing the file again."""
_WORD: Literal["I"] = "I"
"""A word of compiled code, as ``array`` calls it."""


class Made(NamedTuple):
    """What the interpreter wants for a pattern."""

    flags: int
    code: list[int]
    groups: int
    names: dict[str, int]


def remember() -> None:
    """Have ``re.compile`` look here first in this process, and keep what it compiles for the next.

    Where this Python has other insides than those known, nothing changes.
    """
    if os.environ.get("PRESSGEN_CACHE") == "off" or sys.implementation.name != "cpython":
        return
    try:
        memory = Memory(file())
    except (ImportError, AttributeError):
        return
    re.compile = memory.compile  # the same function, with a memory
    atexit.register(memory.save)


class Memory:
    """Compiled patterns by what they were made of; new ones are kept if they took ``worth`` seconds."""

    def __init__(self, path: Path, worth: float = _WORTH) -> None:
        self._compile: Callable[..., re.Pattern[Any]] = re.compile
        parser, compiler = importlib.import_module("re._parser"), importlib.import_module("re._compiler")
        self._parse, self._code = parser.parse, vars(compiler)["_code"]
        self._engine = importlib.import_module("_sre")
        self._head = f"pressgen 1 {sys.version} {self._engine.MAGIC} {sys.byteorder}\n".encode()
        self._path, self._worth = path, worth
        self._spent = 0.0
        self._new: dict[str, Made] = {}
        self._index: dict[str, list[Any]] = {}
        self._codes = memoryview(b"").cast(_WORD)
        data = own(self._path)
        if data.startswith(self._head):
            self._read(memoryview(data)[len(self._head) :])

    def _read(self, data: memoryview) -> None:
        size, rest = int.from_bytes(data[4:8], "big"), data[8:]
        if zlib.crc32(rest) == int.from_bytes(data[:4], "big"):
            self._index = json.loads(bytes(rest[:size]))
            self._codes = rest[size:].cast(_WORD)

    def compile(self, pattern: Any, flags: int | re.RegexFlag = 0) -> re.Pattern[Any]:
        """As ``re.compile``."""
        if not isinstance(pattern, str):
            return self._compile(pattern, flags)
        key = f"{int(flags)} {pattern}"
        try:
            return self._pattern(pattern, self._found(key) or self._made(key, pattern, int(flags)))
        except (RuntimeError, TypeError, ValueError, OverflowError, LookupError):
            return self._compile(pattern, flags)

    def _found(self, key: str) -> Made | None:
        if key not in self._index:
            return self._new.get(key)
        start, end, flags, groups, names = self._index[key]
        return Made(flags, self._codes[start:end].tolist(), groups, names)

    def _made(self, key: str, pattern: str, flags: int) -> Made:
        """What ``re.compile`` does up to its last step, and noted."""
        began = time.perf_counter()
        tree = self._parse(pattern, flags)
        flags |= tree.state.flags
        made = Made(flags, self._code(tree, flags), tree.state.groups - 1, tree.state.groupdict)
        self._new[key] = made
        self._spent += time.perf_counter() - began
        return made

    def _pattern(self, pattern: str, made: Made) -> re.Pattern[str]:
        """The last step, in which the interpreter checks the code."""
        flags, code, groups, names = made
        by_number = {number: name for name, number in names.items()}
        numbered = tuple(by_number.get(number) for number in range(groups + 1))
        found: re.Pattern[str] = self._engine.compile(pattern, flags, code, groups, names, numbered)
        return found

    def save(self) -> None:
        """Write what is new, where it took long to compile; a folder that cannot be written is no fault."""
        if self._spent < self._worth:
            return
        from pressgen.errors import FileError  # noqa: PLC0415  # most runs compile nothing
        from pressgen.outbox import put  # noqa: PLC0415  # as above

        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            put(self._path, self._head + self._written())
        except (FileError, OSError):
            return

    def _written(self) -> bytes:
        small = self._codes.nbytes < _MOST
        index, codes = (dict(self._index), array(_WORD, self._codes)) if small else ({}, array(_WORD))
        for key, (flags, code, groups, names) in self._new.items():
            index[key] = [len(codes), len(codes) + len(code), flags, groups, names]
            codes.extend(code)
        listed = json.dumps(index).encode()
        listed += b" " * (-len(listed) % codes.itemsize)
        rest = listed + codes.tobytes()
        return zlib.crc32(rest).to_bytes(4, "big") + len(listed).to_bytes(4, "big") + rest


def file() -> Path:
    """Where they are kept, of this user alone."""
    import platformdirs  # noqa: PLC0415  # only a process of the command line has a cache

    return Path(platformdirs.user_cache_dir("pressgen", appauthor=False)) / "patterns.bin"


def own(path: Path) -> bytes:
    """The file, where it is there and only this user can have written it."""
    try:
        facts = path.stat()
        alone = not hasattr(os, "getuid") or (
            facts.st_uid == os.getuid() and not facts.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        )
        return path.read_bytes() if alone else b""
    except OSError:
        return b""
