"""What a draft leaves behind besides its text: which rate made which dollars, and what no draft used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pressgen.document import Release, Span
from pressgen.drafting import dollars, length, unsaid
from pressgen.errors import RateError, Wording, series
from pressgen.events.model import Event, Fact, span
from pressgen.events.values import Name
from pressgen.figures import Figure, Language
from pressgen.findings import Finding, Rule
from pressgen.house import House

UNUSED = Rule(
    "event/unused",
    "warning",
    Wording(
        "{path}（{text}）没有写进{lang}稿{why}", "{path} ({text}) stands nowhere in the {lang} draft{why}"
    ),
    Wording(
        "填写了的事实应当见报；没有用上的，请写成段落或删去",
        "A fact somebody wrote down should be printed; write a paragraph around it, or delete it",
    ),
)
NO_RATE = Rule(
    "event/no-rate",
    "warning",
    Wording(
        "{text}没有折算：{why}",
        "{text} stands without its conversion: {why}",
    ),
    Wording(
        "没有汇率时不猜测：金额照印，不加外币",
        "Without a rate nothing is guessed: the sum is printed without the other currency",
    ),
)
LIFTED = Rule(
    "event/embargo-over",
    "note",
    Wording(
        "{embargo}已过，稿件上仍写着不得发布；如已可发布，请删去embargo一行重新成稿",
        "{embargo} is past, and the draft still says so on every page; delete embargo and draft again",
    ),
    Wording(
        "稿件写什么只看事实，不看今天是哪一天；解禁由人来定",
        "A draft says what the facts say, whatever day it is; lifting an embargo is a person's decision",
    ),
)
OTHER_NAME = Rule(
    "event/other-name",
    "note",
    Wording(
        "{path}写的是“{written}”，照印；术语表的首选名称是“{preferred}”，请核对是不是一回事",
        "{path} says “{written}”, which is printed; the glossary prefers “{preferred}”: "
        "check whether both are the same",
    ),
    Wording(
        "写全了的名称不替换：实际利用外资和实际使用外资可能是两个口径",
        "A name typed in full is never replaced: what is nearly the same may be measured otherwise",
    ),
)
UNPRINTED = Rule(
    "event/not-printed",
    "note",
    Wording(
        "{house}的样式不印{field}；要印，请在house.yaml的order里写上{field}",
        "{house} prints no {field}; name {field} in order in its house.yaml to have it printed",
    ),
    Wording(
        "事实文件里写了的，读者应看到，或者有人知道看不到",
        "What an event says is read by somebody, or somebody knows that it is not",
    ),
)
LEFT_OUT = Rule(
    "event/left-out",
    "warning",
    Wording(
        "{path}（{kind}）整句没有写进{lang}稿：{facts}",
        "{path} ({kind}) is left out of the {lang} draft as a whole: {facts}",
    ),
    Wording(
        "填写了的事实应当见报；请在稿件顺序里写上说它的段落；这种陈述说不了的，请改写成自己的话，或换一种陈述",
        "A fact somebody wrote down should be printed: name the part that says it in the story; where this "
        "kind of statement cannot say it, write it in your own words, or choose another kind",
    ),
)
UNHEARD = Rule(
    "event/unheard",
    "warning",
    Wording("{path}选了“{text}”，稿件里没有体现", "{path} says “{text}”, and no word of the draft does"),
    Wording(
        "选定的也是事实：一次性、草案、计划，漏掉意思就变了",
        "A word chosen is a fact, too: once, in draft, planned; without it the sentence says something else",
    ),
)
SAYS_NOTHING = Rule(
    "event/says-nothing",
    "warning",
    Wording("稿件顺序里的{name}没有内容可印", "the story names {name}, and it has nothing to print"),
    Wording(
        "它的事实没有填，或写在别的段落里；请填写，或从稿件顺序里删去",
        "None of its facts is given, or other parts tell them; give them, or take it out of the story",
    ),
)
RULES = (UNUSED, LEFT_OUT, UNHEARD, SAYS_NOTHING, UNPRINTED, NO_RATE, LIFTED, OTHER_NAME, *length.RULES)

_FURNITURE = ("boilerplate", "contact")
"""Fields that only some houses print."""
_PLACED = "dateline"
"""Where a release is issued, which only some houses print."""
_SILENT = frozenset({"word", "choice", "rate", "fact"})
_STAMPS = frozenset({"published", "updated", "embargo"})
_LANGUAGES: Mapping[Language, Wording] = {"zh": Wording("中文", "Chinese"), "en": Wording("英文", "English")}


def conversions(event: Event, release: Release, house: House) -> list[dict[str, str]]:
    """Every conversion printed, with rate, day and source, or as the office gave it."""
    return [
        {"lang": block.lang, **_conversion(event, mark.target, block.text[mark.start : mark.end], house)}
        for block in release.blocks
        for mark in block.facts
        if mark.kind == "conversion"
    ]


def _conversion(event: Event, path: str, printed: str, house: House) -> dict[str, str]:
    """One conversion: as the office gave it, or at which rate."""
    of, _, name = path.rpartition(".")
    if name == "converted" and of in event.facts:
        written = {"fact": of, "written": event.facts[of].text, "printed": printed}
        return {**written, "source": "given", "given": event.facts[path].text}
    rate = dollars.rate(event, house)
    return {
        "fact": path,
        "written": event.facts[path].text,
        "printed": printed,
        "rate": f"1 {rate.base} = {rate.shown} {rate.quote}",
        "day": rate.day.isoformat(),
        "asked": rate.asked.isoformat(),
        "source": rate.source,
    }


def faults(event: Event, release: Release, house: House) -> list[Finding]:
    """Facts that stand in no draft, sums that could not be converted, an embargo that is over."""
    langs = [lang for lang in _LANGUAGES if any(block.lang == lang for block in release.blocks)]
    used = {lang: _used(release, lang) for lang in langs}
    return [
        *(finding for lang in langs for finding in _unused(event, release, house, lang, used[lang])),
        *_unsaid(event, house, langs),
        *_unprinted(event, house),
        *_unconverted(event, used, house),
        *_lifted(event, house),
        *_other_names(event, house),
        *length.faults(event, release, house),
    ]


def _unused(
    event: Event, release: Release, house: House, lang: Language, used: set[str]
) -> Iterator[Finding]:
    """Facts that stand nowhere in one text; a statement or a list of which none does is named once."""
    printable = [fact for path, fact in event.facts.items() if _printable(path, fact, house, lang)]
    missing = [fact for fact in printable if not _said(fact, event, release, house, lang, used)]
    of_place: dict[str, list[Fact]] = {}
    for fact in printable if missing else ():
        of_place.setdefault(unsaid.place(event, fact.path), []).append(fact)
    paths = {fact.path for fact in missing}
    whole = {
        place: facts
        for place, facts in sorted(of_place.items())
        if place and len(facts) > 1 and paths.issuperset(fact.path for fact in facts)
    }
    named_once = {fact.path for facts in whole.values() for fact in facts}
    for fact in missing:
        if fact.path not in named_once:
            why = unsaid.untold_beside(event, fact)
            yield UNUSED.at(span(fact), path=fact.path, text=fact.text, lang=_LANGUAGES[lang], why=why)
    for place, facts in whole.items():
        listed = series(fact.text for fact in facts)
        kind = unsaid.kind(event, place)
        yield LEFT_OUT.at(span(facts[0]), path=place, kind=kind, lang=_LANGUAGES[lang], facts=listed)


def _said(fact: Fact, event: Event, release: Release, house: House, lang: Language, used: set[str]) -> bool:
    if (name := unsaid.person(event, fact.path)) and name not in used:
        return False  # somebody else's words may borrow the title
    return (
        fact.path in used
        or (_beside_others(fact, event, used) and _named(fact, release, lang, house))
        or (fact.path == "date" and _same_day(event, fact, used))
        or fact.path == "noun"  # said where a sentence needs it
    )


def _unsaid(event: Event, house: House, langs: list[Language]) -> Iterator[Finding]:
    """Words chosen that no text says, and parts that the story names and that print nothing."""
    for fact in unsaid.choices(event, house, langs):
        label = fact.field.choices[str(fact.value)]
        yield UNHEARD.at(span(fact), path=fact.path, text=Wording(label.zh, label.en))
    for item in unsaid.parts(event, house, langs):
        at = item.at
        yield SAYS_NOTHING.at(
            Span(at.file, None, 0, len(item.name), item.name, line=at.line, column=at.column), name=item.name
        )


def _unprinted(event: Event, house: House) -> Iterator[Finding]:
    """What the event itself gives and the house's order leaves out; what the house always says is its own."""
    for part in _FURNITURE:
        given = (fact for path, fact in event.facts.items() if path.startswith(f"{part}."))
        first = next((fact for fact in given if fact.at.file == str(event.file)), None)
        if first and part not in house.style.order:
            yield UNPRINTED.at(span(first), house=house.name, field=part)


