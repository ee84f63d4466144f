"""Who is at the desk."""

from __future__ import annotations

import getpass

from django.contrib.auth.models import User
from django.http import HttpRequest


def me() -> User:
    """The person at this machine, by the name the machine knows."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):
        name = "me"
    user, new = User.objects.get_or_create(username=name[:150] or "me")
    if new:
        user.set_unusable_password()
        user.save()
    return user


def person(request: HttpRequest) -> User:
    """The person who asks: the guard lets nobody else through."""
    assert isinstance(request.user, User)  # noqa: S101  # as above
    return request.user
