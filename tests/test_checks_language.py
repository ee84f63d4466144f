import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pressgen import api
from pressgen.checks import language
from pressgen.checks.language.detect import language_of
from pressgen.checks.language.foreign import File, files
from pressgen.document import Block, Release, Span
from pressgen.errors import HouseError, PressgenError
from pressgen.formats import plain
from pressgen.source import bind, load
from tests.sentences import CASES, cases

LEFT, CAUGHT = cases("language")
SNIPPETS = re.findall(
    r"^- (\w+) \| (.*)$", (CASES / "language-snippets.md").read_text(encoding="utf-8"), re.M
)


def found(item, house):
    texts = dict(side.split(": ", 1) for side in item.split(" ⟷ "))
    parts = [(lang, part) for lang, text in texts.items() for part in text.split(" ¶ ")]
    if len(parts) == len(texts):
        return list(language.check(api.passages(**texts), house))
    spans = [Span(f"{lang}.md", at, 0, len(part), part, lang) for at, (lang, part) in enumerate(parts)]
    return list(language.check(Release(tuple(Block("body", s.text, s.lang, at=s) for s in spans)), house))


def told(text):
    return language_of(text, default="und" if not re.search(r"[^\W\d_]", text) else "en")


@pytest.mark.parametrize("case", LEFT, ids=lambda case: case.text)
def test_a_paragraph_in_its_own_language_is_left_alone(house, case):
    assert [(finding.rule.id, finding.span.text) for finding in found(case.text, house())] == []


@pytest.mark.parametrize("case", CAUGHT, ids=lambda case: case.text)
def test_another_language_is_found_where_it_is(house, case):
    (finding,) = found(case.text, house())
    assert (finding.rule.id, finding.span.text) == (case.rule, case.text[case.start : case.end])
    assert finding.message("zh") != finding.message("en")
    assert case.fixed is None or finding.fix.text == case.fixed


def test_signs_inside_words_of_the_other_language_are_not_called_bad_typography(house):
    text = "首架飞机已入库，The first aircraft entered the hangar, and left, last week.公司表示满意。"
    release = api.passages(
        zh=text, en="The first aircraft entered the hangar last week. The company is pleased."
    )
    assert {finding.rule.id for finding in api.check(release, house())} == {"language/untranslated"}


def test_every_rule_of_language_has_cases_for_both_sides():
    for rule in language.RULES:
        counts = [sum(case.rule == rule.id for case in side) for side in (LEFT, CAUGHT)]
        assert min(counts) >= 2, rule.id


def test_short_press_snippets_are_told_apart_98_times_in_100():
    wrong = [(lang, told(text), text) for lang, text in SNIPPETS if told(text) != lang]
    assert len(SNIPPETS) >= 60
    assert len(wrong) <= 0.02 * len(SNIPPETS), wrong


def test_the_same_text_gives_the_same_answer_on_twenty_runs():
    answers = {tuple(told(text) for _, text in SNIPPETS) for _ in range(20)}
    assert len(answers) == 1


@pytest.mark.slow
def test_the_same_text_gives_the_same_answer_in_another_process():
    text = next(text for lang, text in SNIPPETS if lang == "id")
    program = f"from pressgen.checks.language.detect import language_of; print(language_of({text!r}))"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == language_of(text) == "id"


@pytest.mark.slow
def test_plain_english_and_chinese_need_no_statistics():
    program = (
        "import sys; from pressgen.checks.language.detect import language_of as of;"
        "of('The fair took place in Suzhou.'); of('招商会在苏州举行。'); sys.exit('langdetect' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).parent.parent)


def read(*paragraphs):
    return plain.read("\n\n".join(paragraphs).encode(), "story.txt")


BODY = ["招商会在苏州举行，签约项目267个。", "会后，双方商定下半年再见面。", "佛山今年还将举办三场招商会。"]
LEFT_OVER = "Guests asked for more land and for faster approvals."


def test_a_paragraph_left_untranslated_in_a_file_is_found(house):
    findings = list(language.check(read(*BODY, LEFT_OVER), house()))
    assert [(finding.rule.id, finding.span.text) for finding in findings] == [("language/other", LEFT_OVER)]


def test_a_file_in_two_languages_is_left_alone(house):
    both = [
        *BODY,
        LEFT_OVER,
        "The fair took place in Suzhou, with 267 deals.",
        "Foshan plans three more fairs this year.",
    ]
    assert list(language.check(read(*both), house())) == []


def test_a_headline_left_untranslated_is_found_unless_its_translation_is_there(house):
    headline = "Foshan courts manufacturers from the Delta"
    findings = list(language.check(read(headline, *BODY), house()))
    assert [finding.span.text for finding in findings] == [headline]


def test_names_of_the_glossary_speak_no_language():
    names = "Guangdong Nanhai Sanshui Gaoming Chancheng Shunde"
    assert language_of(names.lower(), names.lower().split(), default="en") == "en"


@pytest.fixture
def ours(tmp_path, newsroom):
    """A house that extends base and says for itself what Chinese may hold of English."""

    def make(text):
        folder = tmp_path / "templates" / "houses" / "ours"
        folder.mkdir(parents=True)
        (folder / "house.yaml").write_text("extends: base\ntitle: {zh: 我们, en: Ours}\n", encoding="utf-8")
        (folder / "foreign.yaml").write_text(text, encoding="utf-8")
        rooms = replace(newsroom, folders=(tmp_path, *newsroom.folders))
        return api.open_house("ours", rooms, today=date(2026, 7, 23))

    return make


def test_a_house_says_what_its_chinese_may_hold_of_english_and_what_it_translates(ours):
    text = "园区推广carbon footprint核算，由Landrat致辞，来自Bremen的客商参加。"
    own = ours(
        "as_is: [{source: usage, words: [carbon footprint]}]\n"
        "translate: [{zh: 县长, words: [Landrat], source: usage}]\n"
        "places: {不来梅: [Bremen]}\n"
    )
    found = language.check(api.passages(zh=text), own)
    assert [(one.span.text, one.fix.text) for one in found] == [("Landrat", "县长"), ("Bremen", "不来梅")]


def test_a_house_with_a_misspelt_field_is_told_its_line(ours):
    with pytest.raises(PressgenError) as caught:
        list(language.check(api.passages(zh="来自Kenya的采购商James在展位前停留。"), ours("as-is: []\n")))
    assert "foreign.yaml:1:1" in caught.value.say("en")


def test_every_row_of_foreign_words_names_its_source_and_contradicts_no_other(house):
    (path,) = files(house())
    read = bind(load(path), File, HouseError)
    assert [row for row in (*read.as_is, *read.translate, *read.heads) if not row.source] == []
    as_is = [word for row in read.as_is for word in row.words]
    assert [word for word in as_is if word != word.lower()] == []
    assert len(as_is) == len(set(as_is))
    placed = [word for words in read.places.values() for word in words]
    assert len(placed) == len(set(placed))


@pytest.mark.slow
def test_no_dictionary_is_read_for_texts_without_a_doubtful_word():
    program = (
        "import sys; from pathlib import Path; from pressgen import api; house = api.open_house('base');"
        "rows = [('本店引入ABB机器人，Wi-Fi免费，到访iPhone用户多。', 'The shop has ABB robots, free Wi-Fi and iPhones.')];"
        "[api.check(api.passages(zh=zh, en=en), house) for zh, en in rows];"
        "sys.exit('spellchecker' in sys.modules or 'pypinyin' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).parent.parent)
