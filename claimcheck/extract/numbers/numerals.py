"""Numbers in digits and words: one pass over a sentence's tokens.

Reads cardinals with their scales ("2.5 million", "one hundred and forty-two", "half a million", "two dozen"), words that name no
number ("dozens", "tens of thousands") and ordinals; parts ("two-thirds") and ranges ("20 to 30") are read next door. What a number
counts, and whether it counts anything, is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.extract.look import dash, glued, norm, tied
from claimcheck.extract.mentions import Form, Number
from claimcheck.extract.numbers.parts import MARKS, added, fraction, mixed, simple
from claimcheck.extract.numbers.ranges import range_from
from claimcheck.lexicon.numbers import NumberWords
from claimcheck.text.tokens import Kind, Token

_LONGEST = 40
"""Digits beyond which a figure is no number that news could mean."""
_PAIRED = 4
"""Tokens behind "a pair of" in which its noun is looked for."""


def find_numbers(tokens: Sequence[Token], words: NumberWords) -> list[Number]:
    """All number expressions of a sentence, in order, not overlapping."""
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        number = _number(tokens, at, words)
        if number is None:
            at += 1
            continue
        number = range_from(tokens, number, words, cardinal) or number
        found.append(number)
        at = number.last + 1
    return found


def cardinal(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    """The cardinal number that begins at a token, if one does."""
    token = tokens[at]
    if token.kind is Kind.NUMBER:
        return _figure(tokens, at, words)
    if token.norm in ("a", "an"):
        return _article(tokens, at, words)
    if token.norm == "half":
        return _half_scale(tokens, at, words)
    if token.norm == "one" and norm(tokens, at - 1 - tied(tokens, at - 1)) in words.sets["one_not_after"]:
        return None  # every one, no-one
    if token.norm == "nil" and token.text.isupper() and not tokens[at - 1].text.isupper():
        return None  # NIL deals
    if token.norm in words.cardinals:
        return _spelled(tokens, at, words)
    part = next((value for mark, value in MARKS if token.text == mark), None)
    return None if part is None else _scaled(tokens, at, at, part, Decimal("0.25"), Form.DIGITS, words)


def _number(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    """The number that begins at token `at`, if one does."""
    if tokens[at].kind is Kind.MARK and all(tokens[at].text != mark for mark, _ in MARKS):
        return None
    return (
        _vague(tokens, at, words)
        or fraction(tokens, at, words)
        or _ordinal(tokens, at, words)
        or cardinal(tokens, at, words)
        or _bare_group(tokens, at, words)
    )


def _vague(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    match = words.vague.at(tokens, at)
    if match is None or tokens[match.last].possessive:  # a couple's scheme
        return None
    vague = match.value
    if vague.phrase == "scores" and not _counts_scores(tokens, at, words):
        return None
    if vague.phrase == "a pair of" and _one_pair(tokens, match.last + 1, words):
        return None
    if vague.phrase == "a score of" and cardinal(tokens, min(match.last + 1, len(tokens) - 1), words) is not None:
        return None
    return Number(
        match.first, match.last, vague.low, vague.high, Form.VAGUE, vague.low != vague.high, loose=vague.loose, entry=vague.phrase
    )


def _one_pair(tokens: Sequence[Token], at: int, words: NumberWords) -> bool:
    """Whether a pair is one thing: `a pair of torn leather gloves`."""
    return any(norm(tokens, i) in words.sets["pairs_of_one"] for i in range(at, at + _PAIRED))


def _counts_scores(tokens: Sequence[Token], at: int, words: NumberWords) -> bool:
    """Whether "scores" counts: `scores of huts`, `killing scores`; not `the test scores` or `scores a goal`."""
    return (
        len(tokens) == 1
        or norm(tokens, at + 1) in words.sets["scores_before"]
        or norm(tokens, at - 1) in words.sets["scores_after"]
    )


# --- ordinals ------------------------------------------------------------------------------------------------------------------


def _ordinal(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    token = tokens[at]
    if token.kind is Kind.NUMBER and glued(tokens, at + 1) in words.ordinal_endings and "." not in token.text:
        return _rank(at, at + 1, Decimal(token.text.replace(",", "")), tokens)
    if token.norm in words.ordinals:
        return _rank(at, at, words.ordinals[token.norm], tokens)
    tens = words.cardinals.get(token.norm)
    after = at + 2 if dash(tokens, at + 1) else at + 1
    unit = words.ordinals.get(norm(tokens, after))
    if tens is None or unit is None:
        return None
    if tens >= 20 and unit < 10:  # twenty-second
        return _rank(at, after, tens + unit, tokens)
    return _rank(at, after, unit, tokens) if tens == 1 and unit >= 100 else None  # one millionth child


def _rank(first: int, last: int, value: Decimal, tokens: Sequence[Token]) -> Number:
    return Number(first, last, value, value, Form.ORDINAL, entry=_entry(tokens, first, last))


# --- figures -------------------------------------------------------------------------------------------------------------------


def _figure(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    """Digits, with thin-space groups, a common fraction behind ("2 1/2") and scales."""
    text = tokens[at].text.replace(",0000", ",000").replace(",", "")
    part = simple(tokens, at)
    if part is not None:  # up 1/8
        return Number(at, part[1], part[0], part[0], Form.DIGITS, unit=part[0], entry=_entry(tokens, at, part[1]))
    last = at
    while _grouped(tokens, at, last):
        last += 1
        text += tokens[last].text
    if len(text) > _LONGEST:
        return None
    value, unit = Decimal(text), _last_digit(text)
    if _leading_point(tokens, at):  # .75
        value, unit = value.scaleb(-len(text)), Decimal(1).scaleb(-len(text))
    part = mixed(tokens, last)
    if part is not None:
        value, last, unit = value + part[0], part[1], Decimal("0.5")
    return _scaled(tokens, at, last, value, unit, Form.DIGITS, words)


def _leading_point(tokens: Sequence[Token], at: int) -> bool:
    """Whether a figure is written with a point and nothing before it: ` .75`."""
    point = at > 0 and tokens[at - 1].text == "." and not tokens[at].space and "." not in tokens[at].text
    return point and (tokens[at - 1].space or (at > 1 and tokens[at - 2].text in ("(", "-", "–", "—")))


def _grouped(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether one space parts these digits from three more, as in `1 234`, and the two are not figures of a list."""
    if last + 1 >= len(tokens) or last - at >= 4:
        return False
    following = tokens[last + 1]
    return (
        following.kind is Kind.NUMBER
        and len(following.text) == 3
        and len(tokens[at].text) <= 3
        and following.start - tokens[last].end == 1
        and (at == 0 or tokens[at - 1].kind is not Kind.NUMBER)
    )


