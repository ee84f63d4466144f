"""TBX bytes as an XML tree that was not believed: no DTD fetched, no entity expanded, size bounded."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, cast

from pressgen.archive import FILE_MOST, MEGABYTE
from pressgen.complaints import complaint
from pressgen.errors import FileError, GlossaryError, Place, Wording
from pressgen.regex import regex

if TYPE_CHECKING:
    from pressgen.archive import Element

NODES_MOST = 2_000_000
"""Elements and attributes of one file, some 45,000 entries; about 400 bytes each once parsed."""

_DECLARED = regex(r"\A\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"'][^>]*\?>")
_DECLARATION = regex(r"\A\s*<\?xml[^>]*\?>")
_ENTITY = regex(r"<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)\b|<!DOCTYPE[^>\[]*\[")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_ENCODINGS = {
    "utf-8", "utf-16", "us-ascii", "ascii", "iso-8859-1", "windows-1252", "gb18030", "gbk", "gb2312", "big5",
}  # fmt: skip
_OTHERS = (
    (b"PK\x03\x04", "压缩包（XLSX、DOCX、ZIP）", "a zip package (XLSX, DOCX, ZIP)"),
    (b"\xd0\xcf\x11\xe0", "旧版Office文件或MultiTerm数据库", "an old Office file or a MultiTerm database"),
    (b"%PDF", "PDF", "a PDF"),
)


def root_of(data: bytes, name: str) -> Element:
    """The root element. Raises GlossaryError with the line, or FileError for what is too large.

    A DOCTYPE that names a DTD may stand there and is not loaded; declarations inside one are refused.
    """
    from lxml import etree  # noqa: PLC0415  # heavy, and most glossaries are CSV

    text = _text(data, name)
    _refuse(text, name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise _broken(name, error) from None
    for entity in root.iter(etree.Entity):
        raise _entity(name, line_of(entity), str(entity.text))
    return root


def line_of(element: Element) -> int:
    """The line an element begins on; 0 where the parser lost count."""
    return cast("int | None", element.sourceline) or 0


def _text(data: bytes, name: str) -> str:
    """The characters, without the XML declaration: what it says of the encoding is done with."""
    if len(data) > FILE_MOST:
        raise _too_much(name, f"{FILE_MOST // MEGABYTE} MB")
    if not data.strip(b"\0 \t\r\n"):
        raise GlossaryError("文件是空的；请重新导出一份", "the file is empty; export it again", Place(name))
    for magic, zh, en in _OTHERS:
        if data.startswith(magic):
            raise GlossaryError(
                "这是{kind}，不是TBX；请选TBX文件",
                "this is {kind}, no TBX; name a TBX file",
                Place(name),
                kind=Wording(zh, en),
            )
    encoding = _encoding(data, name)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise GlossaryError(
            "不是它自称的{encoding}编码；请另存为UTF-8",
            "not the {encoding} it says it is; save it as UTF-8",
            Place(name, data[: error.start].count(b"\n") + 1),
            encoding=encoding,
        ) from None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return _DECLARATION.sub(lambda found: "\n" * found.group().count("\n"), text)


def _encoding(data: bytes, name: str) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    if data[:4] in (b"<\0?\0", b"<\0!\0", b"<\0m\0", b"<\0t\0"):
        return "utf-16-le"
    if data[:4] in (b"\0<\0?", b"\0<\0!", b"\0<\0m", b"\0<\0t"):
        return "utf-16-be"
    said = _DECLARED.match(data[:400].decode("latin-1"))
    encoding = said[1].lower() if said else "utf-8"
    if encoding not in _ENCODINGS:
        raise GlossaryError(
            "不支持{encoding}编码；请另存为UTF-8",
            "the encoding {encoding} is not read; save it as UTF-8",
            Place(name, 1),
            encoding=encoding,
        )
    return "utf-8" if encoding == "utf-16" else encoding


def _refuse(text: str, name: str) -> None:
    found = _ENTITY.search(text)
    if found:
        raise GlossaryError(
            "文件里有实体或DTD声明（{what}），可能是恶意文件，不予读取；请删去DOCTYPE里方括号中的内容",
            "the file declares entities or a DTD of its own ({what}) and is not read;"
            " delete what stands in brackets in its DOCTYPE",
            Place(name, text.count("\n", 0, found.start()) + 1),
            what=found.group()[:10],
        )
    if text.count("<") + text.count('="') > NODES_MOST:
        raise _too_much(name, f"{NODES_MOST:,}")


def _broken(name: str, error: SyntaxError) -> GlossaryError:
    return GlossaryError(
        "不是完整的XML（{why}）；请从原软件重新导出",
        "no well-formed XML ({why}); export it again from the program it came from",
        Place(name, error.lineno or None, (error.offset or 0) or None),
        why=complaint(error),
    )


def _entity(name: str, line: int, text: str) -> GlossaryError:
    return GlossaryError(
        "实体{text}没有定义（不加载DTD）；请换成字符本身",
        "the entity {text} is not defined (no DTD is loaded); write the character itself",
        Place(name, line),
        text=text,
    )


def _too_much(name: str, most: str) -> FileError:
    return FileError(
        "文件太大（上限{most}）；请拆分",
        "the file is too large (at most {most}); split it",
        Place(name),
        most=most,
    )
