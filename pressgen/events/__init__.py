"""What happened, as the reporter wrote it down."""

from pressgen.events.completed import completed, translated
from pressgen.events.entered import Entered, entered, to_the_minute
from pressgen.events.faults import faults
from pressgen.events.fields import Field, Fields
from pressgen.events.form import example
from pressgen.events.load import load, nodes, read, type_of
from pressgen.events.model import Event, Fact, span
from pressgen.events.plain import Plain, plain, written_out
from pressgen.events.rules import ONE_PERSON
from pressgen.events.types import FILE as FIELDS
from pressgen.events.types import Types, read_fields, types_of
from pressgen.events.values import Name, Pin, Text, Value

__all__ = [
    "FIELDS",
    "ONE_PERSON",
    "Entered",
    "Event",
    "Fact",
    "Field",
    "Fields",
    "Name",
    "Pin",
    "Plain",
    "Text",
    "Types",
    "Value",
    "completed",
    "entered",
    "example",
    "faults",
    "load",
    "nodes",
    "plain",
    "read",
    "read_fields",
    "span",
    "to_the_minute",
    "translated",
    "type_of",
    "types_of",
    "written_out",
]
