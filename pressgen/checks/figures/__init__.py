"""Figures of the two languages, held against each other: value, unit, currency, date."""

from pressgen.checks.figures.check import check, desk
from pressgen.checks.figures.rules import RULES

__all__ = ["RULES", "check", "desk"]
