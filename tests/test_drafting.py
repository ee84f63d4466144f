"""Drafts: what the two languages say of the same facts."""

import re
import shutil
import threading
import time

import pytest

from pressgen import api
from pressgen.drafting.sandbox import in_time
from pressgen.errors import EventError, PressgenError, TemplateError
from tests import golden
from tests.conftest import BRIEF, EXAMPLES
from tests.desk import run
from tests.grids import crossed, some

HOUSES = ["base", "foshan-news", "hitech-zone", "pr-wire"]


def text(release, lang):
    return "\n".join(block.text for block in release.document(lang).blocks)


@pytest.fixture
def told(event, house):
    """Both languages of a brief with more facts, in the base house."""

    def tell(*more, name="base"):
        release = api.draft(event(BRIEF, *more), house(name)).release
        return text(release, "zh"), text(release, "en")

    return tell


def complete(path, folder):
    """An example with what every house asks for: credits, and the minute of publication."""
    shutil.copytree(path.parent, folder)
    text = path.read_text(encoding="utf-8")
    if "\ncredits:" not in text:
        text += "\ncredits: {reporter: Eleanor, revisor: Linn}\n"
    text = re.sub(r"^(published: [0-9-]+)$", r"\1 10:00", text, flags=re.MULTILINE)
    (folder / path.name).write_text(text, encoding="utf-8")
    return folder / path.name


OF_THE_FULL = ("event/too-long", "event/not-printed")
"""A variation fills in every field: it is longer than any desk prints, and has more than some houses do."""


@pytest.mark.parametrize(("path", "name"), crossed(EXAMPLES, HOUSES, lambda path: path.parent.name, of=3))
def test_every_example_drafts_in_every_house_with_nothing_to_find(
    path, name, newsroom, types, house, tmp_path
):
    event = api.load(complete(path, tmp_path / "event"), newsroom, types)

    assert [f.message("en") for f in api.draft(event, house(name)).findings] == []


@pytest.mark.parametrize("path", some(EXAMPLES, ids=lambda path: path.parent.name))
def test_every_example_drafts_as_it_stands_in_its_own_house(path, newsroom, types, house):
    event = api.load(path, newsroom, types)

    assert api.draft(event, house(event.house)).findings == []


@pytest.mark.parametrize(("path", "name"), crossed(golden.VARIATIONS, HOUSES, lambda path: path.stem, of=7))
def test_every_variation_drafts_in_every_house_with_nothing_to_find(path, name, newsroom, types, house):
    event = api.load(path, newsroom, types)

    found = [fault for fault in api.draft(event, house(name)).findings if fault.rule.id not in OF_THE_FULL]
    assert [f.message("en") for f in found] == []


def test_a_change_without_a_day_is_done_whatever_the_document_is(newsroom, types, house, tmp_path):
    facts = next(path for path in EXAMPLES if path.parent.name == "policy-announcement").read_text("utf-8")
    change = "{what: {zh: 清运间隔, en: the interval}, from: 9天, to: 4天, way: down}"
    facts = facts.replace("\nstory:\n", f"\nstory:\n  - change: {change}\n")
    (tmp_path / "brief.yaml").write_text(facts, "utf-8")

    release = api.draft(api.load(tmp_path / "brief.yaml", newsroom, types), house("base")).release

    assert "清运间隔由9天缩短至4天。" in text(release, "zh")
    assert "The interval was cut from nine to four days." in text(release, "en")


def test_a_sentence_without_its_facts_is_left_out(told):
    zh, en = told()

    assert "签约" not in zh
    assert "None" not in en
    assert en.splitlines()[2:3] == ["The Foshan Investment Conference took place in Suzhou on July 14."]


def test_rise_fall_and_flat_are_told_apart(told):
    for growth, zh_words, en_words in [
        ("+21.36%", "同比增长21.36%", "up 21.36% year on year"),
        ("-3.2%", "同比下降3.2%", "down 3.2% year on year"),
        ("0%", "与上年同期持平", "as many as a year earlier"),
    ]:
        zh, en = told("period: 2023-H1", f"signed: {{projects: 267个, growth: {growth}}}")

        assert zh_words in zh
        assert en_words in en


