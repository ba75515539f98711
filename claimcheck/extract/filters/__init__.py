"""Numbers that are no quantities: words that say so (`filters.yaml`) and shapes, one short function each."""
