"""Sentences to claims: numbers, units, bounds, dates, counted nouns, attribution, status."""
