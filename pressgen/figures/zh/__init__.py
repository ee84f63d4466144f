"""Chinese: how figures are read from and written into Chinese text."""
