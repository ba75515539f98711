"""The day on which a figure was counted, where its sentence says it: "as of Friday", "the toll rose to 31 on Wednesday".

Only what plainly dates the count is read. The day of the event that is counted is none, nor one that a figure only stands near.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.extract.look import norm, written
from claimcheck.extract.mentions import DateMention
from claimcheck.extract.sentence import SentenceReading
from claimcheck.extract.sets.read import Read
from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.lexicon.counting import Counting
from claimcheck.lexicon.types import Growth
from claimcheck.model.claim import Claim, Status, Step
from claimcheck.model.days import days_between
from claimcheck.model.quantity import Bound, Dimension
from claimcheck.model.when import Day, Precision, When
from claimcheck.model.wording import days
from claimcheck.text.tokens import Kind

_OLDEST = 60
"""Days before its article from which on a count is one of another time, and no earlier one of the same."""
_TIMES, _NEAR, _REACH, _SUBJECT = 6, 3, 10, 16
"""Tokens of a time in front of a day; between a figure and its day; between a verb and its figure; between a toll and its verb."""
_RULE = "as-of"
_JOINTS = frozenset(["and", "but"])
_FROM = frozenset(["from"])
_STOPS = frozenset([";", ":", "(", ")", "“", "”", '"', "—", "--"])


def with_day_of_count(claim: Claim, reading: SentenceReading, read: Read, catalogue: Catalogue) -> Claim:
    """The claim with the day of its count, where the sentence gives one; then that day dates no event of it."""
    if read.measured.age or read.dimension is Dimension.RANK or not reading.dates:
        return claim
    look = _Look(reading, read, catalogue.counting, catalogue.attributions.speech)
    days_here = look.usable(claim.as_of)
    found = next((mention for mention in days_here if look.tells(mention)), None)
    grows = catalogue.types.growth(claim.kind) is Growth.GROWS
    stated = claim.status in (Status.ASSERTED, Status.REPORTED)
    if (
        found is None and grows and stated and claim.as_of is None and claim.attribution
    ):  # a day of saying, where the article has none
        found = next((mention for mention in days_here if look.said_on(mention)), None)
    if found is None:
        return claim
    day = found.when.first
    assert day is not None
    step = Step(_RULE, written(reading.tokens, look.begins(found), found.last), f"counted on {days(day, day)}")
    when = None if claim.as_of is not None and claim.frame.when is found.when else claim.frame.when
    return replace(claim, as_of=day, frame=replace(claim.frame, when=when), steps=(*claim.steps, step))


def idle_days(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one sentence, where a day behind "as of" or "by" that dates a count is marked as one that dates no event."""
    led = [step.words for claim in claims for step in claim.steps if step.rule == _RULE]
    return [
        replace(claim, frame=replace(claim.frame, speech=True))
        if isinstance(claim.value, When) and any(words != claim.text and words.endswith(claim.text) for words in led)
        else claim
        for claim in claims
    ]


