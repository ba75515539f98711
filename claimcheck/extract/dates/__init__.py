"""Dates as they are written: found by the forms of `dates.yaml` and read as stretches of days."""
