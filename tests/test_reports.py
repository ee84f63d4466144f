"""Findings for people and machines: what stands where, in both languages, on a terminal and in JSON."""

from __future__ import annotations

import json as stdlib_json
import re
from dataclasses import replace
from typing import Any

import pytest

from pressgen.document import Block, Release, Span
from pressgen.errors import Wording
from pressgen.findings import Finding, Fix, Rule
from pressgen.formats.markdown import read
from pressgen.reports import console, html, json, sarif
from pressgen.reports.excerpt import width
from pressgen.reports.html import Numbered, marked

MISMATCH = Rule(
    "figure/mismatch",
    "error",
    Wording("{zh}与英文“{en}”不符", "{en} does not equal {zh}"),
    Wording("两种文本的数字必须一致", "both texts carry the same figures"),
)
COMMA = Rule(
    "typography/half-width-comma",
    "warning",
    Wording("中文用了半角逗号", "a half-width comma in Chinese"),
    Wording("GB/T 15834", "GB/T 15834"),
)
ZH = read("# 佛山招商\n\n项目签约。上半年总投资2405.72亿元,增长快。后续跟进。\n".encode(), "佛山.zh.md")
EN = read(b"# Foshan signs\n\nSigned. They total 24.0572 billion yuan.\n", "foshan.en.md")
BOTH = Release(ZH.blocks + EN.blocks)


def found() -> list[Finding]:
    zh, en = ZH.blocks[1], EN.blocks[1]
    values = {"zh": "2405.72亿元", "en": "24.0572 billion yuan"}
    return [
        COMMA.at(zh.span(20, 21), Fix("，", safe=True)),
        MISMATCH.at(zh.span(11, 20), related=(en.span(19, 39),), **values),
    ]


def test_the_console_underlines_the_fault_by_columns_and_shows_both_places() -> None:
    assert console.report(found(), BOTH, "zh").split("\n") == [
        "佛山.zh.md",
        "  3:12  错误  figure/mismatch  2405.72亿元与英文“24.0572 billion yuan”不符",
        "    上半年总投资2405.72亿元,增长快。",
        "                ^^^^^^^^^^^",
        "    → foshan.en.md:3:20",
        "    They total 24.0572 billion yuan.",
        "               ^^^^^^^^^^^^^^^^^^^^",
        "  3:21  警告  typography/half-width-comma  中文用了半角逗号",
        "    上半年总投资2405.72亿元,增长快。",
        "                           ^",
        "    可改为：，",
        "",
        "1处错误，1处警告",
    ]


def test_a_habit_is_shown_twice_and_then_counted() -> None:
    block = Block("body", "a,b,c,d,e", "zh", at=Span("稿.md", 0, 0, 9, "", "zh", 1, 1))
    notes = [
        replace(COMMA.at(block.span(at, at + 1)), rule=replace(COMMA, severity="note")) for at in (1, 3, 5, 7)
    ]

    said = console.report(notes, Release((block,)), "zh").split("\n")

    assert sum("half-width-comma  中文" in line for line in said) == 2
    assert "  另有2处提示属typography/half-width-comma（--all全部列出）" in said
    assert said[-1] == "4处提示"
    assert "另有" not in console.report(notes, Release((block,)), "zh", everything=True)


def test_warnings_are_never_left_out() -> None:
    block = Block("body", "a,b,c,d,e", "zh", at=Span("稿.md", 0, 0, 9, "", "zh", 1, 1))
    warnings = [COMMA.at(block.span(at, at + 1)) for at in (1, 3, 5, 7)]

    assert console.report(warnings, Release((block,)), "zh").count("中文用了半角逗号") == 4


def test_a_report_speaks_english_to_those_who_want_it() -> None:
    said = console.report(found(), BOTH, "en")
    assert "error  figure/mismatch  24.0572 billion yuan does not equal 2405.72亿元" in said
    assert said.endswith("1 error, 1 warning")


def test_colour_changes_nothing_but_colour() -> None:
    painted = console.report(found(), BOTH, "zh", color=True)
    assert "\x1b[1;31m" in painted
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == console.report(found(), BOTH, "zh")


def test_no_findings_are_said_in_a_word() -> None:
    assert console.report([], BOTH, "zh") == "没有发现问题"


def test_a_word_file_is_placed_by_paragraph() -> None:
    block = Block("body", "一,二", "zh", at=Span("稿.docx", 4, 0, 3, "一,二", "zh"))
    said = console.report([COMMA.at(block.span(1, 2))], Release((block,)), "zh")
    assert "  第5段  警告" in said


def test_a_terminal_is_sent_no_control_from_a_file() -> None:
    block = Block("body", "a\x1b[2Jb\u202ec", "en", at=Span("a\x1b.md", 0, 0, 7, "", "en", 1, 1))
    said = console.report([COMMA.at(block.span(0, 7))], Release((block,)), "en")
    assert "\x1b" not in said
    assert "a<U+001B>[2Jb<U+202E>c" in said


