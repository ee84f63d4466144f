"""What a text claims of its figures: whose they are and which way they go, held against the other text."""

from pressgen.checks.claims.check import check
from pressgen.checks.claims.rules import RULES

__all__ = ["RULES", "check"]
