"""What stands around the text: notice, dateline, photos with their captions, credits, sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from pressgen.document import Block, Lang, Mark, Role
from pressgen.drafting.gapped import stop
from pressgen.drafting.prose import Prose
from pressgen.drafting.slots import byline, filled, is_given
from pressgen.drafting.teller import Teller
from pressgen.drafting.token import Token
from pressgen.errors import EventError, Place, PressgenError, Wording
from pressgen.events.model import Event, Fact
from pressgen.events.values import Name
from pressgen.house import House
from pressgen.house.credits import Credits
from pressgen.house.credits import Place as Part
from pressgen.house.style import Section
from pressgen.house.words import Line
from pressgen.regex import regex

_APOSTROPHE = regex(r"(?<=\w)'(?=\w|\s|$)")
_ENDED = regex(r"[.。!?！？…][”’\")）]*$")
_PHOTO = "photo"
"""The role of those who took the photos."""
_PNG = b"\x89PNG\r\n\x1a\n"


def notice(teller: Teller) -> Block | None:
    """From when the release may be used; an embargo in bold. Raises EventError as ``filled`` does."""
    lines = teller.house.style.notice
    embargoed = "embargo" in teller.event.facts
    if embargoed and not teller.house.prints_embargo:
        return None
    found = _line("note", (lines.embargo if embargoed else lines.immediate).of(teller.lang), teller, "notice")
    if found is None or not embargoed:
        return found
    return replace(found, marks=(Mark(0, len(found.text), "strong"), *found.marks))


def dateline(teller: Teller) -> Block | None:
    """The dateline as the house writes it. Raises EventError as ``filled`` does."""
    return _line("dateline", teller.house.style.dateline.of(teller.lang), teller, "dateline")


def updated(teller: Teller) -> Block | None:
    """When the release was changed after it was published, where the event says so. Raises as ``filled``."""
    if "updated" not in teller.event.facts:
        return None
    return _line("dateline", teller.house.style.updated.of(teller.lang), teller, "updated")


def _line(role: Role, pattern: Line, teller: Teller, name: str) -> Block | None:
    prose = filled(pattern, teller)
    return block(role, prose, teller.lang, name) if prose.text.strip() else None


def run_in(body: Iterable[Block], teller: Teller) -> list[Block]:
    """The story, the house's ``lead`` run into its first paragraph. Raises EventError as ``filled`` does."""
    blocks = list(body)
    head = filled(teller.house.style.lead.of(teller.lang), teller)
    first = next((i for i, each in enumerate(blocks) if each.role in ("lead", "body")), None)
    if first is not None and head.text:
        head.append(Prose(blocks[first].text, list(blocks[first].facts)))
        blocks[first] = block(blocks[first].role, head, teller.lang, blocks[first].name)
    return blocks


def section(part: str, style: Section, role: Role, teller: Teller) -> list[Block]:
    """The lines of each item of a field under their heading, which is said again only where it differs."""
    found: list[Block] = []
    heading = ""
    for item in teller.event.items(part):
        prefix = f"{item}."
        above = filled(style.heading.of(teller.lang), teller, prefix)
        if above.text and above.text != heading:
            heading = above.text
            found.append(block("subhead", above, teller.lang, f"{prefix}heading"))
        for index, line in enumerate(style.lines):
            if is_given(line.of(teller.lang), teller, prefix):
                prose = filled(line.of(teller.lang), teller, prefix)
                found.append(block(role, prose, teller.lang, f"{prefix}{index}"))
    return found


def photo(event: Event, teller: Teller, path: str) -> Iterator[Block]:
    """A photo of the story and its caption; ``path`` is that of its facts."""
    number = [fact.path for fact in event.photos].index(f"{path}.file")
    alt = _words(event, teller, f"{path}.alt", brief=True)
    caption, credit = (_words(event, teller, f"{path}.{part}", brief=False) for part in ("caption", "credit"))
    shown = alt or caption or Prose()
    prose = block("photo", shown, teller.lang, f"photo.{number}")
    source = Mark(0, len(shown.text), "photo", f"{path}.file")
    yield Block(
        "photo",
        prose.text,
        teller.lang,
        (Mark(0, len(prose.text), "image", photo_name(event, number)),),
        (*prose.facts, source),
        prose.name,
    )
    if caption or (credit and teller.house.style.photo.credit.of(teller.lang)):
        below = _numbered(event, teller, number)
        own = {fact.text for fact in event.under("credits.photo")}
        staff = credit is not None and event.facts[f"{path}.credit"].text in own
        below.append(_credited(caption, credit, teller, staff=staff))
        yield block("caption", below, teller.lang, f"caption.{number}")


def _words(event: Event, teller: Teller, path: str, *, brief: bool) -> Prose | None:
    return teller.fact(Token(path), brief=brief) if path in event.facts else None


def _numbered(event: Event, teller: Teller, number: int) -> Prose:
    """What counts the photos, where the house does so and there is more than one."""
    form = teller.house.style.photo.number.of(teller.lang)
    return Prose(form.write(number=str(number + 1)) if len(event.photos) > 1 else "")


def _stopped(caption: Prose, teller: Teller) -> Prose:
    """A caption that ends with a full stop or without one, as the house has it."""
    wanted = teller.house.style.photo.stop.of(teller.lang)
    if wanted == "never" and caption.text.endswith((".", "。")):
        return caption.until(stop(caption.text))
    if wanted == "always" and not _ENDED.search(caption.text):
        caption.add("。" if teller.lang == "zh" else ".")
    return caption


