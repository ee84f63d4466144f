"""What is still to be translated: listed, handed to a translator as a sheet, and taken back from it."""

from dataclasses import replace

import openpyxl
import pytest

from pressgen import api
from pressgen.document import ROLES
from pressgen.errors import PressgenError
from pressgen.events.values import Name, Text
from pressgen.reports.handover import ROLES as NAMED
from pressgen.reports.handover import handed_back, handover
from pressgen.text import han
from pressgen.todo import todos
from tests.conftest import BRIEF, EXAMPLES
from tests.desk import run
from tests.grids import crossed

ONE_LANGUAGE = (
    BRIEF.replace("{zh: 佛山到苏州招商, en: Foshan courts investors in Suzhou}", "佛山到苏州招商")
    + """\
contracts: [{amount: 86.5亿元}]
story:
  - rest
  - zh: 佛山在苏州签下{contracts.0.amount}，比上年多。
  - en: Guests toured Jinji Lake.
"""
)
YELLOW = "00FFF8CC"
TOTAL = "Foshan signed 8.65 billion yuan (USD 1.21 billion) in Suzhou, more than a year earlier."


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "brief.yaml").write_text(ONE_LANGUAGE, encoding="utf-8")
    return tmp_path


def filled(path, **words):
    """The sheet with translations beside their source, as somebody types them in Excel."""
    book = openpyxl.load_workbook(path)
    for zh, en, *_ in book.active.iter_rows(min_row=2):
        asked, given = (zh, en) if zh.fill.fgColor.rgb == YELLOW else (en, zh)
        asked.value = next(
            (text for start, text in words.items() if given.value.startswith(start)), asked.value
        )
    book.save(path)


def items(event, house, **lang):
    return api.draft(event, house(), **lang).untranslated


def test_the_end_of_a_run_lists_draft_language_paragraph_and_words(desk):
    done = run("draft", "brief.yaml", cwd=desk)

    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        "still to be translated (3):",
        "  brief  into Chinese  paragraph 5 (body): Guests toured Jinji Lake.",
        "  brief  into English  paragraph 1 (headline): 佛山到苏州招商",
        "  brief  into English  paragraph 4 (body): 佛山在苏州签下86.5亿元（约合12.1亿美元），比上年多。",
    ]


def test_a_row_holds_what_is_written_and_what_is_done_already(event, house):
    found = items(event(ONE_LANGUAGE), house)

    assert [(item.lang, item.source, item.begun) for item in found][1:] == [
        ("en", "佛山到苏州招商", "Foshan到Suzhou招商"),
        (
            "en",
            "佛山在苏州签下86.5亿元（约合12.1亿美元），比上年多。",
            "Foshan在Suzhou签下8.65 billion yuan (USD 1.21 billion)，比上年多。",
        ),
    ]


def test_a_draft_in_one_language_asks_for_the_same_words(event, house):
    told = event(ONE_LANGUAGE)

    assert items(told, house, langs=["en"]) == [item for item in items(told, house) if item.lang == "en"]


def test_a_name_says_in_which_line_it_stands(event, house):
    found = items(event(BRIEF.replace("revisor: Linn", "revisor: 林晓")), house)

    assert [(item.source, item.context) for item in found] == [("林晓", "校对 | 林晓")]


def test_the_sheet_is_made_as_a_careful_desk_makes_it(desk):
    run("draft", "brief.yaml", "--todo", "todo.xlsx", cwd=desk)

    sheet = openpyxl.load_workbook(desk / "todo.xlsx").active
    assert [cell.value for cell in sheet[1]][:2] == ["中文 zh", "English en"]
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A2", "$1:$1")
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert {cell.number_format for row in sheet for cell in row} == {"@"}
    assert all(cell.alignment.wrap_text for row in sheet for cell in row)
    asked = [[cell.fill.fgColor.rgb == YELLOW for cell in row[:2]] for row in sheet.iter_rows(min_row=2)]
    assert asked == [[True, False], [False, True], [False, True]]


