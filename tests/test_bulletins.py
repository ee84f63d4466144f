"""Plants, bulletins and policies: what their facts decide in both languages."""

import pytest

from pressgen import api
from pressgen.errors import EventError

COMMON = "published: 2024-04-16 09:30\nheadline: {zh: 标题, en: Headline}\ncredits: {reporter: Eleanor, revisor: Linn}\n"
PLANT = f"""\
release: plant-opening
{COMMON}
date: 2024-04-15
city: 佛山
company: {{zh: 南方精工, en: Nanfang Precision}}
project: {{zh: 电机工厂, en: a motor factory}}
"""
PHASE = "phases: [{{name: {{zh: 一期, en: Phase one}}, capacity: 5万台, product: {{zh: 电机, en: motors}}, opens: {}}}]"
BULLETIN = f"""\
release: statistics-bulletin
{COMMON}
date: 2024-04-15
issuer: 佛山市统计局
area: 佛山
period: 2024-Q1
"""
EXPORTS = "main: {name: {zh: 出口, en: exports}, growth: 2%}"
POLICY = f"""\
release: policy-announcement
{COMMON}
date: 2024-04-15
issuers: [佛山市人民政府]
document: {{name: {{zh: 《若干措施》, en: Measures}}}}
"""


@pytest.fixture
def told(event, house):
    """Both languages of an event in the base house."""

    def tell(*parts):
        release = api.draft(event(*parts), house()).release
        return tuple("\n".join(b.text for b in document.blocks) for document in (release.zh, release.en))

    return tell


def test_ground_is_broken_or_production_starts(told):
    begun, running = (
        told(PLANT, f"stage: {stage}", PHASE.format(opens))
        for stage, opens in (("construction", "2025-H1"), ("production", "2024-03"))
    )

    assert "开工建设。" in begun[0]
    assert "broke ground on its motor factory" in begun[1]
    assert "will be able to make 50,000 motors a year" in begun[1]
    assert "正式投产。" in running[0]
    assert "started production at its motor factory" in running[1]
    assert "started production in March" in running[1]


def test_land_in_mu_is_given_in_hectares_too_where_english_is_read(told):
    zh, en = told(PLANT, "stage: construction", PHASE.format("2025-H1, land: 200亩"))

    assert "占地200亩，" in zh
    assert "will cover 200 mu (about 13.3 hectares)" in en


def test_a_phase_may_not_cost_more_than_the_whole(event, house):
    found = event(
        PLANT, "stage: construction", "investment: 8亿元", PHASE.format("2025-H1, investment: 20亿元")
    )

    rules = [fault.rule.id for fault in api.draft(found, house()).findings]

    assert "event/total-exceeded" in rules


@pytest.mark.parametrize(
    ("growth", "zh_words", "en_words"),
    [
        (
            "+5.0%",
            "出口10亿元，同比增长5.0%。",
            "exports rose 5.0% year on year to 1 billion yuan in the first quarter",
        ),
        (
            "-5.0%",
            "出口10亿元，同比下降5.0%。",
            "exports fell 5.0% year on year to 1 billion yuan in the first quarter",
        ),
        (
            "0%",
            "出口10亿元，与上年同期持平。",
            "exports came to 1 billion yuan in the first quarter of this year, unchanged from a year earlier",
        ),
        (
            "翻番",
            "出口10亿元，同比翻番。",
            "exports doubled year on year to 1 billion yuan in the first quarter",
        ),
        (
            "+8%, pace: +1.2个百分点, pace_than: {zh: 上半年, en: the first half}",
            "同比增长8%，增速比上半年加快1.2个百分点。",
            "in the first quarter of this year, 1.2 percentage points faster than in the first half",
        ),
        (
            "-8%, pace: +1.2个百分点, pace_than: {zh: 上半年, en: the first half}",
            "同比下降8%，降幅比上半年收窄1.2个百分点。",
            "in the first quarter of this year, 1.2 percentage points less than in the first half",
        ),
    ],
)
def test_an_indicator_rises_falls_holds_or_doubles(told, growth, zh_words, en_words):
    indicator = f"{{name: {{zh: 出口, en: exports}}, value: 10亿元, growth: {growth}}}"

    zh, en = told(BULLETIN, f"main: {indicator}")

    assert zh_words in zh
    assert en_words in en


