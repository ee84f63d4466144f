"""Statements: kinds that are data, and a story in an order of its own."""

import re
from collections.abc import Callable
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from PIL import Image

from pressgen import api
from pressgen.document import Release
from pressgen.draft import Draft
from pressgen.drafting.template import template
from pressgen.errors import PressgenError
from pressgen.events import faults
from tests.conftest import BRIEF, ROOT
from tests.desk import run
from tests.grids import some
from tests.statements import FOLDERS, Case, cases, event_of
from tests.statements_page import THEMES

CASES = list(cases())
OTHERS = sorted(path.parent.name for path in (ROOT / "templates" / "houses").glob("*/house.yaml"))
OTHERS.remove("base")


def _id(case: Case) -> str:
    return f"{case.kind}:{case.line}"


def printed(release: Release, lang: str) -> str:
    """The paragraphs that statements and own words made, and what stands in one paragraph with them."""
    blocks = release.document("en" if lang == "en" else "zh").blocks
    return " / ".join(
        block.text for block in blocks if block.name.startswith(("story.", "photo.", "caption."))
    )


@pytest.fixture(scope="module")
def drafted(tmp_path_factory, newsroom, types, house) -> Callable[[Case], Draft]:
    """The draft of a case in the base house, made once."""
    folder = tmp_path_factory.mktemp("cases")
    Image.new("RGB", (60, 40), "teal").save(folder / "hall.jpg")

    @cache
    def draft(case: Case, name: str = "base") -> Draft:
        (folder / "brief.yaml").write_text(event_of(case), encoding="utf-8")
        return api.draft(api.load(folder / "brief.yaml", newsroom, types), house(name))

    return draft


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_kind_has_cases(folder: Path) -> None:
    assert list(cases([folder])) != []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_kind_says_what_it_is_needed_for(folder: Path, types) -> None:
    declared = types.statements[folder.name].statement

    assert declared.serves
    assert set(declared.serves) <= set(THEMES)


@pytest.mark.parametrize("case", some(CASES, of=5, ids=_id))
def test_a_statement_says_what_its_case_says(case: Case, drafted) -> None:
    release = drafted(case).release

    assert printed(release, "zh") == case.zh
    assert printed(release, "en") == case.en


FIRST = list({case.kind: case for case in reversed(CASES)}.values())[::4]
SOME_KINDS = [
    pytest.param(case, id=_id(case), marks=() if case in FIRST else pytest.mark.slow) for case in CASES
]


@pytest.mark.parametrize("case", SOME_KINDS)
def test_the_check_of_a_statement_is_content(case: Case, drafted) -> None:
    assert [finding.message("en") for finding in drafted(case).findings] == []


PAIRS = some(product(CASES, OTHERS), of=97, first=1, ids=lambda pair: f"{_id(pair[0])}-{pair[1]}")
"""Ninety-seven is no multiple of the houses: each has its turn."""


@pytest.mark.parametrize("pair", PAIRS)
def test_no_other_house_finds_anything_in_a_statement(pair: tuple[Case, str], drafted) -> None:
    assert [finding.message("en") for finding in drafted(*pair).findings] == []


OUTAGE = {
    "fields.yaml": """\
label: {zh: 停电, en: Power cut}
help: {zh: 哪里停电多久, en: Where power is off and for how long}
fields:
  where: {kind: name, required: true, label: {zh: 地点, en: Where}, help: {zh: 哪里, en: Where it is}, example: {zh: 北区, en: the north}}
  hours: {kind: number, label: {zh: 时长, en: Hours}, help: {zh: 多久, en: How long}, example: 3小时}
""",
    "zh.j2": "{{ where }}停电{{ hours }}。\n停电发生在{{ city }}{{ region | maybe }}。\n",
    "en.j2": "Power in {{ where }} was off for {{ hours }}.\nThat was in {{ city }}{{ region | maybe }}.\n",
}


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A newsroom's folder with a kind of statement the shipped ones lack."""
    assert run("init", "room", cwd=tmp_path).returncode == 0
    folder = tmp_path / "room" / "templates" / "statements" / "outage"
    folder.mkdir()
    for name, text in OUTAGE.items():
        (folder / name).write_text(text, encoding="utf-8")
    return tmp_path / "room"


