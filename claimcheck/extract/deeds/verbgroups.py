"""What stands round a verb of a deed and says whether it was done: has not yet, was, did not, failed to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from claimcheck.extract.look import norm
from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.model.deed import Polarity
from claimcheck.text.tokens import Kind, Token

_LONGEST = 8
_NOT = frozenset(["not", "never"])


class Voice(Enum):
    """Whether the subject does the deed or it is done to the subject."""

    ACTIVE = "active"
    PASSIVE = "passive"


@dataclass(frozen=True, slots=True)
class Group:
    """The auxiliaries, negations and adverbs in front of a verb, and what they say."""

    first: int
    """Its first token; that of the verb where nothing stands in front of it."""
    voice: Voice
    polarity: Polarity
    words: frozenset[str]
    """The adverbs in it."""
    present: bool = False
    """Whether it is of the present tense, which tells no single deed."""
    denied: bool = False
    """Whether its own subject denies the deed: `Norway denied signing`."""


def group_of(tokens: Sequence[Token], verb: int, base: bool, catalogue: Catalogue, *, title: bool) -> Group | None:
    """The group of the verb at a token; None where it tells no deed: planned, possible, going on, or of no known shape.

    `base`: the verb is in its base form. `title`: the headline present ("Senate approves treaty") tells what was done.
    """
    first, words, adverbs = group_words(tokens, verb, catalogue)
    if any(w in catalogue.deeds.words["modals"] and w not in ("to", "be") for w in words) or "longer" in adverbs:
        return None
    negated = any(w in _NOT or w.endswith("n't") for w in words)
    bare = tuple(w.removesuffix("n't") if w.endswith("n't") else w for w in words if w not in _NOT)
    undone = Polarity.NOT_YET if "yet" in adverbs else Polarity.NOT_DONE
    polarity = undone if negated else Polarity.DONE
    if bare and bare[-1] in ("to", "be"):
        return _with_to(first, bare, adverbs, base, negated, catalogue)
    if base:
        if bare in (("did",), ("do",), ("does",)):
            return Group(first, Voice.ACTIVE, polarity, adverbs, present=bare != ("did",))
        return None
    third = tokens[verb].norm.endswith("s")
    if third:
        return Group(first, Voice.ACTIVE, polarity, adverbs, present=not title) if not bare and not negated else None
    match bare:
        case ():
            if negated and not adverbs & _NOT and "never" not in words:
                return None
            return Group(first, Voice.PASSIVE if title and norm(tokens, verb + 1) == "by" else Voice.ACTIVE, polarity, adverbs)
        case ("has" | "have" | "had" | "'ve",):
            return Group(first, Voice.ACTIVE, polarity, adverbs)
        case ("was" | "were",) | ("has" | "have" | "had", "been"):
            return Group(first, Voice.PASSIVE, polarity, adverbs)
        case ("is" | "are",):
            return Group(first, Voice.PASSIVE, polarity, adverbs, present=True)
        case _:
            return None


def _with_to(
    first: int, bare: tuple[str, ...], adverbs: frozenset[str], base: bool, negated: bool, catalogue: Catalogue
) -> Group | None:
    """`has yet to approve`, `has yet to be approved`, `failed to sign`, `has refused to sign`."""
    passive = bare[-2:] == ("to", "be")
    head = bare[: -2 if passive else -1]
    if (bare[-1] == "be" and not passive) or passive == base or negated:
        return None
    voice = Voice.PASSIVE if passive else Voice.ACTIVE
    if "yet" in adverbs and head in (("has",), ("have",), ("had",), ("is",), ("are",)):
        return Group(first, voice, Polarity.NOT_YET, adverbs)
    if not head or passive or "yet" in adverbs:
        return None
    controls = catalogue.deeds.words["controls"]
    inflected = head[-1].endswith(("s", "ed"))
    if head[-1] in controls and inflected and head[:-1] in ((), ("has",), ("have",), ("had",)):
        return Group(first, voice, Polarity.NOT_DONE, adverbs)
    return None


def group_words(tokens: Sequence[Token], verb: int, catalogue: Catalogue) -> tuple[int, tuple[str, ...], frozenset[str]]:
    """Where the group of the verb at a token begins, its auxiliaries in order, and its adverbs."""
    words: list[str] = []
    adverbs: set[str] = set()
    at = verb - 1
    modals, controls = catalogue.deeds.words["modals"], catalogue.deeds.words["controls"]
    while at >= 0 and verb - at <= _LONGEST:
        token = tokens[at]
        word = token.norm
        if token.kind is not Kind.WORD or (token.capital and at > 0):
            break
        control = "to" in words and word in controls
        if word in _NOT or word.endswith("n't") or word in modals or word in catalogue.grammar.auxiliaries or control:
            words.append(word)
        elif (word in catalogue.grammar.adverbs or word.endswith("ly") or word == "yet") and word not in (
            "home",
            "abroad",
            "reported",
            "confirmed",
        ):
            adverbs.add(word)
        else:
            break
        at -= 1
    return at + 1, tuple(reversed(words)), frozenset(adverbs)
