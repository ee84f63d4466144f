"""Numbers that are vague twice: 约300多家, 近200家左右, 超过5亿元以上."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ABOUT = (
    "大约|(?<![签节合制特条预相邀大纽公和契])约|将近|(?<![附接临靠贴新最亲将邻远])近|超过"
    "|(?<![赶反出高港英中])超(?!过)|逾|不低于|不少于|至少"
)
_NUMBER = r"(?:\d[\d.,]{0,15}|[一二三四五六七八九十两百千万]{1,5})[百千万亿]{0,3}"
_MORE = re.compile(rf"({_ABOUT})(?P<rest>{_NUMBER}[多余](?!年|个月|天|分))")
_ROUND = re.compile(rf"({_ABOUT})(?P<rest>{_NUMBER}%?[\u4e00-\u9fff]{{0,4}}?(?:左右|上下|以上))")


def hedged_twice(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and the text with one hedge only, for each number that has two."""
    found = sorted((match.start(), match) for pattern in (_MORE, _ROUND) for match in pattern.finditer(text))
    last = 0
    for start, match in found:
        if start >= last:
            last = match.end()
            yield start, last, match["rest"]
