import codecs
import multiprocessing
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen.errors import Faults, FileError, GlossaryError, PressgenError
from pressgen.glossary import files, rows, tables
from pressgen.glossary.entry import CASES, FORMS, KINDS, LANGS, STATUSES, Entry, Glossary, Term
from pressgen.text import composed, no_name

LONG = "id,lang,term,status,form\nzone,zh,佛山高新区,,简称\nzone,en,Foshan Hi-tech Zone,首选,short\n"


def table(tmp_path: Path, text: str | bytes, name: str = "names.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def refusal(tmp_path: Path, text: str | bytes) -> GlossaryError | Faults:
    with pytest.raises((GlossaryError, Faults)) as caught:
        tables.read(table(tmp_path, text))
    return caught.value


def test_a_table_with_one_row_a_term_reads_words_of_either_language(tmp_path):
    zone = tables.read(table(tmp_path, LONG))["zone"]
    assert [(term.text, term.status, term.form) for term in zone.terms] == [
        ("佛山高新区", "preferred", "short"),
        ("Foshan Hi-tech Zone", "preferred", "short"),
    ]


def test_a_table_with_one_row_a_concept_reads_with_chinese_headers(tmp_path):
    glossary = tables.read(table(tmp_path, "中文,英文,备注\n季华实验室,Ji Hua Laboratory,省实验室\n"))
    assert glossary.named("Ji Hua Laboratory").name("zh") == "季华实验室"


def test_tables_are_read_once_and_again_as_soon_as_a_byte_differs(tmp_path):
    path = tmp_path / "names.csv"
    path.write_text("zh,en\n季华路,Jihua Road\n", encoding="utf-8")
    first = files.read_all([path])
    assert files.read_all([tmp_path]) is first

    stat = path.stat()
    path.write_text("zh,en\n季华路,Jihua Path\n", encoding="utf-8")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert [entry.name("en") for entry in files.read_all([path])] == ["Jihua Path"]
    assert [entry.name("en") for entry in first] == ["Jihua Road"]


def test_what_was_mended_is_said_however_often_a_table_is_read(tmp_path):
    path = tmp_path / "names.csv"
    path.write_text("zh,en\n季华路,Jihua\u200b Road\n", encoding="utf-8")

    assert files.read_all([path]).repairs
    assert files.read_all([path]).repairs == files.read_all([path]).repairs


def test_two_concepts_of_one_chinese_name_stay_two_entries(tmp_path):
    glossary = tables.read(table(tmp_path, "zh,en\n主任,director\n主任,chairman\n"))
    assert [entry.name("en") for entry in glossary] == ["director", "chairman"]


@pytest.mark.parametrize(
    "name", ["315", "9.11", "True", "True North", "N/A", "#1 Hall", "0 Lane", "Null Island"]
)
def test_what_only_looks_like_a_programs_word_is_a_name(tmp_path, name):
    assert tables.read(table(tmp_path, f"zh,en\n晴湾,{name}\n")).named("晴湾").name("en") == name


@pytest.mark.parametrize("name", ["TRUE", "0.35", "x" * 401])
def test_what_could_not_be_read_again_is_not_written(tmp_path, name):
    path = table(tmp_path, "id,lang,term\nbay,zh,晴湾\n")
    before = path.read_bytes()

    with pytest.raises(GlossaryError):
        tables.add(path, Entry("hall", (Term(name, "en"),)))

    assert path.read_bytes() == before


def test_a_name_without_its_counterpart_is_no_fault(tmp_path):
    assert tables.read(table(tmp_path, "zh,en\n行通济,\n")).named("行通济").name("en") == ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_make_no_difference(tmp_path, encoding, end):
    path = table(tmp_path, LONG.replace("\n", end).encode(encoding))
    assert tables.read(path) == tables.read(table(tmp_path, LONG, "plain.csv"))


def test_gb18030_is_accepted_and_reported(tmp_path):
    repairs = tables.read(table(tmp_path, LONG.encode("gb18030"))).repairs
    assert [finding.rule.id for finding in repairs] == ["terminology/encoding"]


def test_invisible_characters_are_taken_out_and_reported_with_their_place(tmp_path):
    glossary = tables.read(table(tmp_path, "zh,en\n佛山\u200b,Fo\u00adshan\n"))
    assert glossary.named("佛山").name("en") == "Foshan"
    assert [(found.span.line, found.span.column) for found in glossary.repairs] == [(2, 1), (2, 5)]


def test_brackets_and_plus_signs_are_letters_like_any(tmp_path):
    glossary = tables.read(table(tmp_path, "zh,en\nC++园区,C++ Park\n(一期),(Phase I)\n"))
    assert [m.term.text for m in glossary.matches("The C++ Park (Phase I) opens.", "en")] == [
        "C++ Park",
        "(Phase I)",
    ]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("zh,en,note\nFoshan,佛山,\n", "2:8", "swap"),
        ("zh,note\n佛山,x\n", "1:1", "en"),
        ("zh,en,note\n佛山市,Foshan City, Guangdong,place\n", "2:28", "4 cells"),
        ("zh;en;note\n佛山;Foshan;\n", "1:3", "semicolons"),
        ("zh\ten\n佛山\tFoshan\n", "1:3", "tabs"),
        ('zh,en\n"佛山,Foshan\n禅城,Chancheng\n', "2:1", "quote"),
        ('zh,en\n"佛山,Foshan\n"禅城,Chancheng\n', "2:1", "quote"),
        ("zh,en\n佛山,=HYPERLINK(1)\n", "2:4", "formula"),
        ("zh,en\n佛山,Foshan" + "," * 200 + "\n", "2:109", "over 100 columns"),
        ("zh,en\n佛山," + "x" * 140_000 + "\n", "2:1", "too long"),
        ("zh,en\n佛\x07山,Foshan\n", "2:1", "U+0007"),
        ("id,lang,term\nx,fr,Canton\n", "2:3", "zh, en"),
        ("id,lang,term\nx,en,佛山\n", "2:6", "Chinese"),
        ("id,lang,term\n,en,Foshan\n", "2:1", "id is empty"),
        ("id,lang,term,since\nx,en,Foshan,2023-02-30\n", "2:13", "no date"),
        ("id,lang,term,stauts\nx,en,Foshan,\n", "1:14", "status"),
        ("zh,en,zh\n佛山,Foshan,禅城\n", "1:7", "twice"),
        ("zh,en\n,Sunlit Bay\n", "2:1", "zh is empty"),
        ("zh,en\n晴湾,#REF!\n", "2:4", '"#REF!" is no name'),
        ("zh,en\n晴湾,#N/A\n", "2:4", '"#N/A" is no name'),
        ("zh,en\nFALSE,Sunlit Bay\n", "2:1", '"FALSE" is no name'),
        ("zh,en\n晴湾,0.35\n", "2:4", '"0.35" is no name'),
        ("id,lang,term\nbay,en,21.36%\n", "2:8", '"21.36%" is no name'),
        ("", "", "empty"),
    ],
)
def test_a_fault_is_named_with_its_place_and_what_to_do(tmp_path, text, place, words):
    error = refusal(tmp_path, text)
    assert f"names.csv{':' if place else ''}{place}: " in str(error)
    assert words in str(error)


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04zip", b"\xff\xfez\x00h\x00", b"<html><table>", b"\xff\xff\x00\xfe"]
)
def test_what_is_no_csv_is_refused_by_its_name(tmp_path, data):
    assert "CSV UTF-8" in str(refusal(tmp_path, data))


