"""Reading a vocabulary file, with an error that names the file and the line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from casus.model.errors import CodebookError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> Any:
    """The content of a YAML file. Raises CodebookError where it cannot be read or parsed."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except OSError as error:
        raise CodebookError(f"{path}: cannot be read ({error.strerror})") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise CodebookError(f"{path}{line}: not valid YAML; {getattr(error, 'problem', error)}") from error
