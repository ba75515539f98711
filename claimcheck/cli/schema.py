"""`claimcheck schema`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from claimcheck.cli.console import deliver, guarded
from claimcheck.errors import EXIT_OK


class SchemaName(StrEnum):
    """The schemas that are published."""

    REPORT = "report"
    CONFIG = "config"


@guarded
def schema(name: Annotated[SchemaName, typer.Argument(metavar="NAME", help="Which one: report or config.")]) -> int:
    """Print a JSON Schema: of a report, or of a settings file."""
    import json  # noqa: PLC0415

    from claimcheck.config import resolve  # noqa: PLC0415 - loads yaml
    from claimcheck.report.json import schema as report_schema  # noqa: PLC0415

    text = report_schema() if name is SchemaName.REPORT else json.dumps(resolve.schema(), indent=2) + "\n"
    deliver(lambda out: out.write(text.encode()))
    return EXIT_OK
