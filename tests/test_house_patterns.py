"""What a house writes it recognises: every pattern of every house there is, a stranger's included."""

import shutil
from datetime import date, datetime, timedelta
from itertools import cycle, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen import api
from pressgen.errors import HouseError, PressgenError
from pressgen.house import facts, open_newsroom, release_types
from pressgen.house.dates import DateForm
from pressgen.text import LANGUAGES
from tests.conftest import BRIEF, EXAMPLES, ROOT, TODAY
from tests.grids import rows, some

STRANGER = """\
extends: base
title: {zh: 绍兴发布, en: Shaoxing Today}
order: [headline, byline, dateline, body, credits, end]
dateline: {zh: "{dateline}，{published:y年M月d日}", en: "{dateline}, {published:MMM d, y}"}
standing: {dateline: 绍兴}
photo: {credit: {zh: "　摄影：{credit}", en: " Photo by {credit}."}, number: {zh: "图{number}　", en: "Photo {number}. "}}
notice: {immediate: {zh: 随时可发, en: Use at will}, embargo: {zh: "{embargo:y-MM-dd HH:mm}解禁", en: "Hold until {embargo:h:mm a, MMM d, y}"}}
credits:
  separator: {zh: "：", en: " "}
  between: {zh: " ", en: ", "}
  last: {en: " and "}
  join: {zh: "　", en: "; "}
  order: {en: [photo, revisor]}
  lines:
    reporter: {zh: 撰文, en: Written by, behind: {en: ", staff writer"}, required: true, place: byline}
    revisor: {zh: 审校, en: Edited by, required: true}
    photo: {zh: 摄影, en: Photos by}
dates: {day: {en: MMM d}, full: {en: "MMM d, y"}, months: AP, to: {zh: —, en: "-"}}
money: {dollars: $, sum: {zh: "，折合{sum}", en: ", or {sum}"}}
todo: {zh: "〔译：{text}〕", en: "<<TR {text}>>"}
reading: {zh: "〔音：{text}〕", en: "<<SAY {text}>>"}
end: {zh: "——完——", en: "ENDS HERE"}
"""


def _houses():
    newsroom = open_newsroom(ROOT)
    return ["base", *newsroom.names("houses"), "stranger"]


@pytest.fixture(scope="module")
def any_house(tmp_path_factory):
    room = tmp_path_factory.mktemp("room")
    (room / "pressgen.toml").write_text("", encoding="utf-8")
    folder = room / "templates" / "houses" / "stranger"
    folder.mkdir(parents=True)
    (folder / "house.yaml").write_text(STRANGER, encoding="utf-8")
    newsroom = open_newsroom(room)
    return {name: api.open_house(name, newsroom, today=TODAY) for name in _houses()}.__getitem__


pairs = pytest.mark.parametrize("lang", LANGUAGES)
houses = pytest.mark.parametrize("name", _houses())
NAMES = {
    "zh": st.sampled_from(["李琳", "欧阳明月", "佛山市新闻传媒中心", "Eleanor", "王 五".replace(" ", "")]),
    "en": st.sampled_from(["Eleanor", "Li Lin", "Foshan News and Media Center", "Jean de Vries", "O’Neil"]),
}
WORDS = {
    "zh": st.sampled_from(["佛山", "苏州工业园区", "绍兴", "8.5亿美元", "【内】外"]),
    "en": st.sampled_from(["Foshan", "Xi’an", "$8.5 billion", "the (old) town", "[a] b"]),
}
MOMENTS = datetime(2001, 1, 1), datetime(2039, 12, 28)  # noqa: DTZ001  # a house's own clock
DAYS = st.dates(date(2001, 1, 1), date(2039, 12, 28))


@houses
@pairs
@given(data=st.data())
def test_a_credit_line_is_read_as_it_was_written(any_house, name, lang, data):
    style = any_house(name).style.credits
    for role in style.roles(lang):
        if style.last.of(lang):  # "and" parts names, and may not stand in one
            names = data.draw(
                st.lists(NAMES[lang].filter(lambda n: " and " not in n), min_size=1, max_size=3)
            )
        else:
            names = data.draw(st.lists(NAMES[lang], min_size=1, max_size=3))
        (found,) = style.parse(style.write(role, names, lang), lang)
        assert (found.role, list(found.names)) == (role, names)
        assert any_house(name).forms.is_credit(style.write(role, names, lang))


@houses
@pairs
def test_several_credits_on_one_line_are_each_read(any_house, name, lang):
    style = any_house(name).style.credits
    roles = [role for role in style.roles(lang) if style.lines[role].place == "credits"]
    line = (style.join.of(lang) or "　").join(
        style.write(role, [f"Anna{role.title()}"], lang) for role in roles
    )
    assert [(each.role, each.names) for each in style.parse(line, lang)] == [
        (role, (f"Anna{role.title()}",)) for role in roles
    ]


