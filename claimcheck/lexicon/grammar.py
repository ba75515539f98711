"""Function words and irregular forms (`grammar.yaml`), and the base forms that follow from them by rule."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from claimcheck.lexicon.document import Value

_DOUBLED = tuple(c + c for c in "bdgklmnprt")
_VOWELS = frozenset("aeiou")
_WHOLE = _VOWELS | frozenset("wxy")
"""Letters that end a short stem as it is: play(ed), tax(ed)."""
_TAKES_E = (
    "at", "iz", "is", "ur", "as", "os", "us", "uc", "ac", "ec", "ic", "dg", "rg", "ng",
    "v", "u", "tl", "bl", "dl", "gl", "kl", "pl", "zl", "fl", "ok", "ib", "ag", "rc", "nc", "oc",
    "lud", "rud", "ir", "ul", "id", "ad", "ap", "in", "am", "ar", "sum", "ut", "plet", "ced", "mot", "uot", "evot",
)  # fmt: skip
"""Ends of stems that lost an e: creat(ed), seiz(ed)."""

_TAKES_NONE = (
    "eat", "oat", "ook", "our", "air", "aul", "oul", "oid", "aid", "ead", "oad", "eap", "oap", "oin", "ain", "uin", "eam", "oam",
    "ear", "oar", "out", "oin", "aim", "begin", "laud", "loud", "raud", "eir",
)  # fmt: skip
"""Ends that are like those, of stems that are whole: look(ed), float(ed), pour(ed)."""

LISTS = (
    "these", "pronouns_of", "extenders", "modifying_plurals", "strong", "manned", "asides", "joints", "before_figure",
    "before_age", "age_old", "surnames", "within_names", "no_events", "announcers", "announcing", "plans", "settled", "no_plans",
    "breaks", "list_ends", "turns", "superlatives", "no_superlatives", "said", "comparatives", "degrees", "dwells", "humans",
    "member_after",
    "person_endings", "things_with_ages", "no_persons",
    "set_words", "adjectives_too", "ly_nouns", "ly_adverbs",
    "no_nouns", "also_nouns", "held", "changing", "no_shares", "ships", "kin", "states", "parents", "bodies", "objects",
    "fine_words", "share_verbs",
    "value_nouns", "unchanged", "no_men", "postposed", "anyone", "foes", "part_words", "including", "placed", "the_number",
    "headline_verbs", "pure_verbs", "pair_verbs", "of_plurals", "finite_pasts", "acronyms_too", "titles_dotted", "outward",
    "row_labels", "row_starts", "row_joints", "valued", "makes_up", "bringing", "hospitals", "centres", "of_medicine",
    "before_hospitals", "deaths",
    "putting", "present_states", "present_plans", "having",
    "amounts", "amounts_to", "growing", "moving", "reaching", "setting", "unmoved", "peaks", "expecting", "measures_of",
    "compared", "amounts_of_persons", "no_subjects",
    "greetings", "titles", "clause_words", "locative", "placing", "shrinking", "ranging", "changes", "takes_up", "numbered_streets",
    "repeats", "compass", "apart_by", "short_of",
    "prefixes", "negators", "plural_alone", "subordinators", "spans_open", "in_objects", "parts_of_day", "against",
    "deeds_in_ing", "does", "streets", "priced_alone", "ballots", "chambers",
)  # fmt: skip
"""The lists that grammar.yaml must give under `lists`."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed classes and the morphology of English, as far as reading figures needs them."""

    determiners: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    pronouns: frozenset[str]
    relatives: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    transparent: frozenset[str]
    directions: frozenset[str]
    nouns: Mapping[str, str]
    """Irregular plural, or plural noun as it stands, to its base form."""
    singular_s: frozenset[str]
    verbs: Mapping[str, str]
    """Any irregular or listed form to its base."""
    function: frozenset[str]
    """All closed classes together."""
    sets: Mapping[str, frozenset[str]]
    """Words that decide how those round a figure are read (the `lists` of the file)."""
    endings: tuple[str, ...]
    """Endings of nouns for persons."""

    def noun(self, word: str) -> str:
        """The singular of a noun; a word that is no plural comes back as it is."""
        if word in self.nouns:
            return self.nouns[word]
        if self._of_men(word):
            return word[:-2] + "an"
        if word in self.singular_s or len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
            return word
        if word.endswith("ies") and len(word) > 4:
            return word[:-3] + "y"
        if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
            return word[:-2]
        return word[:-1]

    def plural(self, word: str) -> bool:
        """Whether the word is, or may be, a plural noun."""
        if word in self.nouns or self._of_men(word):
            return True
        return len(word) > 3 and word.endswith("s") and word not in self.singular_s and not word.endswith(("ss", "us", "is", "'s"))

    def _of_men(self, word: str) -> bool:
        """Whether a word is a plural such as congresswomen or linesmen."""
        return word.endswith("men") and len(word) > 5 and word not in self.sets["no_men"]

    def person(self, noun: str) -> bool:
        """Whether a noun, in its base form, has the look of a word for a person: climber, dentist, schoolchild."""
        return len(noun) > 4 and noun not in self.sets["no_persons"] and noun.endswith(self.endings)

    def names_person(self, noun: str, classes: Mapping[str, Collection[str]]) -> bool:
        """Whether a noun names persons: one of the class, or one that looks so and is of no other of the noun classes."""
        if noun in classes["people"]:
            return True
        return self.person(noun) and not any(noun in members for members in classes.values())

    def verb(self, word: str) -> str | None:
        """The base form of a verb form; None where the word is not known, or does not look, to be one."""
        if word in self.verbs:
            return self.verbs[word]
        if len(word) > 4 and word.endswith("ed"):
            return self._stem(word[:-2], word[:-1])
        if len(word) > 5 and word.endswith("ing"):
            return self._stem(word[:-3], word[:-3] + "e")
        if len(word) > 3 and word.endswith("es") and word[:-2] in self.verbs:
            return word[:-2]
        if len(word) > 3 and word.endswith("s") and word[:-1] in self.verbs:
            return word[:-1]
        return None

    def _stem(self, bare: str, with_e: str) -> str:
        if bare in self.verbs:
            return bare
        if with_e in self.verbs:
            return with_e
        if bare.endswith("i"):
            return bare[:-1] + "y"
        if bare.endswith(_DOUBLED) and len(bare) > 3:
            plain = bare.endswith("ll") and sum(c in _VOWELS for c in bare) == 1  # pull, but travel
            return bare if plain else bare[:-1]
        short = 2 < len(bare) <= 4 and bare[-2] in _VOWELS and bare[-1] not in _WHOLE and bare[-3] not in _VOWELS
        takes_e = short or (bare.endswith(_TAKES_E) and not bare.endswith(_TAKES_NONE))
        return with_e if takes_e else bare


def load_grammar(document: Value) -> Grammar:
    """Read grammar.yaml. Raises DataFileError."""
    closed = ["determiners", "prepositions", "conjunctions", "pronouns", "relatives", "auxiliaries", "adverbs"]
    fields = document.fields(required=[*closed, "transparent", "directions", "nouns", "singular_s", "verbs", "lists"])
    classes = {name: frozenset(fields[name].texts()) for name in closed}
    lists = fields["lists"].fields(required=LISTS)
    verbs: dict[str, str] = {}
    for base, forms in fields["verbs"].pairs():
        for form in (base, *forms.texts()):
            verbs.setdefault(form, base)
    return Grammar(
        **classes,
        transparent=frozenset(fields["transparent"].texts()),
        directions=frozenset(fields["directions"].texts()),
        nouns=MappingProxyType({word: base.text() for word, base in fields["nouns"].pairs()}),
        singular_s=frozenset(fields["singular_s"].texts()),
        verbs=MappingProxyType(verbs),
        function=frozenset().union(*classes.values()),
        sets=MappingProxyType({name: frozenset(v.texts()) for name, v in lists.items()}),
        endings=lists["person_endings"].texts(),
    )
