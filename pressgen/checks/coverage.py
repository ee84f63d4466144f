"""What a check compared, and what it could not: a silence is worth only as much as was looked at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pressgen.checks import figures
from pressgen.checks.align import aligned
from pressgen.checks.found import conversions_of, day_of, figures_of
from pressgen.document import Block, Loss, Release
from pressgen.house import House

TRIFLES = frozenset({
    "automatic numbers", "drawings in ink", "embedded picture", "list number",
    "picture without text", "strikethrough", "tracked deletions", "unsafe link", "unsafe links",
    "unsafe picture",
})  # fmt: skip
"""What readers leave out that holds no words to be published."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of some files was compared.

    ``paragraphs``, ``figures`` and ``names`` are those of the Chinese text that stand beside English, names
    being the glossary's; ``lone`` are paragraphs of either with none beside them. ``alone``: files with no
    other language beside them. ``undated``: conversions that were not held against a rate, as no day is
    known. ``unchecked``: what the readers of a file left out. ``unread``: files that could not be read.
    """

    paragraphs: int = 0
    lone: int = 0
    figures: int = 0
    names: int = 0
    alone: tuple[str, ...] = ()
    undated: int = 0
    unchecked: tuple[tuple[str, Loss], ...] = ()
    unread: tuple[str, ...] = ()

    def __add__(self, other: Coverage) -> Coverage:
        return Coverage(
            self.paragraphs + other.paragraphs,
            self.lone + other.lone,
            self.figures + other.figures,
            self.names + other.names,
            self.alone + other.alone,
            self.undated + other.undated,
            self.unchecked + other.unchecked,
            self.unread + other.unread,
        )


def coverage(release: Release, house: House) -> Coverage:
    """What of a release was compared; it may be that of one file or of a pair."""
    groups = aligned(release)
    both = [group for group in groups if group.zh and group.en]
    zh = [block for group in both for block in group.zh]
    files = tuple(dict.fromkeys(block.at.file for block in release.blocks))
    return Coverage(
        paragraphs=len(zh),
        lone=len(groups) - len(both) if both else 0,
        figures=sum(len(figures_of(block)) for block in zh),
        names=len({match.entry.id for block in zh for match in house.glossary.matches(block.text, "zh")}),
        alone=() if both else files,
        undated=0 if day_of(release, house) else sum(map(_conversions, release.blocks)),
        unchecked=tuple(
            (", ".join(files), loss) for loss in [*_left_out(release), *_passed_over(release, house)]
        ),
    )


def _left_out(release: Release) -> list[Loss]:
    """What holds words and was left out, each kind once."""
    counts = Counter({loss.what: 0 for loss in release.losses if loss.what not in TRIFLES})
    for loss in release.losses:
        if loss.what in counts:
            counts[loss.what] += loss.count
    return [Loss(what, count) for what, count in counts.items()]


def _passed_over(release: Release, house: House) -> list[Loss]:
    count = figures.desk(release, day_of(release, house)).passed_over
    return [Loss("figures, too many of which differ", count)] if count else []


def _conversions(block: Block) -> int:
    return len(conversions_of(block))
