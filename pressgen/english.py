"""English as it is spoken: a or an before a word, one thing or several; drafts and checks ask the same."""

from __future__ import annotations

import re

from pressgen.regex import regex

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
"""The months, as a pattern has them."""
_SILENT_H = regex(r"(?:hours?|hourly|hourlong|honest\w*|hono[u]?r\w*|heirs?|heirloom\w*|heiress\w*)$")
_LIKE_YOU = regex(
    r"(?:u$|eu|ewe|unesco|unido|unctad|unan|uni(?!n(?!o)|m[a-z]|d(?!ir)|ll)|us(?:e|ual|u[rf]|ab|age)"
    r"|ut(?:il|ens|op|ah|re)|ubiq|uk(?:ul|r)"
    r"|ur(?:an(?!d)|ol|in|ea|ug)|ugan|uyg|ufo|one(?:self|plus)?(?![a-z])|once)"
)
_OUT_LOUD = regex(
    "NASA|NATO|SARS|FIFA|FAST|LAN|RAM|ROM|SIM|STEM|SWAT|MERS|MOOC|MOOCs|SaaS|RoHS|LiDAR|LIDAR|"
    "NASDAQ|HEPA|NIMBY|RISC|MIDI|LASER|RADAR|SONAR|SOHO|NAFTA|NAPA|SPAC|LEGO|HUAWEI|SAIC|MERCOSUR"
)
_AS_WRITTEN = regex("UNESCO|UNICEF|ASEAN|OPEC|APEC|AIDS|AUKUS|EURO|UNIDO|UNIDROIT|UNCTAD")
"""Names in capitals that read like a word and begin as they are written."""
_EITHER = regex(
    "FAQ|FAQs|SQL|herb|herbal|historic|historical|homage|hotel|hotels|horrific|habitual|heroic|uh|uygur"
)
_MIXED = ("MoU", "MoUs", "MoC", "IoT", "LoRa")
_BY_NAME = "AEFHILMNORSX"
"""Letters whose names begin with a vowel."""


def vowel(word: str) -> bool | None:
    """Whether a word begins with the sound of a vowel; None where people differ: a FAQ, an FAQ.

    >>> [vowel(word) for word in ("hour", "European", "MBA", "US", "uninterrupted", "11,000", "FAQ")]
    [True, False, True, False, True, True, None]
    """
    bare = re.split(r"[-’'./,]", word)[0] or word
    if _is_open(word, bare):
        return None
    if word[:1].isdigit():
        return bool(re.match(r"8", word) or re.match(r"(?:11|18)(?:,\d{3}(?!\d|,))?(?![\d,]*\d)", word))
    if _is_spelt(bare):
        return bare[0] in _BY_NAME
    low = bare.lower()
    return bool(_SILENT_H.match(low)) or (low[:1] in tuple("aeiou") and not _LIKE_YOU.match(low))


def article(text: str) -> str:
    """The indefinite article before a text as it is spoken; the usual one where people differ.

    >>> [article(text) for text in ("8% rise", "18.5% rise", "110% rise", "FAW plant", "“hour” hand", "FAQ")]
    ['an', 'an', 'a', 'an', 'an', 'an']
    """
    first = (text.lstrip("“‘\"'($€£¥") or " ").split()
    word = first[0].rstrip("”’,.;:!?)%") if first else ""
    sound = vowel(word)
    if sound is None:
        bare = re.split(r"[-’'./,]", word)[0]
        sound = word[:2] in ("11", "18") or (
            bare[:1].upper() in _BY_NAME if bare.isupper() else bare[:1] in "aeiou"
        )
    return "an" if sound else "a"


def _is_open(word: str, bare: str) -> bool:
    """Whether people read a word in two ways: a FAQ, an mp4 or xml file, an 1800s house."""
    if bare[:1].isdigit():
        return bool(re.match(r"1[18]\d\d(?![\d,])", word))
    spelt_small = bare.islower() and not re.search("[aeiouy]", bare)
    return bool(spelt_small or _EITHER.fullmatch(bare) or _EITHER.fullmatch(bare.lower()))


def _is_spelt(word: str) -> bool:
    """Whether the word's first letter is said by its name: SOE, R&D, MoU, X-ray."""
    letters = re.sub(r"[^A-Za-z]", "", word)
    if _OUT_LOUD.fullmatch(word) or not letters[:1].isupper():
        return False
    singular = letters.removesuffix("s")
    if len(letters) == 1 or _AS_WRITTEN.fullmatch(singular):
        return len(letters) == 1
    return len(singular) > 1 and (singular.isupper() or word in _MIXED)


