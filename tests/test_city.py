"""A newsroom of any city: what its first day looks like, and the names nobody has listed."""

import re
from functools import cache
from itertools import product

import pytest

from pressgen import api
from pressgen.checks import language
from pressgen.checks.found import day_of
from pressgen.document import Block, Release, Span
from pressgen.errors import PressgenError
from pressgen.events.form import blank
from pressgen.glossary.divisions import every
from pressgen.glossary.gazetteer import Gazetteer, patterns
from pressgen.house import open_newsroom
from tests.conftest import EXAMPLES, ROOT, TODAY
from tests.desk import run
from tests.grids import some

BODIES = ROOT / "glossary" / "patterns" / "bodies.csv"
CASES = re.findall(
    r"^(\S+) = (.*)$", (ROOT / "tests" / "cases" / "gazetteer.md").read_text(encoding="utf-8"), re.MULTILINE
)
SHAOXING = """\
release: investment-promotion
published: 2024-05-21 10:30
headline: {zh: 绍兴到乐清推介纺织产业, en: Shaoxing presents its textile industry in Yueqing}
date: 2024-05-20
city: 乐清
promoter: 绍兴
event: {zh: 绍兴纺织产业投资推介会, en: Shaoxing Textile Investment Conference}
guests: {companies: 40余家}
period: 2024年1—4月
signed: {projects: 12个, over: 1亿元, growth: +20%}
investment: {total: 38.6亿元, growth: +9.4%}
speakers:
  - {name: {zh: 陶立新, en: Tao Lixin}, titles: [{zh: 副区长, en: deputy head}], org: 绍兴市柯桥区人民政府}
credits: {reporter: {zh: 李敏, en: Li Min}, revisor: [{zh: 周宁, en: Zhou Ning}]}
"""
URUMQI = """\
release: festival
published: 2024-07-02 09:00
headline: {zh: 乌鲁木齐民俗节开幕, en: Folk festival opens in Urumqi}
date: 2024-07-01
city: 乌鲁木齐市
name: {zh: 丝路民俗节, en: Silk Road Folk Festival}
organizers: {organizers: [乌鲁木齐市文化和旅游局, 乌鲁木齐市天山区人民政府, 新疆维吾尔自治区文化和旅游厅]}
visitors: 3.2万人次
credits: {reporter: {zh: 李敏, en: Li Min}, revisor: [{zh: 周宁, en: Zhou Ning}]}
"""
XIAN = """\
release: visit-meeting
published: 2024-11-04 09:00
headline: {zh: 西安市与喀什地区会商文旅合作, en: "Xi'an and Kashgar discuss tourism"}
talks:
  kind: meeting
  when: 2024-11-03
  where: {zh: 西安宾馆, en: "the Xi'an Hotel"}
  hosts:
    - {name: {zh: 高远山, en: Gao Yuanshan}, titles: [{zh: 副局长, en: deputy director}], org: 西安市文化和旅游局}
  guests:
    - {name: {zh: 马立群, en: Ma Liqun}, titles: [{zh: 副局长, en: deputy director}], org: 喀什地区文化和旅游局}
credits: {reporter: {zh: 李敏, en: Li Min}, revisor: [{zh: 周宁, en: Zhou Ning}]}
"""


BULLETIN = """\
release: statistics-bulletin
published: 2024-10-21 15:00
headline: {zh: 前三季度经济稳步增长, en: Economy grows in first three quarters}
date: 2024-10-20
issuer: 国家统计局
area: 浙江省
period: 2024年前三季度
main: {name: {zh: 地区生产总值, en: GDP}, value: 5981.2亿元, growth: +6.1%, basis: real}
credits: {reporter: {zh: 李敏, en: Li Min}, revisor: {zh: 周宁, en: Zhou Ning}}
districts:
"""


@pytest.fixture(scope="module")
def known():
    return Gazetteer(patterns(BODIES))


