"""How the reader was trained: data preparation, recipe, export, evaluation.  Needs torch; never imported by casus."""
