"""`claimcheck types`."""

from __future__ import annotations

from claimcheck.cli.console import deliver, guarded, look, settled
from claimcheck.cli.options import ColorOption
from claimcheck.errors import EXIT_OK


@guarded
def types(color: ColorOption = None) -> int:
    """List the claim types that the catalogue knows."""
    from claimcheck.lexicon.catalogue import type_documents  # noqa: PLC0415 - loads yaml
    from claimcheck.lexicon.types import load_types  # noqa: PLC0415
    from claimcheck.report.listing import write_types  # noqa: PLC0415

    known = [(t.id, t.title, str(t.dimension)) for t in load_types(type_documents()).by_id.values()]
    shown = look(settled([], {"color": color}), complete=True)
    deliver(lambda out: write_types(known, out, shown))
    return EXIT_OK
