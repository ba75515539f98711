"""What in front of a number tells its kind: a verb (`killed 17`), a phrase (`the death toll rose to`), a list it goes on with."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.kinds.amounting import amount_verb
from claimcheck.extract.kinds.words import Kinded, Words, beside, countable, taken_away
from claimcheck.extract.look import norm
from claimcheck.extract.mentions import Measured
from claimcheck.extract.nouns.phrases import NounPhrase
from claimcheck.lexicon.types import ClaimType, Voice
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind, Token

CLAUSE_ENDS = frozenset([".", ";", ":", "—", "–", "--", '"', "“", "”"])
"""Marks at which a clause ends."""
_LEAD = 11
"""Tokens before a number in which a leading phrase ("the death toll ... to") may stand."""
_SUBJECT = 24
"""The same where it is the subject of a verb of amounts: "the death toll from the collapse of a dam in the valley has risen to"."""
_LONGER = 3
"""Words that a longer leading phrase may begin with before a shorter one."""
_OF_REACH = 4
"""Tokens between a leading phrase that ends in "of" and its figure."""
_CHANGE = 12
"""Tokens in front of "by" in which a verb of change may stand."""
_BESIDE = 5
"""Tokens on either side of a leading phrase that may take its sense away."""
_FOR_REACH = 3
"""The same for "for"."""
_CLOSE = 7
"""The same for phrases of a type whose leads stand close."""


def front_of(words: Words, first: int, phrase: NounPhrase) -> Kinded:
    """The verb right in front of the number: `killed`, `have injured`, `left` with its complement is read behind."""
    at = first - 1
    steps = 0
    while at >= 0 and steps < 4:
        token = words.tokens[at]
        if token.norm.endswith("ing") and words.tokens[at + 1].norm == "of" and words.grammar.verb(token.norm) is not None:
            return Kinded(None, words.bases[at])  # a noun, which a leading phrase may hold: the fatal shooting of one man
        for back in range(3, -1, -1):  # the longest phrase: badly wounded
            start = at - back
            if start < 0:
                continue
            verb = words.types.verbs[Voice.ACTIVE].at_base(
                words.tokens, words.bases, start, lambda kind: countable(words, kind, phrase)
            )
            if (
                verb is not None
                and verb.last == at
                and any(words.grammar.verb(words.tokens[i].norm) is not None for i in range(start, at + 1))
                and (verb.value.bare or phrase.head is not None)
                and (verb.last > start or beside(words, verb.value, words.bases[start]))
            ):
                acting = next(i for i in range(start, at + 1) if words.grammar.verb(words.tokens[i].norm) is not None)
                either = told_either(words, verb.value, verb.first, verb.last)
                return Kinded(None if either else verb.value, words.bases[acting], (verb.first, verb.last), "front")
        if token.kind is Kind.WORD and token.norm not in words.grammar.function and words.grammar.verb(token.norm) is not None:
            return Kinded(None, words.bases[at])
        aimed = token.norm == "at" and norm(words.tokens, at + 1) not in ("least", "most", "at")  # shot at two men
        if token.kind is not Kind.WORD or token.norm not in words.grammar.sets["before_figure"] or aimed:
            return Kinded(None)
        at -= 1
        steps += 1
    return Kinded(None)


def told_either(words: Words, kind: ClaimType, first: int, last: int) -> bool:
    """Whether "or" puts a verb of another type beside the one at these tokens: `were killed or wounded`."""
    for at, near in ((first - 2, first - 1), (last + 2, last + 1)):
        if norm(words.tokens, near) == "or" and 0 <= at < len(words.tokens):
            verb = words.types.verbs[Voice.PASSIVE].at_base(words.tokens, words.bases, at, lambda k: k.fate)
            state = words.types.complements.at(words.tokens, at, lambda k: k.fate)
            if any(other is not None and other.value is not kind for other in (verb, state)):
                return True
    return False


def lead_of(words: Words, measured: Measured, first: int, phrase: NounPhrase) -> Kinded | None:
    """A phrase before the number in the same clause: `the death toll rose to`, `a force of`."""
    if norm(words.tokens, measured.last + 1) == "per":
        return None
    difference = is_difference(words, measured, first)
    leads = words.types.leads[measured.dimension]
    reach = _LEAD if amount_verb(words, first) is None else _SUBJECT
    lowest = _lead_start(words, first, reach)

    def fits(kind: ClaimType) -> bool:
        return (measured.dimension is not Dimension.COUNT or countable(words, kind, phrase)) and told_apart(words, kind)

    for at in range(first - 1, lowest - 1, -1):
        match = leads.at(words.tokens, at, fits)
        if match is None or match.last >= first or _too_far(words.tokens, match.last, first, reach):
            continue
        if measured.dimension is Dimension.COUNT and _names(words.tokens, match.last, first):
            continue
        if difference and not match.value.difference:
            continue
        if taken_away(words, match.value, match.first - _BESIDE, match.last + _BESIDE - 1):
            continue
        if not match.value.close or _is_close(words.tokens, match.last, first):
            longer = (leads.at(words.tokens, start) for start in range(max(0, at - _LONGER), at))  # a fatal shooting is no shooting
            match = next((m for m in longer if m is not None and m.last == match.last), match)
            return Kinded(match.value, None, (match.first, match.last), "lead")
    return None


def is_difference(words: Words, measured: Measured, first: int) -> bool:
    """Whether a figure only tells by how much another changed or is apart: `cut the budget by $2 million`, `4,000 higher than`."""
    if norm(words.tokens, first - 1) == "by":
        changed = (words.bases[at] for at in range(max(0, first - _CHANGE), first - 1))
        return any(base in words.grammar.sets["changing"] for base in changed)
    after = measured.last + 1
    if norm(words.tokens, after) in words.grammar.sets["short_of"]:  # that is two behind the number of last year
        return bool({norm(words.tokens, after + k) for k in (1, 2, 3)} & words.grammar.sets["measures_of"])
    apart = norm(words.tokens, after) in words.grammar.sets["comparatives"] | {"more", "less", "fewer"}
    return apart and norm(words.tokens, after + 1) == "than"


def told_apart(words: Words, kind: ClaimType) -> bool:
    """Whether the sentence holds a word that the type needs: "took 40 percent" is a share of votes where an election is named."""
    if not kind.needs or any(t.norm in kind.needs for t in words.tokens):
        return True
    if not kind.needs_phrases:
        return False
    text = f" {' '.join(t.norm for t in words.tokens)} "
    return any(f" {phrase} " in text for phrase in kind.needs_phrases)


def _too_far(tokens: Sequence[Token], last: int, first: int, reach: int) -> bool:
    """Whether a phrase that ends in "of" or "for" stands further from its figure than a word or two: `the city of Oslo sent 12`."""
    return first - last > {"of": _OF_REACH, "for": _FOR_REACH, "at": _FOR_REACH}.get(tokens[last].norm, reach)


def _names(tokens: Sequence[Token], last: int, first: int) -> bool:
    """Whether a name stands behind a leading phrase that ends in "of": `in the province of Karo 40 people prayed`."""
    return tokens[last].norm == "of" and any(token.capital for token in tokens[last + 1 : first])


def _is_close(tokens: Sequence[Token], last: int, first: int) -> bool:
    """Whether few words and no joint stand between a leading phrase and its figure: `profit for the year was $12 million`.

    What a thing is up by is not its size.
    """
    between = [token.norm for token in tokens[last + 1 : first]]
    return (
        len(between) < _CLOSE and not {",", "and", "but"}.intersection(between) and between[-1:] not in (["by"], ["up"], ["down"])
    )


def _lead_start(words: Words, first: int, reach: int) -> int:
    """How far back a leading phrase may stand: to the clause's start, not past another number unless that turns into this one."""
    at = first
    while at > 0 and first - at < reach:
        token = words.tokens[at - 1]
        if token.text in CLAUSE_ENDS or token.text == "(" or (reach > _LEAD and token.norm in words.grammar.relatives):
            break
        inside = any(start <= at - 1 <= end for start, end in words.starts.items())
        placed = token.norm in words.grammar.sets["placed"] and words.tokens[at].norm == "with"  # came third with 48
        if inside and not placed and not _turns_into(words, at - 1, first) and not _beside(words, at - 1, first):
            break
        at -= 1
    return at


