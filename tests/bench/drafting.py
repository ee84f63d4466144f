"""How fast an event is drafted, and how that grows with its story: python tests/bench/drafting.py"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from pressgen import api
from pressgen.events import Event
from pressgen.house import House

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "templates" / "releases").glob("*/example.yaml"))
RUNS = 7
MOST = 30
"""Milliseconds one event may take once templates are compiled."""
_FACTS = """\
release: investment-promotion
published: 2023-07-18 16:17
headline: {zh: 佛山到苏州招商, en: Foshan courts investors in Suzhou}
date: 2023-07-14
city: 苏州
promoter: 佛山
event: {zh: 佛山投资推介会, en: Foshan Investment Conference}
credits: {reporter: Eleanor, revisor: Linn}
story:
  - lead
"""
_STATEMENT = "  - indicator: {{name: {{zh: 指标{n}, en: indicator {n}}}, value: {{value: {n}.5亿元, growth: +{n}%}}}}\n"


def event_of(count: int) -> str:
    """An event file with so many statements."""
    return _FACTS + "".join(_STATEMENT.format(n=n) for n in range(1, count + 1))


def best(event: Event, house: House) -> float:
    """Milliseconds of the fastest of several drafts in both languages."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        api.draft(event, house)
        times.append((time.perf_counter() - start) * 1000)
    return min(times)


def main() -> int:
    """Print a line an example and one a length of story; exit 1 where an example takes too long."""
    newsroom = api.open_newsroom(ROOT)
    slow = 0
    for path in EXAMPLES:
        event = api.load(path, newsroom)
        took = best(event, api.open_house(event.house, newsroom))
        slow += took > MOST
        print(f"{path.parent.name:24} {took:6.1f} ms")
    house = api.open_house("foshan-news", newsroom)
    with tempfile.TemporaryDirectory() as folder:
        for count in (10, 20, 40, 80):
            path = Path(folder) / "event.yaml"
            path.write_text(event_of(count), encoding="utf-8")
            print(f"{count} statements            {best(api.load(path, newsroom), house):6.1f} ms")
    return int(slow > 0)


if __name__ == "__main__":
    sys.exit(main())
