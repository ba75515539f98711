"""Sentences as a ledger recognises them: without their figures, so that a changed figure leaves them what they were."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping

from claimcheck.model.claim import Claim
from claimcheck.model.span import Span

_WORD = re.compile(r"[^\W_]+")
_OWN, _OTHER = "@", "#"


def digests(claims: Iterable[Claim]) -> Mapping[str, str]:
    """A digest of each claim's sentence by claim id; `claims` are all that were read of the articles.

    Line breaks, case, punctuation, the file and the place in it play no part, nor do the figures: only which of them is the
    claim's own.
    """
    claims = tuple(claims)
    spans: dict[tuple[str, Span], list[Span]] = {}
    for claim in claims:
        spans.setdefault((claim.source, claim.sentence_span), []).append(claim.span)
    return {c.id: _digest(c, spans[c.source, c.sentence_span]) for c in claims}


def _digest(claim: Claim, spans: Iterable[Span]) -> str:
    offset = claim.sentence_span.start
    parts: list[str] = []
    at = 0
    for span in sorted(spans):
        if span.overlaps(claim.span) and span != claim.span:
            continue
        parts += _words(claim.sentence[at : max(span.start - offset, at)])
        parts.append(_OWN if span == claim.span else _OTHER)
        at = max(span.end - offset, at)
    parts += _words(claim.sentence[at:])
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:10]


def _words(text: str) -> list[str]:
    return [_OTHER if word[0].isdigit() else word for word in _WORD.findall(text.casefold())]
