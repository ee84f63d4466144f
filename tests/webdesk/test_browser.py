"""A person at a real page: typing with an input method, with the keyboard alone, in two browsers at once."""

import base64
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

import docx
import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db import OperationalError
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from pressgen import api
from pressgen.desk import stories
from pressgen.desk.filled import Filled
from pressgen.desk.models import Act, Check, Job, Story
from pressgen.desk.room import room
from pressgen.errors import UsageError
from tests.webdesk.browser import Desk, chromium, serving

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def address(newsroom_of_desk) -> Iterator[str]:
    with serving() as address:
        yield address


@pytest.fixture
def at_desk(browser, address) -> Iterator[Callable[..., Desk]]:
    """Somebody at the desk: ``at_desk("wang", "zh-CN")``; no console may have complained at the end."""
    opened: list[Desk] = []

    def person(name: str = "wang", locale: str = "zh-CN", width: int = 1280, **more: object) -> Desk:
        user, _ = User.objects.get_or_create(username=name)
        client = Client()
        client.force_login(user)
        context = browser.new_context(locale=locale, viewport={"width": width, "height": 900}, **more)
        for key, cookie in client.cookies.items():
            context.add_cookies([{"name": key, "value": cookie.value, "url": address}])
        opened.append(Desk(context, address))
        return opened[-1]

    yield person
    for desk in opened:
        desk.context.close()
    Act.objects.all().delete()
    Check.objects.all().delete()
    Story.objects.all().delete()
    User.objects.all().delete()
    assert [fault for desk in opened for fault in desk.faults] == []


ROOMS = (
    "/check/",
    "/convert/",
    "/glossary/",
    "/glossary/entry?id=foshan",
    "/glossary/faults",
    "/glossary/waiting",
    "/glossary/history",
    "/house/",
    "/rates/",
)
UNTRANSLATED = """() => [...document.querySelectorAll("button, label, legend, h1, h2, h3, th, summary, .hint, .fault, option")]
    .filter((each) => each.checkVisibility() && !each.closest("[lang=en], .paper, #text"))
    .map((each) => [...each.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent).join(" ").trim())
    .filter((text) => /[a-z]{3,} [a-z]{3,}/i.test(text) && !/[\u4e00-\u9fff]/.test(text))"""
"""Words of the page itself that stand in English only: two words in a row and no Chinese among them."""
AXE = Path(__file__).parent / "vendor" / "axe.min.js"


def _story(name: str = "investment-promotion") -> Story:
    here = room()
    user, _ = User.objects.get_or_create(username="wang")
    return stories.created(name, api.example(here.types[name]), user, here, "made")


def test_a_composition_is_saved_whole_and_only_when_it_ends(at_desk):
    desk, story = at_desk(), _story()
    page = desk.go(f"/stories/{story.pk}/")
    field = page.locator("[name='headline.zh']")
    field.click()
    page.keyboard.press("Control+End")
    keys = page.context.new_cdp_session(page)
    keys.send("Input.imeSetComposition", {"text": "ni hao", "selectionStart": 6, "selectionEnd": 6})
    page.wait_for_timeout(1200)
    story.refresh_from_db()
    assert story.version == 1
    keys.send("Input.insertText", {"text": "你好"})
    expect(page.locator("#saving")).to_have_text("已保存")
    expect(page.locator(".paper.zh .headline")).to_contain_text("你好")
    assert field.input_value().endswith("你好")
    assert page.evaluate("document.activeElement.name") == "headline.zh"


def test_the_caret_stays_where_it_is_while_the_preview_changes(at_desk):
    page = at_desk(locale="en").go(f"/stories/{_story().pk}/")
    field = page.locator("[name='headline.en']")
    field.click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("New: ", delay=30)
    expect(page.locator(".paper.en .headline")).to_contain_text("New: Foshan")
    page.keyboard.type("old ", delay=30)
    assert field.input_value().startswith("New: old Foshan")


def test_cards_are_moved_removed_and_brought_back_with_the_keyboard(at_desk):
    story = _story()
    page = at_desk(locale="en").go(f"/stories/{story.pk}/")
    order = page.locator("#order > li h3")
    before = order.all_text_contents()
    page.locator("#order > li .handle").first.focus()
    page.keyboard.press("Alt+ArrowDown")
    assert order.all_text_contents()[:2] == before[1::-1]
    assert page.evaluate("document.activeElement.className") == "handle"
    page.locator("#order > li:nth-child(2) [data-do=remove]").focus()
    page.keyboard.press("Enter")
    assert len(order.all_text_contents()) == len(before) - 1
    page.locator("#undo").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Control+z")
    assert order.all_text_contents() == before
    expect(page.locator("#saving")).to_have_text("Saved")


