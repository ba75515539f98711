"""The program: its commands in the order of its help. Each has a module of its own."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

import claimcheck
from claimcheck.cli import ledger
from claimcheck.cli.compare import compare
from claimcheck.cli.config import show_config
from claimcheck.cli.console import EXIT_CODES, say, unwritable
from claimcheck.cli.explain import explain
from claimcheck.cli.extract import extract
from claimcheck.cli.init import init
from claimcheck.cli.judge import judgement
from claimcheck.cli.render import render
from claimcheck.cli.review import review
from claimcheck.cli.schema import schema
from claimcheck.cli.types import types
from claimcheck.errors import EXIT_UNABLE

app = typer.Typer(
    help="Shows where news articles about one event agree and where their figures conflict.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

for _command in (compare, extract, explain, types, render, init, review, schema):
    app.command(epilog=EXIT_CODES)(_command)
app.command("judge", epilog=EXIT_CODES)(judgement)
app.command("config", epilog=EXIT_CODES)(show_config)
app.add_typer(ledger.app)


def main() -> None:
    """Runs the program. Never returns."""
    try:
        app(prog_name="claimcheck")
    except OSError as error:  # what a command writes is guarded; help and usage are not
        say(str(unwritable(error)))
        sys.exit(EXIT_UNABLE)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimcheck {claimcheck.__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass
