"""The door for editors: ``pressgen lsp`` speaks the Language Server Protocol on standard input and output.

Everything it says comes from what rules, fields and entries already say of themselves.
"""

from pressgen.lsp.command import command

__all__ = ["command"]
