"""A newsroom's whole day in real browsers, at a desk in a process of its own, from an empty folder on."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import docx
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.webdesk.browser import Desk, chromium
from tests.webdesk.client import ROOT, Person, free_port, launched
from tests.webdesk.forms import put

pytestmark = pytest.mark.browser
OFFICE = shutil.which("soffice") or ""
ROLES = ("reporter", "translator", "revisor", "terminologist", "editor")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@contextmanager
def running(home: Path, *more: str) -> Iterator[str]:
    """The address a desk of this home printed, while it runs."""
    desk, address = launched(home, free_port(), *more, sample=False)
    try:
        yield address
    finally:
        desk.terminate()
        desk.communicate(timeout=20)


def opened(file: Path) -> str:
    """The words of a Word file, which LibreOffice opens, too."""
    if OFFICE:
        profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
        words = [
            OFFICE,
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(file.parent),
            str(file),
        ]
        subprocess.run(words, check=True, capture_output=True, timeout=180)
        assert file.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    return "\n".join(paragraph.text for paragraph in docx.Document(str(file)).paragraphs)


def taken_out(page: Page, lang: str, into: Path) -> str:
    """The words of the story's Word file in one language, taken out on its page."""
    page.locator("details.menu summary").click()
    with page.expect_download() as waiting:
        page.locator(f"a[href$='/draft/{lang}.docx']").click()
    file = into / waiting.value.suggested_filename
    waiting.value.save_as(file)
    page.keyboard.press("Escape")
    return opened(file)


_UNFOLD = (
    "node => { for (let at = node; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true; }"
)


def filled(page: Page, saved: str, facts: dict[str, str]) -> None:
    """Type facts into the cards, as people do, and wait until they are saved."""
    for name, text in facts.items():
        field = page.locator(f"[name='{name}']")
        field.evaluate(_UNFOLD)
        field.fill(text)
    expect(page.locator("#saving")).to_have_text(saved)


def credited(page: Page, saved: str, names: dict[str, str]) -> None:
    """Write who did what in the credits."""
    for role, name in names.items():
        more = page.locator(f"[data-more='credits.{role}']")
        more.evaluate(_UNFOLD)
        more.click()
        page.locator(f"[data-field='credits.{role}'] .items textarea[lang=en]").last.fill(name)
    expect(page.locator("#saving")).to_have_text(saved)


FACTS = {
    "headline.zh": "禅城地铁站周六清晨停运检修",
    "date": "2024-05-20",
    "published": "2024-05-20 09:30",
    "dateline.zh": "佛山",
    "announcement.issuer.zh": "佛山市交通运输局",
    "announcement.issuer.en": "the Foshan Transport Bureau",
    "announcement.on": "2024-05-20",
    "announcement.says.zh": "5月25日早班车推迟一小时",
}
ENGLISH = {
    "headline.en": "Chancheng metro station to close for an early inspection",
    "announcement.says.en": "the first trains on May 25 will run an hour later",
}


def test_one_person_gets_from_an_empty_folder_to_a_released_story_in_two_word_files(browser, tmp_path):
    with running(tmp_path / "ours") as address:
        context = browser.new_context(locale="zh-CN", accept_downloads=True)
        desk = Desk(context, address.split("/enter/", maxsplit=1)[0])
        page = desk.page
        page.goto(address)
        page.fill("[name=city]", "佛山")
        page.fill("[name=office]", "佛山市商务局")
        page.uncheck("[name=samples]")
        page.click("button:text-is('打开工作台')")
        begun(page, "新建稿件", "空白稿件")
        filled(page, "已保存", FACTS | ENGLISH)
        credited(page, "已保存", {"reporter": "Eva", "revisor": "Tom"})
        for step in ("送校", "签发", "发布"):
            page.click(f"button:text-is('{step}')")
        expect(page.locator(".state.released")).to_be_visible()
        assert FACTS["headline.zh"] in taken_out(page, "zh", tmp_path)
        assert ENGLISH["headline.en"] in taken_out(page, "en", tmp_path)
        context.close()
        assert desk.faults == []


def begun(page: Page, menu: str, button: str) -> None:
    """A new notice with nothing in it."""
    page.click(f"summary:text-is('{menu}')")
    page.locator("details.menu select[name=type]").select_option("notice")
    page.click(f"button:text-is('{button}')")


@pytest.fixture
def newsroom(browser, tmp_path) -> Iterator[Callable[[str], Desk]]:
    """A desk served for a newsroom with one account a role; who is named has signed in at its page."""
    words, opened_ = {}, {}
    for role in ROLES:
        given = [sys.executable, "-m", "pressgen", "desk", "--home", str(tmp_path / "room"), "user", "add"]
        done = subprocess.run(
            [*given, f"the-{role}", "--role", role], cwd=ROOT, capture_output=True, text=True, check=True
        )
        words[role] = done.stdout.strip()

    def signed_in(role: str) -> Desk:
        if role not in opened_:
            opened_[role] = desk = Desk(browser.new_context(locale="en", accept_downloads=True), address)
            page = desk.go("/")
            page.fill("[name=name]", f"the-{role}")
            page.fill("[name=password]", words[role])
            page.click("button:text-is('Sign in')")
            expect(page.locator("form.leave")).to_contain_text(f"the-{role}")
        return opened_[role]

    with running(tmp_path / "room", "serve") as printed:
        address = printed.rstrip("/")
        yield signed_in
        for desk in opened_.values():
            desk.context.close()
    assert [fault for desk in opened_.values() for fault in desk.faults] == []


