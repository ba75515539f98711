"""Who is said to say a sentence: behind `according to`, or the subject of a verb of saying."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.lexicon.context import Attributions
from claimcheck.text.tokens import Kind, Token


def attribution_of(tokens: Sequence[Token], bases: Sequence[str], words: Attributions) -> str | None:
    """Who is said to say a sentence: behind `according to`, or the subject of a speech verb; None where the article speaks itself."""
    for match in words.phrases.all(tokens):
        speaker = _span(tokens, match.last + 1, min(len(tokens), match.last + 13))
        if speaker:
            return speaker
    for at, token in enumerate(tokens):
        if bases[at] in words.verbs and token.kind is Kind.WORD and (token.norm != bases[at] or token.norm in ("say", "put")):
            speaker = _speaker(tokens, at, words)
            if speaker:
                return speaker
    return "unnamed" if words.hearsay.all(tokens) else None


def _speaker(tokens: Sequence[Token], verb: int, words: Attributions) -> str | None:
    before = _back(tokens, verb)
    if before is not None and _is_speaker(tokens, before, verb, words):
        return _written(tokens, before, verb)
    after = verb + 1
    end = after
    while end < len(tokens) and tokens[end].text not in (",", ".", ";", "\"", "“", "”", ":") and end - after < 12:
        end += 1
    if end > after and tokens[verb - 1].text in (",", "”", "\"") and _is_speaker(tokens, after, end, words):
        return _written(tokens, after, end)
    return None


def _back(tokens: Sequence[Token], verb: int) -> int | None:
    """Where the subject of a verb begins: behind the mark or opening quote before it."""
    at = verb
    while at > 0 and verb - at < 14 and tokens[at - 1].text not in (",", ";", ":", "“", "”", "\"", "—", "--", "–"):
        at -= 1
    if at > 0 and tokens[at - 1].text == "," and at >= 2 and verb - at < 9:  # "Jane Roe, the mayor, said"
        back = at - 1
        while back > 0 and at - back < 10 and tokens[back - 1].text not in (",", ";", ":", "“", "”", "\"", "."):
            back -= 1
        if back < at - 1 and tokens[back].capital and tokens[at].norm in ("the", "a", "an", "who", "whose", "head", "director", "spokesman", "spokeswoman"):
            return back
    return at if at < verb else None


def _is_speaker(tokens: Sequence[Token], first: int, end: int, words: Attributions) -> bool:
    span = tokens[first:end]
    if not span or len(span) > 14:
        return False
    return any(t.norm in words.nouns or t.capital or t.norm in ("he", "she", "they", "it") for t in span)


def _span(tokens: Sequence[Token], first: int, end: int) -> str | None:
    at = first
    while at < end and tokens[at].text not in (",", ".", ";", ":", "—", "--", "\"", "”", ")"):
        at += 1
    return _written(tokens, first, at) if at > first else None


def _written(tokens: Sequence[Token], first: int, end: int) -> str:
    parts: list[str] = []
    for token in tokens[first:end]:
        parts.append((" " if token.space and parts else "") + token.text)
    return "".join(parts)
