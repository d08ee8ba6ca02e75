"""Every command, option, format, kind and column is documented, or this fails."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from casus.cli import options
from casus.cli.app import app
from casus.export import COLUMNS, EXPORTERS, KINDS, acled, polecat, ucdp
from casus.export.delimited import Field

DOCS = Path(__file__).parent.parent / "docs"
RECORDS = (DOCS / "records.md").read_text(encoding="utf-8")
COMMANDS = (DOCS / "commands.md").read_text(encoding="utf-8")
EVENT = (
    "id type modes actors recipients date place killed injured killed_or_injured captured size status layer aggregate "
    "sources claims contested cautions reports merge casus codebook certain judged"
)


def section(text: str, heading: str) -> str:
    """Return what stands under a heading, up to the next of its rank."""
    level = heading.split(" ")[0]
    found = re.search(rf"^{re.escape(heading)}$(.*?)(?=^#{{1,{len(level)}}} |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"no section {heading!r}"
    return found[1]


@pytest.mark.parametrize("name", sorted(get_command(app).commands))  # type: ignore[attr-defined]
def test_every_command_and_option_is_documented(name: str) -> None:
    said = section(COMMANDS, f"## {name}")
    for parameter in get_command(app).commands[name].params:  # type: ignore[attr-defined]
        if parameter.param_type_name == "option":
            assert all(f"`{word}" in said or f"`{word}" in COMMANDS.split("## ")[0] for word in parameter.opts), parameter.opts
    assert f"casus {name}" in COMMANDS.split("## ")[0]


@pytest.mark.parametrize("family", ["codebook", "judgements"])
def test_every_command_of_a_family_is_documented(family: str) -> None:
    for name in get_command(app).commands[family].commands:  # type: ignore[attr-defined]
        check_command(family, name)


def check_command(family: str, name: str) -> None:
    said = section(COMMANDS, f"## {family}")
    command = get_command(app).commands[family].commands[name]  # type: ignore[attr-defined]
    assert f"casus {family} {name}" in said
    for parameter in command.params:
        if parameter.param_type_name == "option":
            assert all(f"`{word}" in said or f"`{word}" in COMMANDS.split("## ")[0] for word in parameter.opts), parameter.opts


def test_no_command_is_documented_that_does_not_exist() -> None:
    told = set(re.findall(r"^## ([a-z]+)$", COMMANDS, re.MULTILINE))
    assert told == set(get_command(app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", KINDS)
def test_every_column_is_documented_with_its_type_and_meaning(kind: str) -> None:
    told = re.findall(r"^\| `(\w+)` \| (\w+) \| (.+) \|$", section(RECORDS, f"### {kind}"), re.MULTILINE)
    assert told == [(c.name, c.type, c.about) for c in COLUMNS[kind]]


@pytest.mark.parametrize(("name", "columns"), [("ucdp", ucdp.COLUMNS), ("acled", acled.COLUMNS), ("polecat", polecat.COLUMNS)])
def test_every_column_of_other_data_sets_is_documented(name: str, columns: tuple[Field, ...]) -> None:
    told = re.findall(r"^\| `([^`]+)` \| (.+) \|$", section(RECORDS, f"### {name}"), re.MULTILINE)
    assert told == [(c.name, c.about) for c in columns]


@pytest.mark.parametrize("key", EVENT.split(" "))
def test_every_key_of_an_event_is_documented(key: str) -> None:
    assert f"`{key}`" in section(RECORDS, "## The event record")


@pytest.mark.parametrize("to", EXPORTERS)
def test_every_format_is_documented(to: str) -> None:
    assert f"| `{to}` |" in section(RECORDS, "## Formats")
    assert f"`{to}`" in section(COMMANDS, "## export")
    assert to in options.FORMATS.split(", ")


def test_help_and_docs_name_every_kind() -> None:
    assert ", ".join(KINDS) == options.KINDS
    assert all(f"`{kind}`" in section(COMMANDS, "## export") for kind in KINDS)
