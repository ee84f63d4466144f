"""The closed room that templates are read in: where they lie, and what they may ask and use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2.loaders import split_template_path
from jinja2.runtime import Context
from jinja2.utils import missing

from pressgen.drafting.filters import FILTERS
from pressgen.drafting.questions import TESTS
from pressgen.drafting.sandbox import Absent, ClosedRoom, Kept, joined, printed
from pressgen.source import edited
from pressgen.source.file import unreadable

_PLAIN = ("default", "first", "last", "length")


def _allowed(offered: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: offered[name] for name in names}


@cache
def environment_of(roots: tuple[str, ...], *, bare: bool) -> jinja2.Environment:
    """Where templates are found; ``bare``: those of statements, which no type need give all they name."""
    environment = ClosedRoom(
        loader=Folders(list(roots), encoding="utf-8"),
        undefined=jinja2.StrictUndefined,
        finalize=printed,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=Kept(),
    )
    if bare:
        environment.context_class = _Bare
    environment.globals.clear()
    counted = {"join": joined, "joined": joined}
    environment.filters = {**_allowed(environment.filters, _PLAIN), **FILTERS, **counted}
    environment.tests = {**_allowed(environment.tests, ("defined", "even", "none", "odd")), **TESTS}
    return environment


class Folders(jinja2.FileSystemLoader):
    """Templates of folders, as an editor has them where it has not saved them.

    Jinja's own takes a file for absent that the disk fails to show: a draft would lack the house's words.
    """

    def get_source(
        self,
        environment: jinja2.Environment,  # noqa: ARG002  # as Jinja calls it
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        """A template's text, its file, and whether that is still its text.

        Raises TemplateNotFound; FileError for one that cannot be looked at: it is not absent.
        """
        steps = split_template_path(template)
        for root in self.searchpath:
            path = Path(root, *steps)
            try:
                return _read(path)
            except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
                continue
            except OSError as error:
                raise unreadable(error, path) from None
        raise jinja2.TemplateNotFound(template)


def _read(path: Path) -> tuple[str, str, Callable[[], bool]]:
    held = edited(path)
    if held is not None:
        return held.decode(), str(path), lambda: False
    changed = path.stat().st_mtime
    return path.read_text(encoding="utf-8"), str(path), lambda: _changed(path) == changed


def _changed(path: Path) -> float:
    """When a file was last changed; of one that cannot be looked at it is not known, and it is read anew."""
    try:
        return path.stat().st_mtime
    except OSError:
        return -1.0


def clear() -> None:
    """Forget the templates read: files of the same names may have changed within a moment."""
    environment_of.cache_clear()


class _Bare(Context):
    """What a statement sees: a fact that its event's type does not have is absent."""

    def resolve_or_missing(self, key: str) -> Any:
        """What stands under a name, or a fact that was not given."""
        found = super().resolve_or_missing(key)
        return Absent(name=key) if found is missing else found
