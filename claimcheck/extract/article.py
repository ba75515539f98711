"""The claims of one article: every sentence that holds a number, a date or a deed, read and put into words that can be compared."""

from __future__ import annotations

import bisect
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from claimcheck.extract.aged import name_beside, noun_beside
from claimcheck.extract.context import frame, scope_of
from claimcheck.extract.dates.settling import settled
from claimcheck.extract.dating.counting import idle_days, with_day_of_count
from claimcheck.extract.dating.dated import date_frame
from claimcheck.extract.dating.tied import tied_date
from claimcheck.extract.dating.undone import undone
from claimcheck.extract.deeds.deeds import deeds_of, named_in_full
from claimcheck.extract.deeds.described import Descriptions
from claimcheck.extract.numbers.intervals import quantity
from claimcheck.extract.scene import Scene, clause_of, content_words, scene
from claimcheck.extract.sentence import SentenceReading, read_sentence, triggered
from claimcheck.extract.sets.antecedents import antecedent, plural_nouns
from claimcheck.extract.sets.read import Read
from claimcheck.extract.sets.rests import without_part, without_rest
from claimcheck.extract.speech.earlier import Earlier
from claimcheck.extract.speech.status import status_of
from claimcheck.lexicon.bounds import BoundWord, Reach
from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.lexicon.types import Growth
from claimcheck.model.article import Article
from claimcheck.model.claim import CHANGE, SHARE, Claim, Extraction, Filtered, Frame, Scope, Status, Step
from claimcheck.model.deed import Deed
from claimcheck.model.quantity import Bound, Dimension, Quantity
from claimcheck.model.span import Span
from claimcheck.model.when import When
from claimcheck.text.sentences import Sentence, split
from claimcheck.text.tokens import Kind, tokenise

_TURN = 6
"""Words between a figure and the one that it has come from."""
_INHERITED = frozenset([Bound.AT_LEAST, Bound.AT_MOST, Bound.ABOUT])


def extract_article(article: Article, catalogue: Catalogue) -> Extraction:
    """Every quantity, date and deed of an article, in the order of the text, and the numbers that are none."""
    lines = [i for i, ch in enumerate(article.text) if ch == "\n"]
    claims: list[Claim] = []
    filtered: list[Filtered] = []
    last: Sentence | None = None
    sentences = split(article.text, article.blocks, catalogue.abbreviations)
    earlier = Earlier(article.text, sentences, catalogue)
    things = Descriptions(article.text, sentences, catalogue)
    for at, sentence in enumerate(sentences):
        previous, last = last, sentence
        deeds = deeds_of(article, at, earlier, things, lines)
        if not triggered(article.text, sentence, catalogue):
            claims += deeds
            continue
        before = tokenise(article.text, previous.span.start, previous.span.end) if previous is not None else []
        reading = read_sentence(article.text, sentence, article.published, catalogue)
        reading = replace(reading, told=earlier.named(at, reading.told))
        figures = frozenset(i for read in reading.numbers for i in range(read.measured.first, read.measured.last + 1))
        seen = scene(
            reading.tokens,
            reading.bases,
            reading.taken,
            figures,
            catalogue.grammar,
            catalogue.places,
            catalogue.venues,
            catalogue.events,
        )
        context = content_words(before, catalogue.grammar)
        drafts = [
            *_quantities(article, reading, seen, plural_nouns(before, catalogue.grammar), context, catalogue),
            *_dates(article, reading, seen, catalogue),
        ]
        drafts = [replace(c, frame=replace(c.frame, before=context)) for c in idle_days(drafts)]
        drafts = [replace(c, line=bisect.bisect_left(lines, c.span.start) + 1) for c in drafts]
        claims += sorted([*drafts, *deeds], key=lambda c: c.span)
        for measured, rule in reading.filtered:
            span = Span(reading.tokens[measured.first].start, reading.tokens[measured.last].end)
            filtered.append(Filtered(span, span.cut(article.text), rule.id, rule.reason))
    claims = _set_apart(claims, catalogue)
    claims = _risen(
        article, settled(article, named_in_full(article, claims, catalogue), catalogue.dates.calendar.weekdays), catalogue
    )
    return Extraction(article.id, tuple(_named(article, claims)), tuple(filtered))


def _set_apart(claims: Sequence[Claim], catalogue: Catalogue) -> list[Claim]:
    """Claims of a fate, less what sets them apart from another alone: "a further 16 are missing" where none were said to be yet."""
    told: set[str] = set()
    result = []
    for claim in claims:
        kind = catalogue.types.by_id.get(claim.kind)
        if kind is not None and kind.fate and told and claim.kind not in told:
            claim = replace(claim, frame=replace(claim.frame, scope=claim.frame.scope - {Scope.OTHERS, Scope.ADDED}))  # noqa: PLW2901
        if kind is not None and kind.fate:
            told.add(claim.kind)
        result.append(claim)
    return result


