"""The words by which a sentence tells who says something (`attribution.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from claimcheck.lexicon.document import Value
from claimcheck.lexicon.phrases import Phrases


@dataclass(frozen=True, slots=True)
class SpeakerExample:
    """A sentence, and who says each of its figures ("" for the article itself)."""

    text: str
    says: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Attributions:
    """Verbs, phrases and nouns that tell who says something. All words in lower case, verbs in base form."""

    spoken: frozenset[str]
    """Verbs whose subject is a speaker, whoever it is."""
    stated: frozenset[str]
    """Verbs that a speaker may have with a bare figure behind them."""
    clausal: frozenset[str]
    """Verbs that tell something only with a clause behind them."""
    speech: frozenset[str]
    put: frozenset[str]
    anywhere: Phrases[str]
    opening: Phrases[str]
    citing: Phrases[str]
    setting: Phrases[str]
    idle: Phrases[str]
    """Phrases that look like telling and tell nothing: insisted on."""
    listens: frozenset[str]
    """Verbs behind which the listener stands."""
    passive: frozenset[str]
    """Further verbs that a speaker may stand behind: was found by police."""
    ends: frozenset[str]
    """Words that no speaker goes on behind."""
    times: frozenset[str]
    """Prepositions behind a speaker that mostly tell when or how: only a name behind them belongs to the speaker."""
    noun_before: frozenset[str]
    """Words before which a form such as "reports" or "states" is a noun."""
    mute: frozenset[str]
    """Nouns that never speak: night, percentage."""
    contracted: frozenset[str]
    """Pronouns with their verb."""
    unchanged: frozenset[str]
    """Verbs whose past is their base form."""
    articles: frozenset[str]
    """Words that behind a noun begin a phrase of its own."""
    scales: frozenset[str]
    """Words that end a figure."""
    openers: frozenset[str]
    """Adverbs with which a sentence opens before its subject."""
    acting: frozenset[str]
    """Words in -ing that are adjectives before a title."""
    papers: frozenset[str]
    """Nouns that head a list and do not speak before a colon."""
    held: frozenset[str]
    """Further verbs that are passive before "to be": believed to be."""
    counts: frozenset[str]
    made: frozenset[str]
    contrast: frozenset[str]
    hearsay: Phrases[str]
    people: frozenset[str]
    groups: frozenset[str]
    bodies: frozenset[str]
    nouns: frozenset[str]
    """People, groups and bodies."""
    verbs: frozenset[str]
    """All verbs of telling."""
    forms: Mapping[str, str]
    """Their regular forms to the base."""
    examples: tuple[SpeakerExample, ...]


_WORDS = (
    *("listens", "passive", "ends", "times", "noun_before", "mute", "contracted", "unchanged", "articles", "scales"),
    *("openers", "acting", "held", "papers"),
)


def load_attributions(document: Value) -> Attributions:
    """Read attribution.yaml. Raises DataFileError."""
    names = ["verbs", "speech", "put", "phrases", "counts", "made", "contrast", "hearsay", "nouns", "examples", *_WORDS]
    fields = document.fields(required=names)
    verbs = _sets(fields["verbs"], ["spoken", "stated", "clausal"])
    nouns = _sets(fields["nouns"], ["people", "groups", "bodies"])
    phrases = fields["phrases"].fields(required=["anywhere", "opening", "citing", "setting", "idle"])
    return Attributions(
        **verbs,
        **nouns,
        speech=frozenset(fields["speech"].texts()),
        put=frozenset(fields["put"].texts()),
        anywhere=_phrases(phrases["anywhere"]),
        opening=_phrases(phrases["opening"]),
        citing=_phrases(phrases["citing"]),
        setting=_phrases(phrases["setting"]),
        idle=_phrases(phrases["idle"]),
        **{name: frozenset(fields[name].texts()) for name in _WORDS},
        counts=frozenset(fields["counts"].texts()),
        made=frozenset(fields["made"].texts()),
        contrast=frozenset(fields["contrast"].texts()),
        hearsay=_phrases(fields["hearsay"]),
        nouns=frozenset().union(*nouns.values()),
        verbs=frozenset().union(*verbs.values()),
        forms=MappingProxyType({form: verb for body in verbs.values() for verb in sorted(body) for form in _forms(verb)}),
        examples=tuple(_examples(fields["examples"])),
    )


def _forms(verb: str) -> list[str]:
    """The forms that a regular verb has; those of an irregular one come from the grammar."""
    if verb.endswith("e"):
        return [verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"]
    return [verb, f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s", f"{verb}ed", f"{verb}ing"]


def _sets(value: Value, names: list[str]) -> dict[str, frozenset[str]]:
    return {name: frozenset(body.texts()) for name, body in value.fields(required=names).items()}


def _phrases(value: Value) -> Phrases[str]:
    return Phrases.of((words, words) for words in value.texts())


def _examples(value: Value) -> list[SpeakerExample]:
    found = []
    for name, rows in value.fields(required=["yes", "no"]).items():
        for row in rows.items():
            fields = row.fields(required=["text", "says"])
            says = {figure: body.text() for figure, body in fields["says"].pairs()}
            if any((name == "yes") != bool(speaker) for speaker in says.values()):
                raise row.wrong("an example under `yes` names a speaker for each figure, one under `no` for none")
            found.append(SpeakerExample(fields["text"].text(), MappingProxyType(says)))
    return found
