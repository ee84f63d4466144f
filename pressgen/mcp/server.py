"""What an assistant can ask of one newsroom: a few tools, each a verb of ``api``, each with its findings."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.tools import Tool
from mcp.types import ToolAnnotations
from pydantic import ConfigDict

from pressgen import VERSION
from pressgen.errors import UI, PressgenError, UsageError
from pressgen.mcp.tools import Tools
from pressgen.source.file import unreadable

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
    reading = (
        tools.list_types,
        tools.describe_type,
        tools.draft,
        tools.check_pair,
        tools.convert,
        tools.look_up,
        tools.propose_name,
    )
    writing = (tools.save_draft,) if write else ()
    return MCPServer(
        "pressgen",
        instructions=INSTRUCTIONS,
        version=VERSION,
        log_level="ERROR",
        tools=[
            *(_strict(_explained(tool, tools), _READS) for tool in reading),
            *(_strict(_explained(tool, tools), _WRITES) for tool in writing),
        ],
    )


def _strict(function: Callable[..., Any], annotations: ToolAnnotations) -> Tool:
    """A tool that refuses arguments it does not know: a misspelt one would be left out unsaid."""
    tool = Tool.from_function(function, annotations=annotations)
    known = tool.fn_metadata.arg_model
    strict: Any = type(known.__name__, (known,), {"model_config": ConfigDict(extra="forbid")})
    tool.fn_metadata.arg_model = strict
    tool.parameters = strict.model_json_schema()
    return tool


def _explained(tool: Callable[P, R], tools: Tools) -> Callable[P, R]:
    """A tool whose faults reach the assistant in words, files named from the newsroom's folder on.

    What the system refuses anywhere is such a fault, too.
    """

    @functools.wraps(tool)
    def explained(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            for name, value in kwargs.items():
                _refuse_half(name, str(value))
            return tool(*args, **kwargs)
        except (PressgenError, OSError) as fault:
            said = fault if isinstance(fault, PressgenError) else unreadable(fault)
            raise ToolError(said.say(tools.ui).replace(f"{tools.home}{os.sep}", "")) from fault

    return explained


def _refuse_half(name: str, value: str) -> None:
    """JSON can say half a character, which no file and no check can hold. Raises UsageError."""
    if any("\ud800" <= sign <= "\udfff" for sign in value):
        raise UsageError(
            "{name}里有半个字符（U+D800—U+DFFF）", "{name} has half a character (U+D800 to U+DFFF)", name=name
        )
