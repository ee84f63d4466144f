"""Findings for programs: JSON as ``pressgen check --report json`` prints it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from pressgen.checks.coverage import Coverage
from pressgen.document import Span
from pressgen.errors import UI
from pressgen.findings import Finding
from pressgen.reports.scope import as_json

VERSION = 1


def report(
    findings: Sequence[Finding], files: Sequence[str], ui: UI = "en", coverage: Coverage | None = None
) -> str:
    """``{"version": 1, "files": […], "findings": […]}``, Chinese as it is; ``coverage`` adds its own."""
    whole = {"version": VERSION, "files": list(files), "findings": [finding(each, ui) for each in findings]}
    whole |= as_json(coverage) if coverage else {}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def finding(found: Finding, ui: UI = "en") -> dict[str, Any]:
    """One finding: rule, severity, its span's fields, message, fix or null, related spans.

    Offsets are code points within the block, lines and columns count from 1 and are null in a file
    without lines; a workbook has its ``cell``. A passage that is no file (a JSONL row) has no block, and
    none is named.
    """
    fix = {"text": found.fix.text, "safe": found.fix.safe} if found.fix else None
    return {
        "rule": found.rule.id,
        "severity": found.severity,
        **_span(found.span),
        "message": found.message(ui),
        "fix": fix,
        "related": [_span(span) for span in found.related],
    }


def _span(span: Span) -> dict[str, Any]:
    named = {
        key: getattr(span, key) for key in ("file", "lang", "block", "start", "end", "line", "column", "text")
    }
    if span.cell:
        named["cell"] = span.cell
    return named if span.block is not None else {key: named[key] for key in named if key != "block"}
