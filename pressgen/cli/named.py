"""Release types, kinds of statement and fields: by the names a person types, and as lines of a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pressgen.cli.help import padded
from pressgen.errors import UI, UsageError, Wording
from pressgen.events import Field, Fields
from pressgen.events.types import named as named_type
from pressgen.events.types import nearly
from pressgen.source import called, meant
from pressgen.source.choices import KINDS


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


WIDTH = 20
NEEDED = Wording(
    "* 必填。字段的写法见docs/events.zh.md。", "* needed. How fields are written: docs/events.md."
)


def listed(fields: Mapping[str, Field], lang: UI, indent: str) -> Iterator[str]:
    """A line a field, those of a group below it: its name, what kind it is, what it is for."""
    for name, field in fields.items():
        head = f"{indent}{name}{'*' if field.required else ''}"
        kind = padded(KINDS[field.kind] if lang == "zh" else field.kind, 10)
        about = f"{in_language(field.label, lang)}: {in_language(field.help, lang)}{_choices(field, lang)}"
        yield f"{head:<{WIDTH}} {kind} {about}{_details(field)}"
        if field.kind != "story" and not field.statement:  # whose kinds ``pressgen statements`` shows
            yield from listed(field.fields, lang, f"{indent}  ")


def _choices(field: Field, lang: UI) -> str:
    """The words to choose from as a file may say them, which in Chinese is either."""
    if not field.choices:
        return ""
    if lang == "en":
        meant = ((word, label.en) for word, label in field.choices.items())
        return f" ({' | '.join(word if word == name else f'{word}: {name}' for word, name in meant)})"
    return f"（{' | '.join(f'{label.zh} {word}' for word, label in field.choices.items())}）"


def _details(field: Field) -> str:
    """Where the fields of a statement are shown, so that a type's own are found at a glance."""
    return f" → pressgen statements {field.statement.type}" if field.statement else ""


def in_language(wording: Wording, lang: UI) -> str:
    """A wording as the reader's language has it."""
    return wording.zh if lang == "zh" else wording.en
