"""Sentences of one paragraph: one subject is named once, one base of comparison is said once."""

import pytest

from pressgen import api
from pressgen.drafting.paragraphs import joined
from pressgen.drafting.prose import Prose, Subject
from tests.conftest import BRIEF


def sentence(text: str) -> Prose:
    """A sentence whose subject stands in front of the bar, or between two; without one, it has none."""
    before, bar, behind = text.partition("|")
    if not bar:
        return Prose(text)
    about, second, rest = behind.partition("|")
    start, about, rest = (len(before), about, rest) if second else (0, before, behind)
    head = before if second else ""
    key = about.lower().removeprefix("the ")
    return Prose(head + about + rest, [], False, Subject(start, start + len(about), key, key.endswith("s")))


LEFT_ALONE = [
    (["The first line| opened in 2021.", "The second line| opened in 2023."], "The first line opened in 2021. The second line opened in 2023."),
    (["The park opened in 2021.", "It employs 410 people."], "The park opened in 2021. It employs 410 people."),
    (["The park| opened.", "A crowd came.", "The park| is large."], "The park opened. A crowd came. The park is large."),
    (["The park| has pine and oak."], "The park has pine and oak."),
    (["Prices went from 5 yuan to 3%."], "Prices went from 5 yuan to 3%."),
    (["It went from seven days to 14 hours."], "It went from seven days to 14 hours."),
    (["By 2029, ponds are to reach 9.", "By 2030, benches are to reach 80."], "By 2029, ponds are to reach 9. By 2030, benches are to reach 80."),
    (["In May, sales rose; imports fell.", "In May, prices rose."], "In May, sales rose; imports fell. In May, prices rose."),
    (["The value of farming rose. The value of fishing fell."], "The value of farming rose. The value of fishing fell."),
    (["The number of ponds rose, and the price of fish fell."], "The number of ponds rose, and the price of fish fell."),
    (["The output of the textile industry rose 3%; that of the paper industry fell 2%; and that of the toy industry rose 1%."], "The output of the textile industry rose 3%; that of the paper industry fell 2%; and that of the toy industry rose 1%."),
    (["The number of rural residents rose 3%, and that of urban residents rose 2%."], "The number of rural residents rose 3%, and that of urban residents rose 2%."),
    (["Owners of wells will receive a grant of 8 yuan.", "Owners of shops will receive 9 yuan."], "Owners of wells will receive a grant of 8 yuan. Owners of shops will receive 9 yuan."),
    (["Owners of wells will receive 8 yuan.", "Tenants of shops will receive 9 yuan."], "Owners of wells will receive 8 yuan. Tenants of shops will receive 9 yuan."),
    (["Sales fell by -3% to 9 yuan."], "Sales fell by -3% to 9 yuan."),
    (["The exports of cars rose 3%, and that of toys rose 2%."], "The exports of cars rose 3%, and that of toys rose 2%."),
    (["In 2027, |the city| aims to plant 40 trees.", "In 2027, |the zone| aims to open two parks."], "In 2027, the city aims to plant 40 trees, and the zone aims to open two parks."),
    (["The park hall opened in May.", "The park| has 60 benches."], "The park hall opened in May. The park has 60 benches."),
    (["The park| has four ponds that were dug by hand in a dry summer long ago.", "The park| has 60 benches."], "The park has four ponds that were dug by hand in a dry summer long ago. It also has 60 benches."),
    (["The park| ranked first in the city in trees.", "The park| ranked third in the country in birds."], "The park ranked first in the city in trees and third in the country in birds."),
    (["In May, exports are to reach 9 tonnes, up 3%.", "In May, output is to reach 8 tonnes."], "In May, exports are to reach 9 tonnes, up 3%, and output is to reach 8 tonnes."),
    (["In May, exports are to reach 9 tonnes.", "In May, output is expected to reach 8 tonnes."], "In May, exports are to reach 9 tonnes, and output is expected to reach 8 tonnes."),
    (["The park| has closed four paths, which were long.", "The park| has 60 benches."], "The park has closed four paths, which were long. It has 60 benches."),
    (["By 2029, |the park| aims to plant 9 oaks, 8 elms and 7 pines.", "By 2030, |the park| aims to dig a pond."], "By 2029, the park aims to plant 9 oaks, 8 elms and 7 pines. By 2030, it aims to dig a pond."),
    (["Sums rose from 210 million yuan to 480 million yuan."], "Sums rose from 210 million yuan to 480 million yuan."),
]  # fmt: skip

