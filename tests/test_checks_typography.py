from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.checks import typography
from pressgen.checks.typography.check import edits
from pressgen.checks.typography.habit import mended
from pressgen.document import Block
from pressgen.text import script
from tests.grids import some
from tests.sentences import cases

LEFT, CAUGHT = cases("typography")
CHINESE = {habit.rule.id for habit in typography.ZH}
ENGLISH = {habit.rule.id for habit in typography.EN}


def lang(case):
    if {case.rule} <= CHINESE & ENGLISH:
        return script(case.text)
    return "zh" if case.rule in CHINESE else "en"


def found(text, lang, role="body"):
    return list(edits(Block(role, text, lang)))


def fixed(text, lang):
    return mended(text, [edit for _, edit in found(text, lang) if edit.safe])


@pytest.mark.parametrize("case", LEFT, ids=lambda case: case.text)
def test_good_print_is_left_alone(case):
    assert [(habit.rule.id, edit) for habit, edit in found(case.text, lang(case))] == []


@pytest.mark.parametrize("case", CAUGHT, ids=lambda case: case.text)
def test_a_slip_is_found_where_it_is_with_what_should_stand_there(case):
    habit, edit = found(case.text, lang(case))[0]
    assert (habit.rule.id, edit.start, edit.end) == (case.rule, case.start, case.end)
    assert (edit.text or None) == case.fixed


@pytest.mark.parametrize("case", CAUGHT, ids=lambda case: case.text)
def test_a_mended_text_is_good_print(case):
    text = mended(case.text, [edit for _, edit in found(case.text, lang(case))])
    assert [edit for _, edit in found(text, lang(case)) if edit.text is not None] == []


def test_every_rule_of_typography_has_cases_for_both_sides():
    for rule in typography.RULES:
        caught = 2 if rule.id.endswith("invisible-character") else sum(c.rule == rule.id for c in CAUGHT)
        assert (sum(case.rule == rule.id for case in LEFT) >= 2, caught >= 2) == (True, True), rule.id


@pytest.mark.parametrize(
    ("text", "lang"),
    [("佛山\u200b高新区", "zh"), ("Foshan \u200bZone", "en"), ("佛山\u202e高新区", "zh")],
)
def test_a_character_that_cannot_be_seen_is_taken_out(text, lang):
    (habit, edit), *_ = found(text, lang)
    assert (habit.rule.id, edit.text) == ("typography/invisible-character", "")


def test_headlines_and_datelines_keep_the_spaces_that_part_them():
    assert found("佛山招商 267个项目签约", "zh", "headline") == []
    assert found("中国佛山 2023-07-18 16:17", "zh", "dateline") == []
    assert found("Foshan China 2023-07-18 16:17", "en", "dateline") == []


def test_addresses_file_names_code_and_marks_to_translate_are_left_alone():
    text = "详见https://example.com/a,b和www.example.cn/map?a,b；附件a.b.docx,代码`a,b`，【待译：a , b】。"
    assert [edit.start for _, edit in found(text, "zh")] == [text.index(",代码")]
    assert (
        found("Write to press,office@example.com or see a.pdf.", "en")[0][0].rule.id
        == "typography/space-after"
    )


def test_a_paragraph_in_the_other_script_is_not_held_to_this_ones_habits():
    assert found("佛山,广州", "en") == []
    assert fixed("The fair,held in Foshan", "zh") == "The fair, held in Foshan"


@given(st.text('佛山会议签约1250,.;:?!()“”"《》、，。 -~—%ABa', max_size=30), st.sampled_from(["zh", "en"]))
def test_mending_twice_is_mending_until_nothing_is_left(text, lang):
    for _ in range(6):
        text = fixed(text, lang)
    assert fixed(text, lang) == text


@given(st.text("佛山，。、；：“”《》（）？！—…ABCabc123", max_size=40), st.sampled_from(["zh", "en"]))
def test_edits_lie_in_the_text_and_never_over_one_another(text, lang):
    spans = sorted((edit.start, edit.end) for _, edit in found(text, lang))
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_a_long_text_is_read_in_a_moment():
    assert len(found("总投资120亿元," * 3000, "zh")) == 3000


SIGNS = [
    '"',
    "'",
    "佛'",
    "“",
    "‘佛",
    "《",
    "(",
    "，",
    "- ",
    "… ",
    "a\u0301",
    "1-",
    "1万-",
    "5 May ",
    "Zhang Xiao-",
]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("part", some(SIGNS, of=6))
def test_a_hostile_run_of_signs_is_read_in_a_moment(part, lang):
    started = process_time()
    found(part * (20_000 // len(part)), lang)
    assert process_time() - started < 4


def test_a_smiley_and_a_list_of_latin_names_are_left_alone():
    assert found("这当然是开玩笑的！ ;)", "zh") == []
    assert found("图为Arno Quellmann和Ilse Brandtner在现场。", "en") == []


def test_a_straight_quote_behind_a_comma_opens_where_none_waits_to_be_closed():
    assert fixed('She said,"We read." He said, "I know," and left.', "en") == (
        "She said, “We read.” He said, “I know,” and left."
    )


def test_straight_single_quotes_around_han_are_quotes_too():
    found_signs = [edit.text for _, edit in found("阅读节以'书香'为题。", "zh")]
    assert found_signs == ["“", "”"]
