"""What a release must have around its text: headline, dateline, credits, captions; nothing left undone."""

from pressgen.checks.structure.check import check
from pressgen.checks.structure.rules import RULES

__all__ = ["RULES", "check"]
