"""Deeds: what is read of a sentence, what two articles that tell one opposite ways are said to do, and what changes nothing."""
