"""pressgen draft: event files become releases, in both languages, with a record of every conversion."""

from __future__ import annotations

from pathlib import Path

import click

from pressgen import api
from pressgen.cli.console import chosen, error, rates_given, say, ui, with_glossaries, with_rates
from pressgen.document import Release
from pressgen.errors import PressgenError, UsageError
from pressgen.events import Event
from pressgen.figures import Language
from pressgen.figures.rates import Rates
from pressgen.findings import Finding
from pressgen.house import Newsroom, open_newsroom
from pressgen.reports import console


@click.command
@click.argument("events", metavar="EVENT...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o", "--out", metavar="DIR", default=".", type=click.Path(path_type=Path), help="Where the drafts go."
)
@click.option("--house", default="", help="Whose style; beats the event's own.")
@click.option("--lang", default="both", help="zh, en or both.")
@click.option("--format", "formats", default="docx,md", help="docx, md, html, ninjs; several with commas.")
@click.option(
    "--bilingual", type=click.Choice(["side-by-side"]), help="One more Word file with both languages."
)
@click.option("--rate", metavar="R", help="Yuan for one dollar, whatever the day.")
@with_rates
@with_glossaries
@click.option("--force", is_flag=True, help="Replace files that were edited by hand.")
def command(
    events: tuple[Path, ...],
    out: Path,
    house: str,
    lang: str,
    formats: str,
    bilingual: str | None,
    rate: str | None,
    rates: Path | None,
    glossaries: tuple[Path, ...],
    force: bool,
) -> int:
    """Draft a Chinese and an English release from each event file.

    由事实文件生成中英文稿；手工改过的稿件不会被覆盖。

    \b
    pressgen draft event.yaml form.xlsx -o drafts
    pressgen draft *.yaml --house hitech-zone --bilingual side-by-side
    """
    langs: list[Language] = ["zh", "en"] if lang == "both" else [_lang(lang)]
    order = api.Order(tuple(chosen(formats, api.FORMATS, "--format")), bilingual or "", force)
    desk = _Desk(open_newsroom(Path.cwd()), house, rates_given(rate, rates), glossaries, langs, order)
    return desk.draft_all(events, out)


class _Desk:
    """The options of one run, applied to each event; a bad event does not stop the others."""

    def __init__(
        self,
        newsroom: Newsroom,
        house: str,
        rates: Rates | None,
        glossaries: tuple[Path, ...],
        langs: list[Language],
        order: api.Order,
    ) -> None:
        self.newsroom = newsroom
        self.house = house
        self.rates = rates
        self.glossaries = glossaries
        self.langs = langs
        self.order = order

    def draft_all(self, paths: tuple[Path, ...], out: Path) -> int:
        """The exit code over all events."""
        codes = []
        slugs: dict[str, Path] = {}
        for path in paths:
            try:
                event = api.load(path, self.newsroom)
                _refuse_twin(event, slugs)
                codes.append(self.draft(event, out))
            except PressgenError as fault:
                error(fault.say(ui()))
                codes.append(2)
        if len(paths) > 1:
            done = sum(code < 2 for code in codes)
            say("共{all}份，写出{done}份", "{done} of {all} drafted", all=len(paths), done=done)
        return max(codes)

    def draft(self, event: Event, out: Path) -> int:
        """One event drafted, checked and delivered."""
        house = api.open_house(
            self.house or event.house, self.newsroom, rates=self.rates, glossaries=self.glossaries
        )
        release = api.draft(event, house, self.langs)
        findings = api.faults(event, release, house)
        for item in api.deliver(event, release, house, out, self.order):
            click.echo(item.path)
            if item.beside:
                say(
                    "{kept}已被人改过，未覆盖；新稿另存为{new}",
                    "{kept} was edited by hand and is kept; the new draft is {new}",
                    kept=item.beside.name,
                    new=item.path.name,
                )
        return _reported(findings, release)


def _reported(findings: list[Finding], release: Release) -> int:
    if findings:
        error(console.report(findings, release, ui()))
    return 1 if any(finding.severity == "error" for finding in findings) else 0


def _refuse_twin(event: Event, slugs: dict[str, Path]) -> None:
    twin = slugs.setdefault(event.slug, event.file)
    if twin != event.file:
        raise UsageError(
            "{one}和{two}的文件名（slug）都是{slug}；请在其中一个里另写slug",
            "{one} and {two} are both called {slug}; write another slug in one of them",
            one=twin,
            two=event.file,
            slug=event.slug,
        )


def _lang(word: str) -> Language:
    if word == "zh":
        return "zh"
    if word == "en":
        return "en"
    raise UsageError(
        "--lang没有“{word}”；可用：zh, en, both",
        "--lang cannot be '{word}'; there are zh, en, both",
        word=word,
    )
