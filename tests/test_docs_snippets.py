"""What pages show is run: Python, command lines, settings of a house."""

import doctest
import re
import shlex
import zipfile

import click
import pytest
import yaml

from pressgen import api
from pressgen.cli.main import commands
from pressgen.house import open_newsroom
from tests.conftest import ROOT
from tests.desk import run
from tests.grids import some

DOCS = sorted((ROOT / "docs").glob("*.md"))
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS]
FENCE = re.compile(r"^ *```(\w*)(?: [^\n]*)?\n(.*?)^ *```", re.DOTALL | re.MULTILINE)


def fences(path, *languages):
    """The fenced blocks of a page in these languages."""
    return [
        text for language, text in FENCE.findall(path.read_text(encoding="utf-8")) if language in languages
    ]


PROMPTS = [path for path in DOCS if any(">>>" in text for text in fences(path, "python", "pycon"))]
SCRIPTS = [
    path
    for path in DOCS
    if any(">>>" not in text for text in fences(path, "python"))
    and path.stem.removesuffix(".zh") not in {"features", "start"}  # run in tests/test_docs.py
]


@pytest.mark.parametrize("page", PROMPTS, ids=lambda page: page.name)
def test_python_answers_as_a_page_says(page):
    code = "\n".join(text for text in fences(page, "python", "pycon") if ">>>" in text)
    example = doctest.DocTestParser().get_doctest(code, {}, page.name, str(page), 0)

    assert example.examples
    assert doctest.DocTestRunner().run(example).failed == 0


@pytest.fixture
def colleagues(tmp_path, monkeypatch):
    """A folder with the files that pages speak of."""
    texts = {
        "zh": "# 佛山招商\n\n签约项目12个，增长9.4%。\n",
        "en": "# Foshan\n\nContracts for 12 projects, up 9.4%.\n",
    }
    for lang, text in texts.items():
        (tmp_path / f"release.{lang}.md").write_text(text, encoding="utf-8")
        document = getattr(api.read(tmp_path / f"release.{lang}.md"), lang)
        api.write(document, tmp_path / f"release.{lang}.docx", api.open_house("base"))
    with zipfile.ZipFile(tmp_path / "archive.zip", "w") as archive:
        for lang, text in texts.items():
            archive.writestr(f"a.{lang}.md", text)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("page", some(SCRIPTS, of=3, first=2, ids=lambda page: page.name))
@pytest.mark.usefixtures("colleagues")
def test_a_script_of_a_page_runs(page):
    for text in fences(page, "python"):
        if ">>>" not in text:
            exec(compile(text, page.name, "exec"), {})  # noqa: S102  # our own page


def written(path):
    """The command lines of a page, in its blocks and its sentences."""
    text = path.read_text(encoding="utf-8")
    blocks = [line for block in fences(path, "", "sh", "text") for line in block.splitlines()]
    inline = re.findall(r"`(pressgen [^`]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    lines = [line.partition("  ")[0].strip() for line in (*blocks, *inline)]
    return [line for line in dict.fromkeys(lines) if re.match(r"pressgen [a-z]", line)]


LINES = [pytest.param(line, id=f"{path.name}: {line}") for path in PAGES for line in written(path)]


def options(command, words):
    """The options of a command and of the one below it that the words name; of all below where they name none."""
    known = {name for part in command.params for name in (*part.opts, *part.secondary_opts)}
    if not isinstance(command, click.Group):
        return known
    context = click.Context(command)
    named = next((word for word in words if word in command.list_commands(context)), "")
    below = [named] if named else command.list_commands(context)
    return known.union(*(options(command.get_command(context, name), words) for name in below))


def unknown(line):
    """The options of a command line that its command does not have."""
    words = shlex.split(line.split(" | ")[0])[1:]
    known = options(commands, words) | {"--help", "-h", "--version"}
    return [word for word in words if re.match("--?[a-z]", word) and word.partition("=")[0] not in known]


@pytest.mark.parametrize("line", LINES)
def test_every_option_that_is_written_about_exists(line):
    assert unknown(line) == []


SETTINGS = [
    pytest.param(text, id=f"{name} {number}", marks=() if number % 3 == 0 else pytest.mark.slow)
    for name in ("houses.md", "houses.zh.md")
    for number, text in enumerate(fences(ROOT / "docs" / name, "yaml"))
]


@pytest.mark.parametrize("text", SETTINGS)
def test_every_setting_that_is_shown_opens(text, tmp_path):
    (tmp_path / "pressgen.toml").write_text('house = "ours"\n', encoding="utf-8")
    home = tmp_path / "templates" / "houses" / "ours"
    home.mkdir(parents=True)
    keys = set(yaml.safe_load(text))
    name = next(
        (file for file, its in (("phrases", {"prefer", "avoid"}), ("foreign", {"as_is"})) if keys & its),
        "house",
    )
    if name != "house":
        (home / "house.yaml").write_text("extends: base\ntitle: Ours\n", encoding="utf-8")
    own = "" if name != "house" or "extends" in keys else "extends: base\n"
    own += "" if name != "house" or "title" in keys else "title: Ours\n"
    (home / f"{name}.yaml").write_text(own + text, encoding="utf-8")
    (tmp_path / "a.zh.md").write_text("# 绍兴\n\n签约项目12个。\n", encoding="utf-8")

    assert api.open_house("ours", open_newsroom(tmp_path)).style.title.zh
    assert run("check", "a.zh.md", cwd=tmp_path).returncode == 0
