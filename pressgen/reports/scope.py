"""How far a check reached, for people and machines: what was compared, and what was not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pressgen.checks.coverage import Coverage
from pressgen.errors import UI, Wording
from pressgen.findings import Severity
from pressgen.text import visible

LOST = {
    "a template called a document": "模板冒用文档的名称",
    "automatic numbers": "自动编号",
    "charts": "图表",
    "comments": "批注",
    "diagrams": "SmartArt图形",
    "drawings in ink": "墨迹",
    "embedded documents": "嵌入的文档",
    "embedded objects": "嵌入的对象",
    "embedded picture": "嵌入的图片",
    "figures, too many of which differ": "数字（对不上的太多）",
    "headers and footers": "页眉和页脚",
    "hidden text": "隐藏文字",
    "list number": "列表编号",
    "macros": "宏",
    "no list of parts": "部件清单",
    "picture without text": "没有替代文字的图片",
    "strikethrough": "删除线",
    "symbols of unknown meaning": "含义不明的符号",
    "tracked deletions": "修订中删去的文字",
    "unsafe link": "不安全的链接",
    "unsafe links": "不安全的链接",
    "unsafe picture": "不安全的图片",
}
"""What readers leave out, for people who read Chinese; a tag's name stays as it is."""

_UNOPENED = {
    "no list of parts": Wording(
        "{file}：文件内缺少部件清单（[Content_Types].xml），Word打不开；内容已读取，请重新获取一份",
        "{file}: it has no list of its parts ([Content_Types].xml); it was read, but Word does not open it: "
        "get it again",
    ),
    "a template called a document": Wording(
        "{file}：其实是Word模板，却以.docx为名，Word打不开；内容已读取，请改名为.dotx，再在Word中另存为文档",
        "{file}: this is a template called .docx; it was read, but Word does not open it: "
        "rename it .dotx, and save it in Word as a document",
    ),
}
"""What is wrong with a file that was read all the same."""

_COMPARED = Wording(
    "已对照：{paragraphs}段、{figures}处数字、{names}个术语表里的名称",
    "compared – paragraphs: {paragraphs}, figures: {figures}, names of the glossary: {names}",
)
_ALONE = Wording(
    "未与另一种语言对照：{files}；请同时给出两份稿件，或把文件名写成…zh、…en",
    "not compared with another language: {files}; give both files, or name them …zh and …en",
)
_UNDATED = Wording(
    "{n}处折算未按汇率核对：不知道稿件的日期；请加--on",
    "conversions not held against a rate, as no day is known: {n}; give --on",
)
_UNCHECKED = Wording("{file}中未检查：{what}", "not checked in {file}: {what}")
_LONE = Wording("另一种语言中没有对应的：{n}段", "paragraphs with none beside them: {n}")
_UNREAD = Wording("未能读取：{files}", "could not be read: {files}")
_MORE = Wording("等{n}个文件", " and {n} more")
_SHOWN = 5
"""So many names of files stand in a line."""


def lost(what: str, ui: UI) -> str:
    """What a reader left out, in words."""
    return LOST.get(what, what) if ui == "zh" else what


def said(coverage: Coverage, ui: UI) -> list[str]:
    """What was not compared, a line each, and in the last one what was."""
    lines = [line for _, line in missed(coverage, ui)]
    if coverage.paragraphs:
        lines.append(
            _COMPARED.say(ui, paragraphs=coverage.paragraphs, figures=coverage.figures, names=coverage.names)
        )
    return lines


def missed(coverage: Coverage, ui: UI) -> Iterator[tuple[Severity, str]]:
    """What was not read, checked or compared, a line each, and how grave that is."""
    if coverage.unread:
        yield "error", _UNREAD.say(ui, files=_named(coverage.unread, ui))
    for file, loss in coverage.unchecked:
        if loss.what in _UNOPENED:
            yield "warning", _UNOPENED[loss.what].say(ui, file=visible(file))
    unchecked = [(file, loss) for file, loss in coverage.unchecked if loss.what not in _UNOPENED]
    for file in dict.fromkeys(file for file, _ in unchecked):
        parts = [f"{lost(loss.what, ui)} ({loss.count})" for at, loss in unchecked if at == file]
        what = ("、" if ui == "zh" else ", ").join(parts)
        yield "note", _UNCHECKED.say(ui, file=visible(file), what=what)
    if coverage.undated:
        yield "warning", _UNDATED.say(ui, n=coverage.undated)
    if coverage.lone:
        yield "note", _LONE.say(ui, n=coverage.lone)
    if coverage.alone:
        yield "warning", _ALONE.say(ui, files=_named(coverage.alone, ui))


def _named(files: Sequence[str], ui: UI) -> str:
    names = ("、" if ui == "zh" else ", ").join(visible(file) for file in files[:_SHOWN])
    more = len(files) - _SHOWN
    if more <= 0:
        return names
    return names + _MORE.say(ui, n=len(files) if ui == "zh" else more)


def as_json(coverage: Coverage) -> dict[str, Any]:
    """The same for programs."""
    return {
        "compared": {
            "paragraphs": coverage.paragraphs,
            "paragraphs_alone": coverage.lone,
            "figures": coverage.figures,
            "names": coverage.names,
        },
        "not_compared": list(coverage.alone),
        "not_checked": [
            {"file": file, "what": loss.what, "count": loss.count} for file, loss in coverage.unchecked
        ],
        "conversions_without_day": coverage.undated,
        "not_read": list(coverage.unread),
    }
