"""When something goes wrong around the desk: one clear sentence, nothing half saved, no facts in the log."""

import errno
import io
import logging
import logging.config
import os
import re
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from unittest.mock import patch

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.test import Client

from pressgen.desk import jobs, settings, stories
from pressgen.desk.models import Job, Story
from pressgen.desk.urls import urlpatterns
from tests.grids import rows
from tests.webdesk.client import ROOT, free_port
from tests.webdesk.forms import put, sent
from tests.webdesk.test_files import PIXEL

FORMULAS = ("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)")


@pytest.fixture
def outspoken(client):
    """A client that answers as the server would where something breaks."""
    client.raise_request_exception = False
    return client


def _save(client, made, headline):
    pairs = put(sent(client.get(f"/stories/{made.pk}/").content), "headline.en", headline)
    return client.post(f"/stories/{made.pk}/save", dict(pairs), headers={"X-Requested-With": "desk"})


@pytest.mark.parametrize(
    ("error", "said"),
    rows(
        [
            (OperationalError("database or disk is full"), "disk of the desk is full"),
            (OSError(errno.ENOSPC, "No space left on device"), "disk of the desk is full"),
            (OperationalError("connection refused"), "database does not answer"),
        ],
        of=3,
    ),
)
def test_a_save_that_cannot_be_kept_says_so_and_keeps_nothing(outspoken, story, error, said):
    made = story()
    with patch.object(stories, "keep", side_effect=error):
        answer = _save(outspoken, made, "Nothing of this is kept")
    assert answer.status_code == 503
    assert said in answer.content.decode()
    kept = Story.objects.get(pk=made.pk)
    assert (kept.version, kept.data) == (1, made.data)


@pytest.mark.slow
@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="SQLite's own limit of pages fills up as a disk does"
)
def test_a_database_that_is_full_says_so_in_chinese_too(outspoken, story):
    made = story()
    outspoken.post("/language/", {"language": "zh-hans"})
    with connection.cursor() as cursor:
        pages, free, size = (_asked(cursor, name) for name in ("page_count", "freelist_count", "page_size"))
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        try:
            answer = _save(outspoken, made, "A headline " * ((free + 3) * size // 11))
        finally:
            cursor.execute("PRAGMA max_page_count = 1073741823")
    assert answer.status_code == 503
    assert "磁盘已满" in answer.content.decode()


def _asked(cursor, name):
    """A number of the database's own."""
    cursor.execute(f"PRAGMA {name}")
    return cursor.fetchone()[0]


def test_a_photo_for_which_there_is_no_room_leaves_nothing_behind(outspoken, story):
    made = story()

    with patch.object(os, "fsync", side_effect=OSError(errno.ENOSPC, "No space left on device")):
        answer = outspoken.post(f"/stories/{made.pk}/photo", {"photo": SimpleUploadedFile("hall.png", PIXEL)})
    assert answer.status_code == 503
    assert not list(stories.folder(made).iterdir())


def test_the_log_names_the_place_of_a_fault_and_no_fact(outspoken, story):
    made, out = story(), io.StringIO()
    logging.config.dictConfig(settings.CONFIG)
    handler = logging.StreamHandler(out)
    handler.setFormatter(settings.WithoutFacts())
    logging.getLogger("django").addHandler(handler)
    try:
        with patch.object(stories, "save", side_effect=ValueError("佛山将签约99亿元")):
            assert _save(outspoken, made, "A deal nobody may know of").status_code == 500
        outspoken.post(f"/stories/{made.pk}/save", {"version": "不是数字", "headline.zh": "机密"})
    finally:
        logging.getLogger("django").removeHandler(handler)
    log = out.getvalue()
    assert "ValueError" in log
    assert "story.py" in log
    assert not re.search("99亿|nobody may know|机密", log)


def test_every_change_needs_the_token_of_this_session(wang, story):
    strict = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1"})
    strict.force_login(wang)
    made = story()
    for pattern in urlpatterns:
        route = re.sub(r"<uuid:\w+>", str(made.pk), str(pattern.pattern))
        route = re.sub(r"<int:\w+>", "1", re.sub(r"<(str|slug):\w+>", "x", route))
        assert strict.post(f"/{route}").status_code == 403, route


def test_nothing_of_another_story_is_reached_by_its_number(client, story):
    first, second = story(), story()
    version = stories.keep(second, "saved", second.changed_by)
    assert client.get(f"/stories/{first.pk}/history?old={version.pk}").status_code == 404
    assert client.post(f"/stories/{first.pk}/restore", {"old": version.pk, "version": 1}).status_code == 404
    client.post(f"/stories/{second.pk}/comments", {"text": "Look here"})
    remark = second.comments.get()
    assert client.post(f"/stories/{first.pk}/comments/{remark.pk}").status_code == 404
    (stories.folder(second) / "hall.png").write_bytes(PIXEL)
    assert client.get(f"/stories/{first.pk}/photo/hall.png").status_code == 404


@pytest.mark.slow
def test_formulas_that_people_type_are_words_in_every_workbook(client, story):
    made = story(
        "notice", headline={"zh": FORMULAS[0], "en": FORMULAS[1]}, city=FORMULAS[2], dateline=FORMULAS[3]
    )
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"/stories/{made.pk}/facts.xlsx").content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.value for cell in cells} >= set(FORMULAS)
    assert [cell.coordinate for cell in cells if cell.value in FORMULAS and cell.data_type == "f"] == []


def test_what_people_type_is_text_on_every_page_of_a_story(client, story):
    hostile = "<script>alert(1)</script><a href='javascript:alert(1)'>{{7*7}}</a>"
    made = story(
        "notice", headline={"zh": hostile, "en": hostile}, city=hostile, credits={"reporter": [hostile]}
    )
    kept = stories.keep(made, "saved", made.changed_by, hostile)
    client.post(f"/stories/{made.pk}/comments", {"text": hostile, "quote": hostile, "place": hostile})
    client.post(f"/stories/{made.pk}/pack")
    jobs.run(job := Job.objects.get())
    own = f"/stories/{made.pk}/"
    for address in (
        own,
        f"{own}history?old={kept.pk}",
        f"/jobs/{job.pk}/",
        f"/?q={hostile}",
        f"/glossary/?q={hostile}",
    ):
        page = client.get(address).content.decode()
        assert "<script>alert" not in page, address
        assert "href='javascript:" not in page, address
        assert "49</a>" not in page, address


def test_an_embargoed_story_says_so_on_every_page_that_shows_it(client, story):
    made = story()
    Story.objects.filter(pk=made.pk).update(embargo="2999-01-01T10:00")
    for address in ("/", f"/stories/{made.pk}/", f"/stories/{made.pk}/history"):
        assert "2999-01-01" in client.get(address).content.decode(), address


def _started(home, *words, **environment):
    """What a desk that cannot start says, and its exit code."""
    given = [sys.executable, "-m", "pressgen", *words, "--no-browser", "--home", str(home)]
    done = subprocess.run(
        given,
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, **environment},
        encoding="utf-8",
    )
    return done.returncode, done.stderr


def both_ways(zh, en, always="zh"):
    """What is said in either language, each in a process of its own; one of them is always tried."""
    slow = pytest.mark.slow
    return [
        pytest.param(ui, said, marks=() if ui == always else slow) for ui, said in (("zh", zh), ("en", en))
    ]


@pytest.mark.parametrize(("ui", "said"), both_ways("端口", "choose another with --port"))
@pytest.mark.slow
def test_a_port_in_use_is_said_with_the_way_out(tmp_path, ui, said):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, error = _started(
            tmp_path, "--ui", ui, "desk", "--port", str(taken.getsockname()[1]), DATABASE_URL=""
        )
    assert (code, len(error.splitlines())) == (2, 1)
    assert said in error


@pytest.mark.slow
@pytest.mark.parametrize(("ui", "said"), both_ways("数据库打不开", "the database cannot be opened", "en"))
def test_a_database_that_cannot_be_reached_is_said(tmp_path, ui, said):
    nowhere = "postgresql://desk@127.0.0.1:9/desk"
    code, error = _started(tmp_path, "--ui", ui, "desk", "--port", str(free_port()), DATABASE_URL=nowhere)
    assert (code, len(error.splitlines())) == (2, 1)
    assert said in error


@pytest.mark.slow
@pytest.mark.parametrize(("ui", "said"), both_ways("更新版本的pressgen", "a newer pressgen"))
def test_a_database_of_a_newer_version_is_left_alone(tmp_path, ui, said):
    (tmp_path / "desk").mkdir()
    with closing(sqlite3.connect(tmp_path / "desk" / "desk.sqlite3")) as database, database:
        database.execute(
            "create table django_migrations (id integer primary key, app text, name text, applied text)"
        )
        database.execute("insert into django_migrations values (1, 'desk', '9999_ahead', '2030-01-01')")
    code, error = _started(tmp_path, "--ui", ui, "desk", "--port", str(free_port()), DATABASE_URL="")
    assert (code, len(error.splitlines())) == (2, 1)
    assert said in error
    with closing(sqlite3.connect(tmp_path / "desk" / "desk.sqlite3")) as database:
        tables = [name for (name,) in database.execute("select name from sqlite_master where type = 'table'")]
    assert tables == ["django_migrations"]
