"""A glossary as the nodes of a TBX file, with what was kept from the file it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pressgen.glossary.entry import Entry, Glossary, Term
from pressgen.glossary.tbx import own, words
from pressgen.glossary.tbx.node import Kept, Level, Node

_TERM_FIRST = ("termNoteGrp", "termNote")


def concepts(glossary: Glossary, kept: Mapping[str, Kept]) -> list[Node]:
    """Every entry as a node, in the glossary's order. What a person changed since is not kept against it."""
    return [_concept(entry, kept.get(entry.id, Kept())) for entry in glossary if entry.terms]


def _concept(entry: Entry, kept: Kept) -> Node:
    langs = list(dict.fromkeys(term.lang for term in entry.terms))
    own_facts = [_typed(words.FIELD, entry.field)] if entry.field else []
    if entry.definition and not _is_said_in_a_language(entry, kept, langs):
        own_facts.append(_typed(words.DEFINITION, entry.definition))
    content = [
        *_joined(own_facts, kept.entry),
        *_notes(own.of_entry(entry)),
        *(_language(lang, entry, kept) for lang in langs),
        *kept.others,
    ]
    return Node("conceptEntry", content=tuple(content), attributes=(("id", own.xml_id(entry.id)),))


def _is_said_in_a_language(entry: Entry, kept: Kept, langs: Sequence[str]) -> bool:
    said = [node for lang in langs for node in kept.langs.get(lang, Level()).said]
    return any(_means(node) == entry.definition for node in said)


def _language(lang: str, entry: Entry, kept: Kept) -> Node:
    level = kept.langs.get(lang, Level())
    said = tuple(node for node in level.said if _means(node) == entry.definition)
    unwritten = dict(kept.terms)
    terms = [_term(term, unwritten.pop((lang, term.text), Level())) for term in entry.of(lang)]
    return Node("langSec", content=(*said, *level.more, *terms), attributes=(("xml:lang", lang),))


def _term(term: Term, level: Level) -> Node:
    facts = [
        Node("term", content=(term.text,)),
        _typed(words.STATUS, words.STATUS_WORD[term.status]),
        _typed(words.TYPE, words.FORM_WORD[term.form]),
    ]
    if term.pos:
        facts.append(_typed(words.SPEECH, term.pos if term.pos in words.PICK[words.SPEECH] else "other"))
    if term.source:
        facts.append(_typed(words.SOURCE, term.source))
    content: list[Node] = [*_joined(facts, level), *_notes(term.note, own.of_term(term))]
    content.sort(key=_place)
    return Node("termSec", content=tuple(content))


def _place(node: Node) -> int:
    """The order inside a term section: the term, its notes on the word, all else."""
    order = ("term", *_TERM_FIRST)
    return order.index(node.tag) if node.tag in order else len(order)


def _joined(facts: list[Node], level: Level) -> Iterator[Node]:
    """Each fact in the words it was read in, where they still say it; then what is kept besides."""
    yield from (_as_read(fact, level) for fact in facts)
    yield from level.more


def _as_read(fact: Node, level: Level) -> Node:
    same = (node for node in level.said if node.name == fact.name and _means(node) == _means(fact))
    return next(same, fact)


def _means(node: Node) -> str | None:
    """What a node says to an entry: two words for one status mean the same."""
    head = node.head
    if head.category == words.STATUS:
        return words.status(head.text)
    return words.form(head.text) if head.category == words.TYPE else head.text


def _notes(*texts: str) -> Iterator[Node]:
    return (Node("note", content=(text,)) for text in texts if text)


def _typed(category: str, text: str) -> Node:
    return Node(words.TAGS[category], category, (text,))
