"""What a sentence says of the one before is told with it, and nothing else is."""

import re

import pytest

from pressgen import api
from pressgen.document import Mark
from pressgen.drafting.paragraphs import joined
from pressgen.drafting.prose import Prose, Subject
from tests.conftest import BRIEF


def sentence(text: str) -> Prose:
    """A statement's sentence: its subject in front of a bar, what it counts and how many in brackets."""
    subject, bar, _ = text.partition("|")
    bare = re.sub(r"[\[\]]", "", text.replace("|", ""))
    prose = Prose(bare, [], False, Subject(0, len(subject), subject.lower()) if bar else None)
    shift = int(bool(bar))
    for number, found in enumerate(re.finditer(r"\[(.*?)\]", text)):
        start = found.start() - 2 * number - (shift if found.start() > len(subject) else 0)
        count = re.match(r"[\d约近超]", found[1]) is not None
        kind, place = ("number", "count") if count else ("text", "what")
        prose.facts.append(Mark(start, start + len(found[1]), kind, f"story.0.counts.list.0.{place}"))
    if not prose.facts and re.search(r"\d", bare):
        prose.facts.append(Mark(0, len(bare), "number", "story.0.indicator.value"))
    return prose


CHINESE = [
    # left as they are
    ("垃圾投诉90件。", "餐饮占全市收入的3%。", "垃圾投诉90件。餐饮占全市收入的3%。"),
    ("学员60人，其中外地9人。", "女生占学员的52%。", "学员60人，其中外地9人。女生占学员的52%。"),
    ("学员60人、教师8人。", "女生占学员的52%。", "学员60人、教师8人。女生占学员的52%。"),
    ("苗木3万株，果树9000株。", "苗木中，松树2万株。", "苗木3万株，果树9000株。苗木中，松树2万株。"),
    ("茶园面积9万亩，增长3%，上年为8万亩。", "增速高于全省2个百分点。", "茶园面积9万亩，增长3%，上年为8万亩。增速高于全省2个百分点。"),
    ("园区收入90万元。", "外地游客占比60%。", "园区收入90万元。外地游客占比60%。"),
    ("花展收入90万元，接待游客9万人次，其中学生2万人次。", "外地游客占比60%。", "花展收入90万元，接待游客9万人次，其中学生2万人次。外地游客占比60%。"),
    ("旅舍有460张床位。", "床位|拟增至500张。", "旅舍有460张床位。床位拟增至500张。"),
    ("茶园扩大。", "增速居全县第2位。", "茶园扩大。增速居全县第2位。"),
    ("校方说：“学员60人。”", "女生占学员的52%。", "校方说：“学员60人。”女生占学员的52%。"),
    ("街道清理水塘9处。", "居民80人参加。", "街道清理水塘9处。居民80人参加。"),
    ("园区举办花展3场，收入90万元，增长2%。", "游客8000人参观，1200人参加。", "园区举办花展3场，收入90万元，增长2%。游客8000人参观，1200人参加。"),
    ("街道将建设水塔。", "水塘|占地9亩。", "街道将建设水塔。水塘占地9亩。"),
    ("花展卖花9万元。", "其中，票价超8元的展厅6个。", "花展卖花9万元。其中，票价超8元的展厅6个。"),
    ("花展卖花9万元。", "其中，外地游客占61%。", "花展卖花9万元。其中，外地游客占61%。"),
    ("花展卖花9万元。", "其中，外地游客6万人次。", "花展卖花9万元。其中，外地游客6万人次。"),
    ("花展接待游客9万人次，其中学生2万人次。", "其中，外地游客占61%。", "花展接待游客9万人次，其中学生2万人次。其中，外地游客占61%。"),
    ("花展接待游客9万人次，增长2倍，上年为3万人次。", "其中，外地游客占61%。", "花展接待游客9万人次，增长2倍，上年为3万人次。其中，外地游客占61%。"),
    ("街道9月动工。", "项目|总投资90万元。", "街道9月动工。项目总投资90万元。"),
    ("学费将由9元降至8元。", "5月起，学期由3个月延长至4个月。", "学费将由9元降至8元。5月起，学期由3个月延长至4个月。"),
    ("苗圃|9处，其中新建2处。", "苗圃面积|80亩。", "苗圃9处，其中新建2处。苗圃面积80亩。"),
    ("花店|30家。", "花店店员|90人。", "花店30家，花店店员90人。"),
    ("环湖路总投资9亿元。", "6月3日，其中4公里通车。", "环湖路总投资9亿元。6月3日，其中4公里通车。"),
    ("环湖路全长9公里，其中2公里在建。", "6月3日，其中4公里通车。", "环湖路全长9公里，其中2公里在建。6月3日，其中4公里通车。"),
    ("环湖路全长9公里。", "其余4公里将于8月通车。", "环湖路全长9公里。其余4公里将于8月通车。"),
    ("60支队伍、900名选手参赛。", "90支外地队参加。", "60支队伍、900名选手参赛。90支外地队参加。"),
    ("60支队伍、900名选手参赛。", "9家外地企业参加。", "60支队伍、900名选手参赛。9家外地企业参加。"),
    ("60支队伍、900名选手参赛。", "12名裁判参加。", "60支队伍、900名选手参赛。12名裁判参加。"),
    ("园区有[60张][长椅]。", "2027年，街道计划新增[长椅][8处]。", "园区有60张长椅。2027年，街道计划新增长椅8处。"),
    ("园区有[60张][长椅]。", "2027年，街道计划新增[花架][8张]。", "园区有60张长椅。2027年，街道计划新增花架8张。"),
    ("园区有[60张][长椅]、[9张][石桌]。", "2027年，街道计划新增[长椅][8张]。", "园区有60张长椅、9张石桌。2027年，街道计划新增长椅8张。"),
    ("清淤完成后，水面|预计90亩。", "绿化完成后，树木|预计8000株。", "清淤完成后，水面预计90亩。绿化完成后，树木预计8000株。"),
    # told together
    ("环湖路全长9公里，总投资9亿元。", "6月3日，其中4公里通车。", "环湖路全长9公里，总投资9亿元，其中4公里于6月3日通车。"),
    ("夜校有教室9间。", "9月1日，其中6间将启用。", "夜校有教室9间，其中6间将于9月1日启用。"),
    ("环湖路全长9公里，其中4公里于6月3日通车。", "其余5公里将于8月通车。", "环湖路全长9公里，其中4公里于6月3日通车，其余5公里将于8月通车。"),
    ("60支队伍、900名选手参赛。", "12支外地队参加，来自5个市。", "60支队伍、900名选手参赛，其中外地队12支，来自5个市。"),
    ("90家企业参展。", "12家外地企业参展。", "90家企业参展，其中外地企业12家。"),
    ("河东码头扩建工程|总投资9亿元。", "该码头|将有泊位6个。", "河东码头扩建工程总投资9亿元，将有泊位6个。"),
    ("来宾|参观粮库、该校。", "来宾|将于9日参观船厂。", "来宾参观粮库、该校，将于9日参观船厂。"),
    ("该厂|占地9亩。", "该厂|计划5月开工。", "该厂占地9亩，计划5月开工。"),
    ("垃圾投诉90件，下降3%。", "餐饮占垃圾投诉的60%，比上年下降2个百分点。", "垃圾投诉90件，下降3%，其中餐饮占60%，比上年下降2个百分点。"),
    ("茶园面积9万亩，同比增长3%。", "增速高于全省2个百分点。", "茶园面积9万亩，同比增长3%，增速高于全省2个百分点。"),
    ("花展接待游客9万人次，同比增长3%。", "外地游客占比60%以上。", "花展接待游客9万人次，同比增长3%，其中外地游客占比60%以上。"),
    ("夜校有学员60名。", "外地学员占比约30%。", "夜校有学员60名，其中外地学员占比约30%。"),
    ("夜校有60名学员。", "女生占学员的52%。", "夜校有60名学员，其中女生占52%。"),
    ("夜校有教师8人、学员60人。", "女生占学员的52%。", "夜校有教师8人、学员60人，其中女生占52%。"),
    ("苗木3万株，同比增长2%。", "苗木中，松树2万株。", "苗木3万株，同比增长2%，其中松树2万株。"),
    ("县里新开线路4条、停开1条，现有33条。", "线路中，夜班线路6条。", "县里新开线路4条、停开1条，现有33条，其中夜班线路6条。"),
    ("茶园面积9万亩，同比增长3%。", "增速居全县第2位。", "茶园面积9万亩，同比增长3%，增速居全县第2位。"),
    ("计划投资9亿元。", "其中设备投资4亿元。", "计划投资9亿元，其中设备投资4亿元。"),
    ("花展接待游客9万人次，增长2%。", "其中，外地游客6万人次。", "花展接待游客9万人次，增长2%，其中外地游客6万人次。"),
    ("街道举办花展3场。", "居民近8000人次参加。", "街道举办花展3场，居民近8000人次参加。"),
    ("街道将建设水塔。", "水塔|计划投资90万元。", "街道将建设水塔，计划投资90万元。"),
    ("街道将建设水塔。", "项目|计划投资90万元。", "街道将建设水塔，计划投资90万元。"),
    ("苗圃|9处。", "苗圃面积|80亩。", "苗圃9处，面积80亩。"),
    ("园区有[60张][长椅]。", "2027年，街道计划新增[长椅][8张]。", "园区有60张长椅。2027年，街道计划新增8张。"),
    ("清淤完成后，水面|预计90亩。", "清淤完成后，水深|预计2米。", "清淤完成后，水面预计90亩，水深2米。"),
    ("学费将由9元降至8元。", "学期将由3个月延长至4个月。", "学费将由9元降至8元，学期由3个月延长至4个月。"),
    ("县夜校（总校）学员|60人。", "总校|占全县学员的9%。", "县夜校（总校）学员60人，占全县学员的9%。"),
    ("城东苗圃|位于河边。", "苗圃|总投资90万元。", "城东苗圃位于河边，总投资90万元。"),
    ("“灯会”|由县里主办。", "灯会|接待游客9万人次。", "“灯会”由县里主办，接待游客9万人次。"),
]  # fmt: skip

