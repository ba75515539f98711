"""The kind of a claim: which claim type of the catalogue its words tell, or the noun it counts.

Cues are looked for in the order in which a reader finds them: the verb that tells what befell the counted, the counted noun itself,
the verb or complement behind the noun phrase, the verb in front of the number, the leading phrase before it. A number that only
continues a list takes the kind of the one before it.
"""

from __future__ import annotations

from dataclasses import replace

from claimcheck.extract.kinds.amounting import amount_verb
from claimcheck.extract.kinds.amounts import amount_kind, is_apart
from claimcheck.extract.kinds.framed import pair_of, possessed
from claimcheck.extract.kinds.hospitals import may_have_died, to_hospital
from claimcheck.extract.kinds.leads import CLAUSE_ENDS, front_of, lead_of, told_apart, told_either
from claimcheck.extract.kinds.standing import standing
from claimcheck.extract.kinds.words import Kinded, Words, acts, beside, countable, is_person
from claimcheck.extract.look import norm
from claimcheck.extract.mentions import Form, Measured
from claimcheck.extract.nouns.phrases import NounPhrase
from claimcheck.lexicon.types import Voice
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind

_REACH = 16
"""Tokens behind a noun phrase in which its verb is looked for."""
_COMPLEMENT = 9
"""Tokens behind a noun phrase within which a complement tells of it."""
_ASIDE = 40
"""Tokens of the longest remark between dashes."""
_OLDEST = 120
"""Years that a person may live."""
_LISTING = frozenset(["and", "or", "nor"])
_DASHES = frozenset(["-", "–", "—", "--"])


def kind_of(
    words: Words, measured: Measured, first: int, phrase: NounPhrase, end: int | None = None, *, of_part: bool = False
) -> Kinded:
    """The kind of one number; its bound words begin at token `first`, and what stands behind `end` tells of another.

    `of_part` tells that the verb in front is that of a part of it: `killed some of the 40 guests`.
    """
    if measured.number.form in (Form.NONE, Form.MULTIPLE):
        return _named(words, measured)
    if measured.dimension is Dimension.COUNT:
        if measured.number.range and norm(words.tokens, first - 1) == "between":
            first -= 1  # killed between 300 and 600
        front = Kinded(None) if of_part else _apart(words, measured, first, phrase, front_of(words, first, phrase))
        return _count(words, measured, first, phrase, front, len(words.tokens) if end is None else end)
    if measured.dimension not in (Dimension.MONEY, Dimension.DURATION, Dimension.MEASURE, Dimension.PERCENT):
        return Kinded(None)
    if measured.age:
        thing = phrase.head in words.grammar.sets["things_with_ages"] or measured.high > _OLDEST
        aged = not thing and not any(phrase.head in members for name, members in words.classes.items() if name != "people")
        return (_by_unit(words, measured) if aged else None) or Kinded(None)
    told = amount_kind(words, measured, first, phrase)
    by_unit = _by_unit(words, measured) if told.kind is None else None
    return told if by_unit is None else replace(by_unit, predicate=told.predicate)


def _named(words: Words, measured: Measured) -> Kinded:
    """`no casualties`, `a triple murder`: the type whose words stand under the number."""
    table = words.types.none if measured.number.form is Form.NONE else words.types.multiple
    for at in range(measured.number.first, measured.number.last + 1):
        match = table.at(words.tokens, at)
        if match is not None:
            return Kinded(match.value, cue=(match.first, match.last), how="head")
    return Kinded(None)


def _by_unit(words: Words, measured: Measured) -> Kinded | None:
    """Kinds that the unit alone decides: ages, magnitudes, speeds."""
    for kind in words.types.by_id.values():
        if kind.age and measured.age:
            return Kinded(kind, how="unit")
        named = (measured.unit, words.units.family(measured.unit))
        if kind.unit in named and kind.id in named and measured.dimension is kind.dimension and not kind.heads:
            return Kinded(kind, how="unit")
    return None


# --- counts --------------------------------------------------------------------------------------------------------------------


