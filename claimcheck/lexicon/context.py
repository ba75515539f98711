"""Words around a figure: events, places, noun classes, status, scope (one YAML file each)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from claimcheck.lexicon.document import Value
from claimcheck.lexicon.phrases import Phrases
from claimcheck.model.claim import Scope, Status


@dataclass(frozen=True, slots=True)
class Events:
    """Kinds of event by the nouns and verbs that name them."""

    nouns: Phrases[frozenset[str]]
    verbs: Phrases[frozenset[str]]
    breadth: Mapping[str, int]
    """How many words name each kind: the fewer, the more they tell."""
    same: Mapping[str, frozenset[int]]
    """Verb to the numbers of the sets of verbs for one deed that it belongs to."""
    turned: Mapping[str, Mapping[str, str]]
    """Verb to the words behind it that make another deed of it: found guilty is convicted."""

    def one_verb(self, left: str | None, right: str | None) -> bool:
        """Whether two verbs, in base form, are one or may tell of one deed: seized, recovered."""
        if left is None or right is None:
            return False
        return left == right or bool(self.same.get(left, frozenset()) & self.same.get(right, frozenset()))


@dataclass(frozen=True, slots=True)
class Nouns:
    """Classes of counted nouns, and which nouns name one thing."""

    classes: Mapping[str, frozenset[str]]
    same: Mapping[str, frozenset[int]]
    """Noun to the numbers of the sets of synonyms it belongs to."""

    populations: Mapping[str, str]
    """Noun to the special population it names."""
    roles: Mapping[str, str]
    """Noun to the part it names of the people whom something befell: staff, patients."""
    sexes: Mapping[str, frozenset[str]]
    """Words for a person of each sex."""
    wide: frozenset[str]
    """Nouns that say little of what is counted: counts, cases, members."""

    def populations_of(self, noun: str | None, modifiers: Collection[str]) -> frozenset[str]:
        """The special populations that a counted noun and its modifiers name; empty for people of all kinds.

        A modifier names one only before a noun for people: a fighter jet is no fighter.
        """
        people = noun is None or noun in self.classes["people"] or noun in self.populations
        words = (noun, *modifiers) if people else (noun,)
        return frozenset(self.populations[w] for w in words if w is not None and w in self.populations)

    def set_apart(self, noun: str | None, modifiers: Collection[str], *, fate: bool) -> frozenset[str]:
        """The special populations of a counted noun and, of those whom something befell, the role that the noun names."""
        role = self.roles.get(noun or "") if fate else None
        return self.populations_of(noun, modifiers) | ({role} if role is not None else frozenset())

    def known(self, noun: str) -> bool:
        """Whether a noun of several words stands in the lexicon as one."""
        return noun in self.same or noun in self.populations or any(noun in members for members in self.classes.values())

    def synonyms(self, left: str, right: str) -> bool:
        """Whether two nouns may name one thing."""
        return left == right or bool(self.same.get(left, frozenset()) & self.same.get(right, frozenset()))


@dataclass(frozen=True, slots=True)
class StatusCues:
    """Cues of one status."""

    status: Status
    in_front: Phrases[str]
    """Within some words in front of the figure."""
    close: Phrases[str]
    """Right in front of it, or one word before."""
    anywhere: Phrases[str]
    """Anywhere in its clause."""
    behind: Phrases[str]
    """At the verb behind its noun: 100 people could die."""


@dataclass(frozen=True, slots=True)
class Statuses:
    """The cues of every status, in the order in which one wins over the next."""

    cues: tuple[StatusCues, ...]
    definite: frozenset[str]
    """Words in front of a figure of something that is there already: the, these, his."""
    breaks: frozenset[str]
    """Conjunctions behind which a cue does not reach."""
    between: frozenset[str]
    """What may stand between a noun and its verb: who, still, reportedly."""
    perceived: frozenset[str]
    """Participles behind "could be" of what was there all the same: heard, seen."""


@dataclass(frozen=True, slots=True)
class ScopeCues:
    """Cues of one scope, by where they stand."""

    scope: Scope
    front: Phrases[str]
    behind: Phrases[str]
    clause: Phrases[str]
    modifiers: frozenset[str]
    """Words between a figure and its noun: other, remaining, further."""


@dataclass(frozen=True, slots=True)
class Scopes:
    """All scope cues, and the words that say a figure was revised."""

    cues: tuple[ScopeCues, ...]
    revision: Phrases[str]
    rising: Phrases[str]
    """Words anywhere in an article that say its counts have grown."""
    risen: Phrases[str]
    """Words in front of a count that only grows which say that it has."""


def load_events(document: Value) -> Events:
    """Read events.yaml. Raises DataFileError."""
    nouns: dict[str, set[str]] = {}
    verbs: dict[str, set[str]] = {}
    breadth: dict[str, int] = {}
    parts = document.fields(required=["events", "same_verbs", "turned"])
    for ident, body in parts["events"].pairs():
        fields = body.fields(required=["nouns", "verbs"])
        for table, key in ((nouns, "nouns"), (verbs, "verbs")):
            for word in fields[key].texts():
                table.setdefault(word, set()).add(ident)
        breadth[ident] = sum(len(list(fields[key].texts())) for key in ("nouns", "verbs"))
    return Events(
        Phrases.of((word, frozenset(ids)) for word, ids in nouns.items()),
        Phrases.of((word, frozenset(ids)) for word, ids in verbs.items()),
        MappingProxyType(breadth),
        _sets(parts["same_verbs"]),
        MappingProxyType(
            {verb: MappingProxyType({word: deed.text() for word, deed in rows.pairs()}) for verb, rows in parts["turned"].pairs()}
        ),
    )


def _sets(rows: Value) -> Mapping[str, frozenset[int]]:
    """Each word with the numbers of the rows that it stands in."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(rows.items()):
        for word in row.texts():
            found.setdefault(word, set()).add(number)
    return MappingProxyType({word: frozenset(numbers) for word, numbers in found.items()})


