"""Companions: what is said beside a figure, in both languages; a fall is told as a fall."""

import re
from functools import cache

import jsonschema
import pytest

from pressgen import api, events
from pressgen.errors import PressgenError
from pressgen.events.schema import schema
from tests import probe
from tests.grids import some
from tests.schemas import valid
from tests.sentences import CASES

_CASE = re.compile(r"^- [^`]+: `(.+?)` prints `(.+?)` and `(.+?)`$", re.MULTILINE)
BESIDE = _CASE.findall((CASES / "companions.md").read_text(encoding="utf-8"))


def fault(probe_room, *lines):
    with pytest.raises(PressgenError) as caught:
        probe.load(probe_room, *lines)
    return str(caught.value)


def test_there_are_cases():
    assert len(BESIDE) > 25


@pytest.fixture(scope="module")
def drafted(probe_room, probe_house):
    """The draft of a case, made once."""
    return cache(lambda lines: api.draft(probe.load(probe_room, lines), probe_house))


@pytest.mark.parametrize(("lines", "zh", "en"), BESIDE)
def test_what_is_said_beside_a_figure(drafted, lines, zh, en):
    assert probe.said(drafted(lines).release) == (zh, en)


@pytest.mark.parametrize("lines", some([lines for lines, _, _ in BESIDE]))
def test_every_companion_is_used_and_the_draft_passes_its_checks(drafted, lines):
    found = drafted(lines).findings

    messages = [f.message("en") for f in found if f.rule.id != "conversion/wrong"]
    assert [message for message in messages if not message.startswith("date ")] == []


def test_own_words_say_a_companion_with_the_words_around_it(probe_room, probe_house):
    words = "story: [lead, {zh: '项目{deals}，{deals.growth}。', en: 'There were {deals}, {deals.growth}.'}]"
    event = probe.load(probe_room, "deals: {value: 40个, growth: -8%}", words)

    zh, en = probe.told(event, probe_house)

    assert "项目40个项目，同比下降8%。" in zh
    assert "There were 40 projects, down 8% year on year." in en


@pytest.mark.parametrize(
    ("beside", "named", "zh", "en"),
    [
        ("more: 11个", "more", "比上年同期多11个", "11 more than"),
        ("more: 11个, than: 上届", "more", "比上届多11个", "11 more than"),
        ("growth: 持平", "growth", "与上年同期持平", "unchanged"),
        ("share: 12.5%", "share", "12.5%", "12.5%"),
    ],
)
def test_own_words_say_every_companion_as_a_statement_does(probe_room, probe_house, beside, named, zh, en):
    words = f"story: [lead, {{zh: '项目{{deals.{named}}}。', en: 'Projects {{deals.{named}}}.'}}]"
    event = probe.load(probe_room, f"deals: {{value: 40个, {beside}}}", words)

    told = probe.told(event, probe_house)

    assert zh in told[0]
    assert en in told[1]


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2023年5月", "from the previous month"),
        ("2023-Q2", "from the previous quarter"),
        ("2023-H1", "from the previous period"),
    ],
)
def test_the_period_before_is_that_of_the_bulletin(probe_room, probe_house, period, words):
    event = probe.load(probe_room, f"period: {period}", "limit: {value: 3亿元, sequential: 1%}")

    assert probe.told(event, probe_house)[1].endswith(words)


