"""Page furniture: what on a page is no part of the story (`claims/lexicon/en/furniture.yaml`).

A rule is a list of patterns for a whole paragraph, its beginning, or a stretch inside it. Patterns are regular expressions in which
a space stands for any white space, `…` for anything up to the end, and `{piece}` for a named piece of the same file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from claimcheck.lexicon.document import Value

_PIECE = re.compile(r"\{([a-z_]+)\}")
_TWO_LETTERS = re.compile(r"[A-Za-z]{2}(?![?*{])")
_GROUP = re.compile(r"\(\?(?::|P<\w+>)")
_CUE = re.compile(r"(?:[A-Za-z@© ]|\\[().])+")


class Cut(StrEnum):
    """How much a rule takes out."""

    LINE = "line"
    """The whole paragraph."""
    LIST = "list"
    """The paragraph and the list-like ones behind it, up to the next ordinary paragraph."""
    PARAGRAPH = "paragraph"
    """The paragraph and the lines behind it that go on in mid-sentence."""
    LABEL = "label"
    """The words at the beginning of a paragraph; the rest is read."""
    PART = "part"
    """A stretch inside a paragraph."""
    REST = "rest"
    """The paragraph, and all that stands behind it where that is little."""


class Zone(StrEnum):
    """Where in an article a rule holds."""

    ANY = "any"
    HEAD = "head"
    """Up to the first ordinary paragraph."""
    BELOW = "below"
    """Anywhere but in the first paragraph, which may be the headline."""
    BODY = "body"
    """Behind the first ordinary paragraph."""


@dataclass(frozen=True, slots=True)
class Example:
    """A paragraph of an article and what is to be cut out of it ("" for nothing)."""

    text: str
    cut: str


@dataclass(frozen=True, slots=True)
class FurnitureRule:
    """One kind of furniture."""

    id: str
    cut: Cut
    zone: Zone
    longest: int
    """Code points; a longer paragraph is never taken out whole."""
    patterns: tuple[re.Pattern[str], ...]
    cues: tuple[frozenset[str], ...]
    """For each pattern the lower-case beginnings it may have: a word of a stretch, two letters of a paragraph, "" for any."""
    words: frozenset[str]
    """Lower-case words: a paragraph that holds no others is furniture."""
    unless: tuple[re.Pattern[str], ...]
    capitals: bool
    """Whether it holds only in articles that are not themselves written in capitals."""
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class StampWords:
    """The words that lines of publication are made of, in lower case."""

    published: frozenset[str]
    updated: frozenset[str]
    filler: frozenset[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    """Monday is 1."""
    zones: frozenset[str]


@dataclass(frozen=True, slots=True)
class StampExample:
    """A line of publication with the day and hour it gives ("" where it gives none), or an ordinary line (`day` is None)."""

    text: str
    day: str | None
    """Written `--06-04` where its year is left open."""
    hour: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """How a report names the place it was written in."""

    patterns: tuple[re.Pattern[str], ...]
    yes: tuple[tuple[str, str, str], ...]
    """Openings of reports, each with its place and its day, or "" for what it does not name."""
    no: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Titles:
    """How a line written as a headline looks: every word of it begins with a capital but these."""

    small: frozenset[str]
    yes: tuple[str, ...]
    no: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FurnitureLexicon:
    """All that is known of page furniture, ready for matching."""

    rules: tuple[FurnitureRule, ...]
    by_letters: Mapping[str, tuple[tuple[FurnitureRule, re.Pattern[str]], ...]]
    """Patterns to be tried on a paragraph that begins with these two letters, in the order of the file; "" for any others."""
    parts: tuple[tuple[str, FurnitureRule, re.Pattern[str]], ...]
    """Patterns for stretches, each with the lower-case words that it begins with."""
    stamp: StampWords
    stamp_examples: tuple[StampExample, ...]
    byline: tuple[re.Pattern[str], ...]
    """The patterns of the rule `byline`, which a line of publication may hold as well."""
    email: re.Pattern[str]
    names: re.Pattern[str]
    """A name of a person or an outlet, or several."""
    dateline: Dateline
    titles: Titles


def load_furniture(document: Value) -> FurnitureLexicon:
    """Read furniture.yaml. Raises DataFileError."""
    top = document.fields(required=["pieces", "rules", "stamp", "dateline", "titles"])
    pieces = _pieces(top["pieces"])
    rules = tuple(_rule(ident, row, pieces) for ident, row in top["rules"].pairs())
    all_patterns = [entry for rule in rules for entry in zip([rule] * len(rule.patterns), rule.patterns, rule.cues, strict=True)]
    parts = [(cue, rule, pattern) for rule, pattern, cues in all_patterns if rule.cut is Cut.PART for cue in sorted(cues)]
    whole = [entry for entry in all_patterns if entry[0].cut is not Cut.PART]
    by_letters = {
        letters: tuple((rule, pattern) for rule, pattern, cues in whole if letters in cues or "" in cues)
        for letters in sorted({"", *(letters for _, _, cues in whole for letters in cues)})
    }
    byline = next((r for r in rules if r.id == "byline"), None)
    if byline is None or not {"email", "people"} <= set(pieces):
        raise document.wrong("the rule `byline` and the pieces `email` and `people` must be there")
    words, stamp_examples = _stamp(top["stamp"])
    return FurnitureLexicon(
        rules=rules,
        by_letters=by_letters,
        parts=tuple(parts),
        stamp=words,
        stamp_examples=stamp_examples,
        byline=byline.patterns,
        email=re.compile(pieces["email"], re.IGNORECASE),
        names=re.compile(pieces["people"]),
        dateline=_dateline(top["dateline"], pieces),
        titles=_titles(top["titles"]),
    )


def _pieces(value: Value) -> dict[str, str]:
    pieces: dict[str, str] = {}
    for name, row in value.pairs():
        pieces[name] = f"(?:{_expand(row, pieces)})"
    return pieces


def _expand(value: Value, pieces: Mapping[str, str]) -> str:
    def piece(match: re.Match[str]) -> str:
        if match[1] not in pieces:
            raise value.wrong(f"no piece is called {match[1]!r}; known so far are: {', '.join(pieces)}")
        return pieces[match[1]]

    return _PIECE.sub(piece, value.text().replace("…", ".*").replace(" ?", r"\s*").replace(" ", r"\s+"))


def _compile(value: Value, pieces: Mapping[str, str]) -> re.Pattern[str]:
    try:
        return re.compile(_expand(value, pieces), re.IGNORECASE | re.DOTALL)
    except re.error as error:
        raise value.wrong(f"this is no valid pattern: {error}") from None


def _rule(ident: str, row: Value, pieces: Mapping[str, str]) -> FurnitureRule:
    fields = row.fields(required=["cuts", "yes", "no"], optional=["where", "longest", "patterns", "words", "unless", "capitals"])
    cut = Cut(fields["cuts"].choice([c.value for c in Cut]))
    sources = list(fields["patterns"].items()) if "patterns" in fields else []
    if not sources and "words" not in fields:
        raise row.wrong(f"the rule {ident!r} needs `patterns` or `words`")
    return FurnitureRule(
        id=ident,
        cut=cut,
        zone=Zone(fields["where"].choice([z.value for z in Zone])) if "where" in fields else Zone.ANY,
        longest=int(fields["longest"].number()) if "longest" in fields else 200,
        patterns=tuple(_compile(v, pieces) for v in sources),
        cues=tuple(frozenset([_cue(v)]) if cut is Cut.PART else _beginnings(v.text()) for v in sources),
        words=frozenset(fields["words"].text().lower().split()) if "words" in fields else frozenset(),
        unless=tuple(_compile(v, pieces) for v in fields["unless"].items()) if "unless" in fields else (),
        capitals="capitals" in fields and fields["capitals"].flag(),
        examples=(*_yes(fields["yes"], cut), *(Example(text, "") for text in fields["no"].texts())),
    )


def _yes(value: Value, cut: Cut) -> tuple[Example, ...]:
    """A positive example is the paragraph itself, or a list of the paragraph and the words cut out of it."""
    found = []
    for item in value.items():
        text, taken = (item.text(), item.text()) if item.is_text else _pair(item)
        if cut in (Cut.PART, Cut.LABEL) and item.is_text:
            raise item.wrong("give this example as [paragraph, what is cut out of it]")
        if taken not in text:
            raise item.wrong("what is cut out must stand in the paragraph")
        found.append(Example(text, taken))
    return tuple(found)


def _pair(item: Value) -> tuple[str, str]:
    both = item.texts()
    if len(both) != 2:
        raise item.wrong("expected two texts here")
    return both[0], both[1]


def _beginnings(source: str) -> frozenset[str]:
    """The first two letters that a paragraph must have for a pattern to hold; the empty string where it may have any.

    Only what keeps a paragraph from being tried against every pattern: where the source is not understood, it is tried.
    """
    if _TWO_LETTERS.match(source):
        return frozenset([source[:2].lower()])
    group = _GROUP.match(source)
    if group is None:
        return frozenset([""])
    branches, end = _branches(source, group.end())
    rest = source[end:]
    if rest[:1] in ("*", "{"):
        return frozenset([""])
    if rest[:1] == "?":
        rest = rest[1:].removeprefix("?")
        branches = [*branches, ""]
    return frozenset().union(*(_beginnings(branch + rest) for branch in branches))


def _branches(source: str, start: int) -> tuple[list[str], int]:
    """The alternatives of the group that is open at `start`, and where it ends."""
    branches, depth, first, at = [], 0, start, start
    while at < len(source):
        char = source[at]
        if char == "\\":
            at += 1
        elif char == "[":
            at = source.find("]", at + 2)
        elif char == "(":
            depth += 1
        elif char == "|" and depth == 0:
            branches.append(source[first:at])
            first = at + 1
        elif char == ")":
            if depth == 0:
                return [*branches, source[first:at]], at + 1
            depth -= 1
        at += 1
    return [""], len(source)


def _cue(value: Value) -> str:
    """The literal beginning of a stretch's pattern, by which it is found at the cost of a plain search."""
    match = _CUE.match(value.text())
    cue = match[0].replace("\\", "").split(" ")[0].lower() if match else ""
    if len(cue) < 2 and cue.isascii():
        raise value.wrong("the pattern of a part must begin with a plain word")
    return cue


