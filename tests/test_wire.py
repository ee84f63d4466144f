"""Releases for the wires: notice, embargo, run-in dateline, boilerplate, media contact, end mark."""

import json
from datetime import date
from io import BytesIO

import docx
import pytest

from pressgen import api
from pressgen.errors import EventError, PressgenError
from pressgen.formats import format_of
from tests.conftest import BRIEF

CONTACT = """\
contact:
  name: {zh: 李琳, en: Li Lin}
  org: 佛山市商务局
  phone: +86-757-8333-0000
  email: press@example.org
  website: www.example.org
"""
ABOUT = """\
boilerplate:
  org: 佛山高新区
  text:
    zh: 佛山高新区是国家高新技术产业开发区。
    en: Foshan Hi-tech Zone is a national hi-tech industrial development zone.
"""
EMBARGO = "embargo: 2023-07-19 10:00"
BEFORE, AFTER = date(2023, 7, 19), date(2023, 7, 20)
FORMATS = ["docx", "md", "html"]
OURS = "extends: pr-wire\ntitle: {zh: 本社, en: Ours}\n"
STANDING = "standing:\n  contact: {name: {zh: 王芳, en: Wang Fang}, phone: +86-757-8333-0001}\n"


@pytest.fixture
def wired(event, newsroom):
    """A brief with more facts, drafted in a house on a day: its event, release and house."""

    def draft(*more, name="pr-wire", today=BEFORE):
        found, house = event(BRIEF, *more), api.open_house(name, newsroom, today=today)
        return found, api.draft(found, house).release, house

    return draft


@pytest.fixture
def room(tmp_path):
    """A newsroom with a house of its own, given as YAML."""

    def open_house(text):
        folder = tmp_path / "room" / "templates" / "houses" / "ours"
        folder.mkdir(parents=True)
        (tmp_path / "room" / "pressgen.toml").write_text("", encoding="utf-8")
        (folder / "house.yaml").write_text(text, encoding="utf-8")
        return api.open_house("ours", api.open_newsroom(tmp_path / "room"), today=BEFORE)

    return open_house


@pytest.fixture
def ours(room, event):
    """A brief drafted in a house of its own, given as YAML."""
    return lambda text, *more: api.draft(event(BRIEF, *more), room(text)).release


def texts(document):
    return [block.text for block in document.blocks]


def findings(found, house):
    return [finding.message("en") for finding in api.draft(found, house).findings]


def test_a_release_for_the_wires_stands_between_its_notice_and_its_end(wired):
    _, release, _ = wired(ABOUT, CONTACT)

    assert texts(release.en) == [
        "FOR IMMEDIATE RELEASE",
        "Foshan courts investors in Suzhou",
        "SUZHOU, China, July 18, 2023 – The Foshan Investment Conference took place in Suzhou on July 14.",
        "About Foshan Hi-tech Zone",
        "Foshan Hi-tech Zone is a national hi-tech industrial development zone.",
        "Media contact",
        "Li Lin",
        "Foshan Bureau of Commerce",
        "Tel: +86-757-8333-0000",
        "Email: press@example.org",
        "Website: www.example.org",
        "###",
    ]


def test_the_same_in_chinese(wired):
    _, release, _ = wired(ABOUT, CONTACT)

    assert texts(release.zh) == [
        "即时发布",
        "佛山到苏州招商",
        "苏州2023年7月18日讯　7月14日，佛山投资推介会在苏州举行。",
        "关于佛山高新区",
        "佛山高新区是国家高新技术产业开发区。",
        "媒体联系",
        "联系人：李琳",
        "单位：佛山市商务局",
        "电话：0757-83330000",
        "邮箱：press@example.org",
        "网址：www.example.org",
        "（完）",
    ]