@pytest.mark.parametrize(("zh", "en"), CASES, ids=[zh for zh, _ in CASES])
def test_a_place_or_regular_body_is_called_as_its_case_says(known, zh, en):
    found = known.entry(zh)

    assert (found.name("en") if found else "-") == en


def test_every_division_has_a_name_in_both_languages_and_is_found_by_it(known):
    divisions = every()

    assert len(divisions) > 3_200
    assert [one.zh for one in divisions if not known.place(one.zh)] == []
    assert [
        one.zh
        for one in divisions
        if not re.fullmatch(
            r"[A-Z][A-Za-z'-]*(?: (?:and )?[A-Z][A-Za-z',-]*)*", one.english.replace(", ", " ")
        )
    ] == []


@pytest.mark.parametrize(
    ("municipal", "en"),
    [
        ("Municipal", "Zhuji Municipal Audit Bureau"),
        ("City", "Zhuji City Audit Bureau"),
        ("", "Zhuji Audit Bureau"),
    ],
)
def test_a_house_chooses_what_a_citys_bodies_are_called(municipal, en):
    known = Gazetteer(patterns(BODIES), municipal)

    assert known.entry("诸暨市审计局").name("en") == en
    assert known.entry(en).name("zh") == "诸暨市审计局"


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("Urumqi", "乌鲁木齐"), ("Xi’an", "西安"), ("Keqiao District", "柯桥区"), ("Zhejiang Province", "浙江省"),
        ("Keqiao District People's Government", "柯桥区人民政府"), ("Xi'an Customs", "西安海关"),
        ("Zhejiang Provincial Department of Commerce", "浙江省商务厅"),
    ],
)  # fmt: skip
def test_an_english_name_finds_its_chinese_one(known, en, zh):
    assert known.entry(en).name("zh") == zh


@pytest.mark.parametrize("en", ["Taizhou", "Suzhou", "Yichun", "Municipal Bureau of Commerce", "Paris"])
def test_an_english_name_that_several_bear_or_none_finds_nothing(known, en):
    assert known.entry(en) is None


def test_a_pattern_without_its_place_is_named_with_its_line(tmp_path):
    table = tmp_path / "bodies.csv"
    table.write_text("zh,en\n商务局,{place} Bureau of Commerce\n档案馆,Archives\n", encoding="utf-8")

    with pytest.raises(PressgenError, match=r"bodies\.csv:3: zh is the end"):
        patterns(table)


@pytest.mark.parametrize(
    ("city", "office", "story", "said"),
    [
        ("绍兴", "绍兴市商务局", SHAOXING, ["Shaoxing, May 21, 2024", "People’s Government of Keqiao District of Shaoxing"]),
        pytest.param("乌鲁木齐", "乌鲁木齐市文化和旅游局", URUMQI, ["Urumqi, July 2, 2024", "Urumqi Municipal Bureau of Culture and Tourism", "Department of Culture and Tourism of Xinjiang Uygur Autonomous Region"], marks=pytest.mark.slow),
        pytest.param("西安", "西安市文化和旅游局", XIAN, ["Xi’an, November 4, 2024", "Xi’an Municipal Bureau of Culture and Tourism"], marks=pytest.mark.slow),
    ],
    ids=["Shaoxing", "Urumqi", "Xi'an"],
)  # fmt: skip
def test_a_story_is_drafted_from_init_on_in_the_citys_own_name(tmp_path, city, office, story, said):
    assert (
        run(
            "init", "room", "--city", city, "--office", office, "--phone", "+86-575-8512-0000", cwd=tmp_path
        ).returncode
        == 0
    )
    room = tmp_path / "room"
    (room / "event.yaml").write_text(story, encoding="utf-8")
    newsroom = open_newsroom(room)
    draft = api.draft(api.load(room / "event.yaml", newsroom), api.open_house("", newsroom, today=TODAY))
    texts = [block.text for block in draft.release.blocks]

    assert [words for words in said if not any(words in text for text in texts)] == []
    assert [text for text in texts if "佛山" in text or "Foshan" in text] == []
    assert f"单位：{office}" in texts
    assert draft.untranslated == []
    assert [each.message("en") for each in draft.findings] == []
    assert [
        path.name
        for path in (room / "glossary").glob("*.csv")
        if "佛山市" in path.read_text(encoding="utf-8")
    ] == []


