"""The door: arguments in, results on standard output, errors on standard error, exit 0, 1 or 2."""

from pressgen.cli.main import main

__all__ = ["main"]
