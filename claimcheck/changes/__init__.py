"""Which articles changed, and what of a report touches them: for a pull request, which is asked about its own changes alone."""
