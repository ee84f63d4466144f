"""Whether each paragraph is in the language its place says, and nothing was left untranslated."""

from pressgen.checks.language.check import check
from pressgen.checks.language.rules import RULES

__all__ = ["RULES", "check"]
