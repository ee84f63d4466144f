"""An audit from archive to outputs: what is missing or changed is checked, all of it is written.

A run into a folder goes on where the last one stopped, however it stopped.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Protocol

from pressgen import outbox
from pressgen.audit.alone import Alone
from pressgen.audit.crew import Crew
from pressgen.audit.item import Answer, Item, Said
from pressgen.audit.judge import prepare
from pressgen.audit.ledger import Ledger
from pressgen.audit.members import Folder, Tar, Zip
from pressgen.audit.rows import jsonl, parquet
from pressgen.audit.rules import fingerprint
from pressgen.audit.survey import Survey
from pressgen.audit.tally import Tally
from pressgen.errors import FileError, Place, UsageError
from pressgen.house import House

FEW = 16
"""So many documents are checked in this process: to start another takes longer."""
LIMIT = 60.0
"""Seconds a document may take."""
_BATCH = 32
_BATCH_BYTES = 2_000_000
_STATE = ".audit"
_ALONE = "alone"
OVERVIEW = "overview.html"
FAULTS = 500
"""So many lines of what could not be checked stand in the overview."""
_TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
KINDS = ".zip .tar .tar.gz .tar.bz2 .tar.xz .jsonl .ndjson .parquet"


@dataclass(frozen=True)
class Order:
    """How an audit is to be done.

    ``pairs``: a table of which files are a pair. ``columns``: which column holds what. ``jobs``: processes,
    0 for none but this one, None for what suits. ``scheduler``: the address of Dask's, ``local`` for a
    cluster started here. ``limit``: seconds a document may take.
    """

    pairs: Path | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    jobs: int | None = None
    scheduler: str = ""
    limit: float = LIMIT


@dataclass
class Summary:
    """What came of an audit; ``others`` counts by suffix the members that are no texts."""

    documents: int = 0
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    faulty: int = 0
    faults: int = 0
    others: Mapping[str, int] = field(default_factory=dict)

    def add(self, tally: Tally) -> None:
        """What was counted."""
        self.documents, self.faulty = tally.statuses.total(), tally.faulty
        self.errors, self.warnings, self.notes = (tally.counts[each] for each in ("error", "warning", "note"))


class Engine(Protocol):
    """What checks batches of items."""

    def run(self, batches: Iterator[list[Item]]) -> Iterator[Answer]:
        """The answer to every item, in any order."""

    def close(self) -> None:
        """Let go of what it holds."""


class Audit:
    """One audit of an archive into a folder; see ``pressgen.api.audit``.

    ``say`` is told in the end, in order, what could not be checked. ``total`` documents there are; ``ready``
    of them were answered by an earlier run.
    """

    def __init__(
        self,
        archive: Path,
        house: House,
        out: Path,
        order: Order | None = None,
        say: Callable[[Said], object] = lambda _: None,
    ) -> None:
        self._say = say
        self._archive = archive
        self._house = house
        self._out = out
        self._order = order or Order()
        self.total = 0
        self.ready = 0
        self._judged = 0
        self.summary = Summary()

    def __iter__(self) -> Iterator[Answer]:
        """Every document's answer, those of an earlier run at once; the outputs stand when it ends.

        Raises FileError, UsageError, HouseError, GlossaryError, RateError.
        """
        if not self._archive.exists():
            raise FileError(
                "没有这个稿件库；请检查路径",
                "there is no such archive; check the path",
                Place(str(self._archive)),
            )
        _need("audit", "pyarrow", "pygal")
        rules = fingerprint(self._house)
        self._house.glossary, self._house.rates  # noqa: B018  # what is wrong with them is said once, here
        prepare(self._house)
        with (
            outbox.held(self._out),
            self._state() as state,
            closing(Survey(state / "survey.sqlite")) as survey,
            closing(Ledger(state / "ledger.sqlite", rules, self._order.limit)) as ledger,
        ):
            self._look_over(survey)
            yield from self._answered(survey, ledger, rules)
            self._write(survey, ledger)
            outbox.drop(state / _ALONE)  # a run that died is made good

    @contextmanager
    def _state(self) -> Iterator[Path]:
        """The folder of what is known so far; a run that fails before its first answer takes it away."""
        folder = self._out / _STATE
        began = not folder.exists()
        folder.mkdir(exist_ok=True)
        try:
            yield folder
        except Exception:
            if began and not self._judged:
                outbox.clear(folder)
            raise

    def _look_over(self, survey: Survey) -> None:
        if self._order.pairs:
            survey.map(self._order.pairs)
        path, name = self._archive, self._archive.name.lower()
        if path.is_dir():
            survey.take_files(Folder(path, self._out))
        elif name.endswith((".jsonl", ".ndjson")):
            survey.take_rows(jsonl(path, self._order.columns))
        elif name.endswith((".parquet", ".pq")):
            survey.take_rows(parquet(path, self._order.columns))
        elif name.endswith(".zip"):
            survey.take_files(Zip(path))
        elif name.endswith(_TARS):
            survey.take_files(Tar(path))
        else:
            raise FileError(
                "不是可检查的稿件库；可用：文件夹、{kinds}",
                "is no archive; use a folder or {kinds}",
                Place(str(path)),
                kinds=KINDS,
            )
        self.total = survey.count()
        self.summary.others = survey.others

    def _answered(self, survey: Survey, ledger: Ledger, rules: dict[str, str]) -> Iterator[Answer]:
        """What the ledger knows, and what an engine finds of the rest."""
        if not ledger.empty:
            with closing(survey.items()) as items:
                for item in items:
                    if answer := ledger.answer(item):
                        self.ready += 1
                        survey.settle(item)
                        yield answer
        if self.ready == self.total:
            return
        with closing(survey.items()) as items, self._engine(rules) as engine:
            for answer in engine.run(_batched(items)):
                ledger.put(answer)
                self._judged += 1
                yield answer

    @contextmanager
    def _engine(self, rules: dict[str, str]) -> Iterator[Engine]:
        order = self._order
        jobs = order.jobs if order.jobs is not None else (os.cpu_count() or 1)
        engine: Engine
        if order.scheduler:
            _need("cluster", "distributed")
            from pressgen.audit.cluster import Cluster  # noqa: PLC0415  # of its own extra

            engine = Cluster(self._house, rules, order.scheduler, max(1, jobs), order.limit)
        elif jobs == 0 or (order.jobs is None and self._few()):
            engine = Alone(self._house, order.limit, self._out / _STATE / _ALONE)
        else:
            engine = Crew(self._house, rules, jobs, order.limit)
        try:
            yield engine
        finally:
            engine.close()

    def _few(self) -> bool:
        """Whether it is not worth another process; a run that died in its own is not repeated there."""
        return self.total - self.ready <= FEW and not (self._out / _STATE / _ALONE).exists()

    def _write(self, survey: Survey, ledger: Ledger) -> None:
        from pressgen.audit.outputs import NAMES, document_row, finding_rows, tables  # noqa: PLC0415  # pyarrow
        from pressgen.audit.overview import Page  # noqa: PLC0415  # only at the end

        tally = Tally(copies=survey.copies())
        faults = list(islice(survey.faults(), FAULTS))
        for fault in survey.faults():
            self._tell(fault)
        with outbox.filled(self._out, (*NAMES, OVERVIEW)) as files:
            with tables(files) as written:
                for answer in ledger.answers(survey):
                    row = document_row(answer)
                    written.put(row, rows := list(finding_rows(answer, row)))
                    tally.take(row, rows)
                    for stated in answer.document["faults"]:
                        fault = Said(stated["zh"], stated["en"])
                        self._tell(fault)
                        faults += [fault] * (len(faults) < FAULTS)
            files[-1].write(Page(tally, faults, survey.left_out()).html().encode())
        self.summary.add(tally)

    def _tell(self, fault: Said) -> None:
        self.summary.faults += 1
        self._say(fault)


def _need(extra: str, *libraries: str) -> None:
    """Raise UsageError where an extra was not installed."""
    if not all(map(find_spec, libraries)):
        raise UsageError(
            "缺少所需的库；请运行pip install 'pressgen[{extra}]'",
            "a library is missing; run: pip install 'pressgen[{extra}]'",
            extra=extra,
        )


def _batched(items: Iterator[Item]) -> Iterator[list[Item]]:
    """Items in batches, of many small ones or few large ones."""
    batch: list[Item] = []
    for item in items:
        batch.append(item)
        if len(batch) == _BATCH or sum(each.size for each in batch) > _BATCH_BYTES:
            yield batch
            batch = []
    if batch:
        yield batch
