import re
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen.glossary import tables
from pressgen.glossary.entry import Entry, Glossary, Term
from pressgen.glossary.match import Match
from pressgen.glossary.search import search
from pressgen.glossary.surfaces import folded, plural, singular

TEXT = (Path(__file__).parent / "cases" / "glossary-matches.md").read_text(encoding="utf-8")
CASES = re.findall(r"^- (zh|en): (.*) => (.*)$", TEXT, re.MULTILINE)


@pytest.fixture(scope="module")
def glossary(tmp_path_factory):
    path = tmp_path_factory.mktemp("cases") / "names.csv"
    path.write_text(TEXT.split("```\n")[1], encoding="utf-8")
    return tables.read(path)


def shown(match: Match) -> str:
    return match.term.text + (f" ({', '.join(match.variants)})" if match.variants else "")


@pytest.mark.parametrize(("lang", "text", "expected"), CASES)
def test_names_are_found_whole_and_nothing_else(glossary, lang, text, expected):
    found = "; ".join(map(shown, glossary.matches(text, lang)))
    assert found == ("" if expected == "-" else expected)


ACCENTS = Glossary([Entry("cafe", (Term("爱丽舍咖啡馆", "zh"), Term("Caf\u00e9 \u00c9lys\u00e9e", "en")))])


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_are_found_however_a_system_writes_them(form):
    written = normalize(form, "Caf\u00e9 \u00c9lys\u00e9e")
    text = f"At {written}, guests met."

    [match] = ACCENTS.matches(text, "en")

    assert (text[match.start : match.end], match.variants) == (written, ())
    assert ACCENTS.named(written).id == "cafe"
    assert [entry.id for entry in search(ACCENTS, written.split()[0])] == ["cafe"]


def test_an_accent_apart_makes_another_word():
    glossary = Glossary([Entry("cafe", (Term("Cafe", "en"),))])

    assert glossary.matches(normalize("NFD", "The Caf\u00e9 opened."), "en") == []


def test_a_table_may_have_its_accents_apart(tmp_path):
    path = tmp_path / "names.csv"
    path.write_text(normalize("NFD", "zh,en\n乌市,\u00dcr\u00fcmqi\n"), encoding="utf-8")

    assert tables.read(path).named("\u00dcr\u00fcmqi").name("zh") == "乌市"


def test_a_name_in_the_wrong_case_is_found_when_asked_for(glossary):
    [match] = glossary.matches("in foshan hi-tech zone", "en", miscased=True)
    assert (match.entry.id, match.variants) == ("zone", ("case",))
    assert glossary.matches("He told us", "en", miscased=True) == []


def test_a_longer_name_in_the_wrong_case_does_not_hide_a_shorter_right_one(glossary):
    assert [m.entry.id for m in glossary.matches("Foshan hi-tech zone", "en")] == ["foshan"]


def test_a_shorter_name_survives_a_longer_one_that_fails_at_its_edge():
    short, long = Entry("ai", (Term("AI", "en"),)), Entry("chip", (Term("AI Ch", "en"),))
    assert [m.entry.id for m in Glossary([short, long]).matches("AI Chip", "en")] == ["ai"]


def test_offsets_are_code_points_beyond_the_basic_plane():
    place = Entry("foshan", (Term("佛山", "zh"),))
    [match] = Glossary([place]).matches("𠮷𠮷佛山", "zh")
    assert (match.start, match.end) == (2, 4)


def test_of_two_entries_with_one_name_the_preferred_is_meant():
    wrong = Entry("a", (Term("high-tech zone", "en", "deprecated"),))
    right = Entry("b", (Term("High-tech zone", "en", case="first"),))
    assert [m.entry.id for m in Glossary([right, wrong]).matches("a High-tech zone", "en")] == ["b"]


def test_an_empty_glossary_and_an_empty_text_match_nothing():
    assert Glossary().matches("Foshan", "en") == []
    assert Glossary([Entry("foshan", (Term("Foshan", "en"),))]).matches("", "en") == []


@pytest.mark.parametrize(
    ("one", "many"),
    [("industry", "industries"), ("survey", "surveys"), ("branch", "branches"), ("press", "presses")],
)
def test_plurals_come_back_as_they_went(one, many):
    assert plural(one) == many
    assert singular(many) == one


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.text(max_size=40))
def test_folding_keeps_every_place(text):
    assert len(folded(text)) == len(text)


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(["佛山", "Foshan", "Xi'an", "北滘镇", " ", "的", "'s", "x"]), max_size=12))
def test_matches_never_overlap_and_say_what_stands_there(parts):
    text = "".join(parts)
    names = [Entry(name, (Term(name, "en"),)) for name in ("佛山", "Foshan", "Xi'an", "山Fo", "镇的")]
    end = 0
    for match in Glossary(names).matches(text, "en"):
        assert match.start >= end
        assert text[match.start : match.end] == match.term.text
        end = match.end
