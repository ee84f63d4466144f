"""What is still to be translated once a run is over: listed, and handed to the translator as a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from pressgen import outbox
from pressgen.cli.console import error, say, ui
from pressgen.drafting import Untranslated
from pressgen.errors import Place, UsageError, Wording
from pressgen.reports import handover

LISTED = 30
"""Lines; more is what the sheet is for."""
_LONGEST = 60
_INTO = {"zh": Wording("译成中文", "into Chinese"), "en": Wording("译成英文", "into English")}
_LINE = Wording(
    "  {slug}  {into}  第{n}段（{role}）：{text}", "  {slug}  {into}  paragraph {n} ({role}): {text}"
)


def tell(items: Sequence[Untranslated]) -> None:
    """A line for each thing: draft, language, paragraph, words."""
    if not items:
        return
    say("待译（{n}处）：", "still to be translated ({n}):", n=len(items))
    for item in items[:LISTED]:
        text = item.source if len(item.source) <= _LONGEST else f"{item.source[:_LONGEST]}…"
        role = handover.ROLES[item.role].say(ui())
        into = _INTO[item.lang].say(ui())
        error(_LINE.say(ui(), slug=item.slug, into=into, n=item.paragraph, role=role, text=text))
    if len(items) > LISTED:
        say("  ……另有{n}处", "  … and {n} more", n=len(items) - LISTED)


def write(items: Sequence[Untranslated], path: Path, *, force: bool) -> None:
    """Write the translator's sheet, if there is anything to translate; one somebody has filled in is kept."""
    if not items:
        say("没有待译内容，不写{path}", "nothing is left to translate; {path} is not written", path=path)
        return
    files = {path.name: handover.handover(items)}
    (written,) = outbox.deliver(path.parent, f".{path.stem}", files, {}, force=force)
    click.echo(written.path)
    if written.beside:
        say(
            "{kept}已有人填写，未覆盖；新表另存为{new}",
            "{kept} has been filled in and is kept; the new sheet is {new}",
            kept=written.beside.name,
            new=written.path.name,
        )


def refuse_other(path: Path, option: str) -> None:
    """Raise UsageError for a name that is not that of a workbook."""
    if path.suffix.lower() != ".xlsx":
        raise UsageError(
            "{option}要Excel文件；请写成.xlsx",
            "{option} takes an Excel workbook; name it .xlsx",
            Place(str(path)),
            option=option,
        )
