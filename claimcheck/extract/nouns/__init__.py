"""The noun that a number counts: where its phrase begins, what belongs inside it, where it ends."""
