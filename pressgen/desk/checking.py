"""Files given to be checked: kept in a folder of their own, read and judged each time they are looked at."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from pressgen import api
from pressgen.api import Acceptance, Finding, House, Judged, Release
from pressgen.desk.models import Check
from pressgen.desk.room import Room, ui
from pressgen.errors import FileError

MOST = 50_000_000
ENDINGS = (*api.endings(), ".json")
_GRAVITY = ("error", "warning", "note")
_LONGEST = 200
"""Bytes of a name at most: systems hold 255, and a character may be four. Its end tells language and kind."""
_UNFIT = re.compile(r"[^\w.()（）-]+")


def folder(check: Check) -> Path:
    """The folder of a check's files."""
    assert settings.DESK.folder is not None  # noqa: S101  # a desk that serves has a home
    path = settings.DESK.folder / "checks" / str(check.pk)
    path.mkdir(parents=True, exist_ok=True)
    return path


def made(check: Check, uploads: Sequence[UploadedFile[Any]]) -> Check:
    """Put one or two files to a check, and keep it if they can be read. Raises FileError, UsageError."""
    try:
        names = [_kept(check, upload) for upload in uploads]
        check.names = json.dumps(names, ensure_ascii=False)
        for name in names:
            api.read(folder(check) / name)
        check.save(force_insert=True)
    except BaseException:
        api.clear(folder(check))
        raise
    return check


def _kept(check: Check, upload: UploadedFile[Any]) -> str:
    name = _UNFIT.sub("-", Path((upload.name or "").replace("\\", "/")).name)
    name = name.encode()[-_LONGEST:].decode(errors="ignore").strip(".-") or "text"
    if not name.lower().endswith(ENDINGS) or (upload.size or 0) > MOST:
        raise FileError(
            "{name}：只检查Word、Markdown、HTML、文本和ninjs文件，每个不超过{most} MB",
            "{name}: Word, Markdown, HTML, text and ninjs files of at most {most} MB can be checked",
            name=name,
            most=MOST // 1_000_000,
        )
    path = folder(check) / name
    while path.exists():
        path = path.with_stem(f"{path.stem}-2")
    api.put(path, upload.read())
    return path.name


@dataclass(frozen=True)
class Checked:
    """A check with what its files say and what was found."""

    check: Check
    room: Room

    @property
    def paths(self) -> list[Path]:
        """Its files."""
        return [folder(self.check) / name for name in self.check.files]

    @cached_property
    def house(self) -> House:
        """The house it is checked by, on its day."""
        house = self.room.house(self.check.house)
        return house.on_day(api.day(self.check.day)) if self.check.day else house

    @cached_property
    def release(self) -> Release:
        """Both texts, or the one."""
        return api.joined([api.read(path) for path in self.paths])

    @cached_property
    def findings(self) -> list[Finding]:
        """What is wrong, without what was accepted; the gravest first."""
        return sorted(self._judged.findings, key=lambda finding: _GRAVITY.index(finding.severity))

    @property
    def accepted(self) -> int:
        """How many findings were accepted."""
        return len(self._judged.accepted)

    @cached_property
    def acceptances(self) -> list[Acceptance]:
        """What was accepted, each once, in the order of the findings it met."""
        return list(dict.fromkeys(row for _, row in self._judged.accepted))

    @cached_property
    def _judged(self) -> Judged:
        return api.judge(self.release, self.house)

    @property
    def one_language(self) -> bool:
        """Whether two files were given that are both in one language."""
        return len(self.paths) > 1 and not (self.release.zh.blocks and self.release.en.blocks)

    def fixable(self) -> int:
        """How many safe fixes could be made in text files."""
        texts = [str(path) for path in self.paths if path.name.lower().endswith(api.LINES)]
        return sum(
            bool(finding.fix and finding.fix.safe and finding.span.file in texts) for finding in self.findings
        )

    def fix(self) -> int:
        """Make the safe fixes of text files in them; how many were made."""
        texts = [path for path in self.paths if path.name.lower().endswith(api.LINES)]
        return sum(api.fix(path, self.findings)[0] for path in texts)

    def review(self, name: str, author: str) -> bytes:
        """A Word file with its findings in the margin."""
        path = folder(self.check) / name
        own = [finding for finding in self.findings if finding.span.file == str(path)]
        now = datetime.now().replace(microsecond=0)  # noqa: DTZ005  # the newsroom's own time, as Word has it
        return api.review(path, own, ui(), author=author, at=now).data
