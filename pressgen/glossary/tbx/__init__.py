"""TBX (ISO 30042), read and written: v2, v3 DCA and v3 DCT, dialects Core, Min and Basic."""

from pressgen.glossary.tbx.node import Kept, Level, Node, Tbx
from pressgen.glossary.tbx.read import load, parse

__all__ = ["Kept", "Level", "Node", "Tbx", "load", "parse"]
