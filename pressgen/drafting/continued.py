"""A sentence that adds a little to the one before goes on from it, in words that its statement has for that.

    Bus punctuality stood at 81.5% in June. The bureau aims to bring bus punctuality to 90%.
    Bus punctuality stood at 81.5% in June, and the bureau aims to raise it to 90%.

The words stand in the statement's template (``| onto``), behind the sentence as it is told alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pressgen.drafting.gapped import behind
from pressgen.drafting.openings import PRONOUNS, with_subjects
from pressgen.drafting.prose import Prose, is_typed
from pressgen.drafting.teller import Teller
from pressgen.drafting.token import Token, apart, pieces
from pressgen.events.values import Name
from pressgen.figures import Language
from pressgen.regex import regex
from pressgen.text import han

_CHARACTERS, _WORDS = 80, 38
"""How long the sentence may become."""
_CHARACTERS_EACH, _WORDS_EACH = 4, 2
"""How long a fact is that is not told yet, at the least."""
_PARTS = regex("；|; ")
_AND = ", and "


def told(teller: Teller, lines: Sequence[str], *, brief: bool) -> list[Prose]:
    """Rendered lines as sentences, those that go on from the one before told with it."""
    alone = [apart(line) for line in lines]
    teller.paragraph([line for line, _ in alone])
    sentences: list[Prose] = []
    about = ""
    for line, ways in alone:
        words = next(_fitting(teller, sentences, ways, about), "")
        if words:
            sentences[-1] = _going_on(sentences[-1], teller.tell(words + "".join(_unsaid(line, words))))
            continue
        sentences.append(teller.tell(line, brief=brief))
        about = _about(sentences[-1], about, teller.lang)
    return sentences


def _fitting(
    teller: Teller, sentences: Sequence[Prose], ways: Sequence[tuple[str, str]], about: str
) -> Iterator[str]:
    """The words by which a sentence may go on from the last of those before it."""
    for of, words in ways if sentences else ():
        key = teller.known_as(of)
        same = not of or key == about or about.endswith(f"{' ' * (teller.lang == 'en')}{key}")
        if (same or (key in PRONOUNS and about)) and _fits(teller, sentences[-1], words, bool(of)):
            yield words


def _going_on(first: Prose, rest: Prose) -> Prose:
    together = behind(first, rest, "")
    together.add(first.text[-1])
    together.subject = first.subject
    return together


def _unsaid(line: str, words: str) -> Iterator[str]:
    """The facts of a sentence that need not be said behind the one before, which says them, too."""
    told_ = {part.path for part in pieces(words) if isinstance(part, Token)}
    for part in pieces(line):
        if isinstance(part, Token) and part.path not in told_:
            told_.add(part.path)
            yield str(Token(part.path).then("silent"))


def _about(sentence: Prose, before: str, lang: Language) -> str:
    """The key of what a sentence is about; a pronoun is about what the one before was."""
    subject = with_subjects([sentence], lang)[0].subject
    return before if subject and subject.key in PRONOUNS else subject.key if subject else ""


def _fits(teller: Teller, first: Prose, words: str, same: bool) -> bool:
    """Whether both are one sentence that is not too long; of several parts the last counts."""
    parts = _PARTS.split(first.text)
    if is_typed(first) or first.text[-1:] not in (".", "。") or "“" in first.text or (same and parts[1:]):
        return False
    if words.startswith(_AND) and _AND in first.text:
        return False
    literal = "".join(part for part in pieces(words) if isinstance(part, str))
    facts = [_longest(teller, part) for part in pieces(words) if isinstance(part, Token)]
    if teller.lang == "zh":
        return han(parts[-1] + literal) + len(facts) * _CHARACTERS_EACH <= _CHARACTERS
    return len(f"{parts[-1]} {literal}".split()) + sum(facts) <= _WORDS


def _longest(teller: Teller, token: Token) -> int:
    """How many English words a fact that is not told yet may come to: a title has many."""
    value = teller.event.facts[token.path].value
    silent = token.step("silent") is not None
    named = value.en if isinstance(value, Name) and not silent else ""
    return max(_WORDS_EACH, len(named.split()))
