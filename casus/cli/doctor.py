"""`casus doctor`: what is installed, whether it is whole, and how well it reads."""

from __future__ import annotations

import typer

from casus.cli.outcome import FAILED


def doctor() -> None:
    """Check that everything is in place.

    Prints versions, hashes and scores, and reads the shipped example as a self test. The exit code is 1 if anything is
    wrong.
    """
    from casus.cli.health import examine
    from casus.cli.terminal import line, show

    findings = list(examine())
    width = max(len(f.subject) for f in findings)
    for finding in findings:
        style = {"ok": "green", "WRONG": "bold red"}.get(finding.verdict, "")
        show([line((f"{finding.verdict:5}", style), f"  {finding.subject:{width}}  {finding.detail}")])
    if any(f.verdict == "WRONG" for f in findings):
        raise typer.Exit(FAILED)
