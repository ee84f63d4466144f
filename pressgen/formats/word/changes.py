"""A draft as a Word file in which everything that changed since an earlier one is a tracked change.

Accepted, it is the new draft; rejected, the earlier one, photos and styles too.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING

from pressgen.document import Block, Document, Mark, Release
from pressgen.formats.compare import Pair, Pieces, Stretch, paired, part, stretches
from pressgen.formats.picture import picture
from pressgen.formats.word.container import word_file
from pressgen.formats.word.enclosures import Enclosures
from pressgen.formats.word.faces import one_language, style_name
from pressgen.formats.word.ooxml import attribute
from pressgen.formats.word.page import content, house_stationery
from pressgen.formats.word.runs import Around
from pressgen.formats.word.stationery import LINK
from pressgen.regex import regex

if TYPE_CHECKING:
    from pressgen.house import House

_TEXT = regex("(</?w:)t([ >])")
_LAST = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
"""The mark of a file's last paragraph can be neither inserted nor deleted: this one has nothing to say."""


def write_changes(old: Document, new: Document, house: House, *, author: str, at: datetime) -> bytes | None:
    """A Word file that becomes either draft; None where nothing changed.

    ``author`` and ``at`` are those of every change, so the same drafts give the same bytes. A photo of
    ``old`` whose file is not known (``old.files``) is shown as its alternative text. Raises as ``write``.
    """
    before, after = _with_files_apart(old, new), new
    stamp = f'w:author="{attribute(author)}" w:date="{at:%Y-%m-%dT%H:%M:%SZ}"'
    pen = _Pen(before, after, house, stamp)
    pairs = paired(before.blocks, after.blocks, pen.cut, _identity(before, after))
    if all(block and other and _is_same(block, other) for block, other in pairs):
        return None
    body = "".join(map(pen.paragraph, pairs)) + ("" if all(pairs[-1]) else _LAST)
    properties = {"title": new.title, "lang": pen.lang, "published": new.published}
    return word_file(pen.stationery, body, pen.enclosures, properties)


def write_all_changes(
    old: Release, new: Release, house: House, *, author: str, at: datetime
) -> dict[str, bytes]:
    """The file of each language that both drafts have and in which something changed."""
    both = [(old.zh, new.zh), (old.en, new.en)]
    made = {
        later.lang: write_changes(earlier, later, house, author=author, at=at)
        for earlier, later in both
        if earlier.blocks and later.blocks
    }
    return {lang: data for lang, data in made.items() if data is not None}


def _is_same(block: Block, other: Block) -> bool:
    """Whether nothing changed. Two photos are only paired where they are one; Word tracks no other words."""
    return bool(_shown(block)) or (block.role, block.text, block.marks) == (
        other.role,
        other.text,
        other.marks,
    )


def _with_files_apart(old: Document, new: Document) -> Document:
    """The earlier draft with names of its own for pictures that are called as other ones now."""
    other = {name for name, path in old.files.items() if name in new.files and new.files[name] != path}
    if not other:
        return old

    def renamed(mark: Mark) -> Mark:
        return replace(mark, target=f"old-{mark.target}") if mark.target in other else mark

    blocks = tuple(replace(block, marks=tuple(map(renamed, block.marks))) for block in old.blocks)
    files = {f"old-{name}" if name in other else name: path for name, path in old.files.items()}
    return replace(old, blocks=blocks, files=files)


def _identity(old: Document, new: Document) -> Callable[[Block], Hashable]:
    """What makes two paragraphs the same: role, words and marks.

    Of a photo its picture; where that is not known, that of its name or else its words in the new draft.
    """
    files = {**new.files, **old.files}
    said = {block.text: _shown(block) for block in new.blocks if _shown(block)}

    def identity(block: Block) -> Hashable:
        target = _shown(block)
        if not target:
            return block.role, block.text, block.marks
        target = target if target in files else said.get(block.text, target)
        return "photo", picture(files[target]).data if target in files else target

    return identity


def _shown(block: Block) -> str:
    """The picture a paragraph shows, or nothing."""
    images = (mark.target for mark in block.marks if mark.kind == "image")
    return next(images, "") if block.role == "photo" else ""


class _Pen:
    """Writes paragraphs; ``cut`` are the pieces in which a text of this language changes."""

    def __init__(self, old: Document, new: Document, house: House, stamp: str) -> None:
        self.lang = "en" if new.lang == "en" else "zh"
        styles = one_language(house.style.look, self.lang)
        self.stationery = house_stationery(house, styles, self.lang, (new.notice,))
        files = {**new.files, **old.files}
        self.enclosures = Enclosures(files, self.stationery.column, self.stationery.styles[LINK])
        self.cut = Pieces(self.lang, house.glossary, {*_names(old), *_names(new)})
        self._files = files
        self._stamp = stamp
        self._numbers = count(1)

    def paragraph(self, pair: Pair) -> str:
        """A paragraph with its changes; one that is new or gone as a whole, its mark with it."""
        old, new = pair
        if old and new:
            return self._written(new, self._style_change(old, new), self._changed(old, new))
        block, kind = (old, "del") if old else (new, "ins")
        assert block is not None  # noqa: S101  # a pair has at least one
        mark = f"<w:rPr>{self._tag(kind)[:-1]}/></w:rPr>"
        return self._written(block, mark, self._content(block, self._around(kind)))

    def _written(self, block: Block, more: str, inner: str) -> str:
        style = self._style(block)
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{inner}</w:p>'

    def _style(self, block: Block) -> str:
        return self.stationery.styles[style_name(block.role).casefold()]

    def _style_change(self, old: Block, new: Block) -> str:
        if old.role == new.role:
            return ""
        before = f'<w:pPr><w:pStyle w:val="{self._style(old)}"/></w:pPr>'
        return f"{self._tag('pPrChange')}{before}</w:pPrChange>"

    def _changed(self, old: Block, new: Block) -> str:
        if _is_same(old, new):
            return self._content(new)
        return "".join(self._stretch(old, new, stretch) for stretch in stretches(old, new, self.cut))

    def _stretch(self, old: Block, new: Block, stretch: Stretch) -> str:
        if stretch.same:
            return self._content(part(new, *stretch.new))
        gone, come = part(old, *stretch.old), part(new, *stretch.new)
        written = [(gone, "del"), (come, "ins")]
        return "".join(self._content(block, self._around(kind)) for block, kind in written if block.text)

    def _content(self, block: Block, around: Around = str) -> str:
        if _shown(block) and _shown(block) not in self._files:
            block = replace(block, role="note", marks=())
        return content(block, self.lang, self.enclosures, around=around)

    def _around(self, kind: str) -> Around:
        def around(runs: str) -> str:
            if kind == "del":
                runs = _TEXT.sub(r"\1delText\2", runs)
            return f"{self._tag(kind)}{runs}</w:{kind}>"

        return around

    def _tag(self, kind: str) -> str:
        return f'<w:{kind} w:id="{next(self._numbers)}" {self._stamp}>'


def _names(document: Document) -> Iterator[str]:
    for block in document.blocks:
        yield from (block.text[fact.start : fact.end] for fact in block.facts if fact.kind == "name")
