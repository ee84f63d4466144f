"""Release types: what each tells in its own way, from what is known of the event."""

import re
from pathlib import Path

import pytest

from pressgen import api
from pressgen.errors import EventError
from tests.conftest import BRIEF, FAIR

SAMPLES = Path(__file__).parent / "samples" / "events"


@pytest.mark.parametrize(
    ("published", "end", "zh_words", "en_words"),
    [
        ("2023-10-20 10:00", "", "秋日庙会将于10月22日在佛山举行。", "The Autumn Temple Fair will take place in Foshan on October 22."),
        ("2023-10-22 18:00", "", "10月22日，秋日庙会在佛山举行。", "The Autumn Temple Fair took place in Foshan on October 22."),
        ("2023-10-23 10:00", "2023-10-25", "10月22日，秋日庙会在佛山开幕，将持续至10月25日。", "The Autumn Temple Fair opened in Foshan on October 22 and goes on until October 25."),
        ("2023-10-26 10:00", "2023-10-25", "10月22日至25日，秋日庙会在佛山举行。", "The Autumn Temple Fair took place in Foshan from October 22 to 25."),
    ],
)  # fmt: skip
def test_what_is_to_come_goes_on_or_is_over_is_told_in_its_tense(drafted, published, end, zh_words, en_words):  # fmt: skip
    facts = FAIR.replace("2023-10-20 10:00", published) + (f"end: {end}\n" if end else "")
    zh, en = drafted(facts)

    assert zh_words in zh
    assert en_words in en


def test_only_a_type_that_says_so_may_be_published_before_its_day(event):
    with pytest.raises(EventError, match="is later than published"):
        event(BRIEF.replace("date: 2023-07-14", "date: 2023-07-19"))


def test_an_empty_list_is_no_answer_where_one_is_needed(event):
    least = (SAMPLES / "visit-meeting-least.yaml").read_text(encoding="utf-8")

    with pytest.raises(EventError, match=r"talks\.hosts: .* is missing"):
        event(re.sub(r"hosts:\n.*\n", "hosts: []\n", least))


def test_the_verb_does_not_wait_for_a_list_of_what_was_signed(event, house):
    least = (SAMPLES / "visit-meeting-least.yaml").read_text(encoding="utf-8")
    papers = [
        f"{{kind: {kind}, count: {count}份}}"
        for kind, count in (("orders", 4), ("framework", 3), ("letters", 2))
    ]
    story = f"story: [{{agreements: {{where: {{zh: 竹山宾馆, en: the Zhushan Hotel}}, signed: [{', '.join(papers)}]}}}}]"
    without = re.sub(r"talks:\n(?: .*\n)+", "", least)

    draft = api.draft(event(without, story), house())

    said = {lang: draft.release.document(lang).blocks for lang in ("zh", "en")}
    assert any(each.text == "在竹山宾馆签订订单4份、框架协议3份和合作意向书2份。" for each in said["zh"])
    signed = "four orders, three framework agreements, and two letters of intent."
    assert any(
        each.text == f"The following were signed at the Zhushan Hotel: {signed}" for each in said["en"]
    )


def test_the_day_is_said_once_in_a_paragraph_and_then_only_the_time(drafted):
    zh, en = drafted(
        FAIR,
        "program:",
        "  list:",
        "  - {name: {zh: 开幕式, en: the opening}, start: 2023-10-22 9:30}",
        "  - {name: {zh: 舞狮, en: a lion dance}, start: 2023-10-22 12:00, place: {zh: 祖庙路, en: Zumiao Road}}",
        "  - {name: {zh: 烟花, en: a fireworks display}, start: 2023-10-23 20:00}",
    )

    assert "10月22日9:30将举行开幕式；12:00在祖庙路举行舞狮；10月23日20:00举行烟花。" in zh
    assert (
        "The program will include the opening at 9:30 a.m. on October 22, a lion dance on Zumiao Road at noon "
        "and a fireworks display at 8 p.m. on October 23."
    ) in en


@pytest.mark.parametrize(
    ("written", "zh_words", "en_words"),
    [
        ("首届", "首届秋日庙会", "The first Autumn"),
        ("第三届", "第三届秋日庙会", "The third Autumn"),
        ("第12届", "第12届秋日庙会", "The 12th Autumn"),
        ("1st", "首届秋日庙会", "The first Autumn"),
        ("21st", "第21届秋日庙会", "The 21st Autumn"),
    ],
)
def test_an_edition_is_written_as_each_language_writes_it(drafted, written, zh_words, en_words):
    zh, en = drafted(FAIR, f"edition: {written}")

    assert zh_words in zh
    assert en_words in en


