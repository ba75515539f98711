"""Numbers as they are written: digits and words, parts of a whole, ranges, bounds, and the intervals that they mean."""
