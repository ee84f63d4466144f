"""Findings as test results: JUnit's XML, which GitLab, Jenkins and other pipelines show.

A file is a test case. An error makes it fail; warnings and notes stand in its output. A file that could not
be read is an error of its own. Source: the XML that Jenkins and GitLab document (testsuites, testsuite,
testcase, failure, error, system-out).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pressgen.checks.coverage import Coverage
from pressgen.errors import UI, PressgenError
from pressgen.findings import Finding
from pressgen.reports.console import SEVERITIES, ordered, place
from pressgen.reports.scope import said
from pressgen.text import visible

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def report(
    findings: Sequence[Finding],
    files: Sequence[str],
    ui: UI = "en",
    coverage: Coverage | None = None,
    faults: Iterable[PressgenError] = (),
) -> str:
    """One suite, a case for every file in their order; ``faults`` are of files that could not be read."""
    from xml.etree import ElementTree as tree  # noqa: PLC0415, N813  # only for those who ask

    by_file: dict[str, list[Finding]] = defaultdict(list)
    for finding in ordered(findings):
        by_file[finding.span.file].append(finding)
    names = list(dict.fromkeys([*files, *by_file]))
    bad = list(faults)
    suites = tree.Element("testsuites")
    failed = sum(any(finding.severity == "error" for finding in by_file[name]) for name in names)
    counts = {"tests": len(names) + len(bad), "failures": failed, "errors": len(bad)}
    suite = tree.SubElement(suites, "testsuite", {"name": "pressgen", **_texts(counts)})
    for name in names:
        _case(suite, name, by_file[name], ui)
    for fault in bad:
        case = tree.SubElement(suite, "testcase", _named(fault.at.file if fault.at else "pressgen"))
        tree.SubElement(case, "error", {"message": visible(fault.say(ui))})
    if coverage and (lines := said(coverage, ui)):
        tree.SubElement(suite, "system-out").text = "\n".join(map(visible, lines))
    tree.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tree.tostring(suites, encoding="unicode")}'


def _case(suite: Element, name: str, findings: Sequence[Finding], ui: UI) -> None:
    from xml.etree import ElementTree as tree  # noqa: PLC0415, N813  # only for those who ask

    case = tree.SubElement(suite, "testcase", _named(name))
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors:
        message = {"message": visible(errors[0].message(ui)), "type": errors[0].rule.id}
        tree.SubElement(case, "failure", message).text = _lines(errors, ui)
    rest = [finding for finding in findings if finding.severity != "error"]
    if rest:
        tree.SubElement(case, "system-out").text = _lines(rest, ui)


def _named(file: str) -> dict[str, str]:
    return {"classname": "pressgen", "name": visible(file) or "-", "file": visible(file)}


def _lines(findings: Sequence[Finding], ui: UI) -> str:
    """A line each; what both texts of a draft have from one fact is said once."""
    return "\n".join(dict.fromkeys(_line(finding, ui) for finding in findings))


def _line(finding: Finding, ui: UI) -> str:
    severity = SEVERITIES[finding.severity].say(ui)
    where = ":".join(filter(None, (visible(finding.span.file), place(finding.span, ui))))
    fix = finding.fix.say(ui, visible(finding.fix.text)) if finding.fix else ""
    return "  ".join(filter(None, (where, severity, finding.rule.id, visible(finding.message(ui)), fix)))


def _texts(counts: dict[str, int]) -> dict[str, str]:
    return {name: str(count) for name, count in counts.items()}
