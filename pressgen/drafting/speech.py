"""Somebody's words in quotation marks, ending as the sentence around them wants it."""

from __future__ import annotations

from pressgen.drafting.prose import Prose
from pressgen.figures import Language
from pressgen.regex import regex

_ENDED = regex(r"[.?!…。？！]['’\"”)）]*$")
_STOPPED = regex(r"[.。](['’\"”)）]*)$")
_ABBREVIATED = regex(r"\b(?:Co|Corp|Dr|etc|Inc|Jr|Ltd|Mr|Mrs|Ms|No|Sr|St|U\.S|U\.K|[ap]\.m)\.$")
_BETWEEN = regex(r"([.?!…][’”\")]*)\s+(?=[“‘\"]?[A-Z0-9])")
_INNER = str.maketrans("“”", "‘’")


def spoken(prose: Prose, lang: Language, closing: str = "") -> Prose:
    """Words in quotation marks; quotation marks inside them become single ones.

    ``closing`` is the comma that stands in English where the sentence goes on behind the words.

    >>> spoken(Prose("We will be back."), "en", ",").text, spoken(Prose("Will you?"), "en", ",").text
    ('“We will be back,”', '“Will you?”')
    >>> spoken(Prose("He called it “a start.”"), "en", ",").text, spoken(Prose("欢迎再来."), "zh").text
    ('“He called it ‘a start,’”', '“欢迎再来。”')
    >>> spoken(Prose("欢迎再来"), "zh").text
    '“欢迎再来。”'
    """
    words = prose.text.strip().translate(_INNER)
    begun, end = _ending(words, lang, closing)
    quoted = Prose("“")
    quoted.append(Prose(words, prose.facts).until(len(begun)))
    quoted.text += f"{end}”"
    return quoted


def parted(prose: Prose) -> tuple[Prose, Prose]:
    """The first sentence of somebody's words, and the others.

    >>> [part.text for part in parted(Prose("We will be back. Dr. Li will, too. Soon."))]
    ['We will be back.', 'Dr. Li will, too. Soon.']
    """
    end = first_sentence(prose.text)
    first, rest = prose.until(end), prose.since(end)
    blank = len(rest.text) - len(rest.text.lstrip())
    return first, rest.since(blank)


def first_sentence(text: str) -> int:
    """Where the first sentence ends: at the end of the text where it is the only one."""
    ends = (
        found.end(1) for found in _BETWEEN.finditer(text) if not _ABBREVIATED.search(text[: found.end(1)])
    )
    return next(ends, len(text))


def _ending(words: str, lang: Language, closing: str) -> tuple[str, str]:
    """The words without what the sentence takes away, and what it adds."""
    stop = _STOPPED.search(words)
    if closing and stop and not words.endswith(".."):
        begun = words[: stop.start()] + ("." if _ABBREVIATED.search(words[: stop.start() + 1]) else "")
        return begun, closing + stop[1]
    if stop and stop[0][0] != ("。" if lang == "zh" else ".") and not _ABBREVIATED.search(words):
        return words[: stop.start()], ("。" if lang == "zh" else ".") + stop[1]
    if _ENDED.search(words):
        return words, ""
    return words, closing or ("。" if lang == "zh" else ".")
