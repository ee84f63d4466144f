"""The desk: a press office's day in the browser. A door like the command line; it asks only ``api``."""
