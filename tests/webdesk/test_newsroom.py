"""A newsroom: who may come in and do what, four eyes, versions and comments, a backup that comes back."""

import json
import zipfile
from dataclasses import replace
from unittest.mock import patch

import pytest
from django.conf import settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher, get_hasher
from django.contrib.auth.models import User
from django.http import QueryDict
from django.test import Client
from django.test.utils import override_settings

from pressgen.desk import backup, flow, stories
from pressgen.desk import settings as shipped
from pressgen.desk.filled import Filled
from pressgen.desk.installation import Installation
from pressgen.desk.models import Act, Comment, Story
from pressgen.desk.room import room
from pressgen.desk.signing_in import account
from tests.webdesk.forms import put, sent

WORD = "correct horse battery"


@pytest.fixture
def team(database, monkeypatch):
    monkeypatch.setattr(settings, "DESK", replace(settings.DESK, team=True))


@pytest.fixture
def people(team):
    """One person a role, each in a browser; a person comes when first called."""
    return People()


class People(dict):
    def __missing__(self, role):
        assert role in flow.ROLES
        self[role] = Client(headers={"accept-language": "en", "host": "127.0.0.1"})
        self[role].force_login(account(f"the-{role}", (role,), WORD))
        return self[role]


def _step(client, story, name, **more):
    story.refresh_from_db()
    return client.post(f"/stories/{story.pk}/step", {"step": name, "version": story.version, **more})


def _state(story):
    story.refresh_from_db()
    return story.state


def _write(client, story, name, value):
    pairs = put(sent(client.get(f"/stories/{story.pk}/").content), name, value)
    body = QueryDict(mutable=True)
    for key, each in pairs:
        body.appendlist(key, each)
    return client.post(
        f"/stories/{story.pk}/save", body.urlencode(), content_type="application/x-www-form-urlencoded"
    )


@pytest.fixture
def written(people, example):
    """A story that the reporter made."""
    people["reporter"].get("/")
    return example("investment-promotion", User.objects.get(username="the-reporter"))


def _account(client, name, *roles, **more):
    return client.post("/people/save", {"name": name, "role": roles, **more})


def test_the_editor_in_chief_makes_accounts_in_the_page(people):
    assert _account(people["editor"], "chen", "reporter", "translator", password=WORD).status_code == 302
    chen = User.objects.get(username="chen")
    assert {group.name for group in chen.groups.all()} == {"reporter", "translator"}
    assert chen.check_password(WORD)
    assert _account(people["editor"], "chen", "revisor").status_code == 302
    chen.refresh_from_db()
    assert ([group.name for group in chen.groups.all()], chen.check_password(WORD)) == (["revisor"], True)
    page = people["editor"].get("/people/").content.decode()
    assert "chen" in page
    assert Act.objects.filter(what="account kept", detail="chen: revisor").exists()


def test_a_password_is_kept_as_a_slow_hash(database):
    with override_settings(PASSWORD_HASHERS=shipped.PASSWORD_HASHERS):
        assert get_hasher().iterations >= 600_000
        with patch.object(PBKDF2PasswordHasher, "iterations", 1_000):  # as many would take a second
            user = account("slow", ("reporter",), WORD)
            assert user.password.startswith("pbkdf2_sha256$1000$")
            assert user.check_password(WORD)


def test_a_closed_account_is_out_at_once(people):
    browser = Client(headers={"host": "127.0.0.1"})
    browser.force_login(account("the-reporter", ("reporter",), WORD))
    assert browser.get("/").status_code == 200
    _account(people["editor"], "the-reporter", "reporter", off="1")
    assert browser.get("/").status_code == 302
    _account(people["editor"], "the-reporter", "reporter")
    assert User.objects.get(username="the-reporter").is_active


@pytest.mark.parametrize(
    ("name", "password"),
    [("chen", "short"), ("chen", ""), ("chen", "1234567890"), ("", WORD), ("a b\n", WORD)],
)
def test_an_account_with_a_bad_name_or_password_is_not_made(people, name, password):
    editor, before = people["editor"], User.objects.count()
    assert _account(editor, name, "reporter", password=password).status_code == 422
    assert User.objects.count() == before


def test_only_the_editor_in_chief_keeps_accounts_and_never_the_own_one(people, written):
    for role in ("reporter", "translator", "revisor", "terminologist"):
        assert _account(people[role], "chen", "editor", password=WORD).status_code == 403
        assert "the-editor" not in people[role].get("/people/").content.decode()
    assert _account(people["editor"], "the-editor", "reporter", off="1").status_code == 403
    assert not User.objects.filter(username="chen").exists()


