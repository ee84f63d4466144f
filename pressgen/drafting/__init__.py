"""An event told in the house's words."""

from pressgen.drafting.draft import draft
from pressgen.drafting.record import conversions, faults
from pressgen.drafting.untranslated import Untranslated, untranslated

__all__ = ["Untranslated", "conversions", "draft", "faults", "untranslated"]
