"""pressgen glossary add, import: names into the newsroom's own tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressgen.cli.console import error, say, ui
from pressgen.errors import Place, UsageError, Wording
from pressgen.findings import Finding
from pressgen.glossary import Entry, Glossary, Term, columns, compose, faults, files, tables, tbx
from pressgen.glossary.entry import KINDS, usual_case
from pressgen.glossary.merge import Merged, free_id, merge
from pressgen.text import forbidden, han, invisible, latin

if TYPE_CHECKING:
    from pressgen.house import House

OWN = "names.csv"
"""The table names are added to, in the glossary folder of the newsroom."""
LINES_SHOWN = 8


@click.command
@click.argument("zh", metavar="ZH")
@click.argument("en", metavar="EN")
@click.option(
    "--kind",
    default="",
    help=f"One of {', '.join(KINDS)}. · 类别：人名、地名、机构、职务、活动、企业、行业、术语。",
)
@click.option("--field", default="", help="The subject field, in your own words. · 所属领域，自己写。")
@click.option(
    "--file",
    "path",
    metavar="CSV",
    type=click.Path(path_type=Path),
    help="The table to add to. · 加到哪张表。",
)
@click.option(
    "--force", is_flag=True, help="Add although one of the names is listed. · 名称已列入也照样添加。"
)
def add(zh: str, en: str, kind: str, field: str, path: Path | None, force: bool) -> None:
    """Add a name in both languages to the newsroom's glossary.

    为本单位的术语表添加一条中英文名称。

    \b
    pressgen glossary add 季华实验室 "Ji Hua Laboratory" --kind body
    """
    terms = Term(_name(zh, "zh"), "zh"), Term(_name(en, "en"), "en", case=usual_case(en))
    house = open_house()
    table = path or _own(house) / OWN
    means = _kind(kind)

    def step(held: Glossary) -> Glossary:
        whole = house.glossary + held
        if not force and _is_listed(whole, *terms):
            return held
        return held + Glossary([Entry(free_id(terms[1].text, whole), terms, field=field, kind=means)])

    if not force and _is_listed(house.glossary, *terms):
        say("{name}已在术语表里", "{name} is listed already", name=f"{zh} / {en}")
        return
    tables.change(_made(table), step)
    click.echo(table)


@click.command("import")
@click.argument("source", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--to", metavar="CSV", type=click.Path(path_type=Path), help="The table to put it into. · 放进哪张表。"
)
@click.option(
    "--details", is_flag=True, help="List every line that could not be carried over. · 写不下的内容逐行列出。"
)
def import_(source: Path, to: Path | None, details: bool) -> None:
    """Import a glossary (CSV, XLSX, TBX) into the newsroom's, as a table of its own.

    导入术语表；再次导入同一个文件即为更新。写不下的内容逐行列出。

    \b
    pressgen glossary import client.tbx
    """
    coming, losses = _read(source)
    house = open_house()
    table = to or _own(house) / f"{source.stem}.csv"
    merged: list[Merged] = []

    def step(held: Glossary) -> Glossary:
        others = Glossary(entry for entry in house.glossary if not _stands_in(entry, table))
        merged.append(merge(held, coming, others, source.stem))
        return merged[-1].glossary

    tables.change(_made(table), step)
    _change_elsewhere(merged[-1].elsewhere, house.glossary, table)
    _tell_findings(coming.repairs)
    _tell_findings(faults.clashes(merged[-1].added, house.glossary))
    tell_losses(losses, details=details)
    _tell(merged[-1], details=details)
    click.echo(table)


def open_house() -> House:
    """The house of the current folder."""
    from pressgen import api  # noqa: PLC0415  # help needs no house

    return api.open_house()


def _own(house: House) -> Path:
    """The glossary folder of the user's own newsroom. Raises UsageError where there is none."""
    if house.newsroom.settings is None:
        raise UsageError(
            "这里不在任何单位文件夹内；请先运行pressgen init DIR并在其中操作，或者用选项指明一个CSV",
            "this is no newsroom's folder; run pressgen init DIR and work inside it, or name a CSV table",
        )
    return house.newsroom.settings.parent / "glossary"


def _made(table: Path) -> Path:
    """A table that can be written to: a CSV, in a folder that is there."""
    if table.suffix.lower() != ".csv":
        raise UsageError(
            "只能写入CSV表，不能写入{file}；导出其他格式用pressgen glossary export",
            "names are added to CSV tables, not to {file}; for others use pressgen glossary export",
            file=table,
        )
    table.parent.mkdir(parents=True, exist_ok=True)
    return table