def test_one_project_is_singular(told):
    assert (
        "Foshan signed a deal for one project at the"
        in told("signing: {signed: [{kind: projects, count: 1个}]}")[1]
    )


@pytest.mark.parametrize(
    ("promoter", "own", "zh", "en"),
    [("佛山", "", "佛山", "Foshan"), ("温州", "", "温州", "Wenzhou"), ("顺德", "", "佛山", "Foshan"),
     ("温州", "dateline: 苏州", "苏州", "Suzhou"), ("{zh: 法兰克福, en: Frankfurt}", "", "佛山", "Foshan")],
)  # fmt: skip
def test_another_citys_news_is_issued_there(promoter, own, zh, en, event, house):
    brief = BRIEF.replace("promoter: 佛山", f"promoter: {promoter}")

    release = api.draft(event(brief, own), house("foshan-news")).release

    assert [document.blocks[1].text for document in (release.zh, release.en)] == [
        f"中国{zh} 2023-07-18 16:17",
        f"{en} China 2023-07-18 16:17",
    ]


def test_over_nearly_and_about_are_kept(told):
    for written, zh_words, en_words in [
        ("30余家", "30余家企业", "More than 30 companies"),
        ("近100家", "近100家企业", "Nearly 100 companies"),
        ("约50家", "约50家企业", "About 50 companies"),
    ]:
        zh, en = told(f"guests: {{companies: {written}}}")

        assert zh_words in zh
        assert en_words in en


def test_a_sum_written_in_english_comes_out_right_in_chinese(told):
    zh, en = told("period: 2023-H1", "investment: {total: 240.572 billion yuan}", name="foshan-news")

    assert "2405.72亿元" in zh
    assert "240.572 billion yuan" in en


def test_dollars_stand_once_for_each_distinct_sum(told):
    zh, en = told(
        "signing: {signed: [{kind: projects, count: 2个, total: 40亿元}]}",
        "story: [rest, {zh: '总额{signing.signed.0.total}。', en: 'In all {signing.signed.0.total}.'}]",
        "rate: {USD: 7.2}",
    )

    assert zh.count("（约合5.56亿美元）") == 1
    assert en.count("(USD 556 million)") == 1
    assert en.count("4 billion yuan") == 2


def test_a_threshold_is_never_converted(told):
    assert "USD" not in told("period: 2023-H1", "signed: {projects: 3个, over: 1亿元}", "rate: {USD: 7.2}")[1]


def test_without_a_rate_the_sum_stands_alone_and_a_finding_says_so(event, house):
    old = BRIEF.replace("2023-", "1999-")
    found = event(old, "signing: {signed: [{kind: projects, count: 2个, total: 1亿元}]}")

    release = api.draft(found, house()).release

    assert "two projects worth a combined 100 million yuan in planned investment at the" in text(
        release, "en"
    )
    assert [f.rule.id for f in api.draft(found, house()).findings] == ["event/no-rate"]


def test_a_name_is_full_at_first_mention_and_short_afterwards(event, house):
    release = api.draft(
        event(
            BRIEF.replace("promoter: 佛山", "promoter: 佛山高新区"),
            "next: {zh: '{promoter}将继续。', en: '{promoter} will go on.'}",
            "period: 2023-H1",
            "signed: {projects: 3个}",
        ),
        house(),
    ).release

    body = [block.text for block in release.zh.blocks if block.role == "body"]
    assert "佛山国家高新技术产业开发区" in body[0]
    assert body[-1] == "佛山高新区将继续。"


def test_an_unknown_name_is_marked_to_translate_and_found(event, house):
    found = event(BRIEF.replace("city: 苏州", "city: 乌有镇"))

    release = api.draft(found, house()).release

    assert "took place in [To translate: 乌有镇] on July 14" in text(release, "en")
    assert {f.rule.id for f in api.draft(found, house()).findings} == {"structure/to-translate"}


