"""Files written by hand: every value with its place, every trick refused, every fault said at once."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import pytest

from pressgen import memory
from pressgen.errors import Faults, FileError, HouseError, Place
from pressgen.source import bind, declared, load, nearest, parse, unsaved


def test_every_value_stays_the_text_a_person_wrote():
    node = parse("a: NO\nb: 2023-07-14\nc: 017\nd: 12:30\n", "f.yaml")

    assert [value.value for value in node.value.values()] == ["NO", "2023-07-14", "017", "12:30"]


def test_every_value_knows_its_line_and_column():
    node = parse("a:\n  - {b: 佛山, c: x}\n", "f.yaml")

    assert node.value["a"].value[0].value["c"].at == Place("f.yaml", 2, 16)
    assert node.value["a"].value[0].keys["c"] == Place("f.yaml", 2, 13)


def test_nothing_written_is_told_from_an_empty_text():
    node = parse('a:\nb: ""\nc: null\nd: ~\n', "f.yaml")

    assert [node.value[key].blank for key in "abcd"] == [True, False, True, True]


def test_json_is_read_with_places_and_exact_numbers():
    node = parse('{\n\t"a": 240572000000.01,\n\t"b": "\\ud83d\\ude00 \\/ \\\\u5f20"}', "f.json", as_json=True)

    assert node.value["a"].value == "240572000000.01"
    assert node.value["b"].value == "😀 / \\u5f20"
    assert node.value["b"].at == Place("f.json", 3, 7)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: &x 1\nb: *x\n", r"f\.yaml:1:4: anchors"),
        ("a: !!python/object:os.system x\n", "tags"),
        ("a: 1\na: 2\n", r"f\.yaml:2:1: the field a stands twice"),
        ("[" * 20_000, "nested over 32 deep"),
        ("a: Foshan: Suzhou\n", r"f\.yaml:1:10: this colon .* quotes"),
        ("a: {zh: 约{x}元, en: y}\n", "braces or commas in quotes"),
        ("a: 1\n---\nb: 2\n", "one document"),
        ("", "the file is empty"),
        ("# only a remark\n", "the file is empty"),
        ("a: x\x0by\n", r"f\.yaml:1:5: holds the control character U\+000B"),
        ("? [a, b]\n: c\n", "name must be text"),
        ("a: [1, 2\n", "not valid YAML|comma"),
        ("\ta: 1\n", "indented with a tab"),
    ],
)
def test_what_a_person_would_not_write_is_refused_at_its_place(text, said):
    with pytest.raises(FileError, match=said):
        parse(text, "f.yaml")


@pytest.mark.parametrize(
    ("text", "said"),
    [('{"a": 1, "a": 2}', "stands twice"), ('{"a": NaN}', "NaN"), ("{", r"f\.json:1:2: not valid JSON"), ("[" * 9999, "JSON|deep")],
)  # fmt: skip
def test_json_that_is_none_is_refused(text, said):
    with pytest.raises(FileError, match=said):
        parse(text, "f.json", as_json=True)


@pytest.mark.parametrize(
    ("data", "said"),
    [("佛山".encode("gb18030"), "GB18030"), ("佛山".encode("utf-16"), "UTF-16"), (b"\xff\xff\xff", "binary")],
)
def test_another_encoding_is_named_and_nothing_is_guessed(tmp_path, data, said):
    (tmp_path / "f.yaml").write_bytes(data)

    with pytest.raises(FileError, match=f"probably {said}"):
        load(tmp_path / "f.yaml")


def test_a_byte_order_mark_and_windows_line_ends_are_nothing(tmp_path):
    (tmp_path / "f.yaml").write_bytes("a: 佛山\r\nb: 1\r\n".encode("utf-8-sig"))

    assert load(tmp_path / "f.yaml").value["b"].at.line == 2


@dataclass(frozen=True)
class Inner:
    size: float = 1


@dataclass(frozen=True)
class Shape:
    name: str
    kind: Literal["one", "two"] = "one"
    rate: Decimal | None = None
    on: bool = False
    words: tuple[str, ...] = ()
    inner: Inner = Inner()


def bound(text):
    return bind(parse(text, "f.yaml"), Shape, HouseError)


def test_nodes_become_what_was_declared():
    shape = bound("name: x\nkind: two\nrate: 7.13\non: yes\nwords: [a, b]\ninner: {size: 2}\n")

    assert shape == Shape("x", "two", Decimal("7.13"), True, ("a", "b"), Inner(2))


def test_one_word_may_stand_for_a_list_of_one():
    assert bound("name: x\nwords: a\n").words == ("a",)


def test_all_faults_are_said_at_once_each_at_its_place():
    with pytest.raises(Faults) as caught:
        bound("kind: three\nrat: 1\non: perhaps\ninner: {size: big}\n")

    said = str(caught.value).split("\n")
    assert len(said) == 5
    assert "f.yaml:2:1: there is no rat; did you mean rate?" in said
    assert "f.yaml:1:7: 'three' is none of one, two" in said


def test_a_misspelt_word_finds_the_one_that_was_meant():
    assert nearest("investmnt", ["investment", "signed"]) == "investment"
    assert nearest("xyz", ["investment", "signed"]) == ""


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a: 1\nb:\n\tc: 2\n", 3, "indented with a tab"),
        ("a: 1\ncity：苏州\nb: 2\n", 2, "full-width colon"),
        ("a: 1\nlist:\n  - name：苏州\n    b: 2\n", 3, "full-width colon"),
        ("a: 1\nb: {growth: %18.6}\n", 2, "in quotes"),
        ("a: 1\nb: @佛山\n", 2, "in quotes"),
        ('a: 1\nb: "佛山\nc: 2\n', 2, "never closed"),
        ("a: 'Foshan\nb: 2\n", 1, "never closed"),
        ("b: 1\na: [\n", 2, r"this '\[' is never closed"),
        ("a: {zh: 佛山\n", 1, "this '{' is never closed"),
        ("a:\n  - lead\n  - {zh: 佛山, en: Foshan\n  - rest\n", 3, "this '{' is never closed"),
        ('a: {zh: "}", en: it\'s\n# }\n', 1, "this '{' is never closed"),
    ],
)
def test_what_a_person_most_likely_did_is_named_at_its_line(text, line, said):
    with pytest.raises(FileError, match=said) as caught:
        parse(text, "f.yaml")

    assert caught.value.at.line == line


@pytest.mark.parametrize(
    "text", ["a: 时间：三点\n", "a: 100%\n", "a: x\ty\n", "b: 他说：“好”\n", "a: ｛｝\n"]
)
def test_wide_signs_and_tabs_inside_a_text_are_no_faults(text):
    assert parse(text, "f.yaml").value


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: Foshan opens project #1 in Suzhou\n", "1:25"),
        ("b: 1\na: 佛山项目 #1 开工\n", "2:9"),
        ("a: {zh: 三期 #3 车间, en: Workshop 3}\n", "1:12"),
        ("a:\n  - 招商会 #佛山招商# 举行\n", "2:9"),
        ("a: Foshan backs #BuyLocal drive\n", "1:17"),
        ("a: #1 Hall\n", "1:4"),
        ("a: #佛山招商#\n", "1:4"),
        ("a: one line\n  and another #2\n", "2:15"),
        ("a: 2023 #1\n", "1:9"),
    ],
)
def test_text_cut_at_a_number_sign_is_refused_where_it_stands(text, place):
    with pytest.raises(FileError, match=rf"f\.yaml:{place}: a blank and # make a comment"):
        parse(text, "f.yaml")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 苏州 # 待核实\n", "苏州"),
        ("a: 苏州 #\n", "苏州"),
        ("a: 苏州 ## 待核实\n", "苏州"),
        ("a: 2405.72亿元  # 上半年\n", "2405.72亿元"),
        ("a: 2023-07-14 #签约日\n", "2023-07-14"),
        ("a: 'Project #1 opens' # remark\n", "Project #1 opens"),
        ('a: "项目 #1" #remark\n', "项目 #1"),
        ("a: 园区#3馆\n", "园区#3馆"),
        ("#remark\na: x\n#1 remark\n", "x"),
        ("a: >-\n  项目 #1 开工\n", "项目 #1 开工"),
        ("a: #待核实\n", ""),
    ],
)
def test_a_comment_is_a_comment_and_quoted_text_is_whole(text, value):
    assert parse(text, "f.yaml").value["a"].value == value


def test_accents_are_of_one_letter_whatever_system_wrote_them():
    assert parse("city: U\u0308ru\u0308mqi", "a.yaml").value["city"].value == "\u00dcr\u00fcmqi"


DECLARED = """\
label: 佛山  # words
empty:
quoted: ""
list: [a, {b: 1, c: []}, {}]
deep:
  - - x
    - |
      two
      lines
