"""The door: arguments in, results on standard output, errors on standard error, exit 0, 1 or 2."""

# ruff: noqa: E402  # the patterns of what is imported next are known

import gc

gc.set_threshold(500_000)  # a short process makes much and drops little: a third of a draft's time

from pressgen.cli.start import remember

remember()

from pressgen.cli.main import main

__all__ = ["main"]
