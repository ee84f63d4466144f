"""A desk in a process of its own, and a person who uses it without a browser."""

from __future__ import annotations

import http.cookiejar
import json
import re
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path

from tests.webdesk.forms import put, sent

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as it:
        it.bind(("127.0.0.1", 0))
        return int(it.getsockname()[1])


def launched(
    home: str | Path, port: int, *words: str, sample: bool = True
) -> tuple[subprocess.Popen[str], str]:
    """A desk that serves a home, and the address it printed; ``words``: another of its commands."""
    options = ["--no-browser", *(["--sample"] if sample else []), "--home", str(home), "--port", str(port)]
    command = [sys.executable, "-m", "pressgen", "desk", *options, *words]
    desk = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert desk.stdout
    return desk, desk.stdout.readline().strip()


@contextmanager
def started(home: str | Path) -> Iterator[str]:
    """The address of a desk that runs meanwhile."""
    desk, address = launched(home, free_port())
    yield address
    desk.terminate()
    desk.communicate(timeout=20)


class Person:
    """Somebody at the desk whose address was printed; ``last`` is the last headline that was saved."""

    def __init__(self, address: str) -> None:
        self.root = address.split("/enter/", maxsplit=1)[0]
        self.last, self.errors, self.story, self.pairs, self.token = "", 0, "", [], ""
        self.open = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        ).open
        self.get(address.removeprefix(self.root))

    def get(self, path: str) -> str:
        """A page."""
        page = self.open(self.root + path, timeout=60).read().decode()
        self.token = (re.search(r'data-csrf="(\w+)"', page) or [self.token, self.token])[1]
        return str(page)

    def new_story(self) -> None:
        """A story like the example."""
        self.get("/")
        given = {"csrfmiddlewaretoken": self.token, "type": "investment-promotion", "example": "1"}
        answer = self.open(f"{self.root}/stories/new", urllib.parse.urlencode(given).encode(), timeout=60)
        self.at(answer.geturl().removeprefix(self.root))

    def at(self, story: str) -> None:
        """Open a story."""
        self.story = story
        self.pairs = sent(self.get(story).encode())

    def headline(self) -> str:
        """The English headline as it stands in the database."""
        return dict(sent(self.get(self.story).encode()))["headline.en"]

    def save(self, headline: str) -> float:
        """Type another headline; how many milliseconds the save with its preview took."""
        self.pairs = put(self.pairs, "headline.en", headline)
        headers = {"X-CSRFToken": self.token, "X-Requested-With": "desk"}
        body = urllib.parse.urlencode(self.pairs).encode()
        began = time.perf_counter()
        try:
            asked = urllib.request.Request(f"{self.root}{self.story}save", body, headers)  # noqa: S310  # our own
            answer = self.open(asked, timeout=60)
            self.pairs = put(self.pairs, "version", str(json.loads(answer.read())["version"]))
            self.last = headline
        except (OSError, HTTPException):  # also: killed between head and body of the answer
            self.errors += 1
        return (time.perf_counter() - began) * 1000
