"""What a user may set, how what is written for it becomes a value, and where that is looked for (`resolve`)."""

from claimcheck.config.settings import ENVIRONMENT, Color, FailOn, Setting, Settings, settings

__all__ = ["ENVIRONMENT", "Color", "FailOn", "Setting", "Settings", "settings"]