def _risen(article: Article, claims: Sequence[Claim], catalogue: Catalogue) -> list[Claim]:
    """Mark an article's growing counts as revised upward where it says that the toll has risen."""
    lowered = article.text.lower()
    words = next(
        (p for p in sorted(" ".join(w) for rows in catalogue.scopes.rising.starts.values() for w, _ in rows) if p in lowered), None
    )
    if words is None:
        return list(claims)
    step = Step("revision.up", words, "the article says that its toll has risen")
    return [replace(c, steps=(*c.steps, step)) if catalogue.types.growth(c.kind) is Growth.GROWS else c for c in claims]


# --- quantities ----------------------------------------------------------------------------------------------------------------


def _quantities(
    article: Article, reading: SentenceReading, seen: Scene, before: Sequence[str], said: frozenset[str], catalogue: Catalogue
) -> Iterator[Claim]:
    drafts: list[Claim] = []
    revised = catalogue.scopes.revision.all(reading.tokens) if reading.numbers else []
    risen = catalogue.scopes.risen.all(reading.tokens) if reading.numbers else []
    turned = dict(_turned(reading))
    for at, read in enumerate(reading.numbers):
        attribution = reading.speaker(read.first, read.measured.last)
        clause = clause_of(seen, read.first, max(read.measured.last, read.phrase.last))
        when = tied_date(reading, clause, read, article.published, catalogue.grammar.relatives)
        scope = scope_of(reading.tokens, read.first, read.phrase, read.measured.last, clause, catalogue.scopes)
        scope = without_rest(scope, read, reading.tokens, reading.bases, said, catalogue.types)
        scope = without_part(scope, read, reading.tokens, catalogue.grammar)
        lead = read.kinded.cue[0] if read.kinded.cue and read.kinded.how == "lead" else None
        verb = read.kinded.predicate
        if verb is None and drafts and _of_one_list(reading, reading.numbers[at - 1], read, catalogue):
            verb = drafts[-1].frame.predicate
        found = frame(seen, read.first, read.measured.last, read.phrase, verb, scope, lead)
        if read.measured.age:
            found = replace(found, holder=name_beside(seen, read.first, read.measured.last, catalogue))
        stood_for = antecedent(reading.tokens, read, before, catalogue.nouns, catalogue.grammar)
        aged = noun_beside(seen, read.first, catalogue) if read.measured.age and read.noun is None else None
        found = replace(found, noun=stood_for or read.noun or aged, when=when)
        status, why = status_of(
            reading.tokens,
            read.first,
            max(read.measured.last, read.phrase.last),
            clause,
            attribution is not None,
            when,
            article.published,
            catalogue.statuses,
            stands=read.measured.age or read.dimension is Dimension.RANK,
        )
        restated = _restates(reading, at)
        bound = read.bound.value if read.bound else None
        if restated is not None and bound is None:
            bound = _bound_of(drafts[restated]) if restated < len(drafts) else None
        kind = read.kinded.kind.id if read.kinded.kind else _open_kind(read, catalogue)
        claim = replace(_claim(article, reading, read, bound, found, status, attribution), kind=kind)
        if stood_for is not None:
            # "the strikes, four of which": nothing counts the strikes themselves, so that the four are no part of a figure
            counted = any(other is not read and other.phrase.head == stood_for for other in reading.numbers)
            left = found.scope if counted else found.scope - {Scope.PART}
            claim = replace(claim, kind=_kind_of_noun(stood_for, claim.kind, catalogue), frame=replace(found, scope=left))
        steps = (*claim.steps, why) if why else claim.steps
        if at in turned:
            steps = (*steps, turned[at])
        elif revised and not turned and _is_told(reading, revised[0].last, at):
            steps = (*steps, Step("revision", _words(reading, revised[0].first, revised[0].last)))
        elif risen and catalogue.types.growth(claim.kind) is Growth.GROWS and _is_told(reading, risen[0].last, at):
            steps = (*steps, Step("revision.up", _words(reading, risen[0].first, risen[0].last)))
        claim = replace(claim, steps=steps, restates=str(restated) if restated is not None else None)
        drafts.append(with_day_of_count(claim, reading, read, catalogue))
    yield from drafts


