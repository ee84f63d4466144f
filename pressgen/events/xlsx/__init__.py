"""The Excel form of a release type: written for a colleague to fill in, and read back as an event's nodes."""

from pressgen.events.xlsx.read import Form, read

__all__ = ["Form", "read"]
