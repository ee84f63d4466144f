"""pressgen rates: the day's rates, an office's own table, the ECB's file fetched anew."""

from __future__ import annotations

from pathlib import Path

import click

from pressgen import api
from pressgen.cli.console import say, show_rate
from pressgen.errors import UsageError
from pressgen.figures import ecb, rate_files
from pressgen.house import open_newsroom

_SHOWN = ("USD", "EUR", "HKD", "JPY", "GBP")


@click.group
def command() -> None:
    """Exchange rates: show a day's, import the office's table, fetch the ECB's.

    汇率：查某日汇率、导入本单位汇率表、更新欧洲央行数据。
    """


@command.command
@click.argument("on", metavar="DATE")
@click.option(
    "--currency", "currencies", multiple=True, help="Which; else the usual ones. · 哪些货币；不写就列常用的。"
)
def show(on: str, currencies: tuple[str, ...]) -> None:
    """Show yuan for one unit of a currency on a day: the last rate on or before it.

    查某日一单位外币合多少元人民币；当天没有就用此前最近一天的。

    \b
    pressgen rates show 2023-07-15
    """
    rates = api.open_house().rates
    for currency in currencies or _SHOWN:
        rate = rates.rate(api.currency(currency), "CNY", api.day(on))
        show_rate(rate)


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
def import_(file: Path) -> None:
    """Check an office's table and put it where the newsroom looks for it.

    检查本单位的汇率表，并放到使用它的文件夹。

    \b
    pressgen rates import parity.csv
    """
    newsroom = open_newsroom(Path.cwd())
    if newsroom.settings is None:
        raise UsageError(
            "这里不是本单位文件夹；请先运行pressgen init DIR，再在其中导入",
            "this is no newsroom's folder; run pressgen init DIR and import the table inside it",
        )
    click.echo(rate_files.import_table(file, newsroom.settings.parent / "rates"))
    if newsroom.rates is None:
        say(
            '要让起草使用它，请在pressgen.toml中写 rates = "rates"',
            'to draft with it, write rates = "rates" in pressgen.toml',
        )


@command.command
def update() -> None:
    """Fetch the ECB's history. The only command that uses the network.

    从欧洲央行取回历史汇率。只有这个命令使用网络。

    \b
    pressgen rates update
    """
    history = rate_files.update()
    click.echo(f"{history.days[0]}  {ecb.user_folder() / ecb.FILE}")
