"""What a revisor looks for, in the order a revisor reads."""