MADE_ONE = [
    (["The park| opened in 2021.", "The park| employs 410 people."], "The park opened in 2021 and employs 410 people."),
    (["The park| will open in May.", "It| will create 90 jobs."], "The park will open in May and create 90 jobs."),
    (["The park| has pine and oak.", "The park| covers 3 hectares."], "The park has pine and oak. It covers 3 hectares."),
    (["The wards| have 90 beds, all new.", "The wards| are on two floors."], "The wards have 90 beds, all new. They are on two floors."),
    (["The park| has pine and oak.", "In May, |the park| will close."], "The park has pine and oak. In May, it will close."),
    (["The park| has oak, pine and elm.", "The park| opened in 2021.", "The park| employs 410 people."], "The park has oak, pine and elm. It opened in 2021 and employs 410 people."),
    (["The park| employs 1,800 people.", "The park| opened in 2021."], "The park employs 1,800 people and opened in 2021."),
    (["The park| " + "stands on land once used by a long row of old brick mills beside the river", "The park| opened in 2021."], "The park stands on land once used by a long row of old brick mills beside the river It opened in 2021."),
    (["Tickets cost from 50 yuan to 180 yuan."], "Tickets cost from 50 to 180 yuan."),
    (["Supply rises from 5.2 million kilowatts to 6.4 million kilowatts."], "Supply rises from 5.2 million to 6.4 million kilowatts."),
    (["It is at the Lotus Hall and at the City Museum."], "It is at the Lotus Hall and the City Museum."),
    (["It went from 45 working days to 20 working days."], "It went from 45 to 20 working days."),
    (["It went from seven days to 14 days."], "It went from seven to 14 days."),
    (["It falls from 14 minutes to eight minutes."], "It falls from 14 to eight minutes."),
    (["The park| has four ponds.", "The park| has 60 benches."], "The park has four ponds and 60 benches."),
    (["The park| had four ponds.", "The park| had 60 benches."], "The park had four ponds and 60 benches."),
    (["By 2029, the number of ponds is to reach 9.", "By 2029, the number of benches is to reach 80."], "By 2029, the number of ponds is to reach 9, and that of benches 80."),
    (["In May, sales rose 3%.", "In May, imports fell 2%."], "In May, sales rose 3%, and imports fell 2%."),
    (["From January to May, sales rose 3%.", "From January to May, imports fell 2%."], "From January to May, sales rose 3%, and imports fell 2%."),
    (["The value of farming rose 3.1% to 90 yuan; the value of fishing fell 2%; and the value of forestry rose 1%."], "The value of farming rose 3.1% to 90 yuan; that of fishing fell 2%; and that of forestry rose 1%."),
    (["By sector, the output of the textile industry rose 3.1% to 90 yuan; the output of the paper industry rose 2%; and the output of the toy industry rose 1% to 8 yuan."], "By sector, the output rose 3.1% to 90 yuan in the textile industry, 2% in the paper industry and 1% to 8 yuan in the toy industry."),
    (["The GDP of Gaoming District rose 4%, and the GDP of Ju County rose 3%, the fastest."], "GDP rose 4% in Gaoming District and 3% in Ju County, the fastest."),
    (["That of urban households rose 3% in nominal terms to 9 yuan, and that of rural households rose 2% in nominal terms to 8 yuan."], "It rose 3% in nominal terms to 9 yuan for urban households and 2% to 8 yuan for rural households."),
    (["Owners of old wells will receive a grant of 9.5 yuan a well for pumps.", "Owners of new wells will receive a grant of 3 yuan."], "Owners of old wells will receive a grant of 9.5 yuan a well for pumps, and those of new wells one of 3 yuan."),
    (["Farmers with 3.5 mu receive 40 yuan.", "Farmers with 9 mu receive 90 yuan."], "Farmers with 3.5 mu receive 40 yuan, and those with 9 mu 90 yuan."),
    (["The park| has seven paths.", "The park| has 14 ponds."], "The park has seven paths and 14 ponds."),
    (["The park| has opened 22 paths.", "The park| has 14 ponds."], "The park has opened 22 paths and has 14 ponds."),
    (["The park| has opened 22 paths.", "The park| has closed 14 ponds."], "The park has opened 22 paths and closed 14 ponds."),
    (["The park| opened in May.", "The park| has oak and pine."], "The park opened in May and has oak and pine."),
    (["Cells were kept at -40 degrees Celsius."], "Cells were kept at minus 40 degrees Celsius."),
    (["Deposits stood at 9.5 yuan at the end of May, up 8%, and loans stood at 8 yuan."], "Deposits stood at 9.5 yuan at the end of May, up 8%, and loans at 8 yuan."),
    (["In 2027, |the city| aims to plant 40 trees.", "In 2027, |the city| aims to open two parks."], "In 2027, the city aims to plant 40 trees and open two parks."),
    (["The exports of the east rose 3%, and the exports of the west fell 2%."], "The exports of the east rose 3%, and those of the west fell 2%."),
    (["The two cities met in 2019.", "The two cities| have exchanged six visits.", "The two cities| are friends."], "The two cities met in 2019. The two cities have exchanged six visits and are friends."),
    (["The park| ranked ninth in the city in trees.", "The park| ranked third in the country in trees."], "The park ranked ninth in the city and third in the country in trees."),
    (["The park| remained ninth among the city's parks by size.", "The park| ranked first in the town by size."], "The park remained ninth among the city's parks and ranked first in the town by size."),
    (["The park| ranked ninth in the city by size, up from tenth.", "The park| ranked first in the town by age."], "The park ranked ninth in the city by size, up from tenth. It also ranked first in the town by age."),
    (["The park| has bought four boats, all new.", "The park| has opened 22 paths."], "The park has bought four boats, all new. It has also opened 22 paths."),
    (["In 2027, exports are to reach 9 tonnes.", "In 2027, output is to reach 8 tonnes."], "In 2027, exports are to reach 9 tonnes, and output 8 tonnes."),
    (["In 2027, |the city| aims to plant 9 oaks and raise the number of ponds from 20 to 90 within two short years.", "In 2027, |the city| aims to raise the number of old benches in the city's parks from 30 to 80."], "In 2027, the city aims to plant 9 oaks and raise the number of ponds from 20 to 90 within two short years. It also aims to raise the number of old benches in the city's parks from 30 to 80."),
    (["In 2027, sales and rents are to reach 9 yuan.", "In 2027, the town plans to open two parks."], "In 2027, sales and rents are to reach 9 yuan. That year, the town plans to open two parks."),
    (["The two cities first met in 2019.", "The two cities| have exchanged six visits."], "The two cities first met in 2019. They have exchanged six visits."),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "text"), LEFT_ALONE + MADE_ONE)
