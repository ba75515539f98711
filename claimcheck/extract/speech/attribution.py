"""Who is said to say a figure: each place where a sentence tells it, and how far that place speaks for the figures around it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from claimcheck.extract.speech.line import Line
from claimcheck.extract.speech.speakers import QUOTES
from claimcheck.extract.speech.telling import Mark, marks_of
from claimcheck.lexicon.attribution import Attributions
from claimcheck.lexicon.grammar import Grammar
from claimcheck.text.tokens import Token

_NEAR = 12
"""Tokens from a word of hearsay to a figure that it may speak of."""
UNNAMED = "unnamed"
"""The speaker of hearsay: reportedly, allegedly."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says a figure."""

    text: str
    """The speaker as written."""
    verb: str
    """The word or phrase that tells it: said, according to."""
    nested: str | None = None
    """Whom that speaker cites."""

    def __str__(self) -> str:
        return f"{self.text}, citing {self.nested}" if self.nested else self.text


@dataclass(frozen=True, slots=True)
class Told:
    """One place where a sentence says who speaks. Token indexes, the last included."""

    first: int
    last: int
    """The speaker with the verb or the phrase."""
    speaker: str
    """As written; empty for a quotation whose speaker an earlier sentence names."""
    verb: str
    low: int = 0
    high: int = -1
    """The tokens that it speaks for, without its own."""
    pronoun: bool = False
    meant_by: frozenset[str] = frozenset()
    """The pronouns that may stand for the speaker further on."""
    hearsay: bool = False
    cites: str | None = None
    inner: bool = False
    """Whether it may itself be a part of what another tells: `he said that officials had reported 12`."""

    def governs(self, first: int, last: int) -> bool:
        """Whether it speaks for the tokens `first` to `last`."""
        return self.low <= first and last <= self.high and (last < self.first or self.last < first)


def attributions(
    tokens: Sequence[Token], bases: Sequence[str], words: Attributions, grammar: Grammar, dated: Collection[int] = ()
) -> tuple[Told, ...]:
    """Every place in a sentence where somebody is said to say something, in order.

    `bases` are the tokens' base forms as verbs, `dated` the tokens of its dates, which are no part of a speaker's name.
    """
    line = Line(tokens, bases, frozenset(dated), words, grammar)
    marks = marks_of(line)
    told = [_reach(line, mark, marks) for mark in marks if not mark.cites]
    told = _with_cited(line, told, [mark for mark in marks if mark.cites])
    told += (Told(m.first, m.last, UNNAMED, "", m.first - _NEAR, m.last + _NEAR, hearsay=True) for m in words.hearsay.all(tokens))
    if not told and _all_quoted(tokens):
        told.append(Told(-1, -1, "", "", 0, len(tokens) - 1, pronoun=True))
    return tuple(sorted(told, key=lambda t: (t.first, t.last)))


