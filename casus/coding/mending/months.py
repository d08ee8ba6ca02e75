"""Mending: a month and the number behind it, which counts people ("since January 120 people") or is the day ("on May 20 gunmen")."""

from __future__ import annotations

from dataclasses import replace

from casus.codebook.dates import load_dates
from casus.model.text import Token


def mend_month(tokens: list[Token], i: int) -> None:
    """ "Since January 120 people have been killed": the month dates the clause, the figure counts the people."""
    month = tokens[i].text.lower().rstrip(".") in load_dates().months and 0 < i < len(tokens) - 2
    if not month or tokens[i + 1].deprel != "nummod" or tokens[i].head not in {i + 1, tokens[i + 1].head}:
        return
    noun = tokens[i + 1].head
    if noun <= i + 1 or tokens[noun].head < 0:
        return
    if tokens[i - 1].text.lower() == "on" and noun == i + 2 and _is_day(tokens[i + 1]):  # "On May 20 gunmen raided a camp": the day
        tokens[i] = replace(tokens[i], head=i + 1, deprel="nmod:unmarked")
        tokens[i + 1] = replace(tokens[i + 1], head=tokens[noun].head, deprel="obl")
        tokens[i - 1] = replace(tokens[i - 1], head=i + 1, deprel="case", upos="ADP")
    elif tokens[i - 1].upos in {"ADP", "SCONJ"} and tokens[noun].deprel.startswith(("nsubj", "obj", "obl")):
        tokens[i] = replace(tokens[i], head=tokens[noun].head, deprel="obl")
        tokens[i - 1] = replace(tokens[i - 1], head=i, deprel="case", upos="ADP")


def _is_day(token: Token) -> bool:
    """A number that a day of the month can have."""
    return token.text.isdecimal() and 1 <= int(token.text) <= 31
