"""The English number words: cardinals, scales, ordinals and parts."""

from __future__ import annotations

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

SMALL = {word: value for value, word in enumerate(_ONES.split())} | {"nought": 0, "naught": 0, "fourty": 40}
TENS = {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}

LONG_SCALES = {
    "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "quadrillion": 15,
    "quintillion": 18, "sextillion": 21,
    "thousands": 3, "millions": 6, "billions": 9, "trillions": 12,
    "lakh": 5, "lakhs": 5, "lac": 5, "lacs": 5, "crore": 7, "crores": 7,
}  # fmt: skip
SHORT_SCALES = {
    "mln": 6, "mn": 6, "mil": 6, "mm": 6, "bln": 9, "bn": 9, "bio": 9, "trn": 12, "tn": 12, "tln": 12,
    "k": 3, "m": 6,
    "b": 9, "t": 12, "billon": 9,
}  # fmt: skip
"""These stand behind digits only."""
SCALES = LONG_SCALES | SHORT_SCALES
"""Powers of ten."""

LONG = frozenset(
    (
        "across", "antennas", "banners", "beams", "boards", "boats", "bridges", "cables", "cracks", "cranes",
        "dams", "dunes", "fences", "gaps", "ladders", "ledges", "masts", "panels", "pipes", "pits", "planks",
        "platforms", "poles", "rails", "ramps", "ropes", "runs", "screens", "sections", "segments", "sharks",
        "ships", "snakes", "statues", "strips", "swells", "tides", "towers", "tracks", "trees", "trenches",
        "tubes", "walls", "waves",
    )
)  # fmt: skip
"""What a length stands in front of: 1.5m walls."""

MANY = frozenset(
    (
        "accounts", "adults", "applications", "attendees", "barrels", "births", "buyers", "cars",
        "cases", "children", "citizens", "clicks", "clients", "consumers", "containers", "copies",
        "customers", "deaths", "devices", "doctors", "doses", "downloads", "employees", "families",
        "farmers", "flights", "followers", "gamers", "graduates", "hits", "homes", "households",
        "inhabitants", "investors", "items", "jobs", "journeys", "listeners", "members", "men",
        "migrants", "motorists", "orders", "packages", "parcels", "participants", "passengers",
        "patients", "people", "phones", "pieces", "players", "pupils", "readers", "refugees",
        "residents", "rides", "shares", "shoppers", "smartphones", "soldiers", "spectators", "students",
        "subscribers", "teachers", "tickets", "tourists", "transactions", "travelers", "travellers",
        "trips", "units", "users", "vaccines", "vehicles", "viewers", "views", "visitors", "volunteers",
        "voters", "women", "words", "workers",
    )
)  # fmt: skip
"""What is counted by the million, and is not so many metres long: 2.3m visitors, but 30m towers."""

DOZENS = frozenset(("dozen", "dozens", "doz", "dozs"))

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split(), 1)} | {
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80,
    "ninetieth": 90, "hundredth": 100, "thousandth": 1000, "millionth": 1000000, "billionth": 1000000000,
    "trillionth": 1000000000000,
}  # fmt: skip

PARTS = {word + "s": value for word, value in ORDINALS.items() if value > 2} | {
    "half": 2, "halves": 2, "quarter": 4, "quarters": 4,
}  # fmt: skip
"""Denominators that can be nothing else; a singular ordinal is one behind one or a."""

_FEW = {"dozen": 1, "hundred": 2, "thousand": 3, "million": 6, "billion": 9}
VAGUE = {
    **{f"{some} {name}": power for some in ("several", "a few") for name, power in _FEW.items()},
    "tens of thousands": 4, "tens of millions": 7, "tens of billions": 10, "tens of trillions": 13,
    "hundreds of thousands": 5, "hundreds of millions": 8, "hundreds of billions": 11, "dozens": 1,
    "scores": 1,
    "hundreds": 2, "thousands": 3, "millions": 6, "billions": 9, "trillions": 12,
}  # fmt: skip
"""Powers of ten a plural names; thousands and more leave three places open."""

TIMES = {
    "twice": 2, "doubled": 2, "doubles": 2, "doubling": 2, "tripled": 3, "triples": 3, "tripling": 3,
    "trebled": 3,
    "quadrupled": 4, "quintupled": 5, "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5,
    "sixfold": 6,
    "sevenfold": 7, "eightfold": 8, "tenfold": 10, "thrice": 3,
}  # fmt: skip

_MONTHS = (
    "january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug",
    "september|sept|sep", "october|oct", "november|nov", "december|dec",
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split("|")}

CARDINALS = (*SMALL, *TENS)

_SPELT = _ONES.split()


def cardinal(number: int) -> str:
    """A whole number from 0 to 99 in words.

    >>> cardinal(7), cardinal(40), cardinal(31)
    ('seven', 'forty', 'thirty-one')
    """
    if number < len(_SPELT):
        return _SPELT[number]
    tens, ones = divmod(number, 10)
    return _TENS.split()[tens - 2] + (f"-{_SPELT[ones]}" if ones else "")
