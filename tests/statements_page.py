"""The page of all kinds of statement, made from their folders: ``python -m tests.statements_page``."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from pressgen.events import Field
from pressgen.events.cases import cases
from tests.forms import TYPES

PAGE = Path(__file__).parent.parent / "docs" / "statements.md"
INTRO = """\
# Statements · 陈述

A story may say these things besides the parts of its type and your own words: each is one item of `story:`, its kind and
its facts. [How a story is written](events.md#the-story), [how values are written](events.md#how-things-are-written);
`pressgen statements` lists the kinds, `pressgen statements share` shows one, `pressgen statements --type TYPE` what goes with a
release type. Facts marked \\* are needed; every kind also takes `id`, a name by which others refer to it. Beside any figure its growth, share
or rank [may be written](events.md#what-is-said-beside-a-figure). What stands above `story:` in an example are facts of its event; the
sentences are those of the base house, ` / ` parts their paragraphs.

除了这一类稿件的段落和自己的话，稿件顺序（`story`）里还可以写下面这些陈述：一项一种，写上种类和内容。`pressgen statements` 逐一列出，
`pressgen statements 占比` 看一种的写法，`pressgen statements --type 类型` 看某一类稿件常用的。带 \\* 的必填；每种都可以加 `id`（代号），
供别处引用；任何数字旁边都可以写同比、占比、位次等。例子里 `story:` 上面的是那件事的其他事实；例句是base样式的，` / ` 分开段落。
"""


def page() -> str:
    """The whole page as Markdown."""
    kinds = TYPES.statements
    index = [f"| [`{name}`](#{name}) | {kind.label.zh} | {kind.label.en} | {kind.help.zh} | {kind.help.en} |"
             for name, kind in kinds.items()]  # fmt: skip
    head = ["| kind | 陈述 | statement | 说什么 | what it says |", "|---|---|---|---|---|"]
    each = [line for kind in kinds.values() for line in _kind(kind)]
    return "\n".join([INTRO, *head, *index, "", *each])


def _kind(kind: Field) -> Iterator[str]:
    yield from (
        f"## {kind.name}",
        "",
        f"**{kind.label.zh} · {kind.label.en}**: {kind.help.zh} · {kind.help.en}.",
        "",
    )
    yield from ("| fact | kind | 内容 | what it is |", "|---|---|---|---|")
    yield from _facts({name: field for name, field in kind.fields.items() if name != "id"}, "")
    assert kind.statement
    case = cases(kind.statement.folder)[0]
    yield from ("", "```yaml", case.event.rstrip(), "```", "")
    yield from (f"> {case.zh}", ">", f"> {case.en}", "")


def _facts(fields: Mapping[str, Field], prefix: str) -> Iterator[str]:
    for name, field in fields.items():
        star = r" \*" if field.required else ""
        choices = "".join(f" `{word}`" for word in field.choices)
        zh, en = (f"{label}: {help_}".replace("|", "\\|") for label, help_ in
                  ((field.label.zh, field.help.zh), (field.label.en, field.help.en)))  # fmt: skip
        yield f"| `{prefix}{name}`{star} | {field.kind}{choices} | {zh} | {en} |"
        yield from _facts(field.fields, f"{prefix}{name}.")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
