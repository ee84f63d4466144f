"""The words of the desk's pages: those that templates and code use, and their Chinese.

``python -m tests.webdesk.words`` adds what is new to the catalogue, to be translated there, and compiles it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

DESK = Path(__file__).parents[2] / "pressgen" / "desk"
PO = DESK / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
MO = PO.with_suffix(".mo")
_KEPT = {"Language", "Plural-Forms", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"}
_KEYWORDS = {
    "_": None,
    "_l": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "_n": (1, 2),
}


def used() -> Iterator[str | tuple[str, ...]]:
    """Every message of the desk, a pair where it has a plural."""
    for path in sorted(DESK.rglob("*.html")):
        yield from _in(templatize(path.read_text(encoding="utf-8")))
    for path in sorted(DESK.rglob("*.py")):
        yield from _in(path.read_text(encoding="utf-8"))


def _in(source: str) -> Iterator[str | tuple[str, ...]]:
    for _, message, _, _ in extract("python", io.BytesIO(source.encode()), _KEYWORDS):
        yield message


def catalogue() -> Catalog:
    """The Chinese of the pages as the file has it."""
    if not PO.is_file():
        return Catalog(locale="zh_Hans", project="pressgen", fuzzy=False)
    with PO.open("rb") as file:
        return read_po(file, locale="zh_Hans")


def compiled(words: Catalog) -> bytes:
    """A catalogue as programs read it."""
    out = io.BytesIO()
    write_mo(out, words)
    return out.getvalue()


def main() -> None:
    """Bring the catalogue up to date and compile it."""
    words = catalogue()
    known = {message.id for message in words if message.id}
    messages = set(used())
    for message in sorted(messages - known, key=str):
        words.add(message, ("",) if isinstance(message, tuple) else "")
    for message in known - messages:
        words.delete(message[0] if isinstance(message, tuple) else message)
    words.header_comment = "# The Chinese of the desk's pages · 网页界面的中文"
    words.mime_headers = [(name, text) for name, text in words.mime_headers if name in _KEPT]
    with PO.open("wb") as file:
        write_po(file, words, width=110, sort_output=True)
    MO.write_bytes(compiled(words))


if __name__ == "__main__":
    main()
