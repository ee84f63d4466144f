"""Keys found in a text: by how they begin as by the automaton."""

from ahocorasick_rs import AhoCorasick
from hypothesis import given
from hypothesis import strategies as st

from pressgen import keys as module
from pressgen.keys import Keys, paged

LETTERS = "ab 佛山é𠀀"
LISTED = st.lists(st.text(LETTERS, min_size=1, max_size=7), min_size=1, max_size=30, unique=True)


def keys_of(listed: list[str]) -> Keys[None]:
    return Keys(dict.fromkeys(listed))


@given(LISTED, st.lists(st.text(LETTERS, max_size=60), max_size=5), st.booleans())
def test_keys_that_are_packed_are_found_as_others_and_said_the_same_of(listed, texts, much):
    order, pages = paged({key: [key] for key in listed})
    packed, plain = Keys[list[str]]({}, pages), keys_of(order)
    packed._work = module._LITTLE * much  # noqa: SLF001  # as after a long text
    for text in texts:
        found = packed.find(text)
        assert found == plain.find(text)
        assert all(packed.said[number] == [text[start:end]] for number, start, end in found)
    assert sorted(order) == sorted(listed)


@given(LISTED, st.lists(st.text(LETTERS, max_size=60), max_size=5))
def test_what_is_found_by_beginnings_is_what_an_automaton_finds_in_its_order(listed, texts):
    automaton, found = AhoCorasick(listed), keys_of(listed)
    for text in texts:
        assert found.find(text) == automaton.find_matches_as_indexes(text, overlapping=True)


@given(LISTED, st.lists(st.text(LETTERS, max_size=60), max_size=5))
def test_much_text_is_left_to_the_automaton_which_finds_the_same(listed, texts):
    few, many = keys_of(listed), keys_of(listed)
    many._work = module._LITTLE  # noqa: SLF001  # as after a long text
    for text in texts:
        assert few.find(text) == many.find(text)


def test_keys_that_begin_alike_are_not_gone_through_again_and_again():
    listed = [f"云岭第{number}研究所" for number in range(5000)]
    found = keys_of(listed)
    text = "云岭第1、云岭第17研究所" * 500
    assert len(found.find(text)) == 500
    assert "_automaton" in vars(found)


def test_a_text_of_no_length_and_keys_longer_than_a_text_find_nothing():
    assert keys_of(["佛山新闻网"]).find("") == keys_of(["佛山新闻网"]).find("佛山新") == []
