"""Facts in, a Chinese and an English press release out, with names and figures that cannot disagree."""
