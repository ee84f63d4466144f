"""One name for one thing, in both languages."""

from pressgen.glossary.entry import Entry, Glossary, Term

__all__ = ["Entry", "Glossary", "Term"]
