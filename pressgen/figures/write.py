"""A figure written for print, in either language."""

from __future__ import annotations

from pressgen.figures.figure import Figure
from pressgen.figures.style import Style
from pressgen.text import Language

_PLAIN = Style()


def format(figure: Figure, lang: Language, style: Style = _PLAIN, noun: str = "") -> str:  # noqa: A001  # the room's name for it
    """The figure as a newsroom prints it; ``noun`` is the measure word (zh) or the counted noun (en).

    Never more digits than the figure has, half up, in the largest unit that stays exact. Raises
    ``FigureError`` for a currency nobody knows and a figure too vague to write.
    """
    if lang == "zh":
        from pressgen.figures.zh import write as chinese  # noqa: PLC0415  # a language is loaded when written

        return chinese.write(figure, style, noun)
    from pressgen.figures.en import write as english  # noqa: PLC0415

    return english.write(figure, style, noun)
