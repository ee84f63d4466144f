"""What must or may not be done, in each language's order: 途中不得看手机, at least an extra hour."""

from __future__ import annotations

from pressgen.drafting.prose import Prose
from pressgen.regex import regex

_EXTRA = regex(
    r"(?P<article> (?:an (?:extra|additional)|a further|another))"
    r"(?P<bound> (?:at least|no more than|up to))(?= \d)"
)
"""How many more at least: allow at least an extra 10 minutes."""
_WHILE = regex(
    "(?P<ban>不得)(?P<when>在?[^，。；、不须可]{1,10}?(?:途中|期间|过程中|的时候|之前|之后))(?=[^，。；、内外的]{2})"
)
"""When something is banned stands in front of the ban."""
_FOR = regex(
    r"\b(?P<must>must|may) (?P<does>[a-z][^.;“]*? (?:who|that|which) [^.;“]*?)"
    r"(?P<span> for (?:at least|no more than) [\w.]+ (?:minutes|hours|days|weeks|months|years))"
    r"(?=[.;]|, and |$)"
)
"""How long one must do something to those who …: that stands by the verb, and not behind what they did."""
_AGAIN = regex(
    "(?:^|(?<=。))(?P<who>[^，。；：“”]{2,12}?)须(?:年满|满|具有|具备|持有|取得|完成|通过)[^。；“”（）]{1,40}(?P<stop>。)"
    "(?P<again>(?P=who)须)(?=[^。“”]{2,})"
)
"""What one must be and must do, in two sentences with the same opening."""


def ordered(prose: Prose) -> Prose:
    """The same prose, what bounds a duty where it belongs, and who has several duties named once.

    >>> ordered(Prose("Shops must allow an extra at least 10 minutes.")).text
    'Shops must allow at least an extra 10 minutes.'
    >>> ordered(Prose("Stations must sell nothing to drivers who drink for at least 30 days.")).text
    'Stations must, for at least 30 days, sell nothing to drivers who drink.'
    >>> ordered(Prose("Schools must keep records for at least 30 days.")).text
    'Schools must keep records for at least 30 days.'
    >>> ordered(Prose("司机不得行车途中接打电话，不得在室内停放。")).text
    '司机行车途中不得接打电话，不得在室内停放。'
    >>> ordered(Prose("学员须年满20周岁。学员须通过体检，不得代考。")).text
    '学员须年满20周岁，并须通过体检，不得代考。'
    """
    if not any(word in prose.text for word in ("must ", "may ", "须", "不得")):
        return prose
    while found := _EXTRA.search(prose.text):
        article = found["article"]
        prose = prose.with_words(found.start("article"), found.end("article"), "")
        place = found.end("bound") - len(article)
        prose = prose.with_words(place, place, article)
    while found := _WHILE.search(prose.text):
        prose = prose.with_words(found.end("when"), found.end("when"), found["ban"])
        prose = prose.with_words(found.start("ban"), found.end("ban"), "")
    if found := _FOR.search(prose.text):
        front, span = (
            prose.until(found.end("must")),
            prose.until(found.end("span")).since(found.start("span")),
        )
        does = prose.until(found.start("span")).since(found.end("must"))
        rest = prose.since(found.end("span"))
        front.add(",")
        front.append(span)
        front.add(",")
        front.append(does)
        front.append(rest)
        prose = front
    if found := _AGAIN.search(prose.text):
        prose = prose.with_words(found.start("stop"), found.end("again"), "，并须")
    return prose
