"""A saved JSON report, read back into the values that every writer takes.

What a report does not hold (the articles' text, the numbers that were left out) stays empty: no format shows it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any, NoReturn, TypeVar

from claimcheck.errors import ClaimcheckError, DataFileError, Place
from claimcheck.model.article import Article, Role, SkippedArticle
from claimcheck.model.claim import Claim, Filtered, Frame, Scope, Status, Step
from claimcheck.model.deed import Deed, Party, Polarity
from claimcheck.model.ledger import Choice, Decision, FindingState, State
from claimcheck.model.quantity import Bound, Dimension, Quantity
from claimcheck.model.report import SCHEMA_VERSION, Report, Story
from claimcheck.model.span import Span
from claimcheck.model.subject import Finding, Judged, Link, Position, Subject, Verdict
from claimcheck.model.when import Day, MonthDay, Precision, When
from claimcheck.model.wording import describe_quantity

T = TypeVar("T")

_HUGE = re.compile(r"\d(?:\.\d+)?e\+\d+")
_MOST_FILTERED = 10_000_000
_WRONG = (KeyError, TypeError, ValueError, AttributeError, ArithmeticError)


def read_report(raw: bytes, path: str) -> Report:
    """Reads what `--format json` wrote.

    Args:
        raw: The file's bytes.
        path: Its name, for complaints.

    Returns:
        A report that every writer writes as it would have written the original.

    Raises:
        DataFileError: It is no JSON.
        ClaimcheckError: It is JSON and no report, or one of a newer kind.
    """
    document = _parsed(raw, path)
    if not isinstance(document, dict) or "schema_version" not in document:
        raise ClaimcheckError(f"{path}: this is no report of claimcheck; write one with `claimcheck compare --format json`")
    version = str(document["schema_version"])
    if version.split(".", maxsplit=1)[0] != SCHEMA_VERSION.split(".", maxsplit=1)[0]:
        raise ClaimcheckError(
            f"{path}: the report has schema version {version}, and this claimcheck reads {SCHEMA_VERSION}; "
            "write it anew with this claimcheck, or render it with the one that wrote it"
        )
    return _report(document, path)


def _parsed(raw: bytes, path: str) -> Any:
    try:
        return json.loads(raw.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise DataFileError(Place(path, error.lineno, error.colno), f"this is no valid JSON: {error.msg}") from None
    except (UnicodeDecodeError, RecursionError, ValueError) as error:
        raise ClaimcheckError(f"{path}: this is no valid JSON: {' '.join(str(error).split())}") from None


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")


def _report(document: Mapping[str, Any], path: str) -> Report:
    def each(name: str, build: Callable[[Any], T]) -> tuple[T, ...]:
        made = []
        try:
            members = document.get(name, []) if name in ("states", "changed") else document[name]
            for member in members:
                made.append(build(member))
        except _WRONG as error:
            place = f"{name}[{len(made)}]" if name in document else name
            said = f"{error} is missing" if isinstance(error, KeyError) else str(error)
            raise ClaimcheckError(f"{path}: this is no whole report of claimcheck, at {place}: {said}; write it anew") from None
        return tuple(made)

    claims = each("claims", _claim)
    by_id = {c.id: c for c in claims}
    findings: dict[str, list[Finding]] = {}
    for finding in each("findings", lambda m: _finding(m, by_id)):
        findings.setdefault(finding.subject, []).append(finding)
    counted = document.get("filtered") if isinstance(document.get("filtered"), dict) else {}
    return Report(
        articles=each("sources", _article),
        skipped=each("skipped", lambda m: SkippedArticle(_text(m["path"]), _text(m["reason"]))),
        stories=each("stories", lambda m: Story(_text(m["id"]), _text(m["label"]), tuple(map(_text, m["sources"])))),
        claims=claims,
        filtered=tuple(("", f) for name, number in (counted or {}).items() for f in _left_out(name, number, path)),
        judged=each("subjects", lambda m: _judged(m, by_id, tuple(findings.get(m["id"], ())))),
        notes=each("notes", _text),
        changed=frozenset(each("changed", _text)),
        states=dict(each("states", lambda m: (_text(m["id"]), _state(m)))),
    )


def _left_out(name: str, number: Any, path: str) -> tuple[Filtered, ...]:
    if not isinstance(number, int) or not 0 <= number <= _MOST_FILTERED:
        raise ClaimcheckError(f"{path}: this is no whole report of claimcheck, at filtered: {name!r} has no count; write it anew")
    return (Filtered(Span(0, 0), "", name, ""),) * number


def _article(m: Any) -> Article:
    return Article(
        id=_text(m["id"]),
        path=_text(m["path"]),
        text="",
        blocks=(),
        title=_maybe(m["title"], _text),
        publisher=_maybe(m["publisher"], _text),
        author=_maybe(m["author"], _text),
        published=_maybe(m["published"], date.fromisoformat),
        hour=_maybe(m["hour"], time.fromisoformat),
        dateline=_maybe(m["dateline"], _text),
        url=_maybe(m["url"], _text),
        encoding=_text(m["encoding"]),
        notes=tuple(map(_text, m["notes"])),
    )


def _claim(m: Any) -> Claim:
    start, sentence = int(m["sentence_start"]), _text(m["sentence"])
    return Claim(
        id=_text(m["id"]),
        source=_text(m["source"]),
        span=Span(int(m["start"]), int(m["end"])),
        line=int(m["line"]),
        text=_text(m["text"]),
        sentence=sentence,
        sentence_span=Span(start, start + len(sentence)),
        kind=_text(m["kind"]),
        value=_value(m),
        role=Role(m["role"]),
        attribution=_maybe(m["attribution"], _text),
        status=Status(m["status"]),
        frame=_frame(m["about"]),
        as_of=_maybe(m["as_of"], _day),
        restates=_maybe(m["restates"], _text),
        steps=tuple(Step(_text(s["rule"]), _text(s["words"]), _text(s["note"])) for s in m["steps"]),
    )


def _value(m: Any) -> Quantity | When | Deed:
    match m["dimension"]:
        case Dimension.DATE.value:
            return _when(m)
        case Dimension.FACT.value:
            return _deed(m["deed"], _text(m["value"]))
        case _:
            return _quantity(m)


def _deed(m: Any, said: str) -> Deed:
    who, what = (_maybe(m[name], _party) for name in ("who", "what"))
    return Deed(_text(m["act"]), Polarity(m["polarity"]), said, who, what, frozenset(map(_text, m["charge"])))


def _party(m: Any) -> Party:
    names, places, words, limits = (frozenset(map(_text, m[name])) for name in ("names", "places", "words", "limits"))
    return Party(_text(m["text"]), _text(m["head"]), names, places, words, limits)


def _quantity(m: Any) -> Quantity:
    bound = Bound(m["bound"])
    low, high = _maybe(m["low"], _number), _maybe(m["high"], _number)
    if m["figure"] is not None:
        one, two = (_number(f) for f in m["figure"])
    else:  # a number too long for JSON: its words still say how large it is
        found = _HUGE.findall(_text(m["value"]))
        one, two = Decimal(found[0]), Decimal(found[-1])
        low, high = (None if bound is Bound.AT_MOST else one), (None if bound is Bound.AT_LEAST else two)
    read = Quantity(Dimension(m["dimension"]), _maybe(m["unit"], _text), (one, two), bound, low, high, vague=bool(m["vague"]))
    if describe_quantity(read) == m["value"]:
        return read
    # Whether 10^30 was written in digits or not is lost in JSON, and its words tell.
    return replace(read, figure=(_shortest(one), _shortest(two)))


def _when(m: Any) -> When:
    first, last = (_day(f) for f in m["figure"]) if m["figure"] is not None else (None, None)
    return When(first, last, Precision(m["precision"]), Bound(m["bound"]), bool(m["relative"]), bool(m["since"]))


def _frame(m: Any) -> Frame:
    def words(name: str) -> frozenset[str]:
        return frozenset(map(_text, m[name]))

    return Frame(
        noun=_maybe(m["noun"], _text),
        modifiers=words("modifiers"),
        predicate=_maybe(m["predicate"], _text),
        events=words("events"),
        groups=words("groups"),
        places=words("places"),
        names=words("names"),
        scope=frozenset(Scope(word) for word in m["scope"]),
    )


def _judged(m: Any, claims: Mapping[str, Claim], findings: tuple[Finding, ...]) -> Judged:
    links = tuple(Link(_text(x["left"]), _text(x["right"]), float(x["score"]), tuple(map(_text, x["reasons"]))) for x in m["links"])
    members = tuple(claims[c] for c in m["claims"])
    subject = Subject(_text(m["id"]), _text(m["label"]), _text(m["kind"]), members, _text(m["story"]), links)
    positions = tuple(Position(_text(p["value"]), tuple(claims[c] for c in p["claims"]), int(p["origins"])) for p in m["positions"])
    return Judged(subject, Verdict(m["verdict"]), positions, findings)


def _finding(m: Any, claims: Mapping[str, Claim]) -> Finding:
    sides = zip(m["values"], m["positions"], m["origins"], strict=True)
    return Finding(
        id=_text(m["id"]),
        subject=_text(m["subject"]),
        verdict=Verdict(m["verdict"]),
        positions=tuple(Position(_text(v), tuple(claims[c] for c in ids), int(n)) for v, ids, n in sides),
        level=_text(m["level"]),
        reason=_text(m["reason"]),
        explanation=_maybe(m["explanation"], _text),
    )


def _state(m: Any) -> FindingState:
    decision = _maybe(m["decision"], _decision)
    return FindingState(State(m["state"]), _text(m["reason"]), _text(m["entry"]), _text(m["fingerprint"]), decision)


def _decision(m: Any) -> Decision:
    on, expires = date.fromisoformat(m["on"]), _maybe(m["expires"], date.fromisoformat)
    return Decision(Choice(m["choice"]), _text(m["reason"]), _text(m["by"]), on, expires)


def _maybe(value: Any, build: Callable[[Any], T]) -> T | None:
    return None if value is None else build(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected text, found {value!r}")
    return value


def _number(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TypeError(f"expected a number, found {value!r}")
    return Decimal(value)


def _shortest(value: Decimal) -> Decimal:
    """The same number without zeros at its end; unlike `normalize` it rounds nothing."""
    sign, digits, exponent = value.as_tuple()
    kept = len("".join(map(str, digits)).rstrip("0")) or 1
    return Decimal((sign, digits[:kept], exponent + len(digits) - kept)) if isinstance(exponent, int) else value


def _day(value: Any) -> Day:
    words = _text(value)
    return MonthDay(int(words[2:4]), int(words[5:7])) if words.startswith("--") else date.fromisoformat(words)
