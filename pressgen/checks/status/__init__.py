"""Status, duty, extent, rank and time frame: what both texts say of a thing besides its figures."""

from pressgen.checks.status.check import check
from pressgen.checks.status.rules import RULES

__all__ = ["RULES", "check"]