def test_what_looks_like_a_formula_is_text(event, house, tmp_path):
    found = items(event(BRIEF, "story: [rest, {zh: '=1+1是公式'}]"), house)
    (tmp_path / "todo.xlsx").write_bytes(handover(found))

    cell = openpyxl.load_workbook(tmp_path / "todo.xlsx").active["A2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_the_same_words_in_several_events_are_asked_for_once(desk):
    (desk / "other.yaml").write_text(ONE_LANGUAGE.replace("slug: brief", "slug: other"), encoding="utf-8")
    run("draft", "brief.yaml", "other.yaml", "--todo", "todo.xlsx", cwd=desk)

    rows = list(openpyxl.load_workbook(desk / "todo.xlsx").active.values)
    assert len(rows) == 4
    assert rows[2][2] == "brief.en\n¶1 标题 headline\nother.en\n¶1 标题 headline"


def test_a_filled_in_sheet_goes_into_the_drafts_and_its_figures_stay_facts(desk):
    run("draft", "brief.yaml", "--todo", "todo.xlsx", cwd=desk)
    filled(desk / "todo.xlsx", 佛山到="Foshan goes to Suzhou", 佛山在=TOTAL, Guests="来宾参观金鸡湖。")
    done = run("draft", "brief.yaml", "--translations", "todo.xlsx", cwd=desk)

    english = (desk / "brief.en.md").read_text(encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert "# Foshan goes to Suzhou\n" in english
    assert f"\n{TOTAL}\n" in english
    assert "来宾参观金鸡湖。" in (desk / "brief.zh.md").read_text(encoding="utf-8")


def test_a_sum_in_a_translation_is_the_fact_itself(event, house, tmp_path):
    told = event(ONE_LANGUAGE)
    path = tmp_path / "todo.xlsx"
    path.write_bytes(handover(items(told, house)))
    filled(path, 佛山在=TOTAL)

    text = api.translated(told, house(), handed_back(path)).facts["story.1.words.text"].value
    assert text.en == "Foshan signed {contracts.0.amount} in Suzhou, more than a year earlier."


def test_a_cell_left_as_it_was_is_still_to_be_translated(desk):
    run("draft", "brief.yaml", "--todo", "todo.xlsx", cwd=desk)
    filled(desk / "todo.xlsx", 佛山到="Foshan goes to Suzhou")
    done = run("draft", "brief.yaml", "--translations", "todo.xlsx", cwd=desk)

    assert "still to be translated (2):" in done.stderr
    assert "headline" not in done.stderr


def test_a_sheet_somebody_filled_in_is_never_replaced(desk):
    run("draft", "brief.yaml", "--todo", "todo.xlsx", cwd=desk)
    filled(desk / "todo.xlsx", 佛山到="Foshan goes to Suzhou")
    before = (desk / "todo.xlsx").read_bytes()
    done = run("draft", "brief.yaml", "--todo", "todo.xlsx", cwd=desk)

    assert "todo.xlsx has been filled in and is kept; the new sheet is todo.2.xlsx" in done.stderr
    assert (desk / "todo.xlsx").read_bytes() == before


def test_where_nothing_is_to_be_translated_no_sheet_is_written(desk):
    (desk / "brief.yaml").write_text(BRIEF, encoding="utf-8")
    done = run("draft", "brief.yaml", "--todo", "todo.xlsx", cwd=desk)

    assert done.stderr == "nothing is left to translate; todo.xlsx is not written\n"
    assert not (desk / "todo.xlsx").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--todo", "todo.csv"], "todo.csv: --todo takes an Excel workbook"),
        (["--translations", "brief.yaml"], "--translations takes an Excel workbook"),
        (["--translations", "nosuch.xlsx"], "there is no such file"),
        (["--translations", "page.xlsx"], "this is really a web page"),
        (["--translations", "other.xlsx"], "the header of a hand-over sheet"),
        (["--translations", "brace.xlsx"], r"brace.xlsx!B3: a brace in the translation names no fact"),
    ],
)
def test_a_sheet_that_cannot_be_used_is_one_line_and_exit_2(arguments, said, desk):
    run("draft", "brief.yaml", "--todo", "brace.xlsx", "-o", "first", cwd=desk)
    filled(desk / "brace.xlsx", 佛山到="Foshan {goes} to Suzhou")
    (desk / "page.xlsx").write_text("<html><body>", encoding="utf-8")
    openpyxl.Workbook().save(desk / "other.xlsx")
    done = run("draft", "brief.yaml", "-o", "out", *arguments, cwd=desk)

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert said in done.stderr
    assert not (desk / "out").exists()