def test_a_paragraph_in_one_language_stands_marked_in_the_other_with_its_names_filled_in(event, house):
    found = event(
        BRIEF,
        "signing: {signed: [{kind: projects, count: 2个, total: 86.5亿元}]}",
        "story: [rest, {zh: '佛山签下{signing.signed.0.total}。'}]",
    )

    release = api.draft(found, house("foshan-news")).release

    assert "[To translate: Foshan签下8.65 billion yuan。]" in text(release, "en")


def test_two_names_filled_in_one_after_the_other_stay_two_words(event, house):
    found = event(BRIEF, "story: [rest, {zh: '佛山苏州签约。'}]")

    assert "[To translate: Foshan Suzhou" in text(api.draft(found, house()).release, "en")


def test_a_fact_no_draft_used_is_reported(event, house):
    found = event(BRIEF, "clusters: {output: 1000亿元}")

    assert [(f.rule.id, f.fields["path"]) for f in api.draft(found, house("foshan-news")).findings] == [
        ("event/unused", "clusters.output")
    ] * 2


def test_several_days_and_another_year_are_said(told):
    assert "7月14日至16日" in told("end: 2023-07-16")[0]
    assert "from July 14 to 16" in told("end: 2023-07-16")[1]


def test_people_stand_with_titles_once(told):
    zh, en = told(
        "speakers: [{name: {zh: 李明, en: Li Ming}, titles: [{zh: 副局长, en: deputy director}], org: 佛山市商务局, subject: 佛山}]",
        "story: [rest, {quote: {name: {zh: 李明, en: Li Ming}, text: {zh: 欢迎来佛山, en: Come to Foshan}}}]",
    )

    assert "佛山市商务局副局长李明推介了佛山" in zh
    assert "Li Ming, deputy director of the Foshan Bureau of Commerce, presented Foshan." in en
    assert "“Come to Foshan,” said Li." in en


def test_the_same_facts_give_the_same_text(told):
    assert told("guests: {companies: 30余家}") == told("guests: {companies: 30余家}")


def test_a_house_that_prints_credits_asks_for_them(event, house):
    found = event(BRIEF.replace("credits: {reporter: Eleanor, revisor: Linn}\n", ""))

    with pytest.raises(PressgenError, match=r"credits\.reporter"):
        api.draft(found, house("foshan-news"))
    assert api.draft(found, house("hitech-zone")).zh.blocks


def test_a_house_that_prints_the_minute_asks_for_it(event, house):
    with pytest.raises(EventError, match="gives the minute"):
        api.draft(event(BRIEF.replace(" 16:17", "")), house("foshan-news"))


def test_one_language_alone_can_be_drafted(event, house):
    assert not api.draft(event(BRIEF), house(), ["zh"]).en.blocks


@pytest.fixture(scope="module", autouse=True)
def compiled(tmp_path_factory):
    """From a first command on, what templates say is compiled once, in whatever folder they lie."""
    run("--version", cwd=tmp_path_factory.getbasetemp())


def _drafted_with(template, event, tmp_path, house_name="base"):
    room = tmp_path / "room"
    folder = room / "templates" / "releases" / "investment-promotion"
    folder.mkdir(parents=True)
    (room / "pressgen.toml").write_text("", encoding="utf-8")
    for lang in ("zh", "en"):
        (folder / f"{lang}.j2").write_text(template, encoding="utf-8")
    newsroom = api.open_newsroom(room)
    return api.draft(event(BRIEF), api.open_house(house_name, newsroom)).release


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{% block lead %}\n{% if city %}\n{{ city }}\n{% endblock %}", r"zh\.j2:4: not a valid template"),
        ("{% block lead %}\n{{ citty }}\n{% endblock %}", r"zh\.j2:2: there is no fact citty; did you mean city\?"),
        ("{% block lead %}{{ ''.__class__.__mro__ }}{% endblock %}", "may not do this"),
        ("{% block lead %}{{ ('{0.__class__}'|attr('format'))(city) }}{% endblock %}", "there is no filter “attr”"),
        ("{% block lead %}{{ '%1000000000d'|format(1) }}{% endblock %}", "there is no filter “format”"),
        ("{% block lead %}{{ 'a' * 1000000000 }}{% endblock %}", "may not do this"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{% block lead %}{{ m() }}{% endblock %}", "zh.j2"),
        ("{% block lead %}{% include '../../../../event.yaml' %}{% endblock %}", "there is no template"),
        ("{% include 'releases/investment-promotion/zh.j2' %}", "without end"),
        ("{% block lead %}{{ city | shrot }}{% endblock %}", r"there is no filter “shrot”; did you mean short\?"),
        ("{% block lead %}{{ [city]|map(attribute='x')|join(',') }}{% endblock %}", "there is no filter “map”"),
        ("{% block lead %}{{ 'x' | short }}{% endblock %}", r"zh\.j2:1: short belongs to a fact"),
        ("{% block body %}{{ cycler }}{% endblock %}", "there is no fact cycler"),
        ("{% block chapter_one %}x{% endblock %}", "should begin with a role"),
    ],
)  # fmt: skip
def test_a_template_that_cannot_be_used_is_one_line_with_its_place(template, said, event, tmp_path):
    with pytest.raises(TemplateError, match=said):
        _drafted_with(template, event, tmp_path)


