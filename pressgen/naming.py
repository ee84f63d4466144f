"""What the newsroom knows of names: found, proposed, its glossary's faults."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pressgen.errors import UsageError
from pressgen.figures import Language
from pressgen.findings import Finding
from pressgen.glossary import Entry
from pressgen.house import House

if TYPE_CHECKING:
    from pressgen.glossary.names import Proposal

_LANGS: tuple[Language, ...] = ("zh", "en")


def look_up(words: str, house: House) -> list[Entry]:
    """The glossary's entries by a part of a name in either language or by pinyin initials, nearest first."""
    from pressgen.glossary.search import search  # noqa: PLC0415  # pinyin, only for those who ask

    return search(house.glossary, words)


def glossary_faults(path: Path) -> list[Finding]:
    """What was mended while a glossary's file was read, and what is wrong with it. Raises GlossaryError."""
    from pressgen.glossary import faults, files  # noqa: PLC0415  # only for those who ask

    glossary = files.read_all([path])
    return [*glossary.repairs, *faults.check(glossary)]


def propose(name: str, house: House, kind: str = "") -> Proposal:
    """The English of a Chinese name: the glossary's, else a spelling by the rules, which says how sure it is.

    ``kind`` is person, place, …; else it is guessed.
    """
    from pressgen.glossary.names import proposed  # noqa: PLC0415  # readings, only for those who ask

    return proposed(name, kind, house.glossary, house.gazetteer)


def named(house: House, text: str) -> str:
    """What a name is called in the other language by all that the house knows, or nothing."""
    entry = house.known(text)
    return (
        next((entry.name(lang) for lang in _LANGS if text not in (term.text for term in entry.of(lang))), "")
        if entry
        else ""
    )


def add_name(zh: str, en: str, house: House, *, kind: str = "", field: str = "") -> Path | None:
    """Put a name in both languages into the newsroom's own table; its path, None where it is listed already.

    Raises UsageError where there is no newsroom of one's own, GlossaryError.
    """
    from pressgen.glossary import tables  # noqa: PLC0415  # for those who ask
    from pressgen.glossary.entry import Glossary, Term, usual_case  # noqa: PLC0415  # as above
    from pressgen.glossary.merge import free_id  # noqa: PLC0415  # as above

    if house.newsroom.settings is None:
        raise UsageError("这里没有本单位的文件夹", "there is no newsroom's folder here")
    table = house.newsroom.settings.parent / "glossary" / "names.csv"
    terms = Term(zh, "zh"), Term(en, "en", case=usual_case(en))
    if any(house.glossary.named(term.text, term.lang) for term in terms):
        return None

    def step(held: Glossary) -> Glossary:
        entry = Entry(free_id(en, house.glossary + held), terms, field=field, kind=kind)
        return held + Glossary([entry])

    table.parent.mkdir(exist_ok=True)
    tables.change(table, step)
    return table
