"""Anyone's Word file: every construct that shows text is read, and what is left out is listed."""

from __future__ import annotations

import pytest

from pressgen.checks.coverage import Coverage
from pressgen.document import Block, Mark, Release
from pressgen.errors import FileError
from pressgen.formats.word import read
from pressgen.formats.word.container import packed
from pressgen.formats.word.ooxml import DECLARED, MC, WORD_TYPE, M, R
from pressgen.reports.scope import missed

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
NAMES = f'{DECLARED} xmlns:mc="{MC}" xmlns:m="{M}" xmlns:v="urn:schemas-microsoft-com:vml"'
STYLES = (
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="题注"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="本报标题"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="圈"/><w:basedOn w:val="loop"/></w:style>'
    '<w:style w:type="character" w:styleId="s"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
)


def relations(*rows: tuple[str, str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if kind == 'hyperlink' else ''}/>"
        for key, kind, target in rows
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{listed}</Relationships>'


def package(body: str, *rows: tuple[str, str, str], **parts: str) -> bytes:
    """A Word file with this body; ``parts`` are further parts below word/, by name without suffix."""
    extra = {f"word/{name}.xml": xml.encode() for name, xml in parts.items()}
    return packed(
        {
            "[Content_Types].xml": TYPES.encode(),
            "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")).encode(),
            "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>".encode(),
            "word/_rels/document.xml.rels": relations(*rows).encode(),
            **extra,
        }
    )


def read_body(body: str, *rows: tuple[str, str, str], **parts: str) -> Release:
    return read(package(body, *rows, **parts), "draft.docx")


def texts(body: str, *rows: tuple[str, str, str], **parts: str) -> list[str]:
    return [block.text for block in read_body(body, *rows, **parts).blocks]


def t(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def p(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def losses(release: Release) -> dict[str, int]:
    return {loss.what: loss.count for loss in release.losses}


BOX = f"<w:txbxContent>{p(t('框内文字'))}</w:txbxContent>"
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (f"<w:ins>{t('新增')}</w:ins>", "新增"),
        (f"{t('留')}<w:del><w:r><w:delText>删</w:delText></w:r></w:del>", "留"),
        (f"<w:moveFrom>{t('搬走')}</w:moveFrom><w:moveTo>{t('搬来')}</w:moveTo>", "搬来"),
        (f"<w:hyperlink>{t('官网')}</w:hyperlink>", "官网"),
        (f'<w:fldSimple w:instr=" DATE ">{t("7月14日")}</w:fldSimple>', "7月14日"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{t('控件')}</w:sdtContent></w:sdt>", "控件"),
        (f"<w:smartTag>{t('标记')}</w:smartTag>", "标记"),
        (f"<w:customXml><w:customXmlPr/>{t('自定义')}</w:customXml>", "自定义"),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r>", "co\u2011op"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>", "a\tb\nc\nd"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
        ("<w:r><w:t>两\n行</w:t></w:r>", "两 行"),
        ('<w:r><w:t>末</w:t><w:br w:type="page"/></w:r>', "末"),
    ],
)
def test_what_shows_on_the_page_is_read(inner: str, text: str) -> None:
    assert texts(p(inner)) == [text]


RAISED = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'
OVER = "<m:f><m:num><m:r><m:t>{}</m:t></m:r></m:num><m:den><m:r><m:t>{}</m:t></m:r></m:den></m:f>"
POWER = "<m:sSup><m:e><m:r><m:t>{}</m:t></m:r></m:e><m:sup><m:r><m:t>{}</m:t></m:r></m:sup></m:sSup>"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (t("到会嘉宾480") + RAISED.format("2") + t("人"), "到会嘉宾480²人"),
        (t("The hall covers 900 m") + RAISED.format("2"), "The hall covers 900 m²"),
        (t("the 16") + RAISED.format("th") + t(" fair"), "the 16th fair"),
        (t("约占") + "<m:oMath>" + OVER.format(2, 3) + "</m:oMath>", "约占2/3"),
        (t("长2") + "<m:oMath>" + OVER.format(1, 2) + "</m:oMath>" + t("米"), "长2 1/2米"),
        ("<m:oMath>" + POWER.format(10, 8) + "</m:oMath>" + t("个"), "10⁸个"),
        ("<w:r><w:t>上半年<!-- 待核 -->签约52亿元</w:t></w:r>", "上半年签约52亿元"),
    ],
)
def test_raised_digits_and_fractions_stay_apart_from_the_number_in_front(inner: str, text: str) -> None:
    assert texts(p(inner)) == [text]


