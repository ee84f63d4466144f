"""Fields as the terminal lists them: those of a release type, and those of a kind of statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pressgen.cli.help import padded
from pressgen.errors import UI, Wording
from pressgen.events import Field
from pressgen.events.fields import Kind

WIDTH = 20
KINDS_ZH: Mapping[Kind, str] = {
    "figure": "数", "money": "金额", "count": "个数", "number": "数目", "percent": "百分比",
    "points": "百分点", "change": "变化", "multiple": "倍数", "ordinal": "序数", "date": "日期",
    "datetime": "时间", "period": "时段", "mark": "成绩", "name": "名称", "names": "名称列表",
    "text": "文字", "cells": "单元格", "word": "代号", "choice": "选项", "phone": "电话",
    "email": "邮箱", "website": "网址", "photo": "照片", "rate": "汇率", "group": "一组",
    "list": "列表", "people": "人员", "credits": "署名", "same": "同类", "fact": "引用",
    "statement": "陈述", "statements": "陈述列表", "story": "稿件顺序",
}  # fmt: skip
"""What each kind of field is in Chinese, as the page on event files has it."""
NEEDED = Wording(
    "* 必填。字段的写法见docs/events.zh.md。", "* needed. How fields are written: docs/events.md."
)


def listed(fields: Mapping[str, Field], lang: UI, indent: str) -> Iterator[str]:
    """A line a field, those of a group below it: its name, what kind it is, what it is for."""
    for name, field in fields.items():
        head = f"{indent}{name}{'*' if field.required else ''}"
        kind = padded(KINDS_ZH[field.kind] if lang == "zh" else field.kind, 10)
        about = f"{in_language(field.label, lang)}: {in_language(field.help, lang)}{_choices(field, lang)}"
        yield f"{head:<{WIDTH}} {kind} {about}"
        if field.kind != "story":  # whose kinds ``pressgen statements`` shows
            yield from listed(field.fields, lang, f"{indent}  ")


def _choices(field: Field, lang: UI) -> str:
    """The words to choose from as a file may say them, which in Chinese is either."""
    if not field.choices:
        return ""
    if lang == "en":
        return f" ({' | '.join(field.choices)})"
    return f"（{' | '.join(f'{label.zh} {word}' for word, label in field.choices.items())}）"


def in_language(wording: Wording, lang: UI) -> str:
    """A wording as the reader's language has it."""
    return wording.zh if lang == "zh" else wording.en
