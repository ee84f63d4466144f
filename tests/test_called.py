"""What there is to choose from is called by its Chinese name as well."""

import pytest

from pressgen import api
from pressgen.errors import PressgenError
from pressgen.house.inheriting import name_of
from tests.desk import run

MEETING = """\
release: {release}
house: {house}
published: 2024-11-04 09:00
headline: {{zh: 海宁会商合作, en: Haining discusses cooperation}}
talks:
  kind: {kind}
  when: 2024-11-03
  part: {part}
  where: {{zh: 海宁宾馆, en: the Haining Hotel}}
  hosts: [{{name: {{zh: 高远山, en: Gao Yuanshan}}, titles: [{{zh: 副市长, en: vice mayor}}], org: 海宁市}}]
  guests: [{{name: {{zh: 马立群, en: Ma Liqun}}, titles: [{{zh: 副区长, en: deputy head}}], org: 海州区}}]
credits: {{reporter: {{zh: 李敏, en: Li Min}}, revisor: [{{zh: 孙青, en: Sun Qing}}]}}
"""


def test_type_house_and_choices_in_chinese_draft_as_their_own_names_do(event, house):
    chinese = event(MEETING.format(release="会见考察", house="佛山新闻网", kind="会见", part="上午"))
    english = event(
        MEETING.format(release="visit-meeting", house="foshan-news", kind="meeting", part="morning")
    )

    assert (chinese.type, chinese.house) == (english.type, english.house) == ("visit-meeting", "foshan-news")
    assert (
        api.draft(chinese, house("foshan-news")).release == api.draft(english, house("foshan-news")).release
    )


@pytest.mark.parametrize(
    ("kind", "zh", "en"),
    [
        ("座淡", "没有“座淡”；是否为座谈？", "did you mean 座谈?"),
        (
            "球赛",
            "“球赛”不在可选值之内：会谈、会见、座谈、签约",
            "none of talks, meeting, round-table, signing",
        ),
    ],
)
def test_a_choice_there_is_not_gets_a_suggestion_or_the_list_in_the_readers_language(event, kind, zh, en):
    with pytest.raises(PressgenError) as fault:
        event(MEETING.format(release="会见考察", house="佛山新闻网", kind=kind, part="上午"))

    assert zh in fault.value.say("zh")
    assert en in fault.value.say("en")


@pytest.mark.parametrize("word", ["佛山新闻网", "foshan-news", "Foshan News Network"])
def test_a_house_is_called_by_name_or_title(newsroom, word):
    assert name_of(word, newsroom) == "foshan-news"


@pytest.mark.parametrize("word", ["佛山", "佛山新闻", "新闻社", "x"])
def test_a_word_that_is_no_whole_name_of_a_house_means_none(newsroom, word):
    assert name_of(word, newsroom) == word


@pytest.mark.parametrize("word", ["招商推介", "Investment promotion", "investment-promotion"])
def test_new_takes_a_type_by_its_label(tmp_path, word):
    done = run("new", word, cwd=tmp_path)

    assert (done.returncode, "release: investment-promotion" in done.stdout) == (0, True)


@pytest.mark.parametrize(
    ("release", "house", "zh", "en"),
    [
        ("会见", "佛山新闻网", "没有“会见”这种稿件；是否为会见考察？", "did you mean visit-meeting?"),
        (
            "会见考察团",
            "佛山新闻网",
            "没有“会见考察团”这种稿件；是否为会见考察？",
            "did you mean visit-meeting?",
        ),
        ("visit_meeting", "佛山新闻网", "是否为会见考察？", "did you mean visit-meeting?"),
        ("拍卖", "佛山新闻网", "没有“拍卖”这种稿件；现有：", "there is no release type “拍卖”; there are "),
        ("会见考察", "佛山新闻", "没有样式佛山新闻；是否为佛山新闻网？", "did you mean foshan-news?"),
        ("会见考察", "foshan-new", "没有样式foshan-new；是否为foshan-news？", "did you mean foshan-news?"),
    ],
)
def test_a_name_cut_short_or_lengthened_is_refused_with_the_one_meant(event, release, house, zh, en):
    with pytest.raises(PressgenError) as fault:
        event(MEETING.format(release=release, house=house, kind="会见", part="上午"))

    assert zh in fault.value.say("zh")
    assert en in fault.value.say("en")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("new", "招商推介会"), "没有稿件类型招商推介会；是否为招商推介？"),
        (("new", "xyz"), "没有稿件类型xyz；可用：任免与机构设立、参展"),
        (("statements", "引"), "没有陈述“引”；是否为引语？"),
        (("statements", "引用语"), "没有陈述“引用语”；是否为引语？"),
        (("statements", "quot"), "没有陈述“quot”；是否为引语？"),
    ],
)
def test_the_command_line_suggests_what_was_meant_and_takes_nothing_else(tmp_path, command, said):
    done = run(*command, cwd=tmp_path, env={"PRESSGEN_UI": "zh"})

    assert (done.returncode, said in done.stderr) == (2, True), done.stderr


def test_every_choice_of_every_type_and_kind_has_a_chinese_name(newsroom):
    types = api.types(newsroom)
    fields = [*(each.fields for each in types.values()), *(each.fields for each in types.statements.values())]
    unnamed = []
    while fields:
        for field in fields.pop().values():
            fields.append(field.fields)
            unnamed += [
                f"{field.name}: {word}" for word, label in field.choices.items() if label.zh.isascii()
            ]

    assert sorted(set(unnamed)) == []
