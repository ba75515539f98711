"""What the subject of a verb of amounts tells: `tariffs on shoes were raised to 18 percent`, `the economy is to grow 3 percent`.

From the figure back: the words between it and its verb, the verb with its auxiliaries, the noun phrase in front of them. The head
of that phrase is the type's own word; what it is of, in or with stands between the two.
"""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.extract.kinds.words import Kinded, Words, taken_away
from claimcheck.extract.look import norm
from claimcheck.lexicon.phrases import Match, Phrases
from claimcheck.lexicon.types import ClaimType
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind

_LED = frozenset(["to", "at", "into", "by", "from"])
"""What may stand between the verb and the figure."""
_SUBJECT = 24
"""Tokens in front of the verb in which its subject stands."""
_OBJECT = 8
"""Tokens of the object of a verb, in front of "by" and a figure."""
_RECORD = 8
"""Tokens of "a record high of", in front of a figure."""
_LOOSE = 4
"""Tokens from the end of a verb's words back to the verb."""
_INSIDE = frozenset(["-", "'", "’", "$", "%", "&"])
"""Marks that may stand inside a noun phrase."""
_ASIDE = 12
"""Tokens of a remark between commas behind the subject."""


def standing(words: Words, first: int, dimension: Dimension, fits: Callable[[ClaimType], bool]) -> Kinded | None:
    """The type that the subject of a figure tells, or the object of its verb; `first` is where the bound of the figure begins."""
    sets = words.grammar.sets
    subjects, risers, fallers = (table[dimension] for table in (words.types.subjects, words.types.risers, words.types.fallers))
    if not subjects.starts and not risers.starts and not fallers.starts:
        return None
    at, led = _past_led(words, first)
    bounding = words.bases[first] in sets["reaching"]  # damage may exceed $5 million
    found = (first, "") if bounding else _verb(words, at)
    if found is None:
        return _object(words, at, subjects, fits) if led in ("to", "at", "from") else None
    verb, up = found
    led = "" if bounding else led
    base = words.bases[verb]
    table: Phrases[ClaimType] | None
    if led in ("", "by") and (base in sets["growing"] or (base == "be" and up == "up")):
        table = risers
    elif led in ("", "by") and (base in sets["shrinking"] or (base == "be" and up in ("down", "off"))):
        table = fallers
    elif led in ("", "by"):
        table = subjects if not led and base in sets["reaching"] and not up else None
    else:
        table = subjects if base in sets["moving"] else None
    if table is None:
        return None
    end = _past_remark(words, _group(words, verb))
    match = _head(words, _clause(words, end), end, table, fits)
    if match is None or taken_away(words, match.value, match.first - 1, first - 1):
        return None
    return Kinded(match.value, base, (match.first, match.last), "lead")


def changes(words: Words, first: int) -> bool:
    """Whether a figure tells by how much a thing changed: `rose 4 percent`, `fell by`, `is up`, `an expansion of`."""
    grammar = words.grammar
    at = first - 1
    if norm(words.tokens, at) == "of":
        return _change_of(words, at)
    if norm(words.tokens, at) in ("up", "down"):
        return words.bases[at - 1] not in grammar.sets["takes_up"]
    at, led = _past_led(words, first)
    found = _verb(words, at) if led in ("", "by") else None
    if found is None:
        return led == "by" and _moved(words, at)
    verb, up = found
    return words.bases[verb] in grammar.sets["growing"] | grammar.sets["shrinking"] or up in ("up", "down", "off")


def _change_of(words: Words, of: int) -> bool:
    """Whether "of" stands behind a change, or behind what changed: `a rise of`, `a rise in police funding of`."""
    nouns = words.grammar.sets["changing"] | words.grammar.sets["changes"]
    if words.grammar.noun(norm(words.tokens, of - 1)) in nouns:
        return True
    for at in range(of - 1, max(0, of - _OBJECT), -1):
        if words.tokens[at].kind is not Kind.WORD or words.tokens[at].norm in words.grammar.auxiliaries:
            return False
        if words.tokens[at].norm == "in" and words.grammar.noun(norm(words.tokens, at - 1)) in nouns:
            return True
    return False


def _moved(words: Words, end: int) -> bool:
    """Whether a verb moves its object, which ends at a token, by a figure: `reduce gross domestic product by 4 percent`."""
    sets = words.grammar.sets
    for at in range(end - 1, max(-1, end - _OBJECT), -1):
        if at in words.starts.values() or words.tokens[at].kind is Kind.MARK or words.tokens[at].norm in words.grammar.conjunctions:
            return False
        if words.bases[at] in sets["setting"] | sets["growing"] | sets["shrinking"]:
            return True
    return False


def _past_led(words: Words, first: int) -> tuple[int, str]:
    """The token in front of what leads from a verb to its figure, and the word that does: `to a record high of`, `3 percent to`."""
    tokens, sets = words.tokens, words.grammar.sets
    at = first - 1
    if norm(tokens, at) == "of" and norm(tokens, at - 1) in sets["peaks"]:  # hit a 26-year high of
        articles = (i for i in range(at - 1, max(0, at - _RECORD), -1) if norm(tokens, i) in ("a", "an", "its", "their"))
        at = next(articles, 0) - 1
    led = norm(tokens, at) if norm(tokens, at) in _LED else ""
    at -= bool(led)
    if led in ("to", "at"):
        at = _past_change(words, at)
    return at, led


