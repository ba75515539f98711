"""Sentences to claims: numbers, units, bounds, dates, counted nouns, attribution, status.

From the bottom up: `look` and `mentions` (what the readers share); `nouns`, `numbers`, `dates` and `speech`; `units`, `filters` and
`kinds`; `sets`; `sentence` (one sentence, read in full); `dating` and `deeds`; `article` (every sentence, put into words).
"""
