import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen.errors import PressgenError
from pressgen.glossary import tbx

V2 = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>office</p></sourceDesc></fileDesc>
</martifHeader><text><body>
{}
</body></text></martif>"""
V3 = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="{style}" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader><fileDesc><sourceDesc><p>office</p></sourceDesc></fileDesc></tbxHeader><text><body>
{body}
</body></text></tbx>"""

ZONE_V2 = """<termEntry id="zone">
<descrip type="subjectField">bodies</descrip>
<langSet xml:lang="ZH-cn"><tig><term>佛山高新区</term><termNote type="termType">shortForm</termNote></tig>
<ntig><termGrp><term>佛山国家高新技术产业开发区</term><termNote type="termType">fullForm</termNote></termGrp></ntig></langSet>
<langSet xml:lang="EN-US"><descripGrp><descrip type="definition">a national
   zone</descrip><admin type="source">State Council</admin></descripGrp>
<tig><term>Foshan Hi-tech Zone</term><termNote type="termType">shortForm</termNote>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote><note>so since 2010</note></tig>
<tig><term>Foshan High-tech Zone</term><termNote type="termType">shortForm</termNote>
<termNote type="administrativeStatus">forbidden</termNote><admin type="source">house style</admin></tig></langSet>
</termEntry>"""
ZONE_DCA = (
    ZONE_V2.replace("termEntry", "conceptEntry")
    .replace("langSet", "langSec")
    .replace("<ntig><termGrp>", "<termSec>")
    .replace("</termGrp></ntig>", "</termSec>")
    .replace("<tig>", "<termSec>")
    .replace("</tig>", "</termSec>")
)
ZONE_DCT = """<conceptEntry id="zone"><min:subjectField>bodies</min:subjectField>
<langSec xml:lang="zh-Hans"><termSec><term>佛山高新区</term><basic:termType>shortForm</basic:termType></termSec>
<termSec><term>佛山国家高新技术产业开发区</term><basic:termType>fullForm</basic:termType></termSec></langSec>
<langSec xml:lang="en"><descripGrp><basic:definition>a national zone</basic:definition>
<basic:source>State Council</basic:source></descripGrp>
<termSec><term>Foshan Hi-tech Zone</term><basic:termType>shortForm</basic:termType>
<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus><note>so since 2010</note></termSec>
<termSec><term>Foshan High-tech Zone</term><basic:termType>shortForm</basic:termType>
<min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus><basic:source>house style</basic:source>
</termSec></langSec></conceptEntry>"""


def v2(body: str) -> str:
    return V2.format(body)


def dca(body: str) -> str:
    return V3.format(style="dca", body=body)


def dct(body: str) -> str:
    return V3.format(style="dct", body=body)


def read(text: str | bytes) -> tbx.Tbx:
    return tbx.parse(text if isinstance(text, bytes) else text.encode(), "names.tbx")


def english(*sections: str) -> str:
    terms = "".join(f"<termSec>{one}</termSec>" for one in sections)
    return dca(f'<conceptEntry id="x"><langSec xml:lang="en">{terms}</langSec></conceptEntry>')


def refusal(text: str | bytes) -> str:
    with pytest.raises(PressgenError) as caught:
        read(text)
    assert caught.value.say("zh") != caught.value.say("en")
    return str(caught.value)


@pytest.mark.parametrize("text", [v2(ZONE_V2), dca(ZONE_DCA), dct(ZONE_DCT)], ids=["v2", "dca", "dct"])
def test_every_layout_says_the_same(text):
    (zone,) = read(text).glossary
    assert (zone.id, zone.field, zone.definition) == ("zone", "bodies", "a national zone")
    assert [(term.lang, term.text, term.status, term.form) for term in zone.terms] == [
        ("zh", "佛山高新区", "preferred", "short"),
        ("zh", "佛山国家高新技术产业开发区", "preferred", "full"),
        ("en", "Foshan Hi-tech Zone", "preferred", "short"),
        ("en", "Foshan High-tech Zone", "deprecated", "short"),
    ]
    assert (zone.terms[2].note, zone.terms[3].source) == ("so since 2010", "house style")


def test_the_three_layouts_are_one_glossary():
    assert read(v2(ZONE_V2)).glossary == read(dca(ZONE_DCA)).glossary == read(dct(ZONE_DCT)).glossary


@pytest.mark.parametrize("dialect", ["TBX-Core", "TBX-Min", "TBX-Basic", "TBX-Linguist"])
def test_the_dialect_makes_no_difference_to_what_is_read(dialect):
    assert read(dca(ZONE_DCA).replace("TBX-Basic", dialect)).glossary == read(dca(ZONE_DCA)).glossary


