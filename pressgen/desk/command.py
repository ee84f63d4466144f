"""pressgen desk: the page in the browser, for one person at home or for a newsroom."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from pressgen.desk.installation import USUAL_PORT, Installation, usual_home

Command = TypeVar("Command", bound=Callable[..., Any])
_DESK = "pip install 'pressgen[desk]'"


@click.group(invoke_without_command=True)
@click.option(
    "--home",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="The newsroom's folder. · 本单位的文件夹。",
)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=USUAL_PORT,
    show_default=True,
    help="Where the browser finds it. · 浏览器用的端口。",
)
@click.option("--no-browser", is_flag=True, help="Only print the address. · 只显示网址，不打开浏览器。")
@click.option(
    "--sample", is_flag=True, help="Fill a new desk with the shipped examples. · 把随附的样例放进新的工作台。"
)
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


@command.command
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="The address to listen on. · 监听的地址。"
)
@click.option(
    "--name",
    "names",
    multiple=True,
    help="A name people open it by: desk.example.org. · 大家打开时用的域名，如desk.example.org。",
)
@click.pass_obj
def serve(installation: Installation, host: str, names: tuple[str, ...]) -> None:
    """Serve a newsroom: accounts and roles, SQLite or the database of DATABASE_URL.

    供整个编辑部使用：每人一个账号。先用pressgen desk user add建账号。

    \b
    pressgen desk user add wang --role reporter
    pressgen desk --home newsroom serve --host 0.0.0.0 --name desk.example.org
    """
    from pressgen.desk.serving import serve_team  # noqa: PLC0415  # Django, only to serve

    serve_team(installation, host, names)


@command.group
def user() -> None:
    """The accounts of a newsroom: add, set, list, off.

    编辑部的账号。
    """


def _role(help_: str) -> Callable[[Command], Command]:
    """The option that names roles, whatever it does with them."""
    roles = click.Choice(["reporter", "translator", "revisor", "terminologist", "editor"])
    return click.option("--role", "roles", multiple=True, type=roles, help=help_)


@user.command("add")
@click.argument("name")
@_role("What the person does; may be repeated. · 做什么工作；可以写几个。")
@click.pass_obj
def add_user(installation: Installation, name: str, roles: tuple[str, ...]) -> None:
    """Make an account; its first password is printed once, or asked for at a terminal.

    建立账号；初始密码只显示一次，或在终端里询问。

    \b
    pressgen desk user add wang --role reporter --role translator
    """
    from pressgen.desk import accounts  # noqa: PLC0415  # Django

    accounts.add(installation, name, roles or ("reporter",))


@user.command("set")
@click.argument("name")
@_role("New roles; without any they stay. · 新的角色；不写就不变。")
@click.pass_obj
def set_user(installation: Installation, name: str, roles: tuple[str, ...]) -> None:
    """Give an account a new password, and new roles if there are any.

    给账号换密码；写了角色的一并换。

    \b
    pressgen desk user set wang --role revisor
    """
    from pressgen.desk import accounts  # noqa: PLC0415  # Django

    accounts.change(installation, name, roles)


@user.command("off")
@click.argument("name")
@click.pass_obj
def user_off(installation: Installation, name: str) -> None:
    """Close an account; what the person did stays in the history.

    停用账号；做过的事留在历史里。

    \b
    pressgen desk user off wang
    """
    from pressgen.desk import accounts  # noqa: PLC0415  # Django

    accounts.close(installation, name)


@user.command("list")
@click.pass_obj
def list_users(installation: Installation) -> None:
    """List the accounts with their roles.

    列出账号和角色。

    \b
    pressgen desk user list
    """
    from pressgen.desk import accounts  # noqa: PLC0415  # Django

    for line in accounts.listed(installation):
        click.echo(line)


@command.command
@click.argument("file", metavar="ZIP", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def backup(installation: Installation, file: Path) -> None:
    """Write stories, versions, history, accounts, photos and checks into one file.

    把稿件、版本、历史、账号、照片和检查写进一个文件。

    \b
    pressgen desk backup desk-2026-11-28.zip
    """
    from pressgen.desk.serving import ready  # noqa: PLC0415  # Django

    ready(installation)
    from pressgen.desk import backup as backups  # noqa: PLC0415  # as above

    backups.write(installation, file)
    click.echo(file)


@command.command
@click.argument("file", metavar="ZIP", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.pass_obj
def restore(installation: Installation, file: Path) -> None:
    """Put a backup into a new desk, on either database.

    把备份放进新的工作台，两种数据库都行。

    \b
    pressgen desk --home new-folder restore desk-2026-11-28.zip
    """
    from pressgen.desk.serving import ready  # noqa: PLC0415  # Django

    ready(installation)
    from pressgen.desk import backup as backups  # noqa: PLC0415  # as above

    backups.read(installation, file)


def _refuse_without_django() -> None:
    from importlib.util import find_spec  # noqa: PLC0415  # only here

    missing = [name for name in ("django", "waitress", "whitenoise") if find_spec(name) is None]
    if missing:
        raise click.ClickException(f"{', '.join(missing)} not installed · 未安装: {_DESK}")
