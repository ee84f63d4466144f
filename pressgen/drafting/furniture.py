"""What stands around the text: dateline, photos with their captions, credits, the last line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pressgen.document import Block, Lang, Mark, Role
from pressgen.drafting.sentences import dated
from pressgen.drafting.teller import Teller
from pressgen.drafting.token import Token
from pressgen.drafting.told import Told
from pressgen.errors import EventError, Place, PressgenError, Wording
from pressgen.events.model import Event
from pressgen.events.values import Name
from pressgen.house import House
from pressgen.todo import todos

_SLOT = re.compile(r"\{(\w+)(?::([^}]*))?\}")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w|\s|$)")
_CLOCK = re.compile("[Hhm]")
_PNG = b"\x89PNG\r\n\x1a\n"


def dateline(event: Event, teller: Teller) -> Block | None:
    """The dateline as the house writes it. Raises EventError where a minute is printed but not given."""
    told = Told()
    pattern = teller.house.style.dateline.of(teller.lang)
    last = 0
    for slot in _SLOT.finditer(pattern):
        told.add(pattern[last : slot.start()])
        _fill(told, event, teller, slot[1], slot[2] or "")
        last = slot.end()
    told.add(pattern[last:])
    return block("dateline", told, teller.lang, "dateline") if told.text.strip() else None


def _fill(told: Told, event: Event, teller: Teller, name: str, form: str) -> None:
    fact = event.facts.get(name) or event.facts.get("published" if name == "updated" else name)
    if fact is None:
        raise EventError(
            "{house}的电头要用{name}，请填写",
            "the dateline of {house} needs {name}; write it",
            Place(str(event.file)),
            house=teller.house.name,
            name=name,
        )
    value = fact.value
    if not isinstance(value, str):
        told.append(teller.fact(Token(fact.path), quiet=True))
        return
    if _CLOCK.search(form) and "T" not in value:
        raise EventError(
            "{house}的电头写到分钟，请写成{day} 16:17这样",
            "the dateline of {house} gives the minute; write {day} 16:17",
            fact.at,
            house=teller.house.name,
            day=value,
        )
    told.state(
        dated(form or teller.house.style.dates.full.of(teller.lang), value, teller.lang), "date", fact.path
    )


def photos(event: Event, teller: Teller) -> list[list[Block]]:
    """Each photo of the event and its caption, in order."""
    return [list(_photo(event, teller, number)) for number in range(len(event.under("photos.file")))]


def _photo(event: Event, teller: Teller, number: int) -> Iterator[Block]:
    prefix = f"photos.{number}"
    caption, alt = (_words(event, teller, f"{prefix}.{part}") for part in ("caption", "alt"))
    shown = alt or caption or Told()
    target = photo_name(event, number)
    told = block("photo", shown, teller.lang, f"photo.{number}")
    source = Mark(0, len(shown.text), "photo", f"{prefix}.file")
    yield Block(
        "photo",
        told.text,
        teller.lang,
        (Mark(0, len(told.text), "image", target),),
        (*told.facts, source),
        told.name,
    )
    credit = _words(event, teller, f"{prefix}.credit")
    if caption or credit:
        below = _numbered(event, teller, number)
        below.append(_credited(caption, credit, teller))
        yield block("caption", below, teller.lang, f"caption.{number}")


def _words(event: Event, teller: Teller, path: str) -> Told | None:
    return teller.fact(Token(path), quiet=True) if path in event.facts else None


def _numbered(event: Event, teller: Teller, number: int) -> Told:
    """What counts the photos, where the house does so and there is more than one."""
    form = teller.house.style.photo.number.of(teller.lang)
    alone = len(event.under("photos.file")) == 1
    return Told("" if alone else form.replace("{number}", str(number + 1)))


def _credited(caption: Told | None, credit: Told | None, teller: Teller) -> Told:
    told = caption or Told()
    if credit:
        before, _, after = teller.house.style.photo.credit.of(teller.lang).partition("{credit}")
        told.add(before if caption else before.lstrip())
        told.append(credit)
        told.add(after)
    return told


def photo_name(event: Event, number: int) -> str:
    """What a photo is called beside the drafts: the slug, its number, and what its first bytes say it is.

    A file's own suffix may be wrong; ``formats.picture`` leaves PNG as PNG and makes JPEG of all else.
    """
    suffix = ".png" if _is_png(Path(str(event.facts[f"photos.{number}.file"].value))) else ".jpg"
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
    named = enumerate(event.under("photos.file"))
    return {photo_name(event, number): Path(str(fact.value)) for number, fact in named}


def credits_(event: Event, teller: Teller) -> list[Block]:
    """The credit lines of the house, one a block; lines nobody is named for are left out."""
    style = teller.house.style.credits
    lines = []
    for role, line in style.lines.items():
        people = event.under(f"credits.{role}")
        if people:
            told = Told((line.en if teller.lang == "en" else line.zh) + style.separator)
            for index, fact in enumerate(people):
                told.add(style.between.of(teller.lang) if index else "")
                told.append(_credited_name(teller, fact.path))
            lines.append(block("credits", told, teller.lang, f"credits.{role}"))
    return lines


def _credited_name(teller: Teller, path: str) -> Told:
    """A byline stands in both languages as it was written, if its letters are Latin."""
    value = teller.event.facts[path].value
    if isinstance(value, Name) and value.text.isascii():
        told = Told()
        told.state(value.text, "name", path)
        return told
    return teller.fact(Token(path).then("full"), quiet=True)


def uncredited(event: Event, house: House) -> list[PressgenError]:
    """Errors for the credit lines the house may not go without."""
    credited = (fact.at for path, fact in event.facts.items() if path.startswith("credits."))
    at = next(credited, Place(str(event.file)))
    return [
        EventError(
            "{house}要署{label}：请填写credits.{role}",
            "{house} credits the {label}: write credits.{role}",
            event.place(f"credits.{role}") or at,
            house=house.name,
            label=Wording(line.zh, line.en.lower()),
            role=role,
        )
        for role, line in house.style.credits.lines.items()
        if line.required and not event.under(f"credits.{role}")
    ]


def block(role: Role, told: Told, lang: Lang, name: str) -> Block:
    """Told words as a block: apostrophes as printers set them, what is still to be translated marked."""
    text = told.text.strip() if lang == "zh" else _APOSTROPHE.sub("’", told.text.strip())
    return Block(role, text, lang, todos(text), tuple(told.facts), name)
