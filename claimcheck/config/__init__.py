"""What a user may set, and how what is written for it becomes a value. `claimcheck.config.file` reads files and the environment."""

from claimcheck.config.settings import ENVIRONMENT, Color, FailOn, Setting, Settings, settings

__all__ = ["ENVIRONMENT", "Color", "FailOn", "Setting", "Settings", "settings"]
