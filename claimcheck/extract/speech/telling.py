"""Each place where a sentence tells who speaks: a phrase such as "according to", or a verb of saying with its speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.extract.look import tied
from claimcheck.extract.speech.line import Line
from claimcheck.extract.speech.speakers import QUOTES, Speaker, behind, head_of, in_front, speaker
from claimcheck.text.tokens import Kind


@dataclass(frozen=True, slots=True)
class Mark:
    """A place where a sentence tells who speaks. Token indexes, the last included."""

    first: int
    last: int
    """The speaker with the verb or the phrase."""
    who: Speaker
    verb: str
    content: int | None = None
    """Where what it tells begins, behind it; None where it tells what stands in front."""
    both: bool = False
    """Whether it may stand between two parts of what it tells."""
    cites: bool = False
    """Whether it names whom another speaker has it from."""
    inner: bool = False
    """Whether it may itself be a part of what another tells: `he said that officials had reported 12`."""


def marks_of(line: Line) -> list[Mark]:
    """Every such place in a sentence, in order."""
    idle = _idle(line)
    marks = [mark for mark in (*_phrases(line), *_label(line)) if mark.first not in idle]
    taken = {i for mark in marks for i in range(mark.first, mark.last + 1)}
    for at, token in enumerate(line.tokens):
        if token.kind is not Kind.WORD or at in taken or at in idle or tied(line.tokens, at - 1):
            continue
        if line.base(at) in line.words.verbs:
            mark = _verb(line, at, marks)
            if mark is not None:
                marks.append(mark)
    return sorted(marks, key=lambda m: (m.first, m.last))


def _idle(line: Line) -> frozenset[int]:
    """Where phrases begin that look like telling and are not: `insisted on a tunnel`, but not `insisted on Monday that`."""
    found = line.words.idle.all(line.tokens)
    return frozenset(match.first for match in found if match.last + 1 not in line.dated)


def _phrases(line: Line) -> Iterator[Mark]:
    for match in line.words.anywhere.all(line.tokens):
        yield from _phrase(line, match.first, behind(line, match.last + 1, anybody=True))
    for match in line.words.opening.all(line.tokens):
        if match.first == 0 or line.mark(match.first - 1):
            yield from _phrase(line, match.first, behind(line, match.last + 1, anybody=False))
    for match in line.words.citing.all(line.tokens):
        who = behind(line, match.last + 1, anybody=False)
        if who is not None and _may_be_cited(line, who):
            yield Mark(match.first, who.last, who, line.tokens[match.first].text, cites=True)
    for at, token in enumerate(line.tokens):
        if token.norm == "by" and not line.mark(at):
            yield from _by_count(line, at)


def _may_be_cited(line: Line, who: Speaker) -> bool:
    """Whether a phrase names a speaker before what a preposition adds to it: not `citing the cost of the Ames Bridge`."""
    head = head_of(line, who.first, who.last + 1)
    return who.pronoun or any(line.tokens[at].capital or line.norm(at) in line.words.nouns for at in range(who.first, head + 1))


def _phrase(line: Line, first: int, who: Speaker | None) -> Iterator[Mark]:
    if who is None:
        return
    opens = (
        first == 0
        or line.tokens[first - 1].text in (";", "—", "–", "--", *QUOTES)
        or line.norm(first - 1) in ("and", "but", "while", "that")
    )
    comma = who.last + 1 < len(line.tokens) and line.tokens[who.last + 1].text == ","
    content = who.last + 2 if opens and comma else who.last + 1 if opens else None
    yield Mark(first, who.last, who, line.tokens[first].text.lower(), content, both=not opens)


def _by_count(line: Line, by: int) -> Iterator[Mark]:
    """`by the clerk's reckoning`, `by his own count`."""
    for at in range(by + 1, min(by + 8, len(line.tokens))):
        if line.mark(at):
            return
        after = at + 2 if line.norm(at + 1) == "own" else at + 1
        if line.norm(after) in line.words.counts and line.tokens[at].possessive:
            who = speaker(line, by + 1, at + 1, anybody=True)
            if who is not None:
                yield from _phrase(line, by, Speaker(who.first, after, who.text))
            return


def _label(line: Line) -> Iterator[Mark]:
    """`Sheriff: Six killed at a campsite`; but not `The crash killed six people: three men`."""
    at = next((i for i, t in enumerate(line.tokens[:6]) if t.text == ":"), 0)
    told = any(t.kind is Kind.NUMBER or line.grammar.verb(t.norm) not in (None, t.norm) for t in line.tokens[1:at])
    papers = line.norm(at - 1) in line.words.papers  # Historical Data: polls will
    if (
        at
        and not told
        and not papers
        and at + 1 < len(line.tokens)
        and line.tokens[at + 1].space
        and line.norm(at - 1) in line.words.nouns
    ):
        who = speaker(line, 0, at, anybody=False)
        if who is not None:
            yield Mark(0, at, who, ":", at + 1)


def _verb(line: Line, at: int, marks: Sequence[Mark]) -> Mark | None:
    word, base = line.norm(at), line.base(at)
    if line.tokens[at].capital and at > 0 and line.tokens[at - 1].text not in QUOTES:
        return None  # United States
    anybody = base in line.words.spoken
    if word.endswith("ing"):
        return _participle(line, at, marks)
    if _past(line, at) and line.norm(at + 1) == "by":
        return _passive(line, at)
    if _past(line, at) and line.norm(at - 1).endswith("ing") and line.grammar.verb(line.norm(at - 1)) is not None:
        return None  # began bombing alleged smugglers
    if _describes(line, at) or _found_so(line, at):
        return None
    if _is_noun(line, at) or _has_be(line, at) or (base == "say" and line.norm(at + 1) in line.grammar.sets["greetings"]):
        return None
    content = _content(line, at)
    inverted = _inverted(line, at, anybody)
    if inverted is not None:
        return inverted
    who = in_front(line, at, anybody)
    if who is None or not _agrees(line, at, who):
        return None
    more = line.norm(who.first - 1) == "than" and line.tokens[who.first].kind is not Kind.NUMBER
    if more or line.norm(who.first - 2) == "such":  # more than the lords agreed to; such as Roe
        return None
    if base in line.words.listens and any(line.norm(i) == "must" and not line.mark(i) for i in range(max(0, at - 2), at)):
        return None  # they must also tell the clerk
    if base in line.words.clausal and line.norm(at + 1) in ("if", "whether"):  # jurors will determine if
        return None
    front = line.tokens[who.first - 1].text if who.first else ""
    apart = front in (",", "—", "–", "--", *QUOTES) or line.norm(who.first - 1) == "as"
    if content is None and apart:
        if base in line.words.clausal and _has_object(line, at + 1):
            return None  # two cousins, a friend and a boy deny arson
        return Mark(who.first, _adverbials_end(line, at), who, line.tokens[at].text, None, both=True, inner=front == ",")
    if content is None and anybody:
        content = at + 1
    if not _tells(line, at, content):
        return None
    return Mark(who.first, at, who, line.tokens[at].text, content if content is not None else len(line.tokens), inner=True)


def _has_object(line: Line, at: int) -> bool:
    """Whether a noun stands right behind a verb."""
    word = at < len(line.tokens) and line.tokens[at].kind is Kind.WORD and not line.adverbial(at)
    return word and line.norm(at) not in line.grammar.function


def _past(line: Line, at: int) -> bool:
    return line.norm(at) != line.base(at) and not line.norm(at).endswith(("s", "ing"))


def _has_be(line: Line, at: int) -> bool:
    """Whether a verb is passive: `was reported`, `people are said to`."""
    back = next((i for i in (at - 1, at - 2) if i >= 0 and not line.adverbial(i)), at)
    return _past(line, at) and line.grammar.verb(line.norm(back)) in ("be", "get")


def _describes(line: Line, at: int) -> bool:
    """Whether a past form is an adjective or a passive: `with alleged rebels`, `313 alleged rebels`, `90 reported to be`."""
    if not _past(line, at):
        return False
    before, behind_it = line.norm(at - 1), line.norm(at + 1)
    figure = at > 0 and (line.tokens[at - 1].kind is Kind.NUMBER or before in line.words.scales) and at - 1 not in line.dated
    deed = line.finite(at - 1) and before not in line.grammar.auxiliaries  # exposed alleged fraud
    if (before in line.grammar.prepositions or figure or deed) and behind_it.isalpha() and behind_it not in line.grammar.function:
        return True
    return (
        line.base(at) in line.words.stated | line.words.held
        and behind_it == "to"
        and line.grammar.verb(line.norm(at + 2)) in ("be", "have")
    )


def _found_so(line: Line, at: int) -> bool:
    """Whether a verb goes on with the state or the deed of what it names: `found stabbed`, `continued to pound`."""
    state = line.finite(at + 1) and line.norm(at + 1) not in line.grammar.auxiliaries
    state = state or line.norm(at + 1) in line.grammar.sets["states"]
    return (line.base(at) == "find" and state) or (line.base(at) == "continue" and line.norm(at + 1) == "to")


def _is_noun(line: Line, at: int) -> bool:
    """Whether a form of a verb of telling is a noun or an adjective here: `a report`, `claims of`, `the reported toll`."""
    before, after = line.norm(at - 1), line.norm(at + 1)
    if before in line.grammar.determiners or before == "to":
        return True
    if at and line.tokens[at - 1].possessive and line.norm(at).endswith("s"):  # the army's claims
        return True
    if line.norm(at).endswith("s"):
        behind = before in line.grammar.prepositions  # amid reports that
        return behind or after in line.words.noun_before or line.finite(at + 1)
    return after == "of" and not _past(line, at)


def _agrees(line: Line, at: int, who: Speaker) -> bool:
    """Whether a subject has the number that its verb asks for: `officials say`, `the ministry says`."""
    word, base = line.norm(at), line.base(at)
    if base == "put" or not (word == base or word.endswith("s")):
        return True
    if who.pronoun:
        return (line.norm(who.first) == "they") == (word == base)
    return _plural(line, who) == (word == base) or line.norm(who.last) in line.grammar.sets["plural_alone"]


def _plural(line: Line, who: Speaker) -> bool:
    head = who.last
    for at in range(who.first + 1, who.last + 1):
        if line.norm(at) == "and" or (line.norm(at) == "as" and line.norm(at - 1) == "such"):
            return True
        if line.norm(at) in line.grammar.prepositions or line.norm(at) in line.words.made:
            head = at - 1
            break
    if line.norm(head) in line.words.groups:
        return True
    return line.grammar.plural(line.norm(head)) and not line.tokens[head].capital and not line.tokens[head].possessive


def _tells(line: Line, at: int, content: int | None) -> bool:
    """Whether a verb with its subject in front tells what stands behind it."""
    base = line.base(at)
    if base == "put" or (base == "give" and line.norm(at) != "given"):
        return any(line.norm(i) in line.words.put for i in range(at + 1, at + 5))
    if base in line.words.clausal:
        relative = line.norm(at - 1) in line.grammar.relatives  # senators who hold 52 seats
        return content is not None and (
            line.norm(content - 1) == "that"
            or line.tokens[content - 1].text in (":", *QUOTES)
            or (_clause(line, content) and not relative)
        )
    return content is not None or base in line.words.stated


def _clause(line: Line, first: int) -> bool:
    """Whether a clause with a verb of its own begins here: not `added 12 jobs`."""
    at = first
    while at < len(line.tokens) and not line.mark(at):
        if line.finite(at) and (
            line.norm(at) in line.grammar.auxiliaries
            or line.norm(at + 1) not in ("by", "in", "at", "on", "near", "under", "to", "from", "with", "for")
        ):
            return at > first
        at += 1
    return False


def _content(line: Line, verb: int) -> int | None:
    """Where what a verb tells begins behind it: past the listener and words of time and place; None where nothing does."""
    at = verb + 1
    if line.base(verb) in line.words.listens:
        listener = behind(line, at, anybody=True)
        at = listener.last + 1 if listener else at + (line.norm(at) in line.grammar.pronouns)
    while at < len(line.tokens):
        if line.adverbial(at):
            at += 1
        elif (
            line.norm(at) in line.grammar.prepositions
            and at + 1 < len(line.tokens)
            and (at + 1 in line.dated or line.tokens[at + 1].kind is Kind.WORD)
        ):
            inside = behind(line, at + 1, anybody=True)
            if at + 1 in line.dated:
                at += 1
            elif inside is None or line.norm(at + 1) in ("least", "most"):
                break
            else:
                at = inside.last + 1
        else:
            break
    if at >= len(line.tokens):
        return None
    if line.norm(at) == "that" or line.tokens[at].text in (":", *QUOTES):
        return at + 1
    if line.tokens[at].text == "," and at + 1 < len(line.tokens) and line.tokens[at + 1].text in QUOTES:
        return at + 2
    if line.mark(at):
        return None
    end = at
    while end < len(line.tokens) and not line.mark(end):
        if line.finite(end) or line.tokens[end].kind is Kind.NUMBER:
            return at
        end += 1
    return at if line.base(verb) in line.words.stated | line.words.spoken else None


def _adverbials_end(line: Line, verb: int) -> int:
    """The last of the days and adverbs right behind a verb, which belong to the saying."""
    at = verb
    while at + 1 < len(line.tokens) and (line.adverbial(at + 1) or (line.norm(at + 1) in ("on", "in") and at + 2 in line.dated)):
        at += 1
    return at


def _inverted(line: Line, at: int, anybody: bool) -> Mark | None:
    """`..., said Jane Roe, the mayor`."""
    before = line.tokens[at - 1].text if at else ""
    if line.base(at) in line.words.listens:
        return None
    if before not in (",", "—", "–", "--", *QUOTES) and at:
        return None
    if at == 0 and not anybody:  # Records list Ann Roe as the owner
        return None
    who = behind(line, at + 1, anybody)
    if who is None or (who.pronoun and before == ""):
        return None
    if before == "," and _after_aside(line, at):
        return None
    if line.norm(who.last + 1) == "that":  # ..., concluded an inquiry that cost
        return None
    if line.norm(who.last + 1) in line.words.articles:  # said one reason her firm grows is that
        return None
    if line.finite(who.last + 1) or line.norm(at + 1) == "that" or line.tokens[at + 1].kind is Kind.NUMBER:
        return None
    if at == 0:
        return Mark(at, who.last, who, line.tokens[at].text, who.last + 1)
    return Mark(at, who.last, who, line.tokens[at].text, None, both=True, inner=before == ",")


def _after_aside(line: Line, at: int) -> bool:
    """Whether a comma before a verb closes a remark on the subject: `the council, which met, says`."""
    front = in_front(line, at, anybody=False)
    if front is None or front.pronoun or front.last + 2 >= at or (front.first and not line.mark(front.first - 1)):
        return False
    opening = line.norm(front.last + 2)
    return (
        opening in line.grammar.relatives
        or opening in line.grammar.determiners
        or (front.first == 0 and line.finite(front.last + 2))
        or line.tokens[front.last + 2].kind is Kind.NUMBER
    )


def _passive(line: Line, at: int) -> Mark | None:
    """`was told by prosecutors that`, `12 deaths were reported by the ministry`."""
    if line.base(at) not in line.words.spoken | line.words.stated | line.words.passive or line.base(at) == "explain":
        return None  # a rise of 4% is explained by the weather
    if line.norm(at - 1) == "be" and line.norm(at - 2) == "to":
        return None  # six judges to be confirmed by the house
    if line.base(at) == "give" and line.norm(at - 1) not in line.words.put | line.words.papers:
        return None  # the impression given by the papers
    who = behind(line, at + 2, anybody=False)
    if who is None:
        return None
    behind_it = who.last + 1
    clause = line.norm(behind_it) == "that" or (
        behind_it < len(line.tokens) and not line.mark(behind_it) and _clause(line, behind_it)
    )
    if line.norm(at - 1) == "being" and not clause:
        return None  # he was sworn in after being confirmed by the house
    return Mark(at, who.last, who, line.tokens[at].text, behind_it if clause else None)


def _participle(line: Line, at: int, marks: Sequence[Mark]) -> Mark | None:
    """`..., saying 12 had died`: said by who said what stands before, or by the subject of the sentence."""
    content = _content(line, at)
    if content is None or line.norm(at - 1) in line.grammar.determiners:
        return None
    subject = _subject(line)
    if subject is not None and subject.first <= at <= subject.last:  # Warning sirens sounded
        return None
    if at and line.tokens[at - 1].text != ",":
        who = in_front(line, at, anybody=False)
        with_it = who is not None and line.norm(who.first - 1) == "with"
        return Mark(who.first, at, who, line.tokens[at].text, content) if who is not None and with_it else None
    earlier = [m for m in marks if m.last < at and not m.cites]
    who = earlier[-1].who if earlier else subject
    return Mark(at, at, who, line.tokens[at].text, content) if who is not None and _tells(line, at, content) else None


def _subject(line: Line) -> Speaker | None:
    """The subject that a sentence begins with, where it may speak."""
    at = 0
    if line.norm(0) in line.grammar.prepositions or 0 in line.dated:
        at = next((i + 1 for i in range(min(12, len(line.tokens))) if line.tokens[i].text == ","), len(line.tokens))
    found = behind(line, at, anybody=False)
    if found is None or line.tokens[found.last].possessive:
        return None
    after = found.last + 1
    while after < len(line.tokens) - 1 and line.adverbial(after):
        after += 1
    return found if line.finite(after) or line.tokens[min(after, len(line.tokens) - 1)].text == "," else None
