"""Pairs and triples of short articles, with what a careful reader would say of them."""
