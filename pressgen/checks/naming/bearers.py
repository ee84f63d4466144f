"""Persons who have changed places: one bears the other's office, or stands where the other does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pressgen.checks.naming import rules
from pressgen.checks.naming.offices import persons_in_office
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.persons import Named, evident
from pressgen.checks.naming.titles import Own, agree, offices
from pressgen.findings import Finding, Fix
from pressgen.glossary.names import propose

_SAYS_ZH = "(?:则|也|还|笑着|坦言)?(?:说|表示|介绍|认为|告诉|透露|坦言|回忆|强调|指出|提醒)"
_SAYS = "said|says|told|tells|added|adds|recalled|recalls|explained|explains|noted|stressed"
"""Words of speech behind a name; in English also in front of it."""


def check(passage: Passage, named: Sequence[Named], own: Own = ()) -> Iterator[Finding]:
    """An office told of somebody else, then a name once too often where another is once too seldom."""
    known = [person for person in named if person.window]
    if len({person.window.text for person in known if person.window}) < 2 or not passage.is_short:
        return
    yield from _told_of_another(passage, known, own)
    yield from _named_for_another(passage, known)
    yield from _quoted_for_another(passage, known)


def _told_of_another(passage: Passage, known: Sequence[Named], own: Own) -> Iterator[Finding]:
    """The only office of its sort, in English right before a person who has none in the Chinese."""
    zh, en = offices(passage.zh, "zh", own), offices(passage.en, "en", own)
    held = list(persons_in_office(passage, known, zh, en))
    for person in known:
        office = next((each for each in en if each.end + 1 == person.start), None)
        if office is None or person.window is None:
            continue
        meant = [each for each in zh if agree(each, office)]
        if len(meant) != 1 or sum(agree(meant[0], each) for each in en) != 1:
            continue
        owners = [borne for offices_, borne in held if meant[0] in offices_]
        behind = passage.zh[meant[0].end :]
        if len(owners) == 1 and not owners[0] and not behind.startswith(person.window.text):
            owner = next(
                (each for each in known if each.window and behind.startswith(each.window.text)), None
            )
            if owner and owner.window:
                end = meant[0].end + len(owner.window.text)
                yield _named_instead(passage, person, (meant[0].start, end), owner.text)


def _named_instead(passage: Passage, person: Named, zh: tuple[int, int], name: str) -> Finding:
    """A person of the English where a stretch of the Chinese has another, of that name."""
    return rules.OTHER.at(
        passage.en_span(person.start, person.end),
        Fix(name, safe=False),
        (passage.zh_span(*zh),),
        text=person.text,
        zh=passage.zh[slice(*zh)],
        name=name,
    )


def _named_for_another(passage: Passage, known: Sequence[Named]) -> Iterator[Finding]:
    """Of as many names in both texts the only one that differs, where either stands elsewhere, too."""
    named = {person.window.text: person.text for person in known if person.window}
    texts = {window.text: propose(window.text).en for window in evident(passage.zh)} | named
    ours = sorted(
        (found.start(), text) for text in texts for found in re.finditer(re.escape(text), passage.zh)
    )
    theirs = sorted(known, key=lambda person: person.start)
    if len(ours) != len(theirs):
        return
    wrong = [
        (start, text, person)
        for (start, text), person in zip(ours, theirs, strict=True)
        if person.window and person.window.text != text
    ]
    if len(wrong) == 1:
        start, text, person = wrong[0]
        yield _named_instead(passage, person, (start, start + len(text)), texts[text])


def _quoted_for_another(passage: Passage, known: Sequence[Named]) -> Iterator[Finding]:
    """The only one who says something, where the English lets only another one speak."""
    texts = {person.window.text: person for person in known if person.window}
    ours = [text for text in texts if re.search(f"{re.escape(text)}{_SAYS_ZH}", passage.zh)]
    families = [_family(person) for person in texts.values()]
    if len(ours) != 1 or len(set(families)) != len(families) or len(re.findall(_SAYS_ZH, passage.zh)) != 1:
        return
    speakers = {
        text: found
        for text, person in texts.items()
        for name in (person.text, _family(person))
        if (found := re.search(rf"\b{name} (?:{_SAYS})\b|\b(?:{_SAYS}) {name}\b(?! [A-Z])", passage.en))
    }
    if len(speakers) == 1 and ours[0] not in speakers:
        found, start = next(iter(speakers.values())), passage.zh.index(ours[0])
        yield rules.OTHER.at(
            passage.en_span(*found.span()),
            None,
            (passage.zh_span(start, start + len(ours[0])),),
            text=found[0],
            zh=ours[0],
            name=texts[ours[0]].text,
        )


def _family(person: Named) -> str:
    return person.text.split()[-1 if person.last else 0]
