"""Pipelines: annotations, test results, and the hooks, the action and the job run as they are."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from lxml import etree

from pressgen.cli.main import run
from tests.conftest import BRIEF, ROOT

ZH = "# 佛山签约\n\n全市签约项目267个，投资15.26亿元。\n"
EN = "# Foshan signs\n\nThe city signed 267 projects worth 15.26 million yuan.\n"
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION = yaml.safe_load((ROOT / "docs" / "pipelines" / "action.yml").read_text(encoding="utf-8"))
JOB = yaml.safe_load((ROOT / "docs" / "pipelines" / "gitlab-ci.yml").read_text(encoding="utf-8"))["pressgen"]


@pytest.fixture
def room(tmp_path, monkeypatch):
    """A small repository: a pair with a wrong sum, another that is right, an event whose reporter revises."""
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "releases/story.zh.md": ZH,
        "releases/story.en.md": EN,
        "releases/fine.zh.md": ZH,
        "releases/fine.en.md": EN.replace("15.26 million", "1.526 billion"),
        "events/suzhou.yaml": BRIEF.replace("Linn", "Eleanor"),
        "README.md": "# Read me\n\nWe has 3 file .\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("room")
def test_annotations_stand_at_file_line_and_column(capsys):
    assert run(["check", "releases", "--report", "github"], "en") == 1
    first = capsys.readouterr().out.splitlines()[0]

    assert first.startswith(
        "::error file=releases/story.en.md,line=3,col=36,endColumn=54,title=figure/scale::"
    )


def test_the_gravest_come_first_and_what_cannot_be_read_before_them(room, capsys):
    (room / "releases" / "bad.docx").write_bytes(b"x")
    assert run(["check", "releases", "events/suzhou.yaml", "--report", "github"], "zh") == 2
    printed = capsys.readouterr()
    kinds = [line.split()[0] for line in printed.out.splitlines()]

    assert kinds == sorted(kinds, key=["::error", "::warning", "::notice"].index)
    assert printed.out.startswith("::error file=releases/bad.docx,title=pressgen::")
    assert printed.err == ""


def test_no_text_of_a_file_becomes_a_command_of_its_own(room, capsys):
    (room / "a,b:c%.zh.md").write_text(
        "# 标题\n\n佛山::error::好,100%的\u2028::stop-commands::x\n", encoding="utf-8"
    )
    run(["check", ".", "--report", "github"], "en")
    lines = capsys.readouterr().out.splitlines()

    assert all(re.match(r"::(error|warning|notice)( [^:]+)?::", line) for line in lines)
    assert any("file=a%2Cb%3Ac%25.zh.md," in line for line in lines)


def test_a_file_is_a_test_that_an_error_makes_fail(room, capsys):
    (room / "releases" / "bad.docx").write_bytes(b"x")
    run(["check", "releases", "--report", "junit"], "en")
    suite = etree.fromstring(capsys.readouterr().out.encode()).find("testsuite")
    failed = [case.get("name") for case in suite if case.find("failure") is not None]

    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("5", "1", "1")
    assert failed == ["releases/story.en.md"]
    assert "releases/story.en.md:3:36  error  figure/scale" in suite.find(".//failure").text


def test_an_event_file_is_drafted_and_checked_at_its_own_lines_and_nothing_is_written(room, capsys):
    before = sorted(room.rglob("*"))

    assert run(["check", "events/suzhou.yaml", "--report", "github"], "en") == 1
    assert "::error file=events/suzhou.yaml,line=9,col=" in capsys.readouterr().out
    assert sorted(room.rglob("*")) == before


def test_a_bad_event_file_is_told_like_any_other_and_the_rest_goes_on(room, capsys):
    (room / "events" / "bad.yaml").write_text("release: expo-attendance\nhall: [\n", encoding="utf-8")

    assert run(["check", "events/bad.yaml", "releases/fine.zh.md", "releases/fine.en.md"], "en") == 2
    printed = capsys.readouterr()
    assert printed.err.startswith("events/bad.yaml:")
    assert "paragraphs: 2" in printed.out


@pytest.mark.usefixtures("room")
def test_the_other_language_is_read_from_beside_a_changed_file(capsys):
    assert run(["check", "releases/story.en.md"], "en") == 0
    assert run(["check", "--pair", "releases/story.en.md", "releases/fine.zh.md"], "en") == 1
    assert "figure/scale" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("hook", "meant", "other"),
    [
        (0, ["story.zh.md", "a/story_en.docx", "新闻稿英文版.docx", "en/x.zh-CN.md", "b.en.ninjs.json"], ["README.md", "zheng.md", "en.py"]),
        (1, ["event.yaml", "x/suzhou.event.yml", "events/2023/a.xlsx"], ["pressgen.yaml", "data/a.yaml", "prevent.yaml"]),
    ],
)  # fmt: skip
def test_a_hook_looks_at_what_it_is_for(hook, meant, other):
    pattern = re.compile(HOOKS[hook]["files"])

    assert [name for name in meant if not pattern.search(name)] == []
    assert [name for name in other if pattern.search(name)] == []


def shell(script: str, room: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """A step as a runner would run it, with this very pressgen."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    script = script.replace("python3 -m pip install", "true python3 -m pip install")
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), **given}
    return subprocess.run(
        ["/bin/bash", "-e", "-c", script],
        cwd=room,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_the_action_annotates_and_fails_and_takes_what_it_is_given_for_nothing_else(room):
    steps = ACTION["runs"]["steps"]
    assert all("${{" not in step["run"] for step in steps)

    done = shell(steps[-1]["run"], room, FILES="releases", HOUSE="", PRESSGEN_UI="en")
    assert (done.returncode, done.stdout.splitlines()[0][:36]) == (1, "::error file=releases/story.en.md,li")
    assert (
        shell(steps[-1]["run"], room, FILES="releases/fine.en.md; touch x", HOUSE="$(touch x)").returncode
        == 2
    )
    assert not (room / "x").exists()


@pytest.mark.slow
def test_the_job_leaves_test_results(room):
    done = shell("\n".join(JOB["script"]), room, PRESSGEN_UI="en")

    assert done.returncode == 1
    assert etree.parse(room / JOB["artifacts"]["reports"]["junit"]).find(".//failure") is not None


@pytest.mark.slow
def test_the_hooks_run_in_a_real_repository(room):
    """pre-commit clones this project, builds it, installs it from the package index, and runs on what is staged."""

    def git(*words: str) -> None:
        named = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        subprocess.run(["/usr/bin/git", *named, *words], cwd=room, check=True, capture_output=True)

    def hooks(hook: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), hook, "--verbose"]
        cache = {"PRE_COMMIT_HOME": str(room / ".cache"), "PRESSGEN_UI": "en"}
        return subprocess.run(
            command, cwd=room, env=os.environ | cache, capture_output=True, text=True, check=False
        )

    git("init", "-q")
    (room / ".git" / "info" / "exclude").write_text(".cache\n", encoding="utf-8")
    git("add", "releases/story.en.md", "releases/story.zh.md", "events", "README.md")
    checked, events = hooks("pressgen-check"), hooks("pressgen-events")

    assert (checked.returncode, events.returncode) == (1, 1)
    assert "figure/scale" in checked.stdout
    assert "README" not in checked.stdout.partition("Using config")[2].partition("====")[2]
    assert "events/suzhou.yaml" in events.stdout
    (room / "releases" / "story.en.md").write_text(
        EN.replace("15.26 million", "1.526 billion"), encoding="utf-8"
    )
    git("add", "releases/story.en.md")
    assert hooks("pressgen-check").returncode == 0
