"""Who may come in, from where, and what a page may do; what people type is shown as text."""

import os
import re
import stat
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

import pytest
from django.test import Client

from pressgen.desk.installation import TOKEN, Installation
from pressgen.desk.pages.entrance import urls as entrance
from pressgen.desk.urls import urlpatterns
from tests.webdesk import words
from tests.webdesk.conftest import DESK
from tests.webdesk.forms import put, sent

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{7*7}}{% x %}"


def test_a_foreign_host_is_refused(client):
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400
    assert client.get("/", headers={"host": "127.0.0.1:8699"}).status_code == 200


def test_a_change_asked_for_by_another_page_is_refused(client):
    for origin in ("http://evil.example", "null"):
        assert client.post("/stories/new", {"type": "notice"}, headers={"origin": origin}).status_code == 403


def test_a_change_without_the_forms_token_is_refused(wang, story):
    strict = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1"})
    strict.force_login(wang)
    made = story()
    for address in (
        "/stories/new",
        "/stories/import",
        f"/stories/{made.pk}/save",
        f"/stories/{made.pk}/copy",
        "/language/",
    ):
        assert strict.post(address, {"type": "notice"}).status_code == 403


def _addresses(pk):
    for pattern in urlpatterns:
        if pattern not in entrance:
            route = re.sub("<uuid:pk>", str(pk), str(pattern.pattern))
            yield "/" + re.sub("<[^>]+>", "x", route)


def test_who_is_not_in_sees_nothing(story, database):
    outside = Client(headers={"host": "127.0.0.1"})
    for address in _addresses(story().pk):
        answer = outside.get(address)
        assert answer.status_code == 302, address
        assert answer.headers["location"].startswith("/enter/")
        assert outside.post(address, headers={"X-Requested-With": "desk"}).status_code == 401


def test_only_the_printed_token_opens_the_desk(database):
    outside = Client(headers={"host": "127.0.0.1"})
    with patch.dict(os.environ, {TOKEN: "right"}):
        assert outside.get("/enter/wrong").status_code == 404
        before = outside.session.session_key
        assert outside.get("/enter/right").headers["location"] == "/"
        assert outside.session.session_key != before
        assert outside.get("/").status_code == 200
    with patch.dict(os.environ, {TOKEN: ""}):
        assert outside.get("/enter/").status_code == 200


def test_every_answer_says_what_a_page_may_do(client, story):
    made = story()
    for address in ("/", f"/stories/{made.pk}/", "/nowhere", f"/stories/{made.pk}/facts.yaml"):
        answer = client.get(address)
        policy = answer.headers["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in answer.headers["Cache-Control"]


def test_pages_hold_no_script_or_style_within(client, story):
    for address in ("/", f"/stories/{story().pk}/"):
        page = client.get(address).content.decode()
        assert not re.search(r"\son\w+=|\sstyle=|<style|javascript:", page)
        assert not re.search(r"<script(?![^>]*(src=|application/json))", page)
        assert not re.search(r'(src|href)="(https?:)?//', page)


def test_what_people_type_is_shown_as_text(client, story):
    made = story(
        "notice",
        headline={"zh": HOSTILE, "en": HOSTILE},
        city=HOSTILE,
        next={"zh": HOSTILE},
        credits={"reporter": [HOSTILE]},
    )
    for address in ("/", f"/?q={HOSTILE}", f"/stories/{made.pk}/"):
        page = client.get(address).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "49" not in re.findall(r"onerror=alert\(1\)&gt;(\d+)", page)
    pairs = sent(client.get(f"/stories/{made.pk}/").content)
    said = client.post(f"/stories/{made.pk}/save", dict(put(pairs, "headline.en", HOSTILE + "!"))).json()
    assert "<script>" not in said["preview"]


def test_the_secret_is_this_installations_own_and_closed_to_others(tmp_path):
    first, second = (Installation(tmp_path / name).secret() for name in ("a", "b"))
    assert first != second
    assert Installation(tmp_path / "a").secret() == first
    mode = stat.S_IMODE((tmp_path / "a" / "desk" / "secret.key").stat().st_mode)
    assert os.name == "nt" or mode == 0o600
    assert os.name == "nt" or stat.S_IMODE(DESK.folder.stat().st_mode) == 0o700


def test_the_libraries_are_as_they_were_published():
    folder = words.DESK / "static" / "desk" / "vendor"
    rows = re.findall(
        r"\| (\S+\.js) .* ([0-9a-f]{64}) \|", (folder / "README.md").read_text(encoding="utf-8")
    )
    assert {name for name, _ in rows} == {path.name for path in folder.glob("*.js")}
    for name, digest in rows:
        assert sha256((folder / name).read_bytes()).hexdigest() == digest
        assert (folder / f"{name.split('.')[0]}.LICENSE").is_file()


def test_every_word_of_the_pages_has_its_chinese():
    known = words.catalogue()
    for message in set(words.used()):
        single = message[0] if isinstance(message, tuple) else message
        assert known.get(single) is not None, single
        text = known[single].string
        assert text if isinstance(text, str) else text[0], single


def test_the_catalogue_is_compiled_as_it_stands():
    assert words.MO.read_bytes() == words.compiled(words.catalogue())


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_language_is_remembered(client, language):
    client.post("/language/", {"language": language, "next": "//evil.example"})
    page = client.get("/").content.decode()
    assert ("稿件" in page) == (language == "zh-hans")


@pytest.mark.slow
def test_no_other_door_imports_the_desk():
    code = "import sys; from pressgen.cli.main import run; run(['--help'], 'en'); run(['types'], 'en'); print([m for m in sys.modules if m.split('.')[0] in ('django', 'waitress') or m.startswith('pressgen.desk')])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "http://evil.example", "Upgrade": "websocket", "Connection": "Upgrade"},
    ],
)
def test_a_page_of_elsewhere_may_not_even_look(client, headers):
    assert client.get("/", headers=headers).status_code == 403
    assert client.get("/", headers={"Origin": "http://127.0.0.1"}).status_code == 200
    assert client.get("/", headers={"Origin": "null"}).status_code == 200