_ES = ("s", "x", "z", "ch", "sh")
_IRREGULAR = dict(
    pair.split("|")
    for pair in [
        "person|people",
        "child|children",
        "foot|feet",
        "tooth|teeth",
        "mouse|mice",
        "goose|geese",
        "ox|oxen",
        "half|halves",
        "leaf|leaves",
        "shelf|shelves",
        "knife|knives",
        "life|lives",
        "wife|wives",
        "loaf|loaves",
        "wolf|wolves",
        "calf|calves",
        "thief|thieves",
        "self|selves",
        "hero|heroes",
        "potato|potatoes",
        "tomato|tomatoes",
        "echo|echoes",
        "veto|vetoes",
        "quiz|quizzes",
        "criterion|criteria",
        "phenomenon|phenomena",
        "bacterium|bacteria",
        "stratum|strata",
        "alumnus|alumni",
        "analysis|analyses",
        "basis|bases",
        "crisis|crises",
        "thesis|theses",
        "axis|axes",
        "hypothesis|hypotheses",
        "diagnosis|diagnoses",
        "oasis|oases",
        "passerby|passersby",
    ]
)
_SAME = frozenset(
    [
        "aircraft",
        "spacecraft",
        "hovercraft",
        "series",
        "species",
        "means",
        "headquarters",
        "crossroads",
        "works",
        "goods",
        "dice",
        "police",
        "sheep",
        "fish",
        "deer",
        "livestock",
        "offspring",
        "personnel",
        "staff",
        "equipment",
        "information",
        "yuan",
        "mu",
        "chinese",
        "japanese",
        "portuguese",
        "vietnamese",
        "swiss",
    ]
)
"""What is one word for one and several."""
_NO_MEN = ("human", "german", "roman", "norman")
_HEAD = regex(
    r".+?(?= (?:of|for|to|in|at|on|from|with|under|by)\b"
    r"|(?<!major)(?<!lieutenant)(?<!brigadier)[ -]general\b|-in-|$)"
)
"""The noun of a phrase with all that stands before it: secretary in secretary-general, major general."""


def plural(noun: str) -> str:
    """The plural of a noun, or of a phrase: of the noun in front of "of", else of its last word.

    >>> plural("industry"), plural("power battery"), plural("spokesman"), plural("letter of intent")
    ('industries', 'power batteries', 'spokesmen', 'letters of intent')
    >>> plural("secretary-general"), plural("aircraft"), plural("analysis"), plural("SOE"), plural("proof")
    ('secretaries-general', 'aircraft', 'analyses', 'SOEs', 'proofs')
    """
    found = _HEAD.match(noun)
    head = found[0] if found else noun
    rest = noun[len(head) :]
    cut = max(head.rfind(" "), head.rfind("-")) + 1
    return head[:cut] + _several(head[cut:]) + rest


def singular(noun: str) -> str:
    """One of several things: of the noun in front of "of", else of a phrase's last word.

    >>> [singular(words) for words in ("companies", "buses", "warehouses", "people", "letters of intent")]
    ['company', 'bus', 'warehouse', 'person', 'letter of intent']
    """
    found = _HEAD.match(noun)
    head = found[0] if found else noun
    cut = max(head.rfind(" "), head.rfind("-")) + 1
    return head[:cut] + _single(head[cut:]) + noun[len(head) :]


_ONE_S = regex(r"(?:ss|x|ch|sh|(?<!ho)(?<!ca)(?<!cla)(?<!^)us)es$")
"""Plurals that lose -es; houses, causes, clauses and uses lose -s."""


def _single(word: str) -> str:
    low = word.lower()
    if low in _SAME:
        return word
    if single := next((single for single, many in _IRREGULAR.items() if many == low), ""):
        return word[0] + single[1:]
    if low.endswith("men") and len(low) > len("men"):
        return f"{word[:-2]}an"
    if low.endswith("ies") and len(low) > len("ties"):
        return f"{word[:-3]}y"
    if _ONE_S.search(low):
        return word[:-2]
    return word[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) else word


def _several(word: str) -> str:
    low = word.lower()
    if low in _SAME:
        return word
    if low.endswith("man") and low not in _NO_MEN:
        return f"{word[:-2]}en"
    if many := _IRREGULAR.get(low):
        return word[0] + many[1:]
    if word.isupper() and len(word) > 1:
        return f"{word}s"
    if low.endswith("y") and low[-2:-1] not in tuple("aeiou"):
        return f"{word[:-1]}ies"
    return word + ("es" if low.endswith(_ES) else "s")
