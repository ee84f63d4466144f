"""The tools themselves: arguments as an assistant gives them, answers as plain data."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field as Shown
from typing_extensions import TypedDict

from pressgen import api, outbox, source
from pressgen.errors import UI, FileError, Place, UsageError, Wording, series
from pressgen.events.form import blank
from pressgen.findings import Finding
from pressgen.reports import json as json_report
from pressgen.source import nearest

_MOST_ENTRIES = 50
_ALONE = Wording("只有一种语言，没有可比的译文", "one language alone: there is nothing to compare it with")

Facts = Annotated[str, Shown(description="The event as YAML or JSON: the fields `describe_type` lists.")]
House = Annotated[str, Shown(description="A house of the newsroom; else its own.")]
Day = Annotated[str, Shown(description="YYYY-MM-DD; else the text's own date.")]


class Type(TypedDict):
    """A release type."""

    name: str
    zh: str
    en: str


class Types(TypedDict):
    """What there is to draft."""

    types: list[Type]
    houses: list[str]


class Described(TypedDict):
    """A release type's fields as JSON Schema, and a complete event to start from."""

    schema: dict[str, Any]
    example: str


class Judged(TypedDict):
    """Findings, and how many of them are errors and warnings: an answer without them is no answer."""

    errors: int
    warnings: int
    findings: list[dict[str, Any]]


class Drafted(Judged):
    """Both texts as Markdown, what is still to be translated, and the record with every conversion."""

    zh: str
    en: str
    to_translate: list[str]
    record: dict[str, Any]


class Saved(Drafted):
    """A draft, and the files it was written to."""

    files: list[str]


class Checked(Judged):
    """A pair's findings, and how much was compared; ``not_compared`` is why nothing was, or empty."""

    not_compared: str
    paragraphs_compared: int
    figures_compared: int
    names_compared: int
    paragraphs_alone: int


class Converted(TypedDict):
    """A sum with its conversion in both languages, with rate, day and source."""

    zh: str
    en: str
    rate: str
    day: str
    source: str


class Name(TypedDict):
    """A term of an entry."""

    text: str
    lang: str
    status: str
    form: str


class Listed(TypedDict):
    """An entry of the glossary."""

    id: str
    kind: str
    zh: str
    en: str
    names: list[Name]


class Found(TypedDict):
    """Entries, nearest first; ``more`` counts those left off."""

    entries: list[Listed]
    more: int


class Proposed(TypedDict):
    """A spelling; where ``sure`` is false it is a question to a person, not an answer."""

    en: str
    sure: bool
    why: str


