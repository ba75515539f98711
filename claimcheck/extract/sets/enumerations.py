"""Lists of persons that are counted only together: `three men, two women and a child were killed` is six, and its parts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal

from claimcheck.extract.kinds.words import Words, is_person
from claimcheck.extract.look import norm
from claimcheck.extract.mentions import Form, Number
from claimcheck.extract.nouns.phrases import NounPhrase
from claimcheck.extract.sets.read import Read
from claimcheck.lexicon.grammar import Grammar
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind, Token

LISTED = "listed"
"""How the entry of an article that may be a member of a list begins."""
_ONE = Decimal(1)
_NOUN = 3
"""Tokens behind an article, and behind a number, in which the noun of a member is looked for."""


def singles(tokens: Sequence[Token], numbers: Sequence[Number], people: Collection[str], grammar: Grammar) -> list[Number]:
    """The articles that count one person of a list beside a number: the `a` of "two women and a child"."""
    counted = {n.first: _plural(tokens, n.last, grammar) for n in numbers if n.form in (Form.DIGITS, Form.WORDS)}
    starts = {first for first, end in counted.items() if end is not None}
    ends = {end for end in counted.values() if end is not None}
    if not starts:
        return []
    persons = {at: end for at in range(len(tokens)) if (end := _person(tokens, at, people, grammar)) is not None}
    found: set[int] = set()
    for at in sorted(persons):
        if _joint_before(tokens, at) in ends:
            found.add(at)
            ends.add(persons[at])
    for at in sorted(persons, reverse=True):
        if at not in found and _joint_behind(tokens, persons[at]) in starts:
            found.add(at)
            starts.add(at)
    return [Number(at, at, _ONE, _ONE, Form.ARTICLE, entry=f"{LISTED} {norm(tokens, persons[at])}") for at in sorted(found)]


def _plural(tokens: Sequence[Token], last: int, grammar: Grammar) -> int | None:
    """The plural that a number counts, where it stands near."""
    for at in range(last + 1, min(len(tokens), last + 1 + _NOUN)):
        if tokens[at].kind is not Kind.WORD or tokens[at].norm in grammar.function:
            return None
        if grammar.plural(tokens[at].norm) and not grammar.plural(norm(tokens, at + 1)):
            return at
    return None


def _person(tokens: Sequence[Token], at: int, people: Collection[str], grammar: Grammar) -> int | None:
    """The noun of `a child`, `a young nurse`; None where the token opens no such phrase."""
    if tokens[at].norm not in ("a", "an"):
        return None
    for i in range(at + 1, min(len(tokens), at + 1 + _NOUN)):
        if tokens[i].kind is not Kind.WORD or tokens[i].norm in grammar.function or tokens[i].possessive:
            return None
        following = norm(tokens, i + 1)
        goes_on = following[:1].isalpha() and following not in grammar.function and grammar.verb(following) is None
        person = tokens[i].norm in people or grammar.person(tokens[i].norm)
        if person and not goes_on and following != "-":
            return i
    return None


def _joint_before(tokens: Sequence[Token], at: int) -> int:
    """The token before the comma or "and" that stands in front of one."""
    at -= 1
    if norm(tokens, at) == "and":
        at -= 1 + (norm(tokens, at - 1) == ",")
        return at
    return at - 1 if norm(tokens, at) == "," else -1


def _joint_behind(tokens: Sequence[Token], end: int) -> int:
    """The token behind the comma or "and" that stands behind one."""
    at = end + 1
    if norm(tokens, at) == ",":
        return at + 1 + (norm(tokens, at + 1) == "and")
    return at + 1 if norm(tokens, at) == "and" else -1


def summed(words: Words, reads: Sequence[Read]) -> list[Read]:
    """The readings of a sentence, with a total behind the first part of each list that has none, and no article outside a list."""
    result: list[Read] = []
    at = 0
    while at < len(reads):
        end = _end(words, reads, at)
        run = reads[at : end + 1]
        if len(run) > 1 and _is_total(words, reads[:at], run):
            result += [run[0], _total(run), *run[1:]]
        else:
            result += [r for r in run if not r.measured.number.entry.startswith(LISTED)]
        at = end + 1
    return result


def _end(words: Words, reads: Sequence[Read], at: int) -> int:
    """The last of the readings that go on with a list from one on."""
    while (
        at + 1 < len(reads)
        and _member(words, reads[at])
        and _member(words, reads[at + 1])
        and reads[at].kinded.kind is reads[at + 1].kinded.kind
        and _joint(words, reads[at], reads[at + 1]) is not None
    ):
        at += 1
    return at


def _member(words: Words, read: Read) -> bool:
    measured, phrase = read.measured, read.phrase
    plain = measured.number.form in (Form.DIGITS, Form.WORDS, Form.ARTICLE) and measured.low == measured.high and read.bound is None
    counted = read.dimension is Dimension.COUNT and not measured.hyphened and not phrase.part
    fate = read.kinded.kind is not None and read.kinded.kind.fate and "people" in read.kinded.kind.counts
    named = phrase.head is not None and phrase.head not in words.grammar.sets["anyone"]
    return plain and counted and fate and named and _persons(words, phrase)


def _persons(words: Words, phrase: NounPhrase) -> bool:
    capital = phrase.head_at is not None and words.tokens[phrase.head_at].capital
    return phrase.head is not None and (is_person(words, phrase.head) or capital)


def _joint(words: Words, left: Read, right: Read) -> str | None:
    """What joins two members: a comma or "and"; None where anything else stands between them."""
    between = [t.norm for t in words.tokens[left.phrase.last + 1 : right.first]]
    if between in ([","], ["and"], [",", "and"]):
        return between[-1]
    return None


def _is_total(words: Words, before: Sequence[Read], run: Sequence[Read]) -> bool:
    """Whether a list is all there is: it ends with "and", no total stands before it, and nothing says that it is a part."""
    tokens, names = words.tokens, [(r.phrase.modifiers, r.phrase.head) for r in run]
    if _joint(words, run[-2], run[-1]) != "and" or len(set(names)) < len(names):
        return False
    if (
        any(r.kinded.kind is run[0].kinded.kind for r in before)
        or len({r.phrase.head in words.grammar.sets["foes"] for r in run}) > 1
    ):
        return False
    around = {norm(tokens, run[0].first - 1), norm(tokens, run[0].first - 2), norm(tokens, run[-1].phrase.last + 1)}
    return not around & words.grammar.sets["part_words"]


def _total(run: Sequence[Read]) -> Read:
    first, last = run[0].measured, run[-1]
    value = sum((r.measured.low for r in run), Decimal(0))
    end = max(last.phrase.last, last.measured.last)
    number = replace(first.number, last=end, low=value, high=value, form=Form.WORDS, unit=_ONE, entry="the sum of a list")
    measured = replace(first, number=number, last=end, low=value, high=value, grain=_ONE, rule="unit.count.sum")
    heads = {r.phrase.head for r in run}
    noun = heads.pop() if len(heads) == 1 else "person"
    return replace(run[0], measured=measured, phrase=NounPhrase(end, noun), noun=noun, bound=None)
