import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pressgen.cli.main import run
from pressgen.glossary import files, tables, tbx
from tests import desk
from tests.conftest import ROOT
from tests.test_tbx_reading import ZONE_V2, v2

CLIENT = v2(
    ZONE_V2.replace("佛山", "湛江")
    .replace("Foshan", "Zhanjiang")
    .replace("<note>so since 2010</note>", '<termNote type="geographicalUsage">CN</termNote>')
)


@pytest.fixture
def room(tmp_path, monkeypatch) -> Path:
    """A newsroom's folder with one table, and the current one."""
    shutil.copytree(ROOT / "templates" / "houses" / "base", tmp_path / "templates" / "houses" / "base")
    (tmp_path / "pressgen.toml").write_text("", encoding="utf-8")
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "places.csv").write_text(
        "id,kind,lang,term\nfoshan,place,zh,佛山\nfoshan,,en,Foshan\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def glossary(*arguments: object, code: int = 0) -> None:
    assert run(["glossary", *map(str, arguments)], "en") == code


def held(room: Path) -> dict[str, str]:
    whole = files.read_all([room / "glossary"])
    return {entry.name("zh"): entry.name("en") for entry in whole}


def test_a_name_is_added_to_the_newsrooms_own_table(room, capsys):
    glossary("add", "湛江港", "Zhanjiang Port", "--kind", "地名", "--field", "ports")
    (entry,) = tables.read(room / "glossary" / "names.csv")
    assert (entry.id, entry.kind, entry.field, entry.name("en")) == (
        "zhanjiang-port",
        "place",
        "ports",
        "Zhanjiang Port",
    )
    said = capsys.readouterr()
    assert said.out.strip().endswith("names.csv")
    assert "names.csv: 湛江港 / Zhanjiang Port" in said.err
    assert said.err.startswith("added to ")


@pytest.mark.usefixtures("room")
@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("乌鲁木齐", "乌鲁木齐  Urumqi  [乌鲁木齐市, place]"),
        ("湛江市", "湛江  Zhanjiang  [湛江市, place]"),
        ("Yunfu", "云浮  Yunfu  ["),
        ("云浮市教育局", "云浮市教育局  Yunfu Municipal Bureau of Education  ["),
    ],
)
def test_a_place_and_a_regular_body_are_found_though_no_table_lists_them(capsys, query, line):
    glossary("search", query)
    assert capsys.readouterr().out.startswith(line)


@pytest.mark.usefixtures("room")
def test_a_place_that_a_table_lists_is_shown_once(capsys):
    glossary("search", "佛山")
    assert capsys.readouterr().out.count("佛山  Foshan") == 1


def test_a_name_that_is_listed_is_not_added_twice(room, capsys):
    glossary("add", "佛山", "Foshan")
    assert "listed already" in capsys.readouterr().err
    assert not (room / "glossary" / "names.csv").exists()


def test_a_second_english_name_is_refused_with_the_place_of_the_first(room, capsys):
    glossary("add", "佛山", "Fatshan", code=2)
    assert "places.csv:2: '佛山' stands here as 'Foshan'" in capsys.readouterr().err
    glossary("add", "佛山", "Fatshan", "--force")
    assert [entry.name("en") for entry in files.read_all([room / "glossary"])] == ["Fatshan", "Foshan"]


def test_a_name_that_is_deprecated_is_refused_with_the_right_one(room, capsys):
    (room / "glossary" / "old.csv").write_text(
        "id,lang,term,status\nsd,zh,顺德,\nsd,en,Shunde,\nsd,en,Shun Tak,deprecated\n", encoding="utf-8"
    )
    glossary("add", "顺德", "Shun Tak", code=2)
    assert "'顺德' stands here as 'Shunde'" in capsys.readouterr().err


def test_two_concepts_of_one_english_name_get_two_ids(room):
    glossary("add", "主任", "director")
    glossary("add", "处长", "director")
    assert [entry.id for entry in tables.read(room / "glossary" / "names.csv")] == ["director", "director-2"]


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("Foshan", "佛山"), "Chinese name stands first"),
        (("", "Foshan"), "does not look like"),
        (("湛江", ""), "does not look like"),
        (("湛\u200b江", "Zhanjiang"), "ZERO WIDTH"),
        (("湛江", "x" * 401), "does not look like"),
        (("湛江", "Zhanjiang", "--kind", "harbour"), "there is no kind"),
        (("湛江", "Zhanjiang", "--file", "names.xlsx"), "CSV tables"),
    ],
)
def test_what_cannot_be_a_name_is_refused(room, capsys, names, words):
    glossary("add", *names, code=2)
    assert words in capsys.readouterr().err
    assert held(room) == {"佛山": "Foshan"}


