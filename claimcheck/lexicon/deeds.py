"""Deeds that news disputes, and the words that say whether they were done (`deeds.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from claimcheck.errors import Place
from claimcheck.lexicon.document import Value
from claimcheck.lexicon.grammar import Grammar
from claimcheck.lexicon.phrases import Phrases
from claimcheck.model.deed import Polarity


class Role(StrEnum):
    """What a deed is known by."""

    WHO = "who"
    """The one who does it."""
    WHAT = "what"
    """What it is done to, which is a thing."""
    WHOM = "whom"
    """What it is done to, which is a person with a name; who does it is left open."""


@dataclass(frozen=True, slots=True)
class Act:
    """One kind of deed."""

    id: str
    title: str
    roles: frozenset[Role]
    things: frozenset[str]
    """Nouns that it may be done to; without them any."""
    charged: frozenset[str]
    """Words behind which a part of it stands: guilty of murder is not guilty of theft."""
    lasting: bool
    """Whether the present tense tells it too: "does not recognise"."""
    general: bool
    """Whether what it is done to is known without an article: lifted sanctions, used nerve gas."""
    anybody: bool
    """Whether "nobody" may be the one who did not do it."""


@dataclass(frozen=True, slots=True)
class DeedVerb:
    """One way to put a deed."""

    act: Act
    tells: Polarity
    """What it says of the deed: done, its opposite done, or not done, as in "remained closed"."""
    said: str
    """Its participle with what belongs to it: approved, turned down, claimed responsibility."""
    things: frozenset[str]
    """Nouns that it may be done to, where those of the act are too many; without them those of the act."""
    leads_to: bool
    """Whether it ends in "to", behind which another verb may stand: agreed to lift."""
    itself: bool
    """Whether its subject is what it was done to: the airport reopened."""


@dataclass(frozen=True, slots=True)
class DeedExample:
    """A sentence and the deed in it; `act` is empty where there is none."""

    place: Place
    text: str
    act: str = ""
    polarity: Polarity = Polarity.DONE
    who: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class Deeds:
    """All that is known of deeds."""

    acts: Mapping[str, Act]
    verbs: Phrases[tuple[DeedVerb, ...]]
    """By their words, the first in base form."""
    forms: Mapping[str, str]
    """Every form of their first words, but that in -ing, with its base."""
    gerunds: Mapping[str, str]
    """Their forms in -ing: `denied signing`."""
    seconds: Mapping[str, frozenset[str]]
    """Of a first word that never stands alone the words that may stand behind it."""
    words: Mapping[str, frozenset[str]]
    """Lists of words that decide how the words round a verb are read; see deeds.yaml."""
    things: frozenset[str]
    """Every noun that some deed may be done to."""
    same: Mapping[str, str]
    """Nouns for one thing, each with the first of its row."""
    examples: tuple[DeedExample, ...]

    def may_hold(self, words: frozenset[str], *, title: bool) -> bool:
        """Whether a sentence of these words may hold a deed. Cheap: most sentences hold none.

        The base form tells one only behind a helper ("did not", "has yet to"), the present only in a headline.
        """
        if not words.isdisjoint(self.words["admitters"]) and not words.isdisjoint(self.gerunds):
            return True
        helped = not words.isdisjoint(self.words["helpers"])
        for form in words & self.forms.keys():
            base = self.forms[form]
            plain = form == base or form.endswith("s")
            if plain and not helped and not title:
                continue
            if base not in self.seconds or not words.isdisjoint(self.seconds[base]):
                return True
        return False


_LEADS_ON = ("to", "for", "from", "on", "of")
"""Words that only lead on to what a deed is done to."""
_TELLING = (("done", Polarity.DONE), ("opposed", Polarity.OPPOSED), ("undone", Polarity.NOT_DONE))
LISTS = (
    "controls", "modals", "deniers", "admitters", "doubters", "doubts", "openers", "limits", "halves", "behind", "bodies",
    "persons", "titles", "nobody", "versions", "clausal", "helpers", "quantifiers", "vague", "counts", "times",
)  # fmt: skip


def load_deeds(document: Value, grammar: Grammar) -> Deeds:
    """Read deeds.yaml. Raises DataFileError."""
    top = document.fields(required=["acts", "lists", "sets", "participles", "same", "not"])
    sets = {name: body.texts() for name, body in top["sets"].pairs()}
    irregular = {base: body.text() for base, body in top["participles"].pairs()}
    acts: dict[str, Act] = {}
    verbs: dict[str, list[DeedVerb]] = {}
    examples: list[DeedExample] = [DeedExample(row.place, row.text()) for row in top["not"].items()]
    for ident, body in top["acts"].pairs():
        fields = body.fields(
            required=["title", "known_by", "done", "examples"],
            optional=["opposed", "undone", "things", "only", "itself", "charged", "lasting", "general", "anybody"],
        )
        act = _act(ident, fields, sets)
        acts[ident] = act
        only = {verb: _things(things, sets) for verb, things in fields["only"].pairs()} if "only" in fields else {}
        itself = fields["itself"].texts() if "itself" in fields else ()
        for key, tells in _TELLING:
            for words in fields[key].texts() if key in fields else ():
                said = _participle(words, irregular)
                verbs.setdefault(words, []).append(
                    DeedVerb(act, tells, said, only.get(words, frozenset()), words.endswith(" to"), words in itself)
                )
        examples += _examples(ident, fields["examples"])
    return Deeds(
        MappingProxyType(acts),
        Phrases.of((words, tuple(found)) for words, found in verbs.items()),
        MappingProxyType({form: base for base in _firsts(verbs) for form in _forms(base, irregular, grammar)}),
        MappingProxyType({_gerund(base): base for base in _firsts(verbs)}),
        _seconds(verbs),
        MappingProxyType(_lists(top["lists"], irregular, grammar)),
        frozenset(noun for act in acts.values() for noun in act.things),
        MappingProxyType({noun: row.texts()[0] for row in top["same"].items() for noun in row.texts()}),
        tuple(examples),
    )


def _act(ident: str, fields: Mapping[str, Value], sets: Mapping[str, tuple[str, ...]]) -> Act:
    roles = frozenset(Role(role.choice([r.value for r in Role])) for role in fields["known_by"].items())
    flags = {key: key in fields and fields[key].flag() for key in ("lasting", "general", "anybody")}
    things = _things(fields["things"], sets) if "things" in fields else frozenset[str]()
    charged = frozenset(fields["charged"].texts()) if "charged" in fields else frozenset[str]()
    return Act(ident, fields["title"].text(), roles, things, charged, **flags)


def _things(value: Value, sets: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Nouns, where the name of a set stands for its nouns."""
    return frozenset(noun for word in value.texts() for noun in sets.get(word, (word,)))


