"""How fast a glossary loads and finds its names: python tests/bench/glossary.py

Synthetic news, half Chinese and half English, against 10,000 and 100,000 entries; beside the plain
automaton, and beside flashtext2 and spaCy where they are installed. MB are 1e6 bytes of UTF-8.
"""

from __future__ import annotations

import argparse
import importlib
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pressgen.glossary import tables
from pressgen.glossary.entry import Entry, Glossary, Term

HAN = "佛山禅城南海顺德高明三水新能源汽车装备制造工业投资促进大会区市镇路中心委员会管理局产业集群创新发展"
WORDS = ["foshan", "nanhai", "zone", "hi-tech", "new", "energy", "vehicle", "bureau", "industrial", "park"]
PLAIN_ZH, PLAIN_EN = (
    "的一是在不了有和人这上大来以个到说们为子",
    ["the", "of", "and", "in", "for", "with", "from", "by", "on", "at", "over", "more", "year"],
)


def glossary(count: int, chance: random.Random) -> Glossary:
    """Entries with a Chinese and an English name each."""
    return Glossary(entry(number, chance) for number in range(count))


def entry(number: int, chance: random.Random) -> Entry:
    """One body with a made-up name; every fourth is a common term, with plurals."""
    zh = "".join(chance.choices(HAN, k=chance.randint(4, 9)))
    name = " ".join(chance.choices(WORDS, k=chance.randint(2, 4))) + f" {number % 997}x"
    term = number % 4 == 0
    en = Term(name if term else name.title(), "en", case="any" if term else "exact")
    return Entry(str(number), (Term(zh, "zh"), en), kind="term" if term else "body")


def texts(entries: tuple[Entry, ...], size: int, chance: random.Random) -> dict[str, str]:
    """About half of ``size`` bytes in each language, a listed name every thirty words or so."""
    zh, en = [], []
    for _ in range(size // 500):
        zh += ["".join(chance.choices(PLAIN_ZH + HAN, k=70)), chance.choice(entries).terms[0].text, "，"]
        en += [" ".join(chance.choices(PLAIN_EN + WORDS, k=45)), chance.choice(entries).terms[1].text, "."]
    return {"zh": "".join(zh), "en": " ".join(en)}


def median(work: Callable[[], Any], times: int = 7) -> tuple[float, Any]:
    """The median CPU seconds of several runs, and the last result."""
    spent, result = [], None
    for _ in range(times):
        start = time.process_time()
        result = work()
        spent.append(time.process_time() - start)
    return statistics.median(spent), result


def load(path: Path) -> Glossary:
    """Read a table and build both automata."""
    found = tables.read(path)
    for lang in ("zh", "en"):
        found.matches("", lang)
    return found


def report(name: str, size: int, seconds: float, hits: int) -> None:
    """One line of the table."""
    print(f"  {name:32s} {size / seconds / 1e6:8.1f} MB/s  {hits:9,d} hits")


def alone(found: Glossary) -> float:
    """Seconds ahocorasick_rs takes to build the same words, both languages."""
    from ahocorasick_rs import AhoCorasick, Implementation  # noqa: PLC0415

    words = [names(found, lang) for lang in ("zh", "en")]
    return median(lambda: [AhoCorasick(each, implementation=Implementation.ContiguousNFA) for each in words])[
        0
    ]


def ours(found: Glossary, text: dict[str, str], size: int) -> None:
    """Text to findings-ready matches, each language by its own automaton."""
    seconds, hits = median(lambda: sum(len(found.matches(text[lang], lang)) for lang in text))
    report("pressgen", size, seconds, hits)


def plain(found: Glossary, text: dict[str, str], size: int) -> None:
    """The automaton alone: no case, no boundaries, no choice between overlapping hits."""
    from ahocorasick_rs import AhoCorasick, Implementation  # noqa: PLC0415

    machines = {
        lang: AhoCorasick(names(found, lang), implementation=Implementation.ContiguousNFA) for lang in text
    }
    seconds, hits = median(
        lambda: sum(
            len(machines[lang].find_matches_as_indexes(text[lang], overlapping=True)) for lang in text
        )
    )
    report("ahocorasick_rs, overlapping", size, seconds, hits)


def flashtext(found: Glossary, text: dict[str, str], size: int) -> None:
    """Its boundary rules miss names beside other letters, so its hits are fewer."""
    module = importlib.import_module("flashtext2")
    processor = module.KeywordProcessor(case_sensitive=True)
    processor.add_keywords_from_iter(name for lang in text for name in names(found, lang))
    seconds, hits = median(lambda: sum(len(processor.extract_keywords(text[lang])) for lang in text))
    report("flashtext2", size, seconds, hits)


def spacy(found: Glossary, text: dict[str, str], size: int) -> None:
    """Blank pipelines; the text in pieces of a megabyte, as spaCy asks for."""
    module = importlib.import_module("spacy")
    matcher_of = importlib.import_module("spacy.matcher").PhraseMatcher
    seconds, hits = 0.0, 0
    for lang, whole in text.items():
        blank = module.blank(lang)
        matcher = matcher_of(blank.vocab)
        matcher.add("names", list(map(blank.make_doc, names(found, lang))))
        pieces = [whole[at : at + 300_000] for at in range(0, len(whole), 300_000)]
        spent, found_here = median(lambda: sum(len(matcher(blank.make_doc(one))) for one in pieces), 1)  # noqa: B023
        seconds, hits = seconds + spent, hits + found_here
    report("spaCy PhraseMatcher", size, seconds, hits)


def names(found: Glossary, lang: str) -> list[str]:
    """All terms of one language, each once."""
    return list(dict.fromkeys(term.text for one in found for term in one.of(lang)))


def peak() -> str:
    """The most memory this process has held, where the system tells."""
    try:
        resource = importlib.import_module("resource")
    except ImportError:
        return "unknown"
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"


def run(count: int, size: int, others: bool) -> None:
    """One size of glossary: load and build, then everyone over the same text."""
    chance = random.Random(20230714)  # noqa: S311  # a benchmark, not a secret
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.csv"
        tables.write(glossary(count, chance), path)
        seconds, found = median(lambda: load(path), 7 if count < 100_000 else 1)
    text = texts(found.entries, size, chance)
    real = sum(len(one.encode()) for one in text.values())
    built = alone(found)
    print(
        f"{count:,d} entries: load and build {seconds * 1000:.0f} ms, "
        f"{seconds / built:.1f} times ahocorasick_rs alone ({built * 1000:.0f} ms); {real / 1e6:.1f} MB of text"
    )
    ours(found, text, real)
    print(f"  peak memory {peak()}")
    for other in (plain, flashtext, spacy) if others else ():
        try:
            other(found, text, real)
        except ImportError as error:
            print(f"  {error.name} is not installed; skipped")


def main() -> None:
    """Both sizes; ``--alone`` leaves the others out, so that the memory is ours."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--mb", type=float, default=20)
    parser.add_argument("--alone", action="store_true")
    chosen = parser.parse_args()
    for count in (10_000, 100_000):
        run(count, int(chosen.mb * 1e6), not chosen.alone)


if __name__ == "__main__":
    main()
