"""A process that checks items: started by a crew, told a house first, then batch after batch.

It answers on its standard output item by item, so that whoever started it knows which one it is at. It
ends when its input does, or whoever started it is gone.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import signal
import sys
import threading
import time
from typing import IO, Any

from pressgen.audit.item import Item, ItemText, Said
from pressgen.audit.judge import judged
from pressgen.audit.rules import arrived, differing, fingerprint
from pressgen.errors import PressgenError
from pressgen.house import House

_FIRST = Item(
    "",
    (
        ItemText("a.zh.txt", "佛山签约项目3个，投资15.26亿元，增长5%。".encode(), ".txt"),
        ItemText("a.en.txt", b"Foshan signed 3 projects worth 1.526 billion yuan, up 5%.", ".txt"),
    ),
)
"""Checked before any other: what is made ready once is not laid to the first document's time."""

_LOOK = 1.0
"""Seconds between two looks whether whoever started it is there. On Windows it always seems to be."""


class Refused(Exception):  # noqa: N818  # it says no, and is no fault
    """The rules here are not those of who asks."""

    def __init__(self, zh: str, en: str) -> None:
        self.said = Said(zh, en)
        super().__init__(zh, en)


def opened(house: House, rules: dict[str, str]) -> House:
    """A house that was sent, with its glossary and rates read here. Raises Refused where they are others."""
    try:
        here = arrived(house)
        other = differing(rules, fingerprint(here))
        if not other:
            here.glossary, here.rates  # noqa: B018  # now, not at the first document's cost
            return here
    except PressgenError as fault:
        raise Refused(fault.say("zh"), fault.say("en")) from None
    zh, en = "、".join(name.zh for name in other), ", ".join(name.en for name in other)
    raise Refused(
        f"与主机上的不一致：{zh}；如刚刚改过，请再运行一次",
        f"not the same as on the machine that asks: {en}; if it was changed just now, run the audit again",
    )


def main() -> None:
    """Serve the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who started it
    threading.Thread(target=end_after, args=(os.getppid(),), daemon=True).start()
    gc.set_threshold(100_000)
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing a library prints may get among the answers
    with contextlib.suppress(BrokenPipeError, EOFError):
        house, rules = pickle.load(requests)  # noqa: S301  # from the process that started this one
        try:
            here = opened(house, rules)
        except Refused as refused:
            _say(answers, refused.said)
            return
        judged(_FIRST, here)
        _say(answers, None)
        gc.freeze()
        while True:
            for item in pickle.load(requests):  # noqa: S301  # the same
                _say(answers, judged(item, here))


def end_after(parent: int) -> None:
    """End with the process that started this one: the document it is at may never end, and nobody waits."""
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)


def _say(answers: IO[bytes], message: Any) -> None:
    pickle.dump(message, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()


if __name__ == "__main__":
    main()
