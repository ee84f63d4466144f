"""What an overview counts, added up document by document: numbers and a few passages, for any archive."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

GROUPS = ("rule", "month", "office", "author")
"""What findings are counted by."""
PASSAGES = 5
"""So many findings of a group are shown as they stand."""
WORST = 25
"""So many documents are shown with their findings, and of each so many findings."""
_SEVERITIES = ("error", "warning", "note")


@dataclass
class Group:
    """One rule, month, office or author: its documents, its findings by severity, and a few passages."""

    documents: int = 0
    faulty: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    passages: list[dict[str, Any]] = field(default_factory=list)

    def take(self, row: dict[str, Any]) -> None:
        """Count a finding; errors are shown rather than notes, earlier ones rather than later."""
        self.counts[row["severity"]] += 1
        self.passages.append(row)
        self.passages.sort(key=lambda passage: _SEVERITIES.index(passage["severity"]))
        del self.passages[PASSAGES:]

    @property
    def weight(self) -> tuple[int, ...]:
        """Errors first, then warnings, then notes."""
        return tuple(self.counts[severity] for severity in _SEVERITIES)


@dataclass
class Tally:
    """An archive in numbers. ``groups`` are by rule, month, office, author, each by its name."""

    statuses: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    faulty: int = 0
    compared: int = 0
    paragraphs: int = 0
    figures: int = 0
    copies: int = 0
    groups: dict[str, dict[str, Group]] = field(default_factory=lambda: {by: {} for by in GROUPS})
    _worst: list[tuple[tuple[int, ...], int, dict[str, Any], list[dict[str, Any]]]] = field(
        default_factory=list
    )

    def take(self, document: dict[str, Any], findings: list[dict[str, Any]]) -> None:
        """Count one document and its findings (rows of ``outputs``)."""
        self.statuses[document["status"]] += 1
        self.compared += document["compared"]
        self.paragraphs += document["paragraphs"]
        self.figures += document["figures"]
        self.faulty += document["errors"] > 0
        for by in GROUPS[1:]:
            group = self._group(by, document[by])
            group.documents += 1
            group.faulty += document["errors"] > 0
        for rule in {row["rule"] for row in findings}:
            self._group("rule", rule).documents += 1
        for row in findings:
            self.counts[row["severity"]] += 1
            for by in GROUPS:
                self._group(by, row[by]).take(row)
        self._rank(document, findings)

    def _group(self, by: str, name: str) -> Group:
        return self.groups[by].setdefault(name, Group())

    def _rank(self, document: dict[str, Any], findings: list[dict[str, Any]]) -> None:
        if findings:
            weight = (document["errors"], document["warnings"], document["notes"])
            order = -sum(self.statuses.values())  # of equals the first
            heapq.heappush(self._worst, (weight, order, document, findings[:WORST]))
            if len(self._worst) > WORST:
                heapq.heappop(self._worst)

    def worst(self) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
        """The documents with most errors, each with its findings."""
        for _, _, document, findings in sorted(self._worst, key=lambda ranked: ranked[:2], reverse=True):
            yield document, findings

    def ranked(self, by: str) -> list[tuple[str, Group]]:
        """The groups of a kind: months in their order, the others with most errors first."""
        groups = sorted(self.groups[by].items())
        return groups if by == "month" else sorted(groups, key=lambda pair: pair[1].weight, reverse=True)
