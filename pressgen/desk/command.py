"""pressgen desk: the page in the browser, for one person at home or for a newsroom."""

from __future__ import annotations

from pathlib import Path

import click

from pressgen.desk.installation import USUAL_PORT, Installation, usual_home

_DESK = "pip install 'pressgen[desk]'"


@click.group(invoke_without_command=True)
@click.option(
    "--home", metavar="DIR", type=click.Path(path_type=Path, file_okay=False), help="The newsroom's folder."
)
@click.option("--port", type=click.IntRange(1, 65535), default=USUAL_PORT, show_default=True)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.option("--sample", is_flag=True, help="Fill a new desk with the shipped examples.")
@click.pass_context
def command(context: click.Context, home: Path | None, port: int, no_browser: bool, sample: bool) -> None:
    """Open the desk in the browser: facts on the left, both releases on the right.

    在浏览器里写稿：左边填事实，右边两种语言的稿件随写随出。只在本机，不联网。

    \b
    pressgen desk
    pressgen desk --sample --home our-newsroom
    """
    _refuse_without_django()
    installation = Installation((home or usual_home(Path.cwd())).resolve(), port)
    context.obj = installation
    if context.invoked_subcommand is None:
        from pressgen.desk.serving import serve_one  # noqa: PLC0415  # Django, only to serve

        serve_one(installation, browser=not no_browser, sample=sample)


def _refuse_without_django() -> None:
    from importlib.util import find_spec  # noqa: PLC0415  # only here

    missing = [name for name in ("django", "waitress", "whitenoise") if find_spec(name) is None]
    if missing:
        raise click.ClickException(f"{', '.join(missing)} not installed · 未安装: {_DESK}")
