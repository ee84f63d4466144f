"""The faults of an event file, each with its field: what is wrong, and what to write instead."""

from __future__ import annotations

from pressgen.errors import EventError, Place, PressgenError

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
