"""A house, opened: its style with all it extends, its letterhead, glossary, rates and today's date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from pressgen import figures
from pressgen.errors import HouseError, Place, PressgenError, raise_all
from pressgen.figures.rates import Rates
from pressgen.glossary import Entry, Glossary, files
from pressgen.glossary.gazetteer import Gazetteer, patterns
from pressgen.house.forms import Forms
from pressgen.house.newsroom import Newsroom, release_types, shipped_data
from pressgen.house.style import Style
from pressgen.source import Node, bound, bytes_of, called, listed, load, nearest, parse
from pressgen.todo import Marks

BASE = "base"


@dataclass(frozen=True)
class House:
    """Everything a draft or a check may know; two runs with equal houses give equal results.

    ``names`` is the house and those it extends, the nearest first. ``given`` are rates and ``extra``
    glossaries named for this run; ``on`` is the day the texts are of, where it was said. ``advance``: what
    is drafted goes out before its embargo ends.
    """

    names: tuple[str, ...]
    style: Style
    newsroom: Newsroom
    today: date
    given: Rates | None = None
    extra: tuple[Path, ...] = field(default=())
    on: date | None = None
    advance: bool = False

    @property
    def name(self) -> str:
        """The house's own name, that of its folder."""
        return self.names[0]

    @cached_property
    def glossary(self) -> Glossary:
        """The newsroom's glossary, and the files given besides. Raises GlossaryError."""
        folder = self.newsroom.find("glossary")
        paths = [*(listed(folder, ".csv") if folder else ()), *self.newsroom.glossaries, *self.extra]
        return files.read_all(paths)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The divisions of China and their regular bodies, called as the house calls them.

        Raises GlossaryError for patterns that cannot be used.
        """
        table = self.newsroom.find("glossary", "patterns", "bodies.csv")
        return Gazetteer(patterns(table) if table else (), self.style.municipal)

    def known(self, name: str) -> Entry | None:
        """What a name stands for: the glossary's entry, else a place or regular body nobody needs to list."""
        return self.glossary.named(name) or self.gazetteer.entry(name)

    def names_in(self, text: str, lang: str) -> list[tuple[int, int, Entry]]:
        """The names known in a text, the longest from the left, none inside another (code points)."""
        listed = [(match.start, match.end, match.entry) for match in self.glossary.matches(text, lang)]
        regular = self.gazetteer.glossed(text) if lang == "zh" else []
        found: list[tuple[int, int, Entry]] = []
        for match in sorted([*listed, *regular], key=lambda place: (place[0], -place[1])):
            if not found or match[0] >= found[-1][1]:
                found.append(match)
        return found

    @cached_property
    def rates(self) -> Rates:
        """The rates given, else the office's table, each before the ECB's. Raises RateError, FileError."""
        table = Rates.table(self.newsroom.rates) if self.newsroom.rates and not self.given else None
        first = self.given or table
        return first | Rates.ecb() if first else Rates.ecb()

    def on_day(self, on: date | None) -> House:
        """The same house for texts of another day, with all it has loaded."""
        return self._loaded(replace(self, on=on))

    def in_advance(self) -> House:
        """The same house for copies that go out before their embargo ends, with all it has loaded."""
        return self._loaded(replace(self, advance=True))

    def unfinished(self) -> House:
        """The same house for texts that may still lack credits, with all it has loaded."""
        credited = self.style.credits
        lines = {name: replace(line, required=False) for name, line in credited.lines.items()}
        style = replace(self.style, credits=replace(credited, lines=lines))
        return self._loaded(replace(self, style=style))

    def unconverted(self) -> House:
        """The same house for a release none of whose sums is converted, with all it has loaded."""
        style = replace(self.style, money=replace(self.style.money, convert="never"))
        return self._loaded(replace(self, style=style))

    def _loaded(self, other: House) -> House:
        vars(other).update({name: value for name, value in vars(self).items() if name not in vars(other)})
        return other

    @property
    def prints_embargo(self) -> bool:
        """Whether a draft says that it may not be used yet; a copy to be published does in some houses."""
        return self.advance or self.style.notice.copies == "all"

    @property
    def writing(self) -> figures.Style:
        """How figures are written in this house."""
        money = self.style.money
        return figures.Style(
            yuan=money.yuan, dollars=money.dollars, percent=self.style.percent, tonnes=self.style.tonnes
        )

    @cached_property
    def forms(self) -> Forms:
        """What the house recognises in a draft."""
        return Forms(self.style)

    @property
    def marks(self) -> Marks:
        """The marks of what is still to be done."""
        return self.forms.marks

    @cached_property
    def letterhead(self) -> bytes | None:
        """The ``letterhead.docx`` of the house or of the nearest it extends."""
        paths = (self.newsroom.find("templates", "houses", name, "letterhead.docx") for name in self.names)
        path = next(filter(None, paths), None)
        return bytes_of(path) if path else None


def open_house(
    name: str,
    newsroom: Newsroom,
    *,
    today: date,
    rates: Rates | None = None,
    glossaries: tuple[Path, ...] = (),
    on: date | None = None,
) -> House:
    """The house of this name or title, with all it extends. Raises HouseError, FileError with their place."""
    names, node = _inherited(name_of(name, newsroom), newsroom)
    style = _style(node, newsroom, judged=not _is_shipped(names, newsroom))
    return House(names, style, newsroom, today, rates, glossaries, on)


