"""Subjects in, findings out: whether the values that articles give agree, and why not. Pure functions over frozen values."""

from claimcheck.assess.judge import judge
from claimcheck.assess.levels import LEVELS, Level
from claimcheck.lexicon.types import Growth
from claimcheck.model.tolerances import Tolerances

__all__ = ["LEVELS", "Growth", "Level", "Tolerances", "judge"]