def _last_digit(text: str) -> Decimal:
    """One unit of the last significant digit: 0.1 for 7.6, 100 for 6500, 1 for 147."""
    if "." in text:
        return Decimal(1).scaleb(-len(text.partition(".")[2]))
    stripped = text.rstrip("0")
    return Decimal(10) ** (len(text) - len(stripped)) if stripped else Decimal(1)


def _scaled(
    tokens: Sequence[Token], first: int, last: int, value: Decimal, unit: Decimal, form: Form, words: NumberWords
) -> Number:
    """Multiply by the scale words and glued letters that follow, and by a group ("3 dozen")."""
    total = Decimal(1)
    for _ in range(3):  # "two hundred thousand million" is as far as anyone goes
        step = _scale_behind(tokens, first, last, words)
        if step is None:
            break
        last, scale = step
        value, unit, total = value * scale, unit * scale, total * scale
    part = added(tokens, last, words)
    if part is not None:  # a million and a half, 11 and a quarter, one and a half million
        value, last, unit = value + part[0] * max(unit, Decimal(1)), part[1], unit / 10 if unit >= 1000 else Decimal("0.25")
        more = words.scales.get(norm(tokens, last + 1))
        if more is not None and total == 1:
            value, unit, total, last = value * more, more / 10, more, last + 1
    return Number(first, last, value, value, form, unit=unit, scale=total, entry=_entry(tokens, first, last))


def _scale_behind(tokens: Sequence[Token], first: int, last: int, words: NumberWords) -> tuple[int, Decimal] | None:
    """The scale behind a number: its last token and what it multiplies by."""
    letters = glued(tokens, last + 1)
    if letters in words.glued and tokens[last].kind is Kind.NUMBER and (letters != "m" or _million(tokens, first, last + 1, words)):
        return last + 1, words.glued[letters]
    after = last + 2 if tied(tokens, last + 1) else last + 1
    word = norm(tokens, after)
    if word in words.scales:
        return after, words.scales[word]
    if word in words.sets["plural_scales"] and first == last and len(tokens[first].text) <= 3 and after == last + 1:
        return after, words.scales[word[:-1]]  # 30 millions
    if word in words.groups and word != "score" and after == last + 1:
        return after, words.groups[word]
    return None


def _million(tokens: Sequence[Token], first: int, letter: int, words: NumberWords) -> bool:
    """Whether an `m` behind a figure is a million and not metres."""
    if tokens[letter].text == "M" or norm(tokens, first - 1) in words.sets["signs"]:
        return True
    following = norm(tokens, letter + 1)
    if following in words.sets["metres_before"] or not following[:1].isalpha():
        return False
    return "." in tokens[first].text or any(norm(tokens, letter + i) in words.sets["millions_of"] for i in range(1, 5))


