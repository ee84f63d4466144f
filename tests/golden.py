"""Drafts as readable files, so that a change of wording is seen: ``python -m tests.golden``.

Every type's example, and the variations of it in ``samples/events``: all facts given, only the
required ones, unusual ones.
"""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from pressgen import api
from pressgen.events import Event
from pressgen.formats import markdown
from pressgen.house import House

FOLDER = Path(__file__).parent / "samples" / "expected"
ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "templates" / "releases").glob("*/example.yaml"))
VARIATIONS = sorted((Path(__file__).parent / "samples" / "events").glob("*.yaml"))
EVENTS = EXAMPLES + VARIATIONS


def named(path: Path) -> str:
    """What an event of these is called: its type, or its file."""
    return path.parent.name if path in EXAMPLES else path.stem


def drafts(event: Event, house: Callable[[str], House]) -> Iterator[tuple[str, str]]:
    """The name and the Markdown of an event's draft in each language, in its own house."""
    opened = house(event.house)
    release = api.draft(event, opened).release
    for document in (release.zh, release.en):
        yield f"{event.slug}.{document.lang}.md", markdown.write(document, opened).decode()


def write() -> None:
    """Write the files anew."""
    newsroom = api.open_newsroom(ROOT)
    known = api.types(newsroom)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path in EVENTS:
        event = api.load(path, newsroom, known)
        for name, text in drafts(
            event, lambda house: api.open_house(house, newsroom, today=date(2026, 11, 23))
        ):
            (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
