"""`claimcheck render`."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import delivery, outputs
from claimcheck.cli.console import guarded, look, settled
from claimcheck.cli.options import AllOption, ColorOption, ConfigOption, FailOnOption, FormatOption, OutputOption
from claimcheck.errors import EXIT_OK


@guarded
def render(
    *,
    file: Annotated[str, typer.Argument(metavar="REPORT", help="What --format json wrote, or - for standard input.")],
    format: FormatOption = None,
    output: OutputOption = None,
    fail_on: FailOnOption = None,
    show_all: AllOption = False,
    config: ConfigOption = None,
    color: ColorOption = None,
) -> int:
    """Write a saved JSON report in another format."""
    from claimcheck.report.reading import read_report  # noqa: PLC0415

    flags = {"format": format, "output": output or None, "fail_on": fail_on, "color": color}
    settings = settled([file], flags, config)
    to = outputs.places(settings, alone=bool(output) and format is None)
    report = read_report(outputs.saved(file), "standard input" if file == "-" else file)
    delivery.spare(to, [a.path for a in report.articles])
    outputs.write(report, to, settings, look(settings, complete=show_all))
    return EXIT_OK
