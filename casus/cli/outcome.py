"""How a command ends: one clear line for what went wrong, never a traceback."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import typer

from casus.model.errors import CasusError

P = ParamSpec("P")
R = TypeVar("R")

FAILED = 1
INTERRUPTED = 130
PIPE_CLOSED = 141
"""What a shell expects of a program stopped by Ctrl-C (128 + SIGINT), and by a closed pipe (128 + SIGPIPE)."""

_UNSEEN = {code: "\ufffd" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}


def safe(text: str) -> str:
    """Return the text without control characters: words of a report must not steer the terminal."""
    return text.translate(_UNSEEN)


def plural(number: int, one: str, many: str = "") -> str:
    """Return the number with its noun."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def say(text: str) -> None:
    """Print one line on standard error, as `casus: ...`."""
    typer.echo(f"casus: {safe(text).replace(chr(10), ' ')}", err=True)


def guarded(command: Callable[P, R]) -> Callable[P, R]:
    """Return the command with its errors turned into one line and an exit code.

    This is the one place that catches everything: a user gets a line to act on, `CASUS_TRACEBACK` the whole story.
    """

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except CasusError as error:
            say(str(error))
            raise typer.Exit(FAILED) from error
        except KeyboardInterrupt as error:
            say("stopped; what was read before is kept")
            raise typer.Exit(INTERRUPTED) from error
        except BrokenPipeError as error:
            # Python flushes standard output once more at exit; give it somewhere to go.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(PIPE_CLOSED) from error
        except (typer.Exit, typer.Abort, typer.BadParameter):
            raise
        except Exception as error:
            if os.environ.get("CASUS_TRACEBACK"):
                raise
            fault = f"{type(error).__name__}: {error}"
            say(f"a fault in Casus ({fault}); set CASUS_TRACEBACK=1 to see where, and report it with the input")
            raise typer.Exit(FAILED) from error

    return run
