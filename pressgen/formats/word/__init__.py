"""Word files: ours written in the house's look, anyone's read; ``review`` gives them back commented."""

from pressgen.formats.word.bilingual import write_bilingual
from pressgen.formats.word.changes import write_all_changes, write_changes
from pressgen.formats.word.read import read
from pressgen.formats.word.write import write

__all__ = ["read", "write", "write_all_changes", "write_bilingual", "write_changes"]
