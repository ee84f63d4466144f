"""How fast a release with photos becomes files: python tests/bench/word.py

One release of about 560 words, two JPEGs of 1600 x 1067 pixels and about 300 KB. We write Chinese and
English as Word and Markdown, four files; python-docx-template renders the two Word files alone, from a
template opened beforehand. Both in this one process, in turns; medians of milliseconds.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from PIL import Image

from pressgen.document import Block, Document, Lang, Mark, Release, Role
from pressgen.formats import markdown, word
from pressgen.house import House, Newsroom, open_house, open_newsroom

ROOT = Path(__file__).resolve().parents[2]
TEXT: dict[Lang, str] = {
    "zh": "三水区今年一季度新签约项目29个，总投资86亿元，同比增长12.4%，涉及新能源、食品饮料和装备制造等领域。",
    "en": "In the first quarter Sanshui signed 29 projects with a total investment of 8.6 billion yuan, up 12.4%.",
}
REPEATED = 3
PARAGRAPHS = 8


def release(folder: Path) -> Release:
    """Headline, dateline, eight paragraphs with two photos among them, credits; in both languages."""
    photos = {name: photo(folder / name) for name in ("hall.jpg", "stage.jpg")}
    blocks = [block for lang in TEXT for block in document(lang, sorted(photos))]
    return Release(tuple(blocks), "2024-04-02 10:00", photos)


def photo(path: Path) -> Path:
    """Noise as a JPEG of about 300 KB."""
    image = Image.effect_noise((1600, 1067), 24).convert("RGB")
    image.save(path, quality=42)
    return path


def document(lang: Lang, photos: Sequence[str]) -> list[Block]:
    """The blocks of one language."""

    def block(role: Role, text: str, *marks: Mark) -> Block:
        return Block(role, text, lang, marks)

    body = [block("body", TEXT[lang] * REPEATED, Mark(0, 3, "strong")) for _ in range(PARAGRAPHS)]
    for place, target in zip((2, 6), photos, strict=True):
        image = Mark(0, len(TEXT[lang]), "image", target)
        body[place:place] = [block("photo", TEXT[lang], image), block("caption", TEXT[lang])]
    return [
        block("headline", TEXT[lang]),
        block("dateline", "2024-04-02 10:00"),
        *body,
        block("credits", "A | B"),
    ]


def ours(drawn: Release, house: House) -> list[bytes]:
    """Four files."""
    pair: list[Document] = [drawn.zh, drawn.en]
    return [form.write(text, house, translation="x") for text in pair for form in (word, markdown)]


def template(folder: Path) -> Path:
    """What an office would build in Word: tags for the headline, the paragraphs and the photos."""
    path = folder / "template.docx"
    paper = docx.Document()
    for style, tag in (
        ("Heading 1", "{{ headline }}"),
        ("Normal", "{{ dateline }}"),
        ("Normal", "{%p for part in parts %}"),
        ("Normal", "{{ part }}"),
        ("Normal", "{%p endfor %}"),
        ("Normal", "{{ credits }}"),
    ):
        paper.add_paragraph(tag, style)
    paper.save(str(path))
    return path


def theirs(drawn: Release, path: Path) -> list[bytes]:
    """Two files."""
    return [rendered(text, path) for text in (drawn.zh, drawn.en)]


def rendered(text: Document, path: Path) -> bytes:
    paper = DocxTemplate(path)
    first, second, *parts, last = text.blocks
    shown = [
        InlineImage(paper, str(text.files[part.marks[0].target]), width=Mm(150))
        if part.role == "photo"
        else part.text
        for part in parts
    ]
    paper.render(
        {"headline": first.text, "dateline": second.text, "parts": shown, "credits": last.text},
        autoescape=True,
    )
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def spent(work: Callable[[], object]) -> float:
    """Milliseconds of one run."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Print medians and their ratio."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=30)
    rounds = options.parse_args().rounds
    newsroom: Newsroom = open_newsroom(ROOT)
    house = open_house("foshan-news", newsroom, today=date(2024, 4, 2))
    with tempfile.TemporaryDirectory() as folder:
        drawn, path = release(Path(folder)), template(Path(folder))
        works = {
            "pressgen, 4 files": lambda: ours(drawn, house),
            "docxtpl, 2 files": lambda: theirs(drawn, path),
        }
        times: dict[str, list[float]] = {name: [] for name in works}
        for work in works.values():
            work()
        for _ in range(rounds):
            for name, work in works.items():
                times[name].append(spent(work))
    medians = {name: statistics.median(found) for name, found in times.items()}
    for name, found in times.items():
        print(f"{name:18} median {medians[name]:7.2f} ms, least {min(found):7.2f} ms, {rounds} rounds")
    print(f"{medians['docxtpl, 2 files'] / medians['pressgen, 4 files']:.1f} times as fast")


if __name__ == "__main__":
    main()
