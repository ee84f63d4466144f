"""People in protocol order: who they are at first mention, what they are called afterwards."""

import pytest

from pressgen import api
from pressgen.drafting.families import family_name
from pressgen.english import plural
from tests.conftest import BRIEF


@pytest.fixture
def attending(event, house):
    """The sentence about the officials present, in both languages."""

    def tell(*leaders, more=""):
        listed = "leaders:\n" + "\n".join(f"  - {leader}" for leader in leaders)
        release = api.draft(event(BRIEF, listed, more), house()).release
        zh, en = (release.document(lang).blocks[3].text for lang in ("zh", "en"))
        return zh, en

    return tell


def person(zh, en, titles="", org=""):
    """One item of a list of people; titles are ``zh=en`` parted by a stroke."""
    offices = ", ".join("{{zh: {}, en: {}}}".format(*each.split("=")) for each in titles.split("|") if each)
    body = f", org: {{zh: {org.split('=')[0]}, en: {org.split('=')[1]}}}" if org else ""
    return f"{{name: {{zh: {zh}, en: {en}}}" + (f", titles: [{offices}]" if offices else "") + body + "}"


BUREAU = "某市商务局=X Bureau of Commerce"
LI = person("李明", "Li Ming", "市长=mayor", "某市=X City")
WANG = person("王芳", "Wang Fang", "局长=director", BUREAU)
DEPUTY = person("李华", "Li Hua", "副局长=deputy director", BUREAU)
OTHER = person("赵敏", "Zhao Min", "副局长=deputy director", BUREAU)
WEBER = person("卡尔·韦伯", "Karl Weber", "董事长=chairman", "北工集团=Nordwerk")


def test_one_person_stands_with_title_and_organisation(attending):
    assert attending(WANG) == (
        "某市商务局局长王芳出席推介会。",
        "Wang Fang, director of the X Bureau of Commerce, attended.",
    )


def test_two_people_are_joined_by_and(attending):
    assert attending(LI, WEBER) == (
        "某市市长李明、北工集团董事长卡尔·韦伯出席推介会。",
        "Li Ming, mayor of X City, and Karl Weber, chairman of Nordwerk, attended.",
    )


def test_three_whose_introductions_hold_commas_are_parted_by_semicolons(attending):
    assert attending(LI, WANG, WEBER) == (
        "某市市长李明、某市商务局局长王芳、北工集团董事长卡尔·韦伯出席推介会。",
        "Li Ming, mayor of X City; Wang Fang, director of the X Bureau of Commerce; and Karl Weber, chairman of Nordwerk, attended.",
    )


def test_neighbours_of_one_organisation_say_it_once_and_the_order_is_kept(attending):
    assert attending(WANG, DEPUTY, OTHER, WEBER) == (
        "某市商务局局长王芳、副局长李华、赵敏，北工集团董事长卡尔·韦伯出席推介会。",
        "Wang Fang, director, and Li Hua and Zhao Min, deputy directors, of the X Bureau of Commerce; "
        "and Karl Weber, chairman of Nordwerk, attended.",
    )
    assert attending(DEPUTY, WEBER, OTHER)[0] == (
        "某市商务局副局长李华、北工集团董事长卡尔·韦伯、某市商务局副局长赵敏出席推介会。"
    )


def test_several_titles_keep_their_order_and_part_the_people_by_commas_in_chinese(attending):
    zh, en = attending(
        person("李明", "Li Ming", "市委书记=Party secretary"),
        person("王芳", "Wang Fang", "市委副书记=deputy Party secretary|市长=mayor"),
    )

    assert zh == "市委书记李明，市委副书记、市长王芳出席推介会。"
    assert en == "Li Ming, Party secretary, and Wang Fang, deputy Party secretary and mayor, attended."


def test_people_without_titles_are_a_plain_list(attending):
    assert attending(*(person(*each) for each in [("李明", "Li Ming"), ("王芳", "Wang Fang"), ("赵敏", "Zhao Min")])) == (
        "李明、王芳、赵敏出席推介会。",
        "Li Ming, Wang Fang and Zhao Min attended.",
    )  # fmt: skip


