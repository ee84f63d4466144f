"""The scales of ``scales.csv``: what their cues are compared by, and what is said when they disagree."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, cast

from pressgen.checks.status.rules import BY_NAME
from pressgen.errors import Wording
from pressgen.findings import Rule

Mode = Literal["once", "each", "plan"]


@dataclass(frozen=True, slots=True)
class Scale:
    """Cues whose values exclude each other.

    ``once``: a value said anywhere in the other sentence answers; ``each``: every mention wants its own;
    ``plan``: one word for a plan covers a sentence, what was done is counted.
    ``number``: only cues of the same number are compared; ``paired``: cues of two numbers do not
    answer each other.
    ``doubts``: behind a denial (``negation``) or a plan (``plan``) a cue says nothing.
    """

    name: str
    rule: Rule
    mode: Mode
    number: bool
    paired: bool
    doubts: frozenset[str]
    slip: Wording


@cache
def scales() -> dict[str, Scale]:
    """Every scale by its name."""
    table = resources.files(__package__).joinpath("scales.csv").read_text(encoding="utf-8")
    return {line["scale"]: _scale(line) for line in csv.DictReader(table.splitlines())}


def _scale(line: dict[str, str]) -> Scale:
    return Scale(
        line["scale"],
        BY_NAME[line["rule"]],
        cast("Mode", line["mode"]),
        line["number"] == "yes",
        line["number"] == "pair",
        frozenset(line["doubts"].split()),
        Wording(line["zh"], line["en"]),
    )
