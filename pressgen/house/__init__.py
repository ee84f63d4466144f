"""What the newsroom knows: style, glossary, rates, templates; loaded once, an argument everywhere."""
