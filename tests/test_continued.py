"""A sentence goes on from the one before in its statement's words, where both are about the same and short."""

import pytest

from pressgen import api
from tests.conftest import BRIEF

RATE = "indicator: {name: {zh: 轮渡准班率, en: ferry punctuality}, value: 88.2%, period: 2023-06}"
GOAL = "target: {by: 2029年底, who: {zh: 该公司, en: the company}, what: {zh: WHATZH, en: WHATEN}, to: 95%, how: goal}"


def bodies(story: str, event, house) -> dict[str, str]:
    """What a paragraph of two statements says, by language; it is found without a fault."""
    draft = api.draft(event(BRIEF, f"story: [{story}, rest]"), house())
    assert [finding.message("en") for finding in draft.findings] == []
    return {
        lang: next(b.text for b in draft.release.document(lang).blocks if b.name.startswith("story."))
        for lang in ("zh", "en")
    }


def goal(zh: str, en: str) -> str:
    return GOAL.replace("WHATZH", zh).replace("WHATEN", en)


def test_a_goal_of_the_figure_just_told_goes_on_from_it(event, house) -> None:
    said = bodies(f"[{{{RATE}}}, {{{goal('轮渡准班率', 'ferry punctuality')}}}]", event, house)

    assert said["zh"].endswith("轮渡准班率为88.2%，该公司力争到2029年底达到95%。")
    assert said["en"].endswith("and the company aims to bring it to 95% by the end of 2029.")


@pytest.mark.parametrize("between", ["", "{zh: 天晴。, en: It was fine.}, "])
def test_a_goal_of_another_figure_or_behind_another_sentence_stands_alone(between, event, house) -> None:
    named = ("轮渡准班率", "ferry punctuality") if between else ("旧井改造率", "well repair")
    said = bodies(f"[{{{RATE}}}, {between}{{{goal(*named)}}}]", event, house)

    assert f"到2029年底，该公司力争{named[0]}达到95%。" in said["zh"]
    assert f"By the end of 2029, the company aims to bring {named[1]} to 95%." in said["en"]


LONG_ZH = "去年冬天以来沿江九个乡镇和上游两个林场的全部客运码头每天早晚两个高峰时段由县航运公司承担的定线渡船和由各村自行组织的农用渡船按照公布的班次准时离岸"
LONG_EN = (
    "the share of ferries run by the county or by villages that left all nine piers on time in the two peak "
    "hours of the day"
)


def test_a_sentence_that_would_become_too_long_stays_two(event, house) -> None:
    long = RATE.replace("ferry punctuality", LONG_EN).replace("轮渡准班率", f"{LONG_ZH}的比例")
    said = bodies(f"[{{{long}}}, {{{goal(f'{LONG_ZH}的比例', LONG_EN)}}}]", event, house)

    assert "。到2029年底，" in said["zh"]
    assert ". By the end of 2029, " in said["en"]
