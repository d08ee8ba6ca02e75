"""Lemmas as edit scripts: what to take off a word's end, what to put on, and whether to keep its case.

A script is written ``L-2+y`` (lower-case the word, take 2 letters off, add "y"), ``K-0+`` (keep it as
it stands) or ``L=be`` (the lemma whatever the word).  Learned in training, applied at run time.
"""

from __future__ import annotations

from typing import Final

IDENTITY: Final = "L-0+"


def script_for(form: str, lemma: str) -> str:
    """Give the shortest script that makes ``lemma`` of ``form``."""
    if lemma == form and form != form.lower():
        return "K-0+"
    case, base = ("L", form.lower()) if lemma == lemma.lower() else ("K", form)
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    if shared == 0:
        return f"{case}={lemma}"
    return f"{case}-{len(base) - shared}+{lemma[shared:]}"


def apply_script(form: str, script: str) -> str | None:
    """Give the lemma, or None where the script takes off more than there is."""
    base = form.lower() if script[0] == "L" else form
    if script[1] == "=":
        return script[2:]
    off, add = script[2:].split("+", 1)
    count = int(off)
    if count >= len(base) and count:
        return None
    return base[: len(base) - count] + add


def lemma_of(form: str, script: str) -> str:
    """Give the script's lemma; the lower-cased word where the script does not fit."""
    return apply_script(form, script) or apply_script(form, IDENTITY) or form
