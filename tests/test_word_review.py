"""Review copies of Word files: comments at the very words, safe fixes to accept or reject, all else as it was."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import docx
import pytest
from lxml import etree

from pressgen.document import Block, Document, Span
from pressgen.errors import Wording
from pressgen.findings import Finding, Fix, Rule
from pressgen.formats.word import read, write
from pressgen.formats.word.ooxml import w
from pressgen.formats.word.review import Reviewed, review
from tests.documents import HOUSE
from tests.test_word_read import FIELD, NAMES, STYLES, TYPES, p, package, t

WHEN = datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001  # Word keeps the clock on the wall
RULE = Rule(
    "typography/half-width-comma",
    "warning",
    Wording("中文里用了半角逗号", "a half-width comma in Chinese"),
    Wording("GB/T 15834", "GB/T 15834"),
)
WRONG = Rule(
    "figure/mismatch",
    "error",
    Wording("{a}与{b}不相等", "{a} does not equal {b}"),
    Wording("同一事实", "one fact"),
)
BOLD = "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>"


def found(block: Block, words: str, fix: str | None = None, *, safe: bool = True) -> Finding:
    """A finding at the first sight of some words of a block."""
    start = block.text.index(words)
    return RULE.at(
        block.span(start, start + len(words)), None if fix is None else Fix(fix, safe), (), a=1, b=2
    )


def reviewed(body: str, *words: tuple[str, str | None], **parts: str) -> Reviewed:
    """A body reviewed, with a finding at each of the words."""
    data = package(body, *(("n", kind, f"{kind}.xml") for kind in parts), **parts)
    blocks = read(data, "a.docx").blocks
    findings = [found(next(b for b in blocks if old in b.text), old, new) for old, new in words]
    return review(data, "a.docx", findings, "zh", at=WHEN)


def repacked(data: bytes, changed: dict[str, bytes]) -> bytes:
    """The package with some parts otherwise, or more."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w") as new:
        for name in dict.fromkeys([*old.namelist(), *changed]):
            new.writestr(name, changed[name] if name in changed else old.read(name))
    return result.getvalue()


