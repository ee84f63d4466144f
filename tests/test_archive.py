"""The guard every zip package passes: each way to fail is one clear line in both languages."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

import pytest

from pressgen import archive
from pressgen.archive import open_package, parse_xml
from pressgen.errors import FileError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def zipped(*members: tuple[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members:
            package.writestr(name, content)
    return buffer.getvalue()


def refused(data: bytes, name: str = "稿件.docx") -> FileError:
    with pytest.raises(FileError) as caught:
        open_package(data, name)
    said = caught.value.say("zh"), caught.value.say("en")
    assert all(line.startswith(f"{name}: ") and "\n" not in line and "{" not in line for line in said)
    return caught.value


def test_a_package_gives_its_parts_in_the_order_of_the_file() -> None:
    data = zipped(("word/document.xml", b"<a/>"), ("word/media/b.png", b"\x89PNG"))
    assert list(open_package(data, "a.docx").items()) == [
        ("word/document.xml", b"<a/>"), ("word/media/b.png", b"\x89PNG"),
    ]  # fmt: skip


def test_members_that_point_outside_are_left_out() -> None:
    paths = ("../../evil", "/etc/passwd", "C:/evil", "word/../../evil", "..\\evil")
    data = zipped(("word/document.xml", b"<a/>"), *((path, b"x") for path in paths))
    assert list(open_package(data, "a.docx")) == ["word/document.xml"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"\0" * 64, "empty"),
        (OLE, r"old \.doc file"),
        (OLE + "Workbook".encode("utf-16-le"), r"old \.xls file"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"%PDF-1.7", "PDF"),
        (b"\xff\xd8\xff\xe0JFIF", "picture"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", "web page"),
        (b"<html xmlns:o='x'>", "web page"),
        (b"MIME-Version: 1.0", "web archive"),
        (b"<?xml version='1.0'?><w:wordDocument/>", "XML"),
        ("佛山新签29个项目。".encode(), "plain text"),
        ("佛山新签29个项目。".encode("gb18030"), "plain text"),
        (b"\x7fELF\x02\x01\0\0", "binary"),
        (zipped(("mimetype", b"x"), ("content.xml", b"<a/>")), "OpenDocument"),
        (zipped(("xl/workbook.xml", b"<a/>")), "Excel"),
        (zipped(("ppt/presentation.xml", b"<a/>")), "PowerPoint"),
        (zipped(("photos/1.jpg", b"x")), "plain ZIP"),
        (zipped(("[Content_Types].xml", b"<a/>"), ("word\\document.xml", b"<a/>")), "backslashes"),
        (zipped(), "plain ZIP"),
        (zipped(("word/document.xml", b"<a/>" * 99))[:-40], "truncated or damaged"),
        (b"PK\x03\x04" + b"\0" * 40, "truncated or damaged"),
    ],
)
def test_a_file_that_is_something_else_is_called_what_it_is(data: bytes, said: str) -> None:
    assert refused(data).wording
    with pytest.raises(FileError, match=said):
        open_package(data, "draft.docx")


def test_an_old_file_of_which_little_is_left_is_called_what_its_name_suggests() -> None:
    assert "old .xls file" in str(refused(OLE, "form.xlsx"))
    assert "old .doc file" in str(refused(OLE + "WordDocument".encode("utf-16-le"), "form.xlsx"))


def test_a_word_file_where_a_workbook_is_wanted_is_called_a_word_file() -> None:
    error = refused(zipped(("word/document.xml", b"<a/>")), "glossary.xlsx")
    assert "a Word document, not .xlsx" in error.say("en")
    assert "Word文档" in error.say("zh")


def test_a_bomb_is_refused_by_its_ratio() -> None:
    assert "ratio" in str(refused(zipped(("word/document.xml", b"a" * 20_000_000))))


def test_sizes_are_counted_while_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "TOTAL_MOST", 1000)
    noise = bytes(range(256)) * 3
    assert "limit" in str(refused(zipped(("word/a.bin", noise), ("word/b.bin", noise))))


def test_a_file_a_part_or_a_count_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped(("word/document.xml", b"<a/>"), ("word/b.xml", b"<b/>"))
    for limit in ("FILE_MOST", "PART_MOST", "ENTRIES_MOST"):
        with monkeypatch.context() as patch:
            patch.setattr(archive, limit, 1)
            assert "limit" in str(refused(data))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_wherever_it_stands(encoding: str) -> None:
    evil = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    data = zipped(("word/document.xml", b"<a/>"), ("word/styles.xml", evil.encode(encoding)))
    assert "word/styles.xml" in str(refused(data))


def test_a_document_type_is_refused_by_the_parser_too() -> None:
    with pytest.raises(FileError, match="DTD"):
        parse_xml(b"<!DOCTYPE a><a/>", "a.docx")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    data = zipped(("word/document.xml", b"<a/>"), ("Word/Document.xml", b"<b/>"))
    assert "both called Word/Document.xml" in str(refused(data))


def test_encrypted_members_are_refused() -> None:
    data = bytearray(zipped(("word/document.xml", b"<a/>")))
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(header) + flags] |= 1
    assert "encrypted" in str(refused(bytes(data)))


def test_a_member_whose_sum_does_not_match_is_damaged() -> None:
    data = zipped(("word/document.xml", b"<a/>"))
    broken = data.replace(zlib.crc32(b"<a/>").to_bytes(4, "little"), b"\0\0\0\0")
    assert "damaged" in str(refused(broken))


@pytest.mark.parametrize(
    "xml", [b"<a>", b"", b"<a>" * 5000 + b"</a>" * 5000, b"<a>&undefined;</a>", b"\xff\xfe<"]
)
def test_xml_that_is_damaged_or_too_deep_is_named_with_its_part(xml: bytes) -> None:
    with pytest.raises(FileError, match=r"word/document\.xml in the file is damaged"):
        parse_xml(xml, "a.docx", "word/document.xml")


def test_xml_with_too_many_nodes_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "NODES_MOST", 100)
    with pytest.raises(FileError, match="elements"):
        parse_xml(b"<a>" + b"<b c='1'/>" * 60 + b"</a>", "a.docx", "p")
