"""The figure of a headline and the one of its article's text that should be the same."""

from __future__ import annotations

import pytest

from claimcheck import ingest
from claimcheck.extract.article import extract_article
from claimcheck.link.mains import headlines

from .said import CATALOGUE

BODY = "\n\nAYR - {body}\n\nDivers searched the wreck until dark, and the harbour stayed closed.\n"


@pytest.mark.parametrize(
    ("title", "body", "wanted"),
    [
        ("Ferry sinks off Ayr, killing 17", "The ferry sank on Monday and 14 people were killed.", {("17", "14 people")}),
        ("Ferry sinks off Ayr, killing 17", "The ferry sank on Monday and 17 people were killed.", set()),
        ("Ferry sinks off Ayr, killing 17", "The ferry sank, killing 17 people. Police said that 14 were killed.", set()),
        ("Ferry sinks off Ayr, killing 17", "The ferry sank. Of those killed, three people were children.", set()),
        ("Ferry sinks off Ayr, killing 17", "The ferry sank on Monday and 14 people were injured.", set()),
        ("Ferry sinks off Ayr", "The ferry sank on Monday and 14 people were killed.", set()),
        ("Ferry with 17 cars sinks off Ayr", "The ferry sank with 14 cars on board.", set()),
    ],
)
def test_headlines(title: str, body: str, wanted: set[tuple[str, str]]) -> None:
    article = ingest.article_from_text(title + BODY.format(body=body), CATALOGUE.furniture)
    claims = extract_article(article, CATALOGUE).claims
    words = {c.id: c.text for c in claims}
    assert {(words[one], words[two]) for one, two in headlines(claims, CATALOGUE, None)} == wanted
