"""What only one of two paragraphs says is on trial or still talked about, in whatever words.

Nothing in the other paragraph may answer it, be it the loosest word for what is tried or talked over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cache

from pressgen.checks.passages import Passage, share
from pressgen.checks.status.compare import scales
from pressgen.checks.status.cues import Cue
from pressgen.findings import Finding

_OTHER = {"zh": "en", "en": "zh"}


@cache
def lone_scales() -> frozenset[str]:
    """The scales of which a sure word accuses by itself."""
    return frozenset(name for name, scale in scales().items() if scale.mode == "lone")


def unanswered(cues: Sequence[Cue], said: Set[tuple[str, str]]) -> list[Cue]:
    """Sure words of such scales, given with the languages that say anything of each scale."""
    return [
        cue
        for cue in cues
        if cue.sure and cue.scale in lone_scales() and (_OTHER[cue.block.lang], cue.scale) not in said
    ]


def alone(passage: Passage, cues: Sequence[Cue]) -> Iterator[Finding]:
    """A finding on the first of such words, if the passage is told in both languages."""
    for cue in cues[:1] if passage.zh and passage.en else ():
        there = passage.en if cue.block.lang == "zh" else passage.zh
        nearest = min(there, key=lambda each: abs(share(there, each.block, each.start) - cue.share))
        zh, en = (cue.text, nearest.text) if cue.block.lang == "zh" else (nearest.text, cue.text)
        scale = scales()[cue.scale]
        yield scale.rule.at(cue.span, related=(nearest.span,), zh=zh, en=en, slip=scale.slip)
