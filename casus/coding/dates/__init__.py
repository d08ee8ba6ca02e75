"""Dates: time expressions of a report, as precisely as their words, and which of them is an act's."""
