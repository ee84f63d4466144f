"""Faults of a glossary itself: what ``pressgen glossary check`` says of one file or of all together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pressgen.document import Span
from pressgen.findings import Finding
from pressgen.glossary import rules
from pressgen.glossary.entry import FORMS, LANGS, Entry, Glossary, Term
from pressgen.glossary.gazetteer import Gazetteer
from pressgen.regex import regex
from pressgen.text import invisible

_TWO_ENGLISH = regex(r"[A-Za-z)] / [A-Z(]|[a-z]{2}/[A-Z][a-z]{2}")
_TWO_CHINESE = regex(r"[\u4e00-\u9fff）]{2} ?[/／|｜] ?[\u4e00-\u9fff（]{2}")
_LISTED = regex(r"[\u4e00-\u9fff]{2,5}(?:、[\u4e00-\u9fff]{2,5})+")
_SERIES = regex(r",|&|\band\b|\bor\b")
"""English that says several things as the Chinese does: culture and tourism."""
_DIVISIONS = Gazetteer()
Held = tuple[Entry, Term]
_HALF_WIDTH = {
    wide: wide - 0xFEE0 for wide in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_STANDARD = frozenset(
    "伋伕佺倣偭偯偺傚僇僎僩儅儳劻勗勦吋呎啗啣喆嘐堃堉塭塽墦奭妳姅姪嬝屘屝崁巉帟彊徬惇愒慇抆揹搆搾撚撢擭敔"
    "昇昤晅晞暍暱暸杗枓栘梂梡梱棻楛榣槃橾櫂櫺歜毚毬汍沍沘沬泜洸浥浬涊湣湩湲潟潠澴濛濩濬炤焜煆煖燄燐燸牠牴"
    "犇玆玥玨珪珮琍琯瑯璘璟瓖甦甽疢痲痳痺瘉睪瞇瞋瞭砠砲硿祇祐穋箄箠篛簷籐籣籥糢縿繙耑脤脰芣蔆蘗衹裯褕褽覜"
    "觔觼詨詻誧谿豭貍賸跦跼踡踫迆迺遝郃鄗鄘釆釭鉼銲鎗鑤阬隄雊霤韹頫餽鯈鶸鼇"
)
"""Characters GB 2312 lacks that are no traditional forms, or are standard again since 2013 (喆, 昇)."""


def check(glossary: Glossary) -> list[Finding]:
    """All faults, in the order of the files; what was mended in reading stands in ``glossary.repairs``.

    Notices repeated terms and entries, two preferred names, contradictions between entries, invisible
    and traditional characters, impossible dates, and names no text can ever match.
    """
    found = [*_inside(glossary), *_odd(glossary), *_between(glossary), *_unfound(glossary)]
    return sorted(found, key=lambda finding: (finding.span.file, finding.span.line or 0))


def clashes(coming: Iterable[Entry], held: Glossary) -> list[Finding]:
    """What entries that are new say otherwise than those a newsroom has."""
    entries = tuple(coming)
    new = {(term.text, term.lang) for entry in entries for term in entry.terms}
    found = _between(Glossary([*held, *entries]))
    return [*_odd(entries), *(finding for finding in found if (finding.span.text, finding.span.lang) in new)]


def where(term: Term, entry: Entry) -> str:
    """How a message names the other place: file and line, or the entry where it came from no file."""
    return str(term.at) if term.at.file else entry.id


def _inside(glossary: Glossary) -> Iterator[Finding]:
    for entry in glossary:
        yield from _repeated(entry)
        for lang in LANGS:
            yield from _preferred(entry, lang)
        for term in entry.terms:
            yield from _characters(term)
            if term.since and term.until and term.since > term.until:
                yield rules.DATES.at(_at(term), text=term.text, since=term.since, until=term.until)


def _odd(entries: Iterable[Entry]) -> Iterator[Finding]:
    """Two names in one cell, and places that are usually called otherwise."""
    for entry in entries:
        joined = [term for term in entry.terms if _is_two(term, entry)]
        yield from (rules.TWO_NAMES.at(_at(term), text=term.text) for term in joined)
        if entry.kind in ("", "place") and not joined:
            yield from _other_place(entry)


def _is_two(term: Term, entry: Entry) -> bool:
    if term.lang == "en":
        return bool(_TWO_ENGLISH.search(term.text))
    listed = bool(_LISTED.fullmatch(term.text)) and not _SERIES.search(entry.name("en"))
    return listed or bool(_TWO_CHINESE.search(term.text))


def _other_place(entry: Entry) -> Iterator[Finding]:
    for term in entry.of("zh"):
        place = _DIVISIONS.place(term.text)
        english = [term for term in entry.of("en") if term.status != "deprecated"]
        right = [term.text for term in place.of("en")] if place else []
        if right and english and not any(_holds(term.text, name) for term in english for name in right):
            yield rules.OTHER_PLACE.at(_at(term), text=term.text, right=right[0], en=english[0].text)
            return


def _holds(text: str, name: str) -> bool:
    """Whether a name stands in a longer one: Suzhou in Suzhou Municipality."""
    return name.lower() in text.lower().replace("\u2019", "'")


def _repeated(entry: Entry) -> Iterator[Finding]:
    earlier: set[tuple[str, str, str]] = set()
    for term in entry.terms:
        key = term.text, term.lang, term.since
        if key in earlier:
            yield rules.REPEATED_TERM.at(_at(term), text=term.text, entry=entry.id)
        earlier.add(key)


def _preferred(entry: Entry, lang: str) -> Iterator[Finding]:
    terms = entry.of(lang)
    for form in FORMS:
        chosen = [term for term in terms if term.status == "preferred" and term.form == form]
        for number, other in enumerate(chosen):
            earlier = (term for term in chosen[:number] if _overlap(term, other) and term.text != other.text)
            if first := next(earlier, None):
                yield rules.TWO_PREFERRED.at(
                    _at(other), entry=entry.id, lang=lang, form=form, one=first.text, other=other.text
                )
    if terms and not any(term.status == "preferred" for term in terms):
        yield rules.NO_PREFERRED.at(_at(terms[0]), entry=entry.id, lang=lang)


def _overlap(first: Term, second: Term) -> bool:
    """Whether two names are valid on one day."""
    return (not first.until or second.since <= first.until) and (
        not second.until or first.since <= second.until
    )


def _characters(term: Term) -> Iterator[Finding]:
    if hidden := invisible(term.text):
        yield rules.INVISIBLE.at(_at(term), text=term.text, character=hidden[1])
    if term.lang == "zh":
        for character in dict.fromkeys(filter(is_traditional, term.text)):
            yield rules.TRADITIONAL.at(_at(term), text=term.text, character=character)


def _at(term: Term) -> Span:
    return rules.span(term.at, term.text, term.lang)


def _between(glossary: Glossary) -> Iterator[Finding]:
    held: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for entry in glossary:
        for term in entry.terms:
            held[term.text, term.lang].append((entry, term))
    for pairs in held.values():
        for number, later in enumerate(pairs):
            found = (_disagree(earlier, later) for earlier in pairs[:number])
            yield from filter(None, (next(filter(None, found), None),))


def _disagree(first: Held, second: Held) -> Finding | None:
    """Two entries that share a name: one deprecates it, or both prefer it and say different things of it."""
    if first[0] is second[0] or not _overlap(first[1], second[1]):
        return None
    statuses = {first[1].status, second[1].status}
    if "deprecated" in statuses and len(statuses) == 2:
        return _contradiction(*sorted((first, second), key=lambda held: held[1].status != "deprecated"))
    if statuses == {"preferred"} and first[1].lang == "zh":
        return _two_translations(first, second)
    return None


def _contradiction(bad: Held, good: Held) -> Finding:
    return rules.CONTRADICTION.at(
        _at(bad[1]),
        text=bad[1].text,
        here=where(bad[1], bad[0]),
        there=where(good[1], good[0]),
        status=good[1].status,
    )


def _two_translations(first: Held, second: Held) -> Finding | None:
    (entry, term), (other_entry, other_term) = first, second
    english, other_english = entry.name("en", term.form), other_entry.name("en", other_term.form)
    here, there = where(term, entry), where(other_term, other_entry)
    if english == other_english:
        return rules.DUPLICATE_ENTRY.at(_at(other_term), zh=term.text, en=english, here=here, there=there)
    same_kind = entry.kind == other_entry.kind or not (entry.kind and other_entry.kind)
    if english and other_english and same_kind:
        return rules.TWO_TRANSLATIONS.at(
            _at(other_term), text=term.text, one=english, other=other_english, here=here, there=there
        )
    return None


def _unfound(glossary: Glossary) -> Iterator[Finding]:
    """Each name is looked for in a text that is nothing but the name: the surest proof that it is found."""
    for entry in glossary:
        for term in entry.terms:
            text = _as_texts_have_it(term.text)
            found = glossary.matches(text, term.lang)
            if not any(match.start == 0 and match.end == len(text) for match in found):
                yield rules.NEVER_MATCHES.at(_at(term), text=term.text)


def _as_texts_have_it(text: str) -> str:
    """A name with single blanks and half-width letters and digits."""
    return " ".join(text.split()).translate(_HALF_WIDTH)


def is_traditional(character: str) -> bool:
    """Whether a character is one that simplified text does not have.

    >>> is_traditional("國"), is_traditional("国"), is_traditional("滘")
    (True, False, False)
    """
    return character not in _STANDARD and _is_frequent_big5(character) and not _is_gb2312(character)


def _is_frequent_big5(character: str) -> bool:
    return b"\xa4\x40" <= character.encode("big5", "replace") <= b"\xc6\x7e"


def _is_gb2312(character: str) -> bool:
    return character.encode("gb2312", "replace") != b"?"
