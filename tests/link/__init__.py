"""Which articles tell one story, and which of their figures should be one number."""
