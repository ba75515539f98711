"""Deeds: what a sentence says that somebody did, or did not do.

Nothing planned, asked, hoped or supposed is read, and no sentence of which the parts are not plain: a deed that is missed costs a
comparison, one that is misread a false alarm.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.extract.attribution import attributions, resolved, speaker_at
from claimcheck.extract.context import content_words
from claimcheck.extract.dates import find_dates
from claimcheck.extract.look import tied, written
from claimcheck.extract.numbers import find_numbers
from claimcheck.extract.parties import Found, Reader
from claimcheck.extract.sentence import MOST_NUMBERS, WORD, earlier_speakers
from claimcheck.extract.verbgroups import Group, Voice, group_of
from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.lexicon.deeds import DeedVerb, Role
from claimcheck.model.article import Article
from claimcheck.model.article import Role as Part
from claimcheck.model.claim import Claim, Frame, Status, Step
from claimcheck.model.deed import Deed, Party, Polarity
from claimcheck.model.span import Span
from claimcheck.model.when import When
from claimcheck.text.sentences import Sentence
from claimcheck.text.tokens import Kind, Token, tokenise

_OLD = 2
"""Years before its article after which a dated deed is history."""
_BEHIND = 14
"""Tokens behind a deed in which a word may take it back."""
_BY = 9
"""Tokens behind a passive verb in which the one who did it may stand."""
_NEAR = 4
_CLOSING = " \"”'’)"
_QUOTES = frozenset(['"', "“", "”"])
_SAID: Mapping[Polarity, str] = {Polarity.NOT_DONE: "not ", Polarity.NOT_YET: "not yet "}


@dataclass(frozen=True, slots=True)
class Read:
    """A deed and its tokens, the last included."""

    first: int
    last: int
    verb: tuple[int, int]
    deed: Deed
    subject: int
    """Where the subject of its clause begins."""
    opposed_to_saying: bool = False
    """Whether somebody denies it."""


def deeds_of(article: Article, sentence: Sentence, lines: Sequence[int], catalogue: Catalogue) -> list[Claim]:
    """The deeds of one sentence, as claims without an id; `lines` are the offsets of the line ends."""
    stretch = sentence.span.cut(article.text)
    title = sentence.role is Part.TITLE
    if not catalogue.deeds.may_hold(frozenset(WORD.findall(stretch.lower())), title=title) or stretch.rstrip(_CLOSING).endswith(
        "?"
    ):
        return []
    tokens = tokenise(article.text, sentence.span.start, sentence.span.end)
    found = list(read_deeds(tokens, catalogue, title=title))
    return list(_claims(article, sentence, tokens, found, lines, catalogue)) if found else []


def read_deeds(tokens: Sequence[Token], catalogue: Catalogue, *, title: bool) -> Iterator[Read]:
    """The deeds of a tokenised sentence; `title`: the present tense of headlines tells what was done."""
    lexicon = catalogue.deeds
    bases = [lexicon.forms.get(t.norm, t.norm) for t in tokens]
    reader = Reader(tokens, catalogue)
    for at, token in enumerate(tokens):
        if token.norm not in lexicon.forms or (token.capital and not title):
            continue
        match = lexicon.verbs.at_base(tokens, bases, at)
        if match is None or tied(tokens, at - 1) or tied(tokens, at + 1):
            continue
        group = group_of(tokens, at, token.norm == bases[at], catalogue, title=title)
        if group is None or _taken_back(tokens, match.last, group, catalogue):
            continue
        for verb in match.value:
            read = _read(reader, group, (at, match.last), verb)
            if read is not None:
                yield read
                break


def _read(reader: Reader, group: Group, at: tuple[int, int], verb: DeedVerb) -> Read | None:
    """The deed of one verb; None where its parts are not plain, or not those of such a deed."""
    polarity = _polarity(group, verb)
    if polarity is None:
        return None
    subject = _nobody(reader, group) if verb.act.anybody else None
    nobody = subject is not None
    yet = polarity is Polarity.DONE and "yet" in group.words
    if (nobody and (polarity is not Polarity.DONE or verb.opposed)) or (yet and not nobody):
        return None
    if nobody:
        polarity = Polarity.NOT_YET if yet else Polarity.NOT_DONE
    subject = subject or reader.in_front(group.first)
    if subject is None or not _states(reader, subject.first):
        return None
    actor: Found | None = subject
    thing: Found | None = None
    if group.voice is Voice.PASSIVE:
        actor, thing = _by(reader, at[1] + 1), subject
    elif verb.itself and _ends(reader, at[1] + 1):
        actor, thing = None, subject
    elif Role.WHAT in verb.act.roles or Role.WHOM in verb.act.roles:
        named = verb.leads_to and reader.norm(at[1] + 1) not in reader.catalogue.grammar.determiners  # agreed to lift
        thing = None if named else reader.thing(at[1] + 1)
    elif not _ends(reader, at[1] + 1):
        return None
    parties = _fit(reader, verb, None if nobody else actor, thing, anybody=nobody)
    if parties is None:
        return None
    if polarity is Polarity.NOT_DONE and _yet(reader, max(at[1], thing.last if thing else 0)):
        polarity = Polarity.NOT_YET
    denied = _denied(reader, subject.first)
    if denied and polarity is not Polarity.DONE:
        return None
    who, what = parties
    last = max(at[1], thing.last if thing else 0, actor.last if actor else 0)
    said = _SAID.get(polarity, "") + verb.said
    charge = _charge(reader, last + 1) if verb.act.charged else frozenset[str]()
    deed = Deed(verb.act.id, polarity, said, who, what, charge)
    return Read(subject.first, last, at, deed, subject.first, denied)


def _polarity(group: Group, verb: DeedVerb) -> Polarity | None:
    """What a verb with its group says; None for the negation of an opposite, which says nothing of the deed."""
    if group.present and not verb.act.lasting:
        return None
    if verb.opposed:
        return Polarity.OPPOSED if group.polarity is Polarity.DONE else None
    return group.polarity


def _nobody(reader: Reader, group: Group) -> Found | None:
    """`No one`, `no group` right in front of a verb."""
    end = group.first - 1
    for words in reader.catalogue.deeds.words["nobody"]:
        parts = words.split()
        first = end - len(parts) + 1
        if first >= 0 and [t.norm for t in reader.tokens[first : end + 1]] == parts:
            return Found(first, end, Party(written(reader.tokens, first, end), "nobody"))
    return None


def _fit(
    reader: Reader, verb: DeedVerb, actor: Found | None, thing: Found | None, *, anybody: bool
) -> tuple[Party | None, Party | None] | None:
    """Who and what, where they are such as the deed needs."""
    roles, words = verb.act.roles, reader.catalogue.deeds.words
    who: Party | None = None
    if Role.WHO in roles:
        if anybody:
            who = Party("nobody", "nobody")
        elif actor is None or not _acts(reader, actor):
            return None
        else:
            who = actor.party
    if Role.WHO not in roles and actor is not None and _acts(reader, actor):
        who = actor.party
    if Role.WHOM in roles:
        return (None, thing.party) if thing is not None and _person(reader, thing) else None
    if Role.WHAT not in roles:
        return who, None
    if thing is None or reader.norm(thing.first) in words["quantifiers"]:
        return None
    allowed = verb.things or verb.act.things
    return (who, thing.party) if reader.catalogue.grammar.noun(thing.party.head) in allowed else None


def _acts(reader: Reader, found: Found) -> bool:
    """Whether a party is one that acts: a name, a country, a body or an office of which a story has one."""
    words, head = reader.catalogue.deeds.words, found.party.head
    if reader.norm(found.first) in words["quantifiers"] or head in words["vague"]:
        return False
    if head in words["bodies"] or head in words["persons"]:
        return not (
            reader.norm(found.first) in ("a", "an") or (reader.norm(found.last).endswith("s") and head != reader.norm(found.last))
        )
    return _named(reader, found) or head in reader.catalogue.places.starts


def _named(reader: Reader, found: Found) -> bool:
    """Whether a party is a name: `Lund`, but not `Voters` or `Democrats`."""
    grammar, last = reader.catalogue.grammar, found.last
    if not reader.tokens[last].capital or reader.norm(last) in grammar.function:
        return False
    if reader.norm(last + 1) in ("'", "’", "‘") or reader.norm(last) in reader.catalogue.nouns.classes["people"]:
        return False
    if not grammar.plural(reader.norm(last)):
        return last > 0 or grammar.verb(reader.norm(last)) is None
    given = last > found.first and reader.tokens[last - 1].capital and reader.norm(last - 1) not in grammar.function
    return given or (
        last > 0 and found.first == last and grammar.noun(reader.norm(last)) not in reader.catalogue.nouns.classes["people"]
    )


def _person(reader: Reader, found: Found) -> bool:
    """Whether a party is a person: a name with nothing before it but titles."""
    words = reader.catalogue.deeds.words
    plain = all(t.capital or t.kind is Kind.MARK for t in reader.tokens[found.first : found.last + 1])
    placed = found.party.places or found.party.head in reader.catalogue.places.starts
    known = found.party.head in words["bodies"] | words["titles"] | words["vague"]
    return plain and not placed and not known and _named(reader, found)


def _by(reader: Reader, start: int) -> Found | None:
    """Who did it, behind a passive verb."""
    for at in range(start, min(start + _BY, len(reader.tokens))):
        token = reader.tokens[at]
        if token.kind is Kind.MARK or token.norm in ("and", "that", "which", "who", "after", "when", "while"):
            return None
        if token.norm == "by":
            return reader.behind(at + 1)
    return None


def _ends(reader: Reader, at: int) -> bool:
    """Whether nothing that would be an object stands behind a verb that takes none."""
    if at >= len(reader.tokens) or reader.tokens[at].kind is Kind.MARK:
        return True
    word = reader.norm(at)
    grammar, words = reader.catalogue.grammar, reader.catalogue.deeds.words
    return (
        word in grammar.prepositions
        or word in words["times"]
        or word in grammar.conjunctions
        or word in ("yesterday", "today", "on", "as")
    )


def _charge(reader: Reader, start: int) -> frozenset[str]:
    """What a verdict or a plea behind which it begins is of: `of fraud`, `to two counts of murder`."""
    if reader.norm(start) not in ("of", "to"):
        return frozenset()
    found = reader.thing(start + 1)
    if found is None:
        return frozenset()
    party = found.party
    return frozenset([party.head, *party.names, *party.words]) - reader.catalogue.deeds.words["counts"]


def _states(reader: Reader, subject: int) -> bool:
    """Whether the clause that begins with a subject states something: no condition, no question, no hope."""
    words, grammar = reader.catalogue.deeds.words, reader.catalogue.grammar
    at = subject - 1
    if at >= 0 and reader.tokens[at].text in _QUOTES:
        at -= 1
    at -= reader.norm(at) == "that"
    if at < 0:
        return True
    word = reader.norm(at)
    if word in words["openers"] or word in words["doubters"] or grammar.noun(word) in words["doubts"]:
        return False
    around = [reader.norm(i) for i in range(max(0, at - _NEAR), at + 1)]
    negated = any(w in ("not", "never", "without", "no", "neither", "nor", "cannot") or w.endswith("n't") for w in around)
    linked = reader.tokens[at].kind is Kind.WORD
    return not (linked and negated) and not any(
        reader.norm(i) in ("if", "whether", "unless") for i in range(max(0, at - 6), at + 1)
    )


def _denied(reader: Reader, subject: int) -> bool:
    at = subject - 1
    at -= reader.norm(at) == "that"
    return reader.norm(at) in reader.catalogue.deeds.words["deniers"]


def _taken_back(tokens: Sequence[Token], last: int, group: Group, catalogue: Catalogue) -> bool:
    """Whether words in the verb's group or behind it leave open whether the deed was done, or done in full."""
    words = catalogue.deeds.words
    limits = words["halves"] if group.polarity is Polarity.DONE else words["limits"] | words["halves"]
    if not limits.isdisjoint(group.words):
        return True
    for at in range(last + 1, min(last + 1 + _BEHIND, len(tokens))):
        if tokens[at].text in (";", ":", "—"):
            return False
        if tokens[at].norm in words["behind"]:
            return True
    return False


