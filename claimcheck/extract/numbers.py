"""Numbers in digits and words: one pass over a sentence's tokens.

Reads cardinals with their scales ("2.5 million", "one hundred and forty-two", "half a million", "two dozen"), words that name no number
("dozens", "tens of thousands"), parts ("two-thirds", "one in five"), ordinals, and ranges ("20 to 30", "three or four", "$12
billion to $13 billion"). What a number counts, and whether it counts anything, is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from claimcheck.extract.mentions import Form, Number
from claimcheck.lexicon.numbers import NumberWords
from claimcheck.text.tokens import Kind, Token

_HYPHENS = frozenset("-‐‑–—−")
_CURRENCY = frozenset("$€£¥₹")
_FRACTION_MARKS = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3)}
_METRE_FOLLOWERS = frozenset("tall high long deep wide away from of above below race sprint freestyle final and to in".split())


def find_numbers(tokens: Sequence[Token], words: NumberWords) -> list[Number]:
    """All number expressions of a sentence, in order, not overlapping."""
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        number = _number(tokens, at, words)
        if number is None:
            at += 1
            continue
        number = _range(tokens, number, words) or number
        found.append(number)
        at = number.last + 1
    return found


def _number(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    """The number that begins at token `at`, if one does."""
    return (
        _vague(tokens, at, words)
        or _fraction(tokens, at, words)
        or _ordinal(tokens, at, words)
        or _cardinal(tokens, at, words)
        or _bare_group(tokens, at, words)
    )


# --- words that name no number -------------------------------------------------------------------------------------------------


def _vague(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    match = words.vague.at(tokens, at)
    if match is None:
        return None
    vague = match.value
    return Number(match.first, match.last, vague.low, vague.high, Form.VAGUE, vague.low != vague.high, loose=vague.loose, entry=vague.phrase)


# --- parts ---------------------------------------------------------------------------------------------------------------------


def _fraction(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    """`two-thirds`, `one in five`, `9 out of 10`, `a third of`, `half of`, `half the`. In percent."""
    numerator = _small(tokens, at, words)
    if numerator is not None:
        top, nxt = numerator
        after = nxt + 1 if _is_hyphen(tokens, nxt) else nxt
        bottom = words.denominators.get(_norm(tokens, after))
        if bottom and top < bottom and (top != 1 or after > nxt or _norm(tokens, after + 1) == "of") and not (top == 1 and bottom == 2 and after == nxt):
            return _part(at, after, top, bottom)
        ratio = _ratio(tokens, nxt, words)
        if ratio is not None:
            bottom, last = ratio
            if top < bottom:
                return _part(at, last, top, bottom)
    if (
        _norm(tokens, at) in ("a", "one")
        and words.denominators.get(_norm(tokens, at + 1))
        and (_norm(tokens, at + 2) == "of" or _norm(tokens, at + 2) in words.divisible)
    ):
        return _part(at, at + 1, Decimal(1), words.denominators[_norm(tokens, at + 1)])
    if _norm(tokens, at) == "half" and _norm(tokens, at - 1 if at else -1) not in _HALF_BLOCKERS and _halves(tokens, at):
        return _part(at, at, Decimal(1), Decimal(2))
    return None


_HALF_BLOCKERS = frozenset("a first second latter other better and s".split())
_HALF_OF = frozenset("of the its his her their our my that those these as what were are is have had voted".split())


def _halves(tokens: Sequence[Token], at: int) -> bool:
    return not _is_hyphen(tokens, at + 1) and _norm(tokens, at + 1) in _HALF_OF


def _ratio(tokens: Sequence[Token], at: int, words: NumberWords) -> tuple[Decimal, int] | None:
    """The denominator of `in five`, `out of 10`, `in every ten`, and its last token."""
    if _norm(tokens, at) == "in":
        at += 2 if _norm(tokens, at + 1) == "every" else 1
    elif _norm(tokens, at) == "out" and _norm(tokens, at + 1) == "of":
        at += 3 if _norm(tokens, at + 2) == "every" else 2
    else:
        return None
    bottom = _small(tokens, at, words)
    if bottom is None or not 2 <= bottom[0] <= 1000 or _is_unit_like(tokens, bottom[1]):
        return None
    return bottom[0], bottom[1] - 1


def _is_unit_like(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows makes `three in 10 days` no ratio."""
    return _norm(tokens, at) in _TIME_NOUNS or _is_hyphen(tokens, at)