def test_a_character_style_can_raise_a_note_mark() -> None:
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    styles = f'<w:styles {NAMES}><w:style w:type="character" w:styleId="Mark">{raised}</w:style></w:styles>'
    mark = '<w:r><w:rPr><w:rStyle w:val="Mark"/></w:rPr><w:t>7</w:t></w:r>'
    assert texts(p(t("签约30") + mark), ("s", "styles", "styles.xml"), styles=styles) == ["签约30⁷"]


def test_a_fields_code_is_not_text_but_its_result_is() -> None:
    code = '<w:r><w:instrText> HYPERLINK "https://a.example/" </w:instrText></w:r>'
    inner = (
        FIELD.format("begin") + code + FIELD.format("separate") + t("官网") + FIELD.format("end") + t("。")
    )
    (block,) = read_body(p(inner)).blocks
    assert block.text == "官网。"
    assert block.marks == (Mark(0, 2, "link", "https://a.example/"),)


def test_a_field_that_never_ends_hides_nothing_after_its_paragraph() -> None:
    assert texts(p(FIELD.format("begin") + t("PAGE")) + p(t("正文"))) == ["正文"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    deleted = "<w:rPr><w:del w:id='1'/></w:rPr>"
    assert texts(p(t("前半"), deleted) + p(t("后半")) + p(t("另段"))) == ["前半后半", "另段"]


def test_a_deleted_mark_at_the_end_of_a_cell_joins_nothing_outside_it() -> None:
    deleted = "<w:rPr><w:del w:id='1'/></w:rPr>"
    table = f"<w:tbl><w:tr><w:tc>{p(t('格'), deleted)}</w:tc></w:tr></w:tbl>"
    assert texts(table + p(t("后文"))) == ["格", "后文"]


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    choice = f"<mc:Choice Requires='wps'><w:drawing>{BOX}</w:drawing></mc:Choice>"
    other = f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback>"
    both = f"<mc:AlternateContent>{choice}{other}</mc:AlternateContent>"
    assert texts(p(f"{t('前')}<w:r>{both}</w:r>{t('后')}")) == ["前后", "框内文字"]


def test_a_fallback_without_a_choice_is_read() -> None:
    alone = f"<mc:AlternateContent><mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent>"
    assert texts(p(f"<w:r>{alone}</w:r>")) == ["框内文字"]


def test_ruby_leaves_the_name_whole_and_stands_behind_it() -> None:
    def ruby(base: str, above: str) -> str:
        return f"<w:r><w:ruby><w:rt>{t(above)}</w:rt><w:rubyBase>{t(base)}</w:rubyBase></w:ruby></w:r>"

    blocks = read_body(p(ruby("邝", "kuàng") + ruby("明", "míng") + t("出席。"))).blocks
    assert [(block.role, block.text) for block in blocks] == [("body", "邝明出席。"), ("note", "kuàng míng")]


def test_tables_are_read_cell_by_cell_in_order() -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{p(t(cell))}</w:tc>' for cell in cells)}</w:tr>"

    gone = row("删").replace("<w:tr>", "<w:tr><w:trPr><w:del w:id='1'/></w:trPr>")
    blocks = read_body(
        f"{p(t('前'))}<w:tbl>{row('中', 'A')}{gone}{row('文', 'B')}</w:tbl>{p(t('后'))}"
    ).blocks
    assert [block.text for block in blocks] == ["前", "中", "A", "文", "B", "后"]
    assert [block.role for block in blocks] == ["body", "cell", "cell", "cell", "cell", "body"]


def test_notes_come_last_in_the_order_the_text_names_them() -> None:
    notes = "".join(
        f"<w:footnote w:id='{key}'>{p(t(text))}</w:footnote>" for key, text in ((1, "甲"), (2, "乙"))
    )
    notes = f"<w:footnotes {NAMES}>{notes}</w:footnotes>"
    body = p(f"{t('文')}<w:r><w:footnoteReference w:id='2'/></w:r>") + p(t("尾"))
    blocks = read_body(body, ("n", "footnotes", "footnotes.xml"), footnotes=notes).blocks
    assert [(block.role, block.text) for block in blocks] == [("body", "文"), ("body", "尾"), ("note", "乙")]


@pytest.mark.parametrize(
    ("style", "role"),
    [
        ("1", "headline"),
        ("2", "subhead"),
        ("a3", "caption"),
        ("own", "headline"),
        ("loop", "body"),
        ("?", "body"),
    ],
)
def test_roles_are_told_by_the_names_of_styles_and_what_they_rest_on(style: str, role: str) -> None:
    styles = f"<w:styles {NAMES}>{STYLES}</w:styles>"
    body = p(t("文"), f'<w:pStyle w:val="{style}"/>')
    assert read_body(body, ("s", "styles", "styles.xml"), styles=styles).blocks[0].role == role


def test_bold_italics_and_links_are_marks_and_neighbours_are_one() -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>"
    plain = '<w:r><w:rPr><w:b w:val="0"/><w:i/></w:rPr><w:t>记者</w:t></w:r>'
    inner = (
        bold.format("本报") + bold.format("讯") + plain + f'<w:hyperlink r:id="k">{t("官网")}</w:hyperlink>'
    )
    (block,) = read_body(p(inner), ("k", "hyperlink", "https://a.example/")).blocks
    assert block.marks == (
        Mark(0, 3, "strong"), Mark(3, 5, "emphasis"), Mark(5, 7, "link", "https://a.example/"),
    )  # fmt: skip


def test_a_character_style_can_be_what_makes_text_strong() -> None:
    run = '<w:r><w:rPr><w:rStyle w:val="s"/></w:rPr><w:t>本报讯</w:t></w:r>'
    styles = f"<w:styles {NAMES}>{STYLES}</w:styles>"
    (block,) = read_body(p(run), ("s", "styles", "styles.xml"), styles=styles).blocks
    assert block.marks == (Mark(0, 3, "strong"),)


def test_a_link_that_would_run_a_script_is_text_and_a_loss() -> None:
    release = read_body(
        p(f'<w:hyperlink r:id="k">{t("点我")}</w:hyperlink>'), ("k", "hyperlink", "javascript:x")
    )
    assert release.blocks[0].marks == ()
    assert losses(release) == {"unsafe links": 1}


def test_what_is_left_out_is_listed() -> None:
    header = f"<w:hdr {NAMES}>{p(t('内部资料'))}</w:hdr>"
    footer = f"<w:ftr {NAMES}>{p(t('— 1 —'))}</w:ftr>"
    comments = f"<w:comments {NAMES}><w:comment w:id='0'>{p(t('请核'))}</w:comment></w:comments>"
    body = p(
        "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>" + t("文"),
        "<w:numPr><w:numId w:val='3'/></w:numPr>",
    )
    rows = [("h", "header", "header.xml"), ("f", "footer", "footer.xml"), ("c", "comments", "comments.xml")]
    release = read_body(body, *rows, header=header, footer=footer, comments=comments)
    assert losses(release) == {
        "automatic numbers": 1, "comments": 1, "headers and footers": 1, "tracked deletions": 1,
    }  # fmt: skip


def test_empty_paragraphs_are_no_blocks_and_each_block_knows_its_place() -> None:
    release = read_body(p("") + p(t("佛山")) + p(t("  ")) + p(t("Foshan grows")))
    assert [(block.at.block, block.at.file, block.at.end) for block in release.blocks] == [
        (0, "draft.docx", 2), (1, "draft.docx", 12),
    ]  # fmt: skip
    assert [block.lang for block in release.blocks] == ["zh", "en"]
    assert release.blocks[1].span(0, 6).text == "Foshan"


def test_the_strict_form_of_the_standard_is_read() -> None:
    body = f"<w:document {NAMES}><w:body>{p(t('严格'))}</w:body></w:document>"
    strict = body.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert strict != body
    rels = relations(("r", "officeDocument", "word/document.xml"))
    data = packed({"_rels/.rels": rels.encode(), "word/document.xml": strict.encode()})
    assert read(data, "strict.docx").blocks == (Block("body", "严格", "zh"),)


def test_relationships_that_lead_nowhere_do_not_matter() -> None:
    assert texts(
        p(t("文")), ("a", "image", "NULL"), ("b", "styles", "../gone.xml"), ("c", "header", "#_top")
    ) == ["文"]


def test_macros_are_read_past_and_named() -> None:
    with_macros = packed(
        {
            "[Content_Types].xml": TYPES.encode(),
            "word/document.xml": f"<w:document {NAMES}><w:body>{p(t('文'))}</w:body></w:document>".encode(),
            "word/vbaProject.bin": b"x",
        }
    )
    assert losses(read(with_macros, "a.docm")) == {"macros": 1}


def test_a_file_with_everything_but_a_text_says_so() -> None:
    with pytest.raises(FileError, match="no text part"):
        read(packed({"word/styles.xml": b"<x/>"}), "a.docx")


def test_a_damaged_text_is_one_clear_line() -> None:
    with pytest.raises(FileError, match="is damaged") as caught:
        read(packed({"word/document.xml": b"<w:document><w:body>"}), "a.docx")
    assert "已损坏" in caught.value.say("zh")


def test_a_photo_of_a_colleague_is_known_by_its_part_and_its_alternative_text() -> None:
    drawing = (
        "<w:r><w:drawing><wp:inline><wp:docPr id='1' name='图片 1' descr='签约现场'/>"
        "<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed='i'/></pic:blipFill></pic:pic>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    release = read_body(p(drawing + t("图为现场")), ("i", "image", "document.xml"))
    assert release.blocks[0] == Block("photo", "签约现场", "zh", (Mark(0, 4, "image", "word/document.xml"),))
    assert release.blocks[1].text == "图为现场"


def test_a_line_is_in_the_language_its_runs_say_where_its_letters_allow_it() -> None:
    chinese = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>{}</w:t></w:r>'
    english = '<w:r><w:rPr><w:lang w:val="en-US"/></w:rPr><w:t>{}</w:t></w:r>'
    lines = (
        chinese.format("记者 | Eleanor"),
        chinese.format("Reporter"),
        english.format("Foshan 佛山市禅城区"),
    )
    blocks = read_body("".join(map(p, lines)) + p(t("记者 | Eleanor"))).blocks
    assert [block.lang for block in blocks] == ["zh", "en", "zh", "en"]


def test_that_a_run_is_english_is_only_believed_in_a_draft_of_ours() -> None:
    run = '<w:r><w:rPr><w:lang w:val="en-US"/></w:rPr><w:t>Visit 佛山市禅城区</w:t></w:r>'
    styles = f'<w:styles {NAMES}><w:style w:type="paragraph" w:styleId="b"><w:name w:val="Body"/></w:style></w:styles>'
    body = p(run, '<w:pStyle w:val="b"/>') + p(run)
    blocks = read_body(body, ("s", "styles", "styles.xml"), styles=styles).blocks
    assert [block.lang for block in blocks] == ["en", "zh"]


def test_a_file_without_styles_is_understood_as_plain_text_is() -> None:
    zh = (
        "三水区新签29个项目",
        "佛山三水 2024-03-05 09:30",
        "3月4日，招商会举行。",
        "总投资86亿元。",
        "记者 | 何嘉",
    )
    en = (
        "Sanshui signs 29 projects",
        "A fair was held.",
        "It was worth 8.6 billion yuan.",
        "Reporter | He Jia",
    )
    blocks = read_body("".join(p(t(line)) for line in (*zh, *en))).blocks
    assert [block.role for block in blocks] == [
        "headline", "dateline", "lead", "body", "credits", "headline", "lead", "body", "credits",
    ]  # fmt: skip


def test_one_style_that_tells_a_role_and_nothing_is_guessed() -> None:
    styles = f"<w:styles {NAMES}>{STYLES}</w:styles>"
    body = "".join(p(t(line)) for line in ("三水区新签29个项目", "3月4日，招商会举行。", "总投资86亿元。"))
    body += p(t("小标题"), '<w:pStyle w:val="2"/>')
    blocks = read_body(body, ("s", "styles", "styles.xml"), styles=styles).blocks
    assert [block.role for block in blocks] == ["body", "body", "body", "subhead"]


def kind_of(kind: str) -> bytes:
    """A list of parts in which the text is of this kind."""
    row = f'<Override PartName="/word/document.xml" ContentType="{kind}.main+xml"/>'
    return TYPES.replace("</Types>", f"{row}</Types>").encode()


def lettered(types: bytes | None) -> bytes:
    """A Word file of one sentence with this list of its parts, or with none."""
    parts = {
        "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")).encode(),
        "word/document.xml": f"<w:document {NAMES}><w:body>{p(t('江岸开市。'))}</w:body></w:document>".encode(),
    }
    return packed(parts if types is None else {"[Content_Types].xml": types, **parts})


