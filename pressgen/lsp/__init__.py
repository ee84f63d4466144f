"""The door for editors: ``pressgen lsp`` speaks the Language Server Protocol on standard input and output.

Everything it says comes from what rules, fields and entries already say of themselves.
"""

from __future__ import annotations

import click


@click.command
@click.pass_obj
def command(ui: str) -> None:
    """Serve an editor over the Language Server Protocol (standard input and output).

    供编辑器使用：边写边检查事实文件、样式、模板、术语表和稿件。

    \b
    pressgen lsp
    """
    import logging  # noqa: PLC0415  # asyncio's weight, only for this command

    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # a client that goes away is no news
    from pressgen.lsp.server import server  # noqa: PLC0415  # pygls, only for this command

    server("zh" if ui == "zh" else "en").start_io()