def test_an_organisation_without_a_title_follows_the_name_in_english(attending):
    assert attending(person("李明", "Li Ming", org=BUREAU)) == (
        "某市商务局李明出席推介会。",
        "Li Ming of the X Bureau of Commerce attended.",
    )


def test_twenty_people_are_all_named(attending):
    people = [person(f"王{n}", f"Wang {en}", "副局长=deputy director", f"第{n}局=Bureau {en}")
              for n, en in zip("甲乙丙丁戊己庚辛壬癸" * 2, "ABCDEFGHIJKLMNOPQRST", strict=True)]  # fmt: skip
    en = attending(*people)[1]

    assert [f"Wang {letter}" in en for letter in "ABCDEFGHIJKLMNOPQRST"] == [True] * 20
    assert en.count(";") == 19


def test_no_fact_about_a_group_of_people_is_called_unused(event, house):
    found = event(BRIEF, f"leaders: [{WANG}, {DEPUTY}, {OTHER}]")

    assert api.draft(found, house()).findings == []


QUOTED = "story:\n  - rest\n  - quote: {{name: {{zh: {}, en: {}}}, text: {{zh: 很好, en: Fine}}}}"


@pytest.mark.parametrize(
    ("others", "speaker", "said"),
    [
        ([LI], ("李明", "Li Ming"), "said Li."),
        ([LI, DEPUTY], ("李明", "Li Ming"), "said Li Ming."),
        ([LI, WEBER], ("卡尔·韦伯", "Karl Weber"), "said Weber."),
        (
            [person("欧阳文慧", "Ouyang Wenhui", "局长=director")],
            ("欧阳文慧", "Ouyang Wenhui"),
            "said Ouyang.",
        ),
    ],
)
def test_somebody_met_before_is_called_by_the_family_name_unless_two_share_it(
    event, house, others, speaker, said
):
    listed = f"leaders: [{', '.join(others)}]"
    release = api.draft(event(BRIEF, listed, QUOTED.format(*speaker)), house()).release

    assert release.en.blocks[-3].text.endswith(said)
    assert f"{speaker[0].rpartition('·')[2]}说：“很好。”" == release.zh.blocks[-3].text


def test_somebody_met_before_who_leads_a_list_has_the_others_along(event, house):
    quote = "quote: {name: {zh: 王芳, en: Wang Fang}, text: {zh: 很好, en: Fine}}"
    people = f"attendance: {{people: [{WANG}, {WEBER}, {OTHER}]}}"
    release = api.draft(
        event(BRIEF, f"leaders: [{WANG}]", f"story: [rest, {{{quote}}}, {{{people}}}]"), house()
    ).release
    said = next(block.text for block in release.en.blocks if "along with" in block.text)

    assert said.startswith("Among those attending were Wang, along with Karl Weber")
    assert "; " not in said


def test_a_headline_or_a_caption_names_people_without_titles_and_introduces_nobody(event, house):
    named = BRIEF.replace(
        "headline: {zh: 佛山到苏州招商, en: Foshan courts investors in Suzhou}",
        "headline: {zh: '{leaders.0.name}到苏州', en: '{leaders.0.name} goes to Suzhou'}",
    )
    release = api.draft(event(named, f"leaders: [{LI}]"), house()).release

    assert (release.zh.title, release.en.title) == ("李明到苏州", "Li Ming goes to Suzhou")
    assert release.en.blocks[3].text == "Li Ming, mayor of X City, attended."


def test_the_writers_own_words_name_people_as_the_text_around_them_does(event, house):
    own = "story: [rest, {zh: '{leaders.0.name}还走访了企业。', en: '{leaders.0.name} also called on companies.'}]"
    release = api.draft(event(BRIEF, f"leaders: [{LI}]", own), house()).release

    assert "李明还走访了企业。" in [block.text for block in release.zh.blocks]
    assert "Li also called on companies." in [block.text for block in release.en.blocks]