def test_the_offices_own_conversion_is_recorded_as_given(probe_room, probe_house):
    event = probe.load(probe_room, "total: {value: 5亿元, converted: 7000万美元}")

    record = api.draft(event, probe_house).record

    given = {"fact": "total", "written": "5亿元", "source": "given", "given": "7000万美元"}
    assert record["conversions"] == [
        {"lang": "zh", "printed": "7000万美元", **given},
        {"lang": "en", "printed": "USD 70 million", **given},
    ]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("{growth: 3%}", "the figure itself is missing"),
        ("{value: 3亿元, grwth: 3%}", "did you mean growth?"),
        ("{value: 3亿元, growth: 2.6倍}", "has two meanings; write 增长2.6倍"),
        ("{value: 3亿元, growth: often}", "total.growth"),
        ("{zh: 3亿元, en: 30 million yuan}", "are not equal"),
        ("{value: {zh: 3亿元, fr: 3 M}}", "there is no fr"),
        ("3亿元；7.5%", "needs a word in front"),
        ("{value: 3亿元, per: some}", "is none of each, all"),
        ("{value: 3亿元, converted: 12%}", "total.converted"),
        ("[3亿元]", "one value belongs here"),
    ],
)
def test_what_cannot_be_read_says_where_and_what_to_write(probe_room, written, message):
    error = fault(probe_room, f"total: {written}")

    assert message in error
    assert ":7:" in error


@pytest.mark.slow
def test_the_schema_knows_every_companion(probe_room):
    shape = schema(api.types(probe_room)["probe"])
    event = {
        "release": "probe",
        "published": "2023-07-18",
        "headline": "Headline",
        "date": "2023-07-14",
        "total": {"value": "3亿元", "growth": "+3%", "than": "上月", "per": "each"},
    }

    valid(shape)
    validator = jsonschema.Draft202012Validator(shape)
    validator.validate(event)
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({**event, "total": {"value": 3, "grwth": 1}})


@pytest.mark.parametrize(
    "beside",
    [
        "{value: 3亿元, from: 2.5亿元, growth: 20%}",
        "{value: 2405.72亿元, from: 1917.2亿元, growth: 25.48%}",
        "{value: 3亿元, from: 2.5亿元, growth: 25%, basis: real}",
        "{value: 约3亿元, from: 2.5亿元, growth: 25%}",
        "{value: 3亿元, from: 1.5亿元, growth: 翻一番}",
        "{value: 1.2亿元, from: 1.5亿元, growth: -20%}",
        "{value: 3.9亿元, from: 1.5亿元, times: 2.6倍}",
        "{value: 3亿元, growth: 25%}",
    ],
)
def test_a_change_that_fits_is_left_alone(probe_room, beside):
    assert events.faults(probe.load(probe_room, f"limit: {beside}")) == []


def test_a_change_beside_a_record_and_its_day_has_two_bases(probe_room):
    wrong = "limit: {value: 3亿元, growth: 25%, record: day, from: 2.9亿元, than: 5月1日}"
    (found,) = events.faults(probe.load(probe_room, wrong))

    assert found.rule.id == "event/two-bases"
    assert "limit.than" in found.message("en")
    for right in (
        "{value: 3亿元, record: day, from: 2.9亿元, than: 5月1日}",
        "{value: 3亿元, growth: 25%, record: day}",
        "{value: 3亿元, growth: 25%, than: 上周, record: day, from: 2.9亿元, set: 5月1日}",
    ):
        assert events.faults(probe.load(probe_room, f"limit: {right}")) == []


@pytest.mark.parametrize(
    ("beside", "right"),
    [
        ("limit: {value: 3.00亿元, from: 2.50亿元, growth: 25%}", "is 20%"),
        ("limit: {value: 1.2亿元, from: 1.5亿元, growth: +20%}", "is -20%"),
        ("limit: {value: 3.0亿元, from: 1.0亿元, growth: 翻一番}", "is 3倍"),
        ("limit: {value: 3亿元, from: 2亿元, times: 2.6倍}", "is 1.5倍"),
        ("rate: {value: 96.7%, from: 95.2%, points: 2.5个百分点}", "is 1.5个百分点"),
        ("deals: {value: 120个, from: 100个, growth: 12%}", "is 20%"),
    ],
)
def test_a_change_that_does_not_lead_from_one_to_the_other_is_a_warning(probe_room, beside, right):
    (found,) = events.faults(probe.load(probe_room, beside))

    assert found.rule.id == "event/change-differs"
    assert right in found.message("en")