FOSHANS = re.compile(
    "佛山|顺德|禅城|高明区|三水|石湾|狮山|罗村|云东海|三龙湾|北滘|祖庙|季华|秋色|岭南|广东|粤剧|Foshan|Shunde|Chancheng|Gaoming|Sanshui|Shiwan"
    "|Shishan|Luocun|Yundonghai|Sanlongwan|Beijiao|Zumiao|Jihua|Qiuse|Lingnan|Guangdong|Cantonese|0757|-757-"
    "|佛府|Fofu",
    re.IGNORECASE,
)


PLACES = {
    "Shaoxing": ("绍兴", "绍兴市商务局", "+86-575-8512-0000", ["绍兴市商务局", "Shaoxing Marathon", "Zhejiang", "0575-"]),
    "Xi'an": ("西安", "", "", ["西安市统计局", "Xi'an Municipal Bureau of Transport", "陕西", "Chengdong District"]),
    "Deqing": ("德清县", "", "", ["德清县人民政府", "Deqing County", "县委副书记", "城东街道", "副县长", "deputy head"]),
    "Urumqi": ("乌鲁木齐", "", "", ["新疆维吾尔自治区", "Urumqi Tram Line 4", "全区", "the regional average"]),
    "office": ("", "义乌市人民政府新闻办公室", "", ["义乌市统计局", "Yiwu Marathon"]),
}  # fmt: skip


@pytest.fixture(scope="module")
def rooms(tmp_path_factory):
    """The folder of a place's newsroom and what is known there, made once."""

    @cache
    def founded(place):
        city, office, phone, _ = PLACES[place]
        folder = tmp_path_factory.mktemp("city") / "room"
        api.found(folder, api.office_of(city, "", office, "", phone), "en")
        newsroom = open_newsroom(folder)
        known, house = api.types(newsroom), api.open_house("", newsroom, today=TODAY)
        return folder, newsroom, known, house

    return founded


@pytest.mark.parametrize("place", some(PLACES, of=6))
def test_every_example_is_in_the_newsrooms_own_name(rooms, place):
    folder, newsroom, known, _ = rooms(place)
    city, _, _, said = PLACES[place]
    handed_out = "".join(blank(type_, house=newsroom.house) for type_ in known.values())
    templates = folder / "templates"
    written = [
        *templates.glob("*/*/fields.yaml"),
        *templates.glob("*/*/cases.md"),
        *templates.glob("*/*/house.yaml"),
    ]
    shown = [path.read_text(encoding="utf-8") for path in written]

    assert FOSHANS.findall("".join((handed_out, *shown))) == []
    assert ("市长" in handed_out) == ("县" not in city)
    assert newsroom.houses == sorted({newsroom.house, "pr-wire"})
    assert [words for words in said if words not in handed_out] == []


TYPES = [path.parent.name for path in EXAMPLES]
AT_ONCE = {(list(PLACES)[3 * (number % 2)], type_) for number, type_ in enumerate(TYPES) if number % 7 == 0}
"""A seventh of the types in one of two places; the slow suite has each in all."""


@pytest.mark.parametrize(
    ("place", "type_"),
    [
        pytest.param(*pair, id="-".join(pair), marks=() if pair in AT_ONCE else pytest.mark.slow)
        for pair in product(PLACES, TYPES)
    ],
)
def test_every_example_drafts_without_a_finding(rooms, tmp_path, place, type_):
    _, newsroom, known, house = rooms(place)
    handed_out = blank(known[type_], house=newsroom.house)
    draft = api.draft(api.event_of(handed_out, tmp_path / "event.yaml", newsroom, known), house)

    assert [each.message("en") for each in draft.findings] == []
    assert draft.untranslated == []
    assert [block.text for block in draft.release.blocks if FOSHANS.search(block.text)] == []


