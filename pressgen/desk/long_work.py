"""The work that is done as jobs: a press kit with many photos, a folder of files checked."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile

from pressgen import api
from pressgen.desk import checking, jobs, stories
from pressgen.desk.checking import Checked
from pressgen.desk.models import Check, Job, Story
from pressgen.desk.room import Room, room
from pressgen.desk.wordings import in_both
from pressgen.errors import PressgenError

KIT, FOLDER = "kit", "folder"
MANY_PHOTOS = 6
"""A press kit with more photos is packed beside the requests."""


def kit(story: Story, by: User, *, early: bool) -> Job:
    """Begin to pack a story's press kit."""
    files = stories.kit_size(story)
    return jobs.begin(
        Job(kind=KIT, title=str(story), story=story, total=files, by=by, given=json.dumps({"early": early}))
    )


@jobs.works(KIT)
def _pack(job: Job, each: jobs.Each) -> None:
    assert job.story is not None  # noqa: S101  # made with one
    name = f"{stories.file_name(job.story)}.zip"
    data = stories.press_kit(job.story, room(), early=bool(job.task["early"]), each=each)
    api.put(jobs.folder(job) / name, data)
    job.result = name


def folder(uploads: Sequence[UploadedFile[Any]], like: Check) -> Job:
    """Begin to check many files; those whose names differ only in their language are a pair."""
    named = sorted(uploads, key=lambda each: (api.bare(each.name or ""), each.name or ""))
    rows: list[dict[str, Any]] = []
    for _, same in groupby(named, key=lambda each: api.bare(each.name or "")):
        rows += _kept(list(same), like)
    title = " · ".join(row["name"] for row in rows[:3])
    return jobs.begin(
        Job(kind=FOLDER, title=title[:300], total=len(rows), by=like.by, given=json.dumps({"rows": rows}))
    )


def _kept(files: list[UploadedFile[Any]], like: Check) -> list[dict[str, Any]]:
    """The files of one name as a check that is still to be made, or what is wrong with them."""
    check = Check(house=like.house, day=like.day, by=like.by)
    try:
        made = checking.made(check, files)
    except PressgenError as error:
        if len(files) > 1:  # the one that can be read is checked alone
            return [row for file in files for row in _kept([_rewound(file)], like)]
        return [{"name": files[0].name, "refused": in_both(error)}]
    return [{"name": str(made), "check": str(made.pk)}]


def _rewound(file: UploadedFile[Any]) -> UploadedFile[Any]:
    file.seek(0)
    return file


@jobs.works(FOLDER)
def _check(job: Job, each: jobs.Each) -> None:
    rows, here = [], room()
    for row in job.task["rows"]:
        rows.append(row | (_counted(row["check"], here) if "check" in row else {}))
        each()
    Job.objects.filter(pk=job.pk).update(given=json.dumps({"rows": rows}))


def _counted(check: str, here: Room) -> dict[str, Any]:
    try:
        found = Checked(Check.objects.get(pk=check), here).findings
    except PressgenError as error:
        return {"refused": in_both(error)}
    return {"found": Counter(finding.severity for finding in found)}
