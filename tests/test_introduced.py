"""A company told by its short name after the full one has it introduced, once, and nothing else moves."""

import pytest

from pressgen.document import Block, Mark
from pressgen.drafting.introduced import introduced
from tests.conftest import BRIEF

FULL, SHORT = "佛山澄屿光电有限公司", "澄屿"
NAMES = {FULL: SHORT}


def told(*texts: str, names: dict[str, str] = NAMES, lang: str = "zh") -> list[str]:
    return [block.text for block in introduced([Block("body", text, lang) for text in texts], names, lang)]


def test_a_short_name_that_follows_is_introduced_with_the_full_one():
    assert told(f"{FULL}开工。", "澄屿董事长出席。") == [
        f"{FULL}（以下简称“澄屿”）开工。",
        "澄屿董事长出席。",
    ]


def test_in_one_paragraph_as_well():
    assert told(f"{FULL}开工，澄屿投资2亿元。") == [f"{FULL}（以下简称“澄屿”）开工，澄屿投资2亿元。"]


@pytest.mark.parametrize(
    "texts",
    [
        (f"{FULL}开工。", "工厂占地90亩。"),
        ("澄屿董事长出席。", f"{FULL}开工。"),
        (f"{FULL}（以下简称“澄屿”）开工。", "澄屿董事长出席。"),
        (f"{FULL}开工。", f"{FULL}的董事长出席。"),
    ],
)
def test_it_is_not_where_none_follows_where_it_stood_before_or_is_introduced_already(texts):
    assert told(*texts) == list(texts)


def test_english_introduces_only_what_is_no_part_of_the_full_name():
    part = {"Foshan Chengyu Optics Co., Ltd.": "Chengyu"}
    other = {"Bay Area Broadcasting Group": "BABG"}

    assert (
        told("Foshan Chengyu Optics Co., Ltd. built it.", "Chengyu hires.", names=part, lang="en")[0][-9:]
        == "built it."
    )
    assert told("Bay Area Broadcasting Group came.", "BABG left.", names=other, lang="en") == [
        "Bay Area Broadcasting Group (BABG) came.",
        "BABG left.",
    ]


def test_headlines_and_captions_introduce_nothing():
    blocks = [
        Block("headline", f"{FULL}开工", "zh"),
        Block("caption", "澄屿工厂", "zh"),
        Block("body", f"{FULL}开工。", "zh"),
    ]

    assert [block.text for block in introduced(blocks, NAMES, "zh")] == [block.text for block in blocks]


def test_facts_stay_at_their_words():
    at = len(FULL) + 2
    block = Block(
        "body",
        f"{FULL}投资2亿元，澄屿招工。",
        "zh",
        facts=(Mark(0, len(FULL), "name", "company"), Mark(at, at + 3, "money", "sum")),
    )
    made = next(introduced([block], NAMES, "zh"))

    assert [made.text[mark.start : mark.end] for mark in made.facts] == [FULL, "2亿元"]


def test_a_short_name_that_the_event_gives_is_introduced_and_used_from_then_on(drafted):
    college = "{zh: 某市赭麓职业学院, en: Zhelu Vocational College}"
    names = f"short_names: [{{name: {college}, short: {{zh: 赭院, en: ZVC}}}}]"
    stops = f"story: [{{tour: {{stops: [{{where: {college}}}]}}}}, {{tour: {{stops: [{{where: {college}}}]}}}}, rest]"

    zh, en = drafted(BRIEF, names, stops)

    assert "参观某市赭麓职业学院（以下简称“赭院”）。" in zh
    assert "参观赭院。" in zh
    assert "toured Zhelu Vocational College (ZVC)." in en
    assert "toured ZVC." in en
