"""Where commands write: results to standard output, all else to standard error, always as UTF-8."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

import click

from pressgen.cli.help import chosen_word
from pressgen.errors import UI, FileError, Place, UsageError, Wording, series
from pressgen.text import visible

if TYPE_CHECKING:
    from pathlib import Path

    from pressgen.figures import Language
    from pressgen.figures.rates import Rate, Rates


def utf8() -> None:
    """Chinese on any console and through any pipe, whatever the locale."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline=None)


def speak(arguments: Sequence[str]) -> tuple[UI, list[str]]:
    """The language of messages, and the arguments without ``--ui``, which may stand anywhere.

    ``--ui`` beats the environment's ``PRESSGEN_UI``, that the newsroom's setting, that the locale. What is
    no language stands first among the arguments again, for the command line to refuse.
    """
    rest = list(arguments)
    given = os.environ.get("PRESSGEN_UI", "")
    for index, word in enumerate(rest):
        name, equals, value = word.partition("=")
        if name == "--ui" and (equals or index + 1 < len(rest)):
            given = value if equals else rest[index + 1]
            del rest[index : index + (1 if equals else 2)]
            break
    given = given or _newsrooms()
    if given in ("zh", "en"):
        return cast("UI", given), rest
    usual = os.environ.get("PRESSGEN_UI", "") or _newsrooms()
    spoken: UI = "zh" if usual == "zh" or (usual != "en" and _chinese_locale()) else "en"
    return spoken, [f"--ui={given}", *rest] if given else rest


def _newsrooms() -> str:
    """The newsroom's own language, where the current folder lies in one."""
    folder = here = os.getcwd()  # noqa: PTH109  # strings: to import Path takes a tenth of a help
    while not os.path.isfile(os.path.join(folder, "pressgen.toml")):  # noqa: PTH113, PTH118  # as above
        folder, below = os.path.dirname(folder), folder  # noqa: PTH120  # as above
        if folder == below:
            return ""
    from pathlib import Path  # noqa: PLC0415  # only inside a newsroom

    from pressgen.errors import PressgenError  # noqa: PLC0415  # only inside a newsroom
    from pressgen.house import open_newsroom  # noqa: PLC0415  # only inside a newsroom

    try:
        return open_newsroom(Path(here)).ui
    except PressgenError:
        return ""  # the command itself will say what is wrong with the settings


def _chinese_locale() -> bool:
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    language = next(filter(None, names), None) or _set_locale()
    return language.lower().startswith(("zh", "chinese"))


def _set_locale() -> str:
    """The language that the system has been set to."""
    import locale  # noqa: PLC0415  # where the environment names none

    return locale.getlocale()[0] or ""


def ui() -> UI:
    """The language the running command speaks."""
    return cast("UI", click.get_current_context().obj)


def error(message: str) -> None:
    """A message to standard error, a line each, with what a terminal would obey named."""
    click.echo("\n".join(map(visible, message.split("\n"))), err=True)


def listed(text: str) -> None:
    """A line of a list to standard output, with what a terminal would obey named."""
    click.echo(visible(text))


def say(zh: str, en: str, **fields: object) -> None:
    """A remark to standard error, in the user's language."""
    error(Wording(zh, en).say(ui(), **fields))


def text_input(name: str) -> str:
    """A file's text, or standard input for ``-``. Raises FileError."""
    from pathlib import Path  # noqa: PLC0415  # only for commands that read text

    from pressgen import source  # noqa: PLC0415  # as above

    if name == "-":
        return source.decode(input_bytes(), "-")
    return source.text_of(Path(name))


def input_bytes() -> bytes:
    """All of standard input. Raises FileError where it is closed or too large."""
    from pressgen.source import file  # noqa: PLC0415  # only for commands that read text

    if sys.stdin is None:
        raise _no_input()
    data = sys.stdin.buffer.read(file.MAX_DOCUMENT + 1)
    if len(data) > file.MAX_DOCUMENT:
        raise file.too_large(Place("-"), file.MAX_DOCUMENT)
    return data


def _no_input() -> FileError:
    return FileError("没有标准输入；请给出文件名", "there is no standard input; name a file", Place("-"))


