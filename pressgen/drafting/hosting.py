"""Who hosted what, in front of what it brought: Hosted by the city, the fair drew 60 companies."""

from __future__ import annotations

from pressgen.drafting.gapped import stop
from pressgen.drafting.prose import Prose
from pressgen.regex import regex

_HOSTED = regex(
    r" (?:was|were) (?=(?:jointly )?(?:hosted|organized|co-organized|supported|guided|sponsored) by )"
)
_FRONTED = 38
"""How many words a sentence may have that opens with who hosted what it is about."""


def is_hosted(words: str) -> bool:
    """Whether a predicate says who hosted something."""
    return bool(_HOSTED.match(words))


def fronted(first: Prose, rest: Prose, predicate: str) -> Prose | None:
    """What somebody hosted and what it brought as one sentence, whichever of them was told first."""
    if (hosted := _HOSTED.match(rest.text)) and not _HOSTED.search(first.text):
        return _hosted(first, rest.since(hosted.end()))
    begun = len(first.text) - len(predicate)
    if hosted or not (by := _HOSTED.match(predicate)):
        return None
    brought = first.until(begun)
    brought.append(rest)
    return _hosted(brought, first.since(begun + by.end()))


def _hosted(first: Prose, by: Prose) -> Prose | None:
    """Who hosted it in front of what it brought: Hosted by the city, the fair drew 60 companies."""
    if not first.text.startswith("The ") or len(f"{by.text} {first.text}".split()) > _FRONTED:
        return None
    together = by.until(stop(by.text)).capitalized()
    together.add(", ")
    together.append(first.with_words(0, 1, "t"))
    return together
