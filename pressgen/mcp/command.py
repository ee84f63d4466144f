"""pressgen mcp: start the server on standard input and output."""

from __future__ import annotations

from pathlib import Path

import click


@click.command
@click.option(
    "--home",
    metavar="DIR",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=Path(),
    help="The newsroom's folder; else the current one. · 本单位的文件夹；不写就是当前文件夹。",
)
@click.option(
    "--write",
    is_flag=True,
    help="Also let the assistant save drafts in the newsroom's folder."
    " · 也让智能助手把稿件存进本单位的文件夹。",
)
@click.pass_obj
def command(ui: str, home: Path, write: bool) -> None:
    """Serve this newsroom to an assistant over the Model Context Protocol (standard input and output).

    让智能助手使用本单位的模板、术语表和检查（MCP协议）。默认只读。

    \b
    pressgen mcp --home newsroom
    """
    from pressgen.mcp.server import server  # noqa: PLC0415  # the MCP SDK, only for this command

    server(home, "zh" if ui == "zh" else "en", write=write).run("stdio")
