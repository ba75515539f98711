"""Examples that stand beside the entries of the catalogue: sentences with what is to be read in them, and look-alikes.

Loading checks their shape only; the tests run them through the extraction.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claimcheck.errors import Place
from claimcheck.lexicon.document import Value
from claimcheck.model.claim import Status
from claimcheck.model.quantity import Bound, Dimension


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and the claim that it states; what is None was not said and is not checked."""

    place: Place
    text: str
    figure: tuple[Decimal, Decimal] | None = None
    """Equal unless a range or a vague word is written."""
    bound: Bound | None = None
    dimension: Dimension | None = None
    unit: str | None = None
    noun: str | None = None
    kind: str | None = None
    status: Status | None = None
    attribution: str | None = None
    words: str | None = None
    """The part of the sentence that is read, or left out."""


@dataclass(frozen=True, slots=True)
class Examples:
    """What an entry reads, and what it must leave alone."""

    claims: tuple[Example, ...]
    none: tuple[Example, ...]


_OPTIONAL = ("bound", "dimension", "unit", "noun", "kind", "status", "attribution", "words")


def load_examples(value: Value) -> Examples:
    """Read `{claims: [...], not: [...]}`. Raises DataFileError for a wrong shape and for a sentence that stands twice."""
    fields = value.fields(required=["claims", "not"])
    found = Examples(tuple(_claim(v) for v in fields["claims"].items()), tuple(_none(v) for v in fields["not"].items()))
    seen: set[str] = set()
    for side in ("claims", "not"):
        for item, example in zip(fields[side].items(), found.claims if side == "claims" else found.none, strict=True):
            key = f"{example.text} {example.figure} {example.words}"
            if key in seen:
                raise item.wrong("this example stands twice; remove one")
            seen.add(key)
    return found


def _claim(value: Value) -> Example:
    fields = value.fields(required=["text", "figure"], optional=_OPTIONAL)
    return _example(value, fields)


def _none(value: Value) -> Example:
    if value.is_text:
        return Example(value.place, _sentence(value))
    return _example(value, value.fields(required=["text"], optional=["figure", *_OPTIONAL]))


def _example(value: Value, fields: dict[str, Value]) -> Example:
    text = _sentence(fields["text"])
    words = fields["words"].text() if "words" in fields else None
    if words is not None and words not in text:
        raise fields["words"].wrong(f"{words!r} does not stand in the sentence")
    return Example(
        place=value.place,
        text=text,
        figure=_figure(fields["figure"]) if "figure" in fields else None,
        bound=Bound(fields["bound"].choice([b.value for b in Bound])) if "bound" in fields else None,
        dimension=Dimension(fields["dimension"].choice([d.value for d in Dimension])) if "dimension" in fields else None,
        unit=fields["unit"].text() if "unit" in fields else None,
        noun=fields["noun"].text() if "noun" in fields else None,
        kind=fields["kind"].text() if "kind" in fields else None,
        status=Status(fields["status"].choice([s.value for s in Status])) if "status" in fields else None,
        attribution=fields["attribution"].text() if "attribution" in fields else None,
        words=words,
    )


def _sentence(value: Value) -> str:
    text = value.text()
    if len(text.split()) < 2:
        raise value.wrong("expected a sentence here")
    return text


def _figure(value: Value) -> tuple[Decimal, Decimal]:
    if not value.is_list:
        return value.number(), value.number()
    ends = [end.number() for end in value.items()]
    if len(ends) != 2 or ends[0] > ends[1]:
        raise value.wrong("expected a number or [lowest, highest] here")
    return ends[0], ends[1]
