"""Who is said to say a figure, and how firmly."""
