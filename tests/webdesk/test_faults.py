"""What people do at the desk, with each file call of it failing: one clear line, all of it saved or nothing."""

import logging
import os
import shutil

import pytest
from django.conf import settings
from django.core import serializers
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpResponse

from pressgen.desk import backup
from pressgen.desk.models import Act, Check, NameChange, Story, Version
from pressgen.errors import PressgenError
from tests.faults import REMOVING, Disk, every_way, once_a_kind, tree
from tests.webdesk.forms import put, sent
from tests.webdesk.test_files import PIXEL

NAMES = "id,lang,term,status,kind\nferry,zh,渡口公园,preferred,place\nferry,en,Ferry Park,preferred,place\n"
TEXT = "# 佛山到苏州招商\n\n上半年签约总额达2405.72亿元。\n"
SCRIPT = {"X-Requested-With": "desk"}
TABLES = (Story, Version, Act, Check, NameChange)


def _file(name, text):
    return SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())


def save(client, story):
    pairs = put(sent(client.get(f"/stories/{story.pk}/").content), "headline.en", "Another headline")
    return lambda: client.post(f"/stories/{story.pk}/save", dict(pairs), headers=SCRIPT)


def photo(client, story):
    return lambda: client.post(f"/stories/{story.pk}/photo", {"photo": _file("hall.png", PIXEL)})


def new(client, story):
    return lambda: client.post("/stories/new", {"type": "expo-attendance", "example": "1"})


def take_in(client, story):
    facts = "release: notice\nheadline: {zh: 通告, en: Notice}\n"
    return lambda: client.post("/stories/import", {"files": _file("own.yaml", facts)})


def check(client, story):
    return lambda: client.post("/check/", {"files": _file("own.zh.md", TEXT)})


def names(client, story):
    return lambda: client.post("/glossary/import", {"file": _file("own.csv", NAMES)})


def name(client, story):
    return lambda: client.post("/glossary/add", {"zh": "季华楼", "en": "Jihua House", "kind": "place"})


def house(client, story):
    file = settings.DESK.home / "templates" / "houses" / "foshan-news" / "house.yaml"
    text = file.read_text(encoding="utf-8")
    return lambda: client.post("/house/foshan-news/save", {"seen": text, "text": f"{text}# ours\n"})


def kit(client, story):
    return lambda: client.get(f"/stories/{story.pk}/kit.zip")


def kept(client, story):
    out = settings.DESK.home / "backup.zip"

    def work():
        backup.write(settings.DESK, out)
        return HttpResponse()

    return work


def accept(client, story):
    check(client, story)()
    made = Check.objects.latest("made")
    return lambda: client.post(f"/check/{made.pk}/accept", {"number": "1", "reason": "as it was said"})


def rates(client, story):
    text = "date,base,quote,rate,source\n2023-07-18,USD,CNY,7.1453,office\n"
    return lambda: client.post("/rates/import", {"file": _file("office.csv", text)})


ACTS = {
    "save": save,
    "photo": photo,
    "new story": new,
    "event file": take_in,
    "check": check,
    "names": names,
    "name": name,
    "house": house,
    "accept": accept,
    "rates": rates,
    "press kit": kit,
    "backup": kept,
}


@pytest.fixture
def desk(client, story, monkeypatch):
    """``desk(act)`` gives how to do an act on a disk: status, what was said, files and rows it leaves.

    Each time the desk is before and afterwards as it was.
    """
    client.raise_request_exception = False
    home, made = settings.DESK.home, story()
    monkeypatch.setattr("pressgen.desk.pages.house.timezone.localtime", _Noon)
    before = _beside_the_database(home)

    def ready(act):
        work = ACTS[act](client, made)
        before = _beside_the_database(home)

        def once(disk, *, idle=False):
            with transaction.atomic():
                try:
                    with disk:
                        answer = HttpResponse() if idle else work()
                    status, said = answer.status_code, answer.content.decode("utf-8", "replace")
                except PressgenError as error:  # of a command, which says it
                    status, said = 422, error.say("en")
                state = _files(home, before), _rows()
                transaction.set_rollback(True)
            _restored(home, before)
            return status, said, state

        return once

    logging.disable(
        logging.CRITICAL
    )  # a report would keep every traceback, and with it every newsroom opened
    yield ready
    logging.disable(logging.NOTSET)
    _restored(home, before)


