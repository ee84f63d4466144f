"""What fuzzing begins with: our own texts in ``seeds``, and what the newsroom and the tests already have.

What was found and mended stays in ``found`` for good, one file an input, in the folder of its target.
"""

import io
import re
import zipfile
from collections import defaultdict
from functools import cache
from pathlib import Path

from openpyxl import Workbook

from pressgen import api
from pressgen.formats import word
from tests.fuzz.targets import BETWEEN, ROOT, house, newsroom

HERE = Path(__file__).parent
FOUND = HERE / "found"


def own() -> dict[str, list[bytes]]:
    """Our own seeds by target."""
    return _in(HERE / "seeds")


def found() -> dict[str, list[bytes]]:
    """Inputs that once broke a target."""
    return _in(FOUND)


def _in(folder: Path) -> dict[str, list[bytes]]:
    by_target: dict[str, list[bytes]] = defaultdict(list)
    for path in sorted(folder.glob("*/*")):
        by_target[path.parent.name].append(path.read_bytes())
    return by_target


def unpacked(data: bytes) -> bytes:
    """A package as the text that ``targets.packed`` makes it from."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [(name, package.read(name)) for name in package.namelist()]
    texts = [f"{name}\n{content.decode('utf-8')}" for name, content in parts if _is_text(content)]
    return BETWEEN.join(texts).encode()


def _is_text(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def shipped() -> dict[str, list[bytes]]:
    """Seeds made from what is there: examples, houses, templates, glossaries, forms, drafts, cases."""
    seeds: dict[str, list[bytes]] = defaultdict(list)
    templates = ROOT / "templates"
    for path in sorted((templates / "releases").glob("*/example.yaml")):
        seeds["event_yaml"].append(path.read_bytes())
    for path in sorted((templates / "houses").glob("*/house.yaml")):
        seeds["house_yaml"].append(path.read_bytes())
    for path in sorted((templates / "releases").glob("*/fields.yaml")):
        seeds["fields_yaml"].append(path.read_bytes()[:6000])
    for path in sorted((templates / "releases").glob("*/zh.j2")):
        seeds["template"].append(path.read_bytes())
    for path in sorted((ROOT / "glossary").glob("*.csv")):
        seeds["glossary_csv"].append(b"".join(path.read_bytes().splitlines(keepends=True)[:12]))
    _packages(seeds)
    _cases(seeds)
    seeds["picture"].append((templates / "releases/expo-attendance/hall.jpg").read_bytes())
    return seeds


def _packages(seeds: dict[str, list[bytes]]) -> None:
    form = api.form("festival", newsroom(), filled=True)
    seeds["event_xlsx"].append(unpacked(form))
    event = api.load(ROOT / "templates/releases/notice/example.yaml", newsroom())
    letter = unpacked(word.write(api.draft(event, house()).release.zh, house()))
    for target in ("word", "word_review", "package"):
        seeds[target].append(letter)
    seeds["glossary_xlsx"].append(unpacked(_table(["zh", "en", "kind"], ["江博会", "River Expo", "event"])))
    seeds["rates_xlsx"].append(
        unpacked(_table(["date", "base", "quote", "rate"], ["2023-07-18", "USD", "CNY", "7.14"]))
    )
    seeds["translations"].append(unpacked(_table(["中文 zh", "English en"], ["甲公司3个", "3 companies A"])))


def _table(*rows: list[str]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cases(seeds: dict[str, list[bytes]]) -> None:
    """Sentences of the cases: every eighth pair, and as many texts for readers of figures."""
    for path in sorted((ROOT / "tests" / "cases").glob("*.md")):
        pairs = re.findall(r"^- (.+?) ⟷ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        for zh, en in pairs[::8]:
            seeds["pair"].append(f"{zh}{BETWEEN}{en}".encode())
            seeds["figures_zh"].append(zh.encode())
            seeds["figures_en"].append(en.encode())


@cache
def whole() -> dict[str, list[bytes]]:
    """All seeds of every target."""
    seeds = shipped()
    for more in (own(), found()):
        for target, inputs in more.items():
            seeds[target] += inputs
    return seeds
