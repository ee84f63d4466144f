"""What the desk keeps: stories, their versions, and who did what.

A story is the facts of one event, as its YAML file has them, in one JSON text: the order of facts counts,
and not every database keeps it. Drafts are made from a version and a house and are never kept.
"""

from __future__ import annotations

import json
import uuid
from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """How far a story is."""

    DRAFT = "draft", _("draft")
    REVISION = "revision", _("with the revisor")
    APPROVED = "approved", _("approved")
    RELEASED = "released", _("released")
    CORRECTED = "corrected", _("corrected")


WORDS = {
    "made": _("made"),
    "sample": _("taken from the examples"),
    "copied": _("copied"),
    "taken in": _("taken in"),
    "saved": _("saved"),
    "taken out": _("taken out"),
    "handed over": _("handed over"),
    "sent back": _("sent back"),
    "approved": _("approved"),
    "released": _("released"),
    "correction begun": _("correction begun"),
    "approval gone": _("changed after it was approved"),
    "restored": _("restored"),
    "came back": _("came back as a file"),
    "changes taken in": _("changes of a file taken in"),
    "merged": _("two people's words put together"),
    "name added": _("name added"),
    "name changed": _("name changed"),
    "name removed": _("name removed"),
    "names imported": _("names imported"),
    "names exported": _("names exported"),
    "accepted": _("accepted in every text"),
    "account kept": _("account made or changed"),
    "account closed": _("account closed"),
    "password changed": _("password changed"),
    "acceptance taken back": _("acceptance taken back"),
    "house changed": _("house changed"),
    "rates imported": _("rates imported"),
    "signed in": _("signed in"),
    "sign-in failed": _("sign-in failed"),
}
"""What the history says, by the word it is kept under."""


class Story(models.Model):
    """One story as it stands now. ``version`` counts every save: who saves says which one was seen."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    type = models.CharField(max_length=80)
    data = models.TextField(default="{}")
    version = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=20, choices=State.choices, default=State.DRAFT)
    zh = models.CharField(max_length=300, blank=True)
    en = models.CharField(max_length=300, blank=True)
    day = models.CharField(max_length=40, blank=True)
    embargo = models.CharField(max_length=40, blank=True)
    slug = models.CharField(max_length=80, blank=True)
    faults = models.PositiveIntegerField(default=0)
    open = models.PositiveIntegerField(default=0)
    created = models.DateTimeField(default=timezone.now)
    changed = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    approved = models.PositiveIntegerField(default=0)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    released = models.PositiveIntegerField(default=0)
    label = ""
    """What a person calls its type; pages say it."""

    class Meta:
        """The newest first."""

        ordering = ("-changed",)

    def __str__(self) -> str:
        return self.zh or self.en or str(_("(no headline yet)"))

    @property
    def facts(self) -> dict[str, Any]:
        """The facts as plain values."""
        return dict(json.loads(self.data))

    @property
    def under_embargo(self) -> bool:
        """Whether it may not be published yet."""
        return bool(self.embargo) and self.embargo > timezone.localtime().strftime("%Y-%m-%dT%H:%M")

    @property
    def is_today(self) -> bool:
        """Whether its day is today."""
        return self.day[:10] == date.today().isoformat()  # noqa: DTZ011  # the newsroom's own calendar day


class Version(models.Model):
    """A story as it once stood, kept for ever. ``number`` is the story's version then."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    data = models.TextField()
    why = models.CharField(max_length=40)
    note = models.CharField(max_length=300, blank=True)
    made = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        """The newest first; a number is kept once."""

        ordering = ("-number", "-id")

    def __str__(self) -> str:
        return f"{self.story_id} {self.number}"

    @property
    def said(self) -> str:
        """Why it was kept, in a person's words."""
        return str(WORDS.get(self.why, self.why))

    @property
    def facts(self) -> dict[str, Any]:
        """The facts as plain values."""
        return dict(json.loads(self.data))


class Act(models.Model):
    """What somebody did, for ever: rows are added and never changed."""

    story = models.ForeignKey(Story, null=True, on_delete=models.SET_NULL, related_name="acts")
    title = models.CharField(max_length=300, blank=True)
    what = models.CharField(max_length=40)
    detail = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=0)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """The newest first."""

        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.what}"

    @property
    def said(self) -> str:
        """What was done, in a person's words."""
        return str(WORDS.get(self.what, self.what))


class Comment(models.Model):
    """A remark at a place of a story: the input it is about, and the words it was made at."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="comments")
    place = models.CharField(max_length=200, blank=True)
    quote = models.CharField(max_length=300, blank=True)
    text = models.TextField()
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    resolved = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        """The open ones first, then the oldest."""

        ordering = ("resolved", "at")

    def __str__(self) -> str:
        return self.text[:60]


class Check(models.Model):
    """Files somebody gave to be checked; they lie in a folder of the check's own.

    Those that came back to a ``story`` were written from its version ``base``.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    story = models.ForeignKey(Story, null=True, on_delete=models.CASCADE, related_name="returned")
    base = models.ForeignKey(Version, null=True, on_delete=models.CASCADE, related_name="+")
    names = models.TextField(default="[]")
    house = models.CharField(max_length=80, blank=True)
    day = models.CharField(max_length=10, blank=True)
    made = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """The newest first."""

        ordering = ("-made",)

    def __str__(self) -> str:
        return " · ".join(self.files)

    @property
    def files(self) -> list[str]:
        """The names of its files."""
        return list(json.loads(self.names))


class NameChange(models.Model):
    """What was done to an entry of the glossary, for ever: its names before and after, empty where none."""

    entry = models.CharField(max_length=200, db_index=True)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """The newest first."""

        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class Job(models.Model):
    """Work that goes on beside the requests: ``done`` of ``total`` steps.

    ``given`` is what its kind needs (JSON); ``zh`` and ``en`` say what is wrong where it failed;
    ``result`` is a file in the job's folder.
    """

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("at work")
        DONE = "done", _("finished")
        FAILED = "failed", _("not done")
        INTERRUPTED = "interrupted", _("interrupted")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=300, blank=True)
    story = models.ForeignKey(Story, null=True, on_delete=models.CASCADE, related_name="jobs")
    given = models.TextField(default="{}")
    state = models.CharField(max_length=20, choices=State.choices, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=1)
    zh = models.TextField(blank=True)
    en = models.TextField(blank=True)
    result = models.CharField(max_length=120, blank=True)
    made = models.DateTimeField(default=timezone.now)
    ended = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """The newest first."""

        ordering = ("-made",)

    def __str__(self) -> str:
        return self.title or self.kind

    @property
    def task(self) -> dict[str, Any]:
        """What its kind needs to know."""
        return dict(json.loads(self.given))

    @property
    def at_work(self) -> bool:
        """Whether more is to come by itself."""
        return self.state in (self.State.WAITING, self.State.RUNNING)