def _lifted(event: Event, house: House) -> Iterator[Finding]:
    """An embargo of a day that is past; on the day itself nobody knows what time it is."""
    embargo = event.facts.get("embargo")
    if embargo and house.prints_embargo and str(embargo.value)[:10] < house.today.isoformat():
        yield LIFTED.at(span(embargo), embargo=embargo.text.replace("T", " "))


def _other_names(event: Event, house: House) -> Iterator[Finding]:
    """Names typed in full that the glossary knows, and would call otherwise."""
    for fact in event.facts.values():
        written = fact.value.text if isinstance(fact.value, Name) else ""
        entry = house.glossary.named(written) if written else None
        if entry is None or entry.kind == "title" or house.glossary.status(written) != "admitted":
            continue
        term = next((each for each in entry.terms if each.text == written), None)
        preferred = entry.name(term.lang, on=event.published[:10]) if term and term.form == "full" else ""
        if preferred and preferred not in written and written not in preferred:
            yield OTHER_NAME.at(span(fact), path=fact.path, written=written, preferred=preferred)


def _same_day(event: Event, date: Fact, used: set[str]) -> bool:
    """Whether the day of the release is told by another fact: a line opens on it at 9:18."""
    day = str(date.value.value) if isinstance(date.value, Figure) else str(date.value)
    values = (event.facts[path].value for path in used if path in event.facts)
    return any(str(each.value if isinstance(each, Figure) else each).startswith(day) for each in values)