def _past_change(words: Words, at: int) -> int:
    """In front of the change that stands between a verb and its figure: `rose 3 percent to`, `fell by a third to`."""
    start = next((i for i, end in words.starts.items() if end == at), None)
    if start is None:
        return at
    while norm(words.tokens, start - 1) in words.grammar.sets["before_figure"] - {"up"}:
        start -= 1
    return start - 1 - (norm(words.tokens, start - 1) == "by")


def _verb(words: Words, at: int) -> tuple[int, str] | None:
    """The verb that ends at a token, and the adverb of direction behind it: `edged up`, `came in`, `is still`."""
    tokens, grammar = words.tokens, words.grammar
    up = ""
    verbs = grammar.sets["moving"] | grammar.sets["reaching"] | grammar.sets["growing"] | grammar.sets["shrinking"]
    for here in range(at, max(0, at - _LOOSE), -1):
        if tokens[here].kind is not Kind.WORD or here in words.starts.values():
            return None
        word = tokens[here].norm
        if words.bases[here] in verbs:
            noun = norm(tokens, here - 1) in grammar.determiners  # the rise
            return None if noun else (here, up)
        if word in ("in", "down", "up", "out", "off"):
            up = word
        elif word not in grammar.adverbs and word not in grammar.sets["unmoved"]:
            return None
    return None


def _group(words: Words, verb: int) -> int:
    """Where the verb begins with all that goes with it: `has since more than doubled`, `is expected to grow`."""
    tokens, grammar = words.tokens, words.grammar
    at = verb
    while at > 0 and tokens[at - 1].kind is Kind.WORD:
        word = tokens[at - 1].norm
        if word not in grammar.auxiliaries | grammar.adverbs | grammar.sets["expecting"]:
            break
        at -= 1
    return at


def _object(words: Words, end: int, table: Phrases[ClaimType], fits: Callable[[ClaimType], bool]) -> Kinded | None:
    """The object of a verb that moves it to the figure: `cut duties on toys to 12 percent`, `left its key rate unchanged at`."""
    tokens, grammar = words.tokens, words.grammar
    while norm(tokens, end) in grammar.adverbs | grammar.sets["unmoved"]:
        end -= 1
    for at in range(end - 1, max(-1, end - _SUBJECT), -1):
        mark = tokens[at].kind is Kind.MARK and tokens[at].text not in _INSIDE
        if mark or at in words.starts or tokens[at].norm in grammar.conjunctions:
            return None
        if words.bases[at] in grammar.sets["setting"] and norm(tokens, at - 1) not in grammar.determiners:
            match = _head(words, at + 1, end + 1, table, fits)
            return None if match is None else Kinded(match.value, words.bases[at], (match.first, match.last), "lead")
    return None


def _head(
    words: Words, start: int, end: int, table: Phrases[ClaimType], fits: Callable[[ClaimType], bool]
) -> Match[ClaimType] | None:
    """The head of the noun phrase that ends in front of token `end`, or what a measure of it is of."""
    joints = [i for i in range(start + 1, end) if norm(words.tokens, i) in words.grammar.prepositions]
    ends = [*joints, end]
    measure = norm(words.tokens, ends[0]) == "of" and norm(words.tokens, ends[0] - 1) in words.grammar.sets["measures_of"]
    for at in range(start, ends[1] if measure and len(ends) > 1 else ends[0]):
        match = table.at(words.tokens, at, fits)
        before = norm(words.tokens, at - 1) if at > start else ""
        adrift = before in words.grammar.prepositions and not (measure and before == "of")  # at stake was
        if match is not None and match.last + 1 in ends and not adrift:
            return None if _finite(words, match.last + 1, end) else match
    return None


def _finite(words: Words, start: int, end: int) -> bool:
    """Whether another verb stands between the head and the verb: `the market saw losses and the volume fell to`."""
    grammar = words.grammar
    inner = (words.tokens[i].norm for i in range(start, end) if not words.tokens[i].capital)  # May is a month
    return any(
        w in grammar.auxiliaries or w in grammar.sets["finite_pasts"] or (w.endswith("ed") and grammar.verb(w)) for w in inner
    )


def _past_remark(words: Words, end: int) -> int:
    """In front of a remark between commas: `inflation, a worry for years, rose to`."""
    if norm(words.tokens, end - 1) != ",":
        return end
    return next((i for i in range(end - 2, max(0, end - _ASIDE), -1) if norm(words.tokens, i) == ","), end)


def _clause(words: Words, end: int) -> int:
    """Where the clause of a subject begins that ends before token `end`."""
    grammar = words.grammar
    at = end
    while at > 0 and end - at < _SUBJECT:
        before = words.tokens[at - 1]
        mark = before.kind is Kind.MARK and before.text not in _INSIDE
        if mark or before.norm in grammar.conjunctions - {"and", "or"} or before.norm in grammar.relatives:
            break
        at -= 1
    return at
