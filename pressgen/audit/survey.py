"""What an archive holds, looked over once: which members say the same thing, in which order they are checked.

The list lies in a database on disk, so that memory does not grow with the archive; it is thrown away in
the end.
"""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections import Counter
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import cast

from pressgen.audit.item import About, Item, ItemText, Said, digest
from pressgen.audit.judge import office_of
from pressgen.audit.members import Files, Member
from pressgen.audit.rows import Row, chosen
from pressgen.document import Lang
from pressgen.errors import FileError, Place, PressgenError
from pressgen.formats import known_suffix
from pressgen.formats.ninjs_read import item_of, story_of
from pressgen.formats.spoken import bare
from pressgen.house.accepted import FILE as ACCEPTED
from pressgen.outbox import drop
from pressgen.source import bytes_of, decode
from pressgen.text import script

_TABLES = """
CREATE TABLE member (story TEXT, name TEXT UNIQUE, at BLOB, data BLOB, suffix TEXT, lang TEXT,
                     day TEXT, office TEXT, author TEXT);
CREATE INDEX by_story ON member (story, name);
CREATE TABLE mapping (name TEXT PRIMARY KEY, story TEXT, day TEXT, office TEXT, author TEXT) WITHOUT ROWID;
CREATE TABLE accepted (folder TEXT PRIMARY KEY, data BLOB);
CREATE TABLE fault (name TEXT, zh TEXT, en TEXT);
CREATE TABLE item (document TEXT PRIMARY KEY, hash TEXT, words TEXT) WITHOUT ROWID;
CREATE TABLE ready (name TEXT PRIMARY KEY) WITHOUT ROWID;
"""
_Found = tuple[str, str, bytes, bytes | None, str, str, str, str, str]


