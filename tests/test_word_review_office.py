"""Review copies as LibreOffice opens them: every comment at its words, every change to accept or reject."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from pressgen.document import Block, Document
from pressgen.formats.word import read, write
from pressgen.formats.word.review import review
from tests.documents import HOUSE
from tests.test_word_review import WHEN, found

OFFICE = shutil.which("soffice") or ""
NAMES = {
    "o": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "t": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not OFFICE, reason="LibreOffice (soffice) is needed to see what it opens"),
]


def opened(data: bytes, folder: Path) -> etree._Element:
    """A Word file as LibreOffice keeps it once it has opened it."""
    (folder / "a.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = [
        OFFICE,
        profile,
        "--headless",
        "--convert-to",
        "fodt",
        "--outdir",
        str(folder),
        str(folder / "a.docx"),
    ]
    subprocess.run(words, check=True, capture_output=True, timeout=120)
    return etree.fromstring((folder / "a.fodt").read_bytes(), etree.XMLParser(huge_tree=True))


def test_comments_and_changes_are_there_in_the_order_of_the_text(tmp_path: Path):
    own = write(
        Document("zh", (Block("body", "佛山,苏州。", "zh"), Block("body", "共3个项目。", "zh"))), HOUSE
    )
    first, second = read(own, "a.docx").blocks
    findings = [found(first, ",", "，"), found(second, "3个")]
    tree = opened(review(own, "a.docx", findings, "zh", at=WHEN).data, tmp_path)

    said = [
        note.xpath("string(t:p[1])", namespaces=NAMES) for note in tree.iterfind(".//o:annotation", NAMES)
    ]
    assert said == ["警告：中文里用了半角逗号"] * 2
    assert len(tree.findall(".//o:annotation-end", NAMES)) == 2
    assert {change.tag.rsplit("}")[-1] for change in tree.iterfind(".//t:changed-region/*", NAMES)} == {
        "insertion", "deletion",
    }  # fmt: skip
