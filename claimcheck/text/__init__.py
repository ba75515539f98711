"""Sentences and tokens that keep their offsets into the article."""
