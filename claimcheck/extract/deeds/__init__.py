"""Who did what, or did not do it: deeds, their doers and what they were done to."""