@houses
@pairs
@given(data=st.data())
def test_what_waits_is_found_as_it_was_marked(any_house, name, lang, data):
    house = any_house(name)
    inner = data.draw(WORDS[lang])
    for pattern, reading in ((house.style.todo.of(lang), False), (house.style.reading.of(lang), True)):
        if pattern:
            text = f"甲乙 {pattern.write(text=inner)} 丙丁"
            (mark,) = house.marks.find(text)
            assert text[mark.start : mark.end] == pattern.write(text=inner)
            assert house.marks.is_reading(text[mark.start : mark.end]) is reading
            assert pattern.parse(pattern.write(text=inner)) == {"text": inner}


@houses
@pairs
@given(moment=st.datetimes(*MOMENTS))
def test_datelines_and_notices_are_read_as_they_were_written(any_house, name, lang, moment):
    house = any_house(name)
    said = moment.isoformat(timespec="minutes")
    notice = house.style.notice
    lines = [house.style.dateline, house.style.updated, house.style.lead, notice.immediate, notice.embargo]
    place = "绍兴" if lang == "zh" else "Xi’an"
    for pattern in (pair.of(lang) for pair in lines):
        written, values = "", {}
        for piece in pattern.pieces:
            dated = not isinstance(piece, str) and piece.form not in ("", "upper")
            words = piece if isinstance(piece, str) else _date(house, piece, said, lang) if dated else place
            written += words
            if not isinstance(piece, str):
                values.setdefault(piece.name, words)
        assert not pattern or pattern.parse(written) == values
        if pattern and pattern == house.style.dateline.of(lang):
            assert house.forms.is_dateline(written)
        if pattern and pattern == house.style.updated.of(lang):
            assert house.forms.is_updated(written)
        if pattern and pattern in (
            house.style.notice.immediate.of(lang),
            house.style.notice.embargo.of(lang),
        ):
            assert house.forms.is_notice(written)


def _date(house, slot, said, lang):
    return house.style.dates.written(DateForm(slot.form), said, lang)


@houses
@pairs
@given(first=DAYS, more=st.integers(0, 400), year=st.integers(2001, 2039))
def test_a_day_and_a_range_are_read_as_they_were_written(any_house, name, lang, first, more, year):
    dates = any_house(name).style.dates
    last = first + timedelta(days=more)
    text = dates.several(first.isoformat(), last.isoformat(), year, lang)
    assert dates.parse(text, year, lang) == (first.isoformat(), last.isoformat() if more else "")


@houses
@pairs
@given(data=st.data())
def test_sums_photo_credits_and_numbers_are_read_as_they_were_written(any_house, name, lang, data):
    style = any_house(name).style
    source, sum_ = ("60亿元", "8.5亿美元") if lang == "zh" else ("6 billion yuan", "$850 million")
    assert style.money.sum.of(lang).parted(style.money.sum.of(lang).behind(source, sum_)) == (source, sum_)
    credit = style.photo.credit.of(lang)
    who = data.draw(NAMES[lang])
    assert not credit or credit.parse(credit.write(credit=who)) == {"credit": who}
    number = style.photo.number.of(lang)
    assert not number or number.parse(number.write(number="12")) == {"number": "12"}


@houses
def test_every_slot_names_a_fact_that_some_release_type_has(any_house, name):
    house = any_house(name)
    assert list(facts.faults(house.style, release_types(house.newsroom))) == []


@houses
@pairs
def test_the_end_is_recognised(any_house, name, lang):
    end = any_house(name).style.end.of(lang)
    assert not end or any_house(name).forms.is_end(end)


SUFFIXES = ["docx", "md", "html"]
FEW = set(zip(EXAMPLES[1::6], cycle(SUFFIXES)))
"""A sixth of the types, each in one format; the slow suite has all in all."""