def test_a_template_that_never_ends_is_stopped(event, tmp_path, monkeypatch):
    monkeypatch.setattr("pressgen.drafting.sandbox.MAX_SECONDS", 0.3)
    digits = "{% for a in '0123456789' %}"
    endless = "{% block lead %}" + digits * 9 + "{% endfor %}" * 9 + "x{% endblock %}"

    threads = set(threading.enumerate())
    with pytest.raises(TemplateError, match="runs for over"):
        _drafted_with(endless, event, tmp_path)
    for thread in set(threading.enumerate()) - threads:
        thread.join(10)
        assert not thread.is_alive()


def test_a_thread_that_is_no_longer_counted_has_its_time(tmp_path, monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 1)

    assert in_time(lambda: time.sleep(0.05) or "done", tmp_path) == "done"


def test_a_newsrooms_own_template_is_used_and_may_extend_the_shipped_one(event, tmp_path):
    release = _drafted_with("{% block lead %}\n{{ city }}！\n{% endblock %}", event, tmp_path)

    assert [block.text for block in release.zh.blocks if block.role == "lead"] == ["苏州！"]


def test_a_house_may_tell_one_type_its_own_way(event, tmp_path):
    room = tmp_path / "room"
    own = room / "templates" / "houses" / "ours"
    (own / "investment-promotion").mkdir(parents=True)
    (room / "pressgen.toml").write_text('house = "ours"', encoding="utf-8")
    (own / "house.yaml").write_text("extends: base\ntitle: {zh: 本社, en: Ours}\n", encoding="utf-8")
    (own / "investment-promotion" / "en.j2").write_text(
        '{% extends "releases/investment-promotion/en.j2" %}{% block lead %}\nOurs in {{ city }}.\n{% endblock %}',
        encoding="utf-8",
    )

    release = api.draft(event(BRIEF), api.open_house("", api.open_newsroom(room))).release

    assert [block.text for block in release.en.blocks][2] == "Ours in Suzhou."
    assert release.en.title == "Foshan courts investors in Suzhou"


@pytest.mark.parametrize("path", some(golden.EVENTS, of=4, ids=golden.named))
def test_the_examples_read_as_they_did(path, newsroom, types, house):
    for name, text in golden.drafts(api.load(path, newsroom, types), house):
        written = golden.FOLDER / name

        assert written.exists(), "a draft without its golden file; look at it, then: python -m tests.golden"
        assert written.read_text(encoding="utf-8") == text, (
            "wording changed; look, then: python -m tests.golden"
        )


QUOTE = "story: [{{quote: {{name: {{zh: 王芳, en: Wang Fang}}, text: {{zh: '{zh}', en: '{en}'}}}}}}, rest]"


