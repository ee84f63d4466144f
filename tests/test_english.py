"""a or an, one or several: one rule for what drafts write and what checks say."""

import re

import pytest

from pressgen import api, english
from pressgen.checks import typography
from pressgen.drafting import articles

AN = """\
hour|hourly rate|honest broker|honor|honorary citizen|heir|heirloom|MBA|MP|MPA|SOE|SME|NGO|R&D center|X-ray|LED|LCD|AI|EV|IPO|FDI|
ISO standard|uninterrupted rise|unimportant slip|uninsured firm|unidentified object|ultimate goal|umbrella|upgrade|urgent need|
urban area|usher|utter failure|under-16 team|8% rise|8-hour visit|80-year-old hall|800 million yuan|8,000 seats|11-day tour|11%|
18-story tower|18,000 guests|11,500 people|island|apple|engine|outlet|onion|open day|operator|octagonal hall|energy firm|
electric vehicle|FAW plant|NPC deputy|NBA game|SUV|HSK test|RMB account|IT firm|Asian cup|ASEAN forum|OPEC meeting|APEC summit|
Oriental show|Easter fair|iPhone|e-sports event|old town|“open” day|$8 bill"""
A = """\
European firm|Euro zone|unicorn|uniform|union|unique case|unit|university|universal joint|unified plan|US firm|UN agency|UK firm|
USB port|user|useful tool|usual day|utility|utensil|Ukrainian firm|Uruguayan team|Ugandan runner|one-off event|one-day tour|once-only case|
ewe|house|hotelier|hospital|high-tech zone|hybrid car|humid day|110% rise|100-mu plot|1,100-seat hall|1.8 million crowd|180-day plan|
118 cases|7-day trip|9 percent rise|UNESCO site|UNICEF office|NASA mission|NATO meeting|FIFA match|LEGO park|CPC member|BRICS summit|
GDP target|PhD student|TV set|DNA test|WHO report|YouTube channel|year|yuan account|¥300 fee|zone|plant"""
PLURALS = """\
project projects|company companies|city cities|day days|bus buses|box boxes|branch branches|wish wishes|class classes|quiz quizzes|
man men|chairman chairmen|businesswoman businesswomen|person people|child children|foot feet|half halves|leaf leaves|shelf shelves|
proof proofs|roof roofs|chief chiefs|cliff cliffs|hero heroes|photo photos|piano pianos|tomato tomatoes|radio radios|studio studios|
aircraft aircraft|series series|species species|headquarters headquarters|crossroads crossroads|analysis analyses|crisis crises|
criterion criteria|phenomenon phenomena|memorandum memorandums|forum forums|stadium stadiums|museum museums|gymnasium gymnasiums|
SOE SOEs|NGO NGOs|EV EVs|secretary-general secretaries-general|passerby passersby|letter of intent letters of intent|
memorandum of understanding memorandums of understanding|member of staff members of staff|deputy director deputy directors|
place of interest places of interest|power battery power batteries|human humans|German Germans|key keys|survey surveys|
journey journeys|monkey monkeys|valley valleys|university universities|delegation delegations|visit visits"""


def _table(text):
    return [entry.strip() for entry in text.replace("\n", "").split("|")]


@pytest.mark.parametrize("words", _table(AN))
def test_an_stands_before_the_sound_of_a_vowel(words):
    assert articles.indefinite(words).strip() in ("an", "")
    assert english.article(words) == "an"


@pytest.mark.parametrize("words", _table(A))
def test_a_stands_before_any_other_sound(words):
    assert english.article(words) == "a"


@pytest.mark.parametrize(("words", "right"), [(w, "an") for w in _table(AN)] + [(w, "a") for w in _table(A)])
def test_what_a_draft_writes_the_check_leaves_alone_and_its_contrary_is_found(words, right, house):
    wrong = "a" if right == "an" else "an"
    for article in (right, wrong):
        text = f"It is {article} {words} that they saw."
        found = [
            finding
            for finding in typography.check(api.passages("", text), house())
            if finding.rule.id == "typography/article"
        ]
        known = english.vowel(re.split(r"\s", words.lstrip("“$¥"))[0].strip("”")) is not None
        assert [finding.fix.text for finding in found] == ([right] if article == wrong and known else [])


@pytest.mark.parametrize("pair", _table(PLURALS))
def test_several_things_have_one_form(pair):
    one, _, many = pair.partition(" ") if pair.count(" ") == 1 else _halves(pair)
    assert english.plural(one) == many


def _halves(pair):
    words = pair.split(" ")
    return " ".join(words[: len(words) // 2]), " ", " ".join(words[len(words) // 2 :])


def test_the_tables_are_long_enough_to_mean_something():
    assert len(_table(AN)) + len(_table(A)) >= 100
    assert len(_table(PLURALS)) >= 50