def test_a_card_added_and_filled_is_a_paragraph_of_both_releases(at_desk):
    page = at_desk().go(f"/stories/{_story().pk}/")
    page.select_option("#kind", "share")
    page.click("#add")
    page.locator("[name$='share.name.zh']").fill("制造业项目")
    page.locator("[name$='share.name.en']").fill("manufacturing projects")
    page.locator("[name$='share.value.value']").fill("71.5%")
    expect(page.locator(".paper.zh")).to_contain_text("制造业项目占比71.5%")
    expect(page.locator(".paper.en")).to_contain_text("71.5%")


def test_a_sentence_leads_to_its_card_and_a_card_to_its_sentence(at_desk):
    page = at_desk().go(f"/stories/{_story().pk}/")
    page.locator(".paper.en [data-goto='investment.total']").first.click()
    expect(page.locator("[name='investment.total.value']")).to_be_focused()
    assert page.locator(".paper .here").count() >= 2


def test_a_draft_stays_and_says_so_where_a_fault_leaves_nothing_to_show(at_desk):
    page = at_desk(locale="en").go(f"/stories/{_story().pk}/")
    fault = UsageError("甲与乙不合", "two facts do not go together")
    with patch.object(stories.api, "preview", return_value=(None, [fault])):
        page.locator("[name='headline.en']").fill("While it cannot be drafted")
        expect(page.locator("#nothing")).to_contain_text("before this fault")
        expect(page.locator(".papers.stale .paper.zh .headline")).to_contain_text("佛山")
    page.locator("[name='headline.en']").fill("Drafted again")
    expect(page.locator(".paper.en .headline")).to_have_text("Drafted again")
    expect(page.locator(".papers.stale")).to_have_count(0)


def test_two_browsers_in_one_story_lose_nothing(at_desk):
    story = _story()
    first, second = at_desk("wang"), at_desk("li")
    pages = [desk.go(f"/stories/{story.pk}/") for desk in (first, second)]
    pages[0].locator("[name='headline.zh']").fill("王的标题")
    expect(pages[0].locator("#saving")).to_have_text("已保存")
    pages[1].locator("[name='headline.zh']").fill("李的标题")
    expect(pages[1].locator("#conflict")).to_be_visible()
    assert pages[1].locator("[name='headline.zh']").input_value() == "李的标题"
    story.refresh_from_db()
    assert story.zh == "王的标题"
    expect(pages[1].locator(".choices ins")).to_contain_text(["李", "王"])
    pages[1].locator("[name='choose.headline.zh'][value=mine]").check()
    pages[1].click("#merge")
    expect(pages[1].locator("#conflict")).to_be_hidden()
    expect(pages[1].locator("#saving")).to_have_text("已保存")
    story.refresh_from_db()
    assert story.zh == "李的标题"
    assert any("王的标题" in version.data for version in story.versions.all())
    second.faults = [fault for fault in second.faults if "409" not in fault]


def test_a_word_file_dropped_on_its_story_shows_what_changed(at_desk, tmp_path):
    story, desk = _story(), at_desk()
    page = desk.go(f"/stories/{story.pk}/")
    with page.expect_download() as taken_out:
        page.evaluate("location.href = document.querySelector('a[href$=\"zh.docx\"]').href")
    taken_out.value.save_as(tmp_path / "稿.docx")
    document = docx.Document(tmp_path / "稿.docx")
    document.paragraphs[-3].insert_paragraph_before("会上发布了投资指南。")
    document.save(tmp_path / "稿.docx")
    dropped = page.evaluate_handle(
        """([name, data]) => { const held = new DataTransfer();
        held.items.add(new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], name)); return held; }""",
        ["稿.docx", base64.b64encode((tmp_path / "稿.docx").read_bytes()).decode()],
    )
    page.dispatch_event("#preview", "drop", {"dataTransfer": dropped})
    expect(page.locator("ins", has_text="会上发布了投资指南。").first).to_be_visible()
    page.click(".takes button")
    expect(page.locator(".paper.zh")).to_contain_text("会上发布了投资指南。")


