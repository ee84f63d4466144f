"""Changes as LibreOffice accepts and rejects them: one click gives the new draft, the other the old one."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from pressgen.document import Block
from tests.test_word_changes import TEXTS, block, changed, document, told

OFFICE = shutil.which("soffice") or ""
MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(url As String, target As String, command As String)
  Dim none(), hidden(0) As New com.sun.star.beans.PropertyValue, word(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  word(0).Name = "FilterName" : word(0).Value = "MS Word 2007 XML"
  text = StarDesktop.loadComponentFromURL(url, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(text.CurrentController.Frame, command, "", 0, none())
  text.storeToURL(target, word())
  text.close(True)
End Sub
</script:module>
"""
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not OFFICE, reason="LibreOffice (soffice) is needed to accept and reject"),
]


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """LibreOffice's settings, with a macro; it fills a new folder itself when it first starts."""
    folder = tmp_path_factory.mktemp("profile")
    named = f"-env:UserInstallation={folder.as_uri()}"
    subprocess.run([OFFICE, named, "--headless", "--terminate_after_init"], check=True, timeout=120)
    module = folder / "user" / "basic" / "Standard" / "Module1.xba"
    assert module.is_file()
    module.write_text(MACRO, encoding="utf-8")
    return named


def settled(data: bytes, folder: Path, profile: str, command: str) -> list[tuple[str, str]]:
    """Role and text of every paragraph once LibreOffice was told ``command``."""
    (folder / "a.docx").write_bytes(data)
    source, target = ((folder / name).as_uri() for name in ("a.docx", f"{command}.docx"))
    macro = f"macro:///Standard.Module1.Settle({source},{target},.uno:{command})"
    subprocess.run([OFFICE, profile, "--headless", macro], check=True, capture_output=True, timeout=120)
    return [(role, text) for role, text, _ in told((folder / f"{command}.docx").read_bytes())]


def drafts() -> dict[str, tuple[list[Block | str], list[Block | str]]]:
    """Two drafts for each kind of change."""
    head, end = block("headline", "三水签约忙"), block("credits", "记者 | 何嘉")
    lead, new_lead = block("lead", TEXTS[0]), block("lead", "三水区新签31个项目。")
    return {
        "words": ([head, lead, *TEXTS[1:], end], [head, new_lead, *TEXTS[1:], end]),
        "a paragraph more": ([head, lead, end], [head, lead, TEXTS[1], TEXTS[2], end]),
        "a paragraph less": ([head, lead, *TEXTS[1:], end], [head, lead, TEXTS[3], end]),
        "the last one gone": ([head, lead, end], [head, lead]),
        "a last one more": ([head, lead], [head, lead, end]),
        "the first one gone": ([head, lead, end], [lead, end]),
        "moved": ([head, lead, *TEXTS[1:], end], [head, lead, TEXTS[3], *TEXTS[1:3], end]),
        "another style": ([head, lead, end], [head, block("body", TEXTS[0]), end]),
        "all of it": ([head, lead, end], [block("headline", "佛山"), block("body", "另一件事。")]),
    }


@pytest.mark.parametrize("kind", drafts())
def test_accepted_it_is_the_new_draft_and_rejected_the_old_one(
    kind: str, tmp_path: Path, profile: str
) -> None:
    old, new = (document(*texts) for texts in drafts()[kind])
    data = changed(old, new)
    plain = [[(found.role, found.text) for found in one.blocks] for one in (new, old)]
    assert settled(data, tmp_path, profile, "AcceptAllTrackedChanges") == plain[0]
    assert settled(data, tmp_path, profile, "RejectAllTrackedChanges") == plain[1]
