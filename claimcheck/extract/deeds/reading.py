"""The deed of each verb in a sentence: its polarity, who did it, and what it was done to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.extract.deeds.doers import Doer, doer
from claimcheck.extract.deeds.parties import Found, Reader
from claimcheck.extract.deeds.verbgroups import Group, Voice, group_of, group_words
from claimcheck.extract.look import norm, tied, written
from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.lexicon.deeds import DeedVerb, Role
from claimcheck.model.deed import Deed, Party, Polarity
from claimcheck.text.tokens import Kind, Token

_BEHIND = 14
"""Tokens behind a deed in which a word may take it back."""
_BY = 9
"""Tokens behind a passive verb in which the one who did it may stand."""
_NEAR = 4
_ORDINALS = frozenset(["first", "second", "third"])
"""Numbers that begin many a name: First Lady, Second Chamber."""
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
    denial: int | None = None
    """Where somebody begins to deny it of another: the first token of `The police denied that`."""
    claimant: str | None = None
    """The party itself, where it is the one who says so: `Norway denied signing`."""


def read_deeds(tokens: Sequence[Token], catalogue: Catalogue, *, title: bool) -> Iterator[Read]:
    """The deeds of a tokenised sentence; `title`: the present tense of headlines tells what was done."""
    lexicon = catalogue.deeds
    bases = [lexicon.forms.get(t.norm) or lexicon.gerunds.get(t.norm, t.norm) for t in tokens]
    reader = Reader(tokens, catalogue)
    for at, token in enumerate(tokens):
        if (token.norm not in lexicon.forms and token.norm not in lexicon.gerunds) or (token.capital and not title):
            continue
        match = lexicon.verbs.at_base(tokens, bases, at)
        if match is None or tied(tokens, at - 1) or tied(tokens, at + 1):
            continue
        group = _own_word(tokens, at, catalogue, title=title) or (
            group_of(tokens, at, token.norm == bases[at], catalogue, title=title) if token.norm in lexicon.forms else None
        )
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
    if (nobody and (polarity is not Polarity.DONE)) or (yet and not nobody):
        return None
    if nobody:
        polarity = Polarity.NOT_YET if yet else Polarity.NOT_DONE
    told = Doer(subject, subject.first) if subject is not None else doer(reader, group.first)
    if told is None or not _states(reader, told.first):
        return None
    subject = told.found
    if told.denies or group.denied:
        if polarity is not Polarity.DONE:
            return None
        polarity = Polarity.NOT_DONE
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
    denial = _denial(reader, subject.first)
    if denial is not None and polarity is not Polarity.DONE:
        return None
    who, what = parties
    last = max(at[1], thing.last if thing else 0, actor.last if actor else 0)
    said = verb.said if verb.tells is not Polarity.DONE else _SAID.get(polarity, "") + verb.said
    said += " (denied)" if denial is not None else ""
    charge = _charge(reader, last + 1, verb.act.charged)
    deed = Deed(verb.act.id, polarity, said, who, what, charge)
    own = told.denies or group.denied or verb.said.startswith("denied")
    return Read(subject.first, last, at, deed, subject.first, denial, subject.party.text if own else None)


def _own_word(tokens: Sequence[Token], at: int, catalogue: Catalogue, *, title: bool) -> Group | None:
    """The group of a deed that its own doer denies or admits: `Norway denied signing`, `has admitted having signed`."""
    lexicon = catalogue.deeds
    verb = at - 1 - (norm(tokens, at - 1) == "having")
    fits = tokens[at].norm in lexicon.gerunds if verb == at - 1 else tokens[at].norm in lexicon.forms
    word, denies = norm(tokens, verb), norm(tokens, verb) in lexicon.words["deniers"]
    if verb < 1 or not fits or not (denies or word in lexicon.words["admitters"]):
        return None
    group = group_of(tokens, verb, not word.endswith(("ed", "s", "ing")), catalogue, title=title)
    return replace(group, denied=denies) if group is not None and group.polarity is Polarity.DONE else None


def _polarity(group: Group, verb: DeedVerb) -> Polarity | None:
    """What a verb with its group says; None for the negation of an opposite, which says nothing of the deed."""
    if group.present and not verb.act.lasting:
        return None
    if verb.tells is not Polarity.DONE:
        return verb.tells if group.polarity is Polarity.DONE else None
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
    if thing is None or _many(reader, thing.first):
        return None
    if thing.party.head in words["clausal"] and reader.norm(thing.last + 1) == "that":
        return None
    allowed = verb.things or verb.act.things
    return (who, thing.party) if reader.catalogue.grammar.noun(thing.party.head) in allowed else None


def _many(reader: Reader, first: int) -> bool:
    """Whether a party begins with a number or a word for a part or for many, so that two articles may mean others."""
    word = reader.norm(first)
    number = reader.tokens[first].kind is Kind.NUMBER or (word in reader.catalogue.numbers.triggers and word not in _ORDINALS)
    return number or word in reader.catalogue.deeds.words["quantifiers"]


def _acts(reader: Reader, found: Found) -> bool:
    """Whether a party is one that acts: a name, a country, a body or an office of which a story has one."""
    words, head = reader.catalogue.deeds.words, found.party.head
    if _many(reader, found.first) or head in words["vague"]:
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
        return last > 0 or grammar.verb(reader.norm(last)) not in grammar.verbs  # Boeing, but not Leaving
    given = last > found.first and reader.tokens[last - 1].capital and reader.norm(last - 1) not in grammar.function
    first = found.first + (reader.norm(found.first) in grammar.determiners)
    return given or (last > 0 and first == last and grammar.noun(reader.norm(last)) not in reader.catalogue.nouns.classes["people"])


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


def _charge(reader: Reader, start: int, led: frozenset[str]) -> frozenset[str]:
    """What limits a deed behind which it begins: convicted `of fraud`, not charged `in the shooting`."""
    if reader.norm(start) not in led:
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
    negated = any(w in grammar.sets["negators"] or w.endswith("n't") for w in around)
    linked = reader.tokens[at].kind is Kind.WORD
    return not (linked and negated) and not any(
        reader.norm(i) in ("if", "whether", "unless") for i in range(max(0, at - 6), at + 1)
    )


def _denial(reader: Reader, subject: int) -> int | None:
    """Where the words begin by which somebody denies the deed of a clause, with who does; None where nobody does."""
    at = subject - 1
    at -= reader.norm(at) == "that"
    if reader.norm(at) not in reader.catalogue.deeds.words["deniers"]:
        return None
    start, _, _ = group_words(reader.tokens, at, reader.catalogue)
    who = reader.in_front(start)
    return who.first if who is not None else start


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