def test_without_a_newsroom_the_way_to_one_is_named(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    glossary("add", "湛江港", "Zhanjiang Port", code=2)
    assert "pressgen init DIR" in capsys.readouterr().err
    glossary("add", "湛江港", "Zhanjiang Port", "--file", tmp_path / "mine.csv")
    assert len(tables.read(tmp_path / "mine.csv")) == 1


ADDED = """
import sys
from pressgen.cli.main import run
for number in range(25):
    run(["glossary", "add", f"湛江{sys.argv[1]}{number}号", "Berth"], "en")
"""


@pytest.mark.slow
def test_two_processes_that_add_at_once_lose_no_name(room):
    people = [
        subprocess.Popen([sys.executable, "-c", ADDED, who], cwd=room, stderr=subprocess.DEVNULL)
        for who in "甲乙"
    ]
    assert [person.wait(120) for person in people] == [0, 0]
    entries = tables.read(room / "glossary" / "names.csv").entries
    assert len({entry.name("zh") for entry in entries}) == 50


@pytest.fixture
def client(tmp_path) -> Path:
    path = tmp_path / "client.tbx"
    path.write_text(CLIENT, encoding="utf-8")
    return path


def test_a_tbx_file_becomes_a_table_of_the_newsroom_and_says_what_it_left(room, client, capsys):
    glossary("import", client)
    said = capsys.readouterr()
    assert said.out.strip().endswith("client.csv")
    assert "1 added, 0 changed" in said.err
    assert "geographicalUsage, 1 in all (line 12)" in said.err
    assert "湛江国家高新技术产业开发区" in held(room)


@pytest.mark.usefixtures("room")
def test_every_line_left_out_is_listed_on_request(client, capsys):
    glossary("import", client, "--details")
    assert 'client.tbx:12: a glossary has no place for geographicalUsage "CN"' in capsys.readouterr().err


def test_importing_a_file_again_updates_its_table(room, client, capsys):
    glossary("import", client)
    glossary("import", client)
    assert "0 added, 0 changed, 1 as before" in capsys.readouterr().err
    client.write_text(CLIENT.replace("a national\n   zone", "a zone"), encoding="utf-8")
    glossary("import", client)
    assert "0 added, 1 changed" in capsys.readouterr().err
    assert tables.read(room / "glossary" / "client.csv")["zone"].definition == "a zone"


def test_what_the_newsroom_lists_already_is_left_out_and_named(room, capsys):
    (room / "more.csv").write_text("zh,en\n佛山,Foshan\n湛江,Zhanjiang\n", encoding="utf-8")
    glossary("import", room / "more.csv")
    assert "1 added, 0 changed, 0 as before, 1 listed elsewhere" in (said := capsys.readouterr().err)
    assert "佛山 is listed as foshan" in said


def test_an_id_another_table_uses_for_something_else_is_told_apart(room):
    (room / "more.csv").write_text("id,zh,en\nfoshan,湛江,Zhanjiang\n", encoding="utf-8")
    glossary("import", room / "more.csv")
    assert held(room) == {"佛山": "Foshan", "湛江": "Zhanjiang"}
    assert tables.read(room / "glossary" / "more.csv").entries[0].id == "more-foshan"


def test_a_workbook_that_was_exported_and_edited_goes_back_where_it_came_from(room):
    glossary("export", room / "round.xlsx")
    glossary("import", room / "round.xlsx")
    assert held(room) == {"佛山": "Foshan"}
    (room / "round.csv").write_text("id,kind,zh,en\nfoshan,place,佛山,Foshan City\n", encoding="utf-8")
    glossary("import", room / "round.csv")
    assert tables.read(room / "glossary" / "places.csv")["foshan"].name("en") == "Foshan City"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.csv", b"zh;en\n\xe4\xbd\x9b;F\n", "a.csv:1:3: columns are parted by semicolons"),
        ("a.xlsx", b"<html></html>", "a.xlsx: this is really a web page"),
        ("a.tbx", b"<!DOCTYPE tbx [<!ENTITY a 'b'>]>\n<tbx/>", "a.tbx:1: the file declares entities"),
        ("a.tbx", b"<tmx/>", "a.tbx:1: the root is <tmx>"),
        ("none.tbx", None, "no such file"),
    ],
)
def test_what_cannot_be_read_changes_nothing(room, capsys, name, data, words):
    if data is not None:
        (room / name).write_bytes(data)
    glossary("import", name, code=2)
    assert words in capsys.readouterr().err
    assert [path.name for path in (room / "glossary").iterdir()] == ["places.csv"]


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx", "out.tbx"])
def test_the_glossary_is_exported_by_suffix(room, name):
    glossary("export", name)
    assert files.read(room / name) == files.read_all([room / "glossary"])


