"""How soon an editor shows what is wrong: python -m tests.bench.lsp

A server of its own, as an editor starts it, and the protocol's own client. "First" is from the start of the process
to the first diagnostics of an event of 60 lines (wanted: under 1 second), what is wrong with its facts and what is to be
translated; "all" adds the findings on its draft; "a key" is from a change to the diagnostics of
the new text, the pause after the last key included (wanted: under 150 ms; the median of some). A pair of drafts is
measured the same way. Processor seconds of the server stand beside, as the clock tells the truth on a quiet machine only.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import psutil
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from tests import archives

EXAMPLE = Path(__file__).parents[2] / "templates" / "releases" / "investment-promotion" / "example.yaml"


def event(lines: int, fault: str = "") -> str:
    """The facts of the example, a comment between them, as so many lines; the last may be a fault."""
    whole = EXAMPLE.read_text(encoding="utf-8").split("\n")
    facts = [line for line in whole if line and not line.startswith("#")]
    return "\n".join([*facts, *["# –"] * (lines - 1 - len(facts)), fault or "# –"]) + "\n"


class Editor:
    """One client and what it was told last."""

    def __init__(self) -> None:
        self.client = LanguageClient("bench", "1")
        self.told: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def hear(said: types.PublishDiagnosticsParams) -> None:
            self.told.put_nowait(said)

    async def start(self) -> None:
        """Start the server and greet it."""
        await self.client.start_io(sys.executable, "-m", "pressgen", "lsp")
        await self.client.initialize_async(types.InitializeParams(capabilities=types.ClientCapabilities()))
        self.client.initialized(types.InitializedParams())

    async def diagnostics(self, version: int) -> None:
        """Wait for those of a version of a text."""
        while (await asyncio.wait_for(self.told.get(), 60)).version != version:
            pass

    async def end(self) -> None:
        """Let the server go."""
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()


def spent() -> float:
    """Processor seconds of the server, the only child."""
    found = [child.cpu_times() for child in psutil.Process().children()]
    return sum(each.user + each.system for each in found)


async def measured(path: Path, text: str, keys: int) -> tuple[float, float, float, list[float], float]:
    """Seconds until the first and until all diagnostics, of the processor until then; then those of each key."""
    editor, uri, began = Editor(), path.as_uri(), time.monotonic()
    await editor.start()
    item = types.TextDocumentItem(uri, "yaml" if path.suffix == ".yaml" else "markdown", 0, text)
    editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    await editor.diagnostics(0)
    first = whole = time.monotonic() - began
    if path.suffix == ".yaml":
        await editor.diagnostics(0)
        whole = time.monotonic() - began
    processor = spent()
    taken = []
    for version, changed in enumerate(typed(text, keys), 1):
        began = time.monotonic()
        change = types.TextDocumentContentChangeWholeDocument(changed)
        place = types.VersionedTextDocumentIdentifier(version, uri)
        editor.client.text_document_did_change(types.DidChangeTextDocumentParams(place, [change]))
        await editor.diagnostics(version)
        taken.append(time.monotonic() - began)
    each = (spent() - processor) / keys
    await editor.end()
    return first, whole, processor, taken, each


def typed(text: str, keys: int) -> Iterator[str]:
    """The text after each key."""
    for number in range(1, keys + 1):
        yield text + "# " + "x" * number + "\n"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=20)
    keys = parser.parse_args().keys
    with tempfile.TemporaryDirectory() as folder:
        zh, en = archives.pair(4, 24)
        (Path(folder) / "story.en.md").write_text(en, encoding="utf-8")
        files = {
            "event.yaml": event(60),
            "misspelt.yaml": event(60, "promotor: 佛山"),
            "story.zh.md": zh,
        }
        print(
            f"{'':14}{'lines':>6}{'first':>9}{'all':>9}{'processor':>11}{'a key':>9}{'worst':>9}{'processor':>11}"
        )
        for name, text in files.items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
            first, whole, processor, taken, each = asyncio.run(measured(Path(folder) / name, text, keys))
            print(
                f"{name:14}{text.count(chr(10)):>6}{first:>7.2f} s{whole:>7.2f} s{processor:>9.2f} s{median(taken) * 1000:>6.0f} ms"
                f"{max(taken) * 1000:>6.0f} ms{each * 1000:>8.0f} ms"
            )


if __name__ == "__main__":
    main()
