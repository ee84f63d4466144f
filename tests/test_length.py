"""How long a house wants its stories, and what to shorten where one is longer."""

import pytest

from pressgen import api
from tests.conftest import BRIEF

RULE = "event/too-long"


def notes(found, house):
    findings = api.draft(found, house).findings
    return [finding for finding in findings if finding.rule.id == RULE]


def paragraphs(zh, en):
    return f'story: [lead, {{zh: "{zh}", en: "{en}"}}, {{zh: 推介会结束。, en: The conference ended.}}]'


def test_a_body_of_usual_length_is_not_noted(event, house):
    assert notes(event(BRIEF), house("foshan-news")) == []


@pytest.mark.parametrize(
    ("zh", "en", "said"),
    [
        ("佛山欢迎各地企业。" * 80, "Foshan welcomes companies.", "640 characters"),
        ("佛山欢迎各地企业。", "Foshan welcomes companies. " * 110, "330 words"),
    ],
)
def test_a_body_longer_than_the_house_wants_is_a_note_that_names_what_to_shorten(event, house, zh, en, said):
    (note,) = notes(event(BRIEF, paragraphs(zh, en.strip())), house("foshan-news"))

    assert note.severity == "note"
    assert f"(the longest has {said})" in note.message("en")
    assert "shorten paragraph 1, 2, 3" in note.message("en")


def test_a_house_without_a_length_notes_nothing(event, house):
    assert notes(event(BRIEF, paragraphs("佛山欢迎各地企业。" * 80, "Foshan.")), house("base")) == []


def test_a_house_may_give_the_length_of_one_language_alone(tmp_path, event):
    folder = tmp_path / "templates" / "houses" / "ours"
    folder.mkdir(parents=True)
    (folder / "house.yaml").write_text(
        "extends: base\nlength: {zh: {least: 100, most: 300}}\n", encoding="utf-8"
    )
    (tmp_path / "pressgen.toml").write_text("", encoding="utf-8")
    ours = api.open_house("ours", api.open_newsroom(tmp_path))

    (note,) = notes(event(BRIEF, paragraphs("佛山欢迎各地企业。" * 80, "Foshan. " * 500)), ours)

    assert "640 characters" in note.message("en")


LONG = "佛山欢迎各地企业来投资。" * 60
SHORT = """\
story:
  - lead
  - {zh: "%s", en: "%s"}
  - since: {who: [佛山, {zh: 大阪市, en: Osaka}], on: 1990-05-06, what: {zh: 结为友好城市, en: became sister cities}}
  - quote: {name: {zh: 韩若溪, en: Han Ruoxi}, titles: [{zh: 总经理, en: general manager}], text: {zh: 配套齐全。, en: All is here.}, original: zh}
  - quote: {name: {zh: 岑默, en: Cen Mo}, titles: [{zh: 院长, en: dean}], text: {zh: 人才很多。, en: There is talent.}, original: zh}
"""


def test_what_could_go_is_named_by_its_line_background_first_and_one_quotation_stays(event, house):
    (note,) = notes(event(BRIEF, SHORT % (LONG, "Foshan.")), house("foshan-news"))
    first, _, rest = note.message("en").partition("the lightest first: ")

    assert "shorten paragraph" in first
    assert rest.index("(Since when)") < rest.index("(Own words)")
    assert rest.count("(Quotation)") == 1


def test_what_its_writer_marked_goes_first_though_its_kind_would_stay(event, house):
    marked = (SHORT % (LONG, "Foshan.")).replace("text: {zh: 配套", "optional: true, text: {zh: 配套")

    (note,) = notes(event(BRIEF, marked), house("foshan-news"))

    _, _, rest = note.message("en").partition("the lightest first: ")
    assert rest.index("(Quotation)") < rest.index("(Since when)")
    assert rest.count("(Quotation)") == 1


def test_the_lead_is_never_named_as_what_could_go(event, house):
    (note,) = notes(event(BRIEF, f'story:\n  - {{zh: "{LONG}", en: Foshan.}}'), house("foshan-news"))

    assert "the lightest first" not in note.message("en")


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("青年人才租房补贴提高", "Foshan does more for young people"),
        ("", "Foshan raises rent subsidies for young people"),
    ],
)
def test_the_news_of_the_headline_goes_after_background(event, house, zh, en):
    facts = BRIEF.replace("佛山到苏州招商", zh).replace("Foshan courts investors in Suzhou", en)
    told = SHORT.replace(
        "  - quote: {name: {zh: 韩若溪",
        "  - question: {question: {zh: 何时申领？, en: when to apply}, name: {zh: 于今, en: Yu Jin}, answer: {zh: 明年。, en: Next year.}}\n"
        "  - change: {what: {zh: 租房补贴, en: the rent subsidy}, from: 600元, to: 800元, way: up}\n"
        "  - quote: {name: {zh: 韩若溪",
    )
    words = (
        (LONG, "Foshan.") if zh.startswith("青年") else ("佛山。", "Foshan is open to all companies. " * 60)
    )

    (note,) = notes(event(facts, told % words), house("foshan-news"))
    _, _, rest = note.message("en").partition("the lightest first: ")

    assert rest.index("(Question)") < rest.index("(Change)")
