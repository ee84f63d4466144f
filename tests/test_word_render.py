"""Word files as LibreOffice shows them: every page there, every paragraph on it."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from pressgen import api
from pressgen.document import Release
from pressgen.formats.word import write, write_bilingual
from tests.test_word_write import HOUSE, release

__all__ = ["release"]

OFFICE, TO_TEXT = shutil.which("soffice") or "", shutil.which("pdftotext") or ""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (OFFICE and TO_TEXT),
        reason="LibreOffice (soffice) and poppler (pdftotext) are needed to see a page",
    ),
]


def page_text(data: bytes, folder: Path) -> str:
    """The text of the pages LibreOffice makes of a Word file, without white space."""
    (folder / "a.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    shown = [
        OFFICE,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(folder / "a.docx"),
    ]
    subprocess.run(shown, check=True, capture_output=True, timeout=120)
    text = subprocess.run([TO_TEXT, str(folder / "a.pdf"), "-"], check=True, capture_output=True, timeout=60)
    return re.sub(r"\s", "", text.stdout.decode())


@pytest.mark.parametrize("kind", ["zh", "en", *api.LAYOUTS])
def test_every_paragraph_and_the_page_number_are_on_the_page(
    release: Release, tmp_path: Path, kind: str
) -> None:
    single = release.en if kind == "en" else release.zh
    shown = page_text(
        write_bilingual(release, HOUSE, kind) if kind in api.LAYOUTS else write(single, HOUSE), tmp_path
    )
    blocks = release.blocks if kind in api.LAYOUTS else single.blocks
    for block in blocks:
        assert block.role == "photo" or re.sub(r"\s", "", block.text) in shown
    assert "—1—" in shown


def test_a_notice_is_at_the_head_of_every_page(release: Release, tmp_path: Path) -> None:
    long = replace(release.zh, blocks=release.zh.blocks * 12, notice="明日十时前不得发布")
    shown = page_text(write(long, HOUSE), tmp_path)
    assert "—3—" in shown
    assert shown.count("明日十时前不得发布") == len(re.findall("—[0-9]+—", shown))
