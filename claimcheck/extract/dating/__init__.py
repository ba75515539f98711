"""What a date dates: the event of its noun or clause, the day of a count, an announcement; or nothing."""
