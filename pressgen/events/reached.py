"""How somebody is reached: telephone numbers, e-mail and web addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pressgen.errors import Place
from pressgen.events.refusal import refuse
from pressgen.regex import compiled

_HOST = r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}"
KINDS: Mapping[str, tuple[re.Pattern[str], str]] = {
    "phone": (
        compiled(
            r"\+?[(（]?\+?[0-9](?:[0-9 ()（）-]*[0-9])?(?:[ ,，;；/、]*(?:转|ext\.?|x) ?[0-9]{1,6})?",
            re.IGNORECASE,
        ),
        "+86-757-8333-0000",
    ),
    "email": (compiled(rf"[^\s@,，;；<>（）()]+@{_HOST}"), "press@example.org"),
    "website": (
        compiled(rf"(?:https?://)?{_HOST}(?::[0-9]+)?(?:/[^\s，。；]*)?", re.IGNORECASE),
        "www.example.org",
    ),
}
"""How somebody is reached: what each kind looks like, and an example."""
_LABELS: Mapping[str, Mapping[str, str]] = {
    "phone": {"label": "电话号码", "article": "a telephone number"},
    "email": {"label": "电子邮箱", "article": "an e-mail address"},
    "website": {"label": "网址", "article": "a web address"},
}
_LONGEST = 200


def read(kind: str, text: str, path: str, at: Place) -> str:
    """A telephone number or an address as it was written. Raises EventError: it looks like none."""
    pattern, example = KINDS[kind]
    if len(text) > _LONGEST or not pattern.fullmatch(text):
        raise refuse(
            path,
            "“{text}”不像{label}；请写一个，如{example}；有几个就写几项",
            "“{text}” does not look like {article}; write one, such as {example}, and several as items",
            at,
            text=text[:_LONGEST],
            **_LABELS[kind],
            example=example,
        )
    return text