@pytest.mark.parametrize("code", ["zh", "ZH-CN", "zh_Hans", "zho", "chi", "zh-hans-CN", "zh-SG", "cmn"])
def test_codes_of_simplified_chinese_are_chinese(code):
    text = f'<conceptEntry id="x"><langSec xml:lang="{code}"><termSec><term>佛山</term></termSec></langSec></conceptEntry>'
    assert read(dca(text)).glossary.named("佛山", "zh")


def test_the_language_attribute_of_old_martif_counts_as_well():
    assert read(v2(ZONE_V2.replace("xml:lang", "lang"))).glossary == read(v2(ZONE_V2)).glossary


def test_other_languages_are_left_out_and_listed_by_line():
    sections = "".join(
        f'\n<langSec xml:lang="{code}"><termSec><term>{term}</term></termSec></langSec>'
        for code, term in (("en", "Foshan"), ("zh-TW", "佛山縣"), ("pt", "Fat San"))
    )
    found = read(dca(f'<conceptEntry id="x">{sections}</conceptEntry>'))
    assert [term.text for term in found.glossary["x"].terms] == ["Foshan"]
    assert [(loss.span.line, loss.fields["lang"]) for loss in found.losses] == [(7, "zh-TW"), (8, "pt")]


def test_of_terms_without_a_status_the_first_is_preferred():
    found = read(english("<term>bill acceptor</term>", "<term>note acceptor</term>")).glossary["x"]
    assert [term.status for term in found.terms] == ["preferred", "admitted"]


@pytest.mark.parametrize(
    ("category", "word", "status"),
    [
        ("administrativeStatus", "supersededTerm-admn-sts", "deprecated"),
        ("administrativeStatus", "admitted", "admitted"),
        ("normativeAuthorization", "deprecatedTerm", "deprecated"),
        ("Status", "not recommended", "deprecated"),
        ("usageStatus", "obsolete", "deprecated"),
        ("administrativeStatus", "draft", "preferred"),
    ],
)
def test_a_status_is_understood_by_the_words_tools_write(category, word, status):
    found = read(english(f'<term>Fatshan</term><termNote type="{category}">{word}</termNote>'))
    assert found.glossary["x"].terms[0].status == status
    assert bool(found.losses) == (word == "draft")


def test_what_an_entry_has_no_place_for_is_kept_and_listed_by_line():
    found = read(english('<term>Foshan</term>\n<termNote type="geographicalUsage">Guangdong</termNote>'))
    (loss,) = found.losses
    assert (loss.span.line, loss.fields["name"], loss.fields["text"]) == (6, "geographicalUsage", "Guangdong")
    assert found.kept["x"].terms["en", "Foshan"].more[0].text == "Guangdong"


def test_an_entry_without_a_usable_name_is_skipped_and_named():
    found = read(
        dca(
            '<conceptEntry id="leer"><langSec xml:lang="de"><termSec><term>Buch</term></termSec></langSec></conceptEntry>'
        )
    )
    assert len(found.glossary) == 0
    assert "leer" in found.glossary.repairs[0].message("en")


def test_a_term_that_cannot_be_one_is_skipped_and_the_others_stay():
    found = read(
        english("<term/>", "<term>佛山</term>", f"<term>{'x' * 401}</term>", "<term>Foshan</term>")
    ).glossary
    assert [term.text for term in found["x"].terms] == ["Foshan"]
    assert [repair.rule.id for repair in found.repairs] == ["terminology/skipped-term"] * 3


def test_markup_inside_a_term_does_not_break_the_term():
    assert read(english('<term>CO<hi type="subscript">2</hi> emissions</term>')).glossary.named(
        "CO2 emissions"
    )


def test_invisible_characters_are_taken_out_and_reported():
    found = read(english("<term>Fo\u200bshan</term>")).glossary
    assert (found.named("Foshan").id, found.repairs[0].rule.id) == ("x", "terminology/invisible-character")


def test_an_id_written_twice_stays_two_entries():
    entry = '<conceptEntry id="x"><langSec xml:lang="en"><termSec><term>{}</term></termSec></langSec></conceptEntry>'
    found = read(dca(entry.format("director") + entry.format("chairman"))).glossary
    assert [one.id for one in found] == ["x", "x#2"]
    assert "x#2" in found.repairs[0].message("en")


