"""The largest input each reader takes, in processor time and memory: ``python -m tests.bench.limits``.

Each row runs in a process of its own and prints what docs/limits.md says.
"""

import io
import multiprocessing
import resource
import sys
import tempfile
import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from openpyxl import Workbook
from PIL import Image

from pressgen import api, figures
from pressgen.archive import open_package
from pressgen.checks.coverage import coverage
from pressgen.figures import rate_rows
from pressgen.formats import read_bytes
from pressgen.formats.picture import picture
from pressgen.formats.word import review
from pressgen.glossary import faults, tables, tbx
from pressgen.source import parse
from pressgen.workbook import open_book
from tests.fuzz.targets import TODAY, newsroom

WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "{}</w:body></w:document>"
)


def _house():
    house = api.open_house("base", newsroom(), today=TODAY)
    api.check(api.passages("佛山增长5%。", "Foshan rose 5%."), house)
    return house


def _yaml():
    text = "\n".join(f"k{number}: v" for number in range(150_000))[:2_000_000]
    return lambda: parse(text, "a.yaml")


def _csv():
    rows = "".join(f"第{number}号桥,Bridge {number}\n" for number in range(100_000))
    path = Path(tempfile.mkdtemp()) / "names.csv"
    path.write_text("zh,en\n" + rows, encoding="utf-8")
    return lambda: tables.read(path)


def _tbx():
    made = tables.parse(
        tables.rows.parse(
            ("zh,en\n" + "".join(f"第{n}号桥,Bridge {n}\n" for n in range(20_000))).encode(), "a"
        )
    )
    data = tbx.to_bytes(made)[0]
    return lambda: tbx.parse(data, "names.tbx")


def _rates():
    days = (
        f"{year}-{month:02}-{day:02}"
        for year in range(1900, 2100)
        for month in range(1, 13)
        for day in range(1, 29)
    )
    text = "date,base,quote,rate\n" + "".join(
        f"{day},USD,CNY,7.1\n" for day, _ in zip(days, range(60_000), strict=False)
    )
    path = Path(tempfile.mkdtemp()) / "rates.csv"
    path.write_text(text, encoding="utf-8")
    return lambda: rate_rows.read(path)


def _book():
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for number in range(10_000):
        sheet.append([f"x{number}"] * 20)
    out = io.BytesIO()
    book.save(out)
    return lambda: [
        list(sheet.rows) if hasattr(sheet, "rows") else sheet for sheet in open_book(out.getvalue(), "a.xlsx")
    ]


