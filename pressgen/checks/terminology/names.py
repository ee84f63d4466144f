"""Names in one language: the right one, in the right case, the full form first, one all through."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from pressgen.checks.terminology import rules
from pressgen.checks.terminology.order import surnames
from pressgen.checks.terminology.places import Placed
from pressgen.document import Lang
from pressgen.english import plural
from pressgen.findings import Finding, Fix
from pressgen.glossary.entry import Entry, Term
from pressgen.glossary.generics import OF_A_PLACE
from pressgen.regex import regex

_BRIEF = ("headline", "subhead", "dateline", "caption", "credits", "cell", "photo")
"""Where space is short, and names may be."""
_FORMER = {
    "zh": regex("(?:原|前|时任|旧称|更名前的?|前身[为是]?)$"),
    "en": regex(r"\b(?:former|formerly|then|the old|renamed from|previously)\s+(?:the\s+)?$", re.IGNORECASE),
}


def check(names: Sequence[Placed], lang: Lang, on: str, meant: Collection[str] = ()) -> Iterator[Finding]:
    """Findings on the names of one text; ``on`` is its day (ISO) or empty.

    ``meant`` are the entries the other language names: what is plain English, too, is a wrong name only
    where it stands for one of them.
    """
    for place in names:
        if not _is_plain(place) or place.match.entry.id in meant:
            yield from _status(place, lang, on)
    yield from _mixed(names)
    yield from _short_first(names)


def _is_plain(place: Placed) -> bool:
    """Small letters for a term that may be said otherwise: “compared with the same period”."""
    entry, term = place.match.entry, place.match.term
    return (
        entry.loose
        and entry.kind == "term"
        and term.lang == "en"
        and term.text.islower()
        and " " in term.text
    )


def _status(place: Placed, lang: Lang, on: str) -> Iterator[Finding]:
    """Deprecated, of another time, spelt by another rule or in the wrong case: the first that holds."""
    term = place.match.term
    right = _printed(_right(place.match.entry, term, on))
    if term.status == "deprecated":
        if right and not (lang == "en" and _keeps_old(place)):
            fix = _fix(place, right)
            yield rules.DEPRECATED.at(place.span, fix, text=place.text, preferred=fix.text)
    elif on and not term.valid(on) and right != _printed(term.text):
        if right and not _FORMER[lang].search(place.block.text[: place.match.start][-24:]):
            yield rules.OUTDATED.at(place.span, Fix(right), text=place.text, on=on, preferred=right)
    elif "spelling" in place.match.variants:
        listed = _printed(term.text)
        yield rules.NAME_SPELLING.at(place.span, Fix(listed), text=place.text, preferred=listed)
    elif "case" in place.match.variants and place.block.role not in _BRIEF and not _is_free(place):
        listed = _printed(term.text)
        yield rules.CASE.at(place.span, _fix(place, listed), text=place.text, preferred=listed)


def _keeps_old(place: Placed) -> bool:
    """Whether an old spelling of a place is part of a name that has it for good: Canton Fair, Wu Xian."""
    if place.match.entry.kind != "place" or OF_A_PLACE.match(place.block.text, place.match.end):
        return False
    before = _CAPITAL_BEFORE.search(place.block.text, 0, place.match.start)
    return _in_longer(place) or bool(before and before[1].lower() in surnames())


_CAPITAL_BEFORE = regex(r"\b([A-Z][a-z]+) \Z")


def _in_longer(place: Placed) -> bool:
    """Whether capitals belong to a longer name: University of Traditional Chinese Medicine."""
    before, after = place.block.text[: place.match.start], place.block.text[place.match.end :]
    capital = place.text[:1].isupper()
    joined = re.search(r"[A-Z][\w’'-]* (?:of|for|&) $", before) or re.match(r" [A-Z]", after)
    return capital and bool(joined)


_ATTRIBUTE = regex(
    r" (?:spokes(?:man|woman|person)|officials?|statement|sources?|data|figures|website|staff|experts?)\b"
)


_DESCRIBED = regex(
    r" (?:ministry|office|bureau|department|agency|commission|committee|administration|court|customs|police|"
    r"army|navy|embassy|government)\Z"
)
"""Bodies that newspapers call by what they are: the foreign ministry."""


def _is_free(place: Placed) -> bool:
    """Whether small letters are usual: in a longer name, or before a noun (a foreign ministry official).

    So they are in kinds: newspapers write Guangdong province and Xinhua news agency.
    """
    small = place.text.islower() and (
        _ATTRIBUTE.match(place.block.text, place.match.end)
        or _DESCRIBED.search(place.text)
        or _OF_A_KIND.search(place.block.text, 0, place.match.start)
    )
    return bool(small) or _in_longer(place) or _is_kind_small(place)


_OF_A_KIND = regex(
    r"\b(?!the|an?|this|that|its|their|our|for|from|with|and|or|during|before|after|until|since|annual|yearly|"
    r"traditional|big|by|at|in|on|of|to|as|is|was)[a-z]{3,} \Z"
)
"""What stands before a common noun that looks like a name: an ice lantern festival."""
_KIND_ROWS = """
autonomous special administrative region province municipality city county district prefecture town township
village league banner news agency
"""
_KINDS = frozenset(_KIND_ROWS.split())


def _is_kind_small(place: Placed) -> bool:
    """Whether a name only has its kind in small letters, where the list has capitals."""
    first, *rest = place.text.split()
    small = [
        word for word, listed in zip(rest, place.match.term.text.split()[1:], strict=False) if word != listed
    ]
    return first[:1].isupper() and bool(small) and set(small) <= _KINDS


def _printed(name: str) -> str:
    """A listed name as printers set it: Xi’an."""
    return name.replace("'", "’")


def _right(entry: Entry, term: Term, on: str) -> str:
    """The name to use instead; never the same one."""
    named = entry.name(term.lang, term.form, on) or entry.name(term.lang, term.form)
    short = entry.name(term.lang, "short", on)
    if short and _letters(short) == _letters(term.text):
        named = short  # Hongkong is Hong Kong, not the Hong Kong Special Administrative Region
    return named if named != term.text else ""


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def _fix(place: Placed, right: str) -> Fix:
    """Safe where the text has the term as listed and in no quotation: nothing but the name changes."""
    if "plural" in place.match.variants:
        return Fix(plural(right))
    return Fix(right, safe=set(place.match.variants) <= {"case"} and not place.quoted)


def _mixed(names: Sequence[Placed]) -> Iterator[Finding]:
    """Two names of one form for one thing, unless one is the other shortened (佛山, 佛山市)."""
    first: dict[tuple[str, str], Placed] = {}
    reported: set[tuple[str, str]] = set()
    for place in names:
        entry, term = place.match.entry, place.match.term
        if entry.loose or term.status == "deprecated" or place.block.role in _BRIEF:
            continue
        before = first.setdefault((entry.id, term.form), place)
        other = before.match.term
        if _is_other(term, other) and (entry.id, term.text) not in reported:
            reported.add((entry.id, term.text))
            yield rules.MIXED.at(place.span, related=(before.span,), text=place.text, before=before.text)


def _is_other(term: Term, other: Term) -> bool:
    first, second = term.text.lower(), other.text.lower()
    return first != second and first not in second and second not in first


def _short_first(names: Sequence[Placed]) -> Iterator[Finding]:
    """The short form in the running text, and the full one only behind it."""
    running = [place for place in names if place.block.role not in _BRIEF]
    first_full: dict[str, int] = {}
    for number, place in enumerate(running):
        if place.match.term.form == "full":
            first_full.setdefault(place.match.entry.id, number)
    reported: set[str] = set()
    for number, place in enumerate(running):
        entry = place.match.entry
        later = first_full.get(entry.id, -1) > number
        if place.match.term.form != "full" and later and entry.id not in reported:
            full = running[first_full[entry.id]]
            if not _stands_for(place.match.term, full.match.term):
                continue
            reported.add(entry.id)
            yield rules.SHORT_FIRST.at(place.span, related=(full.span,), text=place.text, full=full.text)


def _stands_for(short: Term, full: Term) -> bool:
    """Whether letters are the initials of a full name: UAV is an abbreviation, but not of drone."""
    if short.form != "abbreviation" or not short.text.isascii():
        return True
    letters = iter(full.text.lower())
    return all(letter in letters for letter in short.text.lower() if letter.isalpha())
