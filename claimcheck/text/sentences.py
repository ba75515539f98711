"""Sentences with their offsets.

Rule-based, because a learned splitter would need a model: a sentence ends at `.`, `!` or `?` (with closing quotes) before white
space and a capital, a digit or an opening quote, or between a word and a capitalised one where the space (or the mark too) was
lost, unless the
word before is an abbreviation of the lexicon, an initial, or a dotted acronym that the next word continues. Paragraphs end
sentences, but a paragraph that breaks off in mid-sentence ("48 / percent") runs on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimcheck.model.article import Block, Role
from claimcheck.model.span import Span

LONGEST = 3000
"""Code points after which a sentence is cut at white space: a minified file must not become one sentence of megabytes."""

# Runs are possessive and tried at their beginning only, so that a row of dots or quotes costs its length and not the square of it.
_END = re.compile(
    r"""(?<![.!?…])[.!?…]++["'”’)\]]*+(?=\s|$)|[.!?]["”’]++(?=[A-Z“"])"""
    r"""|(?<=\s)\|(?=\s)"""
    r"""|(?<=[a-z][a-z"”’)])[.!?](?=(?:[AI]|[A-Z][a-z]++)[\s,])"""
    # A word that ran into the capital of the next sentence: "136 minsBased on a novel".
    r"""|(?<![\w@#/.&-])[a-z]{4,}+(?=[A-Z][a-z]++[\s,’'])|(?<=\d)(?:m|bn|k|km|kg|mph|am|pm)(?=(?:A|[A-Z][a-z]++)\s)"""
)
_NEXT = re.compile(r"""\s*+["'“‘(\[]*+\s*+(\S)""")
_WORD_BEFORE = re.compile(r"(\S++)$")
_OPENING = re.compile(r"""\s*+["“'‘(]*+([^\W\d_]++)""")
_DOTTED = re.compile(r"^(?:[A-Za-z]\.){2,}$")
_INITIAL = re.compile(r"^[\"'“‘(\[]*[A-Z]\.$")


@dataclass(frozen=True, slots=True)
class Stops:
    """Words that decide whether a full stop ends a sentence; all in lower case."""

    abbreviations: frozenset[str]
    """With their dot: `mr.`, `sept.`."""
    may_end: frozenset[str]
    """Those of them that may stand last in a sentence: `inc.`, `p.m.`."""
    openers: frozenset[str]
    """Words that, with a capital, begin a sentence behind such an abbreviation."""
    joined: frozenset[str]
    """Names with a capital inside, at which no sentence ends."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: where it stands, and in which paragraph."""

    span: Span
    paragraph: int
    """Index of the block it begins in."""
    role: Role = Role.BODY


def split(text: str, blocks: Iterable[Block], stops: Stops) -> list[Sentence]:
    """The sentences of the blocks of `text`, in order."""
    found: list[Sentence] = []
    for first, span, role in _runs(text, tuple(blocks)):
        for start, end in _cut(text, span, stops):
            found.append(Sentence(Span(start, end), first, role))
    return found


def _runs(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[int, Span, Role]]:
    """Blocks joined where one breaks off in mid-sentence and the next goes on in lower case."""
    at = 0
    while at < len(blocks):
        first, last = at, at
        while last + 1 < len(blocks) and _goes_on(text, blocks[last], blocks[last + 1]):
            last += 1
        yield first, Span(blocks[first].span.start, blocks[last].span.end), blocks[first].role
        at = last + 1


def _goes_on(text: str, block: Block, following: Block) -> bool:
    tail = text[max(block.span.start, block.span.end - 40) : block.span.end].rstrip()
    head = text[following.span.start : following.span.end][:40].lstrip()
    return (
        block.role is following.role is Role.BODY
        and not text[block.span.end : following.span.start].strip()
        and bool(tail)
        and bool(head)
        and (tail[-1].isalnum() or tail[-1] == ",")
        and head[0].islower()
    )


def _cut(text: str, span: Span, stops: Stops) -> Iterator[tuple[int, int]]:
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        if not _ends_here(text, start, match, span.end, stops):
            continue
        yield from _trim(text, start, match.end())
        start = match.end()
    yield from _trim(text, start, span.end)


def _ends_here(text: str, start: int, match: re.Match[str], end: int, stops: Stops) -> bool:
    dot, after = match.span()
    following = _NEXT.match(text, after, end)
    if following is None:
        return True
    head = following[1]
    if text[dot] == "|":  # between headlines in one line
        return True
    if head.islower():
        return False
    if text[dot].isalpha():
        name = _OPENING.match(text, dot, end)
        return name is not None and name[1].lower() not in stops.joined
    if text[dot] != "." or text[dot : dot + 2] == "..":
        return True
    before = _WORD_BEFORE.search(text, max(start, dot - 30), dot + 1)
    word = before[1] if before else ""
    bare = word.lower().lstrip("\"'“‘([")
    if bare in stops.abbreviations:
        return bare in stops.may_end and head.isupper() and _starts_anew(text, after, end, stops)
    if _INITIAL.match(word):
        return False
    if _DOTTED.match(bare):
        return _starts_anew(text, after, end, stops)
    return True


def _starts_anew(text: str, after: int, end: int, stops: Stops) -> bool:
    word = _OPENING.match(text, after, end)
    return word is not None and word[1][0].isupper() and word[1].lower() in stops.openers


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = start + LONGEST if cut < 0 else cut
        yield start, cut
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if end > start:
        yield start, end
