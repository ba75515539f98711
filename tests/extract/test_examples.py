"""Every example that stands in the catalogue, read as the tool reads an article; and that every entry has examples."""

from __future__ import annotations

import importlib.resources
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from claimcheck.errors import DataFileError
from claimcheck.lexicon.bounds import load_bounds
from claimcheck.lexicon.catalogue import type_documents
from claimcheck.lexicon.document import Value, parse
from claimcheck.lexicon.examples import Example, Examples, load_examples
from claimcheck.lexicon.filters import load_filters
from claimcheck.lexicon.types import load_types
from claimcheck.model.claim import Claim, Extraction
from claimcheck.model.quantity import Bound
from claimcheck.pipeline import extract_text
from claimcheck.text.tokens import tokenise

FEWEST = 5
"""Examples of either sort that a claim type needs."""


def document(name: str) -> Value:
    path = f"lexicon/en/{name}.yaml"
    found = parse(importlib.resources.files("claimcheck.claims").joinpath(path).read_text(encoding="utf-8"), path)
    assert found is not None
    return found


@dataclass(frozen=True, slots=True)
class Entry:
    """A type, a bound or a filter of the catalogue with its examples."""

    name: str
    words: tuple[str, ...]
    bound: Bound
    examples: Examples


def types() -> Iterator[Entry]:
    for file in type_documents():
        fields = dict(file.pairs())
        yield Entry(fields["id"].text(), (), Bound.EXACT, load_examples(fields["examples"]))


def bounds() -> Iterator[Entry]:
    for row in document("bounds").fields(required=["entries"])["entries"].items():
        fields = dict(row.pairs())
        written = fields["bound"].text()
        bound = Bound.ABOUT if written == "below" else Bound(written)
        words = fields["words"].texts()
        yield Entry(f"{written} {fields['direction'].text()} {words[0]}", words, bound, load_examples(fields["examples"]))


def filters() -> Iterator[Entry]:
    for ident, body in document("filters").fields(required=["filters"])["filters"].pairs():
        yield Entry(ident, (), Bound.EXACT, load_examples(dict(body.pairs())["examples"]))


TYPES, BOUNDS, FILTERS = list(types()), list(bounds()), list(filters())


def cases(entries: list[Entry], side: str) -> list[object]:
    """Every example of a side with its entry, named so that a failure tells its line."""
    return [
        pytest.param(entry, example, id=f"{entry.name}:{example.place.line}")
        for entry in entries
        for example in getattr(entry.examples, side)
    ]


def read(example: Example) -> Extraction:
    return extract_text(example.text)[1]


def stated(claims: tuple[Claim, ...], example: Example) -> list[Claim]:
    return [claim for claim in claims if claim.figure == example.figure]


@pytest.mark.parametrize(("entry", "example"), cases(TYPES, "claims"))
def test_a_sentence_states_a_claim_of_its_type(entry: Entry, example: Example) -> None:
    found = stated(read(example).claims, example)
    assert (entry.name, example.bound or Bound.EXACT) in [(c.kind, c.bound) for c in found]


@pytest.mark.parametrize(("entry", "example"), cases(TYPES, "none"))
def test_a_look_alike_states_no_claim_of_the_type(entry: Entry, example: Example) -> None:
    assert [c.text for c in read(example).claims if c.kind == entry.name] == []


@pytest.mark.parametrize(("entry", "example"), cases(BOUNDS, "claims"))
def test_a_phrase_bounds_its_figure(entry: Entry, example: Example) -> None:
    assert (example.bound or entry.bound) in [c.bound for c in stated(read(example).claims, example)]


@pytest.mark.parametrize(("entry", "example"), cases(BOUNDS, "none"))
def test_a_look_alike_of_a_bound_leaves_the_figure_alone(entry: Entry, example: Example) -> None:
    assert (example.bound or Bound.EXACT) in [c.bound for c in stated(read(example).claims, example)]


@pytest.mark.parametrize(("entry", "example"), cases(FILTERS, "claims"))
def test_a_look_alike_of_a_filtered_number_is_read(entry: Entry, example: Example) -> None:
    assert stated(read(example).claims, example)


