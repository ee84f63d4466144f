"""What cards are called that no declaration names; what an error says."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from pressgen.errors import UI, Faults, PressgenError

HEAD = _("Headline and day")
MORE = _("House, embargo, rate …")
OTHERS = _("Facts")


def sentences(error: PressgenError, ui: UI) -> list[str]:
    """An error's sentences without the paths of our own files."""
    faults = error.errors if isinstance(error, Faults) else (error,)
    return [fault.wording.say(ui, **fault.fields) for fault in faults]


def in_both(error: PressgenError) -> dict[UI, str]:
    """An error's sentences in both languages, for whoever looks at them later."""
    return {"zh": "\n".join(sentences(error, "zh")), "en": "\n".join(sentences(error, "en"))}
