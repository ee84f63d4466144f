"""What happened, as the reporter wrote it down."""

from pressgen.events.declare import Types, read_fields
from pressgen.events.faults import faults
from pressgen.events.fields import Field, Fields
from pressgen.events.load import load
from pressgen.events.model import Event, Fact
from pressgen.events.translated import translated
from pressgen.events.values import Name, Pin, Text, Value

__all__ = [
    "Event",
    "Fact",
    "Field",
    "Fields",
    "Name",
    "Pin",
    "Text",
    "Types",
    "Value",
    "faults",
    "load",
    "read_fields",
    "translated",
]
