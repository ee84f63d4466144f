"""Events that somebody is still typing: plain values in, a draft as far as it goes out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from pathlib import Path

from pressgen import events, figures, source
from pressgen.document import Block, Release
from pressgen.draft import LANGS, Draft
from pressgen.drafting import Untranslated
from pressgen.errors import Faults, Place, PressgenError
from pressgen.events import Entered, Event, Fields, Name, Plain, Text, Types, amounts
from pressgen.events.values import REFERENCE
from pressgen.figures import Language
from pressgen.house import House, Newsroom, open_newsroom, release_types
from pressgen.house.credits import Credited
from pressgen.house.house import open_house
from pressgen.house.inheriting import unknown_house


def enter(data: Mapping[str, Plain], file: Path, newsroom: Newsroom, types: Types, *, today: date) -> Entered:
    """An event that somebody is still typing: what can be read of it, and everything wrong with it.

    ``data`` are plain values by name, as an event file has them; each fault and fact has the path of its
    value as ``at.cell``. ``file`` is what the event would be called: photos lie in its folder. A headline
    and a day that are missing stand there as what they are, so that the rest can be drafted.
    """
    entered = events.entered(data, file, types, _stand_ins(data, types, today))
    return _in_no_house(entered, newsroom) if entered.event and entered.event.house else entered


def _stand_ins(data: Mapping[str, Plain], types: Types, today: date) -> dict[str, Plain]:
    """What stands for facts no text can do without, of a day that goes with those that were given."""
    given = {name: day for name in ("date", "end", "published") if (day := _day(data.get(name)))}
    published = given.get("published") or max(given.values(), default=today.isoformat())
    said: dict[str, Plain] = {
        "published": f"{published} 09:00",
        "date": min([published, *given.values()]),
        "headline": {"zh": "〔标题〕", "en": "[Headline]"},
    }
    fields = types.get(str(data.get("release")))
    return {name: value for name, value in said.items() if fields and fields.fields[name].required}


def _day(written: Plain) -> str:
    """The day of a date or moment as somebody wrote it; nothing where it is none."""
    try:
        return amounts.moment(written, "", Place(""))[:10] if isinstance(written, str) else ""
    except PressgenError:
        return ""


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


def worded(event: Event, item: Untranslated, text: str) -> str:
    """A translation as the fact of an event says it: figures are references, as in the other language.

    Raises EventError for words that cannot be used.
    """
    made = events.translated(event, item.path, item.lang, (text, item.at), item.figures, item.mark)
    value = made.facts[item.path].value
    assert isinstance(value, Name | Text)  # noqa: S101  # only words and names are in one language
    text = value.of(item.lang)
    for reference in REFERENCE.findall(value.of("en" if item.lang == "zh" else "zh")):
        text = text.replace(f"{{{event.referred(reference)}}}", f"{{{reference}}}")
    return text


def facts(path: Path, types: Types) -> tuple[dict[str, Plain], list[PressgenError]]:
    """What an event file or an Excel form says as plain values, written out in full, and its faults.

    Raises FileError for a file that is none, EventError for one without a release type.
    """
    node, faults = events.nodes(path, types)
    return events.written_out(node, events.type_of(node, types)), faults


def begun(release: Release, type_name: str, house: House) -> dict[str, Plain]:
    """Somebody's own draft as the facts of an event: its paragraphs are own words in both languages.

    Which paragraph answers which is found as a check finds it. Headline, day and credits stand where they
    belong; photos are left out, as are the house's own dateline, notice and end.
    """
    from pressgen.checks.align import aligned  # noqa: PLC0415  # for those who ask

    body = [block for block in release.blocks if _is_story(block, house)]
    groups = aligned(replace(release, blocks=tuple(body)))
    story: list[Plain] = [_said(group.zh, group.en) for group in groups]
    heads = {block.lang: block.text for block in reversed(release.blocks) if block.role == "headline"}
    published = release.published or _dated(release, house)
    found: dict[str, Plain] = {
        "release": type_name,
        "headline": {lang: heads[lang] for lang in LANGS if lang in heads},
        "published": published.replace("T", " "),
        "story": story,
        "credits": _credited(release, house),
    }
    return {name: value for name, value in found.items() if value}


def _is_story(block: Block, house: House) -> bool:
    around = (house.forms.is_credit, house.forms.is_dateline, house.forms.is_notice, house.forms.is_end)
    apart = block.role in ("headline", "dateline", "credits", "photo")
    return bool(block.text.strip()) and not apart and not any(is_it(block.text) for is_it in around)


def _said(zh: Sequence[Block], en: Sequence[Block]) -> dict[str, Plain]:
    """Paragraphs that answer each other as one statement of own words, headings as a heading."""
    texts = {"zh": "".join(block.text for block in zh), "en": " ".join(block.text for block in en)}
    kind = "subhead" if all(block.role == "subhead" for block in (*zh, *en)) else "words"
    return {kind: {"text": {lang: text for lang, text in texts.items() if text}}}


def _dated(release: Release, house: House) -> str:
    """The day a dateline says, with the time where it says one; nothing where there is none."""
    for block in release.blocks:
        if block.role != "dateline" or block.lang == "und" or house.forms.is_updated(block.text):
            continue
        found = {figure.kind: str(figure.value) for figure in reversed(figures.find(block.text, block.lang))}
        if re.fullmatch(r"\d{4}-\d\d-\d\d", found.get("date", "")):
            return f"{found['date']} {found.get('time', '')}".strip()
    return ""


def _credited(release: Release, house: House) -> dict[str, Plain]:
    """Who did what, each name in the languages that credit lines give it in."""
    named: dict[str, dict[str, list[Credited]]] = {}
    for block in release.blocks:
        if block.lang != "und" and house.forms.is_credit(block.text):
            for credit in house.style.credits.parse(block.text, block.lang):
                named.setdefault(credit.role, {}).setdefault(block.lang, []).append(credit)
    return {role: list(_people(langs)) for role, langs in named.items()}


def _people(langs: Mapping[str, Sequence[Credited]]) -> Iterator[Plain]:
    """The names of a role; "and" parts people only where both languages have as many."""
    parted = [[name for credit in langs.get(lang, ()) for name in credit.people] for lang in LANGS]
    whole = [[name for credit in langs.get(lang, ()) for name in credit.names] for lang in LANGS]
    zh_names, en_names = parted if len(parted[0]) == len(parted[1]) or not all(parted) else whole
    for zh, en in zip_longest(zh_names, en_names, fillvalue=""):
        yield zh if zh == en else {lang: name for lang, name in (("zh", zh), ("en", en)) if name}


def example(fields: Fields) -> dict[str, Plain]:
    """The facts of a release type's example as plain values, written out in full, without its photos."""
    return events.written_out(events.example(fields), fields)