def root(data: bytes, part: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package_:
        return etree.fromstring(package_.read(part))


def settled(data: bytes, *, accept: bool, author: str = "pressgen") -> bytes:
    """The file with everything one author changed accepted or rejected."""
    keep, drop = (w("ins"), w("del")) if accept else (w("del"), w("ins"))
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name in ("word/document.xml", "word/footnotes.xml"):
                content = etree.tostring(_settled(etree.fromstring(content), keep, drop, author))
            new.writestr(name, content)
    return result.getvalue()


def _settled(tree: etree._Element, keep: str, drop: str, author: str) -> etree._Element:
    for change in list(tree.iter(keep, drop)):
        if change.get(w("author")) != author:
            continue
        if change.tag == keep:
            for child in list(change):
                change.addprevious(child)
            for text in change.getparent().iter(w("delText")) if keep == w("del") else ():
                if text.getparent().getparent().tag != w("del"):
                    text.tag = w("t")
        change.getparent().remove(change)
    return tree


def texts(data: bytes) -> list[str]:
    return [block.text for block in read(data, "a.docx").blocks]


def comments(data: bytes) -> list[list[str]]:
    """The paragraphs of each comment."""
    tree = root(data, "word/comments.xml")
    return [["".join(para.itertext()) for para in comment.iter(w("p"))] for comment in tree]


def marked(data: bytes, part: str = "word/document.xml") -> dict[str, str]:
    """The words each comment is at, as they were before any change of ours."""
    said: dict[str, str] = {}
    open_: set[str] = set()
    for element in root(data, part).iter(etree.Element):
        key = element.get(w("id"), "")
        if element.tag == w("commentRangeStart"):
            open_.add(key)
            said[key] = ""
        elif element.tag == w("commentRangeEnd"):
            open_.discard(key)
        elif element.tag in (w("t"), w("delText")) and not _is_ours(element):
            said |= {key: said[key] + (element.text or "") for key in open_}
    return said


def _is_ours(element: etree._Element) -> bool:
    return any(outer.get(w("author")) == "pressgen" for outer in element.iterancestors(w("ins")))


def lint(data: bytes) -> Iterator[str]:
    """What is wrong with a package that Word would stumble over."""
    with zipfile.ZipFile(io.BytesIO(data)) as package_:
        names = package_.namelist()
        yield from ["broken zip"] * bool(package_.testzip())
        parts = [etree.fromstring(package_.read(name)) for name in names if name.startswith("word/") and
                 name.endswith(("document.xml", "notes.xml"))]  # fmt: skip
        types = package_.read("[Content_Types].xml").decode()
    yield from ["parts twice"] * (len(names) != len(set(names)))
    yield from ["types not first"] * (names[0] != "[Content_Types].xml")
    yield from ["comments without a type"] * ("/word/comments.xml" not in types)
    yield from _lint_comments(parts, root(data, "word/comments.xml"))
    for part in parts:
        ids = [change.get(w("id")) for change in part.iter(w("ins"), w("del"), w("rPrChange"))]
        yield from ["a change's id twice"] * (len(ids) != len(set(ids)))
        yield from ["w:t in w:del" for gone in part.iter(w("del")) for _ in gone.iter(w("t"))]
        yield from ["empty" for new in part.iter(w("ins"), w("del")) if new.get(w("author")) == "pressgen"
                    and not len(new)]  # fmt: skip
        yield from ["nested" for new in part.iter(w("ins")) if new.getparent().tag == w("ins")]


def _lint_comments(parts: list[etree._Element], own: etree._Element) -> Iterator[str]:
    keys = sorted(comment.get(w("id")) for comment in own)
    yield from ["a comment's id twice"] * (len(keys) != len(set(keys)))
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        here = sorted(mark.get(w("id")) for part in parts for mark in part.iter(w(name)))
        yield from [f"{name} {here} for {keys}"] * (here != keys)


def test_a_file_without_findings_keeps_every_byte():
    data = package(p(t("佛山，苏州")))

    assert review(data, "a.docx", [], "zh", at=WHEN) == Reviewed(data)


def test_a_comment_is_at_the_very_characters_and_says_what_why_and_what_to_write():
    copy = reviewed(p(t("佛山,苏州。")), (",", "，")).data

    assert marked(copy) == {"0": ","}
    assert comments(copy) == [
        ["警告：中文里用了半角逗号", "可改为：，", "依据：GB/T 15834（typography/half-width-comma）"]
    ]
    assert [*lint(copy)] == []


def test_word_itself_would_name_author_and_date():
    data = write(Document("zh", (Block("body", "佛山,苏州。", "zh"),)), HOUSE)
    copy = review(data, "a.docx", [found(read(data, "a.docx").blocks[0], ",")], "zh", at=WHEN).data
    (comment,) = docx.Document(io.BytesIO(copy)).comments

    assert (comment.author, comment.initials, comment.timestamp.isoformat()) == (
        "pressgen", "P", "2026-11-23T09:30:00+00:00",
    )  # fmt: skip


def test_a_safe_fix_is_a_change_to_accept_or_reject_and_a_doubtful_one_is_none():
    data = package(p(t("佛山,苏州,东莞")))
    (block,) = read(data, "a.docx").blocks
    safe, doubtful = found(block, ",苏州", "，苏州"), found(block, ",东莞", "、东莞", safe=False)
    copy = review(data, "a.docx", [safe, doubtful], "zh", at=WHEN)

    assert copy.fixed == (safe,)
    assert texts(copy.data) == texts(settled(copy.data, accept=True)) == ["佛山，苏州,东莞"]
    assert texts(settled(copy.data, accept=False)) == ["佛山,苏州,东莞"]


def test_only_the_words_that_differ_are_changed():
    copy = reviewed(p(t("on July 14,2023 in Foshan")), ("July 14,2023", "July 14, 2023")).data

    assert ["".join(e.itertext()) for e in root(copy).iter(w("del"), w("ins"))] == ["14,2023", "14, 2023"]
    assert marked(copy) == {"0": "July 14,2023"}


@pytest.mark.parametrize(
    ("old", "new"), [("佛山", "佛山市"), ("山,", "山"), ("佛", "在佛"), ("佛山,苏州", "")]
)
def test_words_are_added_and_left_out(old: str, new: str):
    copy = reviewed(p(t("佛山,苏州")), (old, new)).data

    assert texts(settled(copy, accept=False)) == ["佛山,苏州"]
    assert texts(settled(copy, accept=True)) == [text for text in ["佛山,苏州".replace(old, new)] if text]


def test_a_fix_over_bold_and_plain_letters_keeps_the_format_it_begins_with():
    copy = reviewed(p(t("投资") + BOLD.format("24亿") + t("元。")), ("24亿元", "2.4亿元")).data

    assert marked(copy) == {"0": "24亿元"}
    (inserted,) = root(copy).iter(w("ins"))
    assert inserted.find(f".//{w('b')}") is not None
    assert texts(settled(copy, accept=True)) == ["投资2.4亿元。"]


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        (t("见") + f"<w:hyperlink>{t('官网,')}</w:hyperlink>", "见官网,"),
        (f'<w:fldSimple w:instr=" DATE ">{t("7月14日,")}</w:fldSimple>', ","),
        ("<w:sdt><w:sdtPr><w:lock w:val='sdtContentLocked'/></w:sdtPr><w:sdtContent>"
         f"{t('控件,')}</w:sdtContent></w:sdt>", ","),
        ("<m:oMath><m:r><m:t>x,1</m:t></m:r></m:oMath>", ","),
        (f"<w:moveTo w:id='1'>{t('搬来,')}</w:moveTo>", ","),
        (f"<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{p(t('框,内'))}</w:txbxContent></mc:Choice>"
         "</mc:AlternateContent></w:r>", ","),
        ("<w:r><w:ruby><w:rt/><w:rubyBase><w:r><w:t>邝,</w:t></w:r></w:rubyBase></w:ruby></w:r>", ","),
        (FIELD.format("begin") + "<w:r><w:instrText> PAGE </w:instrText></w:r>" + FIELD.format("separate")
         + t("1,000") + FIELD.format("end"), "1,000"),
        ("<w:r><w:t>5</w:t><w:footnoteReference w:id='2'/><w:t>,</w:t></w:r>", "5,"),
    ],
)  # fmt: skip
def test_what_word_makes_itself_and_what_crosses_an_edge_gets_a_comment_only(inner: str, words: str):
    copy = reviewed(p(t("文") + inner + t("尾")), (words, "改"))

    assert copy.fixed == ()
    assert [*root(copy.data).iter(w("del"))] == []
    assert len(marked(copy.data)) == 1
    assert [*lint(copy.data)] == []


