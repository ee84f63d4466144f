"""What a sentence says of the one before it is told with it: a part, its rank, who took part.

Nouns and counts are known by the facts that stand there; nothing is guessed from a noun alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pressgen.document import Mark
from pressgen.drafting import following_en, following_zh, neighbours, stumps
from pressgen.drafting.prose import Prose
from pressgen.figures import Language
from pressgen.text import han

_CHARACTERS, _WORDS = 90, 45
"""How long a sentence may become that says a part of the one before."""

_WAYS: dict[Language, tuple[Callable[[Prose, Prose], Prose | None], ...]] = {
    "zh": (*following_zh.WAYS, *neighbours.ZH, *stumps.ZH),
    "en": (*following_en.WAYS, *neighbours.EN, *stumps.EN),
}


def told_with(first: Prose, line: Prose, lang: Language) -> Prose | None:
    """Both as one sentence, where the second tells something of what the first told; None elsewhere."""
    if "“" in first.text + line.text or first.text[-1:] not in ("。", "."):
        return None
    for way in _WAYS[lang]:
        if (together := way(first, line)) is not None and _is_short(together.text):
            together.subject = together.subject or first.subject
            return together
    return None


def built_once(sentences: Sequence[Prose], lang: Language) -> list[Prose]:
    """Chinese sentences, what is told of a thing (水厂) behind who builds it: 将建设水厂，计划投资9亿元."""
    made: list[Prose] = []
    for line in sentences:
        together = following_zh.built(made[-1], line) if lang == "zh" and made else None
        if together and _is_short(together.text):
            made[-1] = together
        else:
            made.append(line)
    return made


def without_noun(before: Prose, line: Prose, lang: Language) -> Prose:
    """A sentence without the noun of its only count, where the one before, about the same, counts it alone.

    >>> counted = [Mark(13, 15, "number", "a.count"), Mark(16, 21, "text", "a.what")]
    >>> piers = Prose("The city has 60 piers.", counted)
    >>> more = Prose("It plans 8 piers.", [Mark(9, 10, "number", "b.to"), Mark(11, 16, "text", "b.what")])
    >>> without_noun(piers, more, "en").text
    'It plans 8.'
    """
    noun, again = _counted(before, lang), _counted(line, lang)
    if noun is None or again is None or noun[0] != again[0] or not (noun[1] or lang == "en"):
        return line
    if noun[1] != again[1] or (before.subject and line.subject and before.subject.key != line.subject.key):
        return line
    mark = again[2]
    start = mark.start - 1 if lang == "en" and line.text[mark.start - 1] == " " else mark.start
    short = line.with_words(start, mark.end, "")
    short.subject = line.subject if line.subject is None or line.subject.end <= start else None
    return short if short.subject or line.subject is None else line


def _counted(prose: Prose, lang: Language) -> tuple[str, str, Mark] | None:
    """The one noun that a sentence counts, its measure word, and where it stands."""
    nouns = [mark for mark in prose.facts if mark.target.endswith(".what") and mark.end > mark.start]
    if len(nouns) != 1:
        return None
    noun = nouns[0]
    near = (
        m for m in prose.facts if m.kind == "number" and 0 <= max(m.start - noun.end, noun.start - m.end) <= 1
    )
    count = next(near, None)
    if count is None or (lang == "en" and count.end > noun.start):
        return None
    unit = prose.text[count.end - 1] if lang == "zh" else ""
    return prose.text[noun.start : noun.end], "" if unit.isdigit() else unit, noun


def _is_short(text: str) -> bool:
    return han(text) <= _CHARACTERS and len(text.split()) <= _WORDS
