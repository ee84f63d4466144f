"""Cards to fill in, made from the declarations an event file is read by: what stands on one, and its inputs.

The name of an input is the path of its fact; the place in a list is a key that stays while items move:
``contracts.n3f2.amount``, ``story.2.share.value``.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pressgen.api import Field, Fields, Plain
from pressgen.errors import UI

PAIRS = frozenset({"text", "name", "names", "cells", "mark"})
_TEXTS = frozenset({"text"})
OWN = "words"


@dataclass(frozen=True, slots=True)
class Input:
    """One field with its value and, of a group or list, what is within.

    ``look`` names its template; ``zh`` and ``en`` are the values of what is written in both languages.
    """

    name: str
    look: str
    label: str
    help: str = ""
    example: str = ""
    example_en: str = ""
    required: bool = False
    value: str = ""
    zh: str = ""
    en: str = ""
    reading: bool = False
    kind: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    children: tuple[Input, ...] = ()
    more: bool = False

    @property
    def template(self) -> str:
        """The template that shows it."""
        return f"desk/fields/{self.look}.html"

    @property
    def filled(self) -> bool:
        """Whether somebody wrote something."""
        return bool(self.value or self.zh or self.en) or any(child.filled for child in self.children)

    @property
    def hidden(self) -> bool:
        """Whether it is folded away: nothing is in it and nothing has to be."""
        return not self.filled and not self.required


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the inputs of a type's fields, labelled in one language."""

    ui: UI

    def say(self, wording: Any) -> str:
        """A label in this language, or the other if that is all there is."""
        first, second = (wording.zh, wording.en) if self.ui == "zh" else (wording.en, wording.zh)
        return str(first or second)

    def called(self, fields: Fields, path: str) -> str:
        """What a person calls the fact of a path, with what it belongs to."""
        inside, said = fields.fields, []
        for part in path.split("."):
            found = inside.get(part)
            if found is not None:
                said.append(self.say(found.label))
                inside = found.fields or found.companions
        return " · ".join(said)

    def input(self, declared: Field, name: str, data: Plain = None) -> Input:
        """The input of a field with its value."""
        made = self._bare(declared, name)
        if declared.shape == "list":
            items = data if isinstance(data, list) else [data] if data else []
            return replace(made, look="list", children=tuple(self._items(declared, name, items)))
        if declared.shape == "group":
            return replace(made, look="group", children=self.inputs(declared.fields, f"{name}.", data))
        return self._single(declared, made, data)

    def inputs(self, fields: Mapping[str, Field], prefix: str, data: Plain) -> tuple[Input, ...]:
        """The inputs of several fields."""
        named = data if isinstance(data, dict) else {}
        return tuple(self.input(each, prefix + name, named.get(name)) for name, each in fields.items())

    def item(self, declared: Field, name: str, data: Plain = None) -> Input:
        """One item of a list, of the name that its key makes."""
        bare = Input(name, "item", self.say(declared.label), kind=declared.kind)
        if declared.fields:
            return replace(bare, children=self.inputs(declared.fields, f"{name}.", data))
        return replace(bare, children=(self._single(declared, self._bare(declared, name), data),))

    def companions(
        self, declared: Field, name: str, given: Mapping[str, Plain], *, more: bool
    ) -> tuple[Input, ...]:
        """What is said beside a figure; with ``more`` also what nobody has said yet."""
        return tuple(
            self.input(each, f"{name}.{key}", given.get(key))
            for key, each in declared.companions.items()
            if (key in given) != more
        )

    def _items(self, declared: Field, name: str, items: list[Plain]) -> Iterator[Input]:
        for number, data in enumerate(items):
            yield self.item(declared, f"{name}.{number}", data)

    def _bare(self, declared: Field, name: str) -> Input:
        zh, en = _example(declared)
        return Input(
            name,
            "line",
            self.say(declared.label),
            self.say(declared.help),
            zh,
            en,
            required=declared.required,
            kind=declared.kind,
        )

    def _single(self, declared: Field, made: Input, data: Plain) -> Input:
        if declared.kind in PAIRS:
            return replace(made, look="pair", **_pair(data))
        if declared.kind == "choice":
            choices = tuple((word, self.say(label)) for word, label in declared.choices.items())
            return replace(made, look="choice", choices=choices, value=_text(data))
        if declared.kind == "rate":
            return replace(made, look="rate", children=_rate(made, data))
        if declared.kind == "photo":
            return replace(made, look="photo", value=_text(data))
        if declared.companions:
            named = data if isinstance(data, dict) else {"value": data}
            beside = self.companions(declared, made.name, named, more=False)
            return replace(
                made, look="figure", value=_text(named.get("value")), children=(*_given(made, named), *beside)
            )
        return replace(made, value=_text(data))


def _text(data: Plain) -> str:
    return data if isinstance(data, str) else ""


def _example(declared: Field) -> tuple[str, str]:
    node = declared.example
    if node is None:
        return "", ""
    value = node.value
    if isinstance(value, str):
        return value, ""
    named = value if isinstance(value, dict) else {}
    words = {lang: str(child.value) for lang, child in named.items() if isinstance(child.value, str)}
    return words.get("zh", ""), words.get("en", "")


def _pair(data: Plain) -> dict[str, Any]:
    """The two languages of a value; what is written once stands in the language it is in."""
    if isinstance(data, dict):
        return {
            "zh": _text(data.get("zh")),
            "en": _text(data.get("en")),
            "reading": data.get("reading") == "open",
        }
    text = _text(data)
    return {"zh": text} if is_chinese(text) or not text.strip("0123456789.,% ") else {"en": text}


def is_chinese(text: str) -> bool:
    """Whether a text holds Chinese characters."""
    return any("\u3400" <= character <= "\u9fff" for character in text)


def _rate(made: Input, data: Plain) -> tuple[Input, ...]:
    named = data if isinstance(data, dict) else {}
    names = list(dict.fromkeys(["on", "USD", *named]))
    return tuple(Input(f"{made.name}.{name}", "line", name, value=_text(named.get(name))) for name in names)


def _given(made: Input, named: Mapping[str, Plain]) -> tuple[Input, ...]:
    """A figure that the event gives as each language writes it."""
    return tuple(
        Input(f"{made.name}.{lang}", "line", lang, value=_text(named[lang]))
        for lang in ("zh", "en")
        if lang in named
    )


def fresh_key() -> str:
    """A key for a new item, unlike those of the items that were there."""
    return f"n{secrets.token_hex(3)}"


def declared_at(fields: Fields, name: str) -> Field | None:
    """The field an input's name leads to, keys of items left out; None where there is none."""
    found: Field | None = None
    inside: Mapping[str, Field] = fields.fields
    parts = iter(name.split("."))
    for part in parts:
        found = inside.get(part)
        if found is None:
            return None
        if found.shape in ("list", "story"):
            next(parts, None)
        inside = found.fields or found.companions
    return found
