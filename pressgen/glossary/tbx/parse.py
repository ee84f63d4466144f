"""The three layouts of TBX, read into nodes: which one a file has, and that it is only one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from pressgen.errors import GlossaryError, Place
from pressgen.glossary.tbx import own
from pressgen.glossary.tbx.guard import line_of
from pressgen.glossary.tbx.node import Node
from pressgen.glossary.tbx.words import OWN, TAGS, TYPED

if TYPE_CHECKING:
    from pressgen.archive import Element

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CORES = ("", "urn:iso:std:iso:30042:ed-2", "urn:iso:std:iso:30042:ed:3.0")
V2_TAGS = {
    "termEntry": "conceptEntry", "langSet": "langSec", "tig": "termSec", "ntig": "termSec",
    "refObjectList": "refObjectSec", "martifHeader": "tbxHeader",
}  # fmt: skip
_V3_TAGS = {"conceptEntry", "langSec", "termSec", "tbxHeader", "refObjectSec"}
_STRUCTURE = {"conceptEntry", "langSec", "termSec", "back", "refObjectSec", "refObject", "itemSet"}
_KNOWN_ROOTS = {
    "tmx": "TMX", "xliff": "XLIFF", "html": "HTML", "mtf": "MultiTerm XML",
    "TBX": "TBX-Min 1.0", "rss": "RSS", "Workbook": "Excel XML 2003",
}  # fmt: skip


DEPTH_MOST = 40
"""Elements inside one another; TBX needs 12."""


class FileLayout:
    """How a file writes: its version, and whether a category is an attribute (DCA) or a tag (DCT)."""

    def __init__(self, root: Element, file: str) -> None:
        self.file = file
        self.space, name = _split(root.tag)
        if name not in ("martif", "tbx") or self.space not in _CORES:
            raise self._no_tbx(root, name)
        self.v3 = name == "tbx"
        self.style = (root.get("style") or "").lower() if self.v3 else "dca"
        self.dialect = root.get("type") or "TBX-Basic"
        if self.style not in ("dca", "dct"):
            self.style = "dct" if _has_tags(root, self.space) else "dca"

    def node(self, element: Element, depth: int = 0) -> Node:
        """An element with all that stands in it. Raises GlossaryError where another layout begins."""
        space, name = _split(element.tag)
        if depth > DEPTH_MOST:
            raise self._too_deep(element)
        if space != self.space:
            return self._foreign(element, space, name, depth)
        self._refuse_other(element, name)
        tag = name if self.v3 else V2_TAGS.get(name, name)
        typed = tag in TYPED
        return Node(
            tag,
            (element.get("type") or "") if typed else "",
            tuple(self._content(element, tag, depth)),
            _attributes(element, typed=typed),
            line=line_of(element),
        )

    def _foreign(self, element: Element, space: str, name: str, depth: int) -> Node:
        if self.style == "dca" or space in _CORES:
            raise self._mixed(element)
        attributes = _attributes(element, typed=False)
        meta = dict(attributes).get("metatype", "")
        name = own.entry_id(name) if space == OWN else name
        tag = TAGS.get(name) or (meta if meta in TYPED else "")
        return Node(
            tag,
            name,
            tuple(self._content(element, tag, depth)),
            tuple(pair for pair in attributes if pair[0] != "metatype"),
            space="" if tag or space == OWN else space,
            line=line_of(element),
        )

    def _refuse_other(self, element: Element, name: str) -> None:
        wrong = name in V2_TAGS if self.v3 else name in _V3_TAGS and name != "refObjectSec"
        if wrong or (self.style == "dct" and name in TYPED):
            raise self._mixed(element)

    def _content(self, element: Element, tag: str, depth: int) -> Iterator[str | Node]:
        holds_text = tag not in _STRUCTURE and not tag.endswith("Grp")
        if holds_text and element.text:
            yield element.text
        for child in element:
            if _split(child.tag) == (self.space, "termGrp"):
                yield from self._content(child, "termGrp", depth + 1)
            else:
                yield self.node(child, depth + 1)
            if holds_text and child.tail:
                yield child.tail

    def _mixed(self, element: Element) -> GlossaryError:
        return GlossaryError(
            "文件开头是{layout}，这里却出现<{tag}>：两种写法混在一起；请从原软件重新导出",
            "the file begins as {layout}, but here stands <{tag}>: two dialects are mixed; export it again",
            Place(self.file, line_of(element)),
            layout=f"TBX v3 {self.style.upper()}" if self.v3 else "TBX v2",
            tag=_split(element.tag)[1],
        )

    def _too_deep(self, element: Element) -> GlossaryError:
        return GlossaryError(
            "元素嵌套超过{most}层；请从原软件重新导出",
            "elements stand more than {most} deep; export it again from the program it came from",
            Place(self.file, line_of(element)),
            most=DEPTH_MOST,
        )

    def _no_tbx(self, root: Element, name: str) -> GlossaryError:
        return GlossaryError(
            "根元素是<{name}>（{kind}），不是TBX的<tbx>或<martif>；请导出为TBX",
            "the root is <{name}> ({kind}), not the <tbx> or <martif> of TBX; export the glossary as TBX",
            Place(self.file, line_of(root)),
            name=name,
            kind=_KNOWN_ROOTS.get(name, "XML"),
        )


def _has_tags(root: Element, space: str) -> bool:
    return any(_split(element.tag)[0] != space for element in root.iter("*"))


@lru_cache(maxsize=1000)
def _split(tag: str | bytes) -> tuple[str, str]:
    space, _, name = str(tag).rpartition("}")
    return space.removeprefix("{"), name


def _attributes(element: Element, *, typed: bool) -> tuple[tuple[str, str], ...]:
    if not element.attrib:
        return ()
    found = {("xml:lang" if key == _XML_LANG else _split(key)[1]): value for key, value in element.items()}
    if typed:
        found.pop("type", None)
    return tuple(sorted((str(key), str(value)) for key, value in found.items()))
