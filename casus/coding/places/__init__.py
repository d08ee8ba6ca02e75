"""Places: what a sentence names, as whole phrases, and where an act happened."""
