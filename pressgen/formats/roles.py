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
from pressgen.text import han, latin, script

Shape = Literal["heading", "subheading", "quote", "cell", "image", "emphasis", "text"]
"""How a paragraph looks: ``emphasis`` and ``image`` are paragraphs that are nothing else."""

WRAPPED: tuple[Role, ...] = ("dateline", "caption", "note")
"""The roles that are shown as a paragraph in emphasis."""

_FIXED: dict[Shape, Role] = {
    "heading": "headline", "subheading": "subhead", "quote": "quote", "cell": "cell", "image": "photo",
}  # fmt: skip
_BELOW: dict[Role | None, Role] = {"headline": "dateline", "photo": "caption"}
_CREDIT = re.compile(r"[^|｜丨\n。，、；：！？.,;:!?]{1,24}?\s?[|｜丨]\s?[^\s|｜丨][^|｜丨\n]{0,200}")
_DATED = re.compile(
    r"\d{4}\s?[-年/.]\s?\d{1,2}|[A-Z][a-z]{2,8}\.? \d{1,2}, ?\d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}"
)
_NOTICE = re.compile(
    r"for (?:immediate release\b|release[: ](?=.*\d)).{0,80}"
    r"|(?:strictly )?(?:under )?embargo(?:ed)? ?(?:until\b|till\b|:).{0,120}"
    r"|[（(【]?供?即时发布[）)】]?|(?:本稿|稿件).{0,60}解禁.{0,20}"
    r"|.{0,40}[0-9].{0,30}前(?:不得|禁止|请勿)(?:发布|发表|刊播|刊登|使用).{0,30}",
    re.IGNORECASE,
)
_END = re.compile(r"(?:#[ ]?){3,5}|[-–—][ ]?30[ ]?[-–—]|[（(]\s*(?:完|end|ends)\s*[）)]|ends?", re.IGNORECASE)
_REACHED = re.compile(
    r"[^\s@]+@[^\s@]+\.\w{2,}|(?:https?://|www\.)\S+"
    r"|(?<!\d)(?!\d{4}([-/.])\d{1,2}\1\d{1,2}\b)"
    r"\+?[(（]?\d(?:[ ()（）-]{0,2}\d){6,}(?: ?(?:转|ext\.?) ?\d+)?$",
    re.IGNORECASE,
)
_LINE = 100
"""A line of a contact is no longer."""
_ENDED = re.compile(r"[。！？；.!?;”」]\s*$")


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


def is_credit(text: str) -> bool:
    """Whether a line names who did what: ``Reporter | Eleanor``, ``校对｜李琳``, ``Photo丨Foshan Daily``."""
    return _CREDIT.fullmatch(text) is not None


def is_dateline(text: str) -> bool:
    """Whether a short line under a headline says when, and is no sentence.

    >>> is_dateline("Foshan China 2023-07-18 16:17"), is_dateline("更新时间：2021年1月15日")
    (True, True)
    >>> is_dateline("在2023年7月14日举行的推介会上，项目集中签约。")
    False
    """
    return len(text) <= 80 and _DATED.search(text) is not None and _ENDED.search(text) is None


def is_notice(text: str) -> bool:
    """Whether a line says from when a release may be used.

    >>> is_notice("FOR IMMEDIATE RELEASE"), is_notice("北京时间2023年7月18日10:00前不得发布")
    (True, True)
    >>> is_notice("For release of water, a new gate"), is_notice("Embargo on rice lifted")
    (False, False)
    >>> is_notice("珠江禁渔8月16日解禁"), is_notice("未经审核不得发布广告")
    (False, False)
    """
    return _NOTICE.fullmatch(text) is not None and _ENDED.search(text) is None


def is_end(text: str) -> bool:
    """Whether a line says that there is no more: ``###``, ``-30-``, ``（完）``."""
    return _END.fullmatch(text) is not None


def infer(paragraphs: Iterable[tuple[Shape, str]]) -> list[Role]:
    """The role of each paragraph, from its shape and text and what stands around it."""
    shown = list(paragraphs)
    roles = _one_by_one(shown)
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


def _one_by_one(paragraphs: Iterable[tuple[Shape, str]]) -> list[Role]:
    roles: list[Role] = []
    lead_due = False
    known = list(paragraphs)
    for (shape, text), (after, _) in zip(known, [*known[1:], ("text", "")], strict=False):
        role = _role(shape, text, roles[-1] if roles else None, lead_due)
        role = "caption" if (shape, role, after) == ("emphasis", "note", "cell") else role
        lead_due = role == "headline" or (lead_due and role not in ("lead", "body"))
        roles.append(role)
    return roles


def _role(shape: Shape, text: str, before: Role | None, lead_due: bool) -> Role:
    if shape in _FIXED:
        return _FIXED[shape]
    if shape == "emphasis":
        return _BELOW.get(before, "note")
    if is_credit(text):
        return "credits"
    if is_notice(text) or is_end(text):
        return "note"
    if before == "headline" and is_dateline(text):
        return "dateline"
    return "lead" if lead_due else "body"