def event_text(data: Mapping[str, Plain]) -> str:
    """Plain values as the text of an event file (YAML), which ``load`` reads as the same event."""
    return source.text(data)


def form(
    name: str,
    newsroom: Newsroom | None = None,
    *,
    filled: bool = False,
    data: Mapping[str, Plain] | None = None,
    kinds: Iterable[str] = (),
) -> bytes:
    """The Excel form of a release type, with the newsroom's names and houses to choose from.

    ``filled``: with the type's example filled in, but for its photos, which lie elsewhere. ``data``: with
    these facts, as ``facts`` gives them, so that the form is read as the same event. ``kinds`` of
    statement have sheets beside those the type and its example use. Raises KeyError for a type there is
    not, FileError.
    """
    from pressgen.events.xlsx.write import Offered, kinds_in, write  # noqa: PLC0415  # openpyxl

    newsroom = newsroom or open_newsroom(Path.cwd())
    fields = release_types(newsroom)[name]
    today = date.today()  # noqa: DTZ011  # the newsroom's own calendar day
    entries = list(open_house(newsroom.house or "base", newsroom, today=today).glossary)
    zh, en = (list(dict.fromkeys(filter(None, (entry.name(lang) for entry in entries)))) for lang in LANGS)
    houses = newsroom.houses
    offered = Offered(
        zh, en, [*houses, *(open_house(each, newsroom, today=today).style.title.zh for each in houses)]
    )
    example = source.parse(source.text(data), name) if data else events.example(fields)
    shown = {*fields.usual, *kinds, *kinds_in(fields, example)}
    return write(fields, offered, example if filled or data else None, shown)
