"""What people, programs and attackers hand over instead of what was asked for: one clear line, exit 2."""

import contextlib
import errno
import io
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import jinja2
import pytest

from pressgen import api, memory
from pressgen.archive import open_package
from pressgen.cli.main import run
from pressgen.drafting.environment import Folders
from pressgen.drafting.sandbox import ClosedRoom
from pressgen.errors import Faults, FileError, HouseError, PressgenError, TemplateError
from pressgen.house import open_newsroom
from tests.conftest import BRIEF, ROOT, TODAY
from tests.grids import crossed

SENTENCE = "上半年签约总额达2405.72亿元，" * 30
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices are files on POSIX only")


def said(*words, ui="en", given=b""):
    """Exit code and messages of a command."""
    err, out = io.StringIO(), io.StringIO()
    stdin = io.TextIOWrapper(io.BytesIO(given))
    with (
        contextlib.redirect_stderr(err),
        contextlib.redirect_stdout(out),
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(sys, "stdin", stdin)
        code = run([str(word) for word in words], ui)
    return code, err.getvalue()


@pytest.mark.parametrize(
    "words",
    [
        ("convert", SENTENCE, "--on", "2023-07-14"),
        ("draft", SENTENCE),
        ("check", SENTENCE + ".md"),
        ("figures", SENTENCE),
        ("glossary", "check", SENTENCE),
        ("glossary", "export", "out.csv", "--from", SENTENCE),
        ("new", "notice", "-o", SENTENCE),
        ("init", SENTENCE),
    ],
    ids=lambda words: " ".join(words[:2])[:20],
)
def test_a_sentence_too_long_for_a_file_name_is_one_line(words, tmp_path):
    with contextlib.chdir(tmp_path):
        code, lines = said(*words)

    assert code == 2
    assert "Traceback" not in lines
    assert list(tmp_path.iterdir()) == []


@POSIX
def test_a_pipe_that_nobody_writes_into_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "text.md")

    code, lines = said("check", tmp_path / "text.md")

    assert (code, "no ordinary file; use - to read" in lines) == (2, True)


@POSIX
def test_a_device_that_never_ends_is_no_file():
    assert "no ordinary file" in said("figures", "/dev/zero")[1]