@pytest.mark.parametrize("embargo", ["", EMBARGO])
def test_nothing_is_found_in_it(wired, embargo):
    assert findings(*wired(ABOUT, CONTACT, embargo)[::2]) == []


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("embargo", ["", EMBARGO])
def test_it_reads_back_as_it_was_written(wired, tmp_path, form, embargo):
    _, release, house = wired(ABOUT, CONTACT, embargo)
    files = [tmp_path / f"a.{document.lang}.{form}" for document in (release.zh, release.en)]

    for document, path in zip((release.zh, release.en), files, strict=True):
        api.write(document, path, house)

    back = api.read(*files)
    assert (back.zh, back.en) == (release.zh, release.en)
    assert api.check(back, house.on_day(date(2023, 7, 18))) == []


def test_its_markdown_needs_no_list_of_roles(wired):
    _, release, house = wired(ABOUT, CONTACT, EMBARGO)

    for document in (release.zh, release.en):
        assert "roles:" not in format_of(".md").write(document, house).decode()


def test_two_organisations_stand_each_under_its_heading_and_two_contacts_under_one(wired):
    _, release, _ = wired(
        "boilerplate: [{org: 佛山, text: {zh: 甲市。, en: A city.}}, {org: 苏州, text: {zh: 乙市。, en: B city.}}]",
        "contact: [{name: {zh: 李琳, en: Li Lin}}, {name: {zh: 王芳, en: Wang Fang}}]",
    )

    assert texts(release.en)[3:] == [
        "About Foshan", "A city.", "About Suzhou", "B city.", "Media contact", "Li Lin", "Wang Fang", "###",
    ]  # fmt: skip


def test_what_is_said_about_an_organisation_in_one_language_is_marked_in_the_other(wired):
    found, release, house = wired("boilerplate: {org: 佛山高新区, text: 佛山高新区是国家高新区。}")

    assert any(text.startswith("[To translate: Foshan") for text in texts(release.en))
    assert findings(found, house)[0].endswith("is still to be translated; put words in its place")


def test_a_house_that_prints_no_contact_says_so(wired):
    found, release, house = wired(ABOUT, CONTACT, name="foshan-news")

    assert "press@example.org" not in "".join(texts(release.en))
    assert findings(found, house) == [
        f"foshan-news prints no {part}; name {part} in order in its house.yaml to have it printed"
        for part in ("boilerplate", "contact")
    ]


def test_what_a_house_always_says_and_does_not_print_is_its_own_affair(room, event):
    house = room("extends: foshan-news\ntitle: 本社\n" + STANDING)

    assert findings(event(BRIEF), house) == []


@pytest.mark.parametrize("name", ["base", "foshan-news", "hitech-zone", "pr-wire"])
def test_an_embargo_is_the_first_line_of_the_advance_copy_of_every_house(wired, name):
    found, _, house = wired(EMBARGO, name=name)
    release = api.draft(found, house.in_advance()).release

    assert texts(release.zh)[0] == "北京时间2023年7月19日10:00前不得发布"
    assert texts(release.en)[0] == "EMBARGOED UNTIL 10:00 (GMT+8) July 19, 2023"
    assert findings(found, house.in_advance()) == []


def test_a_house_may_keep_the_notice_off_the_copy_to_be_published(wired):
    found, release, house = wired(EMBARGO, name="foshan-news", today=AFTER)

    assert not any(
        "不得发布" in text or "EMBARGO" in text for block in (release.zh, release.en) for text in texts(block)
    )
    assert release.notices == {}
    assert findings(found, house) == []


def test_an_advance_copy_is_called_so(wired, tmp_path):
    found, _, house = wired(EMBARGO, name="foshan-news")
    house = house.in_advance()

    api.deliver(api.draft(found, house), tmp_path, api.Order(("md",)))

    assert (tmp_path / "brief.advance.zh.md").exists()
    assert not (tmp_path / "brief.zh.md").exists()


@pytest.mark.parametrize("embargo", ["2023-07-18 10:00", "2023-07-18 16:17", "2023-07-20 09:00"])
def test_a_dateline_may_stand_before_its_embargo_or_behind_it(wired, embargo):
    found, _release, house = wired(f"embargo: {embargo}", today=date(2023, 7, 18))

    assert findings(found, house) == []


