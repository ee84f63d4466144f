"""The faults of an event file, each with its field: what is wrong, what to write; what is no text or name."""

from __future__ import annotations

from pressgen.errors import EventError, Place, PressgenError
from pressgen.text import no_name, spreadsheet_error

MOST_SHOWN = 80


def refuse(field: str, zh: str, en: str, at: Place, **fields: object) -> EventError:
    """An error that begins with the field's path; of long values only the beginning is shown."""
    shown = {name: _short(value) if name in _WRITTEN else value for name, value in fields.items()}
    return EventError("{field}：" + zh, "{field}: " + en, at, field=_short(field), **shown)


def reworded(field: str, error: PressgenError, at: Place) -> EventError:
    """Another room's error as one of this field, at its place in the event file."""
    shown = {name: _short(value) for name, value in error.fields.items()}
    return EventError(
        "{field}：" + error.wording.zh, "{field}: " + error.wording.en, at, **{**shown, "field": field}
    )


_WRITTEN = frozenset({"text", "written", "key", "slug", "type", "code"})
"""The fields of a message that repeat what somebody wrote."""


def _short(value: object) -> object:
    text = str(value)
    return f"{text[:MOST_SHOWN]}…" if isinstance(value, str) and len(text) > MOST_SHOWN else value


def refuse_in_text(text: str, path: str, at: Place) -> None:
    """Raises EventError where a text holds an error of Excel's or is a program's truth value."""
    if error := spreadsheet_error(text):
        raise refuse(
            path,
            "含有表格的错误值{text}；请写上内容",
            "holds {text}, an error of a spreadsheet; write what belongs here",
            at,
            text=error,
        )


def refuse_as_name(text: str, path: str, at: Place) -> None:
    """Raises EventError where a name is a truth value, a fraction or a percentage."""
    if no_name(text) or text in ("true", "false"):
        raise refuse(
            path, "“{text}”不是名称；请写上名称", "“{text}” is no name; write the name", at, text=text
        )
