"""English: how figures are read from and written into English text."""