def test_english_sentences_about_one_thing_name_it_once(lines: list[str], text: str) -> None:
    assert joined([sentence(line) for line in lines], "en").text == text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["一号线|2021年开通。", "二号线|2023年开通。"], "一号线2021年开通。二号线2023年开通。"),
        (["园区2021年开园。", "园区|有职工410人。"], "园区2021年开园。园区有职工410人。"),
        (["园区|说：“欢迎。”", "园区|有职工410人。"], "园区说：“欢迎。”园区有职工410人。"),
        (["园区|设三处入口：东门、西门、北门。", "园区|占地90亩。"], "园区设三处入口：东门、西门、北门。园区占地90亩。"),
        (["园区|占地90亩。", "5月，|园区|将闭园。"], "园区占地90亩。5月，园区将闭园。"),
        (["园区|有职工60人，其中园丁9人。", "园区|有长椅80张。"], "园区有职工60人，其中园丁9人；有长椅80张。"),
        (["到2029年，水塘力争达到9处。", "到2029年，长椅力争达到80张。"], "到2029年，水塘力争达到9处，长椅达到80张。"),
        (["到2029年，水塘力争达到9处。", "到2030年，长椅力争达到80张。"], "到2029年，水塘力争达到9处。到2030年，长椅力争达到80张。"),
        (["今年1—5月，门票收入增长3%。", "今年1—5月，游客增长2%。"], "今年1—5月，门票收入增长3%，游客增长2%。"),
        (["园区|绿地居全市第9位，位次未变。", "园区|绿地居全区第1位。"], "园区绿地居全市第9位，位次未变；居全区第1位。"),
        (["园区|绿地居全市第9位。", "园区|水面居全区第1位。"], "园区绿地居全市第9位，水面居全区第1位。"),
        (["2027年，|园区|力争长椅达到80张，水塘达到9处。", "2027年，|园区|力争绿地达到90亩。"], "2027年，园区力争长椅达到80张，水塘达到9处，绿地达到90亩。"),
        (["2027年，|园区|力争绿地达到90亩。", "2027年，|街道|计划开设花店3家。"], "2027年，园区力争绿地达到90亩，街道计划开设花店3家。"),
        (["园区用水占全区的约9%。"], "园区用水约占全区的9%。"),
        (["园区用水约占全区的9%。"], "园区用水约占全区的9%。"),
        (["园区|占地90亩。", "园区|2021年开园。"], "园区占地90亩，2021年开园。"),
        (["园区|占地90亩。", "园区|2021年开园。", "园区|有职工410人。"], "园区占地90亩，2021年开园，有职工410人。"),
        (["园区|" + "东边是山西边是水" * 10 + "。", "园区|2021年开园。"], "园区" + "东边是山西边是水" * 10 + "。园区2021年开园。"),
    ],
)  # fmt: skip
def test_chinese_sentences_about_one_thing_name_it_once(lines: list[str], text: str) -> None:
    assert joined([sentence(line) for line in lines], "zh").text == text


