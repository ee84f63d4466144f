"""Persons who have changed places: one bears the other's office, or stands where the other does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pressgen.checks.naming import rules
from pressgen.checks.naming.offices import persons_in_office
from pressgen.checks.naming.passage import Passage
from pressgen.checks.naming.persons import Named
from pressgen.checks.naming.titles import Office, Own, agree, offices
from pressgen.findings import Finding, Fix

_TWO = 2


def check(passage: Passage, named: Sequence[Named], own: Own = ()) -> Iterator[Finding]:
    """An office told of somebody else, then a name once too often where another is once too seldom."""
    known = [person for person in named if person.window]
    if len({person.window.text for person in known if person.window}) < _TWO or not passage.is_short:
        return
    yield from _told_of_another(passage, known, own)
    yield from _named_for_another(passage, known)


def _told_of_another(passage: Passage, known: Sequence[Named], own: Own) -> Iterator[Finding]:
    """The only office of its sort, in English right before a person who has none in the Chinese."""
    zh, en = offices(passage.zh, "zh", own), offices(passage.en, "en", own)
    held = [(offices_, borne) for offices_, borne in persons_in_office(passage, known, zh, en)]
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
            if owner:
                yield _finding(passage, person, owner, meant[0])


def _finding(passage: Passage, person: Named, owner: Named, office: Office) -> Finding:
    window = owner.window
    end = office.end + (len(window.text) if window else 0)
    return rules.OTHER.at(
        passage.en_span(person.start, person.end),
        Fix(owner.text, safe=False),
        (passage.zh_span(office.start, end),),
        text=person.text,
        zh=passage.zh[office.start : end],
        name=owner.text,
    )


def _named_for_another(passage: Passage, known: Sequence[Named]) -> Iterator[Finding]:
    """Of as many names in both texts the only one that differs, where either stands elsewhere, too."""
    texts = {person.window.text: person for person in known if person.window}
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
        yield rules.OTHER.at(
            passage.en_span(person.start, person.end),
            Fix(texts[text].text, safe=False),
            (passage.zh_span(start, start + len(text)),),
            text=person.text,
            zh=text,
            name=texts[text].text,
        )
