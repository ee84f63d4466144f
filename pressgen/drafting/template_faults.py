"""What is wrong with the writing of a template, in words: an open block, an unknown filter."""

from __future__ import annotations

from collections.abc import Mapping

import jinja2

from pressgen.complaints import escaped
from pressgen.errors import Place, TemplateError, Wording, series
from pressgen.regex import regex
from pressgen.source import nearest

_UNKNOWN = regex(r"No (filter|test) named '(\w+)'")
_KINDS = {"filter": Wording("过滤器", "filter"), "test": Wording("判断", "test")}
_KNOWN = (
    (
        regex(r"Unexpected end of template.*?innermost block that needs to be closed is '(\w+)'"),
        "“{{% {0} %}}”没有结束；请在它的末尾写“{{% end{0} %}}”",
    ),
    (regex("Unexpected end of template"), "模板没有写完；请补上缺少的结束标签"),
    (regex(r"Encountered unknown tag '(\w+)'.*?innermost block that needs to be closed is '(\w+)'"),
     "这里不能写“{{% {0} %}}”；要先结束“{{% {1} %}}”"),
    (regex(r"Encountered unknown tag '(\w+)'"), "没有“{{% {0} %}}”这种语句"),
    (regex(r"block '(\w+)' defined twice"), "段落{0}写了两次；请改名或删去一个"),
    (regex(r"unexpected char (.+?) at"), "这里不能写{0}"),
    (regex(r"expected token '(.+?)', got '(.+?)'"), "这里应为“{0}”，却是“{1}”"),
    (regex(r"unexpected '(.+?)'"), "这里不该有“{0}”"),
    (regex(r"[Uu]nexpected end of statement|Expected an expression"), "{{% %}}或{{{{ }}}}里没有写完"),
    (regex(r"Missing end of comment"), "注释{{#没有结束；请补上#}}"),
    (regex(r"Missing end of raw"), "“{{% raw %}}”没有结束；请补上“{{% endraw %}}”"),
)  # fmt: skip
"""How Jinja's parser begins to say what is wrong, and the same in Chinese."""
_SIGNS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "end of template": "模板的末尾",
    "begin of statement block": "{%",
    "begin of print statement": "{{",
    "name": "名称",
    "string": "文字",
}
"""How Jinja calls signs."""


def syntax_fault(
    error: jinja2.TemplateSyntaxError, at: Place, filters: Mapping[str, object], tests: Mapping[str, object]
) -> TemplateError:
    """The error for a template that cannot be read; an unknown filter is answered with the nearest."""
    message = " ".join((error.message or "").split())
    if unknown := _UNKNOWN.match(message):
        choices = filters if unknown[1] == "filter" else tests
        near = nearest(unknown[2], choices)
        return TemplateError(
            "没有{kind}“{word}”；是否为{known}？" if near else "没有{kind}“{word}”；可用：{known}",
            "there is no {kind} “{word}”; did you mean {known}?"
            if near
            else "there is no {kind} “{word}”; there are {known}",
            at,
            kind=_KINDS[unknown[1]],
            word=unknown[2],
            known=near or series(sorted(choices)),
        )
    return TemplateError("模板写法有误：{why}", "not a valid template ({why})", at, why=_why(message))


def _why(message: str) -> Wording:
    """What Jinja says, in both languages."""
    for pattern, zh in _KNOWN:
        if found := pattern.search(message):
            words = (_SIGNS.get(word, word) for word in found.groups())
            return Wording(escaped(zh.format(*words)), escaped(message))
    return Wording("请核对“{{{{ }}}}”和“{{% %}}”是否成对", escaped(message))
