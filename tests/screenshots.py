"""Pictures of the program at a terminal, for the site: ``python -m tests.screenshots``."""

import re
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from pressgen.cli.help import wide
from pressgen.errors import UI
from tests import desk

DOCS = Path(__file__).parent.parent / "docs"
TEXTS = re.compile(r'^```text title="(a\.\w\w\.md)"\n(.*?)^```', re.DOTALL | re.MULTILINE)
STEP, LINE, MARGIN = 8.4, 20, 20
"""Pixels of a column, of a line, and around both."""
LANGUAGES: dict[UI, str] = {"en": "check.svg", "zh": "check.zh.svg"}


def pictures() -> dict[str, str]:
    """Each picture as SVG, by the name of its file."""
    return {name: _picture("pressgen check a.zh.md a.en.md", ui) for ui, name in LANGUAGES.items()}


def _picture(command: str, ui: UI) -> str:
    with TemporaryDirectory() as folder:
        for name, text in TEXTS.findall((DOCS / "start.md").read_text(encoding="utf-8")):
            (Path(folder) / name).write_text(text, encoding="utf-8")
        done = desk.run(*command.split()[1:], cwd=Path(folder), env={"PRESSGEN_UI": ui})
    lines = [f"$ {command}", *done.stdout.rstrip().splitlines()]
    width = max(map(wide, lines)) * STEP + 2 * MARGIN
    height = len(lines) * LINE + 2 * MARGIN
    rows = "".join(
        f'<text x="{MARGIN}" y="{MARGIN + LINE * (number + 1) - 6}"{_colour(line)}>{escape(line)}</text>\n'
        for number, line in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" xml:space="preserve" '
        'font-family="ui-monospace, Consolas, Noto Sans Mono CJK SC, monospace" font-size="14" fill="#e6e6e6" style="white-space: pre">\n'
        f'<rect width="100%" height="100%" rx="8" fill="#1e1e1e"/>\n{rows}</svg>\n'
    )


def _colour(line: str) -> str:
    if re.search(r"  (?:error|错误)  ", line):
        return ' fill="#ff8a80"'
    return ' fill="#9e9e9e"' if line.strip().startswith(("^", "→", "$")) else ""


if __name__ == "__main__":
    for name, picture in pictures().items():
        (DOCS / name).write_text(picture, encoding="utf-8")
