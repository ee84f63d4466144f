"""The command-line reference, made from the commands' own help: ``python -m tests.reference``."""

from collections.abc import Iterator
from pathlib import Path

import click

from pressgen.cli.help import Context
from pressgen.cli.main import COMMANDS, commands
from pressgen.errors import UI

DOCS = Path(__file__).parent.parent / "docs"
PAGES: dict[UI, tuple[Path, str, str]] = {
    "en": (DOCS / "cli.md", "Command line", "[中文](cli.zh.md)"),
    "zh": (DOCS / "cli.zh.md", "命令行", "[English](cli.md)"),
}
"""The page of each language, its title, and where the other is."""


def page(ui: UI) -> str:
    """The whole page as Markdown, in one language."""
    return "\n".join([f"# {PAGES[ui][1]}", "", PAGES[ui][2], "", *_helps(commands, "pressgen", ui)]) + "\n"


def help_of(command: click.Command, path: str, ui: str) -> str:
    """What a command's help says in one language, at the width of the page."""
    context = Context(
        command,
        info_name=path,
        obj=ui,
        max_content_width=100,
        terminal_width=100,
        help_option_names=["-h", "--help"],
    )
    return command.get_help(context)


def _helps(command: click.Command, path: str, ui: UI) -> Iterator[str]:
    yield from (f"## {path}", "", "```", help_of(command, path, ui).rstrip(), "```", "")
    if isinstance(command, click.Group):
        names = COMMANDS if command is commands else sorted(command.commands)
        for name in names:
            yield from _helps(command.get_command(click.Context(command), name), f"{path} {name}", ui)


if __name__ == "__main__":
    for ui, (path, *_) in PAGES.items():
        path.write_text(page(ui), encoding="utf-8")
