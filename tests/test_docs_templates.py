"""What the pages on templates say: the release type is made as they tell it, and every row of their table is drafted."""

import re
import shlex
import shutil

import pytest

from pressgen import api
from pressgen.house import open_newsroom
from tests.conftest import ROOT, TODAY
from tests.desk import run
from tests.grids import some

PAGES = ["templates.md", "templates.zh.md"]
EACH = pytest.mark.parametrize("followed", some(PAGES, of=2), indirect=True)
FILES = re.compile(r'^```\w+ title="([^"]+)"\n(.*?)^```', re.DOTALL | re.MULTILINE)
COMMANDS = re.compile(r"^```sh\n(.*?)^```", re.DOTALL | re.MULTILINE)
ROW = re.compile(r"^\| (?:`|<code>)([^|]+?)(?:`|</code>) \| ?([^|]*?) \| ([^|]*?) \|$", re.MULTILINE)
HEADS = ("| template | Chinese | English |", "| 模板 | 中文 | 英文 |")

MORE = """
  activity: {kind: name, label: {zh: 活动, en: Activity}, help: {zh: 活动, en: Activity}, example: {zh: 开放日, en: open day}}
  venue: {kind: name, label: {zh: 场地, en: Venue}, help: {zh: 场地, en: Venue}, example: {zh: 礼堂, en: hall}}
  budget: {kind: money, label: {zh: 经费, en: Budget}, help: {zh: 经费, en: Budget}, example: 120万元}
  least: {kind: money, convert: false, label: {zh: 门槛, en: Least}, help: {zh: 门槛, en: Least}, example: 1000元}
  rise: {kind: percent, label: {zh: 增幅, en: Rise}, help: {zh: 增幅, en: Rise}, example: +8%}
  period: {kind: period, label: {zh: 时段, en: Period}, help: {zh: 时段, en: Months}, example: 2024年1—5月}
  stops: {kind: names, label: {zh: 地点, en: Stops}, help: {zh: 地点, en: Stops}, example: [{zh: 五马街, en: Wuma Street}]}
  guests: {kind: people, label: {zh: 来宾, en: Guests}, help: {zh: 来宾, en: Guests}, example: [{name: {zh: 李敏, en: Li Min}}]}
  words: {kind: text, label: {zh: 原话, en: Words}, help: {zh: 原话, en: Words}, example: {zh: 谢谢大家。, en: Thank you all.}}
  record: {kind: mark, label: {zh: 成绩, en: Mark}, help: {zh: 成绩, en: Mark}, example: "2:10:15"}
  edition: {kind: ordinal, label: {zh: 届次, en: Edition}, help: {zh: 届次, en: Edition}, example: 第3届}
"""
FACTS = """
activity: {zh: 开放日, en: open day}
budget: 120万元
least: 1000元
rise: +8%
period: 2024年1—5月
stops: [{zh: 五马街, en: Wuma Street}, {zh: 世纪广场, en: Century Square}, {zh: 瓯江路, en: Oujiang Road}]
guests: [{name: {zh: 李敏, en: Li Min}, titles: [{zh: 主任, en: director}]}, {name: {zh: 周宁, en: Zhou Ning}, titles: [{zh: 医生, en: doctor}]}]
words: {zh: 谢谢大家。, en: Thank you all.}
record: "2:10:15"
edition: 第3届
"""


def _page(name):
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def followed(request, tmp_path_factory):
    """The newsroom as it stands once a page was followed step by step, and what the commands said."""
    page = _page(request.param)
    first, *others = COMMANDS.findall(page)
    home = folder = tmp_path_factory.mktemp("followed")
    answers = [run(*shlex.split(command)[1:], cwd=folder) for command in first.splitlines()]
    for name, text in FILES.findall(page):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, encoding="utf-8")
    for command in "".join(others).splitlines():
        program, *words = shlex.split(command)
        if program == "cd":
            folder /= words[0]
        else:
            answers.append(run(*words, cwd=folder))
    return page, folder, answers


@pytest.mark.slow
@EACH
def test_the_release_type_of_the_page_is_made_as_it_is_told(followed):
    page, folder, answers = followed
    written = re.findall("^> (.+)$", page, re.MULTILINE)
    drafts = "".join(path.read_text(encoding="utf-8") for path in sorted((folder / "drafts").glob("*.md")))

    assert [answer.stderr for answer in answers if answer.returncode] == []
    assert len(written) == 4
    assert [line for line in written if line not in drafts] == []
    assert "佛山" not in drafts
    assert "Foshan" not in drafts


@pytest.mark.slow
@EACH
def test_every_row_of_the_table_of_filters_is_drafted_as_it_says(followed, tmp_path):
    page, made, _ = followed
    folder = shutil.copytree(made, tmp_path / "room")
    table = page.split(next(head for head in HEADS if head in page))[1].split("\n\n")[0]
    rows = [(wanted.replace("&#124;", "|"), zh, en) for wanted, zh, en in ROW.findall(table)]
    home = folder / "templates" / "releases" / "blood-drive"
    _add(home / "fields.yaml", MORE, before="story:")
    _add(home / "example.yaml", FACTS, before="credits:")
    for lang in ("zh", "en"):
        blocks = "".join(
            f"{{% block body_r{number} %}}\n{number}<{{{{ {wanted} }}}}>\n{{% endblock %}}\n"
            for number, (wanted, *_) in enumerate(rows)
        )
        (home / f"{lang}.j2").write_text(
            f'{{% extends "releases/base/{lang}.j2" %}}\n{blocks}', encoding="utf-8"
        )
    newsroom = open_newsroom(folder)
    release = api.draft(
        api.load(home / "example.yaml", newsroom), api.open_house("base", newsroom, today=TODAY)
    ).release
    texts = {lang: [block.text for block in release.blocks if block.lang == lang] for lang in ("zh", "en")}

    assert len(rows) > 25
    for number, (_, zh, en) in enumerate(rows):
        assert f"{number}<{en}>" in texts["en"]
        assert not zh or f"{number}<{zh}>" in texts["zh"]


@pytest.mark.parametrize("followed", PAGES[:1], indirect=True)
def test_a_part_above_its_total_is_found_as_the_page_declares(followed):
    _, folder, _ = followed
    path = folder / "june.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("first: 98人", "first: 980人"), encoding="utf-8")
    newsroom = open_newsroom(folder)
    event = api.load(path, newsroom)
    found = api.draft(event, api.open_house("base", newsroom, today=TODAY)).findings

    assert [each.rule.id for each in found] == ["event/total-exceeded"]


def test_both_pages_have_the_same_table():
    tables = [ROW.findall(_page(name)) for name in PAGES]

    assert tables[0] == tables[1]


def _add(path, text, before):
    held = path.read_text(encoding="utf-8")
    assert f"\n{before}" in held
    path.write_text(held.replace(f"\n{before}", f"{text}\n{before}", 1), encoding="utf-8")