@pytest.mark.parametrize(
    ("tickets", "zh_words", "en_words"),
    [
        ("[{price: 0元}]", "免费入场。", "Admission is free."),
        ("[{price: 80元}]", "票价80元。", "Tickets cost 80 yuan."),
        ("[{price: 80元, whom: {zh: 成人, en: adults}}, {price: 40元, whom: {zh: 学生, en: students}}, {price: 0元, whom: {zh: 儿童, en: children}}]",
         "票价：成人80元，学生40元，儿童免费。",
         "Tickets cost 80 yuan for adults and 40 yuan for students, and are free for children."),
    ],
)  # fmt: skip
def test_what_costs_nothing_is_free(drafted, tickets, zh_words, en_words):
    zh, en = drafted(FAIR, f"tickets: {{list: {tickets}}}")

    assert zh_words in zh
    assert en_words in en


RACE = """\
release: sports-event
slug: race
published: 2023-10-20 10:00
headline: {zh: 比赛结束, en: Race over}
date: 2023-10-20
city: 佛山
name: {zh: 长跑赛, en: Long Run}
credits: {reporter: Eleanor, revisor: Linn}
results:
  - event: {zh: 男子组, en: the men's race}
    places:
"""
FIRST = "      - {{name: {{zh: 李明, en: Li Ming}}{}}}\n"
SECOND = "      - {{name: {{zh: 陈伟, en: Chen Wei}}, from: {{zh: 顺德, en: Shunde}}{}}}\n"


@pytest.mark.parametrize(
    ("finishers", "zh_words", "en_words"),
    [
        (FIRST.format(""), "举行，李明夺得男子组冠军。", "Li Ming won the men’s race at Long Run in Foshan on October 20."),
        (FIRST.format(", mark: 9.83秒"), "李明以9.83秒夺得男子组冠军。", "Li Ming won the men’s race in 9.83 seconds at Long Run in Foshan on October 20."),
        (FIRST.format(", mark: 2:10:15") + SECOND.format(", mark: 2:11:02"),
         "李明以2小时10分15秒夺得男子组冠军。顺德选手陈伟以2小时11分02秒获亚军。",
         "in 2:10:15 at Long Run in Foshan on October 20. Chen Wei of Shunde was second in 2:11:02."),
        (FIRST.format("") + SECOND.format("") + "    score: 3:1\n",
         "李明以3比1战胜顺德选手陈伟，赢得男子组。",
         "Li Ming beat Chen Wei of Shunde 3–1 in the men’s race at Long Run"),
        (FIRST.format(", rank: 第4名") + SECOND.format(", rank: 12th"),
         "男子组中，李明获第4名。顺德选手陈伟获第12名。",
         "Chen Wei of Shunde came 12th."),
    ],
)  # fmt: skip
def test_results_are_told_with_what_is_known_of_them(drafted, finishers, zh_words, en_words):
    zh, en = drafted(RACE + finishers)

    assert zh_words in zh
    assert en_words in en


START = "starts: 2023-10-20 7:30\nvenues: [{zh: 中山公园, en: Zhongshan Park}]\n"
RATE = "entrants: {people: 900名, rate: {value: 97.1%, points: -0.3个百分点, than: 上届}}\n"
RECORD = "    record: {what: {zh: 赛会纪录, en: the course record}, old: 2:11:04, year: 2016年}\n"


