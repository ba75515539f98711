"""The noun phrase of a speaker, in front of a verb of saying or behind it."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.extract.look import tied, written
from claimcheck.extract.speech.line import Line
from claimcheck.text.tokens import Kind

LONGEST = 16
"""Tokens of the longest speaker; a hostile sentence of nothing but names must not cost more."""
_ASIDE = 24
"""Tokens of the longest remark between a speaker and the verb."""
QUOTES = frozenset(['"', "“", "”"])
PRONOUNS = frozenset(["he", "she", "it", "they"])
_SUBJECTS = PRONOUNS | {"i", "we"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """A noun phrase that speaks: token indexes, the last included."""

    first: int
    last: int
    text: str
    pronoun: bool = False


def speaker(line: Line, first: int, end: int, anybody: bool) -> Speaker | None:
    """The tokens `first` to before `end` as a speaker; None where they are none. `anybody`: the verb takes no other subjects."""
    span = [t for t in line.tokens[first:end] if t.kind is Kind.WORD]
    if not span:
        return None
    if span[0].text.lower().replace("’", "'") in line.words.contracted:  # it's believed
        return None
    closed = line.grammar.pronouns | line.grammar.relatives
    if len(span) == 1 and span[0].norm in closed:
        known = span[0].norm in PRONOUNS
        return Speaker(first, end - 1, span[0].text, pronoun=True) if known else None
    if span[-1].norm in PRONOUNS and line.tokens[end - 1].norm in PRONOUNS:  # on the day he said it
        return Speaker(end - 1, end - 1, span[-1].text, pronoun=True)
    if span[0].norm in _SUBJECTS or span[0].norm == "whose":  # said he tries to; Roe, whose father Max wrote
        return None
    gerund = span[0].norm.endswith("ing") and line.grammar.verb(span[0].norm) is not None and len(span) > 1
    if gerund and span[1].norm in line.grammar.determiners:  # Mocking the king Roe says
        return None
    if line.norm(head_of(line, first, end)) in line.words.mute:  # said the night seemed endless
        return None
    if _opens_with_deed(line, first) or _one_in(line, first):
        return None
    capitals = (t for at, t in enumerate(line.tokens[first:end], first) if t.capital and at not in line.dated)
    named = any(t.kind is Kind.WORD and t.norm not in line.grammar.function for t in capitals)
    if not (anybody or named or any(t.norm in line.words.nouns for t in span)):
        return None
    if not named and all(
        t.norm not in line.words.nouns and (t.norm in line.grammar.function or line.grammar.verb(t.norm)) for t in span
    ):
        return None
    if line.tokens[end - 1].kind is Kind.NUMBER and any(t.norm.endswith("s") and t.text.islower() for t in span):
        return None  # Roe faces 21 charges, it is alleged; but Channel 4
    return Speaker(first, end - 1, _bare(written(line.tokens, first, end - 1)))


def _opens_with_deed(line: Line, first: int) -> bool:
    """Whether words that look like a speaker begin with what somebody did: `focused on`, `appeared in court`."""
    deed = line.finite(first) and line.norm(first) not in line.grammar.auxiliaries
    deed = deed or (line.lower(first) and line.norm(first).endswith("ed") and line.norm(first) not in line.words.nouns)
    return deed and line.norm(first + 1) in line.grammar.prepositions


def _one_in(line: Line, first: int) -> bool:
    """Whether a share of those asked begins here, which is no speaker: `9 in 10 voters said`."""
    if first + 2 >= len(line.tokens) or line.norm(first + 1) not in ("in", "of"):
        return False
    return line.tokens[first].kind is line.tokens[first + 2].kind is Kind.NUMBER


def head_of(line: Line, first: int, end: int) -> int:
    """The last word before what a preposition or a maker adds to a noun phrase: `the burden of the case`, `a photo provided by`."""
    for at in range(first + 1, end):
        if line.norm(at) in line.grammar.prepositions:
            return at - 2 if at - 2 >= first and line.norm(at - 1) in line.words.made and line.lower(at - 1) else at - 1
    return end - 1


def _bare(text: str) -> str:
    text = text.strip(' ,“”"–—')
    return text[:-2] if text.endswith(("'s", "’s")) else text


def in_front(line: Line, verb: int, anybody: bool) -> Speaker | None:
    """The speaker in front of its verb: `the ministry said`, `Jane Roe, the mayor, said`, `Jane Roe, who said`."""
    end = _before_adverbials(line, verb)
    if end == 0 or (end < verb and line.norm(end - 1) == "to"):  # seem to have thought
        return None
    relative = _relative(line, end)
    if relative is not None and _own_subject(line, relative + 1, end):
        return speaker(line, relative + 1, end, anybody)
    if relative is not None:  # the suspect, who will face heavy charges
        aside = relative > 0 and line.tokens[relative - 1].text == "," and relative + 1 < end
        return None if aside else _antecedent(line, relative, anybody)
    for _ in range(2):
        if not (line.tokens[end - 1].text in (",", ")", ">", "—", "–", "--") and line.mark(end - 1)):
            break
        opening = _opening(line, end - 1)
        if opening is None:
            return None
        end = opening
        if line.tokens[end - 1].kind is Kind.NUMBER and end > 2 and line.tokens[end - 2].text == ",":
            end -= 2  # Jane Roe, 41, the mayor
    if end == 0 or line.mark(end - 1):
        return None
    first = _start(line, end)
    if first is None or line.norm(end - 1) in line.grammar.conjunctions:
        return None
    if line.norm(first - 1) == "that" and line.finite(first):  # a report that dealt with bats said
        return _antecedent(line, first - 1, anybody)
    end = next((m.first for m in line.words.setting.all(line.tokens, first, end)), end)
    while end > first and line.norm(end - 1) in line.grammar.prepositions:
        end -= 1
    first = _past_listener(line, first, end)
    return speaker(line, first, end, anybody) if first < end else None


def _past_listener(line: Line, first: int, end: int) -> int:
    """Where a speaker begins behind whom another tells of it: `told the court Roe said`."""
    if line.base(first - 1) in line.words.listens and line.norm(first) in line.grammar.determiners and line.lower(first + 1):
        return next((at for at in range(first + 2, end) if line.tokens[at].capital), first)
    return first


def _relative(line: Line, end: int) -> int | None:
    """The `who` or `which` whose clause ends before token `end`."""
    for at in range(end - 1, max(end - LONGEST, 0), -1):
        if line.mark(at) or line.norm(at) in line.grammar.sets["clause_words"]:  # a poll, which was done before Roe said
            return None
        if line.norm(at) in ("who", "which"):
            return at
    return None


def _own_subject(line: Line, first: int, end: int) -> bool:
    """Whether a relative clause has a subject of its own in front of its verb: `which the agency said employs 40 people`."""
    if first >= end or any(line.finite(at) for at in range(first, end)):
        return False
    named = line.norm(first) in line.grammar.determiners or line.tokens[first].capital or line.norm(first) in PRONOUNS
    several = line.grammar.plural(line.norm(end - 1))
    return named or (several and (end == first + 1 or line.norm(end - 1) in line.words.nouns))


def _before_adverbials(line: Line, verb: int) -> int:
    """Behind the subject: adverbs, auxiliaries and days between it and the verb are passed over."""
    end = verb
    while end > 0 and (
        line.adverbial(end - 1)
        or line.norm(end - 1) in line.grammar.auxiliaries
        or (line.norm(end - 1) == "first" and end == verb and line.norm(end - 2) not in line.grammar.determiners)
    ):
        end -= 1
    if end < verb and end in line.dated and line.norm(end - 1) in ("on", "in", "late", "early"):
        end -= 1
    return end


def _opening(line: Line, closing: int) -> int | None:
    """Where the remark that a mark closes opens, as the token of its opening mark; None where it does not."""
    pair = {")": "(", ">": "<"}.get(line.tokens[closing].text, line.tokens[closing].text)
    for at in range(closing - 1, max(closing - _ASIDE, 0), -1):
        if line.tokens[at].text == pair:
            return at
        if line.tokens[at].text in QUOTES or line.tokens[at].text in (";", ":"):
            return None
    return None


def _antecedent(line: Line, relative: int, anybody: bool) -> Speaker | None:
    end = relative - 1 if relative and line.tokens[relative - 1].text == "," else relative
    first = _start(line, end)
    return speaker(line, first, end, anybody) if first is not None and first < end else None


def _start(line: Line, end: int) -> int | None:
    """Where the noun phrase that ends before token `end` begins; None where there is none."""
    at = end
    while at > 0 and end - at < LONGEST:
        before = at - 1
        opening = listed_name(line, at, end) if line.tokens[before].text == "," else None
        if opening is not None:
            at = opening
            continue
        if line.mark(before) or (before in line.dated and line.norm(before - 1) not in line.grammar.determiners):
            break
        word = line.norm(before)
        if line.lower(before) or word in line.grammar.conjunctions:
            this_one = word == "that" and line.norm(before - 1) in line.grammar.prepositions  # familiar with that issue
            joins = word in line.words.ends or (word in line.grammar.relatives and word != "whose")
            auxiliary = word in line.grammar.auxiliaries and not tied(line.tokens, before - 1)  # the well-being survey
            if auxiliary or (joins and not this_one):
                break
            if word in line.grammar.conjunctions and (word not in ("and", "or") or _clause_ends(line, before)):
                break
            if _parts(line, before):
                break
        if _afresh(line, at, before, end) or (word == "to" and line.norm(before - 1) == "according"):
            break
        at -= 1
    if line.norm(at - 1) in line.grammar.auxiliaries or (line.norm(at - 1) in line.grammar.relatives and _acts(line, at, end)):
        return None  # will never see an end that Roe
    return _trimmed(line, at, end)


def listed_name(line: Line, at: int, end: int) -> int | None:
    """Where the name goes on in front whose last two parts stand before `end`: `the Ministry for Mines, Ports and Fish`."""
    joint = next((i for i in range(at, end) if line.norm(i) == "and"), end)
    if joint in (at, end) or not all(line.tokens[i].capital for i in range(at, end) if i != joint):
        return None
    front = at - 1
    while front > 0 and (line.tokens[front].text == "," or line.tokens[front].capital) and at - front < LONGEST:
        front -= 1
    if line.norm(front) == "as" and line.norm(front - 1) == "such":
        return front - 1  # firms such as Ames, Roe and Poe
    opens = line.norm(front) in ("for", "of", "in") and front > 0 and line.tokens[front - 1].kind is Kind.WORD
    return front if opens else None


def _parts(line: Line, at: int) -> bool:
    """Whether a lower-case word is a verb, behind which another noun phrase begins."""
    word = line.norm(at)
    saying = line.base(at) in line.words.verbs
    if saying and line.finite(at) and word not in line.words.made:
        return True
    behind = line.norm(at + 1)
    noun = line.norm(at - 1) in line.grammar.determiners or line.norm(at - 1) == "to" or line.tokens[at - 1].possessive
    if line.base(at) in line.words.spoken and word in (line.base(at), f"{line.base(at)}s") and not noun:
        return True  # officials say a man told
    follows = behind in line.grammar.determiners or (at + 1 < len(line.tokens) and line.tokens[at + 1].kind is Kind.NUMBER)
    if saying and word.endswith("s") and follows and not noun:  # the site reports the judge said
        return True
    named = at + 1 < len(line.tokens) and line.tokens[at + 1].capital
    opens = (at == 0 or line.mark(at - 1)) and word.endswith("ing") and line.grammar.verb(word) is not None
    acting = line.finite(at) or (opens and word not in line.words.acting)  # ..., heartening farmers who
    return acting and word not in line.words.made and (follows or named) and not noun


def _afresh(line: Line, at: int, before: int, end: int) -> bool:
    """Whether an article behind a noun begins a phrase of its own: `an operation the president said`."""
    if at >= end or not line.lower(at) or line.norm(at) not in line.words.articles:
        return False
    noun = line.tokens[before].kind is Kind.WORD and line.norm(before) not in line.grammar.function
    named = line.grammar.verb(line.norm(before)) is None or line.norm(before - 1) in line.grammar.determiners
    return noun and named and not line.adverbial(before)


def _acts(line: Line, first: int, end: int) -> bool:
    """Whether a stretch begins with the base form of a verb, adverbs in front apart."""
    at = first
    while at < end and line.adverbial(at):
        at += 1
    return (
        at < end and line.lower(at) and line.grammar.verb(line.norm(at)) == line.norm(at) and line.norm(at) not in line.words.nouns
    )


def _clause_ends(line: Line, joint: int) -> bool:
    """Whether `and` joins two clauses rather than two nouns: a verb stands before it."""
    for at in range(joint - 1, max(joint - LONGEST, -1), -1):
        if line.mark(at):
            return False
        if line.finite(at) and line.norm(at) not in line.words.made:
            return True
    return False


def _trimmed(line: Line, first: int, end: int) -> int | None:
    """The same without conjunctions, adverbs and a phrase of place or time in front: `In Caracas the government`."""
    while first < end and (
        line.norm(first) in line.grammar.conjunctions
        or line.norm(first) in line.words.ends
        or line.adverbial(first)
        or (first == 0 and line.norm(0) in line.words.openers)  # Then investigators said
    ):
        first += 1
    if first < end and line.norm(first) in ("a", "an"):  # a union Ames News reported on
        body = next((i for i in range(first, end - 1) if line.norm(i) in line.words.bodies and line.lower(i)), end)
        if body + 1 < end and line.tokens[body + 1].capital:
            return body + 1
    if first < end and line.norm(first) in line.grammar.prepositions and line.norm(first) not in ("no", "some"):
        for at in range(first + 1, end):
            if line.norm(at) in line.grammar.determiners and line.norm(at - 1) not in line.grammar.prepositions:
                return at
        if line.norm(first) == "with" and first + 1 < end:
            return first + 1  # with officials saying
        if line.norm(first) == "by" and line.norm(first + 1) in line.grammar.determiners and line.norm(end - 1) in line.words.nouns:
            return first + 1  # by the same team, which found
        last = end - 1
        if line.norm(last) not in line.words.nouns or line.norm(last - 1) in line.grammar.prepositions:
            return None
        if line.tokens[last].capital:  # of the Ely Police Department
            while last - 1 > first and line.tokens[last - 1].capital:
                last -= 1
        return last
    return first


def behind(line: Line, start: int, anybody: bool) -> Speaker | None:
    """The speaker that begins at `start`: `said Jane Roe`, `according to officials in Gaza`."""
    at = start
    while at < min(len(line.tokens), start + LONGEST) and not _stops(line, start, at):
        at += 1
    at = max(at, _listed_behind(line, start, at))
    while at > start and (
        line.norm(at - 1) in line.grammar.prepositions
        or line.norm(at - 1) in ("and", "the", "well")
        or line.adverbial(at - 1)
        or (line.norm(at - 1) in line.words.made and line.finite(at - 1))
    ):
        at -= 1
    return speaker(line, start, at, anybody) if at > start else None


def _listed_behind(line: Line, start: int, at: int) -> int:
    """Where a name ends that goes on behind a comma: `the UN Food, Farm and Forest Organisation`; 0 where none does."""
    if not start < at < len(line.tokens) or line.tokens[at].text != "," or not line.tokens[at - 1].capital:
        return 0
    end = at + 1
    while end < len(line.tokens) and (line.tokens[end].capital or line.norm(end) == "and"):
        end += 1
    joints = [i for i in range(at + 1, end) if line.norm(i) == "and"]
    whole = len(joints) == 1 and at + 1 < joints[0] < end - 1 and line.norm(end - 1) in line.words.bodies
    return end if whole else 0


def _stops(line: Line, start: int, at: int) -> bool:
    token, word = line.tokens[at], line.norm(at)
    if token.kind is Kind.NUMBER and at > start and line.tokens[at - 1].capital:  # according to Channel 7
        return at in line.dated or not (at + 1 == len(line.tokens) or line.mark(at + 1))
    if line.mark(at) or at in line.dated or (token.kind is Kind.NUMBER and at > start):
        return True
    if at > start and word in line.words.groups and line.finite(at + 1) and line.grammar.plural(line.norm(at - 1)):
        return line.lower(at - 1) and line.norm(at + 1) not in line.words.made  # receipts police found
    if token.kind is not Kind.WORD or (at > start and tied(line.tokens, at - 1)):  # his sister-in-law
        return False
    if word in line.grammar.prepositions:
        return at == start or not _goes_on(line, at)
    if at > start and _afresh(line, at, at - 1, at + 1):  # by the firm's own figures the amount will fall
        return True
    if word in line.grammar.relatives or word in line.grammar.auxiliaries or word in line.grammar.sets["subordinators"]:
        return True
    if word == "and":
        return not (line.tokens[at + 1].capital or line.norm(at + 1) in line.words.nouns) if at + 1 < len(line.tokens) else True
    if at > start and word.endswith("ing") and line.base(at) in line.words.verbs and at + 1 < len(line.tokens):
        return True  # citing wardens saying there were
    made = word in line.words.made and not line.adverbial(at - 1)
    return at > start and line.finite(at) and not made and line.norm(at - 1) not in line.grammar.determiners


def _goes_on(line: Line, at: int) -> bool:
    """Whether a preposition leads on inside a speaker: `officials in Gaza`, `figures released by the agency`, but not `in 2019`."""
    following = at + 1
    while line.norm(following) in line.grammar.determiners:
        following += 1
    if following >= len(line.tokens) or line.tokens[following].kind is not Kind.WORD or following in line.dated:
        return False
    return line.tokens[following].capital if line.norm(at) in line.words.times else True
