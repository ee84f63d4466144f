"""Events that somebody is still typing: plain values in, a draft as far as it goes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from pressgen import events, source
from pressgen.draft import LANGS, Draft
from pressgen.errors import Faults, PressgenError
from pressgen.events import Entered, Fields, Plain, Types
from pressgen.figures import Language
from pressgen.house import House, Newsroom
from pressgen.house.house import unknown_house


def enter(data: Mapping[str, Plain], file: Path, newsroom: Newsroom, known: Types, *, today: date) -> Entered:
    """An event that somebody is still typing: what can be read of it, and everything wrong with it.

    ``data`` are plain values by name, as an event file has them; each fault and fact has the path of its
    value as ``at.cell``. ``file`` is what the event would be called: photos lie in its folder. A headline
    and a day that are missing stand there as what they are, so that the rest can be drafted.
    """
    day = today.isoformat()
    stand_ins: dict[str, Plain] = {
        "published": f"{day} 09:00",
        "date": day,
        "headline": {"zh": "〔标题〕", "en": "[Headline]"},
    }
    entered = events.entered(data, file, known, stand_ins)
    return _in_no_house(entered, newsroom) if entered.event and entered.event.house else entered


def _in_no_house(entered: Entered, newsroom: Newsroom) -> Entered:
    """An event that names a house there is not is in none, and that is a fault."""
    event = entered.event
    if event is None or event.house in (*newsroom.names("houses"), "base"):
        return entered
    fault = unknown_house(event.house, newsroom, event.place("house"))
    return Entered(replace(event, house=""), (*entered.faults, fault))


def preview(
    entered: Entered, house: House, langs: Sequence[Language] = LANGS
) -> tuple[Draft | None, list[PressgenError]]:
    """The draft of an unfinished event as far as it goes, and what stands in the way of a finished one."""
    faults = list(entered.faults)
    if entered.event is None:
        return None, faults
    for event, each in ((entered.event, house), (events.to_the_minute(entered.event), house.unfinished())):
        try:
            made = Draft(event, each, langs)
            made.release  # noqa: B018  # what is wrong is said here
        except PressgenError as error:
            faults += error.errors if isinstance(error, Faults) else [error]
        else:
            return made, faults
    return None, faults


def facts(path: Path, known: Types) -> tuple[dict[str, Plain], list[PressgenError]]:
    """What an event file or an Excel form says as plain values, written out in full, and its faults.

    Raises FileError for a file that is none, EventError for one without a release type.
    """
    node, faults = events.nodes(path, known)
    return events.written_out(node, events.type_of(node, known)), faults


def example(fields: Fields) -> dict[str, Plain]:
    """The facts of a release type's example as plain values, written out in full, without its photos."""
    return events.written_out(events.example(fields), fields)


def event_text(data: Mapping[str, Plain]) -> str:
    """Plain values as the text of an event file (YAML), which ``load`` reads as the same event."""
    return source.text(data)
