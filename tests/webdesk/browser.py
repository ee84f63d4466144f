"""A real browser at a real server: what the tests marked ``browser`` share."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

CHROMIUM = (
    os.environ.get("CHROMIUM")
    or shutil.which("chromium")
    or shutil.which("chromium-browser")
    or "/usr/bin/chromium"
)
expect.set_options(timeout=15_000)  # a busy machine drafts its first release in several seconds
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@contextmanager
def chromium() -> Iterator[Browser]:
    """The distribution's Chromium, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        yield browser
        browser.close()


@contextmanager
def serving() -> Iterator[str]:
    """The desk on a free port of this machine; its address."""
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415  # Django is ready only now
    from waitress.server import create_server  # noqa: PLC0415  # as above

    server = create_server(get_wsgi_application(), host="127.0.0.1", port=0, threads=8, ident="")
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(5)


class Desk:
    """One person's browser; whatever its console complains of is kept in ``faults``."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        self.faults: list[str] = []
        self.page = self.open()

    def open(self) -> Page:
        """One more tab."""
        page = self.context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda said: said.type in ("error", "warning") and self.faults.append(said.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        return page

    def go(self, path: str) -> Page:
        """Open an address of the desk."""
        self.page.goto(f"{self.address}{path}")
        return self.page
