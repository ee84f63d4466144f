"""What a paragraph is, told from how it looks and where it stands.

A format without styles (Markdown, plain text) shows a reader headings, emphasis, pictures and plain
paragraphs. Writing and reading ask the same function what such a row of paragraphs means, so that a
writer knows beforehand what its reader will understand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, cast

from pressgen.document import Lang, Mark, Role
from pressgen.house.forms import GENERAL, Forms
from pressgen.regex import regex
from pressgen.text import han, latin, script

Shape = Literal["heading", "subheading", "quote", "cell", "image", "emphasis", "text"]
"""How a paragraph looks: ``emphasis`` and ``image`` are paragraphs that are nothing else."""

WRAPPED: tuple[Role, ...] = ("dateline", "caption", "note")
"""The roles that are shown as a paragraph in emphasis."""

_FIXED: dict[Shape, Role] = {
    "heading": "headline", "subheading": "subhead", "quote": "quote", "cell": "cell", "image": "photo",
}  # fmt: skip
_BELOW: dict[Role | None, Role] = {"headline": "dateline", "photo": "caption"}
_REACHED = regex(
    r"[^\s@]+@[^\s@]+\.\w{2,}|(?:https?://|www\.)\S+"
    r"|(?<!\d)(?!\d{4}([-/.])\d{1,2}\1\d{1,2}\b)"
    r"\+?[(（]?\d(?:[ ()（）-]{0,2}\d){6,}(?: ?(?:转|ext\.?) ?\d+)?$",
    re.IGNORECASE,
)
_LINE = 100
"""A line of a contact is no longer."""
_ENDED = regex(r"[。！？；.!?;”」]\s*$")


def lang_of(text: str) -> Lang:
    """The language a text's characters are of; ``und`` where it has neither Han nor Latin ones."""
    return cast("Lang", script(text))


def lang_in(file_lang: Lang, text: str, *, cell: bool = False) -> Lang:
    """A paragraph's language in a file that says its own; a ``cell`` of a table may hold but a figure.

    A name in Latin letters does not make a Chinese paragraph English; a whole sentence does.

    >>> lang_in("zh", "记者 | Eleanor"), lang_in("en", "[To translate: 佛山市]"), lang_in("zh", "2023")
    ('zh', 'en', 'und')
    """
    own = lang_of(text)
    if "und" in (own, file_lang):
        return file_lang if cell else own
    return own if han(text) + latin(text) >= 30 and min(han(text), latin(text)) == 0 else file_lang


def shape_of(text: str, marks: Iterable[Mark]) -> Shape:
    """Whether a plain paragraph is nothing but emphasis or nothing but a picture."""
    kinds = {mark.kind for mark in marks if (mark.start, mark.end) == (0, len(text))}
    if "emphasis" in kinds:
        return "emphasis"
    return "image" if "image" in kinds else "text"


def infer(paragraphs: Iterable[tuple[Shape, str]], forms: Forms = GENERAL) -> list[Role]:
    """The role of each paragraph, from its shape and text, what stands around it and what ``forms`` knows."""
    shown = list(paragraphs)
    roles = _one_by_one(shown, forms)
    for start, end in _below_subheadings(roles):
        if _is_contact([text for _, text in shown[start:end]]):
            roles[start:end] = ["credits"] * (end - start)
    return roles


def _below_subheadings(roles: Sequence[Role]) -> Iterator[tuple[int, int]]:
    """Where the paragraphs right below each subheading begin and end."""
    start = 0
    for number, role in enumerate([*roles, None]):
        if role not in ("body", "credits"):
            if start < number and start and roles[start - 1] == "subhead":
                yield start, number
            start = number + 1


def _is_contact(lines: Sequence[str]) -> bool:
    """Whether lines say whom to ask: short ones, no sentences, a number or an address among them."""
    short = all(len(line) <= _LINE and _ENDED.search(line) is None for line in lines)
    return short and any(_REACHED.search(line) for line in lines)


def _one_by_one(paragraphs: Iterable[tuple[Shape, str]], forms: Forms) -> list[Role]:
    roles: list[Role] = []
    lead_due = False
    shaped = list(paragraphs)
    for (shape, text), (after, _) in zip(shaped, [*shaped[1:], ("text", "")], strict=False):
        above = next((role for role in reversed(roles) if role != "credits"), None)  # a byline is passed over
        role = _role(shape, text, above, forms, lead_due=lead_due)
        role = "caption" if (shape, role, after) == ("emphasis", "note", "cell") else role
        lead_due = role == "headline" or (lead_due and role not in ("lead", "body"))
        roles.append(role)
    return roles


def _role(shape: Shape, text: str, before: Role | None, forms: Forms, *, lead_due: bool) -> Role:
    if shape in _FIXED:
        return _FIXED[shape]
    if shape == "emphasis":
        updated = before == "dateline" and forms.is_updated(text)
        return "dateline" if updated else _BELOW.get(before, "note")
    if forms.is_credit(text):
        return "credits"
    if forms.is_notice(text) or forms.is_end(text):
        return "note"
    if forms.is_updated(text) if before == "dateline" else before == "headline" and forms.is_dateline(text):
        return "dateline"
    return "lead" if lead_due else "body"
