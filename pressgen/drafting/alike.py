"""What two sentences in a row say in the same words is said once.

The port ranked ninth in the country in cargo. The port ranked first in the province in cargo.
The port ranked ninth in the country and first in the province in cargo.
"""

from __future__ import annotations

from dataclasses import replace

from pressgen.drafting.prose import Prose
from pressgen.figures import Language
from pressgen.regex import regex

VERB = regex(" (?:will|would|has|have|had|ranked|(?:aim|plan|intend|expect|hope)s? to) |力争|计划|预计|将|拟")
"""A verb that two sentences of one subject share is said once: has 43 suppliers and 58 makers."""
TO = regex(" (?:aim|plan|intend|expect|hope)s? to $")
BRINGS = regex(" (?:aim|plan|intend|hope)s? to (?:bring|raise|cut) ")
"""What is said once of two things: aims to bring exports to 40 million yuan and sales to 90."""
DONE = regex(
    r" (?:has|have|had) (?!(?:red|bed|hundred|shed|seed|unlimited|detached|enclosed|need)\b)"
    r"(?:\w+ed|been|begun|become|bought|brought|built|chosen|cut|drawn|given|grown|held|laid|led|made|met|paid|put|"
    r"sent|set|shown|sold|spent|taken|won) "
)
"""What somebody has done, and not what they have."""
_AGAIN = regex(r" (?:(?:has|have)(?! (?:the|an?) )|ranked|(?:aim|plan|intend|hope)s? to) ")
"""What is done or had besides: it also plans to open two parks."""
_TAIL = regex(r" (?:in|by) [a-z](?:(?! (?:in|by) )[^,.;:]){2,40}\.$")
_REACH = regex(
    r"(?P<what>[^,.;:]+?)(?P<verb> (?:is|are) (?:expected |planned )?to (?:reach|be)) (?P<rest>[^;:]+)"
)
_SURE = regex(
    "(?P<what>[^，。；：]+?)(?P<sure>力争|计划|预计|拟|将)(?=达到?|由|从|增至|降至|提高到|缩短至|[近超约]?[0-9])"
)
_WHOSE = {
    "en": regex(r"[^,.;:]+? aims? to (?:bring|raise|cut) [^.;:]+"),
    "zh": regex("[^，。；：]+?(?P<sure>力争|计划|预计)[^，。；：]+?(?:达到|超|近|由|[0-9])"),
}
"""Somebody's aim, behind which another figure is told without saying again that it is one."""
_HEAD = regex("[^，。；：、“”（）]{2,16}?(?=居|列|排名)")


def ranked(verb: str) -> bool:
    """Whether a verb says which place something takes, so that two places are told together."""
    return verb == " ranked "


def without_tail(first: Prose, rest: Prose) -> Prose:
    """A sentence without what it was ranked by, where the one behind says the same: in cargo."""
    tail, same = (_TAIL.search(prose.text) for prose in (first, rest))
    if not rest.text.startswith((" ranked ", " remained ")) or not tail or not same or tail[0] != same[0]:
        return first
    short = first.with_words(tail.start(), len(first.text) - 1, "")
    short.facts = [replace(m, start=0, end=0) if m.start >= tail.start() else m for m in short.facts]
    return _about(short, first)


def gapped(first: Prose, rest: Prose, lang: Language) -> Prose:
    """What stands behind the time of two sentences, without what the first says in the same words.

    >>> gapped(Prose("exports are to reach 3 tonnes."), Prose("output is to reach 90 tonnes."), "en").text
    'output 90 tonnes.'
    >>> gapped(Prose("水塘力争达到9处。"), Prose("长椅力争达到80张。"), "zh").text
    '长椅达到80张。'
    >>> gapped(Prose("甲市力争出口超3亿元。"), Prose("长椅力争达到80张。"), "zh").text
    '长椅达到80张。'
    """
    pattern, said = (_REACH, "verb") if lang == "en" else (_SURE, "sure")
    former, latter = pattern.match(first.text), pattern.match(rest.text)
    if latter and not former and (aim := _WHOSE[lang].match(first.text)):
        if lang == "zh" and aim["sure"] != latter["sure"]:
            return rest
        return rest.with_words(latter.start(said), latter.end(said), " to" if lang == "en" else "")
    if (
        not former
        or not latter
        or former[said].replace(" are ", " is ") != latter[said].replace(" are ", " is ")
    ):
        return rest
    if lang == "en" and ", " in former["rest"]:
        return rest
    return rest.with_words(latter.start(said), latter.end(said), "")


def behind_head(first: Prose, rest: Prose) -> Prose:
    """What a Chinese sentence adds to another of its subject, without what both say of it first.

    >>> behind_head(Prose("全市出口居全省第3位。"), Prose("出口居全国第9位。")).text
    '居全国第9位。'
    """
    head = _HEAD.match(rest.text)
    return rest.with_words(0, head.end(), "") if head and head[0] in first.text else rest


def also(first: Prose, line: Prose) -> Prose:
    """An English sentence that goes on with the verb of the one before, of the same subject: also has."""
    about, subject = first.subject, line.subject
    verb = _AGAIN.match(line.text, subject.end) if subject else None
    if not subject or not about or not verb or not first.text.startswith(verb[0], about.end):
        return line
    if line.text[: subject.start] != first.text[: about.start]:  # at another time
        return line
    if bool(DONE.match(line.text, subject.end)) != bool(DONE.match(first.text, about.end)):
        return line
    helps = verb[0] in (" has ", " have ") and DONE.match(line.text, subject.end)
    place = subject.end + (len(verb[0]) - 1 if helps else 0)
    return _about(line.with_words(place, place, " also"), line)


def _about(prose: Prose, same: Prose) -> Prose:
    """Prose about what another is about."""
    prose.subject = same.subject
    return prose