@pytest.mark.parametrize(
    ("text", "zh_words", "en_words"),
    [
        (START + RACE + FIRST.format(""), "10月20日7:30，长跑赛在佛山中山公园鸣枪开跑，李明夺得男子组冠军。",
         "Li Ming won the men’s race at Long Run, which started at Zhongshan Park in Foshan at 7:30 a.m. on October 20."),
        (START + RACE.partition("results:")[0], "10月20日7:30，长跑赛在佛山中山公园鸣枪开跑。",
         "Long Run started at Zhongshan Park in Foshan at 7:30 a.m. on October 20."),
        (START + RACE.partition("results:")[0].replace("published: 2023-10-20", "published: 2023-10-18"),
         "长跑赛将于10月20日7:30在佛山中山公园鸣枪开跑。",
         "Long Run will start at Zhongshan Park in Foshan at 7:30 a.m. on October 20."),
        (START + RACE.partition("results:")[0].replace("长跑赛", "龙舟赛"), "10月20日7:30，龙舟赛在佛山中山公园开赛。", ""),
        (RATE + RACE + FIRST.format(""), "900名选手参赛。完赛率97.1%，比上届下降0.3个百分点。",
         "A total of 900 runners competed. The completion rate was 97.1%, down 0.3 percentage points from the previous edition."),
        ("entrants: {people: 900名, abroad: 40名}\n" + RACE + FIRST.format(""), "900名选手参赛，其中外籍选手40名。",
         "A total of 900 runners competed, including 40 from abroad."),
        ("entrants: {people: 900名, finished: 880名, abroad: 40名}\n" + RACE + FIRST.format(""),
         "900名选手参赛，其中外籍选手40名；880名完赛。",
         "Of the 900 runners (40 of them from abroad) who started, 880 finished."),
        (RACE + FIRST.format(", mark: 2:10:15") + RECORD, "打破赛会纪录（原纪录2小时11分04秒，2016年创造）。",
         "in 2:10:15, breaking the course record of 2:11:04 set in 2016, at Long Run in Foshan on October 20."),
    ],
)  # fmt: skip
def test_a_race_says_when_it_started_and_how_many_finished(drafted, text, zh_words, en_words):
    zh, en = drafted(text)

    assert zh_words in zh
    assert en_words in en


@pytest.mark.parametrize(
    ("deals", "zh_words", "en_words"),
    [
        ("when: 2023-10-23, part: afternoon", "闭幕，10月23日下午签订采购合同12份", "On the afternoon of October 23, 12 contracts were signed"),
        ("when: 2023-10-25", "闭幕，会上签订采购合同12份", "closed in Foshan on October 25 after 12 contracts were signed"),
        ("where: {zh: 佛山宾馆, en: the Foshan Hotel}", "在佛山宾馆签订采购合同12份", "after 12 contracts were signed at the Foshan Hotel."),
    ],
)  # fmt: skip
def test_a_fair_that_closed_says_when_and_where_was_signed(drafted, deals, zh_words, en_words):
    facts = FAIR.replace("2023-10-20 10:00", "2023-10-26 10:00") + "end: 2023-10-25\nvisitors: 3万人次\n"
    zh, en = drafted(facts + f"deals: {{{deals}, signed: [{{kind: purchases, count: 12份}}]}}\n")

    assert zh_words in zh
    assert en_words in en


PLANT = """\
release: plant-opening
published: 2023-10-23 10:00
headline: {zh: 园区二期, en: Phase two}
date: 2023-10-22
city: 佛山
project: {zh: 临港化工园, en: Lingang Chemical Park}
phase: {zh: 二期, en: phase two}
credits: {reporter: Eleanor, revisor: Linn}
"""


@pytest.mark.parametrize(
    ("facts", "zh_words", "en_words"),
    [
        ("stage: production", "10月22日，临港化工园二期在佛山正式投产。", "Phase two of the Lingang Chemical Park started production in Foshan on October 22."),
        ("stage: construction", "10月22日，临港化工园二期在佛山开工建设。", "Work began on phase two of the Lingang Chemical Park in Foshan on October 22."),
        ("stage: service\nalso: {stage: construction, phase: {zh: 三期, en: phase three}}", "10月22日，临港化工园二期在佛山正式投用，三期同日开工。", "Phase two of the Lingang Chemical Park opened in Foshan on October 22, and work began on phase three."),
        ("stage: production\ncompany: {zh: 南方精工, en: Nanfang Precision}", "10月22日，南方精工临港化工园二期在佛山正式投产。", "Nanfang Precision started production at phase two of the Lingang Chemical Park in Foshan on October 22."),
    ],
)  # fmt: skip
def test_a_plant_of_several_owners_is_told_without_any(drafted, facts, zh_words, en_words):
    zh, en = drafted(PLANT + facts + "\n")

    assert zh_words in zh
    assert en_words in en


