"""Figures that are read beside other figures of their sentence: lists, parts behind their whole, others, such."""