def _credited(caption: Prose | None, credit: Prose | None, teller: Teller, *, staff: bool) -> Prose:
    """A caption with who took the photo; ``staff`` did so and supplied nothing: 摄, not 供图."""
    prose = _stopped(caption, teller) if caption else Prose()
    form = teller.house.style.photo.credit.of(teller.lang)
    if credit and form:
        before, after = form.around("credit")
        prose.add(before if caption else before.lstrip())
        prose.append(credit)
        prose.add(after.replace("供图", "摄") if staff else after)
    return prose


def _photographers(event: Event) -> list[Fact]:
    return [fact for path, fact in event.facts.items() if path.endswith(".photo.credit")]


def photo_name(event: Event, number: int) -> str:
    """What a photo is called beside the drafts: the slug, its number, and what its first bytes say it is.

    A file's own suffix may be wrong; ``formats.picture`` leaves PNG as PNG and makes JPEG of all else.
    """
    suffix = ".png" if _is_png(Path(str(event.photos[number].value))) else ".jpg"
    return f"{event.slug}-{number + 1}{suffix}"


def _is_png(path: Path) -> bool:
    """Whether a file begins as a PNG does; one that cannot be read is reported where it is used."""
    try:
        with path.open("rb") as file:
            return file.read(len(_PNG)) == _PNG
    except OSError:
        return False


def photo_files(event: Event) -> dict[str, Path]:
    """Where the photos lie, by what they are called beside the drafts."""
    named = enumerate(event.photos)
    return {photo_name(event, number): Path(str(fact.value)) for number, fact in named}


def credits_(event: Event, teller: Teller, place: Part) -> list[Block]:
    """The credits of the house in one part of the release; lines nobody is named for are left out.

    One a block, or all in one where the house joins them.
    """
    style, lang = teller.house.style.credits, teller.lang
    lines = [
        (role, _credit(teller, style, role, people))
        for role in style.roles(lang)
        if style.lines[role].place == place and (people := credited(event, teller.house, role, lang))
    ]
    if not style.join.of(lang) or not lines:
        return [block("credits", line, lang, f"credits.{role}") for role, line in lines]
    together = lines[0][1]
    for _, line in lines[1:]:
        together.add(style.join.of(lang))
        together.append(line)
    return [block("credits", together, lang, f"credits.{place}")]


def _credit(teller: Teller, style: Credits, role: str, people: list[Fact]) -> Prose:
    """One credit as ``Credits.write`` has it, with the facts in it."""
    prose = Prose(style.lines[role].label(teller.lang) + style.separator.of(teller.lang))
    taken = _taken(teller, people) if role == _PHOTO else {}
    for index, fact in enumerate(people):
        prose.add(style.joint(teller.lang, index, len(people)))
        prose.append(byline(teller, fact.path))
        prose.add(taken.get(fact.text, ""))
    prose.add(style.lines[role].behind.of(teller.lang))
    return prose


def _taken(teller: Teller, people: list[Fact]) -> dict[str, str]:
    """Which photos are whose, where several took or supplied them and no caption says so: (1, 2)."""
    if len(people) == 1 or teller.house.style.photo.credit.of(teller.lang):
        return {}
    event = teller.event
    whose = [event.facts.get(f"{photo.path.removesuffix('.file')}.credit") for photo in event.photos]
    numbers = {
        fact.text: [str(number) for number, each in enumerate(whose, 1) if each and each.text == fact.text]
        for fact in people
    }
    if not all(whose) or not all(numbers.values()):  # a name without a photo, a photo without a name
        return {}
    if teller.lang == "zh":
        return {name: f"（{'、'.join(f'图{number}' for number in each)}）" for name, each in numbers.items()}
    return {name: f" ({', '.join(each)})" for name, each in numbers.items()}


def credited(event: Event, house: House, role: str, lang: Lang) -> list[Fact]:
    """Who is named in a credit line; in that for photos also the photographers, each once."""
    named = event.under(f"credits.{role}")
    if role != _PHOTO or not house.style.photo.in_line(lang):
        return named
    photographers = _photographers(event)
    unread = [fact for fact in photographers if isinstance(fact.value, Name) and fact.value.open]
    by_name = {fact.text: fact for fact in [*photographers, *unread, *named]}
    return [*named, *(fact for fact in by_name.values() if fact not in named)]


def uncredited(event: Event, house: House) -> list[PressgenError]:
    """Errors for the credit lines the house may not go without."""
    named = (fact.at for path, fact in event.facts.items() if path.startswith("credits."))
    at = next(named, Place(str(event.file)))
    return [
        EventError(
            "{house}要署“{label}”；请填写（{field}）",
            "{house} prints “{label} …”; say who ({field})",
            event.place(f"credits.{role}") or at,
            house=Wording(house.style.title.zh, house.style.title.en),
            label=Wording(line.zh or line.en, line.en or line.zh),
            field=f"credits.{role}",
        )
        for role, line in house.style.credits.lines.items()
        if line.required and not credited(event, house, role, "zh")
    ]


def block(role: Role, prose: Prose, lang: Lang, name: str) -> Block:
    """Prose as a block: apostrophes as printers set them."""
    text = prose.text.strip() if lang == "zh" else _APOSTROPHE.sub("’", prose.text.strip())
    return Block(role, text, lang, (), tuple(prose.facts), name)
