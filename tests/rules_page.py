"""The page of all checks, made from the rules and the first of their cases: ``python -m tests.rules_page``."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from pressgen.checks import RULES
from pressgen.findings import Rule
from tests.sentences import Case, cases

PAGE = Path(__file__).parent.parent / "docs" / "checks.md"
INTRO = """\
# What is checked

`pressgen check` reads a draft as a revisor does, in this order. An **error** is wrong, a **warning** probably,
a **note** is worth a look; only errors change the exit code. A rule's id reads as "allow …". Each rule stands
here with its reason and one sentence it catches: the [brackets] mark what it points at, ` → ` what it is mended
to, ` ⟷ ` parts Chinese and English, ` ¶ ` paragraphs. All sentences, those to be left alone too, are in
`tests/cases`.
"""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join([INTRO, *_rooms()])


def _rooms() -> Iterator[str]:
    for room, rules in groupby(sorted(RULES.values(), key=_order), key=_room):
        caught = {case.rule: case for case in reversed(cases(room)[1])}
        yield from (f"## {room}", "")
        for rule in rules:
            yield from _rule(rule, caught.get(rule.id))


def _order(rule: Rule) -> int:
    """Rooms in the order they are first looked at; rules of one room together."""
    rooms = list(dict.fromkeys(map(_room, RULES.values())))
    return rooms.index(_room(rule))


def _room(rule: Rule) -> str:
    return rule.id.partition("/")[0]


def _rule(rule: Rule, case: Case | None) -> Iterator[str]:
    why = rule.why.en[0].upper() + rule.why.en[1:]
    yield from (f"### {rule.id}", "", f"{rule.severity}: {why}. {rule.why.zh}。", "")
    if case is None:
        return
    marked = f"{case.text[: case.start]}[{case.text[case.start : case.end]}]{case.text[case.end :]}"
    mended = f" → {case.fixed}" if case.fixed is not None else ""
    yield from ("```text", marked + mended, "```", "")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
