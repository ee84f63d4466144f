"""Release types and kinds of statement by the names a person types; of a slip, what was probably meant."""

from __future__ import annotations

from collections.abc import Mapping

from pressgen.errors import UsageError
from pressgen.events import Field, Fields
from pressgen.source import nearest


def type_named(name: str, known: Mapping[str, Fields]) -> Fields:
    """The release type of this name. Raises UsageError with the one probably meant."""
    if name in known:
        return known[name]
    meant = nearest(name, known)
    raise UsageError(
        "没有稿件类型{name}；可用：{known}",
        "there is no release type {name}; there are {known}"
        if not meant
        else "there is no release type {name}; did you mean {meant}?",
        name=name,
        known=", ".join(known),
        meant=meant,
    )


def kind_named(name: str, kinds: Mapping[str, Field]) -> str:
    """The kind of this name or label. Raises UsageError with the one probably meant."""
    called = {label.lower(): kind for kind in kinds for label in (kinds[kind].label.zh, kinds[kind].label.en)}
    found = name if name in kinds else called.get(name.lower(), "")
    if found:
        return found
    meant = nearest(name.lower(), [*kinds, *called])
    raise UsageError(
        "没有陈述“{name}”；是否为{meant}？" if meant else "没有陈述“{name}”；可用：{known}",
        "there is no kind of statement {name}; did you mean {meant}?"
        if meant
        else "there is no kind of statement {name}; there are {known}",
        name=name,
        meant=called.get(meant, meant),
        known=", ".join(kinds),
    )
