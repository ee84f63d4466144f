"""A time that a paragraph has named is not named again by its next sentence, whatever stands in a row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.drafting import repeated, spans
from pressgen.drafting.prose import Prose

EN = st.lists(
    st.builds(
        "{}{}{}. ".format,
        st.sampled_from(["By 2030, ", "By then, ", "By the end of 2028, ", "This year, ", "Next year, ", "In 2025, ", ""]),
        st.sampled_from(["it plans 2", "exports rose 3.5%", "tea output rose 2%, and tea sales fell 1%", "the fair drew 60 firms"]),
        st.sampled_from(["", " in 2025", " in the first half of this year"]),
    ),
    max_size=6,
).map("".join)  # fmt: skip
ZH = st.lists(
    st.builds(
        "{}{}。".format,
        st.sampled_from(["到2030年底，", "届时，", "今年，", "2025年，", "今年上半年，", ""]),
        st.sampled_from(
            ["出口增长3%", "力争达到20家", "茶叶产量增长2%，茶叶销售额下降1%", "展会吸引企业60家"]
        ),
    ),
    max_size=6,
).map("".join)


@pytest.mark.parametrize("shorten", [spans.named_once, repeated.named_once])
@given(text=st.one_of(EN, ZH))
def test_it_comes_to_an_end_and_adds_no_figure(shorten, text):
    once = shorten(Prose(text)).text

    assert len(once) <= len(text)
    assert [sign for sign in once if sign.isdigit() and once.count(sign) > text.count(sign)] == []
