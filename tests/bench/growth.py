"""How time grows with what is read: python -m tests.bench.growth

Figures in texts of 10 kB to 10 MB, a glossary of a thousand to a hundred thousand entries loaded and built,
an event of 5 to 200 statements drafted. Where growth is linear the time for one unit stays the same; the last
column says how many times that of the smallest it is.
"""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from pressgen import api, figures
from tests.bench import drafting
from tests.bench import glossary as names
from tests.bench.figures import news

TEXTS = (10_000, 100_000, 1_000_000, 10_000_000)
ENTRIES = (1_000, 10_000, 100_000)
STATEMENTS = (5, 20, 80, 200)
ONE_RUN = 1.0
"""Seconds; what takes longer is measured once."""


def seconds(work: Callable[[], object], runs: int = 7) -> float:
    """Processor time, the median of several runs."""
    taken: list[float] = []
    while len(taken) < runs and (not taken or taken[0] < ONE_RUN):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def table(title: str, unit: str, rows: Iterable[tuple[int, float]]) -> None:
    """One line a size: seconds, time for a unit, and that beside the smallest's."""
    print(title)
    first = 0.0
    for size, took in rows:
        first = first or took / size
        print(
            f"  {size:>12,} {unit:10} {took * 1000:10.1f} ms {took / size * 1e6:10.2f} µs each {took / size / first:6.2f}"
        )


def texts(lang: figures.Language) -> Iterable[tuple[int, float]]:
    """Figures of one text of each size."""
    for size in TEXTS:
        text = "".join(news(lang, size, random.Random(1)))  # noqa: S311  # a benchmark, no secret
        figures.find(text[:100], lang)
        yield size, seconds(lambda text=text: figures.find(text, lang))  # type: ignore[misc]


def glossaries(folder: Path) -> Iterable[tuple[int, float]]:
    """Tables of each size loaded, and both automata built."""
    for count in ENTRIES:
        path = folder / f"{count}.csv"
        names.tables.write(names.glossary(count, random.Random(1)), path)  # noqa: S311  # as above
        yield count, seconds(lambda path=path: names.load(path))  # type: ignore[misc]


def stories(folder: Path) -> Iterable[tuple[int, float]]:
    """Events of each length drafted in both languages."""
    newsroom = api.open_newsroom(drafting.ROOT)
    house = api.open_house("foshan-news", newsroom)
    for count in STATEMENTS:
        path = folder / f"{count}.yaml"
        path.write_text(drafting.event_of(count), encoding="utf-8")
        event = api.load(path, newsroom)
        api.draft(event, house)
        yield count, seconds(lambda event=event: api.draft(event, house))  # type: ignore[misc]


def main() -> None:
    """Print the tables."""
    languages: tuple[figures.Language, ...] = ("zh", "en")
    for lang in languages:
        table(f"figures, {lang}", "bytes", texts(lang))
    with tempfile.TemporaryDirectory() as made:
        table("glossary, loaded and built", "entries", glossaries(Path(made)))
        table("event, drafted", "statements", stories(Path(made)))


if __name__ == "__main__":
    main()
