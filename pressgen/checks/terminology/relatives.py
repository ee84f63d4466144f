"""Words of one country or union: its name, its people, its adjective, its letters."""

from __future__ import annotations

_ROWS = """
china chinese prc sino
denmark danish dane danes
finland finnish finn finns
france french
germany german
greece greek
ireland irish
netherlands dutch holland
norway norwegian
philippines filipino philippine
poland polish pole poles
portugal portuguese
spain spanish spaniard spaniards
sweden swedish swede swedes
switzerland swiss
thailand thai
turkey turkish turk turks türkiye
wales welsh
vietnam viet vietnamese
korea korean rok dprk
russia russian soviet
emirates uae emirati
myanmar burma burmese
czechia czech
laos lao laotian
kyrgyzstan kyrgyz
cyprus cypriot
iceland icelandic
hungary magyar hungarian
iran iranian iranians persian
hong hk hongkong
macao macau macanese
taiwan taiwanese
eswatini swaziland
"""
_WHOLE_ROWS = """
united states: usa america american americans
united states of america: usa america american americans
united kingdom: uk britain british briton britons england english scotland scottish
european union: eu europe european
national people's congress: lawmakers legislators legislature parliament
npc standing committee: lawmakers legislators legislature parliament
standing committee of the national people's congress: lawmakers legislators legislature parliament
supreme people's procuratorate: prosecutors
state council: cabinet
"""
_SMALL_ROW = "of the and for in on at to a an de la du del und"
_GENERIC_ROWS = """
city province county district town republic state states kingdom people's democratic islamic federal
federation united union commonwealth municipality prefecture autonomous region special administrative area
festival island islands committee bureau office department commission dollar pound franc peso rupee dinar
darussalam plurinational bolivarian hashemite arab sultanate principality emirate duchy grand
"""

RELATIVES = {
    word: frozenset(row.split()) for row in _ROWS.strip().splitlines() for word in row.split()
}  # fmt: skip
"""For each word those that tell the same country."""

WHOLE = {
    name: frozenset(rest.split())
    for name, _, rest in (row.partition(": ") for row in _WHOLE_ROWS.strip().splitlines())
}
"""Names of which no single word tells the country or body, and the words that do."""

SMALL = frozenset(_SMALL_ROW.split())
"""Words that no name is known by."""

GENERIC = frozenset(_GENERIC_ROWS.split())
"""What a thing is, not which one."""
