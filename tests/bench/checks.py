"""How fast two texts are checked against each other: python tests/bench/checks.py

Made-up news sentences in both languages, the digits of each pair drawn anew; all checks together, each by
itself, and two Word files of five pages with a glossary of 10,000 entries. Beside translate-toolkit's number
check where it is installed. Processor time, the median of several runs.
"""

from __future__ import annotations

import argparse
import importlib
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from pressgen import api
from pressgen.checks import CHECKS
from pressgen.document import Block, Document, Release
from pressgen.house import House, open_newsroom

ROOT = Path(__file__).parent.parent.parent
DAY = date(2023, 7, 14)
STORY = (
    ("上半年，全市新签约项目{a}个，投资总额{b}亿元，同比增长{c}%。",
     "In the first half of the year, the city signed {a} projects worth {d} billion yuan, up {c} percent."),
    ("大会于7月14日在苏州举行，{a}余家企业参会，签约额比去年提高{c}个百分点。",
     "The conference was held in Suzhou on July 14, with more than {a} companies; the sum rose {c} percentage points."),
    ("佛山市商务局有关负责人表示，项目占地{a}亩，预计投入{b}亿元。",
     "The Foshan Bureau of Commerce said that the project covers {a} mu and will cost {d} billion yuan."),
)  # fmt: skip


def pairs(count: int, chance: random.Random) -> list[tuple[str, str]]:
    """Sentences that say the same thing, no two alike."""
    found = []
    for _ in range(count):
        a, b, c = chance.randint(11, 999), chance.randint(1001, 99_999), chance.randint(11, 999)
        numbers = {"a": a, "b": b / 100, "c": c / 10, "d": f"{b / 1000:.3f}"}
        zh, en = chance.choice(STORY)
        found.append((zh.format(**numbers), en.format(**numbers)))
    return found


def seconds(run: Callable[[], object], runs: int) -> float:
    """Processor time of a run, the median of several."""
    taken = []
    for _ in range(runs):
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def of_pairs(house: House, runs: int) -> None:
    """Pairs a second: every check, each by itself, and translate-toolkit's one."""
    drawn = pairs(2000 * (runs + 1), random.Random(1))  # noqa: S311  # a benchmark, no secret
    batches = iter([drawn[start : start + 2000] for start in range(0, len(drawn), 2000)])
    releases = [api.passages(*pair) for pair in next(batches)]
    api.check(releases[0], house)

    def all_checks() -> None:
        for pair in next(batches):
            api.check(api.passages(*pair), house)

    print(f"{'all checks':34}{2000 / seconds(all_checks, runs):>9,.0f} pairs/s")
    for check in CHECKS:
        taken = seconds(lambda check=check: [list(check(one, house)) for one in releases], 1)
        print(f"  {check.__module__:32}{2000 / max(taken, 1e-6):>9,.0f} pairs/s")
    if other := toolkit():
        taken = seconds(lambda: [other(zh, en) for zh, en in drawn[:2000]], runs)
        print(f"{'translate-toolkit, numbers alone':34}{2000 / taken:>9,.0f} pairs/s")
    else:
        print("translate-toolkit is not installed: left out")


def toolkit() -> Callable[[str, str], object] | None:
    """The number check that ``pofilter`` runs."""
    try:
        checks = importlib.import_module("translate.filters.checks")
    except ImportError:
        return None
    checker = checks.StandardChecker()

    def compare(zh: str, en: str) -> object:
        try:
            return checker.numbers(zh, en)
        except checks.FilterFailure:
            return False

    return compare


def of_files(house: House, runs: int) -> None:
    """Two Word files of five pages and 10,000 glossary entries: read, checked; glossary loaded before."""
    story = pairs(40, random.Random(2))  # noqa: S311  # a benchmark, no secret
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder, "names.csv")
        rows = (f"云岭第{number}研究所,Yunling Research Institute No. {number}" for number in range(10_000))
        table.write_text("\n".join(["zh,en", *rows]), encoding="utf-8")
        given = replace(house, extra=(table,))
        paths = [_written(Path(folder), lang, story, given) for lang in ("zh", "en")]
        api.check(api.read(*paths), given)
        taken = seconds(lambda: api.check(api.read(*paths), given), runs)
    print(f"{'two Word files, 10,000 entries':34}{taken * 1000:>9,.0f} ms")


def _written(folder: Path, lang: str, story: list[tuple[str, str]], house: House) -> Path:
    texts = [zh if lang == "zh" else en for zh, en in story]
    blocks = tuple(Block("body", text, lang) for text in texts)  # type: ignore[arg-type]
    path = folder / f"story.{lang}.docx"
    api.write(Document(lang, Release(blocks).blocks), path, house)  # type: ignore[arg-type]
    return path


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    house = api.open_house("base", open_newsroom(ROOT), today=DAY, on=DAY)
    of_pairs(house, runs)
    of_files(house, runs)


if __name__ == "__main__":
    main()
