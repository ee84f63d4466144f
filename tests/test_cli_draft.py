"""``pressgen draft`` beyond one event: what changed since a draft was seen, and many events in one run."""

import os
import subprocess
import sys

import pytest

from tests.conftest import BRIEF
from tests.desk import run
from tests.test_word_changes import main, settled, told, w

MORE = "signed: {projects: 3个}\nperiod: 2023-H1\n"


@pytest.fixture
def desk(tmp_path):
    """A folder with an event as the revisor saw it and as it is now."""
    (tmp_path / "monday.yaml").write_text(BRIEF + MORE, encoding="utf-8")
    now = (BRIEF + MORE).replace("3个", "4个").replace("07-14", "07-13")
    (tmp_path / "now.yaml").write_text(now, encoding="utf-8")
    return tmp_path


def words(path, kind):
    return ["".join(change.itertext()) for change in main(path.read_bytes()).iter(w(kind)) if len(change)]


def test_what_changed_since_an_earlier_event_is_tracked_in_both_languages(desk):
    done = run("draft", "now.yaml", "--changes-from", "monday.yaml", cwd=desk)

    assert (done.returncode, done.stderr) == (0, "")
    assert words(desk / "brief.zh.changes.docx", "del") == ["7月14日", "3"]
    assert words(desk / "brief.zh.changes.docx", "ins") == ["7月13日", "4"]
    assert words(desk / "brief.en.changes.docx", "ins") == ["July 13", "four"]


def test_what_changed_since_a_word_draft_is_the_same(desk):
    run("draft", "monday.yaml", "-o", "seen", cwd=desk)
    run("draft", "now.yaml", "-o", "one", "--changes-from", "monday.yaml", cwd=desk)
    seen = [word for lang in ("zh", "en") for word in ("--changes-from", f"seen/brief.{lang}.docx")]
    run("draft", "now.yaml", "-o", "two", *seen, cwd=desk)

    for name in ("brief.zh.changes.docx", "brief.en.changes.docx"):
        assert (desk / "one" / name).read_bytes() == (desk / "two" / name).read_bytes()


def test_a_second_run_over_the_same_folder_loses_no_changes(desk):
    run("draft", "monday.yaml", cwd=desk)
    run("draft", "now.yaml", "--changes-from", "brief.zh.docx", cwd=desk)
    before = (desk / "brief.zh.changes.docx").read_bytes()
    done = run("draft", "now.yaml", "--changes-from", "brief.zh.docx", cwd=desk)

    assert done.stderr == "nothing changed in Chinese\nthe earlier draft has no English\n"
    assert (desk / "brief.zh.changes.docx").read_bytes() == before
    assert told(settled(before, accept=True)) == told((desk / "brief.zh.docx").read_bytes())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["now.yaml", "monday.yaml", "--changes-from", "monday.yaml"], "compares one event at a time"),
        (
            ["now.yaml", "--changes-from", "monday.yaml", "--changes-from", "now.yaml"],
            "one earlier event file",
        ),
        (["now.yaml", "--changes-from", "old.pages"], ".pages files are not supported"),
        (["now.yaml", "--changes-from", "nosuch.docx"], "there is no such file"),
        (["*.yml"], "no file matches"),
        (["empty"], "there is no event file in this folder"),
    ],
)
def test_what_cannot_be_drafted_is_one_line_and_exit_2(arguments, said, desk):
    (desk / "empty").mkdir()
    done = run("draft", *arguments, "-o", "out", cwd=desk)

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert said in done.stderr
    assert not (desk / "out").exists()


@pytest.fixture
def many(tmp_path):
    """A folder with two good events, one bad one, and what pressgen leaves beside events."""
    for number in (1, 2):
        text = BRIEF.replace("slug: brief", f"slug: story-{number}")
        (tmp_path / f"story-{number}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text("release: investment-promotion\ncity: 苏州\n", encoding="utf-8")
    (tmp_path / "old.record.json").write_text("{}", encoding="utf-8")
    (tmp_path / "x.schema.json").write_text("{}", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("given", [["."], ["*.yaml"], [".", "story-1.yaml"]])
def test_a_folder_and_a_pattern_stand_for_the_events_in_them_each_once(given, many):
    done = run("draft", *given, "-o", "out", "--format", "markdown", cwd=many)

    drafts = sorted(path.name for path in (many / "out").glob("*.md"))
    assert drafts == [f"story-{number}.{lang}.md" for number in (1, 2) for lang in ("en", "zh")]
    assert "2 of 3 drafted" in done.stderr


def test_one_bad_event_does_not_stop_the_others_and_the_end_says_which_and_why(many):
    done = run("draft", ".", "-o", "out", cwd=many)

    last = done.stderr.strip().split("\n")[-2:]
    assert done.returncode == 2
    assert last[0] == "2 of 3 drafted"
    assert last[1].startswith("not drafted: bad.yaml:1:1: published")
    assert last[1].endswith("more)")


def test_in_a_pipe_no_progress_is_shown(many):
    (many / "bad.yaml").unlink()
    done = run("draft", ".", "-o", "out", cwd=many)

    assert (done.returncode, done.stderr) == (0, "2 of 2 drafted\n")
    assert len(done.stdout.splitlines()) == 8


@pytest.mark.slow
def test_on_a_terminal_progress_is_on_standard_error_alone(many):
    pty = pytest.importorskip("pty", reason="a terminal to look at is to be had on POSIX systems")
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "pressgen", "draft", "story-1.yaml", "story-2.yaml", "--format", "md"]
    done = subprocess.run(
        words, cwd=many, stdout=subprocess.PIPE, stderr=theirs, check=True, encoding="utf-8"
    )
    os.close(theirs)
    seen = os.read(ours, 100_000).decode()
    os.close(ours)

    assert "2/2" in seen
    assert "story-2.yaml" in seen
    assert sorted(done.stdout.split()) == sorted(
        f"story-{number}.{lang}.md" for number in (1, 2) for lang in ("zh", "en")
    )


@pytest.mark.slow
def test_a_reader_of_the_list_who_leaves_early_is_no_fault_of_an_event(many):
    ours, theirs = os.pipe()
    os.close(ours)
    words = [sys.executable, "-m", "pressgen", "draft", "story-1.yaml", "story-2.yaml", "--format", "md"]
    done = subprocess.run(
        words, cwd=many, stdout=theirs, stderr=subprocess.PIPE, check=False, encoding="utf-8"
    )
    os.close(theirs)

    assert done.stderr == ""
