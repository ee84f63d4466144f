"""English words by what a sentence has to know of them: ``words.csv``, a row a kind, words parted by ``|``.

- ``one``: there may be several, though it ends as what there is much of does (station);
- ``several``: so there may, though that is said rarely (garage);
- ``much``: there is much of it (water); ``the``: the only one (total);
- ``verb``: a verb that is no noun (build); ``guest``: more of them, of guests (taste);
- ``whole``: ends as a form of a verb does, and is none (spring).
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from pressgen.regex import regex

_TABLE = Path(__file__).with_suffix(".csv")
_MASS = regex(".+(?:tion|sion|ment|ance|ence|age|ing|ship|ness|ity)")


@cache
def listed(kind: str) -> frozenset[str]:
    """The words of a kind.

    >>> "station" in listed("one"), "water" in listed("much"), "build" in listed("verb")
    (True, True, True)
    """
    rows = csv.DictReader(_TABLE.read_text(encoding="utf-8").splitlines())
    return frozenset(word for row in rows if row["kind"] == kind for word in row["words"].split("|"))


def is_mass(noun: str) -> bool:
    """Whether there is much of what a noun names, so that it stands without an article.

    >>> [is_mass(noun) for noun in ("water", "training", "station", "bus")]
    [True, True, False, False]
    """
    return noun in listed("much") or (bool(_MASS.fullmatch(noun)) and noun not in listed("one"))
