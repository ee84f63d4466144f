"""Finished files: one whole or not at all, several together or not at all, and never over a person's edit."""

from pressgen.outbox.deliver import Delivered, deliver
from pressgen.outbox.file import clear, drop, filling, furnished, put, remove, replacing
from pressgen.outbox.folder import copied, make, passing
from pressgen.outbox.lock import held
from pressgen.outbox.switch import filled, settle, together

__all__ = [
    "Delivered",
    "clear",
    "copied",
    "deliver",
    "drop",
    "filled",
    "filling",
    "furnished",
    "held",
    "make",
    "passing",
    "put",
    "remove",
    "replacing",
    "settle",
    "together",
]
