"""Nothing typed is changed: a figure stands in its own language as typed, in the other with the same value."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressgen import api
from pressgen.errors import Place, PressgenError
from pressgen.events import amounts
from tests import probe
from tests.conftest import FAIR
from tests.sentences import CASES

_TEXT = (CASES / "verbatim.md").read_text(encoding="utf-8")
PRINTED = re.findall(r"^- [^`]+: `(.+?)` prints `(.+?)` and `(.+?)`$", _TEXT, re.MULTILINE)
REFUSED = re.findall(r"^- `(.+?)`: (.+)$", _TEXT, re.MULTILINE)


def test_there_are_cases():
    assert len(PRINTED) > 35
    assert len(REFUSED) > 6


@pytest.mark.parametrize(("line", "zh", "en"), PRINTED)
def test_what_was_typed_stands(probe_room, probe_house, line, zh, en):
    assert probe.told(probe.load(probe_room, line), probe_house) == (zh, en)


@pytest.mark.parametrize(("line", "message"), REFUSED)
def test_what_counts_something_else_is_refused(probe_room, line, message):
    with pytest.raises(PressgenError) as caught:
        probe.load(probe_room, line)

    assert message in str(caught.value)


OWN_WORDS = [
    ("2025年，出口下降2%。2025年，进口增长3%。", "Exports fell 2% in 2025. In 2025, imports rose 3%."),
    ("持证护士占护士的72%。", "Trained nurses account for 72% of nurses, up 3%."),
    ("2027灯会拟于2027年2月3日举行。", "The 2027 Tea Fair is planned for May 3, 2027, in Ningbo."),
    ("宁波至利马航线开通。航线连接宁波和利马。", "The Ningbo-Lima route has opened. The route links Ningbo and Lima."),
    ("一行到夜校听课；随后到河堤察看；随后到粮库座谈。", "They visited a school. They visited a mill. They visited a dike."),
    ("市民可拨打12345热线咨询。学生免费。", "For questions, call 12345. Students ride free."),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en"), OWN_WORDS)
@pytest.mark.parametrize(
    "beside", ["", "    - counts: {list: [{count: 40个, what: {zh: 摊位, en: stalls}}]}\n"]
)
def test_own_words_stand_as_they_are(drafted, zh, en, beside):
    story = f'story:\n  - lead\n  - - {{zh: "{zh}", en: "{en}"}}\n{beside}    - {{zh: "{zh}", en: "{en}"}}\n'

    in_zh, in_en = drafted(FAIR, story)

    assert (in_zh.count(zh), in_en.count(en)) == (2, 2)


def test_a_name_typed_in_full_is_noted_beside_the_one_the_glossary_prefers(probe_room, probe_house):
    event = probe.load(probe_room, "name: 实际利用外资")

    found = api.draft(event, probe_house).findings

    (note,) = [finding for finding in found if finding.rule.id == "event/other-name"]
    assert note.severity == "note"
    assert "实际利用外资" in note.message("zh")
    assert "实际使用外资" in note.message("zh")


def test_a_city_with_its_generic_name_is_no_note(probe_room, probe_house):
    event = probe.load(probe_room, "name: 佛山市")

    found = api.draft(event, probe_house).findings

    assert [finding for finding in found if finding.rule.id == "event/other-name"] == []


ZH_HEADS = ("", "超", "逾", "超过", "近", "约", "至少", "不少于", "不超过")
EN_HEADS = ("", "over ", "more than ", "nearly ", "about ", "at least ", "at most ", "up to ")
_NUMBERS = st.one_of(
    st.integers(1, 9999).map(str),
    st.tuples(st.integers(1, 999), st.integers(0, 999)).map(lambda n: f"{n[0]}.{n[1]:03}"),
    st.tuples(st.integers(1, 999), st.integers(0, 9)).map(lambda n: f"{n[0]}.{n[1]}0"),
)
_RATES = st.tuples(st.integers(1, 99), st.integers(0, 99)).map(lambda n: f"{n[0]}.{n[1]:02}")
_WHOLE = st.integers(2, 9999).map(str)


def _field(name, text):
    return st.tuples(st.just(name), text)


ZH_TYPED = st.one_of(
    _field(
        "limit",
        st.tuples(st.sampled_from(ZH_HEADS), _NUMBERS, st.sampled_from(("万", "亿")),
                  st.sampled_from(("元", "美元", "欧元", "港元", "日元", "林吉特"))).map("".join),
    ),
    _field("limit", st.tuples(_NUMBERS, st.sampled_from(("亿元以上", "万元以下", "亿元左右"))).map("".join)),
    _field("firms", st.tuples(st.sampled_from(ZH_HEADS), _WHOLE, st.sampled_from(("家", ""))).map("".join)),
    _field("deals", st.tuples(_WHOLE, st.sampled_from(("个", "项", "宗", "个以上"))).map("".join)),
    _field("visits", st.tuples(_WHOLE, st.sampled_from(("人次", "万人次", "万余人次"))).map("".join)),
    _field(
        "output",
        st.tuples(_NUMBERS, st.sampled_from(("万", "")),
                  st.sampled_from(("吨", "亩", "平方米", "公里", "千瓦时", "台"))).map("".join),
    ),
    _field("rate", st.tuples(_RATES, st.sampled_from(("%", "个百分点"))).map("".join)),
)  # fmt: skip
EN_TYPED = st.one_of(
    _field(
        "limit",
        st.tuples(st.sampled_from(EN_HEADS), _NUMBERS, st.sampled_from((" million", " billion")),
                  st.sampled_from((" yuan", " euros", " ringgit", " yen"))).map("".join),
    ),
    _field("limit", st.tuples(_NUMBERS, st.sampled_from((" million yuan or more", " billion yuan or less")))
           .map("".join)),
    _field("firms", st.tuples(st.sampled_from(EN_HEADS), st.integers(2, 9999).map(str),
                              st.sampled_from((" companies", ""))).map("".join)),
    _field(
        "output",
        st.tuples(_NUMBERS, st.sampled_from((" million", "")),
                  st.sampled_from((" tonnes", " tons", " mu", " square meters", " kilometers"))).map("".join),
    ),
    _field("rate", st.tuples(_RATES, st.sampled_from(("%", " percentage points"))).map("".join)),
)  # fmt: skip


def _same(typed, other):
    """Value, unit, hedge and precision; a rate's own text says how exact it is. 2个以上 are at least two."""
    hedges = {typed.modifier, other.modifier}
    return (
        (typed.value, typed.high, typed.unit) == (other.value, other.high, other.unit)
        and (len(hedges) == 1 or (hedges == {"over", "at_least"} and typed.text.endswith("以上")))
        and typed.agrees(other)
    )


def _drafted(probe_room, probe_house, name, text):
    event = probe.load(probe_room, f'{name}: "{text}"')
    return event.facts[name], *probe.told(event, probe_house)


def _read(fact, text):
    return amounts.read(fact.field.kind, text, "", Place(""), fact.field.noun)


def _core(text):
    """English without the noun or the area in brackets that the field adds."""
    return re.sub(r" \((?:about )?[\d,.]+(?: million)? hectares?\)$", "", text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(ZH_TYPED)
def test_chinese_typed_stands_in_chinese_and_says_the_same_in_english(probe_room, probe_house, typed):
    name, text = typed
    fact, zh, en = _drafted(probe_room, probe_house, name, text)

    assert text in zh
    assert _same(fact.value, _read(fact, _core(en))), en


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(EN_TYPED.filter(lambda typed: re.search("[a-z]", typed[1])))
def test_english_typed_stands_in_english_and_says_the_same_in_chinese(probe_room, probe_house, typed):
    name, text = typed
    fact, zh, en = _drafted(probe_room, probe_house, name, text)

    assert text.casefold() in en.casefold()
    assert _same(fact.value, _read(fact, zh)), zh
