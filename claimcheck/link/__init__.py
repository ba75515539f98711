"""Claims to subjects: which articles tell one story, and which of their claims are about one thing."""

from claimcheck.link.deeds import find_deeds
from claimcheck.link.stories import find_stories
from claimcheck.link.subjects import find_subjects
from claimcheck.link.why import liken

__all__ = ["find_deeds", "find_stories", "find_subjects", "liken"]
