"""Modules found and read with a third of the calls: a command imports hundreds, and few of them are large.

Python asks a folder for each ending that a module may have, and opens its compiled file as a text's reader
would. Here a folder is listed once, and what Python itself compiled is read at once where its first bytes say
that it was made of the source as it is now. Whatever is otherwise (a library in C, a folder without
``__init__.py``, one zipped, a source that changed) Python finds and reads as ever.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader, all_suffixes
from importlib.util import MAGIC_NUMBER, cache_from_source, spec_from_file_location
from types import CodeType, ModuleType

_ENDINGS = tuple(all_suffixes())
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_HEAD = MAGIC_NUMBER + bytes(4)
"""How a compiled file begins that is good for a source of the time and the size that follow."""
_CODE = 16
"""Where its code begins."""
_MOST = 0xFFFFFFFF
_listed: dict[str, _Folder] = {}


def find_quickly() -> None:
    """From now on in this process modules are found here first; to be asked again changes nothing."""
    if Finder not in sys.meta_path and PathFinder in sys.meta_path:
        sys.meta_path.insert(sys.meta_path.index(PathFinder), Finder)


class _Folder:
    """What a folder has that may be imported, by name, and where Python keeps what it compiles of it.

    Raises OSError: it cannot be listed, or is none.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.names: dict[str, list[str]] = {}
        with contextlib.suppress(FileNotFoundError):  # a path may name folders that are not there
            for name in os.listdir(path):  # noqa: PTH208  # strings, of hundreds of modules
                stem, dot, _ = name.partition(".")
                if not dot or name.endswith(_ENDINGS):
                    self.names.setdefault(stem, []).append(name)
        self._compiled, name = os.path.split(cache_from_source(os.path.join(path, "x.py")))  # noqa: PTH118
        self._ending = name.removeprefix("x")

    def compiled(self, stem: str) -> str:
        """The compiled file of a module."""
        return f"{self._compiled}{os.sep}{stem}{self._ending}"


class Loader(SourceFileLoader):
    """Reads what was compiled of a source that is as large and as old as it was then."""

    compiled = ""
    first = b""

    def get_code(self, fullname: str) -> CodeType | None:
        """The code of the module, compiled now where there is none that fits."""
        try:
            file = os.open(self.compiled, _READ)
            try:
                data = os.read(file, os.fstat(file).st_size)
            finally:
                os.close(file)
            if data.startswith(self.first):
                code: CodeType = marshal.loads(memoryview(data)[_CODE:])  # noqa: S302  # as Python itself does
                if code.co_filename == self.path:
                    return code
        except (OSError, EOFError, ValueError, TypeError, AttributeError):
            pass  # whatever is wrong with it, Python says it or compiles anew
        return super().get_code(fullname)


class Finder:
    """Asked for a module before Python's own finder."""

    @staticmethod
    def find_spec(
        fullname: str, path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where a module is, if it is the only one of its name in the first folder that has any."""
        stem = fullname.rpartition(".")[2]
        for place in sys.path if path is None else path:
            folder = _folder(place)
            names = folder.names.get(stem) if folder else ()
            if names is not None:
                return _spec(fullname, folder, stem) if folder and len(names) == 1 else None
        return None


def _folder(place: str) -> _Folder | None:
    """A folder of the path; None for a file, or what is a folder only now and here."""
    if place not in _listed:
        if not os.path.isabs(place):  # noqa: PTH117  # as above
            return None
        try:
            _listed[place] = _Folder(place)
        except (OSError, NotImplementedError):
            return None
    return _listed[place]


def _spec(fullname: str, folder: _Folder, stem: str) -> ModuleSpec | None:
    source = f"{folder.path}{os.sep}{folder.names[stem][0]}"
    inside = None
    if source.endswith(f"{os.sep}{stem}"):
        within = _folder(source)
        if within is None:
            return None
        folder, inside, stem = within, [source], "__init__"
        source = f"{source}{os.sep}__init__.py"
    elif not source.endswith(f"{os.sep}{stem}.py"):
        return None
    try:
        state = os.stat(source)  # noqa: PTH116  # as above
    except OSError:
        return None
    loader = Loader(fullname, source)
    loader.compiled = folder.compiled(stem)
    made_of = (int(state.st_mtime) & _MOST, state.st_size & _MOST)
    loader.first = _HEAD + b"".join(number.to_bytes(4, "little") for number in made_of)
    spec = spec_from_file_location(fullname, source, loader=loader, submodule_search_locations=inside)
    if spec is not None:
        spec.cached = loader.compiled
    return spec
