"""Every reader as a function of bytes that may raise nothing but a PressgenError, and that may not hang.

``TARGETS`` names them. What is read goes one stage further where there is one: an event is drafted, a text
checked and reported, a glossary written as TBX and read again.
"""

import io
import json
import shutil
import tempfile
import warnings
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from pressgen import api, events, figures, outbox, source
from pressgen.archive import open_package
from pressgen.checks import coverage
from pressgen.drafting import environment
from pressgen.errors import PressgenError
from pressgen.figures import rate_reader, rate_rows
from pressgen.formats import read_bytes
from pressgen.formats.amend import amend
from pressgen.formats.picture import original
from pressgen.formats.picture import picture as shown
from pressgen.formats.word import review
from pressgen.glossary import faults, names, tables, tbx, xlsx
from pressgen.glossary.rows import parse as csv_rows
from pressgen.house import accepted, open_newsroom
from pressgen.reports import console, html, sarif
from pressgen.reports import json as json_report
from pressgen.reports.handover import handed_back

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
Target = Callable[[bytes], object]
BETWEEN = "\n=====\n"
"""Parts the Chinese of a pair from its English, and the parts of a package from each other."""


@cache
def newsroom():
    return open_newsroom(ROOT)


@cache
def house(name="hitech-zone"):
    return api.open_house(name, newsroom(), today=TODAY, on=date(2023, 7, 18))


@cache
def folder():
    """A folder for inputs that are only read from files."""
    kept = tempfile.TemporaryDirectory(prefix="pressgen-fuzz-")
    folder.kept = kept
    for photo in (ROOT / "templates/releases/expo-attendance").glob("*.jpg"):
        shutil.copy(photo, kept.name)
    return Path(kept.name)


def _file(name: str, data: bytes) -> Path:
    path = folder() / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _drafted(path: Path) -> None:
    event = api.load(path, newsroom())
    made = api.draft(event, house())
    _said(made.findings)
    for block in made.release.blocks:
        assert not any("\ue000" <= sign <= "\uf8ff" for sign in block.text), block.text
    json.dumps(made.record)


def _said(findings) -> None:
    """Both languages of every finding, and each form of a report."""
    for finding in findings:
        assert finding.message("zh")
        assert finding.message("en")


def _judged(release) -> None:
    judged = api.judge(release, house())
    counted = coverage.coverage(release, house())
    _said(judged.findings)
    json_report.report(judged.findings, ["a"], "zh", counted)
    sarif.report(judged.findings, "en", counted)
    html.report(judged.findings, release, "zh", counted)
    console.report(judged.findings, release, "en", color=False, everything=True, coverage=counted)


def event_yaml(data: bytes) -> None:
    _drafted(_file("event.yaml", data))


def event_json(data: bytes) -> None:
    _drafted(_file("event.json", data))


def packed(data: bytes) -> bytes:
    """A package from text: parts, each its name in the first line, between rows of signs."""
    out = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(out, "w") as package:  # a name twice
        for number, part in enumerate(_text(data).split(BETWEEN)[:40]):
            name, _, content = part.partition("\n")
            package.writestr(name.replace("\0", "").strip()[:100] or f"part{number}", content)
    return out.getvalue()


def event_xlsx(data: bytes) -> None:
    _drafted(_file("event.xlsx", packed(data)))


def package(data: bytes) -> None:
    open_package(packed(data), "letter.docx")


def _in_newsroom(parts: dict[str, str], event: str) -> None:
    for name, content in {"pressgen.toml": "", **parts}.items():
        _file(f"room/{name}", content.encode("utf-8", "replace"))
    room = open_newsroom(folder() / "room")
    own = api.open_house("own", room, today=TODAY)
    api.draft(api.load(_file("room/event.yaml", event.encode()), room), own)


@cache
def example(kind: str = "festival") -> str:
    return (ROOT / "templates" / "releases" / kind / "example.yaml").read_text(encoding="utf-8")


def house_yaml(data: bytes) -> None:
    text = _text(data)
    _in_newsroom({"templates/houses/own/house.yaml": text}, example())


def fields_yaml(data: bytes) -> None:
    path = _file("types/own/fields.yaml", data)
    types = events.Types({"own": path.parent}, ROOT / "templates/releases/base", _statements())
    types["own"]  # it is read now


@cache
def _statements():
    folder_ = ROOT / "templates" / "statements"
    return {path.parent.name: path.parent for path in folder_.glob("*/fields.yaml")}


def template(data: bytes) -> None:
    environment.clear()
    parts = {
        "templates/houses/own/house.yaml": "extends: base\ntitle: {zh: 甲, en: A}\n",
        "templates/houses/own/festival/zh.j2": _text(data),
    }
    _in_newsroom(parts, example())


def settings(data: bytes) -> None:
    _file("settings/pressgen.toml", data)
    api.open_house("", open_newsroom(folder() / "settings"), today=TODAY)


def acceptances(data: bytes) -> None:
    accepted.read(_file("pressgen.accepted.yaml", data))