def _stamp(value: Value) -> tuple[StampWords, tuple[StampExample, ...]]:
    fields = value.fields(required=["published", "updated", "filler", "months", "weekdays", "zones", "yes", "no"])

    def words(name: str) -> frozenset[str]:
        return frozenset(fields[name].text().lower().split())

    months, weekdays = _numbered(fields["months"], 12, "months"), _numbered(fields["weekdays"], 7, "weekdays")
    found = StampWords(words("published"), words("updated"), words("filler"), months, weekdays, words("zones"))
    return found, (*_stamp_yes(fields["yes"]), *(StampExample(t, None, "") for t in fields["no"].texts()))


def _numbered(rows: Value, size: int, name: str) -> dict[str, int]:
    """The names of the months or the weekdays, each with its place among them."""
    found: dict[str, int] = {}
    for number, row in enumerate(rows.items(), 1):
        found |= dict.fromkeys(row.text().lower().split(), number)
    if set(found.values()) != set(range(1, size + 1)):
        raise rows.wrong(f"expected the names of {size} {name}, those of one to an item")
    return found


def _stamp_yes(value: Value) -> tuple[StampExample, ...]:
    found = []
    for row in value.items():
        entry = row.fields(required=["line"], optional=["day", "open", "hour"])
        day = entry["day"].text() if "day" in entry else ""
        try:
            day = day and date.fromisoformat(day).isoformat()
        except ValueError:
            raise entry["day"].wrong(f"expected a day such as 2025-09-28, found {day!r}") from None
        day = day or (entry["open"].text() if "open" in entry else "")
        found.append(StampExample(entry["line"].text(), day, entry["hour"].text() if "hour" in entry else ""))
    return tuple(found)


def _dateline(value: Value, pieces: Mapping[str, str]) -> Dateline:
    fields = value.fields(required=["patterns", "yes", "no"])
    return Dateline(
        patterns=tuple(_compile(v, pieces) for v in fields["patterns"].items()),
        yes=tuple(_opening(v) for v in fields["yes"].items()),
        no=fields["no"].texts(),
    )


def _opening(item: Value) -> tuple[str, str, str]:
    parts = item.texts()
    if len(parts) not in (2, 3):
        raise item.wrong("expected an opening, its place and, where it names one, its day")
    return parts[0], parts[1], parts[2] if len(parts) > 2 else ""


def _titles(value: Value) -> Titles:
    fields = value.fields(required=["small", "yes", "no"])
    return Titles(frozenset(fields["small"].text().lower().split()), fields["yes"].texts(), fields["no"].texts())