@pytest.mark.parametrize(
    ("version", "start"), [("v2", "<martif"), ("v3", 'style="dca"'), ("dct", 'style="dct"')]
)
def test_the_version_of_tbx_can_be_chosen(room, version, start):
    glossary("export", "out.tbx", "--tbx", version)
    assert start in (room / "out.tbx").read_text(encoding="utf-8")


def test_another_file_is_converted_with_all_that_it_holds(room, client):
    glossary("export", "again.tbx", "--from", client)
    assert tbx.load(room / "again.tbx").kept == tbx.load(client).kept
    glossary("export", "again.xlsx", "--from", client)
    assert files.read(room / "again.xlsx") == files.read(client)


def test_what_a_client_file_holds_besides_goes_along_with_keep(room, client):
    glossary("import", client)
    glossary("export", "back.tbx", "--keep", client)
    assert "geographicalUsage" in (room / "back.tbx").read_text(encoding="utf-8")


def test_a_file_that_is_there_is_kept_unless_it_is_said_otherwise(room, capsys):
    (room / "out.csv").write_text("mine", encoding="utf-8")
    glossary("export", "out.csv", code=2)
    assert "--force" in capsys.readouterr().err
    glossary("export", "out.csv", "--force")
    assert (room / "out.csv").read_text(encoding="utf-8-sig").startswith("id,")


@pytest.mark.usefixtures("room")
def test_a_kind_there_is_none_of_is_refused_in_the_language_asked_for(tmp_path):
    said = {
        ui: desk.run("glossary", "propose", "王方", "--kind", "nope", cwd=tmp_path, env={"PRESSGEN_UI": ui})
        for ui in ("zh", "en")
    }

    assert [answer.returncode for answer in said.values()] == [2, 2]
    assert "没有类别“nope”；可用：人名、地名、机构" in said["zh"].stderr
    assert "there is no kind 'nope'; there are person, place" in said["en"].stderr
    assert "Wang Fang" in desk.run("glossary", "propose", "王方", "--kind", "人名", cwd=tmp_path).stdout


def test_an_unknown_suffix_is_a_plain_error(capsys):
    glossary("export", "out.docx", code=2)
    assert ".csv, .xlsx or .tbx" in capsys.readouterr().err


@pytest.mark.usefixtures("room")
def test_check_reads_every_kind_of_file(client, capsys):
    glossary("check", client)
    assert "no findings" in capsys.readouterr().out


def test_a_name_the_glossary_has_is_proposed_in_the_form_asked_for(room, capsys):
    (room / "glossary" / "more.csv").write_text(
        "id,kind,lang,term,form\nbay,place,zh,青禾湾自治区,full\nbay,,zh,青禾湾,short\n"
        "bay,,en,Qinghewan Autonomous Region,full\nbay,,en,Qinghewan,short\n",
        encoding="utf-8",
    )
    glossary("propose", "青禾湾", "邝东明")
    shown = capsys.readouterr().out
    assert "青禾湾  Qinghewan  (glossary: bay)" in shown
    assert "邝东明  Kuang Dongming" in shown


@pytest.mark.usefixtures("room")
def test_what_cannot_be_spelt_or_found_is_said(capsys):
    glossary("propose", "Foshan", code=1)
    glossary("propose", code=2)
    glossary("search", "zzzz", code=1)
    said = capsys.readouterr().err
    assert "no name in Chinese characters" in said
    assert "name the Chinese names to spell" in said
    assert "nothing is listed under 'zzzz'" in said


@pytest.mark.slow
def test_an_import_names_two_names_in_one_cell_and_places_called_otherwise(tmp_path):
    desk.run("init", "room", "--city", "绍兴", cwd=tmp_path)
    room = tmp_path / "room"
    (room / "client.csv").write_text(
        "zh,en\n拉萨市,Lasa\n蓝岸科技,Lan'an Technology / Lan'an Tech\n商务部,Ministry of Business\n孔令川,Kong Lingchuan\n",
        encoding="utf-8",
    )
    done = desk.run("glossary", "import", "client.csv", cwd=room)

    assert done.returncode == 0
    assert 'client.csv:2: "拉萨市" is usually "Lhasa"' in done.stderr
    assert "looks like two names" in done.stderr
    assert '"商务部" is "Ministry of Commerce"' in done.stderr
    assert ",person," in (room / "glossary" / "client.csv").read_text(encoding="utf-8-sig")
