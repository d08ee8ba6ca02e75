"""Acts: which words tell an act, in which sense, together with which others, and why one is doubted."""
