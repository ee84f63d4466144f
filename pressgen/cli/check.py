"""pressgen check: drafts of one language or both, read as a revisor reads them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from pressgen import api
from pressgen.cli.console import day, error, jsonl_rows, rates_given, ui
from pressgen.cli.pairs import paired
from pressgen.document import Block, Release
from pressgen.errors import PressgenError, UsageError
from pressgen.findings import Finding
from pressgen.house import House
from pressgen.reports import console, sarif
from pressgen.reports import json as json_report


@click.command
@click.argument("files", metavar="FILE...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--house", default="", help="Whose style; else what every house shares.")
@click.option(
    "--glossary",
    "glossaries",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="One glossary more.",
)
@click.option("--on", metavar="DATE", help="The day of the texts; else their own date.")
@click.option("--rates", metavar="FILE", type=click.Path(path_type=Path), help="The office's own rate table.")
@click.option(
    "--report",
    "form",
    type=click.Choice(["console", "json", "sarif"]),
    default="console",
    help="How to report.",
)
@click.option(
    "--jsonl", is_flag=True, help='Read {"id","zh","en","on"} a line, print {"id","findings"} a line.'
)
def command(
    files: tuple[Path, ...],
    house: str,
    glossaries: tuple[Path, ...],
    on: str | None,
    rates: Path | None,
    form: str,
    jsonl: bool,
) -> int:
    """Check drafts: names, figures, conversions, language, typography, and one language against the other.

    检查稿件：名称、数字、折算、语言、标点，以及中英文是否一致。两个文件名只差zh/en的稿件视为一对。

    \b
    pressgen check release.zh.docx release.en.docx --on 2023-07-18
    pressgen check drafts/ --report sarif
    """
    opened = api.open_house(
        house, rates=rates_given(None, rates), glossaries=glossaries, on=day(on) if on else None
    )
    if jsonl:
        return _rows(str(files[0]) if files else "-", opened)
    if not files:
        raise UsageError("请给出要检查的文件", "name the files to check")
    return _files(files, opened, form)


def _files(files: tuple[Path, ...], house: House, form: str) -> int:
    findings: list[Finding] = []
    checked: list[str] = []
    blocks: list[Block] = []
    bad = False
    for release in _releases(files):
        if isinstance(release, PressgenError):
            error(release.say(ui()))
            bad = True
            continue
        findings += api.check(release, house)
        checked += list(dict.fromkeys(block.at.file for block in release.blocks))
        blocks += release.blocks
    click.echo(_report(form, findings, checked, Release(tuple(blocks))))
    return 2 if bad else int(any(finding.severity == "error" for finding in findings))


def _releases(files: tuple[Path, ...]) -> Iterator[Release | PressgenError]:
    for group in paired(files):
        try:
            yield api.read(*group)
        except PressgenError as fault:
            yield fault


def _report(form: str, findings: list[Finding], files: list[str], release: Release) -> str:
    if form == "json":
        return json_report.report(findings, files, ui())
    if form == "sarif":
        return sarif.report(findings, ui())
    return console.report(findings, release, ui(), color=sys.stdout.isatty())


def _rows(name: str, house: House) -> int:
    for row in jsonl_rows(name, "id"):
        on = day(str(row["on"])) if row.get("on") else house.on
        release = api.passages(str(row.get("zh") or ""), str(row.get("en") or ""))
        found = api.check(release, replace(house, on=on))
        shown = [json_report.finding(finding, ui()) for finding in found]
        click.echo(json.dumps({"id": row["id"], "findings": shown}, ensure_ascii=False))
    return 0