def test_where_the_mark_holds_more_than_the_words_the_comment_quotes_them():
    box = f"<w:r><w:pict><w:txbxContent>{p(t('框,内'))}</w:txbxContent></w:pict></w:r>"
    copy = reviewed(p(t("前") + box), (",", None)).data

    assert "所指文字：“,”" in comments(copy)[0]
    assert [mark.getparent().getparent().tag for mark in root(copy).iter(w("commentReference"))] == [w("p")]


def test_inside_a_colleagues_insertion_ours_stands_beside_it():
    theirs = f'<w:ins w:id="7" w:author="李" w:date="2026-01-01T00:00:00Z">{t("新增,一句")}</w:ins>'
    copy = reviewed(p(t("原文。") + theirs), (",", "，")).data

    assert texts(settled(copy, accept=True)) == ["原文。新增，一句"]
    assert texts(settled(settled(copy, accept=False), accept=False, author="李")) == ["原文。"]
    assert [new.get(w("author")) for new in root(copy).iter(w("ins"))] == ["李", "pressgen", "李"]
    assert [*lint(copy)] == []


def test_comments_that_are_there_stay_and_numbers_are_not_used_twice():
    theirs = f"<w:comments {NAMES}><w:comment w:id='0' w:author='李'>{p(t('请核'))}</w:comment></w:comments>"
    body = p(
        '<w:commentRangeStart w:id="0"/>' + t("佛山,苏州") + '<w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r>'
    )  # fmt: skip
    copy = reviewed(body, (",", "，"), comments=theirs).data

    assert marked(copy) == {"0": "佛山,苏州", "1": ","}
    assert [said[0] for said in comments(copy)] == ["请核", "警告：中文里用了半角逗号"]


