"""Days and periods in drafts: whatever the readers accept is told in both languages, with or without a year."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressgen import figures
from pressgen.errors import PressgenError
from tests import probe

PERIODS = [
    ("上半年", "上半年", "in the first half of the year"),
    ("2023年上半年", "今年上半年", "in the first half of this year"),
    ("2022-H2", "2022年下半年", "in the second half of 2022"),
    ("first half", "上半年", "in the first half of the year"),
    ("一季度", "一季度", "in the first quarter"),
    ("2023年第一季度", "今年第一季度", "in the first quarter of this year"),
    ("Q2", "第二季度", "in the second quarter"),
    ("前三季度", "前三季度", "in the first three quarters"),
    ("1—5月", "1—5月", "from January to May"),
    ("2022年1—5月", "2022年1—5月", "from January to May 2022"),
    ("14日至16日", "14日至16日", "from the 14th to the 16th"),
    ("10日", "10日", "on the 10th"),
    ("7月14日至16日", "7月14日至16日", "from July 14 to 16"),
    ("6月30日至7月2日", "6月30日至7月2日", "from June 30 to July 2"),
    ("12月30日至1月2日", "12月30日至1月2日", "from December 30 to January 2"),
    ("2月29日", "2月29日", "on February 29"),
    ("7月", "7月", "in July"),
    ("2022年7月", "2022年7月", "in July 2022"),
    ("7月14日16:17", "7月14日16:17", "at 4:17 p.m. on July 14"),
    ("2021年至2025年", "2021—2025年", "from 2021 to 2025"),
    ("20世纪90年代", "20世纪90年代", "in the 1990s"),
    ("2022年12月至2023年2月", "2022年12月至2023年2月", "from December 2022 to February 2023"),
    ("2022-05/2022-05", "2022年5月", "in May 2022"),
    ("2024年年底", "2024年年底", "at the end of 2024"),
    ("2024年底前", "2024年底前", "by the end of 2024"),
    ("2021年末", "2021年末", "at the end of 2021"),
    ("年底", "年底", "at the end of the year"),
    ("今年年底前", "今年年底前", "by the end of this year"),
    ("2023年年底", "今年年底", "at the end of this year"),
    ("9月底", "9月底", "at the end of September"),
    ("2024年9月底之前", "2024年9月底前", "by the end of September 2024"),
    ("2024-09底", "2024年9月底", "at the end of September 2024"),
    ("一季度末", "一季度末", "at the end of the first quarter"),
    ("2022年三季度末", "2022年三季度末", "at the end of the third quarter of 2022"),
    ("上半年末", "上半年末", "at the end of the first half of the year"),
    ("5月上旬", "5月上旬", "in early May"),
    ("2022年5月中旬", "2022年5月中旬", "in mid-May 2022"),
    ("5月下旬", "5月下旬", "in late May"),
    ("2024年初", "2024年初", "in early 2024"),
    ("2024年年中", "2024年年中", "in mid-2024"),
    ("年初", "年初", "early in the year"),
    ("the end of 2024", "2024年年底", "at the end of 2024"),
    ("by the end of June 2024", "2024年6月底前", "by the end of June 2024"),
    ("the end of the third quarter", "第三季度末", "at the end of the third quarter"),
    ("early May", "5月初", "in early May"),
    ("mid-May 2022", "2022年5月中旬", "in mid-May 2022"),
    ("late 2024", "2024年年底", "in late 2024"),
]


@pytest.mark.parametrize(("written", "zh", "en"), PERIODS)
def test_a_period_is_told_in_both_languages(probe_room, probe_house, written, zh, en):
    assert probe.told(probe.load(probe_room, f'when: "{written}"'), probe_house) == (zh, en)


@pytest.mark.parametrize("written", ["XXXX-XX", "XXXX/XXXX", "XXXX-XX/XXXX-XX"])
def test_a_period_that_says_nothing_is_refused(probe_room, written):
    with pytest.raises(PressgenError, match="says no date"):
        probe.load(probe_room, f"when: {written}")


_YEAR = st.sampled_from(("", "2022年", "2023年", "2023"))
_MONTH = st.integers(1, 12)
_DAY = st.integers(1, 31)
_FORMS = st.one_of(
    st.tuples(_YEAR, st.sampled_from(("上半年", "下半年", "一季度", "第三季度", "前三季度"))).map("".join),
    st.tuples(_YEAR, _MONTH).map(lambda v: f"{v[0]}{v[1]}月"),
    st.tuples(_YEAR, _MONTH, _MONTH).map(lambda v: f"{v[0]}{v[1]}—{v[2]}月"),
    st.tuples(_YEAR, _MONTH, _DAY).map(lambda v: f"{v[0]}{v[1]}月{v[2]}日"),
    st.tuples(_YEAR, _MONTH, _DAY, _DAY).map(lambda v: f"{v[0]}{v[1]}月{v[2]}日至{v[3]}日"),
    st.tuples(_MONTH, _DAY, _MONTH, _DAY).map(lambda v: f"{v[0]}月{v[1]}日至{v[2]}月{v[3]}日"),
    st.tuples(_DAY, _DAY).map(lambda v: f"{v[0]}日至{v[1]}日"),
    _DAY.map(lambda day: f"{day}日"),
    st.sampled_from(("first half", "second half", "first quarter", "Q1", "H2", "January to May", "July 14-16")),
    st.tuples(st.sampled_from(("2022", "2023")), st.sampled_from(("-H1", "-Q4", "-07", ""))).map("".join),
    st.tuples(st.sampled_from(("XXXX", "2023")), st.sampled_from(("-07", "-XX", "")),
              st.sampled_from(("-14", ""))).map("".join),
    st.tuples(st.sampled_from(("XXXX", "2023")), st.sampled_from(("-07", "-XX")), st.sampled_from(("-14", "")),
              st.sampled_from(("XXXX", "2023")), st.sampled_from(("-08", "-XX")), st.sampled_from(("-16", "")))
    .map(lambda v: f"{v[0]}{v[1]}{v[2]}/{v[3]}{v[4]}{v[5]}"),
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(_FORMS)
def test_whatever_the_reader_accepts_is_drafted_without_a_trace_of_what_is_not_said(
    probe_room, probe_house, written
):
    try:
        event = probe.load(probe_room, f'when: "{written}"')
    except PressgenError:
        return

    zh, en = probe.told(event, probe_house)

    assert re.search(r"\d|[一二三四上下]|今年", zh)
    assert "X" not in zh + en
    assert "今年" in zh or figures.find(zh, "zh")


OPENINGS = [
    ("1", "One company came."),
    ("41", "Forty-one companies came."),
    ("267", "A total of 267 companies came."),
    ("1,580", "A total of 1,580 companies came."),
    ("over 30", "Over 30 companies came."),
    ("约40家", "About 40 companies came."),
    ("two", "Two companies came."),
]


@pytest.mark.parametrize(("written", "sentence"), OPENINGS)
def test_no_english_sentence_begins_with_a_numeral(probe_room, probe_house, written, sentence):
    words = "story: [lead, {zh: '{firms}到会。', en: '{firms} came.'}]"
    event = probe.load(probe_room, f'firms: "{written}"', words)

    assert sentence in probe.told(event, probe_house)[1]


def test_an_article_fits_the_figure_behind_it():
    from pressgen.drafting.articles import indefinite  # noqa: PLC0415  # a private door

    written = (
        "8% rise",
        "11-year low",
        "18.5% share",
        "85 million yuan deal",
        "20% rise",
        "four memorandums",
    )
    assert [indefinite(words) for words in written] == ["an ", "an ", "an ", "an ", "a ", ""]
