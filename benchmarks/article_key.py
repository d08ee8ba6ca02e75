"""A real article and its coding by hand, as benchmarks/coded_articles/ holds it: a story (story_key.py) without a word of its text.

A key names the `file` and `record` of the article (article_texts.py) and the SHA-256 of its `text`. In its `events` words are given by where they
stand, [first character, end]; a wording that the text does not have (a standard name) is written out. Everything else is as in a story.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.article_texts import Article, article
from benchmarks.story_key import Story, story_of
from casus.codebook.yaml_files import read_yaml

ARTICLES = Path(__file__).resolve().parent / "coded_articles"
_WORDINGS = ("actors", "actors_may", "recipients", "recipients_may", "sources", "sources_may")
_PLACES = ("place", "place_may")


def keys(part: str, root: Path = ARTICLES) -> list[Path]:
    """The keys of a part, by name."""
    return sorted((root / part).glob("*.yaml"))


def coded_articles(part: str, shared: Path, root: Path = ARTICLES) -> list[Story]:
    """The articles of a part. Raises ValueError for a text that is not the one that was coded, OSError where it is absent."""
    return [coded_article(path, shared) for path in keys(part, root)]


def coded_article(path: Path, shared: Path) -> Story:
    """One article with its coding. Raises ValueError for a text that is not the one that was coded, OSError where it is absent."""
    return story_of_key(path.stem, read_yaml(path), shared, path)


def story_of_key(name: str, key: Mapping[str, Any], shared: Path, path: Path) -> Story:
    """The article of a key with its coding. Raises ValueError for a text that is not the one that was coded, OSError where it is absent."""
    found = article(shared, key["file"], key["record"])
    if text_sha(found) != key["text"]:
        raise ValueError(f"{path}: {key['file']}, {key['record']} is not the text that was coded")
    events = [_changed(event, lambda words: _words_at(words, found.text)) for event in key["events"]]
    return story_of(name, _row(found) | {"events": events}, path)


def key_of(file: str, record: str, found: Article, events: list[dict[str, Any]]) -> dict[str, Any]:
    """The key of an article coded in words: every wording that stands in its text becomes the place where it stands."""
    return {"file": file, "record": record, "text": text_sha(found), "events": [_changed(e, lambda w: _place_of(w, found.text)) for e in events]}


def text_sha(found: Article) -> str:
    """The SHA-256 of an article's text."""
    return hashlib.sha256(found.text.encode()).hexdigest()


def _row(found: Article) -> dict[str, Any]:
    return {"published": found.published, "publisher": found.publisher, "title": found.title, "text": found.text}


def _changed(event: Mapping[str, Any], words: Callable[[Any], Any]) -> dict[str, Any]:
    """An event with every wording of it changed."""
    out = dict(event) | {"told": [words(w) for w in event["told"]]}
    out |= {name: [[words(w) for w in group] for group in out.get(name) or ()] for name in _WORDINGS}
    return out | {name: [words(w) for w in out[name]] for name in _PLACES if out.get(name)}


def _words_at(words: str | list[int], text: str) -> str:
    return words if isinstance(words, str) else text[slice(*words)]


def _place_of(words: str, text: str) -> str | list[int]:
    at = text.find(words)
    return [at, at + len(words)] if at >= 0 else words