def _word():
    paragraphs = (
        f"<w:p><w:r><w:t>第{hash(str(n))}项投资{hash(n * 7.1)}元。</w:t></w:r></w:p>" for n in range(100_000)
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", WORD.format("".join(paragraphs)))
    return lambda: read_bytes(out.getvalue(), "a.docx")


def _parts():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", WORD.format(""))
        for number in range(1_990):
            package.writestr(f"word/{number}.xml", "<a/>")
    return lambda: open_package(out.getvalue(), "a.docx")


def _plain():
    text = ("投资2405.72亿元，增长5%。\n" * 30_000).encode()[:999_990]
    return lambda: read_bytes(text.decode("utf-8", "ignore").encode(), "a.txt")


def _photo():
    path = Path(tempfile.mkdtemp()) / "photo.jpg"
    maker = multiprocessing.Process(target=_painted, args=(path,))  # its memory is not the reader's
    maker.start()
    maker.join()
    return lambda: picture(path)


def _painted(path):
    Image.new("RGB", (10_000, 10_000), "white").save(path, progressive=True, quality=30)


def _figures():
    text = "投资3亿元，" * 30_000
    return lambda: figures.find(text, "zh")


def _sentences():
    zh = "\n\n".join(f"第{n}家企业投资{n}亿元，增长{n % 90}%。" for n in range(2_000))
    en = "\n\n".join(f"Company {n} invested {n}00 million yuan, up {n % 90}%." for n in range(2_000))
    return _pair(zh, en)


def _pair(zh, en):
    """Two texts checked, and how much was compared."""
    house = _house()
    release = api.joined([read_bytes(zh.encode(), "a.zh.md"), read_bytes(en.encode(), "a.en.md")])
    return lambda: (api.judge(release, house), coverage(release, house))


def _answered():
    zh = "，".join(f"第{n}家投资{n + 3}亿元" for n in range(3_000))
    en = ", ".join(f"company {n} invested {n + 3}00 million yuan" for n in range(3_000))
    return _pair(zh, en)


def _unanswered():
    zh = "，".join(f"{n * 7 + 1}家" for n in range(6_000))
    return _pair(zh, ", ".join(f"{n * 11 + 3} companies" for n in range(6_000)))


def _same():
    return _pair("投资3亿元，" * 6_000, "invested 300 million yuan, " * 6_000)


def _opposite():
    return _pair("投资增长3%，" * 3_000, "investment fell 3 percent, " * 3_000)


def _signs():
    signs = ("7" * 60_000, "（(" * 30_000, "“" * 60_000, "a" + "\u0301" * 60_000, "Ab" * 20_000)
    zh, en = (sep.join(signs) for sep in ("。\n\n佛", ".\n\nB"))
    return _pair(zh, en)


def _abbreviations():
    return _pair("美国" * 500, "U.S. " * 20_000)


def _quotes():
    return _pair("“" * 330_000, 'a" ' * 100_000)


def _officials():
    zh = [f"镇长{surname}{given}" for surname in "何吕施孔曹严华金" for given in "波涛超明刚平辉鹏斌健"]
    en = [
        f"Town Head {surname} {given}"
        for surname in ("He", "Lyu", "Shi", "Kong", "Cao", "Yan", "Hua", "Jin")
        for given in ("Bo", "Tao", "Chao", "Ming", "Gang", "Ping", "Hui", "Peng", "Bin", "Jian")
    ]
    return _pair("、".join(zh * 25), ", ".join(en * 25))


def _ranks():
    return _pair("首座、最长、第二、全省最高、" * 2_000, "first, longest, second, highest in China, " * 2_000)


def _headings():
    house = _house()
    release = read_bytes(("# 标题\n\n" * 12_500).encode(), "a.zh.md")
    return lambda: api.judge(release, house)


def _headings_of_two():
    return _pair("# 标题\n\n" * 12_500, "# Heading\n\n" * 12_500)


def _fixes():
    house = _house()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in letter_parts("佛山," * 8_000).items():
            package.writestr(name, text)

    def reviewed():
        findings = api.judge(read_bytes(out.getvalue(), "a.docx"), house).findings
        return review.review(out.getvalue(), "a.docx", findings, "zh", at=datetime(2026, 1, 1, tzinfo=UTC))

    return reviewed


def letter_parts(text):
    """The parts of a Word file of one paragraph."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    package = "http://schemas.openxmlformats.org/package/2006/"
    return {
        "[Content_Types].xml": f'<Types xmlns="{package}content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": WORD.format(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"),
    }


def _one_name():
    text = "id,lang,term\n" + "".join(f"e{n},zh,主任\ne{n},en,Director {n}\n" for n in range(1_000))
    return lambda: faults.check(tables.parse(tables.rows.parse(text.encode(), "a.csv")))


def _brackets():
    return lambda: read_bytes(("[" * 49_000 + "](a)" * 10).encode(), "a.md")


ROWS = {
    "event, house, fields (YAML, JSON): 2 MB": _yaml,
    "glossary (CSV): 100,000 rows": _csv,
    "glossary (TBX): 20,000 entries": _tbx,
    "rates (CSV): 60,000 rows": _rates,
    "workbook: 200,000 cells": _book,
    "Word: 100,000 paragraphs": _word,
    "Word: 1,990 parts": _parts,
    "plain text: 1 MB": _plain,
    "photo: 100 megapixels": _photo,
    "figures: 30,000 in one text": _figures,
    "check: 2,000 paragraphs against 2,000": _sentences,
    "check: 6,000 figures in a paragraph": _answered,
    "check: 6,000 figures against 6,000 others": _unanswered,
    "check: 6,000 times one figure": _same,
    "check: 3,000 rises told as falls": _opposite,
    "check: 60,000 digits, brackets, quotes": _signs,
    "check: U.S. for 100 KB": _abbreviations,
    "check: 330,000 quotes in a line": _quotes,
    "check: 2,000 officials in a paragraph": _officials,
    "check: 8,000 words of rank in a paragraph": _ranks,
    "check: 12,500 headings": _headings,
    "check: 12,500 headings in two texts": _headings_of_two,
    "review: 8,000 fixes in a paragraph": _fixes,
    "glossary check: 1,000 share a name": _one_name,
    "Markdown: 49,000 brackets": _brackets,
}


def _measured(name):
    work = ROWS[name]()
    start = time.process_time()
    try:
        work()
        answer = ""
    except Exception as error:  # noqa: BLE001  # a table of limits shows refusals, too
        answer = f"  {error}"[:120]
    seconds, memory = time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{name:<42} {seconds:6.1f} s {memory:6} MB{answer}", flush=True)


if __name__ == "__main__":
    for row in sys.argv[1:] or ROWS:
        process = multiprocessing.Process(target=_measured, args=(row,))
        process.start()
        process.join()
