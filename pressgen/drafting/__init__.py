"""An event told in the house's words."""

from pressgen.drafting.draft import draft
from pressgen.drafting.record import faults, record

__all__ = ["draft", "faults", "record"]