def test_all_faults_of_a_table_are_told_at_once(tmp_path):
    error = refusal(tmp_path, "id,lang,term,status\nx,fr,Canton,\nx,en,Foshan,good\n,zh,佛山,\n")
    assert [fault.at.line for fault in error.errors] == [2, 3, 4]
    assert "可以是" in error.say("zh")


def test_rows_of_one_entry_may_not_disagree_on_what_it_is(tmp_path):
    error = refusal(tmp_path, "id,lang,term,kind\nx,zh,佛山,place\nx,en,Foshan,地名\nx,en,Fatshan,person\n")
    assert 'not the "place"' in str(error)


def test_a_missing_file_is_a_plain_error(tmp_path):
    with pytest.raises(FileError, match="no such file"):
        tables.read(tmp_path / "none.csv")


def test_a_new_table_opens_in_excel_and_an_old_one_keeps_its_ways(tmp_path):
    path = tmp_path / "new.csv"
    tables.write(Glossary([entry("a")]), path)
    assert path.read_bytes().startswith(codecs.BOM_UTF8)
    old = table(tmp_path, "id,lang,term,note\r\nb,zh,顺德,\r\n")
    tables.add(old, entry("a"))
    assert (
        old.read_bytes()
        == "id,lang,term,status,note\r\nb,zh,顺德,preferred,\r\na,zh,北滘镇,preferred,\r\n".encode()
    )