@pytest.mark.parametrize(("entry", "example"), cases(FILTERS, "none"))
def test_a_number_that_is_no_quantity_is_left_out_and_listed(entry: Entry, example: Example) -> None:
    assert example.words is not None
    found = read(example)
    ends = [(f.span.start, f.span.end) for f in found.filtered if f.filter == entry.name]
    places = [at for at in range(len(example.text)) if example.text.startswith(example.words, at)]
    left_out = [at for at in places if any(start <= at < end for start, end in ends)]
    assert left_out, f"read as {[c.text for c in found.claims]}, left out by {[f.filter for f in found.filtered]}"
    assert not [c.text for c in found.claims if any(c.start <= at < c.end for at in left_out)]


@pytest.mark.parametrize("entry", TYPES, ids=lambda e: e.name)
def test_every_type_has_enough_examples_and_look_alikes(entry: Entry) -> None:
    assert len(entry.examples.claims) >= FEWEST
    assert len(entry.examples.none) >= FEWEST


@pytest.mark.parametrize("entry", [*BOUNDS, *FILTERS], ids=lambda e: e.name)
def test_every_bound_and_filter_has_examples_and_look_alikes(entry: Entry) -> None:
    assert entry.examples.claims
    assert entry.examples.none


@pytest.mark.parametrize("entry", BOUNDS, ids=lambda e: e.name)
def test_every_phrase_of_a_bound_stands_in_an_example(entry: Entry) -> None:
    texts = [[t.norm for t in tokenise(e.text)] for e in entry.examples.claims]
    unused = [words for words in entry.words if not any(_stands_in([t.norm for t in tokenise(words)], text) for text in texts)]
    assert unused == []


def _stands_in(words: list[str], text: list[str]) -> bool:
    return any(text[at : at + len(words)] == words for at in range(len(text)))


def test_no_two_examples_are_one_sentence() -> None:
    every = [e.text for entry in (*TYPES, *BOUNDS) for e in (*entry.examples.claims, *entry.examples.none)]
    twice = sorted({text for text in every if every.count(text) > 3})
    assert twice == []


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ("{claims: [{text: 'A b c.'}], not: []}", "the key 'figure' is missing"),
        ("{claims: [{text: 'A b c.', figure: many}], not: []}", "many"),
        ("{claims: [{text: 'A b c.', figure: [3, 1]}], not: []}", "expected a number or [lowest, highest]"),
        ("{claims: [{text: 'A b c.', figure: 1, bound: at_leest}], not: []}", "did you mean 'at_least'"),
        ("{claims: [{text: 'Abc', figure: 1}], not: []}", "expected a sentence"),
        ("{claims: [], not: [{text: 'A b c.', words: d}]}", "'d' does not stand in the sentence"),
        ("{claims: [], not: ['A b c.', 'A b c.']}", "stands twice"),
        ("{claims: []}", "the key 'not' is missing"),
    ],
)
def test_a_mistake_in_examples_is_named_with_its_place(wrong: str, complaint: str) -> None:
    value = parse(f"examples: {wrong}", "mine.yaml")
    assert value is not None
    with pytest.raises(DataFileError, match=r"mine\.yaml:1:[0-9]+: ") as error:
        load_examples(value.fields(required=["examples"])["examples"])
    assert complaint in str(error.value)


def test_types_bounds_and_filters_do_not_load_without_examples() -> None:
    type_file = parse("{id: a, title: b, dimension: count, growth: fixed, heads: []}", "type.yaml")
    bound_file = parse("entries: [{words: [at least], bound: at_least, direction: forward}]", "bounds.yaml")
    filter_file = parse("filters: {web: {reason: r, shape: web}}", "filters.yaml")
    assert type_file is not None
    assert bound_file is not None
    assert filter_file is not None
    with pytest.raises(DataFileError, match="'examples' is missing"):
        load_types([type_file])
    with pytest.raises(DataFileError, match="'examples' is missing"):
        load_bounds(bound_file)
    with pytest.raises(DataFileError, match="'examples' is missing"):
        load_filters(filter_file)