def _name(text: str, lang: str) -> str:
    """A name as given, blanks put right. Raises UsageError where it cannot be one of that language."""
    shown = " ".join(text.split())
    bad = forbidden(shown) or invisible(shown)
    if bad:
        raise UsageError("“{name}”里有{what}", "'{name}' holds {what}", name=shown, what=bad[1])
    chinese = han(shown) > latin(shown)
    if not shown or len(shown) > compose.MOST or (chinese if lang == "en" else not han(shown)):
        raise UsageError(
            "“{name}”不像{lang}名称；先写中文，再写英文",
            "'{name}' does not look like a name in {lang}; the Chinese name stands first, then the English",
            name=shown[:60],
            lang=Wording("英文", "English") if lang == "en" else Wording("中文", "Chinese"),
        )
    return shown


def _kind(word: str) -> str:
    kind = columns.word("kind", word)
    if kind is None:
        raise UsageError(
            "没有类别“{word}”；可用：{known}",
            "there is no kind '{word}'; there are {known}",
            word=word,
            known=", ".join(KINDS),
        )
    return kind


def _is_listed(glossary: Glossary, zh: Term, en: Term) -> bool:
    """Whether an entry has both names. Raises UsageError where the Chinese one has another English."""
    entry = glossary.named(zh.text, "zh")
    if entry is None:
        return False
    if any(term.text == en.text and term.status != "deprecated" for term in entry.of("en")):
        return True
    raise UsageError(
        "“{name}”已写在这里，英文是“{now}”；请改这一行，确是另一个概念则加--force",
        "'{name}' stands here as '{now}'; change this row, or say --force if it is another concept",
        name=zh.text,
        now=entry.name("en"),
        at=entry.terms[0].at,
    )


def _stands_in(entry: Entry, table: Path) -> bool:
    return Path(entry.terms[0].at.file).resolve() == table.resolve()


def is_tbx(path: Path) -> bool:
    """Whether a file is called as TBX is."""
    return path.suffix.lower() in files.TBX


def _read(path: Path) -> tuple[Glossary, Sequence[Finding]]:
    if not is_tbx(path):
        return files.read(path), ()
    found = tbx.load(path)
    return found.glossary, found.losses


def _change_elsewhere(entries: Iterable[Entry], held: Glossary, table: Path) -> None:
    """New versions of entries go where these stand: a colleague sends an exported workbook back."""
    from pressgen.house.newsroom import shipped_data  # noqa: PLC0415  # help needs no house

    by_file: defaultdict[Path, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_file[Path(held[entry.id].terms[0].at.file)].append(entry)
    for path, found in by_file.items():
        own = path if path.suffix == ".csv" and shipped_data() not in path.resolve().parents else table
        tables.change(own, lambda before, found=found: before + Glossary(found))  # type: ignore[misc]


def _tell(merged: Merged, *, details: bool) -> None:
    say(
        "新增{added}条，更新{changed}条，未变{same}条，已有而未读入{listed}条",
        "{added} added, {changed} changed, {same} as before, {listed} listed elsewhere and left out",
        added=len(merged.added),
        changed=len(merged.changed) + len(merged.elsewhere),
        same=len(merged.same),
        listed=len(merged.listed),
    )
    for entry, known in merged.listed if details else merged.listed[:LINES_SHOWN]:
        say(
            "  {at}：{name}，已在条目{known}",
            "  {at}: {name} is listed as {known}",
            at=entry.terms[0].at,
            name=entry.terms[0].text,
            known=known.id,
        )
    if len(merged.listed) > LINES_SHOWN and not details:
        say("  ……（全部列出：--details）", "  … (all of them: --details)")


def _tell_findings(findings: Iterable[Finding]) -> None:
    for finding in findings:
        at = Place(finding.span.file, finding.span.line, finding.span.column)
        error(f"{at}: {finding.message(ui())}")


def tell_losses(losses: Sequence[Finding], *, details: bool = False) -> None:
    """What was not carried over: by category with its lines, or every line."""
    if details:
        _tell_findings(losses)
        return
    lines: defaultdict[str, list[int]] = defaultdict(list)
    for loss in losses:
        lines[str(loss.fields.get("name") or loss.fields.get("lang"))].append(loss.span.line or 0)
    for name, found in lines.items():
        shown = ", ".join(map(str, found[:LINES_SHOWN])) + (" …" if len(found) > LINES_SHOWN else "")
        say(
            "术语表放不下：{name}，{count}处（第{shown}行）",
            "not carried over: {name}, {count} in all (line {shown})",
            name=name,
            count=len(found),
            shown=shown,
        )
