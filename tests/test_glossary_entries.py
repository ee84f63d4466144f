import pytest

from pressgen.glossary.entry import Entry, Glossary, Term

ZONE = Entry(
    "zone",
    (
        Term("佛山国家高新技术产业开发区", "zh"),
        Term("佛山高新区", "zh", form="short"),
        Term("Foshan National Hi-tech Industrial Development Zone", "en"),
        Term("Foshan Hi-tech Zone", "en", form="short"),
        Term("Foshan High-tech Zone", "en", "deprecated", "short"),
    ),
    kind="place",
)


def test_an_entry_gives_its_full_and_its_short_name_in_either_language():
    assert ZONE.name("zh", "short") == "佛山高新区"
    assert ZONE.name("en") == "Foshan National Hi-tech Industrial Development Zone"


def test_a_form_that_is_not_listed_falls_back_to_the_full_name_and_a_language_to_nothing():
    assert ZONE.name("en", "abbreviation") == ZONE.name("en")
    assert Entry("x", (Term("佛山", "zh"),)).name("en") == ""


def test_a_language_with_a_short_name_alone_gives_that():
    assert Entry("x", (Term("FAW-VW", "en", form="short"),)).name("en") == "FAW-VW"


def test_a_renamed_body_keeps_its_name_in_a_text_of_its_day():
    old = Term("佛山市经济贸易局", "zh", until="2014-12-31")
    body = Entry("b", (Term("佛山市工业和信息化局", "zh", since="2019-01-01"), old))
    assert body.name("zh", on="2012-05-01") == "佛山市经济贸易局"
    assert body.name("zh", on="2023-07-14") == "佛山市工业和信息化局"


@pytest.mark.parametrize(
    ("text", "status"),
    [("佛山高新区", "preferred"), ("Foshan High-tech Zone", "deprecated"), ("Foshan", None)],
)
def test_a_name_is_found_exactly_and_its_status_told(text, status):
    assert Glossary([ZONE]).status(text) == status
    assert (Glossary([ZONE]).named(text) is ZONE) == (status is not None)


def test_a_name_is_only_looked_for_in_the_language_asked():
    assert Glossary([ZONE]).named("佛山高新区", "en") is None


def test_a_curly_apostrophe_finds_the_straight_one():
    xian = Entry("xian", (Term("Xi'an", "en"),))
    assert Glossary([xian]).named("Xi\u2019an") is xian


def test_a_preferred_name_counts_before_another_entry_s_deprecated_one():
    wrong = Entry("a", (Term("高新区", "zh", "deprecated"),))
    right = Entry("b", (Term("高新区", "zh"),))
    assert Glossary([right, wrong]).named("高新区") is right


def test_of_two_glossaries_the_later_entry_wins_by_id():
    office = Entry("zone", (Term("高新区", "zh"),))
    merged = Glossary([ZONE]) + Glossary([office])
    assert merged.entries == (office,)
    assert merged.named("佛山高新区") is None
