"""The published grammar of TBX-Basic v3 (ISO 30042:2019; LTAC-Global), restated: structure, levels, pick lists.

Gives every breach as a line of text. Written apart from the writer, so that the two can disagree.
"""

import re
from collections.abc import Iterator

from lxml import etree

TBX = "{urn:iso:std:iso:30042:ed-2}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
AUX = "(descrip|descripGrp|admin|adminGrp|transacGrp|note|ref|xref|DCT)*"
LINKS = "(admin|adminGrp|transacGrp|note|ref|xref|DCT)*"
CONTENT = {
    "tbx": "tbxHeader text",
    "tbxHeader": "fileDesc encodingDesc? revisionDesc?",
    "fileDesc": "titleStmt? publicationStmt? sourceDesc+",
    "sourceDesc": "p+",
    "text": "body back?",
    "body": "conceptEntry+",
    "conceptEntry": f"{AUX} langSec+",
    "langSec": f"{AUX} termSec+",
    "termSec": f"term ((termNote|termNoteGrp)*|DCT*) {AUX}",
    "descripGrp": "(descrip|DCT) (admin|adminGrp|transacGrp|note|ref|xref|DCT)*",
    "adminGrp": "(admin|DCT) (note|ref|xref|DCT)*",
    "transacGrp": "(transac|DCT) (transacNote|date|note|ref|xref|DCT)*",
    "termNoteGrp": f"(termNote|DCT) {LINKS}",
    "term": "hi*",
    "back": "refObjectSec*",
    "refObjectSec": "refObject+",
    "refObject": "(item|itemSet|itemGrp)+",
}
NOTE_TEXT = "(hi|foreign|sc|ec|ph)*"
TYPES = {
    "admin": "customerSubset projectSubset source",
    "descrip": "context definition subjectField",
    "ref": "crossReference",
    "transac": "transactionType",
    "transacNote": "responsibility",
    "xref": "externalCrossReference xGraphic",
    "termNote": "administrativeStatus grammaticalGender geographicalUsage partOfSpeech termLocation termType",
}
PLACES = {
    "customerSubset": "conceptEntry termSec",
    "projectSubset": "conceptEntry termSec",
    "subjectField": "conceptEntry",
    "definition": "conceptEntry langSec",
    "context": "termSec",
    "crossReference": "conceptEntry termSec",
    "xGraphic": "conceptEntry langSec",
}
PICKS = {
    "administrativeStatus": "preferredTerm-admn-sts admittedTerm-admn-sts deprecatedTerm-admn-sts supersededTerm-admn-sts",
    "partOfSpeech": "adjective noun other verb adverb",
    "grammaticalGender": "masculine feminine neuter other",
    "termType": "fullForm acronym abbreviation shortForm variant phrase",
    "transactionType": "origination modification",
}
MIN = "{http://www.tbxinfo.net/ns/min}"
BASIC = "{http://www.tbxinfo.net/ns/basic}"
OF_MIN = ["subjectField", "administrativeStatus", "partOfSpeech", "customerSubset"]


def breaches(data: bytes) -> list[str]:
    """What is wrong with a v3 file, line by line; [] for a valid one."""
    root = etree.fromstring(data)
    ids = [one.get("id") for one in root.iter("*") if one.get("id")]
    found = [f"id {one} is no NCName" for one in ids if not re.fullmatch(r"[^\W\d][\w.·-]*", one)]
    found += ["an id stands twice"] if len(ids) != len(set(ids)) else []
    found += [] if root.get("type") == "TBX-Basic" and root.get(LANG) else ["root attributes"]
    style = root.get("style")
    return found + [f"{one.sourceline}: {said}" for one in root.iter("*") for said in _wrong(one, style, ids)]


def _wrong(element, style: str, ids: list[str]) -> Iterator[str]:
    name, category = _name(element), _category(element)
    inside = " ".join(_name(child) for child in element)
    if not re.fullmatch(_pattern(CONTENT.get(name, NOTE_TEXT)), inside + " " if inside else ""):
        yield f"{name} holds {inside}"
    if name in TYPES and style == "dca" and category not in TYPES[name].split():
        yield f"{name} cannot be {category!r}"
    if name in TYPES and style == "dct":
        yield f"{name} is of DCA style"
    if name == "DCT" and (style == "dca" or not element.tag.startswith(MIN if category in OF_MIN else BASIC)):
        yield f"{element.tag} does not belong here"
    if category in PLACES and _level(element) not in PLACES[category].split():
        yield f"{category} stands at {_level(element)}"
    if category in PICKS and element.text not in PICKS[category].split():
        yield f"{category} is {element.text}"
    if category == "source" and _name(element.getparent()) == "adminGrp":
        yield "source in an adminGrp"
    if name == "langSec" and not element.get(LANG):
        yield "no language"
    target = element.get("target", "https://x")
    if not target.startswith(("http://", "https://")) and target not in ids:
        yield f"target {target} leads nowhere"


def _name(element) -> str:
    return element.tag.removeprefix(TBX) if element.tag.startswith(TBX) else "DCT"


def _category(element) -> str:
    return element.get("type", "") if _name(element) != "DCT" else etree.QName(element).localname


def _level(element) -> str:
    parent = element.getparent()
    return _level(parent) if _name(parent).endswith("Grp") else _name(parent)


def _pattern(content: str) -> str:
    """A content model as a pattern over names, each followed by a blank."""
    return re.sub(r"[A-Za-z]+", lambda name: f"(?:{name.group()}\\s)", content).replace(" ", "")
