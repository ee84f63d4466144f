"""What a body refers to: links and pictures, each once, with the ids the body names them by."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pressgen.errors import FileError, Place
from pressgen.formats.picture import Picture, picture
from pressgen.formats.word.ooxml import PIC, R, attribute

_EMU_PER_PIXEL = 9525
"""At 96 pixels an inch: a small picture is not blown up to the width of the column."""
_TALLEST = 0.5
"""A photo takes at most this share of the page's height, so that its caption stays below it."""


class Enclosures:
    """Collects the links and pictures of one body.

    ``files`` says where the pictures lie, ``column`` how wide and high they may be (EMU),
    ``link_style`` is the id of the character style of links.
    """

    def __init__(self, files: Mapping[str, Path], column: tuple[int, int], link_style: str) -> None:
        self.link_style = link_style
        self._files = files
        self._column = column
        self._links: dict[str, str] = {}
        self._pictures: dict[str, tuple[str, Picture]] = {}
        self._drawings = 0

    def link(self, target: str) -> str:
        """The opening tag of a hyperlink; a target beginning with # is a place in the file itself."""
        if target.startswith("#"):
            return f'<w:hyperlink w:anchor="{attribute(target[1:])}">'
        key = self._links.setdefault(target, f"link{len(self._links) + 1}")
        return f'<w:hyperlink r:id="{key}">'

    def drawing(self, target: str, alt: str, share: float = 1) -> str:
        """A picture in the line, at most ``share`` of the column wide; its name is ``target``."""
        key, found = self._picture(target)
        width, height = self._size(found, share)
        self._drawings += 1
        named = f'id="{self._drawings}" name="{attribute(target)}" descr="{attribute(alt)}"'
        return (
            f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{width}" cy="{height}"/>'
            f"<wp:docPr {named}/><wp:cNvGraphicFramePr>"
            '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic><a:graphicData uri="{PIC}"><pic:pic><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/>'
            f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{key}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing>"
        )

    def relations(self) -> list[tuple[str, str, str]]:
        """The body's relations to what it encloses: id, type, target."""
        images = [(key, f"{R}/image", f"media/{key}.{found.kind}") for key, found in self._pictures.values()]
        return images + [(key, f"{R}/hyperlink", target) for target, key in self._links.items()]

    def parts(self) -> dict[str, bytes]:
        """The pictures' parts by name."""
        return {f"word/media/{key}.{found.kind}": found.data for key, found in self._pictures.values()}

    def _picture(self, target: str) -> tuple[str, Picture]:
        if target not in self._pictures:
            if target not in self._files:
                raise FileError(
                    "找不到图片；请把它放在稿件所在的文件夹里",
                    "there is no such picture; put it beside the text",
                    Place(target),
                )
            self._pictures[target] = (f"photo{len(self._pictures) + 1}", picture(self._files[target]))
        return self._pictures[target]

    def _size(self, found: Picture, share: float) -> tuple[int, int]:
        """Width and height in EMU within the column, the aspect kept."""
        width, height = found.width * _EMU_PER_PIXEL, found.height * _EMU_PER_PIXEL
        scale = min(1.0, self._column[0] * share / width, self._column[1] * _TALLEST * share / height)
        return max(1, int(width * scale)), max(1, int(height * scale))
