import re
from pathlib import Path

import pytest
from pypinyin.constants import PINYIN_DICT

from pressgen.glossary.names import propose
from pressgen.glossary.pinyin import with_tones

CASES = re.findall(
    r"^(\w+) (\S+) = (\?)? ?(.*)$",
    (Path(__file__).parent / "cases" / "glossary-names.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)


@pytest.mark.parametrize(("kind", "zh", "asked", "en"), CASES, ids=[case[1] for case in CASES])
def test_a_name_is_spelt_by_the_standard_and_a_doubt_is_said(kind, zh, asked, en):
    proposal = propose(zh, kind)
    assert (proposal.en, proposal.sure) == (en, not asked)
    assert proposal.why.zh
    assert proposal.why.en


def test_without_a_kind_a_generic_part_tells_a_place_from_a_person():
    assert propose("北滘镇", "").en == "Beijiao Town"
    assert propose("邝东明", "").en == "Kuang Dongming"
    assert propose("园区管委会主任", "").en == ""


@pytest.mark.parametrize("zh", ["绍兴市商务局", "滁州市中级人民法院", "省教育厅办公室", "青禾研究院"])
@pytest.mark.parametrize("kind", ["", "person"])
def test_a_body_is_never_spelt_as_a_person(zh, kind):
    assert propose(zh, kind).en == ""


@pytest.mark.parametrize(("zh", "en"), [("罗定", "Luoding"), ("饶平", "Raoping"), ("延安", "Yan'an")])
def test_without_a_kind_a_county_is_a_place_though_it_looks_like_a_name(zh, en):
    assert propose(zh, "").en == en


@pytest.mark.parametrize("text", ["", "Foshan", "佛山Foshan", "邝 东明", "邝东明（主任）"])
def test_what_is_no_chinese_name_gets_no_spelling(text):
    assert propose(text).en == ""
    assert not propose(text).sure


def test_a_character_has_every_reading_that_pypinyin_knows():
    some = {chr(code): said for code, said in list(PINYIN_DICT.items())[:: len(PINYIN_DICT) // 900]}
    assert {character: ",".join(with_tones(character)) for character in some} == some
    assert [with_tones(each) for each in ("A", "\x00", "\U0010ffff")] == [(), (), ()]
