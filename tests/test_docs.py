"""The documentation is tested: its commands exist, its example runs, its pages are there."""

import re
import shlex
import shutil
import subprocess
import sys
import textwrap

import pytest
from PIL import Image

from pressgen import api
from pressgen.cli.main import COMMANDS
from pressgen.figures.units import SPANS, UNITS
from tests import base_house_page, desk, reference, screenshots, statements_page
from tests.conftest import BRIEF, ROOT
from tests.grids import crossed, some

README = (ROOT / "README.md").read_text(encoding="utf-8")
FEATURES = (ROOT / "docs" / "features.md").read_text(encoding="utf-8")
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
    *sorted((ROOT / "docs").glob("*.md")),
]


@pytest.mark.parametrize(("lang", "page"), [("en", "events.md"), ("zh", "events.zh.md")])
def test_every_unit_a_figure_may_have_is_named(lang, page):
    text = (ROOT / "docs" / page).read_text(encoding="utf-8").lower()
    names = [getattr(unit, lang).split("|")[0].lower() for unit in UNITS if unit.key not in SPANS]

    assert [name for name in names if name not in text] == []


def test_the_first_screen_shows_both_commands_and_the_result():
    screen = README[:1400]

    assert len(README.splitlines()) < 50

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
    words = set(re.findall(r"(?:`|^)pressgen ([a-z]+)", README + FEATURES, re.MULTILINE))

    assert words <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_helps_with_an_example(name, tmp_path):
    done = desk.run(name, "--help", cwd=tmp_path)

    assert done.returncode == 0
    assert re.search(rf"pressgen {name}|Commands:", done.stdout)