def test_a_closed_standard_input_is_one_line(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)

    assert run(["figures", "-"], "en") == 2


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only some systems have a full device")  # noqa: PTH110
def test_a_full_standard_output_is_one_line():
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123  # as a shell opens it
        ran = subprocess.run(
            [sys.executable, "-m", "pressgen", "figures", __file__],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert ran.returncode == 2
    assert ran.stderr.decode().count("\n") == 1
    assert "No space left" in ran.stderr.decode()


@pytest.mark.slow
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only some systems have a full device")  # noqa: PTH110
def test_where_no_complaint_can_be_written_the_exit_code_still_tells(tmp_path):
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123  # as a shell opens it
        ran = subprocess.run(
            [sys.executable, "-m", "pressgen", "draft", tmp_path / "none.yaml"],
            stdout=subprocess.PIPE,
            stderr=full,
            check=False,
        )

    assert (ran.returncode, ran.stdout) == (2, b"")


@POSIX
def test_a_current_folder_that_is_gone_is_one_line_that_names_it(tmp_path):
    gone = tmp_path / "gone"
    gone.mkdir()
    with contextlib.chdir(gone):
        gone.rmdir()
        code, lines = said("draft", tmp_path / "none.yaml")
        os.chdir(tmp_path)  # contextlib comes back by the name of where it was

    assert (code, lines.startswith(".: "), lines.count("\n")) == (2, True, 1)


def test_gbk_on_standard_input_is_named_and_read_by_nobody():
    code, lines = said("check", "-", given="佛山市上半年签约。".encode("gbk"))

    assert code == 2
    assert "not UTF-8, probably GB18030" in lines


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (rb'{"id": 1, "zh": 5}', "zh should be text"),
        (rb'{"id": 2, "zh": "\ud800"}', "zh should be text"),
        (rb'{"id": "\udc00", "zh": "a"}', "id should be text or a number"),
        (rb'{"id": [1], "zh": "a"}', "id should be text or a number"),
        (rb'{"id": NaN, "zh": "a"}', "a JSON object"),
        (rb"[]", "a JSON object"),
        (b'{"id": 3, "zh": "\xc4\xe3"}', "not UTF-8"),
        (b"[" * 100_000, "a JSON object"),
    ],
)
def test_a_line_of_json_that_cannot_be_used_is_named_and_the_rest_goes_on(line, wanted, tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_bytes(line + b'\n{"id": 9, "zh": "\xe7\x94\xb2", "en": "A"}\n')

    code, lines = said("check", "--jsonl", path)

    assert (code, lines.count("\n")) == (2, 1)
    assert f"rows.jsonl:1: {'this line' if 'this' in wanted else ''}" in lines
    assert wanted in lines


@pytest.mark.parametrize(
    "words", [("glossary", "propose", "--jsonl"), ("figures", "--jsonl")], ids=lambda words: words[0]
)
def test_every_reader_of_json_lines_refuses_what_is_no_text(words, tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_bytes(rb'{"id": 1, "zh": 5, "text": "\ud800"}')

    assert (said(*words, path)[0], "should be text" in said(*words, path)[1]) == (2, True)


@pytest.mark.parametrize(
    "words", [("--ui=fr", "types"), ("draft", "x.yaml", "--format", ""), ("draft", "x.yaml", "--format", ",")]
)
def test_a_choice_that_is_none_is_refused(words):
    assert said(*words)[0] == 2


@pytest.mark.parametrize(
    "text", ["title: \x1b[31mred", "rows: \u202eabc", "a: \u200bb"], ids=["escape", "override", "zero width"]
)
def test_a_message_shows_what_a_terminal_would_obey(text, tmp_path):
    (tmp_path / "event.yaml").write_text(f"release: notice\n{text}\n", encoding="utf-8")
    (tmp_path / f"{text[-4:].strip()}\x1b[2J.yaml").write_text("release: x", encoding="utf-8")

    lines = said("draft", tmp_path)[1]

    assert not set(lines) & {"\x1b", "\u202e", "\u200b"}
    assert "<U+001B>[2J.yaml" in lines


# --- houses and settings ------------------------------------------------------------------------------------


def room(tmp_path, house="", settings="", **templates):
    """A newsroom with a house of its own, and the least event."""
    own = tmp_path / "templates" / "houses" / "own"
    own.mkdir(parents=True)
    (tmp_path / "pressgen.toml").write_text(settings, encoding="utf-8")
    (own / "house.yaml").write_text(f"extends: base\ntitle: {{zh: 甲, en: A}}\n{house}", encoding="utf-8")
    for lang, text in templates.items():
        (own / "investment-promotion").mkdir(exist_ok=True)
        (own / "investment-promotion" / f"{lang}.j2").write_text(text, encoding="utf-8")
    (tmp_path / "event.yaml").write_text(BRIEF, encoding="utf-8")
    return open_newsroom(tmp_path)


@pytest.mark.parametrize(
    "house",
    [
        "look: {zh: {body: {size: nan}}}",
        "look: {en: {headline: {size: inf}}}",
        "look: {zh: {body: {size: -1}}}",
        "look: {en: {body: {line: 1e9}}}",
        "look: {page: {top: -30}}",
        "dateline: {zh: '{published:MMMMMM}', en: x}",
        "dateline: {zh: x, en: '{published:QQQ}'}",
        'dates: {full: {zh: "y年\'M月", en: y}}',
        "money: {sum: {zh: 约合, en: ' ({sum})'}}",
        "money: {sum: {zh: '{sum}', en: '{sum} {sum}'}}",
        "money: {digits: 1000000}",
        "money: {digits: 0}",
        "todo: {zh: 待译, en: '[{text}]'}",
        "zone: '+99:99'",
        "zone: Beijing",
        'end: {zh: "\\e[31m", en: x}',
        "length: {zh: {least: -5}}",
    ],
)
def test_a_house_that_could_not_be_drafted_in_is_refused_at_its_line(house, tmp_path):
    newsroom = room(tmp_path, house)

    with pytest.raises((HouseError, Faults)) as caught:
        api.open_house("own", newsroom, today=TODAY)

    assert all("house.yaml:3:" in line for line in caught.value.say("en").splitlines())


@pytest.mark.parametrize(
    "house",
    [
        "look: {zh: {body: {size: 10.5, line: 0.9, indent: 0}}}",
        "dateline: {zh: '{published:yyyy年MM月dd日 EEEE}', en: \"{published:EEE, d MMM y 'at' h:mm a}\"}",
        "dates: {full: {zh: 'y/M/d', en: 'd MMMM y'}, day: {zh: M-d, en: MMM d}}",
        "money: {sum: {zh: '', en: ' (about {sum})'}, digits: 4}",
        "zone: '-09:30'",
        "lead: {zh: '{city:upper}讯', en: '{city:upper}, {published:MMM d} -- '}",
    ],
)
def test_a_house_of_usual_settings_opens(house, tmp_path):
    api.open_house("own", room(tmp_path, house), today=TODAY)


@pytest.mark.parametrize(
    "settings",
    ["a = " + "[" * 50_000, 'ui = "fr"', "house = 3", "\xff\xfe", "a = 1\na = 2"],
    ids=lambda text: text[:10],
)
def test_settings_that_cannot_be_read_are_one_line(settings, tmp_path):
    (tmp_path / "pressgen.toml").write_text(settings, encoding="latin-1")

    with contextlib.chdir(tmp_path):
        code, lines = said("types")

    assert (code, lines.count("\n")) == (2, 1)
    assert "pressgen.toml" in lines


def test_a_letterhead_that_is_a_folder_is_one_line(tmp_path):
    newsroom = room(tmp_path)
    (tmp_path / "templates/houses/own/letterhead.docx").mkdir()

    with pytest.raises(FileError, match=r"letterhead\.docx: this is a folder"):
        api.open_house("own", newsroom, today=TODAY).letterhead  # noqa: B018  # it is read when it is asked for


# --- templates ----------------------------------------------------------------------------------------------


def drafted(tmp_path, line):
    text = (
        '{% extends "releases/investment-promotion/zh.j2" %}\n{% block lead %}\n'
        + line
        + "\n{% endblock %}\n"
    )
    newsroom = room(tmp_path, zh=text)
    house = api.open_house("own", newsroom, today=TODAY)
    return api.draft(api.load(tmp_path / "event.yaml", newsroom), house, ("zh",))


@pytest.mark.parametrize(
    "line",
    [
        "{{ credits }}",
        "{{ [date, city] }}",
        "{{ date is defined }}",
        "{{ city | list }}",
        "{{ city | join('-') }}",
        "{{ city | first }}",
        "{{ city[0] }}",
        "{% for sign in city %}{{ sign }}、{% endfor %}",
        "{{ date | until }}",
        "{{ city ~ credits }}",
        "{{ '\\ue000city\\ue001' }}",
        "{{ '\\ud800' }}",
        "\ue000nothing\ue001",
        "{{ 'x'.format(1) }}",
        "{{ '{:1000000000}'.format(1) }}",
        "{{ 'x' * 3 }}",
        "{{ 1 / 0 }}",
        "{{ " + "(" * 400 + "1" + ")" * 400 + " }}",
    ],
    ids=lambda line: line[:30],
)
def test_what_a_template_may_not_print_is_one_line_that_names_the_template(line, tmp_path):
    with pytest.raises(TemplateError) as caught:
        drafted(tmp_path, line)

    assert caught.value.at.file.endswith("zh.j2")
    assert "\n" not in caught.value.say("zh")


def test_a_template_the_disk_does_not_show_is_not_taken_for_absent(tmp_path, monkeypatch):
    """Else the house's own words would be missing from a draft that says nothing of it."""
    real = os.stat

    def stat(path, *given, **named):
        if str(path).endswith(os.path.join("own", "investment-promotion", "zh.j2")):  # noqa: PTH118
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return real(path, *given, **named)

    loader = Folders([tmp_path / "templates", ROOT / "templates"])
    room(tmp_path, zh="{{ city }}")
    monkeypatch.setattr(os, "stat", stat)

    with pytest.raises(FileError, match="Input/output error") as caught:
        loader.get_source(ClosedRoom(), "houses/own/investment-promotion/zh.j2")
    assert caught.value.at.file.endswith("zh.j2")
    assert "\n" not in caught.value.say("zh")


def test_a_template_that_is_nowhere_or_a_folder_is_sought_in_the_next_place(tmp_path):
    (tmp_path / "first" / "a.j2").mkdir(parents=True)
    (tmp_path / "b").write_text("no folder", encoding="utf-8")
    (tmp_path / "second").mkdir()
    (tmp_path / "second" / "a.j2").write_text("{{ city }}", encoding="utf-8")
    loader = Folders([tmp_path / "none", tmp_path / "first", tmp_path / "b", tmp_path / "second"])

    text, file, is_current = loader.get_source(ClosedRoom(), "a.j2")

    assert (text, is_current()) == ("{{ city }}", True)
    Path(file).unlink()
    assert not is_current()
    with pytest.raises(jinja2.TemplateNotFound):
        loader.get_source(ClosedRoom(), "a.j2")


@pytest.mark.parametrize(
    "line",
    [
        "{% set a = 'xxxxxxxxxx' %}" + "{% set a = a ~ a %}" * 32 + "{{ a | length }}",
        "{% set a = 'xxxxxxxxxx' %}" + "{% set a = a + a %}" * 32 + "{{ a | length }}",
        "{% set a = [1, 2, 3] %}" + "{% set a = a + a %}" * 32 + "{{ a | length }}",
        "{% set a = 'xxxxxxxxxxxxxxxxxxxx' %}" + "{% set a = a | join(a) %}" * 12 + "{{ a | length }}",
        "{% set a %}xxxxxxxxxx{% endset %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 32 + "{{ a }}",
        "{% macro m(a, n) %}{{ a }}{{ a }}{% endmacro %}{% set a = 'xxxxxxxxxx' %}"
        + "{% set a = m(a) %}" * 32
        + "{{ a }}",
    ],
    ids=["~", "+", "+ of lists", "join", "set", "macro"],
)
def test_a_template_cannot_make_much_of_little(line, tmp_path):
    with pytest.raises(TemplateError, match="writes too much"):
        drafted(tmp_path, line)


def test_a_template_may_join_and_add_what_is_small(tmp_path):
    line = (
        "{% set a = '甲' ~ '乙' ~ 3 %}{{ a + '丙' }}{{ ['丁', '戊'] | join('、') }}{{ loop | default('己') }}"
    )

    assert "甲乙3丙丁、戊己" in "".join(block.text for block in drafted(tmp_path, line).release.blocks)


def test_the_templates_of_another_newsroom_are_not_compiled_again(tmp_path, monkeypatch):
    drafted(tmp_path / "first", "{{ city }}")
    compiled = []
    monkeypatch.setattr(memory, "learn", lambda key, made: compiled.append(key) or made)

    drafted(tmp_path / "second", "{{ city }}")

    assert [key for key in compiled if key.startswith("template")] == []


# --- packages -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("packed", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2], ids=["lzma", "bzip2"])
def test_a_word_file_packed_as_word_never_does_is_refused(packed):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packed) as package:
        package.writestr("word/document.xml", b"<a/>" + b" " * 10_000_000)

    with pytest.raises(FileError, match="as Word and Excel never do"):
        open_package(out.getvalue(), "letter.docx")


def test_a_package_of_very_many_parts_is_refused_before_they_are_listed():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for number in range(5_000):
            package.writestr(f"word/{number}.xml", b"")

    with pytest.raises(FileError, match="number of files inside"):
        open_package(out.getvalue(), "letter.docx")


def letter(**more):
    """A Word file of one paragraph, with more parts."""
    relation = '<Relationship Id="rId{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"{}/>'
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": relations.format(relation.format(1, "officeDocument", "word/document.xml", "")),
        "word/document.xml": f"<w:document {word}><w:body><w:p><w:r><w:t>佛山,广东。</w:t></w:r></w:p></w:body></w:document>",
        "word/_rels/document.xml.rels": relations.format(relation.format(1, "settings", "settings.xml", "")),
        "word/settings.xml": f'<w:settings {word} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:attachedTemplate r:id="rId1"/></w:settings>',
        "word/_rels/settings.xml.rels": relations.format(
            relation.format(1, "attachedTemplate", "http://evil.example/t.dotm", ' TargetMode="External"')
        ),
        **more,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return out.getvalue()


def test_a_review_copy_leaves_a_template_of_elsewhere_and_stray_parts_behind(tmp_path):
    (tmp_path / "letter.docx").write_bytes(letter(**{"word/evil.exe": "MZ", "readme.txt": "x"}))

    code, lines = said("check", tmp_path / "letter.docx", "--review", tmp_path / "out")

    assert code == 0
    assert (
        "left out of the copy: the template http://evil.example/t.dotm, parts that are none of the text's"
        in lines
    )
    with zipfile.ZipFile(tmp_path / "out" / "letter.docx") as copy:
        assert not {"word/evil.exe", "readme.txt"} & set(copy.namelist())
        assert not [name for name in copy.namelist() if b"evil.example" in copy.read(name)]
        assert b"attachedTemplate" not in copy.read("word/settings.xml")


def test_a_review_copy_of_an_ordinary_file_has_all_its_parts(tmp_path, newsroom, house):
    made = api.draft(api.load(open_example(tmp_path), newsroom), house())
    api.write(made.release.zh, tmp_path / "a.zh.docx", house())

    said("check", tmp_path / "a.zh.docx", "--review", tmp_path / "out")

    with (
        zipfile.ZipFile(tmp_path / "a.zh.docx") as whole,
        zipfile.ZipFile(tmp_path / "out" / "a.zh.docx") as copy,
    ):
        assert set(whole.namelist()) <= set(copy.namelist())


def open_example(tmp_path):
    (tmp_path / "event.yaml").write_text(BRIEF, encoding="utf-8")
    return tmp_path / "event.yaml"


def test_a_workbook_is_written_without_a_temporary_file(monkeypatch, newsroom):
    monkeypatch.setattr(
        tempfile, "_get_default_tempdir", lambda: (_ for _ in ()).throw(PressgenError("", "no"))
    )
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere")

    assert api.form("notice", newsroom).startswith(b"PK")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows gives a program its words as letters")
@pytest.mark.parametrize(("locale", "setting"), crossed(["C", "POSIX"], [{}, {"PYTHONUTF8": "0"}], of=3))
def test_chinese_words_and_file_names_are_themselves_in_a_locale_without_letters(tmp_path, locale, setting):
    (tmp_path / "草稿.zh.md").write_text("全市签约267个,共15.26亿元。\n", encoding="utf-8")
    plain = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("LC_", "LANG", "PYTHONUTF8"))
    }
    given = [sys.executable, "-m", "pressgen", "--ui", "zh"]

    def said(*words):
        done = subprocess.run(
            [*given, *words],
            check=False,
            cwd=tmp_path,
            capture_output=True,
            env={**plain, "LC_ALL": locale, "PYTHONCOERCECLOCALE": "0", "PYTHONPATH": str(ROOT), **setting},
        )
        return done.returncode, (done.stdout + done.stderr).decode()

    assert "15.26亿元" in said("figures", "草稿.zh.md")[1]
    assert "15.26亿元（约合" in said("convert", "15.26亿元", "--on", "2023-07-18")[1]
    code, line = said("figures", "无此稿.md")
    assert (code, line.count("\n")) == (2, 1)
    assert line.startswith("无此稿.md: 没有这个文件")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names there are letters")
def test_an_event_whose_name_is_no_text_is_drafted(tmp_path):
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xcd\xc6.yaml"))
    odd.write_text(BRIEF, encoding="utf-8")

    assert run(["draft", str(odd), "-o", str(tmp_path / "out"), "--format", "md"], "en") == 0
    assert "\\udccd" in (tmp_path / "out" / "brief.record.json").read_text(encoding="utf-8")
