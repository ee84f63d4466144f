"""The page of all kinds of statement, made from their folders: ``python -m tests.statements_page``."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from pressgen.errors import UI, Wording
from pressgen.events import Field
from pressgen.events.cases import cases
from tests.forms import TYPES

DOCS = Path(__file__).parent.parent / "docs"
PAGES: dict[UI, Path] = {"en": DOCS / "statements.md", "zh": DOCS / "statements.zh.md"}
ENGLISH = """\
# Statements

[中文](statements.zh.md)

A story may say these things besides the parts of its type and your own words: each is one item of `story:`, its kind and
its facts. [How a story is written](events.md#the-story), [how values are written](events.md#how-things-are-written);
`pressgen statements` lists the kinds, `pressgen statements share` shows one, `pressgen statements --type TYPE` what goes with a
release type. Facts marked \\* are needed; every kind also takes `id`, a name by which others refer to it, and `optional: true`, where it may go first when the release is too long. Beside any figure its growth, share
or rank [may be written](events.md#what-is-said-beside-a-figure). What stands above `story:` in an example are facts of its event; the
sentences are those of the base house, ` / ` parts their paragraphs.
"""
CHINESE = """\
# 陈述

[English](statements.md)

除了这一类稿件的段落和自己的话，稿件顺序（`story`）里还可以写下面这些陈述：一项一种，写上种类和内容。`pressgen statements` 逐一列出，
`pressgen statements 占比` 看一种的写法，`pressgen statements --type 类型` 看某一类稿件常用的。带 \\* 的必填；每种都可以加 `optional: true`（稿子太长时先删）和 `id`（代号），
供别处引用；任何数字旁边都可以写同比、占比、位次等。例子里 `story:` 上面的是那件事的其他事实；例句是base样式的，` / ` 分开段落。
"""
HEADS = {
    "en": ("| kind | | what it says |", "| fact | kind | what it is |"),
    "zh": ("| 种类 | | 说什么 |", "| 字段 | 种类 | 内容 |"),
}
ROW = "|---|---|---|"
NEEDS: dict[UI, tuple[str, str]] = {
    "en": ("## By need", "| there is to say | write |"),
    "zh": ("## 要说什么，用哪种", "| 要说的 | 用 |"),
}
THEMES = {
    "time": Wording("何时", "Time"),
    "money": Wording("钱", "Money"),
    "figures": Wording("数", "Figures"),
    "people": Wording("人", "People"),
    "papers": Wording("协议、文件、规定", "Agreements, papers and rules"),
    "works": Wording("建设、生产", "Works and production"),
    "public": Wording("面向市民", "For the public"),
    "events": Wording("活动、比赛", "Events and contests"),
    "words": Wording("说法、图片、标题", "Words, photos and headings"),
}
"""What a statement may be needed for, in the order of the page."""


def page(ui: UI) -> str:
    """The whole page as Markdown, in one language."""
    kinds = TYPES.statements
    index = [
        f"| [`{name}`](#{name}) | {_of(kind.label, ui)} | {_of(kind.help, ui)} |"
        for name, kind in kinds.items()
    ]
    each = [line for kind in kinds.values() for line in _kind(kind, ui)]
    head = CHINESE if ui == "zh" else ENGLISH
    return "\n".join([head, *_needs(ui), HEADS[ui][0], ROW, *index, "", *each])


def _needs(ui: UI) -> Iterator[str]:
    """What statements are needed for, theme by theme, with the kind to write."""
    yield from (NEEDS[ui][0], "", NEEDS[ui][1], "|---|---|")
    for theme, title in THEMES.items():
        yield f"| **{_of(title, ui)}** | |"
        for name, kind in TYPES.statements.items():
            served = kind.statement.serves if kind.statement else {}
            yield from (f"| {_of(need, ui)} | [`{name}`](#{name}) |" for need in served.get(theme, ()))
    yield ""


def _of(words: Wording, ui: UI) -> str:
    return (words.zh if ui == "zh" else words.en).replace("|", "\\|")


def _kind(kind: Field, ui: UI) -> Iterator[str]:
    colon, stop = ("：", "。") if ui == "zh" else (": ", ".")
    yield from (f"## {kind.name}", "", f"**{_of(kind.label, ui)}**{colon}{_of(kind.help, ui)}{stop}", "")
    yield from (HEADS[ui][1], ROW)
    yield from _facts({name: field for name, field in kind.fields.items() if name != "id"}, "", ui)
    assert kind.statement
    case = cases(kind.statement.folder)[0]
    yield from ("", "```yaml", case.event.rstrip(), "```", "")
    yield from (f"> {case.zh}", ">", f"> {case.en}", "")


def _facts(fields: Mapping[str, Field], prefix: str, ui: UI) -> Iterator[str]:
    for name, field in fields.items():
        star = r" \*" if field.required else ""
        choices = "".join(f" `{label.zh if ui == 'zh' else word}`" for word, label in field.choices.items())
        said = f"{_of(field.label, ui)}: {_of(field.help, ui)}"
        yield f"| `{prefix}{name}`{star} | {field.kind}{choices} | {said} |"
        yield from _facts(field.fields, f"{prefix}{name}.", ui)


if __name__ == "__main__":
    for ui, path in PAGES.items():
        path.write_text(page(ui), encoding="utf-8")
