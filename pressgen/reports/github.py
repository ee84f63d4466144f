"""Findings as GitHub shows them beside the lines of a change: one workflow command a finding.

Source: GitHub, "Workflow commands for GitHub Actions": error, warning, notice, with file, line and col.
GitHub shows the first ten of each kind a step, so the gravest come first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pressgen.checks.coverage import Coverage
from pressgen.document import Span
from pressgen.errors import UI, PressgenError
from pressgen.findings import Finding, Severity
from pressgen.reports.console import place
from pressgen.reports.scope import missed
from pressgen.text import visible

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}


def report(
    findings: Sequence[Finding],
    ui: UI = "en",
    coverage: Coverage | None = None,
    faults: Iterable[PressgenError] = (),
) -> str:
    """The commands, a line each, without a last line end; ``faults`` are of files that could not be read."""
    lines = [_of_fault(fault, ui) for fault in faults]
    for severity in _COMMANDS:
        lines += [_of_finding(finding, ui) for finding in findings if finding.severity == severity]
    for level, text in missed(coverage, ui) if coverage else ():
        if level != "error":  # what was not read is among the faults already
            lines.append(_command(_COMMANDS[level], {}, text))
    return "\n".join(dict.fromkeys(lines))  # what both texts of a draft have from one fact is said once


def _of_finding(finding: Finding, ui: UI) -> str:
    span = finding.span
    where = place(span, ui) if span.line is None else ""
    message = ": ".join(filter(None, (where, visible(finding.message(ui)))))
    if finding.fix:
        message += f"\n{finding.fix.say(ui, visible(finding.fix.text))}"
    return _command(_COMMANDS[finding.severity], {**_place(span), "title": finding.rule.id}, message)


def _of_fault(fault: PressgenError, ui: UI) -> str:
    at = fault.at
    named = {"file": at.file, "line": at.line, "col": at.column} if at else {}
    return _command("error", {**named, "title": "pressgen"}, fault.say(ui))


def _place(span: Span) -> dict[str, object]:
    if span.line is None:
        return {"file": span.file}
    column = span.column or 1
    first, _, rest = span.text.partition("\n")
    end = {} if rest else {"endColumn": column + len(first)}
    return {"file": span.file, "line": span.line, "col": column, **end}


def _command(name: str, fields: dict[str, object], text: str) -> str:
    said = ",".join(_fields(fields))
    return f"::{name}{' ' if said else ''}{said}::{_escaped(text)}"


def _fields(fields: dict[str, object]) -> Iterator[str]:
    for name, value in fields.items():
        if value not in (None, ""):
            yield f"{name}={_escaped(str(value)).replace(':', '%3A').replace(',', '%2C')}"


def _escaped(text: str) -> str:
    """No text from a file may end the line and begin a command of its own."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
