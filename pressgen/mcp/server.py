"""What an assistant can ask of one newsroom: a few tools, each a verb of ``api``, each with its findings."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import ParamSpec, TypeVar

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from pressgen.errors import UI, PressgenError
from pressgen.mcp.tools import Tools

P = ParamSpec("P")
R = TypeVar("R")

INSTRUCTIONS = """\
pressgen drafts bilingual press releases (Chinese and English) from facts, checks drafts, and converts sums.
Never write a figure, a name's spelling or an exchange rate yourself: give the facts to `draft`, ask
`propose_name`, `look_up` and `convert`. Begin with `list_types`, then `describe_type` for the fields.
Tell the user every finding of severity error or warning, and what is still to be translated: they are part of
the answer.
"""

_READS = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
_WRITES = ToolAnnotations(
    read_only_hint=False, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


def server(home: Path, ui: UI = "en", *, write: bool = False) -> MCPServer:
    """The server of one newsroom's folder, speaking one language; ``write`` adds ``save_draft``.

    Raises HouseError, FileError for a folder that is no newsroom's.
    """
    tools = Tools(home.resolve(), ui)
    made: MCPServer = MCPServer(
        "pressgen", instructions=INSTRUCTIONS, version=version("pressgen"), log_level="ERROR"
    )
    for tool in (
        tools.list_types,
        tools.describe_type,
        tools.draft,
        tools.check_pair,
        tools.convert,
        tools.look_up,
        tools.propose_name,
    ):
        made.add_tool(_explained(tool, tools), annotations=_READS)
    if write:
        made.add_tool(_explained(tools.save_draft, tools), annotations=_WRITES)
    return made


def _explained(tool: Callable[P, R], tools: Tools) -> Callable[P, R]:
    """A tool whose faults reach the assistant in words, files named from the newsroom's folder on."""

    @functools.wraps(tool)
    def explained(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return tool(*args, **kwargs)
        except PressgenError as fault:
            raise ToolError(fault.say(tools.ui).replace(f"{tools.home}{os.sep}", "")) from fault

    return explained
