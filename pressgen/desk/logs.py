"""What the desk writes to its log: which page failed and where in the code, never what somebody typed."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType

_Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutFacts(logging.Formatter):
    """An error by its kind and its place: what an exception says may be a fact under embargo."""

    def formatException(self, ei: _Raised) -> str:  # noqa: N802  # as logging calls it
        """The kind of the exception and the lines it came through."""
        kind, _, trace = ei
        lines = [f"  {each.filename}:{each.lineno} {each.name}" for each in traceback.extract_tb(trace)]
        return "\n".join([kind.__name__ if kind else "", *lines])


CONFIG = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"short": {"()": WithoutFacts, "format": "%(asctime)s %(levelname)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "short"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "pressgen": {"handlers": ["console"], "level": "WARNING"},
        "waitress.queue": {"level": "ERROR"},  # that somebody waits a moment is no news
    },
}
