"""References: ``{investment.total}`` in a text, or in a field that names a fact, stands for that fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice, product

from pressgen.errors import EventError
from pressgen.events.fields import Field
from pressgen.events.model import Fact, resolved
from pressgen.events.refusal import refuse
from pressgen.events.values import REFERENCE, Name, Reference, Text
from pressgen.regex import regex
from pressgen.source import Node, nearest

_BRACED = regex(r"[{｛]([^{}｛｝]*)[}｝]|[{｛}｝]")
MOST_TRIED = 300
_UNNAMED = frozenset({"text", "photo", "rate", "fact"})
_PATH = regex(r"[A-Za-z_][\w.]*")
_ID = ".id"
_WITHIN_OFFICE = regex("党[组委]|机关|总[工经会]|办公室|团委|纪委|工会")
"""What a bureau has in it: behind its name its last character is not said again."""


def read(node: Node, path: str) -> Reference:
    """The fact a field names: ``signed.projects``, in braces or without. Raises EventError."""
    named = node.value
    if isinstance(named, dict) and len(named) == 1:
        named = next(iter(named))
    name = named.strip().removeprefix("{").removesuffix("}").strip() if isinstance(named, str) else ""
    if not _PATH.fullmatch(name):
        raise refuse(
            path,
            "请写所指的字段，如{{signed.projects}}",
            "name another fact, such as {{signed.projects}}",
            node.at,
        )
    return Reference(name)


def names(facts: Mapping[str, Fact]) -> dict[str, str]:
    """What statements are called by their ``id``, with the path of their facts; of two the first."""
    called: dict[str, str] = {}
    for path, fact in facts.items():
        if path.endswith(_ID):
            called.setdefault(str(fact.value), path.removesuffix(_ID))
    return called


def settled(facts: Mapping[str, Fact], called: Mapping[str, str]) -> dict[str, Fact]:
    """The facts as others know them: what is named by a statement's name, names given in full elsewhere."""
    full = _full_names(facts)
    return {path: _settled(fact, called, full, _bearer(path, facts)) for path, fact in facts.items()}


def _settled(
    fact: Fact, called: Mapping[str, str], full: Mapping[tuple[str, str], Name], bearer: tuple[str, ...]
) -> Fact:
    if isinstance(fact.value, Reference):
        return replace(fact, value=replace(fact.value, path=resolved(fact.value.path, called)))
    if isinstance(fact.value, Name) and bearer:
        fact = replace(fact, value=_without_office(fact.value, bearer[0]))
    if isinstance(fact.value, Name) and not (fact.value.zh and fact.value.en):
        given = (full.get((fact.value.written, scope)) for scope in bearer or ("",))
        return next((replace(fact, value=name) for name in given if name), fact)
    return fact


def _without_office(title: Name, org: str) -> Name:
    """A title without the character it shares with the organisation in front of it: 交通局, 局党组书记.

    >>> [_without_office(Name(text=title), "市交通局").text for title in ("局党组书记", "局长")]
    ['党组书记', '局长']
    """
    written = title.zh or title.text
    if not org or not written.startswith(org[-1]) or not _WITHIN_OFFICE.match(written[1:]):
        return title
    return replace(title, zh=written[1:]) if title.zh else replace(title, text=written[1:])


def _full_names(facts: Mapping[str, Fact]) -> dict[tuple[str, str], Name]:
    """The names that the event gives in both languages, by each of them; of two alike the first.

    What a title is in English is known of the same person and the same organisation only: beside a vice
    mayor of a Chinese city stands the deputy mayor of a city abroad.
    """
    found: dict[tuple[str, str], Name] = {}
    for path, fact in facts.items():
        if isinstance(fact.value, Name) and fact.value.zh and fact.value.en:
            for name, scope in product((fact.value.zh, fact.value.en), ("", *_bearer(path, facts))):
                found.setdefault((name, scope), fact.value)
    return found


