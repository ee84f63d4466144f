"""The faults of an event file, each with its field: what is wrong, and what to write instead."""

from __future__ import annotations

from pressgen.errors import EventError, Place, PressgenError


def refuse(field: str, zh: str, en: str, at: Place, **fields: object) -> EventError:
    """An error that begins with the field's path."""
    return EventError("{field}：" + zh, "{field}: " + en, at, field=field, **fields)


def reworded(field: str, error: PressgenError, at: Place) -> EventError:
    """Another room's error as one of this field, at its place in the event file."""
    return EventError(
        "{field}：" + error.wording.zh, "{field}: " + error.wording.en, at, **{**error.fields, "field": field}
    )
