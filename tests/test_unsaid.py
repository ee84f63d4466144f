"""What an event gives and its drafts do not say is found: words chosen, parts named, whole statements, single facts."""

import pytest

from pressgen import api
from tests.conftest import BRIEF

OPENING = """\
release: service-opening
slug: brief
published: 2026-11-30 18:20
date: 2026-11-30
headline: {zh: 云峰医院新院区开诊, en: Yunfeng Hospital opens new site}
credits: {reporter: Eleanor, revisor: Linn}
opening: {what: {zh: 云峰医院新院区, en: the new site of Yunfeng Hospital}, how: clinic, when: 2026-11-30 08:00}
"""


def said(event, house, *parts: str) -> list[tuple[str, str]]:
    """Rule and message of what is found about facts that no draft says."""
    rules = ("event/unheard", "event/says-nothing", "event/left-out", "event/unused")
    found = api.draft(event(*parts), house()).findings
    return [(each.rule.id, each.message("en")) for each in found if each.rule.id in rules]


@pytest.mark.parametrize(
    "story",
    [
        "measure: {who: {zh: 家庭, en: families}, cap: 8000元, once: once}",
        "measure: {who: {zh: 家庭, en: families}, cap: 8000元, once: yearly}",
        "measure: {who: {zh: 家庭, en: families}, what: {zh: 改造费, en: the cost}, rate: 30%, once: once, before: unchanged}",
        "service: {what: {zh: 窗口, en: the counter}, hours: {zh: 9时至17时, en: from 9 a.m. to 5 p.m.}, how: open}",
        "quote: {name: {zh: 李明, en: Li Ming}, text: {zh: 好。, en: Good.}, original: zh}",
        "indicator: {name: {zh: 产值, en: output}, value: 5亿元, growth: +3%, basis: real}",
        "schedule: {list: [{when: 2024-03, who: {zh: 产科, en: the ward}, does: {zh: 开诊, en: open}, how: planned}]}",
    ],
)
def test_a_word_chosen_that_changes_the_sentence_is_not_found(event, house, story: str) -> None:
    assert said(event, house, BRIEF, f"story: [lead, {{{story}}}]") == []


@pytest.mark.parametrize(
    ("story", "path"),
    [
        ("schedule: {list: [{when: 2024-03, by: before, part: morning, what: {zh: 产科开诊, en: the ward opens}}]}", "list.0.part"),
        ("schedule: {list: [{when: 2024-03, how: planned, what: {zh: 产科开诊, en: the ward opens}}]}", "list.0.how"),
        ("target: {what: {zh: 产值, en: output}, to: 5亿元, within: 2024年, how: expected}", ""),
        ("counts: {list: [{count: 6家, what: {zh: 企业, en: companies}}], by_end: end}", "by_end"),
        ("shipment: {what: {zh: 首批产品, en: the first goods}, arrived: arrived}", ""),
    ],
)  # fmt: skip
def test_a_word_chosen_that_no_sentence_says_is_found(event, house, story: str, path: str) -> None:
    found = said(event, house, BRIEF, f"story: [lead, {{{story}}}]")

    assert [rule for rule, _ in found] == (["event/unheard"] if path else [])
    assert path in "".join(message for _, message in found)


def test_a_part_that_prints_nothing_is_found_at_its_line(event, house) -> None:
    [(rule, message)] = said(event, house, BRIEF, "story: [lead, past]")

    assert rule == "event/says-nothing"
    assert "past" in message


def test_a_part_whose_facts_another_part_tells_is_not_found(event, house) -> None:
    signed = "signing: {signed: [{kind: contracts, count: 3个, total: 5亿元}]}"
    assert said(event, house, BRIEF, signed, "story: [lead, signing]") == []


def test_lead_is_the_news_where_a_type_has_no_lead_of_its_own(event, house) -> None:
    counts = "counts: {who: {zh: 院区, en: the site}, list: [{count: 9间, what: {zh: 手术室, en: operating rooms}}]}"
    drafted = api.draft(event(OPENING, f"story: [lead, {{{counts}}}, rest]"), house())
    texts = [block.text for block in drafted.en.blocks if block.role in ("lead", "body")]

    assert "opened" in texts[0]
    assert sum("opened" in text for text in texts) == 1
    assert [each for each in drafted.findings if each.rule.id.startswith("event/")] == []


def test_a_lead_within_a_paragraph_is_looked_at_like_any_other_part(event, house) -> None:
    own = "{zh: 自己的话。, en: Own words.}"
    inner = said(event, house, OPENING, f"story: [[lead, {own}], rest]")

    assert said(event, house, BRIEF, f"story: [[lead, {own}], rest]") == []
    assert [rule for rule, _ in inner] == ["event/says-nothing"]


LEADERS = """\
leaders: [{name: {zh: 李明, en: Li Ming}, titles: [{zh: 副市长, en: vice mayor}], org: 佛山市}]
addressed: addressed
"""
QUOTED = "{quote: {name: {zh: 李明, en: Li Ming}, org: 佛山市, text: {zh: 好。, en: Good.}}}"


@pytest.mark.parametrize("story", ["lead", f"lead, {QUOTED}"])
def test_a_part_the_story_leaves_out_is_found_though_those_in_it_are_named_elsewhere(
    event, house, story: str
) -> None:
    found = said(event, house, BRIEF, LEADERS, f"story: [{story}]")

    assert [rule for rule, _ in found] == ["event/left-out", "event/left-out", "event/unheard"]
    assert found[1][1] == (
        "leaders (Officials present) is left out of the English draft as a whole: 李明, 副市长, 佛山市"
    )


def test_a_part_the_story_has_says_who_was_there_and_spoke(event, house) -> None:
    assert said(event, house, BRIEF, LEADERS, f"story: [lead, event, {QUOTED}]") == []