def test_a_sentence_of_several_subjects_keeps_its_figures(event, house) -> None:
    project = "{project: {name: {zh: 一期, en: Phase I}, investment: 2亿元, opens: 2021年, jobs: 90个, state: done}}"
    counts = "{counts: {who: {zh: 一期, en: Phase I}, list: [{count: 4条, what: {zh: 生产线, en: lines}}]}}"
    draft = api.draft(event(BRIEF, f"story: [[{project}, {counts}], rest]"), house())
    assert next(block.text for block in draft.release.en.blocks if block.role == "body") == (
        "Phase I cost 200 million yuan (USD 27.9 million) and provides 90 jobs. It was finished in 2021 and has four lines."
    )
    assert next(block.text for block in draft.release.zh.blocks if block.role == "body") == (
        "一期总投资2亿元（约合2790万美元），提供岗位90个，2021年建成，有4条生产线。"
    )
    assert [finding.message("en") for finding in draft.findings] == []


def test_a_number_to_call_in_a_writers_own_words_stays_in_its_place(event, house) -> None:
    english = "For questions, call 12345. The pool is closed on Mondays."
    own = f'{{zh: 市民可拨打12345热线咨询。泳馆周一闭馆。, en: "{english}"}}'
    draft = api.draft(
        event(BRIEF, f"story: [[{own}, {{zh: 学生免费。, en: Students pay nothing.}}], rest]"), house()
    )
    bodies = [
        next(block.text for block in release.blocks if block.role == "body")
        for release in (draft.release.zh, draft.release.en)
    ]
    assert bodies == ["市民可拨打12345热线咨询。泳馆周一闭馆。学生免费。", f"{english} Students pay nothing."]


def test_a_conference_that_goes_on_after_its_release_is_still_being_held(event, house) -> None:
    draft = api.draft(event(BRIEF, "end: 2023-07-19", "time_of_day: morning"), house())
    leads = [
        next(block.text for block in release.blocks if block.role == "lead")
        for release in (draft.release.zh, draft.release.en)
    ]
    assert leads[0].endswith("7月14日上午，佛山投资推介会在苏州开幕，将持续至7月19日。"), leads
    assert "is taking place in Suzhou from July 14 to 19." in leads[1]


def test_the_end_of_one_thing_is_no_day_of_the_next(event, house) -> None:
    bridge = "{closure: {what: {zh: 西桥, en: the west bridge}, vehicles: {zh: 车辆, en: cars}, until: 2023-11-23 06:00}}"
    river = "{closure: {what: {zh: 江段, en: the river}, vehicles: {zh: 船只, en: boats}, until: 2023-11-23 12:00}}"
    drafted = api.draft(event(BRIEF, f"story: [[{bridge}, {river}], rest]"), house()).release

    bodies = [
        next(block.text for block in drafted.document(lang).blocks if block.role == "body")
        for lang in ("zh", "en")
    ]
    assert bodies == [
        "11月23日6:00前，西桥禁止车辆通行。11月23日12:00前，江段停航。",
        "The west bridge is closed to cars until 6 a.m. on November 23. "
        "The river is closed to boats until noon on November 23.",
    ]
