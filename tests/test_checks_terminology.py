"""Names across whole texts; single sentences are in tests/cases/terminology.md."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pressgen.checks import terminology
from pressgen.document import Block, Release, Span
from pressgen.text import script
from tests.grids import some

TABLE = """\
id,kind,lang,term,status,form,case
lab,body,zh,青禾实验室,preferred,full,
lab,,en,Qinghe Laboratory,preferred,full,
lab,,en,Green Crop Lab,deprecated,full,
driver,industry,zh,智能座舱,preferred,full,
driver,,en,intelligent cockpit,preferred,full,
driver,,en,smart cabin,deprecated,full,
zone,place,zh,云岭国家级创新示范园,preferred,full,
zone,,zh,云岭示范园,preferred,short,
zone,,en,Yunling National Innovation Demonstration Park,preferred,full,
zone,,en,Yunling Park,preferred,short,
"""


@pytest.fixture(scope="module")
def found(house, tmp_path_factory):
    path = tmp_path_factory.mktemp("names") / "names.csv"
    path.write_text(TABLE, encoding="utf-8")

    def check(*texts, roles=(), on=None):
        blocks = []
        for number, text in enumerate(texts):
            lang = script(text)
            role = roles[number] if roles else "body"
            blocks.append(Block(role, text, lang, at=Span("", number, 0, len(text), text, lang)))
        return list(terminology.check(Release(tuple(blocks)), house(glossaries=[path], on=on)))

    return check


def test_a_deprecated_name_is_safely_replaced_by_the_preferred_one(found):
    [finding] = found("The Green Crop Lab opened.")
    assert (finding.severity, finding.fix.text, finding.fix.safe) == ("error", "Qinghe Laboratory", True)


def test_somebodys_own_words_are_not_mended_unasked(found):
    text = "He said: “The Green Crop Lab is ours.” The Green Crop Lab opened."
    assert [one.fix.safe for one in found(text)] == [False, True]


def test_a_plural_is_mended_to_a_plural_but_not_unasked(found):
    [finding] = found("It makes smart cabins.")
    assert (finding.fix.text, finding.fix.safe) == ("intelligent cockpits", False)


def test_a_name_is_missed_once_however_often_it_stands(found):
    findings = found("青禾实验室发布成果。", "青禾实验室成立。", "Results were presented.", "It was founded.")
    assert [(one.rule.id, one.span.block) for one in findings] == [("terminology/missing", 0)]


def test_a_name_in_another_paragraph_of_the_english_is_there(found):
    assert (
        found("青禾实验室发布成果。", "会后参观。", "Guests came.", "The hosts were Qinghe Laboratory.") == []
    )


def test_a_headline_may_be_short_and_in_capitals(found):
    texts = "YUNLING PARK GROWS", "The Yunling National Innovation Demonstration Park grows."
    assert found(*texts, roles=("headline", "body")) == []


def test_a_dateline_may_be_short(found):
    texts = "Yunling Park, 18 July", "The Yunling National Innovation Demonstration Park grows."
    assert found(*texts, roles=("dateline", "body")) == []


def test_one_language_alone_is_held_to_the_glossary_but_missed_in_none(found):
    assert found("青禾实验室发布成果。") == []
    assert [one.rule.id for one in found("Green Crop Lab presented its results.")] == [
        "terminology/deprecated"
    ]


def test_what_waits_for_translation_is_neither_judged_nor_missed(found):
    assert found("Seen: [To translate: Green Crop Lab].") == []


def test_findings_are_the_same_on_every_run(found):
    texts = "青禾实验室发布成果。", "云岭示范园迎客。", "Results were presented.", "Guests came."
    first, second = found(*texts), found(*texts)
    assert [replace(one, rule=one.rule) for one in first] == second


def test_the_day_is_the_releases_own_where_none_is_given(house, tmp_path):
    path = tmp_path / "names.csv"
    path.write_text("id,kind,lang,term,until\na,body,zh,旧岭局,2018-12-31\na,,zh,新岭局,\n", encoding="utf-8")
    block = Block("body", "旧岭局发布公告。", "zh", at=Span("", 0, 0, 8))
    texts = [Release((block,), published=day) for day in ("2018-05-02", "2023-07-14 10:00", "")]
    rules = [[one.rule.id for one in terminology.check(text, house(glossaries=[path]))] for text in texts]
    assert rules == [[], ["terminology/outdated"], []]
    assert list(terminology.check(texts[1], house(glossaries=[path], on=date(2018, 1, 1)))) == []


LISTED_ENDS = ("记者走访云岭国家级创新示范园", "客人到青禾实验室", "The guests went to Qinghe Laboratory")


@pytest.mark.parametrize(
    "text", some([text[:end] for text in LISTED_ENDS for end in range(1, len(text) + 1)])
)
def test_a_text_may_end_anywhere_within_a_listed_name(text, found):
    assert all(one.span.end <= len(text) for one in found(text))


def test_a_text_may_end_anywhere_within_any_name_that_is_shipped(house):
    newsroom = house()
    for term in [term for entry in newsroom.glossary for term in entry.terms if len(term.text) > 5][::7]:
        cut = term.text[:-1]
        span = Span("", 0, 0, len(cut), cut, term.lang)
        list(terminology.check(Release((Block("body", cut, term.lang, at=span),)), newsroom))


def test_a_family_name_is_no_city_where_a_person_has_it(house):
    texts = (("zh", "队员鲜鹏程登顶。"), ("en", "Xian Pengcheng reached the summit."))
    blocks = [Block("body", t, lang, at=Span("", n, 0, len(t), t, lang)) for n, (lang, t) in enumerate(texts)]
    assert [one for one in terminology.check(Release(tuple(blocks)), house()) if one.severity != "note"] == []


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("让城市成为更美的家。", "Make the city a more beautiful home."),
        ("央行下调利率。", "The central bank cut its rate."),
        ("7月2日，项目在滁州签约。", "HEFEI, July 2 (Xinhua) -- A project was signed in Chuzhou."),
    ],
)
def test_words_that_only_look_like_listed_names_are_left_alone(zh, en, house):
    spans = [Span("", n, 0, len(t), t, lang) for n, (lang, t) in enumerate((("zh", zh), ("en", en)))]
    blocks = tuple(Block("body", span.text, span.lang, at=span) for span in spans)
    assert [
        one.message("en") for one in terminology.check(Release(blocks), house()) if one.severity != "note"
    ] == []


def test_plain_english_is_no_deprecated_term_by_itself(house):
    text = "Orders rose 4 percent compared with the same period last year."
    block = Block("body", text, "en", at=Span("", 0, 0, len(text), text, "en"))
    assert list(terminology.check(Release((block,)), house())) == []


@pytest.mark.parametrize(
    "text",
    [
        "Xian City opened the square.", "The Xian Municipal Government moved there.", "Xian Daily has it.",
        "The walls of old Xian City Wall stand.", "He took the Xian Metro.",
    ],
)  # fmt: skip
def test_a_city_spelt_wrong_is_found_in_the_names_of_its_bodies(found, text):
    assert [finding.rule.id for finding in found(text)] == ["terminology/deprecated"]


@pytest.mark.parametrize(
    "text",
    ["Xian Xinghai wrote it.", "Wu Xian spoke.", "Canton Fair opens today.", "She left Peking University.", "The shop is on Canton Road."],
)  # fmt: skip
def test_a_person_and_a_name_that_keeps_an_old_spelling_are_left_alone(found, text):
    assert [finding.rule.id for finding in found(text)] == []
