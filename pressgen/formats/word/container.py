"""A Word file's bytes from its parts: the same parts give the same bytes, on every day and system."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime
from io import BytesIO

from pressgen.formats.word.enclosures import Enclosures
from pressgen.formats.word.ooxml import (
    CONTENT_TYPES,
    DECLARATION,
    DECLARED,
    RELATIONSHIPS,
    WORD_TYPE,
    R,
    attribute,
    text,
)
from pressgen.formats.word.stationery import Stationery

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_MODE = 0o644 << 16
_STORED = (".jpeg", ".png")
_UNDATED = "2000-01-01T00:00:00Z"
_PACKAGE = "application/vnd.openxmlformats-package"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_OFFICE_NAMES = "http://schemas.openxmlformats.org/officeDocument/2006"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_NAMES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_LANGUAGE = {"zh": "zh-CN", "en": "en-US"}


def word_file(
    stationery: Stationery,
    body: str,
    enclosures: Enclosures,
    properties: Mapping[str, str],
    translation: str = "",
) -> bytes:
    """A sheet with a body on it. ``properties`` are title, lang and published of the text."""
    main = f"{DECLARATION}<w:document {DECLARED}><w:body>{body}{stationery.section}</w:body></w:document>"
    rest = {**stationery.parts, **enclosures.parts()}
    custom = {"docProps/custom.xml": _custom(translation)} if translation else {}
    parts = {
        "[Content_Types].xml": _content_types(stationery, custom=bool(custom)),
        "_rels/.rels": _relations(_package_relations(custom=bool(custom))),
        "docProps/core.xml": _core(**properties),
        **custom,
        "word/document.xml": main.encode(),
        "word/_rels/document.xml.rels": _relations([*stationery.relations, *enclosures.relations()]),
        **{name: rest[name] for name in sorted(rest)},
    }
    return packed(parts)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip of the parts in their order; pictures are stored, they are compressed already."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, _EARLIEST)
            member.create_system = _UNIX
            member.external_attr = _MODE
            member.compress_type = zipfile.ZIP_STORED if name.endswith(_STORED) else zipfile.ZIP_DEFLATED
            package.writestr(member, content)
    return buffer.getvalue()


def _content_types(stationery: Stationery, *, custom: bool) -> bytes:
    endings = {
        "rels": f"{_PACKAGE}.relationships+xml",
        "xml": "application/xml",
        "jpeg": "image/jpeg",
        "png": "image/png",
    }
    overrides = {
        "/word/document.xml": f"{WORD_TYPE}.document.main+xml",
        "/docProps/core.xml": f"{_PACKAGE}.core-properties+xml",
        **({"/docProps/custom.xml": f"{_OFFICE}.custom-properties+xml"} if custom else {}),
        **dict(sorted(stationery.types.items())),
    }
    defaults = [f'<Default Extension="{key}" ContentType="{kind}"/>' for key, kind in endings.items()]
    named = [
        f'<Override PartName="{attribute(key)}" ContentType="{attribute(kind)}"/>'
        for key, kind in overrides.items()
    ]
    return f'{DECLARATION}<Types xmlns="{CONTENT_TYPES}">{"".join(defaults + named)}</Types>'.encode()


def _package_relations(*, custom: bool) -> list[tuple[str, str, str]]:
    relations = [
        ("rId1", f"{R}/officeDocument", "word/document.xml"),
        ("rId2", _CORE, "docProps/core.xml"),
    ]
    return relations + [("rId3", f"{R}/custom-properties", "docProps/custom.xml")] * custom


def _relations(relations: Iterable[tuple[str, str, str]]) -> bytes:
    rows = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{attribute(target)}"'
        + ' TargetMode="External"' * kind.endswith("/hyperlink")
        + "/>"
        for key, kind, target in relations
    )
    return f'{DECLARATION}<Relationships xmlns="{RELATIONSHIPS}">{rows}</Relationships>'.encode()


def _core(title: str, lang: str, published: str) -> bytes:
    when = f'xsi:type="dcterms:W3CDTF">{_moment(published)}'
    return (
        f"{DECLARATION}<cp:coreProperties {_CORE_NAMES}><dc:title>{text(title)}</dc:title>"
        f"<dc:language>{_LANGUAGE.get(lang, 'und')}</dc:language>"
        f"<dcterms:created {when}</dcterms:created><dcterms:modified {when}</dcterms:modified>"
        "</cp:coreProperties>"
    ).encode()


def _moment(published: str) -> str:
    """The day and minute of publication, never that of writing: the same text gives the same file."""
    try:
        return f"{datetime.fromisoformat(published):%Y-%m-%dT%H:%M:%SZ}"
    except ValueError:
        return _UNDATED


def _custom(translation: str) -> bytes:
    """The name of the file with the other language, as a property Word shows."""
    return (
        f'{DECLARATION}<Properties xmlns="{_OFFICE_NAMES}/custom-properties" '
        f'xmlns:vt="{_OFFICE_NAMES}/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Translation">'
        f"<vt:lpwstr>{text(translation)}</vt:lpwstr></property></Properties>"
    ).encode()
