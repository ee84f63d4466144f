"""What is kept in the user's cache folder: made once, made again where it is not what it should be."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from subprocess import PIPE, run

import pytest

from pressgen import api
from pressgen.cache import Lines, digest, edition, kept, value
from pressgen.glossary import files, packed
from tests.conftest import TODAY


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("PRESSGEN_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def made(*answers: bytes):
    """A maker that gives one answer after the other."""
    left = list(answers)
    return lambda: left.pop(0)


@pytest.mark.usefixtures("folder")
def test_what_was_made_once_is_not_made_again():
    make = made(b"first")
    assert kept("words", "v1", make) == kept("words", "v1", make) == b"first"


@pytest.mark.usefixtures("folder")
def test_what_was_made_of_other_data_is_made_anew():
    make = made(b"first", b"second")
    kept("words", "v1", make)
    assert kept("words", "v2", make) == b"second"


@pytest.mark.parametrize(
    "harm",
    [lambda data: data[:-1], lambda data: data + b"x", lambda data: data[:0], lambda data: data[:-2] + b"xx"],
)
def test_a_damaged_file_is_made_anew(folder, harm):
    make = made(b"first", b"second")
    kept("words", "v1", make)
    path = folder / "words"
    path.write_bytes(harm(path.read_bytes()))
    assert kept("words", "v1", make) == b"second"
    assert kept("words", "v1", make) == b"second"


def test_nothing_is_kept_where_it_is_switched_off(tmp_path, monkeypatch):
    monkeypatch.setenv("PRESSGEN_CACHE", "off")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    make = made(b"first", b"second")
    assert [kept("words", "v1", make), kept("words", "v1", make)] == [b"first", b"second"]
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_hinders_nothing(tmp_path, monkeypatch):
    file = tmp_path / "file"
    file.write_text("no folder")
    monkeypatch.setenv("PRESSGEN_CACHE", str(file / "cache"))
    assert kept("words", "v1", made(b"first")) == b"first"


@pytest.mark.skipif(os.name != "posix", reason="Windows gives each user a folder of their own")
def test_values_are_believed_only_of_a_folder_that_is_the_user_s_own(folder):
    make = made("first", "second", "third")
    assert value("sheet", "v1", make) == value("sheet", "v1", make) == "first"
    folder.chmod(0o777)
    assert [value("sheet", "v1", make), value("sheet", "v1", make)] == ["second", "third"]


@pytest.mark.usefixtures("folder")
def test_a_value_comes_back_as_it_was():
    parts = ({"名": b"\0", "n": 1.5}, ("一", None, ["x"]), "")
    assert value("sheet", "v1", lambda: parts) == value("sheet", "v1", made()) == parts


WORDS = sorted({f"{chr(97 + n % 26)}{n * 7919 % 1000}词" for n in range(3000)})
LINES = "".join(f"{word}\t{len(word)}\n" for word in WORDS).encode()
ASKED_FOR = ("a", "m5", "m500", "z", "z999词\t", "", "\t", "~", "词")


def begun(prefix: str) -> bytes:
    return "".join(f"{word}\t{len(word)}\n" for word in WORDS if f"{word}\t".startswith(prefix)).encode()


@pytest.mark.parametrize("where", ["here", "off"])
def test_of_sorted_lines_those_are_found_that_begin_so(folder, monkeypatch, where):
    if where == "off":
        monkeypatch.setenv("PRESSGEN_CACHE", "off")
    for make in (lambda: LINES, *([made()] if where == "here" else [])):
        lines = Lines("words", "v1", make)
        assert [lines.begin(prefix.encode()) for prefix in ASKED_FOR] == [*map(begun, ASKED_FOR)]
    assert folder.exists() == (where == "here")


@pytest.mark.usefixtures("folder")
def test_no_line_at_all_begins_with_anything():
    assert Lines("words", "v1", lambda: b"").begin(b"a") == Lines("words", "v1", made()).begin(b"a") == b""


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data[:-3000],
        lambda data: data[:-3000] + b"x" * 3000,
        lambda data: data.replace(b"pages", b"pagez", 1),
        lambda data: data[:300],
        lambda _: b"",
    ],
)
def test_lines_whose_page_is_damaged_are_made_anew(folder, harm):
    Lines("words", "v1", lambda: LINES)
    path = folder / "words"
    whole = path.read_bytes()
    path.write_bytes(harm(whole))
    assert Lines("words", "v1", lambda: LINES).begin(b"z9") == begun("z9")
    assert path.read_bytes() == whole
    assert Lines("words", "v1", made()).begin(b"z9") == begun("z9")


def test_lines_that_are_damaged_while_they_are_read_are_made_anew(folder):
    Lines("words", "v1", lambda: LINES)
    lines = Lines("words", "v1", lambda: LINES)
    assert lines.begin(b"b") == begun("b")
    (folder / "words").write_bytes(b"")
    assert lines.begin(b"y") == begun("y")
    assert lines.begin(b"b") == begun("b")


def test_what_was_kept_whole_is_not_taken_for_pages(folder):
    kept("words", "v1", lambda: LINES)
    assert folder.exists()
    assert Lines("words", "v1", lambda: LINES).begin(b"z9") == begun("z9")
    assert kept("words", "v1", lambda: b"whole") == b"whole"


def test_another_edition_is_another_line(tmp_path):
    (tmp_path / "a.py").write_text("x = 1")
    before = edition(tmp_path)
    assert edition(tmp_path) == before
    (tmp_path / "a.py").write_text("x = 12")
    assert edition(tmp_path) != before
    assert digest("ab", "c") != digest("a", "bc")


ASKED = """
from pressgen.checks import cedict
from pressgen.dictionary import frequency
print(frequency("the"), frequency("centre"), frequency("zyzzyva"), frequency("airlino"), frequency(""), frequency("\\ud800"))
print([*cedict.places("坐缆车去清华A")], cedict.is_word("清华"), cedict.is_word(""), cedict.is_word("\\ud800"))
print([sorted(roots) for roots in cedict.meanings("缆车")], sorted(cedict.leading("转账")))
"""


@pytest.mark.slow
@pytest.mark.parametrize("first", ["here", "off"])
def test_dictionaries_say_the_same_whether_they_are_kept_or_not(tmp_path, first, capsys):
    exec(ASKED)  # noqa: S102  # a test's own
    answers = [capsys.readouterr().out.encode()] if first == "here" else []
    answers += [
        run(
            [sys.executable, "-c", ASKED],
            env={**os.environ, "PRESSGEN_CACHE": where},
            stdout=PIPE,
            check=True,
        ).stdout
        for where in (*([first] if first == "off" else []), str(tmp_path), str(tmp_path))
    ]
    assert answers[0] == answers[1] == answers[2]
    assert b"['cabl', 'car']" in answers[0]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cedict", "english"]


@pytest.mark.slow
@pytest.mark.usefixtures("folder")
def test_of_many_names_a_check_makes_those_that_its_texts_may_name(newsroom, tmp_path, monkeypatch):
    table = tmp_path / "names.csv"
    rows = (f"云岭第{number}研究所,Yunling Research Institute No. {number}" for number in range(3000))
    table.write_text("\n".join(["zh,en", *rows]), encoding="utf-8")
    texts = "云岭第12研究所在佛山。", "Yunling Research Institute No. 21 is in Foshan."
    entries: list[object] = []
    make = vars(packed)["_entry"]
    monkeypatch.setattr(packed, "_entry", lambda fields: entries.append(fields) or make(fields))

    found = []
    for _ in range(2):
        monkeypatch.setattr(files, "_before", {})
        entries.clear()
        house = replace(api.open_house("base", newsroom, today=TODAY), extra=(table,))
        found.append(api.check(api.passages(*texts), house))

    assert found[0] == found[1] != []
    assert 0 < len(entries) < 1500


EXAMPLE = Path(__file__).parents[1] / "templates" / "releases" / "expo-attendance" / "example.yaml"


@pytest.mark.slow
def test_a_draft_and_its_check_are_the_same_whatever_was_kept_by_the_ones_before(tmp_path):
    answers, compiled = [], []
    for number, folder in enumerate(("off", "cache", "cache")):
        out = tmp_path / f"out{number}"
        env = {**os.environ, "PRESSGEN_CACHE": folder if folder == "off" else str(tmp_path / folder)}
        command = [sys.executable, "-m", "pressgen"]
        run([*command, "draft", EXAMPLE, "-o", out], env=env, check=True, capture_output=True)
        files = sorted(out.glob("*.*"))
        check = [*command, "check", "--report", "json", *(path for path in files if path.suffix == ".docx")]
        answer = run(check, env=env, stdout=PIPE, check=False, cwd=out).stdout
        drafts = {path.name: path.read_bytes() for path in files if path.suffix != ".json"}
        answers.append((drafts, answer.replace(out.name.encode(), b"")))
        compiled.append([path.read_bytes() for path in tmp_path.glob("cache/compiled*")])
    assert answers[0] == answers[1] == answers[2]
    assert len(answers[0][0]) > 4
    assert compiled[1] == compiled[2] != [], "a pattern made of a set is another one in each process"
    assert {path.name.partition("-")[0] for path in (tmp_path / "cache").iterdir()} > {
        "compiled",
        "stationery",
        "cues",
    }
