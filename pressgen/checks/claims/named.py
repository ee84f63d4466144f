"""Names a figure may belong to that tables know: the glossary's, and places that no pinyin tells (Harbin)."""

from __future__ import annotations

from collections.abc import Iterator

from pressgen.checks.found import names_of
from pressgen.document import Block
from pressgen.glossary import Glossary
from pressgen.glossary.pinyin import is_pinyin

NAME, THING = "name", "thing"
_CLASSES = {
    "place": NAME, "company": NAME, "body": NAME, "person": NAME, "industry": THING, "term": THING,
}  # fmt: skip
"""By the kind of an entry its class of subjects."""


def named(block: Block, glossary: Glossary) -> Iterator[tuple[int, int, str, str]]:
    """Start and end (code points, half-open) of each such name, its key in both languages and its class."""
    from pressgen.checks.naming.lexicon import PLACES, mentions  # noqa: PLC0415  # that room asks this one

    held: set[int] = set()
    for match in names_of(block, glossary):
        if kind := _CLASSES.get(match.entry.kind):
            held.update(range(match.start, match.end))
            yield match.start, match.end, match.entry.id, kind
    for mention in mentions(block.text, block.lang):
        english = mention.name if block.lang == "zh" else mention.text
        if mention.kind in PLACES and mention.start not in held and not is_pinyin(english.lower()):
            yield mention.start, mention.end, mention.key, NAME