@dataclass(frozen=True)
class Tools:
    """One newsroom's tools. All raise PressgenError for what cannot be used."""

    home: Path
    ui: UI = "en"

    @cached_property
    def newsroom(self) -> api.Newsroom:
        """The newsroom of the folder, read once."""
        return api.open_newsroom(self.home)

    def list_types(self) -> Types:
        """The release types and the houses of this newsroom."""
        types = api.types(self.newsroom)
        return {
            "types": [
                {"name": name, "zh": fields.label.zh, "en": fields.label.en} for name, fields in types.items()
            ],
            "houses": list(self.newsroom.houses),
        }

    def describe_type(self, type: str) -> Described:  # noqa: A002  # the word an assistant reads
        """The fields of a release type as JSON Schema, and a complete example event in YAML."""
        types = api.types(self.newsroom)
        if type not in types:
            meant = nearest(type, types)
            raise UsageError(
                "没有“{type}”这种稿件；有：{known}",
                "there is no release type '{type}'; there are {known}",
                type=type,
                known=series([meant] if meant else types),
            )
        fields = types[type]
        return {"schema": dict(api.schema(fields)), "example": blank(fields, house=self.newsroom.house)}

    def draft(self, event: Facts, house: House = "") -> Drafted:
        """Draft the Chinese and the English release from facts. Nothing is written to disk.

        Every figure, name and conversion of the texts comes from the facts, the glossary and the rates.
        """
        return self._drafted(self._draft(event, house))

    def save_draft(self, event: Facts, house: House = "") -> Saved:
        """Draft; write the event into the newsroom's folder, its releases and record into drafts/.

        An event or a draft that somebody else wrote or edited there is kept. All is written, or nothing.
        """
        path = self.home / f"{self._event(event).slug}{_suffix(event)}"
        if path.exists() and source.text_of(path) != event:
            raise FileError(
                "已有另一个同名的事实文件，未覆盖；请换一个slug",
                "there is another event of this name, it is kept; choose another slug",
                Place(str(path)),
            )
        draft = self._draft(event, house, path)
        drafted = self._drafted(draft)
        with _written(path, event):
            delivered = api.deliver(draft, self.home / "drafts", api.Order())
        files = [path, *(item.path for item in delivered)]
        return {**drafted, "files": [file.relative_to(self.home).as_posix() for file in files]}

    def check_pair(self, zh: str = "", en: str = "", on: Day = "", house: House = "") -> Checked:
        """Check a Chinese and an English text against each other: figures, names, dates, conversions, style.

        Either may be left out, but then nothing is compared.
        """
        if not zh and not en:
            raise UsageError("没有zh，也没有en；至少写一个", "there is neither zh nor en; give one of them")
        release = api.passages(zh, en)
        opened = self._house(house, on)
        compared = api.coverage(release, opened)
        return {
            **self._judged(api.check(release, opened)),
            "not_compared": _ALONE.say(self.ui) if compared.alone else "",
            "paragraphs_compared": compared.paragraphs,
            "figures_compared": compared.figures,
            "names_compared": compared.names,
            "paragraphs_alone": compared.lone,
        }

    def convert(self, amount: str, on: Day, to: str = "USD") -> Converted:
        """Convert a sum, in words of either language, at the rate of a day: 2405.72亿元, 30 million euros."""
        exchange = api.exchange(amount, self._house("", on), api.currency(to))
        rate = exchange.rate
        return {
            "zh": exchange.zh,
            "en": exchange.en,
            "rate": str(rate),
            "day": str(rate.day),
            "source": rate.source,
        }

    def look_up(self, words: str) -> Found:
        """Entries of the glossary by a part of a name in either language, or by pinyin initials."""
        found = api.look_up(words, self._house(""))
        listed = [_listed(entry) for entry in found[:_MOST_ENTRIES]]
        return {"entries": listed, "more": len(found) - len(listed)}

    def propose_name(self, name: str, kind: str = "") -> Proposed:
        """The English of a Chinese name: the glossary's, else a spelling by the rules and how sure it is.

        kind: person, place or empty.
        """
        proposal = api.propose(name, self._house(""), kind)
        return {"en": proposal.en, "sure": proposal.sure, "why": proposal.why.say(self.ui)}

    def _house(self, name: str, on: str = "") -> api.House:
        return api.open_house(name, self.newsroom, on=api.day(on) if on else None)

    def _event(self, facts: str, path: Path | None = None) -> api.Event:
        return api.event_of(facts, path or self.home / f"event{_suffix(facts)}", self.newsroom)

    def _draft(self, facts: str, house: str, path: Path | None = None) -> api.Draft:
        event = self._event(facts, path)
        return api.draft(event, self._house(house or event.house))

    def _drafted(self, draft: api.Draft) -> Drafted:
        return {
            **self._judged(draft.findings),
            "zh": api.text_of(draft.zh, draft.house),
            "en": api.text_of(draft.en, draft.house),
            "to_translate": [item.source for item in draft.untranslated],
            "record": json.loads(json.dumps(draft.record, default=str)),
        }

    def _judged(self, findings: Sequence[Finding]) -> Judged:
        count = [finding.severity for finding in findings].count
        return {
            "errors": count("error"),
            "warnings": count("warning"),
            "findings": [json_report.finding(finding, self.ui) for finding in findings],
        }


@contextlib.contextmanager
def _written(path: Path, facts: str) -> Iterator[None]:
    """An event file that stays where what is done with it succeeds, or where it was there before."""
    new = not path.exists()
    outbox.put(path, facts.encode())
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            if new:
                path.unlink()
        raise


def _suffix(facts: str) -> str:
    return ".json" if facts.lstrip().startswith("{") else ".yaml"


def _listed(entry: api.Entry) -> Listed:
    return {
        "id": entry.id,
        "kind": entry.kind or entry.field,
        "zh": entry.name("zh"),
        "en": entry.name("en"),
        "names": [
            {"text": term.text, "lang": term.lang, "status": term.status, "form": term.form}
            for term in entry.terms
        ],
    }
