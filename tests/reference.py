"""The command-line reference, made from the commands' own help: ``python -m tests.reference``."""

from collections.abc import Iterator
from pathlib import Path

import click

from pressgen.cli.main import COMMANDS, commands

PAGE = Path(__file__).parent.parent / "docs" / "cli.md"


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join(["# Command line", "", *_helps(commands, "pressgen")]) + "\n"


def _helps(command: click.Command, path: str) -> Iterator[str]:
    context = click.Context(
        command, info_name=path, max_content_width=100, terminal_width=100, help_option_names=["-h", "--help"]
    )
    yield from (f"## {path}", "", "```", command.get_help(context).rstrip(), "```", "")
    if isinstance(command, click.Group):
        names = COMMANDS if command is commands else sorted(command.commands)
        for name in names:
            yield from _helps(command.get_command(context, name), f"{path} {name}")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
