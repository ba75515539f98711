"""What a figure without a noun counts behind its verb: `arrests totalled 38`, `deaths in the north reached 400`."""

from __future__ import annotations

from claimcheck.extract.kinds.words import Kinded, Words, is_person
from claimcheck.extract.look import norm
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind

_REACH = 12


def amounting(words: Words, first: int) -> str | None:
    """The subject, in base form, whose number a figure is; `first` is where its bound begins."""
    verb = amount_verb(words, first)
    if verb is None:
        return None
    end = verb
    while end > 0 and (
        norm(words.tokens, end - 1) in words.grammar.auxiliaries or norm(words.tokens, end - 1) in words.grammar.adverbs
    ):
        end -= 1
    start = _clause(words, end)
    cut = next((i for i in range(start, end) if norm(words.tokens, i) in words.grammar.prepositions), end)
    head = norm(words.tokens, cut - 1) if cut > start else ""
    if not words.grammar.plural(head) or head in words.grammar.function or any(i in words.starts for i in range(start, end)):
        return None
    noun = words.grammar.noun(head)
    sets = words.grammar.sets
    bare = noun in sets["no_subjects"] or (is_person(words, noun) and words.bases[verb] not in sets["amounts_of_persons"])
    return None if bare else noun


def amount_verb(words: Words, first: int) -> int | None:
    """The verb right in front of a figure that tells how many there are."""
    at = first - 1
    if at < 1:
        return None
    if norm(words.tokens, first) == "as" and words.bases[at] == "be":  # could be as high as 40
        return at
    led = norm(words.tokens, at) in ("to", "at")
    at -= led
    if words.tokens[at].kind is not Kind.WORD or words.tokens[at].capital:
        return None
    return at if words.bases[at] in words.grammar.sets["amounts_to" if led else "amounts"] else None


def _clause(words: Words, end: int) -> int:
    """Where the clause of a subject begins that ends before token `end`."""
    at = end
    while at > 0 and end - at < _REACH:
        before = words.tokens[at - 1]
        if before.kind is Kind.MARK or before.norm in words.grammar.conjunctions or before.norm in words.grammar.relatives:
            break
        at -= 1
    return at


def kind_of_noun(words: Words, noun: str, kinded: Kinded) -> Kinded:
    """The kind that a noun tells by itself, where the figure has none yet."""
    if kinded.kind is not None:
        return kinded
    found = (kind for kind in words.types.by_id.values() if kind.dimension is Dimension.COUNT and noun in kind.heads)
    return next((Kinded(kind, kinded.predicate, None, "head") for kind in found), kinded)
