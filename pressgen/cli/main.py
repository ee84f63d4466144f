"""The command itself: a literal list of sub-commands, each imported only when it is called."""

from __future__ import annotations

import atexit
import codecs
import contextlib
import gc
import importlib
import os
import sys
import threading
from collections.abc import Sequence
from typing import TextIO, cast

import click

from pressgen import VERSION
from pressgen.cli.console import error, speak, utf8
from pressgen.cli.help import in_chinese
from pressgen.cli.start import keep_compiled
from pressgen.errors import UI, PressgenError, UsageError, Wording

COMMANDS = {
    "draft": ("pressgen.cli.draft", "Draft a Chinese and an English release · 由事实生成中英文稿"),
    "new": ("pressgen.cli.newsroom:new", "Write an event file to fill in · 新建事实文件"),
    "types": ("pressgen.cli.newsroom:types", "List the release types · 稿件类型"),
    "statements": ("pressgen.cli.statements", "List the kinds of statement, show one · 陈述的写法和例子"),
    "houses": ("pressgen.cli.newsroom:houses", "List the houses · 发布单位样式"),
    "schema": ("pressgen.cli.newsroom:schema", "Print a type's JSON Schema · 事实文件的JSON Schema"),
    "init": ("pressgen.cli.init", "Make a newsroom's own folder · 建立本单位的模板文件夹"),
    "check": ("pressgen.cli.check", "Check drafts, one language against the other · 检查稿件"),
    "audit": ("pressgen.cli.audit", "Check a whole archive · 检查整个稿件库"),
    "figures": ("pressgen.cli.figures", "List the figures of a text · 列出文中的数字"),
    "convert": ("pressgen.cli.convert", "Convert a sum or a draft's sums · 折算金额"),
    "glossary": ("pressgen.cli.glossary", "Search, add, check, import and export names · 术语表"),
    "rates": ("pressgen.cli.rates", "Exchange rates: show, import, update · 汇率"),
    "desk": ("pressgen.desk.command", "Write in the browser, for one person or a newsroom · 在浏览器里写稿"),
    "read": ("pressgen.cli.read", "Show what is understood of a draft · 查看稿件的读取结果"),
    "lsp": ("pressgen.lsp:command", "Serve an editor while one writes · 供编辑器使用（LSP）"),
    "mcp": ("pressgen.mcp:command", "Serve this newsroom to an assistant · 供智能助手使用（MCP）"),
}
"""Every sub-command: where it is written, and what it does in one line."""


EXTRAS = {"mcp": "mcp", "pygls": "lsp", "lsprotocol": "lsp"}
"""The libraries that come with an extra (``pip install 'pressgen[mcp]'``), and which."""
_TOO_MUCH = Wording(
    "内存不足；请把输入拆小后再试", "there is not enough memory for this; split the input and try again"
)