def glossary_csv(data: bytes) -> None:
    glossary = tables.parse(csv_rows(data, "names.csv"))
    _said([*glossary.repairs, *faults.check(glossary)])
    written, _ = tbx.to_bytes(glossary)
    tbx.parse(written, "names.tbx")


def glossary_xlsx(data: bytes) -> None:
    glossary = xlsx.parse(packed(data), "names.xlsx")
    _said([*glossary.repairs, *faults.check(glossary)])


def glossary_tbx(data: bytes) -> None:
    found = tbx.load(_file("names.tbx", data))
    _said([*found.losses, *faults.check(found.glossary)])
    tbx.write(folder() / "out.tbx", found.glossary, "v2", found)
    tbx.load(folder() / "out.tbx")


def rates_csv(data: bytes) -> None:
    rate_reader.rows(rate_rows.read(_file("rates.csv", data)), "rates")


def rates_xlsx(data: bytes) -> None:
    rate_reader.rows(rate_rows.read(_file("rates.xlsx", packed(data))), "rates")


def _page(data: bytes, name: str) -> None:
    release = read_bytes(data, name)
    _judged(release)


def markdown(data: bytes) -> None:
    _page(data, "text.md")
    text = _text(data)
    found = [one for one in api.judge(read_bytes(text.encode(), "text.md"), house()).findings if one.fix]
    amend(text.encode(), "text.md", [(one.span, one.fix.text) for one in found if one.fix.safe])


def plain(data: bytes) -> None:
    _page(data, "text.txt")


def page(data: bytes) -> None:
    _page(data, "page.html")
    api.convert_page(data, "page.html", house())


def word(data: bytes) -> None:
    release = read_bytes(packed(data), "letter.docx")
    _judged(release)


def word_review(data: bytes) -> None:
    made = packed(data)
    findings = api.judge(read_bytes(made, "letter.docx"), house()).findings
    reviewed = review.review(made, "letter.docx", findings, "zh", at=datetime(2026, 1, 1, tzinfo=UTC))
    read_bytes(reviewed.data, "letter.docx")


def figures_zh(data: bytes) -> None:
    _figures(_text(data), "zh")


def figures_en(data: bytes) -> None:
    _figures(_text(data), "en")


def _figures(text: str, lang) -> None:
    end = 0
    for figure in figures.find(text, lang):
        assert end <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        end = figure.end
        try:
            figures.format(figure, "zh", house().writing)
            figures.format(figure, "en", house().writing)
        except PressgenError:
            continue


def figure(data: bytes) -> None:
    for line in _text(data).splitlines():
        try:
            figures.parse(line)
        except PressgenError:
            continue


def pair(data: bytes) -> None:
    zh, _, en = _text(data).partition(BETWEEN)
    _judged(api.passages(zh, en))


def pair_markdown(data: bytes) -> None:
    zh, _, en = _text(data).partition(BETWEEN)
    _judged(api.joined([read_bytes(zh.encode(), "a.zh.md"), read_bytes(en.encode(), "a.en.md")]))


def converted(data: bytes) -> None:
    text = _text(data)
    once = api.convert(text, house()).text
    api.convert(once, house())


def proposed(data: bytes) -> None:
    for line in _text(data).splitlines():
        kind, _, name = line.partition(" ")
        names.propose(name, kind)
        names.propose(line)


def translations(data: bytes) -> None:
    handed_back(_file("todo.xlsx", packed(data)))


def record(data: bytes) -> None:
    room = folder() / "outbox"
    _file("outbox/story.record.json", data)
    _file("outbox/story.md", b"by hand")
    _file("outbox/.pressgen-stage-story/journal.json", data)
    outbox.deliver(room, "story", {"story.md": b"new"}, {})
    assert (room / "story.md").read_bytes() == b"by hand"
    for path in room.glob("story.*.md"):
        path.unlink()


def picture(data: bytes) -> None:
    path = _file("photo.jpg", data)
    original(path)
    shown(path)


def yaml(data: bytes) -> None:
    source.parse(source.decode(data, "a.yaml"), "a.yaml")


TARGETS: dict[str, Target] = {
    one.__name__: one
    for one in (
        event_yaml,
        event_json,
        event_xlsx,
        package,
        house_yaml,
        fields_yaml,
        template,
        settings,
        acceptances,
        glossary_csv,
        glossary_xlsx,
        glossary_tbx,
        rates_csv,
        rates_xlsx,
        markdown,
        plain,
        page,
        word,
        word_review,
        figures_zh,
        figures_en,
        figure,
        pair,
        pair_markdown,
        converted,
        proposed,
        translations,
        record,
        picture,
        yaml,
    )
}


def run(name: str, data: bytes) -> bool:
    """Feed one input; False where it was refused in words, which is an answer, too."""
    try:
        TARGETS[name](data)
    except PressgenError as error:
        refused = [error.say(ui).strip() for ui in ("zh", "en")]
    else:
        return True
    assert all(refused)
    return False
