import re

import pytest

from pressgen.checks import structure
from pressgen.document import Block, Release, Span
from pressgen.formats import markdown
from tests.sentences import cases

LEFT, CAUGHT = cases("structure")


def found(house, text, name="foshan-news"):
    release = markdown.read(text.replace(" ¶ ", "\n\n").encode(), "story.md")
    return list(structure.check(release, house(name)))


def plain(text):
    return re.sub(r"^#+ |!\[(.*?)\]\(.*?\)", r"\1", text)


@pytest.mark.parametrize("case", LEFT, ids=lambda case: case.text)
def test_a_release_with_all_it_needs_is_left_alone(house, case):
    assert [finding.rule.id for finding in found(house, case.text)] == []


@pytest.mark.parametrize("case", CAUGHT, ids=lambda case: case.text)
def test_what_a_release_lacks_is_told_at_its_place(house, case):
    findings = found(house, case.text)
    assert [finding.rule.id for finding in findings] == [case.rule]
    assert findings[0].span.text == plain(case.text[case.start : case.end])
    assert (findings[0].fix.text if findings[0].fix else None) == case.fixed


def test_every_rule_of_structure_has_cases_for_both_sides():
    for rule in structure.RULES:
        assert sum(case.rule == rule.id for case in LEFT) >= 2, rule.id
        assert sum(case.rule == rule.id for case in CAUGHT) >= 2, rule.id


def test_a_passage_has_no_make_up(house):
    text = "记者｜李琳 校对｜李琳 【待译：hall】"
    passage = Block("body", text, "zh", at=Span("", None, 0, len(text)))
    assert list(structure.check(Release((passage,)), house("foshan-news"))) == []


def test_a_house_nobody_named_asks_for_no_dateline_and_no_credits(house):
    assert found(house, "# 佛山举办招商会 ¶ ![会场](a.jpg) ¶ 招商会在苏州举行。", "base") == []


def test_a_house_without_credits_asks_for_none(house):
    text = "# 佛山举办招商会 ¶ *更新时间：2023年7月18日* ¶ 招商会在苏州举行。"
    assert found(house, text, "hitech-zone") == []


def test_both_languages_of_one_file_are_held_to_the_house(house):
    text = "招商会在苏州举行。 ¶ 记者 | 李琳 ¶ 校对 | 李琳 ¶ The fair was in Suzhou. ¶ Reporter | Lin ¶ Revisor | Lin"
    assert [finding.span.lang for finding in found(house, text)] == ["zh", "en"]


def test_a_credit_the_house_does_not_know_ends_the_one_before(house):
    assert found(house, "招商会在苏州举行。 ¶ 记者 | 李琳 编辑 | 陈静 校对 | 陈静") == []


def test_every_message_speaks_both_languages(house):
    for case in CAUGHT:
        finding = found(house, case.text)[0]
        assert finding.message("zh") != finding.message("en")
