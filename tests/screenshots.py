"""Pictures of the program, for the README and the site, made by running it: ``python -m tests.screenshots``.

A check at a terminal as SVG; the pages of a draft, drawn by LibreOffice and poppler; the desk in Chromium.
"""

import re
import shutil
import subprocess
from hashlib import sha256
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageOps
from PIL.PngImagePlugin import PngInfo

from pressgen import api
from pressgen.cli.help import wide
from pressgen.errors import UI
from tests import desk

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
EXAMPLE = ROOT / "templates" / "releases" / "expo-attendance" / "example.yaml"
SHOWN = "pressgen-draft"
"""The name of the words in ``drafts.png`` that say which draft it shows."""
GAP = 24
TOLD = "investment-promotion"
WINDOW = {"width": 1280, "height": 800}
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
        f'<text x="{_columns(line)}" y="{MARGIN + LINE * (number + 1) - 6}"{_colour(line)}>{escape(line)}</text>\n'
        for number, line in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" xml:space="preserve" '
        'font-family="ui-monospace, Menlo, DejaVu Sans Mono, Consolas, Noto Sans Mono CJK SC, monospace" font-size="14" fill="#e6e6e6">\n<style>text { white-space: pre }</style>\n'
        f'<rect width="100%" height="100%" rx="8" fill="#1e1e1e"/>\n{rows}</svg>\n'
    )


def _columns(line: str) -> str:
    """Where each letter stands, whatever fonts there are: a Chinese one takes two columns."""
    return " ".join(f"{MARGIN + wide(line[:place]) * STEP:.4g}" for place in range(len(line))) or str(MARGIN)


def _colour(line: str) -> str:
    if re.search(r"  (?:error|错误)  ", line):
        return ' fill="#ff8a80"'
    return ' fill="#9e9e9e"' if line.strip().startswith(("^", "→", "$")) else ""


def drawn_text() -> str:
    """What the picture of the drafts shows, as a digest that stands in the picture."""
    newsroom = api.open_newsroom(ROOT)
    event = api.load(EXAMPLE, newsroom)
    release = api.draft(event, api.open_house(event.house, newsroom)).release
    return sha256("\n".join(block.text for block in release.blocks).encode()).hexdigest()


def drafts(target: Path) -> None:
    """The first pages of the Word drafts that the README's command writes, side by side."""
    with TemporaryDirectory() as folder:
        desk.run("draft", EXAMPLE, "-o", folder, "--format", "docx", cwd=ROOT)
        pages = [_page(path) for path in sorted(Path(folder).glob("*.docx"), reverse=True)]
    width, height = pages[0].size
    sheet = Image.new("RGB", (2 * width + GAP, height), "white")
    for number, page in enumerate(pages):
        sheet.paste(page, (number * (width + GAP), 0))
    about = PngInfo()
    about.add_text(SHOWN, drawn_text())
    sheet.quantize(128).save(target, optimize=True, pnginfo=about)


def _page(path: Path) -> Image.Image:
    """The first page of a Word file without its margins, with a frame."""
    office, to_png = shutil.which("soffice") or "soffice", shutil.which("pdftoppm") or "pdftoppm"
    made, picture = ["--headless", "--convert-to", "pdf", "--outdir", path.parent], path.parent / path.stem
    for command in (
        [office, f"-env:UserInstallation=file://{path.parent}/office", *made, path],
        [to_png, "-png", "-r", "100", "-singlefile", path.with_suffix(".pdf"), picture],
    ):
        subprocess.run(command, check=True, capture_output=True)
    page = Image.open(f"{picture}.png").convert("RGB")
    side, top = page.width // 14, page.height // 12
    return ImageOps.expand(page.crop((side, top, page.width - side, page.height - side)), 1, "#bbbbbb")


def at_the_desk() -> None:
    """A story at the desk, in each language of its pages."""
    from tests.webdesk.home import ready  # noqa: PLC0415  # Django, only for this picture

    home = ready()
    from django.contrib.auth.models import User  # noqa: PLC0415  # Django is ready only now
    from django.core.management import call_command  # noqa: PLC0415  # as above
    from django.test import Client  # noqa: PLC0415  # as above

    from pressgen.desk import stories  # noqa: PLC0415  # as above
    from pressgen.desk.room import room  # noqa: PLC0415  # as above
    from tests.webdesk.browser import Desk, chromium, serving  # noqa: PLC0415  # as above

    api.furnish(home.home, api.Office(), "en", sample=True)
    call_command("migrate", verbosity=0, interactive=False)
    person, here = User.objects.create_user("wang"), room()
    story = stories.created(TOLD, api.example(here.types[TOLD]), person, here, "made")
    visitor = Client()
    visitor.force_login(person)
    with serving() as address, chromium() as browser:
        for name, locale in {"desk.png": "en", "desk.zh.png": "zh-CN"}.items():
            context = browser.new_context(locale=locale, viewport=WINDOW)
            context.add_cookies(
                [
                    {"name": key, "value": cookie.value, "url": address}
                    for key, cookie in visitor.cookies.items()
                ]
            )
            page = Desk(context, address).go(f"/stories/{story.pk}/")
            page.locator(".paper.zh [data-goto='date']").first.click()
            page.locator(".paper.en .here").first.wait_for()
            page.mouse.move(0, 0)
            page.evaluate("scrollTo(0, 0)")
            page.wait_for_timeout(1_500)  # scrolling is smooth
            shot = Image.open(BytesIO(page.screenshot()))
            shot.convert("RGB").quantize(128).save(DOCS / name, optimize=True)


if __name__ == "__main__":
    for name, picture in pictures().items():
        (DOCS / name).write_text(picture, encoding="utf-8")
    drafts(DOCS / "drafts.png")
    at_the_desk()
