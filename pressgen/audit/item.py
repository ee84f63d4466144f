"""A document or pair of an archive on its way to a check, and what came of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pressgen.document import Lang
from pressgen.errors import PressgenError


@dataclass(frozen=True, slots=True)
class Said:
    """One line for a person, in both languages: an error that can travel between processes."""

    zh: str
    en: str

    @classmethod
    def of(cls, fault: PressgenError) -> Said:
        """What an error says."""
        return cls(fault.say("zh"), fault.say("en"))


@dataclass(frozen=True, slots=True)
class ItemText:
    """One text of an item: a file's bytes, read as what ends in ``suffix``, or a row's words in a language.

    ``fault``: why there is nothing to read.
    """

    name: str
    data: bytes = b""
    suffix: str = ""
    lang: Lang = "und"
    fault: Said | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What an archive says of an item besides its words: the day (ISO 8601), the office, the author."""

    day: str = ""
    office: str = ""
    author: str = ""


@dataclass(frozen=True)
class Item:
    """One document, or texts that say the same thing.

    ``key`` is its name in the archive, unlike any other; ``members`` are those of its files or rows.
    ``accepted`` are the files of acceptances that stand beside its texts, each with the folder it is in.
    """

    key: str
    texts: tuple[ItemText, ...]
    about: About = About()
    accepted: tuple[tuple[str, bytes], ...] = ()
    members: tuple[str, ...] = ()

    @cached_property
    def hash(self) -> str:
        """A hash of all a check of it may know but for the house."""
        parts: list[str | bytes] = [*vars_of(self.about)]
        for text in self.texts:
            parts += [text.name, text.suffix, text.lang, text.data, text.fault.en if text.fault else ""]
        for folder, data in self.accepted:
            parts += [folder, data]
        return digest(parts)

    @property
    def size(self) -> int:
        """How many bytes it is."""
        return sum(len(text.data) for text in self.texts)


@dataclass(frozen=True)
class Answer:
    """What came of an item: ``row`` is JSON, ``{"document": {…}, "findings": [{…}]}``, written once.

    ``final``: it holds for these bytes and rules whatever the time limit was.
    """

    key: str
    hash: str
    row: str
    final: bool = True

    @cached_property
    def document(self) -> dict[str, Any]:
        """What is known of the document; see ``outputs.DOCUMENTS`` for its fields."""
        found: dict[str, Any] = self._parsed["document"]
        return found

    @cached_property
    def findings(self) -> list[dict[str, Any]]:
        """What was found in it; see ``outputs.FINDINGS`` for the fields of each."""
        found: list[dict[str, Any]] = self._parsed["findings"]
        return found

    @cached_property
    def _parsed(self) -> dict[str, Any]:
        parsed: dict[str, Any] = json.loads(self.row)
        return parsed


def answer(
    item: Item,
    status: str,
    faults: Sequence[Said],
    findings: Sequence[dict[str, Any]] = (),
    **facts: object,
) -> Answer:
    """The answer of a status: checked, unread (nothing of it could be read) or left-out."""
    levels = [finding["severity"] for finding in findings]
    document = {
        "document": item.key,
        "files": [text.name for text in item.texts],
        "status": status,
        "day": item.about.day,
        "month": "",
        "office": item.about.office,
        "author": item.about.author,
        "paragraphs": 0,
        "figures": 0,
        "compared": False,
        "errors": levels.count("error"),
        "warnings": levels.count("warning"),
        "notes": levels.count("note"),
        "faults": [{"zh": fault.zh, "en": fault.en} for fault in faults],
        **facts,
    }
    row = json.dumps({"document": document, "findings": list(findings)}, ensure_ascii=False)
    return Answer(item.key, item.hash, row, status != "left-out")


def vars_of(about: About) -> tuple[str, str, str]:
    """Day, office and author."""
    return about.day, about.office, about.author


def digest(parts: Sequence[str | bytes]) -> str:
    """A hash of parts in their order; where one ends and the next begins counts too."""
    found = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big"))
        found.update(data)
    return found.hexdigest()