def _count(words: Words, measured: Measured, first: int, phrase: NounPhrase, front: Kinded, end: int) -> Kinded:
    if norm(words.tokens, first - 1) == "but" and norm(words.tokens, first - 2) == "all":
        return Kinded(None)  # all but eight died
    if measured.number.entry in words.grammar.sets["repeats"]:
        return Kinded(None, front_of(words, first, phrase).predicate)  # voted twice
    own = _by_head(words, measured.last, phrase)
    state = words.types.modifiers.get(norm(words.tokens, phrase.head_at)) if phrase.head_at is not None else None
    if own is not None and own.kind is not None and state is own.kind:  # not "captives"
        if phrase.part and (fared := _behind(words, measured, phrase, end)).fate:
            return fared  # six of the wounded were in critical condition
        return _graded(words, phrase) or own  # 20 wounded
    behind = _behind(words, measured, phrase, end)
    lead = lead_of(words, measured, first, phrase)
    person = phrase.head is not None and is_person(words, phrase.head)
    if own is not None and not (person or (own.kind is not None and own.kind.counts)):
        return replace(own, predicate=behind.predicate or front.predicate)
    amounts = phrase.head is None and lead is not None and lead.fate and amount_verb(words, first) is not None
    befell = next(
        (
            k
            for k in ((lead, front, behind) if amounts else (front, behind, lead))  # the dead rose to 64 and 30 were saved
            if k is not None and k.kind is not None and (k.kind.fate or k.kind in words.types.modifiers.values())
        ),
        None,
    )
    for found in (befell, own if person else None, behind, front, lead, own):
        if found is not None and found.kind is not None:
            return found if found is not own else replace(own, predicate=behind.predicate or front.predicate)
    other = possessed(words, first, phrase) or pair_of(words, measured, first, phrase)
    if other is not None:
        return replace(other, predicate=behind.predicate or front.predicate)
    if phrase.head is None and not is_apart(words, measured):
        stands = standing(words, first, Dimension.COUNT, lambda kind: told_apart(words, kind))
        if stands is not None:
            return stands
    relative = norm(words.tokens, max(phrase.last, measured.last) + 1) in words.grammar.relatives
    if relative and front.predicate is not None and front.predicate not in words.grammar.transparent:
        return Kinded(None, front.predicate)  # hired 40 clerks who had fled
    return Kinded(None, behind.predicate or front.predicate)


def _graded(words: Words, phrase: NounPhrase) -> Kinded | None:
    """The graver type that an adverb tells before a state: `nine seriously injured`."""
    if phrase.head_at is None or phrase.head_at == 0:
        return None
    told = words.types.verbs[Voice.PASSIVE].at_base(words.tokens, words.bases, phrase.head_at - 1)
    if told is None or told.last != phrase.head_at:
        return None
    return Kinded(told.value, cue=(told.first, told.last), how="head")


def _apart(words: Words, measured: Measured, first: int, phrase: NounPhrase, front: Kinded) -> Kinded:
    """What a verb in front and words behind tell together: `shot three relatives to death`; else `front` itself."""
    out = front.predicate is None and norm(words.tokens, first - 1) in ("out", "up")  # pulled out 40 people alive
    verb = words.grammar.verb(norm(words.tokens, first - 2)) if out else front.predicate
    behind = max(phrase.last, measured.last) + 1
    for at in (behind, behind - 1):  # the second: claimed two lives
        longest = words.types.apart.at(words.tokens, at)
        match = words.types.apart.at(words.tokens, at, lambda value: verb in value[1])
        if longest is not None:
            break
    if match is None or longest is None or match.last < longest.last:  # drove them out of business
        return front
    if match.first > phrase.last and not countable(words, match.value[0], phrase):
        return front
    if may_have_died(words, phrase, match.last):
        return front
    return Kinded(match.value[0], verb, (match.first, match.last), "behind")


