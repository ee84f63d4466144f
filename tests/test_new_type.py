"""A release type of one's own is a folder of data: no Python, nothing to register."""

import os
import re
import shutil

import pytest

from pressgen import api
from pressgen.errors import PressgenError
from pressgen.events import Types
from pressgen.source import unsaved
from tests.desk import run
from tests.forms import RELEASES
from tests.grids import crossed, some

ROAD_WORKS = {
    "fields.yaml": """\
label: {zh: 道路养护, en: Road works}
fields:
  road:
    kind: name
    required: true
    label: {zh: 道路, en: Road}
    help: {zh: 哪条路, en: Which road}
    example: {zh: 季华路, en: Jihua Road}
  length:
    kind: number
    label: {zh: 长度, en: Length}
    help: {zh: 养护多长, en: How much of it}
    example: 2公里
  parts:
    kind: list
    label: {zh: 路段, en: Sections}
    help: {zh: 一段一项, en: One item a section}
    fields:
      name: {kind: name, required: true, label: {zh: 路段, en: Section}, help: {zh: 名称, en: Its name}, example: {zh: 东段, en: east}}
      cost: {kind: money, label: {zh: 费用, en: Cost}, help: {zh: 费用, en: What it costs}, example: 200万元}
""",
    "zh.j2": """\
{% extends "releases/base/zh.j2" %}
{% block lead %}
{{ date | until(end) }}，{{ road }}开始养护{{ length | maybe("，全长{}") }}。
{% endblock %}
{% block cell_parts %}
路段 | 费用
{% for part in parts %}
{{ part.name }} | {{ part.cost }}
{% endfor %}
{% endblock %}
""",
    "en.j2": """\
{% extends "releases/base/en.j2" %}
{% block lead %}
Work on {{ length | maybe("{} of ") }}{{ road }} began {{ date | until(end, "on {}", "from {}") }}.
{% endblock %}
{% block cell_parts %}
Section | Cost
{% for part in parts %}
{{ part.name }} | {{ part.cost }}
{% endfor %}
{% endblock %}
""",
    "example.yaml": """\
release: road-works
published: 2024-05-07 10:00
headline: {zh: 季华路开始养护, en: Work begins on Jihua Road}
date: 2024-05-06
road: {zh: 季华路, en: Jihua Road}
length: 2公里
parts: [{name: {zh: 东段, en: east}, cost: 200万元}, {name: {zh: 西段, en: west}, cost: 150.5万元}]
credits: {reporter: Eleanor, revisor: Linn}
""",
}


@pytest.fixture(scope="module")
def founded(tmp_path_factory):
    """A newsroom's folder made by init, with a type the shipped ones lack."""
    home = tmp_path_factory.mktemp("founded")
    assert run("init", "room", cwd=home).returncode == 0
    folder = home / "room" / "templates" / "releases" / "road-works"
    folder.mkdir()
    for name, text in ROAD_WORKS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return home / "room"


@pytest.fixture
def room(founded, tmp_path):
    """That folder for one test, which may change it."""
    return shutil.copytree(founded, tmp_path / "room")


@pytest.fixture
def story(room):
    """An event of that type in it."""
    (room / "event.yaml").write_text(ROAD_WORKS["example.yaml"], encoding="utf-8")


@pytest.mark.slow
def test_it_is_listed_and_gives_its_form_and_its_schema(room):
    assert "road-works" in run("types", cwd=room).stdout
    made = run("new", "road-works", "-o", "event.yaml", cwd=room)
    assert (made.returncode, made.stdout.strip()) == (0, "event.yaml")
    assert "road-works.schema.json beside it lets editors prompt and check" in made.stderr
    assert '"road"' in run("schema", "road-works", cwd=room).stdout


@pytest.mark.slow
def test_its_parts_and_fields_are_listed_in_the_readers_language(room):
    shown = run("types", "road-works", cwd=room).stdout
    zh = run("--ui", "zh", "types", "road-works", cwd=room).stdout

    assert re.search(
        r"Parts, in their order.*\n  lead +Lead\n(?s:.*)\nFields:\n(?s:.*)\n  road\*? +name ", shown
    )
    assert "  lead                 导语\n" in zh
    assert "（story里用这些名字" in zh
    assert "\n  lead " not in run("types", "visit-meeting", cwd=room).stdout  # its own story has none
    assert run("types", "road-work", cwd=room).stderr.strip().endswith("did you mean road-works?")


@pytest.mark.usefixtures("story")
def test_a_part_that_is_called_otherwise_in_one_language_is_a_fault_with_its_line(room):
    english = room / "templates" / "releases" / "road-works" / "en.j2"
    english.write_text(ROAD_WORKS["en.j2"].replace("cell_parts", "cell_prats"), encoding="utf-8")

    done, zh = run("draft", "event.yaml", cwd=room), run("--ui", "zh", "draft", "event.yaml", cwd=room)

    assert (done.returncode, zh.returncode) == (2, 2)
    assert "zh.j2:5: en.j2 has no block cell_parts; did you mean cell_prats?" in done.stderr
    assert "en.j2里没有段落cell_parts；是否为cell_prats？" in zh.stderr


