"""What may be written in Chinese for the words to choose from in settings: 居中 for center."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pressgen.errors import Wording

IN_CHINESE: Mapping[str, str] = {
    "错误": "error", "警告": "warning", "提示": "note", "建议": "suggestion",
    "区分大小写": "exact", "不分大小写": "any",
    "左对齐": "left", "居中": "center", "右对齐": "right", "两端对齐": "both",
    "首次": "first", "每次": "every", "不折算": "never", "从不": "never", "总是": "always", "未写时": "else",
    "照写": "kept",
    "全部": "all", "提前": "advance", "随文": "story", "集中": "order", "不缩写": "full",
    "发布说明": "notice", "标题": "headline", "标题下署名": "byline", "电头": "dateline",
    "更新时间": "updated", "照片": "photos", "正文": "body", "文末署名": "credits", "署名": "credits",
    "单位简介": "boilerplate", "媒体联系": "contact", "末行": "end",
}  # fmt: skip
"""The word of a choice by what it is in Chinese."""


def chosen(text: str, choices: Iterable[str]) -> str:
    """The one of several words that a text is in either language, or nothing.

    >>> chosen("居中", ["left", "center"]), chosen("center", ["left", "center"]), chosen("居中", ["zh"])
    ('center', 'center', '')
    """
    return next((word for word in choices if word in (text, IN_CHINESE.get(text))), "")


def offered(choices: Iterable[str]) -> Wording:
    """Words to choose from as a message names them: in Chinese with what each may be called.

    >>> offered(["left", "center"]).zh
    'left（左对齐）、center（居中）'
    """
    words = list(choices)
    called = {en: zh for zh, en in reversed(tuple(IN_CHINESE.items()))}
    zh = "、".join(f"{word}（{called[word]}）" if word in called else word for word in words)
    return Wording(zh.replace("{", "{{").replace("}", "}}"), ", ".join(words))
