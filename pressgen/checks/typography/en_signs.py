"""English signs: half-width, spaced, curled, and none too many."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pressgen.checks.typography.habit import PRESS, Edit, Finder, Habit, every, replaced, rule, when
from pressgen.checks.typography.zh_spaces import BIDI, INVISIBLE, ZERO_WIDTH
from pressgen.document import Role
from pressgen.errors import Wording
from pressgen.regex import regex

_CLOSING = {
    "，": ",",
    "。": ".",
    "、": ",",
    "；": ";",
    "：": ":",
    "？": "?",
    "！": "!",
    "）": ")",
    "】": "]",
    "％": "%",
}
_OPENING = {"（": "(", "【": "["}
_SIGN = regex(f"[ ]{{0,3}}([{''.join(_CLOSING)}])[ ]{{0,3}}|[ ]{{0,3}}([{''.join(_OPENING)}])[ ]{{0,3}}")
_WIDE = regex("[０-９Ａ-Ｚａ-ｚ＋－＝／＆＠＃＄￥．＊＜＞［］｛｝＿｜ﬀ-ﬆ]+|\u3000")
_NO_SPACE = regex(r"\s|[,.;:?!)\]”’\"'%，。、；：？！）】％]|$")


def _narrow(text: str) -> Iterator[Edit]:
    """Full-width signs as their half-width ones, with the space English sets around them."""
    for match in _SIGN.finditer(text):
        if match[2]:
            before = "" if match.start() == 0 or text[match.start() - 1] in "(“‘" else " "
            yield _trimmed(match, before + _OPENING[match[2]])
        else:
            after = "" if _NO_SPACE.match(text, match.end()) else " "
            yield _trimmed(match, _CLOSING[match[1]] + after)
    for match in _WIDE.finditer(text):
        yield Edit(match.start(), match.end(), unicodedata.normalize("NFKC", match.group()))


def _trimmed(match: re.Match[str], fixed: str) -> Edit:
    """The edit without the spaces that stay as they are."""
    found = match.group()
    first = int(found[0] == fixed[0] == " ")
    last = int(found[-1] == fixed[-1] == " ")
    return Edit(match.start() + first, match.end() - last, fixed[first : len(fixed) - last])


_MARKED = regex("[《〈]([^《》〈〉]*)[》〉]|[「『]([^「」『』]*)[」』]")


def _title_marks(text: str) -> Iterator[Edit]:
    for match in _MARKED.finditer(text):
        title = match[1] if match[1] is not None else f"“{match[2]}”"
        yield Edit(match.start(), match.end(), title, safe=False)


_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_FIRST = "The|In|It|On|At|This|These|He|She|They|We|But|And|As|For|With|By|A|Its|To|From|According"
_COMMA_SPACE = every(
    replaced(r",(?:(?<=[a-z] \d,)|(?<=[a-z] \d\d,))(?=(?:19|20)\d\d\b)", ", "),
    replaced(r",(?<=[A-Za-z0-9’”)%],)(?=[A-Za-z“‘(])", ", "),
    replaced(r",(?<=[a-z]{3},)(?=\d)", ", ", safe=False),
    replaced(r",(?<=\b(?:19|20)\d\d,)(?=\d{1,4}\b(?!,\d{3}))", ", "),
    replaced(r";(?<=[a-z0-9%)];)(?=[A-Za-z0-9])(?<!\d;(?=\d))", "; "),
    replaced(r":(?<=[a-z]{3}:)(?=[A-Za-z][a-z]{2})", ": ", safe=False),
    replaced(r":(?<=[a-z]:)(?=“[A-Z])", ": "),
    replaced(
        rf"\.(?:(?<=[a-z]{{3}}\.)|(?<=\d%\.)|(?<=[a-z]\)\.))(?=(?:{_FIRST})\b )",
        ". ",
    ),
    replaced(r"\.(?:(?<=[a-z]{3}\.)|(?<= (?:19|20)\d\d\.))(?=[A-Z][a-z]+ [a-z])", ". ", safe=False),
    replaced(r",(?<=\bCo\.,)(?=Ltd\b)", ", "),
    replaced(r"[?!](?<=[a-z]{3}[?!])(?=[A-Z][a-z])", r"\g<0> ", safe=False),
    when(
        "”[A-Za-z]",
        replaced(
            r"(?<=[a-z]{3}[.?!]”)(?=[A-Z])|(?<=[a-z],”)(?=[A-Za-z])|(?<=[a-z]”)(?=[a-z]{2})", " ", safe=False
        ),
    ),
    when("“(?<=[a-z]“)", replaced(r"(?<=[a-z])(?=“[A-Za-z])", " ", safe=False)),
    replaced(r"\((?<=[a-z]{2}\()(?=[A-Za-z]{3,}|\d{2})", " (", safe=False),
    when(r"\)[A-Za-z]", replaced(r"(?<=[A-Za-z0-9]{2}\))(?=[A-Za-z]{3,})", " ", safe=False)),
)
"""A pattern that begins with a sign is looked for where the sign stands, one that begins with what is before
it at every letter."""
_STRAY = every(
    replaced(r"(?<=[A-Za-z0-9%’”)])[ \u00a0]+,(?=[A-Za-z“])", ", "),
    replaced(r"(?<=[A-Za-z0-9%’”)])[ \u00a0]+(?=[,.;:?!](?:\s|$|[”’\"']))"),
    replaced(r"(?<=[(\[])[ \u00a0]+(?=\S)|(?<=\S)[ \u00a0]+(?=[)\]])"),
    replaced(r"(?<=“)[ \u00a0]+(?=[A-Za-z0-9])|(?<=[A-Za-z0-9.,?!])[ \u00a0]+(?=”)"),
    replaced(r"(?<=\S)[ \u00a0]{2,}(?=[^\s|])", " "),
    replaced(r"(?<=\b[Aa]nd) / (?=or\b)", "/"),
    replaced(
        r"(?<=[a-z]{3})- (?=[a-z]{3})(?![a-z]+-|and\b|or\b|to\b|but\b|the\b|through\b)|(?<=[a-z]{3}) "
        "-(?=[a-z]{3})",
        "-",
        safe=False,
    ),
)
_DOUBLED = every(
    replaced(r"\betc\.\.+|\betc\.? ?(?:…|\.\.\.+)", "etc."),
    replaced(r"(?<=[A-Za-z0-9)”])\.\.(?!\.)", "."),
    replaced(r"([,;:])\1+", r"\1"),
    replaced(r"([?!])\1+", r"\1", safe=False),
    replaced(r"(?<!\.)\.{3} \.(?!\.)|\. \. \.( \.)?|\.{5,}", "...", safe=False),
    replaced(r"…(?: ?…)+", "…", safe=False),
    replaced(r"(?<=[A-Za-z0-9])[,;:] ?(?=[.?!](?:\s|$))", safe=False),
    replaced(r"(?<=[a-z][.?!])([”\"])\.(?=\s|$)", r"\1", safe=False),
    replaced(r",\.|\.,(?=\s[A-Z][a-z]+ (?:is|was|has))", ".", safe=False),
)
_BEFORE_QUOTE = regex(r"[\s(\[{—–/“‘\"'\-]$|^$")
_STRAIGHT = regex("[\"'＂＇]")
_TURNED = every(
    replaced(r"(?<=[A-Za-z])(?:``?|´|‘|′|“)(?=(?:s|t|re|ve|ll|d|m)\b)", "’"),
    replaced(r"‘(?=\d0s\b)", "’"),
    replaced(r"(?<= )['‘]n['’](?= )", "’n’"),
    replaced(r"``|‘‘", "“"),
    replaced(r"''|’’", "”"),
    replaced(r"(?:(?<=\s)|^)”(?=[A-Za-z]{2})", "“", safe=False),
    replaced(r"(?<=[a-z.,])“(?=\s|$)", "”", safe=False),
)


def _curled(text: str) -> Iterator[Edit]:
    """Straight quotes curled by what stands before them; feet, inches and minutes stay."""
    open_at = [False, False]
    found = list(_STRAIGHT.finditer(text))
    measures = _measures(text) if found else ()
    for match in found:
        at = match.start()
        if at in measures:
            continue
        double = match.group() in ('"', "＂")
        opens = _opens(text, at, waiting=open_at[double])
        if double:
            open_at[double] = opens
        glued = opens and text[at - 1 : at] in (",", ":") and double
        sign = ("“" if opens else "”") if double else ("‘" if opens else "’")
        yield Edit(at, at + 1, " " + sign if glued else sign)


def _opens(text: str, at: int, *, waiting: bool) -> bool:
    """Whether a straight quote opens: after a space, or behind a comma where none waits to be closed."""
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if text[at] in '"＂' and before.isspace() and after.isspace():
        return not waiting
    if not after.strip() or re.match(r"['＇]\d\ds?\b", text[at : at + 5]):
        return False
    if text[at] in '"＂' and before and before in ",:" and not waiting and after.isalpha():
        return True
    return bool(_BEFORE_QUOTE.search(before))


def _measures(text: str) -> set[int]:
    """Where a straight sign behind a digit is feet, inches, minutes: no quotation is open."""
    found: set[int] = set()
    counts = {'"': 0, "'": 0}
    for match in re.finditer("[\"']", text):
        sign, at = match.group(), match.start()
        if at and text[at - 1].isdigit() and counts[sign] % 2 == 0:
            found.add(at)
        else:
            counts[sign] += 1
    return found


_END = r"\d[\d,]*(?:\.\d+)?"
_DASHES: Finder = every(
    replaced(r"(?<=[\d%])[ ]?[～~][ ]?(?=\d)", "–", safe=False),
    replaced(r"(?<=\d\d [ap]\.m\.) ?- ?(?=\d)|(?<=\d [ap]\.m\.) ?- ?(?=\d)", "–", safe=False),
    replaced(rf"\b([Ff]rom {_END}) ?[-–—] ?({_END})(%| percent\b)", r"\1\3 to \2\3", safe=False),
    replaced(rf"\b([Bb]etween {_END}%?)(?: to |[-–])({_END})(?![\w:-])", r"\1 and \2", safe=False),
    replaced(rf"\b([Ff]rom {_END})[-–]({_END})(?![\w%-])", r"\1 to \2", safe=False),
    replaced(rf"\b([Bb]etween {_END})[-–]({_END})(?![\w%-])", r"\1 and \2", safe=False),
    replaced(r"(?<=[A-Za-z0-9,”’]) ?(?:--+|——+) ?(?=[A-Za-z0-9“‘(])", "—"),
    replaced(r"(?<=[A-Za-z]) - (?=[A-Za-z])", " – ", safe=False),
    replaced(r"(?<![\w\-–/.])((?:19|20)\d\d) ?- ?((?:19|20)\d\d)(?![\d\-–/]|\.\d)", r"\1–\2"),
    replaced(
        r"(?<![\w.\-–$])(\d+(?:\.\d+)?%?)-(\d+(?:\.\d+)?)"
        r"(?=%| (?:percent|million|billion|yuan|km|kilometers|years|days|months)\b)",
        r"\1–\2",
    ),
    replaced(r"(?<=\bpages )(\d+)-(\d+)\b|(?<=\bpp\. )(\d+)-(\d+)\b", r"\1\3–\2\4"),
    replaced(rf"({_MONTH} \d{{1,2}}) ?- ?(\d{{1,2}})(?![\d\-])", r"\1–\2"),
    replaced(r"(?<=[ap]m)-(?=\d)", "–", safe=False),
    replaced(rf"({_MONTH} \d{{1,2}}) ?- ?(?={_MONTH} \d)", r"\1–"),
    replaced(r"(?<![\d:])(\d{1,2}:\d\d)-(\d{1,2}:\d\d)(?![\d:])", r"\1–\2"),
)
_SET_APART: tuple[Role, ...] = ("credits", "cell", "dateline")

HABITS = (
    Habit(INVISIBLE, every(ZERO_WIDTH, BIDI)),
    Habit(
        rule(
            "full-width-sign",
            "note",
            "英文里“{text}”应为“{fixed}”",
            "{text} is {fixed} in English",
            Wording(
                "全角标点只属于中文，西文字体里也没有",
                "full-width punctuation belongs to Chinese; Latin fonts lack it",
            ),
        ),
        when("[^\x00-\x7f“”‘’—–…é]", _narrow),
    ),
    Habit(
        rule(
            "title-marks-in-english",
            "warning",
            "英文不用“{text}”这样的书名号、引号",
            "{text}: English has no such title marks or quotes",
            PRESS,
        ),
        _title_marks,
    ),
    Habit(
        rule(
            "doubled-stop",
            "warning",
            "标点重复：“{text}”应为“{fixed}”",
            "one mark too many: {text} should be {fixed}",
            PRESS,
        ),
        when(r"[,;:.?!…] ?[,;:.?!…]|etc|[”\"]\.", _DOUBLED),
    ),
    Habit(
        rule(
            "space-after",
            "warning",
            "标点后面、括号外面缺空格：“{text}”",
            "a space is missing beside “{text}”",
            PRESS,
        ),
        _COMMA_SPACE,
    ),
    Habit(
        rule("space-before", "note", "多余的空格", "one space too many", PRESS),
        when(r"[ \u00a0(\[“-](?:(?<=[ \u00a0])[ \u00a0,.;:?!)\]”/-]|(?<=[(\[“-])[ \u00a0])", _STRAY),
        _SET_APART,
    ),
    Habit(
        rule(
            "straight-quotes", "note", "“{text}”应为弯引号“{fixed}”", "{text} should be curly: {fixed}", PRESS
        ),
        when("[\"'＂＇`´′‘’“”]", every(_TURNED, _curled)),
    ),
    Habit(
        rule(
            "en-dash",
            "note",
            "“{text}”应为“{fixed}”：范围用短破折号，插入语用长破折号",
            "{text} should be {fixed}: an en dash in a range, an em dash in a sentence",
            PRESS,
        ),
        when(r"[\dm.%] ?[-–—～~] ?[\dA-Z]|--|——| - |[Bb]etween \d", _DASHES),
        _SET_APART,
    ),
)