def test_a_newsroom_takes_a_story_through_all_states_to_a_correction(newsroom, tmp_path):
    editor = newsroom("editor").page
    editor.fill("[name=city]", "佛山")
    editor.fill("[name=office]", "佛山市交通运输局")
    editor.uncheck("[name=samples]")
    editor.check("[name=language][value=en]")
    editor.click("button:text-is('Open the desk')")

    terms = newsroom("terminologist").go("/glossary/")
    terms.click("summary:text-is('New name')")
    terms.fill("details.menu [name=zh]", "禅新桥站")
    terms.fill("details.menu [name=en]", "Chanxinqiao Station")
    terms.click("details.menu button:text-is('Add')")
    expect(terms.locator("#rows")).to_contain_text("Chanxinqiao Station")

    reporter = newsroom("reporter").go("/")
    begun(reporter, "New story", "Empty")
    filled(reporter, "Saved", FACTS)
    credited(reporter, "Saved", {"reporter": "Eva", "revisor": "Tom"})
    story = reporter.url.removeprefix(newsroom("reporter").address)
    step(reporter, "Hand to the revisor", "revision")

    assert newsroom("terminologist").go(story).locator("#cards textarea:enabled").count() == 0

    revisor = newsroom("revisor").go(story)
    expect(revisor.locator(".findings.open")).to_contain_text(FACTS["headline.zh"])
    revisor.fill("#comments textarea", "The English headline is missing.")
    revisor.click("#comments button:text-is('Comment')")
    step(revisor, "Back to the writer", "draft")

    translator = newsroom("translator").go(story)
    expect(translator.locator("#comments")).to_contain_text("The English headline is missing.")
    filled(translator, "Saved", ENGLISH)
    translator.click("#comments button:text-is('Done')")
    step(translator, "Hand to the revisor", "revision")

    step(newsroom("revisor").go(story), "Approve", "approved")
    step(newsroom("editor").go(story), "Release", "released")
    reporter = newsroom("reporter").go(story)
    assert reporter.locator("#cards textarea:enabled").count() == 0
    assert "Updated" not in taken_out(reporter, "en", tmp_path)

    step(reporter, "Correct", "draft")
    filled(
        reporter,
        "Saved",
        {
            "announcement.says.en": "the first trains on May 25 will run two hours later",
            "announcement.says.zh": "5月25日早班车推迟两小时",
        },
    )
    step(reporter, "Hand to the revisor", "revision")
    step(newsroom("revisor").go(story), "Approve", "approved")
    step(newsroom("editor").go(story), "Release", "corrected")
    corrected = taken_out(newsroom("editor").page, "en", tmp_path)
    assert "two hours later" in corrected

    history = newsroom("editor").go(f"{story}history").locator(".acts").inner_text()
    for role, done in (("reporter", "handed over"), ("revisor", "approved"), ("editor", "released")):
        assert re.search(rf"the-{role} {done}", history), history


def step(page: Page, label: str, state: str) -> None:
    """Take a step and see the story in its new state."""
    page.click(f"button:text-is('{label}')")
    expect(page.locator(f".heading .state.{state}")).to_be_visible()


def test_a_large_press_kit_survives_a_reload_and_a_killed_server(browser, tmp_path):
    home, port = tmp_path / "ours", free_port()
    desk, address = launched(home, port)
    page = browser.new_context(locale="zh-CN", accept_downloads=True).new_page()
    try:
        page.goto(address)
        page.locator(".stories .title").first.click()
        story = urlsplit(page.url).path
        _photographed(address, story, home / "desk" / story.strip("/"), 40)
        page.reload()
        page.click("summary:text-is('导出')")
        page.click("button:text-is('全套文件（ZIP）')")
        expect(page.locator("#job .state")).to_have_text("进行中")
        expect(page.locator("#job progress")).not_to_have_attribute("value", "0", timeout=30_000)
        page.reload()
        there = page.url
        desk.kill()
        desk.communicate()
        desk, address = launched(home, port)
        page.goto(address)
        page.goto(there)
        expect(page.locator("#job")).to_contain_text("还没做完，工作台就停止了。")
        page.click("button:text-is('重新运行')")
        expect(page.locator("#job .state")).to_have_text("已完成", timeout=60_000)
        with page.expect_download() as waiting:
            page.click("#job a.button")
        names = zipfile.ZipFile(waiting.value.path()).namelist()
        assert len([name for name in names if name.endswith(".jpg")]) >= 40
    finally:
        desk.kill()
        desk.communicate()
        page.context.close()


def _photographed(address: str, story: str, folder: Path, how_many: int) -> None:
    """Photos of the size that cameras make, each on a card of the story's own."""
    noise = Image.effect_noise((2400, 1600), 60).convert("RGB")
    person = Person(address)
    person.at(story)
    person.pairs = put(person.pairs, "own_order", "1")
    for number in range(how_many):
        noise.save(folder / f"hall-{number}.jpg", quality=90)
        key, name = f"n{number}", f"story.n{number}.photo"
        person.pairs += [("item", key), (f"is.{key}", "kind:photo"), (f"{name}.file", f"hall-{number}.jpg")]
        person.pairs += [(f"{name}.caption.zh", "会场"), (f"{name}.caption.en", "The hall")]
    person.save("Forty photos")
    assert person.errors == 0
