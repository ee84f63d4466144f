"""One run of ``pressgen draft``: many events, one after the other, with what they share opened once."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import click

from pressgen import api, outbox
from pressgen.cli.console import error, say, ui
from pressgen.cli.files import is_event, refuse_empty
from pressgen.document import Release
from pressgen.drafting import Untranslated
from pressgen.errors import Place, PressgenError, UsageError, Wording, series
from pressgen.events import Event, Types
from pressgen.figures import Language
from pressgen.figures.rates import Rates
from pressgen.findings import Finding
from pressgen.house import House, Newsroom
from pressgen.outbox import Delivered
from pressgen.reports import console, handover
from pressgen.reports.handover import HandedBack
from pressgen.source import unreadable

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


_NAMES = {"zh": Wording("中文", "Chinese"), "en": Wording("英文", "English")}


@dataclass
class DraftRun:
    """The options of one run, applied to each event; a bad event does not stop the others."""

    newsroom: Newsroom
    out: Path
    order: api.Order
    langs: Sequence[Language] = api.LANGS
    house: str = ""
    rates: Rates | None = None
    glossaries: tuple[Path, ...] = ()
    since: tuple[Path, ...] = ()
    todo: Path | None = None
    back: HandedBack | None = None
    advance: bool = False
    _waiting: list[Untranslated] = field(init=False, default_factory=list)
    _houses: dict[str, House] = field(init=False, default_factory=dict)
    _slugs: dict[str, Path] = field(init=False, default_factory=dict)
    _codes: dict[int, list[Path]] = field(init=False, default_factory=lambda: defaultdict(list))
    _failed: dict[Path, PressgenError] = field(init=False, default_factory=dict)

    def draft_all(self, paths: Sequence[Path]) -> int:
        """The exit code over all events, the worst of them."""
        for path in _shown(paths):
            try:
                code = self._draft(path)
            except BrokenPipeError:
                raise  # who read the list has seen enough; no event is at fault
            except (PressgenError, OSError) as raised:
                fault = raised if isinstance(raised, PressgenError) else unreadable(raised)
                self._failed[path] = fault
                code = 2
                error(fault.say(ui()))
            self._codes[code].append(path)
        if len(paths) > 1:
            self._sum_up(len(paths))
        tell(self._waiting)
        if self.todo and len(self._failed) < len(paths):
            write(self._waiting, self.todo, force=self.order.force)
        return max(self._codes)

    def _draft(self, path: Path) -> int:
        """One event drafted, checked and delivered."""
        refuse_empty(path)
        event = self._load(path)
        _refuse_twin(event, self._slugs)
        house = self._open(event)
        event = api.translated(event, house, self.back) if self.back else event
        draft = api.draft(event, house, self.langs)
        order = self.order.with_changes_since(self._earlier()) if self.since else self.order
        delivered = api.deliver(draft, self.out, order)
        self._waiting += draft.untranslated
        _tell_files(delivered)
        if order.since:
            _tell_unchanged(event.slug, draft.release, order.since, delivered)
        return _reported(draft.findings, draft.release)

    def _load(self, path: Path) -> Event:
        return api.load(path, self.newsroom, self._types)

    @cached_property
    def _types(self) -> Types:
        return api.types(self.newsroom)

    def _open(self, event: Event) -> House:
        """The event's house, opened once for all events: its glossary and rates are large."""
        name = self.house or event.house
        if name not in self._houses:
            house = api.open_house(name, self.newsroom, rates=self.rates, glossaries=self.glossaries)
            self._houses[name] = house.in_advance() if self.advance else house
        return self._houses[name]

    def _earlier(self) -> Release:
        """The draft that was seen before, made again from its event or read from its files."""
        if not any(map(is_event, self.since)):
            return api.read(*self.since)
        if len(self.since) > 1:
            raise UsageError(
                "--changes-from要一个旧的事实文件，或者旧稿（每种语言一个）",
                "--changes-from takes one earlier event file, or earlier drafts, one a language",
            )
        event = self._load(self.since[0])
        return api.draft(event, self._open(event), self.langs).release

    def _sum_up(self, count: int) -> None:
        """How many events were drafted, which of them with errors, and why each of the others was not."""
        done = count - len(self._failed)
        say("共{all}份，写出{done}份", "{done} of {all} drafted", all=count, done=done)
        faulty = self._codes.get(1, [])
        if faulty:
            names = series(path.name for path in faulty)
            say("稿件有错误：{names}", "drafted, but with errors: {names}", names=names)
        for path, fault in self._failed.items():
            say("未写出：{why}", "not drafted: {why}", why=_in_a_line(path, fault))


def _in_a_line(path: Path, fault: PressgenError) -> str:
    """The file and the first thing that is wrong with it."""
    first, *more = fault.say(ui()).split("\n")
    why = first if first.startswith(f"{path}:") else f"{path}: {first}"
    rest = ("（另有{n}处）" if ui() == "zh" else " (and {n} more)").format(n=len(more))
    return why + rest if more else why


def _shown(paths: Sequence[Path]) -> Iterator[Path]:
    """The paths, with progress where a person at a terminal waits for many; elsewhere nothing is written."""
    if len(paths) == 1 or not sys.stderr.isatty():
        yield from paths
        return
    with click.progressbar(
        paths, file=sys.stderr, show_pos=True, item_show_func=lambda path: path.name if path else ""
    ) as bar:
        for path in bar:
            click.echo("\r\x1b[K", err=True, nl=False)
            yield path


def _tell_files(delivered: Iterable[Delivered]) -> None:
    for item in delivered:
        click.echo(item.path)
        if item.beside:
            say(
                "{kept}已有人改过，未覆盖；新稿另存为{new}",
                "{kept} was edited by hand and is kept; the new draft is {new}",
                kept=item.beside.name,
                new=item.path.name,
            )


def _tell_unchanged(slug: str, release: Release, since: Release, delivered: Sequence[Delivered]) -> None:
    """Why a language has no file of changes."""
    names = {(item.beside or item.path).name for item in delivered}
    for lang in api.LANGS:
        if not release.document(lang).blocks or api.changes_name(slug, lang) in names:
            continue
        name = _NAMES[lang].say(ui())
        if since.document(lang).blocks:
            say("{name}稿没有变化", "nothing changed in {name}", name=name)
        else:
            say("旧稿里没有{name}", "the earlier draft has no {name}", name=name)


def _reported(findings: list[Finding], release: Release) -> int:
    """What is wrong, but for what is still to be translated: that is listed at the end."""
    reported = [finding for finding in findings if finding.rule.id != "structure/to-translate"]
    if reported:
        error(console.report(reported, release, ui(), everything=True))
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
