"""``pressgen check``: what it writes into files and beside them, what it says, how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import docx
import pytest

from pressgen import checks
from pressgen.cli.main import run
from pressgen.document import Block, Document, Release
from pressgen.errors import Wording
from pressgen.findings import Finding, Fix, Rule
from pressgen.formats.word import write
from pressgen.house import House
from tests.desk import run as ran
from tests.documents import HOUSE
from tests.test_word_review import comments, marked, settled, texts

COMMA = Rule("typography/half-width-comma", "warning", Wording("半角", "half width"), Wording("GB", "GB"))
WRONG = Rule("figure/mismatch", "error", Wording("不相等", "do not agree"), Wording("事实", "facts"))
TEXT = "# 佛山到苏州招商\n\n佛山,苏州签约3个项目。\n"


def commas(release: Release, _: House) -> Sequence[Finding]:
    """Half-width commas in Chinese, each with a safe fix."""
    return [
        COMMA.at(block.span(place, place + 1), Fix("，", safe=True))
        for block in release.zh.blocks
        for place, letter in enumerate(block.text)
        if letter == ","
    ]


def threes(release: Release, _: House) -> Sequence[Finding]:
    """A Chinese 3个 held against an English four."""
    zh = [block for block in release.zh.blocks if "3个" in block.text]
    en = [block for block in release.en.blocks if "four" in block.text]
    return [
        WRONG.at(b.span(b.text.index("four"), b.text.index("four") + 4), None,
                 (a.span(a.text.index("3个"), a.text.index("3个") + 2),))
        for a, b in zip(zh, en, strict=False)
    ]  # fmt: skip


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, and two checks whose findings are known."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(checks, "CHECKS", (commas, threes))
    return tmp_path


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """The exit code, standard output and standard error of ``pressgen check``."""

    def checked(*arguments: str, ui: str = "en") -> tuple[int, str, str]:
        code = run(["check", *arguments], ui)
        return (code, *capsys.readouterr())

    return checked


def word(name: str, text: str = "佛山,苏州签约3个项目。", lang: str = "zh") -> bytes:
    data = write(Document(lang, (Block("body", text, lang),)), HOUSE)
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(data)
    return data


def text(name: str, said: str = TEXT) -> Path:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(said, encoding="utf-8", newline="")
    return Path(name)


def test_both_word_files_come_back_with_comments_and_the_originals_stay(check):
    zh, en = word("a.zh.docx"), word("a.en.docx", "Foshan signed four projects.", "en")
    code, _, said = check("a.zh.docx", "a.en.docx", "--review", "out")
    copy_zh, copy_en = Path("out/a.zh.docx").read_bytes(), Path("out/a.en.docx").read_bytes()

    assert (code, Path("a.zh.docx").read_bytes(), Path("a.en.docx").read_bytes()) == (1, zh, en)
    assert marked(copy_zh) == {"0": ",", "1": "3个"}
    assert marked(copy_en) == {"0": "four"}
    assert "a.zh.docx paragraph 1: “3个”" in comments(copy_en)[0][1]
    assert texts(copy_zh) == ["佛山，苏州签约3个项目。"]
    assert texts(settled(copy_zh, accept=False)) == ["佛山,苏州签约3个项目。"]
    assert f"{Path('out/a.zh.docx')}: comments: 2, tracked changes: 1" in said


@pytest.mark.parametrize("given", ["a.docx", "."])
def test_a_copy_is_never_written_over_its_original(check, given):
    data = word("a.docx")
    code, _, said = check(given, "--review", ".")

    assert (code, Path("a.docx").read_bytes()) == (2, data)
    assert said == "a.docx: the copy would replace the original; give --review another folder\n"


def test_two_copies_of_one_name_are_refused_before_anything_is_written(check):
    word("a/x.docx"), word("b/x.docx")
    code, _, said = check("a/x.docx", "b/x.docx", "--review", "out")

    assert (code, Path("out").exists()) == (2, False)
    assert "one by one into two folders" in said


def test_a_copy_somebody_worked_in_is_kept_and_the_new_one_stands_beside_it(check):
    word("a.docx")
    check("a.docx", "--review", "out")
    check("a.docx", "--review", "out")
    assert [path.name for path in Path("out").glob("*.docx")] == ["a.docx"]

    Path("out/a.docx").write_bytes(b"edited")
    _, _, said = check("a.docx", "--review", "out")

    assert Path("out/a.docx").read_bytes() == b"edited"
    assert Path("out/a.2.docx").exists()
    assert "kept" in said


def test_a_folder_is_walked_its_copies_too_lie_in_folders_and_are_not_checked_again(check):
    word("in/a.docx"), word("in/sub/b.docx")
    for _ in range(2):
        code, out, _ = check("in", "--review", "in/out", "--report", "json")

    assert json.loads(out)["files"] == [str(Path("in/a.docx")), str(Path("in/sub/b.docx"))]
    assert Path("in/out/a.docx").exists()
    assert Path("in/out/sub/b.docx").exists()
    assert code == 0


def test_a_text_file_has_no_copy_and_is_told_so(check):
    text("a.md")

    assert "is no Word file and has no review copy" in check("a.md", "--review", "out")[2]
    assert not Path("out").exists()


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_safe_fixes_are_made_in_the_text_file_and_only_what_is_left_is_reported(check, name):
    path = text(name, TEXT.replace("\n", "\r\n"))
    code, out, said = check(name, "--fix")

    assert path.read_bytes().decode() == TEXT.replace(",", "，").replace("\n", "\r\n")
    assert (code, out.splitlines()[0], said) == (0, "no findings", f"{name}: 1 fixed\n")


def test_a_doubtful_fix_is_not_made(check, monkeypatch):
    def doubtful(release: Release, house: House) -> Sequence[Finding]:
        return [COMMA.at(found.span, Fix("、")) for found in commas(release, house)]

    monkeypatch.setattr(checks, "CHECKS", (doubtful,))
    path = text("a.md")
    _, out, said = check("a.md", "--fix")

    assert (path.read_text(encoding="utf-8"), said) == (TEXT, "")
    assert "suggestion: 、" in out


def test_a_word_file_is_fixed_in_a_copy_only(check):
    data = word("a.docx")

    assert "add --review DIR" in check("a.docx", "--fix")[2]
    assert "add --review DIR" not in check("a.docx", "--fix", "--review", "out")[2]
    assert Path("a.docx").read_bytes() == data
    assert texts(Path("out/a.docx").read_bytes()) == ["佛山，苏州签约3个项目。"]


def test_a_bad_file_is_reported_and_the_rest_goes_on(check):
    word("a.zh.docx")
    text("a.en.docx", "plain text")
    text("b.md")
    code, out, said = check(".", "--report", "json")

    assert code == 2
    assert said.startswith("a.en.docx: this is really plain text")
    assert json.loads(out)["files"] == ["a.zh.docx", "b.md"]
    assert len(json.loads(out)["findings"]) == 2


def test_the_page_to_print_is_one_of_the_reports(check):
    text("a.md")
    out = check("a.md", "--report", "html", ui="zh")[1]

    assert out.startswith("<!DOCTYPE html>")
    assert "佛山<mark>,</mark>苏州" in out


def test_an_accepted_fault_is_not_reported_again_nor_written_anywhere(check):
    word("a.docx")
    text("pressgen.accepted.yaml", '- {rule: typography/half-width-comma, text: ",", reason: 沿用原文}\n')
    _, out, said = check("a.docx", "--review", "out")

    assert out.startswith("no findings\n")
    assert "1 accepted, not listed" in said
    assert Path("out/a.docx").read_bytes() == Path("a.docx").read_bytes()


def test_an_acceptance_without_a_reason_is_refused_and_a_stale_one_is_named(check):
    text("a.md", "# 佛山招商\n")
    text("pressgen.accepted.yaml", "- {rule: figure/mismatch, text: 3个, reason: 已核}\n")
    code, _, said = check("a.md")
    assert (code, "pressgen.accepted.yaml:1:3: note: this acceptance of figure/mismatch" in said) == (0, True)

    text("pressgen.accepted.yaml", "- {rule: figure/mismatch, text: 3个}\n")
    assert check("a.md")[::2] == (2, "pressgen.accepted.yaml:1:3: reason is missing; add it\n")


def test_text_from_a_pipe_is_checked():
    words = [sys.executable, "-m", "pressgen", "--ui", "en", "check", "-", "--report", "json"]
    done = subprocess.run(words, input=TEXT.encode(), capture_output=True, check=False)

    assert (done.returncode, json.loads(done.stdout)["files"]) == (0, ["-"])


def test_a_house_for_another_day_loads_nothing_twice(house):
    first = house()
    loaded = first.glossary

    later = first.on_day(date(2023, 7, 18))
    assert (later.on, later.glossary is loaded) == (date(2023, 7, 18), True)


def test_rows_have_no_files_to_change(check):
    assert check("--jsonl", "--fix")[0] == 2


def test_two_files_of_one_language_are_no_pair(check):
    text(
        "a.txt",
        "佛山在苏州举办了先进制造业招商会，来宾很多，反响也很热烈，大家都谈得很好。\n\nFoshan signed four.\n",
    )
    text("b.txt", "南海签约3个项目。\n")

    code, said, _ = check("a.txt", "b.txt", "--report", "json")

    assert (code, json.loads(said)["findings"]) == (0, [])


def test_the_last_line_says_what_was_compared(check):
    text("a.zh.md", "# 佛山招商\n\n佛山签约2个项目。\n")
    text("a.en.md", "# Foshan courts investors\n\nFoshan signed two projects.\n")
    assert check("a.zh.md", "a.en.md")[1].splitlines() == [
        "no findings",
        "compared – paragraphs: 2, figures: 1, names of the glossary: 3",
    ]
    assert check(".", ui="zh")[1].splitlines()[-1] == "已对照：2段、1处数字、3个术语表里的名称"


def test_a_file_without_its_other_language_is_named(check):
    text("a.zh.md"), text("b.zh.md")
    out = check(".")[1]
    assert "not compared with another language: a.zh.md, b.zh.md; give both files" in out
    assert "compared –" not in out

    found = json.loads(check(".", "--report", "json")[1])
    assert (found["not_compared"], found["compared"]["paragraphs"]) == (["a.zh.md", "b.zh.md"], 0)

    (run_,) = json.loads(check(".", "--report", "sarif")[1])["runs"]
    (invocation,) = run_["invocations"]
    assert invocation["executionSuccessful"]
    assert "a.zh.md, b.zh.md" in invocation["toolExecutionNotifications"][0]["message"]["text"]
    assert "not compared" in check(".", "--report", "html")[1]


def test_a_file_that_could_not_be_read_never_comes_with_no_findings(check):
    Path("a.txt").write_bytes("佛山".encode("gb18030"))
    code, out, said = check("a.txt")
    assert (code, out) == (2, "could not be read: a.txt\n")
    assert "GB18030" in said

    text("b.txt", "佛山签约2个项目。\n")
    assert check("a.txt", "b.txt")[1].startswith("no findings in what could be read\n")
    assert json.loads(check("a.txt", "--report", "json")[1])["not_read"] == ["a.txt"]
    (run_,) = json.loads(check("a.txt", "--report", "sarif")[1])["runs"]
    assert not run_["invocations"][0]["executionSuccessful"]


def test_conversions_without_a_day_are_said_once(check):
    text("a.zh.md", "# 佛山招商\n\n签约10亿元（1.4亿美元）、20亿元（2.8亿美元）。\n")
    assert "conversions not held against a rate, as no day is known: 2; give --on" in check("a.zh.md")[1]
    assert "no day is known" not in check("a.zh.md", "--on", "2023-07-18")[1]
    dated = "---\ndate: 2023-07-18\n---\n\n# 佛山招商\n\n签约10亿元（1.4亿美元）。\n"
    text("b.zh.md", dated)
    assert "no day is known" not in check("b.zh.md")[1]


def test_what_a_reader_leaves_out_of_a_word_file_is_said(check):
    made = docx.Document()
    made.add_paragraph("佛山签约2个项目。")
    made.sections[0].header.paragraphs[0].text = "佛山日报"
    made.save("a.docx")
    assert "not checked in a.docx: headers and footers (1)" in check("a.docx")[1]
    assert "a.docx中未检查：页眉和页脚 (1)" in check("a.docx", ui="zh")[1]


def test_a_folder_without_anything_to_check_is_an_error(check):
    Path("empty").mkdir()
    text("pictures/a.jpg")
    for folder in ("empty", "pictures"):
        code, out, said = check(folder)
        assert (code, out) == (2, "")
        assert "there is no file to check in this folder" in said


BAD_LINES = [
    b"not json",
    b"[1, 2]",
    '{"zh": "没有编号"}'.encode(),
    b'{"id": 1, "zh": 5}',
    b'{"id": 1, "zh": ["a"]}',
    b'{"id": 1, "en": false}',
    b'{"id": 1, "zh": "\\ud800"}',
    b'{"id": 1}',
    '{"id": 1, "zh": "佛山", "on": "明天"}'.encode(),
    '{"id": 1, "zh": "佛山"}'.encode("gb18030"),
]


@pytest.mark.parametrize("name", ["rows.jsonl", "-"])
def test_each_bad_line_is_named_with_its_number_and_the_rest_goes_on(name):
    good = [f'{{"id": "{number}", "zh": "佛山签约2个项目。"}}'.encode() for number in range(len(BAD_LINES))]
    lines = b"\n".join(line for pair in zip(BAD_LINES, good, strict=True) for line in pair)
    Path("rows.jsonl").write_bytes(lines)
    done = ran("check", "--jsonl", name, cwd=Path(), stdin=lines)

    said = done.stderr.splitlines()
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == list(map(str, range(len(good))))
    assert (done.returncode, len(said)) == (2, len(BAD_LINES))
    file = "stdin" if name == "-" else "rows.jsonl"
    assert all(line.startswith(f"{file}:{1 + 2 * number}: ") for number, line in enumerate(said))


def test_gbk_from_a_pipe_is_refused_by_its_name():
    done = ran("check", "-", cwd=Path(), stdin="佛山签约。".encode("gb18030"))
    assert (done.returncode, "no findings" in done.stdout) == (2, False)
    assert "GB18030" in done.stderr