def chosen(given: str, known: Sequence[str], what: str) -> list[str]:
    """Several of what there is, between commas, in either language. Raises UsageError with what there is."""
    words = [chosen_word(word) for word in re.split(r"\s*[,，、]\s*", given.strip()) if word]
    for word in words:
        if word not in known:
            raise UsageError(
                "{what}没有“{word}”；可用：{known}",
                "{what} cannot be '{word}'; there are {known}",
                what=what,
                word=word,
                known=series(known),
            )
    if not words:
        raise UsageError(
            "{what}是空的；可用：{known}",
            "{what} names none; there are {known}",
            what=what,
            known=series(known),
        )
    return words


def lang_of(text: str) -> Language:
    """The language of a text by its script; English where there is none."""
    from pressgen.text import script  # noqa: PLC0415  # only for commands that read text

    return "zh" if script(text) == "zh" else "en"


def jsonl_rows(name: str, *wanted: str, texts: Sequence[str] = ()) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL stream, each with the wanted fields. Raises FileError with the line."""
    for _, row in jsonl_lines(name, *wanted, texts=texts):
        if isinstance(row, FileError):
            raise row
        yield row


def jsonl_lines(
    name: str, *wanted: str, texts: Sequence[str] = ()
) -> Iterator[tuple[Place, dict[str, Any] | FileError]]:
    """Each line's place and object; what is wrong with a line stands in its place and the rest goes on.

    ``texts`` are fields that are text where they are there at all.
    """
    from pathlib import Path  # noqa: PLC0415  # only for commands that read text

    from pressgen import source  # noqa: PLC0415  # as above

    if name == "-" and sys.stdin is None:
        raise _no_input()
    lines = sys.stdin.buffer if name == "-" else source.bytes_of(Path(name)).split(b"\n")
    for number, line in enumerate(lines, 1):
        if line.strip():
            at = Place("stdin" if name == "-" else name, number)
            yield at, _row(line, at, wanted, texts)


def _row(line: bytes, at: Place, wanted: Sequence[str], texts: Sequence[str]) -> dict[str, Any] | FileError:
    import json  # noqa: PLC0415  # help and messages need none

    try:
        row = json.loads(line.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError:
        return FileError("这一行不是UTF-8；请转为UTF-8", "this line is not UTF-8; convert it to UTF-8", at)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict) or any(field not in row for field in wanted):
        return FileError(
            "这一行应是含{fields}的JSON对象",
            "this line should be a JSON object with {fields}",
            at,
            fields=series(wanted),
        )
    for field in texts:
        if not _is_text(row.get(field, "")):
            return FileError(
                "{field}应是文字，且不含半个字符（U+D800—U+DFFF）",
                "{field} should be text, without half characters (U+D800 to U+DFFF)",
                at,
                field=field,
            )
    if "id" in row and not isinstance(row["id"], int | float) and not _is_text(row["id"]):
        return FileError("id应是文字或数字", "id should be text or a number", at)
    return row


def _no_number(word: str) -> None:
    """NaN and infinities are no JSON."""
    raise ValueError(word)


def _is_text(value: object) -> bool:
    """Text, or null for none."""
    return value is None or (
        isinstance(value, str) and not any("\ud800" <= sign <= "\udfff" for sign in value)
    )


def rates_given(rate: str | None, table: Path | None, currency: str = "USD") -> Rates | None:
    """The rates of ``--rate`` or ``--rates``, or None. Raises UsageError, RateError, FileError."""
    from pressgen.figures.rates import Rates  # noqa: PLC0415  # only for commands that convert

    if rate and table:
        raise UsageError("--rate和--rates只能用一个", "use --rate or --rates, not both")
    if rate:
        return Rates.pinned(currency, rate, source="--rate")
    return Rates.table(table) if table else None


def show_rate(rate: Rate) -> None:
    """A rate with its day and source, and a remark where it is an earlier day's."""
    click.echo(rate)
    if rate.stale:
        say(
            "{asked}没有汇率，用{day}的",
            "there is none of {asked}; this is of {day}",
            asked=rate.asked,
            day=rate.day,
        )