def test_the_sample_newsroom_keeps_its_examples(tmp_path):
    api.found(tmp_path / "room", api.Office(), "en", sample=True)

    shipped = ROOT / "templates" / "releases" / "festival" / "example.yaml"
    assert (
        tmp_path / "room" / "templates" / "releases" / "festival" / "example.yaml"
    ).read_bytes() == shipped.read_bytes()


def test_the_wire_house_is_dated_from_the_events_own_city(event, house):
    text = "\n".join((SHAOXING, ""))
    draft = api.draft(event(text), house("pr-wire"))

    leads = [
        block.text for document in (draft.zh, draft.en) for block in document.blocks if block.role == "lead"
    ]
    assert leads[0].startswith("乐清2024年5月21日讯")
    assert leads[1].startswith("YUEQING, China, May 21, 2024")


@pytest.mark.parametrize(("city", "en"), [("日照", "Rizhao"), ("朝阳", "Chaoyang"), ("无为市", "Wuwei")])
def test_a_city_whose_bare_name_is_a_word_is_known_where_only_a_place_can_stand(event, house, city, en):
    text = SHAOXING.replace("city: 乐清", f"city: {city}")
    draft = api.draft(event(text), house("foshan-news"))

    assert text != SHAOXING
    assert not draft.untranslated
    assert any(f"in {en}" in block.text for block in draft.en.blocks)
    assert not any(f"{en} City" in block.text for block in draft.en.blocks)


def test_such_a_city_is_known_by_its_bare_name_wherever_the_event_names_it_again(event, house):
    text = BULLETIN.replace("浙江省", "日照").replace("districts:\n", "city: 日照\n") + (
        "ranking: {who: 日照, among: {zh: 全省, en: the province}, list: [{what: {zh: 增速, en: growth}, rank: 第2位}]}\n"
    )
    draft = api.draft(event(text), house("base"))
    lead = next(block.text for block in draft.en.blocks if block.role == "lead")

    assert not draft.untranslated
    assert lead.startswith("Rizhao’s GDP rose")
    assert any("Rizhao ranked second" in block.text for block in draft.en.blocks)


