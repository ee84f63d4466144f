"""What the newsroom knows of names: found, proposed, added, changed, taken in and given out; its faults."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen.errors import GlossaryError, UsageError, Wording
from pressgen.figures import Language
from pressgen.findings import Finding
from pressgen.glossary import Entry, Glossary, Term
from pressgen.house import House
from pressgen.house.newsroom import shipped_data
from pressgen.source import real
from pressgen.text import forbidden, han, invisible, latin

if TYPE_CHECKING:
    from pressgen.glossary.merge import Merged
    from pressgen.glossary.names import Proposal

_LANGS: tuple[Language, ...] = ("zh", "en")
OWN = "names.csv"
"""The table names are added to, in the glossary folder of the newsroom."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A glossary that was taken in: the table it is in now, what became of its entries, what to look at.

    ``losses`` are what no table has room for.
    """

    table: Path
    merged: Merged
    faults: tuple[Finding, ...]
    losses: Sequence[Finding]


def look_up(words: str, house: House) -> list[Entry]:
    """The glossary's entries by a part of a name in either language or by pinyin initials, nearest first."""
    from pressgen.glossary.search import search  # noqa: PLC0415  # pinyin, only for those who ask

    return search(house.glossary, words)


def glossary_faults(of: Path | House) -> list[Finding]:
    """What was mended while a glossary was read, and what is wrong with it: a file's, or all a house has.

    Raises GlossaryError.
    """
    from pressgen.glossary import faults, files  # noqa: PLC0415  # only for those who ask

    glossary = of.glossary if isinstance(of, House) else files.read_all([of])
    return [*glossary.repairs, *faults.check(glossary)]


def propose(name: str, house: House, kind: str = "") -> Proposal:
    """The English of a Chinese name: the glossary's, else a spelling by the rules, which says how sure it is.

    ``kind`` is person, place, …; else it is guessed.
    """
    from pressgen.glossary.names import proposed  # noqa: PLC0415  # readings, only for those who ask

    return proposed(name, kind, house.glossary, house.gazetteer)


def named(house: House, text: str) -> str:
    """What a name is called in the other language by all that the house knows, or nothing."""
    entry = house.entry_of(text)
    return (
        next((entry.name(lang) for lang in _LANGS if text not in (term.text for term in entry.of(lang))), "")
        if entry
        else ""
    )


def add_name(zh: str, en: str, house: House, *, kind: str = "", field: str = "") -> Entry | None:
    """Put a name in both languages into the newsroom's own table; its entry, None where it is listed already.

    Raises UsageError where there is no newsroom of one's own or a name cannot be one, GlossaryError.
    """
    from pressgen.glossary.entry import usual_case  # noqa: PLC0415  # for those who ask
    from pressgen.glossary.merge import free_id  # noqa: PLC0415  # as above

    table = own_tables(house) / OWN
    terms = Term(spelt(zh, "zh"), "zh"), Term(spelt(en, "en"), "en", case=usual_case(en))
    if any(house.glossary.named(term.text, term.lang) for term in terms):
        return None

    def added(held: Glossary) -> Glossary:
        return held + Glossary([Entry(free_id(en, house.glossary + held), terms, field=field, kind=kind)])

    return next(entry for entry in change_table(table, added) if entry.name("zh") == terms[0].text)


def change_name(before: Entry, after: Entry | None, house: House) -> Path:
    """Put another entry in the place of one, or nothing: its table.

    Raises UsageError for one that is not the newsroom's own or was changed meanwhile, GlossaryError for
    what cannot be an entry, with what is wrong with it.
    """
    table = Path(before.terms[0].at.file)
    if table.suffix.lower() != ".csv" or real(own_tables(house)) not in real(table).parents:
        raise UsageError(
            "“{name}”在{file}里，请在那里修改",
            "'{name}' stands in {file}; change it there",
            name=before.name("zh"),
            file=table.name,
        )
    if after is not None:
        _refuse_faulty(after, house)

    def step(held: Glossary) -> Glossary:
        if before.id not in held or held[before.id] != before:
            raise UsageError(
                "“{name}”已有人改过；请重新打开再改",
                "'{name}' was changed meanwhile; open it again",
                name=before.name("zh"),
            )
        kept = (after if entry.id == before.id else entry for entry in held)
        return Glossary(entry for entry in kept if entry is not None)

    change_table(table, step)
    return table


def _refuse_faulty(entry: Entry, house: House) -> None:
    """Raise what is wrong with an entry by itself or beside the others."""
    from pressgen.glossary import faults  # noqa: PLC0415  # for those who ask

    others = Glossary(each for each in house.glossary if each.id != entry.id)
    found = [*faults.check(Glossary([entry])), *faults.clashes([entry], others)]
    wrong = next((finding for finding in found if finding.severity == "error"), None)
    if wrong:
        raise GlossaryError(wrong.message("zh"), wrong.message("en"))


