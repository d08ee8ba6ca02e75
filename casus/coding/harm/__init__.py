"""Harm: people killed, injured, taken; tolls, losses, totals and statistics."""
