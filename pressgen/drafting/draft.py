"""draft(event, house) -> Release: a type's template told twice, once a language, in the house's order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import cast

from pressgen.document import Block, Release, Role, Span
from pressgen.drafting import companies, furniture
from pressgen.drafting.continued import told
from pressgen.drafting.furniture import block, photo_files
from pressgen.drafting.introduced import introduced
from pressgen.drafting.paragraphs import joined
from pressgen.drafting.rows import cells
from pressgen.drafting.story import Paragraph, written
from pressgen.drafting.teller import Teller
from pressgen.errors import raise_all
from pressgen.events.model import Event
from pressgen.figures import Language
from pressgen.house import House
from pressgen.text import script


def draft(event: Event, house: House, langs: Iterable[Language] = ("zh", "en")) -> Release:
    """The event as a Chinese and an English text. Raises TemplateError, EventError, GlossaryError.

    Every block's place is a paragraph, from 0, of a text called by slug and language: ``brief.en``.
    """
    raise_all(furniture.uncredited(event, house))
    texts = [(f"{event.slug}.{lang}", lang, list(_document(event, house, lang))) for lang in langs]
    blocks = tuple(
        replace(block, at=Span(name, number, 0, len(block.text), block.text, lang))
        for name, lang, text in texts
        for number, block in enumerate(text)
    )
    notices = {block.lang: block.text for block in blocks if block.name == "notice"}
    everywhere = notices if "embargo" in event.facts and house.prints_embargo else {}
    return Release(blocks, event.published, photo_files(event), notices=everywhere, about=_about(event))


def _about(event: Event) -> dict[str, str]:
    """What formats with fields of their own may say: the slug, and every moment the event gives."""
    moments = {path: str(fact.value) for path, fact in event.facts.items() if fact.field.kind == "datetime"}
    return {"slug": event.slug, **moments}


def _document(event: Event, house: House, lang: Language) -> Iterator[Block]:
    teller = Teller(event, house, lang)
    headline, story = written(event, house, lang)
    apart = house.style.photos == "order"
    photos = [paragraph for paragraph in story if apart and paragraph.role == "photo"]
    body = [paragraph for paragraph in story if paragraph not in photos]
    parts: dict[str, Callable[[], Iterable[Block | None]]] = {
        "notice": lambda: [furniture.notice(teller)],
        "headline": lambda: _blocks(teller, headline),
        "dateline": lambda: [furniture.dateline(teller)],
        "updated": lambda: [furniture.updated(teller)],
        "photos": lambda: _blocks(teller, photos),
        "body": lambda: introduced(
            furniture.run_in(_blocks(teller, body), teller),
            {**teller.companies, **companies.typed_forms(event, lang)},
            lang,
        ),
        "byline": lambda: furniture.credits_(event, teller, "byline"),
        "credits": lambda: furniture.credits_(event, teller, "credits"),
        "boilerplate": lambda: furniture.section("boilerplate", house.style.boilerplate, "body", teller),
        "contact": lambda: furniture.section("contact", house.style.contact, "credits", teller),
        "end": lambda: _end(house, lang),
    }
    for part in _order(event, house):
        yield from map(house.marks.marked, filter(None, parts[part]()))


def _order(event: Event, house: House) -> tuple[str, ...]:
    """The house's order; an embargo is said first where it would not be said at all."""
    order = house.style.order
    noticed = "notice" in order or "embargo" not in event.facts or not house.prints_embargo
    return order if noticed else ("notice", *order)


def _blocks(teller: Teller, paragraphs: Iterable[Paragraph]) -> Iterator[Block]:
    for paragraph in paragraphs:
        role = cast("Role", paragraph.role)
        if role == "photo":
            yield from furniture.photo(teller.event, teller, paragraph.name)
        elif role == "cell":
            yield from cells(teller, paragraph.lines, paragraph.name)
        else:
            yield _paragraph(teller, role, paragraph)


def _paragraph(teller: Teller, role: Role, paragraph: Paragraph) -> Block:
    brief = role in ("headline", "subhead")
    sentences = told(teller, paragraph.lines, brief=brief)
    return block(role, joined(sentences, teller.lang), teller.lang, paragraph.name)


def _end(house: House, lang: Language) -> Iterator[Block]:
    end = house.style.end.of(lang)
    if end:
        yield Block("note", end, lang if script(end) != "und" else "und", name="end")
