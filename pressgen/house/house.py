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
from pressgen.glossary.countries import country
from pressgen.glossary.gazetteer import Gazetteer, patterns
from pressgen.house.forms import Forms
from pressgen.house.inheriting import faces_on_bodies, inherited, name_of, named
from pressgen.house.newsroom import Newsroom, release_types, shipped_data
from pressgen.house.style import Style
from pressgen.source import Node, bound, bytes_of, listed
from pressgen.todo import Marks


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

    def entry_of(self, name: str) -> Entry | None:
        """What a name stands for: the glossary's entry, else a place or regular body nobody needs to list."""
        return self.glossary.named(name) or self.gazetteer.entry(name) or country(name)

    def city(self, name: str) -> Entry | None:
        """What a name stands for where only a place can stand."""
        return self.entry_of(name) or self.gazetteer.city(name)

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
    names, node = inherited(name_of(name, newsroom), newsroom)
    style = _style(node, newsroom, judged=not _is_shipped(names, newsroom))
    return House(names, style, newsroom, today, rates, glossaries, on)


def open_written(name: str, newsroom: Newsroom, text: str, *, today: date) -> House:
    """The house with a text in the place of its own file, still being written. Raises as ``open_house``."""
    names, node = inherited(name, newsroom, text)
    return House(names, _style(node, newsroom, judged=True), newsroom, today)


def _style(node: Node, newsroom: Newsroom, *, judged: bool) -> Style:
    """What a house's node says; ``judged``: its slots are held against the facts of the types, too."""
    style, faults = bound(faces_on_bodies(node), Style, HouseError)
    if style is not None:
        faults += _contradictions(style, node)
    if style is not None and judged:
        from pressgen.house import facts  # noqa: PLC0415  # the tests hold the shipped houses against it

        faults += facts.faults(style, release_types(newsroom))
    raise_all(sorted(faults, key=_line))
    assert style is not None  # noqa: S101  # what cannot be bound has a fault
    return style


def _line(fault: PressgenError) -> tuple[int, int]:
    return (fault.at.line or 0, fault.at.column or 0) if fault.at else (0, 0)


def _is_shipped(names: tuple[str, ...], newsroom: Newsroom) -> bool:
    """Whether a house and all it extends came with the package."""
    found = (newsroom.find("templates", "houses", name) for name in names)
    return all(path is not None and path.is_relative_to(shipped_data()) for path in found)


def _contradictions(style: Style, node: Node) -> Iterator[HouseError]:
    """Settings of which each is right, and that cannot both be meant."""
    written = {str(part.value) for part in _listed(node, "order")}
    placed = [role for role, line in style.credits.lines.items() if line.place == "byline"]
    if placed and not written & {"byline", "标题下署名"} and "byline" not in style.order:
        yield HouseError(
            "credits.lines里{role}写在byline，order里却没有byline，不会印出来；请在order里加上byline",
            "credits.lines places {role} in the byline, which order leaves out; name byline in order",
            _at(node, "credits", "lines", placed[0], "place"), role=placed[0],
        )  # fmt: skip
    if "body" not in style.order and not written & {"body", "正文"}:
        yield HouseError(
            "order里没有body，正文不会印出来；请写上body",
            "order leaves out body, the story itself; name it",
            _at(node, "order"),
        )


def _listed(node: Node, name: str) -> list[Node]:
    """The items of a setting that is a list, as they are written."""
    found = named(node).get(name)
    return found.value if found and isinstance(found.value, list) else []


def _at(node: Node, *path: str) -> Place:
    """Where a setting is written, in the house's own file or in that of a house it extends."""
    for name in path:
        if name not in named(node):
            break
        node = named(node)[name]
    return node.at
