"""pressgen statements: which kinds there are, and how each is written."""

import re

import openpyxl
import pytest
import yaml

from pressgen.cli.statements import shown
from pressgen.events.cases import cases
from pressgen.events.fields import KINDS
from pressgen.source.choices import KINDS as IN_CHINESE
from tests.conftest import BRIEF, ROOT
from tests.desk import run
from tests.forms import TYPES
from tests.grids import some
from tests.statements import FOLDERS


def test_every_kind_is_listed_by_its_name_and_in_both_languages() -> None:
    said = run("statements", "--ui", "zh", cwd=ROOT).stdout.splitlines()

    assert [line.split()[0] for line in said] == list(TYPES.statements)
    assert (
        re.sub(" +", " ", said[list(TYPES.statements).index("quote")]) == "quote 引语 · Quotation: 谁的原话"
    )


def test_the_help_stands_in_the_language_asked_for() -> None:
    assert "引语 · Quotation: Somebody's exact words" in run("statements", "--ui", "en", cwd=ROOT).stdout


def test_a_type_shows_its_own_fields_and_where_those_of_its_statements_are() -> None:
    said = run("types", "policy-announcement", "--ui", "en", cwd=ROOT).stdout

    assert re.search(r"^  panel +statement +Panel: .* → pressgen statements attendance$", said, re.MULTILINE)
    assert re.search(r"^    hotline", said, re.MULTILINE) is None
    assert len(said.splitlines()) < 90


def test_only_the_kinds_of_a_type_may_be_listed() -> None:
    said = run("statements", "--type", "festival", cwd=ROOT).stdout.splitlines()

    assert [line.split()[0] for line in said] == TYPES["festival"].fitting
    assert 0 < len(said) < len(TYPES.statements)


@pytest.mark.parametrize("name", ["share", "占比", "Share"])
def test_a_kind_is_shown_by_its_name_or_label(name: str) -> None:
    said = run("statements", name, "--ui", "en", cwd=ROOT).stdout

    assert said.startswith("share · 占比 · Share\n")
    assert re.search(r"^  value\* +percent +Share: A percentage", said, re.MULTILINE)
    assert "of: {signed.projects}\n" in said
    assert "\nzh  今年上半年，佛山签约项目267个。其中，制造业项目占71.5%" in said
    assert "\nen  In the first half of this year, Foshan signed contracts for 267 projects." in said


def test_in_chinese_kinds_of_fields_and_choices_are_chinese() -> None:
    words = [
        line
        for kind in TYPES.statements.values()
        for line in "\n".join(shown(kind, "zh", every=False)).split("\n\n")[1].splitlines()
        if not line.lstrip().startswith("*")
    ]
    page = (ROOT / "docs" / "events.zh.md").read_text(encoding="utf-8")

    assert [line for line in words if not re.match(r" +\w+\*? +[\u4e00-\u9fff]+ ", line)] == []
    assert set(IN_CHINESE) == set(KINDS)
    assert [kind for kind in KINDS if f"`{kind}`" not in page] == []


def test_every_example_of_a_kind_is_shown_if_asked_for() -> None:
    one, every = (run("statements", "share", *more, cwd=ROOT).stdout for more in ((), ("--all",)))

    assert one.count("\nzh  ") == 1
    assert every.count("\nzh  ") == len(cases(ROOT / "templates" / "statements" / "share")) > 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("statements", "shar"), "there is no kind of statement shar; did you mean share?"),
        (("statements", "xyzzy"), "there is no kind of statement xyzzy; there are agreements, "),
        (("statements", "--type", "nosuch"), "there is no release type nosuch"),
        (("new", "festival", "--kinds", "share"), "--kinds is for the Excel form; add --xlsx"),
        (("new", "festival", "--xlsx", "--kinds", "shar"), "there is no kind of statement shar; did you mean share?"),
    ],
)  # fmt: skip
def test_what_there_is_not_is_one_line_and_exit_2(arguments: tuple[str, ...], said: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    done = run(*arguments, "--ui", "en", cwd=tmp_path)

    assert (done.returncode, done.stdout, list(tmp_path.iterdir())) == (2, "", [])
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("folder", some(FOLDERS, ids=lambda folder: folder.name))
def test_an_example_in_block_style_says_what_its_case_says(folder) -> None:  # type: ignore[no-untyped-def]
    for case in cases(folder):
        shown = yaml.load(case.event, yaml.BaseLoader)  # noqa: S506  # every value as text, as events are read
        assert shown == {name: value for name, value in case.facts.items() if value != "~"}


def test_an_example_drafts_as_it_is_shown(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (case, *_) = cases(ROOT / "templates" / "statements" / "share")
    (tmp_path / "event.yaml").write_text(f"{BRIEF}{case.event}", encoding="utf-8")

    run("draft", "event.yaml", cwd=tmp_path)

    assert case.zh in (tmp_path / "brief.zh.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_form_has_sheets_of_the_kinds_asked_for_by_name_or_label(tmp_path) -> None:  # type: ignore[no-untyped-def]
    done = run("new", "festival", "--xlsx", "--kinds", "past，门槛", cwd=tmp_path)

    assert done.returncode == 0
    assert {"往届 Earlier edition", "门槛 Threshold"} <= set(
        openpyxl.load_workbook(tmp_path / "festival.xlsx").sheetnames
    )


@pytest.mark.parametrize("name", sorted(TYPES))
def test_a_new_event_names_the_kinds_that_go_with_it_and_the_dateline(name: str) -> None:
    said = run("new", name, cwd=ROOT).stdout
    comments = " ".join(line.removeprefix("# ") for line in said.splitlines() if line.startswith("#"))

    assert f"kinds of statement that go with this type: {', '.join(TYPES[name].fitting)} " in comments
    assert "pressgen statements share" in said
    assert "\n# dateline: 佛山   # " in said or "\ndateline: 佛山" in said
    assert "\n# story:" in said or "\nstory:" in said
