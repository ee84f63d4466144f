"""Drafts as readable files, so that a change of wording is seen: ``python -m tests.golden``.

Every type's example, and the variations of it in ``samples/events``: all facts given, only the
required ones, unusual ones.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pressgen import api
from pressgen.formats import markdown

FOLDER = Path(__file__).parent / "samples" / "expected"
ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "templates" / "releases").glob("*/example.yaml"))
VARIATIONS = sorted((Path(__file__).parent / "samples" / "events").glob("*.yaml"))


def drafts() -> Iterator[tuple[str, str]]:
    """The name and the Markdown of each event's draft in each language, in its own house."""
    newsroom = api.open_newsroom(ROOT)
    for path in EXAMPLES + VARIATIONS:
        event = api.load(path, newsroom)
        house = api.open_house(event.house, newsroom, today=date(2026, 11, 23))
        release = api.draft(event, house).release
        for document in (release.zh, release.en):
            yield f"{event.slug}.{document.lang}.md", markdown.write(document, house).decode()


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in drafts():
        (FOLDER / name).write_text(text, encoding="utf-8")
