"""Figures that agree and go opposite ways; clauses that answer each other and say opposite things."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from pressgen.checks.claims import rules
from pressgen.checks.claims.bases import is_base_told, is_told_otherwise
from pressgen.checks.claims.clauses import Answer, Clause, clauses
from pressgen.checks.claims.directions import read
from pressgen.checks.claims.lexicon import Hit
from pressgen.checks.claims.reversals import lasting
from pressgen.checks.claims.ways import Way, Ways, way
from pressgen.checks.figures.match import Pair
from pressgen.checks.figures.placed import PlacedFigure
from pressgen.document import Block, Span
from pressgen.findings import Finding, Rule
from pressgen.regex import regex

_AXES = {"change": "way", "compare": "way", "rate": "way", "size": "size"}
_HELD = (
    *((axis, axis) for axis in ("result", "balance", "time", "place", "size", "way")),
    ("place", "way"),
    ("way", "place"),
    ("result", "turn"),
    ("turn", "result"),
)
_ALIKE = frozenset({"way", "place", "time", "balance"})
"""Axes on which one word of a figure says all; a profit may be a turn, too, and a fall may narrow."""
Place = tuple[int, int]
"""A paragraph (its identity) and a place in it."""
_BESIDE = frozenset({"bare", "beside"})
"""Kinds of words that say a direction only beside a figure."""
_MOST = 3
_REACH = 25
"""Among so many figures of one value one that goes the same way is looked for; texts have fewer."""
_LONG = 40
"""So many words of a clause are looked at; news has fewer."""
_SIDE = 48
"""So much of a text around a word is shown."""


def of_figures(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Findings on pairs of figures; those of one value are free to answer each other in any order."""
    for same in _of_one_value(pairs):
        zh, en = [pair.zh for pair in same], [pair.en for pair in same]
        for placed, other in _strangers(zh, en):
            conflict = _conflict(_ways(placed), _ways(other))
            if conflict and not is_base_told(placed, other, conflict[2].word):
                axis, ours, theirs = conflict
                yield _opposed(rules.DIRECTION, axis, _around(placed, ours.word), _around(other, theirs.word))


def _of_one_value(pairs: Sequence[Pair]) -> list[list[Pair]]:
    groups: dict[object, list[Pair]] = {}
    for pair in pairs:
        groups.setdefault((pair.zh.figure.value, pair.zh.figure.unit), []).append(pair)
    return list(groups.values())


def _strangers(zh: list[PlacedFigure], en: list[PlacedFigure]) -> Iterator[tuple[PlacedFigure, PlacedFigure]]:
    """One to one in their order, once those that agree have found each other."""
    if len(zh) > 1:
        said = {id(placed): _ways(placed) for placed in (*zh, *en)}
        ours, theirs = (
            [placed for placed in zh if said[id(placed)]],
            [placed for placed in en if said[id(placed)]],
        )
        silent = len(ours) != len(zh) or len(theirs) != len(en)
        zh, en = [], theirs
        for placed in ours:
            reach = itertools.islice(en, _REACH)
            friend = next(
                (answer for answer in reach if not _conflict(said[id(placed)], said[id(answer)])), None
            )
            if friend is None:
                zh.append(placed)
            else:
                en.remove(friend)
        if silent:
            return
    yield from zip(zh, en, strict=False)


def _ways(placed: PlacedFigure) -> Ways:
    """The ways of a figure; what is below zero goes the other way of its words."""
    below = isinstance(placed.figure.value, Decimal) and placed.figure.value < 0
    return {} if below else read(placed.block).figures.get(placed.figure.start, {})


def _conflict(zh: Ways, en: Ways) -> tuple[str, Way, Way] | None:
    """The axis on which two figures go opposite ways, and the words that say so."""
    for ours, theirs in _HELD:
        way, answer = zh.get(ours), en.get(theirs)
        if way and answer and way.sign != answer.sign and not (_excused(zh, en) or _excused(en, zh)):
            return ours, way, answer
    return None


def _excused(narrowed: Ways, other: Ways) -> bool:
    """One names a fall that narrows, the other only that it narrows."""
    size, way = narrowed.get("size"), other.get("way")
    return bool(size and way and "size" not in other and size.sign == way.sign)