def test_a_gap_is_in_points_whether_above_below_or_none(told):
    gaps = "{against: {zh: 甲, en: A}, points: 0.3}, {against: {zh: 乙, en: B}, points: -1}, {against: {zh: 丙, en: C}, points: 持平}"

    zh, en = told(BULLETIN, EXPORTS, f"gaps: {{list: [{gaps}]}}")

    assert "增速高于甲0.3个百分点、低于乙1个百分点、与丙持平" in zh
    assert "0.3 percentage points above A, 1 percentage point below B and in line with C" in en


def test_a_gap_in_percent_is_refused(event):
    with pytest.raises(EventError, match=r"gaps\.list\.0\.points.*percentage points, such as"):
        event(BULLETIN, EXPORTS, "gaps: {list: [{against: 佛山, points: 0.3%}]}")


def test_an_address_that_is_none_is_refused(event):
    with pytest.raises(EventError, match=r"link: .* does not look like a web address"):
        event(POLICY, "link: javascript:alert(1)")


def test_a_cap_is_said_to_be_one(told):
    zh, en = told(
        POLICY,
        "measures: [{what: {zh: 设备更新, en: new equipment}, cap: 500万元, who: {zh: 企业, en: companies}}]",
    )

    assert "企业设备更新补助最高500万元。" in zh
    assert "Companies may receive up to 5 million yuan for new equipment." in en


def test_the_news_of_a_policy_is_what_people_get(told):
    zh, en = told(
        POLICY, "news: {who: {zh: 旅客, en: passengers}, what: {zh: 车票, en: their fare}, rate: 30%}"
    )

    assert "印发《若干措施》。旅客车票按30%补助。" in zh
    assert "Passengers may claim 30% of their fare, under the Measures, which the" in en


def test_what_is_still_to_come_is_told_so(told):
    day = "document: {{name: {{zh: 《若干措施》, en: Measures}}, from: {}}}"
    policy = POLICY[: POLICY.index("document:")]

    assert (
        "issued the Measures on April 15, to take effect on May 1."
        in told(policy, day.format("2024-05-01"))[1]
    )
    assert "took effect on April 15" in told(policy, day.format("2024-04-15"))[1]
    assert "Applications are open until May 1." in told(POLICY, "application: {until: 2024-05-01}")[1]
    assert "Applications closed on April 12." in told(POLICY, "application: {until: 2024-04-12}")[1]


def test_a_bulletin_names_its_figures_and_the_year_before_once(told):
    zh, en = told(
        BULLETIN,
        "joint: [佛山海关]",
        "main: {name: {zh: 出口, en: exports}, value: 900亿元, growth: 2%}",
        "story:\n  - - lead\n"
        "    - course: {what: {zh: 出口, en: exports}, list: [{period: 2024-01, growth: 1%}, {period: 2024-02, growth: 3%}]}\n"
        "  - ranking: {who: {zh: 佛山, en: Foshan}, among: {zh: 全省, en: Guangdong}, list: "
        "[{what: {zh: 出口, en: exports}, rank: 第3位, before: 第4位, when: 2023-Q1}]}",
    )

    assert "佛山市统计局和佛山海关4月15日联合发布" in zh
    assert "jointly released by" in en
    assert "and Foshan Customs on" in en
    assert "其中，1月增长1%，2月增长3%。" in zh
    assert "Growth was 1% in January and 3% in February." in en
    assert "上年同期为第4位" in zh
    assert "up from fourth a year earlier" in en


def test_a_sentence_behind_a_quotation_is_no_part_of_it(event, house):
    spoken = "quote: {name: {zh: 林默, en: Lin Mo}, text: {zh: 很好。, en: Good.}, original: zh}"
    counted = "indicator: {name: {zh: 出口, en: exports}, value: 900亿元}"
    release = api.draft(
        event(BULLETIN, EXPORTS, f"story:\n  - lead\n  - - {spoken}\n    - {counted}\n  - - {spoken}"),
        house(),
    ).release

    assert [block.role for block in release.zh.blocks if block.name.startswith("story.")] == ["body", "quote"]
