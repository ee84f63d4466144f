"""Archives of rows: a JSONL or a Parquet file, a document or a pair a row.

Columns are found by the names people give them (``COLUMNS``), or named by hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pressgen.complaints import complaint
from pressgen.errors import FileError, Place, PressgenError, series

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "key", "uri", "name", "编号"),
    "zh": ("zh", "cn", "chinese", "zh_text", "text_zh", "中文"),
    "en": ("en", "english", "en_text", "text_en", "英文"),
    "text": ("text", "body", "content", "正文"),
    "lang": ("lang", "language", "语言"),
    "pair": ("pair", "group", "translationOf", "translation_of", "稿号"),
    "day": ("day", "date", "on", "published", "日期"),
    "office": ("office", "department", "desk", "source", "单位", "部门"),
    "author": ("author", "reporter", "byline", "作者", "记者"),
}
"""What a column holds, and the names by which it is found; the first that is there counts."""

ROW_MOST = 2_000_000
"""Bytes of one row."""
_GROUP = 1024
"""Rows of a Parquet file that are read together."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its texts by language (of a row with a text, in its own language), and what is said of it."""

    id: str
    texts: Mapping[str, str]
    pair: str = ""
    day: str = ""
    office: str = ""
    author: str = ""


def jsonl(path: Path, named: Mapping[str, str]) -> Iterator[Row | PressgenError]:
    """The rows of a JSONL file; what is wrong with a line stands in its place."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(ROW_MOST + 1):
            number += 1
            at = Place(path.name, number)
            if len(line) > ROW_MOST:
                while line and not line.endswith(b"\n"):
                    line = file.readline(ROW_MOST)
                yield FileError(
                    "这一行超过{most}字节", "this line is larger than {most} bytes", at, most=f"{ROW_MOST:,}"
                )
            elif line.strip():
                yield _parsed(line, at, named)


def parquet(path: Path, named: Mapping[str, str]) -> Iterator[Row | PressgenError]:
    """The rows of a Parquet file. Raises FileError: it is none, or has neither zh, en nor text."""
    import pyarrow as pa  # noqa: PLC0415  # only for who audits
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        file = pq.ParquetFile(path)
        columns = chosen(file.schema_arrow.names, named)
    except (pa.ArrowException, OSError) as error:
        raise _no_parquet(path, error) from None
    _refuse_wordless(columns, file.schema_arrow.names, path)
    number = 0
    try:
        for batch in file.iter_batches(_GROUP, columns=sorted(set(columns.values()))):
            for values in batch.to_pylist():
                number += 1
                yield _row(values, columns, Place(path.name, number))
    except (pa.ArrowException, OSError) as error:
        raise _no_parquet(path, error) from None


def chosen(there: Iterator[str] | list[str], named: Mapping[str, str]) -> dict[str, str]:
    """Which column holds what: as it was named by hand, else by the usual names, in any case.

    >>> chosen(["ID", "中文", "en", "note"], {})
    {'id': 'ID', 'zh': '中文', 'en': 'en'}
    """
    by_name = {name.casefold(): name for name in reversed(list(there))}
    found = {
        what: next((by_name[name.casefold()] for name in names if name.casefold() in by_name), "")
        for what, names in COLUMNS.items()
    }
    return {what: name for what, name in {**found, **named}.items() if name}


def _parsed(line: bytes, at: Place, named: Mapping[str, str]) -> Row | PressgenError:
    try:
        values = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return FileError("这一行不是UTF-8；请转为UTF-8", "this line is not UTF-8; convert it to UTF-8", at)
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, dict):
        return FileError("这一行应是JSON对象", "this line should be a JSON object", at)
    return _row(values, chosen(list(values), named), at)


def _row(values: Mapping[str, Any], columns: Mapping[str, str], at: Place) -> Row | PressgenError:
    stated = {what: values.get(column) for what, column in columns.items()}
    for what, value in stated.items():
        if isinstance(value, dict | list) or _half(value):
            return FileError(
                "{column}应是文字，且不含半个字符（U+D800—U+DFFF）",
                "{column} should be text, without half characters (U+D800 to U+DFFF)",
                at,
                column=columns[what],
            )
    said = {what: "" if value is None else str(value) for what, value in stated.items()}
    texts = {lang: said[lang] for lang in ("zh", "en") if said.get(lang, "").strip()}
    if not texts and said.get("text", "").strip():
        texts = {_lang(said.get("lang", "")): said["text"]}
    if not texts:
        return FileError("没有文字（zh、en或text）", "there are no words (zh, en or text)", at)
    about = {what: said.get(what, "").strip() for what in ("pair", "day", "office", "author")}
    return Row(said.get("id", "").strip() or str(at), texts, **about)


def _lang(written: str) -> str:
    """A language as tables write it (zh-CN, English, 中文), or nothing.

    >>> _lang("zh-Hans"), _lang("English"), _lang("中文"), _lang("")
    ('zh', 'en', 'zh', '')
    """
    lower = written.strip().lower()
    if lower.startswith(("zh", "cn", "chi", "中", "汉")):
        return "zh"
    return "en" if lower.startswith(("en", "英")) else ""


def _half(value: object) -> bool:
    return isinstance(value, str) and any("\ud800" <= sign <= "\udfff" for sign in value)


def _refuse_wordless(columns: Mapping[str, str], there: list[str], path: Path) -> None:
    if not columns.keys() & {"zh", "en", "text"}:
        raise FileError(
            "没有zh、en或text列（有：{there}）；请用--column zh=列名指明",
            "there is no column zh, en or text (there are: {there}); name it, such as --column zh=NAME",
            Place(str(path)),
            there=series(there[:20]),
        )


def _no_parquet(path: Path, error: Exception) -> FileError:
    return FileError(
        "无法作为Parquet读取（{why}）",
        "cannot be read as Parquet ({why})",
        Place(str(path)),
        why=complaint(error),
    )
