"""People: accounts and their roles, kept by the editor in chief, and everybody's own password."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from pressgen.desk import flow, signing_in, stories
from pressgen.desk.filled import clean
from pressgen.desk.pages.refused import answer
from pressgen.desk.people import person


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """Everybody's account for who keeps them, and one's own password."""
    if not settings.DESK.team:
        raise Http404
    keeps = flow.may(person(request), "people")
    users = User.objects.prefetch_related("groups").order_by("username") if keeps else ()
    rows = [(user, {group.name for group in user.groups.all()}) for user in users]
    return render(request, "desk/people.html", {"rows": rows, "roles": flow.ROLES.items(), "keeps": keeps})


@require_POST
@flow.for_those_who_may("people")
def save(request: HttpRequest) -> HttpResponse:
    """A new account, or other roles, a new password, the end or the return of one there is."""
    by, name = person(request), clean(request.POST.get("name", ""))
    if not settings.DESK.team or name == by.username:
        raise PermissionDenied  # who keeps the accounts cannot lock out who keeps them
    roles, off = request.POST.getlist("role"), "off" in request.POST
    try:
        user = signing_in.kept(name, roles, request.POST.get("password", ""), off=off)
    except ValidationError as error:
        return answer(request, 422, _("Not saved"), error.messages)
    groups = ", ".join(user.groups.values_list("name", flat=True))
    stories.noted("account closed" if off else "account kept", by, f"{name}: {groups}")
    return HttpResponseRedirect(reverse("people"))


@require_POST
def own(request: HttpRequest) -> HttpResponse:
    """Another password of one's own; other sessions of this person end."""
    user = person(request)
    if not settings.DESK.team or not user.check_password(request.POST.get("old", "")):
        return answer(request, 422, _("Not saved"), [_("The old password is not right.")])
    try:
        signing_in.set_password(user, request.POST.get("password", ""))
    except ValidationError as error:
        return answer(request, 422, _("Not saved"), error.messages)
    update_session_auth_hash(request, user)
    stories.noted("password changed", user)
    return HttpResponseRedirect(reverse("people"))


urls: list[URLPattern] = [
    path("people/", show, name="people"),
    path("people/save", save, name="people-save"),
    path("people/own", own, name="people-own"),
]
