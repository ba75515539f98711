"""Deeds: what a sentence says that somebody did, or did not do.

Nothing planned, asked, hoped or supposed is read, and no sentence of which the parts are not plain: a deed that is missed costs a
comparison, one that is misread a false alarm.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.extract.dates.find import find_dates
from claimcheck.extract.deeds.described import Descriptions
from claimcheck.extract.deeds.reading import Read, read_deeds
from claimcheck.extract.look import written
from claimcheck.extract.numbers.numerals import find_numbers
from claimcheck.extract.scene import content_words
from claimcheck.extract.sentence import MOST_NUMBERS, WORD
from claimcheck.extract.speech.attribution import attributions, speaker_at
from claimcheck.extract.speech.earlier import Earlier
from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.model.article import Article
from claimcheck.model.article import Role as Part
from claimcheck.model.claim import Claim, Frame, Status, Step
from claimcheck.model.deed import Deed, Party, Polarity
from claimcheck.model.span import Span
from claimcheck.model.when import When
from claimcheck.text.tokens import Token, tokenise

_OLD = 2
"""Years before its article after which a dated deed is history."""
_BEHIND = 14
"""Tokens behind a deed in which a date may be that of it."""
_NEAR = 4
_CLOSING = " \"”'’)"
_QUOTES = frozenset(['"', "“", "”"])


def deeds_of(article: Article, at: int, earlier: Earlier, things: Descriptions, lines: Sequence[int]) -> list[Claim]:
    """The deeds of sentence `at` of an article, as claims without an id; `lines` are the offsets of the line ends."""
    sentence, catalogue = earlier.sentences[at], earlier.catalogue
    stretch = sentence.span.cut(article.text)
    title = sentence.role is Part.TITLE
    if not catalogue.deeds.may_hold(frozenset(WORD.findall(stretch.lower())), title=title) or stretch.rstrip(_CLOSING).endswith(
        "?"
    ):
        return []
    tokens = tokenise(article.text, sentence.span.start, sentence.span.end)
    found = list(read_deeds(tokens, catalogue, title=title))
    return list(_claims(article, at, earlier, things, tokens, found, lines)) if found else []


# --- claims ----------------------------------------------------------------------------------------------------------------------


def _claims(
    article: Article,
    at: int,
    earlier: Earlier,
    things: Descriptions,
    tokens: list[Token],
    found: Sequence[Read],
    lines: Sequence[int],
) -> Iterator[Claim]:
    sentence, catalogue = earlier.sentences[at], earlier.catalogue
    grammar = catalogue.grammar
    numbers = find_numbers(tokens, catalogue.numbers)
    if len(numbers) > MOST_NUMBERS:
        return
    dates = find_dates(tokens, numbers, article.published, catalogue.dates)
    dated = {i for d in dates for i in range(d.first, d.last + 1)}
    told = attributions(tokens, [grammar.verb(t.norm) or t.norm for t in tokens], catalogue.attributions, grammar, dated)
    told = earlier.named(at, told)
    for read in found:
        speaker = speaker_at(told, tokens, read.verb[0], read.verb[1]) or read.claimant
        if not _stands(tokens, read, speaker):
            continue
        near = [d.when for d in dates if read.first <= d.first <= read.last + _BEHIND]
        when = next((d for d in near if d.resolved), near[0] if near else None)
        status = _status(read, speaker, when, article)
        begins = read.first if read.denial is None else read.denial  # a denial is not to be quoted as what it denies
        span = Span(tokens[begins].start, tokens[read.last].end)
        parties = [p for p in (read.deed.actor, read.deed.object) if p is not None]
        main = read.deed.object or read.deed.actor
        yield Claim(
            id="",
            source=article.id,
            span=span,
            line=bisect.bisect_left(lines, span.start) + 1,
            text=span.cut(article.text),
            sentence=sentence.span.cut(article.text),
            sentence_span=sentence.span,
            kind=read.deed.act,
            value=replace(read.deed, object=_described(things, at, read.deed.object)),
            role=sentence.role,
            attribution=speaker,
            status=status,
            frame=Frame(
                noun=main.head if main else None,
                predicate=tokens[read.verb[0]].norm,
                groups=frozenset().union(*(p.places for p in parties)),
                names=frozenset().union(*(p.names for p in parties)),
                far=content_words(tokens, grammar),
                when=when,
            ),
            as_of=article.day,
            steps=tuple(_steps(tokens, read)),
        )


def _described(things: Descriptions, at: int, thing: Party | None) -> Party | None:
    return replace(thing, described=things.of(at, thing)) if thing is not None else None


def _stands(tokens: Sequence[Token], read: Read, speaker: str | None) -> bool:
    """Whether a deed is stated: one in a quotation, and one that had not been done by then, only where it is known who says it."""
    quoted = sum(t.text in _QUOTES for t in tokens[: read.verb[0]]) % 2 == 1
    group = [t.norm for t in tokens[max(read.first, read.verb[0] - _NEAR) : read.verb[0]]]
    past = ("had" in group and read.deed.polarity in (Polarity.NOT_DONE, Polarity.NOT_YET)) or "hadn't" in group
    return speaker is not None or not (quoted or past)


def _status(read: Read, speaker: str | None, when: When | None, article: Article) -> Status:
    if read.denial is not None:
        return Status.DENIED
    days = when.days if when else None
    if days and article.published and article.published.year - days[1].year >= _OLD:
        return Status.HISTORICAL
    return Status.REPORTED if speaker is not None else Status.ASSERTED


def _steps(tokens: Sequence[Token], read: Read) -> Iterator[Step]:
    yield Step(f"deed.{read.deed.act}", written(tokens, *read.verb), f"read as {read.deed.said}")
    if read.deed.actor is not None:
        yield Step("deed.who", read.deed.actor.text)
    if read.deed.object is not None:
        yield Step("deed.what", read.deed.object.text)
    if read.denial is not None:
        yield Step("status.denied", written(tokens, read.denial, read.subject - 1))


# --- names -----------------------------------------------------------------------------------------------------------------------


def named_in_full(article: Article, claims: Sequence[Claim], catalogue: Catalogue) -> list[Claim]:
    """The claims with surnames told apart: "Lund" takes the first name its article gives, and falls away where it gives two."""
    kept: list[Claim] = []
    for claim in claims:
        deed = claim.value
        if not isinstance(deed, Deed):
            kept.append(claim)
            continue
        first = [_first_names(article.text, party, catalogue) for party in (deed.actor, deed.object)]
        if all(len(names) <= 1 for names in first):
            actor, thing = (
                replace(p, names=p.names | n) if p is not None else None
                for p, n in zip((deed.actor, deed.object), first, strict=True)
            )
            kept.append(replace(claim, value=replace(deed, actor=actor, object=thing)))
    return kept


def _first_names(text: str, party: Party | None, catalogue: Catalogue) -> frozenset[str]:
    """The words with a capital that stand right before a lone surname elsewhere in its article, titles and places apart."""
    surname = party.text.split()[-1] if party is not None and not party.names else ""
    if party is None or not surname[:1].isupper() or party.head != surname.lower():
        return frozenset()
    lists = catalogue.deeds.words
    if catalogue.places.has(party.head) or party.head in lists["bodies"] | lists["persons"]:
        return frozenset()
    before = {word.lower() for word in re.findall(rf"\b([A-Z]\w+) {re.escape(surname)}\b", text)}
    plain = catalogue.grammar.function | lists["titles"] | lists["times"] | lists["vague"] | catalogue.nouns.classes["people"]
    return frozenset(w for w in before if w not in plain and not catalogue.places.has(w) and catalogue.grammar.verb(w) in (None, w))
