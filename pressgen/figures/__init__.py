"""Numbers as newsrooms write them: read, written, compared, converted."""

from pressgen.figures.figure import Figure, Kind, Modifier
from pressgen.figures.find import find
from pressgen.figures.parse import parse
from pressgen.figures.style import Style
from pressgen.figures.write import format  # noqa: A004  # figures.format is what it is called
from pressgen.text import Language

__all__ = ["Figure", "Kind", "Language", "Modifier", "Style", "find", "format", "parse"]
