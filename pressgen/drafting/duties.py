"""What must or may not be done, in each language's order: 途中不得看手机, and who must do it named once."""

from __future__ import annotations

from pressgen.document import Mark
from pressgen.drafting.prose import Prose
from pressgen.regex import regex

BAN = "不得"
_MUST = "须"
_WHILE = regex("在?[^，。；、不须可]{1,10}?(?:途中|期间|过程中|的时候|之前|之后)(?=[^，。；、内外的]{2})")
"""When something is banned, which stands in front of the ban."""
_LONG = 110
"""So many characters may two duties in one sentence have."""


def banned(prose: Prose) -> Prose:
    """What may not be done, with its ban behind the time of it.

    >>> [banned(Prose(words)).text for words in ("行车途中接打电话", "在室内停放", "营业期间的噪声超标")]
    ['行车途中不得接打电话', '不得在室内停放', '不得营业期间的噪声超标']
    """
    found = _WHILE.match(prose.text)
    place = found.end() if found else 0
    return prose.with_words(place, place, BAN)


def also(first: Prose, second: Prose) -> Prose | None:
    """Two Chinese sentences of what the same one must be and do, as one: 学员须年满20周岁，并须通过体检."""
    about = second.text[: second.subject.end] if second.subject and not second.subject.start else ""
    opening = about + _MUST
    if not about or not second.text.startswith(opening) or not first.text.startswith(opening):
        return None
    if first.text.count("。") != 1 or "；" in first.text or len(first.text + second.text) > _LONG:
        return None
    together = first.until(len(first.text) - 1)
    together.add("，并")
    together.append(second.since(len(about)))
    unsaid = (mark for mark in second.facts if mark.end <= len(about))
    together.facts += [Mark(len(first.text), len(first.text), m.kind, m.target) for m in unsaid]
    return together