def _is_told(reading: SentenceReading, last: int, at: int) -> bool:
    """Whether words of revision that end at token `last` tell of a reading: those that end in "to" do of the next figure alone."""
    if reading.tokens[last].norm != "to":
        return True
    first = reading.numbers[at].first
    beside = reading.tokens[first - 1].norm == "to"  # has risen to 31, and that of the injured to 90
    return first > last and (beside or at == 0 or reading.numbers[at - 1].first <= last)


def _turned(reading: SentenceReading) -> Iterator[tuple[int, Step]]:
    """The figures that have come from another one, by their places: `to 1,200 from 400`, `down from 63`."""
    for at, (one, two) in enumerate(pairwise(reading.numbers)):
        if one.dimension is not two.dimension or one.kinded.kind is None or one.kinded.kind is not two.kinded.kind:
            continue
        start = max(one.phrase.last, one.measured.last) + 1
        between = [token.norm for token in reading.tokens[start : two.first]]
        if between and len(between) <= _TURN and between[-1] == "from" and one.measured.low != two.measured.low:
            rule = "revision.up" if one.measured.low > two.measured.low else "revision.down"
            yield at, Step(rule, _words(reading, start, two.first - 1))


def _of_one_list(reading: SentenceReading, earlier: Read, read: Read, catalogue: Catalogue) -> bool:
    """Whether a count goes on with the list of the one before: `recovered 12 guns, flares and two masks` recovers the masks too."""
    between = reading.tokens[max(earlier.phrase.last, earlier.measured.last) + 1 : read.first]
    if not between or (between[0].text != "," and between[0].norm != "and") or read.dimension is not Dimension.COUNT:
        return False
    grammar = catalogue.grammar
    joints = grammar.sets["joints"] | grammar.determiners
    return earlier.dimension is Dimension.COUNT and all(
        token.norm in joints or (token.norm not in grammar.function and grammar.verb(token.norm) is None) for token in between
    )


def _kind_of_noun(noun: str, kind: str, catalogue: Catalogue) -> str:
    """The claim type that a noun alone tells, where the claim has none yet."""
    if kind in catalogue.types.by_id or kind in (SHARE, CHANGE):
        return kind
    return next((t.id for t in catalogue.types.by_id.values() if t.dimension is Dimension.COUNT and noun in t.heads), noun)


def _claim(
    article: Article,
    reading: SentenceReading,
    read: Read,
    bound: BoundWord | None,
    found: Frame,
    status: Status,
    attribution: str | None,
) -> Claim:
    """The claim of a figure, its kind left open."""
    value = quantity(read.measured, bound, read.dimension)
    if read.unit != read.measured.unit:
        value = replace(value, unit=read.unit)
    if read.measured.number.entry in ("a majority", "the majority"):
        value = replace(value, bound=Bound.AT_LEAST, low=Decimal(50), high=None)
    draft = _draft(article, reading, (read.first, _span_end(reading, read)), "", value)
    return replace(draft, attribution=attribution, status=status, frame=found, steps=tuple(_steps(reading, read, bound)))


def _draft(article: Article, reading: SentenceReading, ends: tuple[int, int], kind: str, value: Quantity | When) -> Claim:
    """What every claim says of its place: its words from one token to another, its sentence and its day."""
    span = Span(reading.tokens[ends[0]].start, reading.tokens[ends[1]].end)
    return Claim(
        id="",
        source=article.id,
        span=span,
        line=0,
        text=span.cut(article.text),
        sentence=reading.sentence.span.cut(article.text),
        sentence_span=reading.sentence.span,
        kind=kind,
        value=value,
        role=reading.sentence.role,
        as_of=article.day,
    )


def _open_kind(read: Read, catalogue: Catalogue) -> str:
    """What a figure is of that no claim type names; a percentage is a share unless its noun says otherwise: a 26 percent rise."""
    if read.dimension is Dimension.PERCENT:
        sets, noun = catalogue.grammar.sets, read.noun or ""
        if read.kinded.how == CHANGE or noun in sets["changing"] | sets["changes"]:
            return CHANGE
        return noun if noun in sets["no_shares"] else SHARE
    if read.dimension is Dimension.DURATION:
        return "duration"
    if read.noun:
        return read.noun
    return read.dimension.value


def _span_end(reading: SentenceReading, read: Read) -> int:
    """The last token of a claim: its noun where it follows closely, else its unit. Other figures are left outside."""
    end = read.measured.last
    if read.bound is not None and read.bound.last > end:
        end = read.bound.last
    head = read.phrase.head_at
    if head is not None and read.phrase.last >= head > end and head - end <= 5:
        between = reading.tokens[end + 1 : head + 1]
        if not any(t.kind is Kind.NUMBER for t in between) and not any(i in reading.taken for i in range(end + 1, head + 1)):
            end = head
    return end