def test_a_kind_of_ones_own_is_a_folder_and_serves_every_type(room: Path) -> None:
    story = "story:\n  - lead\n  - outage: {where: {zh: 北区, en: the north}, hours: 3小时}\n"
    (room / "event.yaml").write_text(BRIEF + story, encoding="utf-8")

    done = run("draft", "event.yaml", cwd=room)

    assert (done.returncode, done.stderr) == (0, "")
    zh, en = ((room / f"brief.{lang}.md").read_text(encoding="utf-8") for lang in ("zh", "en"))
    assert "北区停电3小时。停电发生在苏州。" in zh
    assert "Power in the north was off for three hours. That was in Suzhou." in en


@pytest.mark.slow
def test_a_type_may_be_made_of_statements(room: Path) -> None:
    folder = room / "templates" / "releases" / "repair"
    folder.mkdir()
    (folder / "fields.yaml").write_text(
        "label: {zh: 抢修, en: Repair}\nstory: [[outage, more], next]\nfields:\n"
        "  outage: {kind: statement, of: outage, required: true, label: {zh: 停电, en: Cut}, help: {zh: 停电, en: Cut}}\n"
        "  more: {kind: statements, of: outage, label: {zh: 其他, en: Others}, help: {zh: 其他, en: Others}}\n",
        encoding="utf-8",
    )
    for lang in ("zh", "en"):
        (folder / f"{lang}.j2").write_text(f'{{% extends "releases/base/{lang}.j2" %}}', encoding="utf-8")
    facts = re.sub(r"(?m)^(promoter|event):.*\n", "", BRIEF).replace("investment-promotion", "repair")
    (room / "event.yaml").write_text(
        facts + "outage: {where: {zh: 北区, en: the north}, hours: 3小时}\n"
        "more: [{where: {zh: 南区, en: the south}, hours: 1小时}, {where: {zh: 西区, en: the west}, hours: 2小时}]\n"
        "next: {zh: 抢修仍在进行。, en: Repairs go on.}\n",
        encoding="utf-8",
    )

    run("draft", "event.yaml", cwd=room)

    zh, en = ((room / f"brief.{lang}.md").read_text(encoding="utf-8") for lang in ("zh", "en"))
    assert (
        "北区停电3小时。停电发生在苏州。南区停电1小时。停电发生在苏州。西区停电2小时。停电发生在苏州。\n\n抢修仍在进行。"
        in zh
    )
    assert "was off for two hours. That was in Suzhou.\n\nRepairs go on." in en


def told(event, house, story: str, *more: str) -> list[str]:
    """The texts of the paragraphs below the dateline."""
    release = api.draft(event(BRIEF, *more, story), house()).release
    return [block.text for block in release.zh.blocks if block.role in ("lead", "body", "quote", "subhead")]


def test_the_page_follows_the_story(event, house) -> None:
    story = "next: {zh: 下一步。, en: Next.}\nresponse: {zh: 反响。, en: Echo.}\nstory: [next, {zh: 自己的话。, en: Own.}, lead, response]"
    assert told(event, house, story) == [
        "下一步。",
        "自己的话。",
        "7月14日，佛山投资推介会在苏州举行。",
        "反响。",
    ]


def test_rest_is_what_the_story_does_not_name(event, house) -> None:
    story = "next: {zh: 下一步。, en: Next.}\nresponse: {zh: 反响。, en: Echo.}\nstory: [next, rest]"
    assert told(event, house, story) == ["下一步。", "7月14日，佛山投资推介会在苏州举行。", "反响。"]


def test_rest_keeps_the_paragraphs_of_the_types_own_story(event, house) -> None:
    story = "visits: {zh: 次日走访。, en: Visits.}\norganizers: {hosts: [佛山市商务局]}\nstory: [lead, response, rest]"
    assert told(event, house, story) == [
        "7月14日，佛山投资推介会在苏州举行。",
        "佛山投资推介会由佛山市商务局主办。次日走访。",
    ]


def test_a_list_in_the_story_is_one_paragraph(event, house) -> None:
    story = "next: {zh: 下一步。, en: Next.}\nstory: [[lead, {zh: 自己的话。, en: Own.}, next], rest]"
    assert told(event, house, story) == ["7月14日，佛山投资推介会在苏州举行。自己的话。下一步。"]


