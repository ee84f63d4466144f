"""Help and usage errors in the language of the person at the terminal.

A help text is both languages in one: ``English · 中文`` for an option, a paragraph each in a docstring.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import click

from pressgen.errors import UI, Wording
from pressgen.regex import regex
from pressgen.text import han

BETWEEN = " · "
_HEADINGS = {"Options": "选项", "Commands": "命令"}
_OWN = {
    "Show this message and exit.": "显示本说明。",
    "Show the version and exit.": "显示版本号。",
}
"""What click itself says in a help text."""
_METAVARS = {
    "OPTIONS": "选项", "COMMAND": "命令", "ARGS": "参数", "FILE": "文件", "DIR": "文件夹", "DATE": "日期",
    "TEXT": "文字", "TYPE": "稿件类型", "KIND": "陈述", "EVENT": "事实文件", "OLD": "原稿",
    "OUT": "输出", "NAME": "名称", "ZH": "中文", "EN": "英文", "PATTERN": "名称", "INTEGER": "整数",
    "FLOAT": "数", "R": "汇率", "N": "个数", "S": "秒", "ADDRESS": "地址", "WHAT": "内容",
    "ARCHIVE": "稿件库", "CURRENCY": "货币", "FOLDER": "文件夹", "TYPE_NAME": "稿件类型", "WORDS": "词语",
    "PATH": "路径", "ON": "日期", "SOURCE": "文件", "PORT": "端口", "URL": "网址",
    "MINUTES": "分钟", "HOST": "主机",
}  # fmt: skip
"""What stands for a value, in capitals."""
_CHOICES = {
    "zh": "中文", "en": "英文", "both": "两种", "error": "错误", "warning": "警告", "note": "提示",
    "console": "控制台", "html": "网页", "text": "文字", "docx": "Word", "side-by-side": "左右对照",
    "interleaved": "逐段对照", "sequential": "先中后英", "reporter": "记者", "translator": "翻译",
    "revisor": "校对", "terminologist": "术语员", "editor": "总编",
}  # fmt: skip
"""Words to choose from, and what may be written for them in Chinese."""
_OFFERED = regex(r"\[([a-z][a-z0-9-]*(?:\|[a-z][a-z0-9-]*)+)\]")
_CAPITALS = regex(r"\b[A-Z]+(?:_[A-Z]+)*\b")
_EXTRA = regex(r"(.*?)((?:  \[.*\])?)", re.DOTALL)
"""A help text, and what click says of the option behind it: [default: 8643]."""
_BOTH: tuple[UI, UI] = ("en", "zh")
_GAP, _INDENT = 2, 2


def spoken(text: str, ui: UI) -> str:
    """One language of a text that has both: of ``English · 中文`` a side, of paragraphs those in it.

    >>> spoken("Another glossary. · 再加一个术语表。", "zh"), spoken("Another glossary.", "zh")
    ('再加一个术语表。', 'Another glossary.')
    """
    if text in _OWN:
        return _OWN[text] if ui == "zh" else text
    words, extra = _EXTRA.fullmatch(text).groups()  # type: ignore[union-attr]  # any text fits
    en, between, zh = words.partition(BETWEEN)
    if between and "\n\n" not in text and han(zh):
        return (
            zh + extra.replace("default:", "默认").replace("; ", "，").replace("required", "必填")
            if ui == "zh"
            else en + extra
        )
    paragraphs = text.split("\n\n")
    both = {bool(han(paragraph)) for paragraph in paragraphs if not _is_example(paragraph)} == {True, False}
    kept = [
        paragraph
        for paragraph in paragraphs
        if _is_example(paragraph) or not both or bool(han(paragraph)) == (ui == "zh")
    ]
    return "\n\n".join(kept)


_ALSO = {"markdown": "md", "word": "docx"}
"""Formats by another of their names."""


def chosen_word(word: str) -> str:
    """A word to choose, whichever language it was typed in, or whichever of its names.

    >>> chosen_word("警告"), chosen_word("warning"), chosen_word("--on"), chosen_word("Markdown")
    ('warning', 'warning', '--on', 'md')
    """
    if also := _ALSO.get(word.lower()):
        return also
    return next((en for en, zh in _CHOICES.items() if word == zh), word)


def _offered(words: Iterable[str]) -> Iterator[str]:
    """Words to choose from, each with its Chinese."""
    return (f"{word}/{_CHOICES[word]}" if word in _CHOICES else word for word in words)


def metavars(text: str, ui: UI) -> str:
    """A usage line or an option's head with its stand-ins in the reader's language.

    >>> metavars("--limit INTEGER RANGE", "zh"), metavars("--severity [error|note]", "zh")
    ('--limit 整数', '--severity [error/错误|note/提示]')
    """
    if ui != "zh":
        return text
    plain = _CAPITALS.sub(lambda word: _METAVARS.get(word[0], word[0]), text.replace(" RANGE", ""))
    return _OFFERED.sub(lambda choices: f"[{'|'.join(_offered(choices[1].split('|')))}]", plain)


class Formatter(click.HelpFormatter):
    """Writes the help of one language; Chinese is as wide as it stands on a terminal."""

    ui: UI = "en"

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The usage line."""
        super().write_usage(prog, metavars(args, self.ui), "用法：" if self.ui == "zh" else prefix)

    def write_heading(self, heading: str) -> None:
        """A heading and its colon."""
        if self.ui == "zh":
            self.write(f"{'':>{self.current_indent}}{_HEADINGS.get(heading, heading)}：\n")
        else:
            super().write_heading(heading)

    def write_text(self, text: str) -> None:
        """Paragraphs in the reader's language."""
        super().write_text(spoken(text, self.ui))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Heads and what they mean."""
        if self.ui != "zh":
            super().write_dl([(head, spoken(text, "en")) for head, text in rows], col_max, col_spacing)
            return
        named = [(metavars(head, "zh"), spoken(text, "zh")) for head, text in rows]
        column = min(max((wide(head) for head, _ in named), default=0), col_max) + _GAP + _INDENT
        for head, text in named:
            lines = list(folded(text, self.width - column)) or [""]
            first = f"{'':>{self.current_indent}}{head}"
            if wide(first) + _GAP > column:
                self.write(f"{first}\n")
                first = ""
            self.write(f"{first}{' ' * (column - wide(first))}{lines[0]}\n")
            self.write("".join(f"{' ' * column}{line}\n" for line in lines[1:]))


class Context(click.Context):
    """A command's context whose help speaks the language it runs in."""

    formatter_class = Formatter

    def __init__(self, *given: Any, **named: Any) -> None:
        named.setdefault("token_normalize_func", chosen_word)  # choices may be written in Chinese
        super().__init__(*given, **named)

    def make_formatter(self) -> click.HelpFormatter:
        """The formatter of this run; what stands below a group gets its one line in both languages."""
        for below in getattr(self.command, "commands", {}).values():
            below.short_help = _short(below.help or "")
        made = super().make_formatter()
        if isinstance(made, Formatter) and self.obj == "zh":
            made.ui = "zh"
        return made


