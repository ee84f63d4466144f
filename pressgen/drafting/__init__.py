"""An event told in the house's words."""
