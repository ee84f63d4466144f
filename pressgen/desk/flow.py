"""How a story goes through the house: who may do what, and every step from draft to released."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pressgen.desk import stories
from pressgen.desk.filled import Filled
from pressgen.desk.models import State, Story
from pressgen.desk.people import person
from pressgen.desk.room import Room
from pressgen.errors import UsageError

ROLES = {
    "reporter": _("reporter"),
    "translator": _("translator"),
    "revisor": _("revisor"),
    "terminologist": _("terminologist"),
    "editor": _("editor in chief"),
}
"""Every role; they are the groups of Django's accounts."""
_WRITERS = frozenset({"reporter", "translator", "revisor", "editor"})
RIGHTS = {
    "edit": _WRITERS,
    "hand": frozenset({"reporter", "translator", "editor"}),
    "back": frozenset({"revisor", "editor"}),
    "approve": frozenset({"revisor", "editor"}),
    "release": frozenset({"editor"}),
    "correct": frozenset({"reporter", "editor"}),
    "house": frozenset({"editor"}),
    "people": frozenset({"editor"}),
    "names": frozenset({"terminologist", "revisor", "editor"}),
}
"""What may be done, and by which roles; reading and commenting is for all."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: from which states, to which, what its button says, what the history calls it."""

    name: str
    before: tuple[State, ...]
    after: State
    label: object
    done: str


STEPS = (
    Step("hand", (State.DRAFT,), State.REVISION, _("Hand to the revisor"), "handed over"),
    Step("back", (State.REVISION, State.APPROVED), State.DRAFT, _("Back to the writer"), "sent back"),
    Step("approve", (State.REVISION,), State.APPROVED, _("Approve"), "approved"),
    Step("release", (State.APPROVED,), State.RELEASED, _("Release"), "released"),
    Step("correct", (State.RELEASED, State.CORRECTED), State.DRAFT, _("Correct"), "correction begun"),
)
FROZEN = (State.RELEASED, State.CORRECTED)


def may(user: User, what: str) -> bool:
    """Whether a person's roles allow it; at home one person does everything."""
    if not settings.DESK.team or user.is_superuser:
        return True
    roles = set(user.groups.values_list("name", flat=True))
    return bool(roles & RIGHTS[what])


View = Callable[..., HttpResponse]


def for_those_who_may(what: str) -> Callable[[View], View]:
    """A view for persons whose roles allow ``what``."""

    def guarded(view: View) -> View:
        @wraps(view)
        def allowed(request: HttpRequest, *given: object, **named: object) -> HttpResponse:
            if not may(person(request), what):
                raise PermissionDenied
            return view(request, *given, **named)

        return allowed

    return guarded


for_writers = for_those_who_may("edit")
"""A view for those who may write."""


def open_steps(story: Story, user: User) -> list[Step]:
    """The steps this person can take with a story now."""
    return [step for step in STEPS if story.state in step.before and may(user, step.name)]


def take(name: str, story: Story, by: User, here: Room, *, version: int, early: bool = False) -> None:
    """Take a step with the version that was on the page.

    ``early``: it is known that the story is under embargo. Raises UsageError where the step cannot be
    taken, ChangedMeanwhileError where somebody saved since.
    """
    step = next((each for each in open_steps(story, by) if each.name == name), None)
    if step is None:
        raise UsageError(
            "现在不能这样做；请刷新页面，看看进行到哪一步", "this cannot be done now; load the page again"
        )
    _REFUSALS.get(name, _never)(story, by, here, early)
    with transaction.atomic():
        if name == "correct":
            _mark_updated(story)
        values = {
            "state": _after(step, story),
            "version": story.version,
            "data": story.data,
            **_signed(name, story, by),
        }
        found = Story.objects.filter(pk=story.pk, version=version, state__in=step.before)
        if not found.update(**values):
            raise stories.ChangedMeanwhileError
        story.refresh_from_db()
        stories.keep(story, step.done, by)
        alone = name == "approve" and not settings.DESK.team
        stories.note(story, step.done, by, "no second reader" if alone else "")


def _after(step: Step, story: Story) -> str:
    return State.CORRECTED if step.name == "release" and story.released else step.after


def _signed(name: str, story: Story, by: User) -> dict[str, object]:
    """What the step leaves on the story: an approval belongs to one version."""
    if name == "approve":
        return {"approved": story.version, "approved_by": by}
    if name == "release":
        return {"released": story.version}
    return {} if name == "hand" else {"approved": 0, "approved_by": None}


def _mark_updated(story: Story) -> None:
    """A correction says when it was made, and is a new version."""
    facts = {**story.facts, "updated": timezone.localtime().strftime("%Y-%m-%d %H:%M")}
    story.data = stories.as_text(facts)
    story.version += 1


def writers(story: Story) -> set[int | None]:
    """Who wrote at a story since it was last released; who took a step or a file wrote nothing."""
    saved = story.versions.filter(number__gt=story.released, why="saved")
    kept = saved.values_list("made_by", flat=True)
    return {*kept, story.changed_by_id}


def _four_eyes(story: Story, by: User, here: Room, _early: bool) -> None:
    _undrafted(story, here)
    house = here.house(str(story.facts.get("house", "")))
    if settings.DESK.team and house.style.credits.four_eyes and by.pk in writers(story):
        raise UsageError(
            "你写过这一稿，要由另一个人签发", "you wrote at this version; somebody else has to approve it"
        )


def _undrafted(story: Story, here: Room) -> None:
    """What nobody could take out is neither approved nor released."""
    faults = stories.Made(story, here, Filled(story.facts)).faults
    if faults:
        wording = faults[0].wording
        raise UsageError(
            "缺少事实或有误，还不能成稿：{in_zh}",
            "facts are missing or wrong, so there is no text yet: {in_en}",
            in_zh=wording.say("zh", **faults[0].fields),
            in_en=wording.say("en", **faults[0].fields),
        )


def _unfinished(story: Story, _by: User, here: Room, early: bool) -> None:
    _undrafted(story, here)
    if story.approved != story.version:
        raise UsageError(
            "签发之后又改过；请重新送校", "it was changed since it was approved; hand it over again"
        )
    if story.under_embargo and not early:
        raise UsageError(
            "解禁时间未到（{until}）；确要提前发布，请先勾选",
            "it is under embargo until {until}; tick that you know, to release it before",
            until=story.embargo[:16].replace("T", " "),
        )


def _never(_story: Story, _by: User, _here: Room, _early: bool) -> None:
    """Nothing stands against it."""


_REFUSALS: dict[str, Callable[[Story, User, Room, bool], None]] = {
    "approve": _four_eyes,
    "release": _unfinished,
}
