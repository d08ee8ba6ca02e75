"""Mending: "police fire tear gas at students": nobody tears; a headline's or a caption's verb stands before the weapon's two nouns."""

from __future__ import annotations

from dataclasses import replace

from casus.model.text import Token

_THROWN = frozenset({"fire", "use", "lob", "hurl", "throw", "shoot", "deploy", "spray", "launch"})


def mend_tear_gas(tokens: list[Token], i: int) -> None:
    """Make the word before "tear gas" the verb, where the parse has torn the two apart, in place."""
    if not 0 < i < len(tokens) - 1 or tokens[i].text.lower() != "tear" or tokens[i + 1].text.lower() != "gas":
        return
    verb, gas = i - 1, i + 1
    top = i if tokens[gas].head == i else gas
    if {tokens[i].head, tokens[gas].head} <= {i, gas} or tokens[verb].head != top or tokens[verb].lemma.lower() not in _THROWN:
        return
    doer = next((k for k in range(verb - 1, -1, -1) if tokens[k].head in {verb, top} and tokens[k].deprel in {"nsubj", "compound"}), None)
    over = tokens[top]
    for k, t in enumerate(tokens):
        if t.head in {i, gas} and k not in {i, gas}:
            tokens[k] = replace(t, head=verb, deprel="advcl" if t.deprel == "acl" else t.deprel)
    tokens[verb] = replace(tokens[verb], head=over.head, deprel=over.deprel, upos="VERB", xpos="VBP")
    tokens[gas] = replace(tokens[gas], head=verb, deprel="obj", upos="NOUN", xpos="NN")
    tokens[i] = replace(tokens[i], head=gas, deprel="compound", upos="NOUN", xpos="NN")
    if doer is not None:
        tokens[doer] = replace(tokens[doer], head=verb, deprel="nsubj")
