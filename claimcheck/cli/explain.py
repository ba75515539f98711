"""`claimcheck explain`."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli.beside import compared
from claimcheck.cli.console import deliver, guarded, look, settled
from claimcheck.cli.options import ColorOption, ConfigOption, QuietOption
from claimcheck.errors import EXIT_OK


@guarded
def explain(
    *,
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of a claim, subject or finding, or its beginning.")],
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATHS", help="The articles to compare; the current folder if left out.")
    ] = None,
    config: ConfigOption = None,
    quiet: QuietOption = None,
    color: ColorOption = None,
) -> int:
    """Show why: how a claim was read, or a verdict reached."""
    from claimcheck.report.explain import write_explanation  # noqa: PLC0415 - loads rich
    from claimcheck.report.lookup import look_up  # noqa: PLC0415

    settings = settled(paths or ["."], {"quiet": quiet, "color": color}, config)
    report = compared(paths or ["."], settings)
    found = look_up(report, id)
    shown = look(settings, complete=True)
    deliver(lambda out: write_explanation(report, found, out, shown))
    return EXIT_OK