class _Noon:
    def __format__(self, _):
        return "20230718-120000"


def _rows():
    """All rows without their moments and keys, and how much the draft lacked: that the answer says itself."""
    return {
        table.__name__: sorted(
            str(
                {
                    k: v
                    for k, v in row["fields"].items()
                    if k not in ("made", "changed", "created", "at", "story", "faults", "open")
                }
            )
            for row in serializers.serialize("python", table.objects.all())
        )
        for table in TABLES
    }


def _files(home, before):
    """What is new or changed, by the folder it is in: stories and checks have keys of their own."""
    now = _beside_the_database(home)
    changed = {path for path in {*now, *before} if now.get(path, 0) != before.get(path, 0)}
    files = {path for path in changed if now.get(path, before.get(path)) is not None}
    return sorted(
        (path.split("/")[-1], path in now, b"" if path.endswith(".zip") else now.get(path)) for path in files
    )


def _restored(home, before):
    now = _beside_the_database(home)
    for path in sorted({*now} - {*before}, reverse=True):
        target = home / path
        if now[path] is None:
            shutil.rmtree(target)  # with the lock that may lie in it
        else:
            target.unlink()
    for path, data in before.items():
        if data is None:
            (home / path).mkdir(parents=True, exist_ok=True)
        elif now.get(path, 0) != data:
            (home / path).write_bytes(data)


def _beside_the_database(home):
    return {path: data for path, data in tree(home).items() if ".sqlite3" not in path}


def swept(once, failures):
    """Fail the calls one after the other: how many failures, and what did not hold."""
    before = once(Disk(), idle=True)[2]
    once(Disk())  # what is read once and remembered is read
    done = once(disk := Disk())
    assert done[0] < 400, done[1]
    tried, breaches = 0, []
    for failing in failures(disk.calls):
        found = breach(once(failing), failing, before, done)
        breaches += [f"{failing}: {found}"] * bool(found)
        tried += 1
    return tried, breaches


def breach(got, disk, before, done):
    """What a failure did that it must not: an unclear answer, something lost or left or half saved."""
    status, said, (files, rows) = got
    if disk.kind in REMOVING:
        files = [file for file in files if not file[0].endswith(".part")]
    if status == done[0]:
        return (
            "" if (files, rows) == done[2] else f"{status}, not whole: {differences((files, rows), done[2])}"
        )
    if status not in (400, 422, 503) or not clear(said, disk):
        return f"{status}: {said[-300:]}"
    return "" if (files, rows) == before else f"{status}, left behind: {differences((files, rows), before)}"


def differences(state, wanted):
    rows = [name for name in state[1] if state[1][name] != wanted[1][name]]
    return [str(file)[:80] for file in state[0] if file not in wanted[0]], rows


def clear(said, disk):
    return any(words in said for words in (os.strerror(disk.code), "disk of the desk is full", "close it"))


@pytest.mark.sweep
@pytest.mark.parametrize("act", ACTS)
def test_whatever_call_fails_the_desk_says_one_line_and_all_or_nothing_is_saved(desk, act):
    tried, breaches = swept(desk(act), every_way)

    print(f"{act}: {tried} failures, {len(breaches)} not held")  # noqa: T201  # shown with pytest -rP
    assert breaches == []


FAST = ("save",)


@pytest.mark.parametrize(
    "act", [*FAST, *(pytest.param(act, marks=pytest.mark.slow) for act in ACTS if act not in FAST)]
)
def test_an_act_whose_file_calls_fail_says_one_line_and_saves_nothing(desk, act):
    assert swept(desk(act), once_a_kind)[1] == []
