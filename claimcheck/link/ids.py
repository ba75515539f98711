"""Ids of subjects, from what they are about and not from where they stand."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence

from claimcheck.link.wording import wording
from claimcheck.model.claim import Claim


def subject_ids(about: Sequence[object], claims: Sequence[Sequence[Claim]]) -> list[str]:
    """An id for each subject.

    Args:
        about: What each is about, in values that JSON holds; those that are about the same are numbered by what their claims say.
        claims: The claims of each.
    """
    keys = [json.dumps(value) for value in about]
    used: Counter[str] = Counter()
    ids = [""] * len(keys)
    for at in sorted(range(len(keys)), key=lambda at: min((wording(c), c.source) for c in claims[at])):
        used[keys[at]] += 1
        ids[at] = "u-" + hashlib.sha256(json.dumps([keys[at], used[keys[at]]]).encode()).hexdigest()[:10]
    return ids