ENGLISH = [
    # left as they are
    ("Complaints fell to 90.", "Noise accounted for 60% of sales.", "Complaints fell to 90. Noise accounted for 60% of sales."),
    ("The school has 60 pupils and 8 teachers.", "Girls account for 52% of pupils.", "The school has 60 pupils and 8 teachers. Girls account for 52% of pupils."),
    ("The school has 60 pupils.", "Girl pupils account for 52% of pupils in the county.", "The school has 60 pupils. Girl pupils account for 52% of pupils in the county."),
    ("Tea output rose to 9 tonnes, ranking third in the county.", "It ranked second in the province by growth.", "Tea output rose to 9 tonnes, ranking third in the county. It ranked second in the province by growth."),
    ("Tea is 9 yuan.", "Black tea accounts for 3% of the total.", "Tea is 9 yuan. Black tea accounts for 3% of the total."),
    ("Tea output grew.", "It ranked second in the county in growth.", "Tea output grew. It ranked second in the county in growth."),
    ("Tea output rose to 9 tonnes.", "It ranked second in the county in tea houses a head.", "Tea output rose to 9 tonnes. It ranked second in the county in tea houses a head."),
    ("The town will build a water tower for 90 yuan.", "The pond| is due to be finished in May.", "The town will build a water tower for 90 yuan. The pond is due to be finished in May."),
    ("The town will build a tower.", "The tower| is tall.", "The town will build a tower. The tower is tall."),
    ("The town cleaned 9 ponds.", "80 residents took part.", "The town cleaned 9 ponds. 80 residents took part."),
    ("The town held 3 shows, up from 2.", "80 residents took part.", "The town held 3 shows, up from 2. 80 residents took part."),
    ("The park has [60] [benches] and [9] [tables].", "The town plans to add [8] [benches].", "The park has 60 benches and 9 tables. The town plans to add 8 benches."),
    ("The park has [60] [benches].", "The town plans to add [8] [tables].", "The park has 60 benches. The town plans to add 8 tables."),
    ("The mill will buy 90 tonnes of wheat.", "The rice contract is worth 9 million yuan.", "The mill will buy 90 tonnes of wheat. The rice contract is worth 9 million yuan."),
    ("A total of 900 rowers in 60 teams competed.", "Twelve schools from the county took part.", "A total of 900 rowers in 60 teams competed. Twelve schools from the county took part."),
    ("Once it is dug, ponds are to reach 9.", "Once it is green, benches are to reach 80.", "Once it is dug, ponds are to reach 9. Once it is green, benches are to reach 80."),
    # told together
    ("The mill will buy 90 tonnes of wheat in May.", "The wheat contract is worth 9 million yuan.", "The mill will buy 90 tonnes of wheat in May, under a contract worth 9 million yuan."),
    ("A total of 900 rowers in 60 teams competed.", "Twelve visiting teams from five cities took part.", "A total of 900 rowers in 60 teams competed, among them 12 visiting teams from five cities."),
    ("A total of 900 rowers in 60 teams competed.", "Three visiting teams took part.", "A total of 900 rowers in 60 teams competed, among them three visiting teams."),
    ("Complaints fell to 90.", "Noise accounts for 60% of complaints, down 2 points.", "Complaints fell to 90. Noise accounted for 60% of them, down 2 points."),
    ("The school has 60 pupils.", "Girls account for 52% of the pupils.", "The school has 60 pupils. Girls account for 52% of them."),
    ("Tea output rose 3% to 9 tonnes.", "It ranked second in the county in growth.", "Tea output rose 3% to 9 tonnes, ranking second in the county in growth."),
    ("Tea output rose to 9 tonnes, ranking third in the county.", "It ranked second in the county by growth.", "Tea output rose to 9 tonnes, ranking third in the county and second by growth."),
    ("Tea exports rose to 9 tonnes.", "Black tea accounts for 3% of the total.", "Tea exports rose to 9 tonnes. Black tea accounted for 3% of the total."),
    ("The town will build a water tower for 90 yuan.", "The tower| is due to be finished in May.", "The town will build a water tower for 90 yuan, due to be finished in May."),
    ("The town held 3 shows.", "Nearly 80 residents took part.", "The town held 3 shows, with nearly 80 residents taking part."),
    ("The park has [60] [benches].", "The town plans to add [8] [benches].", "The park has 60 benches. The town plans to add 8."),
    ("Once it is dug, ponds are to reach 9.", "Once it is dug, benches are to reach 80.", "Once it is dug, ponds are to reach 9, and benches 80."),
    ("Visits to the hall| came to 90.", "The hall| accounted for 9% of the total.", "Visits to the hall came to 90 and accounted for 9% of the total."),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "text"), CHINESE)
def test_what_a_chinese_sentence_says_of_the_one_before_is_told_with_it(first, second, text) -> None:
    assert joined([sentence(first), sentence(second)], "zh").text == text


@pytest.mark.parametrize(("first", "second", "text"), ENGLISH)
def test_what_an_english_sentence_says_of_the_one_before_is_told_with_it(first, second, text) -> None:
    assert joined([sentence(first), sentence(second)], "en").text == text


def test_a_fact_told_with_another_is_not_missing(event, house) -> None:
    counts = (
        "{counts: {who: {zh: 夜校, en: the school}, list: [{count: 60名, what: {zh: 学员, en: pupils}}]}}"
    )
    share = "{share: {name: {zh: 女生, en: girls}, whole: {zh: 学员, en: pupils}, value: 52%}}"
    draft = api.draft(event(BRIEF, f"story: [[{counts}, {share}], rest]"), house())

    texts = [
        next(b.text for b in draft.release.document(lang).blocks if b.role == "body") for lang in ("zh", "en")
    ]
    assert texts == [
        "夜校有学员60名，其中女生占52%。",
        "The school has 60 pupils. Girls account for 52% of them.",
    ]
    assert [finding.message("en") for finding in draft.findings] == []