def _yet(reader: Reader, last: int) -> bool:
    return any(reader.norm(at) == "yet" for at in range(last + 1, last + 3)) or (
        reader.norm(last + 1) == "so" and reader.norm(last + 2) == "far"
    )


# --- claims ----------------------------------------------------------------------------------------------------------------------


def _claims(
    article: Article, sentence: Sentence, tokens: list[Token], found: Sequence[Read], lines: Sequence[int], catalogue: Catalogue
) -> Iterator[Claim]:
    grammar = catalogue.grammar
    numbers = find_numbers(tokens, catalogue.numbers)
    if len(numbers) > MOST_NUMBERS:
        return
    dates = find_dates(tokens, numbers, article.published, catalogue.dates)
    dated = {i for d in dates for i in range(d.first, d.last + 1)}
    told = attributions(tokens, [grammar.verb(t.norm) or t.norm for t in tokens], catalogue.attributions, grammar, dated)
    if any(t.pronoun for t in told):
        told = resolved(told, earlier_speakers(article.text, sentence.span.start, catalogue))
    for read in found:
        speaker = speaker_at(told, tokens, read.verb[0], read.verb[1])
        if not _stands(tokens, read, speaker):
            continue
        near = [d.when for d in dates if read.first <= d.first <= read.last + _BEHIND and d.when.resolved]
        when = near[0] if near else None
        status = _status(read, speaker, when, article)
        span = Span(tokens[read.first].start, tokens[read.last].end)
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
            value=read.deed,
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
            as_of=article.published,
            steps=tuple(_steps(tokens, read)),
        )


def _stands(tokens: Sequence[Token], read: Read, speaker: str | None) -> bool:
    """Whether a deed is stated: one in a quotation, and one that had not been done by then, only where it is known who says it."""
    quoted = sum(t.text in _QUOTES for t in tokens[: read.verb[0]]) % 2 == 1
    group = [t.norm for t in tokens[max(read.first, read.verb[0] - _NEAR) : read.verb[0]]]
    past = ("had" in group and read.deed.polarity in (Polarity.NOT_DONE, Polarity.NOT_YET)) or "hadn't" in group
    return speaker is not None or not (quoted or past)


def _status(read: Read, speaker: str | None, when: When | None, article: Article) -> Status:
    if read.opposed_to_saying:
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
    if read.opposed_to_saying:
        yield Step("status.denied", written(tokens, max(0, read.subject - 2), max(0, read.subject - 1)))