def _by_head(words: Words, measured_last: int, phrase: NounPhrase) -> Kinded | None:
    for word in phrase.modifiers:  # six missing climbers, 12 wounded soldiers
        told = words.types.modifiers.get(word)
        if told is not None and countable(words, told, phrase):
            return Kinded(told, cue=(measured_last + 1, phrase.last), how="modifier")
    if phrase.head is None or phrase.head_at is None:
        return None
    twos = {f"{words.grammar.noun(phrase.modifiers[-1])} {phrase.head}"} if phrase.modifiers else set()
    twos |= {f"{phrase.whole} {phrase.head}"} if phrase.whole else set()  # an 18-member crew has as many crew members
    for nouns in (twos, {phrase.head}):  # suicide bombers are no aircraft
        for kind in words.types.by_id.values():
            named = kind.dimension is Dimension.COUNT and bool(nouns & kind.heads)
            named = named and (not kind.several or words.grammar.plural(norm(words.tokens, phrase.head_at)))
            if named and told_apart(words, kind) and (nouns is twos or beside(words, kind, phrase.head)):
                return Kinded(kind, cue=(phrase.head_at, phrase.head_at), how="head")
    return None


def _behind(words: Words, measured: Measured, phrase: NounPhrase, limit: int) -> Kinded:
    """The complement or verb behind the noun phrase: `were killed`, `dead`, `died`."""
    tokens = words.tokens
    at = max(phrase.last, measured.last) + 1
    of = at + (norm(tokens, at) == "of")
    if norm(tokens, of - 1) == "of" and phrase.head is None and norm(tokens, of) not in words.grammar.function:
        return Kinded(None)  # hundreds of damaged but silent men
    first = at
    end = min(limit, at + _REACH)
    be = False
    state: Kinded | None = None
    brought: Kinded | None = None
    while at < end:
        token = tokens[at]
        if at in words.starts and at > first and _passes(words, at):
            at = words.starts[at] + 1
            continue
        if token.text in (",", "(") or (token.norm == "and" and at <= first + 1):
            past = at if be else _past_list(words, at)
            at = past if past > at else _past_aside(words, at) if token.text != "and" else -1
            if at < 0:
                return state or brought or Kinded(None)
            continue
        closed = _past_dashes(words, at)
        if closed is not None:  # six monks – five Thais and a Swede – were arrested
            at = closed
            continue
        if token.text in CLAUSE_ENDS or (at in words.starts and at > first):
            return state or brought or Kinded(None)
        stated = _complement(words, at, phrase) if at - first <= _COMPLEMENT else None
        if stated is not None and (stated.kind is None or stated.kind.fate):
            return stated
        state = state or stated  # all 34 aboard were rescued
        told = None if brought else _told_by_verb(words, at, at - first, phrase, be=be)
        if told is not None and _of_another(words, measured, phrase, told[1]):
            return state or Kinded(None)
        if told is not None and phrase.part and not be and told[2]:
            state, at = state or told[0], told[1] + 1  # two of the nine people shot have died
            continue
        if told is not None and words.bases[told[1]] not in words.grammar.sets["bringing"]:
            return told[0]
        if told is not None:
            brought = Kinded(None, told[0].predicate) if _then_died(words, told[1]) else told[0]
        if token.norm in words.grammar.auxiliaries:
            be = True
        elif token.norm in words.grammar.sets["breaks"] or _opens_clause(words, at):
            return state or brought or Kinded(None)
        elif brought or (be and words.bases[at] in words.grammar.sets["putting"]):
            pass  # were flown to hospital with serious injuries
        elif be and words.bases[at] in words.grammar.sets["bringing"]:
            healed = to_hospital(words, at, lambda kind: countable(words, kind, phrase))
            brought = Kinded(None, words.bases[at]) if healed is None or _then_died(words, at) else healed
        elif acts(words, at) and not (words.bases[at] in words.grammar.transparent and (be or at - first <= 1)):
            return state or Kinded(None, words.bases[at])
        at += 1
    return state or brought or Kinded(None)


def _complement(words: Words, at: int, phrase: NounPhrase) -> Kinded | None:
    """What a complement at a token tells of what a phrase counts; no kind where it is one of two: `were dead or injured`."""
    found = words.types.complements.at(words.tokens, at)
    if found is None or not countable(words, found.value, phrase):
        return None
    if found.last + 1 in words.starts and words.bases[at] != words.tokens[at].norm:
        return None  # in a blast that wounded three
    either = found.value.fate and told_either(words, found.value, found.first, found.last)
    return Kinded(None if either else found.value, None, (found.first, found.last), "behind")


