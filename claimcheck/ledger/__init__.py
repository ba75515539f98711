"""The ledger: what is known to be in dispute, what a person said of it, and what of a run is new beside it."""
