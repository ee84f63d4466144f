"""The files of a house and of those it extends, read as one tree of settings."""

from __future__ import annotations

from dataclasses import replace

from pressgen.errors import HouseError, Place, PressgenError, Wording, series
from pressgen.house.newsroom import Newsroom
from pressgen.source import Node, called, declared, meant, parse, text_of
from pressgen.text import han

BASE = "base"


def name_of(word: str, newsroom: Newsroom) -> str:
    """The house a person calls by its name or title (佛山新闻网), by name; the word where there is none."""
    if word in newsroom.names("houses") or word == BASE:
        return word
    return called(word, _titles(newsroom)) or word


def _titles(newsroom: Newsroom) -> dict[str, list[str]]:
    """What each house is called, in both languages."""
    titles = {
        name: named(named(_read(name, newsroom, None)).get("title")) for name in newsroom.names("houses")
    }
    return {name: [str(each.value) for each in title.values()] for name, title in titles.items()}


def inherited(name: str, newsroom: Newsroom, written: str = "") -> tuple[tuple[str, ...], Node]:
    """A house and those it extends, by name, and their settings as one; ``written`` stands for its own file.

    Raises PressgenError.
    """
    names: list[str] = []
    nodes: list[Node] = []
    at: Place | None = None
    while name:
        if name in names:
            raise HouseError(
                "样式互相继承：{names}；请去掉其中一个extends",
                "these houses extend each other: {names}; delete one extends",
                at,
                names=" → ".join([*names, name]),
            )
        names.append(name)
        nodes.append(_read(name, newsroom, at, written if not nodes else ""))
        name, at = _parent(nodes[-1])
    merged = nodes[-1]
    for node in reversed(nodes[:-1]):
        merged = _over(node, merged)
    return tuple(names), merged


def _read(name: str, newsroom: Newsroom, at: Place | None, written: str = "") -> Node:
    path = (
        newsroom.find("templates", "houses", name, "house.yaml") if name.replace("-", "").isalnum() else None
    )
    if path is None:
        raise unknown_house(name, newsroom, at)
    return parse(written, f"{name}/house.yaml") if written else declared(text_of(path), str(path))


def unknown_house(name: str, newsroom: Newsroom, at: Place | None = None) -> PressgenError:
    """The error for a house there is not, with those there are."""
    titles = _titles(newsroom)
    near = meant(name, titles)
    if near:
        return HouseError(
            "没有样式{name}；是否为{meant}？",
            "there is no house {name}; did you mean {meant}?",
            at,
            name=name,
            meant=Wording(next(iter(titles[near]), near) if han(name) else near, near),
        )
    return HouseError(
        "没有样式{name}；可用：{known}",
        "there is no house {name}; there are {known}",
        at,
        name=name,
        known=series(titles),
    )


def _parent(node: Node) -> tuple[str, Place | None]:
    parent = named(node).get("extends")
    if parent is None or not isinstance(parent.value, str):
        return "", None
    return parent.value, parent.at


def _over(upper: Node, lower: Node) -> Node:
    """Named values of ``upper`` over those of ``lower``, at any depth; ``{}`` clears what is below."""
    if not isinstance(upper.value, dict) or not isinstance(lower.value, dict) or not upper.value:
        return upper
    both = {
        key: _over(value, lower.value[key]) if key in lower.value else value
        for key, value in upper.value.items()
    }
    return replace(upper, value={**lower.value, **both}, keys={**lower.keys, **upper.keys})


def faces_on_bodies(node: Node) -> Node:
    """In ``look.zh`` and ``look.en`` every face lies over the body's: a role says only what differs."""
    found: dict[str, Node] = {}
    for lang, faces in named(named(node).get("look")).items():
        body = named(faces).get("body")
        if lang != "page" and body is not None:
            found[lang] = replace(
                faces, value={role: _over(face, body) for role, face in named(faces).items()}
            )
    look = named(node).get("look")
    if look is None or not found:
        return node
    merged = replace(look, value={**named(look), **found})
    return replace(node, value={**named(node), "look": merged})


def named(node: Node | None) -> dict[str, Node]:
    """What a node holds by name; nothing where it holds none."""
    return node.value if node is not None and isinstance(node.value, dict) else {}
