"""Work that takes longer than a page may wait: rows of a table, one thread, results in the desk's folder.

A job is worked on beside the requests, says how far it is, and is there after a reload. Those of a server
that was stopped are said to be interrupted when the next one starts, and can be run again.
"""

from __future__ import annotations

import logging
import shutil
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import close_old_connections, transaction
from django.utils import timezone

from pressgen.desk.models import Job
from pressgen.desk.wordings import in_both
from pressgen.errors import PressgenError, Wording

Each = Callable[[], None]
_KEPT_FOR = timedelta(days=14)
_log = logging.getLogger(__name__)
_OURS = Wording("这里出了差错，请再试一次", "something went wrong here; please try again")
_at_work = threading.Lock()
"""One job at a time: people who type come first."""
_works: dict[str, Callable[[Job, Each], None]] = {}


def works(kind: str) -> Callable[[Callable[[Job, Each], None]], Callable[[Job, Each], None]]:
    """Say what a kind of job does: it is given the job, and what to call after each step of it."""

    def registered(work: Callable[[Job, Each], None]) -> Callable[[Job, Each], None]:
        _works[kind] = work
        return work

    return registered


def folder(job: Job) -> Path:
    """Where a job's own files lie."""
    assert settings.DESK.folder is not None  # noqa: S101  # a desk that serves has a home
    path = Path(settings.DESK.folder) / "jobs" / str(job.pk)
    path.mkdir(parents=True, exist_ok=True)
    return path


def begin(job: Job) -> Job:
    """Keep a job and begin it as soon as it is kept, beside the requests."""
    job.save()
    transaction.on_commit(lambda: threading.Thread(target=_beside, args=(job.pk,), daemon=True).start())
    return job


def again(job: Job) -> None:
    """Run a job once more from its beginning, if it is not at work."""
    stopped = Job.objects.filter(pk=job.pk, state__in=(Job.State.INTERRUPTED, Job.State.FAILED))
    if stopped.update(state=Job.State.WAITING, done=0, zh="", en=""):
        begin(Job.objects.get(pk=job.pk))


def _beside(pk: UUID) -> None:
    try:
        with _at_work:
            run(Job.objects.get(pk=pk))
    except Exception:  # noqa: BLE001  # nobody waits for a thread: the log says it
        _log.exception("a job failed")  # its page says so, too
    finally:
        close_old_connections()


def run(job: Job) -> None:
    """Do a job's work, and keep what came of it or what is wrong."""
    rows = Job.objects.filter(pk=job.pk)
    rows.update(state=Job.State.RUNNING)
    try:
        _works[job.kind](job, _counter(job))
    except PressgenError as error:
        rows.update(state=Job.State.FAILED, **in_both(error))
    except Exception:  # nobody waits for a thread: the log says it
        rows.update(state=Job.State.FAILED, zh=_OURS.zh, en=_OURS.en)
        raise
    else:
        rows.update(state=Job.State.DONE, done=job.total, result=job.result, ended=timezone.now())


def _counter(job: Job) -> Each:
    def one_more() -> None:
        job.done = min(job.done + 1, job.total)
        Job.objects.filter(pk=job.pk).update(done=job.done)

    return one_more


def settled() -> None:
    """When a server starts: what the last one was at is interrupted, what is old is gone."""
    at_work = (Job.State.WAITING, Job.State.RUNNING)
    Job.objects.filter(state__in=at_work).update(state=Job.State.INTERRUPTED)
    for job in Job.objects.filter(made__lt=timezone.now() - _KEPT_FOR):
        shutil.rmtree(folder(job), ignore_errors=True)
        job.delete()