def test_findings_in_notes_are_mended_there_and_commented_where_the_text_refers_to_them():
    notes = f"<w:footnotes {NAMES}><w:footnote w:id='2'>{p(t('据统计,增长'))}</w:footnote></w:footnotes>"
    body = p(t("文") + "<w:r><w:footnoteReference w:id='2'/></w:r>" + t("尾"))
    copy = reviewed(body, (",", "，"), footnotes=notes)

    start = next(root(copy.data).iter(w("commentRangeStart")))
    assert start.getnext().find(w("footnoteReference")) is not None
    assert comments(copy.data)[0][1] == "所指文字：“,”"
    assert texts(settled(copy.data, accept=True)) == ["文尾", "据统计，增长"]


def test_several_findings_at_one_place_are_as_many_comments_and_one_change():
    copy = reviewed(p(t("佛山,苏州")), (",", "，"), (",", "、"), ("山,苏", "山；苏"))

    assert marked(copy.data) == {"0": ",", "1": ",", "2": "山,苏"}
    assert [finding.fix.text for finding in copy.fixed] == ["，"]


def test_a_note_whose_change_shows_itself_is_explained_once():
    data = package(p(t("一,二,三")) + p(t("四,五")))
    blocks = read(data, "a.docx").blocks
    note = replace(RULE, severity="note")
    spans = [block.span(at, at + 1) for block in blocks for at, sign in enumerate(block.text) if sign == ","]

    copy = review(data, "a.docx", [note.at(span, Fix("，", safe=True)) for span in spans], "zh", at=WHEN)

    assert (len(copy.fixed), copy.comments, len(comments(copy.data))) == (3, 1, 1)
    assert texts(settled(copy.data, accept=True)) == ["一，二，三", "四，五"]


def test_a_fault_between_two_files_is_a_comment_in_both_each_with_the_others_value():
    zh, en = package(p(t("总投资2405.72亿元。"))), package(p(t("It totals 24.0572 billion yuan.")))
    here, there = (read(data, name).blocks[0] for data, name in ((zh, "zh.docx"), (en, "drafts/en.docx")))
    wrong = WRONG.at(there.span(10, 30), None, (here.span(3, 12),), a="24.0572 billion", b="2405.72亿元")
    in_zh, in_en = (
        review(zh, "zh.docx", [wrong], "zh", at=WHEN).data,
        review(en, "drafts/en.docx", [wrong], "en", at=WHEN).data,
    )

    assert marked(in_zh) == {"0": "2405.72亿元"}
    assert comments(in_zh)[0][1] == "对照en.docx 第1段：“24.0572 billion yuan”"
    assert comments(in_en)[0][1] == "Against zh.docx paragraph 1: “2405.72亿元”"


def test_what_is_missing_is_said_at_the_next_character():
    data = package(p(t("佛山苏州")))
    finding = RULE.at(Span("a.docx", 0, 2, 2, "", "zh"), Fix("、", safe=True))
    copy = review(data, "a.docx", [finding], "zh", at=WHEN).data

    assert marked(copy) == {"0": "苏"}
    assert texts(copy) == ["佛山、苏州"]


