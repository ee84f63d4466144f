import doctest
import subprocess
import sys
from pathlib import Path

from pressgen.glossary import tables

PAGE = Path(__file__).parent.parent / "docs" / "glossary.md"


def test_the_examples_of_the_page_do_what_it_says():
    assert doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8").failed == 0


def test_the_table_of_the_page_is_a_table(tmp_path):
    path = tmp_path / "names.csv"
    path.write_text(PAGE.read_text(encoding="utf-8").split("```csv\n")[1].split("```")[0], encoding="utf-8")
    zone = tables.read(path).named("佛山高新区")
    assert zone.name("en", "short") == "Foshan Hi-tech Zone"


LOOK_UP = """
import sys
from pathlib import Path
from pressgen.glossary import tables

assert tables.read_all([Path(sys.argv[1])]).named("佛山")
print(sorted({"ahocorasick_rs", "pypinyin", "babel", "filelock", "rapidfuzz"} & set(sys.modules)))
"""


def test_looking_up_a_name_loads_neither_automaton_nor_pinyin():
    command = [sys.executable, "-X", "utf8", "-c", LOOK_UP, str(PAGE.parent.parent / "glossary")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"
