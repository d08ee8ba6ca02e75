"""Mending: what the parse gets wrong about sayings, harm, names and lists, put right before anything is read from it."""
