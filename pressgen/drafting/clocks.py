"""A minute in words, by the clock that the release has: 20时, where the writer says 12时, else 20:00."""

from __future__ import annotations

from functools import cached_property

from pressgen.drafting import sentences
from pressgen.drafting.token import Token
from pressgen.events.model import Event
from pressgen.events.values import Text
from pressgen.figures import Figure
from pressgen.house.dates import Dates
from pressgen.regex import regex
from pressgen.text import Language

_HOUR = regex(r"(?<!\d)(?:1?\d|2[0-4])时(?![\d间候刻段])")
_COLON = regex(r"(?<!\d)(?:[01]?\d|2[0-4]):00(?!\d)")
_MINUTES = regex(r"(?<!\d)(?:[01]?\d|2[0-4]):[0-5]\d(?!\d)")


class Clock:
    """Writes the minutes of one event in one language."""

    def __init__(self, event: Event, dates: Dates, lang: Language) -> None:
        self.event = event
        self.dates = dates
        self.lang = lang
        self.year = int(event.published[:4])

    def told(self, moment: str, token: Token, *, again: bool) -> tuple[str, str]:
        """Preposition and words; beside a day of the same month (``after``) no more than the day is said.

        Where it lasts until another day (``lasting``), its own is said, whatever day the paragraph is about.
        In English the first of two times of one day goes without it: from 8 a.m. to 5 p.m. on November 5.
        """
        if until := self._beside(token, "lasting"):
            one_day = until.partition("T")[0] == moment.partition("T")[0]
            again = one_day and (again or self.lang == "en")
        after = self._beside(token, "after")
        if self.lang == "en":
            return sentences.minute(moment, self.year, self.dates, "en", again=again)
        preposition, words = sentences.minute(moment, self.year, self.dates, "zh", again=again)
        if after[: len("2026-11")] == moment[: len("2026-11")]:
            words = words.removeprefix(f"{int(moment[5:7])}月")
        return preposition, self._in_hours(words) if self.has_hours else words

    def hour(self, figure: Figure) -> tuple[str, str]:
        """A minute whose day is said beside it: at 10 a.m."""
        preposition, words = sentences.minute(str(figure.value), self.year, self.dates, self.lang, again=True)
        return preposition, self._in_hours(words) if self.lang == "zh" and self.has_hours else words

    def _beside(self, token: Token, name: str) -> str:
        """The day or minute that a filter was given beside this one, in ISO."""
        step = token.step(name)
        value = self.event.value(str(step[0])) if step else None
        return str(value.value) if isinstance(value, Figure) else str(value or "")

    @cached_property
    def has_hours(self) -> bool:
        """Whether the writer's Chinese says whole hours as 20时, and nowhere as 20:00."""
        return any(map(_HOUR.search, self._written)) and not any(map(_COLON.search, self._written))

    @cached_property
    def _has_minutes(self) -> bool:
        return any(map(_MINUTES.search, self._written))

    @cached_property
    def _written(self) -> list[str]:
        return [fact.value.of("zh") for fact in self.event.facts.values() if isinstance(fact.value, Text)]

    def _in_hours(self, words: str) -> str:
        """11月20日20时; 8时30分, where the writer has no 8:30."""
        head, colon, minutes = words.rpartition(":")
        if not colon or minutes == "00":
            return f"{head}时" if colon else words
        return words if self._has_minutes else f"{head}时{minutes}分"