def settled(pairs: Sequence[Pair]) -> set[Place]:
    """The words that figures of both languages have been judged by; how a fall changed is so of both."""
    words: set[Place] = set()
    for pair in pairs:
        zh, en = _ways(pair.zh), _ways(pair.en)
        if zh and en:
            both = {*(zh.keys() & en.keys()), *_ALIKE}
            for placed, ways in ((pair.zh, zh), (pair.en, en)):
                words |= {(id(placed.block), way.word.start) for axis, way in ways.items() if axis in both}
    return words


def is_open(zh: Sequence[Block], en: Sequence[Block], judged: set[Place]) -> bool:
    """Whether both languages have words of change that no figure was judged by."""
    return all(
        any((id(block), hit.start) not in judged for block in side for hit in read(block).words)
        for side in (zh, en)
    )


def of_clauses(answers: Sequence[Answer], judged: set[Place]) -> Iterator[Finding]:
    """Findings on clauses that answer each other, then on sentences, by the words not judged before."""
    done = set(judged)
    for zh, en in _bundles(answers, whole=True):
        if found := _all_opposed(zh, en, done):
            yield _opposed(rules.OPPOSED, "way", *(_shown(*said) for said in found))
            done |= {(id(clause.block), way.word.start) for clause, way in found}
    for whole, one_axis in ((False, False), (True, False), (True, True)):
        for zh, en in _bundles(answers, whole=whole):
            ours, theirs = _by_axis(zh, done), _by_axis(en, done)
            if one_axis:
                ours, theirs = _on_one_axis(zh, ours), _on_one_axis(en, theirs)
            for axis in ours.keys() & theirs.keys():
                if len(ours[axis]) == len(theirs[axis]) <= _MOST:
                    found = _differing(ours[axis], theirs[axis])
                    if found and not is_told_otherwise(found[0][0], found[1][0], found[1][1].word):
                        if _answered(found[0], en, theirs, done) or _answered(found[1], zh, ours, done):
                            continue
                        yield _opposed(rules.OPPOSED, axis, *(_shown(*said) for said in found))
                    done |= {
                        (id(clause.block), way.word.start) for clause, way in (*ours[axis], *theirs[axis])
                    }


_OF_THE_RATE = frozenset({"rate", "size", "turn", "balance", "result", "place", "time"})
_TURNS = regex(
    r"[不未没无非]|止|扭|由.{1,4}转|\b(?:not?|never|without|nor|stop\w*|halt\w*|despite|instead)\b|n[’']t\b",
    re.IGNORECASE,
)
"""What may turn a word of change round, or set it against another."""


def _all_opposed(zh: Sequence[Clause], en: Sequence[Clause], judged: set[Place]) -> tuple[Said, Said] | None:
    """The first words of change of two sentences, of which all go one way here and the other way there."""
    ours, theirs = _changes(zh, judged), _changes(en, judged)
    if not ours or not theirs or {way.sign for _, way in ours} == {way.sign for _, way in theirs}:
        return None
    return ours[0], theirs[0]


def _changes(bundle: Sequence[Clause], judged: set[Place]) -> list[Said]:
    """The words of change of some clauses, where all go one way and nothing there turns one round."""
    found: list[Said] = []
    signs: set[int] = set()
    for clause in bundle:
        for hit in read(clause.block).words:
            if not clause.start <= hit.start < clause.end:
                continue
            if hit.row["kind"] in _OF_THE_RATE or (id(clause.block), hit.start) in judged:
                return []
            signs.add(way(hit).sign)
            if hit.row["kind"] == "change":
                found.append((clause, way(hit)))
    turned = any(_TURNS.search(clause.block.text, clause.start, clause.end) for clause in bundle)
    return found if len(signs) == 1 and not turned else []


def _on_one_axis(bundle: Sequence[Clause], found: Mapping[str, Sequence[Said]]) -> dict[str, list[Said]]:
    """Words of how things go and of how a rise or fall does, where none is named: 扩大, shrank."""
    rates = (hit for clause in bundle for hit in read(clause.block).words if hit.row["kind"] == "rate")
    if any(rates) or "size" not in found:
        return {"way": list(found.get("way", ()))}
    both = [*found.get("way", ()), *found["size"]]
    return {"way": sorted(both, key=lambda said: said[1].word.start)}