@pytest.mark.parametrize(
    ("path", "suffix"),
    [
        pytest.param(
            *pair, id=f"{pair[0].parent.name}-{pair[1]}", marks=() if pair in FEW else pytest.mark.slow
        )
        for pair in product(EXAMPLES, SUFFIXES)
    ],
)
def test_a_strangers_house_drafts_every_type_and_its_own_check_is_content(
    any_house, path, suffix, types, tmp_path
):
    house, base = any_house("stranger"), any_house("base")
    file = shutil.copytree(path.parent, tmp_path / "type") / path.name
    if "credits:" not in file.read_text(encoding="utf-8"):  # it names nobody, whom this house asks for
        with file.open("a", encoding="utf-8") as more:
            more.write("\ncredits: {reporter: {zh: 李琳, en: Li Lin}, revisor: {zh: 陈静, en: Chen Jing}}\n")
    event = api.load(file, house.newsroom, types)
    made, usual = api.draft(event, house), {each.rule.id for each in api.draft(event, base).findings}
    assert [(f.rule.id, f.span.text) for f in made.findings if f.rule.id not in usual] == []
    files = [tmp_path / f"story.{document.lang}.{suffix}" for document in (made.zh, made.en)]
    for document, file in zip((made.zh, made.en), files, strict=True):
        api.write(document, file, house)
    again = api.read(*files, forms=house.forms)
    assert [block.role for block in again.blocks] == [block.role for block in made.release.blocks]
    assert [f.rule.id for f in api.check(again, house) if f.rule.id.startswith("structure/")] == []


@pytest.mark.parametrize("name", some(["base", "foshan-news", "hitech-zone", "pr-wire"], of=4, first=1))
def test_a_correction_says_when_it_was_made_and_is_read_so(newsroom, types, house, tmp_path, name):
    lines = ["更新时间：2031年3月4日", "Updated: March 4, 2031"]
    if name == "foshan-news":
        lines = ["更新时间：2031-03-04 09:05", "Updated: 2031-03-04 09:05"]
    style = house(name)
    file = shutil.copytree(EXAMPLES[0].parent, tmp_path / "type") / EXAMPLES[0].name
    first = api.draft(api.load(file, newsroom, types), style)
    with file.open("a", encoding="utf-8") as more:
        more.write("\nupdated: 2031-03-04 09:05\n")
    made = api.draft(api.load(file, newsroom, types), style)
    for document, line in zip((made.zh, made.en), lines, strict=True):
        assert [block.text for block in document.blocks if style.forms.is_updated(block.text)] == [line]
    added = sum(block.name == "updated" for block in made.release.blocks)
    assert len(made.release.blocks) - len(first.release.blocks) == added
    assert [f.rule.id for f in made.findings] == [f.rule.id for f in first.findings]
    for suffix in SUFFIXES:
        files = [tmp_path / f"story.{document.lang}.{suffix}" for document in (made.zh, made.en)]
        for document, path in zip((made.zh, made.en), files, strict=True):
            api.write(document, path, style)
        again = api.read(*files, forms=style.forms)
        assert [block.role for block in again.blocks] == [block.role for block in made.release.blocks]


@pytest.mark.parametrize(
    ("below", "role"),
    [
        ("更新时间：2031年3月4日 09:05", "dateline"),
        ("（最后更新于2031年3月4日）", "dateline"),
        ("更新设备86台，于2031年3月4日完成。", "lead"),
        ("2031年3月4日，园区开园。", "lead"),
    ],
)
def test_a_line_below_the_dateline_says_when_a_draft_was_changed_or_begins_it(tmp_path, below, role):
    file = tmp_path / "story.zh.txt"
    file.write_text(f"绍兴举办黄酒节\n绍兴，2031年3月3日\n{below}\n黄酒节在绍兴开幕。", encoding="utf-8")
    assert [block.role for block in api.read(file).blocks][:3] == ["headline", "dateline", role]


def test_a_colleagues_draft_is_understood_as_the_house_writes(any_house, tmp_path):
    lines = [
        "绍兴举办黄酒节",
        "撰文：李琳",
        "绍兴，2023年11月4日",
        "黄酒节11月3日在绍兴开幕，〔译：Yellow Wine Expo〕同日举行。",
        "审校：陈静　摄影：王芳",
    ]
    file = tmp_path / "story.zh.txt"
    file.write_text("\n".join(lines), encoding="utf-8")
    house = any_house("stranger")
    release = api.read(file, forms=house.forms)
    assert [block.role for block in release.blocks] == ["headline", "credits", "dateline", "lead", "credits"]
    assert [f.rule.id for f in api.check(release, house) if f.rule.id.startswith("structure/")] == [
        "structure/to-translate"
    ]
    unread = api.read(file)  # by somebody who did not say whose it is
    assert [f.rule.id for f in api.check(unread, house) if f.rule.id.startswith("structure/")] == [
        "structure/to-translate"
    ]


