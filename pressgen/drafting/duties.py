"""What must or may not be done, in each language's order: 途中不得看手机, and who must do it named once."""

from __future__ import annotations

from pressgen.document import Mark
from pressgen.drafting.prose import Prose
from pressgen.english import plural
from pressgen.regex import regex

_VERBS = regex(
    r"(?P<how>(?:also|jointly|[a-z]+ly) )?(?P<verb>[a-z]+)(?P<more>(?:, [a-z]+)*,? and [a-z]+)?(?= |$)"
)
"""What a verb phrase begins with: plan, build and run roads."""
_AGAIN = regex(
    r"(?<=[ ,]and )(?:(?:advise|approve|arrange|build|carry|check|collect|coordinate|draft|draw|enforce|give|"
    r"guide|handle|help|inspect|issue|keep|maintain|make|manage|operate|organize|oversee|promote|protect|provide|publish|"
    r"receive|run|set|supervise|take|teach)|[a-z]{2,}(?= (?:the|its|their|an?|all|every|each)\b))(?= \w)"
)
"""A second verb further on: keep records and issue permits."""
_OWN = {"be": "is", "have": "has", "do": "does", "go": "goes"}
BAN = "不得"
_MUST = "须"
_WHILE = regex("在?[^，。；、不须可]{1,10}?(?:途中|期间|过程中|的时候|之前|之后)(?=[^，。；、内外的]{2})")
"""When something is banned, which stands in front of the ban."""
_LONG = 110
"""So many characters may two duties in one sentence have."""


def doing(words: str) -> str:
    """An English verb phrase as what somebody does, and is not to do.

    >>> [doing(words) for words in ("direct traffic", "jointly carry out checks", "plan and build roads")]
    ['directs traffic', 'jointly carries out checks', 'plans and builds roads']
    >>> [doing(words) for words in ("keep records and issue permits", "run buses and ferries")]
    ['keeps records and issues permits', 'runs buses and ferries']
    >>> [doing(words) for words in ("be in charge of two piers", "run the port and the locks")]
    ['is in charge of two piers', 'runs the port and the locks']
    """
    found = _VERBS.match(words)
    if not found:
        return words
    more = regex("[a-z]+").sub(
        lambda word: word[0] if word[0] == "and" else _does(word[0]), found["more"] or ""
    )
    rest = _AGAIN.sub(lambda verb: _does(verb[0]), words[found.end() :])
    return f"{found['how'] or ''}{_does(found['verb'])}{more}{rest}"


def _does(verb: str) -> str:
    """The third person of a verb: carries, reaches."""
    if own := _OWN.get(verb):
        return own
    return plural(verb)


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
