"""Release types and kinds of statement by the names a person types; of a slip, what was probably meant."""

from __future__ import annotations

from collections.abc import Mapping

from pressgen.errors import UsageError, Wording
from pressgen.events import Field, Fields
from pressgen.events.types import named as named_type
from pressgen.events.types import nearly
from pressgen.source import called, meant


def type_named(name: str, known: Mapping[str, Fields]) -> Fields:
    """The release type of this name or label. Raises UsageError with the one probably meant."""
    if found := named_type(name, known):
        return found
    near = nearly(name, known)
    raise UsageError(
        "没有稿件类型{name}；是否为{meant}？" if near else "没有稿件类型{name}；可用：{known}",
        "there is no release type {name}; did you mean {meant}?"
        if near
        else "there is no release type {name}; there are {known}",
        name=name,
        known=Wording("、".join(each.label.zh for each in known.values()), ", ".join(known)),
        meant=near or "",
    )


def kind_named(name: str, kinds: Mapping[str, Field]) -> str:
    """The kind of this name or label. Raises UsageError with the one probably meant."""
    labels = {kind: (each.label.zh, each.label.en) for kind, each in kinds.items()}
    found = name if name in kinds else called(name, labels)
    if found:
        return found
    near = meant(name, labels)
    raise UsageError(
        "没有陈述“{name}”；是否为{meant}？" if near else "没有陈述“{name}”；可用：{known}",
        "there is no kind of statement {name}; did you mean {meant}?"
        if near
        else "there is no kind of statement {name}; there are {known}",
        name=name,
        meant=Wording(labels[near][0], near) if near else "",
        known=Wording("、".join(zh for zh, _ in labels.values()), ", ".join(kinds)),
    )
