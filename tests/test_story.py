"""The whole flow as a user meets it: commands in a folder, files out, clear words when it cannot be."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from pressgen import api
from tests.conftest import BRIEF, EXAMPLES, ROOT
from tests.desk import run, spawn
from tests.grids import crossed

EXPO = ROOT / "templates" / "releases" / "expo-attendance"


@pytest.fixture
def desk(tmp_path):
    """A folder with one event, as a press officer has it."""
    (tmp_path / "brief.yaml").write_text(BRIEF, encoding="utf-8")
    return tmp_path


def test_one_event_becomes_four_files_and_a_record(tmp_path):
    done = spawn("draft", EXPO / "example.yaml", "-o", "drafts", cwd=tmp_path)

    slug = "hitech-zone-shanghai-2021"
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(path.name for path in (tmp_path / "drafts").glob("[!.]*")) == sorted(
        [f"{slug}.{end}" for end in ("zh.docx", "en.docx", "zh.md", "en.md", "record.json")]
        + [f"{slug}-1.jpg", f"{slug}-2.jpg"]
    )


def test_the_record_says_which_rate_made_which_dollars(tmp_path):
    run("draft", EXPO / "example.yaml", cwd=tmp_path)

    record = json.loads((tmp_path / "hitech-zone-shanghai-2021.record.json").read_text(encoding="utf-8"))
    assert {(each["printed"], each["day"], each["source"]) for each in record["conversions"]} == {
        ("61.2亿美元", "2020-12-08", "ECB"),
        ("USD 6.12 billion", "2020-12-08", "ECB"),
    }


FORMS = [(form, name) for form in ("docx", "md") for name in ("", "pr-wire")]


@pytest.mark.parametrize(("path", "written"), crossed(EXAMPLES, FORMS, lambda path: path.parent.name, of=3))
def test_what_is_written_reads_back_as_the_release(path, written, tmp_path, newsroom, types, house):
    form, name = written
    event = api.load(path, newsroom, types)
    style = house(name or event.house)
    draft = api.draft(event, style)

    api.deliver(draft, tmp_path, api.Order((form,)))

    back = api.read(tmp_path / f"{event.slug}.zh.{form}", tmp_path / f"{event.slug}.en.{form}")
    assert back.zh == draft.release.zh
    assert back.en == draft.release.en
    assert api.check(back, style.on_day(date.fromisoformat(event.published[:10]))) == []


def test_the_same_event_gives_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        run("draft", EXPO / "example.yaml", "-o", name, "--bilingual", "side-by-side", cwd=tmp_path)

    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two")
    )
    assert one == two


def test_an_edited_draft_is_kept_and_stderr_says_so(desk):
    run("draft", "brief.yaml", cwd=desk)
    (desk / "brief.zh.md").write_text("改过了", encoding="utf-8")

    done = run("draft", "brief.yaml", cwd=desk)

    assert (desk / "brief.zh.md").read_text(encoding="utf-8") == "改过了"
    assert "brief.zh.md was edited by hand and is kept; the new draft is brief.zh.2.md" in done.stderr


def test_a_new_event_file_drafts_as_it_stands_and_points_to_its_schema(tmp_path):
    run("new", "expo-attendance", "-o", "event.yaml", cwd=tmp_path)

    first = (tmp_path / "event.yaml").read_text(encoding="utf-8").split("\n")[0]
    schema = re.search(r"\$schema=(\S+)", first)[1]
    assert json.loads((tmp_path / schema).read_text(encoding="utf-8"))["$schema"].endswith("2020-12/schema")
    assert run("draft", "event.yaml", cwd=tmp_path).returncode == 0


def test_what_is_changed_in_a_newsrooms_folder_is_in_the_next_draft(tmp_path):
    run("init", "room", "--sample", cwd=tmp_path)
    room = tmp_path / "room"
    shutil.copy(
        tmp_path / "room" / "templates" / "releases" / "investment-promotion" / "example.yaml",
        room / "event.yaml",
    )

    def change(path, old, new):
        text = (room / path).read_text(encoding="utf-8")
        assert old in text
        (room / path).write_text(text.replace(old, new), encoding="utf-8")

    change("templates/houses/foshan-news/house.yaml", "{dateline} China {", "{dateline}, China, {")
    change(
        "templates/releases/investment-promotion/en.j2",
        " total investment {{",
        " outlay {{",
    )
    change("glossary/places.csv", "Jinji Lake", "Golden Rooster Lake")
    run("draft", "event.yaml", cwd=room)

    text = next(room.glob("*.en.md")).read_text(encoding="utf-8")
    assert "Foshan, China, 2023-07-18 16:17" in text
    assert "Their outlay reached 240.572 billion yuan" in text
    assert "at Golden Rooster Lake" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["draft", "nosuch.yaml"], r"nosuch\.yaml: there is no such file"),
        (["draft", "brief.yaml", "--lang", "fr"], "there are zh, en, both"),
        (["draft", "brief.yaml", "--lang", "zh", "--bilingual", "sequential"], "leave out --lang"),
        (["draft", "brief.yaml", "--bilingual", "mixed"], "interleaved"),
        (["draft", "brief.yaml", "--rate", "0"], "no rate"),
        (["draft", "brief.yaml", "--rate", "0.14"], "cannot be"),
        (["draft", "brief.yaml", "--format", "pdf"], "there are docx, md, html"),
        (["draft", "brief.yaml", "--house", "foshan-new"], "did you mean foshan-news"),
        (["draft"], "Missing argument"),
        (["draft", "brief.yaml", "-o", "brief.yaml/x"], "cannot be written"),
        (["new", "expo-attendence"], "did you mean expo-attendance"),
        (["new", "expo-attendance", "-o", "brief.yaml"], "it is kept"),
        (["init", "."], "no empty folder"),
        (["read", "nosuch.docx"], "no such file"),
        (["read", "brief.yaml"], r"\.yaml files are not supported"),
        (["convert", "12abc"], "12abc"),
        (["convert", "1", "--to", "XXX", "--on", "2023-07-14"], "XXX"),
        (["convert", "1亿元", "--on", "14.07.2023"], "is no date"),
        (["check"], "name the files"),
        (["build", "brief.yaml"], "there is no command build"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_2(arguments, said, desk):
    done = run(*arguments, cwd=desk)

    assert done.returncode == 2
    assert re.search(said, done.stderr)
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in desk.iterdir()) == ["brief.yaml"]


def test_one_bad_event_does_not_stop_the_others(desk):
    (desk / "bad.yaml").write_text("release: investment-promotion\n", encoding="utf-8")

    done = run("draft", "bad.yaml", "brief.yaml", cwd=desk)

    assert done.returncode == 2
    assert (desk / "brief.en.docx").exists()
    assert "1 of 2 drafted" in done.stderr


def test_two_events_of_one_name_are_refused(desk):
    shutil.copy(desk / "brief.yaml", desk / "other.yaml")

    assert "both called brief" in run("draft", "brief.yaml", "other.yaml", cwd=desk).stderr


def test_chinese_comes_through_any_pipe_and_locale(desk):
    done = run("draft", "nosuch.yaml", cwd=desk, env={"LC_ALL": "C", "PYTHONUTF8": "0", "PRESSGEN_UI": "zh"})

    assert "没有这个文件；请检查路径" in done.stderr


def test_messages_speak_the_language_asked_for_anywhere_on_the_line(desk):
    assert "没有这个文件" in run("draft", "nosuch.yaml", "--ui", "zh", cwd=desk).stderr


def test_a_newsroom_speaks_its_own_language(desk):
    (desk / "pressgen.toml").write_text('ui = "zh"', encoding="utf-8")

    assert "没有这个文件" in run("draft", "nosuch.yaml", cwd=desk, env={"PRESSGEN_UI": ""}).stderr


@pytest.mark.slow
def test_the_readmes_first_line_works_from_a_wheel_in_an_empty_folder(tmp_path):
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", tmp_path, ROOT],
        check=True,
        capture_output=True,
    )
    wheel = next(tmp_path.glob("pressgen-*.whl"))
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "site")
    shutil.copytree(EXPO, tmp_path / "empty" / "expo-attendance")
    code = "import pressgen, sys; from pressgen.cli import main; print(pressgen.__file__, file=sys.stderr); main()"

    done = subprocess.run(
        [sys.executable, "-c", code, "draft", "expo-attendance/example.yaml", "-o", "drafts"],
        cwd=tmp_path / "empty", env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
        capture_output=True, check=False, encoding="utf-8",
    )  # fmt: skip

    assert str(tmp_path / "site") in done.stderr
    assert done.returncode == 0
    assert len(list((tmp_path / "empty" / "drafts").glob("*.docx"))) == 2


def test_help_is_there_in_well_under_a_second(tmp_path):
    done = spawn("--help", cwd=tmp_path)

    assert Path(done.args[0]).exists()
    assert "draft" in done.stdout