@pytest.mark.parametrize(
    ("zh", "en", "zh_words", "en_words"),
    [
        ("佛山让我们省心。", "Foshan makes it easy.", "王芳说：“佛山让我们省心。”", "“Foshan makes it easy,” said Wang Fang."),
        ("佛山让我们省心", "Foshan makes it easy", "王芳说：“佛山让我们省心。”", "“Foshan makes it easy,” said Wang Fang."),
        ("还会再来吗？", "Will we be back?", "王芳说：“还会再来吗？”", "“Will we be back?” said Wang Fang."),
        ("佛山是“制造之都”。", "It is a “city of makers”.", "王芳说：“佛山是‘制造之都’。”", "“It is a ‘city of makers’,” said Wang Fang."),
        ("我在某公司。", "I work for Nanfang Inc.", "王芳说：“我在某公司。”", "“I work for Nanfang Inc.,” said Wang Fang."),
    ],
)  # fmt: skip
def test_a_quotation_ends_as_its_sentence_wants(told, zh, en, zh_words, en_words):
    found = told(QUOTE.format(zh=zh, en=en))

    assert zh_words in found[0].splitlines()
    assert en_words in found[1].splitlines()


def test_words_said_in_english_are_not_translated_back(event, house):
    quote = "story: [rest, {quote: {name: {zh: 史密斯, en: Karl Smith}, original: en, text: {zh: 会再来。}}}]"
    found = event(BRIEF, quote)

    rules = {fault.rule.id for fault in api.draft(found, house()).findings}

    assert "event/original-words" in rules


def test_a_new_block_stands_behind_the_one_it_follows(event, house):
    release = api.draft(
        event(BRIEF, "guests: {companies: 3家}", "next: {zh: 下一步。, en: Next.}"), house()
    ).release

    names = [block.name.partition(".")[0] for block in release.en.blocks]
    assert names.index("lead") < names.index("body_event") < names.index("next")


def test_a_name_given_in_two_languages_is_not_taken_for_another_that_shares_one_of_them(told):
    zh, _ = told(
        "leaders:",
        "  - {name: {zh: 李明, en: Li Ming}, titles: [{zh: 会长, en: president}]}",
        "  - {name: {zh: 王芳, en: Wang Fang}, titles: [{zh: 校长, en: president}]}",
    )

    assert "会长李明、校长王芳出席推介会。" in zh


def test_two_signs_that_meet_become_one(told):
    zh, en = told(
        "signing: {signed: [{kind: projects, count: 1个}]}",
        "contracts: [{name: {zh: 《甲》, en: a plant of Nanfang Inc.}}]",
        "advantages: [{zh: 《甲》, en: A}, {zh: 《乙》, en: B}, {zh: 《丙》, en: C}]",
    )

    assert "重点介绍了《甲》《乙》和《丙》等优势。" in zh
    assert "A plant of Nanfang Inc. The" not in en
    assert "Inc.." not in en


def test_an_english_year_in_the_middle_of_a_sentence_is_closed_by_a_comma(event, house):
    facts = BRIEF.replace("date: 2023-07-14", "date: 2022-12-30\nend: 2023-01-02")
    release = api.draft(event(facts, "period: 2022", "signed: {projects: 3个}"), house()).release

    assert "in Suzhou from December 30, 2022, to January 2, 2023." in text(release, "en")
    assert "In 2022, Foshan signed" in text(release, "en")


def test_a_sentence_does_not_begin_with_a_digit(told):
    assert "One company met in Suzhou." not in told("guests: {companies: 1家}")[1]
    assert "One company came to Suzhou." in told("guests: {companies: 1家}")[1]
    assert "Thirty companies met in Suzhou." in told("guests: {companies: 30家}")[1]


def test_a_common_noun_at_the_head_of_a_sentence_has_a_capital_and_a_name_keeps_its_letters(told):
    contract = "contracts: [{{name: 佛山, investor: {{zh: 甲, en: {}}}}}]"

    assert "Makers of lidar will build Foshan." in told(contract.format("makers of lidar"))[1]
    assert "iFlytek will build Foshan." in told(contract.format("iFlytek"))[1]


def test_rates_keep_the_decimals_they_were_given(told):
    zh, en = told("period: 2023-H1", "signed: {projects: 3个, growth: +5.0%}")

    assert "同比增长5.0%" in zh
    assert "up 5.0% year on year" in en
