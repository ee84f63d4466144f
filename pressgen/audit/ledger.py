"""The answers of every run into a folder, kept so that no kill and no power cut loses one.

A database that writes each batch whole or not at all. An answer counts as long as the same bytes are
checked under the same rules.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from pressgen.audit.item import Answer, Item, digest
from pressgen.audit.survey import Survey
from pressgen.complaints import complaint
from pressgen.errors import FileError, Place

_TABLES = """
CREATE TABLE IF NOT EXISTS answer (document TEXT PRIMARY KEY, hash TEXT, rules TEXT, row TEXT) WITHOUT ROWID;
"""
_EVERY = 1.0
"""Seconds between two commits: what a kill can cost."""


class Ledger:
    """The answers in a folder. Raises FileError where the file is no ledger.

    ``rules`` are the hashes of all an answer rests on; ``limit`` the seconds a document may take.
    """

    def __init__(self, path: Path, rules: Mapping[str, str], limit: float) -> None:
        self._path = path
        self._rules = digest(list(rules.values()))
        self._limited = f"{self._rules}@{limit:g}"
        self._committed = time.monotonic()
        try:
            self._base = sqlite3.connect(path, isolation_level=None)
            self._base.executescript(f"PRAGMA synchronous=FULL; {_TABLES}")
            self._base.execute("BEGIN")
        except sqlite3.DatabaseError as error:
            raise self._unusable(error) from None

    def close(self) -> None:
        """Keep what was answered. Raises FileError where the disk has no room for it."""
        try:
            self._commit()
        finally:
            self._base.close()

    def _commit(self) -> None:
        """Keep what was answered since; nothing where the answers were being read when something failed."""
        try:
            if self._base.in_transaction:
                self._base.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            raise self._unusable(error) from None

    @property
    def empty(self) -> bool:
        """Whether nothing was answered under these rules."""
        rules = (self._rules, self._limited)
        return self._base.execute("SELECT 1 FROM answer WHERE rules IN (?,?)", rules).fetchone() is None

    def answer(self, item: Item) -> Answer | None:
        """The answer there is for exactly this item, under these rules."""
        found = self._base.execute(
            "SELECT row, rules FROM answer WHERE document=? AND hash=? AND rules IN (?,?)",
            (item.key, item.hash, self._rules, self._limited),
        ).fetchone()
        return Answer(item.key, item.hash, found[0], found[1] == self._rules) if found else None

    def put(self, answer: Answer) -> None:
        """Keep an answer, instead of any earlier one of the same document."""
        rules = self._rules if answer.final else self._limited
        values = (answer.key, answer.hash, rules, answer.row)
        try:
            self._base.execute("INSERT OR REPLACE INTO answer VALUES (?,?,?,?)", values)
            if time.monotonic() - self._committed > _EVERY:
                self._base.execute("COMMIT")
                self._base.execute("BEGIN")
                self._committed = time.monotonic()
        except sqlite3.DatabaseError as error:
            raise self._unusable(error) from None

    def answers(self, survey: Survey) -> Iterator[Answer]:
        """The answers of all items of an archive, in the order of their names."""
        self._commit()
        survey.attach(self._base)
        for document, hash_, row in self._base.execute(
            "SELECT document, item.hash, row FROM survey.item JOIN answer USING (document) ORDER BY document"
        ):
            yield Answer(document, hash_, row)
        self._base.execute("DETACH survey")
        self._base.execute("BEGIN")

    def _unusable(self, error: Exception) -> FileError:
        return FileError(
            "无法使用（{why}）；若已损坏，删去它从头开始",
            "cannot be used ({why}); if it is damaged, delete it and begin anew",
            Place(str(self._path)),
            why=complaint(error),
        )
