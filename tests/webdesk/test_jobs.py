"""Long work: beside the requests, with its progress, there after a reload, run again after a stop."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from pressgen.desk import jobs, stories
from pressgen.desk.models import Check, Job
from tests.webdesk.test_files import PIXEL


def _given(*names):
    return [SimpleUploadedFile(name, text.encode()) for name, text in names]


FILES = (
    ("opening.zh.txt", "工厂年产值12亿元。"),
    ("opening.en.txt", "The plant makes goods worth 120 million yuan a year."),
    ("visit.zh.md", "代表团一行30人到访。"),
    ("visit.en.md", "A delegation of 30 people came."),
    ("alone.txt", "The meeting ended on Friday."),
    ("broken.docx", "no Word file"),
)


def test_many_files_are_paired_by_their_names_and_checked_beside_the_requests(client):
    answer = client.post("/check/", {"files": _given(*FILES)})
    job = Job.objects.get()
    assert answer.headers["location"] == f"/jobs/{job.pk}/"
    assert job.state == "waiting"
    assert 'hx-trigger="every 1s"' in client.get(f"/jobs/{job.pk}/").content.decode()
    jobs.run(job)
    job.refresh_from_db()
    assert (job.state, job.done, job.total) == ("done", 4, 4)
    rows = {row["name"]: row for row in job.task["rows"]}
    assert rows["opening.en.txt · opening.zh.txt"]["found"]["error"] == 1
    assert rows["visit.en.md · visit.zh.md"]["found"].get("error", 0) == 0
    assert "refused" in rows["broken.docx"]
    page = client.get(f"/jobs/{job.pk}/").content.decode()
    assert "hx-trigger" not in page.split('id="job"')[1].split(">")[0]
    assert f"/check/{rows['alone.txt']['check']}/" in page
    assert Check.objects.count() == 3


def test_what_is_wrong_with_one_of_a_pair_leaves_the_other_checked(client):
    client.post("/check/", {"files": _given(("a.zh.docx", "x"), ("a.en.docx", "y"), ("b.txt", "Fine."))})
    rows = Job.objects.get().task["rows"]
    assert [("check" in row, row["name"]) for row in rows] == [
        (False, "a.en.docx"),
        (False, "a.zh.docx"),
        (True, "b.txt"),
    ]


@pytest.mark.slow
def test_a_press_kit_with_forty_photos_is_packed_with_its_progress(client, story, monkeypatch):
    made = story()
    folder = stories.folder(made)
    for number in range(40):
        (folder / f"photo-{number}.png").write_bytes(PIXEL)
    page = client.get(f"/stories/{made.pk}/").content.decode()
    assert f'action="/stories/{made.pk}/pack"' in page
    client.post(f"/stories/{made.pk}/pack")
    job = Job.objects.get()
    assert job.total > 40
    assert client.get(f"/jobs/{job.pk}/result").status_code == 404
    seen = []  # what the page would show meanwhile
    monkeypatch.setitem(jobs._works, "kit", _watched(jobs._works["kit"], seen))  # noqa: SLF001  # as above
    jobs.run(job)
    assert seen == sorted(seen)
    assert len(seen) > 5
    answer = client.get(f"/jobs/{job.pk}/result")
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert any(name.endswith(".zh.docx") for name in names)
    assert made.acts.filter(what="taken out").count() == 1


def _watched(work, seen):
    def watched(job, each):
        def counted():
            each()
            seen.append(Job.objects.get(pk=job.pk).done)

        return work(job, counted)

    return watched


def test_a_job_of_a_stopped_server_is_interrupted_and_run_again(client, story):
    made = story()
    client.post(f"/stories/{made.pk}/pack")
    job = Job.objects.get()
    Job.objects.update(state="running", done=3)
    jobs.settled()
    page = client.get(f"/jobs/{job.pk}/").content.decode()
    assert "The desk was stopped before this was done." in page
    client.post(f"/jobs/{job.pk}/again")
    job.refresh_from_db()
    assert (job.state, job.done) == ("waiting", 0)
    jobs.run(job)
    assert client.get(f"/jobs/{job.pk}/result").status_code == 200


def test_a_job_at_work_is_not_begun_twice(client, story):
    client.post(f"/stories/{story().pk}/pack")
    job = Job.objects.get()
    Job.objects.update(state="running", done=3)
    client.post(f"/jobs/{job.pk}/again")
    job.refresh_from_db()
    assert (job.state, job.done) == ("running", 3)


def test_what_stops_a_job_is_said_in_the_persons_language(client, story):
    unfinished = story("notice", headline={"zh": "好"})
    client.post(f"/stories/{unfinished.pk}/pack")
    job = Job.objects.get()
    jobs.run(job)
    job.refresh_from_db()
    assert job.state == "failed"
    assert "missing" in client.get(f"/jobs/{job.pk}/").content.decode()
    client.post("/language/", {"language": "zh-hans"})
    assert job.zh.split("；")[0] in client.get(f"/jobs/{job.pk}/").content.decode()


def test_a_fault_of_ours_ends_a_job_and_shows_no_facts(client, story, monkeypatch):
    monkeypatch.setitem(jobs._works, "kit", lambda *_: 1 / 0)  # noqa: SLF001  # a fault we do not have
    client.post(f"/stories/{story().pk}/pack")
    job = Job.objects.get()
    with pytest.raises(ZeroDivisionError):
        jobs.run(job)
    job.refresh_from_db()
    assert (job.state, job.en) == ("failed", "something went wrong here; please try again")


def test_nobody_sees_another_persons_work(client, story, wang):
    client.post(f"/stories/{story().pk}/pack")
    job = Job.objects.get()
    other = Client(headers={"host": "127.0.0.1"})
    other.force_login(type(wang).objects.create_user("li"))
    for address in ("", "result"):
        assert other.get(f"/jobs/{job.pk}/{address}").status_code == 404
    assert other.post(f"/jobs/{job.pk}/again").status_code == 404


def test_old_work_is_cleared_away_when_a_server_starts(client, story):
    client.post(f"/stories/{story().pk}/pack")
    job = Job.objects.get()
    jobs.run(job)
    Job.objects.update(made=timezone.now() - timedelta(days=30))
    kept = jobs.folder(job)
    jobs.settled()
    assert not Job.objects.exists()
    assert not kept.exists()
