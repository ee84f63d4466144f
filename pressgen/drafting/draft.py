"""draft(event, house) -> Release: a type's template told twice, once a language, in the house's order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import cast

from pressgen.document import ROLES, Block, Release, Role
from pressgen.drafting import furniture
from pressgen.drafting.filters import FACTS, LANG, context
from pressgen.drafting.furniture import block, photo_files
from pressgen.drafting.rows import cells
from pressgen.drafting.teller import Teller
from pressgen.drafting.template import Absent, Template, template
from pressgen.drafting.token import ABSENT, NOTHING
from pressgen.drafting.told import joined
from pressgen.errors import Place, TemplateError, raise_all
from pressgen.events.model import Event
from pressgen.events.standing import completed
from pressgen.figures import Language
from pressgen.house import House
from pressgen.text import script

_BLANK = re.compile(r"\n[ \t]*\n\s*")


def draft(event: Event, house: House, langs: Iterable[Language] = ("zh", "en")) -> Release:
    """The event as a Chinese and an English text. Raises TemplateError, EventError, GlossaryError."""
    event = completed(event, house.style.standing)
    raise_all(furniture.uncredited(event, house))
    blocks = tuple(chain.from_iterable(_document(event, house, lang) for lang in langs))
    notices = {block.lang: block.text for block in blocks if block.name == "notice"}
    everywhere = notices if "embargo" in event.facts and house.prints_embargo else {}
    return Release(blocks, event.published, photo_files(event), notices=everywhere, about=_about(event))


def _about(event: Event) -> dict[str, str]:
    """What formats with fields of their own may say: the slug, and every moment the event gives."""
    moments = {path: str(fact.value) for path, fact in event.facts.items() if fact.field.kind == "datetime"}
    return {"slug": event.slug, **moments}


def _document(event: Event, house: House, lang: Language) -> Iterator[Block]:
    found = template(event.type, lang, house)
    seen = context(event.tree(), lambda name: Absent(name=name)) | {LANG: lang, FACTS: event.facts}
    texts = found.blocks(seen)
    teller = Teller(event, house, lang)
    headline = [_told(found, teller, name, text) for name, text in texts if name == "headline"]
    body = [_told(found, teller, name, text) for name, text in texts if name != "headline"]
    parts: dict[str, Callable[[], Iterable[Block | None]]] = {
        "notice": lambda: [furniture.notice(teller)],
        "headline": lambda: chain.from_iterable(headline),
        "dateline": lambda: [furniture.dateline(teller)],
        "photos": lambda: chain.from_iterable(furniture.photos(event, teller)),
        "body": lambda: _with_photos(furniture.run_in(chain.from_iterable(body), teller), event, teller),
        "credits": lambda: furniture.credits_(event, teller),
        "boilerplate": lambda: furniture.section("boilerplate", house.style.boilerplate, "body", teller),
        "contact": lambda: furniture.section("contact", house.style.contact, "credits", teller),
        "end": lambda: _end(house, lang),
    }
    for part in _order(event, house):
        yield from filter(None, parts[part]())


def _order(event: Event, house: House) -> tuple[str, ...]:
    """The house's order; an embargo is said first where it would not be said at all."""
    order = house.style.order
    said = "notice" in order or "embargo" not in event.facts or not house.prints_embargo
    return order if said else ("notice", *order)


def _told(found: Template, teller: Teller, name: str, text: str) -> list[Block]:
    role = name.partition("_")[0]
    if role not in ROLES:
        raise TemplateError(
            "块{name}的第一段应是角色：{roles}",
            "the block {name} should begin with a role: {roles}",
            Place(str(found.path)),
            name=name,
            roles=", ".join(ROLES),
        )
    if role == "cell":
        return cells(teller, text, name)
    paragraphs = filter(None, (_lines(paragraph) for paragraph in _BLANK.split(text)))
    return [_paragraph(teller, role, lines, f"{name}.{i}") for i, lines in enumerate(paragraphs)]


def _lines(paragraph: str) -> list[str]:
    """The lines that have all their facts; a line that only might have said something says nothing."""
    kept = (line for line in paragraph.split("\n") if ABSENT not in line)
    return list(filter(None, (line.replace(NOTHING, "").strip() for line in kept)))


def _paragraph(teller: Teller, role: str, lines: list[str], name: str) -> Block:
    quiet = role in ("headline", "subhead", "caption")
    teller.paragraph()
    told = joined([teller.tell(line, quiet=quiet) for line in lines], "" if teller.lang == "zh" else " ")
    return block(cast("Role", role), told, teller.lang, name)


def _with_photos(body: list[Block], event: Event, teller: Teller) -> Iterator[Block]:
    """The photos between the paragraphs, evenly, the first on top; never behind a heading or in a table."""
    groups = furniture.photos(event, teller) if teller.house.style.photos == "between" else []
    places = [round(number * len(body) / len(groups)) for number in range(len(groups))]
    places = [_apart(place, body) for place in places]
    for index in range(len(body) + 1):
        for group, place in zip(groups, places, strict=True):
            if place == index:
                yield from group
        yield from body[index : index + 1]


def _apart(place: int, body: list[Block]) -> int:
    """The first place from here on that parts no heading from its text and no table."""
    while 0 < place < len(body) and (
        body[place - 1].role in ("subhead", "caption") or body[place - 1].role == body[place].role == "cell"
    ):
        place += 1
    return place


def _end(house: House, lang: Language) -> Iterator[Block]:
    end = house.style.end.of(lang)
    if end:
        yield Block("note", end, lang if script(end) != "und" else "und", name="end")
