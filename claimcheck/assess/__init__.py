"""Subjects in, findings out: whether the values that articles give agree, and why not. Pure functions over frozen values."""

from claimcheck.assess.judge import judge
from claimcheck.assess.levels import LEVELS, Level
from claimcheck.assess.settings import Tolerances
from claimcheck.lexicon.types import Growth

__all__ = ["LEVELS", "Growth", "Level", "Tolerances", "judge"]