TEMPLATES = [f"{WORD_TYPE}.template", "application/vnd.ms-word.template.macroEnabledTemplate"]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (lettered(TYPES.encode()), "letter.docx"),
        (lettered(kind_of(f"{WORD_TYPE}.document")), "letter.docx"),
        (lettered(kind_of(TEMPLATES[0])), "letter.dotx"),
        (lettered(kind_of(TEMPLATES[0])), "LETTER.DOTX"),
    ],
)
def test_a_file_that_word_opens_is_read_without_a_word(data, name):
    assert losses(read(data, name)) == {}


@pytest.mark.parametrize(
    ("data", "said", "in_chinese"),
    [
        (lettered(None), "no list of its parts", "缺少部件清单"),
        *((lettered(kind_of(kind)), "a template called .docx", "以.docx为名") for kind in TEMPLATES),
    ],
)
def test_a_file_that_word_does_not_open_is_read_and_said_to_be_one(data, said, in_chinese):
    release = read(data, "letter.docx")
    reached = Coverage(unchecked=tuple(("letter.docx", loss) for loss in release.losses))

    assert [block.text for block in release.blocks] == ["江岸开市。"]
    [(severity, line)] = missed(reached, "en")
    assert severity == "warning"
    assert said in line
    assert "Word does not open it" in line
    assert in_chinese in next(missed(reached, "zh"))[1]
