"""Facts in, a Chinese and an English press release out, with names and figures that cannot disagree."""

VERSION = "0.1.0"
"""Here and nowhere else: what is asked of the system may fail while a report is written."""
