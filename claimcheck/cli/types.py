"""`claimcheck types`."""

from __future__ import annotations

from claimcheck.cli.console import deliver, guarded, look, settled
from claimcheck.cli.options import ColorOption
from claimcheck.errors import EXIT_OK


@guarded
def types(color: ColorOption = None) -> int:
    """List the claim types and the deeds that the catalogue knows."""
    from claimcheck.lexicon.catalogue import load_catalogue  # noqa: PLC0415 - loads yaml
    from claimcheck.model.quantity import Dimension  # noqa: PLC0415
    from claimcheck.report.listing import write_types  # noqa: PLC0415

    catalogue = load_catalogue()
    known = [(t.id, t.title, str(t.dimension)) for t in catalogue.types.by_id.values()]
    known += [(act.id, act.title, str(Dimension.FACT)) for act in catalogue.deeds.acts.values()]
    shown = look(settled([], {"color": color}), complete=True)
    deliver(lambda out: write_types(known, out, shown))
    return EXIT_OK