def test_an_entry_without_an_id_is_called_by_its_first_name():
    assert read(english("<term>Foshan</term>").replace(' id="x"', "")).glossary["Foshan"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_make_no_difference(encoding):
    said = "utf-8" if "8" in encoding else "utf-16"
    assert read(v2(ZONE_V2).replace("UTF-8", said).encode(encoding)).glossary == read(v2(ZONE_V2)).glossary


def test_gb18030_is_read_where_it_is_declared():
    assert read(v2(ZONE_V2).replace("UTF-8", "GB18030").encode("gb18030")).glossary.named("佛山高新区")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", "", "empty"),
        ("  \n", "", "empty"),
        ("<tbx", ":1:", "well-formed"),
        ("PK\x03\x04zip", "", "zip package"),
        ("名称,name\n", ":1:", "well-formed"),
        ("<html><body/></html>", ":1", "HTML"),
        ('<?xml version="1.0"?>\n<tmx version="1.4"/>', ":2", "TMX"),
        ('<TBX dialect="TBX-Min"/>', ":1", "TBX-Min"),
        ('<tbx xmlns="http://example.com/"/>', ":1", "not the <tbx>"),
        ('<!DOCTYPE martif [<!ENTITY a "b">]>\n<martif/>', ":1", "declares entities"),
        (
            '<!DOCTYPE martif SYSTEM "x.dtd"\n[<!ENTITY % a SYSTEM "file:///etc/passwd">]><martif/>',
            ":1",
            "declares",
        ),
        (v2("<termEntry>&nbsp;</termEntry>"), ":5", "&nbsp;"),
        (v2("<conceptEntry/>"), ":5", "mixed"),
        (v2("<p>names</p>"), ":5", "no <p>"),
        (dca("<termEntry/>"), ":5", "mixed"),
        (dca("<conceptEntry>\n<min:subjectField/></conceptEntry>"), ":6", "mixed"),
        (dct('<conceptEntry>\n<descrip type="subjectField"/></conceptEntry>'), ":6", "mixed"),
        (dca('<conceptEntry xmlns="urn:iso:std:iso:30042:ed:3.0"/>'), ":5", "mixed"),
        ('<?xml version="1.0" encoding="utf-7"?>\n<tbx/>', ":1", "utf-7"),
        (b"<?xml version='1.0'?>\n<tbx>\xff</tbx>", ":2", "UTF-8"),
        (dca("<conceptEntry>"), ":6:", "well-formed"),
        (v2("<termEntry>" * 300), "", "well-formed"),
        (dct("<basic:x>" * 200 + "</basic:x>" * 200), ":5", "deep"),
        ("<martif/>", ":1", "no <body>"),
    ],
)
def test_what_is_no_tbx_is_refused_with_its_place(text, line, words):
    said = refusal(text)
    assert said.startswith(f"names.tbx{line}")
    assert words in said


def test_entities_hidden_in_utf_16_are_refused_as_well():
    bomb = '<!DOCTYPE tbx [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><tbx>&b;</tbx>'
    for data in (codecs.BOM_UTF16_LE + bomb.encode("utf-16-le"), bomb.encode("utf-16-be")):
        assert "declares entities" in refusal(data)


def test_no_dtd_is_fetched(tmp_path):
    (tmp_path / "my.dtd").write_text("<!ENTITY a 'fetched'>", encoding="utf-8")
    doctype = f'<!DOCTYPE martif SYSTEM "{(tmp_path / "my.dtd").as_uri()}">'
    assert "&a;" in refusal(doctype + "<martif>&a;</martif>")


def test_a_file_that_is_not_there_is_a_plain_error(tmp_path):
    with pytest.raises(PressgenError, match="no such file"):
        tbx.load(tmp_path / "none.tbx")


def test_more_elements_than_memory_holds_are_refused():
    assert "too large" in refusal("<tbx>" + "<a/>" * 2_000_001 + "</tbx>")


def test_lines_beyond_sixty_five_thousand_are_counted():
    found = read(english("\n" * 70_000 + "<term>Foshan</term><note/>\n<xyz>a</xyz>"))
    assert found.losses[0].span.line == 70_006


@settings(max_examples=150)
@given(st.sampled_from([v2(ZONE_V2), dca(ZONE_DCA), dct(ZONE_DCT)]), st.data())
def test_whatever_is_cut_or_doubled_a_file_is_read_or_refused(text, data):
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    again = data.draw(st.sampled_from(["", text[start:end] * 2, "<", "&amp;", "\0", "佛", "<term/>"]))
    try:
        said = str(read(text[:start] + again + text[end:]).glossary.entries)
    except PressgenError as error:
        said = error.say("zh") + error.say("en")
    assert said


@settings(max_examples=100)
@given(st.binary(max_size=60) | st.binary(max_size=60).map(lambda data: b"<tbx>" + data + b"</tbx>"))
def test_whatever_the_bytes_they_are_read_or_refused(data):
    try:
        said = str(read(data).glossary.entries)
    except PressgenError as error:
        said = error.say("zh") + error.say("en")
    assert said
