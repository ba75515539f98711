"""Currencies (`currencies.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from claimcheck.lexicon.document import Value
from claimcheck.lexicon.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Currencies:
    """How money is written; every value is an ISO 4217 code."""

    signs: Phrases[str]
    """Looked up as the phrase that ends right before the figure."""
    marks: frozenset[str]
    """The signs that are one character."""
    before: Mapping[str, str]
    names: Phrases[str]
    hundredths: Mapping[str, str]
    weights_too: frozenset[str]
    money_near: frozenset[str]
    """Words in front that make such a name money."""
    weight_near: frozenset[str]
    spelled: Mapping[str, str]
    """Names that some papers write before the figure: pounds 5bn."""
    before_spelled: frozenset[str]
    """What may stand before such a name."""
    taken: frozenset[str]
    """Words behind such a name that make it money: was stolen, worth of."""
    public_money: frozenset[str]
    """What pounds "of" which are money: thousands of pounds of public funds."""


def load_currencies(document: Value) -> Currencies:
    """Read currencies.yaml. Raises DataFileError."""
    fields = document.fields(
        required=[
            "signs",
            "before",
            "names",
            "hundredths",
            "weights_too",
            "money_near",
            "weight_near",
            "spelled",
            "before_spelled",
            "taken",
            "public_money",
        ]
    )
    signs = _codes(fields["signs"])
    return Currencies(
        signs=Phrases.of(signs.items()),
        marks=frozenset(sign for sign in signs if len(sign) == 1),
        before=MappingProxyType(_codes(fields["before"])),
        names=Phrases.of(_codes(fields["names"]).items()),
        hundredths=MappingProxyType(_codes(fields["hundredths"])),
        weights_too=frozenset(fields["weights_too"].texts()),
        money_near=frozenset(fields["money_near"].texts()),
        weight_near=frozenset(fields["weight_near"].texts()),
        spelled=MappingProxyType(_codes(fields["spelled"])),
        before_spelled=frozenset(fields["before_spelled"].texts()),
        taken=frozenset(fields["taken"].texts()),
        public_money=frozenset(fields["public_money"].texts()),
    )


def _codes(value: Value) -> dict[str, str]:
    found = {}
    for words, code in value.pairs():
        if len(code.text()) != 3 or not code.text().isupper():
            raise code.wrong(f"expected an ISO 4217 code of three capitals, found {code.text()!r}")
        found[words] = code.text()
    return found
