"""The text a reporter fills in: a type's example with its comments, pointing editors to the schema."""

from __future__ import annotations

import re
from dataclasses import replace

from pressgen import source
from pressgen.events.fields import Field, Fields
from pressgen.regex import regex
from pressgen.source import Node

EXAMPLE = "example.yaml"
_PHOTO = regex(r"^  - photo:.*\n(?: {3,}.*\n)*", re.MULTILINE)
_LINE = regex(r"^(?=.)", re.MULTILINE)
_STORY = regex(r"^(?:# )?story:", re.MULTILINE)
_PUBLISHED = regex(r"^published:.*\n", re.MULTILINE)
_DATELINE = regex(r"^(?:# )?dateline:", re.MULTILINE)
_OWN_PLACE = regex(r"^dateline: .*\n", re.MULTILINE)
_SLUG = regex(r"^slug: .*\n", re.MULTILINE)
_HOUSE = regex(r"^house: .*$", re.MULTILINE)
_KINDS = "这类稿件常用的陈述 · kinds of statement that go with this type: "
_LOOK = (
    "# 全部陈述和写法 · all of them and how to write one: pressgen statements, pressgen statements share\n"
)
_OWN_STORY = """\
# 稿件要自己定顺序，就写story，一项一段 · a story, one item a paragraph, gives an order of your own
# story: [lead, rest]
"""


def example(fields: Fields) -> Node:
    """The facts of a type's example, but for its photos, which lie elsewhere. Raises FileError."""
    node = source.load(fields.folder / EXAMPLE)
    if not isinstance(node.value, dict):
        return node
    story = node.value.get("story")
    if story is None or not isinstance(story.value, list):
        return node
    kept = replace(story, value=[item for item in story.value if not _is_photo(item)])
    return replace(node, value={**node.value, "story": kept})


def _is_photo(item: Node) -> bool:
    return isinstance(item.value, dict) and "photo" in item.value


def blank(fields: Fields, schema: str = "", house: str = "") -> str:
    """The text of a new event file of this type, which drafts as it stands.

    ``schema`` is where the type's JSON Schema lies, as an address or a path; ``house`` is the newsroom's
    own. Its drafts are called as the file is, not as the example. The example's photos are commented out,
    since the pictures do not lie beside the new file. Comments name the kinds of statement that go with the
    type, and the place of issue. Raises FileError.
    """
    text = _SLUG.sub("", source.text_of(fields.folder / EXAMPLE))
    if house:
        text = _HOUSE.sub(f"house: {house}", _OWN_PLACE.sub("", text))
    text = _PHOTO.sub(lambda photo: _LINE.sub("# ", photo[0]), text)
    text = _with_dateline(_with_kinds(text, fields.fitting), fields.fields.get("dateline"))
    return f"# yaml-language-server: $schema={schema}\n{text}" if schema else text


def _with_kinds(text: str, kinds: list[str]) -> str:
    """The kinds in a comment in front of the story, or where one may be written."""
    import textwrap  # noqa: PLC0415  # a draft writes no form

    named = ", ".join(kinds)
    comment = "\n# ".join(textwrap.wrap(f"{_KINDS}{named}", 110, break_on_hyphens=False))
    story = _STORY.search(text) or re.search(r"\Z", text)
    assert story is not None  # noqa: S101  # every text has an end
    before = text[: story.start()]
    gap = "" if story[0] else f"\n{_OWN_STORY}"
    return f"{before}{gap}# {comment}\n{_LOOK}{text[story.start() :]}" if kinds else text


def _with_dateline(text: str, declared: Field | None) -> str:
    """The place of issue in a comment behind the time of issue, unless the example gives it."""
    if declared is None or declared.example is None or _DATELINE.search(text):
        return text
    line = f"# dateline: {declared.example.value}   # {declared.help.zh} · {declared.help.en}\n"
    return _PUBLISHED.sub(lambda published: published[0] + line, text, count=1)