def import_names(source: Path, house: House, to: Path | None = None) -> Imported:
    """Take a glossary (CSV, XLSX, TBX) in, as a table of its own; the same file again is an update.

    New versions of entries that stand in other tables of the newsroom go there. Raises GlossaryError,
    Faults, FileError, UsageError.
    """
    from pressgen.glossary import faults  # noqa: PLC0415  # for those who ask
    from pressgen.glossary.merge import merge  # noqa: PLC0415  # as above

    coming, losses = _read(source)
    table = to or own_tables(house) / f"{source.stem}.csv"
    merged: list[Merged] = []

    def step(held: Glossary) -> Glossary:
        others = Glossary(entry for entry in house.glossary if not _stands_in(entry, table))
        merged.append(merge(held, coming, others, source.stem))
        return merged[-1].glossary

    change_table(table, step)
    _change_elsewhere(merged[-1].elsewhere, house.glossary, table)
    found = (*coming.repairs, *faults.clashes(merged[-1].added, house.glossary))
    return Imported(table, merged[-1], found, losses)


def export_names(house: House, out: Path) -> None:
    """Write all names a house has, by suffix: .csv, .xlsx, .tbx. Raises FileError."""
    suffix = out.suffix.lower()
    if suffix == ".tbx":
        from pressgen.glossary import tbx  # noqa: PLC0415  # lxml, for those who ask

        tbx.write(out, house.glossary)
    elif suffix == ".xlsx":
        from pressgen.glossary import xlsx  # noqa: PLC0415  # openpyxl, for those who ask

        xlsx.write(house.glossary, out)
    else:
        from pressgen.glossary import tables  # noqa: PLC0415  # for those who ask

        tables.write(house.glossary, out)


def own_tables(house: House) -> Path:
    """The glossary folder of the user's own newsroom. Raises UsageError where there is none."""
    if house.newsroom.settings is None:
        raise UsageError(
            "这里不在任何单位文件夹内；请先运行pressgen init DIR并在其中操作，或者用选项指明一个CSV",
            "this is no newsroom's folder; run pressgen init DIR and work inside it, or name a CSV table",
        )
    return house.newsroom.settings.parent / "glossary"


def spelt(text: str, lang: Language) -> str:
    """A name as given, blanks put right. Raises UsageError where it cannot be one of that language."""
    from pressgen.glossary.compose import MOST  # noqa: PLC0415  # for those who ask

    shown = " ".join(text.split())
    bad = forbidden(shown) or invisible(shown)
    if bad:
        raise UsageError(
            "“{name}”里有{what}；请删去", "'{name}' holds {what}; take it out", name=shown, what=bad[1]
        )
    chinese = han(shown) > latin(shown)
    if not shown or len(shown) > MOST or (chinese if lang == "en" else not han(shown)):
        raise UsageError(
            "“{name}”不像{lang}名称；先写中文，再写英文",
            "'{name}' does not look like a name in {lang}; the Chinese name stands first, then the English",
            name=shown[:60],
            lang=Wording("英文", "English") if lang == "en" else Wording("中文", "Chinese"),
        )
    return shown


def change_table(table: Path, step: Callable[[Glossary], Glossary]) -> Glossary:
    """Take a step with a table: a CSV, in a folder that is made; the table as it is then.

    Raises UsageError, GlossaryError.
    """
    from pressgen.glossary import tables  # noqa: PLC0415  # for those who ask

    if table.suffix.lower() != ".csv":
        raise UsageError(
            "只能写入CSV表，不能写入{file}；导出其他格式用pressgen glossary export",
            "names are added to CSV tables, not to {file}; for others use pressgen glossary export",
            file=table,
        )
    table.parent.mkdir(parents=True, exist_ok=True)
    return tables.change(table, step)


def _stands_in(entry: Entry, table: Path) -> bool:
    return real(Path(entry.terms[0].at.file)) == real(table)


def _read(path: Path) -> tuple[Glossary, Sequence[Finding]]:
    from pressgen.glossary import files  # noqa: PLC0415  # for those who ask

    if path.suffix.lower() not in files.TBX:
        return files.read(path), ()
    from pressgen.glossary import tbx  # noqa: PLC0415  # lxml, for those who ask

    found = tbx.load(path)
    return found.glossary, found.losses


def _change_elsewhere(entries: Iterable[Entry], held: Glossary, table: Path) -> None:
    """New versions of entries go where these stand: a colleague sends an exported workbook back."""
    by_file: defaultdict[Path, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_file[Path(held[entry.id].terms[0].at.file)].append(entry)
    for path, found in by_file.items():
        own = path if path.suffix == ".csv" and shipped_data() not in real(path).parents else table
        change_table(own, lambda before, found=found: before + Glossary(found))  # type: ignore[misc]
