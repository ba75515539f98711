"""`claimcheck explain`."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli.beside import compared, judgements_file
from claimcheck.cli.console import deliver, guarded, look, settled, shown
from claimcheck.cli.options import ColorOption, ConfigOption, QuietOption
from claimcheck.errors import EXIT_OK
from claimcheck.ledger import store


@guarded
def explain(
    *,
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of a claim, subject or finding, or its beginning.")],
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATHS", help="The articles to compare; the current folder if left out.")
    ] = None,
    other: Annotated[
        str | None,
        typer.Option("--with", metavar="ID", help="Another claim, or a subject: why the two are under one subject, or are not."),
    ] = None,
    config: ConfigOption = None,
    quiet: QuietOption = None,
    color: ColorOption = None,
) -> int:
    """Show why: how a claim was read, a verdict reached, or two claims linked."""
    from claimcheck.report.explain import write_explanation  # noqa: PLC0415 - loads rich
    from claimcheck.report.lookup import look_up, look_up_claim  # noqa: PLC0415

    where = paths or ["."]
    settings = settled(where, {"quiet": quiet, "color": color}, config)
    report = compared(where, settings)
    drawn = look(settings, complete=True)
    if other is None:
        found = look_up(report, id)
        deliver(lambda out: write_explanation(report, found, out, drawn))
        return EXIT_OK
    from claimcheck.pipeline import liken  # noqa: PLC0415 - loads the stages
    from claimcheck.report.likeness import write_likeness  # noqa: PLC0415

    left, right = look_up_claim(report, id), look_up_claim(report, other)
    path = judgements_file(where, settings)
    likeness = liken(report, left, right, store.load_judgements(path, shown(path)))
    deliver(lambda out: write_likeness(report, left, right, likeness, out, drawn))
    return EXIT_OK
