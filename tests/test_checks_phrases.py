import re
from dataclasses import replace
from time import process_time

import pytest

from pressgen import api
from pressgen.checks import phrases
from pressgen.checks.phrases import en_slips, zh_slips
from pressgen.checks.phrases.slip import Slips
from pressgen.errors import PressgenError
from pressgen.text import script
from tests.conftest import TODAY
from tests.grids import rows, some
from tests.sentences import cases

LEFT, CAUGHT = cases("phrase")


def found(text, house):
    return list(phrases.check(api.passages(**{script(text): text}), house))


@pytest.fixture
def newsroom_with(tmp_path, newsroom):
    """A newsroom whose house ``ours`` extends base and has phrases of its own."""

    def make(text):
        folder = tmp_path / "templates" / "houses" / "ours"
        folder.mkdir(parents=True)
        (folder / "house.yaml").write_text("extends: base\ntitle: {zh: 我们, en: Ours}\n", encoding="utf-8")
        (folder / "phrases.yaml").write_text(text, encoding="utf-8")
        rooms = replace(newsroom, folders=(tmp_path, *newsroom.folders))
        return api.open_house("ours", rooms, today=TODAY)

    return make


@pytest.mark.parametrize("case", LEFT, ids=lambda case: case.text)
def test_good_words_are_left_alone(house, case):
    assert [(finding.rule.id, finding.span.text) for finding in found(case.text, house())] == []


@pytest.mark.parametrize("case", CAUGHT, ids=lambda case: case.text)
def test_a_word_the_newsroom_writes_otherwise_is_found(house, case):
    (finding,) = found(case.text, house())
    assert (finding.rule.id, finding.span.start, finding.span.end) == (case.rule, case.start, case.end)
    assert ((finding.fix.text or None) if finding.fix else None) == case.fixed
    assert finding.message("zh") != finding.message("en")


def test_every_rule_of_phrases_has_cases_for_both_sides():
    for rule in set(phrases.RULES) - {phrases.rules.CONSIDER}:  # a newsroom's own words alone are suggestions
        counts = [sum(case.rule == rule.id for case in side) for side in (LEFT, CAUGHT)]
        assert min(counts) >= 2, rule.id


def test_every_phrase_that_is_preferred_or_avoided_names_its_source(newsroom):
    found = phrases.data.read([newsroom.find("templates", "houses", "base", "phrases.yaml")])
    assert [one for one in (*found.prefer, *found.avoid) if not one.source] == []


def test_what_is_preferred_is_nowhere_written_over(newsroom):
    found = phrases.data.read([newsroom.find("templates", "houses", "base", "phrases.yaml")])
    over = {word for one in (*found.prefer, *found.spelling) for word in one.over}
    said = {one.say for one in found.prefer} | {word for one in found.spelling for word in one.say}
    assert over & said == set()


def test_a_house_of_its_own_adds_words_and_takes_others_back(newsroom_with):
    ours = newsroom_with(
        "prefer: [{lang: zh, say: 高新区, over: [开发区], source: 本单位}]\nallow: [centre, 村官]\n"
    )
    assert [finding.span.text for finding in found("开发区来了一位村官，帐号略。", ours)] == [
        "开发区",
        "帐号",
    ]
    assert found("The centre is new.", ours) == []


def test_the_house_says_which_way_is_kept(newsroom_with):
    ours = newsroom_with("avoid: []\n")
    ours = replace(ours, style=replace(ours.style, percent="percent"))
    assert [finding.fix.text for finding in found("It grew 5% in May and 6 percent in June.", ours)] == [
        "5 percent"
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("prefer: [{lang: fr, say: a, over: [b]}]", "phrases.yaml:1:17"),
        ("prefre: []", "did you mean prefer"),
        ("spelling: [{over: [a, b], say: [c]}]", "one for one"),
    ],
)
def test_phrases_that_cannot_be_read_say_where(newsroom_with, text, told):
    with pytest.raises(PressgenError) as caught:
        found("The text.", newsroom_with(text))
    assert told in caught.value.say("en")
    assert caught.value.say("zh") != caught.value.say("en")


def test_a_name_the_glossary_deprecates_is_told_by_terminology_alone(house):
    assert house().glossary.status("Sian", "en") == "deprecated"
    assert found("The train to Sian is full.", house()) == []


def test_addresses_and_file_names_keep_their_spelling(house):
    assert found("See www.example.com/programme and centre.pdf for more.", house()) == []


def test_a_longer_name_that_is_right_covers_the_word_in_it(house):
    assert found("Peking University is in Beijing.", house()) == []


def test_one_text_is_looked_at_as_a_whole(house):
    release = api.passages("", "It grew 5% in May.")
    more = api.passages("", "It grew 6 percent in June.")
    both = replace(release, blocks=release.blocks + more.blocks)
    assert [finding.span.text for finding in phrases.check(both, house())] == ["6 percent"]


def test_every_slip_of_wording_compiles():
    held = [each for module in (zh_slips, en_slips) for each in vars(module).values()]
    slips = [slip for each in held if isinstance(each, Slips) for slip in each]
    assert len(slips) > 60
    assert all(re.compile(slip.find) for slip in slips)


def test_every_word_that_is_corrected_has_one_right_way(newsroom):
    found = phrases.data.read([newsroom.find("templates", "houses", "base", "phrases.yaml")])
    lists = (*found.misspelt, *found.usage, *found.wordy)
    assert [one.source for one in lists if not one.source] == []
    for one in lists:
        again = [say for say in one.pairs.values() if say in one.pairs]
        assert again == []


