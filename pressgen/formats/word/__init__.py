"""Word files: read, written, reviewed."""
