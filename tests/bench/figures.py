"""How fast figures are found, beside what else finds them: python tests/bench/figures.py

Made-up news sentences in both languages, the digits of each drawn anew; beside Recognizers-Text
(``recognizers-text-suite`` with ``emoji<2``), jionlp and quantulum3 where they are installed. Processor
time, the median of several runs. MB are 1e6 bytes of UTF-8.
"""

from __future__ import annotations

import argparse
import importlib
import random
import re
import statistics
import time
from collections.abc import Callable

from pressgen import figures

Finder = Callable[[str], object]

SENTENCES = {
    "zh": [
        "上半年，全市新签约项目267个，投资总额2405.72亿元，同比增长25.48%，其中超1亿元项目135个。",
        "2023年7月14日，投资促进大会在禅城举行，集中签约14个产业项目，投资金额超70亿元。",
        "规模以上工业增加值增长5.1%，增速比全国高1.7个百分点；进出口总值达到2831.7亿元人民币。",
        "项目占地300亩，建成后年产值可达30亿到50亿元，带动就业约1200人。",
    ],
    "en": [
        "In the first half of 2023, the city signed 267 projects worth 240.572 billion yuan, up 25.48 percent.",
        "The fair drew more than 30,000 visitors, 1.7 percentage points above the level of July 14, 2022.",
        "Net revenues were RMB1,252.7 million (US$183.5 million), compared with RMB 986.4 million a year earlier.",
        "The plant covers 300 mu and will turn out goods worth 3 to 5 billion yuan a year, officials said.",
    ],
}


def news(lang: str, size: int, chance: random.Random) -> list[str]:
    """Sentences of so many bytes altogether, no two alike."""
    sentences: list[str] = []
    while size > 0:
        sentence = chance.choice(SENTENCES[lang])
        sentence = re.sub("[1-9]", lambda _: str(chance.randint(1, 9)), sentence)
        sentence = re.sub("20[0-9]{2}(?=年|,|$)|[0-9](?=月)|(?<=July )[0-9]+|[0-9]+(?=日)", "9", sentence)
        sentences.append(sentence)
        size -= len(sentence.encode())
    return sentences


def pace(find: Finder, sentences: list[str], runs: int) -> float:
    """MB a second, the median of the runs."""
    size = sum(len(sentence.encode()) for sentence in sentences) / 1e6
    find(sentences[0])
    return statistics.median(size / _once(find, sentences) for _ in range(runs))


def _once(find: Finder, sentences: list[str]) -> float:
    start = time.process_time()
    for sentence in sentences:
        find(sentence)
    return time.process_time() - start


def recognizers(lang: str) -> Finder:
    """Microsoft's finders of currencies, numbers and percentages, one after the other."""
    culture = "zh-cn" if lang == "zh" else "en-us"
    units = importlib.import_module("recognizers_number_with_unit")
    numbers = importlib.import_module("recognizers_number")
    return lambda text: [
        units.recognize_currency(text, culture),
        numbers.recognize_number(text, culture),
        numbers.recognize_percentage(text, culture),
    ]


def jionlp(lang: str) -> Finder:
    """Chinese sums of money only."""
    if lang != "zh":
        raise ImportError
    finder: Finder = importlib.import_module("jionlp").ner.extract_money
    return finder


def quantulum(lang: str) -> Finder:
    """English quantities only."""
    if lang != "en":
        raise ImportError
    finder: Finder = importlib.import_module("quantulum3.parser").parse
    return finder


SCAN = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
"""What anybody would write first."""
PLAIN = {
    "zh": "全市召开投资促进大会，市委、市政府主要领导出席并致辞，与会企业家围绕新能源、智能制造等产业展开交流，气氛热烈。",
    "en": "The city held a conference on investment, where officials and entrepreneurs talked about new energy. ",
}


def without_figures(runs: int) -> None:
    """Text that holds no figure, beside one compiled expression that looks for digits."""
    for lang, sentence in PLAIN.items():
        text = sentence * 2000
        ours = pace(lambda whole, lang=lang: figures.find(whole, lang), [text], runs)  # type: ignore[misc]
        scan = pace(SCAN.findall, [text], runs)
        print(
            f"{lang}  no figures        {ours:8.1f} MB/s   one expression {scan:.1f}: {ours / scan:.2f} times its speed"
        )


PEERS = {"Recognizers-Text": recognizers, "jionlp": jionlp, "quantulum3": quantulum}


def main() -> None:
    """Print one line a finder and language."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--mb", type=float, default=1.0, help="MB of news a language for pressgen")
    options.add_argument("--runs", type=int, default=7)
    given = options.parse_args()
    for lang in ("zh", "en"):
        sentences = news(lang, int(given.mb * 1e6), random.Random(1))  # noqa: S311  # no secret, the same news every time
        ours = pace(lambda text, lang=lang: figures.find(text, lang), sentences, given.runs)  # type: ignore[misc]
        print(f"{lang}  pressgen          {ours:8.3f} MB/s")
        for name, peer in PEERS.items():
            print(f"{lang}  {name:16}  {_beside(peer, lang, sentences[:200], ours, given.runs)}")
    without_figures(given.runs)


def _beside(peer: Callable[[str], Finder], lang: str, sentences: list[str], ours: float, runs: int) -> str:
    try:
        theirs = pace(peer(lang), sentences, min(runs, 3))
    except ImportError:
        return "   not installed, or not for this language"
    return f"{theirs:8.4f} MB/s   pressgen is {ours / theirs:.1f} times as fast"


if __name__ == "__main__":
    main()