def test_a_company_whose_plant_the_lead_has_opened_is_not_said_to_run_it(drafted):
    """Another that runs it is."""
    firm = "company: {zh: 南方精工有限公司, en: 'Nanfang Precision Co., Ltd.'}"
    owned = "{{ownership: {{name: {}, runs: {{zh: 项目, en: the plant}}, how: running, holders: [{{name: {{zh: 北工集团, en: Nordwerk}}, share: 100%}}]}}}}"
    its_own, other = "{zh: 南方精工, en: Nanfang Precision}", "{zh: 东方精工, en: Dongfang Precision}"

    zh, en = drafted(PLANT, "stage: production", firm, f"story: [lead, {owned.format(its_own)}]")
    assert "南方精工为北工集团全资子公司。" in zh
    assert "Nanfang Precision is wholly owned by Nordwerk." in en

    zh, en = drafted(PLANT, "stage: production", firm, f"story: [lead, {owned.format(other)}]")
    assert "项目由东方精工运营，该企业为北工集团全资子公司。" in zh
    assert "The plant is run by Dongfang Precision, which is wholly owned by Nordwerk." in en


def test_what_a_phase_costs_is_told_where_the_lead_does_not_tell_it(drafted):
    """A project of the story that is the phase of the lead; the lead tells only what `phases` say."""
    phase = "{name: {zh: 二期, en: phase two}, state: done, investment: 9.36亿元, land: 186亩}"
    zh, en = drafted(PLANT, "stage: production", f"story: [lead, {{project: {phase}}}]")

    assert "二期总投资9.36亿元" in zh
    assert "Phase two cost 936 million yuan" in en


def test_another_line_opens_as_the_first_did(drafted):
    """Beside a line that has opened, the next is due to open, and not to be finished."""
    line = "{name: {zh: 9号线, en: Line 9}, state: building, length: 22.4公里, opens: 2029年}"
    zh, en = drafted(
        "release: service-opening\npublished: 2026-11-06 10:00\ndateline: 佛山",
        "headline: {zh: 8号线开通, en: Line 8 opens}\ncredits: {reporter: Eleanor, revisor: Linn}",
        "opening: {what: {zh: 8号线, en: Line 8}, how: running, when: 2026-11-05}",
        f"story: [opening, {{project: {line}}}]",
    )

    assert "计划2029年开通" in zh
    assert "due to open in 2029" in en


@pytest.mark.parametrize(
    ("typed", "zh_words", "en_words"),
    [
        ("12个国家", "来自12个国家的选手", "from 12 countries competed"),
        ("12 countries", "来自12个国家的选手", "from 12 countries competed"),
        ("1个国家", "来自1个国家的选手", "from one country competed"),
        ("12个", "来自12个国家和地区的选手", "from 12 countries and regions competed"),
        ("12个国家和地区", "来自12个国家和地区的选手", "from 12 countries and regions competed"),
    ],
)
def test_countries_alone_are_no_regions(drafted, typed, zh_words, en_words):
    facts = RACE.partition("results:")[0] + f"entrants: {{people: 240人, countries: {typed}}}\n"
    zh, en = drafted(facts)

    assert zh_words in zh
    assert en_words in en


@pytest.mark.parametrize(
    ("document", "told"),
    [
        (
            "the Stove Measures",
            "30,000 yuan, under the Stove Measures, which the Heat Office, Foshan, issued on",
        ),
        (
            "the Measures of Foshan for Supporting Households that Replace Their Old Coal Stoves in the Rural Towns",
            "30,000 yuan. This is part of the Measures of Foshan for Supporting Households that Replace Their Old "
            "Coal Stoves in the Rural Towns, which the Heat Office, Foshan, issued on November 5 to take the last",
        ),
    ],
)
def test_a_measure_and_its_document_are_one_sentence_if_it_is_not_too_long(drafted, document, told):
    _, en = drafted(
        "release: policy-announcement\npublished: 2026-11-06 10:00\ndate: 2026-11-05\n"
        "headline: {zh: 补贴, en: A grant}\ncredits: {reporter: Eleanor, revisor: Linn}\nrate: never",
        "issuers: [{zh: 佛山供热办公室, en: 'the Heat Office, Foshan'}]",
        f"document: {{name: {{zh: 《炉具办法》, en: {document}}}}}",
        "goal: {zh: 淘汰旧炉, en: take the last old stoves out of use}",
        "news: {who: {zh: 住户, en: households}, what: {zh: 新炉, en: new stoves}, rate: 40%, cap: 3万元}",
    )

    assert told in en