@pytest.mark.parametrize("name", ["features.md", "features.zh.md"])
def test_the_python_example_of_a_page_runs(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    code = re.search(r"```python\n(.*?)```", (ROOT / "docs" / name).read_text(encoding="utf-8"), re.DOTALL)[1]

    exec(compile(code, name, "exec"), {})  # noqa: S102  # our own page


@pytest.mark.parametrize("name", ["features.md", "features.zh.md"])
def test_the_event_of_a_page_drafts_what_the_page_says(name, tmp_path, newsroom, house):
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    event = tmp_path / "event.yaml"
    event.write_text(re.search(r"```yaml\n(.*?)```", page, re.DOTALL)[1], encoding="utf-8")
    said = [line.removeprefix("> ") for line in page.split("\n") if line.startswith("> ")]

    told = api.load(event, newsroom)
    texts = [block.text for block in api.draft(told, house(told.house)).release.blocks]

    assert [line for line in said if line not in texts] == []


RULES = {"events.md": "## How to write an event", "events.zh.md": "## 怎样写事实文件"}
RULE = re.compile(
    r"^(\d+)\. .*?^   ```yaml\n(.*?)^   ```\n\n   > (.*?)\n   >\n   > (.*?)\n", re.DOTALL | re.MULTILINE
)


@pytest.mark.parametrize("name", some(RULES))  # both pages have the same rules, see below
def test_every_rule_for_writing_an_event_prints_what_it_says(name, event, house):
    section = (ROOT / "docs" / name).read_text(encoding="utf-8").split(RULES[name])[1].split("\n## ")[0]
    rules = RULE.findall(section)

    assert [number for number, *_ in rules] == [str(number) for number in range(1, 13)]
    for _, facts, *said in rules:
        draft = api.draft(event(BRIEF, textwrap.dedent(facts)), house("base"))
        texts = [block.text for block in draft.release.blocks]
        assert [line for line in said if line not in texts] == []
        asked = {"structure/reading-open", "event/embargo-over"}
        assert [finding.message("en") for finding in draft.findings if finding.rule.id not in asked] == []


@pytest.mark.parametrize("name", RULES)
def test_every_release_type_stands_on_the_page_of_events(name, newsroom):
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")

    assert [name for name in api.types(newsroom) if f"| `{name}` " not in page] == []


def test_both_languages_give_the_same_rules_for_writing_an_event():
    found = [RULE.findall((ROOT / "docs" / name).read_text(encoding="utf-8")) for name in RULES]

    assert found[0] == found[1]


def test_the_command_line_reference_is_what_the_commands_say():
    for ui, (path, *_) in reference.PAGES.items():
        assert path.read_text(encoding="utf-8") == reference.page(ui), "run: python -m tests.reference"


def test_the_page_of_statements_is_what_their_folders_say():
    for ui, path in statements_page.PAGES.items():
        made = statements_page.page(ui)
        assert path.read_text(encoding="utf-8") == made, "run: python -m tests.statements_page"


def test_the_page_of_settings_is_the_base_house():
    for ui, path in base_house_page.PAGES.items():
        made = base_house_page.page(ui)
        assert path.read_text(encoding="utf-8") == made, "run: python -m tests.base_house_page"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_leads_to_the_same_page_in_the_other_language(page):
    name = page.name
    other = name.removesuffix(".zh.md") + ".md" if name.endswith(".zh.md") else f"{page.stem}.zh.md"
    if page.parent.name != "docs" or name.startswith("index") or name == "README.zh.md":
        return

    assert f"]({other})" in page.read_text(encoding="utf-8").partition("\n## ")[0]


def test_the_pictures_are_what_the_program_shows():
    for name, picture in screenshots.pictures().items():
        made = (ROOT / "docs" / name).read_text(encoding="utf-8")
        assert made == picture, "run: python -m tests.screenshots"


def test_the_picture_of_the_drafts_shows_the_drafts_of_today():
    with Image.open(ROOT / "docs" / "drafts.png") as picture:
        assert picture.text[screenshots.SHOWN] == screenshots.drawn_text(), "run: python -m tests.screenshots"


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


STEPS = re.compile(
    r'^```(?:\w+) title="([^"]+)"\n(.*?)^```|^```sh\n(.*?)^```|^```python\n(.*?)^```',
    re.DOTALL | re.MULTILINE,
)


@pytest.mark.parametrize(("number", "name"), crossed(range(5), ["start.md", "start.zh.md"], of=5))
def test_every_step_of_the_tutorial_works_as_it_stands(name, number, tmp_path, monkeypatch):
    section = (ROOT / "docs" / name).read_text(encoding="utf-8").split("\n## ")[number + 1]
    folder = tmp_path
    monkeypatch.chdir(folder)
    (tmp_path / "a.zh.md").write_text("投资总额38.6亿元。\n", encoding="utf-8")
    for title, text, commands, code in STEPS.findall(section):
        if title:
            (tmp_path / title).write_text(text, encoding="utf-8")
        if code:
            exec(compile(code, name, "exec"), {})  # noqa: S102  # our own page
        for line in filter(None, commands.splitlines()):
            program, *arguments = shlex.split(line)
            if program == "cd":
                folder /= arguments[0]
                continue
            assert program == "pressgen"
            done = desk.run(*arguments, cwd=folder)
            wanted = 1 if arguments[0] == "check" else 0
            assert (line, done.returncode) == (line, wanted), done.stderr


def test_the_tutorial_finds_what_it_says(tmp_path):
    for title, text, *_ in STEPS.findall((ROOT / "docs" / "start.md").read_text(encoding="utf-8")):
        if title and "/" not in title:
            (tmp_path / title).write_text(text, encoding="utf-8")
    said = desk.run("check", "a.zh.md", "a.en.md", cwd=tmp_path).stdout
    todo = desk.run("draft", "story.yaml", "-o", "drafts", "--todo", "todo.xlsx", cwd=tmp_path).stderr
    glossary = desk.run("glossary", "check", "client.csv", cwd=tmp_path).stdout

    assert "write “3.86 billion yuan”" in said
    assert "figure/direction" in said
    assert "2 errors" in said
    assert "1" in todo
    assert "terminology/two-names" in glossary
    assert "Lhasa" in glossary


def test_every_page_of_the_site_stands_in_both_languages():
    pages = {path.name for path in (ROOT / "docs").glob("*.md")} - {"README.zh.md"}
    english = {name for name in pages if not name.endswith(".zh.md")}
    chinese = {name.removesuffix(".zh.md") + ".md" for name in pages if name.endswith(".zh.md")}

    assert english == chinese


def test_every_page_stands_in_the_sites_contents():
    listed = set(
        re.findall(
            r"([\w.-]+\.md)",
            (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("nav:")[1].split("extra:")[0],
        )
    )

    assert listed == {path.name for path in (ROOT / "docs").glob("*.md")} - {"README.zh.md"}


@pytest.mark.slow
def test_the_site_is_built_without_a_warning(tmp_path):
    pytest.importorskip("zensical")
    for name in ("docs", "mkdocs.yml"):
        (shutil.copytree if name == "docs" else shutil.copy)(ROOT / name, tmp_path / name)
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict", "--clean"],
        cwd=tmp_path, capture_output=True, check=False, encoding="utf-8",
    )  # fmt: skip

    assert done.returncode == 0, done.stdout + done.stderr
    page = (tmp_path / "site" / "start.zh.html").read_text(encoding="utf-8")
    assert "十分钟" in page
    assert '<html lang="zh"' in page, "the words around a Chinese page are Chinese"
    assert "回到页面顶部" in page
