"""Archives for tests: the same made-up pairs as a folder, a ZIP, a TAR, rows of JSONL and Parquet."""

from __future__ import annotations

import io
import json
import random
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pressgen.audit import Answer, Audit, Order
from pressgen.house import House

OFFICES = ("商务局", "外事办", "文旅局")
SENTENCES = (
    ("全市新签约项目{a}个，投资总额{b}亿元，同比增长{c}%。", "The city signed {a} projects worth {d} billion yuan, up {c}% year on year."),
    ("展馆面积{a}平方米，比去年多{c}个百分点。", "The hall covers {a} square meters, {c} percentage points more than last year."),
    ("会议于7月{e}日在苏州举行，{a}名代表参加。", "The meeting was held in Suzhou on July {e}, with {a} delegates."),
)  # fmt: skip


def pair(number: int, sentences: int = 3) -> tuple[str, str]:
    """A Chinese and an English text of several paragraphs; every fourth pair has a sum a thousand times too small."""
    chance = random.Random(number)  # noqa: S311  # a made-up text, no secret
    zh, en = ["# 佛山召开推介会", "（2023年7月12日）"], ["# Foshan holds a conference", "July 12, 2023"]
    for index in range(sentences):
        a, b = chance.randint(11, 900), chance.randint(1001, 99_999)
        numbers = {
            "a": a,
            "b": b / 100,
            "c": chance.randint(11, 99) / 10,
            "d": f"{b / 1000:.3f}",
            "e": chance.randint(1, 28),
        }
        one, other = SENTENCES[index % len(SENTENCES)]
        zh.append(one.format(**numbers))
        en.append(other.format(**numbers))
    author = chance.choice("李王张陈") + "明"
    zh.append(f"记者 | {author} 校对 | 周静")
    en.append("Reporter | Eleanor Revisor | Linn")
    if number % 4 == 0:
        en = [line.replace("billion", "million") for line in en]
    return "\n\n".join(zh) + "\n", "\n\n".join(en) + "\n"


def files(count: int, sentences: int = 3) -> dict[str, bytes]:
    """That many pairs of files by name, in the folders of some offices."""
    found = {}
    for number in range(count):
        folder = f"{OFFICES[number % len(OFFICES)]}/2023-{number % 9 + 1:02}"
        for lang, text in zip(("zh", "en"), pair(number, sentences), strict=True):
            found[f"{folder}/story-{number:05}.{lang}.md"] = text.encode()
    return found


def folder(path: Path, held: Mapping[str, bytes]) -> Path:
    for name, data in held.items():
        target = path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return path


def zipped(path: Path, held: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in held.items():
            archive.writestr(name, data)
    return path


def tarred(path: Path, held: Mapping[str, bytes]) -> Path:
    mode = {".gz": "w:gz", ".xz": "w:xz"}.get(path.suffix, "w")
    with tarfile.open(path, mode) as archive:
        for name, data in held.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


def rows(count: int, sentences: int = 3) -> list[dict[str, str]]:
    """That many pairs as rows."""
    found = []
    for number in range(count):
        zh, en = (text.replace("# ", "") for text in pair(number, sentences))
        found.append(
            {"id": f"{number:05}", "zh": zh, "en": en, "office": OFFICES[number % 3], "date": "2023-07-12"}
        )
    return found


def jsonl(path: Path, lines: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


def parquet(path: Path, lines: list[dict[str, str]]) -> Path:
    pq.write_table(pa.Table.from_pylist(lines), path)
    return path


def audited(
    archive: Path, house: House, out: Path, **order: object
) -> tuple[dict[str, Answer], list[str], Audit]:
    """The answers by document, the lines of what could not be checked, and the audit itself."""
    lines: list[str] = []
    audit = Audit(
        archive, house, out, Order(**{"jobs": 0, **order}), say=lambda fault: lines.append(fault.en)
    )
    return {answer.key: answer for answer in audit}, lines, audit


def written(out: Path) -> dict[str, bytes]:
    """The bytes of the outputs."""
    return {
        path.name: path.read_bytes()
        for path in sorted(out.iterdir())
        if path.is_file() and path.name[0] != "."
    }


def rules(answers: Mapping[str, Answer]) -> list[list[str]]:
    """The errors of each document, in order."""
    return [
        [row["rule"] for row in answers[key].findings if row["severity"] == "error"]
        for key in sorted(answers)
    ]