@pytest.mark.parametrize(
    ("line", "rule", "fixed"),
    [("撰文:李琳", "structure/credit-separator", "："), ("撰文｜李琳", "structure/credit-separator", "：")],
)
def test_a_sign_that_looks_like_the_houses_own_is_mended(any_house, tmp_path, line, rule, fixed):
    file = tmp_path / "story.zh.txt"
    file.write_text(
        f"绍兴举办黄酒节\n{line}\n绍兴，2023年11月4日\n黄酒节在绍兴开幕。\n审校：陈静", encoding="utf-8"
    )
    house = any_house("stranger")
    found = [
        f for f in api.check(api.read(file, forms=house.forms), house) if f.rule.id.startswith("structure/")
    ]
    assert [(f.rule.id, f.fix.text) for f in found] == [(rule, fixed)]


@pytest.mark.parametrize(
    "text",
    [
        "撰文：请问您怎么看？",
        "摄影：光影里的古城，让人流连。",
        "Written by the end of May, it was late.",
        "Photos by the lake were taken.",
    ],
)
def test_a_line_that_only_begins_like_a_credit_is_none(any_house, text):
    style = any_house("stranger").style.credits
    assert style.parse(text, "zh") == style.parse(text, "en") == []


def test_a_draft_with_the_houses_own_mark_is_withheld(any_house, event, tmp_path):
    house = any_house("stranger")
    story = event(BRIEF, "story:\n  - {zh: 黄酒节在绍兴开幕。}")
    made = api.draft(story, house)
    assert any(block.text.startswith("<<TR ") for block in made.en.blocks)
    api.write(made.en, tmp_path / "story.en.ninjs.json", house)
    assert '"pubStatus": "withheld"' in (tmp_path / "story.en.ninjs.json").read_text(encoding="utf-8")
    assert [item.begun for item in made.untranslated] == ["黄酒节在Shaoxing开幕。"]


def _fault(tmp_path, text):
    (tmp_path / "pressgen.toml").write_text("", encoding="utf-8")
    folder = tmp_path / "templates" / "houses" / "ours"
    folder.mkdir(parents=True)
    (folder / "house.yaml").write_text("extends: base\ntitle: 本社\n" + text, encoding="utf-8")
    with pytest.raises(PressgenError) as refused:
        api.open_house("ours", open_newsroom(tmp_path))
    return str(refused.value)


@pytest.mark.parametrize(
    ("text", "said"),
    rows(
        [
            ("dateline: {en: '{citty}'}", r"house.yaml:3:16: there is no {citty}; did you mean {city}?"),
            ("dateline: {en: '{city:uper}'}", "3:16: {city:uper}: did you mean {city:upper}?"),
            ("dateline: {en: '{city:y}'}", "3:16: {city:y}: city is a name, which has no such form"),
            ("dateline: {en: '{published:upper}'}", "published is a datetime, which has no such form"),
            (
                "dateline: {en: '{published:yyyy-mm-dd}'}",
                "3:16: mm in 'yyyy-mm-dd' prints minutes; a month is MM",
            ),
            (
                "dateline: {en: '{published:YYYY-MM-dd}'}",
                "YYYY in 'YYYY-MM-dd' is no field of a date; did you mean yyyy?",
            ),
            ("dateline: {en: '{published:h:mm}'}", "without a.m. or p.m."),
            ("dateline: {en: '{published:d at HH}'}", "t in 'd at HH' is no field of a date"),
            ("dateline: {en: '{city'}", "3:16: the braces of '{city' hold no slot"),
            ("dateline: {en: '{contact}'}", "{contact} holds several facts; name one of them"),
            ("lead: {zh: '{city.zh}'}", "3:12: there is no {city.zh}"),
            ("contact: {lines: [{en: '{fone}'}]}", "3:24: there is no {fone}; did you mean {phone}?"),
            ("photo: {credit: {en: '(Photo)'}}", "3:22: '(Photo)' should have {credit} once"),
            ("photo: {credit: {en: '({creditt})'}}", "did you mean {credit}?"),
            ("money: {sum: {en: ' (about)'}}", "3:19: ' (about)' should have {sum} once"),
            ("money: {sum: {en: ' ({sum:upper})'}}", "nothing belongs after the colon of {sum:upper}"),
            ("money: {currency: UDS}", "there is no currency 'UDS'; write a code such as USD"),
            ("money: {digits: 0}", "3:17: 0 should be from 1 to 12"),
            ("money: {convert: frist}", "there is no 'frist'; did you mean first?"),
            ("todo: {en: '[{text}]'}", "3:12: '[{text}]' cannot be told from the text"),
            ("todo: {en: 'TRANSLATE'}", "'TRANSLATE' should have {text} once"),
            ("dateline: {zh: '{published:y年MMMM月d日}'}", "MMM and MMMM print 月 themselves; write M月"),
            ("dates: {day: {zh: MMM月d日}}", "MMM and MMMM print 月 themselves; write M月"),
            ("dates: {day: {en: MM/yy}}", "'MM/yy' has no d: which day is it?"),
            ("dates: {full: {en: MMMM d}}", "'MMMM d' has no y: which day is it?"),
            ("dates: {full: {en: 'MMM d, y HH:mm'}}", "is for days; leave out the hour"),
            ("dates: {full: {}}", "3:15: dates.full.zh is missing"),  # braces clear what the house below says
            ("order: [headline, body, headline]", "3:25: headline stands twice"),
            ("order: [headline]", "3:8: order leaves out body"),
            (
                "credits: {lines: {reporter: {place: byline}}}",
                "house.yaml:3:37: credits.lines places reporter in the byline, which order leaves out",
            ),
            ("credits: {order: {zh: [camera]}}", "order names camera, which is none of lines"),
            ("zone: Beijing", "3:7: the zone 'Beijing' should look like +08:00"),
            ("length: {zh: {least: 9, most: 3}}", "3:14: least is 9, most is 3"),
            ("look: {en: {headline: {color: rosso}}}", "3:31: there is no colour 'rosso'"),
            ("look: {en: {headline: {color: #C00000\n}}}", "one that begins with # is quoted: '#C00000'"),
            (
                "look: {en: {headlin: {size: 9}}}",
                "3:13: there is no paragraph headlin; did you mean headline?",
            ),
            ("look: {en: {headline: {size: 900}}}", "3:30: 900 should be from 4 to 120"),
            ("look: {en: {headline: {align: centre}}}", "did you mean center?"),
            ("look: {page: {left: nan}}", "3:21: nan should be from 0 to 150"),
            ("look: {zh: {body: {han: ''}}}", "no font is named"),
        ],
        of=2,
    ),
)
def test_a_setting_that_cannot_be_meant_is_named_at_its_line(tmp_path, text, said):
    assert said in _fault(tmp_path, text)


