"""Marks: what was achieved in a contest, written once and read in either language's way."""

import pytest

from pressgen.drafting.sentences import achieved
from pressgen.errors import EventError, Place
from pressgen.events import marks


@pytest.mark.parametrize(
    ("written", "zh", "en"),
    [
        ("2小时10分15秒", "2小时10分15秒", "2:10:15"),
        ("2:10:15", "2小时10分15秒", "2:10:15"),
        ("2 hours, 10 minutes and 15 seconds", "2小时10分15秒", "2 hours, 10 minutes and 15 seconds"),
        ("1:05:08", "1小时05分08秒", "1:05:08"),
        ("2:10:00", "2小时10分00秒", "2:10:00"),
        ("1:00:09", "1小时00分09秒", "1:00:09"),
        ("10:03.50", "10分03秒50", "10:03.50"),
        ("1小时5分8秒", "1小时5分8秒", "1:05:08"),
        ("2小时10分", "2小时10分", "2 hours 10 minutes"),
        ("1小时02分07秒40", "1小时02分07秒40", "1:02:07.40"),
        ("1小时9秒", "1小时9秒", "1:00:09"),
        ("3:52.60", "3分52秒60", "3:52.60"),
        ("9秒83", "9秒83", "9.83 seconds"),
        ("4分36秒218", "4分36秒218", "4:36.218"),
        ("９.８３ seconds", "9.83秒", "9.83 seconds"),
        ("25分钟", "25分钟", "25 minutes"),
        ("25分", "25分", "25 points"),
        ("8425分", "8425分", "8,425 points"),
        ("1 point", "1分", "1 point"),
        ("8.90米", "8.90米", "8.90 meters"),
        ("3比1", "3比1", "3–1"),
        ("3:1", "3比1", "3–1"),
        ("21-15", "21比15", "21–15"),
        ("3-1 (25-20, 22-25, 25-18, 25-21)", "3比1（25比20、22比25、25比18、25比21）", "3–1 (25–20, 22–25, 25–18, 25–21)"),
        ("0比0", "0比0", "0–0"),
    ],
)  # fmt: skip
def test_a_mark_is_read_in_either_language_and_written_in_both(written, zh, en):
    mark = marks.read(written, "mark", Place(""))

    assert (mark.zh, mark.en) == (zh, en)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "written",
    [
        "2:10:15",
        "2:08:47",
        "2:10:00",
        "1:00:09",
        "9.83秒",
        "25分",
        "25分钟",
        "17.95米",
        "3比1（25比20、22比25）",
    ],
)
def test_what_is_written_is_read_as_the_same_mark(written, lang):
    mark = marks.read(written, "mark", Place(""))

    assert marks.read(mark.of(lang), "mark", Place("")) == mark


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("21:15", "may be a time or a score; write 21分15秒 or 21比15"),
        ("第一名", "is no mark; write such as 2:10:15"),
        ("10 apples", "is no mark"),
        ("2:75:15", "is no mark"),
    ],
)
def test_what_is_no_mark_or_may_be_two_is_refused(written, said):
    with pytest.raises(EventError, match=said):
        marks.read(written, "mark", Place(""))


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("9.83 seconds", "in 9.83 seconds"),
        ("25 minutes", "in 25 minutes"),
        ("17.95 meters", "with 17.95 meters"),
        ("8,425 points", "with 8,425 points"),
        ("3–1 (25–20, 22–25)", "3–1 (25–20, 22–25)"),
    ],
)
def test_a_mark_takes_the_preposition_of_its_kind(mark, words):
    assert achieved(mark) == words
