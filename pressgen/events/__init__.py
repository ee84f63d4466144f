"""What happened, as the reporter wrote it down."""
