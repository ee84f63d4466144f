"""What the newsroom knows of the names on a story's cards: said below a name that stands in one language."""

from __future__ import annotations

from collections.abc import Iterator

from pressgen import api
from pressgen.desk.cards import is_chinese
from pressgen.desk.room import ui
from pressgen.desk.stories import Made
from pressgen.errors import Wording

_KINDS = frozenset({"name", "names"})
_LISTED = Wording("术语表：{other}", "glossary: {other}")
_PROPOSED = Wording("术语表没有；可写{other}", "not in the glossary; perhaps {other}")
_OPEN = Wording("术语表没有；可写{other}，读音待核", "not in the glossary; perhaps {other}, reading to check")
_UNKNOWN = Wording("术语表没有；请写出另一种语言", "not in the glossary; write it in the other language, too")


def hints(made: Made) -> Iterator[tuple[str, dict[str, str]]]:
    """For the input of each name given in one language what the other is, or may be."""
    if made.draft is None:
        return
    house = made.draft.house
    for path, fact in made.draft.event.facts.items():
        text = fact.value.text if fact.field.kind in _KINDS and isinstance(fact.value, api.Name) else ""
        hint = _hint(text, house) if text else None
        if hint and not (path.startswith("credits.") and hint["kind"] == "open"):
            yield made.goto(path), hint


def _hint(text: str, house: api.House) -> dict[str, str]:
    to = "en" if is_chinese(text) else "zh"
    listed = api.named(house, text)
    if listed:
        return {"kind": "known", "text": _LISTED.say(ui(), other=listed), "other": listed, "lang": to}
    proposal = api.propose(text, house) if to == "en" else None
    if proposal is None or not proposal.en:
        return {"kind": "open", "text": _UNKNOWN.say(ui()), "lang": to}
    wording = _PROPOSED if proposal.sure else _OPEN
    reading = "" if proposal.sure else "open"
    said = wording.say(ui(), other=proposal.en)
    return {"kind": "proposed", "text": said, "other": proposal.en, "lang": to, "reading": reading}
