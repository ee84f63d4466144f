"""Documents for property tests: every role, Markdown's and HTML's own signs, marks of each kind."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from pressgen.document import ROLES, Block, Document, Mark
from pressgen.house import House, Newsroom
from pressgen.house.style import Style
from pressgen.text import Pair
from pressgen.todo import KNOWN

HOUSE = House(("test",), Style(Pair("测试", "Test")), Newsroom((Path(),)), date(2023, 7, 18))
SIGNS = (
    "* ** _ __ # ## > - -- --- + = === 1. 2) ` ``` ~ ~~ | \\ ! [ ] ( ) < & &amp; &#35; <b> <!-- --> <?x?> ^"
    " [x](javascript:alert(1)) ![y](data:x) [z]: [^1] :-- |---| ' http: https://a.cn/?a=1&b=2 snake_case a_b"
)
WRITTEN = (
    "。 ， ： “ ” （ ） ％ ℃ 记者：张三 投资2405.72亿元 佛山 Foshan 267个 yuan 5~10~20 2023-07-18 🎉 𠮷"
    " 记者 | Reporter 【待译：abc】"
)
BLANK = [
    "\n",
    "\n\n",
    " ",
    "  ",
    "    ",
    "\t",
    "\r",
    "\u3000\u3000",
    "\u00a0",
    "\u2028",
    "[To translate: 佛山]",
]
TODO = ["[To translate: 佛山]"]
TEXT = st.lists(st.sampled_from(SIGNS.split() + WRITTEN.split() + BLANK + TODO), min_size=1, max_size=8).map(
    "".join
)
WORDS = st.builds("{}{}{}".format, st.sampled_from("佛山aZ7"), TEXT, st.sampled_from("佛山aZ7"))
KINDS = ["strong", "emphasis", "strong emphasis", "link", "link strong", "image", "link image", ""]
TARGETS = [
    "hall.jpg",
    "照片/会场(a).jpg",
    "100%.jpg",
    "https://a.cn/x?a=1&copy=2",
    "a%20b.jpg",
    "a\\b<c>.png",
    "#top",
    "é.jpg?",
]
TARGETS += ["", "会场 1.jpg"]


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """Text with marks that Markdown can show: apart or nested, letters at their edges."""
    text, marks = "", []
    for kinds in draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=3)):
        start, text = len(text), text + draw(WORDS)
        target = draw(st.sampled_from(TARGETS))
        addressed = ("link", "image")
        marks += [Mark(start, len(text), k, target if k in addressed else "") for k in kinds.split()]
        text += draw(st.one_of(st.just("，"), TEXT))
    return text, marks


@st.composite
def whole(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """A paragraph that is nothing but a picture, a link or emphasis."""
    kind = draw(st.sampled_from(["image", "link", "emphasis"]))
    text = draw(WORDS if kind == "emphasis" else TEXT)
    return text, [Mark(0, len(text), kind, "" if kind == "emphasis" else draw(st.sampled_from(TARGETS)))]


@st.composite
def any_marks(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """Text with marks that may overlap, touch, be empty or end on punctuation."""
    text = draw(TEXT)
    places, kinds = st.integers(0, len(text)), st.sampled_from(["strong", "emphasis", "link", "image"])
    edges = draw(st.lists(st.tuples(places, places, kinds), max_size=4))
    return text, [Mark(min(a, b), max(a, b), kind, "a.jpg") for a, b, kind in edges]


@st.composite
def documents(draw: st.DrawFn, said: st.SearchStrategy[tuple[str, list[Mark]]]) -> Document:
    """A document in one language: a headline, then blocks of any role."""
    lang = draw(st.sampled_from(["zh", "en"]))
    blocks = [Block("headline", "佛山 Foshan", lang)]
    for text, marks in draw(st.lists(said, max_size=5)):
        ordered = sorted([*marks, *KNOWN.find(text)], key=lambda mark: (mark.start, -mark.end, mark.kind))
        role, own = draw(st.sampled_from(ROLES)), draw(st.sampled_from([lang, lang, "und"]))
        blocks.append(Block(role, text, own, tuple(ordered)))
    return Document(lang, tuple(blocks), published="2023-07-18T16:17")


def plain_or_marked() -> st.SearchStrategy[tuple[str, list[Mark]]]:
    """Text with marks that both Markdown and HTML can show, or with none."""
    return st.one_of(passages(), whole(), TEXT.map(lambda text: (text, [])))
