"""Whatever a Word file is built of and whatever is found in it: accepted it is mended, rejected it is as it was."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressgen.document import Block, Document
from pressgen.findings import Finding, Fix
from pressgen.formats.word import read, write
from pressgen.formats.word.review import Reviewed, review
from tests.documents import HOUSE
from tests.test_word_read import FIELD, NAMES, p, package, t
from tests.test_word_review import RULE, WHEN, lint, marked, settled, texts
from tests.test_word_round_trip import blocks

CODE = "<w:r><w:instrText> {} </w:instrText></w:r>"
BOX = "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>{}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>"
WORDS = st.sampled_from(["佛山,", "2405.72亿元", "July 14,2023", "，", "a b", " ", "记者 | 李", "𠮷"])
LOCK = "<w:sdt><w:sdtPr><w:lock w:val='contentLocked'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
THEIRS = "w:id='{}' w:author='李' w:date='2026-01-01T00:00:00Z'"
AROUND = [
    "{}",
    "{}",
    f"<w:ins {THEIRS.format(901)}>{{}}</w:ins>",
    f"<w:moveTo {THEIRS.format(902)}>{{}}</w:moveTo>",
    "<w:hyperlink w:anchor='top'>{}</w:hyperlink>",
    f"<w:hyperlink w:anchor='top'><w:ins {THEIRS.format(903)}>{{}}</w:ins></w:hyperlink>",
    "<w:fldSimple w:instr=' DATE '>{}</w:fldSimple>",
    "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    LOCK,
    "<w:smartTag w:element='place'>{}</w:smartTag>",
    f"<w:ins {THEIRS.format(904)}><w:smartTag w:element='place'>{{}}</w:smartTag></w:ins>",
    f"<w:r><w:ruby><w:rt>{t('pīnyīn')}</w:rt><w:rubyBase>{{}}</w:rubyBase></w:ruby></w:r>",
    FIELD.format("begin") + CODE.format("PAGE") + FIELD.format("separate") + "{}" + FIELD.format("end"),
    FIELD.format("begin") + CODE.format('HYPERLINK "https://a.cn"') + FIELD.format("separate") + "{}" + FIELD.format("end"),
    "<w:bookmarkStart w:id='0' w:name='b'/>{}<w:bookmarkEnd w:id='0'/>",
]  # fmt: skip
ALONE = [
    "<w:r><w:tab/></w:r>",
    "<w:r><w:t>a</w:t><w:br/><w:t>b,</w:t></w:r>",
    "<w:r><w:t>5</w:t><w:footnoteReference w:id='2'/><w:t>,6</w:t></w:r>",
    f"<w:del {THEIRS.format(905)}><w:r><w:delText>删去</w:delText></w:r></w:del>",
    "<m:oMath><m:r><m:t>x,1</m:t></m:r></m:oMath>",
    BOX.format(p(t("框内,文字"))),
    '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
    "<w:r><w:rPr><w:b/></w:rPr><w:noBreakHyphen/></w:r>",
]
RUNS = st.lists(
    st.builds("<w:r>{}<w:t xml:space='preserve'>{}</w:t></w:r>".format,
              st.sampled_from(["", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>"]), WORDS),
    min_size=1, max_size=3,
).map("".join)  # fmt: skip
INLINE = st.builds(lambda around, runs: around.format(runs), st.sampled_from(AROUND), RUNS)
PARAGRAPHS = st.lists(INLINE | st.sampled_from(ALONE), min_size=1, max_size=5).map("".join)
NOTES = f"<w:footnotes {NAMES}><w:footnote w:id='2'>{p(t('注释,一条'))}</w:footnote></w:footnotes>"
COMMENTS = f"<w:comments {NAMES}><w:comment w:id='0' w:author='李'>{p(t('请核'))}</w:comment></w:comments>"
REMARKED = p(
    "<w:commentRangeStart w:id='0'/>" + t("末段,完") + "<w:commentRangeEnd w:id='0'/>"
    "<w:r><w:commentReference w:id='0'/></w:r>"
)  # fmt: skip
GONE = f"<w:rPr><w:del {THEIRS.format(906)}/></w:rPr>"


@st.composite
def bodies(draw: st.DrawFn) -> bytes:
    """A Word file of paragraphs, some joined by a deleted mark, some in a table."""
    made = [
        p(inner, draw(st.sampled_from(["", "", GONE])))
        for inner in draw(st.lists(PARAGRAPHS, min_size=1, max_size=3))
    ]
    table = f"<w:tbl><w:tr><w:tc>{p(draw(PARAGRAPHS))}</w:tc></w:tr></w:tbl>"
    rows = ("n", "footnotes", "footnotes.xml"), ("c", "comments", "comments.xml")
    return package("".join(made) + table + REMARKED, *rows, footnotes=NOTES, comments=COMMENTS)


def findings(draw: st.DrawFn, data: bytes) -> list[Finding]:
    """Faults anywhere, also empty, equal and overlapping ones, with and without a fix."""
    found = []
    known = [block for block in read(data, "a.docx").blocks if block.text]
    for _ in range(draw(st.integers(0, 6)) if known else 0):
        block = draw(st.sampled_from(known))
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(block.text))] * 2)))
        fix = draw(
            st.none()
            | st.builds(
                Fix, st.sampled_from(["", "，", "换\t行", block.text[start:end] + "加"]), st.booleans()
            )
        )
        found.append(RULE.at(block.span(start, end), fix))
    return found


def mended(data: bytes, copy: Reviewed) -> list[str]:
    """The texts with the fixes that were made, the last first."""
    said = texts(data)
    for finding in sorted(
        copy.fixed, key=lambda finding: (finding.span.start, finding.span.end), reverse=True
    ):
        block, start, end = finding.span.block, finding.span.start, finding.span.end
        said[block] = said[block][:start] + finding.fix.text + said[block][end:]
    return [text for text in said if text.strip()]


def untouched(old: bytes, new: bytes) -> list[str]:
    """The members that may not change and did."""
    mine = ("document.xml", "footnotes.xml", "comments.xml", "document.xml.rels", "[Content_Types].xml")
    with zipfile.ZipFile(io.BytesIO(old)) as before, zipfile.ZipFile(io.BytesIO(new)) as after:
        return [n for n in before.namelist() if not n.endswith(mine) and before.read(n) != after.read(n)]


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(bodies(), st.data())
def test_accepted_the_faults_are_mended_and_rejected_nothing_has_changed(data: bytes, drawn: st.DataObject):
    copy = review(data, "a.docx", findings(drawn.draw, data), "zh", at=WHEN)
    before, rejected = read(data, "a.docx"), read(settled(copy.data, accept=False), "a.docx")

    assert texts(copy.data) == texts(settled(copy.data, accept=True)) == mended(data, copy)
    assert [(b.text, b.marks, b.role) for b in rejected.blocks] == [
        (b.text, b.marks, b.role) for b in before.blocks
    ]
    assert set(lint(copy.data)) <= set(lint(data))
    assert untouched(data, copy.data) == []


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.lists(blocks().filter(lambda block: block.role != "photo"), min_size=1, max_size=4), st.data())
def test_in_a_draft_of_ours_every_comment_is_at_its_very_words(drawn: list[Block], data: st.DataObject):
    own = write(Document("zh", tuple(drawn), "2024-03-05"), HOUSE)
    found = findings(data.draw, own)
    copy = review(own, "a.docx", found, "en", at=WHEN)
    letters = Counter(re.sub(r"[\n\t]", "", finding.span.text) for finding in found if finding.span.text)

    assert texts(copy.data) == mended(own, copy)
    assert texts(settled(copy.data, accept=False)) == texts(own)
    assert not found or letters - Counter(marked(copy.data).values()) == Counter()
    assert untouched(own, copy.data) == []


@pytest.mark.parametrize("around", AROUND, ids=lambda around: around[:24])
def test_in_every_construct_a_comment_stands_and_the_file_is_sound(around: str):
    data = package(
        p(around.format(t("佛山,苏州"))) + REMARKED, ("c", "comments", "comments.xml"), comments=COMMENTS
    )
    (block, *_) = (block for block in read(data, "a.docx").blocks if "," in block.text)
    copy = review(data, "a.docx", [RULE.at(block.span(2, 3), Fix("，", safe=True))], "en", at=WHEN).data

    assert "," in marked(copy)["1"]
    assert set(lint(copy)) <= set(lint(data))