def _beside_others(fact: Fact, event: Event, used: set[str]) -> bool:
    """Whether other facts of the same statement, group or list are told; a fact by itself has no others.

    A list of which nothing is told says nothing, though those in it are named elsewhere.
    """
    place = unsaid.place(event, fact.path)
    return not place or any(path.startswith(f"{place}.") for path in used)


def _named(fact: Fact, release: Release, lang: Language, house: House) -> bool:
    """Whether a name stands in the text by other words: Shanghai in Automechanika Shanghai."""
    value = fact.value
    if not isinstance(value, Name):
        return False
    entries = (house.entry_of(name) for name in (value.text, value.zh, value.en) if name)
    listed = [term.text for entry in entries if entry for term in entry.of(lang)]
    texts = [block.text.replace("’", "'") for block in release.blocks if block.lang == lang]
    return any(name in text for name in (value.of(lang), *listed) if name for text in texts)


def _unconverted(event: Event, used: Mapping[Language, set[str]], house: House) -> Iterator[Finding]:
    printed = set().union(*used.values()) if used else set()
    sums = [
        fact for path, fact in event.facts.items() if path in printed and dollars.wanted(fact, event, house)
    ]
    if not sums:
        return
    try:
        dollars.rate(event, house)
    except RateError as error:
        for fact in sums:
            yield NO_RATE.at(span(fact), text=fact.text, why=error)


def _used(release: Release, lang: Language) -> set[str]:
    return {mark.target for block in release.blocks if block.lang == lang for mark in block.facts}


def _printable(path: str, fact: Fact, house: House, lang: Language) -> bool:
    if fact.field.kind in _SILENT or path in _STAMPS or path.endswith(".caption"):
        return False
    head, _, role = path.partition(".")
    if head == "short_names":
        return False
    if head in _FURNITURE:
        return head in house.style.order
    if head == _PLACED:
        patterns = (house.style.dateline, house.style.lead, house.style.notice.immediate)
        return any(slot.name == _PLACED for each in patterns for slot in each.of(lang).slots)
    return head != "credits" or role.split(".")[0] in house.style.credits.roles(lang)