def kind_of_numbered(words: Words, measured: Measured, head: int, first: int) -> Kinded:
    """The kind of a figure that numbers things named before it: `the number of homes destroyed rose to 80`."""
    start = head
    while norm(words.tokens, start - 1) not in ("of", ""):
        start -= 1
    modifiers = tuple(t.norm for t in words.tokens[start:head])
    phrase = NounPhrase(head, words.grammar.noun(words.tokens[head].norm), head, modifiers)
    own = _by_head(words, start - 1, phrase)
    behind = _behind(words, replace(measured, last=head), phrase, first)
    return next((k for k in (behind if behind.fate else None, own, behind) if k is not None), behind)


def _told_by_verb(words: Words, at: int, apart: int, phrase: NounPhrase, *, be: bool) -> tuple[Kinded, int, bool] | None:
    """What a verb at a token, so many behind the noun phrase, tells of it, where the verb stands and whether it is a passive.

    `be`: behind an auxiliary.
    """
    for voice in (Voice.PASSIVE, Voice.OWN):
        verb = words.types.verbs[voice].at_base(words.tokens, words.bases, at, lambda kind: countable(words, kind, phrase))
        told_by = None if verb is None else _verb_of(words, verb.first, verb.last)
        if told_by is None and verb is not None and not apart and words.bases[at] in words.grammar.sets["headline_verbs"]:
            told_by = at  # 40,000 protest in Lund
        excepted = words.types.exceptions.at_base(words.tokens, words.bases, at)
        excepted = excepted or words.types.exceptions.before(words.tokens, at + 1)  # are expected to survive
        if verb is None or told_by is None or (excepted is not None and excepted.value is verb.value):
            continue
        if told_either(words, verb.value, verb.first, verb.last):
            return Kinded(None, words.bases[told_by]), told_by, False  # were killed or wounded
        form = words.tokens[told_by].norm
        if voice is Voice.PASSIVE and form.endswith("ing"):
            continue  # were there at the time of the shooting
        participle = not form.endswith("ing") and form != words.bases[told_by] and not _has_object(words, verb.last)
        if voice is Voice.OWN or be or (participle and apart <= 2):
            return Kinded(verb.value, words.bases[told_by], (verb.first, verb.last), "behind"), told_by, voice is Voice.PASSIVE
    return None


def _of_another(words: Words, measured: Measured, phrase: NounPhrase, verb: int) -> bool:
    """Whether a verb in the singular cannot tell of several: `a man in the crash that sent five people to a clinic has died`."""
    if measured.low <= 1 or phrase.head_at is None or norm(words.tokens, measured.first - 1) == "of":
        return False
    plural = words.grammar.plural(norm(words.tokens, phrase.head_at))
    at = verb - 1
    while norm(words.tokens, at) in words.grammar.adverbs or norm(words.tokens, at) == "been":
        at -= 1
    return plural and norm(words.tokens, at) in ("has", "was", "is")


def _then_died(words: Words, at: int) -> bool:
    """Whether those who were brought somewhere died there: `was taken to hospital, where she was pronounced dead`."""
    where = next((i for i in range(at + 1, min(len(words.tokens), at + _REACH)) if words.tokens[i].norm == "where"), None)
    return where is not None and any(words.bases[i] in ("die", "pronounce") for i in range(where, min(len(words.bases), where + 8)))


def _passes(words: Words, at: int) -> bool:
    """Whether a figure begins no other subject: `are among the more than 130 killed`, `40 people including 12 women`."""
    tokens, sets = words.tokens, words.grammar.sets
    if norm(tokens, at - 1) in ("in", "across") and words.tokens[at].kind is Kind.WORD:  # 12 people in three villages were hurt
        return True
    while norm(tokens, at - 1) in sets["before_figure"] and norm(tokens, at - 1) != "the":
        at -= 1
    return norm(tokens, at - 1) in ("the", *(sets["including"] - words.grammar.pronouns - words.grammar.relatives))


def _verb_of(words: Words, first: int, last: int) -> int | None:
    """The verb of a phrase: its first word, or the one behind its adverb ("fatally shot")."""
    return next((at for at in range(first, last + 1) if words.grammar.verb(words.tokens[at].norm) is not None), None)