def test_a_photos_alternative_text_is_commented_at_the_photo():
    picture = ('<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a" descr="会场,全景"/><a:graphic><a:graphicData>'
               '<pic:pic><pic:blipFill><a:blip r:embed="k"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
               "</wp:inline></w:drawing></w:r>")  # fmt: skip
    copy = reviewed(p(t("前") + picture), (",", "，"))

    assert next(root(copy.data).iter(w("commentRangeStart"))).getnext().find(w("drawing")) is not None
    assert (comments(copy.data)[0][1], copy.fixed) == ("所指文字：“,”", ())


def test_what_concerns_a_whole_file_is_said_at_its_beginning_and_nowhere_in_an_empty_one():
    nowhere = RULE.at(Span("a.docx", None, 0, 0))
    data, empty = package(p(t("佛山")) + p(t("苏州"))), package(p(""))

    assert marked(review(data, "a.docx", [nowhere], "zh", at=WHEN).data) == {"0": "佛"}
    assert review(empty, "a.docx", [nowhere], "zh", at=WHEN) == Reviewed(empty)


def test_the_files_own_comment_styles_are_used_under_whatever_id():
    own = '<w:style w:type="character" w:styleId="a8"><w:name w:val="annotation reference"/></w:style>'
    copy = reviewed(p(t("佛山,苏州")), (",", None), styles=f"<w:styles {NAMES}>{STYLES}{own}</w:styles>").data

    (mark,) = root(copy).iter(w("commentReference"))
    assert mark.getparent().find(f"{w('rPr')}/{w('rStyle')}").get(w("val")) == "a8"


def test_a_split_run_keeps_its_format_and_a_tracked_one_its_own_number():
    run = ('<w:r w:rsidR="00A1"><w:rPr><w:i/><w:rPrChange w:id="5" w:author="李"><w:rPr/></w:rPrChange></w:rPr>'
           "<w:t>佛山,苏州</w:t><w:tab/><w:t> 东莞</w:t></w:r>")  # fmt: skip
    data = package(p(run))
    copy = reviewed(p(run), (",", "，")).data

    assert read(settled(copy, accept=False), "a.docx").blocks == read(data, "a.docx").blocks
    assert [*lint(copy)] == []


@pytest.mark.parametrize("words", [[], [(",", "，")]])
def test_macros_are_not_carried_along(words: list[tuple[str, str]]):
    enabled = "application/vnd.ms-word.document.macroEnabled.main+xml"
    types = TYPES.replace(
        "</Types>", f'<Override PartName="/word/document.xml" ContentType="{enabled}"/></Types>'
    )
    plain = package(p(t("佛山,苏州")), ("m", "vbaProject", "vbaProject.bin"))
    data = repacked(plain, {"[Content_Types].xml": types.encode(), "word/vbaProject.bin": b"x"})
    (block,) = read(data, "a.docm").blocks
    copy = review(data, "a.docm", [found(block, *pair) for pair in words], "en", at=WHEN).data

    with zipfile.ZipFile(io.BytesIO(copy)) as package_:
        said = b"".join(package_.read(name) for name in package_.namelist())
    assert b"vbaProject" not in said
    assert b"macroEnabled" not in said


def test_the_strict_form_stays_strict():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = package(p(t("佛山,苏州")))
    with zipfile.ZipFile(io.BytesIO(body)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    own = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    data = repacked(body, {name: part.replace(own.encode(), strict.encode()) for name, part in parts.items()})
    (block,) = read(data, "a.docx").blocks
    copy = review(data, "a.docx", [found(block, ",", "，")], "zh", at=WHEN).data

    assert root(copy).tag == f"{{{strict}}}document"
    assert root(copy, "word/comments.xml").tag == f"{{{strict}}}comments"
    assert texts(copy) == ["佛山，苏州"]
