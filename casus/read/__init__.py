"""Report text to sentences with tokens, syntax and names: one pass of the trained encoder."""

from casus.read.card import ModelCard
from casus.read.reader import Reader

__all__ = ["ModelCard", "Reader"]
