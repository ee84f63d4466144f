"""The server: the database made ready, the address printed, pages answered until it is stopped."""

from __future__ import annotations

import os
import secrets
import webbrowser
from dataclasses import replace

import click

from pressgen.complaints import complaint
from pressgen.desk import installation as installed
from pressgen.desk.installation import Installation
from pressgen.errors import UsageError

THREADS = 8
_NO_PASSWORD = "!"  # noqa: S105  # as Django marks an account without one
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_BODY_MOST = 80 * 1024 * 1024


def set_up(installation: Installation) -> None:
    """Make the desk's folder and Django ready for it, in this process."""
    installed.prepare(installation)
    installation.to_environment()
    os.environ["DJANGO_SETTINGS_MODULE"] = "pressgen.desk.settings"
    import django  # noqa: PLC0415  # it reads the settings that were just named

    django.setup()


def serve_one(installation: Installation, *, browser: bool, sample: bool) -> None:
    """The desk of one person: loopback, a token in the address."""
    token = secrets.token_urlsafe(32)
    os.environ[installed.TOKEN] = token
    set_up(installation)
    _made_ready(installation, sample=sample)
    address = f"http://127.0.0.1:{installation.port}/enter/{token}"
    _serve(installation, "127.0.0.1", address, browser=browser)


def serve_team(installation: Installation, host: str, names: tuple[str, ...]) -> None:
    """The desk of a newsroom: accounts; beyond loopback only under the names that are given."""
    team = replace(installation, team=True, hosts=names)
    ready(team)
    from django.contrib.auth.models import User  # noqa: PLC0415  # Django

    if not User.objects.filter(is_active=True).exclude(password__startswith=_NO_PASSWORD).exists():
        raise UsageError(
            "还没有账号；请先运行pressgen desk user add NAME --role editor",
            "there is no account yet; run pressgen desk user add NAME --role editor",
        )
    if host not in _LOOPBACK and not names:
        raise UsageError(
            "请用--name写出大家用来打开工作台的域名或地址",
            "say with --name by which name or address people open the desk",
        )
    shown = names[0] if names else host
    _serve(team, host, f"http://{shown}:{team.port}/", browser=False)


def ready(installation: Installation) -> None:
    """Django set up for a desk, its database up to date."""
    set_up(installation)
    _made_ready(installation, sample=False)


def _made_ready(installation: Installation, *, sample: bool) -> None:
    from pressgen.desk.database import migrated  # noqa: PLC0415  # Django

    migrated(installation)
    if sample:
        from pressgen.desk.samples import filled_with_samples  # noqa: PLC0415  # Django

        filled_with_samples(installation)


def _serve(installation: Installation, host: str, address: str, *, browser: bool) -> None:
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415  # Django
    from waitress.server import create_server  # noqa: PLC0415  # only to serve

    from pressgen.desk import jobs  # noqa: PLC0415  # Django

    try:
        server = create_server(
            get_wsgi_application(),
            host=host,
            port=installation.port,
            threads=THREADS,
            ident="",
            max_request_body_size=_BODY_MOST,
        )
    except OSError as error:
        raise UsageError(
            "端口{port}用不了（{why}），也许另一个窗口已经打开了pressgen；请关掉它，或用--port另选一个",
            "port {port} cannot be used ({why}); perhaps the desk is open already: close it, or choose "
            "another with --port",
            port=installation.port,
            why=complaint(error),
        ) from None
    jobs.settled()
    click.echo(address)
    if browser:
        webbrowser.open(address)
    server.run()