@dataclass(frozen=True, slots=True)
class _Look:
    """One figure of a sentence, and what is asked of the days round it."""

    reading: SentenceReading
    read: Read
    words: Counting
    speech: frozenset[str]
    """Verbs of saying."""

    def usable(self, today: Day | None) -> list[DateMention]:
        """The single days that lie on the article's own day or not long before it, nearest to the figure first."""
        found = []
        for mention in self.reading.dates:
            when = mention.when
            apart = days_between(when.first, today)
            single = when.precision in (Precision.DAY, Precision.HOUR) and when.first == when.last and when.bound is Bound.EXACT
            known = when.first is not None and (today is None or (apart is not None and 0 <= apart <= _OLDEST))
            tokens = self.reading.tokens
            named = tokens[mention.last].possessive or norm(tokens, mention.first - 1) in self.words.naming
            if single and known and not when.since and not named:
                found.append(mention)
        return sorted(found, key=lambda m: abs(m.first - self.read.first))

    def tells(self, mention: DateMention) -> bool:
        """Whether a day is that of the count."""
        return self._as_of(mention) or self._by(mention) or self._level(mention) or self._former(mention)

    def begins(self, mention: DateMention) -> int:
        """The token with which the words for a day begin: those of `as of 6 p.m. Friday`."""
        led = self._led(mention)
        return led if led is not None else mention.first

    # --- as of Friday, by Tuesday evening ----------------------------------------------------------------------------------------

    def _led(self, mention: DateMention) -> int | None:
        for phrases in (self.words.as_of, self.words.by):
            for end in self._before_times(mention):
                match = phrases.before(self.reading.tokens, end)
                if match is not None:
                    return match.first
        return None

    def _before_times(self, mention: DateMention) -> Iterator[int]:
        """The tokens, from that of a day backwards, between which and the day nothing but a time stands."""
        tokens, end = self.reading.tokens, mention.first
        for _ in range(_TIMES):
            yield end
            if end == 0 or not (tokens[end - 1].kind is Kind.NUMBER or tokens[end - 1].norm in self.words.times):
                return
            end -= 1

    def _as_of(self, mention: DateMention) -> bool:
        tokens = self.reading.tokens
        led = next((m for end in self._before_times(mention) if (m := self.words.as_of.before(tokens, end))), None)
        if led is None or led.first <= self.read.first <= mention.last or not self._one_clause(led.first, mention.last):
            return False
        behind = range(self._end + 1, led.first)
        comma = next((at for at in behind if tokens[at].text == ","), led.first)
        told = self.words.be | self.words.perfect
        return not any(
            tokens[at].norm in told for at in range(comma, led.first)
        )  # 3 were hurt, their names were unknown as of Friday

    def _by(self, mention: DateMention) -> bool:
        tokens = self.reading.tokens
        led = next((m for end in self._before_times(mention) if (m := self.words.by.before(tokens, end))), None)
        if led is None or led.first <= self.read.first <= mention.last or not self._one_clause(led.first, mention.last):
            return False
        if any(tokens[at].text == "," for at in range(self._end + 1, led.first)):
            return False  # of the 40 who were hurt, 12 had died by Tuesday
        return self._had(*self._stretch(led.first, mention.last)) or self._verb() is not None

    def _had(self, first: int, last: int) -> bool:
        """Whether a stretch tells of what had come about."""
        tokens, words = self.reading.tokens, self.words
        for at in range(first, last + 1):
            before = {norm(tokens, at - 1), norm(tokens, at - 2)}
            aims = any(t.norm == "to" for t in tokens[at : max(at, self.read.first)][-_NEAR - 1 :])  # has been on pace to hit 100
            if tokens[at].norm in words.perfect and not before & words.not_perfect and not aims:
                return True
            if tokens[at].norm in words.be and {norm(tokens, at + 1), norm(tokens, at + 2)} & words.states:
                return True
        return False

    def _stretch(self, first: int, last: int) -> tuple[int, int]:
        """The clause of the figure, as far as it does not hold the words `first` to `last`."""
        tokens, begin, end = self.reading.tokens, self.read.first, self._end
        while begin > 0 and not self._parts(begin - 1) and begin - 1 != last:
            begin -= 1
        while end + 1 < len(tokens) and not self._parts(end + 1) and end + 1 != first:
            end += 1
        return begin, end

    @property
    def _end(self) -> int:
        """The last token of the figure with its noun."""
        return max(self.read.phrase.last, self.read.measured.last)

    def _parts(self, at: int) -> bool:
        token = self.reading.tokens[at]
        return token.text in _STOPS or token.text == "," or token.norm in self.words.breaks

    def _one_clause(self, first: int, last: int) -> bool:
        """Whether no other clause begins between the figure and the words `first` to `last`."""
        between = range(last + 1, self.read.first) if self.read.first > last else range(self._end + 1, first)
        tokens = self.reading.tokens
        joined = any(tokens[at].norm == "that" and norm(tokens, at - 1) in _JOINTS for at in between)  # and that 40 were missing
        return not joined and not any(tokens[at].text in _STOPS or tokens[at].norm in self.words.breaks for at in between)

    # --- the toll rose to 31 on Wednesday ----------------------------------------------------------------------------------------

    def _verb(self) -> tuple[int, int] | None:
        """The verb that says how high a toll stands, and the noun of that toll."""
        tokens, bases, words = self.reading.tokens, self.reading.bases, self.words
        at = self.read.first - 1
        direct = norm(tokens, at) not in words.to_figure
        at -= not direct
        for verb in range(at, max(-1, at - _REACH), -1):
            if tokens[verb].text in _STOPS or tokens[verb].norm in words.breaks - _FROM:
                return None
            if {norm(tokens, verb - 1), norm(tokens, verb - 2)} & words.not_perfect:
                continue
            if bases[verb] in words.puts and not direct:
                noun = next((i for i in range(verb + 1, at + 1) if tokens[i].norm in words.tolls), None)
                return (verb, noun) if noun is not None else None
            if bases[verb] in words.levels and (not direct or (bases[verb] in words.direct and self._easy(verb + 1, at))):
                noun = next((i for i in range(verb - 1, max(-1, verb - _SUBJECT), -1) if tokens[i].norm in words.tolls), None)
                return (verb, noun) if noun is not None and self._plain(noun, verb) else None
        return None

    def _plain(self, first: int, last: int) -> bool:
        return not any(self._parts(at) and self.reading.tokens[at].norm not in _FROM for at in range(first + 1, last))

    def _easy(self, first: int, last: int) -> bool:
        """Whether nothing but a day and words that tell nothing stand in a stretch."""
        tokens, dated = self.reading.tokens, {i for d in self.reading.dates for i in range(d.first, d.last + 1)}
        return all(tokens[at].norm in self.words.easy or at in dated for at in range(first, last + 1))

    def _level(self, mention: DateMention) -> bool:
        told = self._verb()
        if told is None:
            return False
        verb, noun = told
        if verb < mention.first < self.read.first:
            return mention.first > noun or self._easy(verb + 1, self.read.first - 2)
        if mention.first > self._end:
            return self._right_behind(mention)
        subject = min(verb, noun)
        if noun < verb and noun < mention.first < verb:
            return self._easy(noun + 1, verb - 1)  # the toll on Wednesday rose
        if noun > verb and mention.last < verb and self._easy(mention.last + 1, verb - 1):
            return True  # police on Wednesday put the toll
        return mention.last < subject and self._opens(mention) and self._leads_to(mention, verb, noun)

    def _right_behind(self, mention: DateMention) -> bool:
        between = [t.norm for t in self.reading.tokens[self._end + 1 : mention.first]]
        return len(between) <= _NEAR and all(word in self.words.near for word in between)

    def _opens(self, mention: DateMention) -> bool:
        """Whether a day opens its sentence, or a part of it."""
        tokens, at = self.reading.tokens, mention.first - 1
        while at >= 0 and tokens[at].norm in self.words.opening and tokens[at].text != ",":
            at -= 1
        return at < 0 or self._parts(at)

    def _leads_to(self, mention: DateMention, verb: int, noun: int) -> bool:
        """Whether what a day opens is told of the toll: `On Monday, the toll stood`; `Earlier on Friday, police put the toll`."""
        if noun < verb:
            return self._easy(mention.last + 1, noun - 1)
        between = range(mention.last + 1, verb)
        commas = sum(self.reading.tokens[at].text == "," for at in between)
        return len(between) <= _REACH and commas <= 1 and self._one_clause(mention.first, mention.last)

    # --- officials said on 14 March 2013 that 27 people had died -----------------------------------------------------------------

    def said_on(self, mention: DateMention) -> bool:
        """Whether a day is that on which the figure was said."""
        tokens, bases = self.reading.tokens, self.reading.bases
        at = mention.first - 1 - (norm(tokens, mention.first - 1) in self.words.opening)
        behind = mention.last + 1
        verb = next((i for i in (at, behind) if 0 <= i < len(tokens) and bases[i] in self.speech), None)
        if verb is None:
            return False
        if mention.first > self.read.first:  # 27 people died when the dam broke, officials said on 14 March 2013
            return any(tokens[i].text == "," for i in range(max(self._end + 1, verb - _REACH), verb))
        return self._one_clause(min(verb, mention.first), max(verb, mention.last))

    # --- up from 12 on Monday ----------------------------------------------------------------------------------------------------

    def _former(self, mention: DateMention) -> bool:
        if mention.first <= self._end or not self._right_behind(mention):
            return False
        tokens = self.reading.tokens
        if self.words.former.before(tokens, self.read.first) is not None:
            return True
        earlier = [r for r in self.reading.numbers if r.measured.last < self.read.first]
        one_kind = bool(earlier) and earlier[-1].kinded.kind is not None and earlier[-1].kinded.kind is self.read.kinded.kind
        return one_kind and norm(tokens, self.read.first - 1) == "from"