def test_init_that_is_asked_nothing_and_answers_nobody_makes_a_neutral_newsroom(tmp_path):
    done = run("init", "room", cwd=tmp_path)

    assert done.returncode == 0
    assert 'house = "base"' in (tmp_path / "room" / "pressgen.toml").read_text(encoding="utf-8")
    assert not (tmp_path / "room" / "glossary" / "foshan.csv").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--city", "云梦泽"], "no division of China"),
        (["--city", "绍兴", "--phone", "+86-575-8512-0000"], "--office"),
        (["--city", "绍兴", "--office", "Bureau"], "--office is in Chinese"),
        (["--city", "绍兴", "--office", "绍兴市商务局", "--phone", "call us"], "no telephone number"),
        (
            ["--office", "绍兴市商务局", "--phone", "0575-8512-0000"],
            "no country code and cannot be called from abroad",
        ),
        (["--office", "绍兴市商务局", "--phone", "(0575) 8512 0000"], "write +86-575-8512 0000"),
        (["--office", "绍兴市商务局", "--phone", "13957512345"], "write +86-13957512345"),
    ],
)
def test_init_says_what_is_wrong_and_makes_nothing(tmp_path, options, said):
    done = run("init", "room", *options, cwd=tmp_path)

    assert (done.returncode, said in done.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_a_person_who_is_also_a_county_stays_a_person(event, house):
    draft = api.draft(event(SHAOXING.replace("{zh: 周宁, en: Zhou Ning}", "周宁")), house())

    assert draft.zh.blocks[-1].text == "校对 | 周宁"
    assert "County" not in draft.en.blocks[-1].text


@pytest.mark.parametrize(
    ("names", "zh", "en"),
    [
        (["天山区", "乌鲁木齐县"], ["天山区", "乌鲁木齐县"], ["Tianshan District", "Urumqi County"]),
        (["乌鲁木齐市", "乌鲁木齐县"], ["乌鲁木齐市", "乌鲁木齐县"], ["Urumqi", "Urumqi County"]),
        (["越城区", "诸暨市", "新昌县"], ["越城区", "诸暨市", "新昌县"], ["Yuecheng District", "Zhuji", "Xinchang County"]),
        (["雁塔区", "新城区"], ["雁塔区", "新城区"], ["Yanta District", "Xincheng District"]),
        (["雁塔", "长安"], ["雁塔", "长安"], ["Yanta", "Chang’an"]),
    ],
)  # fmt: skip
def test_a_table_has_each_name_in_the_form_it_was_typed_in(event, house, names, zh, en):
    rows = "".join(f"  - {{name: {name}, amount: 12{number}亿元}}\n" for number, name in enumerate(names))
    draft = api.draft(event(BULLETIN + rows), house())

    for document, wanted in ((draft.zh, zh), (draft.en, en)):
        cells = [block.text for block in document.blocks if block.role == "cell"]
        assert [text for text in cells if text in wanted] == wanted


def test_a_county_is_never_called_by_the_name_of_its_city(known):
    assert known.place("乌鲁木齐县").name("zh", "short") == "乌鲁木齐县"
    assert known.place("乌鲁木齐县").name("en", "short") == "Urumqi County"
    assert known.place("柯桥区").name("en", "short") == "Keqiao"


def test_a_newsroom_with_a_telephone_says_that_a_release_was_updated(rooms, tmp_path):
    _, newsroom, known, house = rooms("Shaoxing")
    story = SHAOXING.replace("\nheadline:", "\nupdated: 2024-05-22 09:00\nheadline:", 1)
    (tmp_path / "event.yaml").write_text(story, encoding="utf-8")
    draft = api.draft(api.load(tmp_path / "event.yaml", newsroom, known), house)

    texts = [block.text for block in draft.release.blocks]
    assert "更新时间：2024年5月22日" in texts
    assert "Updated: May 22, 2024" in texts


@pytest.mark.parametrize(
    ("typed", "meant"), [("绍興", "绍兴"), ("乌鲁木奇", "乌鲁木齐"), ("昆山县", "昆山"), ("雄狮帝国", None)]
)
def test_a_city_that_is_misspelt_is_asked_back(tmp_path, typed, meant):
    said = run("init", "room", "--city", typed, cwd=tmp_path)

    assert said.returncode == 2
    assert ("did you mean" in said.stderr) == bool(meant)
    assert not meant or f"did you mean {meant}?" in said.stderr
    assert not (tmp_path / "room").exists()


def test_an_office_without_known_english_is_asked_for_and_waits_in_every_draft(tmp_path):
    made = run(
        "init", "room", "--city", "西安", "--office", "西安市投资合作局", "--phone", "+86-29-8651-0000", cwd=tmp_path
    )  # fmt: skip
    room = tmp_path / "room"
    (room / "event.yaml").write_text(XIAN, encoding="utf-8")
    newsroom = open_newsroom(room)
    house = api.open_house("", newsroom, today=TODAY)
    draft = api.draft(api.load(room / "event.yaml", newsroom), house)

    assert "西安市投资合作局 is not known and waits in drafts to be translated" in made.stdout + made.stderr
    assert [item.source for item in draft.untranslated] == ["西安市投资合作局"]
    assert "[To translate: 西安市投资合作局]" in [block.text for block in draft.en.blocks]
    assert house.style.title.en == "[To translate: 西安市投资合作局]"


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("西安市投资合作局", ["西安市投资合作局"]),
        ("Photos by 绍兴市新闻传媒中心", ["绍兴市新闻传媒中心"]),
        ("Address: 雁塔区科创一路18号", ["雁塔区科创一路"]),
        ("Reporter | 李敏", []),
        ("Reporter | 欧阳文慧 周宁", []),
        ("Shaoxing Daily (绍兴日报社编辑部)", []),
        ("Press office", []),
    ],
)
def test_an_office_left_in_chinese_in_english_credits_is_found(house, line, left):
    texts = ["Fair opens in Xi'an", "The lantern fair opened on the old wall on Sunday evening.", line]
    roles = ["headline", "lead", "credits"]
    blocks = [
        Block(role, text, "und" if [text] == left else "en", at=Span("a.en.docx", at, 0, len(text), text, "en"))
        for at, (role, text) in enumerate(zip(roles, texts, strict=True))
    ]  # fmt: skip
    found = language.check(Release(tuple(blocks)), house())

    assert [finding.span.text for finding in found] == left


