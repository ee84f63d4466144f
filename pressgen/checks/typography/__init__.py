"""Signs, spaces, quotes, dashes, digits and dates as the standards of each language have them."""

from pressgen.checks.typography.check import EN, RULES, ZH, check

__all__ = ["EN", "RULES", "ZH", "check"]
