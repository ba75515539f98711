"""The accuracy gate: stories with labels, a scorer, and floors that nobody lowers by accident."""
