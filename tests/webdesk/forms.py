"""A page's form as a browser would send it."""

from __future__ import annotations

from lxml import html

Pairs = list[tuple[str, str]]


def sent(page: bytes, form: str = "cards") -> Pairs:
    """The names and values of a form, in its order; what is disabled is not sent."""
    tree = html.fromstring(page.decode())
    found: Pairs = []
    for field in tree.get_element_by_id(form).iter("input", "textarea", "select"):
        name, kind = field.get("name"), field.get("type", "")
        if not name or field.get("disabled") is not None or kind in ("file", "submit"):
            continue
        if kind in ("checkbox", "radio") and field.get("checked") is None:
            continue
        found.append((name, str(field.value or "") if field.tag == "select" else _value(field)))
    return found


def _value(field: html.HtmlElement) -> str:
    if field.tag == "textarea":
        return (field.text or "").removeprefix("\n")
    return field.get("value", "")


def put(pairs: Pairs, name: str, value: str) -> Pairs:
    """The form with another value in one of its inputs."""
    assert name in dict(pairs), name
    return [(each, value if each == name else old) for each, old in pairs]
