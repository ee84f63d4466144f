"""Accounts at the command line: made, changed, closed, listed."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Iterator

import click

from pressgen.desk.installation import Installation
from pressgen.errors import UsageError

_SHORTEST = 10


def add(installation: Installation, name: str, roles: tuple[str, ...]) -> None:
    """Make an account. Raises UsageError for one there is."""
    users = _users(installation)
    if users.filter(username=name).exists():
        raise UsageError(
            "已有账号{name}；请换一个名字",
            "there is an account {name} already; choose another name",
            name=name,
        )
    _set(name, roles)


def change(installation: Installation, name: str, roles: tuple[str, ...]) -> None:
    """A new password, and new roles where there are some. Raises UsageError for no such account."""
    user = _found(installation, name)
    _set(name, roles or tuple(user.groups.values_list("name", flat=True)))


def close(installation: Installation, name: str) -> None:
    """Nobody signs in as this person any more; sessions end."""
    user = _found(installation, name)
    user.is_active = False
    user.save(update_fields=["is_active"])


def listed(installation: Installation) -> Iterator[str]:
    """A line an account: name, roles, whether it is closed."""
    for user in _users(installation).prefetch_related("groups").order_by("username"):
        roles = ", ".join(group.name for group in user.groups.all())
        yield f"{user.username:<20} {roles or '-'}{'' if user.is_active else '  (off)'}"


def _users(installation: Installation):  # type: ignore[no-untyped-def]  # Django's manager, known only once it is set up
    from pressgen.desk.serving import ready  # noqa: PLC0415  # Django

    ready(installation)
    from django.contrib.auth.models import User  # noqa: PLC0415  # as above

    return User.objects


def _found(installation: Installation, name: str):  # type: ignore[no-untyped-def]  # as above
    user = _users(installation).filter(username=name).first()
    if user is None:
        raise UsageError(
            "没有账号{name}；请核对名字", "there is no account {name}; put the name right", name=name
        )
    return user


def _set(name: str, roles: tuple[str, ...]) -> None:
    """Ask for a password at a terminal; elsewhere make one and print it once."""
    from pressgen.desk.signing_in import account  # noqa: PLC0415  # Django

    asked = sys.stdin.isatty()
    word = _asked() if asked else secrets.token_urlsafe(_SHORTEST)
    if len(word) < _SHORTEST:
        raise UsageError("密码至少{n}个字符", "a password has {n} characters at least", n=_SHORTEST)
    account(name, roles, word)
    if not asked:
        click.echo(word)


def _asked() -> str:
    return str(click.prompt("Password · 密码", hide_input=True, confirmation_prompt=True, err=True))
