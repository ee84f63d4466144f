"""pressgen glossary add, import, export: names into the newsroom's own tables, and out of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressgen import naming
from pressgen.cli.console import error, say, ui
from pressgen.errors import FileError, Place, UsageError, Wording, series
from pressgen.findings import Finding
from pressgen.glossary import Entry, Glossary, Term, columns, files, tables, tbx, xlsx
from pressgen.glossary.entry import KINDS, usual_case
from pressgen.glossary.merge import Merged, free_id

if TYPE_CHECKING:
    from pressgen.house import House


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
    terms = (
        Term(naming.spelt(zh, "zh"), "zh"),
        Term(naming.spelt(en, "en"), "en", case=usual_case(en)),
    )
    house = open_house()
    table = path or naming.own_tables(house) / naming.OWN
    means = kind_of(kind)

    def step(held: Glossary) -> Glossary:
        whole = house.glossary + held
        if not force and _is_listed(whole, *terms):
            return held
        return held + Glossary([Entry(free_id(terms[1].text, whole), terms, field=field, kind=means)])

    if not force and _is_listed(house.glossary, *terms):
        say("{name}已在术语表里", "{name} is listed already", name=f"{zh} / {en}")
        return
    naming.change_table(table, step)
    say(
        "已加入{table}：{name}",
        "added to {table}: {name}",
        table=table,
        name=f"{terms[0].text} / {terms[1].text}",
    )
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
    done = naming.import_names(source, open_house(), to)
    _tell_findings(done.faults)
    tell_losses(done.losses, details=details)
    _tell(done.merged, details=details)
    click.echo(done.table)


def open_house() -> House:
    """The house of the current folder."""
    from pressgen import api  # noqa: PLC0415  # help needs no house

    return api.open_house()


def kind_of(word: str) -> str:
    """A kind by its name in either language. Raises UsageError with those there are."""
    kind = columns.word("kind", word)
    if kind is None:
        raise UsageError(
            "没有类别“{word}”；可用：{known}",
            "there is no kind '{word}'; there are {known}",
            word=word,
            known=Wording("、".join(columns.said("kind", name, "zh") for name in KINDS), ", ".join(KINDS)),
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


def is_tbx(path: Path) -> bool:
    """Whether a file is called as TBX is."""
    return path.suffix.lower() in files.TBX


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
        shown = series([*found[:LINES_SHOWN], *["…"] * (len(found) > LINES_SHOWN)])
        say(
            "术语表放不下：{name}，{count}处（第{shown}行）",
            "not carried over: {name}, {count} in all (line {shown})",
            name=name,
            count=len(found),
            shown=shown,
        )


@click.command
@click.argument("out", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--from",
    "source",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Another glossary. · 另一个术语表。",
)
@click.option(
    "--keep",
    metavar="TBX",
    type=click.Path(path_type=Path),
    help="A TBX whose further data go along. · 其中其他内容一并带上的TBX文件。",
)
@click.option(
    "--tbx", "version", type=click.Choice(["v3", "v2", "dct"]), default="v3", help="Which TBX. · 哪种TBX。"
)
@click.option("--force", is_flag=True, help="Replace a file that is there. · 文件已存在也覆盖。")
def export(out: Path, source: Path | None, keep: Path | None, version: tbx.Version, force: bool) -> None:
    """Export the newsroom's glossary, or convert another, by suffix: .csv, .xlsx, .tbx.

    导出术语表，或转换其他术语表的格式。

    \b
    pressgen glossary export names.tbx --tbx v2
    pressgen glossary export names.xlsx --from client.tbx
    """
    if out.exists() and not force:
        raise FileError(
            "文件已存在，未覆盖；请换一个名字，或加--force",
            "there is such a file, it is kept; choose another name or say --force",
            Place(str(out)),
        )
    suffix = _suffix(out)
    beside = tbx.load(keep) if keep else tbx.load(source) if source and is_tbx(source) else None
    glossary = beside.glossary if beside and not keep else _exported(source)
    if suffix == ".tbx":
        _write_tbx(out, glossary, version, beside)
    else:
        tell_losses(beside.losses if beside else ())
        (xlsx.write if suffix == ".xlsx" else tables.write)(glossary, out)
    click.echo(out)


def _suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix not in (".csv", ".xlsx", ".tbx"):
        raise UsageError(
            "文件名要以.csv、.xlsx或.tbx结尾，不能是{file}",
            "the name ends in .csv, .xlsx or .tbx, not as {file}",
            file=path.name,
        )
    return suffix


def _exported(source: Path | None) -> Glossary:
    return files.read(source) if source else open_house().glossary


def _write_tbx(out: Path, glossary: Glossary, version: tbx.Version, beside: tbx.Tbx | None) -> None:
    dialect = tbx.write(out, glossary, version, beside)
    if dialect != "TBX-Basic":
        say(
            "带上的内容超出TBX-Basic，文件标为{dialect}",
            "what goes along is beyond TBX-Basic, so the file calls itself {dialect}",
            dialect=dialect,
        )
