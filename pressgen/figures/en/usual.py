"""The usual figures of English news, read at one look: 25.48 percent, 240.572 billion yuan, 267 projects.

Most figures are digits, perhaps a scale, and a unit or a noun. Where anything around one may change what it
says (a sign, a range, a second number, a time of day), it is left to the readers of ``read``, which give the
same figure for all that is read here.
"""

from __future__ import annotations

from pressgen.figures.en import amounts, hedges, tails
from pressgen.figures.en.words import CARDINALS, DOZENS, MONTHS, ORDINALS, PARTS, SCALES
from pressgen.figures.numeral import shifted
from pressgen.figures.reading import NOTHING, Reading, Tail, figure
from pressgen.regex import regex

_NUMBER = regex(
    r"(?!(?:1[5-9]|20)[0-9]{2}(?![0-9]))"
    r"((?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9]|,[0-9])|[0-9]{1,15})(?:\.[0-9]{1,6})?)"
    r"(?:[ -](thousand|million|billion|trillion)\b)?"
    r"(?:(?=(%| (?![ap]\.)[a-z]+\b))|(?= \(|[.,;:)]{1,2}(?: |\Z)|\Z))"
)
"""No year, and in front of a word, a percent sign or a stop."""
_POWERS = {"": 0, **{scale: SCALES[scale] for scale in ("thousand", "million", "billion", "trillion")}}
_CLEAR = frozenset(("", " ", "("))
_LEADING = ("point ", "minus ", "negative ")
_MARGIN = 4
_BETWEEN = "between "
_TELLING = frozenset(
    (
        *CARDINALS, *SCALES, *ORDINALS, *PARTS, *DOZENS, *MONTHS, "to", "through", "until", "and", "point",
        "billon", "bio", "of", "over", "am", "pm", "p", "o", "in", "at", "noon", "midnight",
        "x", "e", "c", "q", "h", "year", "degree", "degrees", "below",
    )
)  # fmt: skip
"""Words behind a number that may go on with it."""
_GOES_ON = regex(rf" ?[-–—~]|  | (?:to|through|until|below|{'|'.join(SCALES)})\b| [0-9]")


def at(low: str, text: str, start: int, floor: int) -> Reading | None:
    """The figure whose first digit stands here, if it is a usual one and nothing around it tells more."""
    match = _NUMBER.match(low, start)
    if match is None:
        return None
    number, scale, word = match.groups("")
    if word[1:] in _TELLING:
        return None
    end = match.end()
    tail, stop = (tails.at(low, text, end) if word else None) or (NOTHING, end)
    before, first = low[start - 1 : start], start
    if start > floor and before != "(":
        front = tails.in_front(low, text, start, floor)
        if front and tail is NOTHING:
            tail, first = Tail("", "money", front[0]), front[1]
            before = low[first - 1 : first]
        elif front:
            return None
    if before not in _CLEAR or (before == " " and _is_led(low, first)):
        return None
    value, precision = shifted(number, _POWERS[scale])
    if tail is not NOTHING and not _is_whole(low, tail, (first, stop), exact=precision == 1):
        return None
    modifier, reach = hedges.in_front(low, first)
    behind, last = hedges.behind(low, stop)
    noun = amounts.counted(low, end) if tail.kind == "number" else ""
    made = figure(tail, value, precision, None, first, end, stop, text, modifier or behind, noun)
    return Reading(made, reach, max(last, stop) if behind else stop)


def _is_led(low: str, start: int) -> bool:
    """Whether a word or a dash in front makes another number of it: minus 5, point five."""
    return low.endswith(_LEADING, 0, start) or (start < _MARGIN and "-" in low[:start])


def _is_whole(low: str, tail: Tail, place: tuple[int, int], *, exact: bool) -> bool:
    """Whether nothing goes on with a measure: no smaller coins (15 dollars and 50 cents), no second end."""
    start, stop = place
    if tail.factor != 1 or (exact and tail.kind == "money"):
        return False
    return not _GOES_ON.match(low, stop) and not low.endswith(_BETWEEN, 0, start)
