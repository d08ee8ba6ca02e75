"""Tellings: how likely each word of a report tells an act, of which type, told how, and which words tell of one act."""