def test_all_faults_of_a_house_are_said_at_once(tmp_path):
    said = _fault(
        tmp_path, "dateline: {en: '{citty}'}\nmoney: {sum: {en: x}, digits: many}\nzone: x\nperzent: '%'\n"
    )
    assert [line.split("house.yaml:")[1].split(":")[0] for line in sorted(said.splitlines())] == list("34456")


def test_a_fault_is_named_in_the_file_it_stands_in(tmp_path):
    said = _fault(tmp_path, "todo: {zh: x}\n")
    assert "ours" in said
    folder = tmp_path / "templates" / "houses" / "branch"
    folder.mkdir()
    (folder / "house.yaml").write_text("extends: ours\ntitle: 分社\n", encoding="utf-8")
    with pytest.raises(HouseError, match=r"ours.house\.yaml:3:12"):
        api.open_house("branch", open_newsroom(tmp_path))


@pytest.mark.parametrize(
    ("written", "colour"),
    [
        ("red", "FF0000"),
        ("'#C00000'", "C00000"),
        ("c00000", "C00000"),
        ("'#c00'", "CC0000"),
        ("深红", "8B0000"),
    ],
)
def test_a_colour_may_be_named(tmp_path, written, colour):
    (tmp_path / "pressgen.toml").write_text("", encoding="utf-8")
    folder = tmp_path / "templates" / "houses" / "ours"
    folder.mkdir(parents=True)
    text = f"extends: base\ntitle: x\nlook: {{en: {{headline: {{color: {written}}}}}}}\n"
    (folder / "house.yaml").write_text(text, encoding="utf-8")
    house = api.open_house("ours", open_newsroom(tmp_path))
    assert house.style.look.face("en", "headline").color == colour


def test_all_faults_of_a_house_are_said_at_once_in_the_order_of_its_lines(tmp_path):
    said = _fault(
        tmp_path,
        "order: [headline, dateline, dateline, body]\n"
        "dateline: {zh: '{published:y年mm月d日}', en: '{published.day}'}\n"
        "dates: {day: {zh: m月d日}}\n"
        "look: {zh: {headline: {color: rosso, align: middle}, headlin: {size: 9}}}\nzone: Beijing\n",
    )
    lines = said.splitlines()

    assert [line.rpartition("house.yaml:")[2].split(":")[0] for line in lines] == [
        "3",
        "4",
        "4",
        "5",
        "6",
        "6",
        "6",
        "7",
    ]
    assert "dateline stands twice" in said
    assert "mm in 'y年mm月d日' prints minutes" in said
    assert "there is no {published.day}; did you mean {published}?" in said
    assert "m in 'm月d日' is no field of a date; did you mean M?" in said
    assert "there is no paragraph headlin; did you mean headline?" in said
