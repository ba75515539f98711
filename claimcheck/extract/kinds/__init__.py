"""Which claim type of the catalogue a figure is of: by its noun, its verb, and what stands in front of it."""