@pytest.mark.parametrize(
    ("story", "said"),
    [
        ("[leed]", "story.0: there is no “leed”; did you mean lead?"),
        ("[lead, lead]", "story.1: lead is named twice (line 12 has it); delete one"),
        ("[rest, [rest]]", "story.1.0: rest is named twice (line 12 has it); delete one"),
        ("[lead, {shar: {name: 甲}}]", "story.1: there is no “shar”; did you mean share?"),
        ("[share]", "story.0: share needs its facts: - share: {…}"),
        ("[一段话。]", "story.0: write words of your own as {zh: …, en: …}; names here are lead"),
        ("[[[lead]]]", "story.0.0: no list belongs into a paragraph; write it outside"),
        ("[lead, [rest, {zh: 好。, en: Good.}]]", "story.1: rest stands by itself; write it outside the list that makes a paragraph"),
        ("[{share: , name: 甲}]", "story.0: an item is one statement: - share: {…}, all its facts within"),
        ("[{share: {name: {zh: 甲, en: A}}}]", "story.0.share.value: Share is missing; write it, such as value: 71.5%"),
        ("[{share: {nam: 甲, share: 3%}}]", "story.0.share.nam: there is no such field; did you mean name?"),
        ("[lead, '']", "story.1: is empty; delete the item"),
        ("[{share: {name: {zh: 甲, en: A}, share: 3%, of: {signed.project}}}]", "{signed.project} refers to nothing; did you mean {signed.projects}?"),
    ],
)  # fmt: skip
def test_a_fault_of_the_story_is_named_at_its_place(story: str, said: str, event) -> None:
    with pytest.raises(PressgenError) as caught:
        event(BRIEF, "signed: {projects: 3个}", f"story: {story}")
    assert said in caught.value.say("en")


def test_every_fault_of_a_story_is_said_at_once(event) -> None:
    with pytest.raises(PressgenError) as caught:
        event(BRIEF, "story: [leed, lead, lead, {shar: {}}]")
    assert len(caught.value.say("en").split("\n")) == 3


@pytest.mark.slow
def test_a_type_names_what_it_has_in_its_story(newsroom, house) -> None:
    for name, fields in api.types(newsroom).items():
        blocks = {block for lang in ("zh", "en") for block in template(name, lang, house()).names}
        parts = {part for block in blocks for part in (block, block.partition("_")[2])}
        assert [said for said in fields.said if said not in parts and said not in fields.fields] == [], name


WHOLE = "signed: {projects: 10个}\nperiod: 2023-H1\n"


@pytest.mark.parametrize(
    ("story", "rule"),
    [
        ("breakdown: {of: {signed.projects}, parts: [{name: {zh: 甲, en: A}, count: 6个}, {name: {zh: 乙, en: B}, count: 5个}]}", "event/parts-differ"),
        ("breakdown: {of: {signed.projects}, parts: [{name: {zh: 甲, en: A}, count: 6个}, {name: {zh: 乙, en: B}, count: 4个}]}", ""),
        ("breakdown: {of: {signed.projects}, parts: [{name: {zh: 甲, en: A}, count: 6个}]}", ""),
        ("breakdown: {of: {signed.projects}, parts: [{name: {zh: 甲, en: A}, count: 6个}, {name: {zh: 乙, en: B}, amount: 3亿元}]}", ""),
        ("threshold: {what: {zh: 项目, en: projects}, of: {signed.projects}, at: [{count: 12个, each: 1亿元以上}]}", "event/total-exceeded"),
        ("threshold: {what: {zh: 项目, en: projects}, of: {signed.projects}, at: [{count: 9个, each: 1亿元以上}, {count: 7个, each: 10亿元以上}]}", ""),
        ("share: {name: {zh: 甲, en: A}, value: 104%}", "event/shares-over"),
    ],
)  # fmt: skip
def test_a_part_larger_than_its_whole_is_found_at_its_line(story: str, rule: str, event) -> None:
    found = faults(event(BRIEF, WHOLE, f"story: [rest, {{{story}}}]"))
    assert [(each.rule.id, each.span.line is not None) for each in found] == ([(rule, True)] if rule else [])


