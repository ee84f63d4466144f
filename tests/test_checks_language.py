import re
import subprocess
import sys
from pathlib import Path

import pytest

from pressgen import api
from pressgen.checks import language
from pressgen.checks.language.detect import language_of
from pressgen.formats import plain
from tests.sentences import CASES, cases

LEFT, CAUGHT = cases("language")
SNIPPETS = re.findall(
    r"^- (\w+) \| (.*)$", (CASES / "language-snippets.md").read_text(encoding="utf-8"), re.M
)


def found(item, house):
    lang, _, text = item.partition(": ")
    return list(language.check(api.passages(**{lang: text}), house))


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


def test_the_same_text_gives_the_same_answer_in_another_process():
    text = next(text for lang, text in SNIPPETS if lang == "id")
    program = f"from pressgen.checks.language.detect import language_of; print(language_of({text!r}))"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == language_of(text) == "id"


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