def _all_quoted(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is nothing but a quotation, which goes on from the one before it."""
    return (
        len(tokens) > 2
        and tokens[0].text in QUOTES
        and tokens[-1].text in QUOTES
        and not any(t.text in QUOTES for t in tokens[1:-1])
    )


def resolved(told: Sequence[Told], earlier: Sequence[Told]) -> tuple[Told, ...]:
    """The same with pronouns named by the last speaker they may stand for, in this sentence or in the `earlier` text."""
    named = [t for t in earlier if not t.pronoun and not t.hearsay]
    found = []
    for one in told:
        name = (
            next((n.speaker for n in reversed(named) if not one.speaker or one.speaker.lower() in n.meant_by), None)
            if one.pronoun
            else None
        )
        found.append(one if name is None else replace(one, speaker=name, pronoun=False))
        if not one.pronoun and not one.hearsay:
            named.append(one)
    return tuple(found)


def attribution_at(told: Sequence[Told], tokens: Sequence[Token], first: int, last: int) -> Attribution | None:
    """Who says the figure at tokens `first` to `last`; None where the article speaks itself."""
    around = sorted(
        (t for t in told if t.speaker and t.governs(first, last) and not t.hearsay), key=lambda t: (t.high - t.low, t.first)
    )
    if not around:
        heard = next((t for t in told if t.hearsay and t.governs(first, last)), None)
        return Attribution(UNNAMED, tokens[heard.first].text) if heard else None
    one = around[0]
    outer = next((t for t in around[1:] if one.inner and t.governs(one.first, one.last) and t.speaker != one.speaker), None)
    if outer is not None:  # a pronoun that nobody is found for names no source
        return Attribution(outer.speaker, outer.verb, None if one.pronoun else one.speaker)
    return Attribution(one.speaker, one.verb, one.cites)


def speaker_at(told: Sequence[Told], tokens: Sequence[Token], first: int, last: int) -> str | None:
    """`attribution_at` in words: the speaker, with ", citing ..." behind where that one has it from another."""
    found = attribution_at(told, tokens, first, last)
    return str(found) if found is not None else None


def _meant_by(name: str, words: Attributions) -> frozenset[str]:
    """The pronouns that may mean a speaker: "it" no person, "he" no ministry and no group."""
    parts = name.lower().replace("’", "'").split()
    person, group, body = (any(p in nouns for p in parts) for nouns in (words.people, words.groups, words.bodies))
    may = {
        "he": person or not (group or body or parts[0] in ("the", "a", "an")),
        "it": not person and not group,
        "they": not person or group,
    }
    return frozenset([*(p for p, fits in may.items() if fits), *(["she"] if may["he"] else [])])


# --- how far it reaches ----------------------------------------------------------------------------------------------------------


def _reach(line: Line, mark: Mark, marks: Sequence[Mark]) -> Told:
    if mark.content is not None:
        low, high = mark.content, _right(line, mark.content, mark, marks)
    else:
        low, high = _left(line, mark.first, marks), mark.first - 1
        after = mark.last + 1
        if (
            mark.both
            and after < len(line.tokens)
            and line.tokens[after].text in (",", "—", "–", "--")
            and not _new_clause(line, after)
        ):
            high = max(high, _right(line, after + 1, mark, marks))
    meant_by = frozenset() if mark.who.pronoun else _meant_by(mark.who.text, line.words)
    return Told(mark.first, mark.last, mark.who.text, mark.verb, low, high, mark.who.pronoun, meant_by, inner=mark.inner)


def _new_clause(line: Line, comma: int) -> bool:
    """Whether a comma begins a clause of its own: `, while ...`, `, and ...`."""
    return line.norm(comma + 1) in line.words.contrast or line.norm(comma + 1) in ("and", "or", "nor")


def _right(line: Line, first: int, mark: Mark, marks: Sequence[Mark]) -> int:
    """The last token that a mark speaks for when it speaks for those from `first` on."""
    others = [m for m in marks if m is not mark and m.first > first and not m.cites]
    starts = {m.first for m in others if m.content is not None}
    behind_it = {m.first for m in others if m.content is None}
    stop = len(line.tokens)
    for at in range(first, stop):
        text = line.tokens[at].text
        if text == ";" or (text == "," and line.norm(at + 1) in line.words.contrast):
            return at - 1
        if at in behind_it and mark.content is not None:
            return at - 1
        if at in starts and (line.tokens[at - 1].text in (",", "—", "–", "--") or line.norm(at - 1) in line.grammar.conjunctions):
            return at - 1
        if text in (",", "—") and mark.content is None and _new_clause(line, at):
            return at - 1
    return stop - 1


def _left(line: Line, end: int, marks: Sequence[Mark]) -> int:
    """The first token that a mark speaks for when it speaks for those before `end`."""
    told = min((m.last for m in marks if m.last < end and not m.cites), default=end)
    quoted = any(line.tokens[at].text in QUOTES for at in range(max(0, end - 2), end))
    for at in range(end - 2, -1, -1):
        text = line.tokens[at].text
        if text in QUOTES and at < end - 2:
            quoted = False
        if quoted:
            continue  # a quotation is one speaker's, whatever its clauses
        if text == ";" or (text == "," and line.norm(at + 1) in line.words.contrast):
            return at + 1
        if at > told and text == "," and line.norm(at + 1) in line.grammar.conjunctions:
            return at + 1
    return 0


def _with_cited(line: Line, told: list[Told], cited: list[Mark]) -> list[Told]:
    """Those whom a speaker cites put to that speaker; one that nobody cites speaks itself."""
    found = list(told)
    for mark in cited:
        near = [i for i, t in enumerate(found) if not any(line.tokens[k].text == ";" for k in range(*sorted((t.last, mark.first))))]
        if near:
            best = min(near, key=lambda i: (min(abs(found[i].first - mark.last), abs(found[i].last - mark.first)), i))
            whole = found[best]
            found[best] = replace(whole, cites=mark.who.text)
        else:
            content = mark.last + 1 if mark.first == 0 else None
            low, high = (content, len(line.tokens) - 1) if content is not None else (0, mark.first - 1)
            found.append(Told(mark.first, mark.last, mark.who.text, mark.verb, low, high))
    return found
