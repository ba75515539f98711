"""`claimcheck config`."""

from __future__ import annotations

import os

from claimcheck.cli.console import deliver, guarded, look
from claimcheck.cli.options import ColorOption, ConfigOption, PathsArgument
from claimcheck.config import settings
from claimcheck.errors import EXIT_OK


@guarded
def show_config(
    *,
    paths: PathsArgument = None,
    config: ConfigOption = None,
    color: ColorOption = None,
) -> int:
    """Show every setting, its value, and where that comes from."""
    from claimcheck.config.resolve import resolve  # noqa: PLC0415 - loads yaml
    from claimcheck.report.listing import write_settings  # noqa: PLC0415 - loads rich

    resolved = resolve(paths or ["."], {"color": color}, os.environ, config)
    rows = [(s.name, s.kind.show(getattr(resolved.settings, s.name)), resolved.origins[s.name], s.help) for s in settings()]
    shown = look(resolved.settings, complete=True)
    deliver(lambda out: write_settings(rows, str(resolved.file) if resolved.file else None, out, shown))
    return EXIT_OK
