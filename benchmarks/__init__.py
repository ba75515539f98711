"""Measurements of claimcheck against other tools and against itself. Not part of the tests."""
