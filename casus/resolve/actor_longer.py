"""Longer names: a known name is never cut out of another one that only contains it."""

from __future__ import annotations

from casus.codebook.around_names import load_around_names
from casus.resolve.actor_bodies import body_phrase
from casus.resolve.actor_mentions import Known
from casus.resolve.actor_scene import Scene
from casus.resolve.actor_words import Phrase, Word, is_noun, words_in

_GENERAL = frozenset("national people democratic popular islamic united self special security armed joint patriotic revolutionary".split())
_KIN = ("Abu ", "Bin ", "Ibn ", "Umm ")
_ADJECTIVES = ("ish", "ist", "ian")


def longer_name(phrase: Phrase, known: Known, scene: Scene) -> str | None:
    """The longer name a known one stands in: "Kashmir Tigers Front" is no Tigers, "Hamas Aid Committee" no Hamas.

    None in headings, where every word has a capital, and for names in capitals throughout.
    """
    if (phrase.sentence is not None and phrase.sentence.heading) or (known.words.isupper() and len(known.words) > 5):
        return None
    return _to_the_left(phrase, known, scene) or _to_the_right(phrase, known, scene)


def _to_the_right(phrase: Phrase, known: Known, scene: Scene) -> str | None:
    run = _capitalised_after(phrase, known, scene.text)
    lists = load_around_names()
    after = next((w for w in phrase.core if w.start == known.end + 1), None)
    if after is not None and after.plain in lists.guilds and all(a.kind in ("police", "military") for a in known.actors):
        return scene.text[known.start : after.end]
    tail = [w for w in run if w.plain in lists.longer]
    if not tail or any(w.plain in lists.body_tails for w in run):
        return None
    if any(k.start <= tail[0].start < k.end for k in scene.names(phrase)):
        return None
    if all(a.kind in ("state", "government") for a in known.actors) and body_phrase(tuple(w.plain for w in run), None):
        return None
    return scene.text[known.start : tail[-1].start + len(tail[-1].text)]


def _capitalised_after(phrase: Phrase, known: Known, text: str) -> list[Word]:
    """The capitalised words right after a name, joined by spaces and hyphens only."""
    run: list[Word] = []
    for word in (w for w in phrase.core if w.start >= known.end):
        gap = text[run[-1].end if run else known.end : word.start]
        if not word.text[:1].isupper() or gap.strip(" -"):
            break
        run.append(word)
    return run


def _to_the_left(phrase: Phrase, known: Known, scene: Scene) -> str | None:
    """A name of general words ("Self-Defence Forces", "National Liberation Army") with a name before it is another one."""
    if scene.text[max(known.start - 4, 0) : known.start] == "New " and known.actors[0].kind == "state":
        return f"New {known.words}"
    names = load_around_names().longer | _GENERAL
    if " " not in known.words and (known.how == "spelling variant" or _kin(known, scene.text)):
        return _with_word_before(phrase, known, scene)
    if " " not in known.words or not all(w.plain in names or is_noun(w.plain) for w in words_in(known.words, 0, len(known.words))):
        return None
    return _with_word_before(phrase, known, scene)


def _kin(known: Known, text: str) -> bool:
    """Whether a word of kinship before it makes a name a person's or a family's: "Abu Shabab"."""
    return text[: known.start].endswith(_KIN)


def _with_word_before(phrase: Phrase, known: Known, scene: Scene) -> str | None:
    """The name with the capitalised word before it, unless that says whose it is or what he is."""
    before = [w for w in phrase.core if w.end <= known.start]
    if not before or not before[-1].text[:1].isupper() or before[-1].owns or scene.text[before[-1].end : known.start] != " ":
        return None
    word = before[-1]
    noun = is_noun(word.plain) and word.plain not in _GENERAL  # "the National Security Council"
    if scene.mentions.lands_over(word.start, word.end) or noun or word.text.lower().endswith(_ADJECTIVES):
        return None
    return scene.text[word.start : known.end]