@pytest.mark.parametrize(
    ("en", "zh", "called"),
    [
        ("Li Ming", "李明", "Li"),
        ("Kuang Dongming", "邝东明", "Kuang"),
        ("Ouyang Xiu", "欧阳修", "Ouyang"),
        ("Zeng Jie", "曾杰", "Zeng"),
        ("Lyu Fang", "吕芳", "Lyu"),
        ("Karl Weber", "卡尔·韦伯", "Weber"),
        ("Karl Weber", "", "Weber"),
        ("John Smith Jr.", "约翰·史密斯", "Smith"),
        ("Ludwig van der Berg", "路德维希·范德贝格", "van der Berg"),
        ("Lily Wang", "王丽丽", "Wang"),
        ("Karl Smith", "史密斯", "Karl Smith"),
        ("Taro Yamada", "山田太郎", "Yamada"),
        ("Nishimura Kenta", "西村健太", "Nishimura"),
        ("Emi Ishikawa", "石川惠美", "Ishikawa"),
        ("Haruka Minase", "遥水濑", "Haruka Minase"),
        ("Seo Narumi", "妹尾鸣海", "Seo"),
        ("Lee Ka-shing", "李嘉诚", "Lee Ka-shing"),
        ("Zeng Jie", "", "Zeng Jie"),
        ("Pelé", "贝利", "Pelé"),
        ("de Vries", "德弗里斯", "de Vries"),
        ("De Vries", "德弗里斯", "De Vries"),
        ("van der Meer", "范德米尔", "van der Meer"),
        ("Van Loon", "范龙", "Van Loon"),
        ("von Trotta", "冯特罗塔", "von Trotta"),
        ("La Rosa", "拉罗萨", "La Rosa"),
        ("da Silva", "达席尔瓦", "da Silva"),
        ("Le Pen", "勒庞", "Le Pen"),
        ("Sofie Van den Broeck", "索菲·范登布鲁克", "Van den Broeck"),
        ("Luc De Smet", "吕克·德斯梅特", "De Smet"),
        ("Claire Du Bois", "克莱尔·杜布瓦", "Du Bois"),
        ("Hamad Al Thani", "哈马德·阿勒萨尼", "Al Thani"),
        ("Du Fu", "杜甫", "Du"),
        ("Di Qing", "狄青", "Di"),
        ("Le Yi", "乐毅", "Le Yi"),
        ("Van Morrison", "范·莫里森", "Morrison"),
        ("Ben Stiller", "本·斯蒂勒", "Stiller"),
    ],
)
def test_the_family_name_is_taken_only_where_it_is_sure(en, zh, called):
    assert family_name(en, zh) == called


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("deputy director", "deputy directors"),
        ("member of the standing committee", "members of the standing committee"),
        ("deputy secretary", "deputy secretaries"),
        ("chairman of the board", "chairmen of the board"),
        ("consul general", "consuls general"),
        ("deputy director-general", "deputy directors-general"),
        ("major general", "major generals"),
        ("head coach", "head coaches"),
        ("attaché", "attachés"),
    ],
)
def test_a_title_that_several_hold_takes_the_plural_where_its_noun_stands(one, several):
    assert plural(one) == several


def test_a_title_is_learnt_of_the_same_organisation_and_of_no_other(attending):
    vice = "{name: {zh: 卞宁, en: Bian Ning}, titles: [副市长], org: 芜湖市}"
    deputy = person("塔黛娅·克雷斯尼克", "Tadeja Kresnik", "副市长=deputy mayor", "马里博尔市=Maribor")
    second = "{name: {zh: 马尔科·诺瓦克, en: Marko Novak}, titles: [副市长], org: 马里博尔市}"

    _, apart = attending(vice, deputy)
    _, together = attending(deputy, second)

    assert "Bian Ning, vice mayor of Wuhu, and Tadeja Kresnik, deputy mayor of Maribor" in apart
    assert "deputy mayors of Maribor" in together


def test_a_title_does_not_repeat_the_last_character_of_its_organisation(attending):
    zh, en = attending("{name: {zh: 韦宁, en: Wei Ning}, titles: [局党组书记, 局长], org: 某市商务局}")

    assert zh.startswith("某市商务局党组书记、局长韦宁")
    assert "[To translate: 局" not in en