def test_a_finding_whose_text_is_not_at_hand_still_says_what_it_is_about() -> None:
    assert "    2405.72亿元\n    ^^^^^^^^^^^\n" in console.report(found(), None, "zh")


@pytest.mark.parametrize(("text", "columns"), [("佛山GDP", 7), ("é", 1), ("e\u0301", 1), ("，", 2), ("", 0)])
def test_han_takes_two_columns(text: str, columns: int) -> None:
    assert width(text) == columns


def test_json_has_the_promised_fields() -> None:
    whole = stdlib_json.loads(json.report(found(), ["佛山.zh.md", "foshan.en.md"], "en"))
    comma, mismatch = whole["findings"]
    assert (whole["version"], whole["files"]) == (1, ["佛山.zh.md", "foshan.en.md"])
    assert mismatch == {
        "rule": "figure/mismatch", "severity": "error", "file": "佛山.zh.md", "lang": "zh", "block": 1,
        "start": 11, "end": 20, "line": 3, "column": 12, "text": "2405.72亿元",
        "message": "24.0572 billion yuan does not equal 2405.72亿元", "fix": None,
        "related": [
            {"file": "foshan.en.md", "lang": "en", "block": 1, "start": 19, "end": 39, "line": 3,
             "column": 20, "text": "24.0572 billion yuan"}
        ],
    }  # fmt: skip
    assert comma["fix"] == {"text": "，", "safe": True}


def test_json_of_a_passage_names_no_block() -> None:
    one = json.finding(COMMA.at(Span("", None, 1, 2, ",", "zh")), "zh")
    assert "block" not in one
    assert one["message"] == "中文用了半角逗号"


def log(findings: list[Finding]) -> dict[str, Any]:
    whole: dict[str, Any] = stdlib_json.loads(sarif.report(findings, "zh"))
    return whole


def test_sarif_has_what_the_standard_requires() -> None:
    whole = log(found())
    (run,) = whole["runs"]
    driver = run["tool"]["driver"]
    assert (whole["version"], driver["name"], run["columnKind"]) == ("2.1.0", "pressgen", "unicodeCodePoints")
    assert {rule["id"] for rule in driver["rules"]} == {"figure/mismatch", "typography/half-width-comma"}
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]


