"""Values in plain words."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.model.wording import describe, interval


@pytest.mark.parametrize(
    ("text", "shown", "read"),
    [
        ("17", "17", "17"),
        ("at least 14", "at least 14", "14 or more"),
        ("at most 4", "at most 4", "0 to 4"),
        ("about 4,500", "about 4,500", "4,050 to 4,950"),
        ("20-30", "20 to 30", "20 to 30"),
        ("dozens", "24 to 99", "24 to 99"),
        ("$50 million", "$50 million", "$47.5 million to $52.5 million"),
        ("$1.375 billion", "$1.375 billion", "$1.3745 billion to $1.3755 billion"),
        ("€12-13 billion", "€12 billion to €13 billion", "€12 billion to €13 billion"),
        ("1,456,789", "1,456,789", "1,456,789"),
        ("71%", "71%", "71%"),
        ("at least 12 years", "at least 12 years", "12 years or more"),
        ("1 year", "1 year", "1 year"),
        ("75 kilometre", "75 km", "75 km"),
        ("24-30 foot", "24 to 30 feet", "24 to 30 feet"),
        ("7.6 magnitude", "magnitude 7.6", "magnitude 7.55 to 7.65"),
        ("22 th", "22nd", "22nd"),
        ("113 th", "113th", "113th"),
        ("[2025-09-06]", "6 Sept 2025", "6 Sept 2025"),
        ("[2025-07]", "July 2025", "July 2025"),
        ("[2013]", "2013", "2013"),
        ("[2008-01-01..2009-12-31]", "2008 to 2009", "2008 to 2009"),
        ("[2025-09-01..2025-09-10]", "1 to 10 Sept 2025", "1 to 10 Sept 2025"),
        ("[2025-09-29..2025-10-05]", "29 Sept to 5 Oct 2025", "29 Sept to 5 Oct 2025"),
        ("[2024-12-30..2025-01-05]", "30 Dec 2024 to 5 Jan 2025", "30 Dec 2024 to 5 Jan 2025"),
        ("[--11-18]", "18 Nov", "18 Nov"),
        ("[--11-01..--11-30]", "Nov", "Nov"),
        ("at least [2008-05-14]", "14 May 2008 or later", "14 May 2008 or later"),
        ("at most [2008-05-14]", "14 May 2008 or earlier", "14 May 2008 or earlier"),
        ("[?]", "day not known", "day not known"),
    ],
)
def test_values_in_plain_words(court: Any, text: str, shown: str, read: str) -> None:
    claim, _ = court.claim(text)
    assert describe(claim) == shown
    assert interval(claim) == read
