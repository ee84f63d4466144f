"""What the newsroom knows: style, glossary, rates, templates; loaded once, an argument everywhere."""

from pressgen.house.house import House, open_house
from pressgen.house.newsroom import Newsroom, open_newsroom, release_types

__all__ = ["House", "Newsroom", "open_house", "open_newsroom", "release_types"]