def load_nouns(document: Value) -> Nouns:
    """Read nouns.yaml. Raises DataFileError."""
    fields = document.fields(required=["classes", "same", "populations", "roles", "sexes", "wide"])
    return Nouns(
        MappingProxyType({name: frozenset(body.texts()) for name, body in fields["classes"].pairs()}),
        _sets(fields["same"]),
        MappingProxyType({noun: name for name, body in fields["populations"].pairs() for noun in body.texts()}),
        MappingProxyType({noun: name for name, body in fields["roles"].pairs() for noun in body.texts()}),
        MappingProxyType({name: frozenset(body.texts()) for name, body in fields["sexes"].pairs()}),
        frozenset(fields["wide"].texts()),
    )


@dataclass(frozen=True, slots=True)
class Places:
    """Where things happen: every name to the one it is kept under."""

    countries: Phrases[str]
    """Countries and peoples."""
    venues: Phrases[str]
    """What a thing may befall people at: an airport, a school."""


def load_places(document: Value) -> Places:
    """Read places.yaml. Raises DataFileError."""
    top = document.fields(required=["places", "venues"])
    return Places(_kept(top["places"]), _kept(top["venues"]))


def _kept(rows: Value) -> Phrases[str]:
    found: dict[str, str] = {}
    for kept, names in rows.pairs():
        for name in (kept, *names.texts()):
            if found.get(name, kept) != kept:
                raise names.wrong(f"{name!r} names both {found[name]} and {kept}")
            found[name] = kept
    return Phrases.of(found.items())


def load_statuses(document: Value) -> Statuses:
    """Read status.yaml, in the order in which a status wins over the next. Raises DataFileError."""
    found = []
    top = document.fields(required=["statuses", "definite", "breaks", "between", "perceived"])
    for name, body in top["statuses"].pairs():
        fields = body.fields(required=["in_front"], optional=["close", "anywhere", "behind"])
        if name not in [s.value for s in Status]:
            raise body.wrong(f"{name!r} is no status; known are: {', '.join(s.value for s in Status)}")
        rows = {key: _phrases(fields[key]) if key in fields else Phrases[str].of(()) for key in ("close", "anywhere", "behind")}
        found.append(StatusCues(Status(name), _phrases(fields["in_front"]), **rows))
    words = {key: frozenset(top[key].texts()) for key in ("definite", "breaks", "between", "perceived")}
    return Statuses(tuple(found), **words)


def load_scopes(document: Value) -> Scopes:
    """Read scope.yaml. Raises DataFileError."""
    fields = document.fields(required=[*(s.value for s in Scope), "revision", "rising", "risen"])
    cues = []
    for scope in Scope:
        rows = fields[scope.value].fields(required=["front", "behind", "clause", "modifiers"])
        front, behind, clause = (_phrases(rows[key]) for key in ("front", "behind", "clause"))
        cues.append(ScopeCues(scope, front, behind, clause, frozenset(rows["modifiers"].texts())))
    return Scopes(tuple(cues), _phrases(fields["revision"]), _phrases(fields["rising"]), _phrases(fields["risen"]))


def _phrases(value: Value) -> Phrases[str]:
    return Phrases.of((words.strip(), words.strip()) for words in value.texts())