def test_its_example_is_drafted_in_both_languages_with_nothing_to_find(room):
    run("new", "road-works", "-o", "event.yaml", cwd=room)

    done = run("draft", "event.yaml", cwd=room)

    assert (done.returncode, done.stderr) == (0, "")
    zh, en = ((room / f"room.{lang}.md").read_text(encoding="utf-8") for lang in ("zh", "en"))
    assert "5月6日，季华路开始养护，全长2公里。" in zh
    assert "Work on 2 kilometers of Jihua Road began on May 6." in en
    assert "| East | 2 million yuan |\n| West | 1.505 million yuan |" in en


def test_a_misspelt_field_is_told_what_was_meant(room):
    text = ROAD_WORKS["example.yaml"].replace("road: {", "rode: {")
    (room / "works.yaml").write_text(text, encoding="utf-8")

    assert "rode: there is no such field; did you mean road?" in run("draft", "works.yaml", cwd=room).stderr


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("fits: [shar]", "there is no shar; use share"),
        ("usual: [quote, tabel]", "there is no tabel; use table"),
        (
            "story: [lead, sgned]\nlabels: {signed: {zh: 签约, en: Signed}}",
            r"labels has signed and story has not \(it has sgned\); mend",
        ),
        (
            "labels: {nexd: {zh: 下一步, en: Next}}",
            r"labels has nexd and story has not \(it has next\); mend",
        ),
    ],
)
def test_a_kind_or_a_part_that_there_is_not_is_named_where_it_stands(line, said, tmp_path):
    folder = tmp_path / "repair"
    folder.mkdir()
    (folder / "fields.yaml").write_text(f"label: {{zh: 抢修, en: Repair}}\n{line}\n", encoding="utf-8")
    statements = {
        path.name: path for path in (RELEASES.parent / "statements").iterdir() if path.name != "grammar"
    }
    with pytest.raises(PressgenError, match=rf"fields\.yaml:[23]:\d+: {said}"):
        Types({"repair": folder}, RELEASES / "base", statements)["repair"]


@pytest.mark.parametrize(("what", "lang"), crossed(["label", "help"], ["en", "zh"], of=1))
def test_a_label_or_help_in_one_language_alone_is_refused_at_its_line(room, what, lang):
    label = {"en": "{zh: 道路}", "zh": "{en: Road}"}[lang]
    path = room / "templates" / "releases" / "road-works" / "fields.yaml"
    text = path.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.strip().startswith(f"{what}: {{"))
    number = text.splitlines().index(line) + 1
    indent = line[: len(line) - len(line.lstrip())]
    path.write_text(text.replace(line, f"{indent}{what}: {label}", 1), encoding="utf-8")

    said = run("new", "road-works", cwd=room).stderr

    assert f"fields.yaml:{number}:" in said
    assert f"{lang} is missing" in said


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize("lang", some(["zh", "en"], of=2))
def test_a_type_with_a_template_in_one_language_alone_is_refused(room, lang):
    (room / "templates" / "releases" / "road-works" / f"{lang}.j2").unlink()
    other = "en" if lang == "zh" else "zh"

    done = run("draft", "event.yaml", cwd=room)

    assert (done.returncode, done.stdout) == (2, "")
    assert f"road-works has {other}.j2 and no {lang}.j2; write it, too" in done.stderr


def test_a_type_made_of_statements_alone_needs_no_template(room):
    assert run("new", "own-text", "-o", "own.yaml", cwd=room).returncode == 0
    assert list((room / "templates" / "releases" / "own-text").glob("*.j2")) == []
    assert run("draft", "own.yaml", cwd=room).returncode == 0


def _as_before(path, text):
    """Other text of the same length in a file, and the clock says it never changed."""
    stat = path.stat()
    assert len(text.encode()) == stat.st_size
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def test_declarations_are_read_once_and_again_as_soon_as_a_file_says_something_else(newsroom_of_types):
    room, fields = newsroom_of_types
    first = api.types(room)
    assert first["road-works"].label.en == "Road works"
    assert api.types(room) is first

    _as_before(fields, ROAD_WORKS["fields.yaml"].replace("Road works", "Road WORKS"))

    assert api.types(room)["road-works"].label.en == "Road WORKS"
    assert first["road-works"].label.en == "Road works"


def test_declarations_an_editor_has_not_saved_are_nobody_elses(newsroom_of_types):
    room, fields = newsroom_of_types
    saved = api.types(room)
    with unsaved({fields: ROAD_WORKS["fields.yaml"].replace("Road works", "Not saved")}):
        assert api.types(room)["road-works"].label.en == "Not saved"

    assert saved["road-works"].label.en == "Road works"
    assert api.types(room)["road-works"].label.en == "Road works"


def test_declarations_that_are_gone_are_missed(newsroom_of_types):
    room, fields = newsroom_of_types
    assert "road-works" in api.types(room)
    assert api.types(room)["road-works"].fields["road"].required
    fields.unlink()

    assert "road-works" not in api.types(room)


@pytest.fixture
def newsroom_of_types(tmp_path):
    """A newsroom with a type of its own, and the file that declares it."""
    folder = tmp_path / "templates" / "releases" / "road-works"
    folder.mkdir(parents=True)
    (tmp_path / "pressgen.toml").write_text("", encoding="utf-8")
    for name, text in ROAD_WORKS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return api.open_newsroom(tmp_path), folder / "fields.yaml"
