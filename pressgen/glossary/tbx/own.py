"""What TBX-Basic has no category for, in one note: ``pressgen: case=first; until=2018-12-31``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pressgen.glossary.entry import CASES, KINDS, Entry, Term, usual_case
from pressgen.glossary.tbx.words import PICK, SPEECH
from pressgen.regex import regex

_START = "pressgen: "
_DAY = regex(r"\d{4}-\d{2}-\d{2}")
_HEX = regex("%([0-9A-F]{2})")
_ESCAPED = regex("_x([0-9A-F]{1,6})_")
_LETTERS = "A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fa5"
_NAME_START = regex(f"[{_LETTERS}]")
_NAME = regex(f"[{_LETTERS}0-9.\u00b7-]")


def of_term(term: Term) -> str:
    """The note of a term; "" where TBX can say it all."""
    return _note(
        {
            "case": "" if term.case == usual_case(term.text) else term.case,
            "since": term.since,
            "until": term.until,
            "pos": "" if term.pos in PICK[SPEECH] else term.pos,
        }
    )


def of_entry(entry: Entry) -> str:
    """The note of a concept; "" where TBX can say it all."""
    return _note({"kind": entry.kind, "loose": "yes" if entry.loose else ""})


def said(note: str) -> dict[str, str] | None:
    """What such a note says, words that cannot be left out; None for any other note.

    >>> said("pressgen: case=first; until=2018-12-31"), said("usage")
    ({'case': 'first', 'until': '2018-12-31'}, None)
    """
    if not note.startswith(_START):
        return None
    pairs = (part.partition("=") for part in note.removeprefix(_START).split(";"))
    found = {name.strip(): _HEX.sub(lambda code: chr(int(code[1], 16)), value) for name, _, value in pairs}
    return {name: value for name, value in found.items() if _can_be(name, value)}


def xml_id(entry_id: str) -> str:
    """An entry's id as XML allows it (an NCName); other characters as their code.

    >>> xml_id("主任#2"), xml_id("2023-plan")
    ('主任_x23_2', '_x32_023-plan')
    """
    shown = entry_id.replace("_x", "_x5F_x")
    rest = "".join(sign if _NAME.match(sign) else _code(sign) for sign in shown[1:])
    first = shown[:1]
    return (first if _NAME_START.match(first) else _code(first)) + rest


def is_xml_id(written: str) -> bool:
    """Whether it can stand as an id in XML as it is."""
    return bool(_NAME_START.match(written)) and all(map(_NAME.match, written))


def entry_id(written: str) -> str:
    """The id that was written so."""
    return _ESCAPED.sub(
        lambda code: chr(int(code[1], 16)) if int(code[1], 16) < 0x110000 else code.group(), written
    )


def _code(sign: str) -> str:
    return f"_x{ord(sign):X}_" if sign else ""


def _note(words: Mapping[str, str]) -> str:
    pairs = [f"{name}={_safe(word)}" for name, word in words.items() if word]
    return _START + "; ".join(pairs) if pairs else ""


def _safe(word: str) -> str:
    return re.sub("[%;\\s]", lambda sign: f"%{ord(sign.group()):02X}", word)


def _can_be(name: str, value: str) -> bool:
    if name in ("since", "until"):
        return bool(_DAY.fullmatch(value))
    return value in {"case": CASES, "kind": KINDS, "loose": ("yes",)}.get(
        name, (value,) if name == "pos" else ()
    )