click.Command.context_class = Context  # every command in this process is ours, however far below


def _short(text: str) -> str:
    en, zh = (spoken(text, ui).split("\n\n", maxsplit=1)[0].strip() for ui in _BOTH)
    return BETWEEN.join((en.split(". ")[0].rstrip("."), zh.rstrip("。")))


def wide(text: str) -> int:
    """How many columns a text takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def padded(text: str, width: int) -> str:
    """A text with blanks behind it up to so many columns."""
    return text + " " * (width - wide(text))


def folded(text: str, width: int) -> Iterator[str]:
    """A text in lines of at most so many columns; Latin words stay whole, no line begins with a stop."""
    line = ""
    for part in re.findall(r"[\x21-\x7e]+|.[，。；：、）”」…]*", " ".join(text.split())):
        if line and wide(line + part) > width:
            yield line.rstrip()
            line = ""
        line += part.lstrip() if not line else part
    if line:
        yield line


_USAGE: Sequence[tuple[str, str]] = (
    (
        r"No such option:? '?(?P<a>[^\s']+?)'?\.?"
        r"(?: \(?(?:Did you mean(?: one of:)?|Possible options:) (?P<b>.+?)\??\)?)?",
        "没有选项{a}",
    ),
    (r"Option '?(?P<a>.+?)'? requires (?:an|(?P<b>\d+)) arguments?\.", "选项{a}后面要写值"),
    (r"Option '?(?P<a>.+?)'? does not take a value\.", "选项{a}后面不写值"),
    (r"Got unexpected extra arguments? \((?P<a>.+)\)", "多出来的参数：{a}"),
    (r"Missing argument '(?P<a>.+)'\.(?P<b>.*)", "缺少参数：{a}"),
    (r"Missing option '(?P<a>.+)'\.(?P<b>.*)", "缺少选项：{a}"),
    (r"Missing parameter: (?P<a>.+)", "缺少参数：{a}"),
    (r"Missing command\.", "请写一个命令；都有什么见pressgen --help"),
    (r"No such command '(?P<a>.+?)'\.(?: Did you mean (?P<b>.+?)\?)?", "没有命令{a}"),
    (r"Invalid value for '?(?P<a>.+?)'?: (?P<b>.+)", "{a}：{b}"),
    (r"'?(?P<a>.*?)'? is not one of (?P<b>.+)\.", "“{a}”不在可选值之内：{b}"),
    (r"'?(?P<a>.*?)'? is not a valid integer(?: range)?\.", "“{a}”不是整数"),
    (r"'?(?P<a>.*?)'? is not a valid float(?: range)?\.", "“{a}”不是数"),
    (r"(?P<a>.*?) is not in the range (?P<b>.+)\.", "{a}不在范围之内：{b}"),
    (r"(?:Path|File|Directory) '(?P<a>.+)' does not exist\.", "没有文件{a}"),
)  # fmt: skip
_MEANT = Wording("；是否为{meant}？", "; did you mean {meant}?")
_QUOTED = regex(r"'([^']*)'(?: / '[^']*')?")


def in_chinese(message: str) -> str:
    """What click complains of, in Chinese; as it is where it is nothing of click's.

    >>> in_chinese("Invalid value for '--ui': 'fr' is not one of 'zh', 'en'.")
    '--ui：“fr”不在可选值之内：zh/中文、en/英文'
    """
    for pattern, zh in _USAGE:
        found = re.fullmatch(pattern, message)
        if found:
            given = {name: value or "" for name, value in found.groupdict().items()}
            if zh == "{a}：{b}":
                given["b"] = in_chinese(given["b"])
            elif "可选值" in zh:
                given["b"] = "、".join(_offered(_QUOTED.findall(given["b"])))
            elif "缺少" in zh:
                given["a"] = metavars(given["a"].upper() if given["a"].islower() else given["a"], "zh")
            meant = _QUOTED.sub(r"\1", given.get("b", "")).replace(", ", "、")
            return zh.format(**given) + (
                _MEANT.zh.format(meant=meant) if zh.startswith("没有") and meant else ""
            )
    return message


def _is_example(paragraph: str) -> bool:
    return paragraph.lstrip(" \n").startswith("\b")