def _has_object(words: Words, last: int) -> bool:
    """Whether what looks like a participle has an object and so is active: `six men abducted and threatened the cashier`."""
    at, grammar, tokens = last + 1, words.grammar, words.tokens
    while norm(tokens, at) in ("and", "or") and grammar.verb(norm(tokens, at + 1)) is not None:
        at += 2
    behind = norm(tokens, at)
    return behind in grammar.sets["objects"]


def _opens_clause(words: Words, at: int) -> bool:
    """Whether "that" stands behind a verb, so that another subject follows: `led her three aunts to think that it was lost`."""
    if words.tokens[at].norm != "that" or at == 0:
        return False
    told = words.bases[at - 1] in words.grammar.transparent or words.grammar.verb(words.tokens[at - 1].norm) is not None
    return told and not words.grammar.plural(words.tokens[at - 1].norm)


def _past_list(words: Words, at: int) -> int:
    """Behind the rest of a list of subjects that ends at its verb: `four civilians and a soldier were killed`; else `at` itself."""
    tokens, grammar = words.tokens, words.grammar
    end = at
    if norm(tokens, at + 1) in grammar.sets["breaks"] - {"and", "or"}:  # two were stable, but a third died
        return at
    while end < len(tokens) and end - at <= 18:
        token = tokens[end]
        # 104 survivors and 24 missing; rose to 31, and the number of injured to 90
        counted = end - 1 in words.starts.values() or norm(tokens, end - 1) == "of"
        if end > at and (token.norm in grammar.sets["list_ends"] or (words.types.complements.at(tokens, end) and not counted)):
            joined = any(t.norm in ("and", "&", "plus", "or") for t in tokens[at:end])
            return end if joined or tokens[end - 1].text == "," or at + 1 not in words.starts else at
        bound = token.norm == "at" and norm(tokens, end + 1) in ("least", "most")  # 30 hostages and at least 11 guards were
        if token.text == "," and end > at and norm(tokens, past := _past_aside(words, end)) in grammar.sets["list_ends"]:
            return past  # nine miners and four rescuers, among them two brothers, were
        if token.norm == "that" and norm(tokens, end - 1) == "and":
            return at  # killed 10 patients, and that 37 were hurt
        if (
            token.norm in grammar.conjunctions - _LISTING
            or token.text in (";", ".", "(", ")")
            or (token.kind is Kind.WORD and token.norm in grammar.prepositions and token.norm != "of" and not bound)
        ):
            return at
        if (
            end > at + 1
            and grammar.plural(norm(tokens, end - 1))
            and words.types.verbs[Voice.OWN].at_base(tokens, words.bases, end)
        ):
            return end  # 23 captives and 32 militants perished
        if (
            token.kind is Kind.WORD
            and token.norm not in grammar.function
            and grammar.verb(token.norm)
            and not grammar.plural(token.norm)
            and end not in words.starts
        ):
            before = tokens[end - 1].norm
            if before not in grammar.determiners and end - 1 not in words.starts.values():
                return at
        end += 1
    return at


def _past_dashes(words: Words, at: int) -> int | None:
    """Behind a remark between two dashes; None where none opens at this token."""
    tokens = words.tokens
    if tokens[at].text not in _DASHES or not tokens[at].space:
        return None
    closing = next(
        (i for i in range(at + 1, min(len(tokens), at + _ASIDE)) if tokens[i].text == tokens[at].text and tokens[i].space), None
    )
    return None if closing is None else closing + 1


def _past_aside(words: Words, at: int) -> int:
    """Behind a remark between commas or brackets ("17 people, six of them children, were killed"); -1 where the clause ends."""
    tokens = words.tokens
    closing = ")" if tokens[at].text == "(" else ","
    opens = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    known = closing == ")" or opens in words.grammar.sets["asides"] or at + 1 in words.starts
    for end in range(at + 1, min(len(tokens), at + 14)):
        if tokens[end].text == closing:
            following = tokens[end + 1].norm if end + 1 < len(tokens) else ""
            return end + 1 if known or following in words.grammar.auxiliaries else -1
        if tokens[end].text in (";", "."):
            return -1
    return -1