@pytest.mark.parametrize("name", ["base", "pr-wire"])
def test_a_word_drafts_own_day_is_known_from_its_dateline(event, house, tmp_path, name):
    opened = house(name)
    draft = api.draft(event(SHAOXING), opened)
    paths = [tmp_path / f"story.{lang}.docx" for lang in ("zh", "en")]
    for path, document in zip(paths, (draft.zh, draft.en), strict=True):
        api.write(document, path, opened)
    release = api.read(*paths, forms=opened.forms)

    assert release.published == ""
    assert day_of(release, opened).isoformat() == "2024-05-21"


def test_the_day_a_release_was_changed_is_not_its_own(house):
    dates = ["Shaoxing, May 21, 2024", "Updated May 23, 2024"]
    blocks = [Block("dateline", text, "en") for text in dates]

    assert day_of(Release(tuple(blocks)), house()).isoformat() == "2024-05-21"
    assert day_of(Release((Block("body", "It opened on May 21, 2024.", "en"),)), house()) is None


@pytest.fixture(scope="module")
def own_bodies(tmp_path_factory):
    """A newsroom of Shaoxing that has listed a sort of body of its own, and says another otherwise."""
    folder = tmp_path_factory.mktemp("own-bodies")
    assert run("init", "room", "--city", "绍兴", cwd=folder).returncode == 0
    table = folder / "room" / "glossary" / "patterns" / "bodies.csv"
    text = table.read_text(encoding="utf-8")
    rows = "丝绸研究院|丝研院,{name} Silk Institute,,usage\n教育局,{place} Education Bureau,,usage\n"
    table.write_text(re.sub(r"(?m)^教育局,.*\n", "", text) + rows, encoding="utf-8")
    return api.open_house("", open_newsroom(folder / "room"), today=TODAY)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("绍兴丝绸研究院周一发布报告。", "The Shaoxing Silk Institute released a report on Monday."),
        ("新昌县教育局周一发布通知。", "The Xinchang County Education Bureau issued a notice on Monday."),
        ("绍兴市教育局周一发布通知。", "The Shaoxing Education Bureau issued a notice on Monday."),
        ("绍兴市商务局周一发布通知。", "The Shaoxing Commerce Bureau issued a notice on Monday."),
        ("教育局周一发布通知。", "The bureau issued a notice on Monday."),
    ],
)
def test_a_body_as_the_offices_own_patterns_have_it_is_left_alone(own_bodies, zh, en):
    assert [each.message("en") for each in api.check(api.passages(zh, en), own_bodies)] == []


@pytest.mark.parametrize(
    ("zh", "en", "name"),
    [
        ("绍兴丝绸研究院周一发布报告。", "The Shaoxing Silk Academy released a report on Monday.", "Shaoxing Silk Institute"),
        ("诸暨丝研院周一发布报告。", "A report was released on Monday by Zhuji Silk Research.", "Zhuji Silk Institute"),
        ("绍兴市教育局周一发布通知。", "The Shaoxing Bureau of Education issued a notice on Monday.", "Shaoxing Municipal Education Bureau"),
    ],
)  # fmt: skip
def test_a_body_otherwise_than_the_offices_own_patterns_have_it_is_found(own_bodies, zh, en, name):
    found = [
        each for each in api.check(api.passages(zh, en), own_bodies) if each.rule.id == "terminology/missing"
    ]

    assert [name in each.message("en") for each in found] == [True]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("release: 文旅节日", "没有“文旅节日”这种稿件；是否为文旅节庆？现有："),
        ("headline: {zh: 甲, en: A}", "缺少稿件类型；请写 release: 加以下之一：任免与机构设立、"),
        ("", "文件是空的；请写上内容"),
        ("release: festival\nrelease: festival", "字段release写了两次；请删去一个"),
    ],
)
def test_what_a_file_lacks_is_said_with_what_to_do_in_chinese(tmp_path, given, said):
    (tmp_path / "event.yaml").write_text(f"{given}\n", encoding="utf-8")

    assert said in run("draft", "event.yaml", cwd=tmp_path, env={"PRESSGEN_UI": "zh"}).stderr


