"""What may be written in Chinese for the words to choose from in settings: 居中 for center."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pressgen.errors import Wording

KINDS: Mapping[str, str] = {
    "figure": "数", "money": "金额", "count": "个数", "number": "数目", "percent": "百分比",
    "points": "百分点", "change": "变化", "multiple": "倍数", "ordinal": "序数", "date": "日期",
    "datetime": "时间", "period": "时段", "mark": "成绩", "name": "名称", "names": "名称列表",
    "text": "文字", "cells": "单元格", "word": "代号", "choice": "选项", "phone": "电话",
    "email": "邮箱", "website": "网址", "photo": "照片", "rate": "汇率", "group": "一组",
    "list": "列表", "people": "人员", "credits": "署名", "same": "同类", "fact": "引用",
    "statement": "陈述", "statements": "陈述列表", "story": "稿件顺序",
}  # fmt: skip
"""What each kind of field is in Chinese, as the page on event files has it."""
_GROUPS: tuple[Mapping[str, str], ...] = (
    {"error": "错误", "warning": "警告", "note": "提示", "suggestion": "建议"},
    {"exact": "区分大小写", "any": "不分大小写"},
    {"left": "左对齐", "center": "居中", "right": "右对齐", "both": "两端对齐"},
    {"first": "首次", "every": "每次", "never": "不折算"},
    {"else": "未写时", "kept": "照写", "always": "总是", "never": "从不"},
    {"all": "全部", "advance": "提前"},
    {"story": "随文", "order": "集中"},
    {"credits": "文末署名", "byline": "标题下署名"},
    {
        "notice": "发布说明", "headline": "标题", "byline": "标题下署名", "dateline": "电头",
        "updated": "更新时间", "photos": "照片", "body": "正文", "credits": "文末署名",
        "boilerplate": "单位简介", "contact": "媒体联系", "end": "末行",
    },
    KINDS,
)  # fmt: skip
"""The words of each setting, and what they are in Chinese."""
_ALSO = {"左": "左对齐", "右": "右对齐", "中": "居中", "两端": "两端对齐", "署名": "文末署名"}


def chosen(text: str, choices: Iterable[str]) -> str:
    """The one of several words that a text is in either language, or nothing.

    >>> chosen("居中", ["left", "center", "right", "both"]), chosen("右", ["left", "center", "right", "both"])
    ('center', 'right')
    >>> chosen("center", ["left", "center"]), chosen("居中", ["zh", "en"])
    ('center', '')
    """
    words = list(choices)
    if text in words:
        return text
    named = in_chinese(words)
    return next((word for word in words if named.get(word) in (text, _ALSO.get(text, text))), "")


def offered(choices: Iterable[str]) -> Wording:
    """Words to choose from as a message names them: in Chinese with what each may be called.

    >>> offered(["all", "advance"]).zh, offered(["USD", "$"]).zh
    ('all（全部）、advance（提前）', 'USD、$')
    """
    words = list(choices)
    named = in_chinese(words)
    zh = "、".join(f"{word}（{named[word]}）" if named else word for word in words)
    return Wording(zh.replace("{", "{{").replace("}", "}}"), ", ".join(words))


def in_chinese(words: list[str]) -> Mapping[str, str]:
    """What the words of a setting are in Chinese; of words that are none of a setting's nothing."""
    return next((group for group in _GROUPS if group.keys() >= set(words)), {})
