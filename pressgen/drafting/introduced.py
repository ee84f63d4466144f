"""A company's short name is introduced with the full one where the text goes on with it: 简称“南方”."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pressgen.document import Block, Mark
from pressgen.figures import Language

_STORY = ("lead", "body", "quote")
_FORMS: dict[Language, str] = {"zh": "（以下简称“{}”）", "en": " ({})"}


def introduced(blocks: Iterable[Block], names: Mapping[str, str], lang: Language) -> Iterator[Block]:
    """The same blocks; ``names`` has the short form of each company told in full so far, by the full one.

    English needs none for a short form that is part of the full one (Nanfang, of Nanfang Foods Co., Ltd.).
    """
    text = list(blocks)  # now all names are told
    for full, short in names.items():
        place = next((n for n, each in enumerate(text) if each.role in _STORY and full in each.text), None)
        if place is None or short in ("", full) or (lang == "en" and short in full):
            continue
        end = text[place].text.index(full) + len(full)
        behind = [text[place].text[end:], *(each.text for each in text[place + 1 :] if each.role in _STORY)]
        if not behind[0].startswith(("（", " (")) and any(short in part.replace(full, "") for part in behind):
            text[place] = _with(text[place], end, _FORMS[lang].format(short))
    yield from text


def _with(block: Block, place: int, words: str) -> Block:
    """A block with words put in; its marks move with what they stand at."""

    def moved(mark: Mark) -> Mark:
        start = mark.start + len(words) * (mark.start >= place)
        return replace(mark, start=start, end=mark.end + len(words) * (mark.end > place))

    text = block.text[:place] + words + block.text[place:]
    marks, facts = (tuple(map(moved, each)) for each in (block.marks, block.facts))
    return replace(block, text=text, marks=marks, facts=facts)
