"""Findings for code hosts and editors: SARIF 2.1.0 (OASIS), one run, columns in code points."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from pressgen import VERSION
from pressgen.checks.coverage import Coverage
from pressgen.document import Span
from pressgen.errors import UI
from pressgen.findings import Finding, Rule
from pressgen.reports.scope import as_json, missed

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def report(findings: Sequence[Finding], ui: UI = "en", coverage: Coverage | None = None) -> str:
    """One SARIF log of one run; what was not compared or read is a notification of its invocation.

    A finding in a file without lines (Word) is placed by paragraph, as a logical location. A proposed
    text stands in ``properties``: a tool that applied it would have to know Markdown's escapes.
    """
    rules = list({finding.rule.id: finding.rule for finding in findings}.values())
    index = {rule.id: number for number, rule in enumerate(rules)}
    driver = {
        "name": "pressgen",
        "version": VERSION,
        "rules": [_rule(rule, ui) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "language": "zh-CN" if ui == "zh" else "en-US",
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index[finding.rule.id], ui) for finding in findings],
        **(_reached(coverage, ui) if coverage else {}),
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _reached(coverage: Coverage, ui: UI) -> dict[str, Any]:
    notes = [{"level": level, "message": {"text": text}} for level, text in missed(coverage, ui)]
    invocation = {"executionSuccessful": not coverage.unread, "toolExecutionNotifications": notes}
    return {"invocations": [invocation], "properties": as_json(coverage)}


def _rule(rule: Rule, ui: UI) -> dict[str, Any]:
    why = rule.why.zh if ui == "zh" else rule.why.en
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.id.replace("/", ": ").replace("-", " ")},
        "fullDescription": {"text": why},
        "help": {"text": why},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(finding: Finding, index: int, ui: UI) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule.id,
        "ruleIndex": index,
        "level": finding.severity,
        "message": {"text": finding.message(ui)},
        "locations": [_location(finding.span, ui)] if finding.span.file else [],
    }
    if finding.related:
        result["relatedLocations"] = [_location(span, ui) for span in finding.related if span.file]
    if finding.fix:
        result["properties"] = {"fix": {"text": finding.fix.text, "safe": finding.fix.safe}}
    return result


def _location(span: Span, ui: UI) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(span.file)}}
    location: dict[str, Any] = {"physicalLocation": physical}
    if span.cell:
        location["logicalLocations"] = [{"name": span.cell, "kind": "element"}]
        location["message"] = {"text": f"{span.cell}: {span.text}"}
    elif span.line is not None:
        physical["region"] = _region(span, span.line)
    elif span.block is not None:
        said = f"第{span.block + 1}段" if ui == "zh" else f"paragraph {span.block + 1}"
        location["logicalLocations"] = [{"name": said, "kind": "element"}]
        location["message"] = {"text": f"{said}: {span.text}"}
    return location


def _region(span: Span, line: int) -> dict[str, Any]:
    lines = span.text.split("\n")
    column = span.column or 1
    end = (column if len(lines) == 1 else 1) + len(lines[-1])
    region = {"startLine": line, "startColumn": column, "endLine": line + len(lines) - 1, "endColumn": end}
    return region | ({"snippet": {"text": span.text}} if span.text else {})


def _uri(file: str) -> str:
    """A path as a URI: relative as it is, absolute with ``file:``, slashes on every system."""
    windows = PureWindowsPath(file)
    path: PurePath = windows if windows.drive or "\\" in file else PurePosixPath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
