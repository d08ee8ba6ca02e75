"""Reading a vocabulary file, with an error that names the file and the line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from casus.model.errors import CodebookError

_BASE: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _WordLoader(_BASE):  # type: ignore[valid-type, misc]
    """YAML in which "on", "off", "yes" and "no" are words, as in YAML 1.2; only true and false are truth values."""


_WordLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool"]
    for first, found in _BASE.yaml_implicit_resolvers.items()
}
_WordLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def read_yaml(path: Path) -> Any:
    """The content of a YAML file. Raises CodebookError where it cannot be read or parsed."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise CodebookError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise CodebookError(f"{path}: not valid YAML; {error}") from error
    return parse_yaml(text, str(path))


def parse_yaml(text: str, where: str) -> Any:
    """The content of a YAML text; `where` names it in errors. Raises CodebookError where it cannot be parsed."""
    try:
        return yaml.load(text, Loader=_WordLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise CodebookError(f"{where}{line}: not valid YAML; {getattr(error, 'problem', error)}") from error
