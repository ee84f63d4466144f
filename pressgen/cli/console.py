"""Where commands write: results to standard output, all else to standard error, always as UTF-8."""

from __future__ import annotations

import io
import locale
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import click

from pressgen.errors import UI, UsageError


def utf8() -> None:
    """Chinese on any console and through any pipe, whatever the locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline=None)


def speak(arguments: Sequence[str]) -> tuple[UI, list[str]]:
    """The language of messages, and the arguments without ``--ui``, which may stand anywhere.

    ``--ui`` beats the environment's ``PRESSGEN_UI``, that the locale.
    """
    rest = list(arguments)
    given = os.environ.get("PRESSGEN_UI", "")
    for index, word in enumerate(rest):
        name, equals, value = word.partition("=")
        if name == "--ui" and (equals or index + 1 < len(rest)):
            given = value if equals else rest[index + 1]
            del rest[index : index + (1 if equals else 2)]
            break
    if given in ("zh", "en"):
        return cast("UI", given), rest
    return ("zh" if _chinese_locale() else "en"), rest


def _chinese_locale() -> bool:
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    told = next(filter(None, names), None) or locale.getlocale()[0] or ""
    return told.lower().startswith(("zh", "chinese"))


def ui() -> UI:
    """The language the running command speaks."""
    return cast("UI", click.get_current_context().obj)


def error(message: str) -> None:
    """A message to standard error, a line each."""
    click.echo(message, err=True)


def say(zh: str, en: str, **fields: object) -> None:
    """A remark to standard error, in the user's language."""
    error((zh if ui() == "zh" else en).format(**fields))


def text_input(name: str) -> str:
    """A file's text, or standard input for ``-``. Raises FileError."""
    from pressgen import source  # noqa: PLC0415  # only for commands that read text

    if name == "-":
        return source.decode(sys.stdin.buffer.read(), "-")
    return source.text_of(Path(name))


def chosen(given: str, known: Sequence[str], what: str) -> list[str]:
    """A comma-separated choice. Raises UsageError with what there is."""
    words = [word.strip() for word in given.split(",") if word.strip()]
    for word in words:
        if word not in known:
            raise UsageError(
                "{what}没有“{word}”；可用：{known}",
                "{what} cannot be '{word}'; there are {known}",
                what=what,
                word=word,
                known=", ".join(known),
            )
    return words or list(known)
