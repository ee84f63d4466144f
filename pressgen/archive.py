"""The guard every zip package (DOCX, XLSX) passes before anything in it is believed.

Nothing is ever written to disk. Sizes are counted while reading, not taken from what the file says.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeAlias

from pressgen.complaints import complaint
from pressgen.errors import FileError, Place
from pressgen.regex import regex

if TYPE_CHECKING:
    from lxml import etree

    Element: TypeAlias = etree._Element  # noqa: SLF001  # the only name its stubs give a node

MEGABYTE = 1024 * 1024
FILE_MOST = 50 * MEGABYTE
TOTAL_MOST = 128 * MEGABYTE
PART_MOST = 32 * MEGABYTE
ENTRIES_MOST = 2_000
RATIO_MOST = 200
"""Bytes out for each byte in, for parts over 1 MB; real files reach 52."""
NODES_MOST = 1_200_000
"""Tags and attributes of one XML part, about 350 bytes each once parsed; real files reach 124,000."""

SPREADSHEETS = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods", ".et")
"""Names under which a workbook is looked for; what the file really is shows inside."""

_SAFE = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = b"PK\x01\x02"
_XML = regex(r"\.(xml|rels|vml)$", re.IGNORECASE)
_DOCTYPE = regex(b"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E")
_NODE = regex(rb"""<|=\0?["']""")

_MAGIC = (
    (b"%PDF", "PDF", "a PDF"),
    (b"{\\rtf", "RTF文件", "an RTF file"),
    (b"\x89PNG", "图片", "a picture"),
    (b"\xff\xd8\xff", "图片", "a picture"),
    (b"Rar!", "RAR压缩包", "a RAR archive"),
    (b"7z\xbc\xaf", "7z压缩包", "a 7z archive"),
    (b"\x1f\x8b", "gzip压缩包", "a gzip archive"),
    (b"MIME-Version", "网页存档（MHT）", "a web archive (MHT)"),
)
_MEMBERS = (
    ("word/", "docx", "Word文档", "a Word document"),
    ("xl/", "xlsx", "Excel工作簿", "an Excel workbook"),
    ("ppt/", "pptx", "PowerPoint演示文稿", "a PowerPoint presentation"),
    ("content.xml", "odf", "OpenDocument文件（ODT、ODS）", "an OpenDocument file (ODT, ODS)"),
    ("meta-inf/container.xml", "epub", "EPUB电子书", "an EPUB book"),
    ("index/document.iwa", "pages", "Pages文稿", "a Pages document"),
)


def open_package(data: bytes, name: str) -> Mapping[str, bytes]:
    """The parts of a Word file (or, where the name ends as in SPREADSHEETS, of a workbook), in file order.

    Members outside the package (``../x``, ``/x``) are left out. Raises ``FileError``, naming what the
    file really is, for anything else than such a package, and for one that is encrypted, damaged, built
    to exhaust a reader, or has a document type declaration (OOXML forbids them: ISO/IEC 29500-2).
    """
    wanted = "xlsx" if name.lower().endswith(SPREADSHEETS) else "docx"
    if len(data) > FILE_MOST:
        raise _too_much(name, f"{FILE_MOST // MEGABYTE} MB", "文件", "the file")
    if not data.startswith(b"PK"):
        raise _not_a_package(data, name, wanted)
    if data.count(_ENTRY) > 2 * ENTRIES_MOST:
        raise _too_many(name)
    parts = _parts(data, name)
    _refuse_another_kind(parts, name, wanted)
    for part, content in parts.items():
        if _XML.search(part) and _DOCTYPE.search(content):
            raise _doctype(name, part)
    return parts


def parse_xml(data: bytes, name: str, part: str = "") -> Element:
    """The root of one XML part; no entity is resolved, no network used, size and depth are bounded.

    Raises ``FileError`` for what is not well-formed, has a document type, or is too much to hold.
    """
    from lxml import etree  # noqa: PLC0415  # a CSV of rates passes this module too

    if sum(1 for _ in _NODE.finditer(data)) > NODES_MOST:
        raise _too_much(name, f"{NODES_MOST:,}", f"{part}的元素数", f"{part} (elements)")
    safe: Any = _SAFE
    parser = etree.XMLParser(
        remove_comments=True, remove_pis=True, **safe
    )  # a comment would cut a run in two
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(name, part, error) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _doctype(name, part)
    return root


def stream_xml(data: bytes, name: str, part: str, *tags: str) -> Iterator[Element]:
    """The elements of these local names as each ends; what was given out before is dropped.

    So a sheet of any size takes the memory of one cell. Bounded and refused as ``parse_xml``.
    """
    from lxml import etree  # noqa: PLC0415  # a CSV of rates passes this module too

    safe: Any = _SAFE
    tree = etree.iterparse(BytesIO(data), tag=tuple(f"{{*}}{tag}" for tag in tags), **safe)
    try:
        for _, element in tree:
            yield element
            element.clear(keep_tail=True)
            while (before := element.getprevious()) is not None and (
                above := element.getparent()
            ) is not None:
                above.remove(before)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(name, part, error) from None


def _damaged(name: str, part: str, error: Exception) -> FileError:
    return FileError(
        "文件内的{part}已损坏（{why}）；请用Word或Excel打开并修复后另存",
        "{part} in the file is damaged ({why}); open and repair it in Word or Excel and save it again",
        Place(name),
        part=part,
        why=complaint(error),
    )


