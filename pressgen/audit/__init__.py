"""Whole archives: the checks of one text over a folder, a ZIP, a TAR, a JSONL or a Parquet file of them."""

from pressgen.audit.item import Answer, Said
from pressgen.audit.run import LIMIT, OVERVIEW, Audit, Order, Summary

__all__ = ["LIMIT", "OVERVIEW", "Answer", "Audit", "Order", "Said", "Summary"]
