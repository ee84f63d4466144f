import doctest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from pressgen.errors import GlossaryError
from pressgen.glossary import tbx
from pressgen.glossary.entry import CASES, FORMS, KINDS, STATUSES, Entry, Glossary, Term
from pressgen.text import composed
from tests.conftest import ROOT
from tests.tbx_grammar import breaches
from tests.test_tbx_reading import ZONE_DCA, ZONE_DCT, ZONE_V2, dca, dct, english, read, v2

VERSIONS = ["v3", "dct", "v2"]
RICH = """<conceptEntry id="fair"><transacGrp><transac type="transactionType">origination</transac>
<date>2023-07-14</date><transacNote type="responsibility" target="https://example.org/lin">Lin</transacNote></transacGrp>
<descrip type="subjectField">events</descrip><note>once a year</note>
<langSec xml:lang="en"><descripGrp><descrip type="definition">a fair</descrip><admin type="source">city</admin></descripGrp>
<termSec><term>China Import and Export Fair</term><termNote type="partOfSpeech">noun</termNote></termSec>
<termSec><term>CIEF</term><termNote type="termType">acronym</termNote>
<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>
<descripGrp><descrip type="context">The CIEF opens.</descrip><admin type="source">daily</admin></descripGrp></termSec></langSec>
<langSec xml:lang="fr"><termSec><term>foire</term><termNote type="grammaticalGender">feminine</termNote></termSec></langSec>
</conceptEntry>"""


def zone() -> Entry:
    return Entry("zone#1", (Term("高新区", "zh", form="short"), Term("Hi-tech Zone", "en")), field="bodies")


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("text", [v2(ZONE_V2), dca(ZONE_DCA), dct(ZONE_DCT), dca(RICH)])
def test_what_was_read_from_any_layout_is_written_in_every_layout(text, version):
    before = read(text)
    after = tbx.parse(tbx.to_bytes(before.glossary, version, before)[0], "again.tbx")
    assert after.glossary == before.glossary
    assert after.kept == before.kept


@pytest.mark.parametrize("version", ["v3", "dct"])
def test_a_file_is_valid_by_the_grammar_with_all_that_was_kept(version):
    before = read(dca(RICH))
    data, dialect = tbx.to_bytes(before.glossary, version, before)
    assert (breaches(data), dialect) == ([], "TBX-Basic")


@pytest.mark.parametrize("version", VERSIONS)
def test_words_and_groups_of_the_original_stand_again(version):
    before = read(dca(RICH))
    data = tbx.to_bytes(before.glossary, version, before)[0].decode()
    assert all(
        word in data for word in ("superseded", "acronym", "once a year", "foire", "2023-07-14", "daily")
    )
    assert "deprecatedTerm" not in data


def test_what_a_person_changed_is_not_undone_by_what_was_kept():
    before = read(dca(RICH))
    changed = Glossary([Entry("fair", (Term("CIEF", "en", form="abbreviation"),), definition="a trade fair")])
    after = tbx.parse(tbx.to_bytes(changed, "v3", before)[0], "again.tbx").glossary
    assert after == changed


def test_categories_beyond_basic_survive_and_the_file_says_so():
    before = read(english('<term>menu</term><termNote type="pronunciation">/ˈmenjuː/</termNote>'))
    for version, dialect in (("v3", "TBX-Custom"), ("dct", "TBX-Custom"), ("v2", "TBX")):
        data, said = tbx.to_bytes(before.glossary, version, before)
        assert said == dialect
        assert tbx.parse(data, "again.tbx").kept == before.kept


def test_a_category_no_tag_can_be_called_by_survives_in_every_layout():
    before = read(english('<term>menu</term><termNote type="Usage status 2">ok</termNote>'))
    for version in VERSIONS:
        data, _ = tbx.to_bytes(before.glossary, version, before)
        assert tbx.parse(data, "again.tbx").kept == before.kept


def test_a_target_that_leads_nowhere_is_not_written():
    before = read(dca(RICH).replace("https://example.org/lin", "lin"))
    assert b'target="lin"' not in tbx.to_bytes(before.glossary, "v3", before)[0]