def _bearer(path: str, facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """Who bears a title and where, as the event writes it; of any other fact nobody."""
    head, titles, _ = path.rpartition(".titles.")
    beside = (facts.get(f"{head}.{name}") for name in ("org", "name"))
    return tuple(_written(fact.value) for fact in beside if fact is not None) if titles else ()


def _written(value: object) -> str:
    return value.zh or value.text or value.en if isinstance(value, Name) else ""


class References:
    """The references of one event's facts, each looked up once."""

    def __init__(
        self, facts: Mapping[str, Fact], fields: Mapping[str, Field], refused: Iterable[str] = ()
    ) -> None:
        """``refused`` are paths whose values could not be read: they have their own errors."""
        self.facts = facts
        self.fields = fields
        self.called = names(facts)
        self.named = [path for path, fact in facts.items() if fact.field.kind not in _UNNAMED]
        self.known = frozenset([*self.named, *refused])

    def faults(self) -> Iterator[EventError]:
        """Every reference that leads nowhere, with the fact that was probably meant, and every name taken."""
        for fact in self.facts.values():
            if isinstance(fact.value, Reference):
                yield from self._fault(fact, fact.value.written)
            elif isinstance(fact.value, Text):
                both = (fact.value.zh, fact.value.en)
                references = dict.fromkeys(found[0] for text in both for found in _BRACED.finditer(text))
                for written in references:
                    yield from self._fault(fact, written)
            elif fact.path.endswith(_ID):
                yield from self._taken(fact)

    def _fault(self, fact: Fact, written: str) -> Iterator[EventError]:
        reference = REFERENCE.fullmatch(written)
        target = resolved(reference[1], self.called) if reference else ""
        if target not in self.known:
            yield self._astray(fact, written)
        elif _place(fact.path) and _place(target) > _place(fact.path):
            yield refuse(
                fact.path,
                "{written}指的陈述在后面；请把它移到前面，或不引用",
                "{written} refers to a statement further down; move that one up, or do without it",
                fact.at,
                written=written,
            )

    def _astray(self, fact: Fact, written: str) -> EventError:
        inner = written.strip("{}｛｝ ")
        near = [*self.named[:MOST_TRIED], *islice(self._short(), MOST_TRIED)]
        meant = inner if inner in near else nearest(inner, near)
        if meant:
            zh, en = (
                "{written}没有所指；是否为{meant}？",
                "{written} refers to nothing; did you mean {meant}?",
            )
            return refuse(fact.path, zh, en, fact.at, written=written, meant=f"{{{meant}}}")
        return refuse(
            fact.path,
            "{written}没有所指；请写本文件里有的字段，如{example}，不引用就不要用花括号",
            "{written} refers to nothing; name a field this file has, such as {example}, "
            "or leave the braces out",
            fact.at,
            written=written,
            example=f"{{{self.named[-1] if self.named else 'city'}}}",
        )

    def _short(self) -> Iterator[str]:
        """The facts of statements by the statements' names."""
        for name, prefix in self.called.items():
            inside = (path for path in self.named if path.startswith(f"{prefix}."))
            yield from (path.replace(prefix, name, 1) for path in inside)

    def _taken(self, fact: Fact) -> Iterator[EventError]:
        """A name that a field of the type has, or another statement, or that no text can write."""
        name = str(fact.value)
        field, other = self.fields.get(name), self.called.get(name, "")
        if not REFERENCE.fullmatch(f"{{{name}}}") or "." in name:
            zh = "“{text}”不能作代号：代号只用字母、数字和_；请换一个"
            en = "“{text}” cannot be a name: a name is letters, digits and _; take another"
            yield refuse(fact.path, zh, en, fact.at, text=name)
        elif field is not None:
            zh = "“{text}”不能作代号：它是字段“{label}”的名字；请换一个"
            en = "“{text}” cannot be a name: it is the field {label}; take another"
            yield refuse(fact.path, zh, en, fact.at, text=name, label=field.label)
        elif other != fact.path.removesuffix(_ID):
            zh = "“{text}”不能作代号：{other}已用了它；请换一个"
            en = "“{text}” cannot be a name: {other} has it already; take another"
            yield refuse(fact.path, zh, en, fact.at, text=name, other=other)


def _place(path: str) -> tuple[int, ...]:
    """Where in the story a fact stands; nowhere if it is a field of the event."""
    story, *parts = path.split(".")
    if story != "story":
        return ()
    numbers = []
    for part in parts:
        if not part.isdigit():
            break
        numbers.append(int(part))
    return tuple(numbers)
