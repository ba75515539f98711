"""Words whose full stop ends no sentence (`abbreviations.yaml`)."""

from __future__ import annotations

from claimcheck.lexicon.document import Value
from claimcheck.text.sentences import Stops


def load_stops(document: Value) -> Stops:
    """Read abbreviations.yaml. Raises DataFileError."""
    fields = document.fields(required=["abbreviations", "may_end", "openers", "joined"])
    for value in (*fields["abbreviations"].items(), *fields["may_end"].items()):
        if not value.text().endswith("."):
            raise value.wrong(f"{value.text()!r} has no full stop; write it as it stands in a text")
    return Stops(*(frozenset(fields[name].texts()) for name in ("abbreviations", "may_end", "openers", "joined")))