def test_sarif_places_a_fault_and_its_counterpart() -> None:
    mismatch = log(found())["runs"][0]["results"][1]
    place = mismatch["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "%E4%BD%9B%E5%B1%B1.zh.md"
    assert place["region"] == {
        "startLine": 3, "startColumn": 12, "endLine": 3, "endColumn": 21, "snippet": {"text": "2405.72亿元"}
    }  # fmt: skip
    (related,) = mismatch["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "foshan.en.md"


def test_sarif_places_a_word_file_by_paragraph() -> None:
    result = log([COMMA.at(Span("稿.docx", 4, 1, 2, ",", "zh"))])["runs"][0]["results"][0]
    (place,) = result["locations"]
    assert "region" not in place["physicalLocation"]
    assert place["logicalLocations"] == [{"name": "第5段", "kind": "element"}]


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a b/稿.md", "a%20b/%E7%A8%BF.md"),
        ("/desk/a.md", "file:///desk/a.md"),
        ("C:\\x\\a.md", "file:///C:/x/a.md"),
    ],
)
def test_sarif_names_files_as_addresses(file: str, uri: str) -> None:
    result = log([COMMA.at(Span(file, 0, 0, 1, ",", "zh", 1, 1))])["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def cells(page: str) -> list[list[str]]:
    """Each row of the page's tables as the plain text of its cells, numbers in brackets."""
    numbered = re.sub(r"<sup[^>]*><a[^>]*>(\d+)</a></sup>", r"[\1]", page)
    rows = re.findall(r"<tr>(<td.*?)</tr>", numbered, re.DOTALL)
    return [[re.sub("<[^>]+>", "", cell) for cell in re.split("</td>", row)[:-1]] for row in rows]


def test_the_page_lays_paragraph_beside_paragraph_and_numbers_the_faults() -> None:
    assert cells(html.report(found(), BOTH, "zh")) == [
        ["佛山招商", "Foshan signs"],
        [
            "项目签约。上半年总投资2405.72亿元[1],[2]增长快。后续跟进。",
            "Signed. They total 24.0572 billion yuan[1].",
        ],
    ]


def test_the_page_marks_a_fault_and_its_counterpart_at_their_characters() -> None:
    said = html.report(found(), BOTH, "zh")
    assert (
        '<mark class="error">2405.72亿元</mark><sup class="error" id="m1"><a href="#f1">1</a></sup>' in said
    )
    assert '<mark class="related">24.0572 billion yuan</mark><sup class="related"><a href="#f1">1' in said
    assert '<section class="error" id="f1">' in said
    assert "→ foshan.en.md 3:20" in said


def test_the_page_says_what_to_write() -> None:
    fixes = Fix("<a ", safe=True), Fix("", safe=True)
    said = html.report([COMMA.at(ZH.blocks[1].span(20, 21), fix) for fix in fixes], ZH, "en")
    assert '<p class="fix">write: <ins>&lt;a </ins></p>' in said
    assert '<p class="fix">leave it out</p>' in said


def test_what_a_person_must_decide_is_a_suggestion_in_every_report() -> None:
    findings = [COMMA.at(ZH.blocks[1].span(20, 21), Fix("15.26 billion yuan"))]
    assert "    suggestion: 15.26 billion yuan" in console.report(findings, ZH, "en").splitlines()
    assert "    建议改为：15.26 billion yuan" in console.report(findings, ZH, "zh").splitlines()
    assert "suggestion: <ins>15.26 billion yuan</ins>" in html.report(findings, ZH, "en")
    (only,) = stdlib_json.loads(json.report(findings, ["a.md"]))["findings"]
    assert only["fix"] == {"text": "15.26 billion yuan", "safe": False}
    (result,) = log(findings)["runs"][0]["results"]
    assert result["properties"]["fix"] == {"text": "15.26 billion yuan", "safe": False}


def test_the_page_escapes_all_it_is_given() -> None:
    hostile = Block("body", "<script>x&y", "en", at=Span("<a>.md", 0, 0, 11, "", "en", 1, 1))
    said = html.report([COMMA.at(hostile.span(3, 10))], Release((hostile,)), "en")
    assert '&lt;sc<mark class="warning">ript&gt;x&amp;</mark>' in said
    assert "<script" not in said
    assert "<a>" not in said


@pytest.mark.parametrize(
    ("marks", "shown"),
    [
        ([(1, 4, "error"), (2, 3, "note")], "a{b}{{c}}2{d}1e"),
        ([(0, 3, "error"), (2, 5, "note")], "{ab}{{c}}1{de}2"),
        ([(1, 3, "error"), (1, 3, "note")], "a{{bc}}12de"),
        ([(1, 2, "error"), (2, 3, "note")], "a{b}1{c}2de"),
        ([(2, 2, "error"), (1, 4, "note")], "a{b}{‸}1{cd}2e"),
        ([(0, 0, "error"), (5, 5, "note")], "{‸}1abcde{‸}2"),
    ],
)
def test_marks_that_overlap_share_what_they_share(marks: list[tuple[int, int, Any]], shown: str) -> None:
    numbered = [Numbered(start, end, n, kind) for n, (start, end, kind) in enumerate(marks, 1)]
    said = re.sub(r'<mark class="\w+ shared">(.*?)</mark>', r"{{\1}}", marked("abcde", numbered))
    assert re.sub("<[^>]+>", "", re.sub(r"<mark[^>]*>(.*?)</mark>", r"{\1}", said)) == shown


def test_a_finding_that_stands_nowhere_in_the_text_is_listed_without_a_mark() -> None:
    lost = COMMA.at(Span("佛山.zh.md", 1, 20, 21, "；", "zh", 3, 21))
    said = html.report([lost, *found()], BOTH, "en")
    assert said.index("Not marked in the text") < said.index('id="f3"')
    assert 'id="m3"' not in said
    assert '<b class="number">3</b>' in said


def test_files_that_are_no_pair_stand_one_after_the_other() -> None:
    names = "一.zh.md", "二.en.md", "三.zh.md", "三.en.md"
    read_as = [read(("# 佛山\n" if "zh" in name else "# Foshan\n").encode(), name).blocks for name in names]
    said = html.report([], Release(tuple(block for blocks in read_as for block in blocks)), "zh")
    assert cells(said) == [["佛山"], ["Foshan"], ["佛山", "Foshan"]]


def test_a_paragraph_without_a_counterpart_leaves_the_other_side_empty() -> None:
    zh = read("# 佛山\n\n共签约12个项目。\n".encode(), "a.zh.md")
    said = html.report([], Release(zh.blocks + read(b"# Foshan\n", "a.en.md").blocks), "zh")
    assert cells(said) == [["佛山", "Foshan"], ["共签约12个项目。", ""]]


def test_a_page_of_findings_alone_still_lists_them() -> None:
    said = html.report(found(), None, "zh")
    assert "<table" not in said
    assert '<blockquote lang="zh-CN"><mark>2405.72亿元</mark></blockquote>' in said


def test_a_page_without_findings_says_so() -> None:
    assert "<p>no findings</p>" in html.report([], BOTH, "en")