"""


@pytest.fixture
def process(monkeypatch):
    """Begins a process that remembers what it is given, and gives what it has learnt."""

    def begin(data: bytes | None) -> None:
        monkeypatch.setattr(memory, "_fresh", {})
        monkeypatch.setattr(memory, "_stored", None)
        memory.remember(lambda: data and (data[0], lambda start, size: data[1][start : start + size]))

    return begin


def test_what_an_earlier_command_read_has_the_same_values_and_places(process, monkeypatch):
    process(None)
    assert declared(DECLARED, "a.yaml") == parse(DECLARED, "a.yaml")
    process(memory.learnt())
    monkeypatch.setattr("pressgen.source.read.parse", lambda *_: pytest.fail("it was read again"))
    assert declared(DECLARED, "b.yaml") == parse(DECLARED, "b.yaml"), "under another file's name"
    assert memory.learnt() is None


def test_a_declaration_that_was_changed_is_read_anew(process):
    process(None)
    declared("a: 1\n", "a.yaml")
    process(memory.learnt())
    assert declared("a: 2\n", "a.yaml") == parse("a: 2\n", "a.yaml")


def test_a_fault_in_a_declaration_is_said_each_time_and_never_remembered(process):
    process(None)
    for _ in range(2):
        with pytest.raises(FileError, match=r"a\.yaml:2:1"):
            declared("a: 1\na: 2\n", "a.yaml")
    assert memory.learnt() is None


def test_what_an_editor_has_not_saved_is_not_remembered(process, tmp_path):
    process(None)
    with unsaved({tmp_path / "a.yaml": "a: 1\n"}):
        assert declared("a: 1\n", "a.yaml") == parse("a: 1\n", "a.yaml")
    assert memory.learnt() is None