@pytest.mark.parametrize(
    ("story", "said"),
    [
        ("[{quote: {id: wang, name: {zh: 王芳, en: Wang Fang}, text: {zh: 好。, en: Good.}}}, {zh: '{wang.person}很高兴。', en: '{wang.person} was glad.'}]", ""),
        ("[{zh: '{wang.person}很高兴。', en: A.}, {quote: {id: wang, name: {zh: 王芳, en: Wang Fang}, text: {zh: 好。, en: Good.}}}]", "refers to a statement further down"),
        ("[{quote: {id: wang, name: {zh: 王芳, en: Wang Fang}, text: {zh: 好。, en: Good.}}}, {zh: '{wang.persn}。', en: A.}]", "did you mean {wang.name}"),
        ("[{quote: {id: city, name: {zh: 王芳, en: Wang Fang}, text: {zh: 好。, en: Good.}}}]", "“city” cannot be a name: it is the field City"),
        ("[{quote: {id: 'a-b', name: {zh: 王芳, en: Wang Fang}, text: {zh: 好。, en: Good.}}}]", "“a-b” cannot be a name: a name is letters"),
        ("[{share: {id: x, name: {zh: 甲, en: A}, value: 3%}}, {share: {id: x, name: {zh: 乙, en: B}, value: 3%}}]", "“x” cannot be a name: story.0.share has it already"),
        ("[{share: {name: {zh: 甲, en: A}, value: 3%, of: next.one}}]", "{next.one} refers to nothing"),
        ("[{zh: '{a b}', en: A.}]", "{a b} refers to nothing"),
    ],
)  # fmt: skip
def test_a_statement_may_be_called_by_a_name_and_only_from_below(story: str, said: str, event) -> None:
    if not said:
        event(BRIEF, f"story: {story}")
        return
    with pytest.raises(PressgenError, match=re.escape(said)):
        event(BRIEF, f"story: {story}")


def test_a_reference_that_opens_an_english_sentence_has_a_capital(event, house) -> None:
    words = (
        "{zh: '{signed.projects}。', en: 'That is all. {signed.projects} were signed. {promoter} is glad.'}"
    )
    release = api.draft(event(BRIEF, "signed: {projects: 8个}", f"story: [rest, {words}]"), house()).release
    assert "That is all. Eight projects were signed. Foshan is glad." in [
        block.text for block in release.en.blocks
    ]


def test_somebody_named_in_a_quotation_is_met_again_in_own_words(event, house) -> None:
    quote = "{quote: {id: wang, name: {zh: 王芳, en: Wang Fang}, titles: [{zh: 总经理, en: general manager}], text: {zh: 好。, en: Good.}}}"
    words = "{zh: '{wang.person}还参观了展厅。', en: '{wang.person} also toured the hall.'}"
    release = api.draft(event(BRIEF, f"story: [rest, {quote}, {words}]"), house()).release
    assert "Wang also toured the hall." in [block.text for block in release.en.blocks]


@pytest.mark.parametrize(
    ("city", "en", "said"),
    [
        ("{zh: 广东佛山, en: 'Foshan, Guangdong'}", "It was held in {city} on July 14.", "It was held in Foshan, Guangdong, on July 14."),
        ("{zh: 广东佛山, en: 'Foshan, Guangdong'}", "It was held in {city}.", "It was held in Foshan, Guangdong."),
        ("{zh: 广东佛山, en: 'Foshan, Guangdong'}", "It was held in {city}, not elsewhere.", "It was held in Foshan, Guangdong, not elsewhere."),
        ("佛山", "It was held in {city} on July 14.", "It was held in Foshan on July 14."),
    ],
)  # fmt: skip
def test_an_english_place_within_its_province_has_a_comma_on_both_sides(city, en, said, event, house) -> None:
    facts = BRIEF.replace("city: 苏州", f"city: {city}")
    release = api.draft(event(facts, f"story: [{{zh: '{{city}}。', en: '{en}'}}, rest]"), house()).release
    assert said in [block.text for block in release.en.blocks]


def test_an_english_year_within_a_sentence_has_a_comma_behind_it(event, house) -> None:
    facts = BRIEF.replace("date: 2023-07-14", "date: 2022-07-14")
    release = api.draft(
        event(facts, "story: [{zh: '{date}。', en: 'What began on {date} goes on.'}, rest]"), house()
    ).release
    assert "What began on July 14, 2022, goes on." in [block.text for block in release.en.blocks]


def test_a_name_given_once_in_both_languages_may_be_written_in_one_elsewhere(event, house) -> None:
    leaders = "leaders: [{name: {zh: 欧阳晴, en: Ouyang Qing}, titles: [{zh: 局长, en: director}]}]"
    release = api.draft(
        event(BRIEF, leaders, "story: [rest, {quote: {name: 欧阳晴, text: {zh: 好。, en: Good.}}}]"), house()
    ).release
    assert "“Good,” said Ouyang." in [block.text for block in release.en.blocks]
    assert "欧阳晴说：“好。”" in [block.text for block in release.zh.blocks]
