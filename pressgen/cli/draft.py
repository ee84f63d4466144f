"""pressgen draft: event files become releases, in both languages, with a record of every conversion."""

from __future__ import annotations

from pathlib import Path

import click

from pressgen import api
from pressgen.cli import draft_run
from pressgen.cli.console import chosen, rates_given
from pressgen.cli.draft_run import DraftRun
from pressgen.cli.files import event_files
from pressgen.cli.help import chosen_word
from pressgen.cli.options import with_glossaries, with_rates
from pressgen.errors import UsageError
from pressgen.figures import Language
from pressgen.house import open_newsroom
from pressgen.reports.handover import HandedBack, handed_back


@click.command
@click.argument("events", metavar="EVENT...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--out",
    metavar="DIR",
    default=".",
    type=click.Path(path_type=Path),
    help="Where the drafts go. · 稿件放到哪个文件夹。",
)
@click.option(
    "--house",
    default="",
    help="Whose style; beats the event's own. · 用哪个单位的样式；优先于事实文件里写的。",
)
@click.option("--lang", default="both", help="zh, en or both. · 只要中文zh、只要英文en，或两种both。")
@click.option(
    "--format",
    "formats",
    default="docx,md",
    help="docx, md, html, ninjs; several with commas. · 格式：docx、md、html、ninjs；几种用逗号隔开。",
)
@click.option(
    "--bilingual",
    type=click.Choice(api.LAYOUTS),
    help="Also a Word file with both languages."
    " · 另出一份中英文合在一起的Word文件：左右对照、段段对照或先后排列。",
)
@click.option(
    "--changes-from",
    "since",
    metavar="OLD",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Also Word files with all that changed since OLD (an event file or drafts) as tracked changes."
    " · 另出Word文件，以修订标出同原稿（事实文件或稿件）相比的全部改动。",
)
@click.option(
    "--todo",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Also a sheet (XLSX) for the translator: what is still to be translated."
    " · 另出一张给译者的Excel表：还有哪些没有译。",
)
@click.option(
    "--translations",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Such a sheet filled in: its translations go into the drafts. · 填好的待译表：译文写进稿件。",
)
@click.option(
    "--rate", metavar="R", help="Yuan for one dollar, whatever the day. · 一美元合多少元人民币，不论哪天。"
)
@with_rates
@with_glossaries
@click.option(
    "--advance",
    is_flag=True,
    help="The copy that goes out before its embargo ends, and says so. · 解禁前提前发出的稿，稿上写明。",
)
@click.option(
    "--force", is_flag=True, help="Replace files that were edited by hand. · 手工改过的文件也覆盖。"
)
def command(
    events: tuple[Path, ...],
    out: Path,
    house: str,
    lang: str,
    formats: str,
    bilingual: str | None,
    since: tuple[Path, ...],
    todo: Path | None,
    translations: Path | None,
    rate: str | None,
    rates: Path | None,
    glossaries: tuple[Path, ...],
    advance: bool,
    force: bool,
) -> int:
    """Draft a Chinese and an English release from each event file; a folder stands for the events in it.

    由事实文件生成中英文稿；手工改过的稿件不会被覆盖。

    \b
    pressgen draft event.yaml form.xlsx -o drafts
    pressgen draft events -o drafts --house hitech-zone --bilingual side-by-side
    pressgen draft event.yaml -o drafts --changes-from event-monday.yaml
    """
    lang = chosen_word(lang)
    langs: tuple[Language, ...] = api.LANGS if lang == "both" else (_lang(lang),)
    if bilingual and lang != "both":
        raise UsageError(
            "--bilingual要两种语言；请去掉--lang", "--bilingual is for both languages; leave out --lang"
        )
    files = event_files(events)
    if since and len(files) > 1:
        raise UsageError(
            "--changes-from一次只比较一个事实文件；请只写一个",
            "--changes-from compares one event at a time; name one",
        )
    order = api.Order(tuple(chosen(formats, tuple(api.DRAFTED), "--format")), bilingual or "", force)
    run = DraftRun(
        open_newsroom(Path.cwd()),
        out,
        order,
        langs,
        house,
        rates_given(rate, rates),
        glossaries,
        since,
        *_translators(todo, translations),
        advance,
    )
    return run.draft_all(files)


def _translators(todo: Path | None, filled: Path | None) -> tuple[Path | None, HandedBack | None]:
    """The sheet to write, and what the one given back says."""
    for path, option in ((todo, "--todo"), (filled, "--translations")):
        if path:
            draft_run.refuse_other(path, option)
    return todo, handed_back(filled) if filled else None


def _lang(word: str) -> Language:
    if word == "zh":
        return "zh"
    if word == "en":
        return "en"
    raise UsageError(
        "--lang没有“{word}”；可用：zh（中文）、en（英文）、both（两种）",
        "--lang cannot be '{word}'; there are zh, en, both",
        word=word,
    )
