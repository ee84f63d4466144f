"""The documentation is tested: its commands exist, its example runs, its pages are there."""

import re
import subprocess
import sys
import textwrap

import pytest

from pressgen import api
from pressgen.cli.main import COMMANDS
from tests import reference, statements_page
from tests.conftest import BRIEF, ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
    *sorted((ROOT / "docs").glob("*.md")),
]


def test_the_first_screen_shows_both_commands_and_the_result():
    screen = README[:1400]

    assert "pressgen draft templates/releases/expo-attendance/example.yaml" in screen
    assert "pytest" in screen
    assert "docs/drafts.png" in screen


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page):
    text = re.sub(
        r"```.*?```|`[^`]*`|^> .*$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE
    )
    links = re.findall(r"\]\(([^)#\s]+)", text)

    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


def test_every_command_that_is_written_about_exists():
    words = set(re.findall(r"(?:`|^)pressgen ([a-z]+)", README, re.MULTILINE))

    assert words <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_helps_with_an_example(name):
    done = subprocess.run(
        [sys.executable, "-m", "pressgen", name, "--help"], capture_output=True, check=False, encoding="utf-8"
    )

    assert done.returncode == 0
    assert re.search(rf"pressgen {name}|Commands:", done.stdout)


def test_the_python_example_of_the_readme_runs(monkeypatch):
    monkeypatch.chdir(ROOT)
    code = re.search(r"```python\n(.*?)```", README, re.DOTALL)[1]

    exec(compile(code, "README.md", "exec"), {})  # noqa: S102  # our own page


def test_the_event_of_the_readme_drafts_what_the_readme_says(tmp_path, newsroom, house):
    event = tmp_path / "event.yaml"
    event.write_text(re.search(r"```yaml\n(.*?)```", README, re.DOTALL)[1], encoding="utf-8")
    said = [line.removeprefix("> ") for line in README.split("\n") if line.startswith("> ")]

    told = api.load(event, newsroom)
    texts = [block.text for block in api.draft(told, house(told.house)).release.blocks]

    assert [line for line in said if line not in texts] == []


RULES = {"events.md": "## How to write an event", "README.zh.md": "## 怎样写事实文件"}
RULE = re.compile(
    r"^(\d+)\. .*?^   ```yaml\n(.*?)^   ```\n\n   > (.*?)\n   >\n   > (.*?)\n", re.DOTALL | re.MULTILINE
)


@pytest.mark.parametrize("name", RULES)
def test_every_rule_for_writing_an_event_prints_what_it_says(name, event, house):
    section = (ROOT / "docs" / name).read_text(encoding="utf-8").split(RULES[name])[1].split("\n## ")[0]
    rules = RULE.findall(section)

    assert [number for number, *_ in rules] == [str(number) for number in range(1, 11)]
    for _, facts, *said in rules:
        draft = api.draft(event(BRIEF, textwrap.dedent(facts)), house("base"))
        texts = [block.text for block in draft.release.blocks]
        assert [line for line in said if line not in texts] == []
        asked = {"structure/reading-open", "event/embargo-over"}
        assert [finding.message("en") for finding in draft.findings if finding.rule.id not in asked] == []


def test_both_languages_give_the_same_rules_for_writing_an_event():
    found = [RULE.findall((ROOT / "docs" / name).read_text(encoding="utf-8")) for name in RULES]

    assert found[0] == found[1]


def test_the_command_line_reference_is_what_the_commands_say():
    assert reference.PAGE.read_text(encoding="utf-8") == reference.page(), "run: python -m tests.reference"


def test_the_page_of_statements_is_what_their_folders_say():
    made = statements_page.page()
    assert statements_page.PAGE.read_text(encoding="utf-8") == made, "run: python -m tests.statements_page"


def test_every_claim_about_security_names_a_test_that_exists():
    rows = re.findall(
        r"^\| (.+?) \| `(tests/\w+\.py)::(\w+)` \|$",
        (ROOT / "SECURITY.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )

    assert len(rows) > 15
    assert [
        name for _, file, name in rows if f"def {name}(" not in (ROOT / file).read_text(encoding="utf-8")
    ] == []


def test_every_claim_about_security_is_a_row_with_a_test():
    section = (
        (ROOT / "SECURITY.md")
        .read_text(encoding="utf-8")
        .split("## What each guard refuses")[1]
        .split("\n## ")[0]
    )

    assert [
        row for row in re.findall(r"^\| (?!claim|-)(.+) \|$", section, re.MULTILINE) if "`tests/" not in row
    ] == []


def test_both_tables_of_limits_say_the_same():
    tables = [(ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("limits.md", "limits.zh.md")]
    rows = [[row for row in text.splitlines() if row.startswith("|")] for text in tables]

    assert len(rows[0]) == len(rows[1])
