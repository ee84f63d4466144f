"""pressgen glossary export: names out of the newsroom's tables, and what does not go along."""

from __future__ import annotations

from pathlib import Path

import click

from pressgen.cli.console import say
from pressgen.cli.glossary_files import is_tbx, open_house, tell_losses
from pressgen.errors import FileError, Place, UsageError
from pressgen.glossary import Glossary, files, tables, tbx, xlsx


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
