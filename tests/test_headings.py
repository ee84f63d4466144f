"""A finding in a heading names the heading, in whatever format and with whatever stands before it."""

import docx
import pytest

from pressgen import api
from tests.desk import run
from tests.grids import crossed, some

LEAD = {
    "zh": "绍兴签约项目12个，投资总额38.6亿元。",
    "en": "Shaoxing signed contracts for 12 projects worth 3.86 billion yuan in all.",
}
BODY = {"zh": "出口增长9.4%，势头良好。", "en": "Exports grew 9.4%, a good sign."}
HEADS = {
    "zh": ("绍兴签约项目12个", "出口增长9.4%"),
    "en": ("Shaoxing signs contracts for 13 projects", "Exports grow 9.6%"),
}
WRONG = ("13", "9.6%")
FRONT = {
    "none": "",
    "title": "---\ntitle: {title}\nlang: {lang}\n---\n\n",
    "long": "---\ntitle: >-\n  {title}\nlang: {lang}\ntags: [a, b]\ndate: 2024-05-20\n---\n\n",
}
SHAPES = {
    "atx": "# {0}\n\n{lead}\n\n## {1}\n\n{body}\n",
    "closed": "# {0} #\n\n{lead}\n\n### {1} ###\n\n{body}\n",
    "setext": "{0}\n====\n\n{lead}\n\n{1}\n----\n\n{body}\n",
    "tight": "# {0}\n{lead}\n## {1}\n{body}\n",
    "strong": "# **{0}**\n\n{lead}\n\n## *{1}*\n\n{body}\n",
    "list": "# {0}\n\n{lead}\n\n- a\n- b\n\n## {1}\n\n{body}\n",
    "table": "# {0}\n\n{lead}\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n## {1}\n\n{body}\n",
    "photo": "![x](x.png)\n\n# {0}\n\n{lead}\n\n![x](x.png)\n\n## {1}\n\n{body}\n",
    "blank": "\n\n\n# {0}\n\n\n\n{lead}\n\n\n\n## {1}\n\n\n{body}\n\n\n",
}  # fmt: skip
PAGE = '<!doctype html>\n<html lang="{lang}"><head><title>{0}</title></head><body>\n<header><p>{lang}</p></header>\n<h1>{0}</h1>\n<p>{lead}</p>\n<h2>{1}</h2><p>{body}</p>\n</body></html>\n'


def _filled(shape: str, lang: str) -> str:
    return shape.format(*HEADS[lang], lead=LEAD[lang], body=BODY[lang], lang=lang)


def _found(house, *paths):
    release = api.read(*paths)
    found = [each for each in api.check(release, house) if each.rule.id == "figure/mismatch"]
    return release, [each.span for each in found]


def _hold(release, spans):
    """Each wrong figure stands at its characters, in the block of its heading."""
    heads = [block for block in release.en.blocks if block.role in ("headline", "subhead")]

    assert [span.text for span in spans] == list(WRONG)
    assert [heading.text for heading in heads] == list(HEADS["en"])
    for span, heading in zip(spans, heads, strict=True):
        assert span.block == heading.at.block
        assert heading.text[span.start : span.end] == span.text


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(("shape", "front"), crossed(list(SHAPES), list(FRONT)))
def test_a_heading_of_markdown_is_named_by_its_line(tmp_path, house, shape, front, end):
    for lang in ("zh", "en"):
        text = FRONT[front].format(title=HEADS[lang][0], lang=lang) + _filled(SHAPES[shape], lang)
        (tmp_path / f"a.{lang}.md").write_bytes(text.replace("\n", end).encode())
    release, spans = _found(house(), tmp_path / "a.zh.md", tmp_path / "a.en.md")
    lines = (tmp_path / "a.en.md").read_bytes().decode().split(end)

    _hold(release, spans)
    if shape == "strong":  # before a sign of Markdown a column is not exact
        assert [lines[span.line - 1].strip("#* ") for span in spans] == list(HEADS["en"])
    else:
        assert [lines[span.line - 1][span.column - 1 :][: len(span.text)] for span in spans] == list(WRONG)
        assert not any(lines[span.line - 1].startswith(("title:", "  ")) for span in spans)


def test_a_heading_of_a_page_is_named_by_its_line(tmp_path, house):
    for lang in ("zh", "en"):
        (tmp_path / f"a.{lang}.html").write_text(_filled(PAGE, lang), encoding="utf-8")
    release, spans = _found(house(), tmp_path / "a.zh.html", tmp_path / "a.en.html")

    _hold(release, spans)
    assert [span.line for span in spans] in ([4, 6], [None, None])


@pytest.mark.parametrize("empty", some([0, 1, 3], first=1))
def test_a_heading_of_a_word_file_is_named_by_its_paragraph(tmp_path, house, empty):
    for lang in ("zh", "en"):
        file = docx.Document()
        for _ in range(empty):
            file.add_paragraph("")
        for head, text, style in zip(
            HEADS[lang], (LEAD[lang], BODY[lang]), ("Title", "Heading 2"), strict=True
        ):
            file.add_paragraph(head, style=style)
            file.add_paragraph(text)
        file.save(tmp_path / f"a.{lang}.docx")
    release, spans = _found(house(), tmp_path / "a.zh.docx", tmp_path / "a.en.docx")
    said = run("check", "a.zh.docx", "a.en.docx", cwd=tmp_path).stdout

    _hold(release, spans)
    assert "paragraph 1  error  figure/mismatch" in said
    assert "paragraph 3  error  figure/mismatch" in said


def test_a_fault_in_the_headline_of_a_draft_leads_to_the_headline_of_the_event(tmp_path):
    (tmp_path / "event.yaml").write_text(
        """\
release: investment-promotion
published: 2024-05-21
headline: {zh: 绍兴到乐清签约12个项目, en: Shaoxing signs 13 projects in Yueqing}
date: 2024-05-20
city: 乐清
promoter: 绍兴
event: {zh: 绍兴纺织产业投资推介会, en: Shaoxing Textile Investment Conference}
period: 2024年1—4月
signed: {projects: 12个, over: 1亿元}
story:
  - lead
  - subhead: {zh: 新签12个, en: Another 14 signed}
  - figures
credits: {reporter: {zh: 李敏, en: Li Min}, revisor: [{zh: 周宁, en: Zhou Ning}]}
""",
        encoding="utf-8",
    )
    said = run("draft", "event.yaml", "-o", "drafts", "--format", "md", cwd=tmp_path).stderr

    headline, subhead = said.split("figure/mismatch")[1:3]
    assert "Shaoxing signs 13 projects in Yueqing" in headline
    assert "event.yaml:3:" in headline
    assert "Another 14 signed" in subhead
    assert "event.yaml:12:" in subhead