def _steps(reading: SentenceReading, read: Read, bound: BoundWord | None) -> Iterator[Step]:
    number = read.measured.number
    yield Step(
        f"number.{number.form.value}",
        _words(reading, number.first, number.last),
        f"read as {number.low:,}" + (f" to {number.high:,}" if number.high != number.low else ""),
    )
    yield Step(read.measured.rule, _words(reading, read.measured.first, read.measured.last))
    if bound is not None:
        words = _words(reading, read.bound.first, read.bound.last) if read.bound else bound.words
        yield Step(f"bound.{bound.bound.value}", words, f"lexicon entry {bound.words!r}")
    if read.kinded.kind is not None and read.kinded.cue is not None:
        yield Step(f"kind.{read.kinded.kind.id}", _words(reading, *read.kinded.cue), f"told by the {read.kinded.how}")


def _words(reading: SentenceReading, first: int, last: int) -> str:
    parts: list[str] = []
    for token in reading.tokens[first : last + 1]:
        parts.append((" " if token.space and parts else "") + token.text)
    return "".join(parts)


def _bound_of(claim: Claim) -> BoundWord | None:
    """The bound that a conversion in brackets takes over: "less than 25 km (15 miles)"."""
    if claim.bound not in _INHERITED:
        return None
    assert isinstance(claim.value, Quantity)
    below = claim.bound is Bound.ABOUT and claim.value.high == claim.value.figure[1]
    return BoundWord(
        "taken over from the figure before the bracket", claim.bound, Reach.BELOW if below else Reach.BOTH, frozenset()
    )


def _restates(reading: SentenceReading, at: int) -> int | None:
    """The number that this one repeats in another unit: it stands in brackets right behind it, and has the same dimension."""
    if at == 0:
        return None
    one, two = reading.numbers[at - 1], reading.numbers[at]
    if two.dimension is not one.dimension or one.dimension not in (Dimension.MONEY, Dimension.MEASURE) or one.unit == two.unit:
        return None
    between = [t.text for t in reading.tokens[one.measured.last + 1 : two.first]]
    opens = "(" in between and ")" not in between and len(between) <= 6
    return at - 1 if opens or between in ([",", "or"], [",", "or", "about"], ["/"]) else None


# --- dates ---------------------------------------------------------------------------------------------------------------------


def _dates(article: Article, reading: SentenceReading, seen: Scene, catalogue: Catalogue) -> Iterator[Claim]:
    for mention in reading.dates:
        attribution = reading.speaker(mention.first, mention.last)
        dated = date_frame(reading, seen, mention, catalogue)
        found = frame(seen, mention.first, mention.last, dated.phrase, dated.predicate, frozenset())
        found = replace(found, when=mention.when, speech=dated.speech, events=dated.events)
        clause = clause_of(seen, mention.first, mention.last)
        status, why = status_of(
            reading.tokens,
            mention.first,
            mention.last,
            clause,
            attribution is not None,
            None,
            article.published,
            catalogue.statuses,
        )
        negated = undone(reading, mention, dated, catalogue.grammar)
        if negated is not None:
            status, why, found = Status.DENIED, negated, replace(found, undone=True)
        draft = _draft(article, reading, (mention.first, mention.last), "date", mention.when)
        steps = (*mention.steps, why) if why else mention.steps
        yield replace(draft, attribution=attribution, status=status, frame=found, steps=steps)


# --- names ---------------------------------------------------------------------------------------------------------------------


def _named(article: Article, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Give each claim its id: a hash of what it says, so that it stays when lines move; equal ones differ by their order."""
    seen: Counter[str] = Counter()
    ids: list[str] = []
    for claim in claims:
        identity = [article.id, claim.kind, str(claim.figure), claim.bound.value, claim.unit, claim.frame.noun]
        if isinstance(claim.value, Deed):
            identity.append(claim.value.polarity.value)
        key = json.dumps(identity, ensure_ascii=True)
        seen[key] += 1
        ids.append("c-" + hashlib.sha256(json.dumps([key, seen[key]]).encode()).hexdigest()[:10])
    first_of: dict[tuple[int, int], int] = {}
    for at, claim in enumerate(claims):
        place = (claim.sentence_span.start, claim.sentence_span.end)
        first_of.setdefault(place, at)
        restated = claim.restates
        if restated is not None:
            quantities = [
                i
                for i in range(first_of[place], len(claims))
                if isinstance(claims[i].value, Quantity) and claims[i].sentence_span == claim.sentence_span
            ]
            restated = ids[quantities[int(restated)]] if int(restated) < len(quantities) else None
        yield replace(claim, id=ids[at], restates=restated)
