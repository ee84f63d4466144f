"""The page of all checks, made from the rules and the first of their cases: ``python -m tests.rules_page``."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from pressgen.checks import RULES
from pressgen.errors import UI
from pressgen.findings import Rule
from tests.sentences import Case, cases

DOCS = Path(__file__).parent.parent / "docs"
PAGES: dict[UI, Path] = {"en": DOCS / "checks.md", "zh": DOCS / "checks.zh.md"}
ENGLISH = """\
# What is checked

[中文](checks.zh.md)

`pressgen check` reads a draft as a revisor does, in this order. An **error** is wrong, a **warning** probably,
a **note** is worth a look; only errors change the exit code. A rule's id reads as "allow …". Each rule stands
here with its reason and one sentence it catches: the [brackets] mark what it points at, ` → ` what it is mended
to, ` ⟷ ` parts Chinese and English, ` ¶ ` paragraphs. All sentences, those to be left alone too, are in
`tests/cases`.
"""


CHINESE = """\
# 检查什么

[English](checks.md)

`pressgen check`照校对的次序看稿。**错误**是错的，**警告**多半是错的，**提示**值得看一眼；只有错误改变退出码。规则的编号也用来认可。
每条规则写着依据和一个查得出的句子：方括号标出所指的地方，` → `是改成什么，` ⟷ `分开中英文，` ¶ `分开段落。全部句子，连同该放过的，
都在`tests/cases`里。
"""
SEVERITIES = {"error": "错误", "warning": "警告", "note": "提示"}


def page(ui: UI) -> str:
    """The whole page as Markdown, in one language."""
    return "\n".join([CHINESE if ui == "zh" else ENGLISH, *_rooms(ui)])


def _rooms(ui: UI) -> Iterator[str]:
    for room, rules in groupby(sorted(RULES.values(), key=_order), key=_room):
        caught = {case.rule: case for case in reversed(cases(room)[1])}
        yield from (f"## {room}", "")
        for rule in rules:
            yield from _rule(rule, caught.get(rule.id), ui)


def _order(rule: Rule) -> int:
    """Rooms in the order they are first looked at; rules of one room together."""
    rooms = list(dict.fromkeys(map(_room, RULES.values())))
    return rooms.index(_room(rule))


def _room(rule: Rule) -> str:
    return rule.id.partition("/")[0]


def _rule(rule: Rule, case: Case | None, ui: UI) -> Iterator[str]:
    why = f"{rule.severity}: {rule.why.en[0].upper()}{rule.why.en[1:]}."
    if ui == "zh":
        why = f"{SEVERITIES[rule.severity]}：{rule.why.zh}。"
    yield from (f"### {rule.id}", "", why, "")
    if case is None:
        return
    marked = f"{case.text[: case.start]}[{case.text[case.start : case.end]}]{case.text[case.end :]}"
    mended = f" → {case.fixed}" if case.fixed is not None else ""
    yield from ("```text", marked + mended, "```", "")


if __name__ == "__main__":
    for ui, path in PAGES.items():
        path.write_text(page(ui), encoding="utf-8")