def test_an_embargo_of_another_month_is_asked_about(wired):
    found, _release, house = wired("embargo: 2023-08-18 10:00")

    assert findings(found, house) == [
        "the embargo 2023-08-18 10:00 is 31 days from the publication 2023-07-18; check both"
    ]


def heads(data):
    """What Word shows at the head of first, even and other pages."""
    section = docx.Document(BytesIO(data)).sections[0]
    pages = (section.first_page_header, section.even_page_header, section.header)
    return ["\n".join(paragraph.text for paragraph in page.paragraphs).strip() for page in pages]


def test_an_embargo_is_at_the_head_of_every_page(wired):
    _, release, house = wired(EMBARGO)

    assert "EMBARGOED UNTIL" in heads(format_of(".docx").write(release.en, house))[2]
    assert "不得发布" in heads(format_of(".docx").write(release.zh, house))[2]
    assert '<header class="notice">EMBARGOED UNTIL' in format_of(".html").write(release.en, house).decode()


def test_without_an_embargo_no_page_says_so(wired):
    _, release, house = wired()

    assert heads(format_of(".docx").write(release.en, house)) == ["", "", ""]
    assert "<header" not in format_of(".html").write(release.en, house).decode()


def test_the_file_with_both_languages_says_so_in_both(wired, tmp_path):
    found, _, house = wired(EMBARGO)
    api.deliver(api.draft(found, house), tmp_path, api.Order(("docx",), "side-by-side"))

    head = heads((tmp_path / "brief.bilingual.docx").read_bytes())[2]
    assert head == "北京时间2023年7月19日10:00前不得发布\nEMBARGOED UNTIL 10:00 (GMT+8) July 19, 2023"


def letterhead(path):
    """A letterhead whose first page has a header of its own, and whose even pages have none yet."""
    paper = docx.Document()
    section = paper.sections[0]
    section.different_first_page_header_footer = True
    paper.settings.odd_and_even_pages_header_footer = True
    section.first_page_header.paragraphs[0].text = "佛山高新区"
    section.header.paragraphs[0].text = "续页"
    paper.save(path)


def test_on_a_letterhead_it_stands_below_what_is_there_on_first_even_and_other_pages(wired, tmp_path):
    letterhead(tmp_path / "letterhead.docx")
    _, release, house = wired(EMBARGO)
    vars(house)["letterhead"] = (tmp_path / "letterhead.docx").read_bytes()

    said = "北京时间2023年7月19日10:00前不得发布"
    assert heads(format_of(".docx").write(release.zh, house)) == [
        f"佛山高新区\n{said}",
        said,
        f"续页\n{said}",
    ]


def test_an_embargo_needs_its_minute(wired):
    with pytest.raises(EventError, match=r"brief\.yaml:11:10: pr-wire gives the minute of embargo"):
        wired("embargo: 2023-07-19")


def test_a_draft_says_the_same_on_any_day_and_a_note_says_when_the_embargo_is_over(wired):
    event, before, house = wired(EMBARGO)
    _, after, later = wired(EMBARGO, today=AFTER)

    assert before == after
    assert findings(event, house) == []
    assert findings(event, later) == [
        "2023-07-19 10:00 is past, and the draft still says so on every page; delete embargo and draft again"
    ]


def test_what_a_house_always_says_stands_in_every_release_unless_the_event_says_it(ours):
    assert "Wang Fang" in texts(ours(OURS + STANDING).en)


def test_a_sum_a_house_always_says_is_in_the_record_with_its_rate(tmp_path, room, event):
    house = room(
        "extends: base\ntitle: {zh: 本社, en: Ours}\nstanding: {signing: {signed: [{kind: projects, count: 2个, total: 1亿元}]}}\n"
    )
    found = event(BRIEF)

    api.deliver(api.draft(found, house), tmp_path / "out", api.Order(("md",)))

    record = json.loads((tmp_path / "out" / "brief.record.json").read_text(encoding="utf-8"))
    assert {each["fact"] for each in record["conversions"]} == {"signing.signed.0.total"}
    assert findings(found, house) == []


