"""A table of phrases, looked up longest first at a token. The one way in which word lists are matched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic, TypeVar

from claimcheck.text.tokens import Token, tokenise

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A phrase found: first and last token (both included), and what the table holds for it."""

    first: int
    last: int
    value: T


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Phrases by their first word, longest first. Looking one up costs no more than the longest phrase beginning with that word."""

    starts: Mapping[str, tuple[tuple[tuple[str, ...], T], ...]]
    ends: Mapping[str, tuple[tuple[tuple[str, ...], T], ...]]

    @classmethod
    def of(cls, entries: Iterable[tuple[str, T]]) -> Phrases[T]:
        """Build from (phrase, value) pairs; a phrase is split into tokens as text is."""
        starts: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        ends: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in entries:
            words = tuple(t.norm for t in tokenise(phrase))
            if words:
                starts.setdefault(words[0], []).append((words, value))
                ends.setdefault(words[-1], []).append((words, value))
        return cls(_longest_first(starts), _longest_first(ends))

    def at(self, tokens: Sequence[Token], first: int, fits: Callable[[T], bool] | None = None) -> Match[T] | None:
        """The longest phrase that begins at token `first` and whose value `fits`."""
        rows = self.starts.get(tokens[first].norm) if first < len(tokens) else None
        if rows is None:  # nearly always
            return None
        for words, value in rows:
            last = first + len(words) - 1
            if (
                last < len(tokens)
                and all(tokens[first + i].norm == w for i, w in enumerate(words))
                and (fits is None or fits(value))
            ):
                return Match(first, last, value)
        return None

    def has(self, word: str) -> bool:
        """Whether a word, or words with single spaces between, are a phrase."""
        told = tuple(word.split())
        return bool(told) and any(words == told for words, _ in self.starts.get(told[0], ()))

    def at_base(
        self, tokens: Sequence[Token], bases: Sequence[str], first: int, fits: Callable[[T], bool] | None = None
    ) -> Match[T] | None:
        """The longest phrase that begins at token `first` and whose value `fits`, its first word in base form (`bases`)."""
        if first >= len(tokens):
            return None
        for words, value in self.starts.get(bases[first], ()):
            last = first + len(words) - 1
            if (
                last < len(tokens)
                and all(tokens[first + i].norm == w for i, w in enumerate(words) if i)
                and (fits is None or fits(value))
            ):
                return Match(first, last, value)
        return None

    def before(self, tokens: Sequence[Token], end: int) -> Match[T] | None:
        """The longest phrase whose last token is the one before `end`."""
        if end <= 0:
            return None
        for words, value in self.ends.get(tokens[end - 1].norm, ()):
            first = end - len(words)
            if first >= 0 and all(tokens[first + i].norm == w for i, w in enumerate(words)):
                return Match(first, end - 1, value)
        return None

    def all(self, tokens: Sequence[Token], first: int = 0, end: int | None = None) -> list[Match[T]]:
        """Every phrase in `tokens[first:end]`, longest first, not overlapping, in order."""
        found = []
        at, stop = first, len(tokens) if end is None else min(end, len(tokens))
        while at < stop:
            match = self.at(tokens, at) if tokens[at].norm in self.starts else None
            if match and match.last < stop:
                found.append(match)
                at = match.last + 1
            else:
                at += 1
        return found


def _longest_first(table: dict[str, list[tuple[tuple[str, ...], T]]]) -> Mapping[str, tuple[tuple[tuple[str, ...], T], ...]]:
    return MappingProxyType({key: tuple(sorted(rows, key=lambda row: -len(row[0]))) for key, rows in table.items()})
