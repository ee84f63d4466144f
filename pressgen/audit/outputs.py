"""The tables an audit leaves: findings and documents, as Parquet and JSONL, in the order of the archive.

The same answers make the same bytes: rows come sorted, and nothing says when or where it was written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from pressgen.audit.item import Answer

_WORD = pa.dictionary(pa.int32(), pa.string())
"""A text out of few: kept once."""

FINDINGS = pa.schema(
    [
        ("document", pa.string()),
        ("number", pa.int32()),
        ("rule", _WORD),
        ("severity", _WORD),
        ("day", _WORD),
        ("month", _WORD),
        ("office", _WORD),
        ("author", _WORD),
        ("file", pa.string()),
        ("lang", _WORD),
        ("block", pa.int32()),
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("line", pa.int32()),
        ("column", pa.int32()),
        ("cell", pa.string()),
        ("before", pa.string()),
        ("text", pa.string()),
        ("after", pa.string()),
        ("other_file", pa.string()),
        ("other_lang", _WORD),
        ("other_block", pa.int32()),
        ("other_line", pa.int32()),
        ("other_column", pa.int32()),
        ("other_before", pa.string()),
        ("other_text", pa.string()),
        ("other_after", pa.string()),
        ("values", pa.map_(pa.string(), pa.string())),
        ("message_zh", pa.string()),
        ("message_en", pa.string()),
        ("fix", pa.string()),
        ("fix_safe", pa.bool_()),
    ]
)
"""One row a finding: where, what stands there, what stands in the other text, what disagrees."""

DOCUMENTS = pa.schema(
    [
        ("document", pa.string()),
        ("files", pa.list_(pa.string())),
        ("status", _WORD),
        ("day", _WORD),
        ("month", _WORD),
        ("office", _WORD),
        ("author", _WORD),
        ("paragraphs", pa.int32()),
        ("figures", pa.int32()),
        ("compared", pa.bool_()),
        ("errors", pa.int32()),
        ("warnings", pa.int32()),
        ("notes", pa.int32()),
        ("faults_zh", pa.list_(pa.string())),
        ("faults_en", pa.list_(pa.string())),
        ("hash", pa.string()),
    ]
)
"""One row a document or pair: whether it was checked and compared, and how much was found."""

NAMES = ("findings.parquet", "findings.jsonl", "documents.parquet")
_ROWS = 5_000
"""Rows of one group of a Parquet file."""
_CHUNK = 500
"""Rows held as they came: a column takes a tenth of their memory."""
_SOUGHT = ["document", "rule", "severity", "status", "day", "month", "office", "author", "lang"]
"""Columns whose least and greatest value each group says, for who filters; of sentences none wants them."""


class Tables:
    """The tables being written."""

    def __init__(self, findings: pq.ParquetWriter, lines: IO[bytes], documents: pq.ParquetWriter) -> None:
        self._findings = _Buffer(findings, FINDINGS)
        self._documents = _Buffer(documents, DOCUMENTS)
        self._lines = lines

    def put(self, document: dict[str, Any], findings: Iterable[dict[str, Any]]) -> None:
        """One document and its findings."""
        self._documents.put(document)
        for row in findings:
            self._findings.put(row)
            self._lines.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")

    def end(self) -> None:
        """What is still held."""
        self._findings.flush()
        self._documents.flush()


class _Buffer:
    """Rows held until they make a group, as columns but for the last few."""

    def __init__(self, writer: pq.ParquetWriter, schema: pa.Schema) -> None:
        self._writer = writer
        self._schema = schema
        self._rows: list[dict[str, Any]] = []
        self._chunks: list[pa.RecordBatch] = []

    def put(self, row: dict[str, Any]) -> None:
        self._rows.append(row)
        if len(self._rows) == _CHUNK:
            self._turn()
            if len(self._chunks) == _ROWS // _CHUNK:
                self._write()

    def flush(self) -> None:
        if self._rows:
            self._turn()
        if self._chunks:
            self._write()

    def _turn(self) -> None:
        """Rows into columns."""
        self._chunks.append(pa.RecordBatch.from_pylist(self._rows, self._schema))
        self._rows.clear()

    def _write(self) -> None:
        self._writer.write_table(pa.Table.from_batches(self._chunks, self._schema).unify_dictionaries())
        self._chunks.clear()


def document_row(answer: Answer) -> dict[str, Any]:
    """The row of a document."""
    found = answer.document
    said = {f"faults_{lang}": [fault[lang] for fault in found["faults"]] for lang in ("zh", "en")}
    row = {**found, **said, "hash": answer.hash}
    return {name: row[name] for name in DOCUMENTS.names}


def finding_rows(answer: Answer, document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The rows of its findings."""
    for finding in answer.findings:
        row = document | finding
        yield {name: row[name] for name in FINDINGS.names}


@contextmanager
def tables(files: Sequence[IO[bytes]]) -> Iterator[Tables]:
    """The tables of ``NAMES``, written into open files."""
    with (
        _parquet(files[0], FINDINGS) as findings,
        _parquet(files[2], DOCUMENTS) as documents,
    ):
        made = Tables(findings, files[1], documents)
        yield made
        made.end()


def _parquet(file: IO[bytes], schema: pa.Schema) -> pq.ParquetWriter:
    sought = [name for name in _SOUGHT if name in schema.names]
    return pq.ParquetWriter(file, schema, version="2.6", compression="zstd", write_statistics=sought)


def rows_of(path: Path, columns: Iterable[str] | None = None) -> Iterator[dict[str, Any]]:
    """The rows of a table, a thousand at a time in memory. Raises what pyarrow raises."""
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(1024, columns=list(columns) if columns else None):
            yield from batch.to_pylist(maps_as_pydicts="strict")