def test_every_role_has_a_name():
    assert set(NAMED) == set(ROLES)


def test_a_mark_typed_by_hand_is_just_that_mark(event, house):
    own = "story: [rest, {zh: 邝明远到会，代表甲厂发言。, en: '[To translate: 邝明远] attended and spoke for Plant A.'}]"
    (found,) = items(event(BRIEF, own), house)
    assert (found.source, found.context) == (
        "邝明远",
        "[To translate: 邝明远] attended and spoke for Plant A.",
    )
    assert (found.at.line, found.paragraph, found.lang) == (11, 4, "en")


def test_what_is_handed_back_for_a_mark_typed_by_hand_stands_in_its_place(event, house, tmp_path):
    own = "story: [rest, {zh: 邝明远到会，代表甲厂发言。, en: '[To translate: 邝明远] attended and spoke for Plant A.'}]"
    told, path = event(BRIEF, own), tmp_path / "todo.xlsx"
    path.write_bytes(handover(items(told, house)))
    filled(path, 邝明远="Kuang Mingyuan")

    text = api.translated(told, house(), handed_back(path)).facts["story.1.words.text"].value
    assert text.en == "Kuang Mingyuan attended and spoke for Plant A."


OPEN = "{name: {zh: 单宇, en: Shan Yu, reading: open}, titles: [{zh: 局长, en: director}]}"


def test_a_name_whose_reading_is_open_is_marked_to_check_and_not_to_translate(event, house):
    found = api.draft(event(BRIEF, f"leaders: [{OPEN}]"), house())

    assert "局长单宇出席推介会。" in [block.text for block in found.zh.blocks]
    assert "[Reading to check: Shan Yu], director, attended." in [block.text for block in found.en.blocks]
    assert [finding.rule.id for finding in found.findings] == ["structure/reading-open"]
    assert found.untranslated == []


def test_a_name_is_marked_to_check_once_and_then_called_as_others_are(event, house):
    quote = "story: [rest, {quote: {name: {zh: 单宇, en: Shan Yu}, text: {zh: 好。, en: Good.}}}]"
    found = api.draft(event(BRIEF, f"leaders: [{OPEN}]", quote), house())
    assert "“Good,” said Shan." in [block.text for block in found.en.blocks]


def test_a_reading_is_open_or_nothing(event):
    with pytest.raises(PressgenError, match="reading is only open"):
        event(BRIEF, "leaders: [{name: {zh: 单宇, en: Shan Yu, reading: maybe}}]")


def outside_marks(block, start=0, end=None):
    """What of a stretch of a paragraph is not marked as waiting for a translator."""
    waiting = {place for mark in todos(block) for place in range(mark.start, mark.end)}
    return "".join(
        letter for place, letter in enumerate(block.text[start:end], start) if place not in waiting
    )


def typed_in(event, lang):
    """The event as somebody types it in one language alone: every name and all words of their own."""
    other = "en" if lang == "zh" else "zh"
    return replace(
        event,
        facts={
            path: replace(fact, value=replace(fact.value, **{other: ""}))
            if isinstance(fact.value, Name | Text) and fact.value.of(lang) and not path.startswith("credits.")
            else fact
            for path, fact in event.facts.items()
        },
    )


@pytest.mark.parametrize(
    ("path", "lang"), crossed(EXAMPLES, ["zh", "en"], lambda path: path.parent.name, of=3)
)
def test_whatever_is_typed_in_one_language_waits_in_the_other_and_the_check_says_so(
    lang, path, house, newsroom, types
):
    event = typed_in(api.load(path, newsroom, types), lang)
    draft = api.draft(event, house())
    other = draft.en if lang == "zh" else draft.zh
    waiting = {(block.at.file, block.at.block) for block in other.blocks if todos(block)}
    said = {
        (each.span.file, each.span.block)
        for each in draft.findings
        if each.rule.id == "structure/to-translate"
    }

    assert waiting
    assert waiting <= said
    for block in other.blocks:
        if lang == "zh":
            assert block.role == "credits" or not han(outside_marks(block)), block.text
        for mark in block.facts:
            if mark.kind in ("name", "text") and mark.target in event.facts:
                words = event.facts[mark.target].value.of(lang)
                assert not words or words not in outside_marks(block, mark.start, mark.end), block.text