def _turns_into(words: Words, number_at: int, first: int) -> bool:
    between = {t.norm for t in words.tokens[number_at:first]}
    return bool(between & words.grammar.sets["turns"])


def _beside(words: Words, number_at: int, first: int) -> bool:
    """Whether another thing is counted beside: `the pirates hold 20 ships and 400 sailors`."""
    between = words.tokens[number_at + 1 : first]
    return len(between) in (2, 3) and between[-1].norm == "and" and all(t.kind is Kind.WORD and not t.capital for t in between)


def continues_list(words: Words, last: int, first: int) -> bool:
    """Whether nothing but list words stands between a phrase that ends at token `last` and a number that begins at `first`."""
    between = words.tokens[_past_of(words, last, first) + 1 : first]
    return len(between) <= 4 and all(t.norm in words.grammar.sets["joints"] for t in between)


def _past_of(words: Words, last: int, first: int) -> int:
    """The last token of what a phrase is of, where it says so: `12 members [of the staff] and 10 patients`."""
    if norm(words.tokens, last + 1) != "of":
        return last
    stop = words.grammar.conjunctions | words.grammar.prepositions
    ends = (at for at in range(last + 2, first) if words.tokens[at].kind is not Kind.WORD or words.tokens[at].norm in stop)
    return next(ends, first) - 1