def test_everybody_changes_the_own_password_and_other_sessions_end(people):
    people["revisor"].get("/")
    user = User.objects.get(username="the-revisor")
    other = Client(headers={"host": "127.0.0.1"})
    other.force_login(user)
    given = {"old": "wrong", "password": "another long pass phrase"}
    assert people["revisor"].post("/people/own", given).status_code == 422
    assert (
        people["revisor"].post("/people/own", given | {"old": WORD, "password": "short"}).status_code == 422
    )
    assert people["revisor"].post("/people/own", given | {"old": WORD}).status_code == 302
    assert people["revisor"].get("/").status_code == 200
    assert other.get("/").status_code == 302


def test_a_desk_of_one_person_has_no_accounts(client):
    assert client.get("/people/").status_code == 404
    assert _account(client, "chen", "editor", password=WORD).status_code == 403


def test_a_story_goes_through_the_house_in_four_pairs_of_hands(people):
    people["reporter"].post("/stories/new", {"type": "investment-promotion", "example": "1"})
    written = Story.objects.get()
    assert _step(people["reporter"], written, "hand").status_code == 302
    assert _step(people["revisor"], written, "approve").status_code == 302
    assert _step(people["editor"], written, "release").status_code == 302
    assert _state(written) == "released"
    assert [act.what for act in written.acts.all()][:3] == ["released", "approved", "handed over"]


def test_who_wrote_may_not_approve(people, written):
    _step(people["reporter"], written, "hand")
    assert _write(people["revisor"], written, "headline.zh", "校对改的").status_code == 200
    refused = _step(people["revisor"], written, "approve")
    assert refused.status_code == 409
    assert "somebody else has to approve" in refused.content.decode()
    assert _step(people["editor"], written, "approve").status_code == 302


@pytest.mark.parametrize(
    ("role", "before", "step"), [("revisor", "revision", "approve"), ("editor", "approved", "release")]
)
def test_what_cannot_be_drafted_is_neither_approved_nor_released(people, story, role, before, step):
    unfinished = story("notice", headline={"zh": "好"})
    Story.objects.update(state=before, approved=1)
    refused = _step(people[role], unfinished, step)
    assert refused.status_code == 409
    assert "missing" in refused.content.decode()
    assert _state(unfinished) == before


@pytest.mark.parametrize(
    ("role", "step"),
    [
        ("reporter", "approve"),
        ("translator", "approve"),
        ("revisor", "release"),
        ("terminologist", "hand"),
        ("reporter", "release"),
    ],
)
def test_a_role_does_what_is_its_own_and_no_more(people, written, role, step):
    before = {"approve": "revision", "release": "approved", "hand": "draft"}[step]
    Story.objects.update(state=before, approved=written.version)
    assert _step(people[role], written, step).status_code == 409
    assert _state(written) == before


def test_an_edit_takes_the_approval_away(people, written):
    _step(people["reporter"], written, "hand")
    _step(people["revisor"], written, "approve")
    _write(people["reporter"], written, "headline.zh", "签发后改的")
    assert _state(written) == "revision"
    assert _step(people["editor"], written, "release").status_code == 409


def test_what_is_released_is_frozen_and_a_correction_is_a_new_version(people, written):
    Story.objects.update(state="released", released=1)
    assert _write(people["reporter"], written, "headline.zh", "偷偷改的").status_code == 423
    _step(people["reporter"], written, "correct")
    written.refresh_from_db()
    assert (written.state, written.version) == ("draft", 2)
    texts = [block.text for block in stories.printed(written, room())[0].blocks]
    assert f"更新时间：{written.facts['updated']}" in texts
    assert f"Updated: {written.facts['updated']}" in texts
    for who, step in (("reporter", "hand"), ("revisor", "approve"), ("editor", "release")):
        _step(people[who], written, step)
    assert _state(written) == "corrected"


def test_before_its_embargo_a_story_is_released_only_knowingly(people, written):
    Story.objects.update(state="approved", approved=1, embargo="2999-01-01T10:00")
    assert _step(people["editor"], written, "release").status_code == 409
    assert _step(people["editor"], written, "release", early="1").status_code == 302