def test_an_events_own_contact_comes_first(ours):
    said = texts(ours(OURS + STANDING, CONTACT).en)

    assert "Li Lin" in said
    assert "Wang Fang" not in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("standing: {contakt: {name: 李琳}}\n", r"house\.yaml:3:12: contakt: there is no such field; did you mean contact"),
        ("standing: {contact: {name: 李琳, phone: 打电话}}\n", r"house\.yaml:3:39: contact\.0\.phone: “打电话” does not look"),
        ("standing: {contact: {phone: 12345}}\n", r"house\.yaml:3:21: contact\.0\.name: Name is missing"),
        ("standing: {boilerplate: {org: 佛山, text: '{nosuch}。'}}\n", r"house\.yaml:3:.*\{nosuch\} refers to nothing"),
        ("standing: contact\n", r"house\.yaml:3:11: release: 'name: value' belongs here"),
        ("order: [notice, headline, bodie]\n",
         r"house\.yaml:3:27: there is no 'bodie'; did you mean body\?"),
        ("lead: {en: '{venue:upper}, China – '}\n", r"brief\.yaml: ours prints venue; write it"),
        ("contact: {lins: []}\n", r"house\.yaml:3:11: there is no lins; did you mean lines\?"),
    ],
)  # fmt: skip
def test_a_house_that_says_it_wrong_is_told_where(ours, text, said):
    with pytest.raises(PressgenError, match=said):
        ours(OURS + text)


def test_a_city_may_stand_in_capitals(ours):
    release = ours(OURS + "lead: {en: '{city:upper} – ', zh: '{city}{date:M月d日}讯　'}\n")

    assert texts(release.en)[2].startswith("SUZHOU – The")
    assert texts(release.zh)[2].startswith("苏州7月14日讯　7月14日，")


def test_a_house_may_choose_its_own_words_and_order(ours):
    release = ours(
        OURS + "order: [contact, headline, body, end]\nend: {en: -30-}\n"
        "contact: {heading: {en: Press office}, lines: [{zh: '{name}', en: '{name}: {phone}'}]}\n",
        CONTACT,
    )

    assert texts(release.en)[:2] == ["Press office", "Li Lin: +86-757-8333-0000"]
    assert texts(release.en)[-1] == "-30-"


COLLEAGUE = """\
EMBARGOED UNTIL 9:00 (GMT+8) July 19, 2023
Foshan opens a new trade office
FOSHAN, July 18 – The city opened a trade office in Suzhou on Tuesday.
It has a staff of 12.
###
"""


def test_a_colleagues_notice_is_no_headline_and_the_end_mark_no_story():
    found = format_of(".txt").read(COLLEAGUE.encode(), "a.txt").blocks

    assert [block.role for block in found] == ["note", "headline", "lead", "body", "note"]


def test_a_colleagues_word_file_without_styles_is_read_alike():
    paper = docx.Document()
    for line in COLLEAGUE.splitlines():
        paper.add_paragraph(line)
    paper.save(data := BytesIO())

    found = format_of(".docx").read(data.getvalue(), "a.docx").blocks
    assert [block.role for block in found] == ["note", "headline", "lead", "body", "note"]


@pytest.mark.parametrize(
    ("lines", "roles"),
    [
        (["Li Lin", "Tel: 0757 8333 0000"], ["credits", "credits"]),
        (["press@example.org"], ["credits"]),
        (["Write to press@example.org."], ["body"]),
        (["李琳", "电话：0757-83330000转8012"], ["credits", "credits"]),
        (["The contracts", "2405720000 yuan"], ["body", "body"]),
        (["Founded: 2023-07-18"], ["body"]),
        (["More than 12 firms"], ["body"]),
    ],
)
def test_short_lines_below_a_subheading_with_a_number_to_call_are_a_contact(lines, roles):
    text = "\n\n".join(["# Foshan opens an office", "The city opened it.", "## Media contact", *lines])

    found = format_of(".md").read(text.encode(), "a.md").blocks
    assert [block.role for block in found][3:] == roles
