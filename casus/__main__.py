"""Lets `python -m casus` do what `casus` does."""

from __future__ import annotations

from casus.cli import main

if __name__ == "__main__":
    main()
