"""Release types and kinds of statement by the names a person types; of a slip, what was probably meant."""

from __future__ import annotations

from collections.abc import Mapping

from pressgen.errors import UsageError, Wording
from pressgen.events import Field, Fields
from pressgen.events.types import named as named_type
from pressgen.source import called, nearest


def type_named(name: str, known: Mapping[str, Fields]) -> Fields:
    """The release type of this name or label. Raises UsageError with the one probably meant."""
    if found := named_type(name, known):
        return found
    names = {each: each for each in known} | {each.label.zh: kind for kind, each in known.items()}
    meant = names.get(nearest(name, names), "")
    raise UsageError(
        "没有稿件类型{name}；是否为{meant}？" if meant else "没有稿件类型{name}；可用：{known}",
        "there is no release type {name}; did you mean {meant}?"
        if meant
        else "there is no release type {name}; there are {known}",
        name=name,
        known=Wording("、".join(each.label.zh for each in known.values()), ", ".join(known)),
        meant=Wording(known[meant].label.zh, meant) if meant else "",
    )


def kind_named(name: str, kinds: Mapping[str, Field]) -> str:
    """The kind of this name or label. Raises UsageError with the one probably meant."""
    labels = {kind: (each.label.zh, each.label.en) for kind, each in kinds.items()}
    found = name if name in kinds else called(name, labels)
    if found:
        return found
    by_label = {label.lower(): kind for kind, own in labels.items() for label in own}
    meant = nearest(name.lower(), [*kinds, *by_label])
    raise UsageError(
        "没有陈述“{name}”；是否为{meant}？" if meant else "没有陈述“{name}”；可用：{known}",
        "there is no kind of statement {name}; did you mean {meant}?"
        if meant
        else "there is no kind of statement {name}; there are {known}",
        name=name,
        meant=_both(by_label.get(meant, meant), labels),
        known=Wording("、".join(zh for zh, _ in labels.values()), ", ".join(kinds)),
    )


def _both(kind: str, labels: Mapping[str, tuple[str, str]]) -> Wording:
    """A kind of statement as a person of either language calls it."""
    return Wording(labels[kind][0] if kind in labels else kind, kind)
