"""What a number measures: money, shares, measures, durations and ages."""