def test_the_people_entries_refer_to_go_along():
    back = '<back><refObjectSec type="respPerson"><refObject id="lin"><item type="fn">Lin</item></refObject></refObjectSec></back>'
    before = read(dca(RICH).replace("https://example.org/lin", "lin").replace("</body>", "</body>" + back))
    data = tbx.to_bytes(before.glossary, "v3", before)[0]
    assert b'target="lin"' in data
    assert breaches(data) == []


def test_v2_has_its_own_names_and_names_its_dtd():
    data = tbx.to_bytes(Glossary([zone()]), "v2")[0].decode()
    assert '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">' in data
    assert [one.tag for one in etree.fromstring(data.encode()).iter()][8:12] == [
        "body",
        "termEntry",
        "descrip",
        "langSet",
    ]


def test_notes_on_a_term_in_groups_are_written_as_v2_wants_them():
    text = english(
        "<term>Foshan</term><termNoteGrp><termNote type='geographicalUsage'>CN</termNote><note>n</note></termNoteGrp>"
    )
    before = read(text)
    data = tbx.to_bytes(before.glossary, "v2", before)[0]
    assert b"<ntig>" in data
    assert tbx.parse(data, "again.tbx").kept == before.kept


def test_the_same_glossary_gives_the_same_bytes():
    assert tbx.to_bytes(Glossary([zone()])) == tbx.to_bytes(Glossary([zone()]))


def test_an_empty_glossary_is_not_exported(tmp_path):
    with pytest.raises(GlossaryError, match="nothing to export"):
        tbx.write(tmp_path / "none.tbx", Glossary())
    assert list(tmp_path.iterdir()) == []


def test_a_control_character_is_named():
    with pytest.raises(GlossaryError, match=r"U\+000B"):
        tbx.to_bytes(Glossary([Entry("x", (Term("Fo\x0bshan", "en"),))]))


LETTERS = st.characters(codec="utf-8", exclude_categories=["C", "Z"])
TEXTS = st.text(LETTERS, min_size=1, max_size=12)
MAYBE = TEXTS | st.just("")
DAYS = st.dates().map(str) | st.just("")


def terms(lang: str):
    texts = (
        TEXTS.map(composed)
        if lang == "zh"
        else st.from_regex(r"[A-Za-z][A-Za-z0-9' %;=&<-]{0,10}[a-z]", fullmatch=True)
    )
    facts = dict.fromkeys(("pos", "note", "source"), MAYBE) | dict.fromkeys(("since", "until"), DAYS)
    choices = {"status": STATUSES, "form": FORMS, "case": CASES}
    words = {name: st.sampled_from(choice) for name, choice in choices.items()}
    return st.lists(st.builds(Term, texts, st.just(lang), **words, **facts), max_size=3)


ENTRIES = st.builds(
    lambda entry_id, zh, en, swapped, **facts: Entry(
        entry_id, tuple(en + zh if swapped else zh + en), **facts
    ),
    st.text(st.sampled_from("a_x0F佛#1 -·é."), min_size=1, max_size=8),
    terms("zh"),
    terms("en"),
    st.booleans(),
    field=MAYBE.filter(lambda text: not text or text.strip("-–—./")),
    kind=st.sampled_from(("", *KINDS)),
    definition=MAYBE.filter(lambda text: not text or text.strip("-–—./")),
    loose=st.booleans(),
).filter(lambda entry: entry.terms and not any(term.note.startswith("pressgen: ") for term in entry.terms))


@settings(max_examples=60)
@given(st.lists(ENTRIES, min_size=1, max_size=3, unique_by=lambda one: one.id), st.sampled_from(VERSIONS))
def test_what_is_written_reads_back_the_same(entries, version):
    data, _ = tbx.to_bytes(Glossary(entries), version)
    assert tbx.parse(data, "again.tbx").glossary == Glossary(entries)


@settings(max_examples=40)
@given(
    st.lists(ENTRIES, min_size=1, max_size=3, unique_by=lambda one: one.id), st.sampled_from(["v3", "dct"])
)
def test_whatever_the_glossary_the_file_is_valid(entries, version):
    assert breaches(tbx.to_bytes(Glossary(entries), version)[0]) == []


def test_the_page_does_what_it_says():
    page = ROOT / "docs" / "tbx.md"
    assert doctest.testfile(str(page), module_relative=False, encoding="utf-8").failed == 0
