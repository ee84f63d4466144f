"""Names and passwords: who may sign in, and how often somebody may try."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.contrib.auth import authenticate, login
from django.contrib.auth.models import Group, User
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest
from django.utils import timezone

from pressgen.desk.flow import ROLES
from pressgen.desk.models import Act

TRIES = 5
WITHIN = timedelta(minutes=15)
_FAILED = "sign-in failed"


def locked(request: HttpRequest, name: str) -> bool:
    """Whether too many tries failed for this name from this address."""
    since = timezone.now() - WITHIN
    return Act.objects.filter(what=_FAILED, detail=_who(request, name), at__gt=since).count() >= TRIES


def signed_in(request: HttpRequest, name: str, password: str) -> bool:
    """Sign a person in with a fresh session; a failure is remembered."""
    user = authenticate(request, username=name, password=password)
    if user is None:
        Act.objects.create(what=_FAILED, detail=_who(request, name))
        return False
    login(request, user)
    Act.objects.create(what="signed in", by=user, detail=_who(request, name))
    return True


def _who(request: HttpRequest, name: str) -> str:
    return f"{name[:150]} {request.META.get('REMOTE_ADDR', '')}"


def kept(name: str, roles: Iterable[str], password: str, *, off: bool) -> User:
    """An account with these roles; an empty password stays as it is. Raises ValidationError."""
    existing = User.objects.filter(username=name).first()
    user = existing or User(username=name)
    if existing is None:
        user.full_clean(exclude=["password"])
    user.is_active = not off
    if password or existing is None:
        set_password(user, password)
    else:
        user.save(update_fields=["is_active"])
    user.groups.set([Group.objects.get_or_create(name=role)[0] for role in roles if role in ROLES])
    return user


def set_password(user: User, password: str) -> None:
    """A new password, if it is none that others would guess. Raises ValidationError."""
    validate_password(password, user)
    user.set_password(password)
    user.save()


def account(name: str, roles: tuple[str, ...], password: str) -> User:
    """An account with these roles, or the one there is with new roles and password."""
    user, _ = User.objects.get_or_create(username=name)
    user.set_password(password)
    user.is_active = True
    user.save()
    user.groups.set([Group.objects.get_or_create(name=role)[0] for role in roles if role in ROLES])
    return user