def test_british_words_are_made_of_stems_and_endings(newsroom):
    found = phrases.data.read([newsroom.find("templates", "houses", "base", "phrases.yaml")])
    pairs = dict(pair for one in found.spelling for pair in one.pairs())
    chosen = ("neighbouring", "revitalisation", "kilometres", "labelled", "analysed", "co-operation")
    assert [pairs[word] for word in chosen] == [
        "neighboring", "revitalization", "kilometers", "labeled", "analyzed", "cooperation",
    ]  # fmt: skip
    assert {
        "advertise",
        "enterprise",
        "hours",
        "controlled",
        "exercise",
        "four",
        "more",
    } & pairs.keys() == set()


@pytest.mark.parametrize(
    "text",
    some(
        ["约5多" * 20000, "less companies " * 4000, "既使" * 30000, "a" * 300000],
        of=4,
        first=3,
        ids=lambda text: text[:5],
    ),
)
def test_a_hostile_line_is_read_in_a_moment(house, text):
    started = process_time()
    found(text, house())
    assert process_time() - started < 10


OWN = """\
prefer:
  - {lang: en, say: Shaoxing rice wine, over: [yellow wine], case: any, severity: error, source: usage}
  - {lang: en, say: old town, over: [ancient town], case: any, severity: suggestion, source: usage}
  - {lang: en, say: canal boat, over: [canal ship], severity: note, source: usage}
avoid:
  - {lang: en, words: [world-beating], why: {zh: 夸张, en: it boasts}, severity: suggestion, source: usage}
  - {lang: en, words: [jewel of the delta], unless: [jewel of the delta cup], why: {zh: 夸张, en: it boasts}, case: any, source: usage}
  - {lang: zh, words: [独一无二], why: {zh: 夸张, en: it boasts}, severity: suggestion, source: usage}
  - {lang: zh, words: [史上最强], why: {zh: 广告法禁用, en: the law forbids it}, severity: error, source: 广告法}
"""


@pytest.mark.parametrize(
    ("text", "severity", "said", "fixed"),
    rows(
        [
            ("Guests tasted yellow wine.", "error", "write “Shaoxing rice wine”", "Shaoxing rice wine"),
            ("Yellow wine was served.", "error", "write “Shaoxing rice wine”", "Shaoxing rice wine"),
            ("A Yellow Wine fair opened.", "error", "write “Shaoxing rice wine”", "Shaoxing rice wine"),
            ("The ancient town opened.", "note", "“ancient town”: consider “old town”", "old town"),
            ("Ancient town walls rise.", "note", "consider “old town”", "Old town"),
            ("A canal ship sailed.", "note", "write “canal boat”", "canal boat"),
            (
                "A world-beating canal.",
                "note",
                "“world-beating”: consider other words: it boasts (usage)",
                None,
            ),
            ("独一无二的水乡。", "note", "“独一无二”: consider other words: it boasts", None),
            ("A Jewel of the Delta opens.", "warning", "not “Jewel of the Delta”", None),
            ("A Jewel Of The Delta opens.", "warning", "not “Jewel Of The Delta”", None),
            ("THE JEWEL OF THE DELTA", "warning", "not “JEWEL OF THE DELTA”", None),
            ("The jewel of the Delta opens.", "warning", "not “jewel of the Delta”", None),
            ("史上最强阵容亮相。", "error", "not “史上最强”", None),
        ],
        of=3,
    ),
)
def test_a_phrase_is_as_grave_as_its_newsroom_says(newsroom_with, text, severity, said, fixed):
    (finding,) = found(text, newsroom_with(OWN))
    assert finding.severity == severity
    assert said in finding.message("en")
    assert (finding.fix.text if finding.fix else None) == fixed


@pytest.mark.parametrize(
    "text",
    [
        "A Canal Ship sailed.",
        "The Jewel of the Delta Cup began.",
        "A jewel of the deltas.",
        "A canal shipment.",
        "The old town opened.",
        "Ancient townsfolk came.",
    ],
)
def test_other_words_are_left_alone_by_a_newsrooms_own_phrases(newsroom_with, text):
    assert found(text, newsroom_with(OWN)) == []


@pytest.mark.parametrize("severity", ["error", "warning", "note", "suggestion"])
def test_a_word_to_avoid_is_never_recommended_however_grave_it_is(newsroom_with, severity):
    ours = newsroom_with(
        f"avoid: [{{lang: zh, words: [顶尖], why: {{zh: 夸大, en: it boasts}}, severity: {severity}}}]\n"
    )
    (finding,) = found("来了一支顶尖团队。", ours)
    said = "“顶尖”不妨换个说法：夸大" if severity == "suggestion" else "不写“顶尖”：夸大"
    assert finding.message("zh").startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "He rode the Yanan Metro.", "Changan District has grown.", "The Yanan Municipal Government moved.",
        "Huaian Daily has it.", "Old Taian City draws many.",
    ],
)  # fmt: skip
def test_a_citys_name_without_its_apostrophe_is_found_in_the_names_of_its_bodies(house, text):
    (finding,) = found(text, house())
    assert (finding.rule.id, "’" in finding.fix.text) == ("phrase/prefer", True)


@pytest.mark.parametrize(
    "text",
    ["Xian Xinghai wrote it.", "Wu Xian spoke.", "Xian County sells dates.", "Changan Automobile grew.", "Yaan Chen won."],
)  # fmt: skip
def test_persons_companies_and_a_county_of_these_letters_are_left_alone(house, text):
    assert found(text, house()) == []
