"""pressgen read: what the checks will see of a draft, and what was left out of it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pressgen import api, formats
from pressgen.cli.console import listed, say, ui
from pressgen.cli.help import padded
from pressgen.document import Release
from pressgen.reports.scope import lost


@click.command
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "md"]),
    default="text",
    help="How to show it. · 怎样显示：文字、JSON或Markdown。",
)
def command(file: Path, form: str) -> None:
    """Show what is understood of a draft: its paragraphs with role and language.

    查看稿件的读取结果：每一段的角色和语言，以及没有读进来的内容。

    \b
    pressgen read release.zh.docx
    pressgen read release.docx --format json
    """
    release = formats.read(file, forms=api.open_house().forms)
    if form == "json":
        click.echo(json.dumps(as_json(release), ensure_ascii=False))
        return
    if form == "md":
        click.echo(_markdown(release), nl=False)
    else:
        for block in release.blocks:
            role = _ROLES[block.role] if ui() == "zh" else block.role
            listed(f"{block.lang}  {padded(role, 9)} {block.text}")
    for loss in release.losses:
        what = lost(loss.what, ui())
        say("未读入：{what}（{count}处）", "left out: {what} ({count})", what=what, count=loss.count)


_ROLES = {
    "headline": "标题", "subhead": "小标题", "dateline": "电头", "lead": "导语", "body": "正文",
    "quote": "引语", "photo": "照片", "caption": "图片说明", "credits": "署名",
    "cell": "单元格", "note": "说明",
}  # fmt: skip
"""What a paragraph is, in Chinese; JSON keeps its own words."""


def as_json(release: Release) -> dict[str, list[dict[str, object]]]:
    """The blocks in file order and the losses, as ``--format json`` prints them."""
    return {
        "blocks": [{"lang": block.lang, "role": block.role, "text": block.text} for block in release.blocks],
        "losses": [{"what": loss.what, "count": loss.count} for loss in release.losses],
    }


def _markdown(release: Release) -> str:
    from pressgen.formats import markdown  # noqa: PLC0415  # only for --format md

    documents = [document for document in (release.zh, release.en) if document.blocks]
    return "\n".join(markdown.write(document, api.open_house()).decode() for document in documents)
