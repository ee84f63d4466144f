import re
from dataclasses import replace

import pytest

from pressgen import api
from pressgen.checks import structure
from pressgen.document import Block, Release, Span
from pressgen.formats import markdown
from tests.conftest import TODAY
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
    for rule in set(structure.RULES) - {structure.rules.JOIN}:  # no shipped house joins its credits
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


AP = """\
extends: base
title: {zh: 越地, en: Yue}
dateline: {zh: "{dateline}　{published:y年M月d日}", en: "{dateline}, {published:MMMM d, y}"}
dates: {months: AP}
credits:
  separator: {zh: "：", en: " by "}
  join: {zh: "；", en: "; "}
  lines: {reporter: {zh: 撰文, en: Written}, photo: {zh: 摄影, en: Photos}, revisor: {required: false}}
"""


@pytest.fixture
def ap(newsroom, tmp_path):
    folder = tmp_path / "templates" / "houses" / "yue"
    folder.mkdir(parents=True)
    (folder / "house.yaml").write_text(AP, encoding="utf-8")
    rooms = replace(newsroom, folders=(tmp_path, *newsroom.folders))
    opened = api.open_house("yue", rooms, today=TODAY)

    def check(text):
        release = markdown.read(text.replace(" ¶ ", "\n\n").encode(), "story.md", opened.forms)
        told = structure.check(release, opened)
        return [(each.rule.id, each.span.text, each.fix and each.fix.text) for each in told]

    return check


@pytest.mark.parametrize(
    "text",
    [
        "# Fair opens ¶ *Shaoxing, Sept. 16, 2024* ¶ It opened on Sept. 15 and ends in October. ¶ Written by Li Min; Photos by Wu Hao",
        "# Fair opens ¶ *Shaoxing, March 6, 2024* ¶ May 4 is its day; in August 30,000 guests came. ¶ Written by Li Min",
        "# 展会开幕 ¶ *绍兴　2024年9月16日* ¶ 展会15日开幕。 ¶ 撰文：李敏；摄影：吴昊",
        "# 展会开幕 ¶ *绍兴　2024年9月16日* ¶ *更新：2024-09-18* ¶ 展会15日开幕。 ¶ 撰文：李敏",
    ],
)
def test_a_text_as_its_own_house_writes_days_and_credits_is_left_alone(ap, text):
    assert ap(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# Fair opens ¶ *Shaoxing, September 16, 2024* ¶ It opened.", ("structure/date-form", "September 16, 2024", "Sept. 16, 2024")),
        ("# Fair opens ¶ *Shaoxing, 2024-09-16* ¶ It opened.", ("structure/date-form", "2024-09-16", "Sept. 16, 2024")),
        ("# 展会开幕 ¶ *绍兴　2024-09-16* ¶ 展会开幕。", ("structure/date-form", "2024-09-16", "2024年9月16日")),
        ("# Fair opens ¶ *Shaoxing, Sept. 16, 2024* ¶ It ends on October 3.", ("structure/date-form", "October", "Oct.")),
        ("# Fair opens ¶ *Shaoxing, Sept. 16, 2024* ¶ It opened. ¶ Written by Li Min | Photos by Wu Hao", ("structure/credit-join", " | ", "; ")),
        ("# 展会开幕 ¶ *绍兴　2024年9月16日* ¶ 展会开幕。 ¶ 撰文：李敏　摄影：吴昊", ("structure/credit-join", "　", "；")),
    ],
)  # fmt: skip
def test_days_and_credits_that_its_own_house_writes_otherwise_are_found(ap, text, told):
    assert told in ap(text)


def test_every_message_speaks_both_languages(house):
    for case in CAUGHT:
        finding = found(house, case.text)[0]
        assert finding.message("zh") != finding.message("en")


def test_a_missing_dateline_is_shown_as_the_house_writes_it(house):
    text = "# Town holds fair\n\nMany buyers came to the town to look at socks.\n\nReporter | Li Min\n\nRevisor | Zhou Ning\n"
    found = [
        each.message("en")
        for each in api.check(markdown.read(text.encode(), "a.en.md"), house("foshan-news"))
    ]

    assert "there is no dateline; foshan-news writes it as in “… China 2026-11-27 16:17”" in found
