"""What TBX calls the things an entry has: categories, pick lists, words seen in the wild, languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from pressgen.glossary.entry import Form, Status
from pressgen.text import Language

STATUS_WORD: Mapping[Status, str] = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "deprecated": "deprecatedTerm-admn-sts",
}
FORM_WORD: Mapping[Form, str] = {
    "full": "fullForm", "short": "shortForm", "abbreviation": "abbreviation",
}  # fmt: skip

STATUS = "administrativeStatus"
TYPE = "termType"
SPEECH = "partOfSpeech"
FIELD = "subjectField"
DEFINITION = "definition"
SOURCE = "source"

_STATUS_NAMES = {"administrativestatus", "normativeauthorization", "termstatus", "usagestatus", "status"}
_STATUSES: Mapping[str, Status] = {
    "preferred": "preferred", "approved": "preferred", "recommended": "preferred", "首选": "preferred",
    "admitted": "admitted", "allowed": "admitted", "acceptable": "admitted", "可用": "admitted",
    "deprecated": "deprecated", "superseded": "deprecated", "obsolete": "deprecated",
    "forbidden": "deprecated", "prohibited": "deprecated", "rejected": "deprecated",
    "notrecommended": "deprecated", "donotuse": "deprecated", "禁用": "deprecated", "停用": "deprecated",
}  # fmt: skip
_FORMS: Mapping[str, Form] = {
    "fullform": "full", "full": "full", "variant": "full", "phrase": "full", "entryterm": "full",
    "synonym": "full", "shortform": "short", "short": "short", "shortenedform": "short",
    "abbreviation": "abbreviation", "acronym": "abbreviation", "initialism": "abbreviation",
    "abbreviatedform": "abbreviation",
}  # fmt: skip

PICK: Mapping[str, frozenset[str]] = {
    STATUS: frozenset({*STATUS_WORD.values(), "supersededTerm-admn-sts"}),
    TYPE: frozenset({*FORM_WORD.values(), "acronym", "variant", "phrase"}),
    SPEECH: frozenset({"noun", "verb", "adjective", "adverb", "other"}),
    "grammaticalGender": frozenset({"masculine", "feminine", "neuter", "other"}),
    "transactionType": frozenset({"origination", "modification"}),
    "termLocation": frozenset({
        "checkBox", "comboBox", "comboBoxElement", "dialogBox", "groupBox", "informativeMessage",
        "interactiveMessage", "menuItem", "progressBar", "pushButton", "radioButton", "slider", "spinBox",
        "tab", "tableText", "textBox", "toolTip", "user-definedType",
    }),
}  # fmt: skip
"""The words a category may have in TBX-Basic."""

TAGS: Mapping[str, str] = {
    STATUS: "termNote", TYPE: "termNote", SPEECH: "termNote", "grammaticalGender": "termNote",
    "geographicalUsage": "termNote", "termLocation": "termNote",
    FIELD: "descrip", DEFINITION: "descrip", "context": "descrip",
    SOURCE: "admin", "customerSubset": "admin", "projectSubset": "admin",
    "transactionType": "transac", "responsibility": "transacNote",
    "crossReference": "ref", "externalCrossReference": "xref", "xGraphic": "xref",
}  # fmt: skip
"""The categories of TBX-Basic and the element each is an attribute of in DCA style."""

LEVELS: Mapping[str, frozenset[str]] = {
    FIELD: frozenset({"entry"}),
    DEFINITION: frozenset({"entry", "lang"}),
    "context": frozenset({"term"}),
    "customerSubset": frozenset({"entry", "term"}),
    "projectSubset": frozenset({"entry", "term"}),
    "crossReference": frozenset({"entry", "term"}),
    "xGraphic": frozenset({"entry", "lang"}),
}
"""Where TBX-Basic lets a category stand; the others stand anywhere, a termNote with its term."""

TYPED = frozenset({*TAGS.values(), "adminNote", "descripNote"})
"""The elements that have a category."""

OWN = "urn:x-pressgen:tbx"
"""The namespace, in DCT style, of categories that no public module has."""

MIN = frozenset({FIELD, STATUS, SPEECH, "customerSubset"})
"""The categories of the module TBX-Min; the rest of ``TAGS`` are of the module TBX-Basic."""


@lru_cache(maxsize=1000)
def is_status(category: str) -> bool:
    """Whether a category says if a term may be used; tools call it by several names."""
    return category.replace(" ", "").lower() in _STATUS_NAMES


@lru_cache(maxsize=1000)
def status(word: str) -> Status | None:
    """What a status says; None for a word that is not known.

    >>> status("supersededTerm-admn-sts"), status("Not recommended"), status("draft")
    ('deprecated', 'deprecated', None)
    """
    plain = _plain(word).removesuffix("admnsts").removesuffix("term")
    return _STATUSES.get(plain)


@lru_cache(maxsize=1000)
def form(word: str) -> Form | None:
    """What a term type says; None for one that is neither full, short nor an abbreviation.

    >>> form("acronym"), form("formula")
    ('abbreviation', None)
    """
    return _FORMS.get(_plain(word))


@lru_cache(maxsize=1000)
def lang(code: str) -> Language | None:
    """The language of a code, whatever its case and age; None for another, traditional Chinese included.

    >>> lang("EN-US"), lang("zho"), lang("zh_Hans_CN"), lang("zh-TW"), lang("fr")
    ('en', 'zh', 'zh', None, None)
    """
    first, *rest = code.strip().lower().replace("_", "-").split("-")
    if first in ("en", "eng"):
        return "en"
    traditional = {"hant", "tw", "hk", "mo"}.intersection(rest) and "hans" not in rest
    return "zh" if first in ("zh", "zho", "chi", "cmn") and not traditional else None


def _plain(word: str) -> str:
    return "".join(sign for sign in word.lower() if sign.isalnum())
