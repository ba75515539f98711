"""The name of a subject in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.link.persons import name_of
from claimcheck.model.claim import CHANGE, SHARE, Claim
from claimcheck.model.quantity import Dimension, Quantity
from claimcheck.text.tokens import Token, tokenise

_WORDS = 3
_SHORT = 4
"""Letters up to which a name in front of a full stop is an abbreviation."""


def label_of(claims: Sequence[Claim], catalogue: Catalogue) -> str:
    """What the claims are about: the title of their type, their counted noun or the event they date, and what sets it apart."""
    kind_id = main_kind(claims)
    first = min((c for c in claims if c.kind == kind_id), key=lambda c: (c.unit or "", c.id))
    groups = most_common(", ".join(sorted(c.frame.groups)) for c in claims)
    if first.dimension is Dimension.DATE or any(c.dimension is Dimension.DATE for c in claims):
        name = _event(claims, catalogue)
    else:
        kind = catalogue.types.by_id.get(kind_id)
        name = kind.title if kind else _plain(first, claims, catalogue)
    person = most_common(name_of(c) for c in claims) if kind_id == "age" else ""
    if person and sum(name_of(c) == person for c in claims) * 2 > len(claims):
        return f"{name} ({person})"
    about = [groups.title()] if groups else []
    about += [word for word in _shared(claims, catalogue) if word.title() not in groups.title() and word not in name]
    return f"{name} ({', '.join(about[:_WORDS])})" if about else name


def _event(claims: Sequence[Claim], catalogue: Catalogue) -> str:
    noun = most_common(c.frame.noun or "" for c in claims)
    events = Counter(event for c in claims for event in c.frame.events)
    breadth = catalogue.events.breadth
    event = min(events, key=lambda name: (-events[name], breadth[name], name), default="")  # a sinking rather than a crash
    verb = most_common(c.frame.predicate or "" for c in claims)
    if noun or event:
        return f"date of the {noun or event}"
    return f"date ({verb})" if verb else "date"


def _plain(first: Claim, claims: Sequence[Claim], catalogue: Catalogue) -> str:
    noun = most_common(c.frame.noun or "" for c in claims)
    if first.dimension is Dimension.PERCENT:
        word = first.kind if first.kind in (SHARE, CHANGE) else "percent"
        return f"{word}: {noun}" if noun else word
    if first.dimension is Dimension.MEASURE:
        unit = first.value.unit if isinstance(first.value, Quantity) else None
        measured = catalogue.units.family(unit) or first.dimension.value
        return f"{measured}: {noun}" if noun else measured
    if first.dimension in (Dimension.MONEY, Dimension.DURATION, Dimension.RATE, Dimension.RANK):
        return f"{first.dimension.value}: {noun}" if noun else first.dimension.value
    return f"number: {noun}" if noun else "number"


def _shared(claims: Sequence[Claim], catalogue: Catalogue) -> list[str]:
    """The rarest words that more than half of the clauses share; names before others. Of one clause the name next to the figure."""
    if len(claims) < 2:
        return _name_beside(claims[0], catalogue)
    counts = Counter(word for c in claims for word in c.frame.near)
    names = Counter(name for c in claims for name in c.frame.names)
    skip = {c.frame.noun for c in claims} | {c.frame.predicate for c in claims}
    shared = [word for word in counts if counts[word] * 2 > len(claims) and word not in skip and catalogue.linking.weight(word) > 0]
    shared = [word for word in shared if names[word] or not _acts(word, catalogue)]
    top = sorted(shared, key=lambda w: (-(names[w] > 0), -catalogue.linking.weight(w), -counts[w], w))[:_WORDS]
    return [word.title() if names[word] or catalogue.places.has(word) else word for word in top]


def _name_beside(claim: Claim, catalogue: Catalogue) -> list[str]:
    """The name nearest to a figure in its sentence, whole, leaving out those that news is full of."""
    linking, offset = catalogue.linking, claim.sentence_span.start
    tokens = tokenise(claim.sentence, 0, len(claim.sentence))
    runs: list[list[Token]] = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.norm not in claim.frame.names or _abbreviated(token, claim.sentence):
            continue
        if runs and runs[-1][-1] is before:
            runs[-1].append(token)
        else:
            runs.append([token])
    telling = [run for run in runs if any(linking.weight(t.norm) >= linking.known and t.norm not in linking.offices for t in run)]
    if not telling:
        return []
    nearest = min(telling, key=lambda run: max(run[0].start - (claim.end - offset), claim.start - offset - run[-1].end))
    return [" ".join(token.text[: len(token.norm)] for token in nearest[-_WORDS:])]


def _abbreviated(token: Token, sentence: str) -> bool:
    """Whether a name is cut short, such as the state of a senator: `(D-Ill.)`."""
    return len(token.text) <= _SHORT and sentence[token.end : token.end + 1] == "." and bool(sentence[token.end + 1 :].strip())


def _acts(word: str, catalogue: Catalogue) -> bool:
    """Whether a word tells what was done and not to what: `people missing (injure)` would mislead."""
    verb = catalogue.grammar.verb(word) is not None and not catalogue.events.nouns.has(word)
    return verb or word in catalogue.types.modifiers


def main_kind(claims: Sequence[Claim]) -> str:
    """The kind that most of the claims have; the first by name where two are as common."""
    return most_common(c.kind for c in claims)


def most_common(words: Iterable[str]) -> str:
    """The commonest, the first by name where two are as common; nothing where all are empty."""
    counts = Counter(w for w in words if w)
    return sorted(counts, key=lambda w: (-counts[w], w))[0] if counts else ""


def title_of(claim: Claim, catalogue: Catalogue) -> str:
    """What a claim tells of, for people."""
    found = catalogue.types.by_id.get(claim.kind)
    return found.title if found else claim.kind
