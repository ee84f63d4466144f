"""Faults accepted once and for all: which are, which are not, and what a file of them must say."""

from __future__ import annotations

from pathlib import Path

import pytest

from pressgen import api
from pressgen.document import Span
from pressgen.errors import PressgenError, Wording
from pressgen.findings import Finding, Rule
from pressgen.house import House, open_newsroom
from pressgen.house.accepted import FILE, judged, read
from tests.conftest import TODAY

RULE = Rule("typography/half-width-comma", "warning", Wording("半角", "half width"), Wording("GB", "GB"))


def fault(file: Path | str, text: str = "1,000") -> Finding:
    return RULE.at(Span(str(file), 0, 3, 3 + len(text), text, "zh"))


def told(folder: Path, text: str, name: str = FILE) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def entry(**given: str) -> str:
    said = {"rule": RULE.id, "text": "1,000", "reason": "官方名称"} | given
    return "- " + "\n  ".join(f'{key}: "{value}"' for key, value in said.items()) + "\n"


@pytest.fixture
def base(house) -> House:
    return house()


def test_without_a_file_every_finding_stands(base, tmp_path):
    found = [fault(tmp_path / "a.md")]

    assert judged(found, base, [str(tmp_path / "a.md")]).findings == found


def test_the_very_words_under_the_very_rule_are_accepted_and_nothing_else(base, tmp_path):
    told(tmp_path, entry())
    here, other = fault(tmp_path / "a.md"), fault(tmp_path / "a.md", "2,000")
    result = judged([here, other], base, [str(tmp_path / "a.md")])

    assert result.findings == [other]
    assert [(finding, one.reason) for finding, one in result.accepted] == [(here, "官方名称")]


def test_a_file_may_be_named_and_another_is_not_meant(base, tmp_path):
    told(tmp_path, entry(file="马拉松*.docx"))
    meant, other = fault(tmp_path / "马拉松.zh.docx"), fault(tmp_path / "签约.zh.docx")

    assert judged([meant, other], base, [meant.span.file, other.span.file]).findings == [other]


def test_a_file_beside_one_text_is_not_for_the_next_folder(base, tmp_path):
    told(tmp_path / "a", entry())
    elsewhere = fault(tmp_path / "b" / "x.md")

    assert judged([elsewhere], base, [str(tmp_path / "a" / "x.md"), elsewhere.span.file]).findings == [
        elsewhere
    ]


def test_a_newsroom_and_a_house_accept_for_all_their_texts(tmp_path):
    told(tmp_path, 'house = "foshan-news"\n', "pressgen.toml")
    told(tmp_path, entry())
    told(tmp_path, entry(text="3,000"), "templates/houses/foshan-news/accepted.yaml")
    house = api.open_house(newsroom=open_newsroom(tmp_path), today=TODAY)
    result = judged([fault("x.md"), fault("x.md", "3,000"), fault("x.md", "5,000")], house, ["x.md"])

    assert [finding.span.text for finding in result.findings] == ["5,000"]
    assert result.stale == []


def test_an_acceptance_that_meets_nothing_any_more_is_named_with_its_place(base, tmp_path):
    told(tmp_path, entry() + entry(text="旧,句", file="a.md") + entry(text="别处", file="b.md"))
    result = judged([fault(tmp_path / "a.md")], base, [str(tmp_path / "a.md")])

    assert [(one.text, one.at.line) for one in result.stale] == [("旧,句", 4)]


def test_all_faults_of_a_file_are_told_at_once(tmp_path):
    path = told(tmp_path, entry(reason=" ") + entry(rule="comma") + "- {rule: a/b, text: x}\n- {rul: a/b}\n")
    with pytest.raises(PressgenError) as caught:
        read(path)

    said = caught.value.say("en")
    assert f"{path}:1:3: there is no reason; say in reason why" in said
    assert f"{path}:4:3: rule should be like figure/mismatch, as reports name it" in said
    assert "reason is missing" in said
    assert "there is no rul; did you mean rule?" in said


def test_what_is_no_list_is_refused(tmp_path):
    with pytest.raises(PressgenError, match="should be a list"):
        read(told(tmp_path, "rule: figure/mismatch\n"))
