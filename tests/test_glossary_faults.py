import re
from pathlib import Path

import pytest

from pressgen.glossary import faults, rules, tables

ROOT = Path(__file__).parent.parent
CASES = re.findall(
    r"^## ([^\n]+)\n\n```\n(.*?)```(?:\n\nfinds two: (\S+))?",
    (ROOT / "tests" / "cases" / "glossary-faults.md").read_text(encoding="utf-8"),
    re.MULTILINE | re.DOTALL,
)


def found_in(text: str, tmp_path: Path) -> list[str]:
    path = tmp_path / "names.csv"
    path.write_text(text, encoding="utf-8")
    glossary = tables.read(path)
    return [finding.rule.id for finding in (*glossary.repairs, *faults.check(glossary))]


@pytest.mark.parametrize(("title", "text", "twice"), CASES, ids=[case[0] for case in CASES])
def test_a_faulty_glossary_is_told_and_a_good_one_left_alone(title, text, twice, tmp_path):
    expected = [] if title.startswith("Left alone") else [title]
    assert found_in(text, tmp_path) == expected + ([twice] if twice else [])


def test_every_rule_has_a_case_or_a_repair_test():
    titles = {case[0] for case in CASES} | {"terminology/encoding", "terminology/invisible-character"}
    assert titles >= {rule.id for rule in rules.RULES}


def test_a_finding_says_both_places_in_both_languages(tmp_path):
    path = tmp_path / "n.csv"
    path.write_text("id,lang,term\na,zh,里水\na,en,Lishui\nb,zh,里水\nb,en,Li Shui\n", encoding="utf-8")
    found = faults.check(tables.read(path))[0]
    assert (found.span.line, found.span.text) == (4, "里水")
    assert f"{path}:2" in found.message("en")
    assert "里水" in found.message("zh")


@pytest.fixture(scope="module")
def shipped():
    return tables.read_all([ROOT / "glossary"])


def test_the_shipped_glossary_has_no_fault(shipped):
    assert [finding.message("en") for finding in faults.check(shipped)] == []


def test_the_shipped_glossary_is_of_use_from_day_one(shipped):
    assert len(shipped) >= 300
    assert all(entry.field and entry.kind for entry in shipped)


def test_every_shipped_entry_has_both_languages_and_a_source(shipped):
    assert [entry.id for entry in shipped if not (entry.name("zh") and entry.name("en"))] == []
    assert [entry.id for entry in shipped if not any(term.source for term in entry.terms)] == []


@pytest.mark.parametrize(
    ("zh", "form", "en"),
    [
        ("佛山高新区", "full", "Foshan National Hi-tech Industrial Development Zone"),
        ("佛山国家高新技术产业开发区", "short", "Foshan Hi-tech Zone"),
        ("苏州", "full", "Suzhou"),
        ("一汽-大众", "short", "FAW-Volkswagen"),
        ("上海法兰克福汽配展", "full", "Automechanika Shanghai"),
        ("佛山市新闻传媒中心", "full", "Foshan News and Media Center"),
    ],
)
def test_the_names_of_a_release_are_there(shipped, zh, form, en):
    assert shipped.named(zh).name("en", form) == en