_TIME_NOUNS = frozenset("minutes hours days weeks months years minute hour day week month year decades a.m. p.m. overs innings".split())


def _part(first: int, last: int, top: Decimal, bottom: Decimal) -> Number:
    value = top * 100 / bottom
    return Number(first, last, value, value, Form.FRACTION, entry=f"{top}/{bottom}")


def _small(tokens: Sequence[Token], at: int, words: NumberWords) -> tuple[Decimal, int] | None:
    """A plain small number without scale, and the token after it."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.kind is Kind.NUMBER and "." not in token.text:
        return Decimal(token.text.replace(",", "")), at + 1
    value = words.cardinals.get(token.norm)
    return (value, at + 1) if value is not None and value > 0 else None


# --- ordinals ------------------------------------------------------------------------------------------------------------------


def _ordinal(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    token = tokens[at]
    if token.kind is Kind.NUMBER and _glued_word(tokens, at + 1) in words.ordinal_endings and "." not in token.text:
        value = Decimal(token.text.replace(",", ""))
        return Number(at, at + 1, value, value, Form.ORDINAL, entry=token.text + tokens[at + 1].text)
    if token.norm in words.ordinals:
        value = words.ordinals[token.norm]
        return Number(at, at, value, value, Form.ORDINAL, entry=token.norm)
    tens = words.cardinals.get(token.norm)
    if tens is None:
        return None
    after = at + 2 if _is_hyphen(tokens, at + 1) else at + 1
    unit = words.ordinals.get(_norm(tokens, after))
    if unit is None:
        return None
    if tens >= 20 and unit < 10:  # twenty-second
        return Number(at, after, tens + unit, tens + unit, Form.ORDINAL, entry=f"{token.norm}-{tokens[after].norm}")
    if tens == 1 and unit >= 100:  # one millionth child
        return Number(at, after, unit, unit, Form.ORDINAL, entry=tokens[after].norm)
    return None


# --- cardinals -----------------------------------------------------------------------------------------------------------------


def _cardinal(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    token = tokens[at]
    if token.kind is Kind.NUMBER:
        return _figure(tokens, at, words)
    if token.text in _FRACTION_MARKS:
        top, bottom = _FRACTION_MARKS[token.text]
        return _scaled(tokens, at, at, Decimal(top) / Decimal(bottom), Decimal("0.25"), Form.DIGITS, words)
    if token.norm in ("a", "an"):
        return _article(tokens, at, words)
    if token.norm == "half":
        return _half_scale(tokens, at, words)
    if token.norm in words.cardinals:
        return _spelled(tokens, at, words)
    return None


def _figure(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    """Digits, with thin-space groups, a common fraction behind ("2 1/2") and scales."""
    text = tokens[at].text.replace(",0000", ",000").replace(",", "")
    last = at
    while (
        last + 1 < len(tokens)
        and tokens[last + 1].kind is Kind.NUMBER
        and len(tokens[last + 1].text) == 3
        and len(tokens[at].text) <= 3
        and _gap_is_thin(tokens, last)
    ):
        last += 1
        text += tokens[last].text
    value = Decimal(text)
    unit = _last_digit(text)
    mixed = _mixed(tokens, last)
    if mixed is not None:
        value, last, unit = value + mixed[0], mixed[1], Decimal("0.5")
    return _scaled(tokens, at, last, value, unit, Form.DIGITS, words)


def _gap_is_thin(tokens: Sequence[Token], at: int) -> bool:
    """Whether one character of space parts this group of digits from the next, as in `1 234`, and not two figures of a list."""
    return tokens[at + 1].start - tokens[at].end == 1 and (at == 0 or tokens[at - 1].kind is not Kind.NUMBER)


def _mixed(tokens: Sequence[Token], last: int) -> tuple[Decimal, int] | None:
    if last + 1 < len(tokens) and tokens[last + 1].text in _FRACTION_MARKS:
        top, bottom = _FRACTION_MARKS[tokens[last + 1].text]
        return Decimal(top) / Decimal(bottom), last + 1
    at = last + 2 if _is_hyphen(tokens, last + 1) else last + 1
    if (
        at + 2 < len(tokens)
        and tokens[at].kind is Kind.NUMBER
        and tokens[at + 1].text in ("/", "⁄")
        and tokens[at + 2].kind is Kind.NUMBER
        and tokens[at].text in ("1", "2", "3")
        and tokens[at + 2].text in ("2", "3", "4", "8")
    ):
        return Decimal(tokens[at].text) / Decimal(tokens[at + 2].text), at + 2
    return None


def _article(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    """`a dozen`, `a million`, `a half-dozen`, `a million and a half`."""
    after = at + 1
    if _norm(tokens, after) == "half" and _is_hyphen(tokens, after + 1) and _norm(tokens, after + 2) in words.groups:
        return _number_of(at, after + 2, words.groups[_norm(tokens, after + 2)] / 2, Form.WORDS, tokens)
    if _norm(tokens, after) in words.groups and _norm(tokens, after) != "score":
        return _number_of(at, after, words.groups[_norm(tokens, after)], Form.WORDS, tokens)
    if _norm(tokens, after) in words.scales:
        return _scaled(tokens, at, at, Decimal(1), Decimal(1), Form.WORDS, words)
    return None


def _half_scale(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    """`half a million`, `half-dozen`, `half a dozen`."""
    after = at + 1
    if _is_hyphen(tokens, after) or _norm(tokens, after) == "a":
        after += 1
    word = _norm(tokens, after)
    if word in words.groups:
        return _number_of(at, after, words.groups[word] / 2, Form.WORDS, tokens)
    if word in words.scales and after > at + 1:
        value = words.scales[word] / 2
        return Number(at, after, value, value, Form.WORDS, unit=words.scales[word] / 10, entry=f"half a {word}")
    return None


def _bare_group(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    """`dozen of warships`, as some papers write for a dozen, and `thousand` after a modifier."""
    if _norm(tokens, at) == "dozen" and _norm(tokens, at + 1) == "of":
        return _number_of(at, at, words.groups["dozen"], Form.WORDS, tokens)
    return None


def _number_of(first: int, last: int, value: Decimal, form: Form, tokens: Sequence[Token]) -> Number:
    return Number(first, last, value, value, form, entry=_written(tokens, first, last))


def _spelled(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    """A number in words up to its last word: `one hundred and forty-two`, `three and a half`."""
    total, current, last, i = Decimal(0), Decimal(0), at - 1, at
    grain = Decimal(1)
    while i < len(tokens):
        word = tokens[i].norm
        value = words.cardinals.get(word)
        if value is not None and _fits(current, value):
            current += value
            last, i = i, i + 1
            grain = Decimal(10) if value >= 20 and value % 10 == 0 else Decimal(1)
        elif word == "hundred" and 0 < current < 100:
            current *= 100
            last, i, grain = i, i + 1, Decimal(100)
        elif word in words.scales and word != "hundred" and current:
            total += current * words.scales[word]
            grain, current = words.scales[word], Decimal(0)
            last, i = i, i + 1
        elif _is_hyphen(tokens, i) and not tokens[i].space and _norm(tokens, i + 1) in (words.cardinals.keys() | words.scales.keys()) and current:
            i += 1
        elif word == "and" and last >= at and _norm(tokens, last) in words.scales and _continues(tokens, i + 1, total + current, words):
            i += 1
        else:
            break
    value = total + current
    if last < at:
        return None
    half = _and_a_half(tokens, last)
    if half is not None:
        last, value = half, value + Decimal("0.5") * (grain if grain >= 1000 else 1)
        nxt = _norm(tokens, last + 1)
        if nxt in words.scales:
            return _scaled(tokens, at, last, value, Decimal("0.5"), Form.WORDS, words)
    if _norm(tokens, last + 1) in words.groups and value:
        value, last = value * words.groups[_norm(tokens, last + 1)], last + 1
    return Number(at, last, value, value, Form.WORDS, unit=grain, scale=grain if grain >= 1000 else Decimal(1), entry=_written(tokens, at, last))


def _fits(current: Decimal, value: Decimal) -> bool:
    below = current % 100
    return below == 0 if value >= 10 else (below == 0 or (below >= 20 and below % 10 == 0)) and (value > 0 or current == 0)


def _continues(tokens: Sequence[Token], at: int, so_far: Decimal, words: NumberWords) -> bool:
    value = words.cardinals.get(_norm(tokens, at))
    return value is not None and so_far % 100 == 0 and _norm(tokens, at + 1) not in words.scales


def _and_a_half(tokens: Sequence[Token], last: int) -> int | None:
    if [_norm(tokens, last + i) for i in (1, 2, 3)] == ["and", "a", "half"]:
        return last + 3
    hyphenated = [_norm(tokens, last + i) for i in (1, 2, 3, 4, 5, 6)]
    return last + 6 if hyphenated == ["-", "and", "-", "a", "-", "half"] else None


def _scaled(tokens: Sequence[Token], first: int, last: int, value: Decimal, unit: Decimal, form: Form, words: NumberWords) -> Number:
    """Multiply by the scale words and glued letters that follow, and by a group ("3 dozen")."""
    total = Decimal(1)
    while True:
        glued = _glued_word(tokens, last + 1)
        after = last + 2 if _is_hyphen(tokens, last + 1) and not tokens[last + 1].space else last + 1
        word = _norm(tokens, after)
        if glued in words.glued and (glued != "m" or _means_million(tokens, first, last + 1)) and tokens[last].kind is Kind.NUMBER:
            scale, last = words.glued[glued], last + 1
        elif word in words.scales and after < len(tokens):
            scale, last = words.scales[word], after
        elif word in words.groups and word != "score" and after == last + 1:
            scale, last = words.groups[word], after
        else:
            break
        value, unit, total = value * scale, unit * scale, total * scale
    if _and_a_half(tokens, last) is not None and unit >= 1000:  # a million and a half
        value, last, unit = value + unit / 2, last + 3, unit / 10
    return Number(first, last, value, value, form, unit=unit, scale=total, entry=_written(tokens, first, last))


def _means_million(tokens: Sequence[Token], first: int, letter: int) -> bool:
    if tokens[letter].text == "M" or (first > 0 and tokens[first - 1].text in _CURRENCY):
        return True
    following = _norm(tokens, letter + 1)
    return bool(following) and following[0].isalpha() and following not in _METRE_FOLLOWERS and "." in tokens[first].text


# --- ranges --------------------------------------------------------------------------------------------------------------------


def _range(tokens: Sequence[Token], left: Number, words: NumberWords) -> Number | None:
    """`20 to 30`, `20-30`, `three or four`, `between 20 and 30`, `$12 billion to $13 billion`, `24- to 30-foot`, `10% to 15%`."""
    if left.form not in (Form.DIGITS, Form.WORDS):
        return None
    at = left.last + 1
    at += _norm(tokens, at) in ("%", "percent", "euros", "dollars", "pounds")
    hanging = _is_hyphen(tokens, at) and _norm(tokens, at + 1) in ("to", "or")
    at += hanging
    joint = _norm(tokens, at)
    before = _norm(tokens, left.first - 1) if left.first else ""
    if before in _CURRENCY:
        before = _norm(tokens, left.first - 2) if left.first > 1 else ""
    if joint in _HYPHENS and not hanging:
        if tokens[at].space and joint == "-":
            return None
    elif not (joint in ("to", "or") or (joint == "and" and before == "between")) or (joint == "to" and before == "from"):
        return None
    at += 1
    while at < len(tokens) and tokens[at].text in _CURRENCY:
        at += 1
    right = _cardinal(tokens, at, words) if at < len(tokens) else None
    if right is None:
        return None
    low = left.low
    if left.scale == 1 < right.scale and low < 1000 and low <= right.low / right.scale:
        low *= right.scale  # "2 to 3 million"
    if low >= right.low or (joint in _HYPHENS and tokens[left.first].text[0] == "0"):
        return None
    if joint == "or" and right.low > low * 2 and low > 3:
        return None
    return replace(right, first=left.first, low=low, high=right.low, range=True, entry=f"{left.entry} {joint} {right.entry}")


# --- small helpers -------------------------------------------------------------------------------------------------------------


def _written(tokens: Sequence[Token], first: int, last: int) -> str:
    return " ".join(t.norm for t in tokens[first : last + 1])


def _norm(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].norm if 0 <= at < len(tokens) else ""


def _is_hyphen(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text in _HYPHENS


def _glued_word(tokens: Sequence[Token], at: int) -> str:
    """The word glued to the token before it, in lower case; empty where there is none."""
    if at < len(tokens) and tokens[at].kind is Kind.WORD and not tokens[at].space:
        return tokens[at].norm
    return ""


def _last_digit(text: str) -> Decimal:
    """One unit of the last significant digit: 0.1 for 7.6, 100 for 6500, 1 for 147."""
    if "." in text:
        return Decimal(1).scaleb(-len(text.partition(".")[2]))
    stripped = text.rstrip("0")
    return Decimal(10) ** (len(text) - len(stripped)) if stripped else Decimal(1)