def open_written(name: str, newsroom: Newsroom, text: str, *, today: date) -> House:
    """The house with a text in the place of its own file, still being written. Raises as ``open_house``."""
    names, node = _inherited(name, newsroom, text)
    return House(names, _style(node, newsroom, judged=True), newsroom, today)


def _style(node: Node, newsroom: Newsroom, *, judged: bool) -> Style:
    """What a house's node says; ``judged``: its slots are held against the facts of the types, too."""
    style, faults = bound(_faces_on_bodies(node), Style, HouseError)
    if style is not None:
        faults += _contradictions(style, node)
    if style is not None and judged:
        from pressgen.house import facts  # noqa: PLC0415  # the tests hold the shipped houses against it

        faults += facts.faults(style, release_types(newsroom))
    raise_all(faults)
    assert style is not None  # noqa: S101  # what cannot be bound has a fault
    return style


def _is_shipped(names: tuple[str, ...], newsroom: Newsroom) -> bool:
    """Whether a house and all it extends came with the package."""
    found = (newsroom.find("templates", "houses", name) for name in names)
    return all(path is not None and path.is_relative_to(shipped_data()) for path in found)


def _contradictions(style: Style, node: Node) -> Iterator[HouseError]:
    """Settings of which each is right, and that cannot both be meant."""
    placed = [role for role, line in style.credits.lines.items() if line.place == "byline"]
    if placed and "byline" not in style.order:
        yield HouseError(
            "credits.lines里{role}写在byline，order里却没有byline，不会印出来；请在order里加上byline",
            "credits.lines places {role} in the byline, which order leaves out; name byline in order",
            _at(node, "credits", "lines", placed[0], "place"), role=placed[0],
        )  # fmt: skip
    if "body" not in style.order:
        yield HouseError(
            "order里没有body，正文不会印出来", "order leaves out body, the story itself", _at(node, "order")
        )


def _at(node: Node, *path: str) -> Place:
    """Where a setting is written, in the house's own file or in that of a house it extends."""
    for name in path:
        if name not in _named(node):
            break
        node = _named(node)[name]
    return node.at


def name_of(word: str, newsroom: Newsroom) -> str:
    """The house a person calls by its name or title (佛山新闻网), by name; the word where there is none."""
    known = newsroom.names("houses")
    if word in known or word == BASE:
        return word
    return called(word, {name: _titles(name, newsroom) for name in known}) or word


def _titles(name: str, newsroom: Newsroom) -> list[str]:
    title = _named(_named(_read(name, newsroom, None)).get("title"))
    return [str(each.value) for each in title.values()]


def _inherited(name: str, newsroom: Newsroom, written: str = "") -> tuple[tuple[str, ...], Node]:
    names: list[str] = []
    nodes: list[Node] = []
    at: Place | None = None
    while name:
        if name in names:
            raise HouseError(
                "样式互相继承：{names}",
                "these houses extend each other: {names}",
                at,
                names=" → ".join([*names, name]),
            )
        names.append(name)
        nodes.append(_read(name, newsroom, at, written if not nodes else ""))
        name, at = _parent(nodes[-1])
    merged = nodes[-1]
    for node in reversed(nodes[:-1]):
        merged = _over(node, merged)
    return tuple(names), merged


def _read(name: str, newsroom: Newsroom, at: Place | None, written: str = "") -> Node:
    path = (
        newsroom.find("templates", "houses", name, "house.yaml") if name.replace("-", "").isalnum() else None
    )
    if path is None:
        raise unknown_house(name, newsroom, at)
    return parse(written, f"{name}/house.yaml") if written else load(path)


def unknown_house(name: str, newsroom: Newsroom, at: Place | None = None) -> PressgenError:
    """The error for a house there is not, with those there are."""
    known = newsroom.names("houses")
    meant = nearest(name, known)
    if meant:
        return HouseError(
            "没有样式{name}；是否为{meant}？",
            "there is no house {name}; did you mean {meant}?",
            at,
            name=name,
            meant=meant,
        )
    return HouseError(
        "没有样式{name}；可用：{known}",
        "there is no house {name}; there are {known}",
        at,
        name=name,
        known=", ".join(known),
    )


def _parent(node: Node) -> tuple[str, Place | None]:
    named = node.value if isinstance(node.value, dict) else {}
    parent = named.get("extends")
    if parent is None or not isinstance(parent.value, str):
        return "", None
    return parent.value, parent.at


def _over(upper: Node, lower: Node) -> Node:
    """Named values of ``upper`` over those of ``lower``, at any depth; ``{}`` clears what is below."""
    if not isinstance(upper.value, dict) or not isinstance(lower.value, dict) or not upper.value:
        return upper
    both = {
        key: _over(value, lower.value[key]) if key in lower.value else value
        for key, value in upper.value.items()
    }
    return replace(upper, value={**lower.value, **both}, keys={**lower.keys, **upper.keys})


def _faces_on_bodies(node: Node) -> Node:
    """In ``look.zh`` and ``look.en`` every face lies over the body's: a role says only what differs."""
    found: dict[str, Node] = {}
    for lang, faces in _named(_named(node).get("look")).items():
        body = _named(faces).get("body")
        if lang != "page" and body is not None:
            found[lang] = replace(
                faces, value={role: _over(face, body) for role, face in _named(faces).items()}
            )
    look = _named(node).get("look")
    if look is None or not found:
        return node
    merged = replace(look, value={**_named(look), **found})
    return replace(node, value={**_named(node), "look": merged})


def _named(node: Node | None) -> dict[str, Node]:
    return node.value if node is not None and isinstance(node.value, dict) else {}