def _parts(data: bytes, name: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return _read_all(package, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        raise FileError(
            "文件不完整或已损坏；请重新获取或另存一份",
            "the file is truncated or damaged; get it again, or save it again",
            Place(name),
        ) from None


def _read_all(package: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    members = [member for member in package.infolist() if not member.is_dir()]
    _refuse_members(members, name)
    parts: dict[str, bytes] = {}
    total = 0
    for member in members:
        most = min(PART_MOST if _XML.search(member.filename) else TOTAL_MOST, TOTAL_MOST - total)
        content = content_of(package, member, name, most)
        total += len(content)
        if not _outside(member.filename):
            parts[member.filename] = content
    return parts


def content_of(package: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, most: int) -> bytes:
    """One member's bytes, never reading past ``most``. Raises FileError for too much of it.

    What ``zipfile`` raises for a damaged one passes through.
    """
    if member.compress_size * RATIO_MOST + MEGABYTE < member.file_size:
        raise _too_much(name, f"{RATIO_MOST}:1", f"{member.filename}的压缩比", f"{member.filename} (ratio)")
    with package.open(member) as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise _too_much(name, f"{most // MEGABYTE} MB", member.filename, member.filename)
    return content


def _refuse_members(members: list[zipfile.ZipInfo], name: str) -> None:
    if len(members) > ENTRIES_MOST:
        raise _too_many(name)
    if any(member.compress_type not in _PACKED for member in members):
        raise FileError(
            "文件内部的压缩方式是Word和Excel从不使用的，可能是恶意文件，不予读取；请用Word或Excel另存一份",
            "it is packed as Word and Excel never do, perhaps to do harm; save it again with one of them",
            Place(name),
        )
    if any(member.flag_bits & 1 for member in members):
        raise FileError(
            "文件内部已加密；请去掉密码后再用",
            "the files inside are encrypted; remove the password first",
            Place(name),
        )
    names: set[str] = set()
    for member in members:
        if member.filename.lower() in names:
            raise FileError(
                "文件内有两个同名部分{part}，无法判断以哪个为准；请在Word或Excel中另存一份",
                "two parts inside are both called {part}; save the file again in Word or Excel",
                Place(name),
                part=member.filename,
            )
        names.add(member.filename.lower())


def _outside(part: str) -> bool:
    steps = part.replace("\\", "/").split("/")
    return ".." in steps or not steps[0] or ":" in steps[0]


def _refuse_another_kind(parts: Mapping[str, bytes], name: str, wanted: str) -> None:
    names = [part.lower() for part in parts]
    for start, kind, zh, en in _MEMBERS:
        if any(part.startswith(start) for part in names):
            if kind != wanted:
                raise _really(name, wanted, zh, en)
            return
    if any("\\" in part for part in names):
        raise FileError(
            "文件内各部分的名称用了反斜杠“\\”，不合标准；请在Word或Excel中打开并另存",
            "the parts inside are named with backslashes, against the standard; open it in Word or Excel "
            "and save it again",
            Place(name),
        )
    raise _really(name, wanted, "普通ZIP压缩包", "a plain ZIP archive")


def _not_a_package(data: bytes, name: str, wanted: str) -> FileError:
    if not data.strip(b"\0 \t\r\n"):
        return FileError("文件是空的；请重新获取", "the file is empty; get it again", Place(name))
    if data.startswith(_OLE):
        return _ole(data, name, wanted)
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, zh, en in _MAGIC:
        if start.startswith(magic):
            return _really(name, wanted, zh, en)
    lower = start.lower()
    if lower.startswith((b"<!doctype html", b"<html")):
        return _really(name, wanted, "网页（HTML）", "a web page (HTML)")
    if lower.startswith(b"<?xml"):
        return _really(name, wanted, "XML文件", "an XML file")
    return _really(name, wanted, *_text_or_not(data[:4096]))


def _text_or_not(start: bytes) -> tuple[str, str]:
    if b"\0" in start or sum(byte < 9 for byte in start):
        return "别的二进制文件", "some other binary file"
    return "纯文本", "plain text"


def _ole(data: bytes, name: str, wanted: str) -> FileError:
    """Password-protected packages and the formats of 1997 share one container."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return FileError(
            "文件设有打开密码；请在Word或Excel中取消密码后另存",
            "the file is protected by a password; remove it in Word or Excel and save the file again",
            Place(name),
        )
    streams = {"WordDocument": ".doc", "Workbook": ".xls", "Book": ".xls"}
    usual = ".xls" if wanted == "xlsx" else ".doc"
    old = next((kind for stream, kind in streams.items() if stream.encode("utf-16-le") in data), usual)
    return _really(name, wanted, f"旧版{old}文件（Office 97–2003）", f"an old {old} file (Office 97–2003)")


def _really(name: str, wanted: str, zh: str, en: str) -> FileError:
    return FileError(
        "这其实是{really_zh}，不是.{wanted}文件；请打开后另存为.{wanted}",
        "this is really {really_en}, not .{wanted}; open it and save it as .{wanted}",
        Place(name),
        wanted=wanted,
        really_zh=zh,
        really_en=en,
    )


def _too_many(name: str) -> FileError:
    return _too_much(name, str(ENTRIES_MOST), "内部文件数", "the number of files inside")


def _too_much(name: str, most: str, zh: str, en: str) -> FileError:
    return FileError(
        "{what_zh}超过上限（{most}），为安全起见不予读取；请删去多余内容后另存",
        "{what_en} is over the limit ({most}) and is not read; remove what is not needed and save it again",
        Place(name),
        what_zh=zh,
        what_en=en,
        most=most,
    )


def _doctype(name: str, part: str) -> FileError:
    return FileError(
        "{part}中有文档类型声明（DTD），可能是恶意文件，不予读取；请用Word或Excel另存一份",
        "{part} has a document type declaration (DTD), which such files must not have; it is not read: "
        "save it again with Word or Excel",
        Place(name),
        part=part,
    )
