"""Directions and subjects: passages with one fault, and the same passages without it."""

from __future__ import annotations

import pytest

from pressgen import api
from pressgen.checks import cedict
from pressgen.checks.claims.lexicon import Lexicon, forms, table
from pressgen.document import Block, Release, Span
from tests.claims import is_found, passages, said
from tests.grids import some

LEARNT = (
    "claims-direction",
    "claims-binding",
    "claims-binding-wide",
    "claims-binding-roles",
    "claims-direction-wide",
    "claims-direction-wide-held",
    "claims-times",
)
SET_ASIDE = (
    "claims-direction-held",
    "claims-binding-held",
    "claims-binding-wide-held",
    "claims-binding-late",
)
ENOUGH = {
    "claims-direction": 0.9,
    "claims-binding": 0.95,
    "claims-binding-wide": 0.9,
    "claims-binding-roles": 0.9,
    "claims-direction-held": 0.85,
    "claims-direction-wide": 0.8,
    "claims-direction-wide-held": 0.75,
    "claims-binding-held": 0.9,
    "claims-binding-wide-held": 0.85,
    "claims-binding-late": 0.85,
    "claims-times": 0.9,
}


@pytest.mark.parametrize("name", some(LEARNT + SET_ASIDE, of=8))
def test_faults_are_found_in_most_passages(name, house):
    found = [is_found(one, house()) for one in passages(name)]
    assert sum(found) >= ENOUGH[name] * len(found)


@pytest.mark.parametrize("name", some(LEARNT + SET_ASIDE, of=8, first=1))
def test_nothing_is_said_of_directions_and_subjects_of_right_passages(name, house):
    rules = ("figure/direction", "figure/opposed", "figure/change", "figure/swapped", "status/time")
    found = [(finding.message("en"), one.text) for one in passages(name) for finding in said(one.right, house()) if finding.rule.id in rules]  # fmt: skip
    assert found == []


@pytest.mark.parametrize("name", ["directions.csv", "subjects.csv", "times.csv"])
def test_every_row_has_words_and_a_source(name):
    for row in table(name):
        assert row.get("words") or row["zh"] or row["en"], row
        assert row["source"], row
        assert row.get("way", "+") in ("+", "-", "0")


def test_no_word_stands_for_both_ways_in_one_language():
    for lang in ("zh", "en"):
        ways = {}
        for row in table("directions.csv"):
            if row["kind"] != "none":
                for word in filter(None, row[lang].split("|")):
                    for form in forms(word):
                        ways.setdefault(form, set()).add(row["way"])
        assert {word for word, signs in ways.items() if len(signs) > 1} == set()


def test_english_words_are_found_whole_and_chinese_ones_anywhere():
    rows = [{"zh": "增长", "en": "climb+", "kind": "change"}]
    assert [hit.text for hit in Lexicon(rows, "en").find("Climbing; climbers climbed")] == [
        "Climbing",
        "climbed",
    ]
    assert [hit.start for hit in Lexicon(rows, "zh").find("同比增长")] == [2]


def _swapped(zh, en, house, role="body"):
    blocks = [
        Block(role, text, lang, at=Span("", number, 0, len(text), text, lang))
        for lang, texts in (("zh", zh), ("en", en))
        for number, text in enumerate(texts)
    ]
    return [one for one in api.check(Release(tuple(blocks)), house()) if one.rule.id == "figure/swapped"]


ORCHARDS = ["今年以来，全市苹果产量47万吨，葡萄产量12万吨。樱桃产量5.6万吨，桃产量3.1万吨，均创历史新高。"]
RIGHT = [
    "So far this year the city’s orchards have produced 470,000 tons of apples and 120,000 tons of grapes.",
    "Cherries came to 56,000 tons and peaches to 31,000 tons, both a record.",
]
WITHIN = [RIGHT[0].replace("470,000", "X").replace("120,000", "470,000").replace("X", "120,000"), RIGHT[1]]
ACROSS = [RIGHT[0].replace("470,000", "56,000"), RIGHT[1].replace("56,000", "470,000")]


def test_a_paragraph_split_in_translation_is_still_searched(house):
    assert [one.span.text for one in _swapped(ORCHARDS, WITHIN, house)] == [
        "120,000 tons of apples and 470,000 tons"
    ]


def test_figures_that_changed_places_between_two_paragraphs_are_found(house):
    [finding] = _swapped(ORCHARDS, ACROSS, house)
    assert finding.span.text.startswith("56,000 tons of apples")
    assert [span.text for span in finding.related] == ["47万吨", "5.6万吨", "470,000 tons"]


def test_a_paragraph_rightly_split_is_left_alone(house):
    assert _swapped(ORCHARDS, RIGHT, house) == []


def test_the_cells_of_a_table_are_not_held_against_each_other(house):
    assert (
        _swapped(["苹果 47万吨", "葡萄 12万吨"], ["Apples 120,000 tons; grapes 470,000 tons"], house, "cell")
        == []
    )


def test_the_dictionary_gives_the_roots_of_english_words():
    assert cedict.root("cherries") == cedict.root("cherry")
    assert {"spin", "weav"} in cedict.meanings("纺织")
    assert cedict.root("the") == ""