def test_a_wide_table_is_not_silently_made_another(tmp_path):
    path = table(tmp_path, "zh,en\n佛山,Foshan\n")
    with pytest.raises(GlossaryError, match="no room"):
        tables.add(path, entry("a"))
    assert path.read_text(encoding="utf-8") == "zh,en\n佛山,Foshan\n"


def test_a_table_that_cannot_be_read_is_left_as_it_is(tmp_path):
    path = table(tmp_path, "id,lang,term\nx,fr,Canton\n")
    with pytest.raises(GlossaryError):
        tables.add(path, entry("a"))
    assert [one.name for one in tmp_path.iterdir() if one.suffix != ".lock"] == ["names.csv"]
    assert path.read_bytes() == b"id,lang,term\nx,fr,Canton\n"


def test_a_change_from_outside_in_between_is_kept(tmp_path):
    path = table(tmp_path, "id,lang,term\nb,zh,顺德\n")
    seen = []

    def step(glossary: Glossary) -> Glossary:
        if not seen:
            path.write_text("id,lang,term\nc,zh,三水\n", encoding="utf-8")
        seen.append(glossary)
        return Glossary([*glossary, entry("a")])

    tables.change(path, step)
    assert [one.id for one in tables.read(path)] == ["c", "a"]


def entry(entry_id: str) -> Entry:
    return Entry(entry_id, (Term("北滘镇", "zh"),))


def add_many(path: Path, who: str, count: int) -> None:
    for number in range(count):
        tables.add(path, entry(f"{who}{number}"))


@pytest.mark.slow
def test_two_people_who_add_at_once_lose_nothing(tmp_path):
    path = tmp_path / "shared.csv"
    context = multiprocessing.get_context("spawn")
    people = [context.Process(target=add_many, args=(path, who, 100)) for who in "ab"]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert len(tables.read(path)) == 200


def test_of_a_thousand_faults_the_first_are_listed(tmp_path):
    error = refusal(tmp_path, "id,lang,term\n" + "x,fr,Canton\n" * 1000)
    assert len(error.errors) == 201
    assert "more faults" in str(error)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(
    st.binary(max_size=80)
    | st.text('ab佛,;"\n\t=\u200b', max_size=60).map(lambda text: f"zh,en\n{text}".encode())
)
def test_whatever_the_bytes_a_table_is_read_or_refused(data):
    try:
        said = str(tables.parse(rows.parse(data, "any.csv")))
    except PressgenError as error:
        said = error.say("zh") + error.say("en")
    assert said


LETTERS = st.characters(codec="utf-8", exclude_categories=["C", "Z"])
TEXTS = st.text(LETTERS, min_size=1, max_size=12)
TERMS = st.builds(
    lambda text, lang, **more: Term(composed("x" + text if lang == "en" else text), lang, **more),
    TEXTS,
    st.sampled_from(LANGS),
    status=st.sampled_from(STATUSES),
    form=st.sampled_from(FORMS),
    case=st.sampled_from(CASES),
    note=TEXTS | st.just(""),
    since=st.dates().map(str) | st.just(""),
).filter(lambda term: (term.lang == "zh" or term.text.isascii()) and not no_name(term.text))
ENTRIES = st.builds(
    Entry,
    TEXTS,
    st.lists(TERMS, min_size=1, max_size=4).map(tuple),
    field=TEXTS | st.just(""),
    definition=TEXTS | st.just(""),
    kind=st.sampled_from(KINDS),
    loose=st.booleans(),
)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.lists(ENTRIES, max_size=4, unique_by=lambda one: one.id))
def test_what_is_written_reads_back_the_same(tmp_path_factory, entries):
    path = tmp_path_factory.mktemp("glossary") / "names.csv"
    tables.write(Glossary(entries), path)
    assert tables.read(path) == Glossary(entries)