def _participle(words: str, irregular: Mapping[str, str]) -> str:
    base, *rest = words.split()
    while rest and rest[-1] in _LEADS_ON:
        rest.pop()
    return " ".join([irregular.get(base, _regular(base)), *rest])


def _regular(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    return f"{base[:-1]}ied" if re.search("[^aeiou]y$", base) else f"{base}ed"


def _lists(value: Value, irregular: Mapping[str, str], grammar: Grammar) -> dict[str, frozenset[str]]:
    """The lists of words; those of verbs with all their forms."""
    found = {name: frozenset(body.texts()) for name, body in value.fields(required=LISTS).items()}
    for name in ("controls", "deniers", "admitters", "doubters"):
        found[name] = frozenset(form for base in found[name] for form in (*_forms(base, irregular, grammar), _gerund(base)))
    return found


def _gerund(base: str) -> str:
    return f"{base[:-1]}ing" if base.endswith("e") and not base.endswith("ee") else f"{base}ing"


def _seconds(verbs: Iterable[str]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for words in verbs:
        base, *rest = words.split()
        found.setdefault(base, set()).add(rest[0] if rest else "")
    return MappingProxyType({base: frozenset(rest) for base, rest in found.items() if "" not in rest})


def _firsts(verbs: Iterable[str]) -> list[str]:
    return sorted({words.split()[0] for words in verbs})


def _forms(base: str, irregular: Mapping[str, str], grammar: Grammar) -> Iterable[str]:
    yield base
    if base.endswith(("s", "sh", "ch", "x", "o")):
        yield f"{base}es"
    else:
        yield f"{base[:-1]}ies" if re.search("[^aeiou]y$", base) else f"{base}s"
    yield irregular.get(base, _regular(base))
    yield from (form for form, verb in grammar.verbs.items() if verb == base and not form.endswith(("ing", "s")))


def _examples(act: str, value: Value) -> Iterable[DeedExample]:
    for row in value.items():
        fields = row.fields(required=["text", "is"], optional=["who", "what"])
        polarity = Polarity(fields["is"].choice([p.value for p in Polarity]))
        named = {key: fields[key].text() for key in ("who", "what") if key in fields}
        yield DeedExample(row.place, fields["text"].text(), act, polarity, **named)