class Commands(click.Group):
    """The sub-commands of the literal list; ``--help`` imports none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # as click calls it
        """The names, in the order of the list."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # as click calls it
        """The sub-command of a name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        return cast("click.Command", getattr(importlib.import_module(module), name or "command"))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest name for a misspelt one."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from pressgen.source import nearest  # noqa: PLC0415  # only for a misspelt name

            meant = nearest(name, COMMANDS)
            raise UsageError(
                "没有命令{name}；是否为{meant}？" if meant else "没有命令{name}；都有什么见pressgen --help",
                "there is no command {name}; did you mean {meant}?"
                if meant
                else "there is no command {name}; see pressgen --help",
                name=name,
                meant=meant,
            )
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list with its one-line texts."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, message="%(version)s")
@click.option(
    "--ui",
    type=click.Choice(["zh", "en"]),
    help="Language of messages, anywhere on the line. · 提示用哪种语言，写在命令的任何位置都行。",
)
def commands(ui: str | None) -> None:
    """Facts in, a Chinese and an English press release out.

    由事实文件生成中英文新闻稿，名称和数字不会对不上。

    \b
    pressgen new investment-promotion -o event.yaml
    pressgen draft event.yaml -o drafts
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit code."""
    if arguments is None:
        _in_utf8()
    utf8()
    ui, rest = speak(sys.argv[1:] if arguments is None else list(arguments))
    code = run(rest, ui)
    keep_compiled()
    _silence(sys.stdout)
    _silence(sys.stderr)
    gc.freeze()  # all goes with the process: to look through it once more takes a quarter of a check
    if arguments is None and threading.active_count() == 1:
        _end(code)
    sys.exit(code)


def _end(code: int) -> None:
    """End the process as it is: to take apart what goes with it anyway takes longer than half a help."""
    atexit._run_exitfuncs()  # noqa: SLF001  # temporary folders go
    os._exit(code)


def _in_utf8() -> None:
    """Begin again in UTF-8 where the system's locale and Python's settings leave no letters but ASCII.

    Chinese file names and words of the command line are then bytes that no file and no message can hold.
    """
    if os.name == "posix" and codecs.lookup(sys.getfilesystemencoding()).name == "ascii":
        program = [sys.executable, "-X", "utf8", *sys.orig_argv[1:]]
        os.execve(sys.executable, program, {**os.environ, "PYTHONUTF8": "1"})  # noqa: S606  # this very program


def _silence(stream: TextIO | None) -> None:
    """What could not be written is not tried again, with a complaint, when the process ends."""
    try:
        if stream is not None:
            stream.flush()
    except (OSError, ValueError):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), cast("TextIO", stream).fileno())


def run(arguments: list[str], ui: UI) -> int:
    """The exit code: 0 fine, 1 findings of severity error, 2 the input could not be used, 130 stopped."""
    try:
        code = commands.main(arguments, prog_name="pressgen", standalone_mode=False, obj=ui)
        if sys.stdout is not None:
            sys.stdout.flush()
    except (KeyboardInterrupt, click.Abort):
        return 130
    except BrokenPipeError:
        return 0
    except (click.ClickException, PressgenError, OSError, MemoryError, ModuleNotFoundError) as fault:
        if isinstance(fault, ModuleNotFoundError) and fault.name not in EXTRAS:
            raise
        if type(fault).__name__ == "NoArgsIsHelpError":  # a group by itself, since click 8.2
            click.echo(cast("click.UsageError", fault).format_message())
            return 0
        with contextlib.suppress(OSError, ValueError):  # standard error may be full or closed, too
            error(_in_words(fault, ui))
        return 2
    return code if isinstance(code, int) else 0


_EXTRA_MISSING = Wording(
    "这项功能要另装：pip install 'pressgen[{extra}]'", "install it first: pip install 'pressgen[{extra}]'"
)


def _in_words(fault: Exception, ui: UI) -> str:
    """What stopped a command; a system that refuses a file anywhere is a line, too."""
    if isinstance(fault, click.ClickException):
        return _usage(fault, ui)
    if isinstance(fault, PressgenError):
        return fault.say(ui)
    if isinstance(fault, ModuleNotFoundError):
        return _EXTRA_MISSING.say(ui, extra=EXTRAS[fault.name or ""])
    if not isinstance(fault, OSError):
        return _TOO_MUCH.say(ui)
    from pathlib import Path  # noqa: PLC0415  # only for a fault

    from pressgen.source.file import unreadable  # noqa: PLC0415  # as above

    return unreadable(fault, None if fault.filename or _is_somewhere() else Path()).say(ui)


def _is_somewhere() -> bool:
    """Whether the current folder is still there; what the system says of a path it never names without it."""
    try:
        return bool(os.getcwd())  # noqa: PTH109  # a string will do
    except OSError:
        return False


def _usage(fault: click.ClickException, ui: UI) -> str:
    context = getattr(fault, "ctx", None)
    path = context.command_path if context else "pressgen"
    message = " ".join(fault.format_message().split())
    return f"{path}: {message}" if ui == "en" else f"{path}：{in_chinese(message)}"
