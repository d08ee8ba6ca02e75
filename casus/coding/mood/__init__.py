"""Mood: whether an act is told as done, planned, hedged, negated, usual or merely imagined."""