class Survey:
    """The list of an archive's members; ``others`` counts by suffix what is no text."""

    def __init__(self, path: Path) -> None:
        if path.exists():
            path.unlink()
        self.path = path
        self.others: Counter[str] = Counter()
        self._files: Files | None = None
        self._base = sqlite3.connect(path, isolation_level=None)
        self._base.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {_TABLES} BEGIN;")

    def close(self) -> None:
        """Throw the list away."""
        if self._files:
            self._files.close()
        self._base.close()
        drop(self.path)

    def map(self, path: Path) -> None:
        """Which files are a pair, as a table (CSV) says: zh and en, and day, office, author.

        Raises FileError.
        """
        text = decode(bytes_of(path), str(path))
        table = csv.DictReader(io.StringIO(text))
        columns = chosen(list(table.fieldnames or ()), {})
        if not columns.keys() >= {"zh", "en"}:
            raise FileError("应有zh和en两列", "should have columns zh and en", Place(str(path), 1))
        for row in table:
            said = {what: (row.get(column) or "").strip() for what, column in columns.items()}
            about = [said.get(what, "") for what in ("day", "office", "author")]
            for name in filter(None, (said["zh"], said["en"])):
                values = (name, f"={said['zh']}={said['en']}", *about)
                if not self._base.execute(
                    "INSERT OR IGNORE INTO mapping VALUES (?,?,?,?,?)", values
                ).rowcount:
                    self._fault(_twice(Place(str(path), table.line_num), name), name)

    def take_files(self, files: Files) -> None:
        """List the texts among an archive's files."""
        self._files = files
        for member in files.members():
            if isinstance(member, PressgenError):
                self._fault(member)
            elif not _is_litter(member.name):
                self._take(member, files)
        for name, story in self._base.execute(
            "SELECT name, story FROM mapping WHERE name NOT IN (SELECT name FROM member)"
        ).fetchall():
            other = FileError(
                "对照表里有，稿件库里没有", "is in the table of pairs, but not in the archive", Place(name)
            )
            self._fault(other, f"{story}{name}")

    def _take(self, member: Member, files: Files) -> None:
        folder, _, name = member.name.rpartition("/")
        suffix = known_suffix(name)
        try:
            if name == ACCEPTED:
                self._base.execute(
                    "INSERT OR IGNORE INTO accepted VALUES (?,?)", (folder, files.read(member))
                )
                return
            story = f"{folder}/{bare(name)}"
            if name.lower().endswith(".json"):
                story, suffix = story_of(item_of(files.read(member), member.name)), ".ninjs.json"
        except FileError as fault:
            if suffix or name == ACCEPTED:
                self._fault(fault)
                return
        if not suffix:
            self.others[PurePosixPath(name).suffix.lower() or name] += 1
            return
        story, about = self._mapped(member.name, story)
        self._put(
            (story, member.name, member.at, member.data, suffix, "und", about.day, about.office, about.author)
        )

    def _mapped(self, name: str, story: str) -> tuple[str, About]:
        """What the table of pairs says of a file, else what its own name does."""
        found = self._base.execute(
            "SELECT story, day, office, author FROM mapping WHERE name=?", (name,)
        ).fetchone()
        if found is None:
            return story, About(office=office_of(name))
        return found[0], About(found[1], found[2] or office_of(name), found[3])

    def take_rows(self, rows: Iterator[Row | PressgenError]) -> None:
        """List the rows of a table."""
        for row in rows:
            if isinstance(row, PressgenError):
                self._fault(row)
                continue
            texts = json.dumps(dict(row.texts), ensure_ascii=False).encode()
            story = f"*{row.pair}" if row.pair else f"/{row.id}"
            self._put((story, row.id, b"", texts, "", "row", row.day, row.office, row.author))

    def _put(self, found: _Found) -> None:
        if not self._base.execute("INSERT OR IGNORE INTO member VALUES (?,?,?,?,?,?,?,?,?)", found).rowcount:
            self._fault(_twice(Place(found[1]), found[1]))

    def _fault(self, fault: PressgenError, name: str = "") -> None:
        name = name or (fault.at.file if fault.at else "")
        self._base.execute("INSERT INTO fault VALUES (?,?,?)", (name, fault.say("zh"), fault.say("en")))

    def count(self) -> int:
        """How many documents and pairs there are."""
        return int(self._base.execute("SELECT count(DISTINCT story) FROM member").fetchone()[0])

    def faults(self) -> Iterator[Said]:
        """What was left out, in the order of the names."""
        for zh, en in self._base.execute("SELECT zh, en FROM fault ORDER BY name, en"):
            yield Said(zh, en)

    def items(self) -> Generator[Item, None, None]:
        """Every document and pair that is not settled, its texts read; it is remembered with its hash."""
        with closing(self._base.cursor()) as cursor:
            found: Iterator[_Found] = cursor.execute(
                "SELECT * FROM member WHERE name NOT IN (SELECT name FROM ready) ORDER BY story, name"
            )
            for _, members in groupby(found, key=lambda row: row[0]):
                item = self._item(list(members))
                words = digest([text.data for text in item.texts])
                self._base.execute("INSERT OR REPLACE INTO item VALUES (?,?,?)", (item.key, item.hash, words))
                yield item

    def settle(self, item: Item) -> None:
        """There is nothing to do about an item any more: ``items`` leaves it out the next time."""
        self._base.executemany("INSERT INTO ready VALUES (?)", [(name,) for name in item.members])

    def copies(self) -> int:
        """How many documents have the same words as another."""
        return int(self._base.execute("SELECT count(*) - count(DISTINCT words) FROM item").fetchone()[0])

    def left_out(self) -> int:
        """How many members could not be listed."""
        return int(self._base.execute("SELECT count(*) FROM fault").fetchone()[0])

    def _item(self, members: list[_Found]) -> Item:
        names = [member[1] for member in members]
        texts = tuple(text for member in members for text in self._texts(member))
        day, office, author = (
            next(filter(None, values), "") for values in list(zip(*members, strict=True))[6:]
        )
        folders = dict.fromkeys(name.rpartition("/")[0] for name in names) if self._files else {}
        accepted = tuple(pair for folder in folders for pair in self._accepted(folder))
        return Item(" + ".join(names), texts, About(day, office, author), accepted, tuple(names))

    def _texts(self, member: _Found) -> Iterator[ItemText]:
        _, name, at, data, suffix, lang, *_ = member
        if lang == "row":
            yield from _row_texts(name, json.loads(data or b"{}"))
            return
        try:
            assert self._files is not None  # noqa: S101  # what is no row came from there
            yield ItemText(name, self._files.read(Member(name, at, data)), suffix)
        except PressgenError as fault:
            yield ItemText(name, fault=Said.of(fault))

    def _accepted(self, folder: str) -> list[tuple[str, bytes]]:
        return self._base.execute("SELECT folder, data FROM accepted WHERE folder=?", (folder,)).fetchall()

    def attach(self, base: sqlite3.Connection) -> None:
        """Let another database see which items there are."""
        self._base.execute("COMMIT")
        base.execute("ATTACH ? AS survey", (str(self.path),))


def _row_texts(name: str, texts: Mapping[str, str]) -> Iterator[ItemText]:
    for stated, words in texts.items():
        lang = cast("Lang", stated or ("zh" if script(words) == "zh" else "en"))
        yield ItemText(f"{name}.{lang}" if len(texts) > 1 else name, words.encode(), "", lang)


def _is_litter(name: str) -> bool:
    """What programs leave in folders, and hidden files."""
    parts = PurePosixPath(name).parts
    return "__MACOSX" in parts or parts[-1].startswith(("~$", "."))


def _twice(at: Place, name: str) -> FileError:
    return FileError(
        "{name}出现两次，只检查第一次", "{name} appears twice; only the first is checked", at, name=name
    )