def test_a_name_is_completed_with_the_keyboard_in_both_languages(at_desk):
    page = at_desk().go(f"/stories/{_story('own-text').pk}/")
    field = page.locator("[name='dateline.zh']")
    field.fill("")
    field.press_sequentially("佛山高新", delay=40)
    expect(page.locator("#completions li").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert field.input_value() == "佛山国家高新技术产业开发区"
    assert "Hi-tech" in page.locator("[name='dateline.en']").input_value()
    expect(page.locator("#completions")).to_be_hidden()
    expect(page.locator("#saving")).to_have_text("已保存")
    field.fill("青云港")
    expect(page.locator("[data-field='dateline'] .proposed")).to_be_hidden()
    page.locator("[name='dateline.en']").fill("")
    expect(page.locator("[data-field='dateline'] .notes")).to_contain_text("术语表没有")


def test_translations_are_saved_one_by_one_with_the_keyboard(at_desk):
    here, user = room(), User.objects.get_or_create(username="wang")[0]
    words = [{"words": {"text": {"zh": text}}} for text in ("书市设在南湖公园。", "书市持续三天。")]
    facts = {"release": "own-text", "headline": {"zh": "开市", "en": "It opens"}, "story": words}
    story = stories.created("own-text", facts, user, here, "made")
    page = at_desk().go(f"/stories/{story.pk}/translate")
    waiting = int(page.locator("#waiting").text_content())
    area = page.locator(".translating li", has_text="南湖公园").locator("textarea")
    area.fill("The fair is in South Lake Park.")
    area.press("Control+Enter")
    expect(page.locator("#waiting")).to_have_text(str(waiting - 1))
    expect(page.locator(".translating .done")).to_contain_text("South Lake Park")
    story.refresh_from_db()
    assert "South Lake Park" in story.data


def test_a_house_being_written_shows_its_sample_and_its_faults(at_desk):
    page = at_desk().go("/house/?house=foshan-news")
    area = page.locator("#text")
    text = area.input_value()
    area.fill(text.replace("中国{dateline}", "本报{dateline}讯"))
    expect(page.locator("#sample")).to_contain_text("本报")
    area.fill(text.replace("convert: never", "convert: sometimes"))
    page.locator("#judged button").click()
    marked = area.evaluate("(field) => field.value.slice(field.selectionStart, field.selectionEnd)")
    assert marked.strip() == "convert: sometimes"
    area.fill(text)


def test_findings_are_filtered_with_their_marks(at_desk, tmp_path):
    zh, en = tmp_path / "湖.md", tmp_path / "lake.md"
    zh.write_text("# 签约\n\n今年签约项目86个,总投资15.26亿元。\n", encoding="utf-8")
    en.write_text("# Deals\n\n86 projects worth 15.26 million yuan were signed.\n", encoding="utf-8")
    page = at_desk(locale="en").go("/check/")
    page.locator("form", has=page.locator("[name=day]")).locator("[name=files]").set_input_files([zh, en])
    page.locator("form", has=page.locator("[name=day]")).locator("button.primary").click()
    expect(page.locator("[data-rule='figure/scale']")).to_be_visible()
    page.select_option("#rule", "figure/scale")
    assert page.locator(".findings [data-finding]:visible").count() == 1
    assert page.locator(".hit:not(.muted)").count() == 2
    page.select_option("#rule", "")
    assert page.locator(".hit.muted").count() == 0


def test_an_entry_opens_in_its_row_and_is_saved(at_desk):
    page = at_desk(locale="en").go("/glossary/?q=fsgxq")
    page.locator("tbody a", has_text="Edit").first.click()
    expect(page.locator("tr.editing [name=text]").first).to_be_visible()
    page.locator("tr.editing").get_by_text("Cancel").click()
    expect(page.locator("tr.editing")).to_have_count(0)


def test_a_lost_connection_keeps_the_words_and_saves_them_later(at_desk):
    story = _story()
    desk = at_desk()
    page = desk.go(f"/stories/{story.pk}/")
    desk.context.set_offline(True)
    page.locator("[name='headline.zh']").fill("断网时写的")
    expect(page.locator("#saving")).to_contain_text("连接中断")
    desk.context.set_offline(False)
    expect(page.locator("#saving")).to_have_text("已保存")
    story.refresh_from_db()
    assert story.zh == "断网时写的"
    desk.faults.clear()


def test_words_typed_after_a_session_ended_are_saved_once_somebody_signs_in_again(at_desk):
    story, desk = _story(), at_desk()
    page = desk.go(f"/stories/{story.pk}/")
    Session.objects.all().delete()
    page.locator("[name='headline.zh']").fill("退出以后写的")
    expect(page.locator("#saving")).to_contain_text("登录已失效")
    assert page.locator("[name='headline.zh']").input_value() == "退出以后写的"
    again = Client()
    again.force_login(User.objects.get(username="wang"))  # as signing in in another tab does
    for key, cookie in again.cookies.items():
        desk.context.add_cookies([{"name": key, "value": cookie.value, "url": desk.address}])
    expect(page.locator("#saving")).to_have_text("已保存", timeout=15_000)
    story.refresh_from_db()
    assert story.zh == "退出以后写的"
    page.locator("[name='headline.zh']").fill("登录以后写的")
    expect(page.locator(".paper.zh .headline")).to_contain_text("登录以后写的")
    desk.faults.clear()


def test_words_typed_while_the_disk_is_full_are_saved_when_there_is_room(at_desk):
    story, desk = _story(), at_desk()
    page = desk.go(f"/stories/{story.pk}/")
    with patch.object(stories, "keep", side_effect=OperationalError("database or disk is full")):
        page.locator("[name='headline.zh']").fill("磁盘满时写的")
        expect(page.locator("#saving")).to_contain_text("磁盘已满")
    expect(page.locator("#saving")).to_have_text("已保存", timeout=15_000)
    story.refresh_from_db()
    assert story.zh == "磁盘满时写的"
    desk.faults.clear()


def _word(path: Path, *lines: str) -> Path:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(path)
    return path


def _checked(desk: Desk, folder: Path) -> Page:
    zh = _word(folder / "湖.docx", "签约", "今年签约项目86个,总投资15.26亿元。")
    en = _word(folder / "lake.docx", "Deals", "86 projects worth 15.26 million yuan were signed.")
    page = desk.go("/check/")
    form = page.locator("form", has=page.locator("[name=day]"))
    form.locator("[name=files]").set_input_files([zh, en])
    form.locator("button.primary").click()
    page.locator(".findings details summary").first.click()
    page.locator(".findings form [name=reason]").first.fill("as agreed")
    page.locator(".findings form button").first.click()
    page.locator("details.accepted summary").click()
    return page


def _returned(desk: Desk, folder: Path) -> Page:
    page = desk.go(f"/stories/{_story().pk}/")
    back = _word(folder / "稿.docx", "佛山赴苏州招商", "会上发布了投资指南。")
    page.locator("#back summary").click()
    page.locator("#back [name=files]").set_input_files(back)
    page.locator("#back button").click()
    expect(page.locator(".takes")).to_be_visible()
    return page


def _imported(desk: Desk, folder: Path) -> Page:
    table = folder / "names.csv"
    table.write_text("zh,en\n青岚湖,Qinglan Lake\n,Nothing\n佛山,Foshan\n", encoding="utf-8")
    page = desk.go("/glossary/")
    page.locator("details", has=page.locator("[name=file]")).locator("summary").click()
    page.locator("[name=file]").set_input_files(table)
    page.locator("form", has=page.locator("[name=file]")).locator("button").click()
    page.wait_for_url("**/glossary/import")
    return page


def _conflict(desk: Desk, folder: Path) -> Page:
    story = _story()
    page = desk.go(f"/stories/{story.pk}/")
    li, _ = User.objects.get_or_create(username="li")
    facts = {**story.facts, "headline": {"zh": "李的标题", "en": "Li’s headline"}}
    stories.save(stories.Made(story, room(), Filled(facts)), story.version, li)
    page.locator("[name='headline.zh']").fill("王的标题")
    expect(page.locator("#conflict")).to_be_visible()
    desk.faults = [fault for fault in desk.faults if "409" not in fault]
    return page


def _taking_out(desk: Desk, folder: Path) -> Page:
    page = desk.go(f"/stories/{_story().pk}/")
    page.locator("details.menu summary").last.click()
    return page


def _completing(desk: Desk, folder: Path) -> Page:
    page = desk.go(f"/stories/{_story('own-text').pk}/")
    page.locator("[name='dateline.zh']").fill("")
    page.locator("[name='dateline.zh']").press_sequentially("佛山高新", delay=30)
    expect(page.locator("#completions li").first).to_be_visible()
    return page


def _working(desk: Desk, folder: Path) -> Page:
    story = _story()
    job = Job.objects.create(
        kind="kit", state="interrupted", title="全套文件", story=story, by=story.changed_by
    )
    return desk.go(f"/jobs/{job.pk}/")


def _of_story(way: str) -> Callable[[Desk, Path], Page]:
    return lambda desk, _folder: desk.go(f"/stories/{_story().pk}/{way}")


PLACES: dict[str, Callable[[Desk, Path], Page]] = {
    "story": _of_story(""),
    "history": _of_story("history"),
    "translate": _of_story("translate"),
    "print": _of_story("print/both"),
    "checked": _checked,
    "returned": _returned,
    "imported": _imported,
    "conflict": _conflict,
    "taking out": _taking_out,
    "completing": _completing,
    "job": _working,
    "house editing": lambda desk, _folder: desk.go("/house/?house=foshan-news"),
    "no such page": lambda desk, _folder: desk.go("/stories/nothing"),
}
"""Pages that have to be made, or are looked at while something is open."""


def _at(desk: Desk, place: str, folder: Path) -> Page:
    page = PLACES[place](desk, folder) if place in PLACES else desk.go(place)
    desk.faults = [fault for fault in desk.faults if "404" not in fault and "422" not in fault]
    return page


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
@pytest.mark.parametrize("place", ["/", *ROOMS, *PLACES])
def test_axe_finds_nothing_serious_on_any_page(at_desk, tmp_path, place, locale):
    page = _at(at_desk(locale=locale, bypass_csp=True), place, tmp_path)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    assert [
        (each["id"], each["nodes"][0]["html"]) for each in found if each["impact"] in ("serious", "critical")
    ] == []


@pytest.mark.parametrize("place", ["/", *ROOMS, *(place for place in PLACES if place != "print")])
def test_no_page_is_wider_than_a_telephone(at_desk, tmp_path, place):
    page = _at(at_desk(width=360), place, tmp_path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("place", ["/", *ROOMS, *(place for place in PLACES if place != "print")])
def test_no_english_is_left_on_a_chinese_page(at_desk, tmp_path, place):
    page = _at(at_desk(), place, tmp_path)
    assert page.evaluate(UNTRANSLATED) == []


TABBED = """() => { const at = document.activeElement, box = at.getBoundingClientRect();
    return [at === document.body ? "" : [...document.querySelectorAll("*")].indexOf(at), at.outerHTML.slice(0, 120),
            at === document.body || (at.checkVisibility() && box.width > 0 && getComputedStyle(at).outlineStyle !== "none")]; }"""


@pytest.mark.parametrize("place", ["/", *ROOMS, *PLACES])
def test_the_keyboard_alone_goes_from_one_thing_to_the_next_and_shows_where_it_is(at_desk, tmp_path, place):
    page = _at(at_desk(locale="en"), place, tmp_path)
    gone = []
    for _ in range(25):
        page.keyboard.press("Tab")
        number, shown, seen = page.evaluate(TABBED)
        assert seen, shown
        gone.append(number)
        if not number:
            break
    assert len(set(gone)) == len(gone) or gone.count(gone[0]) > 1  # round a dialog, never to and fro


def test_a_composition_on_the_translators_page_is_sent_when_it_is_whole(at_desk):
    here, user = room(), User.objects.get_or_create(username="wang")[0]
    words = [{"words": {"text": {"en": "The fair lasts three days."}}}]
    facts = {"release": "own-text", "headline": {"zh": "开市", "en": "It opens"}, "story": words}
    story = stories.created("own-text", facts, user, here, "made")
    page = at_desk().go(f"/stories/{story.pk}/translate")
    area = page.locator(".translating textarea").first
    area.focus()
    keys = page.context.new_cdp_session(page)
    keys.send("Input.imeSetComposition", {"text": "shu shi", "selectionStart": 7, "selectionEnd": 7})
    page.keyboard.press("Control+Enter")
    page.wait_for_timeout(500)
    story.refresh_from_db()
    assert story.version == 1
    keys.send("Input.insertText", {"text": "书市持续三天。"})
    page.keyboard.press("Control+Enter")
    expect(page.locator(".translating .done")).to_contain_text("书市持续三天。")
    story.refresh_from_db()
    assert "书市持续三天。" in story.data
    assert "shu shi" not in story.data


def test_names_are_completed_in_names_alone(at_desk):
    page = at_desk().go(f"/stories/{_story('own-text').pk}/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "complete" in request.url else None)
    page.locator("[name='headline.zh']").press_sequentially("佛山高新", delay=30)
    page.wait_for_timeout(600)
    expect(page.locator("#saving")).to_have_text("已保存")
    assert asked == []