Said = tuple[Clause, Way]
"""A word of change in its clause."""


def _differing(zh: Sequence[Said], en: Sequence[Said]) -> tuple[Said, Said] | None:
    """As many words on both sides, and all but one of them the same way: that one."""
    if abs(sum(way.sign for _, way in zh) - sum(way.sign for _, way in en)) != 2:
        return None
    pairs = zip(zh, en, strict=True)
    return next((ours, theirs) for ours, theirs in pairs if ours[1].sign != theirs[1].sign)


def _answered(
    said: Said, bundle: Sequence[Clause], compared: Mapping[str, Sequence[Said]], judged: set[Place]
) -> bool:
    """Whether the other text has a word of the same way in its sentence that was not compared.

    There “increases” answers 连涨, whichever clause it stands in and whatever else falls.
    """
    taken = judged | {
        (id(clause.block), way.word.start)
        for axis, found in compared.items()
        if axis != "place"
        for clause, way in found
    }
    return any(
        hit.row["way"] == said[1].word.row["way"] and (id(clause.block), hit.start) not in taken
        for clause in _sentences(bundle)
        for hit in read(clause.block).words
        if clause.start <= hit.start < clause.end
    )


def _bundles(answers: Sequence[Answer], *, whole: bool) -> Iterator[tuple[list[Clause], list[Clause]]]:
    """Clauses, or whole sentences, joined by answering, however many of each language."""
    home: dict[Place, int] = {}
    bundles: dict[int, dict[Place, Clause]] = {}
    for number, answer in enumerate(answers):
        keys = [
            (id(clause.block), clause.sentence if whole else clause.start)
            for clause in (answer.zh, answer.en)
        ]
        bundles[number] = {(id(clause.block), clause.start): clause for clause in (answer.zh, answer.en)}
        for other in {home[key] for key in keys if key in home}:
            bundles[number] |= bundles.pop(other)
            home |= {key: number for key, at in home.items() if at == other}
        home |= dict.fromkeys(keys, number)
    for bundle in bundles.values():
        found = _sentences(bundle.values()) if whole else bundle.values()
        ordered = sorted(found, key=lambda clause: clause.start)
        yield (
            [clause for clause in ordered if clause.block.lang == "zh"],
            [clause for clause in ordered if clause.block.lang == "en"],
        )


def _sentences(found: Iterable[Clause]) -> list[Clause]:
    """All clauses of the sentences of some."""
    homes = {(id(clause.block), clause.sentence): clause.block for clause in found}
    return [
        clause
        for (_, number), block in homes.items()
        for clause in clauses(block)
        if clause.sentence == number
    ]


def _by_axis(bundle: Sequence[Clause], judged: set[tuple[int, int]]) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = {}
    for clause in bundle:
        hits = [hit for hit in lasting(clause.block) if clause.start <= hit.start < clause.end]
        for axis, hit in _axes(hits):
            if (id(clause.block), hit.start) not in judged:
                found.setdefault(axis, []).append((clause, way(hit)))
    return found


def _axes(hits: Sequence[Hit]) -> Iterator[tuple[str, Hit]]:
    """Each word of a clause and its axis; a verb behind the name of a rise or fall tells of its size."""
    for number, hit in enumerate(hits[:_LONG]):
        kind = hit.row["kind"]
        after = any(other.row["kind"] == "rate" for other in hits[:number])
        if kind == "rate" and not any(
            other.row["kind"] in ("change", "size") for other in hits[number + 1 :]
        ):
            continue
        if kind not in _BESIDE:
            yield ("size" if kind == "change" and after else _AXES.get(kind, kind)), hit


def _opposed(rule: Rule, axis: str, zh: Span, en: Span) -> Finding:
    slip = rules.UP_DOWN[axis]
    return rule.at(en, related=(zh,), zh=zh.text, en=en.text, slip=slip)


def _around(placed: PlacedFigure, word: Hit) -> Span:
    """The word and the figure it governs, and what stands between."""
    start, end = min(word.start, placed.figure.start), max(word.end, placed.figure.end)
    return placed.block.span(start, end) if end - start <= _SIDE else placed.block.span(word.start, word.end)


def _shown(clause: Clause, way: Way) -> Span:
    return clause.block.span(way.word.start, way.word.end)
