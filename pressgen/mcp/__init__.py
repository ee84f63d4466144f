"""The door for assistants: ``pressgen mcp`` serves one newsroom over the Model Context Protocol.

Read-only unless ``--write`` is given; every answer carries its findings, so that none can be hidden.
"""

from pressgen.mcp.command import command

__all__ = ["command"]