# --- words ---------------------------------------------------------------------------------------------------------------------


def _article(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    """`a dozen`, `a million`, `a half-dozen`, `a million and a half`."""
    after = at + 1
    if norm(tokens, after) == "half" and dash(tokens, after + 1) and norm(tokens, after + 2) in words.groups:
        return _number_of(at, after + 2, words.groups[norm(tokens, after + 2)] / 2, tokens)
    if norm(tokens, after) in words.groups and norm(tokens, after) != "score":
        return _number_of(at, after, words.groups[norm(tokens, after)], tokens)
    if norm(tokens, after) in words.scales:
        return _scaled(tokens, at, at, Decimal(1), Decimal(1), Form.WORDS, words)
    return None


def _half_scale(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    """`half a million`, `half-dozen`, `half a dozen`."""
    after = at + 1
    if dash(tokens, after) or norm(tokens, after) == "a":
        after += 1
    word = norm(tokens, after)
    if word in words.groups:
        return _number_of(at, after, words.groups[word] / 2, tokens)
    if word in words.scales and after > at + 1:
        value = words.scales[word] / 2
        return Number(at, after, value, value, Form.WORDS, unit=words.scales[word] / 10, entry=f"half a {word}")
    return None


def _bare_group(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    """`dozen of warships`, as some papers write for a dozen; `another dozen`."""
    group = norm(tokens, at) == "dozen" and (norm(tokens, at + 1) == "of" or norm(tokens, at - 1) in words.sets["dozen_after"])
    if group:
        return _number_of(at, at, words.groups["dozen"], tokens)
    return None


def _number_of(first: int, last: int, value: Decimal, tokens: Sequence[Token]) -> Number:
    return Number(first, last, value, value, Form.WORDS, entry=_entry(tokens, first, last))


def _spelled(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    """A number in words up to its last word: `one hundred and forty-two`, `three and a half`."""
    total, current, last, i = Decimal(0), Decimal(0), at - 1, at
    grain = lowest = Decimal(1)
    lowest = Decimal("Infinity")
    while i < len(tokens):
        word = tokens[i].norm
        value = words.cardinals.get(word)
        scale = words.scales.get(word)
        if value is not None and _fits(current, value):
            current += value
            grain = Decimal(10) if value >= 20 and value % 10 == 0 else Decimal(1)
            last = i
        elif scale == 100 and 0 < current < 100:
            current, grain, last = current * 100, Decimal(100), i
        elif scale is not None and scale != 100 and current and scale < lowest:
            total, grain, current, last, lowest = total + current * scale, scale, Decimal(0), i, scale
        elif not (_hyphen_within(tokens, i, current, words) or _and_within(tokens, i, last, at, total + current, words)):
            break
        i += 1
    if last < at:
        return None
    value = total + current
    if norm(tokens, last + 1) in words.groups and value:
        value, last = value * words.groups[norm(tokens, last + 1)], last + 1
    scale = grain if grain >= 1000 else Decimal(1)
    part = added(tokens, last, words)
    if part is None:
        return Number(at, last, value, value, Form.WORDS, unit=grain, scale=scale, entry=_entry(tokens, at, last))
    value, last = value + part[0] * scale, part[1]
    return _scaled(tokens, at, last, value, scale / 2, Form.WORDS, words)


def _fits(current: Decimal, value: Decimal) -> bool:
    """Whether a number word can go on with what was read: twenty-one, one hundred twenty; not five seven, not twenty thirty."""
    below = current % 100
    if value >= 10:
        return below == 0
    return (below == 0 or (below >= 20 and below % 10 == 0)) and (value > 0 or current == 0)


def _hyphen_within(tokens: Sequence[Token], at: int, current: Decimal, words: NumberWords) -> bool:
    following = norm(tokens, at + 1)
    return tied(tokens, at) and bool(current) and (following in words.cardinals or following in words.scales)


def _and_within(tokens: Sequence[Token], at: int, last: int, first: int, so_far: Decimal, words: NumberWords) -> bool:
    """`two hundred and five`, but not `between one hundred and five thousand`, which are two numbers."""
    if tokens[at].norm != "and" or last < first or norm(tokens, last) not in words.scales:
        return False
    value = words.cardinals.get(norm(tokens, at + 1))
    if value is None or so_far % 100:
        return False
    behind = at + 4 if tied(tokens, at + 2) else at + 2
    two = norm(tokens, first - 1) == "between" or norm(tokens, last) != "hundred"
    return not (two and norm(tokens, behind) in words.scales)


def _entry(tokens: Sequence[Token], first: int, last: int) -> str:
    return " ".join(t.norm for t in tokens[first : last + 1])