@pytest.mark.parametrize("phone", ["+86-575-8512-0000", "0086 575 8512 0000", "400-820-5512", "12345678"])
def test_a_number_with_its_country_or_without_an_area_is_printed_as_it_is(phone):
    assert api.office_of("绍兴", "", "绍兴市商务局", "", phone).phone == phone


@pytest.mark.parametrize(
    ("districts", "zh", "en"),
    [
        (["越城区", "柯桥区"], "绍兴各区地区生产总值", "Shaoxing by district: GDP"),
        (["越城区", "新昌县"], "绍兴各区县地区生产总值", "Shaoxing by district and county: GDP"),
        (
            ["越城区", "诸暨", "新昌县"],
            "绍兴各县（市、区）地区生产总值",
            "Shaoxing by district, county and city: GDP",
        ),
        (["诸暨市", "新昌县"], "绍兴各县（市）地区生产总值", "Shaoxing by county and city: GDP"),
        (["柯桥区", "嵊州市"], "绍兴各市、区地区生产总值", "Shaoxing by district and city: GDP"),
        (["新昌县", "{zh: 袍江, en: Paojiang}"], "绍兴各地地区生产总值", "Shaoxing by area: GDP"),
    ],
)
def test_a_table_of_districts_says_what_they_are(event, house, districts, zh, en):
    rows = "".join(f"  - {{name: {name}, amount: 210亿元}}\n" for name in districts)
    draft = api.draft(event(BULLETIN.replace("浙江省", "绍兴") + rows), house("base"))
    captions = [block.text for block in draft.release.blocks if block.role == "caption"]

    assert [zh in captions[0], en in captions[1]] == [True, True], captions


def test_a_city_is_given_in_chinese_and_a_type_by_nearly_its_name(tmp_path):
    refused = run("init", "room", "--city", "Xi'an", cwd=tmp_path)
    asked = run("new", "招商推荐", cwd=tmp_path, env={"PRESSGEN_UI": "zh"})

    assert (refused.returncode, "--city is in Chinese" in refused.stderr) == (2, True)
    assert "没有稿件类型招商推荐；是否为招商推介？" in asked.stderr


def test_a_county_that_is_its_own_district_is_named_once(event, house):
    facts = (
        "release: plant-opening\nslug: tea\npublished: 2025-06-03\nheadline: {zh: 茶厂投产, en: Tea plant opens}\n"
        "date: 2025-06-02\ncity: 墨脱\ndistrict: 墨脱县\nlocation: {zh: 背崩乡, en: Bebung Township}\nstage: production\n"
        "company: {zh: 门珞茶业, en: Menlo Tea}\nproject: {zh: 茶叶加工厂, en: a tea plant}\ninvestment: 3200万元\n"
        "credits: {reporter: Eleanor, revisor: Linn}\n"
    )
    draft = api.draft(event(facts), house())
    texts = " ".join(block.text for block in draft.release.blocks)

    assert "在墨脱县背崩乡正式投产" in texts
    assert "started production at its tea plant in Bebung Township, Medog County, on June 2" in texts
    assert [each.message("en") for each in draft.findings] == []


