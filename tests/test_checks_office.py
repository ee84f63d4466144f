"""The words an office adds to the checks' tables."""

from __future__ import annotations

import pytest

from pressgen import api
from pressgen.errors import PressgenError

HEADER = "scale,value,lang,sure,words,source\n"


def _found(folder, zh, en):
    (folder / "pressgen.toml").touch()
    house = api.open_house(newsroom=api.open_newsroom(folder))
    return [(one.rule.id, one.span.text) for one in api.check(api.passages(zh, en), house)]


def _write(folder, name, text):
    (folder / "words").mkdir(exist_ok=True)
    (folder / "words" / name).write_text(text, encoding="utf-8")


OWN_STATUS = HEADER + (
    "vote,pass,zh,yes,亮绿灯,our own usage\n"
    "vote,pass,en,yes,waved through,our own usage\n"
    "vote,reject,zh,yes,亮红灯,our own usage\n"
    "vote,reject,en,yes,stopped cold,our own usage\n"
)


def test_an_offices_own_words_of_status_are_held_against_each_other(tmp_path):
    _write(tmp_path, "status.csv", OWN_STATUS)
    wrong = _found(tmp_path, "评审会给方案亮绿灯。", "The panel stopped cold the plan.")
    assert ("status/stage", "stopped cold") in wrong
    assert _found(tmp_path, "评审会给方案亮绿灯。", "The panel waved through the plan.") == []


def test_an_offices_own_title_answers(tmp_path):
    zh, wrong = "县推介官贺知远出席。", "He Zhiyuan, the county’s mayor, attended."
    right = "He Zhiyuan, the county’s promoter, attended."
    _write(tmp_path, "titles.csv", "zh,en,source\n推介官,promoter|promotion officer,our own usage\n")
    assert [rule for rule, _ in _found(tmp_path, zh, wrong)] == ["terminology/title"]
    assert _found(tmp_path, zh, right) == []


@pytest.mark.parametrize(
    ("line", "place", "said"),
    [
        ("mood,up,zh,yes,高兴,usage", "status.csv:2:1", "no scale “mood”"),
        ("vote,pass,fr,yes,oui,usage", "status.csv:2:11", "lang is zh or en"),
        ("vote,pass,zh,maybe,好,usage", "status.csv:2:14", "sure is yes or no"),
        ("vote,pass,zh,yes,好{x},usage", "status.csv:2:18", "{x} is no part"),
        ("vote,pass,zh,yes,好,", "status.csv:2:20", "source must not be empty"),
    ],
)
def test_a_bad_line_is_named_with_its_place(tmp_path, line, place, said):
    _write(tmp_path, "status.csv", HEADER + line + "\n")
    with pytest.raises(PressgenError) as caught:
        _found(tmp_path, "好。", "Good.")
    assert place in str(caught.value)
    assert said in str(caught.value)