def test_who_may_not_write_is_told_so(people, written):
    assert _write(people["terminologist"], written, "headline.zh", "x").status_code == 403
    assert people["reporter"].post("/glossary/add", {"zh": "新名称", "en": "New Name"}).status_code == 403


def test_any_two_versions_are_compared_and_any_is_restored(people, written):
    _write(people["reporter"], written, "headline.zh", "第二稿")
    first = written.versions.last()
    page = people["revisor"].get(f"/stories/{written.pk}/history?old={first.pk}").content.decode()
    assert "<ins>" in page
    written.refresh_from_db()
    people["reporter"].post(f"/stories/{written.pk}/restore", {"old": first.pk, "version": written.version})
    written.refresh_from_db()
    assert written.facts["headline"]["zh"] == "佛山赴苏州招商 携手长三角做强制造业"
    assert any("第二稿" in version.data for version in written.versions.all())


def test_a_comment_is_made_and_done(people, written):
    people["revisor"].post(f"/stories/{written.pk}/comments", {"text": "这里<b>核实</b>", "quote": "267个"})
    page = people["reporter"].get(f"/stories/{written.pk}/").content.decode()
    assert "这里&lt;b&gt;核实&lt;/b&gt;" in page
    remark = Comment.objects.get()
    people["reporter"].post(f"/stories/{written.pk}/comments/{remark.pk}")
    remark.refresh_from_db()
    assert remark.resolved_by.username == "the-reporter"


def test_signing_in_takes_the_right_word_and_a_fresh_session(team):
    account("li", ("reporter",), WORD)
    outside = Client(headers={"host": "127.0.0.1"})
    outside.get("/enter/")
    assert outside.post("/enter/", {"name": "li", "password": "wrong"}).status_code == 401
    assert (
        outside.post("/enter/", {"name": "li", "password": WORD, "next": "//evil.example"}).headers[
            "location"
        ]
        == "/"
    )
    assert outside.get("/").status_code == 200
    outside.post("/leave/")
    assert outside.get("/").status_code == 302


def test_after_five_failures_even_the_right_word_waits(team):
    account("li", ("reporter",), WORD)
    account("wu", ("reporter",), WORD)
    outside = Client(headers={"host": "127.0.0.1"})
    for _ in range(5):
        outside.post("/enter/", {"name": "li", "password": "wrong"})
    assert outside.post("/enter/", {"name": "li", "password": WORD}).status_code == 429
    assert outside.post("/enter/", {"name": "wu", "password": WORD}).status_code == 302


def test_no_password_or_fact_is_in_the_history(team):
    account("li", ("reporter",), WORD)
    Client(headers={"host": "127.0.0.1"}).post("/enter/", {"name": "li", "password": "my secret"})
    assert not any("secret" in f"{act.what}{act.detail}" for act in Act.objects.all())


def test_a_backup_holds_everything_and_no_secret(client, story, tmp_path):
    made = story()
    (stories.folder(made) / "a.png").write_bytes(b"x")
    backup.write(settings.DESK, tmp_path / "desk.zip")
    with zipfile.ZipFile(tmp_path / "desk.zip") as file:
        names, rows = file.namelist(), json.loads(file.read("rows.json"))
    assert f"stories/{made.pk}/a.png" in names
    assert not any("secret" in name for name in names)
    assert {row["model"] for row in rows} >= {"desk.story", "auth.user"}


def test_a_backup_comes_back_into_an_empty_desk_only(client, story, tmp_path):
    made = story()
    backup.write(settings.DESK, tmp_path / "desk.zip")
    with pytest.raises(Exception, match="stories already"):
        backup.read(settings.DESK, tmp_path / "desk.zip")
    Act.objects.all().delete()
    Story.objects.all().delete()
    backup.read(Installation(settings.DESK.home), tmp_path / "desk.zip")
    assert Story.objects.get().facts == made.facts


def test_what_is_no_backup_is_said(database, tmp_path):
    (tmp_path / "x.zip").write_bytes(b"nothing")
    with pytest.raises(Exception, match="no backup"):
        backup.read(settings.DESK, tmp_path / "x.zip")


def test_at_home_one_person_does_everything_and_nothing_is_faked(client, story, wang):
    made = story()
    for name in ("hand", "approve", "release"):
        made.refresh_from_db()
        flow.take(name, made, wang, room(), version=made.version)
    assert made.state == "released"
    with pytest.raises(stories.FrozenError):
        stories.save(stories.Made(made, room(), Filled({**made.facts, "city": "广州"})), made.version, wang)