@pytest.mark.parametrize(
    ("city", "district", "zh", "en"),
    [
        ("宜昌", "枝江市", "在宜昌枝江市仙女镇", "in Xiannü Town, Zhijiang, Yichang,"),
        ("苏州市", "昆山市", "在苏州市昆山市仙女镇", "in Xiannü Town, Kunshan, Suzhou,"),
        ("宜昌", "夷陵区", "在宜昌市夷陵区仙女镇", "in Xiannü Town, Yiling District, Yichang,"),
        ("宜昌", "秭归县", "在宜昌市秭归县仙女镇", "in Xiannü Town, Zigui County, Yichang,"),
    ],
)
def test_a_park_opens_where_it_is_and_makes_nothing(event, house, city, district, zh, en):
    facts = (
        "release: plant-opening\nslug: park\npublished: 2025-06-03\nheadline: {zh: 物流园投用, en: Park opens}\n"
        f"date: 2025-06-02\ncity: {city}\ndistrict: {district}\nlocation: {{zh: 仙女镇, en: Xiannü Town}}\n"
        "stage: service\ncompany: {zh: 江岳物流, en: Jiangyue Logistics}\n"
        "project: {zh: 智慧物流园, en: a smart logistics park}\ninvestment: 2亿元\n"
        "credits: {reporter: Eleanor, revisor: Linn}\n"
    )
    draft = api.draft(event(facts), house())
    texts = " ".join(block.text for block in draft.release.blocks)

    assert f"{zh}正式投用" in texts
    assert f"Jiangyue Logistics opened its smart logistics park {en} on June 2" in texts
    assert [each.message("en") for each in draft.findings] == []


def test_what_the_lead_has_told_of_another_phase_is_told_once(event, house):
    facts = (
        "release: plant-opening\nslug: park\npublished: 2025-06-03\nheadline: {zh: 物流园投用, en: Park opens}\n"
        "date: 2025-06-02\ncity: 宜昌\ndistrict: 夷陵区\nlocation: {zh: 仙女镇, en: Xiannü Town}\n"
        "stage: service\ncompany: {zh: 江岳冷链, en: Jiangyue Cold Chain}\nparent: {zh: 江岳集团, en: Jiangyue Group}\n"
        "project: {zh: 冷链物流园, en: a cold-chain park}\nphase: {zh: 一期, en: Phase I}\ninvestment: 2亿元\n"
        "also: {phase: {zh: 二期, en: Phase II}, stage: construction}\n"
        "phases:\n  - {name: {zh: 二期, en: Phase II}, investment: 9000万元, begun: 2025-06-02, opens: 2027-06}\n"
        "credits: {reporter: Eleanor, revisor: Linn}\n"
    )
    draft = api.draft(event(facts), house())
    texts = " ".join(block.text for block in draft.release.blocks)

    assert "江岳集团旗下江岳冷链的冷链物流园一期在宜昌市夷陵区仙女镇正式投用，二期同日开工" in texts
    assert "二期总投资9000万元（约合1250万美元），计划2027年6月投用。" in texts
    assert (
        "Jiangyue Cold Chain, a subsidiary of Jiangyue Group, opened Phase I of its cold-chain park" in texts
    )
    assert "Work began" not in texts
    assert [each.message("en") for each in draft.findings] == []


def test_a_park_called_by_its_city_says_where_it_is_by_itself(event, house):
    facts = (
        "release: plant-opening\nslug: park\npublished: 2026-11-19\nheadline: {zh: 电驱项目投产, en: Plant opens}\n"
        "date: 2026-11-18\ncity: 襄阳\nlocation: {zh: 襄阳高新区, en: Xiangyang High-tech Zone}\n"
        "stage: production\ncompany: {zh: 衡屿电驱, en: Hengyu E-Drive}\n"
        "project: {zh: 电驱工厂, en: its electric drive plant}\n"
        "credits: {reporter: Eleanor, revisor: Linn}\n"
    )
    draft = api.draft(event(facts), house())
    texts = " ".join(block.text for block in draft.release.blocks)

    assert "工厂在襄阳高新区正式投产" in texts
    assert "plant in Xiangyang High-tech Zone on November 18." in texts
    assert draft.findings == []
