"""Offices: the one the English gives a person is one that the Chinese gives, deputy or head."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from pressgen.checks.naming.nobody import ANYBODY, office_told, unborne
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.persons import Named
from pressgen.checks.naming.titles import Office, Own, agree, is_ladder, offices
from pressgen.findings import Finding
from pressgen.regex import compiled, regex

_WITHIN = (
    r"(?:the|of|and|for|[A-Z0-9][\w’'.&-]*|city[’']s|county[’']s|district[’']s|bureau|department|company|district|county|"
    r"city|province|hospital|university|group|association|committee|municipal|provincial|standing|firm|plant|center|party)"
)
_OF = rf" (?:of|at|for|from|with|in) (?:{_WITHIN} ){{0,13}}{_WITHIN}(?<! and)"
_BEFORE = regex(rf"^(?:,? [“‘]?|{_OF},? )$")
"""Between an office and the name it stands in front of: nothing, or of what it is."""
_AFTER = regex(
    r"^(?:, | \(|, \d\d, | is | was | as | serves as | has served as | served as | has been |"
    r", who is |, who was |, who serves as )"
    r"(?:[\w’'.&-]+ ){0,7}$"
)
_RAISED_TO = regex(
    r" (?:promoted|appointed|named|elected|made|became|becomes|moved up)(?: to| as)?(?: be)? (?:the )?$"
)
_RAISED = regex(rf"^[^.;]{{0,60}}?{_RAISED_TO.pattern}")
_NO_APPOSITION = regex(
    r"\b(?:said|says|had|told|met|with|by|to|from|when|while|where|and|that|whose|joined|under|replaced|have|are|"
    r"were|both)\b"
)
_CHAIN = regex(
    r"^(?: of [^.;,]{1,60})?(?:,|,? and| and concurrently|,? as well as) (?:(?!\w+ing )[\w’'-]+ ){0,3}$"
)
_ZH_CHAIN = regex("^(?:[、，]|兼任?|及|和|、兼任?)[^，。、；！？]{0,16}$")
_HELD = regex("任[^，。；、任]{0,16}$")
"""What is said in front of an office that somebody had: 此前任……局长的张三."""
_LONGEST_CHAIN = 20
"""Characters at most from one office to the next that is joined to it."""
_FARTHEST = 40
"""Characters at most between a name and an office said of it behind (任……主任)."""
_MOST_BACK = 140


def check(passage: Passage, named: Sequence[Named], own: Own = ()) -> Iterator[Finding]:
    """Offices given to a person who has others in the Chinese, then offices that only one text has."""
    zh = offices(passage.zh, "zh", own)
    en = offices(passage.en, "en", own) if zh else []
    if not en:
        return
    judged: set[int] = set()
    around = cache(lambda: offices(passage.en_around, "en", own))
    persons = list(persons_in_office(passage, named, zh, en))
    taken = {office.start for held, _ in persons for office in held}
    for held, borne in persons:
        own_places = {office.start for office in borne}
        others = [office for office in en if office.start not in own_places]
        free = [office for office in zh if office.start not in taken and not _has(office, others)]
        judged.update(other.start for other in borne)
        wrong = [
            office
            for office in borne
            if not any(
                agree(other, office) for other in (zh if _is_raised(passage.en, office) else (*held, *free))
            )
        ]
        wrong = wrong or _twice(held, (*held, *free), borne, around())
        yield from (office_told(passage, _nearest(office, held), office) for office in wrong)
        if borne and not wrong:
            yield from _in_state(passage, held, borne)
    others = [other for other in en if other.start not in judged]
    yield from unborne(passage, zh, others, own)
    yield from _in_name(passage, [office for office in zh if office.start not in taken], others)


def persons_in_office(
    passage: Passage, named: Sequence[Named], zh: Sequence[Office], en: Sequence[Office]
) -> Iterator[tuple[list[Office], list[Office]]]:
    """For each person with a place in both texts the offices in either; none where the Chinese gives none."""
    surnames = Counter(
        person.window.surname for person in {n.text: n for n in named}.values() if person.window
    )
    for name in {person.window.text: person for person in named if person.window}:
        held = offices_of(passage.zh, name, zh)
        if not held:
            continue
        window = next(person.window for person in named if person.window and person.window.text == name)
        places = [
            (person.start, person.end) for person in named if person.window and person.window.text == name
        ]
        family = {
            person.text.split()[-1 if person.last else 0]
            for person in named
            if person.window and person.window.text == name
        }
        if surnames[window.surname] == 1:
            places += [
                found.span()
                for word in family
                for found in re.finditer(rf"\b{re.escape(word)}\b(?! [A-Z])", passage.en)
                if not any(person.start <= found.start() < person.end for person in named)
            ]
        borne = [office for start, end in places for office in _borne(passage.en, start, end, en, named)]
        yield held, list({office.start: office for office in borne}.values())


def offices_of(text: str, name: str, offices: Sequence[Office]) -> list[Office]:
    """The offices before a name, joined by 、 or 兼, and those behind it (任主任); none beside 负责人."""
    found: list[Office] = []
    for place in re.finditer(re.escape(name), text):
        if ANYBODY.search(_apposition(text, place.start())):
            return []
        start = place.start()
        for office in reversed(offices):
            if start - office.end > _LONGEST_CHAIN:
                break
            left = text[office.end : start] == "的" and _HELD.search(text, 0, office.start)
            if (
                office.end == start
                or left
                or (found and office.end < start and _ZH_CHAIN.match(text[office.end : start]))
            ):
                found.append(office)
                start = office.start
        behind = compiled(
            "(?:[^，。；]{0,8}?(?:任|当选为?)|为|是|，|[^。；]{0,12}，(?:同时)?(?:免去其|不再担任))[^，。；]{0,14}$"
        )
        first = bisect_left(offices, place.end(), key=_start)
        found += [
            office
            for office in offices[first : bisect_right(offices, place.end() + _FARTHEST, key=_start)]
            if behind.match(text[place.end() : office.start])
        ]
    if found:
        found += [each for each in offices if each.start and text[each.start - 1] == name[:1]]
    return found


def _start(office: Office) -> int:
    return office.start


def _apposition(text: str, start: int) -> str:
    """What a person is called in front of the name, and before a 、: 课题组负责人、清华大学教授."""
    return "".join(part[-4:] for part in re.split("[，。；！？：]", text[:start])[-1].split("、")[-2:])


def _borne(
    text: str, start: int, end: int, offices: Sequence[Office], named: Sequence[Named]
) -> Iterator[Office]:
    """The offices right before or behind an English name, with those joined to them."""
    before = [office for office in offices if office.end <= start and start - office.end <= _MOST_BACK]
    last = start
    for office in reversed(before):
        between = text[office.end : last]
        if (last == start and _BEFORE.match(between) and not _another(office.end, start, named)) or (
            last < start and _CHAIN.match(between) and not _is_apposed(text, office, named)
        ):
            yield office
            last = office.start
        else:
            break
    reached = end
    for office in offices:
        if office.start < end:
            continue
        between = text[reached : office.start]
        raised = _RAISED.match(text[end : office.start])
        fits = raised or (
            _AFTER.match(between) and not _NO_APPOSITION.search(between)
            if reached == end
            else _CHAIN.match(between)
        )
        if (
            not fits
            or _another(reached, office.start, named)
            or _another(office.end + 1, office.end + 2, named)
        ):
            break
        yield office
        reached = office.end


_APPOSED = regex(r", (?:the |an? )?(?:[\w’'-]+ ){0,2}")


def _is_apposed(text: str, office: Office, named: Sequence[Named]) -> bool:
    """Whether an office is said of the name in front of it: Cai, head of the troupe, and composer Liu."""
    return any(_APPOSED.fullmatch(text, person.end, office.start) for person in named)


def _has(zh: Office, en: Sequence[Office]) -> bool:
    return any(agree(zh, office) for office in en)


def _is_raised(text: str, office: Office) -> bool:
    """Whether an office is one that somebody has come to: promoted to, elected."""
    return bool(_RAISED_TO.search(text, 0, office.start))


def _another(start: int, end: int, named: Sequence[Named]) -> bool:
    return any(start <= person.start < end for person in named)


def _twice(
    held: Sequence[Office], may: Sequence[Office], borne: Sequence[Office], anywhere: Sequence[Office]
) -> list[Office]:
    """The last of two English offices that one Chinese office answers, where another one has no answer."""
    unsaid = [answer for answer in held if not any(agree(answer, other) for other in anywhere)]
    more = [
        office
        for office in borne
        if sum(other.words == office.words for other in borne) > sum(agree(answer, office) for answer in may)
    ]
    return more[-1:] if unsaid else []


def _nearest(en: Office, held: Sequence[Office]) -> Office:
    """The Chinese office that an English one was meant to be: the same but for its grade, else the first."""
    same = [office for office in held if not agree(office, en) and is_ladder(office, en)]
    return (same or list(held))[0]


_CUES = {
    "acting": ("代|临时|主持|暂", r"\b(?:acting|interim|caretaker)\b"),
    "former": (
        "前|原|曾|时任|卸|离任|退|历任|已故|任过|当年|老",
        r"\b(?:former(?:ly)?|then|past|previous(?:ly)?|retired|late|once|until|ex|at the time|from \d{4})\b",
    ),
    "honorary": ("名誉|荣誉", r"\b(?:honorary|emerit\w+)\b"),
    "elect": ("候任|当选|新任|即将", r"\b(?:elect(?:ed)?|incoming|designate|new|newly|next)\b"),
}
"""What else says in either language that an office is held for a time only, no more, or in name."""
_HELD_ONCE = regex(r"\b(?:was|were|had|served|led)\b")
"""What says in front of an office that it is held no more."""


def _in_state(passage: Passage, held: Sequence[Office], borne: Sequence[Office]) -> Iterator[Finding]:
    """An acting or former holder told as the holder, or the other way round."""
    for state, (zh, en) in _CUES.items():
        mine = [office for office in held if office.state == state]
        its = [office for office in borne if office.state == state]
        if (
            mine
            and (len(mine) == len(held) or state in ("honorary", "acting"))
            and not re.search(en, passage.en, re.IGNORECASE)
            and not (state == "former" and _HELD_ONCE.search(passage.en, 0, borne[-1].start))
        ):
            yield office_told(passage, mine[0], borne[0])
        elif its and not mine and not re.search(zh, passage.zh):
            yield office_told(passage, held[0], its[0])


def _in_name(passage: Passage, zh: Sequence[Office], en: Sequence[Office]) -> Iterator[Finding]:
    """An honorary or acting office of nobody named, of which the other text has no word for that."""
    for state in ("honorary", "acting"):
        in_zh, in_en = _CUES[state]
        ours, theirs = ([each for each in side if each.state == state] for side in (zh, en))
        if ours and not re.search(in_en, passage.en_around, re.IGNORECASE):
            pairs = [(office, other) for office in ours for other in en if agree(office, other)]
        elif theirs and state == "honorary" and not re.search(in_zh, passage.zh_around):
            pairs = [(office, other) for office in zh for other in theirs if agree(office, other)]
        else:
            continue
        if pairs:
            yield office_told(passage, *pairs[-1])
