"""Words a newsroom writes, avoids, and keeps to within one text."""

from pressgen.checks.phrases.check import check
from pressgen.checks.phrases.rules import RULES

__all__ = ["RULES", "check"]
